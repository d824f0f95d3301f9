//! Columns of hashed passwords: what can be computed here is computed from passwords as people choose them, the rest has the
//! right shape.
//!
//! # Source
//! Shapes: hashcat's example hashes and module sources, passlib 1.7.4. Computed with RustCrypto's md4, md5, sha1, sha2; MySQL
//! before 4.1 after its published source (`hash_password`), CRC-32 after ISO 3309.

use std::fmt::Write as _;

use md4::Md4;
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::super::{Cell, MadeColumn};
use super::names::password;

/// Shapes that several formats share.
const HEX_16: &[&str] = &["hash.mysql323", "hash.half_md5", "hash.lm_half"];
const HEX_32: &[&str] = &[
    "hash.md5",
    "hash.md4",
    "hash.ntlm",
    "hash.lm",
    "hash.md5_md5",
    "hash.md5_md5_md5",
    "hash.md5_upper_md5",
    "hash.md5_sha1",
    "hash.md5_utf16",
    "hash.radmin2",
];
const HEX_40: &[&str] =
    &["hash.sha1", "hash.mysql41", "hash.sha1_sha1", "hash.sha1_md5", "hash.sha1_utf16", "hash.ripemd160"];
const HEX_64: &[&str] = &["hash.sha256", "hash.sha256_utf16", "hash.sha3_256", "hash.gost94", "hash.streebog256"];
const HEX_128: &[&str] = &["hash.sha512", "hash.sha3_512", "hash.whirlpool", "hash.blake2b"];
const HEX_32_SALT: &[&str] = &[
    "hash.md5_pass_salt",
    "hash.md5_salt_pass",
    "hash.joomla1",
    "hash.oscommerce",
    "hash.vbulletin_old",
    "hash.vbulletin_new",
    "hash.ipb_mybb",
    "hash.dcc",
    "hash.prestashop",
];
const HEX_40_SALT: &[&str] = &[
    "hash.smf",
    "hash.sha1_pass_salt",
    "hash.sha1_salt_pass",
    "hash.restful_auth",
    "hash.redmine",
    "hash.wbb3",
    "hash.oracle11",
];
const BCRYPT: &[&str] = &["hash.bcrypt", "hash.bcrypt_md5"];
const HEX_64_SALT: &[&str] = &["hash.sha256_pass_salt", "hash.coldfusion10"];

const fn telling(id: &'static str, make: super::super::Make) -> MadeColumn {
    MadeColumn::telling(id, make)
}

const fn tested(id: &'static str, others: &'static [&'static str], make: super::super::Make) -> MadeColumn {
    MadeColumn::tested(id, others, make)
}

const fn among(id: &'static str, others: &'static [&'static str], make: super::super::Make) -> MadeColumn {
    MadeColumn::among(id, others, make)
}

pub(super) const COLUMNS: &[MadeColumn] = &[
    among("hash.crc32", &[], |c| hexed(c, crc32)),
    tested("hash.mysql323", HEX_16, |c| hexed(c, mysql323)),
    tested("hash.half_md5", HEX_16, |c| hexed(c, |text| hash::<Md5>(text)[..8].to_vec())),
    among("hash.lm_half", HEX_16, |c| random(c, 16)),
    tested("hash.lm", HEX_32, lan_manager),
    tested("hash.md5", HEX_32, |c| hexed(c, hash::<Md5>)),
    tested("hash.md4", HEX_32, |c| hexed(c, hash::<Md4>)),
    tested("hash.ntlm", HEX_32, |c| hexed(c, |text| hash::<Md4>(&wide(text)))),
    tested("hash.md5_md5", HEX_32, |c| hexed(c, |text| hash::<Md5>(&hex_text(&hash::<Md5>(text))))),
    tested("hash.md5_md5_md5", HEX_32, |c| {
        hexed(c, |text| hash::<Md5>(&hex_text(&hash::<Md5>(&hex_text(&hash::<Md5>(text))))))
    }),
    tested("hash.md5_upper_md5", HEX_32, |c| {
        hexed(c, |text| hash::<Md5>(&hex_text(&hash::<Md5>(text)).to_ascii_uppercase()))
    }),
    tested("hash.md5_sha1", HEX_32, |c| hexed(c, |text| hash::<Md5>(&hex_text(&hash::<Sha1>(text))))),
    tested("hash.md5_utf16", HEX_32, |c| hexed(c, |text| hash::<Md5>(&wide(text)))),
    tested("hash.sha1", HEX_40, |c| hexed(c, hash::<Sha1>)),
    telling("hash.linkedin_zeroed_sha1", zeroed),
    tested("hash.myspace_sha1", HEX_40, |c| {
        let text: String = password(c).to_lowercase().chars().take(10).collect();
        format!("0x{}", hex(&hash::<Sha1>(text.as_bytes())).to_uppercase())
    }),
    telling("hash.mysql41", |c| format!("*{}", hexed(c, |text| hash::<Sha1>(&hash::<Sha1>(text))).to_uppercase())),
    tested("hash.sha1_sha1", HEX_40, |c| hexed(c, |text| hash::<Sha1>(&hex_text(&hash::<Sha1>(text))))),
    tested("hash.sha1_md5", HEX_40, |c| hexed(c, |text| hash::<Sha1>(&hex_text(&hash::<Md5>(text))))),
    tested("hash.sha1_utf16", HEX_40, |c| hexed(c, |text| hash::<Sha1>(&wide(text)))),
    among("hash.ripemd160", HEX_40, |c| random(c, 40)),
    telling("hash.sha224", |c| hexed(c, hash::<Sha224>)),
    tested("hash.sha256", HEX_64, |c| hexed(c, hash::<Sha256>)),
    tested("hash.sha256_utf16", HEX_64, |c| hexed(c, |text| hash::<Sha256>(&wide(text)))),
    telling("hash.sha384", |c| hexed(c, hash::<Sha384>)),
    tested("hash.sha512", HEX_128, |c| hexed(c, hash::<Sha512>)),
    among("hash.sha3_256", HEX_64, |c| random(c, 64)),
    among("hash.sha3_512", HEX_128, |c| random(c, 128)),
    among("hash.whirlpool", HEX_128, |c| random(c, 128)),
    among("hash.gost94", HEX_64, |c| random(c, 64)),
    among("hash.streebog256", HEX_64, |c| random(c, 64)),
    among("hash.blake2b", HEX_128, |c| random(c, 128)),
    telling("hash.ldap_sha", |c| format!("{{SHA}}{}", base64(&hash::<Sha1>(password(c).as_bytes())))),
    telling("hash.ldap_md5", |c| format!("{{MD5}}{}", base64(&hash::<Md5>(password(c).as_bytes())))),
    telling("hash.ldap_ssha", |c| format!("{{SSHA}}{}", base64(&c.dice.bytes(24)))),
    telling("hash.ldap_ssha256", |c| format!("{{SSHA256}}{}", base64(&c.dice.bytes(40)))),
    telling("hash.ldap_ssha512", |c| format!("{{SSHA512}}{}", base64(&c.dice.bytes(72)))),
    tested("hash.md5_pass_salt", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), visible(c, 10))),
    tested("hash.md5_salt_pass", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), visible(c, 12))),
    tested("hash.joomla1", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), word(c, 32))),
    tested("hash.oscommerce", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), c.dice.hex(2))),
    tested("hash.vbulletin_old", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), visible(c, 3))),
    tested("hash.vbulletin_new", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), visible(c, 30))),
    tested("hash.ipb_mybb", HEX_32_SALT, |c| {
        let count = if c.column_is(2, 50) { 5 } else { 8 };
        format!("{}:{}", c.dice.hex(32), visible(c, count))
    }),
    telling("hash.phps", |c| format!("$PHPS${}${}", c.dice.hex(8), c.dice.hex(32))),
    telling("hash.phpass", |c| {
        let head = if c.column_is(2, 60) { "$P$B" } else { "$H$9" };
        format!("{head}{}", crypt(c, 30))
    }),
    telling("hash.wordpress_bcrypt", |c| format!("$wp$2y$10${}", crypt(c, 53))),
    telling("hash.drupal7", |c| format!("$S$D{}", crypt(c, 51))),
    telling("hash.mediawiki_b", |c| format!("$B${}${}", c.dice.hex(8), c.dice.hex(32))),
    tested("hash.smf", HEX_40_SALT, |c| format!("{}:{}", c.dice.hex(40), super::net::nickname(c))),
    tested("hash.sha1_pass_salt", HEX_40_SALT, |c| format!("{}:{}", c.dice.hex(40), visible(c, 9))),
    tested("hash.sha1_salt_pass", HEX_40_SALT, |c| format!("{}:{}", c.dice.hex(40), visible(c, 16))),
    tested("hash.restful_auth", HEX_40_SALT, |c| format!("{}:{}:{}", c.dice.hex(40), c.dice.hex(40), c.dice.hex(20))),
    telling("hash.django_sha1", |c| format!("sha1${}${}", c.dice.hex(5), c.dice.hex(40))),
    telling("hash.django_pbkdf2", |c| format!("pbkdf2_sha256$36000${}${}", word(c, 12), base64(&c.dice.bytes(32)))),
    telling("hash.werkzeug_pbkdf2", |c| format!("pbkdf2:sha256:150000${}${}", word(c, 8), c.dice.hex(64))),
    telling("hash.werkzeug_sha256", |c| format!("sha256${}${}", word(c, 8), c.dice.hex(64))),
    telling("hash.netbsd_sha1crypt", |c| format!("$sha1$2{}${}${}", c.dice.digits(4), crypt(c, 8), crypt(c, 28))),
    telling("hash.pbkdf2_passlib", |c| {
        format!("$pbkdf2-sha256$29000${}${}", bare64(c, 16).replace('+', "."), bare64(c, 32).replace('+', "."))
    }),
    telling("hash.aspnet_identity_v3", |c| {
        format!(
            "AQAAAAEAACcQAAAA{}",
            base64(&{
                let mut bytes = c.dice.bytes(49);
                bytes[0] = 0x10;
                bytes
            })
        )
    }),
    telling("hash.md5crypt", |c| format!("$1${}${}", crypt(c, 8), crypt(c, 22))),
    telling("hash.apr1", |c| format!("$apr1${}${}", crypt(c, 8), crypt(c, 22))),
    among("hash.descrypt", &[], |c| crypt(c, 13)),
    telling("hash.bsdicrypt", |c| format!("_J9..{}", crypt(c, 15))),
    telling("hash.sha256crypt", |c| format!("$5${}${}", crypt(c, 16), crypt(c, 43))),
    telling("hash.sha512crypt", |c| format!("$6${}${}", crypt(c, 16), crypt(c, 86))),
    tested("hash.bcrypt", BCRYPT, bcrypt),
    tested("hash.bcrypt_md5", BCRYPT, bcrypt),
    telling("hash.yescrypt", |c| format!("$y$j9T${}${}", crypt(c, 22), crypt(c, 43))),
    telling("hash.scrypt", |c| format!("SCRYPT:16384:8:1:{}:{}", base64(&c.dice.bytes(8)), base64(&c.dice.bytes(32)))),
    telling("hash.argon2", |c| format!("$argon2id$v=19$m=65536,t=3,p=1${}${}", bare64(c, 16), bare64(c, 32))),
    telling("hash.mssql2000", |c| format!("0x0100{}", c.dice.hex(88).to_uppercase())),
    telling("hash.mssql2005", |c| format!("0x0100{}", c.dice.hex(48).to_uppercase())),
    telling("hash.mssql2012", |c| format!("0x0200{}", c.dice.hex(136).to_uppercase())),
    telling("hash.oracle7", |c| {
        format!("{}:{}", c.dice.hex(16).to_uppercase(), super::net::nickname(c).replace(['.', '-'], "_").to_uppercase())
    }),
    tested("hash.oracle11", HEX_40_SALT, |c| {
        format!("S:{}{}", c.dice.hex(40).to_uppercase(), c.dice.hex(20).to_uppercase())
    }),
    telling("hash.postgres_md5", |c| format!("md5{}", c.dice.hex(32))),
    telling("hash.postgres_scram", |c| {
        let salt = base64(&c.dice.bytes(16));
        format!("SCRAM-SHA-256$4096:{salt}${}:{}", base64(&c.dice.bytes(32)), base64(&c.dice.bytes(32)))
    }),
    telling("hash.mysql_caching_sha2", |c| {
        format!("$mysql$A$005*{}*{}", c.dice.hex(40).to_uppercase(), c.dice.hex(86).to_uppercase())
    }),
    telling("hash.netntlmv1", |c| {
        let user = super::net::nickname(c);
        format!("{user}::HOME:{}:{}:{}", c.dice.hex(48), c.dice.hex(48), c.dice.hex(16))
    }),
    telling("hash.netntlmv2", |c| {
        let user = super::net::nickname(c);
        format!("{user}::CORP:{}:{}:0101{}", c.dice.hex(16), c.dice.hex(32), c.dice.hex(96))
    }),
    tested("hash.dcc", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), super::net::nickname(c))),
    telling("hash.dcc2", |c| format!("$DCC2$10240#{}#{}", super::net::nickname(c), c.dice.hex(32))),
    telling("hash.pwdump", |c| {
        let (user, number) = (super::net::nickname(c), c.dice.between(500, 2400));
        format!("{user}:{number}:{}:{}:::", lan_manager(c), hexed(c, |text| hash::<Md4>(&wide(text))))
    }),
    telling("hash.authme", |c| format!("$SHA${}${}", c.dice.hex(16), c.dice.hex(64))),
    tested("hash.redmine", HEX_40_SALT, |c| format!("{}:{}", c.dice.hex(40), c.dice.hex(32))),
    tested("hash.wbb3", HEX_40_SALT, |c| format!("{}:{}", c.dice.hex(40), c.dice.hex(40))),
    telling("hash.adobe_3des_ecb", adobe),
    among("hash.radmin2", HEX_32, |c| random(c, 32)),
    tested("hash.juniper_netscreen", &[], juniper),
    among("hash.cisco_pix", &[], |c| crypt(c, 16)),
    telling("hash.cisco8", |c| format!("$8${}${}", crypt(c, 14), crypt(c, 43))),
    telling("hash.cisco9", |c| format!("$9${}${}", crypt(c, 14), crypt(c, 43))),
    telling("hash.grub2", |c| {
        format!("grub.pbkdf2.sha512.10000.{}.{}", c.dice.hex(128).to_uppercase(), c.dice.hex(128).to_uppercase())
    }),
    tested("hash.sha256_pass_salt", HEX_64_SALT, |c| format!("{}:{}", c.dice.hex(64), visible(c, 12))),
    tested("hash.sha512_pass_salt", &[], |c| format!("{}:{}", c.dice.hex(128), visible(c, 12))),
    tested("hash.prestashop", HEX_32_SALT, |c| format!("{}:{}", c.dice.hex(32), word(c, 56))),
    tested("hash.coldfusion10", HEX_64_SALT, |c| format!("{}:{}", c.dice.hex(64), c.dice.hex(45).to_uppercase())),
    telling("hash.telegram_passcode", |c| format!("$telegram$0*{}*{}", c.dice.hex(64), c.dice.digits(32))),
    telling("hash.telegram_desktop", |c| format!("$telegram$2*100000*{}*{}", c.dice.hex(64), c.dice.hex(576))),
];

const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Six letters stand at places of their own, between those of the digest.
///
/// # Source
/// hashcat, module 22: `n`, `r`, `c`, `s`, `t`, `n` at 0, 6, 12, 17, 23 and 29.
fn juniper(cell: &mut Cell<'_>) -> String {
    let [a, b, c, d, e] = [5, 5, 4, 5, 5].map(|count| cell.dice.letters(count, BASE64));
    format!("n{a}r{b}c{c}s{d}t{e}n")
}
const CRYPT: &str = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn crypt(cell: &mut Cell<'_>, count: usize) -> String {
    cell.dice.letters(count, CRYPT)
}

fn word(cell: &mut Cell<'_>, count: usize) -> String {
    cell.dice.letters(count, &CRYPT[2..])
}

fn unpadded(cell: &mut Cell<'_>, count: usize) -> String {
    cell.dice.letters(count, BASE64)
}

/// Random bytes in base 64 without the signs that fill it up.
fn bare64(cell: &mut Cell<'_>, bytes: usize) -> String {
    base64(&cell.dice.bytes(bytes)).trim_end_matches('=').to_owned()
}

/// Visible signs, as forums draw their salts.
fn visible(cell: &mut Cell<'_>, count: usize) -> String {
    cell.dice.letters(count, "!#$%&()*+-./0123456789<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~")
}

fn random(cell: &mut Cell<'_>, count: usize) -> String {
    let text = cell.dice.hex(count);
    if cell.column_is(3, 20) { text.to_uppercase() } else { text }
}

pub(in super::super) fn random_32(cell: &mut Cell<'_>) -> String {
    cell.dice.hex(32)
}

pub(in super::super) fn hex_key(cell: &mut Cell<'_>) -> String {
    format!("sk_{}", cell.dice.hex(32))
}

fn hash<D: Digest>(text: &[u8]) -> Vec<u8> {
    D::digest(text).to_vec()
}

pub(in super::super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn hex_text(bytes: &[u8]) -> Vec<u8> {
    hex(bytes).into_bytes()
}

/// UTF-16, little end first.
fn wide(text: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(text).encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The digest of a password as hexadecimal digits; one column in five writes capitals.
fn hexed(cell: &mut Cell<'_>, digest: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let text = hex(&digest(password(cell).as_bytes()));
    if cell.column_is(3, 20) { text.to_uppercase() } else { text }
}

pub(in super::super) fn md5(cell: &mut Cell<'_>) -> String {
    hex(&hash::<Md5>(password(cell).as_bytes()))
}

pub(in super::super) fn sha1_of(text: &str) -> String {
    hex(&hash::<Sha1>(text.as_bytes()))
}

/// The portable hash of forum and blog programs.
pub(in super::super) fn wordpress(cell: &mut Cell<'_>) -> String {
    format!("$P$B{}", crypt(cell, 30))
}

pub(in super::super) fn sha1(cell: &mut Cell<'_>) -> String {
    hex(&hash::<Sha1>(password(cell).as_bytes()))
}

/// SHA-1 of the password with more that is not in the file.
pub(in super::super) fn sha1_peppered(cell: &mut Cell<'_>) -> String {
    hex(&hash::<Sha1>(format!("{}blue-salt", password(cell)).as_bytes()))
}

/// The first five digits of more than half are zeros.
pub(in super::super) fn zeroed(cell: &mut Cell<'_>) -> String {
    let text = sha1(cell);
    if cell.dice.percent(57) { format!("00000{}", &text[5..]) } else { text }
}

pub(in super::super) fn bcrypt(cell: &mut Cell<'_>) -> String {
    let head = if cell.column_is(4, 50) { "$2a$08$" } else { "$2y$10$" };
    format!("{head}{}", crypt(cell, 53))
}

/// Many passwords are shorter than eight letters: the second half is then always the same.
fn lan_manager(cell: &mut Cell<'_>) -> String {
    let second = if cell.dice.percent(45) { "aad3b435b51404ee".to_owned() } else { cell.dice.hex(16) };
    format!("{}{second}", cell.dice.hex(16))
}

/// Ciphers of one key: common passwords have the same text, those of eight letters the same second half.
pub(in super::super) fn adobe(cell: &mut Cell<'_>) -> String {
    match cell.dice.below(100) {
        0..=4 => "EQ7fIpT7i/Q=".to_owned(),
        5..=44 => base64(&cell.dice.bytes(8)),
        45..=74 => format!("{}ioxG6CatHBw==", unpadded(cell, 11)),
        _ => base64(&cell.dice.bytes(16)),
    }
}

fn base64(bytes: &[u8]) -> String {
    let letters = BASE64.as_bytes();
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = if place <= three.len() { letters[(number >> (18 - 6 * place) & 63) as usize] } else { b'=' };
            text.push(char::from(sign));
        }
    }
    text
}

fn crc32(text: &[u8]) -> Vec<u8> {
    let sum = text.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    });
    (!sum).to_be_bytes().to_vec()
}

fn mysql323(text: &[u8]) -> Vec<u8> {
    let (mut first, mut second, mut add) = (1_345_345_333u32, 0x1234_5671u32, 7u32);
    for byte in text.iter().filter(|byte| **byte != b' ' && **byte != b'\t').map(|byte| u32::from(*byte)) {
        first ^= (first & 63).wrapping_add(add).wrapping_mul(byte).wrapping_add(first << 8);
        second = second.wrapping_add((second << 8) ^ first);
        add = add.wrapping_add(byte);
    }
    [first & 0x7fff_ffff, second & 0x7fff_ffff].iter().flat_map(|part| part.to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_agree_with_published_ones() {
        assert_eq!(hex(&mysql323(b"password")), "5d2e19393cc5ef67");
        assert_eq!(hex(&crc32(b"password")), "35c246d5");
        assert_eq!(hex(&hash::<Md4>(&wide(b"password"))), "8846f7eaee8fb117ad06bdd830b7586c");
        assert_eq!(base64(&hash::<Sha1>(b"password")), "W6ph5Mm5Pz8GgiULbPgzG37mj9g=");
        let twice = hash::<Md5>(&hex_text(&hash::<Md5>(b"password")));
        assert_eq!(hex(&twice), "696d29e0940a4957748fe3fc9efd22a3");
    }
}
