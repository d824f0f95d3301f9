//! Internet address of version 6.

use std::io::Write;
use std::net::Ipv6Addr;

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ipv6`.
pub static KIND: Kind = Kind {
    id: "ipv6",
    title: "Internet address (IPv6)",
    plural: "IPv6 addresses",
    sources: &["RFC 4291, section 2.2 (spellings)", "RFC 5952 (the canonical one)"],
    valid: &[
        ("2001:db8::1", "2001:db8::1"),
        ("2001:0DB8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.7"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ],
    invalid: &[
        ("2001:db8:::1", Mismatch::Part),
        ("12345::", Mismatch::Part),
        ("1:2:3:4:5:6:7", Mismatch::Part),
        ("1:2:3:4:5:6:7:8:9", Mismatch::Part),
        ("::", Mismatch::Part),
        ("2001:db8::g", Mismatch::Shape),
        ("203.0.113.7", Mismatch::Shape),
        ("12:30", Mismatch::Shape),
        ("d0509984a2a0", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // In the masks of addresses with a part left out, sixteen digits vary: each is a digit (10 of 16) or a letter that must
    // be one of six (6 of 16, times 6/26). A whole address has thirty-two.
    chance: 0.0043,
    // Thirty-two hexadecimal digits.
    width: Some(38.5),
    rank: Rank::Attribute,
    headers: &["ipv6", "ip", "ipaddress", "ipaddr", "lastip", "regip", "userip", "ipадреса", "ipадрес"],
    caveat: "The half that names the device may be made up and change daily. A zone behind % is left out.",
    key,
    ..Kind::COMMON
};

/// Most bytes of a spelling, without zone and brackets.
const BYTES_MOST: usize = 45;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")).unwrap_or(text);
    let text = text.split(|byte| *byte == b'%').next().unwrap_or_default();
    let colons = text.iter().filter(|byte| **byte == b':').count();
    let fits = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    if colons < 2 || text.len() > BYTES_MOST || !text.iter().all(fits) {
        return Err(Mismatch::Shape);
    }
    let text = std::str::from_utf8(text).map_err(|_| Mismatch::Shape)?;
    let address: Ipv6Addr = text.parse().map_err(|_| Mismatch::Part)?;
    if address.is_unspecified() {
        return Err(Mismatch::Part);
    }
    // Writing into memory does not fail.
    write!(out, "{address}").map_err(|_| Mismatch::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_that_of_sixteen_digits() {
        let digit: f64 = 10.0 / 16.0 + 6.0 / 16.0 * 6.0 / 26.0;
        assert!((digit.powi(16) - KIND.chance).abs() < 0.0001);
    }
}
