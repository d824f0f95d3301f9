//! One dialect tried on the sample: how regular the records become and what their cells look like.

use super::cell::{SHAPES, Shape, shape};
use super::split::{Cell, Dialect, Records, split};
use crate::profile::words;

/// Records whose cells are looked at per trial, spread over the sample.
const LOOKED_AT: usize = 400;

/// A score that no blank or weak delimiter will beat.
const SETTLED: f64 = 0.55;

/// How much is known against a delimiter before anything was read: 1 for those that mostly delimit.
///
/// # Source
/// Chosen by hand: the order follows how often each delimits published files against how often it stands inside values.
const PRIORS: &[(u8, f64)] = &[
    (b',', 1.0),
    (b';', 1.0),
    (b'\t', 1.0),
    (b'|', 1.0),
    (0x01, 0.95),
    (0x1F, 0.95),
    (0x1E, 0.95),
    (b'^', 0.9),
    (b'~', 0.9),
    (b':', 0.75),
    (b'#', 0.7),
    (b'&', 0.7),
    (b'!', 0.6),
    (b'$', 0.6),
    (b'%', 0.6),
    (b'*', 0.6),
    (b'=', 0.6),
    (b'\\', 0.6),
    (b'`', 0.6),
    (b'>', 0.6),
    (b'<', 0.6),
    (b'}', 0.5),
    (b'{', 0.5),
    (b'?', 0.5),
    (b' ', 0.6),
    (b'/', 0.4),
    (b'_', 0.4),
    (b'-', 0.35),
    (b'+', 0.35),
];

/// Delimiters that stand alone between bytes of windows-1251 text: broken bar and section sign.
const PRIORS_1251: &[(u8, f64)] = &[(0xA6, 0.6), (0xA7, 0.6)];

/// How readily a delimiter is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// Usual delimiters.
    Strong,
    /// Less usual ones.
    Medium,
    /// The blank.
    Blank,
    /// Characters that mostly stand inside values.
    Weak,
}

/// The tier of a delimiter.
pub(super) fn tier(delimiter: u8) -> Tier {
    match delimiter {
        b',' | b';' | b'\t' | b'|' => Tier::Strong,
        b' ' => Tier::Blank,
        b'/' | b'_' | b'-' | b'+' | b'?' | b'{' | b'}' | b'<' | b'>' => Tier::Weak,
        _ => Tier::Medium,
    }
}

/// What one dialect makes of the sample.
#[derive(Debug, Clone)]
pub(super) struct Trial {
    pub dialect: Dialect,
    /// Records in the sample.
    pub records: usize,
    /// Most frequent number of cells.
    pub width: usize,
    /// Records of that width, 0..=1.
    pub share: f64,
    /// Columns of which at least 80 % of the filled cells have one telling shape.
    pub anchors: usize,
    /// Whether a column is of values that are written with colons: addresses of the network, times, addresses of pages.
    pub colons: bool,
    /// Columns without any filled cell.
    pub hollow: usize,
    /// Share of cells behind an unquoted delimiter that begin with a blank.
    pub spaced: f64,
    /// Records that hold a quoted cell, 0..=1.
    pub quoted: f64,
    /// Whether most cells of the first record begin with a letter and none looks like data.
    pub titled: bool,
    /// Whether all cells of the first record are words that head columns.
    pub headed: bool,
    /// Overall score; higher is better.
    pub score: f64,
}

/// Tries every delimiter and quote that occurs often enough; best score first, ties in the order of [`PRIORS`].
pub(super) fn trials(stretches: &[&[u8]], terminator: u8, cyrillic_bytes: bool) -> Vec<Trial> {
    let mut found: Vec<Trial> = Vec::new();
    let extra = if cyrillic_bytes { PRIORS_1251 } else { &[] };
    let priors: Vec<(u8, f64)> = PRIORS.iter().chain(extra).copied().filter(|(byte, _)| *byte != terminator).collect();
    let seen = line_shares(stretches, terminator, &priors);
    for (&(delimiter, prior), &share) in priors.iter().zip(&seen) {
        let needed = if tier(delimiter) == Tier::Strong { 0.04 } else { 0.4 };
        // Blanks and the like are tried only where nothing better was found.
        let settled = || found.iter().any(|trial| trial.score >= SETTLED);
        if share < needed || (tier(delimiter) >= Tier::Blank && settled()) {
            continue;
        }
        let mut best: Option<Trial> = None;
        for quote in [Some(b'"'), None, Some(b'\'')] {
            if quote.is_some_and(|quote| !opens_a_cell(stretches, quote, delimiter, terminator)) {
                continue;
            }
            let Some(trial) = try_one(stretches, Dialect { delimiter: Some(delimiter), quote, terminator }, prior)
            else {
                continue;
            };
            if best.as_ref().is_none_or(|best| trial.score > best.score + 1e-9) {
                best = Some(trial);
            }
        }
        found.extend(best);
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// Share of lines that hold each delimiter at least once.
fn line_shares(stretches: &[&[u8]], terminator: u8, priors: &[(u8, f64)]) -> Vec<f64> {
    let mut bit = [0u64; 256];
    for (index, (byte, _)) in priors.iter().enumerate() {
        bit[usize::from(*byte)] = 1 << index;
    }
    let mut counts = vec![0usize; priors.len()];
    let mut lines = 0usize;
    for stretch in stretches {
        for line in stretch.split(|&byte| byte == terminator) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            lines += 1;
            let mut mask = line.iter().fold(0u64, |mask, &byte| mask | bit[usize::from(byte)]);
            while mask != 0 {
                counts[mask.trailing_zeros() as usize] += 1;
                mask &= mask - 1;
            }
        }
    }
    counts.into_iter().map(|count| count as f64 / lines.max(1) as f64).collect()
}

/// Whether the quote is the first byte of some cell.
fn opens_a_cell(stretches: &[&[u8]], quote: u8, delimiter: u8, terminator: u8) -> bool {
    stretches.iter().any(|stretch| {
        memchr::memchr_iter(quote, stretch).any(|at| {
            at.checked_sub(1).is_none_or(|before| stretch[before] == delimiter || stretch[before] == terminator)
        })
    })
}

/// Splits by one dialect and scores the outcome; `None` when lines stay whole or the quotes do not hold.
fn try_one(stretches: &[&[u8]], dialect: Dialect, prior: f64) -> Option<Trial> {
    let records = split(stretches, dialect);
    if dialect.quote.is_some() && (records.quoted == 0 || records.broken * 2 > records.quoted) {
        return None;
    }
    let (width, fitting) = records.modal_width();
    if width < 2 {
        return None;
    }
    let share = fitting as f64 / records.len() as f64;
    let look = look(&records, width);
    let quoted =
        records.iter().filter(|record| record.iter().any(|cell| cell.quoted)).count() as f64 / records.len() as f64;
    let regular = 1.0 - 1.0 / (width as f64 + 1.0);
    // Ordinary characters are the simpler reading of `'`: it must win clearly.
    let doubt = if dialect.quote == Some(b'\'') && quoted < 0.2 { 0.95 } else { 1.0 };
    // A comma with a blank behind it divides sentences more often than cells.
    let sentence = if dialect.delimiter == Some(b',') && look.spaced >= 0.9 { 0.8 } else { 1.0 };
    let score = share * look.worth * prior * regular * doubt * sentence;
    let titled = records.len() > 0 && is_title(records.get(0));
    Some(Trial {
        dialect,
        records: records.len(),
        width,
        share,
        anchors: look.anchors,
        colons: look.colons,
        hollow: look.hollow,
        spaced: look.spaced,
        quoted,
        titled,
        headed: records.len() > 0 && is_heading(records.get(0)),
        score,
    })
}

/// Whether all cells of a record are words that head columns.
fn is_heading(record: &[Cell<'_>]) -> bool {
    let known = |cell: &Cell<'_>| std::str::from_utf8(cell.bytes).is_ok_and(|name| words::is_known(name.trim()));
    record.len() > 1 && record.iter().all(known)
}

/// What the cells of regular records look like.
struct Look {
    /// Mean worth of a cell, 0..=1.
    worth: f64,
    anchors: usize,
    colons: bool,
    hollow: usize,
    spaced: f64,
}

fn look(records: &Records<'_>, width: usize) -> Look {
    let step = records.len().div_ceil(LOOKED_AT).max(1);
    let mut shapes = vec![[0usize; SHAPES]; width];
    let mut colons = vec![0usize; width];
    let (mut total, mut cells, mut spaced, mut unquoted) = (0.0, 0usize, 0usize, 0usize);
    // The first record may be a header: it says little about the cells.
    let skipped = usize::from(records.len() > 1);
    for record in records.iter().skip(skipped).step_by(step).filter(|record| record.len() == width) {
        for (column, cell) in record.iter().enumerate() {
            let shape = cell_shape(cell);
            shapes[column][shape as usize] += 1;
            let written = matches!(shape, Shape::Net | Shape::Time | Shape::Url) && cell.bytes.contains(&b':');
            colons[column] += usize::from(written);
            total += shape.worth();
            cells += 1;
            if column > 0 && !cell.quoted && !cell.bytes.is_empty() {
                unquoted += 1;
                spaced += usize::from(cell.bytes[0] == b' ');
            }
        }
    }
    let anchors = shapes.iter().filter(|counts| is_anchor(counts)).count();
    let cells_of = |counts: &[usize; SHAPES]| counts.iter().sum::<usize>() - counts[Shape::Empty as usize];
    let colons =
        shapes.iter().zip(&colons).any(|(counts, &written)| written > 0 && written * 10 >= cells_of(counts) * 8);
    let filled = |counts: &[usize; SHAPES]| counts.iter().sum::<usize>() > counts[Shape::Empty as usize];
    let hollow = shapes.iter().filter(|counts| !filled(counts)).count();
    Look { worth: total / cells.max(1) as f64, anchors, colons, hollow, spaced: spaced as f64 / unquoted.max(1) as f64 }
}

/// Whether at least 80 % of the filled cells of a column have one telling shape.
fn is_anchor(counts: &[usize; SHAPES]) -> bool {
    let filled: usize = counts.iter().sum::<usize>() - counts[Shape::Empty as usize];
    const TELLING: [Shape; 8] =
        [Shape::Number, Shape::Date, Shape::Time, Shape::Email, Shape::Phone, Shape::Hex, Shape::Url, Shape::Net];
    filled > 0 && TELLING.iter().any(|&shape| shape.anchors() && counts[shape as usize] * 10 >= filled * 8)
}

/// The shape of a cell; what a quoted cell holds is meant to be there.
pub(super) fn cell_shape(cell: &Cell<'_>) -> Shape {
    match shape(cell.bytes) {
        Shape::Odd if cell.quoted => Shape::Text,
        shape => shape,
    }
}

/// Whether a record could be a title: words only.
fn is_title(record: &[Cell<'_>]) -> bool {
    let shapes: Vec<Shape> = record.iter().map(cell_shape).collect();
    let letters = record
        .iter()
        .filter(|cell| cell.bytes.trim_ascii().first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80));
    letters.count() * 10 >= record.len() * 8 && !shapes.iter().any(|shape| shape.anchors())
}
