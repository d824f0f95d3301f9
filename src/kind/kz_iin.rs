//! Kazakh personal number (IIN): date of birth, century and sex, running number, check digit.

use super::check::calendar::is_day;
use super::check::form::{Form, Run};
use super::check::weighted::weighted_remainder;
use super::facts::{Facts, day, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `kz.iin`.
pub static KIND: Kind = Kind {
    id: "kz.iin",
    title: "Kazakh personal number (ИИН)",
    plural: "Kazakh personal numbers",
    sources: &[
        "Government of Kazakhstan, resolution 565 of 2003-06-11 (form and check digit of the number)",
        "fzaninotto/Faker, pull request 1161 (the same rule)",
    ],
    valid: &[
        ("850315300128", "850315300128"),
        ("850315 300128", "850315300128"),
        ("850315300128.0", "850315300128"),
        ("8503\u{A0}1530\u{A0}0128", "850315300128"),
    ],
    invalid: &[
        ("850315300129", Mismatch::Check),
        ("851315300120", Mismatch::Part),
        ("850230300120", Mismatch::Part),
        ("850315700128", Mismatch::Part),
        ("000000000000", Mismatch::Part),
        ("85031530012", Mismatch::Length),
        ("8503153001288", Mismatch::Length),
        ("850315-300128", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Days in six digits 0.0365, seven of ten seventh digits, one check digit of eleven that are issued.
    chance: 0.0024,
    width: Some(12.0),
    rank: Rank::Tax,
    headers: &[
        "iin",
        "iinnumber",
        "individualidentificationnumber",
        "иин",
        "номериин",
        "жсн",
        "индивидуальныйидентификационныйномер",
        "іін",
    ],
    caveat: "Twelve digits may be a Russian taxpayer number or a telephone number with 380 or 996 as well. The \
             seventh digit is 0 for some foreigners: then neither century nor sex is told.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 7, tail_bytes: 1, reseal }),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(12, 12)]);

/// Weights of the first eleven digits, and those that are taken where the remainder modulo 11 is 10; numbers for which
/// it is 10 again are not issued.
///
/// # Source
/// As the kind's.
const WEIGHTS: [[i32; 11]; 2] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]];

fn check_digit(digits: &[u8]) -> Option<u8> {
    let remainder = WEIGHTS.iter().map(|weights| weighted_remainder(digits, weights, 11)).find(|found| *found < 10);
    // The remainder is 0..=9, so the conversion keeps it.
    remainder.map(|found| b'0' + found as u8)
}

/// Year, month and day of birth. Where the century is not told, that of the last digits in 2000 to 2099 (which has all
/// leap days).
fn birth(key: &[u8]) -> Option<(u32, u32, u32)> {
    let century = match key.get(6)? {
        b'1' | b'2' => 1800,
        b'3' | b'4' => 1900,
        b'0' | b'5' | b'6' => 2000,
        _ => return None,
    };
    let date = (century + number(key.get(..2)?)?, number(key.get(2..4)?)?, number(key.get(4..6)?)?);
    is_day(date.0, date.1, date.2).then_some(date)
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    if birth(key).is_none() {
        Err(Mismatch::Part)
    } else if key.len() != 12 || check_digit(key) != Some(key[11]) {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

fn reseal(key: &mut [u8]) -> bool {
    match check_digit(key) {
        Some(digit) if key.len() == 12 => key[11] = digit,
        _ => return false,
    }
    judge(key).is_ok()
}

fn facts(key: &[u8]) -> Facts {
    let sex = key.get(6).copied().filter(|digit| matches!(digit, b'1'..=b'6'));
    let born = sex.and_then(|_| birth(key));
    Facts {
        birth_day: born.and_then(|(year, month, of_month)| day(year, month, of_month)),
        male: sex.map(|digit| digit % 2 == 1),
        sequence: key.get(7..11).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_number() {
        let found = facts(b"850315300128");
        assert_eq!((found.birth_day, found.male, found.sequence), (day(1985, 3, 15), Some(true), Some(12)));
        let found = facts(b"050315600120");
        assert_eq!((found.birth_day, found.male), (day(2005, 3, 15), Some(false)));
        let found = facts(b"050315000120");
        assert_eq!((found.birth_day, found.male), (None, None));
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn a_check_digit_is_renewed_or_refused() {
        let mut key = *b"850315300120";
        assert!(reseal(&mut key));
        assert_eq!(&key, b"850315300128");
        let refused = (0..10_000).filter(|n| !reseal(format!("8503153{n:04}0").into_bytes().as_mut())).count();
        assert!((50..150).contains(&refused), "one in 121 is not issued: {refused}");
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999999999");
        assert!((share - KIND.chance).abs() < 0.0005, "{share}");
    }
}
