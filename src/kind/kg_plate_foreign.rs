//! Kyrgyz number plates of foreigners: region, four digits, one or two letters.

use super::check::form::{Between, Form, Run};
use super::check::letters::LATIN;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing, plate_words};

/// The kind `kg.plate_foreign`.
pub static KIND: Kind = Kind {
    id: "kg.plate_foreign",
    title: "Kyrgyz number plate of foreigners",
    plural: "Kyrgyz number plates of foreigners",
    sources: &["Wikipedia, Vehicle registration plates of Kyrgyzstan (yellow plates: region, four digits, a letter)"],
    valid: &[
        ("01 1234 B", "011234B"),
        ("011234b", "011234B"),
        ("08-1234-ВК", "081234BK"),
        ("09\u{A0}0001 Н", "090001H"),
    ],
    invalid: &[
        ("011234", Mismatch::Length),
        ("01123B", Mismatch::Length),
        ("0112345B", Mismatch::Length),
        ("011234BCD", Mismatch::Length),
        ("101234B", Mismatch::Part),
        ("001234B", Mismatch::Part),
        ("010000B", Mismatch::Part),
        ("01.1234 B", Mismatch::Shape),
        ("B011234", Mismatch::Shape),
        ("011234Ж", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Nine regions of a hundred.
    chance: 0.09,
    width: Some(7.41),
    standing: Standing::Partly,
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "Six digits and a letter or two: numbers of houses, contracts and goods have that shape too. Regions as \
             on plates of 2016; region 09 (Issyk-Kul) was concluded from its place in the list.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form =
    Form { runs: &[Run::Digits(6, 6), Run::Letters(&LATIN, 1, 2)], between: Between::Dashes, whole: false };

/// Regions 01 to 09, as on the plates of 2016.
const REGIONS: [&str; 9] =
    ["Bishkek", "Osh", "Batken", "Jalal-Abad", "Naryn", "Osh region", "Talas", "Chui", "Issyk-Kul"];

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    match key {
        [b'0', b'1'..=b'9', a, b, c, d, ..] if [*a, *b, *c, *d] != *b"0000" => Ok(()),
        _ => Err(Mismatch::Part),
    }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

fn facts(key: &[u8]) -> Facts {
    let region = key.get(..2).and_then(number).and_then(|region| REGIONS.get(region.checked_sub(1)? as usize));
    Facts { region: region.copied(), sequence: key.get(2..6).and_then(number), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_region_and_number() {
        assert_eq!((facts(b"081234BK").region, facts(b"081234BK").sequence), (Some("Chui"), Some(1234)));
        assert_eq!(facts(b"001234B").region, None);
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999A");
        assert!((share - KIND.chance).abs() < 0.003, "{share}");
    }
}
