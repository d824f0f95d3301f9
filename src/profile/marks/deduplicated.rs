//! No key twice.

use super::{Class, Found, Mark, Sample};
use crate::kind::Rank;

/// The mark `deduplicated`.
pub static MARK: Mark = Mark {
    id: "deduplicated",
    title: "No key occurs twice",
    means: "The rows were thinned to one for each key, or come from a system that allows but one.",
    class: Class::Handling,
    sources: &["counting: distinct keys of all valid cells"],
    caveat: "Told for telephone numbers and e-mail addresses alone: documents and tax numbers occur once in a \
             register by themselves. Systems where people sign in with them allow each but once, too.",
    look,
};

/// Fewest valid cells: in small files few keys occur twice anyway.
const CELLS_LEAST: u64 = 10_000;

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let one = |column: &super::SampledColumn<'_>| {
        column.kind.filter(|kind| matches!(kind.rank, Rank::Phone | Rank::Email))?;
        let (valid, distinct) = column.exact?;
        (valid == distinct && valid >= CELLS_LEAST).then(|| Found::exact(sample, Some(column.position), valid))?
    };
    sample.columns.iter().filter_map(one).collect()
}
