//! Number of an account of the network VK.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `vk.id`.
pub static KIND: Kind = Kind {
    id: "vk.id",
    title: "VK user id",
    plural: "VK user ids",
    sources: &["dev.vk.com, method users.get (id)", "addresses of pages: vk.com/id and the number"],
    valid: &[
        ("id1", "1"),
        ("123456789", "123456789"),
        ("https://vk.com/id1", "1"),
        ("http://m.vk.com/ID123456", "123456"),
        ("vk.com/id42", "42"),
        ("123456789.0", "123456789"),
    ],
    invalid: &[
        ("id", Mismatch::Shape),
        ("12345678901", Mismatch::Length),
        ("id012", Mismatch::Part),
        ("id0", Mismatch::Part),
        ("vk.com/durov", Mismatch::Shape),
        ("-12345", Mismatch::Shape),
        ("1 234", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.0),
    rank: Rank::Account,
    headers: &["vkid", "vk", "vkuserid", "idvk", "idвк", "вк", "вконтакте"],
    caveat: "A bare number: only a header or the address of a page tells this kind. Ids grow with the time of registration. \
             Negative ids are communities and are not taken.",
    key,
    guise: super::Guise::Anything,
    // Ids are given out one after the other: whoever goes through them hits somebody's.
    series: Some(Series { prefix_bytes: 0, tail_bytes: 0, reseal: |key| !key.starts_with(b"0") }),
    ..Kind::COMMON
};

/// Most digits.
const DIGITS_MOST: usize = 10;

/// What may stand before the number, in this order; none of it must.
const HEADS: [&[&[u8]]; 4] = [&[b"https://", b"http://"], &[b"m.", b"www."], &[b"vk.com/", b"vk.ru/"], &[b"id"]];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let mut digits = text.strip_suffix(b".0").unwrap_or(text);
    for heads in HEADS {
        let found =
            heads.iter().find(|head| digits.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)));
        digits = found.map_or(digits, |head| &digits[head.len()..]);
    }
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Mismatch::Shape);
    }
    if digits.len() > DIGITS_MOST {
        return Err(Mismatch::Length);
    }
    if digits.starts_with(b"0") {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(digits);
    Ok(())
}
