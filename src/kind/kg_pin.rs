//! Kyrgyz personal number (PIN): sex, date of birth, running number.

use super::check::calendar::is_day;
use super::check::form::{Form, Run};
use super::facts::{Facts, day, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Standing};

/// The kind `kg.pin`.
pub static KIND: Kind = Kind {
    id: "kg.pin",
    title: "Kyrgyz personal number (ПИН, also ИНН of a person)",
    plural: "Kyrgyz personal numbers",
    sources: &[
        "Government of Kyrgyzstan, decree 619 of 2017-09-28; State Registration Service (assigned by the civil \
         registry)",
        "public schemas and parsers of the number: first digit 1 woman, 2 man; day, month and year of birth; five \
         digits",
    ],
    valid: &[
        ("10101199000123", "10101199000123"),
        ("21503198500456", "21503198500456"),
        ("22110199500001", "22110199500001"),
        ("2 2110 1995 00001", "22110199500001"),
        ("22110199500001.0", "22110199500001"),
        ("2211019950\u{A0}0001", "22110199500001"),
    ],
    invalid: &[
        ("32110199500001", Mismatch::Part),
        ("02110199500001", Mismatch::Part),
        ("22113199500001", Mismatch::Part),
        ("23002199500001", Mismatch::Part),
        ("22110189500001", Mismatch::Part),
        ("22110199500000", Mismatch::Part),
        ("2211019950000", Mismatch::Length),
        ("221101995000011", Mismatch::Length),
        ("2.21102E+13", Mismatch::Shape),
        ("22110199-500001", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Two first digits of ten, 73,049 days of 1900..=2099 in 10^8 texts of eight digits.
    chance: 0.000_146,
    width: Some(14.0),
    standing: Standing::Partly,
    rank: Rank::Tax,
    headers: &[
        "pin",
        "жекеномер",
        "жекеномери",
        "pinnumber",
        "inn",
        "tin",
        "personalnumber",
        "personalid",
        "personalidentificationnumber",
        "пин",
        "инн",
        "персональныйномер",
        "персональныйидентификационныйномер",
        "идентификационныйномер",
        "ижн",
        "жеке",
        "жекеномер",
        "пін",
        "персональнийномер",
    ],
    caveat: "No rule of a check digit is public: what tells is the date of birth. Numbers of organisations begin with \
             0 and are not of this kind. Uzbek personal numbers have fourteen digits as well, with another first \
             digit; some way-bills of fourteen digits begin with 20 and pass by chance.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 9, tail_bytes: 0, reseal: |number| judge(number).is_ok() }),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(14, 14)]);

/// Year, month and day of birth.
fn birth(key: &[u8]) -> Option<(u32, u32, u32)> {
    Some((number(key.get(5..9)?)?, number(key.get(3..5)?)?, number(key.get(1..3)?)?))
}

/// Judges fourteen digits. Five zeros for the running number are a placeholder.
fn judge(key: &[u8]) -> Result<(), Mismatch> {
    let born = birth(key).is_some_and(|(year, month, day)| (1900..2100).contains(&year) && is_day(year, month, day));
    let sexed = matches!(key, [b'1' | b'2', ..]);
    if born && sexed && !key.ends_with(b"00000") { Ok(()) } else { Err(Mismatch::Part) }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

fn facts(key: &[u8]) -> Facts {
    Facts {
        birth_day: birth(key).and_then(|(year, month, of_month)| day(year, month, of_month)),
        male: key.first().filter(|sex| matches!(sex, b'1' | b'2')).map(|sex| *sex == b'2'),
        sequence: key.get(9..).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_number() {
        let found = facts(b"22110199500001");
        assert_eq!((found.birth_day, found.male, found.sequence), (day(1995, 10, 21), Some(true), Some(1)));
        assert_eq!(facts(b"10101199000123").male, Some(false));
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let texts = || (0..1_000_000_000_u64).step_by(991);
        let passed = texts().filter(|head| judge(format!("{head:09}12345").as_bytes()).is_ok()).count();
        let share = passed as f64 / texts().count() as f64;
        assert!((share / KIND.chance - 1.0).abs() < 0.15, "{share}");
    }
}
