//! Neighbours of a reference's keys: keys of the same series close to them.
//!
//! Those that nobody holds tell how densely a dump fills the places in which these keys stand: planted records, or records that
//! only the service holds, are hit there by chance alone.
//!
//! # Source
//! The project's method, section 10, rule 9: in dense number spaces what chance gives stands beside the hits.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{KeyBuf, Kind, Region};

/// Neighbours drawn of each kind, about.
const DRAWN: usize = 10_000;
/// Farthest neighbour that is drawn, in running numbers.
const NEAR: u64 = 40;

/// Neighbours of sampled keys, in order; empty where the kind has no series.
pub fn neighbours(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Fingerprint> {
    let Some(series) = kind.series else { return Vec::new() };
    // A fixed sequence (Knuth's MMIX multiplier and increment): the same sample has the same neighbours.
    let mut state = 0x6E65_6172_6279_6B65_u64;
    let mut below = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let mut near = Vec::new();
    let mut key = KeyBuf::new();
    let each = (DRAWN / cells.len().max(1)).clamp(1, NEAR as usize / 2);
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
            let step = 1 + below(NEAR);
            let other = if below(2) == 0 { number.saturating_add(step) } else { number.saturating_sub(step) }.min(most);
            let mut neighbour = key.clone();
            neighbour[digits.clone()].copy_from_slice(format!("{other:0width$}").as_bytes());
            neighbour[digits.end..].fill(b'0');
            if other != number && (series.reseal)(&mut neighbour) {
                near.push(keyed.fingerprint(&neighbour));
            }
        }
    }
    near.sort_unstable();
    near.dedup();
    near
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
