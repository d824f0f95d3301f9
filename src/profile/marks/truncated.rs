//! Cells cut at one length.

use std::collections::{BTreeMap, BTreeSet};

use super::{Class, Found, Mark, Sample, SampledColumn, seek};

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

/// How many times as many have it as have the most frequent of those lengths: no pile is flatter.
const PEAK: f64 = 1.5;

/// Fewest different cells of the greatest length: the longest of a few values that come again was cut by nobody.
const DIFFERENT_LEAST: usize = 6;

/// The same where nearly all cells are of several words: the longest of such texts are its rarest, and no code has one length.
const TIMES_OF_PROSE: f64 = 2.0;

/// Most of the cells that may have the greatest length: more, and the column is of one length.
const SHARE_MOST: f64 = 0.5;

/// The same of several words: whole names and sentences are of one length only where they were cut.
const SHARE_MOST_OF_PROSE: f64 = 0.95;

/// Least share of the shorter addresses of a column that a domain must have for pieces of its name to be told.
const DOMAIN_SHARE: f64 = 0.01;

/// Least share of the longest addresses that must end in the middle of such a domain, or before it.
const PIECES_LEAST: f64 = 0.3;

/// Most of the shorter cells that may end in anything but a digit where nearly all end in one, and fewest such cells.
const OPEN_MOST: f64 = 0.03;
const SHORTER_LEAST: usize = 50;

fn look(sample: &Sample<'_>) -> Vec<Found> {
    seek::in_columns(sample, |column| {
        let mut by_length: Vec<Vec<&[u8]>> = Vec::new();
        for cell in column.cells.iter().filter(|cell| !cell.is_empty()) {
            // Continuation bytes are no characters.
            let length = cell.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
            by_length.resize(by_length.len().max(length + 1), Vec::new());
            by_length[length].push(cell);
        }
        let (longest, shorter) = by_length.split_last()?;
        cut_addresses(longest, shorter)
            .or_else(|| cut_texts(column, longest, shorter))
            .or_else(|| cut_numbers(longest, shorter))
    })
}

/// The longest cells, where so many of them have one length that it was given to them.
fn cut_texts(column: &SampledColumn<'_>, longest: &[&[u8]], shorter: &[Vec<&[u8]>]) -> Option<u64> {
    let filled = longest.len() + shorter.iter().map(Vec::len).sum::<usize>();
    let near = &shorter[shorter.len().saturating_sub(LENGTHS)..];
    let mean = near.iter().map(Vec::len).sum::<usize>() as f64 / LENGTHS as f64;
    let several_words = column.cells.iter().filter(|cell| cell.contains(&b' ')).count() * 4 >= filled * 3;
    let prose = several_words && column.kind.is_none_or(|kind| kind.id == "person_name");
    let (times, most) = if prose { (TIMES_OF_PROSE, SHARE_MOST_OF_PROSE) } else { (TIMES, SHARE_MOST) };
    let different = longest.iter().collect::<BTreeSet<_>>().len() >= DIFFERENT_LEAST;
    let cut = different && shorter.len() >= LENGTH_LEAST && near.iter().filter(|cells| !cells.is_empty()).count() >= 2;
    let many = longest.len() as f64;
    let peak = near.iter().map(Vec::len).max().unwrap_or(0) as f64;
    (cut && many >= PEAK * peak && many >= times * mean && many <= most * filled as f64).then_some(longest.len() as u64)
}

/// The longest cells, where all shorter ones end in a digit, as postal addresses do, and many of these within a word before it.
fn cut_numbers(longest: &[&[u8]], shorter: &[Vec<&[u8]>]) -> Option<u64> {
    let within = |cell: &&&[u8]| cell.contains(&b' ') && !cell.last().is_some_and(u8::is_ascii_digit);
    let cells = || shorter.iter().flatten();
    let (all, open) = (cells().count(), cells().filter(within).count());
    let words = cells().filter(|cell| cell.contains(&b' ')).count();
    let cut: BTreeSet<_> = longest.iter().filter(within).collect();
    let near = &shorter[shorter.len().saturating_sub(LENGTHS)..];
    let mean = near.iter().map(Vec::len).sum::<usize>() as f64 / LENGTHS as f64;
    (shorter.len() >= LENGTH_LEAST
        && all >= SHORTER_LEAST
        && words * 10 >= all * 9
        && open as f64 <= OPEN_MOST * all as f64
        && cut.len() >= DIFFERENT_LEAST
        && cut.len() as f64 >= PIECES_LEAST * longest.len() as f64
        && longest.len() as f64 >= mean)
        .then_some(longest.len() as u64)
}

/// The longest of the addresses of a column, where many of them end within the name of a domain that the shorter ones have
/// whole, or before it.
fn cut_addresses(longest: &[&[u8]], shorter: &[Vec<&[u8]>]) -> Option<u64> {
    let mut domains: BTreeMap<&[u8], usize> = BTreeMap::new();
    let (mut whole, mut others) = (0, 0);
    for cell in shorter.iter().flatten() {
        match domain_of(cell) {
            Some(domain) => {
                *domains.entry(domain).or_default() += 1;
                whole += 1;
            }
            None => others += 1,
        }
    }
    domains.retain(|_, cells| *cells as f64 >= DOMAIN_SHARE * f64::from(whole));
    if whole < others * 20 || domains.is_empty() {
        return None;
    }
    let piece = |cell: &&&[u8]| {
        let Some(domain) = domain_of(cell) else { return true };
        !domains.contains_key(domain) && domains.keys().any(|known| known.starts_with(domain))
    };
    let cut = longest.iter().filter(piece).count();
    (cut as f64 >= PIECES_LEAST * longest.len() as f64).then_some(cut as u64)
}

/// What stands behind the last at sign.
fn domain_of(cell: &[u8]) -> Option<&[u8]> {
    cell.iter().rposition(|byte| *byte == b'@').map(|at| &cell[at + 1..])
}
