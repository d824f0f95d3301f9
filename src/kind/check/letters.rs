//! Letters of document series and number plates, and the letters of the other script that are typed for them.
//!
//! Twelve capitals look the same in Latin and in Cyrillic, and bases that people typed mix them. Each kind says in
//! which letters its keys are written ([`Alphabet`]); what looks like one of these counts as it, in either case.

use crate::text::cyrillic;

/// The letters of a kind's keys, each with what is typed for it: its small form, and the look-alike of the other
/// script.
#[derive(Debug)]
pub struct Alphabet {
    /// A byte of ASCII to the code of the letter, or 0.
    ascii: [u8; 256],
    /// A Cyrillic cell (see [`cyrillic::cell`]) to the code of the letter, or 0.
    cells: [u8; 256],
    /// Whether codes are Cyrillic cells; otherwise they are ASCII capitals.
    is_cyrillic: bool,
}

/// A letter as an alphabet writes it: the cell of a Cyrillic capital or an ASCII capital. 0 is no letter.
pub type Code = u8;

/// The Ukrainian alphabet: А..Щ, Ь, Ю, Я, Ґ, Є, І, Ї. Latin Y is left out: it looks like У, but stands on no document
/// beside the twelve letters that the scripts share.
pub static UKRAINIAN: Alphabet = Alphabet::cyrillic("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ", false);

/// The Russian alphabet without Ё, which stands in no series.
pub static RUSSIAN: Alphabet = Alphabet::cyrillic("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", true);

/// All Latin letters.
pub static LATIN: Alphabet = Alphabet::latin("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/// The twelve capitals that Latin and Ukrainian share, written in Latin.
///
/// # Source
/// DSTU 4278:2004 as described in public: A, B, C, E, H, I, K, M, O, P, T, X, the letters of Ukrainian plates.
pub static SHARED: Alphabet = Alphabet::latin("ABCEHIKMOPTX");

/// The twelve capitals that Latin and Russian share, written in Latin.
///
/// # Source
/// GOST R 50577-2018: А, В, Е, К, М, Н, О, Р, С, Т, У, Х, the letters of Russian plates.
pub static SHARED_RUSSIAN: Alphabet = Alphabet::latin("ABCEHKMOPTXY");

impl Alphabet {
    /// The alphabet of these ASCII capitals.
    pub const fn latin(letters: &str) -> Alphabet {
        let mut alphabet = Alphabet { ascii: [0; 256], cells: [0; 256], is_cyrillic: false };
        let letters = letters.as_bytes();
        let mut at = 0;
        while at < letters.len() {
            let capital = letters[at];
            alphabet.ascii[capital as usize] = capital;
            alphabet.ascii[capital.to_ascii_lowercase() as usize] = capital;
            let twin = cyrillic::CYRILLIC[capital as usize];
            if twin != 0 {
                alphabet.cells[twin as usize] = capital;
                alphabet.cells[cyrillic::LOWER[twin as usize] as usize] = capital;
            }
            at += 1;
        }
        alphabet
    }

    /// The alphabet of these Cyrillic capitals. `with_y`: Latin Y is typed for У.
    pub const fn cyrillic(letters: &str, with_y: bool) -> Alphabet {
        let mut alphabet = Alphabet { ascii: [0; 256], cells: [0; 256], is_cyrillic: true };
        let letters = letters.as_bytes();
        let mut at = 0;
        while at + 1 < letters.len() {
            let capital = cyrillic::cell(letters[at], letters[at + 1]);
            alphabet.cells[capital as usize] = capital;
            alphabet.cells[cyrillic::LOWER[capital as usize] as usize] = capital;
            let twin = cyrillic::LATIN[capital as usize];
            if twin != 0 && (twin != b'Y' || with_y) {
                alphabet.ascii[twin as usize] = capital;
                alphabet.ascii[twin.to_ascii_lowercase() as usize] = capital;
            }
            at += 2;
        }
        alphabet
    }

    /// The letter that the text begins with and its length in bytes (1 or 2, 0 at the end of the text); code 0 where
    /// what stands there is no letter of the alphabet.
    #[inline]
    pub fn first(&self, text: &[u8]) -> (Code, usize) {
        match *text {
            [lead, next, ..] if cyrillic::is_pair(lead, next) => {
                (self.cells[usize::from(cyrillic::cell(lead, next))], 2)
            }
            [byte, ..] => (self.ascii[usize::from(byte)], 1),
            [] => (0, 0),
        }
    }

    /// Bytes of a letter in a key: 2 in Cyrillic, 1 in Latin.
    #[inline]
    pub const fn width(&self) -> usize {
        if self.is_cyrillic { 2 } else { 1 }
    }

    /// Writes a letter as it stands in a key.
    #[inline]
    pub fn write(&self, code: Code, out: &mut Vec<u8>) {
        if self.is_cyrillic {
            out.extend_from_slice(&cyrillic::pair(code));
        } else {
            out.push(code);
        }
    }

    /// Length of the letter that the text begins with if it stands there as in a key, else 0.
    #[inline]
    pub fn canonical(&self, text: &[u8]) -> usize {
        match *text {
            [lead, next, ..] if self.is_cyrillic && cyrillic::is_pair(lead, next) => {
                let cell = cyrillic::cell(lead, next);
                if cell != 0 && self.cells[usize::from(cell)] == cell { 2 } else { 0 }
            }
            [byte, ..] if !self.is_cyrillic => usize::from(byte != 0 && self.ascii[usize::from(byte)] == byte),
            _ => 0,
        }
    }

    /// Whether the text is `count` letters of the alphabet, in any of their forms, and nothing else.
    pub fn spells(&self, text: &[u8], count: usize) -> bool {
        let mut at = 0;
        for _ in 0..count {
            match self.first(&text[at..]) {
                (0, _) => return false,
                (_, length) => at += length,
            }
        }
        at == text.len()
    }

    /// Whether the text is `count` capitals of the alphabet in its own script and nothing else: what a column of
    /// abbreviations in the other script is not.
    pub fn spells_canonically(&self, text: &[u8], count: usize) -> bool {
        let mut at = 0;
        for _ in 0..count {
            match self.canonical(&text[at..]) {
                0 => return false,
                length => at += length,
            }
        }
        at == text.len()
    }

    /// A series of letters, at most one blank and a number, as nearly all spellings are: the length of the key that it
    /// was read into, or `None` for every other spelling. Read without a branch that depends on the letters: which of
    /// them are Latin is a coin toss in hand-typed bases.
    #[inline]
    pub fn plain<const LETTERS: usize, const DIGITS: usize>(&self, text: &[u8]) -> Option<([u8; PLAIN_BYTES], usize)> {
        const { assert!(2 * LETTERS + DIGITS <= PLAIN_BYTES) };
        let (mut key, mut at, mut end, mut good) = ([0; PLAIN_BYTES], 0, 0, true);
        for _ in 0..LETTERS {
            let (first, second) = (*text.get(at)?, *text.get(at + 1)?);
            let wide = cyrillic::is_pair(first, second);
            let narrow = self.ascii[usize::from(first)];
            let code = if wide { self.cells[usize::from(cyrillic::cell(first, second))] } else { narrow };
            good &= code != 0;
            if self.is_cyrillic {
                [key[end], key[end + 1]] = cyrillic::pair(code);
            } else {
                key[end] = code;
            }
            end += self.width();
            at += 1 + usize::from(wide);
        }
        at += usize::from(text.get(at) == Some(&b' '));
        let digits = <&[u8; DIGITS]>::try_from(text.get(at..)?).ok()?;
        good &= digits.iter().all(u8::is_ascii_digit);
        key[end..end + DIGITS].copy_from_slice(digits);
        good.then_some((key, end + DIGITS))
    }

    /// Whether the text is such a series and number as it stands in a key.
    #[inline]
    pub fn is_plain<const LETTERS: usize, const DIGITS: usize>(&self, text: &[u8]) -> bool {
        let Some((letters, digits)) = text.split_last_chunk::<DIGITS>() else { return false };
        if letters.len() != LETTERS * self.width() {
            return false;
        }
        let mut good = digits.iter().all(u8::is_ascii_digit);
        for letter in 0..LETTERS {
            good &= if self.is_cyrillic {
                let (lead, next) = (letters[2 * letter], letters[2 * letter + 1]);
                let cell = cyrillic::cell(lead, next);
                cyrillic::is_pair(lead, next) && cell != 0 && self.cells[usize::from(cell)] == cell
            } else {
                letters[letter] != 0 && self.ascii[usize::from(letters[letter])] == letters[letter]
            };
        }
        good
    }
}

/// Room for a key that [`Alphabet::plain`] reads.
pub const PLAIN_BYTES: usize = 16;

/// Whether a text begins with two Cyrillic letters.
pub fn begins_cyrillic(text: &[u8]) -> bool {
    matches!(text, [a, b, c, d, ..] if cyrillic::is_pair(*a, *b) && cyrillic::is_pair(*c, *d))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, &Alphabet); 5] = [
        ("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ", &UKRAINIAN),
        ("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", &RUSSIAN),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", &LATIN),
        ("ABCEHIKMOPTX", &SHARED),
        ("ABCEHKMOPTXY", &SHARED_RUSSIAN),
    ];

    fn folded(alphabet: &Alphabet, letter: char) -> Option<String> {
        let (mut bytes, mut out) = ([0; 4], Vec::new());
        let text = letter.encode_utf8(&mut bytes).as_bytes();
        let (code, length) = alphabet.first(text);
        (code != 0 && length == text.len()).then(|| alphabet.write(code, &mut out))?;
        String::from_utf8(out).ok()
    }

    /// Every character of the two scripts: a letter of the alphabet gives itself, in small too; a look-alike gives its
    /// twin; all else nothing.
    #[test]
    fn letters_fold_to_the_alphabet_and_nothing_else_does() {
        let (latin, cyrillic) = ("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ");
        for (letters, alphabet) in ALL {
            for letter in ('\0'..'\u{500}').filter(|letter| letter.is_ascii() || *letter >= '\u{400}') {
                let capital = letter.to_uppercase().next().unwrap_or(letter);
                let twin = latin.chars().zip(cyrillic.chars()).find_map(|(l, c)| match capital {
                    _ if capital == l && !(l == 'Y' && letters.contains('Ї')) => Some(c),
                    _ if capital == c => Some(l),
                    _ => None,
                });
                let expected = [Some(capital), twin]
                    .into_iter()
                    .flatten()
                    .find(|&c| letters.contains(c) && letter.is_alphabetic());
                assert_eq!(folded(alphabet, letter), expected.map(String::from), "{letters}: {letter:?}");
                let mut bytes = [0; 4];
                let text = letter.encode_utf8(&mut bytes).as_bytes();
                assert_eq!(alphabet.canonical(text) == text.len(), letters.contains(letter), "{letters}: {letter:?}");
            }
        }
    }

    #[test]
    fn counts_letters() {
        assert!(UKRAINIAN.spells("аB".as_bytes(), 2) && !UKRAINIAN.spells_canonically("аB".as_bytes(), 2));
        assert!(UKRAINIAN.spells_canonically("АВ".as_bytes(), 2) && SHARED.spells_canonically(b"AB", 2));
        for text in ["А", "АВС", "А1", "АВ ", "UA", ""] {
            assert!(!UKRAINIAN.spells(text.as_bytes(), 2), "{text}");
            assert!(!UKRAINIAN.spells_canonically(text.as_bytes(), 2), "{text}");
        }
    }

    #[test]
    fn plain_spellings_are_read_whole_or_not_at_all() {
        let read = |text: &str| {
            let (key, end) = UKRAINIAN.plain::<2, 6>(text.as_bytes())?;
            String::from_utf8(key[..end].to_vec()).ok()
        };
        for text in ["АВ123456", "aB 123456", "АB123456", "ав 123456"] {
            assert_eq!(read(text).as_deref(), Some("АВ123456"), "{text}");
        }
        assert!(UKRAINIAN.is_plain::<2, 6>("АВ123456".as_bytes()) && LATIN.is_plain::<2, 7>(b"AN1234567"));
        for text in ["AВ123456", "ав123456", "АВ 12345", "АВ1234567", "АВ12345", "АВ12345x", ""] {
            assert!(!UKRAINIAN.is_plain::<2, 6>(text.as_bytes()), "{text}");
        }
        for text in ["АВ12345", "АВ1234567", "АВ  123456", "А1123456", "АВС123456", "АВ12345x", "UA123456", "А", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
        let (key, end) = LATIN.plain::<2, 7>("аn 1234567".as_bytes()).expect("fits");
        assert_eq!(&key[..end], b"AN1234567");
    }
}
