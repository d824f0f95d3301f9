//! Reads the spellings of numbers of a fixed form: what stands at each place, and what may stand between.
//!
//! **Comes in:** the bytes of one trimmed cell. **Goes out:** its letters (as ASCII capitals) and digits, without what
//! parts them, or the [`Mismatch`]. **Never happens here:** no check digit, no date; nothing is repaired that was lost.
//!
//! A mask has one byte for each place: `9` a digit, `A` a Latin letter, `*` either. Marks are the ASCII characters that
//! may stand between two places; among them a blank stands for every blank and invisible character, `-` for every dash.

use super::Mismatch;
use crate::text::blank;

/// No spelling is longer; a cell that is is not one.
const INPUT_BYTES_MOST: usize = 96;

/// The places of a text that has the mask's form, with marks between any two of them.
///
/// A number that a spreadsheet took for a quantity (digits and `.0`) is read without that: nothing was lost.
///
/// # Errors
/// [`Mismatch::Shape`]: another character, a mark at the beginning or end, or nothing. [`Mismatch::Length`]: as the
/// mask begins, but fewer or more letters and digits.
#[inline]
pub fn read<const N: usize>(text: &[u8], mask: &[u8; N], marks: &[u8]) -> Result<[u8; N], Mismatch> {
    read_parted(text, mask, marks, |_| true)
}

/// As [`read`] for digits alone.
///
/// # Errors
/// As [`read`].
#[inline]
pub fn digits<const N: usize>(text: &[u8], marks: &[u8]) -> Result<[u8; N], Mismatch> {
    read(text, &[b'9'; N], marks)
}

/// As [`read`], with marks only in front of the places in `groups` (the first place is 0).
///
/// # Errors
/// As [`read`]; a mark elsewhere is [`Mismatch::Shape`].
#[inline]
pub fn read_grouped<const N: usize>(
    text: &[u8],
    mask: &[u8; N],
    marks: &[u8],
    groups: &[usize],
) -> Result<[u8; N], Mismatch> {
    read_parted(text, mask, marks, |place| groups.contains(&place))
}

#[inline]
fn read_parted<const N: usize>(
    text: &[u8],
    mask: &[u8; N],
    marks: &[u8],
    may_part: impl Fn(usize) -> bool,
) -> Result<[u8; N], Mismatch> {
    if text.len() > INPUT_BYTES_MOST {
        return Err(Mismatch::Shape);
    }
    let text = without_zero_fraction(text);
    let mut read = [0; N];
    let (mut places, mut at, mut marked) = (0, 0, false);
    while let Some(&byte) = text.get(at) {
        if byte.is_ascii_alphanumeric() {
            if let Some(place) = read.get_mut(places) {
                *place = byte.to_ascii_uppercase();
                if !fits(byte, mask[places]) {
                    return Err(Mismatch::Shape);
                }
            }
            (places, at, marked) = (places + 1, at + 1, false);
        } else {
            match mark(&text[at..], marks) {
                0 => return Err(Mismatch::Shape),
                _ if places == 0 || !may_part(places) => return Err(Mismatch::Shape),
                length => (at, marked) = (at + length, true),
            }
        }
    }
    match places {
        0 => Err(Mismatch::Shape),
        _ if marked => Err(Mismatch::Shape),
        places if places == N => Ok(read),
        _ => Err(Mismatch::Length),
    }
}

/// Whether a letter or digit may stand at a place of the mask.
#[inline]
fn fits(byte: u8, place: u8) -> bool {
    match place {
        b'9' => byte.is_ascii_digit(),
        b'A' => byte.is_ascii_alphabetic(),
        _ => true,
    }
}

/// Length in bytes of the mark that `bytes` begins with, or 0.
#[inline]
fn mark(bytes: &[u8], marks: &[u8]) -> usize {
    marks
        .iter()
        .map(|mark| match mark {
            b' ' => blank::gap(bytes),
            b'-' => blank::dash(bytes),
            _ => usize::from(bytes.first() == Some(mark)),
        })
        .max()
        .unwrap_or(0)
}

/// Digits without the `.0` that a spreadsheet put behind them; any other text as it is.
fn without_zero_fraction(text: &[u8]) -> &[u8] {
    text.strip_suffix(b".0").filter(|number| number.iter().all(u8::is_ascii_digit)).unwrap_or(text)
}

/// What follows a prefix of ASCII letters in either case and any blanks and dashes behind it; the text itself where it
/// does not begin so or nothing follows.
pub fn without_prefix<'a>(text: &'a [u8], prefix: &[u8]) -> &'a [u8] {
    let Some((head, mut rest)) = text.split_at_checked(prefix.len()) else { return text };
    if !head.eq_ignore_ascii_case(prefix) {
        return text;
    }
    loop {
        match blank::gap(rest).max(blank::dash(rest)) {
            0 => break,
            length => rest = &rest[length..],
        }
    }
    if rest.is_empty() { text } else { rest }
}

/// The number that two digits stand for; of other bytes some number, never a panic.
#[inline]
pub fn two(digits: &[u8], at: usize) -> u32 {
    let digit = |at: usize| digits.get(at).map_or(0, |digit| u32::from(digit & 0x0F));
    10 * digit(at) + digit(at + 1)
}

/// Whether all bytes are the same: a placeholder where numbers are given out.
#[inline]
pub fn is_one_digit(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_between_places_only() {
        let of = |text: &str| digits::<4>(text.as_bytes(), b" -");
        for text in ["1234", "12-34", "1 2\u{A0}3–4", "12 - 34", "1234.0"] {
            assert_eq!(of(text), Ok(*b"1234"), "{text}");
        }
        for text in ["-1234", "1234-", "12.34", "1234.5", "12x4", "", "-", "12+34", "١٢٣٤"] {
            assert_eq!(of(text), Err(Mismatch::Shape), "{text}");
        }
        for text in ["123", "12345", "123.0", "1 2", &"1".repeat(INPUT_BYTES_MOST)] {
            assert_eq!(of(text), Err(Mismatch::Length), "{text}");
        }
        assert_eq!(of(&"1".repeat(INPUT_BYTES_MOST + 1)), Err(Mismatch::Shape));
        assert_eq!(digits::<4>(b"1 234", b"-"), Err(Mismatch::Shape), "blanks are marks only where named");
        assert_eq!(digits::<4>(b"123.0", b"."), Err(Mismatch::Length), "no mark makes a digit of a fraction");
    }

    #[test]
    fn masks_and_groups_are_kept() {
        assert_eq!(read(b"ab1-x", b"AA9*", b"-"), Ok(*b"AB1X"));
        assert_eq!(read(b"ab1-2", b"AA9*", b"-"), Ok(*b"AB12"));
        assert_eq!(read(b"a21x", b"AA9*", b"-"), Err(Mismatch::Shape));
        assert_eq!(read(b"ab", b"AA9*", b"-"), Err(Mismatch::Length));
        let of = |text: &[u8]| read_grouped(text, b"9999", b"-", &[2]);
        assert_eq!((of(b"12-34"), of(b"1234")), (Ok(*b"1234"), Ok(*b"1234")));
        assert_eq!((of(b"123-4"), of(b"1-2-34")), (Err(Mismatch::Shape), Err(Mismatch::Shape)));
    }

    #[test]
    fn prefixes_go_with_what_parts_them() {
        assert_eq!(without_prefix(b"pl 123", b"PL"), b"123");
        assert_eq!(without_prefix(b"PL-123", b"PL"), b"123");
        assert_eq!(without_prefix(b"123", b"PL"), b"123");
        assert_eq!(without_prefix(b"PL", b"PL"), b"PL");
        assert_eq!(without_prefix(b"P", b"PL"), b"P");
    }

    #[test]
    fn two_digits_are_a_number() {
        assert_eq!((two(b"0912", 0), two(b"0912", 2), two(b"09", 5)), (9, 12, 0));
        assert!(is_one_digit(b"111") && !is_one_digit(b"112"));
    }
}
