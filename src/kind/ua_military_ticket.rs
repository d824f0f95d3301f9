//! Ukrainian military ticket: series of two letters, number of six digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::UKRAINIAN;
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Standing};

/// The kind `ua.military_ticket`.
pub static KIND: Kind = Kind {
    id: "ua.military_ticket",
    title: "Ukrainian military ticket, series and number",
    plural: "military tickets",
    sources: &[
        "President of Ukraine, decree 582/2016 (military tickets); Cabinet of Ministers of Ukraine, resolution 559 of \
         2024-05-16 (the document that follows them); unconfirmed: two letters and six digits",
    ],
    valid: &[
        ("АБ123456", "АБ123456"),
        ("аб 123456", "АБ123456"),
        ("AK123456", "АК123456"),
        ("АБ №123456", "АБ123456"),
        ("ТІ\u{A0}– 123 456", "ТІ123456"),
    ],
    invalid: &[
        ("АБ12345", Mismatch::Length),
        ("АБ1234567", Mismatch::Length),
        ("АБВ123456", Mismatch::Length),
        ("АБ000000", Mismatch::Part),
        ("ЫЭ123456", Mismatch::Shape),
        ("UA123456", Mismatch::Shape),
        ("123456АБ", Mismatch::Shape),
        ("123456", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.04),
    standing: Standing::Unconfirmed,
    rank: Rank::Document,
    headers: &[
        "militaryid",
        "militaryticket",
        "militarycard",
        "militarydocument",
        "військовийквиток",
        "військквиток",
        "номервійськовогоквитка",
        "військовообліковийдокумент",
        "військовообліковийквиток",
        "военныйбилет",
        "номервоенногобилета",
        "военбилет",
    ],
    caveat: "Not confirmed: no public definition was found. There is no check digit, and passport booklets have the \
             same shape: values alone never decide this kind, and of a column without a header both remain candidates.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 4, tail_bytes: 0, reseal: |key| is_issued(key) }),
    pieces: &[
        // Only words that no passport has.
        Piece {
            headers: &["militaryseries", "серіяквитка", "серіявійськовогоквитка", "сериябилета"],
            fits: |text| UKRAINIAN.spells(text, 2),
            optional: false,
            telling: false,
        },
        Piece {
            headers: &["militarynumber", "номерквитка", "номервійськовогоквитка", "номербилета"],
            fits: |text| text.len() == 6 && text.iter().all(u8::is_ascii_digit),
            optional: false,
            telling: false,
        },
    ],
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Letters(&UKRAINIAN, 2, 2), Run::Digits(6, 6)], between: Between::Marks, whole: false };

/// Numbers of zeros are placeholders.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"000000")
}

fn is_canonical(text: &[u8]) -> bool {
    UKRAINIAN.is_plain::<2, 6>(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match UKRAINIAN.plain::<2, 6>(text) {
        Some((key, end)) => out.extend_from_slice(&key[..end]),
        None => FORM.read(text, out)?,
    }
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "ЇЇ999999") > 0.999);
    }
}
