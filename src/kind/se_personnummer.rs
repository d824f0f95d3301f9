//! Swedish personal identity number: birth date, order with the sex, check digit.

use super::check::calendar;
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};
use crate::text::blank;

/// The kind `se.personnummer`.
pub static KIND: Kind = Kind {
    id: "se.personnummer",
    title: "Swedish personal identity number (personnummer)",
    plural: "Swedish personal identity numbers",
    sources: &[
        "Folkbokföringslag (1991:481), section 18: birth date, birth number, check digit, plus sign from the \
         hundredth year on",
        "python-stdnum 2.2, stdnum.se.personnummer",
    ],
    valid: &[
        ("880320-0016", "198803200016"),
        ("8803200016", "198803200016"),
        ("198803200016", "198803200016"),
        ("19880320-0016", "198803200016"),
        ("1988-03-20-0016", "198803200016"),
        ("850315-2467", "198503152467"),
        ("050315-2464", "200503152464"),
        ("100315+1238", "191003151238"),
        ("610 713 -26 87", "196107132687"),
        ("880320\u{2013}0016", "198803200016"),
    ],
    invalid: &[
        ("880320-0018", Mismatch::Check),
        ("900230-1233", Mismatch::Part),
        ("550140-6659", Mismatch::Part),
        ("000000-0000", Mismatch::Part),
        ("209903200016", Mismatch::Part),
        ("15130401-2576", Mismatch::Part),
        ("720923-747", Mismatch::Length),
        ("19880320001", Mismatch::Length),
        ("00062-59022", Mismatch::Shape),
        ("010324A6005", Mismatch::Shape),
        ("+8803200016", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00365,
    width: Some(10.0),
    rank: Rank::Tax,
    headers: &["personnummer", "personnr", "pnr", "persnr", "personnum", "ssnse", "personalidentitynumber"],
    caveat: "One in 270 random ten-digit numbers passes. The key has the year with four digits; ten digits with a \
             hyphen are taken as of the last hundred years. Coordination numbers (day and 60) and organisations are \
             not taken.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Nobody born earlier was alive when numbers were first given out, in 1947; whole centuries, as a plus sign counts
/// them.
const EARLIEST_YEAR: u32 = 1800;

/// Digits in the order in which they were read, and how the last four were parted from the rest.
struct Spelled {
    digits: [u8; 12],
    count: usize,
    /// Whether a plus sign stands there: the holder is of a hundred years or more.
    plus: bool,
}

/// Reads digits, blanks and colons between them, and hyphens or a plus sign, the last of which stands before the last
/// four.
fn spell(text: &[u8]) -> Result<Spelled, Mismatch> {
    let mut read = Spelled { digits: [0; 12], count: 0, plus: false };
    let (mut at, mut last_sign) = (0, None);
    while let Some(&byte) = text.get(at) {
        if byte.is_ascii_digit() {
            if let Some(place) = read.digits.get_mut(read.count) {
                *place = byte;
            }
            (read.count, at) = (read.count + 1, at + 1);
            continue;
        }
        if read.count == 0 {
            return Err(Mismatch::Shape);
        }
        let (dash, gap) = (blank::dash(&text[at..]), blank::gap(&text[at..]));
        if dash > 0 || byte == b'+' {
            read.plus = byte == b'+';
            last_sign = Some(read.count);
            at += dash.max(1);
        } else if gap > 0 || byte == b':' {
            at += gap.max(1);
        } else {
            return Err(Mismatch::Shape);
        }
    }
    match (read.count, last_sign) {
        (10 | 12, None) => Ok(read),
        (10 | 12, Some(sign)) if sign + 4 == read.count => Ok(read),
        (10 | 12 | 0, _) => Err(Mismatch::Shape),
        _ => Err(Mismatch::Length),
    }
}

/// The number with its year in four digits.
fn full(read: &Spelled) -> [u8; 12] {
    if read.count == 12 {
        return read.digits;
    }
    let mut number = [0; 12];
    number[2..].copy_from_slice(&read.digits[..10]);
    let year = calendar::full_year(spelling::two(&read.digits, 0)) - if read.plus { 100 } else { 0 };
    // Centuries are 18 to 20, so the conversions keep them.
    (number[0], number[1]) = (b'0' + (year / 1000) as u8, b'0' + (year / 100 % 10) as u8);
    number
}

fn date(number: &[u8]) -> (u32, u32, u32) {
    let two = |at: usize| spelling::two(number, at);
    (100 * two(0) + two(2), two(4), two(6))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 12 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[10] % 2 == 1),
        sequence: number(&key[8..11]),
        ..Facts::default()
    }
}

/// Whether the check digit is right: the digits, every second one doubled and its own digits added, sum up to tens.
///
/// # Source
/// ISO/IEC 7812-1, annex B (Luhn), over the ten digits without the century.
fn checks(number: &[u8]) -> bool {
    let value = |(place, digit): (usize, &u8)| match (place % 2, u32::from(digit & 0x0F)) {
        (0, digit) => 2 * digit - if digit > 4 { 9 } else { 0 },
        (_, digit) => digit,
    };
    number.iter().enumerate().map(value).sum::<u32>().is_multiple_of(10)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = full(&spell(text)?);
    let (year, month, day) = date(&number);
    if !(EARLIEST_YEAR..=calendar::LATEST_YEAR).contains(&year) || !calendar::is_day(year, month, day) {
        return Err(Mismatch::Part);
    }
    if !checks(&number[2..]) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        let found = facts(b"198503152467");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(false), Some(246)));
        assert_eq!(facts(b"198803200016").male, Some(true));
        assert_eq!(facts(b"8503152467"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999");
    }
}
