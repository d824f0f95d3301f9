//! Ukrainian number plates of 1995 to 2004: five digits with a dash, two letters.

use super::check::form::{Between, Form, Run};
use super::check::letters::SHARED;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};
use crate::text::blank;

/// The kind `ua.vehicle_plate_1995`.
pub static KIND: Kind = Kind {
    id: "ua.vehicle_plate_1995",
    title: "Ukrainian number plate of 1995 to 2004",
    plural: "number plates of 1995",
    sources: &[
        "Wikipedia, Vehicle registration plates of Ukraine: five digits with a dash behind the third, two letters; \
         the number of the region on the left band",
    ],
    valid: &[
        ("123-45KA", "123-45KA"),
        ("001-23 AA", "001-23AA"),
        ("123-45 КА", "123-45KA"),
        ("12345ка", "123-45KA"),
        ("123 45 KA", "123-45KA"),
        ("123–45\u{A0}ОТ", "123-45OT"),
    ],
    invalid: &[
        ("12-345KA", Mismatch::Shape),
        ("123-4KA", Mismatch::Length),
        ("123-456KA", Mismatch::Length),
        ("123-45K", Mismatch::Length),
        ("123-45KAA", Mismatch::Length),
        ("12345", Mismatch::Length),
        ("000-00KA", Mismatch::Part),
        ("123-45ДЖ", Mismatch::Shape),
        ("123-45DS", Mismatch::Shape),
        ("KA12345", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of 26 Latin letters: twelve, twice. Fewer of Cyrillic ones.
    chance: 0.213,
    width: Some(7.83),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "Little more than a shape: without its dash, numbers of houses, contracts and goods have it too, and so \
             has a Kyrgyz plate of 2016 that was cut. The number of the region stands on the left band and is left \
             out of data.",
    canonical: Some(is_canonical),
    key,
    facts: Some(|key| Facts { year: is_canonical(key).then_some(1995), ..Facts::default() }),
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Digits(5, 5), Run::Letters(&SHARED, 2, 2)], between: Between::Dashes, whole: false };

fn is_canonical(text: &[u8]) -> bool {
    match text {
        [a, b, c, b'-', d, e, letters @ ..] => {
            let digits = [*a, *b, *c, *d, *e];
            digits.iter().all(u8::is_ascii_digit) && digits != *b"00000" && SHARED.spells_canonically(letters, 2)
        }
        _ => false,
    }
}

/// Whether the first dash, if there is one, stands behind the third or the last digit.
fn is_divided(text: &[u8]) -> bool {
    let dash = (0..text.len()).find(|at| blank::dash(&text[*at..]) > 0).unwrap_or(0);
    let before = text[..dash].iter().filter(|byte| byte.is_ascii_digit()).count();
    dash == 0 || before == 3 || before == 5
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if !is_divided(text) {
        return Err(Mismatch::Shape);
    }
    if out.starts_with(b"00000") {
        return Err(Mismatch::Part);
    }
    out.insert(3, b'-');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999-99AA");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
        assert!(crate::kind::tests::share_of_random(&KIND, "999-99ЇЇ") < KIND.chance);
    }

    #[test]
    fn tells_the_system() {
        let facts = KIND.facts.expect("has some");
        assert_eq!((facts(b"123-45KA").year, facts(b"12345KA").year), (Some(1995), None));
    }
}
