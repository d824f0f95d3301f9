//! Every row of the dump is attributed to the references that hold one of its informative keys.

use std::borrow::Cow;

use rayon::prelude::*;

use super::join::{Held, keys_of, union};
use super::overlaps::{holds, login_kinds, logins_of};
use super::row_sets::RowSets;
use super::{RowClass, Rows};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Entry, Link, PARTITIONS, Sorted};
use crate::imprint::{Imprint, Keyring};
use crate::kind::{self, Rank};

/// The keys that rows are attributed by, most telling first: the kinds of the dump that are linked, and login with password.
fn informative(dump: &Imprint) -> Vec<(Rank, Option<&'static str>, Vec<&Keyring>)> {
    let mut streams: Vec<(Rank, Option<&'static str>, Vec<&Keyring>)> = dump
        .kinds()
        .into_iter()
        .filter_map(kind::find)
        .filter(|kind| kind.rank != Rank::Attribute)
        .map(|kind| (kind.rank, Some(kind.id), dump.columns_of(kind.id).collect()))
        .collect();
    streams.push((Rank::Login, None, dump.tables.iter().map(|table| &table.logins).collect()));
    streams.sort_by_key(|(rank, id, _)| (*rank, *id));
    streams
}

/// Attributes every row to the references that hold one of its informative keys.
pub(super) fn compose(dump: &Imprint, references: &[Held<'_>]) -> anyhow::Result<Rows> {
    let slots = dump.profile.files.iter().map(|file| file.rows + file.rows_faulty).sum::<u64>() as usize;
    let mut sets = RowSets::new(slots, references.len());
    for (_, id, keyrings) in informative(dump) {
        for keyring in keyrings {
            (0..PARTITIONS).into_par_iter().try_for_each(|partition| {
                let others = references
                    .iter()
                    .map(|(_, imprint)| match id {
                        Some(id) => keys_of(imprint, id, partition),
                        None => all_logins(dump, imprint, partition),
                    })
                    .collect::<anyhow::Result<Vec<_>>>()?;
                let others: Vec<_> = others.iter().map(Sorted::whole).collect();
                attribute(&keyring.links.partition(partition)?, &others, &sets);
                anyhow::Ok(())
            })?;
        }
        // The first kind that any reference holds has the credit; all have their place in the total.
        sets.settle();
    }
    let informative = dump.tables.iter().map(|table| table.informative).sum();
    let rows = dump.profile.rows;
    let classes = sets.classes();
    let list = |mask: &[u8]| {
        references.iter().enumerate().filter(|(place, _)| holds(mask, *place)).map(|(_, (r, _))| *r).collect::<Vec<_>>()
    };
    let mut classes: Vec<RowClass> = classes
        .into_iter()
        .map(|((total, credit), rows)| RowClass { members: list(&total), credited: list(&credit), rows })
        .collect();
    // Slots of unusable rows have no key and no reference; they are no rows.
    if let Some(none) = classes.iter_mut().find(|class| class.members.is_empty()) {
        none.rows -= slots as u64 - rows;
    }
    classes.retain(|class| class.rows > 0);
    classes.sort_by(|a, b| (&a.members, &a.credited).cmp(&(&b.members, &b.credited)));
    Ok(Rows { rows, informative, classes })
}

fn all_logins<'a>(dump: &Imprint, imprint: &'a Imprint, partition: usize) -> anyhow::Result<Sorted<'a, Fingerprint>> {
    let pairs = login_kinds(dump);
    let both = pairs.intersection(&login_kinds(imprint)).copied().collect::<Vec<_>>();
    let logins = both.into_iter().map(|pair| logins_of(imprint, pair, partition));
    Ok(union(logins.collect::<anyhow::Result<_>>()?))
}

fn attribute(links: &Sorted<'_, Link>, others: &[Cow<'_, [Fingerprint]>], sets: &RowSets) {
    if let [only] = others {
        return attribute_to_one(links, only, sets);
    }
    let mut at = vec![0; others.len()];
    let mut members = Vec::new();
    let mut last = None;
    for link in links.iter() {
        let key = link.fingerprint();
        if last != Some(key) {
            last = Some(key);
            members.clear();
            for (place, (keys, at)) in others.iter().zip(&mut at).enumerate() {
                while keys.get(*at).is_some_and(|&other| other < key) {
                    *at += 1;
                }
                if keys.get(*at) == Some(&key) {
                    members.push(place);
                }
            }
        }
        members.iter().for_each(|&place| sets.add(link.row(), place));
    }
}

/// The same for one reference, the common case, without branches on the data.
fn attribute_to_one(links: &Sorted<'_, Link>, keys: &[Fingerprint], sets: &RowSets) {
    let mut rows = Vec::new();
    let mut at = 0;
    for chunk in links.chunks() {
        rows.clear();
        rows.resize(chunk.len() + 1, 0);
        let (mut link, mut found) = (0, 0);
        while let (Some(next), Some(&key)) = (chunk.get(link), keys.get(at)) {
            let own = next.fingerprint();
            rows[found] = next.row();
            found += usize::from(own == key);
            // A key may be linked many times.
            link += usize::from(own <= key);
            at += usize::from(own > key);
        }
        for &row in &rows[..found] {
            sets.add(row, 0);
        }
    }
}
