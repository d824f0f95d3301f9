//! Russian passport: region and year of the form, number of six digits.

use super::check::form::{Between, Form, Run};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Standing, passport_words};

/// The kind `ru.passport`.
pub static KIND: Kind = Kind {
    id: "ru.passport",
    title: "Russian passport, series and number",
    plural: "Russian passports",
    sources: &[
        "Government of the Russian Federation, decree 828 of 1997-07-08 (four digits of series, six of number)",
        "public descriptions of the series: two digits of the region by OKATO, two of the year in which the form was \
         printed",
    ],
    valid: &[
        ("4509123456", "4509123456"),
        ("45 09 123456", "4509123456"),
        ("4509 №123456", "4509123456"),
        ("45 09-123456", "4509123456"),
        ("0398 №123456", "0398123456"),
        ("4509123456.0", "4509123456"),
        ("65\u{A0}17\u{A0}000\u{A0}001", "6517000001"),
    ],
    invalid: &[
        ("450912345", Mismatch::Length),
        ("45091234567", Mismatch::Length),
        ("0000123456", Mismatch::Part),
        ("4545123456", Mismatch::Part),
        ("4509000000", Mismatch::Part),
        ("45.09.123456", Mismatch::Shape),
        ("АА123456", Mismatch::Shape),
        ("4.50912E+09", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // 99 regions of a hundred, 34 years.
    chance: 0.337,
    width: Some(10.0),
    standing: Standing::Partly,
    rank: Rank::Document,
    headers: &[
        "passport",
        "passportnumber",
        "passportno",
        "pasp",
        "паспорт",
        "номерпаспорта",
        "серияиномерпаспорта",
        "серияномерпаспорта",
        "серияиномер",
        "паспортныеданные",
        "паспортрф",
        "docnumber",
        "documentnumber",
        "номердокумента",
    ],
    caveat: "There is no check digit: one in three random ten-digit numbers has a year of printing from 1997 to 2030 \
             in its third and fourth digits. Tax numbers of Ukraine and of Russian companies, driving licences and \
             telephone numbers have ten digits as well. The year of printing precedes the issue by up to three years; \
             the first two digits name the region where the passport was issued, which is not told because the list \
             was not confirmed.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 4, tail_bytes: 0, reseal: |key| judge(key).is_ok() }),
    pieces: &[
        Piece { headers: passport_words::SERIES, fits: is_series, optional: false, telling: false },
        Piece { headers: passport_words::NUMBER, fits: is_number, optional: false, telling: false },
    ],
    ..Kind::COMMON
};

/// Last two digits of the last year that counts as a year of printing; the first is 1997.
const LAST_YEAR: u32 = 30;

static FORM: Form = Form { runs: &[Run::Digits(10, 10)], between: Between::Dashes, whole: true };

/// Four digits with a region and a year, in one or two groups.
fn is_series(text: &[u8]) -> bool {
    match *text {
        [a, b, c, d] | [a, b, b' ', c, d] => judge_series(&[a, b, c, d]).is_ok(),
        _ => false,
    }
}

/// Six digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 6 && text.iter().all(u8::is_ascii_digit)
}

/// Year in which the form was printed.
fn year(series: &[u8]) -> Option<u32> {
    match number(series.get(2..4)?)? {
        year @ 97..=99 => Some(1900 + year),
        year @ 0..=LAST_YEAR => Some(2000 + year),
        _ => None,
    }
}

fn judge_series(series: &[u8]) -> Result<(), Mismatch> {
    let region = series.get(..2).and_then(number).is_some_and(|region| region > 0);
    if region && year(series).is_some() { Ok(()) } else { Err(Mismatch::Part) }
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    if key.ends_with(b"000000") { Err(Mismatch::Part) } else { judge_series(key) }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

/// The year of printing: the earliest in which it can have been issued.
fn facts(key: &[u8]) -> Facts {
    Facts {
        year: year(key).and_then(|year| u16::try_from(year).ok()),
        sequence: key.get(4..10).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_year_and_the_number() {
        assert_eq!((facts(b"4509123456").year, facts(b"4509123456").sequence), (Some(2009), Some(123_456)));
        assert_eq!((facts(b"0398123456").year, facts(b"4545123456").year), (Some(1998), None));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "9999999999");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
    }
}
