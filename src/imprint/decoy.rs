//! Decoys: neighbours of a record set's keys, in proportion to the keys in each stretch of numbers, that it does not hold.
//!
//! How many of them a reference holds tells how many hits chance alone gives where numbers are densely used: a block of
//! telephone numbers that was dialled through, a series of documents that was issued whole. A dump may be dense in one
//! block and sparse in all others, so that a decoy is drawn from the block of a key of its own, not from a range over all.
//!
//! # Source
//! The project's method: negative controls for matcher noise (test T1) and its rule for dense number spaces: draw decoys from the
//! dump's own series and ranges, 10,000 of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{KeyBuf, Kind, Region};

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

/// SplitMix64: a fixed sequence, so that the same sample gives the same decoys.
///
/// # Source
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        // The bias of a 64-bit remainder for ranges of at most ten digits is below 1e-9.
        self.next() % bound.max(1)
    }
}

/// Draws candidates for decoys of a kind from sampled cells; empty where the kind has no series.
pub fn draw(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Candidate> {
    let Some(series) = kind.series else { return Vec::new() };
    let least = series.prefix_bytes + series.tail_bytes;
    let mut key = KeyBuf::new();
    let mut keys = BTreeSet::new();
    for cell in cells {
        key.clear();
        if (kind.key)(cell, region, &mut key).is_ok() && key.len() > least {
            let digits = &key[series.prefix_bytes..key.len() - series.tail_bytes];
            if digits.len() <= 18 && digits.iter().all(u8::is_ascii_digit) {
                keys.insert(key.to_vec());
            }
        }
    }
    // Blocks of one key and of hundreds count in proportion: no part is rounded.
    let each = DECOYS.div_ceil(keys.len().max(1)) * CANDIDATES;
    let mut sequence = Sequence(0x6C65_616B_7072_6F76);
    let mut turns: BTreeMap<Fingerprint, u32> = BTreeMap::new();
    let mut candidates = Vec::with_capacity(keys.len() * each);
    for own in &keys {
        let digits = &own[series.prefix_bytes..own.len() - series.tail_bytes];
        let number = digits.iter().fold(0, |n, byte| n * 10 + u64::from(byte - b'0'));
        let (first, width) = (number - number % BLOCK, digits.len());
        // Numbers of different lengths stand in different blocks.
        let block = keyed.fingerprint(&own[..own.len() - series.tail_bytes - width.min(3)]) ^ own.len() as u64;
        let turn = turns.entry(block).or_default();
        for _ in 0..each {
            let drawn = first + sequence.below(BLOCK.min(10_u64.pow(width as u32)));
            key.clear();
            key.extend_from_slice(&own[..series.prefix_bytes]);
            key.extend_from_slice(format!("{drawn:0width$}").as_bytes());
            key.resize(key.len() + series.tail_bytes, b'0');
            if (series.reseal)(&mut key) {
                candidates.push(Candidate { block, turn: *turn, key: keyed.fingerprint(&key) });
                *turn += 1;
            }
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
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
