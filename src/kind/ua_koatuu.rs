//! Ukrainian code of a place before 2020 (KOATUU): ten digits.

use super::check::chance::{are_most, is_ruled_out};
use super::check::form::{Form, Run};
use super::check::ua_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Region, Sign};

/// The kind `ua.koatuu`.
pub static KIND: Kind = Kind {
    id: "ua.koatuu",
    title: "Ukrainian code of a place before 2020 (КОАТУУ)",
    plural: "codes of places (KOATUU)",
    sources: &[
        "DK 014-97, classification of objects of the administrative division of Ukraine",
        "data.gov.ua, register of vehicles (column reg_addr_koatuu); diia-open-source/be-documents-service, sample \
         (8000000000)",
    ],
    valid: &[
        ("8000000000", "8000000000"),
        ("6310100000", "6310100000"),
        ("63 101 000 00", "6310100000"),
        ("0510100000", "0510100000"),
        ("8000000000.0", "8000000000"),
    ],
    invalid: &[
        ("800000000", Mismatch::Length),
        ("80000000000", Mismatch::Length),
        ("0210100000", Mismatch::Part),
        ("9910100000", Mismatch::Part),
        ("8000-000000", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // 27 regions of a hundred.
    chance: 0.27,
    width: Some(10.0),
    headers: &["koatuu", "regaddrkoatuu", "koatuucode", "коатуу", "кодкоатуу", "коатту"],
    caveat: "One in four random ten-digit numbers begins with a region, taxpayer numbers and telephone numbers among \
             them; real codes repeat and end in zeros. Replaced by KATOTTG from 2021. Codes that begin with 01, 05 \
             and 07 lose their zero in spreadsheets.",
    key,
    facts: Some(|key| Facts { region: region(key), ..Facts::default() }),
    shows: Some(are_places),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(10, 10)]);

fn region(key: &[u8]) -> Option<&'static str> {
    ua_regions::region(number(key.get(..2)?)?)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if region(out).is_some() { Ok(()) } else { Err(Mismatch::Part) }
}

/// Share of random ten digits that begin with a region and a class of place.
const PLACES: f64 = 0.27 * 0.3;
/// Fewest different beginnings: numbers behind a common prefix prove nothing.
const BEGINNINGS_LEAST: usize = 3;

/// Whether nearly all different codes begin with a region and, behind it, the class of a place: 1 for its towns, 2 for its
/// districts, 3 for districts of its towns; or are a region's own.
///
/// # Source
/// DK 014-97, section 2: digits 3 to 5 name the unit of the second level, the first of them its class.
fn are_places(cells: &[&[u8]]) -> Sign {
    let mut codes: std::collections::BTreeSet<KeyBuf> = std::collections::BTreeSet::new();
    let mut formed = 0;
    for cell in cells {
        let mut code = KeyBuf::new();
        if FORM.read(cell, &mut code).is_ok() {
            formed += 1;
            codes.insert(code);
        }
    }
    let is_place = |code: &&KeyBuf| {
        region(code).is_some() && (matches!(code.get(2), Some(b'1'..=b'3')) || code.ends_with(b"00000000"))
    };
    let places: Vec<&KeyBuf> = codes.iter().filter(is_place).collect();
    let beginnings: std::collections::BTreeSet<&[u8]> = places.iter().filter_map(|code| code.get(..3)).collect();
    let few = (codes.len() - places.len()) * 10 <= codes.len();
    let varied = beginnings.len() >= BEGINNINGS_LEAST;
    if are_most(formed, cells.len()) && few && varied && is_ruled_out(places.len(), codes.len(), PLACES) {
        Sign::Proof
    } else {
        Sign::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::shown;

    #[test]
    fn places_are_told_from_other_ten_digits() {
        let place = |draw: &mut crate::kind::tests::Draw| {
            let (region, class) = (draw.one_of(&["05", "12", "32", "63", "80"]), draw.one_of(&["101", "202", "236"]));
            format!("{region}{class}{}", draw.one_of(&["00000", "10000", "36100", "80400", "80401"]))
        };
        assert_eq!(shown(&KIND, 60, place), Sign::Proof);
        assert_eq!(
            shown(&KIND, 300, |draw| format!("{:010}", draw.below(10_000_000_000))),
            Sign::Nothing,
            "random ones"
        );
        assert_eq!(shown(&KIND, 300, |draw| format!("631{:07}", draw.below(10_000_000))), Sign::Nothing, "one prefix");
        // Passports of one Russian region: two digits of it, two of the year of the form.
        let passport =
            |draw: &mut crate::kind::tests::Draw| format!("63{:02}{:06}", draw.below(24), draw.below(1_000_000));
        assert_eq!(shown(&KIND, 300, passport), Sign::Nothing);
    }

    #[test]
    fn holds_the_region() {
        let facts = KIND.facts.expect("has some");
        assert_eq!((facts(b"6310100000").region, facts(b"").region), (Some("Kharkiv"), None));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "9999999999");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
    }
}
