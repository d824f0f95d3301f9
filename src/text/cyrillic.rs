//! Cyrillic letters as two bytes: upper and lower case, and the Latin letters that look the same.
//!
//! U+0400..U+04FF are the UTF-8 sequences `D0 80` to `D3 BF`. The low eight bits of such a code point, here called its
//! *cell*, index every table: `(lead & 3) << 6 | (continuation & 0x3F)`.

/// Whether the two bytes are a Cyrillic code point U+0400..U+04FF.
#[inline]
pub const fn is_pair(lead: u8, next: u8) -> bool {
    lead & 0xFC == 0xD0 && next & 0xC0 == 0x80
}

/// The cell (low eight bits of the code point) of a Cyrillic pair.
#[inline]
pub const fn cell(lead: u8, next: u8) -> u8 {
    lead << 6 | next & 0x3F
}

/// The two bytes of a cell in UTF-8.
#[inline]
pub const fn pair(cell: u8) -> [u8; 2] {
    [0xD0 | cell >> 6, 0x80 | cell & 0x3F]
}

/// Whether the cell is a letter: all but the thousands sign and the combining marks U+0482..U+0489.
#[inline]
pub const fn is_letter(cell: u8) -> bool {
    cell < 0x82 || cell > 0x89
}

/// Cell to the cell of its upper case.
///
/// # Source
/// Unicode Character Database, UnicodeData.txt, simple case mapping of the block Cyrillic.
pub const UPPER: &[u8; 256] = &cased(true);

/// Cell to the cell of its lower case. Source as for [`UPPER`].
pub const LOWER: &[u8; 256] = &cased(false);

/// Cell of a letter to the ASCII letter of the same case that looks like it, or 0.
///
/// # Source
/// Unicode Technical Standard 39, confusables.txt, the letters of Ukrainian and Russian (with Ѕ and Ј, which
/// are used to disguise Latin words). Pairs are taken by their capitals, so that case never changes a key.
pub const LATIN: &[u8; 256] = &latin();

/// ASCII letter to the cell of the Ukrainian or Russian letter of the same case that looks like it, or 0.
/// The twelve letters of number plates and documents, and `Y`. Source as for [`LATIN`].
pub const CYRILLIC: &[u8; 128] = &cyrillic();

/// Capitals that look alike: ASCII letter, cell.
const TWINS: [(u8, u8); 13] = [
    (b'A', 0x10),
    (b'B', 0x12),
    (b'C', 0x21),
    (b'E', 0x15),
    (b'H', 0x1D),
    (b'I', 0x06),
    (b'K', 0x1A),
    (b'M', 0x1C),
    (b'O', 0x1E),
    (b'P', 0x20),
    (b'T', 0x22),
    (b'X', 0x25),
    (b'Y', 0x23),
];

const fn cased(upper: bool) -> [u8; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let cell = at as u8;
        // First cell of the pair (upper, lower) and the distance between the two.
        let (is_lower, distance) = match cell {
            0x00..=0x0F => (false, 0x50),
            0x10..=0x2F => (false, 0x20),
            0x30..=0x4F => (true, 0x20),
            0x50..=0x5F => (true, 0x50),
            0x60..=0x81 | 0x8A..=0xBF | 0xD0..=0xFF => (cell & 1 == 1, 1),
            0xC0 => (false, 0x0F),
            0xCF => (true, 0x0F),
            0xC1..=0xCE => (cell & 1 == 0, 1),
            _ => (upper, 0),
        };
        table[at] = match (upper, is_lower) {
            (true, true) => cell - distance,
            (false, false) => cell + distance,
            _ => cell,
        };
        at += 1;
    }
    table
}

const fn latin() -> [u8; 256] {
    let lower = cased(false);
    let mut table = [0; 256];
    let mut at = 0;
    while at < TWINS.len() {
        let (letter, cell) = TWINS[at];
        table[cell as usize] = letter;
        table[lower[cell as usize] as usize] = letter.to_ascii_lowercase();
        at += 1;
    }
    // Ѕ and Ј with their small forms.
    (table[0x05], table[0x55], table[0x08], table[0x58]) = (b'S', b's', b'J', b'j');
    table
}

const fn cyrillic() -> [u8; 128] {
    let lower = cased(false);
    let mut table = [0; 128];
    let mut at = 0;
    while at < TWINS.len() {
        let (letter, cell) = TWINS[at];
        table[letter as usize] = cell;
        table[letter.to_ascii_lowercase() as usize] = lower[cell as usize];
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(cell: u8) -> char {
        char::from_u32(0x400 + u32::from(cell)).expect("a code point")
    }

    /// The tables against Rust's own Unicode data, every cell.
    #[test]
    fn case_agrees_with_unicode() {
        for cell in 0..=255 {
            let character = letter(cell);
            assert_eq!(letter(UPPER[usize::from(cell)]), character.to_uppercase().next().unwrap(), "{character}");
            assert_eq!(letter(LOWER[usize::from(cell)]), character.to_lowercase().next().unwrap(), "{character}");
            assert_eq!(is_letter(cell), character.is_alphabetic(), "{character}");
        }
    }

    #[test]
    fn pairs_are_utf8() {
        for cell in 0..=255 {
            let bytes = pair(cell);
            assert_eq!(std::str::from_utf8(&bytes).unwrap().chars().next(), Some(letter(cell)));
            assert!(is_pair(bytes[0], bytes[1]));
            assert_eq!(super::cell(bytes[0], bytes[1]), cell);
        }
        assert!(!is_pair(0xD4, 0x80));
        assert!(!is_pair(0xD0, b'a'));
    }

    #[test]
    fn look_alikes_are_mutual_and_keep_case() {
        let twins: String = "ABCEHIKMOPTXY".chars().map(|c| letter(CYRILLIC[c as usize])).collect();
        assert_eq!(twins, "АВСЕНІКМОРТХУ");
        for byte in 0..128_u8 {
            let cell = CYRILLIC[usize::from(byte)];
            if cell != 0 {
                assert_eq!(LATIN[usize::from(cell)], byte);
                assert_eq!(letter(cell).is_uppercase(), byte.is_ascii_uppercase());
            }
        }
        assert_eq!(LATIN[usize::from(UPPER[0x55])], b'S');
        assert_eq!(CYRILLIC[usize::from(b'D')], 0);
    }
}
