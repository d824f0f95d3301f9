//! Fingerprints as sorted runs, divided by their top bits.
//!
//! **Comes in:** fingerprints in any order, from many threads, each thread with a [`Bag`] of its own. **Goes out:** [`Runs`]:
//! 64 partitions, each handed out as one sorted slice. Memory lends the slice; a run on disk will read it: either way
//! one 64th of the set is all that a join needs at a time.
//!
//! **Never happens here:** no order of arrival, no number of threads shows in a run.

mod bag;
mod sort;

pub use bag::Bag;

use std::borrow::Cow;

use rayon::prelude::*;

use super::Fingerprint;

/// Bits of a fingerprint that name its partition: the top ones.
const PARTITION_BITS: u32 = 6;
/// Number of partitions. Few enough that the open ends of all of them stay in the processor's second cache while entries are
/// scattered (measured: 64 against 256 partitions takes 5 % off an overlap of 26 million rows, 8 % off its analysis), many
/// enough that tens of millions of entries sort in the cache.
pub const PARTITIONS: usize = 1 << PARTITION_BITS;

/// Something that is sorted by a fingerprint.
pub trait Entry: Copy + Send + Sync + Ord + 'static {
    /// Its fingerprint.
    fn fingerprint(&self) -> Fingerprint;
    /// Whether equal entries are one (keys) or each counts (links).
    const DISTINCT: bool;
}

impl Entry for Fingerprint {
    #[inline]
    fn fingerprint(&self) -> Fingerprint {
        *self
    }
    const DISTINCT: bool = true;
}

/// A key in a row: which fingerprint stands in which row of the record set. 12 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    high: u32,
    low: u32,
    /// The row, and in the top bit whether the row is named by this key.
    place: u32,
}

impl Link {
    /// Greatest number of a row.
    pub const ROW_MOST: u32 = u32::MAX >> 1;

    /// A link of this fingerprint to this row (0-based, at most [`Self::ROW_MOST`]). `names`: it is the row's most telling key.
    #[inline]
    pub fn new(fingerprint: Fingerprint, row: u32, names: bool) -> Self {
        let place = (row & Self::ROW_MOST) | u32::from(names) << 31;
        Link { high: (fingerprint >> 32) as u32, low: fingerprint as u32, place }
    }

    /// 0-based number of the row in the record set.
    #[inline]
    pub fn row(self) -> u32 {
        self.place & Self::ROW_MOST
    }

    /// Whether it is the row's most telling key.
    #[inline]
    pub fn names(self) -> bool {
        self.place > Self::ROW_MOST
    }
}

impl Entry for Link {
    #[inline]
    fn fingerprint(&self) -> Fingerprint {
        (u64::from(self.high) << 32) | u64::from(self.low)
    }
    const DISTINCT: bool = false;
}

impl Ord for Link {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.high, self.low, self.place).cmp(&(other.high, other.low, other.place))
    }
}

impl PartialOrd for Link {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Sorted runs of one stream of entries, wherever they lie.
pub trait Runs<T: Entry>: Send + Sync {
    /// One partition (0..[`PARTITIONS`]), sorted by fingerprint; keys are distinct, links are all there.
    ///
    /// # Errors
    /// When a run on disk cannot be read. Runs in memory never fail.
    fn partition(&self, partition: usize) -> anyhow::Result<Cow<'_, [T]>>;

    /// Number of entries.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Runs in memory.
#[derive(Debug)]
pub struct InMemory<T> {
    /// By partition: chunks that are sorted one after the other.
    partitions: Vec<Vec<Vec<T>>>,
}

impl<T: Entry> InMemory<T> {
    /// Seals the bags of all threads: sorts every partition and, for keys, drops repetitions. Uses the current rayon pool.
    pub fn seal(bags: Vec<Bag<T>>) -> Self {
        let mut columns: Vec<_> = bags.into_iter().map(Bag::into_partitions).filter(|parts| parts.len() > 0).collect();
        if columns.is_empty() {
            return InMemory { partitions: Vec::new() };
        }
        let partitions: Vec<Vec<bag::Part<T>>> =
            (0..PARTITIONS).map(|_| columns.iter_mut().filter_map(Iterator::next).collect()).collect();
        let partitions = partitions
            .into_par_iter()
            .map_init(sort::Scratch::default, |scratch, parts| bag::seal(parts, scratch))
            .collect();
        InMemory { partitions }
    }
}

impl<T: Entry> Runs<T> for InMemory<T> {
    fn partition(&self, partition: usize) -> anyhow::Result<Cow<'_, [T]>> {
        Ok(match self.partitions.get(partition).map_or(&[][..], Vec::as_slice) {
            [] => Cow::Borrowed(&[]),
            [only] => Cow::Borrowed(only),
            chunks => Cow::Owned(chunks.concat()),
        })
    }

    fn len(&self) -> u64 {
        self.partitions.iter().flatten().map(|chunk| chunk.len() as u64).sum()
    }
}

/// The partition that a fingerprint belongs to.
#[inline]
pub fn partition_of(fingerprint: Fingerprint) -> usize {
    (fingerprint >> (64 - PARTITION_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: u64) -> impl Iterator<Item = u64> {
        (0..count).map(move |i| (i % (count / 2 + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    #[test]
    fn sealing_sorts_and_makes_distinct_whatever_the_threads_did() {
        let (mut one, mut two, mut whole) = (Bag::default(), Bag::default(), Bag::default());
        for (i, n) in numbers(100_000).enumerate() {
            if i % 3 == 0 {
                one.push(n)
            } else {
                two.push(n)
            }
            whole.push(n);
        }
        let (split, whole) = (InMemory::seal(vec![one, two]), InMemory::seal(vec![whole]));
        assert_eq!(split.len(), 50_001);
        for p in 0..PARTITIONS {
            let slice = split.partition(p).unwrap();
            assert_eq!(slice, whole.partition(p).unwrap());
            assert!(slice.windows(2).all(|w| w[0] < w[1]) && slice.iter().all(|&n| partition_of(n) == p));
        }
    }

    #[test]
    fn links_keep_every_row() {
        let mut bag = Bag::default();
        for (row, n) in numbers(10_000).enumerate() {
            bag.push(Link::new(n, row as u32, row % 2 == 0));
        }
        let runs = InMemory::seal(vec![bag]);
        assert_eq!(runs.len(), 10_000);
        let sorted = (0..PARTITIONS).all(|p| runs.partition(p).unwrap().is_sorted());
        assert!(sorted);
    }
}
