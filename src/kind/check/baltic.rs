//! What the numbers of persons in Estonia and Lithuania have in common: century and sex in the first digit, birth date,
//! order, and one check digit in two rounds.

use super::calendar;
use super::weighted::weighted_remainder;
use crate::kind::facts::{self as held, Facts};
use crate::kind::{Mismatch, spelling};

/// The eleven digits of a spelling, blanks dropped. `undated` is a first digit that stands for no century: behind it any
/// digits may stand for the day.
///
/// # Errors
/// [`Mismatch::Part`] for a day that does not exist, [`Mismatch::Check`] for a wrong last digit, else those of
/// [`spelling::digits`].
pub fn read(text: &[u8], undated: Option<u8>) -> Result<[u8; 11], Mismatch> {
    let number = spelling::digits::<11>(text, b" ")?;
    let dated = date(&number).is_some_and(|(year, month, day)| calendar::is_day(year, month, day));
    if !dated && undated != Some(number[0]) {
        Err(Mismatch::Part)
    } else if check_digit(&number) != number[10] {
        Err(Mismatch::Check)
    } else {
        Ok(number)
    }
}

/// Day of birth, sex (odd first digits are men's) and order; nothing of a number without a date.
pub fn facts(key: &[u8]) -> Facts {
    let code = <&[u8; 11]>::try_from(key).ok();
    let Some((code, (year, month, day))) = code.and_then(|code| Some((code, date(code)?))) else {
        return Facts::default();
    };
    Facts {
        birth_day: held::birth(year, month, day),
        male: Some(code[0] % 2 == 1),
        sequence: held::number(&code[7..10]),
        ..Facts::default()
    }
}

/// Year, month and day of birth of eleven ASCII digits; `None` where the first digit (0 and 9) tells no century.
///
/// # Source
/// Rahvastikuregistri seadus (Estonia), section 39, with the standard EVS 585; Gyventojų registro įstatymas
/// (Lithuania).
pub fn date(number: &[u8; 11]) -> Option<(u32, u32, u32)> {
    let century = match number[0] {
        digit @ b'1'..=b'8' => 1800 + 100 * u32::from((digit - b'1') / 2),
        _ => return None,
    };
    let two = |at: usize| 10 * u32::from(number[at] & 0x0F) + u32::from(number[at + 1] & 0x0F);
    Some((century + two(1), two(3), two(5)))
}

/// Check digit (ASCII) of the first ten digits: the weighted remainder modulo 11; if that is 10 with other weights,
/// and if it is again, 0.
///
/// # Source
/// python-stdnum 2.2, stdnum.ee.ik and stdnum.lt.asmens.
pub fn check_digit(number: &[u8; 11]) -> u8 {
    let rest = match weighted_remainder(number, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], 11) {
        10 => weighted_remainder(number, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 11) % 10,
        rest => rest,
    };
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + rest as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centuries_and_check_digits() {
        assert_eq!(date(b"36805280109"), Some((1968, 5, 28)));
        assert_eq!(date(b"18503151230"), Some((1885, 3, 15)));
        assert_eq!(date(b"60402292460"), Some((2004, 2, 29)));
        assert_eq!((date(b"08503151230"), date(b"98503151230")), (None, None));
        assert_eq!(check_digit(b"36805280100"), b'9');
        assert_eq!(check_digit(b"33309240060"), b'4');
        // Both rounds give 10, and the second alone.
        assert_eq!((check_digit(b"37546313410"), check_digit(b"33170669070")), (b'0', b'2'));
    }
}
