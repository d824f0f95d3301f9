//! Distinct keys, logins, records and rows that the dump and its references hold both.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::held::{Held, keys_of, union};
use super::strata::Divided;
use super::{KeyClass, Level, Membership, Overlap};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::meet::{Pieces, STRETCHES, stretches};
use crate::fingerprint::runs::{Link, PARTITIONS, Sorted, partition_of};
use crate::imprint::decoy::{self, Drawn};
use crate::imprint::plan::shared_kinds;
use crate::imprint::{Imprint, KeyRuns};
use crate::profile::Decided;

/// A set of references as bits, by place among the holders.
type Mask = Box<[u8]>;

/// What one merge of a kind gives.
#[derive(Default)]
pub(super) struct Classes {
    dump: u64,
    /// Members → (held, found).
    by_members: BTreeMap<Mask, (u64, u64)>,
    /// Decoys, and per holder those that it holds.
    decoys: u64,
    chance_hits: Vec<u64>,
    /// Per holder: neighbours of its keys that no holder has, and those of them in the dump.
    neighbours: Vec<(u64, u64)>,
}

/// Counts the keys of a kind by who holds them. `divided`: its informative keys, where they were counted already; if all
/// of its keys are, they are not merged once more.
pub(super) fn classes(
    id: &'static str,
    dump: &Imprint,
    holders: &[Held<'_>],
    divided: Option<&Divided>,
) -> anyhow::Result<Classes> {
    let linked = |imprint: &Imprint| imprint.columns_of(id).all(|column| column.is_linked());
    let counted = divided.filter(|_| linked(dump) && holders.iter().all(|(_, imprint)| linked(imprint)));
    let mut candidates = dump.decoys.get(id).cloned().unwrap_or_default();
    candidates.sort_unstable_by_key(|candidate| candidate.key);
    let parts: Vec<(Classes, Vec<Drawn<Mask>>)> = (0..PARTITIONS)
        .into_par_iter()
        .map(|partition| {
            let own = Keys::of(dump, id, partition, counted.is_some())?;
            let others = holders
                .iter()
                .map(|(_, imprint)| Keys::of(imprint, id, partition, counted.is_some()))
                .collect::<anyhow::Result<Vec<_>>>()?;
            let begin = candidates.partition_point(|candidate| partition_of(candidate.key) < partition);
            let end = candidates.partition_point(|candidate| partition_of(candidate.key) <= partition);
            let drawn = candidates[begin..end].iter().map(|&candidate| Drawn {
                candidate,
                held: own.contains(candidate.key),
                found: found_by(candidate.key, &others),
            });
            let near = holders.iter().map(|(_, imprint)| {
                let drawn = imprint.neighbours.get(id).map_or(&[][..], |drawn| drawn);
                let begin = drawn.partition_point(|&near| partition_of(near) < partition);
                let end = drawn.partition_point(|&near| partition_of(near) <= partition);
                let free = drawn[begin..end].iter().filter(|near| others.iter().all(|keys| !keys.contains(**near)));
                free.fold((0, 0), |sum, near| (sum.0 + 1, sum.1 + u64::from(own.contains(*near))))
            });
            let near = near.collect();
            let drawn = drawn.collect();
            let others = others.into_iter().filter_map(Keys::merged).collect::<Vec<_>>();
            let merged = own.merged().map(|own| merge(&own, &others)).unwrap_or_default();
            Ok((Classes { neighbours: near, ..merged }, drawn))
        })
        .collect::<anyhow::Result<_>>()?;
    let none = vec![(0, 0); holders.len()];
    let mut sum = Classes { chance_hits: vec![0; holders.len()], neighbours: none, ..Classes::default() };
    let mut drawn = Vec::with_capacity(candidates.len());
    for (part, of_part) in parts {
        sum.dump += part.dump;
        drawn.extend(of_part);
        for (sum, near) in sum.neighbours.iter_mut().zip(&part.neighbours) {
            *sum = (sum.0 + near.0, sum.1 + near.1);
        }
        for (members, (held, found)) in part.by_members {
            let class = sum.by_members.entry(members).or_default();
            *class = (class.0 + held, class.1 + found);
        }
    }
    for class in counted.into_iter().flat_map(|divided| &divided.classes) {
        let place = |(place, (reference, _)): (usize, &Held<'_>)| class.members.contains(reference).then_some(place);
        let members = mask(holders.iter().enumerate().filter_map(place), holders.len());
        sum.dump += class.found;
        sum.by_members.insert(members, (class.held, class.found));
    }
    for decoy in decoy::choose(drawn) {
        sum.decoys += 1;
        for (place, hits) in sum.chance_hits.iter_mut().enumerate() {
            *hits += u64::from(holds(&decoy, place));
        }
    }
    Ok(sum)
}

/// The keys of a kind in one partition, to be looked up.
enum Keys<'a> {
    /// To be merged as well.
    Merged(Sorted<'a, Fingerprint>),
    /// Counted already, with what they are linked to, by column.
    Linked(Vec<Sorted<'a, Link>>),
}

impl<'a> Keys<'a> {
    fn of(imprint: &'a Imprint, id: &'a str, partition: usize, counted: bool) -> anyhow::Result<Self> {
        if !counted {
            return Ok(Keys::Merged(keys_of(imprint, id, partition)?));
        }
        let links = imprint.columns_of(id).map(|column| column.links.partition(partition));
        Ok(Keys::Linked(links.collect::<anyhow::Result<_>>()?))
    }

    fn contains(&self, key: Fingerprint) -> bool {
        match self {
            Keys::Merged(keys) => keys.contains(key),
            Keys::Linked(columns) => columns.iter().any(|links| links.contains(key)),
        }
    }

    fn merged(self) -> Option<Sorted<'a, Fingerprint>> {
        match self {
            Keys::Merged(keys) => Some(keys),
            Keys::Linked(_) => None,
        }
    }
}

/// Places among so many as bits.
fn mask(places: impl Iterator<Item = usize>, of: usize) -> Mask {
    let mut members = vec![0_u8; of.div_ceil(8)];
    places.for_each(|place| members[place / 8] |= 1 << (place % 8));
    members.into()
}

/// Which holders have a key.
fn found_by(key: Fingerprint, others: &[Keys<'_>]) -> Mask {
    mask((0..others.len()).filter(|&place| others[place].contains(key)), others.len())
}

/// Merges the dump's keys with those of its holders, all sorted and distinct.
fn merge(own: &Sorted<'_, Fingerprint>, others: &[Sorted<'_, Fingerprint>]) -> Classes {
    let mut classes = Classes { dump: own.len() as u64, ..Classes::default() };
    if let [other] = others {
        // The common case, without a class per key.
        let (held, found) = (other.len() as u64, shared(own, other));
        classes.by_members.insert([1].into(), (held, found));
        classes.by_members.insert([0].into(), (0, classes.dump - found));
        return classes;
    }
    let (own, others) = (own.whole(), others.iter().map(Sorted::whole).collect::<Vec<_>>());
    let mut at = vec![0; others.len()];
    let mut own_at = 0;
    let mut members = vec![0_u8; others.len().div_ceil(8)];
    // Small tables of classes are counted by number, not by tree.
    let mut small = if others.len() <= 12 { vec![(0, 0); 1 << others.len()] } else { Vec::new() };
    loop {
        let heads = others.iter().zip(&at).filter_map(|(keys, &at)| keys.get(at));
        let Some(&least) = heads.chain(own.get(own_at)).min() else { break };
        members.fill(0);
        for (place, (keys, at)) in others.iter().zip(&mut at).enumerate() {
            if keys.get(*at) == Some(&least) {
                *at += 1;
                members[place / 8] |= 1 << (place % 8);
            }
        }
        let found = own.get(own_at) == Some(&least);
        own_at += usize::from(found);
        let number = members.iter().rev().fold(0_usize, |number, &byte| number << 8 | usize::from(byte));
        let held = u64::from(members.iter().any(|&byte| byte != 0));
        match small.get_mut(number) {
            Some(class) if others.len() <= 12 => *class = (class.0 + held, class.1 + u64::from(found)),
            _ => {
                let class = classes.by_members.entry(members.clone().into()).or_default();
                *class = (class.0 + held, class.1 + u64::from(found));
            }
        }
    }
    for (number, &class) in small.iter().enumerate().filter(|(_, class)| **class != (0, 0)) {
        let bytes = (0..members.len()).map(|byte| (number >> (8 * byte)) as u8).collect();
        classes.by_members.insert(bytes, class);
    }
    classes
}

/// Number of keys in both of two sorted, distinct lists.
pub(super) fn shared(one: &Sorted<'_, Fingerprint>, other: &Sorted<'_, Fingerprint>) -> u64 {
    Pieces::of(one.chunks(), other.chunks()).map(|piece| in_both(stretches(piece))).sum()
}

/// Without branches on the data: random keys would mispredict every other one.
fn in_both(parts: [(&[Fingerprint], &[Fingerprint]); STRETCHES]) -> u64 {
    let mut at = [(0, 0); STRETCHES];
    let mut both = 0;
    let mut step = |(one, other): (&[Fingerprint], &[Fingerprint]), (i, j): &mut (usize, usize)| {
        let (Some(a), Some(b)) = (one.get(*i), other.get(*j)) else { return false };
        both += u64::from(a == b);
        *i += usize::from(a <= b);
        *j += usize::from(b <= a);
        true
    };
    while parts.iter().zip(&mut at).all(|(&part, at)| step(part, at)) {}
    for (&part, at) in parts.iter().zip(&mut at) {
        while step(part, at) {}
    }
    both
}

pub(super) fn holds(members: &[u8], place: usize) -> bool {
    members.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1)
}

fn assumed(imprint: &Imprint, id: &str) -> bool {
    imprint
        .profile
        .columns
        .iter()
        .any(|c| c.compared_as == Some(id) && matches!(c.decided, Decided::Assumed | Decided::Refuted))
}

pub(super) fn overlaps(id: &'static str, dump: &Imprint, holders: &[Held<'_>], classes: &Classes) -> Vec<Overlap> {
    let drawn = (classes.decoys > 0).then_some(classes.decoys);
    holders
        .iter()
        .enumerate()
        .map(|(place, &(reference, imprint))| {
            let of = classes.by_members.iter().filter(|(members, _)| holds(members, place));
            let (size, shared) = of.fold((0, 0), |sum, (_, class)| (sum.0 + class.0, sum.1 + class.1));
            Overlap {
                reference,
                kind: Some(id.to_owned()),
                level: Level::Key,
                kinds: vec![id],
                dump: classes.dump,
                reference_size: size,
                shared,
                decoys: drawn,
                chance_hits: drawn.map(|_| classes.chance_hits[place]),
                neighbours: classes.neighbours.get(place).copied().filter(|(free, _)| *free > 0),
                assumed: assumed(dump, id) || assumed(imprint, id),
            }
        })
        .collect()
}

pub(super) fn membership(id: &'static str, holders: &[Held<'_>], classes: Classes) -> Membership {
    let references: Vec<usize> = holders.iter().map(|(reference, _)| *reference).collect();
    let classes =
        classes.by_members.into_iter().filter(|(_, class)| *class != (0, 0)).map(|(members, (held, found))| {
            let members = references.iter().enumerate().filter(|(p, _)| holds(&members, *p)).map(|(_, r)| *r).collect();
            KeyClass { members, held, found }
        });
    let mut classes: Vec<KeyClass> = classes.collect();
    classes.sort_by(|a, b| a.members.cmp(&b.members));
    Membership::undivided(id, references, classes)
}

/// Distinct in one, in the other, in both, of unions of runs.
fn count(one: &[&KeyRuns], other: &[&KeyRuns]) -> anyhow::Result<(u64, u64, u64)> {
    fn keys<'a>(runs: &[&'a KeyRuns], partition: usize) -> anyhow::Result<Sorted<'a, Fingerprint>> {
        Ok(union(runs.iter().map(|run| run.partition(partition)).collect::<anyhow::Result<_>>()?))
    }
    (0..PARTITIONS)
        .into_par_iter()
        .map(|partition| {
            let (one, other) = (keys(one, partition)?, keys(other, partition)?);
            Ok((one.len() as u64, other.len() as u64, shared(&one, &other)))
        })
        .try_reduce(Default::default, |a, b| Ok((a.0 + b.0, a.1 + b.1, a.2 + b.2)))
}

pub(super) fn plain(reference: usize, level: Level, (dump, reference_size, shared): (u64, u64, u64)) -> Overlap {
    Overlap {
        reference,
        kind: None,
        level,
        kinds: Vec::new(),
        dump,
        reference_size,
        shared,
        decoys: None,
        chance_hits: None,
        neighbours: None,
        assumed: false,
    }
}

/// Login with password, by the kinds of both.
pub(super) fn logins(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Vec<Overlap>> {
    let pairs: BTreeSet<(&str, &str)> = login_kinds(dump).intersection(&login_kinds(imprint)).copied().collect();
    let mut overlaps = Vec::new();
    for pair in pairs {
        let sum = (0..PARTITIONS)
            .into_par_iter()
            .map(|partition| {
                let (one, other) = (logins_of(dump, pair, partition)?, logins_of(imprint, pair, partition)?);
                Ok((one.len() as u64, other.len() as u64, shared(&one, &other)))
            })
            .try_reduce(Default::default, |a: (u64, u64, u64), b| anyhow::Ok((a.0 + b.0, a.1 + b.1, a.2 + b.2)))?;
        overlaps
            .push(Overlap { kind: Some(format!("{}+{}", pair.0, pair.1)), ..plain(reference, Level::Attribute, sum) });
    }
    Ok(overlaps)
}

/// Kinds of login and password of a table.
fn login_pair(plan: &crate::imprint::plan::TablePlan) -> Option<(&'static str, &'static str)> {
    let (login, secret) = plan.login?;
    Some((plan.columns.get(login)?.kind?.id, plan.columns.get(secret)?.kind?.id))
}

pub(super) fn login_kinds(imprint: &Imprint) -> BTreeSet<(&'static str, &'static str)> {
    imprint.tables.iter().filter_map(|table| login_pair(&table.plan)).collect()
}

pub(super) fn logins_of<'a>(
    imprint: &'a Imprint,
    pair: (&str, &str),
    partition: usize,
) -> anyhow::Result<Sorted<'a, Fingerprint>> {
    let tables = imprint.tables.iter().filter(|table| login_pair(&table.plan) == Some(pair));
    Ok(union(tables.map(|table| table.logins.distinct(partition)).collect::<anyhow::Result<_>>()?))
}

/// All kinds that two tables share agree in one row: one overlap for each set of kinds that some tables share, each with
/// the rows of its own tables.
pub(super) fn records(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Vec<Overlap>> {
    let mut sets: BTreeMap<_, (Vec<&KeyRuns>, BTreeMap<usize, &KeyRuns>)> = BTreeMap::new();
    for own in &dump.tables {
        for (number, other) in imprint.tables.iter().enumerate() {
            let Some(set) = shared_kinds(&own.plan, &other.plan) else { continue };
            let find = |table: &'_ crate::imprint::Table| table.plan.records.iter().position(|known| *known == set);
            let (Some(one), Some(two)) = (find(own), find(other)) else { continue };
            let runs = sets.entry(set).or_default();
            let one = &own.records[one];
            if !runs.0.iter().any(|known| std::ptr::eq(*known, one)) {
                runs.0.push(one);
            }
            runs.1.insert(number, &other.records[two]);
        }
    }
    let mut overlaps = Vec::new();
    for (set, (own, others)) in sets {
        let others: Vec<&KeyRuns> = others.into_values().collect();
        let kinds = set.into_iter().map(|(id, _)| id).collect();
        overlaps.push(Overlap { kinds, ..plain(reference, Level::Record, count(&own, &others)?) });
    }
    Ok(overlaps)
}

pub(super) fn rows(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Option<Overlap>> {
    let (Some(one), Some(other)) = (&dump.rows, &imprint.rows) else { return Ok(None) };
    Ok(Some(plain(reference, Level::Row, count(&[one], &[other])?)))
}
