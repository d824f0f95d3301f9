//! Kyrgyz driving licence: two letters, six or seven digits.

use super::check::chance::are_most;
use super::check::form::{Between, Form, Run};
use super::check::letters::LATIN;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Sign, Standing};

/// The kind `kg.driver_licence`.
pub static KIND: Kind = Kind {
    id: "kg.driver_licence",
    title: "Kyrgyz driving licence, series and number",
    plural: "Kyrgyz driving licences",
    sources: &["unconfirmed: no public definition was found"],
    valid: &[
        ("KG123456", "KG123456"),
        ("KG1234567", "KG1234567"),
        ("kg 123456", "KG123456"),
        ("КG №123456", "KG123456"),
        ("AB-123 4567", "AB1234567"),
    ],
    invalid: &[
        ("123456", Mismatch::Shape),
        ("KG12345", Mismatch::Length),
        ("KG12345678", Mismatch::Length),
        ("KGZ123456", Mismatch::Length),
        ("KG000000", Mismatch::Part),
        ("ЖЩ123456", Mismatch::Shape),
        ("123456KG", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.83),
    standing: Standing::Unconfirmed,
    rank: Rank::Document,
    headers: &[
        "driverlicense",
        "dlnumber",
        "айдоочулуккүбөлүк",
        "айдоочулуккүбөлүгү",
        "driverlicence",
        "driverslicense",
        "driverslicence",
        "drivinglicense",
        "drivinglicence",
        "licensenumber",
        "licencenumber",
        "водительскоеудостоверение",
        "номерводительскогоудостоверения",
        "водительскиеправа",
        "ву",
        "номерву",
        "права",
        "посвідченняводія",
        "айдоочукүбөлүк",
    ],
    caveat: "Not confirmed: no public definition was found. Two letters and six digits are the shape of Ukrainian \
             passports, with seven digits that of Kyrgyz and Uzbek ones. Values alone never decide this kind.",
    canonical: Some(is_canonical),
    key,
    shows: Some(|cells| {
        // The country's own letters in all of them are no series of a passport.
        let marked = cells.iter().filter(|cell| cell.starts_with(b"KG")).count();
        if are_most(marked, cells.len()) { Sign::Leaning } else { Sign::Nothing }
    }),
    series: Some(Series { prefix_bytes: 2, tail_bytes: 0, reseal: |key| is_issued(key) }),
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Letters(&LATIN, 2, 2), Run::Digits(6, 7)], between: Between::Marks, whole: false };

/// Numbers of zeros are placeholders.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"000000")
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "AA999999") > 0.999);
        assert!(crate::kind::tests::share_of_random(&KIND, "AA9999999") > 0.999);
    }

    #[test]
    fn letters_of_the_country_lean_to_it() {
        use crate::kind::tests::shown;
        assert_eq!(shown(&KIND, 40, |draw| format!("KG{:06}", draw.below(1_000_000))), Sign::Leaning);
        assert_eq!(shown(&KIND, 40, |draw| format!("FA{:06}", draw.below(1_000_000))), Sign::Nothing);
    }
}
