//! Which passwords, and hashes of passwords, are rare enough to say where a list comes from.
//!
//! Common passwords stand in every list, so that a list that was never held would be found in any other by them. What
//! is left out here is left out of credit only, never of a count.
//!
//! # Source
//! The common passwords are the 10,000 most frequent of zxcvbn's list (MIT licence, beside the list). The
//! rules for walks, sequences, repeats and words with digits follow Wheeler, "zxcvbn: Low-Budget Password Strength
//! Estimation" (USENIX Security 2016), section 3.

use std::sync::OnceLock;

use sha2::Digest;
use xxhash_rust::xxh3::xxh3_64;

use crate::text::cyrillic;

/// Fewest characters of a rare password.
const CHARACTERS_LEAST: usize = 8;

/// Most digits of a telephone, card or document number: a password of digits alone up to here is taken for one.
const NUMBER_DIGITS_MOST: usize = 15;

/// Fewest letters that make a word of a list of words.
const WORD_LETTERS_LEAST: usize = 3;

/// Fewest different bytes of a rare password.
const DIFFERENT_LEAST: u32 = 4;

/// Longest text that is looked at: the longest password of the kind.
const BYTES_MOST: usize = 256;

/// Common passwords, one a line, sorted.
static COMMON: &str = include_str!("common_passwords.txt");

/// Whether a password (a canonical key of kind `password`) is rare: at least 8 characters, and no common password, walk
/// on the keyboard, sequence, repeat, number, or common word with digits and punctuation around it.
pub fn is_rare(key: &[u8]) -> bool {
    if !(CHARACTERS_LEAST..=BYTES_MOST).contains(&key.len()) {
        return false;
    }
    let look = Guise::at(key);
    look.characters >= CHARACTERS_LEAST
        && !(look.is_number() || look.is_monotonous() || look.is_walk() || is_repeat(key) || is_common(key))
}

/// The first eight bytes of the hash of a word.
type Head = fn(&str) -> u64;

/// Formats of bare hexadecimal digits whose hashes of the common passwords are known, and the first bytes of each.
///
/// # Source
/// The formats' definitions, as their rows in `hash/` cite them.
static TESTED: [(&str, Head); 17] = [
    ("hash.md4", |word| leading(&md4::Md4::digest(word))),
    ("hash.md5", |word| leading(&md5::Md5::digest(word))),
    ("hash.md5_md5", |word| leading(&md5::Md5::digest(hex(&md5::Md5::digest(word))))),
    ("hash.md5_md5_md5", |word| leading(&md5::Md5::digest(hex(&md5::Md5::digest(hex(&md5::Md5::digest(word))))))),
    ("hash.md5_sha1", |word| leading(&md5::Md5::digest(hex(&sha1::Sha1::digest(word))))),
    ("hash.md5_upper_md5", |word| leading(&md5::Md5::digest(hex(&md5::Md5::digest(word)).to_ascii_uppercase()))),
    ("hash.md5_utf16", |word| leading(&md5::Md5::digest(utf16(word)))),
    ("hash.mysql323", |word| mysql323(word.as_bytes())),
    ("hash.mysql41", |word| leading(&sha1::Sha1::digest(sha1::Sha1::digest(word)))),
    ("hash.ntlm", |word| leading(&md4::Md4::digest(utf16(word)))),
    ("hash.sha1", |word| leading(&sha1::Sha1::digest(word))),
    ("hash.sha1_md5", |word| leading(&sha1::Sha1::digest(hex(&md5::Md5::digest(word))))),
    ("hash.sha1_sha1", |word| leading(&sha1::Sha1::digest(hex(&sha1::Sha1::digest(word))))),
    ("hash.sha1_utf16", |word| leading(&sha1::Sha1::digest(utf16(word)))),
    ("hash.sha256", |word| leading(&sha2::Sha256::digest(word))),
    ("hash.sha256_utf16", |word| leading(&sha2::Sha256::digest(utf16(word)))),
    ("hash.sha512", |word| leading(&sha2::Sha512::digest(word))),
];

/// Ids of the formats whose hashes of common passwords are known.
pub fn tested() -> impl Iterator<Item = &'static str> {
    TESTED.iter().map(|(id, _)| *id)
}

/// Whether a hash (a canonical key of the kind `kind_id`) is rare: not that of one of the common passwords. Hashes of
/// kinds that are not [`tested`] are rare, as nothing is known of them.
pub fn is_rare_hash(kind_id: &str, key: &[u8]) -> bool {
    static TABLES: [OnceLock<Table>; TESTED.len()] = [const { OnceLock::new() }; TESTED.len()];
    let Ok(place) = TESTED.binary_search_by_key(&kind_id, |(id, _)| id) else { return true };
    let Some(wanted) = key.get(..16).and_then(|head| u64::from_str_radix(std::str::from_utf8(head).ok()?, 16).ok())
    else {
        return true;
    };
    !TABLES[place].get_or_init(|| COMMON.lines().map(TESTED[place].1).collect()).holds(wanted)
}

/// The hexadecimal digits of a digest, small: what many functions are applied to again.
fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0')));
        text
    })
}

/// MySQL's OLD_PASSWORD: two numbers of 31 bits.
///
/// # Source
/// MySQL 4.0, sql/password.c, hash_password: blanks and tabs are skipped.
fn mysql323(word: &[u8]) -> u64 {
    let (mut first, mut second, mut add) = (1_345_345_333_u32, 0x1234_5671_u32, 7_u32);
    for &byte in word.iter().filter(|byte| !matches!(byte, b' ' | b'\t')) {
        let byte = u32::from(byte);
        first ^= (first & 63).wrapping_add(add).wrapping_mul(byte).wrapping_add(first << 8);
        second = second.wrapping_add((second << 8) ^ first);
        add = add.wrapping_add(byte);
    }
    u64::from(first & 0x7FFF_FFFF) << 32 | u64::from(second & 0x7FFF_FFFF)
}

/// The first eight bytes of a digest: enough to tell ten thousand apart from all others.
fn leading(digest: &[u8]) -> u64 {
    digest.iter().take(8).fold(0, |value, &byte| value << 8 | u64::from(byte))
}

fn utf16(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What one pass over a password counts.
#[derive(Default)]
struct Guise {
    characters: usize,
    digits: usize,
    /// Characters that stand between the parts of dates and numbers.
    separators: usize,
    /// Steps from one character to the next: to the same key, a key that touches it, or the next letter or digit.
    lazy_steps: usize,
    /// The different bytes, by their low seven bits.
    seen: u128,
}

impl Guise {
    fn at(key: &[u8]) -> Guise {
        let mut look = Guise::default();
        // A code that is next to none, and no key.
        let (mut last_place, mut last_code) = (0, u8::MAX - 8);
        let mut at = 0;
        while let Some(&byte) = key.get(at) {
            look.seen |= 1 << (byte & 0x7F);
            let next = key.get(at + 1).copied().unwrap_or(0);
            let (place, code) = if byte < 0x80 {
                let code = byte.to_ascii_lowercase();
                look.digits += usize::from(byte.is_ascii_digit());
                look.separators += usize::from(matches!(byte, b'.' | b'-' | b'/' | b'+' | b' ' | b'_'));
                (LATIN_KEYS[usize::from(code)], code)
            } else if cyrillic::is_pair(byte, next) {
                at += 1;
                look.seen |= 1 << (next & 0x7F);
                let cell = cyrillic::LOWER[usize::from(cyrillic::cell(byte, next))];
                (CYRILLIC_KEYS[usize::from(cell)], cell)
            } else {
                (0, byte)
            };
            let lazy = neighbours(last_place, place) || u8::abs_diff(last_code, code) <= 1;
            look.lazy_steps += usize::from(lazy);
            look.characters += usize::from(byte & 0xC0 != 0x80);
            (last_place, last_code) = (place, code);
            at += 1;
        }
        look
    }

    /// Digits, with what stands between them in dates and numbers; or digits with one or two letters.
    fn is_number(&self) -> bool {
        let others = self.characters - self.digits - self.separators;
        others < WORD_LETTERS_LEAST && self.digits >= self.separators + others && self.digits <= NUMBER_DIGITS_MOST
    }

    /// Few different bytes.
    fn is_monotonous(&self) -> bool {
        self.seen.count_ones() < DIFFERENT_LEAST
    }

    /// Three steps in four are lazy.
    fn is_walk(&self) -> bool {
        self.lazy_steps * 4 >= (self.characters - 1) * 3
    }
}

/// One piece over and over, the last time perhaps cut short.
fn is_repeat(key: &[u8]) -> bool {
    let starts = |period: &usize| key[*period] == key[0] && key[*period + 1] == key[1];
    (1..=key.len() / 2).filter(starts).any(|period| key[period..] == key[..key.len() - period])
}

/// Whether two keys touch. A place is row * 16 + column + 1; 0 is no key.
fn neighbours(left: u8, right: u8) -> bool {
    left != 0 && right != 0 && u8::abs_diff(left >> 4, right >> 4) <= 1 && u8::abs_diff(left & 15, right & 15) <= 1
}

/// Rows of a keyboard from above, one string for each layout and row.
const LATIN_ROWS: [(&[u8], u8); 5] =
    [(b"1234567890-=", 0), (b"!@#$%^&*()_+", 0), (b"qwertyuiop[]", 1), (b"asdfghjkl;'", 2), (b"zxcvbnm,./", 3)];

/// Cyrillic rows, Ukrainian and Russian, as cells of the small letters.
const CYRILLIC_ROWS: [(&str, u8); 6] = [
    ("йцукенгшщзхї", 1),
    ("йцукенгшщзхъ", 1),
    ("фівапролджє", 2),
    ("фывапролджэ", 2),
    ("ячсмитьбю", 3),
    ("ячсмитьбю", 3),
];

static LATIN_KEYS: [u8; 256] = {
    let mut table = [0; 256];
    let mut row = 0;
    while row < LATIN_ROWS.len() {
        let (keys, place) = LATIN_ROWS[row];
        let mut column = 0;
        while column < keys.len() {
            table[keys[column] as usize] = place * 16 + column as u8 + 1;
            column += 1;
        }
        row += 1;
    }
    table
};

static CYRILLIC_KEYS: [u8; 256] = {
    let mut table = [0; 256];
    let mut row = 0;
    while row < CYRILLIC_ROWS.len() {
        let (keys, place) = CYRILLIC_ROWS[row];
        let keys = keys.as_bytes();
        let mut column = 0;
        while 2 * column < keys.len() {
            let cell = cyrillic::cell(keys[2 * column], keys[2 * column + 1]);
            table[cell as usize] = place * 16 + column as u8 + 1;
            column += 1;
        }
        row += 1;
    }
    table
};

/// A common password, or a common word with digits and punctuation before and behind it; case is nothing.
fn is_common(key: &[u8]) -> bool {
    // Nearly all are short, and clearing the long buffer would cost more than the rest.
    if key.len() <= 32 { is_common_within::<32>(key) } else { is_common_within::<BYTES_MOST>(key) }
}

fn is_common_within<const BYTES: usize>(key: &[u8]) -> bool {
    let mut lower = [0; BYTES];
    let lower = &mut lower[..key.len()];
    lower.copy_from_slice(key);
    lower.make_ascii_lowercase();
    let common = common();
    common.holds(xxh3_64(lower)) || word_of(lower).is_some_and(|word| common.holds(xxh3_64(word)))
}

/// The text without digits and punctuation at either end, if that leaves a word.
fn word_of(text: &[u8]) -> Option<&[u8]> {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    let start = text.iter().position(letter)?;
    let end = text.iter().rposition(letter)? + 1;
    (end - start >= WORD_LETTERS_LEAST).then(|| &text[start..end])
}

/// Common passwords, and the words in them.
fn common() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let words = COMMON.lines().flat_map(|line| [Some(line.as_bytes()), word_of(line.as_bytes())]);
        words.flatten().map(xxh3_64).collect()
    })
}

/// A set of 64-bit hashes: open addressing, at most half full. Two different words are taken for one with a chance of
/// one in 10^14.
struct Table {
    slots: Vec<u64>,
}

impl Table {
    /// Index of the slot that holds the hash, or of the free one where it belongs. 0 marks a free slot.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 && self.slots[at] != hash {
            at = (at + 1) & mask;
        }
        at
    }

    fn holds(&self, hash: u64) -> bool {
        self.slots[self.slot(hash.max(1))] != 0
    }
}

impl FromIterator<u64> for Table {
    fn from_iter<I: IntoIterator<Item = u64>>(hashes: I) -> Table {
        let hashes: Vec<u64> = hashes.into_iter().collect();
        let mut table = Table { slots: vec![0; (2 * hashes.len()).next_power_of_two().max(2)] };
        for hash in hashes {
            let slot = table.slot(hash.max(1));
            table.slots[slot] = hash.max(1);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_lower_case_and_free_of_blanks() {
        let words: Vec<&str> = COMMON.lines().collect();
        assert_eq!(words.len(), 10_000);
        assert!(words.is_sorted_by(|left, right| left < right));
        assert!(
            words.iter().all(|word| !word.is_empty() && word.trim() == *word && !word.contains(char::is_uppercase))
        );
    }

    #[test]
    fn common_ones_walks_and_numbers_are_not_rare() {
        for text in [
            "password",
            "Password",
            "PASSWORD1987",
            "!!monkey!!2020",
            "liverpool07",
            "short",
            "йцукенгш",
            "ЙЦУКЕНГШ",
            "фывапролд",
            "qwertyuiop[]",
            "1qaz2wsx3edc",
            "1q2w3e4r5t6y",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "abcdefghij",
            "87654321",
            "aaaaaaaaaa",
            "abababab",
            "zebrazebra",
            "xyzwxyzwxyzw",
            "19850315",
            "15.03.1985",
            "+380501234567",
            "050-123-45-67",
            "ab19850315",
            "123456789012345",
            "$$$$$$$$",
            "",
        ] {
            assert!(!is_rare(text.as_bytes()), "{text}");
        }
        assert!(!is_rare("x".repeat(257).as_bytes()));
    }

    #[test]
    fn what_nobody_else_has_is_rare() {
        for text in [
            "k7-Zebra.lamp",
            "tr0mb0ne-Vist4",
            "мояТаємнаФраза",
            "gfhjkmrjnbr7z",
            "8461203957102846",
            "W#9d!kQz",
            "кіт5собака",
        ] {
            assert!(is_rare(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn hashes_of_common_passwords_are_not_rare() {
        // Hashes of "password" and of "hashcat", a word that is not on the list: published vectors.
        for (kind, common, rare) in [
            ("hash.md5", "5f4dcc3b5aa765d61d8327deb882cf99", "8743b52063cd84097a65d1633f5c74f5"),
            ("hash.ntlm", "8846f7eaee8fb117ad06bdd830b7586c", "b4b9b02e6f09a9bd760f388b67351e2b"),
            ("hash.sha1", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", "b89eaac7e61417341b710b727768294d0e6a277b"),
            (
                "hash.sha256",
                "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                "127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba935",
            ),
            (
                "hash.sha256_utf16",
                "e201065d0554652615c320c00a1d5bc8edca469d72c2790e24152d0c1e2b6189",
                "9e9283e633f4a7a42d3abc93701155be8afe5660da24c8758e7d3533e2f2dc82",
            ),
            ("hash.sha512", "b109f3bbbc244eb82441917ed06d618b", "82a9dda829eb7f8ffe9fbe49e45d47d2"),
            ("hash.mysql323", "5d2e19393cc5ef67", "7196759210defdc0"),
        ] {
            assert!(!is_rare_hash(kind, common.as_bytes()), "{kind}");
            assert!(is_rare_hash(kind, rare.as_bytes()), "{kind}");
            assert!(is_rare_hash("hash.other", common.as_bytes()));
        }
    }
}
