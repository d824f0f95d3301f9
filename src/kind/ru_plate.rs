//! Russian number plate: letter, three digits, two letters, code of the region.

use super::check::form::{Between, Form, Run};
use super::check::letters::SHARED_RUSSIAN;
use super::check::ru_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};

/// The kind `ru.plate`.
pub static KIND: Kind = Kind {
    id: "ru.plate",
    title: "Russian number plate",
    plural: "Russian number plates",
    sources: &["GOST R 50577-2018, type 1: a letter, three digits, two letters, region of two or three digits"],
    valid: &[
        ("А123ВС77", "A123BC77"),
        ("K777MP199", "K777MP199"),
        ("а 123 вс 77", "A123BC77"),
        ("у001ру|97", "Y001PY97"),
        ("A123BC 177", "A123BC177"),
        ("А123ВС-77 (rus)", "A123BC77"),
        ("О777ОО\u{A0}77 RUS", "O777OO77"),
    ],
    invalid: &[
        ("Д123ВС77", Mismatch::Shape),
        ("А123ВД77", Mismatch::Shape),
        ("I123BC77", Mismatch::Shape),
        ("А000ВС77", Mismatch::Part),
        ("А123ВС00", Mismatch::Part),
        ("А123ВС077", Mismatch::Part),
        ("А123ВС7", Mismatch::Length),
        ("А12ВС77", Mismatch::Length),
        ("А123ВС", Mismatch::Length),
        ("А123ВС1777", Mismatch::Length),
        ("АВ12377", Mismatch::Shape),
        ("12377", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of 26 Latin letters: twelve, three times. Fewer of Cyrillic ones.
    chance: 0.097,
    width: Some(9.24),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "The plate of ordinary cars only; trailers, motorcycles, taxis, police and diplomats have other forms. \
             The region is where the plate was issued, which since 2013 need not be where the owner lives.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form {
    runs: &[
        Run::Letters(&SHARED_RUSSIAN, 1, 1),
        Run::Digits(3, 3),
        Run::Letters(&SHARED_RUSSIAN, 2, 2),
        Run::Digits(2, 3),
    ],
    between: Between::Marks,
    whole: false,
};

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    let region = key.get(6..).unwrap_or_default();
    let issued = key.get(1..4).is_some_and(|number| number != b"000");
    let fits = match region {
        [b'0', b'0'] | [b'0', _, _] | [_, b'0', b'0'] => false,
        _ => issued,
    };
    if fits { Ok(()) } else { Err(Mismatch::Part) }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

/// The text without the letters of the country, which stand under the code of the region.
fn without_country(text: &[u8]) -> &[u8] {
    let end = text.strip_suffix(b")").unwrap_or(text);
    match end.split_last_chunk::<3>() {
        Some((rest, country)) if country.eq_ignore_ascii_case(b"RUS") => rest,
        _ => text,
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(without_country(text), out)?;
    judge(out)
}

fn facts(key: &[u8]) -> Facts {
    Facts {
        region: key.get(6..).and_then(number).and_then(ru_regions::of_plate),
        sequence: key.get(1..4).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_region_and_number() {
        let found = facts(b"A123BC77");
        assert_eq!(
            (found.region, found.sequence, facts(b"K777MP199").region),
            (Some("Moscow"), Some(123), Some("Moscow"))
        );
        assert_eq!((facts(b"A123BC716").region, facts(b"A123BC888").region), (Some("Tatarstan"), None));
    }

    #[test]
    fn chance_is_as_stated() {
        for mask in ["A999AA99", "A999AA999"] {
            let share = crate::kind::tests::share_of_random(&KIND, mask);
            assert!(share < KIND.chance + 0.003 && share > KIND.chance - 0.012, "{mask}: {share}");
        }
        assert!(crate::kind::tests::share_of_random(&KIND, "Ы999ЫЫ99") < KIND.chance);
    }
}
