//! Do the intervals hold what was copied? Worlds of another form than the model: people of unequal visibility stand in
//! several lists, a list's file has an order, and copies are taken by single draws, by blocks of the file or by series.

use std::collections::BTreeMap;

use super::{Source, by_kind};
use crate::compare::{Cell, Dimension, KeyClass, Membership};

struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n.max(1)
    }

    fn share(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 30)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Copying {
    Singly,
    Blocks,
    Series,
}

const PEOPLE: usize = 20_000;
const LISTS: usize = 4;
const SERIES: usize = 50;
const BLOCKS: usize = 64;

#[allow(clippy::needless_range_loop)] // a list's number is its bit as well
/// A world: what by_kind sees, and which share of each list was copied in truth.
fn world(seed: u64, copying: Copying, misspelt: f64) -> (Membership, u64, Vec<f64>) {
    let mut draw = Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let visible: Vec<f64> = (0..PEOPLE).map(|_| (0.2 + 1.6 * draw.share()).min(1.5)).collect();
    let series: Vec<usize> = (0..PEOPLE).map(|_| draw.below(SERIES as u64) as usize).collect();
    let mut members = vec![0_u8; PEOPLE];
    let mut found = vec![false; PEOPLE];
    let mut truth = Vec::new();
    let mut block = vec![[0_u32; LISTS]; PEOPLE];
    let mut noise = 0;
    for list in 0..LISTS {
        let coverage = 0.25 + 0.4 * draw.share();
        let mut held: Vec<usize> = (0..PEOPLE).filter(|&person| draw.share() < coverage * visible[person]).collect();
        for at in (1..held.len()).rev() {
            held.swap(at, draw.below(at as u64 + 1) as usize);
        }
        // The last list was not copied at all.
        let wanted = if list + 1 == LISTS { 0.0 } else { 0.1 + 0.8 * draw.share() };
        let taken_blocks: Vec<bool> = (0..BLOCKS).map(|_| draw.share() < wanted).collect();
        let taken_series: Vec<bool> = (0..SERIES).map(|_| draw.share() < wanted).collect();
        let mut copied = 0;
        for (place, &person) in held.iter().enumerate() {
            members[person] |= 1 << list;
            let own = place * BLOCKS / held.len();
            block[person][list] = own as u32;
            let taken = match copying {
                Copying::Singly => draw.share() < wanted,
                Copying::Blocks => taken_blocks[own],
                Copying::Series => taken_series[series[person]],
            };
            if taken {
                copied += 1;
                if draw.share() < misspelt {
                    noise += 1;
                } else {
                    found[person] = true;
                }
            }
        }
        truth.push(f64::from(copied) / held.len() as f64);
    }
    let mut classes: BTreeMap<u8, (u64, u64)> = BTreeMap::from([(0, (0, noise))]);
    let mut cells: BTreeMap<(u8, Dimension, u32), (u64, u64)> = BTreeMap::new();
    for person in 0..PEOPLE {
        let mask = members[person];
        if mask == 0 {
            continue;
        }
        let mut of = vec![(Dimension::Series, series[person] as u32)];
        if mask.count_ones() == 1 {
            of.push((Dimension::Block, block[person][mask.trailing_zeros() as usize]));
        }
        let class = classes.entry(mask).or_default();
        *class = (class.0 + 1, class.1 + u64::from(found[person]));
        for (dimension, stratum) in of {
            let cell = cells.entry((mask, dimension, stratum)).or_default();
            *cell = (cell.0 + 1, cell.1 + u64::from(found[person]));
        }
    }
    let list = |mask: &u8| (0..LISTS).filter(|list| mask >> list & 1 == 1).collect::<Vec<_>>();
    let masks: Vec<u8> = classes.keys().copied().collect();
    let at = |mask: u8| masks.iter().position(|known| *known == mask).unwrap();
    let keys: Vec<KeyClass> =
        classes.iter().map(|(mask, &(held, found))| KeyClass { members: list(mask), held, found }).collect();
    let mut membership = Membership::undivided("phone", (0..LISTS).collect(), keys);
    membership.cells = cells
        .iter()
        .map(|(&(mask, dimension, stratum), &(held, found))| Cell { class: at(mask), dimension, stratum, held, found })
        .collect();
    let dump = classes.values().map(|class| class.1).sum();
    (membership, dump, truth)
}

/// Copied lists, those whose truth lies in the interval, and the errors, over worlds.
fn coverage(copying: Copying, misspelt: f64, worlds: u64) -> (usize, usize, Vec<f64>) {
    let sources: Vec<Source> =
        ["a", "b", "c", "d"].iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect();
    let (mut lists, mut inside, mut errors) = (0, 0, Vec::new());
    for seed in 1..=worlds {
        let (membership, dump, truth) = world(seed, copying, misspelt);
        let mixture = by_kind(&membership, dump, &sources, None);
        for (part, truth) in mixture.parts.iter().zip(truth).take(LISTS - 1) {
            let (low, high) = (part.low.unwrap(), part.high.unwrap());
            lists += 1;
            inside += usize::from(low <= truth && truth <= high);
            errors.push((part.copied_share.unwrap() - truth).abs());
        }
    }
    errors.sort_by(f64::total_cmp);
    (lists, inside, errors)
}

#[test]
fn intervals_hold_what_was_copied() {
    let worlds = std::env::var("COVERAGE_WORLDS").ok().and_then(|text| text.parse().ok()).unwrap_or(12);
    for copying in [Copying::Singly, Copying::Blocks, Copying::Series] {
        for misspelt in [0.0, 0.01] {
            let (lists, inside, errors) = coverage(copying, misspelt, worlds);
            let median = errors[errors.len() / 2];
            let worst = errors[errors.len() - 1];
            println!("{copying:?} {misspelt}: {inside}/{lists} inside, median error {median:.4}, worst {worst:.4}");
            assert!(inside * 100 >= lists * 88, "{copying:?} {misspelt}: {inside} of {lists}");
            // One rate for all series is the wrong form where whole series were copied: the error doubles.
            let most = if copying == Copying::Series { 0.02 } else { 0.01 };
            assert!(median <= most, "{copying:?} {misspelt}: median error {median}");
        }
    }
}
