//! What is met with the dump: references with an imprint, and their keys of one kind whatever columns they stand in.

use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::Sorted;
use crate::imprint::Imprint;

/// A reference with an imprint: its index among the run's references and the imprint.
pub type Held<'a> = (usize, &'a Imprint);

/// Distinct keys of a kind in one partition, over all columns.
pub(super) fn keys_of<'a>(
    imprint: &'a Imprint,
    id: &'a str,
    partition: usize,
) -> anyhow::Result<Sorted<'a, Fingerprint>> {
    Ok(union(imprint.columns_of(id).map(|column| column.distinct(partition)).collect::<anyhow::Result<_>>()?))
}

/// Distinct keys of several sorted lists.
pub(super) fn union(mut lists: Vec<Sorted<'_, Fingerprint>>) -> Sorted<'_, Fingerprint> {
    if lists.len() == 1 {
        return lists.remove(0);
    }
    let mut keys: Vec<Fingerprint> = lists.iter().flat_map(Sorted::iter).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    Sorted::Made(keys)
}
