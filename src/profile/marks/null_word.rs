//! The word NULL where nothing is.

use super::{Class, Mark, seek};

/// The mark `null-word`.
pub static MARK: Mark = Mark {
    id: "null-word",
    title: "The word NULL stands where nothing is",
    means: "The rows came out of a database through a program that wrote its empty value as a word.",
    class: Class::Handling,
    sources: &[
        "MySQL, mysql client and INSERT statements; Microsoft SQL Server Management Studio, results saved as CSV",
    ],
    caveat: "The cells count as empty everywhere else.",
    look: |sample| seek::in_columns(sample, |column| sample.raw.nulls.get(column.position).copied()),
};
