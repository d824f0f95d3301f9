//! Second keys that a dump and a reference share: other spellings of names, other addresses of mailboxes, name with day
//! of birth. They explain near misses and count agreement; they never are the key of an answer.

use rayon::prelude::*;

use super::overlaps::{plain, shared};
use super::{Level, Overlap, Refusal};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{PARTITIONS, Sorted};
use crate::imprint::second::ROWS_MOST_BESIDE_KEYS;
use crate::imprint::{Imprint, KeyRuns, SecondRuns};
use crate::profile::Decided;

use super::held::union;

/// One line for each second key that both sides have, by id.
pub(super) fn seconds(reference: usize, dump: &Imprint, imprint: &Imprint) -> anyhow::Result<Vec<Overlap>> {
    let mut ids: Vec<(&'static str, Vec<&'static str>)> =
        dump.tables.iter().flat_map(|table| &table.plan.seconds).map(|second| (second.id(), second.kinds())).collect();
    ids.sort();
    ids.dedup();
    let mut overlaps = Vec::new();
    for (id, kinds) in ids {
        let (own, others) = (of(dump, id), of(imprint, id));
        if others.is_empty() {
            continue;
        }
        let parts = (0..PARTITIONS).into_par_iter().map(|partition| count(&own, &others, partition));
        let sum = parts.try_reduce(Counted::default, |a, b| anyhow::Ok(a.plus(&b)))?;
        let assumed = kinds.iter().any(|kind| is_assumed(dump, kind) || is_assumed(imprint, kind));
        let drawn = (sum.decoys > 0).then_some(sum.decoys);
        overlaps.push(Overlap {
            kind: Some(id.to_owned()),
            kinds,
            decoys: drawn,
            chance_hits: drawn.map(|_| sum.hits),
            assumed,
            ..plain(reference, Level::Attribute, (sum.dump, sum.reference, sum.shared))
        });
    }
    Ok(overlaps)
}

/// Second keys that both sides could have and that were left out for size.
pub(super) fn left_out(reference: usize, imprint: &Imprint) -> Option<Refusal> {
    let mut ids: Vec<&str> = imprint.tables.iter().flat_map(|table| &table.plan.left_out).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let hint = format!(
        "{} were not counted, because the two share a key and have more than {} million rows together; --second-keys counts \
         them all the same. No answer hangs on them.",
        ids.join(", "),
        ROWS_MOST_BESIDE_KEYS / 1_000_000
    );
    (!ids.is_empty()).then_some(Refusal { reference, reason: LEFT_OUT, hint })
}

/// The reason of a refusal for second keys alone: the sets were compared all the same.
pub const LEFT_OUT: &str = "second-keys-left-out";

/// The runs of one second key, of all tables.
fn of<'a>(imprint: &'a Imprint, id: &str) -> Vec<&'a SecondRuns> {
    let of_table = |table: &'a crate::imprint::Table| table.plan.seconds.iter().zip(&table.seconds);
    imprint.tables.iter().flat_map(of_table).filter(|(second, _)| second.id() == id).map(|(_, runs)| runs).collect()
}

#[derive(Default)]
struct Counted {
    dump: u64,
    reference: u64,
    shared: u64,
    decoys: u64,
    hits: u64,
}

impl Counted {
    fn plus(&self, other: &Counted) -> Counted {
        Counted {
            dump: self.dump + other.dump,
            reference: self.reference + other.reference,
            shared: self.shared + other.shared,
            decoys: self.decoys + other.decoys,
            hits: self.hits + other.hits,
        }
    }
}

fn count(own: &[&SecondRuns], others: &[&SecondRuns], partition: usize) -> anyhow::Result<Counted> {
    let all = |runs: &mut dyn Iterator<Item = &'_ KeyRuns>| -> anyhow::Result<Vec<Fingerprint>> {
        let lists = runs.map(|run| run.partition(partition)).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(union(lists).whole().into_owned())
    };
    let keys = Sorted::Made(all(&mut own.iter().map(|runs| &runs.keys))?);
    let other = Sorted::Made(all(&mut others.iter().map(|runs| &runs.keys))?);
    let drawn = all(&mut own.iter().map(|runs| &runs.decoys))?;
    // What the dump holds itself is no decoy.
    let decoys = Sorted::Made(drawn.into_iter().filter(|decoy| !keys.contains(*decoy)).collect());
    Ok(Counted {
        dump: keys.len() as u64,
        reference: other.len() as u64,
        shared: shared(&keys, &other),
        decoys: decoys.len() as u64,
        hits: shared(&decoys, &other),
    })
}

fn is_assumed(imprint: &Imprint, kind: &str) -> bool {
    let assumed = |decided: Decided| matches!(decided, Decided::Assumed | Decided::Refuted);
    imprint.profile.columns.iter().any(|column| column.compared_as == Some(kind) && assumed(column.decided))
}
