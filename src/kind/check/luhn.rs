//! The Luhn check digit: every second digit from the right is doubled, and the sum of all digits is a multiple of the base.

/// Remainder of the Luhn sum modulo `base` (at most 18) of digits given from the right, the first of them not doubled.
///
/// # Source
/// ISO/IEC 7812-1, annex B; for base 16: 3GPP2 S.R0048-A, section 3.
fn remainder(from_right: impl Iterator<Item = u32>, base: u32) -> u32 {
    let sum: u32 = from_right
        .enumerate()
        .map(|(place, digit)| {
            let value = digit << (place % 2);
            value / base + value % base
        })
        .sum();
    sum % base
}

fn decimal(digits: &[u8]) -> impl Iterator<Item = u32> {
    digits.iter().rev().map(|digit| u32::from(digit & 0x0F))
}

/// Whether the last of the ASCII digits checks the others.
pub fn is_valid(digits: &[u8]) -> bool {
    remainder(decimal(digits), 10) == 0
}

/// The ASCII digit that checks these ASCII digits when it is put behind them.
pub fn check_digit(digits: &[u8]) -> u8 {
    // At most 9, so the conversion keeps it.
    b'0' + ((10 - remainder(std::iter::once(0).chain(decimal(digits)), 10)) % 10) as u8
}

/// Whether the last of the hexadecimal digits (ASCII, capitals) checks the others.
pub fn is_valid_hexadecimal(digits: &[u8]) -> bool {
    let value = |digit: &u8| u32::from(if digit.is_ascii_digit() { digit - b'0' } else { (digit & 0x0F) + 9 });
    remainder(digits.iter().rev().map(value), 16) == 0
}

/// Whether the last character checks the others when letters (ASCII capitals) stand for two digits, A for 10 to Z for 35.
///
/// # Source
/// ISO 6166, annex on the check digit.
pub fn is_valid_with_letters(characters: &[u8]) -> bool {
    let digits = characters.iter().rev().flat_map(|&character| {
        if character.is_ascii_digit() {
            [Some(u32::from(character - b'0')), None]
        } else {
            let value = u32::from(character & 0x1F) + 9;
            [Some(value % 10), Some(value / 10)]
        }
    });
    remainder(digits.flatten(), 10) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_check() {
        assert!(is_valid(b"79927398713") && !is_valid(b"79927398710"));
        assert_eq!(check_digit(b"7992739871"), b'3');
        assert_eq!(check_digit(b"0"), b'0');
        assert!(is_valid_hexadecimal(b"AF0123450ABCDEC") && !is_valid_hexadecimal(b"AF0123450ABCDED"));
        assert!(is_valid_with_letters(b"US0378331005") && !is_valid_with_letters(b"US0378331003"));
    }

    #[test]
    fn every_wrong_digit_is_found() {
        for place in 0..11 {
            for digit in b'0'..=b'9' {
                let mut number = *b"79927398713";
                let same = number[place] == digit;
                number[place] = digit;
                assert_eq!(is_valid(&number), same);
            }
        }
    }
}
