//! Exactly as many rows as a spreadsheet holds.

use super::{Class, Found, Mark, Sample};

/// The mark `spreadsheet-rows`.
pub static MARK: Mark = Mark {
    id: "spreadsheet-rows",
    title: "The file holds exactly as many rows as a sheet of a spreadsheet does (65,536 or 1,048,576)",
    means: "It was saved from a spreadsheet that had cut it, or was divided for one.",
    class: Class::Handling,
    sources: &["Microsoft, Excel specifications and limits (65,536 rows to 2003, 1,048,576 since 2007)"],
    caveat: "What did not fit is missing: the sheet was cut there, and the set had more rows.",
    look,
};

/// Rows of a sheet, its header among them.
const ROWS: [u64; 2] = [65_536, 1_048_576];

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let rows = sample
        .files
        .iter()
        .filter(|file| ROWS.contains(&(file.rows + u64::from(file.header))))
        .map(|file| file.rows)
        .sum();
    Found::exact(sample, None, rows).into_iter().collect()
}
