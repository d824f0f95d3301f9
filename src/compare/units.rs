//! How many people, and how many keys of each kind, one record set holds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::join::keys_of;
use crate::fingerprint::runs::{Entry, PARTITIONS};
use crate::imprint::Imprint;
use crate::profile::Unit;

/// People and keys of each kind: rows with one, distinct valid, distinct with the invalid ones.
///
/// # Errors
/// When a run cannot be read.
pub fn units(imprint: &Imprint) -> anyhow::Result<Vec<Unit>> {
    let mut units = Vec::new();
    if imprint.tables.iter().any(|table| table.plan.people) {
        units.push(people(imprint)?);
    }
    for id in imprint.kinds() {
        let columns = || imprint.profile.columns.iter().filter(|column| column.compared_as == Some(id));
        let distinct = if let (Some(only), 1) = (columns().next(), columns().count()) {
            only.distinct
        } else {
            let count = |partition| Ok(keys_of(imprint, id, partition)?.len() as u64);
            (0..PARTITIONS).into_par_iter().map(count).sum::<anyhow::Result<u64>>()?
        };
        let (mut rows_with, mut invalid) = (BTreeMap::new(), 0);
        for column in columns() {
            // Rows of one table with two columns of a kind: at least those of the fuller column.
            let rows: &mut u64 = rows_with.entry(column.table).or_default();
            *rows = (*rows).max(column.valid);
            invalid += column.distinct_raw - column.distinct;
        }
        units.push(Unit { unit: id, rows_with: rows_with.values().sum(), distinct, distinct_raw: distinct + invalid });
    }
    Ok(units)
}

/// Distinct person keys, each row named by its most telling one.
fn people(imprint: &Imprint) -> anyhow::Result<Unit> {
    let mut distinct = 0;
    for id in imprint.kinds() {
        let sums: Vec<u64> = (0..PARTITIONS)
            .into_par_iter()
            .map(|partition| {
                let mut keys = Vec::new();
                for keyring in imprint.columns_of(id) {
                    keys.extend_from_slice(&keyring.people.partition(partition)?);
                    let links = keyring.links.partition(partition)?;
                    keys.extend(links.iter().filter(|link| link.names()).map(Entry::fingerprint));
                }
                // Sorted already where all come from one column, the usual case.
                if !keys.is_sorted() {
                    keys.sort_unstable();
                }
                keys.dedup();
                Ok(keys.len() as u64)
            })
            .collect::<anyhow::Result<_>>()?;
        distinct += sums.iter().sum::<u64>();
    }
    let rows_with = imprint.tables.iter().map(|table| table.named).sum();
    Ok(Unit { unit: "people", rows_with, distinct, distinct_raw: distinct })
}
