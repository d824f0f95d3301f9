//! Decoys: neighbours of a record set's keys, in proportion to the keys in each stretch of numbers, that it does not hold.
//!
//! How many of them a reference holds tells how many hits chance alone gives where numbers are densely used: a block of
//! telephone numbers that was dialled through, a series of documents that was issued whole. A dump may be dense in one
//! block and sparse in all others, so that a decoy is drawn from the block of a key of its own, not from a range over all.
//!
//! # Source
//! The project's method: negative controls for matcher noise (test T1) and its rule for dense number spaces: draw decoys from the
//! dump's own series and ranges, 10,000 of them.

use std::collections::BTreeMap;

use super::running::Running;
use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{KeyBuf, Kind, Region};
use crate::stats::sequence::Sequence;

/// Decoys drawn of each kind.
const DECOYS: usize = 10_000;

/// Candidates for each: those that the dump holds are no decoys, and of a block that is nearly full few are left.
const CANDIDATES: usize = 4;

/// Numbers of a block: the least that operators allot and offices issue in one piece.
const BLOCK: u64 = 1_000;

/// A key that may become a decoy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The block that it was drawn from.
    block: Fingerprint,
    /// Which of its block's candidates it is.
    turn: u32,
    /// The key.
    pub key: Fingerprint,
}

/// A candidate that was looked up.
#[derive(Debug)]
pub struct Drawn<Found> {
    /// What was looked up.
    pub candidate: Candidate,
    /// Whether the record set that it was drawn from holds it.
    pub held: bool,
    /// What else holds it.
    pub found: Found,
}

/// Chooses the decoys of all candidates of a kind: of each block its part, those first that the dump does not hold.
/// Where the dump holds nearly all numbers of a block, hardly any is left to be drawn, and any key of that block is found
/// in it by chance: then its first candidates stand for it, held or not.
pub fn choose<Found>(mut drawn: Vec<Drawn<Found>>) -> Vec<Found> {
    drawn.sort_unstable_by_key(|drawn| drawn.candidate);
    let sizes: Vec<(usize, usize)> = drawn
        .chunk_by(|one, other| one.candidate.block == other.candidate.block)
        .map(|block| (block.len(), block.iter().filter(|drawn| !drawn.held).count()))
        .collect();
    let mut drawn = drawn.into_iter();
    let mut chosen = Vec::new();
    for (size, free) in sizes {
        let part = size.div_ceil(CANDIDATES);
        let fits = |one: &Drawn<Found>| free < part || !one.held;
        let mut block = drawn.by_ref().take(size);
        chosen.extend(block.by_ref().filter(fits).map(|one| one.found).take(part));
        block.for_each(drop);
    }
    chosen
}

/// Draws candidates for decoys of a kind from sampled cells; empty where the kind has no series.
pub fn draw(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Candidate> {
    let keys: BTreeMap<KeyBuf, Running> = cells
        .iter()
        .filter_map(|cell| Running::of(kind, region, cell))
        .map(|running| (running.key.clone(), running))
        .collect();
    // Blocks of one key and of hundreds count in proportion: no part is rounded.
    let each = DECOYS.div_ceil(keys.len().max(1)) * CANDIDATES;
    let mut sequence = Sequence(0x6C65_616B_7072_6F76);
    let mut turns: BTreeMap<Fingerprint, u32> = BTreeMap::new();
    let mut candidates = Vec::with_capacity(keys.len() * each);
    for own in keys.values() {
        let first = own.number - own.number % BLOCK;
        // Numbers of different lengths stand in different blocks.
        let block = keyed.fingerprint(own.before_last(BLOCK.ilog10() as usize)) ^ own.key.len() as u64;
        let turn = turns.entry(block).or_default();
        for _ in 0..each {
            let drawn = first + sequence.below(BLOCK.min(own.numbers()));
            if let Some(key) = own.with(drawn) {
                candidates.push(Candidate { block, turn: *turn, key: keyed.fingerprint(&key) });
                *turn += 1;
            }
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn drawn(block: u64, held: impl Fn(u32) -> bool) -> impl Iterator<Item = Drawn<(u64, u32)>> {
        let one = move |turn| {
            let candidate = Candidate { block, turn, key: block * 1_000 + u64::from(turn) };
            Drawn { candidate, held: held(turn), found: (block, turn) }
        };
        (0..40).map(one).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn every_block_gives_its_part_whatever_is_held_in_it() {
        // Sparse, half full, full.
        let blocks = drawn(1, |_| false).chain(drawn(2, |turn| turn % 2 == 0)).chain(drawn(3, |_| true));
        let chosen = choose(blocks.collect());
        let of = |block| chosen.iter().filter(|found| found.0 == block).map(|found| found.1).collect::<Vec<_>>();
        assert_eq!(of(1), (0..10).collect::<Vec<_>>());
        assert_eq!(of(2), (0..10).map(|turn| 2 * turn + 1).collect::<Vec<_>>());
        assert_eq!(of(3), (0..10).collect::<Vec<_>>());
    }

    #[test]
    fn decoys_stand_beside_the_keys_they_are_drawn_from() {
        let kind = crate::kind::find("phone").unwrap();
        let keyed = crate::fingerprint::Secret::draw().unwrap().of("phone");
        let dense = (0..900).map(|i| format!("+38067123{:04}", i * 7 % 1_000));
        let cells: Vec<Vec<u8>> = dense.chain(["+380501112233".into()]).map(String::into_bytes).collect();
        let candidates = draw(kind, Region::default(), &cells, &keyed);
        let mut sizes: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        candidates.iter().for_each(|candidate| *sizes.entry(candidate.block).or_default() += 1);
        let mut sizes: Vec<usize> = sizes.into_values().collect();
        sizes.sort_unstable();
        // In proportion to the keys: one of 901 stands alone.
        assert_eq!((sizes.len(), sizes[1]), (2, 900 * sizes[0]));
        let near: BTreeSet<Fingerprint> =
            (0..1_000).map(|i| keyed.fingerprint(format!("+380671230{i:03}").as_bytes())).collect();
        assert_eq!(candidates.iter().filter(|candidate| near.contains(&candidate.key)).count(), sizes[1]);
    }
}
