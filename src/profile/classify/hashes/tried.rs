//! Which salted function made a column's hashes: the commonest passwords are tried with each row's own salt.
//!
//! **Comes in:** bare hashes, and the cells beside them that may be their salts. **Goes out:** the formats whose function gives
//! some of the hashes, with their number. **Never happens here:** nothing is searched for: thirty words are tried, on sampled
//! rows, and no word that was found is kept.

use md5::Digest;

use super::{ColumnHashes, HashShare};
use crate::kind::hash::{self, FORMATS, Format, Salt};
use crate::kind::{find, rare};
use crate::profile::classify::{Choice, SURE};
use crate::profile::{Candidate, Decided};

/// Passwords that are tried: so common that one person in thirty has one of them, wherever nothing forbids it.
///
/// # Source
/// The first entries of zxcvbn's list of passwords (MIT licence, see `kind/common_passwords.LICENSE`).
const WORDS: [&str; 30] = [
    "123456",
    "password",
    "12345678",
    "qwerty",
    "123456789",
    "12345",
    "1234",
    "111111",
    "1234567",
    "dragon",
    "123123",
    "baseball",
    "abc123",
    "football",
    "monkey",
    "letmein",
    "shadow",
    "master",
    "666666",
    "qwertyuiop",
    "123321",
    "mustang",
    "1234567890",
    "michael",
    "654321",
    "superman",
    "1qaz2wsx",
    "7777777",
    "121212",
    "000000",
];

/// Rows that are tried.
const ROWS: usize = 1000;

/// A function of password and salt, as hexadecimal digits; and the formats that it makes, whose salts differ in length.
type Function = (&'static [&'static str], fn(&[u8], &[u8]) -> String);

/// The functions whose hashes have 32, 40, 64 and 128 digits.
///
/// # Source
/// hashcat, modules 10, 11, 20, 21, 110, 120, 121, 1100, 1410, 1710, 2611, 2711, 2811, 4521, 8400, 11000, 12600, as the formats
/// of `kind/hash/salted.rs` cite them.
const FUNCTIONS: [(usize, &[Function]); 4] = [
    (
        32,
        &[
            (&["hash.md5_pass_salt", "hash.joomla1"], |word, salt| md5(&[word, salt])),
            (&["hash.md5_salt_pass", "hash.oscommerce", "hash.prestashop"], |word, salt| md5(&[salt, word])),
            (&["hash.vbulletin_old", "hash.vbulletin_new"], |word, salt| md5(&[md5(&[word]).as_bytes(), salt])),
            (&["hash.ipb_mybb"], |word, salt| md5(&[md5(&[salt]).as_bytes(), md5(&[word]).as_bytes()])),
            (&["hash.dcc"], |word, salt| {
                let name = String::from_utf8_lossy(salt).to_lowercase();
                let inner = md4::Md4::digest(utf16(&String::from_utf8_lossy(word)));
                hex(&md4::Md4::new().chain_update(inner).chain_update(utf16(&name)).finalize())
            }),
        ],
    ),
    (
        40,
        &[
            (&["hash.sha1_pass_salt"], |word, salt| sha1(&[word, salt])),
            (&["hash.sha1_salt_pass"], |word, salt| sha1(&[salt, word])),
            (&["hash.redmine"], |word, salt| sha1(&[salt, sha1(&[word]).as_bytes()])),
            (&["hash.wbb3"], |word, salt| {
                let inner = sha1(&[salt, sha1(&[word]).as_bytes()]);
                sha1(&[salt, inner.as_bytes()])
            }),
            (&["hash.smf"], |word, salt| sha1(&[String::from_utf8_lossy(salt).to_lowercase().as_bytes(), word])),
        ],
    ),
    (
        64,
        &[(&["hash.sha256_pass_salt", "hash.coldfusion10"], |word, salt| {
            hex(&sha2::Sha256::new().chain_update(word).chain_update(salt).finalize())
        })],
    ),
    (
        128,
        &[(&["hash.sha512_pass_salt"], |word, salt| {
            hex(&sha2::Sha512::new().chain_update(word).chain_update(salt).finalize())
        })],
    ),
];

fn md5(parts: &[&[u8]]) -> String {
    hex(&parts.iter().fold(md5::Md5::new(), |sum, part| sum.chain_update(part)).finalize())
}

fn sha1(parts: &[&[u8]]) -> String {
    hex(&parts.iter().fold(sha1::Sha1::new(), |sum, part| sum.chain_update(part)).finalize())
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(2 * digest.len()), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0')));
        text
    })
}

/// The formats of the function that gives most of the hashes of so many digits from common passwords and their salts, and how
/// many it gives. Rows: a hash as digits of any case, and its salt. `None` where none gives `least`.
pub fn function_of(digits: usize, rows: &[(&[u8], &[u8])], least: u64) -> Option<(&'static [&'static str], u64)> {
    let functions = FUNCTIONS.iter().find(|(length, _)| *length == digits).map(|(_, functions)| *functions)?;
    let rows = rows.iter().filter(|(hash, salt)| hash.len() == digits && !salt.is_empty());
    let rows: Vec<_> = rows.take(ROWS).collect();
    let given = |function: &Function| {
        let made = |(hash, salt): &&&(&[u8], &[u8])| {
            WORDS.iter().any(|word| function.1(word.as_bytes(), salt).as_bytes().eq_ignore_ascii_case(hash))
        };
        rows.iter().filter(made).count() as u64
    };
    let best = functions.iter().map(|function| (function.0, given(function))).max_by_key(|(_, count)| *count)?;
    Some(best).filter(|(_, count)| *count >= least)
}

/// Fewest hashes that a function must give: none is given by chance.
const LEAST: u64 = 3;

/// The number of digits of a share of bare hashes that is not settled.
fn digits_of(share: &HashShare) -> Option<usize> {
    super::bare_format(share).and_then(|kind| hash::format(kind.id)).and_then(Format::bare)
}

/// Settles a share of bare hashes by the salts beside them: the formats of the function that gives them, those that such salts
/// fit (`salted`, the narrower first) before the others.
pub fn settle(share: &mut HashShare, rows: &[(&[u8], &[u8])], salted: &[&'static str]) {
    let found = digits_of(share).and_then(|digits| function_of(digits, rows, LEAST));
    let Some((formats, common)) = found else { return };
    let fitting: Vec<&'static str> = salted.iter().filter(|id| formats.contains(id)).copied().collect();
    // Of formats of one function and fitting salts the narrowest is told: nothing else sets them apart.
    share.formats = vec![fitting.first().copied().unwrap_or(formats[0])];
    share.common = common;
}

/// Settles a share of bare hashes whose salts are names of accounts.
pub fn settle_named(share: &mut HashShare, rows: &[(&[u8], &[u8])]) {
    let found = digits_of(share).and_then(|digits| function_of(digits, rows, LEAST));
    let named = |id: &&&'static str| hash::format(id).is_some_and(|format| format.salt == Salt::Name);
    let Some((formats, common)) = found else { return };
    if let Some(format) = formats.iter().find(named) {
        share.formats = vec![*format];
        share.common = common;
    }
}

/// Tells a column's choice of the salted format that common passwords prove: it is decided where most of the column is of it.
/// Bare hashes whose salt is the name of the account are compared as what they look like, the salt being no column of their own.
pub fn tell(column: &ColumnHashes, choice: &mut Choice) {
    let salted = |share: &&HashShare| {
        let [id] = share.formats[..] else { return false };
        share.common > 0 && hash::format(id).is_some_and(|format| format.salt != Salt::None)
    };
    let Some(share) = column.shares.iter().find(salted).filter(|_| choice.decided != Decided::Request) else { return };
    let filled: u64 =
        column.shares.iter().filter(|share| share.formats != [super::EMPTY]).map(|share| share.rows).sum();
    let part = share.rows as f64 / filled.max(1) as f64;
    choice.candidates.retain(|candidate| candidate.kind != share.formats[0]);
    choice.candidates.insert(0, Candidate { kind: share.formats[0], confidence: part });
    if part >= SURE {
        (choice.kind, choice.decided) = (find(share.formats[0]), Decided::Values);
    }
}

/// Rows from which on no hash of a common password speaks against every unsalted function: one person in ten chooses such a
/// password, so that chance leaves a hundred people without one less than once in thirty thousand times.
const MANY: u64 = 100;

/// Adds to the shares of a column without salts beside it what [`add_salted`] adds to one.
pub fn add_salted_ones(column: &mut ColumnHashes) {
    if column.salt.is_none() {
        column.shares.iter_mut().for_each(add_salted);
    }
}

/// Adds the salted formats of as many digits to a share of bare hashes that no common password explains: their salt is not in
/// the file. The usual unsalted one stays first, since nothing but that shape is seen; the rarer ones stand behind.
fn add_salted(share: &mut HashShare) {
    let Some(digits) = digits_of(share).filter(|_| share.rows >= MANY && share.formats.len() > 1) else { return };
    // Formats of a function that was not tried are not spoken against.
    let tried = share.formats.iter().any(|id| rare::tested().any(|tested| tested == *id));
    let salted = |format: &&&Format| format.beside().is_some_and(|(own, _)| own == digits);
    let mut added: Vec<&Format> = FORMATS.iter().filter(salted).copied().collect();
    added.sort_by_key(|format| (format.behind.is_some(), super::salt_most(format), format.id));
    added.retain(|format| tried && !share.formats.contains(&format.id));
    share.formats.splice(1..1, added.into_iter().map(|format| format.id));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// hashcat's own self-tests are of the word "hashcat", which nobody tries here: the functions are held against them by hand.
    #[test]
    fn functions_are_those_of_the_self_tests() {
        for (format, salt, hash) in [
            ("hash.md5_pass_salt", "343141", "3d83c8e717ff0e7ecfe187f088d69954"),
            ("hash.joomla1", "89384528665349271307465505333378", "b78f863f2c67410c41e617f724e22f34"),
            ("hash.md5_salt_pass", "4247", "57ab8499d08c59a7211c77f557bf9425"),
            ("hash.oscommerce", "00", "e983672a03adcc9767b24584338eb378"),
            (
                "hash.prestashop",
                "27167508161455764247627144160038845437138252877014827848",
                "f22cade043e7214200206dbffca49fd9",
            ),
            ("hash.vbulletin_old", "308", "28f9975808ae2bdc5847b1cda26033ea"),
            ("hash.vbulletin_new", "324410183853308365427804872426", "0844fbb2fdeda31884a7a45ec2010bb6"),
            ("hash.ipb_mybb", "67588", "022f7e02b3314f7d0968f73c00ba759f"),
            ("hash.dcc", "54161084332", "c896b3c6963e03c86ade3a38370bbb09"),
            ("hash.sha1_pass_salt", "30007548152", "848952984db93bdd2d0151d4ecca6ea44fcf49e3"),
            ("hash.sha1_salt_pass", "465727565", "a428863972744b16afef28e0087fc094b44bb7b1"),
            ("hash.redmine", "28246535720688452723483475753333", "c18e826af2a78c7b9b7261452613233417e65817"),
            ("hash.wbb3", "5037864764153886517871426607441768004150", "7f8d1951fe48ae3266980c2979c141f60e4415e5"),
            ("hash.smf", "25551135", "d27c0a627a45db487af161fcc3a4005d88eb8a1f"),
            (
                "hash.sha256_pass_salt",
                "12480864321",
                "5bb7456f43e3610363f68ad6de82b8b96f3fc9ad24e9d1f1f8d8bd89638db7c0",
            ),
        ] {
            let function = FUNCTIONS.iter().flat_map(|(_, functions)| functions.iter()).find(|f| f.0.contains(&format));
            let made = function.map(|function| function.1(b"hashcat", salt.as_bytes()));
            assert_eq!(made.as_deref(), Some(hash), "{format}");
        }
    }

    #[test]
    fn common_passwords_tell_the_function_and_others_do_not() {
        let salts: Vec<String> = (0..60).map(|row| format!("s{:04x}", row * 7_919 % 65_536)).collect();
        let words = ["123456", "qwerty", "tr0mb0ne-Vist4", "k7-Zebra.lamp"];
        let hashes = |of: &dyn Fn(&[u8], &[u8]) -> String| -> Vec<String> {
            salts.iter().enumerate().map(|(row, salt)| of(words[row % 4].as_bytes(), salt.as_bytes())).collect()
        };
        let told = |hashes: &[String], digits: usize| {
            let rows: Vec<(&[u8], &[u8])> =
                hashes.iter().zip(&salts).map(|(a, b)| (a.as_bytes(), b.as_bytes())).collect();
            function_of(digits, &rows, 3).map(|(formats, count)| (formats[0], count))
        };
        let vbulletin = hashes(&|word, salt| md5(&[md5(&[word]).as_bytes(), salt]).to_uppercase());
        assert_eq!(told(&vbulletin, 32), Some(("hash.vbulletin_old", 30)));
        assert_eq!(told(&hashes(&|word, salt| sha1(&[salt, word, b"x"])), 40), None, "a word of the site's own");
        assert_eq!(told(&vbulletin, 40), None);
    }

    #[test]
    fn hashes_that_no_common_password_explains_may_be_salted() {
        let share = |formats: &[&'static str], rows: u64, common: u64| {
            let mut share = HashShare { formats: formats.to_vec(), rows, of: rows, common };
            add_salted(&mut share);
            share.formats
        };
        let told = share(&["hash.sha1", "hash.mysql41", "hash.ripemd160"], 220, 0);
        assert_eq!((told[0], told.last().copied()), ("hash.sha1", Some("hash.ripemd160")));
        assert!(["hash.smf", "hash.sha1_salt_pass", "hash.redmine"].iter().all(|id| told.contains(id)), "{told:?}");
        assert!(!told.contains(&"hash.md5_pass_salt"));
        assert_eq!(share(&["hash.sha1", "hash.mysql41"], 60, 0).len(), 2, "too few people");
        assert_eq!(share(&["hash.sha1"], 220, 40).len(), 1, "settled");
    }
}
