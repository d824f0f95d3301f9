//! Every row of the dump is attributed to the references that hold one of its informative keys.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU8, Ordering};

use rayon::prelude::*;

use super::join::{Held, keys_of, union};
use super::overlaps::{holds, login_kinds, logins_of};
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

/// One bit per reference for every row.
struct RowMasks {
    width: usize,
    bytes: Vec<AtomicU8>,
}

impl RowMasks {
    fn new(rows: usize, width: usize) -> Self {
        RowMasks { width, bytes: (0..rows * width).map(|_| AtomicU8::new(0)).collect() }
    }

    /// Adds references to a row. One column at a time: a row has one link in it, so no two threads ever add to the same
    /// row, and the bytes are atomic for the compiler only. (An atomic `or` waits for memory at every row; plain stores
    /// wait together: half a second of 26 million rows.)
    #[inline]
    fn add(&self, row: u32, members: &[u8]) {
        let begin = row as usize * self.width;
        for (byte, &bits) in self.bytes[begin..begin + self.width].iter().zip(members) {
            if bits != 0 {
                byte.store(byte.load(Ordering::Relaxed) | bits, Ordering::Relaxed);
            }
        }
    }
}

/// Attributes every row to the references that hold one of its informative keys.
pub(super) fn compose(dump: &Imprint, references: &[Held<'_>]) -> anyhow::Result<Rows> {
    let slots = dump.profile.files.iter().map(|file| file.rows + file.rows_faulty).sum::<u64>() as usize;
    let width = references.len().div_ceil(8).max(1);
    let now = RowMasks::new(slots, width);
    let (mut total, mut credit) = (vec![0_u8; slots * width], vec![0_u8; slots * width]);
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
                attribute(&keyring.links.partition(partition)?, &others, &now);
                anyhow::Ok(())
            })?;
        }
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

fn all_logins<'a>(dump: &Imprint, imprint: &'a Imprint, partition: usize) -> anyhow::Result<Sorted<'a, Fingerprint>> {
    let pairs = login_kinds(dump);
    let both = pairs.intersection(&login_kinds(imprint)).copied().collect::<Vec<_>>();
    let logins = both.into_iter().map(|pair| logins_of(imprint, pair, partition));
    Ok(union(logins.collect::<anyhow::Result<_>>()?))
}

fn attribute(links: &Sorted<'_, Link>, others: &[Cow<'_, [Fingerprint]>], now: &RowMasks) {
    if let [only] = others {
        return attribute_to_one(links, only, now);
    }
    let mut at = vec![0; others.len()];
    let mut members = vec![0_u8; now.width];
    let mut last = None;
    for link in links.iter() {
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

/// The same for one reference, the common case, without branches on the data.
fn attribute_to_one(links: &Sorted<'_, Link>, keys: &[Fingerprint], now: &RowMasks) {
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
            now.add(row, &[1]);
        }
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
