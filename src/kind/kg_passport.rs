//! Kyrgyz passport and identity card: two letters of the pattern, seven digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::LATIN;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Standing, passport_words};

/// The kind `kg.passport`.
pub static KIND: Kind = Kind {
    id: "kg.passport",
    title: "Kyrgyz passport or identity card, series and number",
    plural: "Kyrgyz passports",
    sources: &[
        "Government of Kyrgyzstan, decree 197 of 2017-04-03 (identity card of the pattern of 2017)",
        "public rules for reading scanned passports (AN or ID and seven digits)",
    ],
    valid: &[
        ("AN1234567", "AN1234567"),
        ("ID1234567", "ID1234567"),
        ("ID0712345", "ID0712345"),
        ("an 1234567", "AN1234567"),
        ("АN 1234567", "AN1234567"),
        ("ID №0123456", "ID0123456"),
        ("АС\u{A0}123-4567", "AC1234567"),
    ],
    invalid: &[
        ("AN123456", Mismatch::Length),
        ("ID12345678", Mismatch::Length),
        ("ANN1234567", Mismatch::Length),
        ("AN", Mismatch::Length),
        ("AB1234567", Mismatch::Part),
        ("ID0000000", Mismatch::Part),
        ("ИД1234567", Mismatch::Shape),
        ("1234567", Mismatch::Shape),
        ("1234567AN", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Five series of 676.
    chance: 0.0074,
    width: Some(9.83),
    standing: Standing::Partly,
    rank: Rank::Document,
    headers: &[
        "passport",
        "паспорту",
        "паспорттуннөмөрү",
        "passportnumber",
        "passportno",
        "idcard",
        "idcardnumber",
        "документ",
        "паспорт",
        "номерпаспорта",
        "серияиномер",
        "серияиномерпаспорта",
        "серияномерпаспорта",
        "паспортныеданные",
        "удостоверениеличности",
        "паспорттунномери",
    ],
    caveat: "There is no check digit. AN is the passport of 2004, ID the card of 2017; AC, PE and KR were not \
             confirmed. Uzbek passports have two letters and seven digits as well, with other letters.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 2, tail_bytes: 0, reseal: |key| judge(key).is_ok() }),
    pieces: &[
        // ID and AN alone stand in many a column: the headers must name them.
        Piece { headers: passport_words::SERIES, fits: is_series, optional: false, telling: false },
        Piece { headers: passport_words::NUMBER, fits: is_number, optional: false, telling: false },
    ],
    ..Kind::COMMON
};

/// Series of passports and cards.
const SERIES: [&[u8]; 5] = [b"AN", b"ID", b"AC", b"PE", b"KR"];

static FORM: Form =
    Form { runs: &[Run::Letters(&LATIN, 2, 2), Run::Digits(7, 7)], between: Between::Marks, whole: false };

/// One of the series, in either script where it can be.
fn is_series(text: &[u8]) -> bool {
    let (first, length) = LATIN.first(text);
    let (second, rest) = LATIN.first(&text[length..]);
    length + rest == text.len() && SERIES.contains(&[first, second].as_slice())
}

/// Seven digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 7 && text.iter().all(u8::is_ascii_digit)
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    let listed = SERIES.iter().any(|series| key.starts_with(series));
    if listed && !key.ends_with(b"0000000") { Ok(()) } else { Err(Mismatch::Part) }
}

fn is_canonical(text: &[u8]) -> bool {
    LATIN.is_plain::<2, 7>(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match LATIN.plain::<2, 7>(text) {
        Some((key, end)) => out.extend_from_slice(&key[..end]),
        None => FORM.read(text, out)?,
    }
    judge(out)
}

/// The year from which on the pattern was issued, and the number.
fn facts(key: &[u8]) -> Facts {
    let year = match key {
        [b'A', b'N', ..] => Some(2004),
        [b'I', b'D', ..] => Some(2017),
        _ => None,
    };
    Facts { year, sequence: key.get(2..).and_then(number), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_pattern_and_the_number() {
        assert_eq!((facts(b"ID0123456").year, facts(b"ID0123456").sequence), (Some(2017), Some(123_456)));
        assert_eq!((facts(b"AN1234567").year, facts(b"KR1234567").year), (Some(2004), None));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "AA9999999");
        assert!((share - KIND.chance).abs() < 0.001, "{share}");
    }
}
