//! Hardware address of a network device (MAC, EUI-48).

use std::collections::BTreeSet;

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `mac`.
pub static KIND: Kind = Kind {
    id: "mac",
    title: "Hardware address of a network device (MAC)",
    plural: "MAC addresses",
    sources: &["IEEE Std 802, section 8 (EUI-48)", "python-stdnum 2.2, stdnum.mac (format)"],
    valid: &[
        ("d0:50:99:84:a2:a0", "d0:50:99:84:a2:a0"),
        ("D0-50-99-84-A2-A0", "d0:50:99:84:a2:a0"),
        ("d050.9984.a2a0", "d0:50:99:84:a2:a0"),
        ("D0509984A2A0", "d0:50:99:84:a2:a0"),
        ("0:1b:63:84:45:e6", "00:1b:63:84:45:e6"),
        ("d0- 50- 99- 84- a2- a0", "d0:50:99:84:a2:a0"),
        ("d0 50 99 84 a2 a0", "d0:50:99:84:a2:a0"),
    ],
    invalid: &[
        ("d0:50:99:84:a2", Mismatch::Length),
        ("d0:50:99:84:a2:a0:01", Mismatch::Length),
        ("d0:50:99:84:a2:0a0", Mismatch::Shape),
        ("g0:50:99:84:a2:a0", Mismatch::Shape),
        ("d0:50-99:84:a2:a0", Mismatch::Shape),
        ("123456789012", Mismatch::Shape),
        ("00:00:00:00:00:00", Mismatch::Part),
        ("ff:ff:ff:ff:ff:ff", Mismatch::Part),
        ("", Mismatch::Shape),
    ],
    // In the masks of addresses a place is a digit (10 of 16) or a letter that must be one of six (6 of 16, times 6/26).
    chance: 0.0168,
    // Twelve hexadecimal digits.
    width: Some(14.4),
    rank: Rank::Thing,
    headers: &[
        "mac",
        "macaddress",
        "macaddr",
        "bssid",
        "hwaddr",
        "wifimac",
        "мак",
        "макадреса",
        "макадрес",
        "macадрес",
    ],
    caveat: "Phones since about 2014 show made-up addresses (second digit 2, 6, a, e) that change. The maker's list is not \
             consulted. Twelve decimal digits without separators are not taken; other codes of twelve hexadecimal digits \
             look the same, so that without separators a list must look like one of devices.",
    together: Some(are_devices),
    key,
    ..Kind::COMMON
};

/// Bytes of an address.
const BYTES: usize = 6;

/// Addresses from which on a list must look like one of devices, and the most that may be addresses of groups.
const MANY: usize = 10;
const GROUPS_MOST: f64 = 0.05;

/// Whether twelve digits with nothing between them are those of devices, which other codes of twelve hexadecimal digits
/// look like: hardly any is the address of a group, and several begin with the digits of one maker.
///
/// # Source
/// IEEE Std 802, section 8.2: the lowest bit of the first byte marks a group of devices, which no device has as its own; the
/// first three bytes are the maker's.
fn are_devices(cells: &[&[u8]]) -> bool {
    let bare: Vec<[u8; 2 * BYTES]> = cells.iter().filter_map(|cell| (*cell).try_into().ok()).collect();
    if bare.len() * 2 < cells.len() {
        return true;
    }
    let bare: BTreeSet<[u8; 2 * BYTES]> =
        bare.into_iter().map(|cell| cell.map(|digit| digit.to_ascii_lowercase())).collect();
    let groups = bare.iter().filter(|cell| nibble(cell[1]).is_some_and(|digit| digit & 1 == 1)).count();
    let makers: BTreeSet<&[u8]> = bare.iter().map(|cell| &cell[..BYTES]).collect();
    bare.len() >= MANY && groups as f64 <= GROUPS_MOST * bare.len() as f64 && makers.len() * 10 <= bare.len() * 9
}

fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' | b'A'..=b'F' => Some((byte & 0x0F) + 9),
        _ => None,
    }
}

/// Reads parts of at most `digits` digits behind one another.
fn read(parts: impl Iterator<Item = impl AsRef<[u8]>>, digits: usize) -> Result<[u8; BYTES], Mismatch> {
    let (mut value, mut count) = (0_u64, 0);
    for part in parts {
        // Blanks may stand beside another separator.
        let part = part.as_ref().trim_ascii();
        // A part of two digits may have lost its zero; one of four may not.
        if part.is_empty() || part.len() > digits || digits > 2 && part.len() < digits {
            return Err(Mismatch::Shape);
        }
        let number = part.iter().try_fold(0_u64, |sum, &byte| Some(sum << 4 | u64::from(nibble(byte)?)));
        value = value << (4 * digits) | number.ok_or(Mismatch::Shape)?;
        count += digits;
        if count > 2 * BYTES {
            return Err(Mismatch::Length);
        }
    }
    if count < 2 * BYTES {
        return Err(Mismatch::Length);
    }
    let [_, _, address @ ..] = value.to_be_bytes();
    Ok(address)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let mut marks = text.iter().copied().filter(|byte| nibble(*byte).is_none());
    let first = marks.next();
    let separator = marks.chain(first).find(|byte| *byte != b' ').or(first);
    let address = match separator {
        Some(b'.') => read(text.split(|byte| *byte == b'.'), 4)?,
        Some(mark @ (b':' | b'-' | b' ')) => read(text.split(|byte| *byte == mark), 2)?,
        None if text.len() == 2 * BYTES && text.iter().any(u8::is_ascii_alphabetic) => read([text].into_iter(), 12)?,
        _ => return Err(Mismatch::Shape),
    };
    if address == [0; BYTES] || address == [0xFF; BYTES] {
        return Err(Mismatch::Part);
    }
    for (place, byte) in address.into_iter().enumerate() {
        if place > 0 {
            out.push(b':');
        }
        out.extend([byte >> 4, byte & 0x0F].map(|digit| b"0123456789abcdef"[usize::from(digit)]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, spelled};

    /// Addresses whose letters are replaced by any letter.
    #[test]
    fn chance_is_as_stated() {
        let mut draw = Draw::new(2);
        let mut passed = 0;
        for _ in 0..200_000 {
            let mut text = String::new();
            for place in 0..12 {
                if place > 0 && place % 2 == 0 {
                    text.push(':');
                }
                let letter = draw.below(16) >= 10;
                text.push(if letter { b'a' + draw.below(26) as u8 } else { b'0' + draw.below(10) as u8 }.into());
            }
            passed += usize::from(spelled(&KIND, &text).is_ok());
        }
        assert!((passed as f64 / 2e5 - KIND.chance).abs() < 0.001, "{passed}");
    }
}
