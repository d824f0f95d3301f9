//! nan where nothing is.

use super::{Class, Mark, seek};

/// The mark `pandas-nan`.
pub static MARK: Mark = Mark {
    id: "pandas-nan",
    title: "The word nan stands where nothing is",
    means: "The file went through pandas or numpy, where a missing number is written so.",
    class: Class::Handling,
    sources: &["pandas documentation, missing data; IEEE 754 (not a number)"],
    caveat: "R and JavaScript write NaN too.",
    look: |sample| seek::in_cells(sample, 0.0, |cell| matches!(cell, b"nan" | b"NaN")),
};
