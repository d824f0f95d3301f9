//! The sniffer: which format, delimiter, quote, header, charset.
//!
//! **Comes in:** a few stretches of a file. **Goes out:** a [`Layout`](crate::record::Layout) with its reason and runner-up.

use crate::record::Layout;

/// Chooses a layout. `samples[0]` is the start of the file (byte 0 on, byte order mark included), the others are stretches
/// spread over the file, each beginning just after a line end; each ends at a line end or at the end of the file.
///
/// # Errors
/// A sentence (no value in it) when the bytes are of a form that cannot be read: UTF-16, an archive, a binary format.
pub fn sniff(_samples: &[&[u8]]) -> Result<Layout, String> {
    Err("being built".into())
}
