//! \N where nothing is.

use super::{Class, Mark, seek};

/// The mark `null-escape`.
pub static MARK: Mark = Mark {
    id: "null-escape",
    title: "\\N stands where nothing is",
    means: "The rows came out of MySQL (SELECT … INTO OUTFILE) or PostgreSQL (COPY) as text.",
    class: Class::Handling,
    sources: &["MySQL reference manual, LOAD DATA; PostgreSQL documentation, COPY"],
    caveat: "The cells count as empty everywhere else.",
    look: |sample| seek::in_columns(sample, |column| sample.raw.escaped_nulls.get(column.position).copied()),
};
