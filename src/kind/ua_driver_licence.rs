//! Ukrainian driving licence: series of three letters, number of six digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::UKRAINIAN;
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series};

/// The kind `ua.driver_licence`.
pub static KIND: Kind = Kind {
    id: "ua.driver_licence",
    title: "Ukrainian driving licence, series and number",
    plural: "driving licences",
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 340 of 1993-05-08, with its later forms of the licence",
        "diia-open-source/be-documents-service, sample answer of the register of drivers (series ВХХ, number 578221)",
    ],
    valid: &[
        ("ВХХ578221", "ВХХ578221"),
        ("ААА123456", "ААА123456"),
        ("AAA123456", "ААА123456"),
        ("вхх 578221", "ВХХ578221"),
        ("bxX №578221", "ВХХ578221"),
        ("ЇЄҐ-000 001", "ЇЄҐ000001"),
        ("ВАА\u{A0}N 000001", "ВАА000001"),
    ],
    invalid: &[
        ("АА123456", Mismatch::Length),
        ("ВХХ57822", Mismatch::Length),
        ("ВХХ5782211", Mismatch::Length),
        ("ВХХ", Mismatch::Length),
        ("АААА123456", Mismatch::Length),
        ("ДЖU123456", Mismatch::Shape),
        ("ЫЭЪ123456", Mismatch::Shape),
        ("123456ВХХ", Mismatch::Shape),
        ("ВХХ578221 (дублікат)", Mismatch::Shape),
        ("578221", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    rank: Rank::Document,
    headers: &[
        "driverlicense",
        "dlnumber",
        "driverlicence",
        "driverslicense",
        "driverslicence",
        "drivinglicense",
        "drivinglicence",
        "licensenumber",
        "licencenumber",
        "licenseno",
        "licenceno",
        "посвідченняводія",
        "номерпосвідченняводія",
        "водійськепосвідчення",
        "водійськіправа",
        "водительскоеудостоверение",
        "номерводительскогоудостоверения",
        "водительскиеправа",
        "ву",
        "номерву",
        "права",
    ],
    caveat: "There is no check digit, and vehicle registration certificates have the same shape: values alone never \
             decide this kind. Soviet licences share it too.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 6, tail_bytes: 0, reseal: |_| true }),
    pieces: &[
        Piece { headers: SERIES_HEADERS, fits: is_series, optional: false, telling: true },
        Piece { headers: NUMBER_HEADERS, fits: is_number, optional: false, telling: false },
    ],
    width: Some(10.56),
    ..Kind::COMMON
};

/// Words that head the series where it stands in a column of its own.
const SERIES_HEADERS: &[&str] = &[
    "series",
    "seria",
    "docseries",
    "documentseries",
    "dlseries",
    "licenseseries",
    "licenceseries",
    "driverlicenseseries",
    "driverlicenceseries",
    "серія",
    "серіядокумента",
    "серіядокументу",
    "серіяпосвідчення",
    "серіяпосвідченняводія",
    "серіяву",
    "серия",
    "сериядокумента",
    "серияудостоверения",
    "серияводительскогоудостоверения",
    "серияправ",
    "серияву",
];

/// Words that head the number where it stands in a column of its own.
const NUMBER_HEADERS: &[&str] = &[
    "number",
    "num",
    "no",
    "nr",
    "docnumber",
    "documentnumber",
    "dlnumber",
    "licensenumber",
    "licencenumber",
    "licenseno",
    "licenceno",
    "driverlicense",
    "driverlicence",
    "driverlicensenumber",
    "driverlicencenumber",
    "номер",
    "номердокумента",
    "номердокументу",
    "номерпосвідчення",
    "номерпосвідченняводія",
    "посвідченняномер",
    "посвідчення",
    "посвідченняводія",
    "номерудостоверения",
    "номерводительскогоудостоверения",
    "удостоверение",
    "номерправ",
    "номерву",
    "ву",
];

/// Three letters of either alphabet.
fn is_series(text: &[u8]) -> bool {
    UKRAINIAN.spells(text, 3)
}

/// Six digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 6 && text.iter().all(u8::is_ascii_digit)
}

static FORM: Form =
    Form { runs: &[Run::Letters(&UKRAINIAN, 3, 3), Run::Digits(6, 6)], between: Between::Marks, whole: false };

fn is_canonical(text: &[u8]) -> bool {
    UKRAINIAN.is_plain::<3, 6>(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if let Some((key, end)) = UKRAINIAN.plain::<3, 6>(text) {
        out.extend_from_slice(&key[..end]);
        return Ok(());
    }
    FORM.read(text, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Result<String, Mismatch> {
        crate::kind::tests::spelled(&KIND, text)
    }

    #[test]
    fn every_look_alike_folds_in_both_cases() {
        for (latin, cyrillic) in "ABCEHIKMOPTX".chars().zip("АВСЕНІКМОРТХ".chars()) {
            let expected = Ok(format!("{cyrillic}ДЖ123456"));
            assert_eq!(spelled(&format!("{latin}дж123456")), expected);
            assert_eq!(spelled(&format!("{}ДЖ123456", latin.to_ascii_lowercase())), expected);
        }
        for latin in "DFGJLQRSUVWYZN".chars() {
            assert_eq!(spelled(&format!("{latin}ДЖ123456")), Err(Mismatch::Shape), "{latin}");
        }
    }

    #[test]
    fn the_whole_alphabet_and_nothing_else() {
        for letter in "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ".chars() {
            let expected = format!("{letter}ХХ123456");
            assert_eq!(spelled(&expected).as_deref(), Ok(expected.as_str()));
            assert!(is_canonical(expected.as_bytes()), "{letter}");
            assert!(!is_canonical(expected.to_lowercase().as_bytes()), "{letter}");
        }
        for letter in "ЁЪЫЭЎЂѢ".chars() {
            assert_eq!(spelled(&format!("{letter}ХХ123456")), Err(Mismatch::Shape), "{letter}");
            assert!(!is_canonical(format!("{letter}ХХ123456").as_bytes()), "{letter}");
        }
    }

    #[test]
    fn n_is_a_number_sign_only_before_the_number() {
        assert_eq!(spelled("ААА N 123456").as_deref(), Ok("ААА123456"));
        assert_eq!(spelled("АNА 123456"), Err(Mismatch::Shape));
        assert_eq!(spelled("ААА 123N456"), Err(Mismatch::Shape));
    }
}
