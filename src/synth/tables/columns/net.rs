//! Columns of the net: addresses, links, places on the map, accounts of social networks, wallets.
//!
//! # Source
//! RFC 791, 4291, 9562, 3986; WGS 84. Social networks: Telegram's Bot API documentation, public links. Wallets: Base58Check of
//! the Bitcoin wiki, BIP 173; EIP-55 in lower case, which carries no check.

use sha2::{Digest, Sha256};

use super::super::{Cell, MadeColumn};

pub(super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::telling("email", email),
    MadeColumn::telling("phone.e164", phone),
    MadeColumn::telling("ipv4", ipv4),
    MadeColumn::telling("ipv6", ipv6),
    MadeColumn::telling("uuid", uuid),
    MadeColumn::telling("url", url),
    MadeColumn::telling("geo.latlon", place),
    MadeColumn::tested("username", &["telegram.username"], username),
    MadeColumn::telling("telegram.username", telegram),
    MadeColumn::among("telegram.user_id", &["vk.id", "facebook.id"], telegram_id),
    MadeColumn::telling("telegram.chat_id", chat),
    MadeColumn::telling("vk.id", vk),
    MadeColumn::telling("facebook.id", facebook),
    MadeColumn::telling("btc", bitcoin),
    MadeColumn::telling("eth", ethereum),
    MadeColumn::telling("tron", tron),
];

pub(in super::super) fn nickname(cell: &mut Cell<'_>) -> String {
    let [surname, given] = cell.person.plain();
    let year = cell.person.born.0 % 100;
    let word = cell.dice.pick(&["dragon", "wolf", "shadow", "kitty", "moto", "sunny", "rider", "fox", "pro", "angel"]);
    match cell.dice.below(9) {
        0 => format!("{given}{year:02}"),
        1 => format!("{given}_{surname}"),
        2 => format!("{given}.{surname}"),
        3 => format!("{word}{}", cell.dice.below(10_000)),
        4 => format!("{surname}{}", cell.dice.below(100)),
        5 => format!("{given}-{word}"),
        6 => format!("{word}_{given}"),
        7 => format!("{}{surname}", &given[..1]),
        _ => format!("{word}{given}{year:02}"),
    }
}

/// Reserved names only, spread as the real ones are.
const DOMAINS: &[&str] = &[
    "example.com",
    "mail.example.com",
    "example.net",
    "example.org",
    "ukr.example.net",
    "inbox.example.org",
    "uni.example.edu",
    "post.example",
    "corp.test",
];

pub(in super::super) fn email(cell: &mut Cell<'_>) -> String {
    let [surname, given] = cell.person.plain();
    let number = cell.dice.below(3000);
    let local = match cell.dice.below(6) {
        0 => format!("{given}.{surname}"),
        1 => format!("{surname}{number}"),
        2 => format!("{}{surname}", &given[..1]),
        3 => format!("{given}_{number}"),
        4 => format!("{given}{}", cell.person.born.0),
        _ => format!("{surname}.{}{number}", &given[..1]),
    };
    let address = format!("{local}@{}", cell.dice.uneven(DOMAINS));
    match cell.form(6) {
        1 => address.to_uppercase(),
        2 if cell.dice.percent(20) => format!("mailto:{address}"),
        3 if cell.dice.percent(10) => format!("<{address}>"),
        _ => address,
    }
}

fn phone(cell: &mut Cell<'_>) -> String {
    let pattern = cell.dice.uneven(&[
        "+1415555####",
        "+4479########",
        "+49151########",
        "+4850#######",
        "+38067#######",
        "+7916#######",
        "+996700######",
        "+336########",
        "+3934########",
        "+9053########",
        "+5511 9########",
        "+9198########",
    ]);
    cell.dice.fill(pattern).replace(' ', "")
}

pub(in super::super) fn ipv4(cell: &mut Cell<'_>) -> String {
    let first =
        cell.dice.uneven(&["46", "178", "93", "176", "31", "109", "77", "188", "213", "91", "5", "37", "85", "194"]);
    format!("{first}.{}.{}.{}", cell.dice.below(256), cell.dice.below(256), cell.dice.between(1, 254))
}

fn ipv6(cell: &mut Cell<'_>) -> String {
    let prefix = cell.dice.pick(&["2001:db8", "2a02:2378", "2001:67c", "2a00:1fa0", "2a03:6700"]);
    let (a, b) = (cell.dice.hex(4), cell.dice.hex(3));
    match cell.dice.below(3) {
        0 => format!("{prefix}::{a}"),
        1 => format!("{prefix}:{b}:{a}::{}", cell.dice.hex(2)),
        _ => format!(
            "{prefix}:{b}:{a}:{}:{}:{}:{}",
            cell.dice.hex(4),
            cell.dice.hex(4),
            cell.dice.hex(4),
            cell.dice.hex(4)
        ),
    }
}

pub(in super::super) fn uuid(cell: &mut Cell<'_>) -> String {
    let variant = cell.dice.letter("89ab");
    let text = format!("{}4***-{variant}***-************", cell.dice.fill("********-****-"));
    let text = cell.dice.fill(&text);
    if cell.form(3) == 1 { text.to_uppercase() } else { text }
}

pub(in super::super) fn url(cell: &mut Cell<'_>) -> String {
    let host = cell.dice.pick(&[
        "example.com",
        "www.example.org",
        "shop.example.net",
        "accounts.example.com",
        "forum.example.org",
    ]);
    let (path, number) =
        (cell.dice.pick(&["login", "profile", "item", "index.php", "user/signin", "news"]), cell.dice.below(9999));
    match cell.dice.below(4) {
        0 => format!("https://{host}/{path}"),
        1 => format!("http://{host}/{path}?id={number}"),
        2 => format!("https://{host}/{path}/{number}"),
        _ => format!("https://{host}/"),
    }
}

pub(in super::super) fn place(cell: &mut Cell<'_>) -> String {
    let (lat, lon) = match cell.person.home {
        super::super::Home::Kg => {
            (cell.dice.between(39_200_000, 43_200_000), cell.dice.between(69_300_000, 80_200_000))
        }
        _ => (cell.dice.between(44_500_000, 52_300_000), cell.dice.between(22_300_000, 40_100_000)),
    };
    let (lat, lon) = (lat as f64 / 1e6, lon as f64 / 1e6);
    match cell.form(3) {
        1 => format!("{lat:.4},{lon:.4}"),
        2 => format!("{lat:.5}; {lon:.5}"),
        _ => format!("{lat:.6}, {lon:.6}"),
    }
}

pub(in super::super) fn username(cell: &mut Cell<'_>) -> String {
    nickname(cell)
}

pub(in super::super) fn telegram(cell: &mut Cell<'_>) -> String {
    format!("@{:_<5}", nickname(cell).replace(['.', '-'], "_"))
}

pub(in super::super) fn telegram_id(cell: &mut Cell<'_>) -> String {
    match cell.dice.below(10) {
        0..=1 => cell.dice.between(5_000_000, 99_999_999).to_string(),
        2..=6 => cell.dice.between(100_000_000, 2_147_000_000).to_string(),
        _ => cell.dice.between(5_000_000_000, 7_400_000_000).to_string(),
    }
}

fn chat(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(70) {
        format!("-100{}", cell.dice.between(1_000_000_000, 2_199_999_999))
    } else {
        format!("-{}", cell.dice.between(100_000_000, 999_999_999))
    }
}

fn vk(cell: &mut Cell<'_>) -> String {
    let number = cell.dice.between(100_000, 400_000_000);
    match cell.form(3) {
        1 => format!("https://vk.com/id{number}"),
        2 => format!("vk.com/id{number}"),
        _ => format!("id{number}"),
    }
}

pub(in super::super) fn facebook(cell: &mut Cell<'_>) -> String {
    match cell.dice.below(20) {
        0..=2 => cell.dice.between(500_000_000, 1_850_000_000).to_string(),
        _ => format!("1000{}{}", cell.dice.pick(&["00", "01", "03", "04", "06", "08"]), cell.dice.digits(9)),
    }
}

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Version, 20 bytes and the first four bytes of their double SHA-256, in base 58.
fn base58check(version: u8, body: &[u8]) -> String {
    let mut bytes = vec![version];
    bytes.extend_from_slice(body);
    let sum = Sha256::digest(Sha256::digest(&bytes));
    bytes.extend_from_slice(&sum[..4]);
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(byte);
        for digit in &mut digits {
            carry += *digit * 256;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    let ones = std::iter::repeat_n('1', zeros);
    ones.chain(digits.iter().rev().map(|digit| char::from(BASE58[*digit as usize]))).collect()
}

/// Checksum of BIP 173 over human-readable part and data.
fn polymod(values: &[u32]) -> u32 {
    values.iter().fold(1, |sum, value| {
        let top = sum >> 25;
        let generators = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
        let sum = ((sum & 0x01ff_ffff) << 5) ^ value;
        (0..5).filter(|bit| top >> bit & 1 == 1).fold(sum, |sum, bit| sum ^ generators[bit])
    })
}

/// A witness program of version 0 with 20 bytes: 32 groups of five bits.
fn segwit(groups: &[u32]) -> String {
    let letters: Vec<char> = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".chars().collect();
    let mut data = vec![0];
    data.extend_from_slice(groups);
    // The letters b and c, high bits, a zero, low bits.
    let mut values: Vec<u32> = vec![3, 3, 0, 2, 3];
    values.extend_from_slice(&data);
    values.extend_from_slice(&[0; 6]);
    let sum = polymod(&values) ^ 1;
    data.extend((0..6).map(|place| sum >> (5 * (5 - place)) & 31));
    format!("bc1{}", data.iter().map(|group| letters[*group as usize]).collect::<String>())
}

pub(in super::super) fn bitcoin(cell: &mut Cell<'_>) -> String {
    match cell.dice.below(3) {
        0 => base58check(0, &cell.dice.bytes(20)),
        1 => base58check(5, &cell.dice.bytes(20)),
        _ => {
            let groups: Vec<u32> = (0..32).map(|_| cell.dice.below(32) as u32).collect();
            segwit(&groups)
        }
    }
}

fn ethereum(cell: &mut Cell<'_>) -> String {
    format!("0x{}", cell.dice.hex(40))
}

fn tron(cell: &mut Cell<'_>) -> String {
    base58check(0x41, &cell.dice.bytes(20))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wallets_agree_with_published_ones() {
        // BIP 173, the example of a 20-byte program; the genesis address of the Bitcoin wiki.
        let program = "w508d6qejxtdg4y5r3zarvary0c5xw7k";
        let letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        let groups: Vec<u32> = program.chars().map(|letter| letters.find(letter).unwrap() as u32).collect();
        assert_eq!(segwit(&groups), "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        let hash = [
            0x62, 0xe9, 0x07, 0xb1, 0x5c, 0xbf, 0x27, 0xd5, 0x42, 0x53, 0x99, 0xeb, 0xf6, 0xf0, 0xfb, 0x50, 0xeb, 0xb8,
            0x8f, 0x18,
        ];
        assert_eq!(base58check(0, &hash), "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    }
}
