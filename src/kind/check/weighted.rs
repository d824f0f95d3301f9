//! Weighted sums of digits, the commonest form of a check digit.

use super::form::{Form, Run};
use crate::kind::{KeyBuf, Mismatch};

/// Remainder of the weighted sum of ASCII digits, `0..modulus`; never negative, whatever the signs of the weights.
///
/// `digits` beyond the weights are left out. A truncating remainder (`%`) would be negative for a negative sum, hence
/// the Euclidean one.
#[inline]
pub fn weighted_remainder(digits: &[u8], weights: &[i32], modulus: i32) -> i32 {
    let sum: i32 = digits.iter().zip(weights).map(|(&digit, &weight)| i32::from(digit & 0x0F) * weight).sum();
    sum.rem_euclid(modulus)
}

/// The check digit (ASCII) of an enterprise code: the weighted sum modulo 11; where that is 10, the sum with weights greater by
/// two; 10 again is 0.
///
/// # Source
/// PR 50.1.024-2005 (ОКПО); python-stdnum 2.2, stdnum.ua.edrpou, which has the same rule with other weights.
pub fn enterprise_digit(code: &[u8], weights: &[i32; 7]) -> u8 {
    let first = weighted_remainder(code, weights, 11);
    let remainder =
        if first < 10 { first } else { weighted_remainder(code, &weights.map(|weight| weight + 2), 11) % 10 };
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + remainder as u8
}

/// Reads eight digits whose last is the one that `digit` makes of the others; eight zeros are no code.
///
/// # Errors
/// Another shape or length, zeros alone, another last digit.
pub fn enterprise_key(text: &[u8], digit: impl Fn(&[u8]) -> u8, out: &mut KeyBuf) -> Result<(), Mismatch> {
    static FORM: Form = Form::digits(&[Run::Digits(8, 8)]);
    FORM.read(text, out)?;
    match out.split_last() {
        _ if out == b"00000000" => Err(Mismatch::Part),
        Some((last, code)) if digit(code) == *last => Ok(()),
        _ => Err(Mismatch::Check),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_first_remainder_is_ten_the_second_decides() {
        let weights = [1, 2, 3, 4, 5, 6, 7];
        assert_eq!(enterprise_digit(b"2000000", &weights), b'2');
        let remainder = |code: &[u8], more: i32| weighted_remainder(code, &weights.map(|weight| weight + more), 11);
        let codes = (1..100_000_u32).map(|n| format!("{n:07}").into_bytes());
        let twice: Vec<Vec<u8>> = codes.filter(|code| remainder(code, 0) == 10).collect();
        assert!(
            twice
                .iter()
                .all(|code| u32::from(enterprise_digit(code, &weights) - b'0') == (remainder(code, 2) % 10) as u32)
        );
        let zero = twice.iter().find(|code| remainder(code, 2) == 10).expect("one of 121 codes");
        assert_eq!(enterprise_digit(zero, &weights), b'0');
    }

    #[test]
    fn remainder_of_a_negative_sum_is_not_negative() {
        assert_eq!(weighted_remainder(b"9000", &[-1, 5, 7], 11), 2);
        assert_eq!(weighted_remainder(b"12", &[1, 10], 11), 10);
        assert_eq!(weighted_remainder(b"", &[3], 11), 0);
    }
}
