//! Keys that stand in very many rows: placeholders, switchboards, a shop's own address. They tell nothing of those rows.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Entry, Link, PARTITIONS, Sorted};
use crate::imprint::{Imprint, Keyring};
use crate::kind::Rank;

/// A person's key stands in no more rows than this.
///
/// # Source
/// Own setting: a person's key stands in 1 to 1.5 rows of most bases, and in up to a few dozen of a shop's orders.
const ROWS_LEAST: u64 = 20;
/// Nor in so many times the rows of a key of its column on average: where people stand in many rows each, all do.
const TIMES_USUAL: u64 = 20;
/// Nor in this part of the rows: one in a thousand.
const PART_OF_ROWS: u64 = 1000;

/// In how many rows a key of these may stand. Of passwords only rare ones are linked: one that many share is what a list
/// is known by.
pub(super) fn most(rank: Rank, keyring: &Keyring) -> u64 {
    match rank {
        Rank::Password | Rank::Hash => u64::MAX,
        _ => most_of(keyring.links.len(), keyring.links.distinct().0),
    }
}

/// The same of a column that links so many rows to so many distinct keys.
fn most_of(rows: u64, keys: u64) -> u64 {
    ROWS_LEAST.max(TIMES_USUAL * rows.div_ceil(keys.max(1))).max(rows / PART_OF_ROWS)
}

/// Rows of the dump with a common key that any reference holds.
pub(super) struct Common(Vec<AtomicU64>);

impl Common {
    pub fn new(rows: usize) -> Self {
        Common((0..rows.div_ceil(64)).map(|_| AtomicU64::new(0)).collect())
    }

    /// Takes keys that stand in more rows than `most` out of the references' keys, and remembers their rows.
    pub fn leave_out(&self, links: &Sorted<'_, Link>, most: u64, others: &mut [Cow<'_, [Fingerprint]>]) {
        for key in common(links, most) {
            let mut held = false;
            for keys in others.iter_mut() {
                if let Ok(at) = keys.binary_search(&key) {
                    keys.to_mut().remove(at);
                    held = true;
                }
            }
            if held {
                for link in links.iter().filter(|link| link.fingerprint() == key) {
                    let row = link.row();
                    self.0[row as usize / 64].fetch_or(1 << (row % 64), Ordering::Relaxed);
                }
            }
        }
    }

    /// Rows that carry common keys only; none where the table has keys that are not linked to their rows.
    ///
    /// # Errors
    /// When a run cannot be read.
    pub fn untold(&self, dump: &Imprint) -> anyhow::Result<u64> {
        if self.0.iter().all(|word| word.load(Ordering::Relaxed) == 0) {
            return Ok(0);
        }
        for table in &dump.tables {
            let columns = table.plan.columns.iter().zip(&table.columns);
            let informative =
                |kind: Option<&'static crate::kind::Kind>| kind.is_some_and(|k| k.rank != Rank::Attribute);
            let unlinked = columns.clone().any(|(plan, _)| plan.read && informative(plan.kind) && !plan.linked);
            let rank = |kind: Option<&'static crate::kind::Kind>| kind.map_or(Rank::Attribute, |kind| kind.rank);
            let linked = columns.filter(|(plan, _)| plan.linked).map(|(plan, keyring)| (rank(plan.kind), keyring));
            let keyrings: Vec<(Rank, &Keyring)> = linked.chain([(Rank::Login, &table.logins)]).collect();
            for (rank, keyring) in keyrings {
                let most = most(rank, keyring);
                (0..PARTITIONS).into_par_iter().try_for_each(|partition| {
                    let links = keyring.links.partition(partition)?;
                    let common = if unlinked { Vec::new() } else { common(&links, most) };
                    for link in links.iter().filter(|link| common.binary_search(&link.fingerprint()).is_err()) {
                        let row = link.row();
                        self.0[row as usize / 64].fetch_and(!(1 << (row % 64)), Ordering::Relaxed);
                    }
                    anyhow::Ok(())
                })?;
            }
        }
        Ok(self.0.iter().map(|word| u64::from(word.load(Ordering::Relaxed).count_ones())).sum())
    }
}

/// Keys that stand in more rows than `most`, ascending. Whoever does fills two neighbours among entries taken at half that
/// distance: few are looked at.
fn common(links: &Sorted<'_, Link>, most: u64) -> Vec<Fingerprint> {
    let step = usize::try_from(most / 2).unwrap_or(usize::MAX).max(1);
    let mut found: Vec<Fingerprint> = Vec::new();
    let (mut start, mut next, mut last) = (0, 0, None);
    if links.len() as u64 <= most {
        return found;
    }
    for chunk in links.chunks() {
        while let Some(link) = chunk.get(next - start) {
            let key = link.fingerprint();
            if last == Some(key) && found.last() != Some(&key) {
                found.push(key);
            }
            last = Some(key);
            next = next.saturating_add(step);
        }
        start += chunk.len();
    }
    // Chunks may end anywhere: what is said of a key is said of all its rows.
    let rows = |key: &Fingerprint| {
        links
            .chunks()
            .map(|chunk| {
                let first = chunk.partition_point(|link| link.fingerprint() < *key);
                chunk.partition_point(|link| link.fingerprint() <= *key) - first
            })
            .sum::<usize>() as u64
    };
    found.retain(|key| rows(key) > most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(rows: &[(Fingerprint, u32)]) -> Vec<Link> {
        let each = rows.iter().flat_map(|&(key, times)| (0..times).map(move |row| Link::new(key, row, false)));
        each.collect()
    }

    #[test]
    fn keys_of_more_rows_than_the_most_are_found_wherever_they_stand() {
        for before in 0..60 {
            let all: Vec<(Fingerprint, u32)> =
                (0..before).map(|key| (key, 1)).chain([(100, 20), (200, 21), (300, 3), (400, 500)]).collect();
            assert_eq!(common(&Sorted::Made(links(&all)), 20), [200, 400], "{before}");
            let made = links(&all);
            let (one, two) = made.split_at(before as usize + 25);
            assert_eq!(common(&Sorted::Lent(&[one.to_vec(), two.to_vec()]), 20), [200, 400], "{before}");
        }
    }

    #[test]
    fn where_people_stand_in_many_rows_all_do() {
        assert_eq!(most_of(3_000, 2_005), 40);
        assert_eq!(most_of(100_000, 1_000), 2_000);
        assert_eq!(most_of(26_000_000, 25_000_000), 26_000);
        assert_eq!(most_of(0, 0), 20);
    }
}
