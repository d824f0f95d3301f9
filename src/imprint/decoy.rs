//! Decoys: keys that look like those of a record set, from its own series and ranges, but were not read from it.
//!
//! How many of them a reference holds tells how many hits chance alone gives in a number space that is densely used.
//!
//! # Source
//! The project's method: negative controls for matcher noise (test T1) and its rule for dense number spaces: draw decoys from the
//! dump's own series and ranges, 10,000 of them.

use std::collections::BTreeMap;

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{KeyBuf, Kind, Region};

/// Decoys drawn of each kind.
const DECOYS: usize = 10_000;

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

/// Farthest neighbour of a key that is drawn, in running numbers.
const NEAR: u64 = 40;

/// Neighbours of sampled keys: keys of the same series close to them; empty where the kind has no series. Those that
/// nobody holds tell how densely a dump fills the places in which these keys stand.
pub fn neighbours(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Fingerprint> {
    let Some(series) = kind.series else { return Vec::new() };
    let mut sequence = Sequence(0x6E65_6172_6279_6B65);
    let mut decoys = Vec::new();
    let mut key = KeyBuf::new();
    let each = (DECOYS / cells.len().max(1)).clamp(1, NEAR as usize / 2);
    for cell in cells {
        key.clear();
        if (kind.key)(cell, region, &mut key).is_err() || key.len() < series.prefix_bytes + series.tail_bytes {
            continue;
        }
        let digits = series.prefix_bytes..key.len() - series.tail_bytes;
        let width = digits.len();
        if width == 0 || width > 18 || !key[digits.clone()].iter().all(u8::is_ascii_digit) {
            continue;
        }
        let number = key[digits.clone()].iter().fold(0, |n, byte| n * 10 + u64::from(byte - b'0'));
        let most = 10_u64.pow(width as u32) - 1;
        for _ in 0..each {
            let step = 1 + sequence.below(NEAR);
            let near = if sequence.below(2) == 0 { number.saturating_add(step) } else { number.saturating_sub(step) };
            let mut decoy = key.clone();
            decoy[digits.clone()].copy_from_slice(format!("{:0width$}", near.min(most)).as_bytes());
            decoy[digits.end..].fill(b'0');
            if near != number && (series.reseal)(&mut decoy) {
                decoys.push(keyed.fingerprint(&decoy));
            }
        }
    }
    decoys.sort_unstable();
    decoys.dedup();
    decoys
}

/// Draws decoys of a kind from sampled cells; empty where the kind has no series.
pub fn draw(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Fingerprint> {
    let Some(series) = kind.series else { return Vec::new() };
    // Least and greatest running number of each series, with the number of keys it was seen in.
    let mut ranges: BTreeMap<Vec<u8>, (u64, u64, usize)> = BTreeMap::new();
    let mut lengths = 0;
    let mut key = KeyBuf::new();
    for cell in cells {
        key.clear();
        if (kind.key)(cell, region, &mut key).is_err() || key.len() < series.prefix_bytes + series.tail_bytes {
            continue;
        }
        let (prefix, rest) = key.split_at(series.prefix_bytes);
        let digits = &rest[..rest.len() - series.tail_bytes];
        if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
            continue;
        }
        let number = digits.iter().fold(0, |n, byte| n * 10 + u64::from(byte - b'0'));
        // Numbers of different lengths are different series.
        let mut name = prefix.to_vec();
        name.push(digits.len() as u8);
        let range = ranges.entry(name).or_insert((number, number, 0));
        *range = (range.0.min(number), range.1.max(number), range.2 + 1);
        lengths += 1;
    }
    if lengths == 0 {
        return Vec::new();
    }
    let mut sequence = Sequence(0x6C65_616B_7072_6F76);
    let mut decoys = Vec::with_capacity(DECOYS);
    for (name, (least, greatest, seen)) in &ranges {
        let Some((&length, prefix)) = name.split_last() else { continue };
        for _ in 0..(DECOYS * seen).div_ceil(lengths) {
            let number = least + sequence.below(greatest - least + 1);
            key.clear();
            key.extend_from_slice(prefix);
            key.extend_from_slice(format!("{number:0width$}", width = length as usize).as_bytes());
            key.resize(key.len() + series.tail_bytes, b'0');
            if (series.reseal)(&mut key) {
                decoys.push(keyed.fingerprint(&key));
            }
        }
    }
    decoys.sort_unstable();
    decoys.dedup();
    decoys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Secret;
    use crate::fingerprint::runs::Store;
    use crate::imprint::collect::Keys;

    /// A list in a corner of its series: neighbours stand in that corner, and none of them is farther than that.
    #[test]
    fn neighbours_stand_near() {
        let keys = Keys::of(&Secret::draw().unwrap(), Store::new(None));
        let kind = crate::kind::find("ua.driver_licence").unwrap();
        let keyed = keys.of_kind(Some(kind));
        let cell = |number: u64| format!("АВС{number:06}").into_bytes();
        let cells: Vec<Vec<u8>> = (0..50).map(|number| cell(500_000 + number)).collect();
        let drawn = neighbours(kind, Region::default(), &cells, keyed);
        assert!(drawn.len() > 100, "{}", drawn.len());
        let mut key = KeyBuf::new();
        let mut near: Vec<Fingerprint> = (500_000 - NEAR..=500_049 + NEAR)
            .map(|number| {
                key.clear();
                (kind.key)(&cell(number), Region::default(), &mut key).unwrap();
                keyed.fingerprint(&key)
            })
            .collect();
        near.sort_unstable();
        assert!(drawn.iter().all(|decoy| near.binary_search(decoy).is_ok()));
    }
}
