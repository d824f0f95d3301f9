//! Uzbek personal number (PINFL): sex and century, date of birth, district, running number.

use super::check::calendar::is_day;
use super::check::form::{Form, Run};
use super::facts::{Facts, day, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};

/// The kind `uz.pinfl`.
pub static KIND: Kind = Kind {
    id: "uz.pinfl",
    title: "Uzbek personal number (ПИНФЛ, JSHSHIR)",
    plural: "Uzbek personal numbers",
    sources: &[
        "public parsers and generators of the number, which copy one another (century and sex, day, month, year, three digits \
         of the district, three running, check digit with the weights 7, 3, 1); unconfirmed: no Uzbek definition was found",
    ],
    valid: &[
        ("31503850010012", "31503850010012"),
        ("61503050010012", "61503050010012"),
        ("3 150385 001 001 2", "31503850010012"),
        ("31503850010012.0", "31503850010012"),
    ],
    invalid: &[
        ("1234567890123", Mismatch::Length),
        ("315038500100122", Mismatch::Length),
        ("11503850010012", Mismatch::Part),
        ("31513850010012", Mismatch::Part),
        ("33002850010012", Mismatch::Part),
        ("3150385-0010012", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Four first digits of ten, days in six digits 0.0365.
    chance: 0.0146,
    width: Some(14.0),
    standing: Standing::Unconfirmed,
    rank: Rank::Tax,
    headers: &["pinfl", "jshshir", "pinfluz", "пинфл", "жшшир", "персональныйномер"],
    caveat: "Not confirmed: the date behind the first digit, and what that says of sex and century. The last digit is \
             said to be a check digit (weights 7, 3, 1), which is not tested. Kyrgyz personal numbers have fourteen \
             digits as well, with another first digit.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(14, 14)]);

/// Year, month and day of birth: the first digit is 3 or 4 for the years 1900 to 1999, 5 or 6 from 2000 on.
fn birth(key: &[u8]) -> Option<(u32, u32, u32)> {
    let century = match key.first()? {
        b'3' | b'4' => 1900,
        b'5' | b'6' => 2000,
        _ => return None,
    };
    let date = (century + number(key.get(5..7)?)?, number(key.get(3..5)?)?, number(key.get(1..3)?)?);
    is_day(date.0, date.1, date.2).then_some(date)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if birth(out).is_some() { Ok(()) } else { Err(Mismatch::Part) }
}

fn facts(key: &[u8]) -> Facts {
    let born = birth(key);
    Facts {
        birth_day: born.and_then(|(year, month, of_month)| day(year, month, of_month)),
        male: born.and(key.first()).map(|digit| digit % 2 == 1),
        sequence: key.get(10..13).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_number() {
        let found = facts(b"31503850010012");
        assert_eq!((found.birth_day, found.male, found.sequence), (day(1985, 3, 15), Some(true), Some(1)));
        assert_eq!((facts(b"61503050010012").male, facts(b"")), (Some(false), Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999999999999");
        assert!((share - KIND.chance).abs() < 0.001, "{share}");
    }
}
