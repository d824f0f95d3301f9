//! The characters of a number, without what people put between them.

use crate::kind::Mismatch;
use crate::text::{blank, cyrillic};

/// No spelling of a number is longer, in bytes.
const INPUT_BYTES_MOST: usize = 128;

/// Capital letters and digits of a spelling; those beyond `N` are counted and not kept.
#[derive(Debug, Clone, Copy)]
pub struct Compact<const N: usize> {
    bytes: [u8; N],
    /// How many there were.
    pub count: usize,
}

/// Which characters are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Digits alone.
    Digits,
    /// Digits and Latin letters, as capitals; Cyrillic letters that look like one are taken for it.
    Letters,
}

impl<const N: usize> Compact<N> {
    /// Reads a spelling: blanks, dashes and the ASCII characters of `between` are left out.
    ///
    /// # Errors
    /// [`Mismatch::Shape`] if there is any other character, or nothing to keep.
    pub fn read(text: &[u8], keep: Keep, between: &[u8]) -> Result<Compact<N>, Mismatch> {
        let mut read = Compact { bytes: [0; N], count: 0 };
        if text.len() > INPUT_BYTES_MOST {
            return Err(Mismatch::Shape);
        }
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            if byte.is_ascii_digit() || keep == Keep::Letters && byte.is_ascii_alphabetic() {
                read.put(byte.to_ascii_uppercase());
                at += 1;
                continue;
            }
            let rest = &text[at..];
            at += match blank::gap(rest).max(blank::dash(rest)).max(usize::from(between.contains(&byte))) {
                0 if keep == Keep::Letters => {
                    read.put(look_alike(rest).ok_or(Mismatch::Shape)?);
                    2
                }
                0 => return Err(Mismatch::Shape),
                length => length,
            };
        }
        if read.count == 0 { Err(Mismatch::Shape) } else { Ok(read) }
    }

    fn put(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.count) {
            *place = byte;
        }
        self.count += 1;
    }

    /// The characters that were kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.count.min(N)]
    }

    /// Whether none but digits were kept.
    pub fn is_digits(&self) -> bool {
        self.bytes().iter().all(u8::is_ascii_digit)
    }
}

/// The Latin capital that the Cyrillic letter at the beginning of `bytes` looks like.
fn look_alike(bytes: &[u8]) -> Option<u8> {
    let (&lead, &next) = (bytes.first()?, bytes.get(1)?);
    if !cyrillic::is_pair(lead, next) {
        return None;
    }
    match cyrillic::LATIN[usize::from(cyrillic::cell(lead, next))] {
        0 => None,
        letter => Some(letter.to_ascii_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_dashes_and_look_alikes() {
        let read = |text: &str, keep, between| {
            Compact::<6>::read(text.as_bytes(), keep, between).map(|read| (read.bytes().to_vec(), read.count))
        };
        assert_eq!(read("1\u{A0}2-3\u{200B}–4", Keep::Digits, b""), Ok((b"1234".to_vec(), 4)));
        assert_eq!(read("аВ1x", Keep::Letters, b""), Ok((b"AB1X".to_vec(), 4)));
        assert_eq!(read("12/34", Keep::Digits, b"/"), Ok((b"1234".to_vec(), 4)));
        assert_eq!(read("12345678", Keep::Digits, b""), Ok((b"123456".to_vec(), 8)), "counted beyond the buffer");
        for (text, keep) in [("1a", Keep::Digits), ("1/2", Keep::Digits), ("Щ1", Keep::Letters), ("- ", Keep::Digits)]
        {
            assert_eq!(read(text, keep, b""), Err(Mismatch::Shape), "{text}");
        }
    }
}
