//! Internet address of version 4.

use std::net::Ipv4Addr;

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ipv4`.
pub static KIND: Kind = Kind {
    id: "ipv4",
    title: "Internet address (IPv4)",
    plural: "IPv4 addresses",
    sources: &["RFC 791", "RFC 6943, section 3.1.1 (no leading zeros)"],
    valid: &[
        ("203.0.113.7", "203.0.113.7"),
        ("192.168.1.1", "192.168.1.1"),
        ("198.51.100.255", "198.51.100.255"),
        ("203.0.113.7:8080", "203.0.113.7"),
    ],
    invalid: &[
        ("256.1.1.1", Mismatch::Part),
        ("203.0.113.07", Mismatch::Part),
        ("0.0.0.0", Mismatch::Part),
        ("255.255.255.255", Mismatch::Part),
        ("1.2.3", Mismatch::Length),
        ("1.2.3.4.5", Mismatch::Length),
        ("1.2.3.", Mismatch::Shape),
        ("203.0.113.7/24", Mismatch::Shape),
        ("203.0.113.7:", Mismatch::Shape),
        ("1,2,3,4", Mismatch::Shape),
        ("0.17.93.201", Mismatch::Part),
        ("1234567890", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // In the masks of random addresses an octet has one digit (10 of 256), two (90) or three (156), of which all, nine
    // tenths and 156 thousandths pass; four octets.
    chance: 0.041,
    // 256 to the power of four.
    width: Some(9.6),
    rank: Rank::Attribute,
    headers: &[
        "ip",
        "ipaddress",
        "ipaddr",
        "ipv4",
        "lastip",
        "regip",
        "registrationip",
        "userip",
        "clientip",
        "remoteaddr",
        "loginip",
        "signupip",
        "айпі",
        "ipадреса",
        "айпи",
        "ipадрес",
    ],
    caveat: "An address is shared by many at a time and passed on. Version numbers and dates (10.11.20.12) look alike. A port \
             behind a colon is left out.",
    canonical: Some(is_canonical),
    key,
    together: Some(are_hosts),
    ..Kind::COMMON
};

/// Share of a column's addresses whose first octet has two digits or three: nine in 223 networks have one.
const LONG_LEAST: f64 = 0.2;

/// Whether the first octets are not all of one digit, as those of versions of programs are (4.17.93.201).
///
/// # Source
/// IANA, IPv4 Address Space Registry: unicast addresses begin with 1 to 223.
fn are_hosts(cells: &[&[u8]]) -> bool {
    let long = cells.iter().filter(|cell| cell.iter().take_while(|byte| byte.is_ascii_digit()).count() > 1).count();
    long as f64 >= LONG_LEAST * cells.len() as f64
}

/// Reads the four octets; every one of one to three digits. No host has an address that begins with 0, many versions of
/// programs do.
///
/// # Source
/// RFC 6890, section 2.2.2: 0.0.0.0/8 is "this host on this network".
fn parse(text: &[u8]) -> Result<Ipv4Addr, Mismatch> {
    let parts = text.split(|byte| *byte == b'.');
    if text.is_empty() || !parts.clone().all(|part| !part.is_empty() && part.iter().all(u8::is_ascii_digit)) {
        return Err(Mismatch::Shape);
    }
    match parts.count() {
        1 => return Err(Mismatch::Shape),
        4 => {}
        _ => return Err(Mismatch::Length),
    }
    let text = std::str::from_utf8(text).map_err(|_| Mismatch::Shape)?;
    let address: Ipv4Addr = text.parse().map_err(|_| Mismatch::Part)?;
    if address.octets()[0] == 0 || address.is_broadcast() { Err(Mismatch::Part) } else { Ok(address) }
}

fn is_canonical(text: &[u8]) -> bool {
    parse(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let mut parts = text.splitn(2, |byte| *byte == b':');
    let (host, port) = (parts.next().unwrap_or_default(), parts.next());
    if port.is_some_and(|port| !(1..=5).contains(&port.len()) || !port.iter().all(u8::is_ascii_digit)) {
        return Err(Mismatch::Shape);
    }
    parse(host)?;
    out.extend_from_slice(host);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, spelled};

    #[test]
    fn chance_is_as_stated() {
        let mut draw = Draw::new(3);
        let mut passed = 0;
        for _ in 0..200_000 {
            let mut octet = || {
                let width = draw.below(256).to_string().len();
                (0..width).map(|_| char::from(b'0' + draw.below(10) as u8)).collect::<String>()
            };
            passed += usize::from(spelled(&KIND, &[octet(), octet(), octet(), octet()].join(".")).is_ok());
        }
        assert!((passed as f64 / 2e5 - KIND.chance).abs() < 0.002, "{passed}");
    }

    #[test]
    fn versions_are_no_hosts() {
        let column = |first: u64| {
            let mut draw = crate::kind::tests::Draw::new(3);
            let cell =
                |_| format!("{}.{}.{}.{}", 1 + draw.below(first), draw.below(31), draw.below(99), draw.below(256));
            (0..300).map(cell).collect::<Vec<String>>()
        };
        let told = |cells: Vec<String>| are_hosts(&cells.iter().map(String::as_bytes).collect::<Vec<_>>());
        assert!(!told(column(9)) && told(column(222)));
    }
}
