//! A text as blocks that many threads take in turn.
//!
//! A plain file is read by the threads themselves, at page-aligned places into page-aligned buffers (a misaligned copy
//! out of the page cache costs up to four times as much on some processors). A stream is read by one producer a few blocks ahead.
//! A block carries some bytes of the next one, so that its last record is nearly always whole; [`Blocks::grow`] gets more.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::digest::InTurn;
use super::open::{EXPANSION_FLOOR_BYTES, EXPANSION_MOST, Stream};

/// Bytes that a block stands for: so few that its text stays near the processor while column after column of it is read
/// (four times as many took an analysis of eight columns 3 % longer).
pub const BLOCK_BYTES: usize = 64 * 1024;
/// Bytes of the next block that come along.
const AHEAD_BYTES: usize = 4096;
/// Where in a page a buffer begins: not at its start, and not at the allocator's 16 bytes past it.
const PAGE_OFFSET: usize = 64;
const PAGE_BYTES: usize = 4096;
/// Blocks that may wait for the digest, 24 MiB: with fewer, parsing that runs ahead falls into step with it.
const DIGEST_BUFFERS: usize = 384;
/// Blocks that a producer may be ahead of the slowest thread: room for the longest record.
const STREAM_AHEAD_BLOCKS: usize = 4 + crate::settings::RECORD_BYTES_MOST / BLOCK_BYTES;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panicked holds no half-made state here: every critical section is a few moves.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One block.
pub struct Block {
    /// Number of the block in its text.
    pub index: usize,
    /// Place of its first byte in the text.
    pub offset: u64,
    /// Bytes that the block stands for; those after them belong to the next blocks.
    pub nominal: usize,
    /// Whether the text ends with `bytes`.
    pub at_end: bool,
    content: Content,
    /// What is still to be digested of it.
    undigested: Option<Piece>,
}

enum Content {
    Shared { buffer: Arc<Buffer>, length: usize },
    Owned(Vec<u8>),
}

impl Block {
    /// The bytes of the block and those that came along.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Shared { buffer, length } => &buffer.bytes[buffer.start..buffer.start + length],
            Content::Owned(bytes) => bytes,
        }
    }
}

/// Blocks of one text.
pub trait Blocks: Sync {
    /// The next block, for whichever thread asks; `None` at the end of the text.
    ///
    /// # Errors
    /// When reading fails.
    fn next(&self) -> io::Result<Option<Block>>;

    /// Lengthens the block by at least one byte, unless it is at the end.
    ///
    /// # Errors
    /// When reading fails.
    fn grow(&self, block: &mut Block) -> io::Result<()>;

    /// The next thread knows all that it has to know of the block: there is time to digest it, while it lies in the
    /// processor's cache.
    fn passed_on(&self, block: &mut Block);

    /// The thread is done with the block of this number.
    fn done(&self, index: usize);

    /// A thread has failed: whoever waits for more need not.
    fn abandon(&self);
}

/// Buffers that go round.
struct Pool {
    idle: Mutex<Idle>,
    back: Condvar,
}

/// Buffers that nobody uses, and how many threads wait for one.
struct Idle {
    buffers: Vec<(Vec<u8>, usize)>,
    waiting: usize,
}

struct Buffer {
    bytes: Vec<u8>,
    start: usize,
    pool: Arc<Pool>,
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let mut idle = lock(&self.pool.idle);
        idle.buffers.push((std::mem::take(&mut self.bytes), self.start));
        // To wake nobody costs a call of the system all the same.
        let waited_for = idle.waiting > 0;
        drop(idle);
        if waited_for {
            self.pool.back.notify_one();
        }
    }
}

impl Pool {
    fn new(buffers: usize) -> Arc<Self> {
        let idle = (0..buffers)
            .map(|_| {
                let bytes = vec![0_u8; BLOCK_BYTES + AHEAD_BYTES + 2 * PAGE_BYTES];
                let start = bytes.as_ptr().align_offset(PAGE_BYTES).min(PAGE_BYTES) + PAGE_OFFSET;
                (bytes, start)
            })
            .collect();
        Arc::new(Pool { idle: Mutex::new(Idle { buffers: idle, waiting: 0 }), back: Condvar::new() })
    }

    fn take(self: &Arc<Self>) -> Buffer {
        let mut idle = lock(&self.idle);
        loop {
            if let Some((bytes, start)) = idle.buffers.pop() {
                return Buffer { bytes, start, pool: Arc::clone(self) };
            }
            idle.waiting += 1;
            idle = self.back.wait(idle).unwrap_or_else(PoisonError::into_inner);
            idle.waiting -= 1;
        }
    }
}

/// The bytes of a block that belong to it alone, in a shared buffer.
struct Piece {
    buffer: Arc<Buffer>,
    length: usize,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.buffer.bytes[self.buffer.start..self.buffer.start + self.length]
    }
}

/// Blocks of a plain file.
pub struct PlainBlocks {
    file: File,
    bytes: u64,
    next: AtomicUsize,
    pool: Arc<Pool>,
    digest: Option<InTurn<Piece>>,
}

impl PlainBlocks {
    /// Blocks of the first `bytes` bytes of `file` for so many threads, with a digest where one is wanted.
    pub fn new(file: File, bytes: u64, threads: usize, digest: bool) -> Self {
        // Room for blocks that wait for their turn in the digest, as when one thread is held up by the scheduler. Never
        // more than the file has blocks.
        let waiting = if digest { blocks_of(bytes).min(DIGEST_BUFFERS) } else { 0 };
        let pool = Pool::new(threads + waiting);
        PlainBlocks { file, bytes, next: AtomicUsize::new(0), pool, digest: digest.then(InTurn::default) }
    }

    /// The digest of the whole, after all threads are done; `None` where none was wanted or blocks were not read.
    pub fn digest(self) -> Option<String> {
        let blocks = blocks_of(self.bytes);
        self.digest.and_then(|digest| digest.finish(blocks))
    }

    fn fill(&self, out: &mut [u8], at: u64) -> io::Result<()> {
        self.file.read_exact_at(out, at).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => io::Error::new(error.kind(), "the file became shorter while it was read"),
            _ => error,
        })
    }
}

impl Blocks for PlainBlocks {
    fn next(&self) -> io::Result<Option<Block>> {
        // The buffer first, the number second: so the lowest number that is out always has its buffer, and the digest,
        // which needs the blocks in order, never waits for one that waits for a buffer.
        let mut buffer = self.pool.take();
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        let offset = index as u64 * BLOCK_BYTES as u64;
        if offset >= self.bytes {
            return Ok(None);
        }
        let left = self.bytes - offset;
        let nominal = left.min(BLOCK_BYTES as u64) as usize;
        let length = left.min((BLOCK_BYTES + AHEAD_BYTES) as u64) as usize;
        let start = buffer.start;
        self.fill(&mut buffer.bytes[start..start + length], offset)?;
        let buffer = Arc::new(buffer);
        let undigested = self.digest.as_ref().map(|_| Piece { buffer: Arc::clone(&buffer), length: nominal });
        let content = Content::Shared { buffer, length };
        Ok(Some(Block { index, offset, nominal, at_end: length as u64 == left, content, undigested }))
    }

    fn grow(&self, block: &mut Block) -> io::Result<()> {
        if block.at_end {
            return Ok(());
        }
        let have = block.bytes().len();
        let end = block.offset + have as u64;
        let more = (self.bytes - end).min(have as u64) as usize;
        let mut bytes = Vec::with_capacity(have + more);
        bytes.extend_from_slice(block.bytes());
        bytes.resize(have + more, 0);
        self.fill(&mut bytes[have..], end)?;
        block.at_end = end + more as u64 == self.bytes;
        block.content = Content::Owned(bytes);
        Ok(())
    }

    fn passed_on(&self, block: &mut Block) {
        if let (Some(digest), Some(piece)) = (&self.digest, block.undigested.take()) {
            digest.offer(block.index, piece);
        }
    }

    fn done(&self, _: usize) {
        if let Some(digest) = &self.digest {
            digest.catch_up();
        }
    }

    fn abandon(&self) {
        if let Some(digest) = &self.digest {
            digest.abandon();
        }
    }
}

fn blocks_of(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(BLOCK_BYTES as u64)).unwrap_or(usize::MAX)
}

/// How a stream ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// All of it was read.
    Whole,
    /// Its container stops in the middle.
    Cut,
    /// Its container is damaged from here on.
    Damaged,
    /// It grows beyond all measure.
    Expansion,
    /// Reading failed.
    Failed(String),
}

/// Blocks of a stream.
pub struct StreamBlocks {
    state: Mutex<StreamState>,
    changed: Condvar,
}

#[derive(Default)]
struct StreamState {
    ready: BTreeMap<usize, Arc<Vec<u8>>>,
    /// Blocks produced, blocks handed out, blocks given back in full order.
    produced: usize,
    handed: usize,
    finished: usize,
    finished_early: std::collections::BTreeSet<usize>,
    ending: Option<Ending>,
    abandoned: bool,
}

impl Default for StreamBlocks {
    fn default() -> Self {
        StreamBlocks { state: Mutex::new(StreamState::default()), changed: Condvar::new() }
    }
}

impl StreamBlocks {
    /// Reads the stream to its end, as far ahead as is allowed. Runs in a thread of its own.
    pub fn produce(&self, stream: &mut Stream) {
        let mut total = 0_u64;
        loop {
            let mut bytes = vec![0; BLOCK_BYTES];
            let (count, mut ending) = read_block(&mut stream.reader, &mut bytes, !stream.containers.is_empty());
            total += count as u64;
            bytes.truncate(count);
            let stored = stream.taken.first().map_or(u64::MAX / EXPANSION_MOST, |n| n.load(Ordering::Relaxed));
            if total > EXPANSION_FLOOR_BYTES && total > stored.saturating_mul(EXPANSION_MOST) {
                ending = Some(Ending::Expansion);
            }
            let mut state = lock(&self.state);
            while state.produced > state.finished + STREAM_AHEAD_BLOCKS && !state.abandoned {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            if !bytes.is_empty() {
                let index = state.produced;
                state.ready.insert(index, Arc::new(bytes));
                state.produced += 1;
            }
            let over = ending.is_some() || state.abandoned;
            state.ending = ending.or_else(|| state.abandoned.then(|| Ending::Failed("reading was given up".into())));
            self.changed.notify_all();
            if over {
                return;
            }
        }
    }

    /// How the stream ended, after all blocks are done.
    pub fn ending(&self) -> Ending {
        lock(&self.state).ending.clone().unwrap_or(Ending::Failed("the stream was not read to its end".into()))
    }
}

fn read_block(reader: &mut dyn Read, out: &mut [u8], contained: bool) -> (usize, Option<Ending>) {
    let mut count = 0;
    while count < out.len() {
        match reader.read(&mut out[count..]) {
            Ok(0) => return (count, Some(Ending::Whole)),
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                let cut =
                    error.kind() == io::ErrorKind::UnexpectedEof || error.to_string().contains("incomplete frame");
                let ending = match (contained, cut) {
                    (true, true) => Ending::Cut,
                    (true, false) => Ending::Damaged,
                    (false, _) => Ending::Failed(error.kind().to_string()),
                };
                return (count, Some(ending));
            }
        }
    }
    (count, None)
}

impl Blocks for StreamBlocks {
    fn next(&self) -> io::Result<Option<Block>> {
        let mut state = lock(&self.state);
        let index = state.handed;
        state.handed += 1;
        // The block after it as well: its first bytes come along.
        while state.produced < index + 2 && state.ending.is_none() {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let Some(own) = state.ready.get(&index).cloned() else { return Ok(None) };
        let following = state.ready.get(&(index + 1)).cloned();
        let last = state.ending.is_some() && state.produced <= index + 2;
        drop(state);
        let ahead = following.as_ref().map_or(&[][..], |bytes| &bytes[..bytes.len().min(AHEAD_BYTES)]);
        let at_end = last && following.as_ref().is_none_or(|bytes| bytes.len() == ahead.len());
        let bytes = [own.as_slice(), ahead].concat();
        let offset = index as u64 * BLOCK_BYTES as u64;
        Ok(Some(Block { index, offset, nominal: own.len(), at_end, content: Content::Owned(bytes), undigested: None }))
    }

    fn grow(&self, block: &mut Block) -> io::Result<()> {
        if block.at_end {
            return Ok(());
        }
        let have = block.bytes().len();
        let wanted = block.index + have / BLOCK_BYTES;
        let mut state = lock(&self.state);
        while state.produced < wanted + 2 && state.ending.is_none() {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        // As many as it has already, where they are there: a long record is not copied once for every block of it.
        let most = wanted + have / BLOCK_BYTES;
        let more: Vec<_> = (wanted..most).map_while(|next| state.ready.get(&next).cloned()).collect();
        block.at_end = state.ending.is_some() && state.produced <= wanted + more.len().max(1);
        drop(state);
        if let [first, others @ ..] = &more[..] {
            let from = have - (wanted - block.index) * BLOCK_BYTES;
            let others = others.iter().map(|bytes| bytes.as_slice());
            let parts: Vec<&[u8]> =
                [block.bytes(), first.get(from..).unwrap_or(&[])].into_iter().chain(others).collect();
            block.content = Content::Owned(parts.concat());
        }
        Ok(())
    }

    // The stored bytes are digested as they are read.
    fn passed_on(&self, _: &mut Block) {}

    fn done(&self, index: usize) {
        let mut state = lock(&self.state);
        state.finished_early.insert(index);
        while let Some(next) = Some(state.finished).filter(|n| state.finished_early.remove(n)) {
            state.ready.remove(&next);
            state.finished += 1;
        }
        self.changed.notify_all();
    }

    fn abandon(&self) {
        lock(&self.state).abandoned = true;
        self.changed.notify_all();
    }
}
