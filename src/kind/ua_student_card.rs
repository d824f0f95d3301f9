//! Ukrainian student card: series of two letters, number of eight digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::UKRAINIAN;
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Standing};

/// The kind `ua.student_card`.
pub static KIND: Kind = Kind {
    id: "ua.student_card",
    title: "Ukrainian student card, series and number",
    plural: "student cards",
    sources: &[
        "Ministry of Education and Science of Ukraine, order 1474 of 2013-10-25 (the card); unconfirmed: two letters and eight \
         digits",
    ],
    valid: &[
        ("КВ12345678", "КВ12345678"),
        ("KB12345678", "КВ12345678"),
        ("кв 12345678", "КВ12345678"),
        ("КB №12345678", "КВ12345678"),
        ("ТЄ\u{A0}– 1234 5678", "ТЄ12345678"),
    ],
    invalid: &[
        ("КВ1234567", Mismatch::Length),
        ("КВ123456789", Mismatch::Length),
        ("К12345678", Mismatch::Length),
        ("КВ00000000", Mismatch::Part),
        ("ЫЭ12345678", Mismatch::Shape),
        ("12345678КВ", Mismatch::Shape),
        ("12345678", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(11.04),
    standing: Standing::Unconfirmed,
    rank: Rank::Document,
    headers: &[
        "studentcard",
        "studentid",
        "studentcardnumber",
        "studentticket",
        "студентськийквиток",
        "студквиток",
        "номерстудентськогоквитка",
        "учнівськийквиток",
        "студенческийбилет",
        "студбилет",
        "номерстуденческогобилета",
    ],
    caveat: "Not confirmed: no public definition was found. There is no check digit, so that values alone never \
             decide this kind.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 4, tail_bytes: 0, reseal: |key| is_issued(key) }),
    pieces: &[
        Piece {
            headers: &[
                "series",
                "seria",
                "docseries",
                "серія",
                "серіядокумента",
                "серіяквитка",
                "серия",
                "сериябилета",
            ],
            fits: |text| UKRAINIAN.spells(text, 2),
            optional: false,
            telling: false,
        },
        Piece {
            headers: &["number", "num", "no", "docnumber", "номер", "номердокумента", "номерквитка", "номербилета"],
            fits: |text| text.len() == 8 && text.iter().all(u8::is_ascii_digit),
            optional: false,
            telling: false,
        },
    ],
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Letters(&UKRAINIAN, 2, 2), Run::Digits(8, 8)], between: Between::Marks, whole: false };

/// Numbers of zeros are placeholders.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"00000000")
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
        assert!(crate::kind::tests::share_of_random(&KIND, "ЇЇ99999999") > 0.999);
    }
}
