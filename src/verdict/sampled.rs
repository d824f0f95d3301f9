//! From a random sample to all that is claimed: exact intervals over rows. Any other selection speaks of its own rows only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::matter::{Matter, is_kind};
use crate::evidence::question::Selection;
use crate::evidence::words::{count, percent};
use crate::mixture::Composition;
use crate::stats::{finite, interval};

/// What a random sample of rows says of all rows that are claimed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Whole {
    /// Reference whose keys the rows carry, or `unknown` for rows that carry no key of any set held.
    pub reference: String,
    /// Such rows in the sample.
    pub seen: u64,
    /// Rows of the sample.
    pub sample: u64,
    /// Rows claimed.
    pub rows: u64,
    /// Lower end of the 95 % interval of such rows among all, in rows.
    pub low: u64,
    /// Upper end, in rows.
    pub high: u64,
    /// Lower end as a share for display (Wilson), 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_low: f64,
    /// Upper end as a share for display (Wilson), 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_high: f64,
    /// For people; stands when it is quoted alone.
    pub sentence: String,
}

/// The estimates, by reference in the order of the composition, `unknown` last.
///
/// # Source
/// Hypergeometric inversion (the finite form of Clopper & Pearson 1934) for rows; Wilson 1927 for shares.
pub fn whole(matter: &Matter, composition: Option<&Composition>) -> Vec<Whole> {
    let (Some(composition), Some(claim)) = (composition, matter.size_claim()) else { return Vec::new() };
    let Some(rows) = claim.records.filter(|rows| *rows > composition.rows) else { return Vec::new() };
    if matter.question.selection != Selection::Random || !matter.complete() || composition.rows == 0 {
        return Vec::new();
    }
    let unit = claim.unit.as_deref().filter(|unit| is_kind(unit) || *unit == "people");
    let condition = unit.map_or("", |_| ", if each claimed record is one row");
    let line = |reference: &str, seen: u64, what: String| {
        let sample = composition.rows;
        let (low, high) = finite::hypergeometric(seen, sample, rows, 0.95);
        let (share_low, share_high) = interval::wilson(seen, sample, 0.95);
        let sentence = format!(
            "Of the {} rows claimed, {} to {} ({} to {}) {what}, at 95 %: of {} drawn at random {} do{condition}.",
            count(rows),
            count(low),
            count(high),
            percent(share_low),
            percent(share_high),
            count(sample),
            count(seen),
        );
        Whole { reference: reference.to_owned(), seen, sample, rows, low, high, share_low, share_high, sentence }
    };
    let parts = composition.parts.iter().map(|part| {
        line(&part.reference, part.total, format!("carry a key that the list or file of {} also holds", part.reference))
    });
    let unknown = line("unknown", composition.unknown, "carry no key that any set held here also holds".into());
    parts.chain(std::iter::once(unknown)).collect()
}
