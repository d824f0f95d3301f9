//! Russian passport for travel abroad: two digits of series, seven of number.

use super::check::form::{Between, Form, Run};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Standing};

/// The kind `ru.passport_international`.
pub static KIND: Kind = Kind {
    id: "ru.passport_international",
    title: "Russian passport for travel abroad",
    plural: "Russian passports for travel abroad",
    sources: &[
        "Ministry of Internal Affairs of the Russian Federation, order 310 of 1997-05-26 (two digits and seven digits)",
    ],
    valid: &[
        ("701234567", "701234567"),
        ("75 1234567", "751234567"),
        ("75 №1234567", "751234567"),
        ("51-1234567", "511234567"),
        ("701234567.0", "701234567"),
        ("75\u{A0}1234567", "751234567"),
    ],
    invalid: &[
        ("70123456", Mismatch::Length),
        ("7012345678", Mismatch::Length),
        ("700000000", Mismatch::Part),
        ("75.1234567", Mismatch::Shape),
        ("FC1234567", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.0),
    standing: Standing::Partly,
    rank: Rank::Document,
    headers: &[
        "foreignpassport",
        "internationalpassport",
        "zagran",
        "zagranpasport",
        "zagranpassport",
        "загранпаспорт",
        "заграничныйпаспорт",
        "номерзагранпаспорта",
        "закордоннийпаспорт",
    ],
    caveat: "Any nine digits have this shape, Ukrainian identity cards among them: values alone never decide this \
             kind. Which series were issued when (51 to 53, 70 to 76) was not confirmed and is not tested.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 2, tail_bytes: 0, reseal: |key| is_issued(key) }),
    ..Kind::COMMON
};

static FORM: Form = Form { runs: &[Run::Digits(9, 9)], between: Between::Dashes, whole: true };

/// Seven zeros are a placeholder.
fn is_issued(key: &[u8]) -> bool {
    !key.ends_with(b"0000000")
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
        assert!(crate::kind::tests::share_of_random(&KIND, "999999999") > 0.999);
    }
}
