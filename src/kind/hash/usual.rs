//! The unsalted hashes that most lists hold.

use super::Format;
use super::shape::Part::Hex;
use crate::kind::Mismatch;

formats! {
MD5 = Format {
    id: "hash.md5",
    title: "MD5 of a password, unsalted",
    plural: "MD5 hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(0),
    seen: "most home-made sites; in breaches of 2011 to 2018 more often than any other",
    alike: &["UUIDs without dashes", "MD5 sums of e-mail addresses (Gravatar)"],
    empty: "d41d8cd98f00b204e9800998ecf8427e",
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
    ..Format::PLAIN
};

NTLM = Format {
    id: "hash.ntlm",
    title: "NTLM hash of a password (MD4 of UTF-16LE)",
    plural: "NTLM hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(1000),
    seen: "Windows: SAM and NTDS.dit, as printed by pwdump",
    empty: "31d6cfe0d16ae931b73c59d7e0c089c0",
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
    headers: &["ntlm", "nthash", "ntlmhash", "nt"],
    caveat: "MD5 hashes look the same: only known pairs tell them apart.",
    ..Format::PLAIN
};

SHA1 = Format {
    id: "hash.sha1",
    title: "SHA-1 of a password, unsalted",
    plural: "SHA-1 hashes",
    shape: &[Hex(40, 40)],
    lookup: true,
    mode: Some(100),
    seen: "many Java sites; large networks of 2012; CafePress 2019",
    empty: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
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
    headers: &["sha1", "sha1hash", "passwordsha1", "passwordhash", "passhash", "hash", "хеш", "хэш", "хешпароля"],
    caveat: "A salted SHA-1 looks the same and matches nothing; some lists have the first digits zeroed where a \
             hash was cracked.",
    ..Format::PLAIN
};

SHA256 = Format {
    id: "hash.sha256",
    title: "SHA-256 of a password, unsalted",
    plural: "SHA-256 hashes",
    shape: &[Hex(64, 64)],
    lookup: true,
    mode: Some(1400),
    seen: "newer home-made sites; imgur 2013",
    alike: &["ids of Bitcoin transactions"],
    empty: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    sources: &["FIPS 180-4, section 6.2"],
    valid: &[(
        "127E6FBFE24A750E72930C220A8E138275656B8E5D8F48A98C3C92DF2CABA935",
        "127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba935",
    )],
    invalid: &[
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Mismatch::Part),
        ("127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba9", Mismatch::Length),
    ],
    headers: &["sha256", "sha256hash", "passwordsha256", "passwordhash", "passhash", "hash", "хеш", "хэш", "хешпароля"],
    caveat: "A salted SHA-256 looks the same and matches nothing.",
    ..Format::PLAIN
};
}
