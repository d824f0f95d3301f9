//! The second door: sorted runs of the dump and of all references are merged, partition by partition, into counts.
//!
//! Every partition is joined on its own, on any thread; what is added up are whole numbers, so the order does not show.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicU8, Ordering};

use rayon::prelude::*;

use super::{Counts, KeyClass, Level, Membership, Overlap, Refusal, RowClass, Rows};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Entry, Link, PARTITIONS, partition_of};
use crate::imprint::plan::shared_kinds;
use crate::imprint::{Imprint, KeyRuns, Keyring};
use crate::kind::{self, Rank};
use crate::profile::{Decided, Unit};

/// A reference with an imprint: its index among the run's references and the imprint.
pub type Held<'a> = (usize, &'a Imprint);

/// Joins the dump with its references.
///
/// # Errors
/// When a run cannot be read; runs in memory never fail.
pub fn join(dump: &Imprint, references: &[Held<'_>]) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    let kinds = dump.kinds();
    for &(reference, imprint) in references {
        if imprint.kinds().is_disjoint(&kinds) {
            counts.refusals.push(refusal(reference, &kinds, &imprint.kinds()));
        }
    }
    let all: BTreeSet<&'static str> = references.iter().flat_map(|(_, imprint)| imprint.kinds()).collect();
    for id in all {
        let holders: Vec<Held<'_>> = references.iter().copied().filter(|(_, i)| i.kinds().contains(id)).collect();
        let classes = classes(id, dump, &holders)?;
        if kinds.contains(id) {
            counts.overlaps.extend(overlaps(id, dump, &holders, &classes));
        }
        counts.memberships.push(membership(id, &holders, classes));
    }
    for &(reference, imprint) in references {
        counts.overlaps.extend(logins(reference, dump, imprint)?);
        counts.overlaps.extend(records(reference, dump, imprint)?);
        counts.overlaps.extend(rows(reference, dump, imprint)?);
    }
    counts.overlaps.sort_by(|a, b| (a.reference, a.level, &a.kind).cmp(&(b.reference, b.level, &b.kind)));
    if dump.tables.iter().any(|table| table.plan.people) {
        counts.rows = Some(compose(dump, references)?);
    }
    Ok(counts)
}

fn refusal(reference: usize, dump: &BTreeSet<&str>, own: &BTreeSet<&str>) -> Refusal {
    let list = |ids: &BTreeSet<&str>| match ids.len() {
        0 => "no kind that is known".to_owned(),
        _ => ids.iter().copied().collect::<Vec<_>>().join(", "),
    };
    Refusal {
        reference,
        reason: "no-shared-kind",
        hint: format!(
            "it holds {}, the dump {}; a list with a kind in common would make them comparable",
            list(own),
            list(dump)
        ),
    }
}

/// A set of references as bits, by place among the holders.
type Mask = Box<[u8]>;

/// Distinct keys of a kind in one partition, over all columns.
fn keys_of<'a>(imprint: &'a Imprint, id: &'a str, partition: usize) -> anyhow::Result<Cow<'a, [Fingerprint]>> {
    let mut slices =
        imprint.columns_of(id).map(|column| column.distinct(partition)).collect::<anyhow::Result<Vec<_>>>()?;
    if slices.len() == 1 {
        return Ok(slices.remove(0));
    }
    let mut keys: Vec<Fingerprint> = slices.iter().flat_map(|slice| slice.iter().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    Ok(keys.into())
}

/// What one merge of a kind gives.
#[derive(Default)]
struct Classes {
    dump: u64,
    /// Members → (held, found).
    by_members: BTreeMap<Mask, (u64, u64)>,
    /// Decoys that are not in the dump, and per holder those that it holds.
    decoys: u64,
    chance_hits: Vec<u64>,
}

fn classes(id: &'static str, dump: &Imprint, holders: &[Held<'_>]) -> anyhow::Result<Classes> {
    let decoys = dump.decoys.get(id).map_or(&[][..], |decoys| decoys);
    let parts: Vec<Classes> = (0..PARTITIONS)
        .into_par_iter()
        .map(|partition| {
            let own = keys_of(dump, id, partition)?;
            let others = holders
                .iter()
                .map(|(_, imprint)| keys_of(imprint, id, partition))
                .collect::<anyhow::Result<Vec<_>>>()?;
            let others: Vec<&[Fingerprint]> = others.iter().map(|keys| keys.as_ref()).collect();
            let mut classes = merge(&own, &others);
            let begin = decoys.partition_point(|&decoy| partition_of(decoy) < partition);
            let end = decoys.partition_point(|&decoy| partition_of(decoy) <= partition);
            classes.chance_hits = vec![0; others.len()];
            for decoy in decoys[begin..end].iter().filter(|decoy| own.binary_search(decoy).is_err()) {
                classes.decoys += 1;
                for (hits, keys) in classes.chance_hits.iter_mut().zip(&others) {
                    *hits += u64::from(keys.binary_search(decoy).is_ok());
                }
            }
            Ok(classes)
        })
        .collect::<anyhow::Result<_>>()?;
    let mut sum = Classes { chance_hits: vec![0; holders.len()], ..Classes::default() };
    for part in parts {
        sum.dump += part.dump;
        sum.decoys += part.decoys;
        sum.chance_hits.iter_mut().zip(&part.chance_hits).for_each(|(sum, hits)| *sum += hits);
        for (members, (held, found)) in part.by_members {
            let class = sum.by_members.entry(members).or_default();
            *class = (class.0 + held, class.1 + found);
        }
    }
    Ok(sum)
}

/// Merges the dump's keys with those of its holders, all sorted and distinct.
fn merge(own: &[Fingerprint], others: &[&[Fingerprint]]) -> Classes {
    let mut classes = Classes { dump: own.len() as u64, ..Classes::default() };
    if let [other] = others {
        // The common case, without a class per key.
        let (held, found) = (other.len() as u64, shared(own, other));
        classes.by_members.insert([1].into(), (held, found));
        classes.by_members.insert([0].into(), (0, classes.dump - found));
        return classes;
    }
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
fn shared(one: &[Fingerprint], other: &[Fingerprint]) -> u64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        // Without branches on the data: random keys would mispredict every other one.
        shared += u64::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    shared
}

fn holds(members: &[u8], place: usize) -> bool {
    members.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1)
}

fn assumed(imprint: &Imprint, id: &str) -> bool {
    imprint
        .profile
        .columns
        .iter()
        .any(|c| c.compared_as == Some(id) && matches!(c.decided, Decided::Assumed | Decided::Refuted))
}

fn overlaps(id: &'static str, dump: &Imprint, holders: &[Held<'_>], classes: &Classes) -> Vec<Overlap> {
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
                assumed: assumed(dump, id) || assumed(imprint, id),
            }
        })
        .collect()
}

fn membership(id: &'static str, holders: &[Held<'_>], classes: Classes) -> Membership {
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
    fn union<'a>(runs: &[&'a KeyRuns], partition: usize) -> anyhow::Result<Cow<'a, [Fingerprint]>> {
        if let [only] = runs {
            return only.partition(partition);
        }
        let mut keys = Vec::new();
        for run in runs {
            keys.extend_from_slice(&run.partition(partition)?);
        }
        keys.sort_unstable();
        keys.dedup();
        Ok(keys.into())
    }
    (0..PARTITIONS)
        .into_par_iter()
        .map(|partition| {
            let (one, other) = (union(one, partition)?, union(other, partition)?);
            Ok((one.len() as u64, other.len() as u64, shared(&one, &other)))
        })
        .try_reduce(Default::default, |a, b| Ok((a.0 + b.0, a.1 + b.1, a.2 + b.2)))
}

fn plain(reference: usize, level: Level, (dump, reference_size, shared): (u64, u64, u64)) -> Overlap {
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
        assumed: false,
    }
}

/// Login with password, by the kinds of both.
fn logins(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Vec<Overlap>> {
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

fn login_kinds(imprint: &Imprint) -> BTreeSet<(&'static str, &'static str)> {
    imprint.tables.iter().filter_map(|table| login_pair(&table.plan)).collect()
}

fn logins_of(imprint: &Imprint, pair: (&str, &str), partition: usize) -> anyhow::Result<Vec<Fingerprint>> {
    let mut keys = Vec::new();
    for table in imprint.tables.iter().filter(|table| login_pair(&table.plan) == Some(pair)) {
        keys.extend_from_slice(&table.logins.distinct(partition)?);
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

/// All kinds that two tables share agree in one row.
fn records(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Option<Overlap>> {
    let mut total = (0, 0, 0);
    let mut kinds = BTreeSet::new();
    let mut sets: BTreeMap<_, (Vec<&KeyRuns>, BTreeMap<usize, &KeyRuns>)> = BTreeMap::new();
    for own in &dump.tables {
        for (number, other) in imprint.tables.iter().enumerate() {
            let Some(set) = shared_kinds(&own.plan, &other.plan) else { continue };
            let find = |table: &'_ crate::imprint::Table| table.plan.records.iter().position(|known| *known == set);
            let (Some(one), Some(two)) = (find(own), find(other)) else { continue };
            kinds.extend(set.iter().map(|(id, _)| *id));
            let runs = sets.entry(set).or_default();
            let one = &own.records[one];
            if !runs.0.iter().any(|known| std::ptr::eq(*known, one)) {
                runs.0.push(one);
            }
            runs.1.insert(number, &other.records[two]);
        }
    }
    if sets.is_empty() {
        return Ok(None);
    }
    for (own, others) in sets.values() {
        let others: Vec<&KeyRuns> = others.values().copied().collect();
        let (one, other, both) = count(own, &others)?;
        total = (total.0 + one, total.1 + other, total.2 + both);
    }
    Ok(Some(Overlap { kinds: kinds.into_iter().collect(), ..plain(reference, Level::Record, total) }))
}

fn rows(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Option<Overlap>> {
    let (Some(one), Some(other)) = (&dump.rows, &imprint.rows) else { return Ok(None) };
    Ok(Some(plain(reference, Level::Row, count(&[one], &[other])?)))
}

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

/// One bit per reference for every row.
struct RowMasks {
    width: usize,
    bytes: Vec<AtomicU8>,
}

impl RowMasks {
    fn new(rows: usize, width: usize) -> Self {
        RowMasks { width, bytes: (0..rows * width).map(|_| AtomicU8::new(0)).collect() }
    }

    fn add(&self, row: u32, members: &[u8]) {
        let begin = row as usize * self.width;
        for (byte, &bits) in self.bytes[begin..begin + self.width].iter().zip(members) {
            if bits != 0 {
                byte.fetch_or(bits, Ordering::Relaxed);
            }
        }
    }
}

/// Attributes every row to the references that hold one of its informative keys.
fn compose(dump: &Imprint, references: &[Held<'_>]) -> anyhow::Result<Rows> {
    let slots = dump.profile.files.iter().map(|file| file.rows + file.rows_faulty).sum::<u64>() as usize;
    let width = references.len().div_ceil(8).max(1);
    let now = RowMasks::new(slots, width);
    let (mut total, mut credit) = (vec![0_u8; slots * width], vec![0_u8; slots * width]);
    for (_, id, keyrings) in informative(dump) {
        (0..PARTITIONS).into_par_iter().try_for_each(|partition| {
            let others = references
                .iter()
                .map(|(_, imprint)| match id {
                    Some(id) => keys_of(imprint, id, partition).map(Cow::into_owned),
                    None => all_logins(dump, imprint, partition),
                })
                .collect::<anyhow::Result<Vec<_>>>()?;
            for keyring in &keyrings {
                attribute(&keyring.links.partition(partition)?, &others, &now);
            }
            anyhow::Ok(())
        })?;
        // The first kind that any reference holds has the credit; all have their place in the total.
        settle(&now, &mut total, &mut credit);
    }
    let informative = dump.tables.iter().map(|table| table.informative).sum();
    let rows = dump.profile.rows;
    let classes = count_classes(&total, &credit, width);
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

fn all_logins(dump: &Imprint, imprint: &Imprint, partition: usize) -> anyhow::Result<Vec<Fingerprint>> {
    let mut keys = Vec::new();
    for pair in login_kinds(dump).intersection(&login_kinds(imprint)) {
        keys.extend(logins_of(imprint, *pair, partition)?);
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

fn attribute(links: &[Link], others: &[Vec<Fingerprint>], now: &RowMasks) {
    let mut at = vec![0; others.len()];
    let mut members = vec![0_u8; now.width];
    let mut last = None;
    for link in links {
        let key = link.fingerprint();
        if last != Some(key) {
            last = Some(key);
            members.fill(0);
            for (place, (keys, at)) in others.iter().zip(&mut at).enumerate() {
                while keys.get(*at).is_some_and(|&other| other < key) {
                    *at += 1;
                }
                if keys.get(*at) == Some(&key) {
                    members[place / 8] |= 1 << (place % 8);
                }
            }
        }
        now.add(link.row(), &members);
    }
}

/// Rows that a thread takes at a time.
const ROWS_AT_A_TIME: usize = 1 << 20;

fn settle(now: &RowMasks, total: &mut [u8], credit: &mut [u8]) {
    let (width, many) = (now.width, now.width * ROWS_AT_A_TIME);
    now.bytes.par_chunks(many).zip(total.par_chunks_mut(many)).zip(credit.par_chunks_mut(many)).for_each(
        |((now, total), credit)| {
            let rows = now.chunks_exact(width).zip(total.chunks_exact_mut(width)).zip(credit.chunks_exact_mut(width));
            for ((now, total), credit) in rows {
                let first = total.iter().all(|&byte| byte == 0);
                for ((now, total), credit) in now.iter().zip(total).zip(credit) {
                    let bits = now.load(Ordering::Relaxed);
                    if bits == 0 {
                        continue;
                    }
                    now.store(0, Ordering::Relaxed);
                    *total |= bits;
                    if first {
                        *credit = bits;
                    }
                }
            }
        },
    );
}

/// Two sets of references: all that hold a row, and those that share its credit.
type MaskPair = (Vec<u8>, Vec<u8>);

/// How many rows have each pair of masks, by the masks.
fn count_classes(total: &[u8], credit: &[u8], width: usize) -> BTreeMap<MaskPair, u64> {
    let many = width * ROWS_AT_A_TIME;
    let count = |(total, credit): (&[u8], &[u8])| -> Vec<(MaskPair, u64)> {
        if width == 1 {
            // Up to eight references: a pair of masks is a number below 65,536.
            let mut counts = vec![0_u64; 1 << 16];
            for (&total, &credit) in total.iter().zip(credit) {
                counts[usize::from(total) << 8 | usize::from(credit)] += 1;
            }
            let filled = counts.into_iter().enumerate().filter(|(_, rows)| *rows > 0);
            return filled.map(|(pair, rows)| ((vec![(pair >> 8) as u8], vec![pair as u8]), rows)).collect();
        }
        let mut counts: HashMap<(&[u8], &[u8]), u64> = HashMap::new();
        for pair in total.chunks_exact(width).zip(credit.chunks_exact(width)) {
            *counts.entry(pair).or_default() += 1;
        }
        counts.into_iter().map(|((total, credit), rows)| ((total.to_vec(), credit.to_vec()), rows)).collect()
    };
    let parts: Vec<Vec<(MaskPair, u64)>> = total.par_chunks(many).zip(credit.par_chunks(many)).map(count).collect();
    let mut classes = BTreeMap::new();
    // The order in which they are added up does not show: they are whole numbers.
    for (pair, rows) in parts.into_iter().flatten() {
        *classes.entry(pair).or_default() += rows;
    }
    classes
}

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
