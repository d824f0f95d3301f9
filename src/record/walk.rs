//! Many threads walk one text together, each record exactly once, in blocks.
//!
//! A thread guesses that the first line end in its block ends a record, scans on from there, and only then asks the thread
//! before it where the record really ended (a quoted line end makes the guess wrong). A wrong guess costs one more scan of that
//! block; nothing leaves a block before its begin is known. The same hand-over carries the number of records so far,
//! so every record has its number whatever the threads do.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Condvar, Mutex, PoisonError};

use super::Layout;
use super::page::Page;
use super::scan::{Grammar, Index, Outcome, QUOTED_BYTES_MOST};
use crate::dump::blocks::{Block, Blocks};
use crate::settings::RECORD_BYTES_MOST;

/// A record of which so many bytes are known and no end is longer than [`RECORD_BYTES_MOST`], whatever comes: a quote within
/// them is understood with this many bytes behind it.
const HOPELESS_BYTES: usize = RECORD_BYTES_MOST + 3 * QUOTED_BYTES_MOST;

/// Receives the pages of one thread, in ascending but not consecutive order.
pub trait Sink: Send {
    /// Takes one page.
    fn page(&mut self, page: &Page<'_>);
}

/// Where a block's first record begins.
#[derive(Debug, Clone, Copy, Default)]
struct Start {
    /// Place in the text.
    at: u64,
    /// Records before it, the header among them.
    records: u64,
    /// Whether `at` lies inside a record that was given up as too long.
    skipping: bool,
}

/// Handed from block to block.
#[derive(Default)]
struct Baton {
    starts: Mutex<(BTreeMap<usize, Start>, bool)>,
    moved: Condvar,
}

impl Baton {
    fn put(&self, index: usize, start: Start) {
        self.starts.lock().unwrap_or_else(PoisonError::into_inner).0.insert(index, start);
        self.moved.notify_all();
    }

    /// Ends all waiting: some thread failed.
    fn drop_it(&self) {
        self.starts.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.moved.notify_all();
    }

    fn take(&self, index: usize) -> Option<Start> {
        let mut starts = self.starts.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(start) = starts.0.remove(&index) {
                return Some(start);
            }
            if starts.1 {
                return None;
            }
            starts = self.moved.wait(starts).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Drops the baton when a thread ends badly, so that no other waits for it for ever.
struct Guard<'a>(&'a Baton, &'a dyn Blocks, bool);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if !self.2 {
            self.0.drop_it();
            self.1.abandon();
        }
    }
}

/// Walks a text with one thread per sink; `progress` is told the bytes of each block.
///
/// # Errors
/// When reading fails; the sinks then hold what came before.
pub fn walk<S: Sink>(
    blocks: &dyn Blocks,
    layout: &Layout,
    sinks: &mut [S],
    progress: &(dyn Fn(u64) + Sync),
) -> io::Result<()> {
    let baton = Baton::default();
    baton.put(0, Start { at: layout.preface as u64, ..Start::default() });
    std::thread::scope(|scope| {
        let threads: Vec<_> = sinks
            .iter_mut()
            .map(|sink| {
                let baton = &baton;
                scope.spawn(move || {
                    let mut guard = Guard(baton, blocks, false);
                    let result =
                        Walker { blocks, layout, baton, grammar: Grammar::of(layout), index: Index::default() }
                            .run(sink, progress);
                    guard.2 = result.is_ok();
                    result
                })
            })
            .collect();
        let results =
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        results.collect::<Vec<_>>().into_iter().collect()
    })
}

struct Walker<'a> {
    blocks: &'a dyn Blocks,
    layout: &'a Layout,
    baton: &'a Baton,
    grammar: Grammar,
    index: Index,
}

impl Walker<'_> {
    fn run(&mut self, sink: &mut dyn Sink, progress: &dyn Fn(u64)) -> io::Result<()> {
        while let Some(mut block) = self.blocks.next()? {
            let guess = self.guess(&block);
            let mut too_long = self.scan(&mut block, guess)?;
            let Some(start) = self.baton.take(block.index) else { return Ok(()) };
            let (from, skipped, skipping) = self.begin(&block, start);
            if from != guess {
                too_long = self.scan(&mut block, from)?;
            }
            let mut faulty = skipped;
            let mut next = Start {
                at: block.offset + self.index.end as u64,
                records: start.records + self.index.len() as u64,
                skipping,
            };
            if too_long {
                // As much of it as any record may have; the rest is passed over when its block comes.
                let cut = RECORD_BYTES_MOST as u64;
                faulty += cut;
                next = Start { at: next.at + cut, records: next.records + 1, skipping: true };
            }
            self.baton.put(block.index + 1, next);
            if start.records == 0 && self.layout.header {
                self.index.drop_first();
            }
            let header = u64::from(self.layout.header);
            let first = start.records.saturating_sub(header);
            sink.page(&Page {
                bytes: block.bytes(),
                offset: block.offset,
                index: &self.index,
                layout: self.layout,
                first_record: first,
                too_long: (faulty, u64::from(too_long), block.offset + self.index.end as u64),
            });
            progress(block.nominal as u64);
            self.blocks.done(block.index);
        }
        Ok(())
    }

    /// Where the first record of a block begins, if its first line end ends a record.
    fn guess(&self, block: &Block) -> usize {
        if block.index == 0 {
            return self.layout.preface.min(block.nominal);
        }
        let own = &block.bytes()[..block.nominal];
        memchr::memchr(self.layout.terminator, own).map_or(block.nominal, |at| at + 1)
    }

    /// Where it really begins, how many bytes before that belong to a record that is too long, and whether that record
    /// goes on into the next block.
    fn begin(&self, block: &Block, start: Start) -> (usize, u64, bool) {
        let at = usize::try_from(start.at.saturating_sub(block.offset)).unwrap_or(usize::MAX);
        if at >= block.nominal || !start.skipping {
            return (at, 0, start.skipping);
        }
        match memchr::memchr(self.layout.terminator, &block.bytes()[at..block.nominal]) {
            Some(found) => (at + found + 1, (found + 1) as u64, false),
            None => (block.nominal, (block.nominal - at) as u64, true),
        }
    }

    /// Scans the block's records from `from`; says whether the last one is too long to be read.
    fn scan(&mut self, block: &mut Block, from: usize) -> io::Result<bool> {
        loop {
            let limit = block.nominal;
            let outcome = self.index.scan(block.bytes(), from, limit, block.at_end, self.grammar);
            let open = block.bytes().len().saturating_sub(self.index.end);
            match outcome {
                Outcome::NeedMore if open > HOPELESS_BYTES => return Ok(true),
                Outcome::NeedMore => self.blocks.grow(block)?,
                // Its length decides, not how much of it happened to be at hand.
                Outcome::Done => return Ok(self.index.drop_longer(RECORD_BYTES_MOST)),
            }
        }
    }
}
