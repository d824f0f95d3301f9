//! Ukrainian passport booklet (1994 pattern): series of two letters, number of six digits.

use super::check::chance::are_most;
use super::check::form::{Between, Form, Run};
use super::check::letters::{UKRAINIAN, begins_cyrillic};
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Sign, passport_words};

/// The kind `ua.passport_booklet`.
pub static KIND: Kind = Kind {
    id: "ua.passport_booklet",
    title: "Ukrainian passport booklet of 1994, series and number",
    plural: "passports (booklets)",
    sources: &[
        "Verkhovna Rada of Ukraine, resolution 2503-XII of 1992-06-26, regulations on the passport of a citizen",
        "diia-open-source/be-documents-service (two Cyrillic letters and six digits), ehealth-ua/ehealth.web (the \
         same)",
    ],
    valid: &[
        ("АА123456", "АА123456"),
        ("СН654321", "СН654321"),
        ("МЕ000001", "МЕ000001"),
        ("AA123456", "АА123456"),
        ("ка 123456", "КА123456"),
        ("Km №123456", "КМ123456"),
        ("ЮЇ-654 321", "ЮЇ654321"),
        ("СН\u{A0}N 654321", "СН654321"),
        ("СН, 654321", "СН654321"),
    ],
    invalid: &[
        ("АА12345", Mismatch::Length),
        ("АА1234567", Mismatch::Length),
        ("ААА123456", Mismatch::Length),
        ("А123456", Mismatch::Length),
        ("АА", Mismatch::Length),
        ("АА000000", Mismatch::Part),
        ("FC449752", Mismatch::Shape),
        ("ЫЭ123456", Mismatch::Shape),
        ("123456АА", Mismatch::Shape),
        ("123456", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.04),
    rank: Rank::Document,
    headers: &[
        "passport",
        "passportnumber",
        "passportno",
        "passportseriesnumber",
        "domesticpassport",
        "internalpassport",
        "pasp",
        "паспорт",
        "паспортгромадянина",
        "паспортгромадянинаукраїни",
        "номерпаспорта",
        "номерпаспорту",
        "серіятаномерпаспорта",
        "серіяіномерпаспорта",
        "серіяномерпаспорта",
        "серіятаномер",
        "серіяіномер",
        "паспортнідані",
        "серияиномерпаспорта",
        "серияномерпаспорта",
        "серияиномер",
        "паспортныеданные",
        "паспортукраины",
    ],
    caveat: "There is no check digit, and military tickets have the same shape; a series of letters that Latin has \
             too may as well be that of a passport for travel abroad. Values alone never decide this kind. Issued \
             from 1994, and no more since identity cards replaced it (2016 to 2018); the series hints at the region \
             of issue, which was not confirmed and is not told.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 4, tail_bytes: 0, reseal: is_issued_mut }),
    shows: Some(|cells| {
        // Passports for travel are printed in Latin letters.
        let cyrillic = cells.iter().filter(|cell| begins_cyrillic(cell)).count();
        if are_most(cyrillic, cells.len()) { Sign::Leaning } else { Sign::Nothing }
    }),
    pieces: &[
        Piece { headers: passport_words::SERIES, fits: is_series, optional: false, telling: true },
        Piece { headers: passport_words::NUMBER, fits: is_number, optional: false, telling: false },
    ],
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Letters(&UKRAINIAN, 2, 2), Run::Digits(6, 6)], between: Between::Marks, whole: false };

/// Two letters, at least one of them a Cyrillic capital: codes of countries and units of quantity, which stand beside
/// numbers too, are not taken for a series.
fn is_series(text: &[u8]) -> bool {
    let (_, first) = UKRAINIAN.first(text);
    UKRAINIAN.spells(text, 2) && (UKRAINIAN.canonical(text) > 0 || UKRAINIAN.canonical(&text[first..]) > 0)
}

/// Six digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 6 && text.iter().all(u8::is_ascii_digit)
}

/// Whether the number of a key was issued: numbers begin with 000001.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"000000")
}

fn is_issued_mut(key: &mut [u8]) -> bool {
    is_issued(key)
}

fn is_canonical(text: &[u8]) -> bool {
    UKRAINIAN.is_plain::<2, 6>(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match UKRAINIAN.plain::<2, 6>(text) {
        Some((key, end)) => out.extend_from_slice(&key[..end]),
        None => FORM.read(text, out)?,
    }
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::share_of_random;

    #[test]
    fn chance_is_as_stated() {
        assert!(share_of_random(&KIND, "ЇЇ999999") > 0.999);
    }

    #[test]
    fn cyrillic_letters_lean_to_booklets() {
        use crate::kind::tests::shown;
        assert_eq!(shown(&KIND, 40, |draw| format!("СН{:06}", draw.below(1_000_000))), Sign::Leaning);
        assert_eq!(shown(&KIND, 40, |draw| format!("CH{:06}", draw.below(1_000_000))), Sign::Nothing);
    }

    #[test]
    fn codes_of_countries_and_units_are_no_series() {
        for text in ["КА", "МЕ", "Кa", "AК"] {
            assert!(is_series(text.as_bytes()), "{text}");
        }
        for text in ["AT", "CH", "UA", "шт", "кг", "К", "КАА", "1К", "", "К1"] {
            assert!(!is_series(text.as_bytes()), "{text}");
        }
    }
}
