//! Soviet number plates in Ukraine (1977 to 1993): small letter, four digits, two letters of the region.

use super::check::form::{Between, Form, Run};
use super::check::letters::RUSSIAN;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};

/// The kind `ua.vehicle_plate_soviet`.
pub static KIND: Kind = Kind {
    id: "ua.vehicle_plate_soviet",
    title: "Soviet number plate of 1977 to 1993",
    plural: "Soviet number plates",
    sources: &["GOST 3207-77 as described in public: Wikipedia, Vehicle registration plates of Ukraine"],
    valid: &[
        ("а1234КИ", "А1234КИ"),
        ("ч 1563 ХА", "Ч1563ХА"),
        ("Ю 0007 ДО", "Ю0007ДО"),
        ("я1234ки", "Я1234КИ"),
        ("A1234KИ", "А1234КИ"),
        ("а 12-34\u{A0}КИ", "А1234КИ"),
    ],
    invalid: &[
        ("1234КИ", Mismatch::Shape),
        ("а123КИ", Mismatch::Length),
        ("а12345КИ", Mismatch::Length),
        ("а1234К", Mismatch::Length),
        ("аб1234КИ", Mismatch::Length),
        ("а1234", Mismatch::Length),
        ("а0000КИ", Mismatch::Part),
        ("а1234DS", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(8.56),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "Little more than a shape; the whole Soviet Union had it, and typed in letters that Latin has too it is a \
             Kyrgyz plate of 1994. The region is told for the few codes that were confirmed.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form {
    runs: &[Run::Letters(&RUSSIAN, 1, 1), Run::Digits(4, 4), Run::Letters(&RUSSIAN, 2, 2)],
    between: Between::Dashes,
    whole: false,
};

/// The digits of a key stand behind a letter of two bytes.
fn is_issued(key: &[u8]) -> bool {
    key.get(2..6).is_some_and(|number| number != b"0000")
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

/// The region by its letters (source: as the kind's), the first year of the system, the number.
fn facts(key: &[u8]) -> Facts {
    let Some((digits, letters)) = key.get(2..).and_then(|rest| rest.split_at_checked(4)) else {
        return Facts::default();
    };
    let region = match std::str::from_utf8(letters) {
        Ok("ДО" | "ДЦ") => Some("Donetsk"),
        Ok("ДН" | "ДП") => Some("Dnipropetrovsk"),
        Ok("ВИ") => Some("Vinnytsia"),
        Ok("ВН") => Some("Volyn"),
        _ => None,
    };
    let year = RUSSIAN.spells(letters, 2).then_some(1977);
    Facts { region, year, sequence: number(digits), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_region_year_and_number() {
        let found = facts("Ю0007ДО".as_bytes());
        assert_eq!((found.region, found.year, found.sequence), (Some("Donetsk"), Some(1977), Some(7)));
        assert_eq!((facts("А1234КИ".as_bytes()).region, facts(b"")), (None, Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "Ы9999ЫЫ") > 0.9);
    }
}
