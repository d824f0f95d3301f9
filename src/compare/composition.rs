//! Every row of the dump is attributed to the references that hold one of its informative keys.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::common::{self, Common};
use super::held::{Held, keys_of, union};
use super::overlaps::{login_kinds, logins_of};
use super::row_sets::{Pattern, RowSets};
use super::{Membership, Repeat, RowClass, Rows};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::meet::{Pieces, STRETCHES, stretches};
use crate::fingerprint::runs::{Entry, Link, PARTITIONS, Sorted};
use crate::imprint::{Imprint, Keyring};
use crate::kind::{self, Rank};

/// A dump of more files is taken for one: parts would have too few rows to tell anything.
const STRETCHES_MOST: usize = 64;

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

/// Attributes every row to the references that hold one of its informative keys. `memberships` are those of the keys.
pub(super) fn compose(dump: &Imprint, references: &[Held<'_>], memberships: &[Membership]) -> anyhow::Result<Rows> {
    let files = || dump.profile.files.iter().map(|file| (file.rows + file.rows_faulty) as usize);
    let slots = files().sum::<usize>();
    let streams: Vec<_> = informative(dump).into_iter().filter(|(_, id, _)| is_held(dump, *id, references)).collect();
    let mut sets = RowSets::new(slots, references.len(), streams.len());
    let common = Common::new(slots);
    let mut repeats = Vec::new();
    for (rank, id, keyrings) in &streams {
        for keyring in keyrings {
            let most = common::most(*rank, keyring);
            (0..PARTITIONS).into_par_iter().try_for_each(|partition| {
                let others = references
                    .iter()
                    .map(|(_, imprint)| match id {
                        Some(id) => keys_of(imprint, id, partition),
                        None => all_logins(dump, imprint, partition),
                    })
                    .collect::<anyhow::Result<Vec<_>>>()?;
                let mut others: Vec<_> = others.iter().map(Sorted::whole).collect();
                let links = keyring.links.partition(partition)?;
                common.leave_out(&links, most, &mut others);
                attribute(&links, &others, &sets);
                anyhow::Ok(())
            })?;
        }
        // The first kind that any reference holds is the row's most telling one; all have their place in the total.
        let found = sets.settle();
        let membership = memberships.iter().find(|membership| Some(membership.kind.as_str()) == *id);
        repeats.extend(membership.map(|membership| repeated(found, references, membership)));
    }
    let told: u64 = dump.tables.iter().map(|table| table.informative).sum();
    let informative = told - common.untold(dump)?.min(told);
    let rows = dump.profile.rows;
    // Sources that lie side by side in files of their own are told apart by the file.
    let mut ends: Vec<usize> = files()
        .scan(0, |end, rows| {
            *end += rows;
            Some(*end)
        })
        .collect();
    if ends.len() > STRETCHES_MOST {
        ends = vec![slots];
    }
    let classes = classes(sets.classes(&ends), references, slots as u64 - rows);
    Ok(Rows { rows, informative, classes, repeats })
}

/// Whether any reference holds keys by which rows are attributed.
fn is_held(dump: &Imprint, id: Option<&str>, references: &[Held<'_>]) -> bool {
    let pairs = login_kinds(dump);
    references.iter().any(|(_, imprint)| match id {
        Some(id) => imprint.kinds().contains(id),
        None => !pairs.is_disjoint(&login_kinds(imprint)),
    })
}

/// Rows by what they have in common. `unusable` slots are no rows: they have no key and no reference.
fn classes(found: BTreeMap<Pattern, u64>, references: &[Held<'_>], unusable: u64) -> Vec<RowClass> {
    let mut parts: BTreeMap<(usize, Vec<u8>), usize> = BTreeMap::new();
    let mut classes: BTreeMap<RowClass, u64> = BTreeMap::new();
    for (pattern, rows) in found {
        let places = || (0..references.len()).filter(|&place| pattern.held[place] > 0);
        let number = parts.len();
        let class = RowClass {
            members: places().map(|place| references[place].0).collect(),
            credited: places().filter(|&place| pattern.first[place]).map(|place| references[place].0).collect(),
            kinds: places().map(|place| pattern.held[place]).collect(),
            // Rows that nobody holds have no part in anything.
            part: if places().next().is_none() {
                0
            } else {
                *parts.entry((pattern.stretch, pattern.kinds)).or_insert(number)
            },
            rows: 0,
        };
        *classes.entry(class).or_default() += rows;
    }
    let mut classes: Vec<RowClass> = classes.into_iter().map(|(class, rows)| RowClass { rows, ..class }).collect();
    if let Some(none) = classes.iter_mut().find(|class| class.members.is_empty()) {
        none.rows -= unusable;
    }
    classes.retain(|class| class.rows > 0);
    classes
}

/// How often the keys of each class of a kind stand in the dump.
fn repeated(rows: BTreeMap<Vec<usize>, u64>, references: &[Held<'_>], membership: &Membership) -> Vec<Repeat> {
    let sources: BTreeSet<usize> = references.iter().map(|(index, _)| *index).collect();
    let mut keys: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for class in membership.informative.iter().filter(|class| class.found > 0) {
        let members = class.members.iter().copied().filter(|member| sources.contains(member)).collect();
        *keys.entry(members).or_default() += class.found;
    }
    let of = |places: &[usize]| places.iter().map(|&place| references[place].0).collect::<Vec<_>>();
    let rows = rows.into_iter().map(|(places, rows)| (of(&places), rows));
    rows.filter_map(|(members, rows)| Some(Repeat { keys: *keys.get(&members)?, members, rows })).collect()
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
    for piece in Pieces::of(links.chunks(), std::iter::once(keys)) {
        let parts = stretches(piece);
        // Room for what each stretch finds, and for the row that it may write beyond.
        rows.resize(rows.len().max(piece.0.len() + STRETCHES), 0);
        let mut at = [(0, 0, 0); STRETCHES];
        let mut start = 0;
        for (part, at) in parts.iter().zip(&mut at) {
            at.2 = start;
            start += part.0.len() + 1;
        }
        let starts = at.map(|at| at.2);
        let mut step = |(links, keys): (&[Link], &[Fingerprint]), (i, j, found): &mut (usize, usize, usize)| {
            let (Some(link), Some(&key)) = (links.get(*i), keys.get(*j)) else { return false };
            let own = link.fingerprint();
            rows[*found] = link.row();
            *found += usize::from(own == key);
            // A key may be linked many times.
            *i += usize::from(own <= key);
            *j += usize::from(own > key);
            true
        };
        while parts.iter().zip(&mut at).all(|(&part, at)| step(part, at)) {}
        for (&part, at) in parts.iter().zip(&mut at) {
            while step(part, at) {}
        }
        for (start, (_, _, end)) in starts.into_iter().zip(at) {
            rows[start..end].iter().for_each(|&row| sets.add(row, 0));
        }
    }
}
