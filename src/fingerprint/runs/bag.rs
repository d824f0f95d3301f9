//! What one thread has collected so far: 64 lists of chunks that grow without ever being copied.

use std::io;

use super::sort::{Scratch, distinct, sort};
use super::store::{Segment, Store};
use super::{Entry, PARTITIONS, partition_of};

/// Entries of the first chunk of a partition.
const CHUNK_LEAST: usize = 32;
/// Entries of the largest chunk: small enough that the open ends of all partitions stay a few MiB.
const CHUNK_MOST: usize = 2048;
/// Entries after which a partition of keys is made distinct for the first time.
const COMPACT_AT: usize = 16 * CHUNK_MOST;

/// One partition of a bag.
#[derive(Debug)]
pub struct Part<T> {
    open: Vec<T>,
    full: Vec<Vec<T>>,
    held: usize,
    compact_at: usize,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Part { open: Vec::new(), full: Vec::new(), held: 0, compact_at: COMPACT_AT }
    }
}

impl<T: Entry> Part<T> {
    /// Adds at most [`STAGED`] entries.
    #[inline]
    fn append(&mut self, entries: &[T]) {
        if self.open.len() + entries.len() > self.open.capacity() {
            self.grow();
        }
        self.open.extend_from_slice(entries);
    }

    #[cold]
    fn grow(&mut self) {
        let capacity = (self.open.capacity() * 2).clamp(CHUNK_LEAST, CHUNK_MOST);
        let full = std::mem::replace(&mut self.open, Vec::with_capacity(capacity));
        if !full.is_empty() {
            self.held += full.len();
            self.full.push(full);
        }
    }

    /// Makes the partition distinct, so that a column of few values costs little however many rows it has. Says whether
    /// at least half of it went away.
    #[cold]
    fn compact(&mut self) -> bool {
        let chunks: Vec<&[T]> = self.full.iter().map(Vec::as_slice).collect();
        let mut scratch = Scratch::default();
        let entries = sort(&chunks, &mut scratch);
        let left = distinct(entries);
        let entries = &entries[..left];
        write_back(&mut self.full, entries);
        let before = std::mem::replace(&mut self.held, entries.len());
        // Twice what is left: the work stays linear.
        self.compact_at = self.held * 2 + COMPACT_AT;
        self.held * 2 <= before
    }
}

/// Entries that wait together before they are moved to their partition: whole cache lines of it (16 against 8: 2 % off an
/// analysis).
const STAGED: usize = 16;
/// Entries that stay in one list before they are divided at all: so many as the first chunks of all partitions have room for.
const EARLY: usize = CHUNK_LEAST * PARTITIONS / 2;

/// Entries that wait to be moved to their partition, and how many of each.
#[derive(Debug)]
struct Staged<T> {
    entries: [[T; STAGED]; PARTITIONS],
    waiting: [u8; PARTITIONS],
}

/// Fingerprints are uniform, so one partition tells whether it pays to make the others distinct: `repeats` says whether it
/// did the last time.
#[cold]
fn make_distinct<T: Entry>(part: &mut Part<T>, partition: usize, repeats: &mut bool) {
    if partition == 0 {
        *repeats = part.compact();
    } else if *repeats {
        part.compact();
    } else {
        part.compact_at *= 2;
    }
}

/// The entries that one thread has collected, by partition.
///
/// They wait in one small table first, and move to their partition sixteen at a time: the table stays in the processor's
/// nearest cache, the ends of all partitions would not.
#[derive(Debug)]
pub struct Bag<T> {
    /// The first entries, until [`EARLY`] have come: a table of a hundred thousand short columns must not cost gigabytes.
    early: Vec<T>,
    /// None before that.
    parts: Vec<Part<T>>,
    /// None before that.
    staged: Option<Box<Staged<T>>>,
    /// Whether making the first partition distinct paid the last time.
    repeats: bool,
    /// What was written out: each time one segment for each partition.
    written: Vec<Vec<Segment>>,
}

impl<T> Default for Bag<T> {
    fn default() -> Self {
        Bag { early: Vec::new(), parts: Vec::new(), staged: None, repeats: false, written: Vec::new() }
    }
}

impl<T: Entry> Bag<T> {
    /// Adds an entry.
    #[inline]
    pub fn push(&mut self, entry: T) {
        self.extend(&[entry]);
    }

    /// Adds many entries: in one loop that does nothing else, each costs a third less.
    pub fn extend(&mut self, entries: &[T]) {
        if self.staged.is_some() {
            return self.stage(entries);
        }
        self.early.extend_from_slice(entries);
        if let Some(&any) = self.early.first().filter(|_| self.early.len() >= EARLY) {
            self.parts = (0..PARTITIONS).map(|_| Part::default()).collect();
            self.staged = Some(Box::new(Staged { entries: [[any; STAGED]; PARTITIONS], waiting: [0; PARTITIONS] }));
            let early = std::mem::take(&mut self.early);
            self.stage(&early);
        }
    }

    fn stage(&mut self, entries: &[T]) {
        let Some(staged) = &mut self.staged else { return };
        let Staged { entries: table, waiting } = &mut **staged;
        for &entry in entries {
            let partition = partition_of(entry.fingerprint());
            let place = usize::from(waiting[partition]);
            table[partition][place % STAGED] = entry;
            waiting[partition] = (place as u8 + 1) % STAGED as u8;
            if place + 1 == STAGED {
                let part = &mut self.parts[partition];
                part.append(&table[partition]);
                if T::DISTINCT && part.held >= part.compact_at {
                    make_distinct(part, partition, &mut self.repeats);
                }
            }
        }
    }

    /// Bytes that its entries take in memory, those that wait to be moved left out.
    pub fn bytes(&self) -> usize {
        let parts: usize = self.parts.iter().map(|part| part.open.capacity() + part.held).sum();
        (parts + self.early.capacity()) * size_of::<T>()
    }

    /// What was written out: each time one segment for each partition.
    pub fn segments(&self) -> &[Vec<Segment>] {
        &self.written
    }

    /// Whether its entries are so few that they were never divided nor written out.
    pub(super) fn is_few(&self) -> bool {
        self.parts.is_empty() && self.written.is_empty()
    }

    /// Those entries.
    pub(super) fn into_few(self) -> Vec<T> {
        self.early
    }

    /// Moves all entries to their partitions, where there are any.
    fn move_all(&mut self) {
        if !self.early.is_empty() && self.parts.is_empty() {
            self.parts = (0..PARTITIONS).map(|_| Part::default()).collect();
        }
        for entry in std::mem::take(&mut self.early) {
            self.parts[partition_of(entry.fingerprint())].append(&[entry]);
        }
        let Some(staged) = &mut self.staged else { return };
        for ((part, entries), waiting) in self.parts.iter_mut().zip(&staged.entries).zip(&mut staged.waiting) {
            part.append(&entries[..usize::from(std::mem::take(waiting))]);
        }
    }

    /// Writes all entries out, sorted, and forgets them.
    pub(super) fn write_out(&mut self, store: &Store, scratch: &mut Scratch<T>) -> io::Result<()> {
        self.move_all();
        let (mut bytes, mut lists) = (Vec::new(), Vec::new());
        for part in &self.parts {
            let chunks: Vec<&[T]> = part.full.iter().chain([&part.open]).map(Vec::as_slice).collect();
            lists.push(put(&chunks, scratch, &mut bytes).entries);
        }
        if lists.iter().any(|entries| *entries > 0) {
            self.written.push(store.write::<T>(&bytes, &lists)?);
            self.parts.iter_mut().for_each(|part| *part = Part::default());
        }
        if self.staged.is_none() {
            self.parts = Vec::new();
        }
        Ok(())
    }

    /// The partitions in order; none at all where nothing was added.
    pub fn into_partitions(mut self) -> std::vec::IntoIter<Part<T>> {
        self.move_all();
        self.parts.into_iter()
    }
}

/// Counts of one partition that lies in a file.
pub struct Put {
    /// Entries.
    pub entries: usize,
    /// Distinct fingerprints.
    pub distinct: u64,
    /// Those among them that name a row.
    pub naming: u64,
}

/// Appends the entries as bytes, sorted; keys made distinct.
fn put<T: Entry>(chunks: &[&[T]], scratch: &mut Scratch<T>, bytes: &mut Vec<u8>) -> Put {
    let entries = sort(chunks, scratch);
    let left = if T::DISTINCT { distinct(entries) } else { entries.len() };
    let entries = &entries[..left];
    let (distinct, naming) = if T::DISTINCT { (left as u64, 0) } else { count(entries) };
    bytes.reserve(left * T::BYTES);
    entries.iter().for_each(|entry| entry.write(bytes));
    Put { entries: left, distinct, naming }
}

/// One partition in a file: what was written out of it and what is still there become one sorted list of bytes.
pub fn merge<T: Entry>(
    parts: Vec<Part<T>>,
    chunks: &mut Vec<Vec<T>>,
    scratch: &mut Scratch<T>,
    bytes: &mut Vec<u8>,
) -> Put {
    for mut part in parts {
        chunks.append(&mut part.full);
        chunks.push(part.open);
    }
    bytes.clear();
    put(&chunks.iter().map(Vec::as_slice).collect::<Vec<_>>(), scratch, bytes)
}

/// One sorted partition.
pub struct Sealed<T> {
    /// Chunks that are sorted one after the other.
    pub chunks: Vec<Vec<T>>,
    /// Distinct fingerprints.
    pub distinct: u64,
    /// Those among them that name a row.
    pub naming: u64,
}

/// All entries of one partition, sorted; keys made distinct. They stay in the chunks that they were collected in: sealing
/// takes no more memory than collecting did. What readers would count in a pass of their own is counted here, where the
/// entries lie in the cache.
pub fn seal<T: Entry>(parts: Vec<Part<T>>, scratch: &mut Scratch<T>) -> Sealed<T> {
    let mut chunks: Vec<Vec<T>> = Vec::new();
    for mut part in parts {
        chunks.append(&mut part.full);
        chunks.push(part.open);
    }
    let views: Vec<&[T]> = chunks.iter().map(Vec::as_slice).collect();
    let entries = sort(&views, scratch);
    let left = if T::DISTINCT { distinct(entries) } else { entries.len() };
    let entries = &entries[..left];
    let (distinct, naming) = if T::DISTINCT { (left as u64, 0) } else { count(entries) };
    write_back(&mut chunks, entries);
    Sealed { chunks, distinct, naming }
}

/// Few entries, sorted; keys made distinct. With the distinct fingerprints, and those among them that name a row.
pub fn seal_few<T: Entry>(mut entries: Vec<T>) -> (Vec<T>, (u64, u64)) {
    entries.sort_unstable();
    if T::DISTINCT {
        entries.dedup();
        entries.shrink_to_fit();
        let distinct = entries.len() as u64;
        return (entries, (distinct, 0));
    }
    let counts = count(&entries);
    (entries, counts)
}

/// Distinct fingerprints of sorted entries, and those among them that name a row.
fn count<T: Entry>(entries: &[T]) -> (u64, u64) {
    let (mut distinct, mut naming) = (0, 0);
    // Without branches on the data: whether the key before is the same one, and whether it is counted as naming already.
    let (mut last, mut named) = (entries.first().map_or(0, |first| !first.fingerprint()), false);
    for entry in entries {
        let new = entry.fingerprint() != last;
        last = entry.fingerprint();
        let names = entry.names();
        distinct += u64::from(new);
        naming += u64::from(names & (new | !named));
        named = names | (named & !new);
    }
    (distinct, naming)
}

/// Fills the chunks with the entries, which are no more than they hold already, and drops the chunks that stay empty.
fn write_back<T: Entry>(chunks: &mut Vec<Vec<T>>, entries: &[T]) {
    let mut rest = entries;
    for chunk in chunks.iter_mut() {
        let (own, others) = rest.split_at(rest.len().min(chunk.len()));
        chunk.clear();
        chunk.extend_from_slice(own);
        rest = others;
    }
    chunks.retain(|chunk| !chunk.is_empty());
}
