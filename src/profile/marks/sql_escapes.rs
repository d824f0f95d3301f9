//! Quotes with a backslash before them.

use super::{Class, Mark, seek};

/// The mark `sql-escapes`.
pub static MARK: Mark = Mark {
    id: "sql-escapes",
    title: "Quotes and line ends are written with a backslash before them (\\')",
    means: "The rows were cut out of SQL statements, or went through a web program that escapes twice.",
    class: Class::Handling,
    sources: &["MySQL reference manual, string literals; PHP, addslashes"],
    caveat: "JSON inside cells has such escapes too.",
    look: |sample| seek::in_cells(sample, 0.0, holds_escape),
};

fn holds_escape(cell: &[u8]) -> bool {
    memchr::memchr_iter(b'\\', cell).any(|at| cell[at + 1..].starts_with(b"'") || cell[at + 1..].starts_with(b"r\\n"))
}
