//! Characters as bytes: charsets, Cyrillic letters and their Latin look-alikes, blanks that cannot be seen.
//!
//! **Comes in:** bytes of one cell. **Goes out:** the same text as UTF-8, or facts on single letters.
//!
//! **Never happens here:** nothing is known of kinds, records or files; nothing is guessed of a file (which charset it is in
//! is decided by the layout); nothing is allocated but the caller's buffer.
//!
//! **To add one:** a charset is a table and a function in `charset.rs`; a letter is a row of a table in `cyrillic.rs`.

pub mod blank;
pub mod charset;
pub mod cyrillic;
pub mod mojibake;
pub mod translit;
