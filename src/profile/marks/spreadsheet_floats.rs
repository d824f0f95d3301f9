//! Long numbers as powers of ten.

use super::{Class, Mark, seek};

/// The mark `spreadsheet-floats`.
pub static MARK: Mark = Mark {
    id: "spreadsheet-floats",
    title: "Long numbers are written as powers of ten (3.80501E+11)",
    means: "The file went through a spreadsheet, which shortened them: their last digits are lost.",
    class: Class::Handling,
    sources: &["Microsoft Excel, general number format (scientific notation from 12 digits)"],
    caveat: "Telephone, card and tax numbers damaged so match nothing; they are faults of the file, not of its \
             records.",
    look: |sample| seek::in_cells(sample, 0.0, is_power),
};

/// Digits, a point or comma, digits, `E+`, two digits or more: 3.80501E+11.
fn is_power(cell: &[u8]) -> bool {
    let Some(at) = memchr::memchr2(b'E', b'e', cell) else { return false };
    let (number, power) = (&cell[..at], &cell[at + 1..]);
    let digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let fraction = number.get(2..).is_none_or(|rest| rest.is_empty() || digits(rest));
    let head = number.first().is_some_and(u8::is_ascii_digit) && matches!(number.get(1), Some(b'.' | b','));
    head && fraction
        && number.len() > 2
        && power.strip_prefix(b"+").is_some_and(|power| power.len() >= 2 && digits(power))
}
