//! Russian taxpayer number of a person (INN): twelve digits, the last two check.

use super::check::filler;
use super::check::form::{Form, Run};
use super::check::ru_regions;
use super::check::weighted::weighted_remainder;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `ru.inn12`.
pub static KIND: Kind = Kind {
    id: "ru.inn12",
    title: "Russian taxpayer number of a person (ИНН)",
    plural: "Russian taxpayer numbers",
    sources: &[
        "Federal Tax Service of the Russian Federation, order ММВ-7-6/435 of 2012-06-29: tax office, number, two \
         check digits",
        "python-stdnum 2.2, stdnum.ru.inn (check digits)",
    ],
    valid: &[
        ("123456789047", "123456789047"),
        ("1234 5678 9047", "123456789047"),
        ("123456789047.0", "123456789047"),
        ("\u{FEFF}123456789047", "123456789047"),
    ],
    invalid: &[
        ("123456789037", Mismatch::Check),
        ("123456789048", Mismatch::Check),
        ("12345678904", Mismatch::Length),
        ("1234567890477", Mismatch::Length),
        ("000000000000", Mismatch::Part),
        ("822-613-818-450", Mismatch::Shape),
        ("1.23457E+11", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01,
    width: Some(12.0),
    rank: Rank::Tax,
    headers: &["inn", "tin", "taxid", "innfl", "personinn", "инн", "иннфизлица", "иннфл", "налоговыйномер", "інн"],
    caveat: "One in a hundred random twelve-digit numbers passes; Kazakh personal numbers, Indian Aadhaar numbers and \
             telephone numbers with 380 or 996 have twelve digits as well. The region is that of the tax office that \
             gave the number, for life.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 4, tail_bytes: 2, reseal }),
    filler: Some(|key| key.get(..10).is_some_and(filler::is_run)),
    ..Kind::COMMON
};

/// Digits of a number.
const DIGITS: usize = 12;

static FORM: Form = Form::digits(&[Run::Digits(DIGITS, DIGITS)]);

/// Weights of the first eleven digits for the twelfth; without the first one, of the first ten for the eleventh. The
/// remainder is taken modulo 11, then modulo 10.
///
/// # Source
/// python-stdnum 2.2, stdnum.ru.inn.
const WEIGHTS: [i32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/// The two check digits (ASCII) of a number.
fn check_digits(number: &[u8; DIGITS]) -> [u8; 2] {
    // Remainders are 0..=9, so the conversions keep them.
    let first = b'0' + (weighted_remainder(&number[..10], &WEIGHTS[1..], 11) % 10) as u8;
    let mut sealed = *number;
    sealed[10] = first;
    [first, b'0' + (weighted_remainder(&sealed[..11], &WEIGHTS, 11) % 10) as u8]
}

fn judge(number: &[u8]) -> Result<(), Mismatch> {
    let Ok(number) = <&[u8; DIGITS]>::try_from(number) else { return Err(Mismatch::Length) };
    if number.starts_with(b"0000") {
        Err(Mismatch::Part)
    } else if check_digits(number) != number[10..] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

fn reseal(number: &mut [u8]) -> bool {
    let Ok(digits) = <&[u8; DIGITS]>::try_from(&*number) else { return false };
    let check = check_digits(digits);
    number[10..].copy_from_slice(&check);
    judge(number).is_ok()
}

/// The first two digits are the subject of the federation.
fn facts(key: &[u8]) -> Facts {
    let region = key.get(..2).and_then(number).and_then(ru_regions::subject);
    Facts { region, sequence: key.get(4..10).and_then(number), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_region_and_the_number() {
        let found = facts(b"123456789047");
        assert_eq!((found.region, found.sequence), (Some("Mari El"), Some(567_890)));
    }

    #[test]
    fn check_digits_are_renewed_or_refused() {
        let mut number = *b"123456789000";
        assert!(reseal(&mut number));
        assert_eq!(&number, b"123456789047");
        assert!(!reseal(&mut b"000056789000".to_vec()) && !reseal(&mut b"1234".to_vec()));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999999999");
        assert!((share - KIND.chance).abs() < 0.001, "{share}");
    }
}
