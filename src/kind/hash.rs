//! Unsalted hashes of passwords in hexadecimal: one family, one row each.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

/// What sets one member of the family apart.
struct Member {
    /// Hexadecimal digits.
    digits: usize,
    /// Hash of the empty password, which says nothing.
    empty: &'static [u8],
}

const MD5_ROW: Member = Member { digits: 32, empty: b"d41d8cd98f00b204e9800998ecf8427e" };
const NTLM_ROW: Member = Member { digits: 32, empty: b"31d6cfe0d16ae931b73c59d7e0c089c0" };
const SHA1_ROW: Member = Member { digits: 40, empty: b"da39a3ee5e6b4b0d3255bfef95601890afd80709" };
const SHA256_ROW: Member =
    Member { digits: 64, empty: b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" };

/// The rows by number: MD5, NTLM, SHA-1, SHA-256.
const MEMBERS: [Member; 4] = [MD5_ROW, NTLM_ROW, SHA1_ROW, SHA256_ROW];

/// Share of random letters and digits (26 + 26 + 10) of a length that are all hexadecimal: (22/62)^digits.
///
/// # Source
/// Counting: 22 of the 62 characters are hexadecimal digits (0-9, a-f, A-F).
const fn chance(digits: usize) -> f64 {
    let mut share = 1.0;
    let mut at = 0;
    while at < digits {
        share *= 22.0 / 62.0;
        at += 1;
    }
    share
}

/// The kinds of the family.
pub static KINDS: &[&Kind] = &[&MD5, &NTLM, &SHA1, &SHA256];

/// The kind `hash.md5`.
pub static MD5: Kind = Kind {
    id: "hash.md5",
    title: "MD5 of a password, unsalted",
    plural: "MD5 hashes",
    sources: &["RFC 1321"],
    valid: &[
        ("8743b52063cd84097a65d1633f5c74f5", "8743b52063cd84097a65d1633f5c74f5"),
        ("8743B52063CD84097A65D1633F5C74F5", "8743b52063cd84097a65d1633f5c74f5"),
        ("0x8743b52063cd84097a65d1633f5c74f5", "8743b52063cd84097a65d1633f5c74f5"),
    ],
    invalid: &[
        ("d41d8cd98f00b204e9800998ecf8427e", Mismatch::Part),
        ("00000000000000000000000000000000", Mismatch::Part),
        ("8743b52063cd84097a65d1633f5c74f", Mismatch::Length),
        ("8743b52063cd84097a65d1633f5c74fg", Mismatch::Shape),
        ("1759013776", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: chance(MD5_ROW.digits),
    rank: Rank::Hash,
    headers: &[
        "md5",
        "md5hash",
        "passwordmd5",
        "passmd5",
        "passwordhash",
        "passhash",
        "hash",
        "хеш",
        "хэш",
        "хешпароля",
    ],
    caveat: "NTLM hashes look the same, and so do MD5 sums of anything else: only known pairs tell them apart.",
    canonical: Some(is_canonical::<0>),
    key: key::<0>,
    ..Kind::COMMON
};

/// The kind `hash.ntlm`.
pub static NTLM: Kind = Kind {
    id: "hash.ntlm",
    title: "NTLM hash of a password (MD4 of UTF-16LE)",
    plural: "NTLM hashes",
    sources: &["Microsoft MS-NLMP, section 3.3.1 (NTOWFv1)", "RFC 1320 (MD4)"],
    valid: &[
        ("b4b9b02e6f09a9bd760f388b67351e2b", "b4b9b02e6f09a9bd760f388b67351e2b"),
        ("B4B9B02E6F09A9BD760F388B67351E2B", "b4b9b02e6f09a9bd760f388b67351e2b"),
    ],
    invalid: &[
        ("31d6cfe0d16ae931b73c59d7e0c089c0", Mismatch::Part),
        ("b4b9b02e6f09a9bd760f388b67351e2b00", Mismatch::Length),
        ("NO PASSWORD*********************", Mismatch::Shape),
    ],
    chance: chance(NTLM_ROW.digits),
    rank: Rank::Hash,
    headers: &["ntlm", "nthash", "ntlmhash", "nt"],
    caveat: "MD5 hashes look the same: only known pairs tell them apart.",
    canonical: Some(is_canonical::<1>),
    key: key::<1>,
    ..Kind::COMMON
};

/// The kind `hash.sha1`.
pub static SHA1: Kind = Kind {
    id: "hash.sha1",
    title: "SHA-1 of a password, unsalted",
    plural: "SHA-1 hashes",
    sources: &["FIPS 180-4, section 6.1"],
    valid: &[
        ("b89eaac7e61417341b710b727768294d0e6a277b", "b89eaac7e61417341b710b727768294d0e6a277b"),
        ("\\xB89EAAC7E61417341B710B727768294D0E6A277B", "b89eaac7e61417341b710b727768294d0e6a277b"),
    ],
    invalid: &[
        ("da39a3ee5e6b4b0d3255bfef95601890afd80709", Mismatch::Part),
        ("b89eaac7e61417341b710b727768294d0e6a27", Mismatch::Length),
        ("b89eaac7e61417341b71 b727768294d0e6a277b", Mismatch::Shape),
    ],
    chance: chance(SHA1_ROW.digits),
    rank: Rank::Hash,
    headers: &["sha1", "sha1hash", "passwordsha1", "passwordhash", "passhash", "hash", "хеш", "хэш", "хешпароля"],
    caveat: "A salted SHA-1 looks the same and matches nothing; some lists have the first digits zeroed where a \
             hash was cracked.",
    canonical: Some(is_canonical::<2>),
    key: key::<2>,
    ..Kind::COMMON
};

/// The kind `hash.sha256`.
pub static SHA256: Kind = Kind {
    id: "hash.sha256",
    title: "SHA-256 of a password, unsalted",
    plural: "SHA-256 hashes",
    sources: &["FIPS 180-4, section 6.2"],
    valid: &[(
        "127E6FBFE24A750E72930C220A8E138275656B8E5D8F48A98C3C92DF2CABA935",
        "127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba935",
    )],
    invalid: &[
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Mismatch::Part),
        ("127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba9", Mismatch::Length),
    ],
    chance: chance(SHA256_ROW.digits),
    rank: Rank::Hash,
    headers: &["sha256", "sha256hash", "passwordsha256", "passwordhash", "passhash", "hash", "хеш", "хэш", "хешпароля"],
    caveat: "A salted SHA-256 looks the same and matches nothing.",
    canonical: Some(is_canonical::<3>),
    key: key::<3>,
    ..Kind::COMMON
};

/// Hexadecimal text this much longer or shorter is reported as of the wrong length, else it is another thing.
const LENGTH_SLACK: usize = 2;

/// Any byte to its lower-case hexadecimal digit, or 0.
static HEX: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_hexdigit() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

fn is_canonical<const ROW: usize>(text: &[u8]) -> bool {
    // No early way out: 32 to 64 independent look-ups are faster than as many branches.
    text.len() == MEMBERS[ROW].digits
        && text.iter().fold(true, |all, &byte| all & (HEX[usize::from(byte)] == byte) & (byte != 0))
        && says_something::<ROW>(text)
}

/// Whether lower-case digits are not those of the empty password, nor one digit over and over.
fn says_something<const ROW: usize>(digits: &[u8]) -> bool {
    digits != MEMBERS[ROW].empty && digits.iter().any(|&digit| digit != digits[0])
}

fn key<const ROW: usize>(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let member = &MEMBERS[ROW];
    let text = blank::trim(text);
    if text.len() > member.digits + 2 + LENGTH_SLACK || text.len() + LENGTH_SLACK < member.digits {
        return Err(Mismatch::Shape);
    }
    let prefix = [b"0x".as_slice(), b"0X", b"\\x"].into_iter().find(|&prefix| text.starts_with(prefix));
    let digits = &text[prefix.map_or(0, <[u8]>::len)..];
    out.extend_from_slice(digits);
    let mut all_hexadecimal = true;
    for byte in out.iter_mut() {
        *byte = HEX[usize::from(*byte)];
        all_hexadecimal &= *byte != 0;
    }
    let mismatch = if !all_hexadecimal || digits.len().abs_diff(member.digits) > LENGTH_SLACK {
        Mismatch::Shape
    } else if digits.len() != member.digits {
        Mismatch::Length
    } else if !says_something::<ROW>(out) {
        Mismatch::Part
    } else {
        return Ok(());
    };
    out.clear();
    Err(mismatch)
}
