//! How many people, and how many keys of each kind, one record set holds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::held::{keys_of, union};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Entry, PARTITIONS, Sorted};
use crate::imprint::{Column, Imprint};
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
            // Where a table has several columns of a kind, its rows with one were counted as rows.
            let counted = imprint.tables[column.table].rows_with.get(id).copied();
            rows_with.insert(column.table, counted.unwrap_or(column.valid));
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
        let columns: Vec<_> = imprint.columns_of(id).collect();
        distinct += match columns[..] {
            // Counted when it was sealed: it names rows by its links or by its people, never by both.
            [only] if only.people.is_empty() || only.links.is_empty() => only.people.len() + only.links.distinct().1,
            _ => (0..PARTITIONS)
                .into_par_iter()
                .map(|partition| Ok(naming(&columns, partition)?.len() as u64))
                .sum::<anyhow::Result<u64>>()?,
        };
    }
    let rows_with = imprint.tables.iter().map(|table| table.named).sum();
    Ok(Unit { unit: "people", rows_with, distinct, distinct_raw: distinct })
}

/// Distinct keys of one partition that name a row, over all columns.
fn naming<'a>(columns: &[&'a Column], partition: usize) -> anyhow::Result<Sorted<'a, Fingerprint>> {
    let mut lists = Vec::new();
    for column in columns {
        let links = column.links.partition(partition)?;
        lists.push(column.people.partition(partition)?);
        lists.push(Sorted::Made(links.iter().filter(|link| link.names()).map(Entry::fingerprint).collect()));
    }
    Ok(union(lists))
}
