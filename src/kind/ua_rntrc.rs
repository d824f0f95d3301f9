//! Ukrainian taxpayer number (RNTRC; earlier the individual tax number): ten digits, the last one checks.

use super::check::filler;
use super::check::weighted::weighted_remainder;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};
use crate::text::blank;

/// The kind `ua.rntrc`.
pub static KIND: Kind = Kind {
    id: "ua.rntrc",
    title: "Ukrainian taxpayer number (РНОКПП, earlier ІПН)",
    plural: "taxpayer numbers",
    sources: &[
        "State Tax Service of Ukraine, registration number of the taxpayer's account card: days since 1899-12-31, \
         serial, check digit",
        "python-stdnum 2.2, stdnum.ua.rntrc (check digit)",
    ],
    valid: &[
        ("1759013776", "1759013776"),
        ("2530414071", "2530414071"),
        ("0000100173", "0000100173"),
        ("9000000002", "9000000002"),
        ("1234567899", "1234567899"),
        ("252 549 351 5", "2525493515"),
        ("1759013776.0", "1759013776"),
        ("1759\u{A0}01\u{200B}3776", "1759013776"),
    ],
    invalid: &[
        ("1759013770", Mismatch::Check),
        ("3112001233", Mismatch::Check),
        ("0000000000", Mismatch::Part),
        ("0000012346", Mismatch::Part),
        ("311200123", Mismatch::Length),
        ("31120012322", Mismatch::Length),
        ("12345", Mismatch::Length),
        ("888-221-654-2", Mismatch::Shape),
        ("1759013776.5", Mismatch::Shape),
        ("2.53E+09", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.099,
    rank: Rank::Tax,
    headers: &[
        "rntrc",
        "rnokpp",
        "ipn",
        "inn",
        "tin",
        "taxid",
        "taxnumber",
        "taxcode",
        "drfo",
        "itn",
        "рнокпп",
        "іпн",
        "інн",
        "ідентифікаційнийкод",
        "ідентифікаційнийномер",
        "ідентифкод",
        "коддрфо",
        "дрфо",
        "податковийномер",
        "рнукпн",
        "инн",
        "иннфизлица",
        "идентификационныйкод",
        "идентификационныйномер",
        "идкод",
        "налоговыйномер",
    ],
    caveat: "One in ten random ten-digit numbers passes, telephone numbers among them. Persons who refused a number \
             are known by their passport instead. Spreadsheets drop the leading zero of people born before 1927-05-18.",
    canonical: Some(is_canonical),
    key,
    width: Some(10.0),
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 0, tail_bytes: 1, reseal }),
    filler: Some(|key| key.get(..9).is_some_and(filler::is_run)),
    ..Kind::COMMON
};

/// The first five digits are the days from 1899-12-31 to the birth, the ninth is odd for men, the three between (with it) a
/// running number.
fn facts(key: &[u8]) -> Facts {
    Facts {
        birth_day: key.get(..5).and_then(number).filter(|day| *day > 0),
        male: key.get(8).filter(|digit| digit.is_ascii_digit()).map(|digit| digit % 2 == 1),
        sequence: key.get(5..9).and_then(number),
        ..Facts::default()
    }
}

/// Digits of a number.
const DIGITS: usize = 10;

/// Weights of the first nine digits; the remainder modulo 11, then modulo 10, is the tenth.
///
/// # Source
/// python-stdnum 2.2, stdnum.ua.rntrc. Some ports repeat with other weights when the remainder is 10; this
/// is the form without.
const WEIGHTS: [i32; DIGITS - 1] = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/// Check digit (ASCII) of a number, from its first nine digits.
fn check_digit(number: &[u8]) -> u8 {
    // The remainder is 0..=10, so the conversion keeps it.
    b'0' + (weighted_remainder(number, &WEIGHTS, 11) % 10) as u8
}

/// Whether the first five digits are a day after the epoch: day 0 is the epoch itself, the number a placeholder.
fn is_dated(number: &[u8]) -> bool {
    !number.starts_with(b"00000")
}

fn is_canonical(text: &[u8]) -> bool {
    <&[u8; DIGITS]>::try_from(text).is_ok_and(|number| number.iter().all(u8::is_ascii_digit) && judge(number).is_ok())
}

fn judge(number: &[u8; DIGITS]) -> Result<(), Mismatch> {
    if !is_dated(number) {
        Err(Mismatch::Part)
    } else if check_digit(number) != number[DIGITS - 1] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

fn reseal(number: &mut [u8]) -> bool {
    if number.len() != DIGITS || !is_dated(number) {
        return false;
    }
    number[DIGITS - 1] = check_digit(number);
    true
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    // A number that a spreadsheet took for a quantity: exactly ten digits and `.0`, so that nothing was lost.
    let text = text.strip_suffix(b".0").filter(|number| number.len() == DIGITS).unwrap_or(text);
    let mut number = [0; DIGITS];
    let mut digits = 0;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte.is_ascii_digit() {
            if let Some(place) = number.get_mut(digits) {
                *place = byte;
            }
            digits += 1;
            at += 1;
        } else {
            match blank::gap(&text[at..]) {
                0 => return Err(Mismatch::Shape),
                length => at += length,
            }
        }
    }
    match digits {
        DIGITS => judge(&number)?,
        0 => return Err(Mismatch::Shape),
        _ => return Err(Mismatch::Length),
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        // 1 January 1900 is day 1; 15 March 1985 day 31,120.
        let found = facts(b"3112012316");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(true), Some(1231)));
        assert_eq!(facts(b"3112012326").male, Some(false));
        assert_eq!(facts(b"x"), Facts::default());
    }

    #[test]
    fn reseal_renews_the_check_digit_or_refuses() {
        let mut number = *b"1759013770";
        assert!(reseal(&mut number));
        assert_eq!(&number, b"1759013776");
        assert!(!reseal(&mut b"0000012345".to_vec()));
        assert!(!reseal(&mut b"12345".to_vec()));
    }

    /// All values of the last six digits behind two random dates: the stated chance within a hundredth.
    #[test]
    fn chance_is_as_stated() {
        let passed = (0..1_000_000).filter(|n| is_canonical(format!("2530{n:06}").as_bytes())).count();
        assert!((passed as f64 / 1e6 - KIND.chance).abs() < 0.01, "{passed}");
    }
}
