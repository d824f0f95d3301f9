//! Number of a record in the Ukrainian demographic register (UNZR): date of birth, running number, check digit.

use super::check::calendar::is_day;
use super::check::form::{Between, Form, Run};
use super::check::weighted::weighted_remainder;
use super::facts::{Facts, day, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Standing};

/// The kind `ua.unzr`.
pub static KIND: Kind = Kind {
    id: "ua.unzr",
    title: "Ukrainian record number in the demographic register (УНЗР)",
    plural: "demographic record numbers",
    sources: &[
        "Ministry of Internal Affairs of Ukraine, note of 2023-11-14 on the record number: date of birth, running \
         number, check digit by the method of the machine-readable zone",
        "ICAO Doc 9303, part 3, section 4.9 (weights 7, 3, 1)",
        "diia-open-source/be-documents-service, sample answers 19910824-00026 and 20000213-01467",
    ],
    valid: &[
        ("19910824-00026", "19910824-00026"),
        ("20000213-01467", "20000213-01467"),
        ("19850315-01238", "19850315-01238"),
        ("20011130-99994", "20011130-99994"),
        ("1985031501238", "19850315-01238"),
        ("19850315 – 01238", "19850315-01238"),
        ("№ 19850315\u{A0}01238", "19850315-01238"),
        ("1985031501238.0", "19850315-01238"),
    ],
    invalid: &[
        ("19850315-01239", Mismatch::Check),
        ("19770824-01855", Mismatch::Check),
        ("19911324-00026", Mismatch::Part),
        ("19910230-00026", Mismatch::Part),
        ("18991231-00026", Mismatch::Part),
        ("19961212-00000", Mismatch::Part),
        ("19850315-0123", Mismatch::Length),
        ("19850315", Mismatch::Length),
        ("19850315-012380", Mismatch::Length),
        ("15.03.1985", Mismatch::Shape),
        ("1.98503E+12", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // 73,049 days of 1900..=2099 in 10^8 texts of eight digits, one check digit in ten.
    chance: 0.000_073,
    width: Some(13.0),
    standing: Standing::Partly,
    rank: Rank::Tax,
    headers: &[
        "unzr",
        "recordnumber",
        "recordno",
        "recordnum",
        "demographicnumber",
        "унзр",
        "запис№",
        "номерзапису",
        "номерзаписуєддр",
        "унікальнийномерзапису",
        "унікальнийномерзаписувєддр",
        "уникальныйномерзаписи",
        "номерзаписи",
    ],
    caveat: "The rule of the check digit was inferred from two published samples; numbers on specimens do not all \
             follow it. Thirteen bare digits may be a Moldovan IDNO (the same weights) or a time in milliseconds. \
             Issued with an identity card or a biometric passport only, so that data with it are not older than 2013, \
             most not than 2016.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 9, tail_bytes: 1, reseal }),
    ..Kind::COMMON
};

static FORM: Form = Form { runs: &[Run::Digits(13, 13)], between: Between::Dashes, whole: true };

/// Weights of the twelve digits of date and running number; the sum modulo 10 is the check digit.
///
/// # Source
/// ICAO Doc 9303, part 3, section 4.9. That it runs over all twelve is inferred from the samples.
const WEIGHTS: [i32; 12] = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

fn check_digit(digits: &[u8]) -> u8 {
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + weighted_remainder(digits, &WEIGHTS, 10) as u8
}

/// Year, month and day of the first eight digits.
fn date(digits: &[u8]) -> Option<(u32, u32, u32)> {
    Some((number(digits.get(..4)?)?, number(digits.get(4..6)?)?, number(digits.get(6..8)?)?))
}

/// Judges thirteen digits.
fn judge(digits: &[u8]) -> Result<(), Mismatch> {
    let born = date(digits).is_some_and(|(year, month, day)| (1900..2100).contains(&year) && is_day(year, month, day));
    if !born || &digits[8..12] == b"0000" {
        Err(Mismatch::Part)
    } else if check_digit(digits) != digits[12] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

/// The thirteen digits of a key.
fn digits_of(key: &[u8]) -> Option<[u8; 13]> {
    let key = <&[u8; 14]>::try_from(key).ok()?;
    let mut digits = [0; 13];
    digits[..8].copy_from_slice(&key[..8]);
    digits[8..].copy_from_slice(&key[9..]);
    (key[8] == b'-' && digits.iter().all(u8::is_ascii_digit)).then_some(digits)
}

fn is_canonical(text: &[u8]) -> bool {
    digits_of(text).is_some_and(|digits| judge(&digits).is_ok())
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)?;
    out.insert(8, b'-');
    Ok(())
}

fn reseal(key: &mut [u8]) -> bool {
    let Some(mut digits) = digits_of(key) else { return false };
    digits[12] = check_digit(&digits);
    key[13] = digits[12];
    judge(&digits).is_ok()
}

fn facts(key: &[u8]) -> Facts {
    Facts {
        birth_day: date(key).and_then(|(year, month, of_month)| day(year, month, of_month)),
        sequence: key.get(9..13).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_birth_and_the_number_of_the_day() {
        let found = facts(b"19850315-01238");
        assert_eq!((found.birth_day, found.sequence, found.male), (day(1985, 3, 15), Some(123), None));
        assert_eq!(facts(b"x"), Facts::default());
    }

    /// All days of the range times one check digit in ten.
    #[test]
    fn chance_is_as_stated() {
        let dates = (0..100_000_000).step_by(97);
        let judged = |date: usize| !matches!(judge(format!("{date:08}12345").as_bytes()), Err(Mismatch::Part));
        let share = dates.clone().filter(|date| judged(*date)).count() as f64 / dates.count() as f64;
        assert!((share / 10.0 / KIND.chance - 1.0).abs() < 0.05, "{share}");
        let sealed = (0..10).filter(|digit| judge(format!("198503150123{digit}").as_bytes()).is_ok()).count();
        assert_eq!(sealed, 1);
    }

    #[test]
    fn a_check_digit_is_renewed_or_refused() {
        let mut key = *b"19850315-01230";
        assert!(reseal(&mut key));
        assert_eq!(&key, b"19850315-01238");
        assert!(!reseal(&mut b"19850315-00000".to_vec()) && !reseal(&mut b"1985031501238".to_vec()));
    }
}
