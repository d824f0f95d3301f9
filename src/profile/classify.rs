//! Which kind a column is of: its values first, its neighbours and header second.
//!
//! **Comes in:** the sampled cells of one table, column by column. **Goes out:** a [`Choice`] for each column.
//!
//! **Never happens here:** no column that is not a kind's is given one because nothing else is known: a kind whose
//! chance
//! is 1 (any text of its shape passes) needs a header or telling neighbours, else it stays a candidate; a column's name
//! goes out only if it is a known word.
//!
//! **How a kind is decided** (`judge`), in this order: the request among the kinds that fit; the kind that exceeds its
//! chance most (`fits`); of kinds that exceed it alike the one with clearly fewest keys, then the one that holds the days of
//! birth beside it (`rows`), then the one whose country the others speak of (`country`), then the header. Kinds that let much random text pass are never proved by values: the header
//! decides them, then the neighbours, where only one such kind fits; else they are ranked candidates. No kind is named
//! here: a new kind finds its rule by its chance, width, look and rank.
//!
//! **Divided values** (`pieces`): columns that hold the pieces of a value are one column of joined cells, judged as any
//! other at the place of the first piece; the others are nothing by themselves.

mod column;
mod country;
mod fits;
pub mod hashes;
mod judge;
mod looks;
mod made_up;
mod pieces;
mod rows;

use rayon::prelude::*;

use super::mask::masks;
use super::{Candidate, Decided, words};
use crate::kind::{Kind, Region};
use column::Column;
use judge::Verdict;
use looks::Looks;
use pieces::Whole;
pub use pieces::join_cells;

/// A column's sample: its cells in the rows that were sampled.
#[derive(Debug, Clone, Default)]
pub struct ColumnSample {
    /// Name from the header, raw.
    pub name: Option<String>,
    /// One entry per sampled row: the trimmed, unquoted, decoded cell (UTF-8), empty where the cell is empty or a null
    /// word. All columns of a table have the same number.
    pub cells: Vec<Vec<u8>>,
}

impl ColumnSample {
    /// The cells that hold something.
    fn filled(&self) -> Vec<&[u8]> {
        self.cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect()
    }
}

/// The choice for one column.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The decided kind; `None` where only candidates are known.
    pub kind: Option<&'static Kind>,
    /// The kind under which the column is read: the decided one or the best candidate; `None` where nothing fits.
    pub compared_as: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// Positions of the columns whose cells are one value together, in the order in which they are joined; the kind is
    /// told at the first of them. Empty for a column that stands alone.
    pub parts: Vec<usize>,
    /// How it was decided.
    pub decided: Decided,
    /// All kinds that fit, best first, ties by id.
    pub candidates: Vec<Candidate>,
    /// Name, only if it is a known header word (of any kind, or of the general list of column words).
    pub known_name: Option<String>,
    /// Shapes of at least 10 sampled cells.
    pub masks: Vec<(String, u64)>,
}

impl Choice {
    /// Whether the value that the column at this position takes part in is read there.
    pub fn leads(&self, position: usize) -> bool {
        self.parts.first() == Some(&position)
    }
}

/// Valid share from which neighbours may decide a kind that values never prove.
const SURE: f64 = 0.8;

/// Least valid share of any candidate that values never prove, and least excess under a header that names the kind.
const LIKELY: f64 = 0.5;
const NAMED: f64 = 0.2;

/// Chooses a kind for each column of one table. `request` is the kind asked for by the user, which decides among
/// candidates.
pub fn classify(columns: &[ColumnSample], request: Option<&'static Kind>) -> Vec<Choice> {
    // Most of an overlap's preparation is this, and columns do not know each other yet: all cores take part.
    let mut table: Vec<Column<'_>> = columns.par_iter().map(prepare).collect();
    let mut wholes = pieces::find(&table, columns);
    let mut verdicts = judge_all(put_in(&mut table, &wholes), columns, request);
    // Joined cells that turn out to be nothing are columns of their own again.
    let count = wholes.len();
    wholes.retain(|whole| !verdicts[whole.parts[0]].candidates.is_empty());
    if wholes.len() < count {
        table = columns.iter().map(prepare).collect();
        verdicts = judge_all(put_in(&mut table, &wholes), columns, request);
    }
    let mut choices: Vec<Choice> =
        verdicts.into_par_iter().zip(columns).map(|(verdict, column)| choice(verdict, column)).collect();
    for whole in wholes {
        choices[whole.parts[0]].masks = masks(&whole.cells);
        whole.parts.iter().for_each(|&part| choices[part].parts.clone_from(&whole.parts));
    }
    choices
}

fn judge_all(table: &[Column<'_>], columns: &[ColumnSample], request: Option<&'static Kind>) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> =
        (0..table.len()).map(|index| judge::judge(table, columns, index, request)).collect();
    if let Some(kind) = request {
        judge::take_at_word(kind, table, &mut verdicts);
    }
    verdicts
}

fn prepare(column: &ColumnSample) -> Column<'_> {
    let filled = column.filled();
    let fits = fits::measure(&filled);
    let looks = Looks::at(&filled);
    let mut found = Column { name: column.name.as_deref(), pieces_named: None, fits, looks, country: None };
    found.country = country::sign(&found, column);
    found
}

/// Puts joined columns in the place of their first pieces, and nothing in that of the others.
fn put_in<'t, 'a>(table: &'t mut [Column<'a>], wholes: &[Whole]) -> &'t [Column<'a>] {
    for whole in wholes {
        for &part in &whole.parts {
            table[part] = Column::default();
        }
        let filled: Vec<&[u8]> = whole.cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
        let first = &mut table[whole.parts[0]];
        first.pieces_named = whole.headed.then_some(whole.kind.id);
        first.fits = vec![whole.fit];
        first.looks = Looks::at(&filled);
    }
    table
}

fn choice(verdict: Verdict, column: &ColumnSample) -> Choice {
    let best = verdict.candidates.first().filter(|_| verdict.compared).copied();
    let shown = verdict.fit.or(best);
    // What stands behind another for what the table says of it is told with no more confidence than that one.
    let mut most = 1.0_f64;
    let mut candidate = |fit: &fits::Fit| {
        most = most.min(fit.confidence());
        Candidate { kind: fit.kind.id, confidence: most }
    };
    let candidates = verdict.candidates.iter().map(&mut candidate).collect();
    Choice {
        kind: verdict.fit.map(|fit| fit.kind),
        compared_as: shown.map(|fit| fit.kind),
        region: shown.map_or(Region::Unknown, |fit| fit.region),
        parts: Vec::new(),
        decided: verdict.decided,
        candidates,
        known_name: column.name.as_deref().map(str::trim).filter(|name| words::is_known(name)).map(str::to_string),
        masks: masks(&column.cells),
    }
}

#[cfg(test)]
mod alike_tests;
#[cfg(test)]
mod tests;
