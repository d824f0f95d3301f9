//! SHA-256 of a text while it is parsed, by the threads that parse it.
//!
//! The digest needs the blocks in their order, the threads take them in turn: a thread digests the block that it has
//! just scanned if its turn has come, and otherwise leaves it waiting and parses it first. So a block is mostly digested
//! where it still lies in the processor's cache, and no core is idle while there is anything to do. (A thread of its own
//! for the digest had to fetch every block out of another core's cache: an overlap of 26 million rows took a quarter more
//! processor time.)

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::open::hex;

/// Bytes that are fetched into the core's own cache before they are digested.
const FETCH_BYTES: usize = 16 * 1024;
/// Bytes that a cache fetches together.
const LINE_BYTES: usize = 64;

/// Digests bytes that may lie in a cache far away. SHA-256 waits for every line that it meets there, one after the other
/// (3.75 GB took 2.9 s of a core instead of 1.9 s); touched beforehand, they come together.
fn update(digest: &mut Sha256, bytes: &[u8]) {
    for part in bytes.chunks(FETCH_BYTES) {
        std::hint::black_box(part.iter().step_by(LINE_BYTES).fold(0, |all, byte| all ^ byte));
        digest.update(part);
    }
}

/// The digest of one text; `P` holds the bytes of one block.
pub struct InTurn<P> {
    state: Mutex<State<P>>,
}

struct State<P> {
    /// `None` while a thread digests.
    digest: Option<Sha256>,
    /// The block whose turn it is.
    due: usize,
    waiting: BTreeMap<usize, P>,
    /// A block will never come: nothing waits any more.
    abandoned: bool,
}

impl<P: AsRef<[u8]>> Default for InTurn<P> {
    fn default() -> Self {
        let state = State { digest: Some(Sha256::new()), due: 0, waiting: BTreeMap::new(), abandoned: false };
        InTurn { state: Mutex::new(state) }
    }
}

impl<P: AsRef<[u8]>> InTurn<P> {
    fn lock(&self) -> MutexGuard<'_, State<P>> {
        // A thread that panicked while it digested leaves no digest behind, and `finish` says so.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the block of this number: digests it at once if its turn has come, else it waits.
    pub fn offer(&self, index: usize, piece: P) {
        let mut state = self.lock();
        if state.abandoned {
            return;
        }
        state.waiting.insert(index, piece);
        if state.due == index {
            self.digest_next(state);
        }
    }

    /// Digests all that waits and whose turn has come, unless another thread does so already.
    pub fn catch_up(&self) {
        while self.digest_next(self.lock()) {}
    }

    /// Lets go of what waits: a block before it will never come, and others wait for the buffers.
    pub fn abandon(&self) {
        let mut state = self.lock();
        state.abandoned = true;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        drop(waiting);
    }

    /// Digests the block whose turn it is, if it waits and no other thread digests; says whether it did.
    fn digest_next(&self, mut state: MutexGuard<'_, State<P>>) -> bool {
        if state.digest.is_none() {
            return false;
        }
        let due = state.due;
        let Some(piece) = state.waiting.remove(&due) else { return false };
        let Some(mut digest) = state.digest.take() else { return false };
        drop(state);
        update(&mut digest, piece.as_ref());
        drop(piece);
        let mut state = self.lock();
        state.due += 1;
        state.digest = Some(digest);
        true
    }

    /// The digest in hexadecimal, if exactly so many blocks came.
    pub fn finish(self, blocks: usize) -> Option<String> {
        self.catch_up();
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        (state.due == blocks).then_some(state.digest).flatten().map(|digest| hex(&digest.finalize()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_arrival_does_not_show() {
        let pieces: Vec<Vec<u8>> = (0..40_u8).map(|n| vec![n; usize::from(n) * 100]).collect();
        let whole = hex(&Sha256::digest(pieces.concat()));
        for step in [1, 3, 7, 39] {
            let digest = InTurn::default();
            std::thread::scope(|scope| {
                for thread in 0..2 {
                    let (digest, pieces) = (&digest, &pieces);
                    scope.spawn(move || {
                        for at in (thread..pieces.len()).step_by(2) {
                            let index = at * step % pieces.len();
                            digest.offer(index, &pieces[index][..]);
                            digest.catch_up();
                        }
                    });
                }
            });
            assert_eq!(digest.finish(pieces.len()).as_deref(), Some(whole.as_str()), "{step}");
        }
    }

    #[test]
    fn a_missing_block_is_no_digest() {
        let digest = InTurn::default();
        digest.offer(0, &b"a"[..]);
        digest.offer(2, &b"c"[..]);
        assert_eq!(digest.finish(3), None);
        let digest = InTurn::default();
        let piece: std::sync::Arc<[u8]> = std::sync::Arc::from(&b"c"[..]);
        digest.offer(1, piece.clone());
        digest.abandon();
        digest.offer(2, piece.clone());
        assert_eq!(std::sync::Arc::strong_count(&piece), 1, "nothing is held for a block that will not come");
    }
}
