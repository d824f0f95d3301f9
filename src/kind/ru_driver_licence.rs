//! Russian driving licence: region, two digits or letters, number of six digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::RUSSIAN;
use super::check::ru_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};

/// The kind `ru.driver_licence`.
pub static KIND: Kind = Kind {
    id: "ru.driver_licence",
    title: "Russian driving licence, series and number",
    plural: "Russian driving licences",
    sources: &[
        "public descriptions of the forms of 1999 (two digits, two letters, six digits) and of 2011 (ten digits)",
    ],
    valid: &[
        ("7712345678", "7712345678"),
        ("77АВ123456", "77АВ123456"),
        ("77 12 345678", "7712345678"),
        ("77 AB 123456", "77АВ123456"),
        ("77ав №123456", "77АВ123456"),
        ("9912345678.0", "9912345678"),
        ("77\u{A0}УК 123-456", "77УК123456"),
    ],
    invalid: &[
        ("771234567", Mismatch::Length),
        ("77123456789", Mismatch::Length),
        ("77АВ12345", Mismatch::Length),
        ("77АВС123456", Mismatch::Length),
        ("7АВ123456", Mismatch::Length),
        ("77АВ", Mismatch::Length),
        ("0012345678", Mismatch::Part),
        ("7712000000", Mismatch::Part),
        ("77АВ000000", Mismatch::Part),
        ("77DS123456", Mismatch::Shape),
        ("АВ77123456", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    // Of the form with digits; that with letters has 11.04.
    width: Some(10.0),
    standing: Standing::Partly,
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
        "водительскоеудостоверение",
        "номерводительскогоудостоверения",
        "серияиномерву",
        "водительскиеправа",
        "ву",
        "номерву",
        "права",
        "посвідченняводія",
    ],
    caveat: "There is no check digit: any ten digits pass, passports, tax numbers and telephone numbers among them. \
             Values alone never decide this kind. The first two digits are the region of issue in older forms only.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static DIGITS: Form = Form { runs: &[Run::Digits(10, 10)], between: Between::Dashes, whole: true };

static LETTERS: Form = Form {
    runs: &[Run::Digits(2, 2), Run::Letters(&RUSSIAN, 2, 2), Run::Digits(6, 6)],
    between: Between::Dashes,
    whole: false,
};

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    if key.starts_with(b"00") || key.ends_with(b"000000") { Err(Mismatch::Part) } else { Ok(()) }
}

fn is_canonical(text: &[u8]) -> bool {
    (DIGITS.is_canonical(text) || LETTERS.is_canonical(text)) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if let Err(digits) = DIGITS.read(text, out) {
        out.clear();
        LETTERS.read(text, out).map_err(|letters| letters.max(digits))?;
    }
    judge(out)
}

/// The region, of forms with letters only: later series need not begin with it.
fn facts(key: &[u8]) -> Facts {
    let lettered = key.get(2).is_some_and(|byte| !byte.is_ascii_digit());
    Facts {
        region: key.get(..2).filter(|_| lettered).and_then(number).and_then(ru_regions::of_plate),
        sequence: key.len().checked_sub(6).and_then(|at| number(&key[at..])),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_region_of_old_forms() {
        assert_eq!((facts("77АВ123456".as_bytes()).region, facts(b"7712345678").region), (Some("Moscow"), None));
        assert_eq!((facts(b"7712345678").sequence, facts(b"")), (Some(345_678), Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "9999999999") > 0.98);
    }
}
