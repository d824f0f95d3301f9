//! Neighbours of a reference's keys: keys of the same series close to them.
//!
//! Those that nobody holds tell how densely a dump fills the places in which these keys stand: planted records, or records that
//! only the service holds, are hit there by chance alone.
//!
//! # Source
//! The project's method, section 10, rule 9: in dense number spaces what chance gives stands beside the hits.

use super::running::Running;
use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{Kind, Region};
use crate::stats::sequence::Sequence;

/// Neighbours drawn of each kind, about.
const DRAWN: usize = 10_000;
/// Farthest neighbour that is drawn, in running numbers.
const NEAR: u64 = 40;

/// Neighbours of sampled keys, in order; empty where the kind has no series.
pub fn neighbours(kind: &Kind, region: Region, cells: &[Vec<u8>], keyed: &Keyed) -> Vec<Fingerprint> {
    let mut sequence = Sequence(0x6E65_6172_6279_6B65);
    let mut near = Vec::new();
    let each = (DRAWN / cells.len().max(1)).clamp(1, NEAR as usize / 2);
    for own in cells.iter().filter_map(|cell| Running::of(kind, region, cell)) {
        for _ in 0..each {
            let step = 1 + sequence.below(NEAR);
            let other = match sequence.below(2) {
                0 => (own.number + step).min(own.numbers() - 1),
                _ => own.number.saturating_sub(step),
            };
            near.extend(own.with(other).filter(|_| other != own.number).map(|key| keyed.fingerprint(&key)));
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
    use crate::imprint::keys::Keys;
    use crate::kind::KeyBuf;

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
