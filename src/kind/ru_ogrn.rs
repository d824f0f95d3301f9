//! Russian registration number of a company (OGRN): thirteen digits, the last one checks.

use super::check::form::{Form, Run};
use super::check::ru_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `ru.ogrn`.
pub static KIND: Kind = Kind {
    id: "ru.ogrn",
    title: "Russian registration number of a company (ОГРН)",
    plural: "registration numbers of companies",
    sources: &[
        "Government of the Russian Federation, decree 438 of 2002-06-19: sign, year, subject, number, check digit",
        "python-stdnum 2.2, stdnum.ru.ogrn (check digit)",
    ],
    valid: &[
        ("1022200525819", "1022200525819"),
        ("1 02 22 00 52581 9", "1022200525819"),
        ("1022200525819.0", "1022200525819"),
        ("1022200525819\u{A0}", "1022200525819"),
    ],
    invalid: &[
        ("1022500001328", Mismatch::Check),
        ("0022200525819", Mismatch::Part),
        ("102220052581", Mismatch::Length),
        ("10222005258199", Mismatch::Length),
        ("173-240-152-047-6", Mismatch::Shape),
        ("1.02220E+12", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Nine first digits of ten, one check digit of ten.
    chance: 0.09,
    width: Some(13.0),
    headers: &["ogrn", "огрн", "номерогрн", "кодогрн", "регистрационныйномерогрн"],
    caveat: "One in eleven random thirteen-digit numbers passes; times in milliseconds, Ukrainian record numbers \
             without their hyphen and Moldovan IDNO have thirteen digits as well. It belongs to a company.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(13, 13)]);

/// The check digit (ASCII): the number of the other digits modulo 11, its last digit.
///
/// # Source
/// python-stdnum 2.2, stdnum.ru.ogrn.
fn check_digit(digits: &[u8]) -> u8 {
    let remainder = digits.iter().fold(0, |remainder, digit| (remainder * 10 + u32::from(digit & 0x0F)) % 11);
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + (remainder % 10) as u8
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out.starts_with(b"0") {
        Err(Mismatch::Part)
    } else if check_digit(&out[..12]) != out[12] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

/// Digits 2 and 3 are the year (from 2002 on), 4 and 5 the subject of the federation, 8 to 12 the number.
fn facts(key: &[u8]) -> Facts {
    let year = key.get(1..3).and_then(number).filter(|year| *year >= 2);
    Facts {
        year: year.and_then(|year| u16::try_from(2000 + year).ok()),
        region: key.get(3..5).and_then(number).and_then(ru_regions::subject),
        sequence: key.get(7..12).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_year_region_and_number() {
        let found = facts(b"1022200525819");
        assert_eq!((found.year, found.region, found.sequence), (Some(2002), Some("Altai Krai"), Some(52_581)));
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "9999999999999");
        assert!((share - KIND.chance).abs() < 0.003, "{share}");
    }
}
