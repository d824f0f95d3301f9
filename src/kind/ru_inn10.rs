//! Russian taxpayer number of an organisation (INN): ten digits, the last one checks.

use super::check::filler;
use super::check::form::{Form, Run};
use super::check::ru_regions;
use super::check::weighted::weighted_remainder;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `ru.inn10`.
pub static KIND: Kind = Kind {
    id: "ru.inn10",
    title: "Russian taxpayer number of an organisation (ИНН)",
    plural: "Russian taxpayer numbers of organisations",
    sources: &[
        "Federal Tax Service of the Russian Federation, order ММВ-7-6/435 of 2012-06-29: tax office, number, check \
         digit",
        "python-stdnum 2.2, stdnum.ru.inn (check digit)",
    ],
    valid: &[
        ("1234567894", "1234567894"),
        ("7800000002", "7800000002"),
        ("123 456 789 4", "1234567894"),
        ("1234567894.0", "1234567894"),
        ("1234567894\u{A0}", "1234567894"),
    ],
    invalid: &[
        ("1234567895", Mismatch::Check),
        ("123456789", Mismatch::Length),
        ("12345678944", Mismatch::Length),
        ("0000000000", Mismatch::Part),
        ("035-902-490-1", Mismatch::Shape),
        ("1.23457E+09", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.1,
    width: Some(10.0),
    headers: &[
        "inn",
        "tin",
        "taxid",
        "innorg",
        "companyinn",
        "инн",
        "иннорганизации",
        "иннюрлица",
        "иннюл",
        "налоговыйномер",
        "інн",
    ],
    caveat: "One in ten random ten-digit numbers passes. Ukrainian taxpayer numbers, Russian passports and telephone \
             numbers have ten digits as well. It belongs to an organisation; a person's number has twelve digits.",
    key,
    facts: Some(facts),
    filler: Some(|key| key.get(..9).is_some_and(filler::is_run)),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(10, 10)]);

/// Weights of the first nine digits; the remainder modulo 11, then modulo 10, is the tenth.
///
/// # Source
/// python-stdnum 2.2, stdnum.ru.inn.
const WEIGHTS: [i32; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    // The remainder is 0..=9, so the conversion keeps it.
    let check = b'0' + (weighted_remainder(out, &WEIGHTS, 11) % 10) as u8;
    if out.iter().all(|digit| *digit == b'0') {
        Err(Mismatch::Part)
    } else if check != out[9] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

/// The first two digits are the subject of the federation.
fn facts(key: &[u8]) -> Facts {
    let region = key.get(..2).and_then(number).and_then(ru_regions::subject);
    Facts { region, sequence: key.get(4..9).and_then(number), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_region() {
        assert_eq!(
            (facts(b"7800000002").region, facts(b"1234567894").region),
            (Some("Saint Petersburg"), Some("Mari El"))
        );
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "9999999999");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
    }
}
