//! Bare hashes: hexadecimal digits alone, told apart by their number only.

use super::Format;
use super::shape::Part::{Hex, Left, Lit};
use crate::kind::{Mismatch, Standing};

formats! {
CRC32 = Format {
    id: "hash.crc32",
    title: "CRC-32",
    plural: "CRC-32 hashes",
    shape: &[Hex(8, 8)],
    lookup: true,
    mode: Some(11500),
    seen: "small sites, 1C exports",
    alike: &["dates written yyyymmdd", "ids in hexadecimal"],
    unproven: true,
    valid: &[("35c246d5", "35c246d5"), ("C762DE4A", "c762de4a")],
    invalid: &[("00000000", Mismatch::Part), ("35c246d", Mismatch::Length), ("35c246dg", Mismatch::Shape)],
    headers: &["crc32", "crc32hash", "passwordcrc32"],
    caveat: "Eight hexadecimal digits are ids and dates far more often: its values never decide it. Many texts share one CRC, so a match is weak.",
    sources: &["hashcat, src/modules/module_11500.c (self-test)"],
    ..Format::PLAIN
};

MYSQL323 = Format {
    id: "hash.mysql323",
    title: "MySQL OLD_PASSWORD (before 4.1)",
    plural: "MySQL OLD_PASSWORD hashes",
    shape: &[Hex(16, 16)],
    lookup: true,
    mode: Some(200),
    seen: "MySQL < 4.1 user table, old PHP sites calling PASSWORD()",
    valid: &[("5d2e19393cc5ef67", "5d2e19393cc5ef67"), ("7196759210defdc0", "7196759210defdc0")],
    invalid: &[("0000000000000000", Mismatch::Part), ("5d2e19393cc5ef6", Mismatch::Length), ("5d2e19393cc5ef6g", Mismatch::Shape)],
    headers: &["mysql323", "mysql323hash", "passwordmysql323"],
    caveat: "Spaces and tabs in the password are skipped by the algorithm.",
    sources: &["hashcat, src/modules/module_00200.c (self-test)", "passlib: mysql323"],
    ..Format::PLAIN
};

HALF_MD5 = Format {
    id: "hash.half_md5",
    title: "Half MD5 (first or middle 16 hex digits of MD5)",
    plural: "halves of MD5 hashes",
    shape: &[Hex(16, 16)],
    lookup: true,
    mode: Some(5100),
    seen: "Chinese CMS (middle 16 digits: characters 9-24), first half in hashcat 5100",
    empty: "d41d8cd98f00b204",
    standing: Standing::Partly,
    valid: &[("5f4dcc3b5aa765d6", "5f4dcc3b5aa765d6"), ("8743b52063cd8409", "8743b52063cd8409")],
    invalid: &[("d41d8cd98f00b204", Mismatch::Part), ("0000000000000000", Mismatch::Part), ("5f4dcc3b5aa765d", Mismatch::Length), ("5f4dcc3b5aa765dg", Mismatch::Shape)],
    headers: &["halfmd5", "halfmd5hash", "passwordhalfmd5"],
    caveat: "Middle form of \"password\" is 5aa765d61d8327de.",
    sources: &["hashcat, src/modules/module_05100.c (self-test)"],
    ..Format::PLAIN
};

LM_HALF = Format {
    id: "hash.lm_half",
    title: "LM hash, one half",
    plural: "halves of LM hashes",
    shape: &[Hex(16, 16)],
    lookup: true,
    mode: Some(3000),
    seen: "Windows SAM before Vista",
    empty: "aad3b435b51404ee",
    valid: &[("e52cac67419a9a22", "e52cac67419a9a22"), ("299bd128c1101fd6", "299bd128c1101fd6")],
    invalid: &[("aad3b435b51404ee", Mismatch::Part), ("0000000000000000", Mismatch::Part), ("e52cac67419a9a2", Mismatch::Length), ("e52cac67419a9a2g", Mismatch::Shape)],
    headers: &["lmhalf"],
    caveat: "A full LM hash is 32 hex = two halves; the password is upper-cased, cut to 14 bytes, split 7+7; the half aad3b435b51404ee means empty.",
    sources: &["hashcat, src/modules/module_03000.c (self-test)", "passlib: lmhash"],
    ..Format::PLAIN
};

LM = Format {
    id: "hash.lm",
    title: "LM hash (full)",
    plural: "LM hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(3000),
    seen: "Windows SAM, pwdump column 3",
    behind: Some("hash.md5"),
    empty: "aad3b435b51404eeaad3b435b51404ee",
    valid: &[("e52cac67419a9a224a3b108f3fa6cb6d", "e52cac67419a9a224a3b108f3fa6cb6d"), ("299BD128C1101FD64A3B108F3FA6CB6D", "299bd128c1101fd64a3b108f3fa6cb6d")],
    invalid: &[("aad3b435b51404eeaad3b435b51404ee", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("e52cac67419a9a224a3b108f3fa6cb6", Mismatch::Length), ("e52cac67419a9a224a3b108f3fa6cb6g", Mismatch::Shape)],
    headers: &["lm", "lmhash"],
    caveat: "Empty password: aad3b435b51404eeaad3b435b51404ee.",
    sources: &["hashcat, src/modules/module_03000.c (self-test)", "passlib: lmhash"],
    ..Format::PLAIN
};

MD4 = Format {
    id: "hash.md4",
    title: "MD4",
    plural: "MD4 hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(900),
    seen: "rare",
    behind: Some("hash.md5"),
    empty: "31d6cfe0d16ae931b73c59d7e0c089c0",
    valid: &[("8a9d093f14f8701df17732b2bb182c74", "8a9d093f14f8701df17732b2bb182c74"), ("afe04867ec7a3845145579a95f72eca7", "afe04867ec7a3845145579a95f72eca7")],
    invalid: &[("31d6cfe0d16ae931b73c59d7e0c089c0", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("8a9d093f14f8701df17732b2bb182c7", Mismatch::Length), ("8a9d093f14f8701df17732b2bb182c7g", Mismatch::Shape)],
    headers: &["md4", "md4hash", "passwordmd4"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00900.c (self-test)", "RFC 1320"],
    ..Format::PLAIN
};

MD5_MD5 = Format {
    id: "hash.md5_md5",
    title: "MD5(MD5 hex)",
    plural: "MD5(MD5 hex) hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(2600),
    seen: "home-made PHP sites",
    behind: Some("hash.md5"),
    empty: "74be16979710d4c4e7c6647856088456",
    valid: &[("696d29e0940a4957748fe3fc9efd22a3", "696d29e0940a4957748fe3fc9efd22a3"), ("a936af92b0ae20b1ff6c3347a72e5fbe", "a936af92b0ae20b1ff6c3347a72e5fbe")],
    invalid: &[("74be16979710d4c4e7c6647856088456", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("696d29e0940a4957748fe3fc9efd22a", Mismatch::Length), ("696d29e0940a4957748fe3fc9efd22ag", Mismatch::Shape)],
    headers: &["md5md5", "md5md5hash", "passwordmd5md5"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_02600.c (self-test)", "RFC 1321"],
    ..Format::PLAIN
};

MD5_MD5_MD5 = Format {
    id: "hash.md5_md5_md5",
    title: "MD5(MD5(MD5))",
    plural: "MD5(MD5(MD5)) hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(3500),
    seen: "home-made PHP sites",
    behind: Some("hash.md5"),
    empty: "acf7ef943fdeb3cbfed8dd0d8f584731",
    valid: &[("5a22e6c339c96c9c0513a46e44c39683", "5a22e6c339c96c9c0513a46e44c39683"), ("9882d0778518b095917eb589f6998441", "9882d0778518b095917eb589f6998441")],
    invalid: &[("acf7ef943fdeb3cbfed8dd0d8f584731", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("5a22e6c339c96c9c0513a46e44c3968", Mismatch::Length), ("5a22e6c339c96c9c0513a46e44c3968g", Mismatch::Shape)],
    headers: &["md5md5md5", "md5md5md5hash", "passwordmd5md5md5"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_03500.c (self-test)"],
    ..Format::PLAIN
};

MD5_UPPER_MD5 = Format {
    id: "hash.md5_upper_md5",
    title: "MD5(upper-case hex of MD5)",
    plural: "MD5(upper-case hex of MD5) hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(4300),
    seen: "ASP/Delphi sites",
    behind: Some("hash.md5"),
    empty: "80404d0c6d24e87f650ff7d1985cd762",
    valid: &[("3b73cca8b7d9d93a834631fb22769334", "3b73cca8b7d9d93a834631fb22769334"), ("b8c385461bb9f9d733d3af832cf60b27", "b8c385461bb9f9d733d3af832cf60b27")],
    invalid: &[("80404d0c6d24e87f650ff7d1985cd762", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("3b73cca8b7d9d93a834631fb2276933", Mismatch::Length), ("3b73cca8b7d9d93a834631fb2276933g", Mismatch::Shape)],
    headers: &["md5uppermd5", "md5uppermd5hash", "passwordmd5uppermd5"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_04300.c (self-test)"],
    ..Format::PLAIN
};

MD5_SHA1 = Format {
    id: "hash.md5_sha1",
    title: "MD5(SHA-1 hex)",
    plural: "MD5(SHA-1 hex) hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(4400),
    seen: "home-made PHP sites",
    behind: Some("hash.md5"),
    empty: "0144712dd81be0c3d9724f5e56ce6685",
    valid: &[("1619d7adc23f4f633f11014d2f22b7d8", "1619d7adc23f4f633f11014d2f22b7d8"), ("288496df99b33f8f75a7ce4837d1b480", "288496df99b33f8f75a7ce4837d1b480")],
    invalid: &[("0144712dd81be0c3d9724f5e56ce6685", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("1619d7adc23f4f633f11014d2f22b7d", Mismatch::Length), ("1619d7adc23f4f633f11014d2f22b7dg", Mismatch::Shape)],
    headers: &["md5sha1", "md5sha1hash", "passwordmd5sha1"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_04400.c (self-test)"],
    ..Format::PLAIN
};

MD5_UTF16 = Format {
    id: "hash.md5_utf16",
    title: "MD5 of UTF-16LE",
    plural: "MD5 of UTF-16LE hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(70),
    seen: ".NET / MS SQL HASHBYTES on nvarchar",
    behind: Some("hash.md5"),
    empty: "d41d8cd98f00b204e9800998ecf8427e",
    valid: &[("b081dbe85e1ec3ffc3d4e7d0227400cd", "b081dbe85e1ec3ffc3d4e7d0227400cd"), ("2303b15bfa48c74a74758135a0df1201", "2303b15bfa48c74a74758135a0df1201")],
    invalid: &[("d41d8cd98f00b204e9800998ecf8427e", Mismatch::Part), ("00000000000000000000000000000000", Mismatch::Part), ("b081dbe85e1ec3ffc3d4e7d0227400c", Mismatch::Length), ("b081dbe85e1ec3ffc3d4e7d0227400cg", Mismatch::Shape)],
    headers: &["md5utf16", "md5utf16hash", "passwordmd5utf16"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00070.c (self-test)"],
    ..Format::PLAIN
};

ZEROED_SHA1 = Format {
    id: "hash.linkedin_zeroed_sha1",
    title: "SHA-1 of a password, its first five digits overwritten with zeros",
    plural: "zeroed SHA-1 hashes",
    shape: &[Lit("00000"), Hex(35, 35)],
    lookup: true,
    seen: "a list of 6.5 million hashes published in June 2012; zeros mark those already cracked",
    behind: Some("hash.sha1"),
    standing: Standing::Partly,
    valid: &[("000001e4c9b93f3f0682250b6cf8331b7ee68fd8", "000001e4c9b93f3f0682250b6cf8331b7ee68fd8")],
    invalid: &[("~000001e4c9b93f3f0682250b6cf8331b7ee68fd8", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["zeroedsha1", "sha1zeroed"],
    caveat: "Compare the last 35 digits only; in the file in which it was seen, rows with and without zeros stand together.",
    sources: &["Have I Been Pwned: description of the breach", "press of June 2012"],
    ..Format::PLAIN
};

MYSPACE_SHA1 = Format {
    id: "hash.myspace_sha1",
    title: "SHA-1 of first 10 characters, lower-cased, 0x-prefixed",
    plural: "SHA-1 hashes of ten characters",
    shape: &[Lit("0x"), Hex(40, 40)],
    lookup: true,
    seen: "MySpace 2008 (published 2016)",
    behind: Some("hash.sha1"),
    standing: Standing::Partly,
    valid: &[("0x5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "0x5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8")],
    invalid: &[("~0x5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["myspacesha1", "myspacesha1hash", "passwordmyspacesha1"],
    caveat: "Plaintext must be lower-cased and cut to 10 characters before hashing; a second hash column may follow (see schema).",
    sources: &["Have I Been Pwned: description of the breach"],
    ..Format::PLAIN
};

MYSQL41 = Format {
    id: "hash.mysql41",
    title: "MySQL 4.1+/5 PASSWORD() = SHA-1(SHA-1 binary)",
    plural: "MySQL 4.1+/5 PASSWORD() = SHA-1(SHA-1 binary) hashes",
    shape: &[Left("*"), Hex(40, 40)],
    lookup: true,
    mode: Some(300),
    seen: "mysql.user table, sites calling PASSWORD()",
    behind: Some("hash.sha1"),
    empty: "be1bdec0aa74b4dcb079943e70528096cca985f8",
    valid: &[("*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19", "2470c0c06dee42fd1618bb99005adca2ec9d1e19"), ("fcf7c1b8749cf99d88e5f34271d636178fb5d130", "fcf7c1b8749cf99d88e5f34271d636178fb5d130")],
    invalid: &[("~fcf7c1b8749cf99d88e5f34271d636178fb5d130", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["mysql41", "mysql41hash", "passwordmysql41"],
    caveat: "Usually with a leading asterisk and upper-case; without asterisk looks like SHA-1.",
    sources: &["hashcat, src/modules/module_00300.c (self-test)", "passlib: mysql41"],
    ..Format::PLAIN
};

SHA1_SHA1 = Format {
    id: "hash.sha1_sha1",
    title: "SHA-1(SHA-1 hex)",
    plural: "SHA-1(SHA-1 hex) hashes",
    shape: &[Hex(40, 40)],
    lookup: true,
    mode: Some(4500),
    seen: "home-made sites",
    behind: Some("hash.sha1"),
    empty: "10a34637ad661d98ba3344717656fcc76209c2f8",
    valid: &[("353e8061f2befecb6818ba0c034c632fb0bcae1b", "353e8061f2befecb6818ba0c034c632fb0bcae1b"), ("3db9184f5da4e463832b086211af8d2314919951", "3db9184f5da4e463832b086211af8d2314919951")],
    invalid: &[("10a34637ad661d98ba3344717656fcc76209c2f8", Mismatch::Part), ("0000000000000000000000000000000000000000", Mismatch::Part), ("353e8061f2befecb6818ba0c034c632fb0bcae1", Mismatch::Length), ("353e8061f2befecb6818ba0c034c632fb0bcae1g", Mismatch::Shape)],
    headers: &["sha1sha1", "sha1sha1hash", "passwordsha1sha1"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_04500.c (self-test)"],
    ..Format::PLAIN
};

SHA1_MD5 = Format {
    id: "hash.sha1_md5",
    title: "SHA-1(MD5 hex)",
    plural: "SHA-1(MD5 hex) hashes",
    shape: &[Hex(40, 40)],
    lookup: true,
    mode: Some(4700),
    seen: "home-made sites, phpBB mods",
    behind: Some("hash.sha1"),
    empty: "67a74306b06d0c01624fe0d0249a570f4d093747",
    valid: &[("55c3b5386c486feb662a0785f340938f518d547f", "55c3b5386c486feb662a0785f340938f518d547f"), ("92d85978d884eb1d99a51652b1139c8279fa8663", "92d85978d884eb1d99a51652b1139c8279fa8663")],
    invalid: &[("67a74306b06d0c01624fe0d0249a570f4d093747", Mismatch::Part), ("0000000000000000000000000000000000000000", Mismatch::Part), ("55c3b5386c486feb662a0785f340938f518d547", Mismatch::Length), ("55c3b5386c486feb662a0785f340938f518d547g", Mismatch::Shape)],
    headers: &["sha1md5", "sha1md5hash", "passwordsha1md5"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_04700.c (self-test)"],
    ..Format::PLAIN
};

SHA1_UTF16 = Format {
    id: "hash.sha1_utf16",
    title: "SHA-1 of UTF-16LE",
    plural: "SHA-1 of UTF-16LE hashes",
    shape: &[Hex(40, 40)],
    lookup: true,
    mode: Some(170),
    seen: ".NET, MS SQL HASHBYTES",
    behind: Some("hash.sha1"),
    empty: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    valid: &[("e8f97fba9104d1ea5047948e6dfb67facd9f5b73", "e8f97fba9104d1ea5047948e6dfb67facd9f5b73"), ("b9798556b741befdbddcbf640d1dd59d19b1e193", "b9798556b741befdbddcbf640d1dd59d19b1e193")],
    invalid: &[("da39a3ee5e6b4b0d3255bfef95601890afd80709", Mismatch::Part), ("0000000000000000000000000000000000000000", Mismatch::Part), ("e8f97fba9104d1ea5047948e6dfb67facd9f5b7", Mismatch::Length), ("e8f97fba9104d1ea5047948e6dfb67facd9f5b7g", Mismatch::Shape)],
    headers: &["sha1utf16", "sha1utf16hash", "passwordsha1utf16"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00170.c (self-test)"],
    ..Format::PLAIN
};

RIPEMD160 = Format {
    id: "hash.ripemd160",
    title: "RIPEMD-160",
    plural: "RIPEMD-160 hashes",
    shape: &[Hex(40, 40)],
    lookup: true,
    mode: Some(6000),
    seen: "rare",
    behind: Some("hash.sha1"),
    empty: "9c1185a5c5e9fc54612808977ee8f548b2258d31",
    valid: &[("012cb9b334ec1aeb71a9c8ce85586082467f7eb6", "012cb9b334ec1aeb71a9c8ce85586082467f7eb6")],
    invalid: &[("9c1185a5c5e9fc54612808977ee8f548b2258d31", Mismatch::Part), ("0000000000000000000000000000000000000000", Mismatch::Part), ("012cb9b334ec1aeb71a9c8ce85586082467f7eb", Mismatch::Length), ("012cb9b334ec1aeb71a9c8ce85586082467f7ebg", Mismatch::Shape)],
    headers: &["ripemd160", "ripemd160hash", "passwordripemd160"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_06000.c (self-test)", "ISO/IEC 10118-3"],
    ..Format::PLAIN
};

SHA224 = Format {
    id: "hash.sha224",
    title: "SHA-224",
    plural: "SHA-224 hashes",
    shape: &[Hex(56, 56)],
    lookup: true,
    mode: Some(1300),
    seen: "rare",
    empty: "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f",
    valid: &[("d63dc919e201d7bc4c825630d2cf25fdc93d4b2f0d46706d29038d01", "d63dc919e201d7bc4c825630d2cf25fdc93d4b2f0d46706d29038d01"), ("e4fa1555ad877bf0ec455483371867200eee89550a93eff2f95a6198", "e4fa1555ad877bf0ec455483371867200eee89550a93eff2f95a6198")],
    invalid: &[("d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f", Mismatch::Part), ("00000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("d63dc919e201d7bc4c825630d2cf25fdc93d4b2f0d46706d29038d0", Mismatch::Length), ("d63dc919e201d7bc4c825630d2cf25fdc93d4b2f0d46706d29038d0g", Mismatch::Shape)],
    headers: &["sha224", "sha224hash", "passwordsha224"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["hashcat, src/modules/module_01300.c (self-test)", "FIPS 180-4"],
    ..Format::PLAIN
};

SHA256_UTF16 = Format {
    id: "hash.sha256_utf16",
    title: "SHA-256 of UTF-16LE",
    plural: "SHA-256 of UTF-16LE hashes",
    shape: &[Hex(64, 64)],
    lookup: true,
    mode: Some(1470),
    seen: ".NET",
    behind: Some("hash.sha256"),
    empty: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    valid: &[("e201065d0554652615c320c00a1d5bc8edca469d72c2790e24152d0c1e2b6189", "e201065d0554652615c320c00a1d5bc8edca469d72c2790e24152d0c1e2b6189"), ("9e9283e633f4a7a42d3abc93701155be8afe5660da24c8758e7d3533e2f2dc82", "9e9283e633f4a7a42d3abc93701155be8afe5660da24c8758e7d3533e2f2dc82")],
    invalid: &[("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Mismatch::Part), ("0000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("e201065d0554652615c320c00a1d5bc8edca469d72c2790e24152d0c1e2b618", Mismatch::Length), ("e201065d0554652615c320c00a1d5bc8edca469d72c2790e24152d0c1e2b618g", Mismatch::Shape)],
    headers: &["sha256utf16", "sha256utf16hash", "passwordsha256utf16"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_01470.c (self-test)"],
    ..Format::PLAIN
};

SHA384 = Format {
    id: "hash.sha384",
    title: "SHA-384",
    plural: "SHA-384 hashes",
    shape: &[Hex(96, 96)],
    lookup: true,
    mode: Some(10800),
    seen: "rare",
    empty: "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
    valid: &[("a8b64babd0aca91a59bdbb7761b421d4f2bb38280d3a75ba0f21f2bebc45583d446c598660c94ce680c47d19c30783a7", "a8b64babd0aca91a59bdbb7761b421d4f2bb38280d3a75ba0f21f2bebc45583d446c598660c94ce680c47d19c30783a7"), ("07371af1ca1fca7c6941d2399f3610f1e392c56c6d73fddffe38f18c430a2817028dae1ef09ac683b62148a2c8757f42", "07371af1ca1fca7c6941d2399f3610f1e392c56c6d73fddffe38f18c430a2817028dae1ef09ac683b62148a2c8757f42")],
    invalid: &[("38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b", Mismatch::Part), ("000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("a8b64babd0aca91a59bdbb7761b421d4f2bb38280d3a75ba0f21f2bebc45583d446c598660c94ce680c47d19c30783a", Mismatch::Length), ("a8b64babd0aca91a59bdbb7761b421d4f2bb38280d3a75ba0f21f2bebc45583d446c598660c94ce680c47d19c30783ag", Mismatch::Shape)],
    headers: &["sha384", "sha384hash", "passwordsha384"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["hashcat, src/modules/module_10800.c (self-test)", "FIPS 180-4"],
    ..Format::PLAIN
};

SHA512 = Format {
    id: "hash.sha512",
    title: "SHA-512",
    plural: "SHA-512 hashes",
    shape: &[Hex(128, 128)],
    lookup: true,
    mode: Some(1700),
    seen: "newer home-made sites",
    empty: "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
    valid: &[("b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86", "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"), ("82a9dda829eb7f8ffe9fbe49e45d47d2dad9664fbb7adf72492e3c81ebd3e29134d9bc12212bf83c6840f10e8246b9db54a4859b7ccd0123d86e5872c1e5082f", "82a9dda829eb7f8ffe9fbe49e45d47d2dad9664fbb7adf72492e3c81ebd3e29134d9bc12212bf83c6840f10e8246b9db54a4859b7ccd0123d86e5872c1e5082f")],
    invalid: &[("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e", Mismatch::Part), ("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc8", Mismatch::Length), ("b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc8g", Mismatch::Shape)],
    headers: &["sha512", "sha512hash", "passwordsha512"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["hashcat, src/modules/module_01700.c (self-test)", "FIPS 180-4"],
    ..Format::PLAIN
};

SHA3_256 = Format {
    id: "hash.sha3_256",
    title: "SHA3-256",
    plural: "SHA3-256 hashes",
    shape: &[Hex(64, 64)],
    lookup: true,
    mode: Some(17400),
    seen: "rare",
    behind: Some("hash.sha256"),
    empty: "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
    valid: &[("c0067d4af4e87f00dbac63b6156828237059172d1bbeac67427345d6a9fda484", "c0067d4af4e87f00dbac63b6156828237059172d1bbeac67427345d6a9fda484"), ("d60fcf6585da4e17224f58858970f0ed5ab042c3916b76b0b828e62eaf636cbd", "d60fcf6585da4e17224f58858970f0ed5ab042c3916b76b0b828e62eaf636cbd")],
    invalid: &[("a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a", Mismatch::Part), ("0000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("c0067d4af4e87f00dbac63b6156828237059172d1bbeac67427345d6a9fda48", Mismatch::Length), ("c0067d4af4e87f00dbac63b6156828237059172d1bbeac67427345d6a9fda48g", Mismatch::Shape)],
    headers: &["sha3256", "sha3256hash", "passwordsha3256"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_17400.c (self-test)", "FIPS 202"],
    ..Format::PLAIN
};

SHA3_512 = Format {
    id: "hash.sha3_512",
    title: "SHA3-512",
    plural: "SHA3-512 hashes",
    shape: &[Hex(128, 128)],
    lookup: true,
    mode: Some(17600),
    seen: "rare",
    behind: Some("hash.sha512"),
    empty: "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26",
    valid: &[("e9a75486736a550af4fea861e2378305c4a555a05094dee1dca2f68afea49cc3a50e8de6ea131ea521311f4d6fb054a146e8282f8e35ff2e6368c1a62e909716", "e9a75486736a550af4fea861e2378305c4a555a05094dee1dca2f68afea49cc3a50e8de6ea131ea521311f4d6fb054a146e8282f8e35ff2e6368c1a62e909716"), ("7c2dc1d743735d4e069f3bda85b1b7e9172033dfdd8cd599ca094ef8570f3930c3f2c0b7afc8d6152ce4eaad6057a2ff22e71934b3a3dd0fb55a7fc84a53144e", "7c2dc1d743735d4e069f3bda85b1b7e9172033dfdd8cd599ca094ef8570f3930c3f2c0b7afc8d6152ce4eaad6057a2ff22e71934b3a3dd0fb55a7fc84a53144e")],
    invalid: &[("a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26", Mismatch::Part), ("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("e9a75486736a550af4fea861e2378305c4a555a05094dee1dca2f68afea49cc3a50e8de6ea131ea521311f4d6fb054a146e8282f8e35ff2e6368c1a62e90971", Mismatch::Length), ("e9a75486736a550af4fea861e2378305c4a555a05094dee1dca2f68afea49cc3a50e8de6ea131ea521311f4d6fb054a146e8282f8e35ff2e6368c1a62e90971g", Mismatch::Shape)],
    headers: &["sha3512", "sha3512hash", "passwordsha3512"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_17600.c (self-test)", "FIPS 202"],
    ..Format::PLAIN
};

WHIRLPOOL = Format {
    id: "hash.whirlpool",
    title: "Whirlpool",
    plural: "Whirlpool hashes",
    shape: &[Hex(128, 128)],
    lookup: true,
    mode: Some(6100),
    seen: "rare; some forums",
    behind: Some("hash.sha512"),
    valid: &[("7ca8eaaaa15eaa4c038b4c47b9313e92da827c06940e69947f85bc0fbef3eb8fd254da220ad9e208b6b28f6bb9be31dd760f1fdb26112d83f87d96b416a4d258", "7ca8eaaaa15eaa4c038b4c47b9313e92da827c06940e69947f85bc0fbef3eb8fd254da220ad9e208b6b28f6bb9be31dd760f1fdb26112d83f87d96b416a4d258")],
    invalid: &[("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("7ca8eaaaa15eaa4c038b4c47b9313e92da827c06940e69947f85bc0fbef3eb8fd254da220ad9e208b6b28f6bb9be31dd760f1fdb26112d83f87d96b416a4d25", Mismatch::Length), ("7ca8eaaaa15eaa4c038b4c47b9313e92da827c06940e69947f85bc0fbef3eb8fd254da220ad9e208b6b28f6bb9be31dd760f1fdb26112d83f87d96b416a4d25g", Mismatch::Shape)],
    headers: &["whirlpool", "whirlpoolhash", "passwordwhirlpool"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_06100.c (self-test)", "ISO/IEC 10118-3"],
    ..Format::PLAIN
};

GOST94 = Format {
    id: "hash.gost94",
    title: "GOST R 34.11-94",
    plural: "GOST R 34.11-94 hashes",
    shape: &[Hex(64, 64)],
    lookup: true,
    mode: Some(6900),
    seen: "Russian systems",
    behind: Some("hash.sha256"),
    valid: &[("df226c2c6dcb1d995c0299a33a084b201544293c31fc3d279530121d36bbcea9", "df226c2c6dcb1d995c0299a33a084b201544293c31fc3d279530121d36bbcea9")],
    invalid: &[("0000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("df226c2c6dcb1d995c0299a33a084b201544293c31fc3d279530121d36bbcea", Mismatch::Length), ("df226c2c6dcb1d995c0299a33a084b201544293c31fc3d279530121d36bbceag", Mismatch::Shape)],
    headers: &["gost94", "gost94hash", "passwordgost94"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_06900.c (self-test)", "RFC 5831"],
    ..Format::PLAIN
};

STREEBOG256 = Format {
    id: "hash.streebog256",
    title: "GOST R 34.11-2012 256 bit",
    plural: "GOST R 34.11-2012 256 bit hashes",
    shape: &[Hex(64, 64)],
    lookup: true,
    mode: Some(11700),
    seen: "Russian systems",
    behind: Some("hash.sha256"),
    valid: &[("57e9e50caec93d72e9498c211d6dc4f4d328248b48ecf46ba7abfa874f666e36", "57e9e50caec93d72e9498c211d6dc4f4d328248b48ecf46ba7abfa874f666e36")],
    invalid: &[("0000000000000000000000000000000000000000000000000000000000000000", Mismatch::Part), ("57e9e50caec93d72e9498c211d6dc4f4d328248b48ecf46ba7abfa874f666e3", Mismatch::Length), ("57e9e50caec93d72e9498c211d6dc4f4d328248b48ecf46ba7abfa874f666e3g", Mismatch::Shape)],
    headers: &["streebog256", "streebog256hash", "passwordstreebog256"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_11700.c (self-test)", "RFC 6986"],
    ..Format::PLAIN
};

BLAKE2B = Format {
    id: "hash.blake2b",
    title: "BLAKE2b-512",
    plural: "BLAKE2b-512 hashes",
    shape: &[Left("$BLAKE2$"), Hex(128, 128)],
    lookup: true,
    mode: Some(600),
    seen: "rare",
    behind: Some("hash.sha512"),
    empty: "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce",
    valid: &[("7c863950ac93c93692995e4732ce1e1466ad74a775352ffbaaf2a4a4ce9b549d0b414a1f3150452be6c7c72c694a7cb46f76452917298d33e67611f0a42addb8", "7c863950ac93c93692995e4732ce1e1466ad74a775352ffbaaf2a4a4ce9b549d0b414a1f3150452be6c7c72c694a7cb46f76452917298d33e67611f0a42addb8"), ("$BLAKE2$296c269e70ac5f0095e6fb47693480f0f7b97ccd0307f5c3bfa4df8f5ca5c9308a0e7108e80a0a9c0ebb715e8b7109b072046c6cd5e155b4cfd2f27216283b1e", "296c269e70ac5f0095e6fb47693480f0f7b97ccd0307f5c3bfa4df8f5ca5c9308a0e7108e80a0a9c0ebb715e8b7109b072046c6cd5e155b4cfd2f27216283b1e")],
    invalid: &[("~$BLAKE2$296c269e70ac5f0095e6fb47693480f0f7b97ccd0307f5c3bfa4df8f5ca5c9308a0e7108e80a0a9c0ebb715e8b7109b072046c6cd5e155b4cfd2f27216283b1e", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["blake2b", "blake2bhash", "passwordblake2b"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00600.c (self-test)", "RFC 7693"],
    ..Format::PLAIN
};

RADMIN2 = Format {
    id: "hash.radmin2",
    title: "Radmin v2",
    plural: "Radmin v2 hashes",
    shape: &[Hex(32, 32)],
    lookup: true,
    mode: Some(9900),
    seen: "Radmin registry",
    behind: Some("hash.md5"),
    valid: &[("22527bee5c29ce95373c4e0f359f079b", "22527bee5c29ce95373c4e0f359f079b")],
    invalid: &[("00000000000000000000000000000000", Mismatch::Part), ("22527bee5c29ce95373c4e0f359f079", Mismatch::Length), ("22527bee5c29ce95373c4e0f359f079g", Mismatch::Shape)],
    headers: &["radmin2", "radmin2hash", "passwordradmin2"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_09900.c (self-test)"],
    ..Format::PLAIN
};
}
