//! Which references hold which rows, and by how many kinds: bits for each row and reference.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

/// Rows of a word.
const WORD: usize = u64::BITS as usize;
/// Words of all references that a thread takes at a time, about.
const WORDS_AT_A_TIME: usize = 1 << 14;

/// What rows have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Pattern {
    /// The stretch of rows in which they stand: index into the ends.
    pub stretch: usize,
    /// By kind, in the order in which they were settled: whether any reference holds the row by it, a bit each.
    pub kinds: Vec<u8>,
    /// By place: by how many kinds the reference holds the row.
    pub held: Vec<u8>,
    /// By place: whether the reference holds the row by the first kind that any reference holds it by.
    pub first: Vec<bool>,
}

/// Sets of rows, one for each reference: those that the kind of the moment finds, how many of the kinds before it found
/// them, and those that the first one found.
///
/// Words of all references for the same rows lie side by side. In bits the rows of a large dump fit in the processor's own
/// cache, where they are met in random order; in bytes every row would be a wait for memory.
pub(super) struct RowSets {
    rows: usize,
    references: usize,
    now: Vec<AtomicU64>,
    first: Vec<u64>,
    /// Digits of the numbers of kinds, the lowest first, `digits` for each word of `now`.
    held: Vec<u64>,
    digits: usize,
    /// Rows that each kind found in any reference, in the order in which they were settled.
    kinds: Vec<Vec<u64>>,
}

impl RowSets {
    /// Sets for so many kinds at most.
    pub fn new(rows: usize, references: usize, kinds: usize) -> Self {
        let words = rows.div_ceil(WORD) * references;
        let digits = (usize::BITS - kinds.leading_zeros()).max(1) as usize;
        let now = (0..words).map(|_| AtomicU64::new(0)).collect();
        let (first, held) = (vec![0; words], vec![0; words * digits]);
        RowSets { rows, references, now, first, held, digits, kinds: Vec::new() }
    }

    /// The kind of the moment finds the row in the reference at this place.
    #[inline]
    pub fn add(&self, row: u32, place: usize) {
        let word = row as usize / WORD * self.references + place;
        self.now[word].fetch_or(1 << (row as usize % WORD), Ordering::Relaxed);
    }

    /// The kind is done: how many rows it found, by the places of the references that hold them, where there are several.
    /// Rows that no kind before it found have it for their first.
    pub fn settle(&mut self) -> BTreeMap<Vec<usize>, u64> {
        let (references, digits) = (self.references.max(1), self.digits);
        let many = (WORDS_AT_A_TIME / references).max(1);
        let mut kind = vec![0_u64; self.rows.div_ceil(WORD)];
        let sets = self.now.par_chunks_mut(many * references).zip(self.held.par_chunks_mut(many * references * digits));
        let sets = sets.zip(self.first.par_chunks_mut(many * references)).zip(kind.par_chunks_mut(many));
        let found: Vec<Counts> = sets
            .map(|(((now, held), first), kind)| {
                let mut counts = Counts::default();
                let words = now.chunks_mut(references).zip(held.chunks_mut(references * digits));
                for (((now, held), first), kind) in words.zip(first.chunks_mut(references)).zip(kind) {
                    let before = held.iter().fold(0, |all, &bits| all | bits);
                    counts.words.clear();
                    for (place, ((now, held), first)) in
                        now.iter_mut().zip(held.chunks_mut(digits)).zip(first).enumerate()
                    {
                        let bits = std::mem::take(now.get_mut());
                        if bits == 0 {
                            continue;
                        }
                        counts.words.push((place, bits));
                        *kind |= bits;
                        *first |= bits & !before;
                        let mut carry = bits;
                        for digit in held {
                            (*digit, carry) = (*digit ^ carry, *digit & carry);
                        }
                    }
                    if references > 1 {
                        counts.split(*kind, 0);
                    }
                }
                counts
            })
            .collect();
        self.kinds.push(kind);
        sum(found).into_iter().map(|(places, rows)| (places_of(&places), rows)).collect()
    }

    /// How many rows have each pattern. `ends`: where each stretch of rows ends, ascending.
    pub fn classes(&self, ends: &[usize]) -> BTreeMap<Pattern, u64> {
        let words = self.rows.div_ceil(WORD);
        let many = (WORDS_AT_A_TIME / self.references.max(1)).max(1);
        let parts: Vec<Range<usize>> = (0..words).step_by(many).map(|first| first..(first + many).min(words)).collect();
        let found: Vec<Counts> = parts
            .into_par_iter()
            .map(|part| {
                let mut counts = Counts::default();
                part.for_each(|word| self.count(word, ends, &mut counts));
                counts
            })
            .collect();
        sum(found).into_iter().map(|(bits, rows)| (self.pattern(&bits), rows)).collect()
    }

    /// Counts the rows of one word.
    fn count(&self, word: usize, ends: &[usize], counts: &mut Counts) {
        let (first, last) = (word * WORD, (word * WORD + WORD).min(self.rows));
        counts.words.clear();
        let kinds = self.kinds.iter().map(|kind| kind[word]);
        let own = word * self.references..(word + 1) * self.references;
        let digits = self.held[own.start * self.digits..own.end * self.digits].iter().copied();
        let all = kinds.chain(digits).chain(self.first[own].iter().copied()).enumerate();
        counts.words.extend(all.filter(|(_, bits)| *bits != 0));
        let mut at = first;
        while at < last {
            // Files without rows end where they begin.
            let stretch = ends.partition_point(|&end| end <= at);
            let end = ends.get(stretch).map_or(last, |&end| end.min(last));
            let rows = (u64::MAX >> (WORD - (end - at))) << (at - first);
            counts.stretch = stretch;
            counts.split(rows, 0);
            at = end;
        }
    }

    /// The pattern whose words are these.
    fn pattern(&self, key: &Key) -> Pattern {
        let bit = |at: usize| key.1.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
        let of = |start: usize, bits: usize| {
            let mut bytes = vec![0_u8; bits.div_ceil(8)];
            (0..bits).filter(|at| bit(start + at)).for_each(|at| bytes[at / 8] |= 1 << (at % 8));
            bytes
        };
        let start = self.kinds.len();
        let digits = |place: usize| {
            (0..self.digits).map(|digit| u8::from(bit(start + place * self.digits + digit)) << digit).sum::<u8>()
        };
        let firsts = start + self.references * self.digits;
        Pattern {
            stretch: key.0,
            kinds: of(0, self.kinds.len()),
            held: (0..self.references).map(digits).collect(),
            first: (0..self.references).map(|place| bit(firsts + place)).collect(),
        }
    }
}

/// A stretch, and which words have the bit of the row, a bit each, without the zeros at the end.
type Key = (usize, Vec<u8>);

fn sum(parts: Vec<Counts>) -> BTreeMap<Key, u64> {
    let mut all = BTreeMap::new();
    // The order in which they are added up does not show: they are whole numbers.
    for (key, rows) in parts.into_iter().flat_map(|counts| counts.found) {
        *all.entry(key).or_default() += rows;
    }
    all
}

fn places_of((_, bits): &Key) -> Vec<usize> {
    (0..bits.len() * 8).filter(|at| bits[at / 8] >> (at % 8) & 1 == 1).collect()
}

/// Rows by the words that have their bit, while they are counted.
#[derive(Default)]
struct Counts {
    /// Words of the moment that have any bit, with their numbers, ascending.
    words: Vec<(usize, u64)>,
    /// The stretch of the moment.
    stretch: usize,
    /// Numbers of the words that the rows of the moment have, a bit each.
    bits: Vec<u8>,
    found: BTreeMap<Key, u64>,
}

impl Counts {
    /// Divides these rows by the words from `at` on: most words have few classes, far fewer than rows.
    fn split(&mut self, rows: u64, at: usize) {
        if rows == 0 {
            return;
        }
        let Some(&(number, word)) = self.words.get(at) else {
            let key = (self.stretch, std::mem::take(&mut self.bits));
            let count = u64::from(rows.count_ones());
            match self.found.get_mut(&key) {
                Some(sum) => *sum += count,
                None => _ = self.found.insert(key.clone(), count),
            }
            self.bits = key.1;
            return;
        };
        self.split(rows & !word, at + 1);
        if rows & word != 0 {
            let before = self.bits.len();
            if before <= number / 8 {
                self.bits.resize(number / 8 + 1, 0);
            }
            self.bits[number / 8] |= 1 << (number % 8);
            self.split(rows & word, at + 1);
            self.bits[number / 8] &= !(1 << (number % 8));
            self.bits.truncate(before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows found by two kinds, held against the same count row by row.
    #[test]
    fn classes_are_those_of_the_rows() {
        for (rows, references) in [(0, 1), (1, 1), (64, 1), (1000, 1), (1000, 3), (777, 11), (100, 0)] {
            let ends = [rows / 3, rows / 3, rows - rows / 4, rows];
            let mut sets = RowSets::new(rows, references, 2);
            let stretch = |row: usize| ends.iter().position(|&end| row < end).unwrap();
            let none = |row| Pattern {
                stretch: stretch(row),
                kinds: vec![0],
                held: vec![0; references],
                first: vec![false; references],
            };
            let mut naive: Vec<Pattern> = (0..rows).map(none).collect();
            for kind in 1..3 {
                let found = |row: usize, place: usize| (row * 7 + place * 3 + kind).is_multiple_of(kind * 2 + place);
                let mut by_places: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
                for (row, pattern) in naive.iter_mut().enumerate() {
                    let first = pattern.held.iter().all(|&kinds| kinds == 0);
                    let places: Vec<usize> = (0..references).filter(|&place| found(row, place)).collect();
                    for &place in &places {
                        sets.add(row as u32, place);
                        pattern.held[place] += 1;
                        pattern.first[place] |= first;
                        pattern.kinds[0] |= 1 << (kind - 1);
                    }
                    if !places.is_empty() && references > 1 {
                        *by_places.entry(places).or_default() += 1;
                    }
                }
                assert_eq!(sets.settle(), by_places, "{rows} {references}");
            }
            let mut classes = BTreeMap::new();
            for pattern in naive {
                *classes.entry(pattern).or_default() += 1_u64;
            }
            assert_eq!(sets.classes(&ends), classes, "{rows} {references}");
        }
    }
}
