//! Integers with .0 behind them.

use super::{Class, Mark, seek};

/// The mark `point-zero`.
pub static MARK: Mark = Mark {
    id: "point-zero",
    title: "Whole numbers are written with .0 behind them",
    means: "A program took a column with gaps for measured quantities and wrote it out again: pandas, or a \
            spreadsheet.",
    class: Class::Handling,
    sources: &["pandas documentation, missing data (integers become floating-point numbers)"],
    caveat: "Keys are read without it; leading zeros that it cost are lost.",
    look: |sample| seek::in_cells(sample, 0.5, is_pointed),
};

fn is_pointed(cell: &[u8]) -> bool {
    cell.strip_suffix(b".0").is_some_and(|digits| digits.len() >= 2 && digits.iter().all(u8::is_ascii_digit))
}
