//! Words that stand for nothing.

use super::{Class, Mark, seek};

/// The mark `words-for-nothing`.
pub static MARK: Mark = Mark {
    id: "words-for-nothing",
    title: "Words that stand for nothing (xxx, n/a, None, undefined, (null))",
    means: "Somebody or some program filled a field that had to be filled: None is Python's, undefined JavaScript's.",
    class: Class::Handling,
    sources: &["Python, str(None); ECMAScript, String(undefined)"],
    caveat: "They count as values elsewhere: one of them in a column of passwords is what somebody chose.",
    look: |sample| seek::in_cells(sample, 0.0, is_stand_in),
};

/// Words, in small letters.
const WORDS: [&[u8]; 8] = [b"xxx", b"xxxx", b"n/a", b"none", b"undefined", b"(null)", b"[null]", b"#n/a"];

fn is_stand_in(cell: &[u8]) -> bool {
    cell.len() <= 10 && WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}
