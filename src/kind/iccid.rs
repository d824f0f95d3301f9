//! Number of a SIM card: 89, a telephone country code, issuer, account, check digit.

use super::check::compact::{Compact, Keep};
use super::check::luhn;
use super::check::plans::COUNTRIES;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};

/// The kind `iccid`.
pub static KIND: Kind = Kind {
    id: "iccid",
    title: "SIM card number (ICCID)",
    plural: "SIM card numbers",
    sources: &[
        "ITU-T E.118 (89, country code, at most 19 digits, Luhn check digit)",
        "ETSI TS 102 221 (padding with F)",
    ],
    valid: &[
        ("8938001234567890121", "8938001234567890121"),
        ("8938001234567890121F", "8938001234567890121"),
        ("89380 0123 4567 8901 21", "8938001234567890121"),
        ("89-380-01-2345678901-21", "8938001234567890121"),
        ("8999601234567890127", "8999601234567890127"),
        ("89701012345678901226", "89701012345678901226"),
    ],
    invalid: &[
        ("8938001234567890122", Mismatch::Check),
        ("893800123456789012", Mismatch::Length),
        ("893800123456789012100", Mismatch::Length),
        ("8838001234567890121", Mismatch::Part),
        ("8900001234567890121", Mismatch::Part),
        ("8938001234567890121E", Mismatch::Shape),
        ("8.9380E+18", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00081,
    width: Some(19.0),
    standing: Standing::Partly,
    rank: Rank::Thing,
    headers: &[
        "iccid",
        "sim",
        "simcard",
        "simnumber",
        "simserial",
        "simserialnumber",
        "сім",
        "сімкартка",
        "сим",
        "симкарта",
    ],
    caveat: "Some networks print twenty digits, others leave the check digit out; the latter are not taken.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Whether the digits begin with a telephone country code.
fn has_country(digits: &[u8]) -> bool {
    let known = |code: u32| {
        matches!(code, 7 | 380 | 996) || COUNTRIES.binary_search_by(|country| u32::from(country.0).cmp(&code)).is_ok()
    };
    (1..=3).any(|length| digits.get(..length).and_then(number).is_some_and(known)) && !digits.starts_with(b"0")
}

/// The country, where this program knows its numbers.
fn facts(key: &[u8]) -> Facts {
    let codes = [(&b"89380"[..], "Ukraine"), (b"89996", "Kyrgyzstan"), (b"897", "Russia or Kazakhstan")];
    Facts { region: codes.iter().find(|row| key.starts_with(row.0)).map(|row| row.1), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<21>::read(text, Keep::Letters, b"")?;
    let digits = read.bytes().strip_suffix(b"F").unwrap_or(read.bytes());
    if !digits.iter().all(u8::is_ascii_digit) || digits.is_empty() {
        return Err(Mismatch::Shape);
    }
    if read.count > 21 || !matches!(digits.len(), 19 | 20) {
        return Err(Mismatch::Length);
    }
    if !digits.starts_with(b"89") || !has_country(&digits[2..]) {
        return Err(Mismatch::Part);
    }
    if !luhn::is_valid(digits) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(digits);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let countries = (0..1000).filter(|n| has_country(format!("{n:03}").as_bytes())).count();
        // 89, the country, the check digit.
        assert!((countries as f64 / 1000.0 * 0.001 - KIND.chance).abs() < 0.000_01, "{countries}");
    }

    #[test]
    fn holds_the_country() {
        assert_eq!(facts(b"8938001234567890121").region, Some("Ukraine"));
        assert_eq!(facts(b"8944").region, None);
    }
}
