//! Fingerprints as sorted runs, divided by their top bits.
//!
//! **Comes in:** fingerprints in any order, from many threads, each thread with a [`Bag`] of its own. **Goes out:** [`Runs`]:
//! 64 partitions, each handed out as one sorted slice. Memory lends the slice; a run on disk will read it: either way
//! one 64th of the set is all that a join needs at a time.
//!
//! **Never happens here:** no order of arrival, no number of threads shows in a run.

mod bag;
pub mod meet;
mod sort;
pub mod store;

pub use bag::Bag;
pub use sort::Scratch;
pub use store::Store;

use std::borrow::Cow;
use std::sync::Arc;

use anyhow::Context;
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
    /// Whether it is its row's most telling key; keys without a row name none.
    fn names(&self) -> bool;
    /// Whether equal entries are one (keys) or each counts (links).
    const DISTINCT: bool;
    /// Bytes of one in a file.
    const BYTES: usize;
    /// Appends it as so many bytes.
    fn write(&self, bytes: &mut Vec<u8>);
    /// Reads it from so many bytes.
    fn read(bytes: &[u8]) -> Self;
}

/// The eight bytes at this place; 0 beyond the end, which callers rule out.
fn number(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

impl Entry for Fingerprint {
    #[inline]
    fn fingerprint(&self) -> Fingerprint {
        *self
    }
    fn names(&self) -> bool {
        false
    }
    const DISTINCT: bool = true;
    const BYTES: usize = 8;
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.to_le_bytes());
    }
    fn read(bytes: &[u8]) -> Self {
        number(bytes)
    }
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
}

impl Entry for Link {
    #[inline]
    fn fingerprint(&self) -> Fingerprint {
        (u64::from(self.high) << 32) | u64::from(self.low)
    }
    #[inline]
    fn names(&self) -> bool {
        self.place > Self::ROW_MOST
    }
    const DISTINCT: bool = false;
    const BYTES: usize = 12;
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.fingerprint().to_le_bytes());
        bytes.extend_from_slice(&self.place.to_le_bytes());
    }
    fn read(bytes: &[u8]) -> Self {
        let fingerprint = number(bytes);
        let place = bytes.last_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes));
        Link { high: (fingerprint >> 32) as u32, low: fingerprint as u32, place }
    }
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

/// One sorted partition: chunks that are sorted one after the other, as they lie in memory, or entries put together.
#[derive(Debug)]
pub enum Sorted<'a, T> {
    /// As they lie in memory: no reader pays for putting them together.
    Lent(&'a [Vec<T>]),
    /// Made for the reader.
    Made(Vec<T>),
}

impl<T: Entry> Sorted<'_, T> {
    /// The entries in chunks, sorted one after the other, none of them empty.
    pub fn chunks(&self) -> impl Iterator<Item = &[T]> {
        let (lent, made) = match self {
            Sorted::Lent(chunks) => (*chunks, None),
            Sorted::Made(entries) => (&[][..], Some(entries)),
        };
        lent.iter().chain(made).map(Vec::as_slice).filter(|chunk| !chunk.is_empty())
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.chunks().flatten()
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.chunks().map(<[T]>::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chunks().next().is_none()
    }

    /// The entries in one piece; copied where they lie in several.
    pub fn whole(&self) -> Cow<'_, [T]> {
        match self {
            Sorted::Made(entries) => entries.into(),
            Sorted::Lent([]) => Cow::Borrowed(&[]),
            Sorted::Lent([only]) => only.into(),
            Sorted::Lent(chunks) => chunks.concat().into(),
        }
    }

    /// Whether an entry has this fingerprint.
    pub fn contains(&self, fingerprint: Fingerprint) -> bool {
        let before = |last: Option<&T>| last.is_some_and(|last| last.fingerprint() < fingerprint);
        let chunk = match self {
            // Sealed chunks hold something each, so that the last entries of all are in order.
            Sorted::Lent(chunks) => chunks.get(chunks.partition_point(|chunk| before(chunk.last()))),
            Sorted::Made(entries) => Some(entries),
        };
        chunk.is_some_and(|chunk| chunk.binary_search_by_key(&fingerprint, Entry::fingerprint).is_ok())
    }
}

/// Sorted runs of one stream of entries, wherever they lie.
pub trait Runs<T: Entry>: Send + Sync {
    /// One partition (0..[`PARTITIONS`]), sorted by fingerprint; keys are distinct, links are all there.
    ///
    /// # Errors
    /// When a run on disk cannot be read. Runs in memory never fail.
    fn partition(&self, partition: usize) -> anyhow::Result<Sorted<'_, T>>;

    /// Number of entries.
    fn len(&self) -> u64;

    /// Number of distinct fingerprints, and of those among them that name a row.
    fn distinct(&self) -> (u64, u64);

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Runs in memory.
#[derive(Debug)]
pub struct InMemory<T> {
    held: Held<T>,
    distinct: (u64, u64),
}

#[derive(Debug)]
enum Held<T> {
    /// By partition: chunks that are sorted one after the other.
    Divided(Vec<Vec<Vec<T>>>),
    /// So few that they are not divided: one sorted list. Tables of very many columns have such.
    Few(Vec<T>),
}

impl<T: Entry> InMemory<T> {
    /// Seals the bags of all threads: sorts every partition and, for keys, drops repetitions. Uses the current rayon pool.
    pub fn seal(bags: Vec<Bag<T>>) -> Self {
        if bags.iter().all(Bag::is_few) {
            let few = bags.into_iter().flat_map(Bag::into_few).collect();
            let (entries, distinct) = bag::seal_few(few);
            return InMemory { held: Held::Few(entries), distinct };
        }
        let mut columns: Vec<_> = bags.into_iter().map(Bag::into_partitions).filter(|parts| parts.len() > 0).collect();
        let partitions: Vec<Vec<bag::Part<T>>> =
            (0..PARTITIONS).map(|_| columns.iter_mut().filter_map(Iterator::next).collect()).collect();
        let sealed: Vec<bag::Sealed<T>> = partitions
            .into_par_iter()
            .map_init(sort::Scratch::default, |scratch, parts| bag::seal(parts, scratch))
            .collect();
        let distinct = sealed.iter().fold((0, 0), |sum, part| (sum.0 + part.distinct, sum.1 + part.naming));
        InMemory { held: Held::Divided(sealed.into_iter().map(|part| part.chunks).collect()), distinct }
    }
}

impl<T: Entry> Runs<T> for InMemory<T> {
    fn partition(&self, partition: usize) -> anyhow::Result<Sorted<'_, T>> {
        Ok(match &self.held {
            Held::Divided(partitions) => Sorted::Lent(partitions.get(partition).map_or(&[][..], Vec::as_slice)),
            Held::Few(entries) => {
                let begin = entries.partition_point(|entry| partition_of(entry.fingerprint()) < partition);
                let end = entries.partition_point(|entry| partition_of(entry.fingerprint()) <= partition);
                Sorted::Made(entries[begin..end].to_vec())
            }
        })
    }

    fn len(&self) -> u64 {
        match &self.held {
            Held::Divided(partitions) => partitions.iter().flatten().map(|chunk| chunk.len() as u64).sum(),
            Held::Few(entries) => entries.len() as u64,
        }
    }

    fn distinct(&self) -> (u64, u64) {
        self.distinct
    }
}

/// Runs in memory that are counted in the memory of their run.
struct Kept<T> {
    runs: InMemory<T>,
    store: Arc<Store>,
    bytes: u64,
}

impl<T> Drop for Kept<T> {
    fn drop(&mut self) {
        self.store.give_back(self.bytes);
    }
}

impl<T: Entry> Runs<T> for Kept<T> {
    fn partition(&self, partition: usize) -> anyhow::Result<Sorted<'_, T>> {
        self.runs.partition(partition)
    }

    fn len(&self) -> u64 {
        self.runs.len()
    }

    fn distinct(&self) -> (u64, u64) {
        self.runs.distinct()
    }
}

/// Runs in a store's file; a partition is read when it is asked for.
struct OnDisk {
    store: Arc<Store>,
    partitions: Vec<Option<store::Segment>>,
    distinct: (u64, u64),
}

impl<T: Entry> Runs<T> for OnDisk {
    fn partition(&self, partition: usize) -> anyhow::Result<Sorted<'_, T>> {
        let segment = self.partitions.get(partition).copied().flatten();
        Ok(Sorted::Made(segment.map_or(Ok(Vec::new()), |segment| self.store.read(segment)).context(READ)?))
    }

    fn len(&self) -> u64 {
        self.partitions.iter().flatten().map(|segment| segment.entries as u64).sum()
    }

    fn distinct(&self) -> (u64, u64) {
        self.distinct
    }
}

const READ: &str = "cannot read back what was written out\nhint: give more with --memory, so that nothing is";
const WRITE: &str = "cannot write out what memory does not hold\n\
                     hint: give more with --memory, or name a folder with room in the variable TMPDIR";

/// Seals the bags of all threads: in memory if nothing of them was written out, else in the store. Uses the current rayon
/// pool.
///
/// # Errors
/// The store's file cannot be read or written.
pub fn seal<T: Entry>(bags: Vec<Bag<T>>, store: &Arc<Store>) -> anyhow::Result<Box<dyn Runs<T>>> {
    if bags.iter().all(|bag| bag.segments().is_empty()) {
        let runs = InMemory::seal(bags);
        let bytes = runs.len() * size_of::<T>() as u64;
        store.keep(bytes);
        return Ok(Box::new(Kept { runs, store: store.clone(), bytes }));
    }
    let segments: Vec<Vec<store::Segment>> =
        (0..PARTITIONS).map(|at| bags.iter().flat_map(|bag| bag.segments()).map(|of| of[at]).collect()).collect();
    let mut columns: Vec<_> = bags.into_iter().map(Bag::into_partitions).filter(|parts| parts.len() > 0).collect();
    let partitions: Vec<_> = segments
        .into_iter()
        .map(|segments| (segments, columns.iter_mut().filter_map(Iterator::next).collect::<Vec<_>>()))
        .collect();
    let sealed = partitions.into_par_iter().map_init(Default::default, |(scratch, bytes), (segments, parts)| {
        let mut chunks = segments.into_iter().map(|segment| store.read(segment)).collect::<std::io::Result<_>>()?;
        let found = bag::merge(parts, &mut chunks, scratch, bytes);
        let segment = store.write::<T>(bytes, &[found.entries])?.first().copied();
        std::io::Result::Ok((segment, found))
    });
    let sealed = sealed.collect::<std::io::Result<Vec<_>>>().context(WRITE)?;
    let distinct = sealed.iter().fold((0, 0), |sum, (_, part)| (sum.0 + part.distinct, sum.1 + part.naming));
    let partitions = sealed.into_iter().map(|(segment, _)| segment).collect();
    Ok(Box::new(OnDisk { store: store.clone(), partitions, distinct }))
}

/// Writes out what a bag holds, and says so where that fails.
///
/// # Errors
/// The store's file cannot be written; the bag is as it was.
pub fn write_out<T: Entry>(bag: &mut Bag<T>, store: &Store, scratch: &mut Scratch<T>) -> anyhow::Result<()> {
    bag.write_out(store, scratch).context(WRITE)
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
        assert_eq!((split.len(), split.distinct()), (50_001, (50_001, 0)));
        for p in 0..PARTITIONS {
            let (part, whole) = (split.partition(p).unwrap(), whole.partition(p).unwrap());
            let slice = part.whole();
            assert_eq!(slice, whole.whole());
            assert_eq!((part.len(), part.is_empty()), (slice.len(), slice.is_empty()));
            assert!(slice.iter().all(|&key| part.contains(key) && !part.contains(key + 1)));
            assert!(slice.windows(2).all(|w| w[0] < w[1]) && slice.iter().all(|&n| partition_of(n) == p));
        }
    }

    /// Everything that runs tell.
    fn all<T: Entry>(runs: &dyn Runs<T>) -> (u64, (u64, u64), Vec<T>) {
        let entries = (0..PARTITIONS).flat_map(|p| runs.partition(p).unwrap().whole().into_owned()).collect();
        (runs.len(), runs.distinct(), entries)
    }

    #[test]
    fn what_is_written_out_comes_back_as_if_it_never_was() {
        let store = Arc::new(Store::new(Some(0)));
        let (mut kept, mut written, mut other) = (Bag::default(), Bag::default(), Bag::default());
        let (mut links, mut written_links) = (Bag::default(), Bag::default());
        let (mut scratch, mut link_scratch) = (Scratch::default(), Scratch::default());
        for (i, n) in numbers(60_000).enumerate() {
            kept.push(n);
            if i % 3 == 0 {
                other.push(n)
            } else {
                written.push(n)
            }
            links.push(Link::new(n, i as u32, i % 2 == 0));
            written_links.push(Link::new(n, i as u32, i % 2 == 0));
            if i % 20_000 == 10 {
                let held = written.bytes();
                write_out(&mut written, &store, &mut scratch).unwrap();
                write_out(&mut written_links, &store, &mut link_scratch).unwrap();
                assert!(written.bytes() < held && written.bytes() == 0);
            }
        }
        assert_eq!(all(&*seal(vec![written, other], &store).unwrap()), all(&InMemory::seal(vec![kept])));
        assert_eq!(all(&*seal(vec![written_links], &store).unwrap()), all(&InMemory::seal(vec![links])));
        assert!(store.written() > 60_000 * 12, "keys and links were there");
    }

    #[test]
    fn sealed_runs_take_their_part_of_the_memory_until_they_go() {
        let store = Arc::new(Store::new(Some(600 << 20)));
        let before = store.share(2);
        let mut bag = Bag::default();
        numbers(100_000).for_each(|n| bag.push(n));
        let runs = seal(vec![bag], &store).unwrap();
        assert_eq!(store.share(2), before.map(|share| share - 50_001 * 4));
        drop(runs);
        assert_eq!((store.share(2), Store::new(None).share(2)), (before, None));
    }

    #[test]
    fn few_entries_are_sealed_as_many_are() {
        let (mut one, mut two) = (Bag::default(), Bag::default());
        numbers(300).for_each(|n| one.push(n));
        numbers(500).for_each(|n| two.push(n));
        assert!(one.bytes() + two.bytes() < 10_000, "no partition has memory of its own yet");
        let runs = InMemory::seal(vec![one, two]);
        assert!(matches!(runs.held, Held::Few(_)));
        let mut wanted: Vec<u64> = numbers(300).chain(numbers(500)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        assert_eq!(all(&runs), (wanted.len() as u64, (wanted.len() as u64, 0), wanted));
        assert!((0..PARTITIONS).all(|p| runs.partition(p).unwrap().iter().all(|&n| partition_of(n) == p)));
    }

    #[test]
    fn links_keep_every_row() {
        let mut bag = Bag::default();
        for (row, n) in numbers(10_000).enumerate() {
            bag.push(Link::new(n, row as u32, row % 2 == 0));
        }
        let runs = InMemory::seal(vec![bag]);
        assert_eq!(runs.len(), 10_000);
        let sorted = (0..PARTITIONS).all(|p| runs.partition(p).unwrap().iter().is_sorted());
        assert!(sorted);
        // 5,001 fingerprints, all but the last in two rows with 5,001 rows between: one even, one odd.
        assert_eq!(runs.distinct(), (5_001, 5_000));
    }
}
