//! Mobile equipment identifier of CDMA devices: fourteen hexadecimal digits, or eighteen decimal ones.

use super::check::compact::{Compact, Keep};
use super::check::luhn;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `meid`.
pub static KIND: Kind = Kind {
    id: "meid",
    title: "Mobile device number of CDMA networks (MEID)",
    plural: "MEIDs",
    sources: &["3GPP2 S.R0048-A, 3G mobile equipment identifier", "python-stdnum 2.2, stdnum.meid"],
    valid: &[
        ("AF0123450ABCDE", "AF0123450ABCDE"),
        ("af0123450abcDE", "AF0123450ABCDE"),
        ("AF 01 23 45 0A BC DE C", "AF0123450ABCDE"),
        ("AF-012345-0ABCDE", "AF0123450ABCDE"),
        ("293608736500703710", "AF0123450ABCDE"),
        ("29360 87365 0070 3710 0", "AF0123450ABCDE"),
    ],
    invalid: &[
        ("AF0123450ABCDED", Mismatch::Check),
        ("2936087365007037101", Mismatch::Check),
        ("AF0123450ABCD", Mismatch::Length),
        ("AF0123450ABCDE00", Mismatch::Length),
        ("35417803685978", Mismatch::Part),
        ("1F0123450ABCDE", Mismatch::Part),
        ("999999999900703710", Mismatch::Part),
        ("100000000000703710", Mismatch::Part),
        ("GF0123450ABCDE", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // The first of fourteen hexadecimal digits is a letter.
    chance: 0.375,
    // Fourteen hexadecimal digits.
    width: Some(16.9),
    rank: Rank::Thing,
    headers: &["meid", "esn", "deviceid", "meidhex", "meiddec"],
    caveat: "Numbers that begin with a decimal digit are IMEIs. The form without check digit is any fourteen hexadecimal \
             digits whose first is a letter.",
    key,
    ..Kind::COMMON
};

/// Hexadecimal digits of a number.
const DIGITS: usize = 14;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<20>::read(text, Keep::Letters, b"")?;
    let bytes = read.bytes();
    if !bytes.iter().all(u8::is_ascii_hexdigit) {
        return Err(Mismatch::Shape);
    }
    let mut number = [0; DIGITS];
    match read.count {
        14 | 15 => {
            number.copy_from_slice(&bytes[..DIGITS]);
            if bytes.len() > DIGITS && !luhn::is_valid_hexadecimal(bytes) {
                return Err(Mismatch::Check);
            }
        }
        18 | 19 if read.is_digits() => {
            number = hexadecimal(&bytes[..18]).ok_or(Mismatch::Part)?;
            if bytes.len() > 18 && !luhn::is_valid(bytes) {
                return Err(Mismatch::Check);
            }
        }
        _ => return Err(Mismatch::Length),
    }
    // Regional codes are A0 to FF; those of decimal digits are IMEIs.
    if number[0].is_ascii_digit() {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(&number);
    Ok(())
}

/// Ten digits for the maker (32 bits) and eight for the serial number (24 bits), as hexadecimal digits.
fn hexadecimal(digits: &[u8]) -> Option<[u8; DIGITS]> {
    let value = |digits: &[u8]| digits.iter().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit & 0x0F));
    let (maker, serial) = (value(digits.get(..10)?), value(digits.get(10..)?));
    if maker >> 32 != 0 || serial >> 24 != 0 {
        return None;
    }
    let all = maker << 24 | serial;
    Some(std::array::from_fn(|place| b"0123456789ABCDEF"[(all >> (4 * (DIGITS - 1 - place)) & 0x0F) as usize]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_of_sixteen_first_digits_pass() {
        let first = |digit| crate::kind::tests::spelled(&KIND, &format!("{digit:X}F0123450ABCDE")).is_ok();
        assert_eq!((0..16).filter(|digit| first(*digit)).count() as f64 / 16.0, KIND.chance);
    }
}
