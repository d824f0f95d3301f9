//! International securities identification number: country, nine characters, a check digit.

use super::check::compact::{Compact, Keep};
use super::check::{countries, luhn};
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `isin`.
pub static KIND: Kind = Kind {
    id: "isin",
    title: "International securities identification number (ISIN)",
    plural: "securities numbers",
    sources: &["ISO 6166", "python-stdnum 2.2, stdnum.isin"],
    valid: &[
        ("US0378331005", "US0378331005"),
        ("us0378331005", "US0378331005"),
        ("GB00BYXJL758", "GB00BYXJL758"),
        ("US 037833100 5", "US0378331005"),
        ("US-037833100-5", "US0378331005"),
    ],
    invalid: &[
        ("US0378331003", Mismatch::Check),
        ("GB00BYXJL759", Mismatch::Check),
        ("US037833100", Mismatch::Length),
        ("US03783310055", Mismatch::Length),
        ("QQ0378331005", Mismatch::Part),
        ("US037833100A", Mismatch::Shape),
        ("120378331005", Mismatch::Shape),
        ("US03783_1005", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Some 262 of 676 pairs of letters, one in ten check digits.
    chance: 0.039,
    // Two letters, nine letters or digits, one digit: as if the nine were digits.
    width: Some(12.8),
    rank: Rank::Attribute,
    headers: &["isin", "isincode", "securityid", "кодisin", "міжнароднийкодцінногопапера"],
    caveat: "A paper, not a holder: many records share it. The national number inside is not checked.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Characters of a number.
const CHARACTERS: usize = 12;

/// Prefixes that are no country, and those of countries that are no more.
///
/// # Source
/// ISO 6166, and the agencies' lists as python-stdnum 2.2 (stdnum.isin) has them.
const PREFIXES: [[u8; 2]; 12] =
    [*b"AN", *b"CS", *b"EU", *b"QS", *b"QT", *b"XA", *b"XB", *b"XC", *b"XD", *b"XF", *b"XK", *b"XS"];

/// The country.
fn facts(key: &[u8]) -> Facts {
    Facts { region: countries::name(key), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<CHARACTERS>::read(text, Keep::Letters, b"")?;
    let bytes = read.bytes();
    if bytes.len() < 2 || !bytes[..2].iter().all(u8::is_ascii_uppercase) {
        return Err(Mismatch::Shape);
    }
    if read.count != CHARACTERS {
        return Err(Mismatch::Length);
    }
    if !bytes[CHARACTERS - 1].is_ascii_digit() {
        return Err(Mismatch::Shape);
    }
    if countries::name(bytes).is_none() && !PREFIXES.iter().any(|prefix| bytes.starts_with(prefix)) {
        return Err(Mismatch::Part);
    }
    if !luhn::is_valid_with_letters(bytes) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_country_and_chance_is_as_stated() {
        assert_eq!((facts(b"US0378331005").region, facts(b"XS").region), (Some("United States"), None));
        // XK is counted among the countries.
        let pairs = countries::COUNT + PREFIXES.len() - 1;
        assert!((pairs as f64 / 676.0 / 10.0 - KIND.chance).abs() < 0.001, "{pairs}");
    }
}
