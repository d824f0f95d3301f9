//! Which references hold which rows: one bit for each row and reference.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

/// Two sets of references, a bit each: all that hold a row, and those that share its credit.
pub(super) type MaskPair = (Vec<u8>, Vec<u8>);

/// Rows of a word.
const WORD: usize = u64::BITS as usize;
/// Words of all references that a thread takes at a time, about.
const WORDS_AT_A_TIME: usize = 1 << 14;

/// Sets of rows, one for each reference: those that the kind of the moment finds, those that any kind before it found, and
/// those that the first one found.
///
/// Words of all references for the same rows lie side by side. In bits the rows of a large dump fit in the processor's own
/// cache, where they are met in random order; in bytes every row would be a wait for memory.
pub(super) struct RowSets {
    rows: usize,
    references: usize,
    now: Vec<AtomicU64>,
    total: Vec<u64>,
    credit: Vec<u64>,
}

impl RowSets {
    pub fn new(rows: usize, references: usize) -> Self {
        let words = rows.div_ceil(WORD) * references;
        let now = (0..words).map(|_| AtomicU64::new(0)).collect();
        RowSets { rows, references, now, total: vec![0; words], credit: vec![0; words] }
    }

    /// The kind of the moment finds the row in the reference at this place.
    #[inline]
    pub fn add(&self, row: u32, place: usize) {
        let word = row as usize / WORD * self.references + place;
        self.now[word].fetch_or(1 << (row as usize % WORD), Ordering::Relaxed);
    }

    /// The kind is done. Rows that no kind before it found have their credit from it.
    pub fn settle(&mut self) {
        let references = self.references.max(1);
        let many = (WORDS_AT_A_TIME / references).max(1) * references;
        let sets = self.now.par_chunks_mut(many).zip(self.total.par_chunks_mut(many));
        sets.zip(self.credit.par_chunks_mut(many)).for_each(|((now, total), credit)| {
            let words = now.chunks_mut(references).zip(total.chunks_mut(references));
            for ((now, total), credit) in words.zip(credit.chunks_mut(references)) {
                let before = total.iter().fold(0, |all, &bits| all | bits);
                for ((now, total), credit) in now.iter_mut().zip(total).zip(credit) {
                    let bits = std::mem::take(now.get_mut());
                    *total |= bits;
                    *credit |= bits & !before;
                }
            }
        });
    }

    /// How many rows have each pair of sets of references, by the sets.
    pub fn classes(&self) -> BTreeMap<MaskPair, u64> {
        let references = self.references.max(1);
        let many = (WORDS_AT_A_TIME / references).max(1) * references;
        let parts = self.total.par_chunks(many).zip(self.credit.par_chunks(many)).enumerate();
        let parts: Vec<BTreeMap<MaskPair, u64>> = parts
            .map(|(part, (total, credit))| {
                let mut counts = Counts::new(references);
                let first = part * many / references;
                for (word, pair) in total.chunks(references).zip(credit.chunks(references)).enumerate() {
                    // The last word has fewer rows.
                    let left = self.rows - (first + word) * WORD;
                    let rows = if left >= WORD { u64::MAX } else { (1 << left) - 1 };
                    counts.split(rows, pair, 0);
                }
                counts.found
            })
            .collect();
        let mut classes = BTreeMap::new();
        // The order in which they are added up does not show: they are whole numbers.
        for (pair, rows) in parts.into_iter().flatten() {
            *classes.entry(pair).or_default() += rows;
        }
        if self.references == 0 && self.rows > 0 {
            classes.insert((vec![0], vec![0]), self.rows as u64);
        }
        classes
    }
}

/// Rows by pair of sets while they are counted.
struct Counts {
    /// The pair that the rows of the moment have.
    pair: MaskPair,
    found: BTreeMap<MaskPair, u64>,
}

impl Counts {
    fn new(references: usize) -> Self {
        let none = vec![0; references.div_ceil(8)];
        Counts { pair: (none.clone(), none), found: BTreeMap::new() }
    }

    /// Divides these rows of a word by the references from `place` on: most words have few classes, far fewer than rows.
    fn split(&mut self, rows: u64, (total, credit): (&[u64], &[u64]), place: usize) {
        if rows == 0 {
            return;
        }
        let Some((&held, &credited)) = total.get(place).zip(credit.get(place)) else {
            let count = u64::from(rows.count_ones());
            match self.found.get_mut(&self.pair) {
                Some(sum) => *sum += count,
                None => _ = self.found.insert(self.pair.clone(), count),
            }
            return;
        };
        let (byte, bit) = (place / 8, 1 << (place % 8));
        self.split(rows & !held, (total, credit), place + 1);
        self.pair.0[byte] |= bit;
        self.split(rows & held & !credited, (total, credit), place + 1);
        self.pair.1[byte] |= bit;
        self.split(rows & held & credited, (total, credit), place + 1);
        self.pair.0[byte] &= !bit;
        self.pair.1[byte] &= !bit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows found by two kinds, held against the same count row by row.
    #[test]
    fn classes_are_those_of_the_rows() {
        for (rows, references) in [(0, 1), (1, 1), (64, 1), (1000, 1), (1000, 3), (777, 11), (100, 0)] {
            let mut sets = RowSets::new(rows, references);
            let mut naive =
                vec![(vec![0_u8; references.div_ceil(8).max(1)], vec![0_u8; references.div_ceil(8).max(1)]); rows];
            for kind in 1..3 {
                let found = |row: usize, place: usize| (row * 7 + place * 3 + kind).is_multiple_of(kind * 2 + place);
                for (row, (total, credit)) in naive.iter_mut().enumerate() {
                    let first = total.iter().all(|&byte| byte == 0);
                    for place in (0..references).filter(|&place| found(row, place)) {
                        sets.add(row as u32, place);
                        total[place / 8] |= 1 << (place % 8);
                        credit[place / 8] |= u8::from(first) << (place % 8);
                    }
                }
                sets.settle();
            }
            let mut classes = BTreeMap::new();
            for pair in naive {
                *classes.entry(pair).or_default() += 1_u64;
            }
            assert_eq!(sets.classes(), classes, "{rows} {references}");
        }
    }
}
