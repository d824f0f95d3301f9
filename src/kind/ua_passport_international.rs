//! Ukrainian passport for travel abroad: two Latin letters, six digits.

use super::check::chance::are_most;
use super::check::form::{Between, Form, Run};
use super::check::letters::LATIN;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Sign};

/// The kind `ua.passport_international`.
pub static KIND: Kind = Kind {
    id: "ua.passport_international",
    title: "Ukrainian passport for travel abroad",
    plural: "passports for travel abroad",
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 152 of 2014-05-07, on the passport for travel abroad",
        "diia-open-source/be-documents-service, sample answer (FC449752, issued 2016-05-12)",
    ],
    valid: &[
        ("FC449752", "FC449752"),
        ("EX123456", "EX123456"),
        ("GA000001", "GA000001"),
        ("fc 449752", "FC449752"),
        ("ЕХ123456", "EX123456"),
        ("FC №449752", "FC449752"),
        ("FC\u{A0}449-752", "FC449752"),
    ],
    invalid: &[
        ("F449752", Mismatch::Length),
        ("FC44975", Mismatch::Length),
        ("FC4497521", Mismatch::Length),
        ("FCA449752", Mismatch::Length),
        ("FC000000", Mismatch::Part),
        ("ЮЖ123456", Mismatch::Shape),
        ("449752FC", Mismatch::Shape),
        ("449752", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(8.83),
    rank: Rank::Document,
    headers: &[
        "foreignpassport",
        "internationalpassport",
        "intpassport",
        "travelpassport",
        "zagran",
        "zagranpassport",
        "passportint",
        "passport",
        "passportnumber",
        "passportno",
        "закордоннийпаспорт",
        "номерзакордонногопаспорта",
        "закордонпаспорт",
        "паспортдлявиїздузакордон",
        "загранпаспорт",
        "заграничныйпаспорт",
        "номерзагранпаспорта",
    ],
    caveat: "There is no check digit. Where both letters exist in Cyrillic too, it cannot be told from a passport \
             booklet or a military ticket typed in Latin; other countries have two letters and six digits as well. \
             The series grows with the years, which was not confirmed and is not told.",
    canonical: Some(is_canonical),
    key,
    shows: Some(are_latin),
    series: Some(Series { prefix_bytes: 2, tail_bytes: 0, reseal: |key| is_issued(key) }),
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Letters(&LATIN, 2, 2), Run::Digits(6, 6)], between: Between::Marks, whole: false };

/// Numbers begin with 000001.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"000000")
}

fn is_canonical(text: &[u8]) -> bool {
    LATIN.is_plain::<2, 6>(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match LATIN.plain::<2, 6>(text) {
        Some((key, end)) => out.extend_from_slice(&key[..end]),
        None => FORM.read(text, out)?,
    }
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

/// Whether most are written in Latin letters, in more than one series: letters that Cyrillic has too are Cyrillic in booklets,
/// and one pair of letters over and over is a mark of something else.
fn are_latin(cells: &[&[u8]]) -> Sign {
    let latin =
        || cells.iter().filter_map(|cell| cell.get(..2).filter(|head| head.iter().all(u8::is_ascii_alphabetic)));
    let series: std::collections::BTreeSet<&[u8]> = latin().collect();
    if are_most(latin().count(), cells.len()) && series.len() > 1 { Sign::Leaning } else { Sign::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::shown;

    #[test]
    fn latin_letters_lean_to_travel() {
        let of = |series: &'static [&'static str]| {
            shown(&KIND, 40, |draw| format!("{}{:06}", draw.one_of(series), draw.below(1_000_000)))
        };
        assert_eq!(of(&["FA", "FC", "EX"]), Sign::Leaning);
        assert_eq!((of(&["КА", "СН"]), of(&["KG"])), (Sign::Nothing, Sign::Nothing));
    }

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "AA999999") > 0.999);
    }
}
