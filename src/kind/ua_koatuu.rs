//! Ukrainian code of a place before 2020 (KOATUU): ten digits.

use super::check::form::{Form, Run};
use super::check::ua_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Region};

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

#[cfg(test)]
mod tests {
    use super::*;

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
