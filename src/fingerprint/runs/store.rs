//! Where entries lie that do not fit into the memory that a run may use: in one file without a name.
//!
//! The file is made in the system's folder for temporary files when it is first needed, its name is removed before anything is
//! written (nothing of it is left however the run ends), and only fingerprints under the run's own secret enter it.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Entry;

/// Memory that a run takes beside its entries: blocks, remembered values, sorting.
///
/// # Source
/// Two threads, 8 columns, 6 million rows and 1.5 million of a service: a limit of 300 MiB with 128 MiB taken off here gave a peak of
/// 301 MiB, 611 MB were written out. Twice that is taken off, because tables may be wider and threads more.
const BESIDE: u64 = 256 << 20;
/// Entries that a thread may always hold, in bytes: less would write out at every page.
const SHARE_LEAST: u64 = 256 << 10;

/// The memory of a run, and what is written out of it.
#[derive(Debug, Default)]
pub struct Store {
    /// Bytes that entries may take in memory; `None`: any.
    limit: Option<u64>,
    /// Bytes that sealed runs take of it.
    sealed: AtomicU64,
    file: OnceLock<File>,
    /// Bytes of the file that are taken.
    end: AtomicU64,
}

/// Entries in the file, sorted.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    offset: u64,
    /// How many.
    pub entries: usize,
}

impl Store {
    /// A store for a run that may use so many bytes of memory in all; `None`: any.
    pub fn new(memory: Option<u64>) -> Store {
        Store { limit: memory.map(|memory| memory.saturating_sub(BESIDE)), ..Store::default() }
    }

    /// Bytes of entries that each of so many threads may collect before it writes them out; `None`: any.
    pub fn share(&self, threads: usize) -> Option<usize> {
        let left = self.limit?.saturating_sub(self.sealed.load(Ordering::Relaxed)) / threads.max(1) as u64;
        Some(usize::try_from(left.max(SHARE_LEAST)).unwrap_or(usize::MAX))
    }

    /// Bytes that were written out so far.
    pub fn written(&self) -> u64 {
        self.end.load(Ordering::Relaxed)
    }

    /// Counts the bytes of a run that stays in memory, until they are given back.
    pub(super) fn keep(&self, bytes: u64) {
        self.sealed.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn give_back(&self, bytes: u64) {
        self.sealed.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// Writes lists of entries out, one segment for each.
    ///
    /// # Errors
    /// The file cannot be made or written.
    pub(super) fn write<T: Entry>(&self, bytes: &[u8], lists: &[usize]) -> io::Result<Vec<Segment>> {
        let file = match self.file.get() {
            Some(file) => file,
            None => {
                let file = tempfile::tempfile()?;
                self.file.get_or_init(|| file)
            }
        };
        let mut offset = self.end.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        file.write_all_at(bytes, offset)?;
        let segment = |&entries: &usize| {
            let segment = Segment { offset, entries };
            offset += (entries * T::BYTES) as u64;
            segment
        };
        Ok(lists.iter().map(segment).collect())
    }

    /// Reads a segment.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn read<T: Entry>(&self, segment: Segment) -> io::Result<Vec<T>> {
        let Some(file) = self.file.get() else { return Ok(Vec::new()) };
        let mut bytes = vec![0; segment.entries * T::BYTES];
        file.read_exact_at(&mut bytes, segment.offset)?;
        Ok(bytes.chunks_exact(T::BYTES).map(T::read).collect())
    }
}
