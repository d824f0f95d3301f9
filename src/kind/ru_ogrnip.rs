//! Russian registration number of an entrepreneur (OGRNIP): fifteen digits, the last one checks.

use super::check::form::{Form, Run};
use super::check::ru_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ru.ogrnip`.
pub static KIND: Kind = Kind {
    id: "ru.ogrnip",
    title: "Russian registration number of an entrepreneur (ОГРНИП)",
    plural: "registration numbers of entrepreneurs",
    sources: &[
        "Government of the Russian Federation, decree 438 of 2002-06-19: sign, year, subject, number, check digit",
        "Borodin/russian-requisites-validator and Sigiller/validators (last digit of the remainder); python-stdnum \
         2.2, stdnum.ru.ogrn, which refuses remainders of two digits",
    ],
    valid: &[
        ("385768585948949", "385768585948949"),
        ("3 85 76 8585948 94 9", "385768585948949"),
        ("385768585948949.0", "385768585948949"),
        ("385768585948949\u{A0}", "385768585948949"),
    ],
    invalid: &[
        ("385768585948948", Mismatch::Check),
        ("185768585948949", Mismatch::Part),
        ("38576858594894", Mismatch::Length),
        ("3857685859489499", Mismatch::Length),
        ("3-85-76-858594894-9", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Two first digits of ten, one check digit of ten.
    chance: 0.02,
    width: Some(15.0),
    rank: Rank::Tax,
    headers: &["ogrnip", "огрнип", "номерогрнип", "огрн", "огрніп"],
    caveat: "One in fifty random fifteen-digit numbers passes; device numbers (IMEI) have fifteen digits as well. It \
             belongs to a person as entrepreneur, who may have had several one after another.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(15, 15)]);

/// The check digit (ASCII): the number of the other digits modulo 13, its last digit.
///
/// # Source
/// Borodin/russian-requisites-validator, Sigiller/validators; python-stdnum 2.2 refuses remainders of two digits.
fn check_digit(digits: &[u8]) -> u8 {
    let remainder = digits.iter().fold(0, |remainder, digit| (remainder * 10 + u32::from(digit & 0x0F)) % 13);
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + (remainder % 10) as u8
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if !matches!(out[0], b'3' | b'4') {
        Err(Mismatch::Part)
    } else if check_digit(&out[..14]) != out[14] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

/// Digits 2 and 3 are the year (from 2004 on), 4 and 5 the subject of the federation.
fn facts(key: &[u8]) -> Facts {
    let year = key.get(1..3).and_then(number).filter(|year| *year >= 4);
    Facts {
        year: year.and_then(|year| u16::try_from(2000 + year).ok()),
        region: key.get(3..5).and_then(number).and_then(ru_regions::subject),
        sequence: key.get(5..14).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_year_region_and_number() {
        let found = facts(b"304770000100017");
        assert_eq!((found.year, found.region, found.sequence), (Some(2004), Some("Moscow"), Some(10_001)));
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999999999999");
        assert!((share - KIND.chance).abs() < 0.002, "{share}");
    }
}
