//! Cells cut at one length.

use super::{Class, Found, Mark, Sample, seek};

/// The mark `truncated`.
pub static MARK: Mark = Mark {
    id: "truncated",
    title: "Cells end at one greatest length, many of them",
    means: "The column was cut there: by the width of a field in a database, or by an export.",
    class: Class::Handling,
    sources: &["counting: cells by their number of characters"],
    caveat: "Codes of one length are left out. The cut values lack their ends: such keys match nothing.",
    look,
};

/// Shortest length at which cells are taken to be cut, in characters.
const LENGTH_LEAST: usize = 10;

/// How many times as many cells have the greatest length as have each of the lengths before it on average; lengths looked at.
const TIMES: f64 = 4.0;
const LENGTHS: usize = 4;

/// The same where nearly all cells are of several words: the longest of such texts are its rarest, and no code has one length.
const TIMES_OF_PROSE: f64 = 2.0;

/// Most of the cells that may have the greatest length: more, and the column is of one length.
const SHARE_MOST: f64 = 0.5;

fn look(sample: &Sample<'_>) -> Vec<Found> {
    seek::in_columns(sample, |column| {
        let mut lengths: Vec<u64> = Vec::new();
        for cell in column.cells.iter().filter(|cell| !cell.is_empty()) {
            // Continuation bytes are no characters.
            let length = cell.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
            lengths.resize(lengths.len().max(length + 1), 0);
            lengths[length] += 1;
        }
        let (last, before) = lengths.split_last()?;
        let filled: u64 = lengths.iter().sum();
        let near = &before[before.len().saturating_sub(LENGTHS)..];
        let mean = near.iter().sum::<u64>() as f64 / LENGTHS as f64;
        let prose = column.kind.is_none()
            && column.cells.iter().filter(|cell| cell.contains(&b' ')).count() as u64 * 4 >= filled * 3;
        let times = if prose { TIMES_OF_PROSE } else { TIMES };
        let cut = before.len() >= LENGTH_LEAST && near.iter().filter(|cells| **cells > 0).count() >= 2;
        (cut && *last as f64 >= times * mean && *last as f64 <= SHARE_MOST * filled as f64).then_some(*last)
    })
}
