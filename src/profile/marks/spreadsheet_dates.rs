//! Dates as numbers of days.

use super::{Class, Mark, seek};
use crate::kind;
use crate::profile::words;

/// The mark `spreadsheet-dates`.
pub static MARK: Mark = Mark {
    id: "spreadsheet-dates",
    title: "Days are written as numbers (44197 for 2021-01-01)",
    means: "The file was saved from a spreadsheet whose cells had lost their form.",
    class: Class::Handling,
    sources: &["ECMA-376, part 1, section 18.17.4 (dates as serial numbers)"],
    caveat: "Told only under a header that names a date; they are not read as dates.",
    look: |sample| {
        seek::in_columns(sample, |column| {
            let named = kind::find("date").zip(column.name).is_some_and(|(date, name)| words::heads(date, name));
            let filled = column.cells.iter().filter(|cell| !cell.is_empty()).count();
            let count = if named { column.cells.iter().filter(|cell| is_serial(cell)).count() } else { 0 };
            (count as f64 >= SHARE_LEAST * filled as f64).then_some(count as u64)
        })
    },
};

/// Share of the filled cells that must be numbers of days.
const SHARE_LEAST: f64 = 0.5;

/// 1927-05-18 to 2064-04-08, in days from 1899-12-30.
fn is_serial(cell: &[u8]) -> bool {
    cell.len() == 5
        && cell.iter().all(u8::is_ascii_digit)
        && (b"10000"..=b"60000").contains(&<&[u8; 5]>::try_from(cell).unwrap_or(b"00000"))
}
