//! The truth, counted while the world is written: which holders have which keys, and which rows of the dump the
//! references explain.
//!
//! Keys are counted by the *set* of holders that have them, so every distinct count and every overlap can be asked
//! afterwards. No key is remembered: unique identifiers belong to one person, and one person is written in one go.

use std::collections::BTreeMap;

/// A set of holders: bit `n` is `holders[n]` of the ledger.
pub(super) type Holders = u32;

/// Marks of the keys of one kind for the persons of one chunk.
pub(super) struct Marks {
    versions: usize,
    of: Vec<Holders>,
}

impl Marks {
    pub(super) fn new(persons: usize, versions: usize) -> Self {
        Marks { versions, of: vec![0; persons * versions] }
    }

    /// Adds holders to one version of a person's key; gives all that have it by now.
    pub(super) fn add(&mut self, person: usize, version: usize, holders: Holders) -> Holders {
        let mark = &mut self.of[person * self.versions + version];
        *mark |= holders;
        *mark
    }
}

/// What one chunk counted.
pub(super) struct Tally {
    /// Keys that belong to one person, by kind.
    pub(super) marks: Vec<Marks>,
    /// Keys that many persons share, by kind: key, holders.
    pub(super) shared: Vec<BTreeMap<u64, Holders>>,
    /// Rows written, by holder.
    pub(super) rows: Vec<u64>,
    /// Rows of the dump that repeat another one, by holder.
    pub(super) repeats: Vec<u64>,
    /// Rows of the dump by the set of references that hold one of their document, tax, telephone or e-mail keys …
    pub(super) certain: BTreeMap<Holders, u64>,
    /// … and with the references that hold their password or its hash as well.
    pub(super) possible: BTreeMap<Holders, u64>,
}

impl Tally {
    /// An empty tally for so many persons; `versions[kind]` keys each.
    pub(super) fn new(persons: usize, versions: &[usize], holders: usize) -> Self {
        Tally {
            marks: versions.iter().map(|versions| Marks::new(persons, *versions)).collect(),
            shared: vec![BTreeMap::new(); versions.len()],
            rows: vec![0; holders],
            repeats: vec![0; holders],
            certain: BTreeMap::new(),
            possible: BTreeMap::new(),
        }
    }

    /// Adds holders to a key that many may share.
    pub(super) fn share(&mut self, kind: usize, key: u64, holders: Holders) {
        *self.shared[kind].entry(key).or_insert(0) |= holders;
    }
}

/// All that is known of a finished world.
pub(super) struct Ledger {
    pub(super) kinds: &'static [&'static str],
    pub(super) holders: &'static [&'static str],
    classes: Vec<BTreeMap<Holders, u64>>,
    shared: Vec<BTreeMap<u64, Holders>>,
    rows: Vec<u64>,
    repeats: Vec<u64>,
    certain: BTreeMap<Holders, u64>,
    possible: BTreeMap<Holders, u64>,
}

impl Ledger {
    pub(super) fn new(kinds: &'static [&'static str], holders: &'static [&'static str]) -> Self {
        Ledger {
            kinds,
            holders,
            classes: vec![BTreeMap::new(); kinds.len()],
            shared: vec![BTreeMap::new(); kinds.len()],
            rows: vec![0; holders.len()],
            repeats: vec![0; holders.len()],
            certain: BTreeMap::new(),
            possible: BTreeMap::new(),
        }
    }

    /// Adds what a chunk counted.
    pub(super) fn add(&mut self, tally: Tally) {
        for (classes, marks) in self.classes.iter_mut().zip(tally.marks) {
            for (holders, keys) in classes_of(marks.of) {
                *classes.entry(holders).or_insert(0) += keys;
            }
        }
        for (all, some) in self.shared.iter_mut().zip(tally.shared) {
            for (key, holders) in some {
                *all.entry(key).or_insert(0) |= holders;
            }
        }
        let sums = [(&mut self.rows, tally.rows), (&mut self.repeats, tally.repeats)];
        for (all, some) in sums {
            all.iter_mut().zip(some).for_each(|(all, some)| *all += some);
        }
        for (all, some) in [(&mut self.certain, tally.certain), (&mut self.possible, tally.possible)] {
            for (holders, rows) in some {
                *all.entry(holders).or_insert(0) += rows;
            }
        }
    }

    /// Rows that a set of holders has together.
    pub(super) fn rows(&self, holders: Holders) -> u64 {
        chosen(&self.rows, holders)
    }

    /// Rows of a set of holders that repeat another row byte for byte.
    pub(super) fn repeats(&self, holders: Holders) -> u64 {
        chosen(&self.repeats, holders)
    }

    /// Distinct keys of a kind that at least one of `some` holds, and at least one of every further set.
    pub(super) fn distinct(&self, kind: usize, all_of: &[Holders]) -> u64 {
        let counts = |holders: Holders| all_of.iter().all(|some| holders & some != 0);
        let own = self.classes[kind].iter().filter(|(holders, _)| counts(**holders)).map(|(_, keys)| keys).sum::<u64>();
        own + self.shared[kind].values().filter(|holders| counts(**holders)).count() as u64
    }

    /// Least and greatest number of dump rows whose set of references passes: by certain keys alone, and with
    /// passwords.
    pub(super) fn explained(&self, passes: impl Fn(Holders) -> bool) -> (u64, u64) {
        let sum =
            |rows: &BTreeMap<Holders, u64>| rows.iter().filter(|(set, _)| passes(**set)).map(|(_, rows)| rows).sum();
        let (certain, possible): (u64, u64) = (sum(&self.certain), sum(&self.possible));
        (certain.min(possible), certain.max(possible))
    }
}

fn chosen(counts: &[u64], holders: Holders) -> u64 {
    counts.iter().enumerate().filter(|(place, _)| holders >> place & 1 == 1).map(|(_, count)| count).sum()
}

/// Counts equal marks. Most neighbours are equal or empty, so the map is asked once a run.
fn classes_of(marks: Vec<Holders>) -> BTreeMap<Holders, u64> {
    let mut classes = BTreeMap::new();
    let mut few: [(Holders, u64); 16] = [(0, 0); 16];
    for mark in marks.into_iter().filter(|mark| *mark != 0) {
        let slot = &mut few[(mark.wrapping_mul(0x9e37_79b1) >> 28) as usize];
        if slot.0 != mark {
            if slot.1 > 0 {
                *classes.entry(slot.0).or_insert(0) += slot.1;
            }
            *slot = (mark, 0);
        }
        slot.1 += 1;
    }
    for (holders, keys) in few.into_iter().filter(|slot| slot.1 > 0) {
        *classes.entry(holders).or_insert(0) += keys;
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_counted_by_their_holders() {
        let mut ledger = Ledger::new(&["k"], &["a", "b", "c"]);
        let mut tally = Tally::new(4, &[2], 3);
        tally.marks[0].add(0, 0, 0b001);
        tally.marks[0].add(0, 1, 0b011);
        assert_eq!(tally.marks[0].add(3, 1, 0b100), 0b100);
        tally.share(0, 99, 0b110);
        tally.rows = vec![5, 6, 7];
        tally.certain.insert(0b01, 3);
        tally.possible.insert(0b11, 3);
        ledger.add(tally);
        assert_eq!(ledger.distinct(0, &[0b001]), 2);
        assert_eq!(ledger.distinct(0, &[0b011]), 3);
        assert_eq!(ledger.distinct(0, &[0b001, 0b010]), 1);
        assert_eq!(ledger.distinct(0, &[0b100, 0b010]), 1);
        assert_eq!(ledger.rows(0b101), 12);
        assert_eq!(ledger.explained(|set| set & 0b10 != 0), (0, 3));
        assert_eq!(ledger.explained(|set| set & 0b01 != 0), (3, 3));
    }

    #[test]
    fn classes_survive_crowded_slots() {
        let marks: Vec<Holders> = (0..3_000).map(|index| index % 100).collect();
        let classes = classes_of(marks);
        assert_eq!(classes.len(), 99);
        assert!(classes.values().all(|keys| *keys == 30));
    }
}
