//! Check characters of ISO/IEC 7064.
//!
//! # Source
//! ISO/IEC 7064:2003; examples of python-stdnum 2.2, stdnum.iso7064, and of the numbers that use them.

/// Remainder modulo 97 of a text that is read as one number, a letter (either case) as two digits (A is 10, Z is 35): 1
/// for a text with right MOD 97-10 check digits at its end. Other bytes count as 0.
///
/// Texts whose check digits stand elsewhere (IBAN: behind the country) are given as parts in the order of the number.
pub fn mod_97_10<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    parts.into_iter().flatten().fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        b'A'..=b'Z' | b'a'..=b'z' => (rest * 100 + u32::from(byte.to_ascii_uppercase() - b'A') + 10) % 97,
        _ => rest * 10 % 97,
    })
}

/// MOD 11-2 check character of ASCII digits: a digit or `X`.
pub fn mod_11_2(digits: &[u8]) -> u8 {
    let rest = digits.iter().fold(0, |rest, digit| (rest + u32::from(digit & 0x0F)) * 2 % 11);
    match (12 - rest) % 11 {
        10 => b'X',
        // 0..=9, so the conversion keeps it.
        check => b'0' + check as u8,
    }
}

/// MOD 11,10 check digit (ASCII) of ASCII digits.
pub fn mod_11_10(digits: &[u8]) -> u8 {
    let rest = digits.iter().fold(10, |rest, digit| match (rest + u32::from(digit & 0x0F)) % 10 {
        0 => 9, // 10 * 2 % 11
        sum => sum * 2 % 11,
    });
    // The remainder is 1..=10, so the difference is not negative and the last digit of it a byte.
    b'0' + ((11 - rest) % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_check() {
        // The standard's examples: 0794 has the check character 0 (MOD 11-2) and 5 (MOD 11,10); 794 has 44 (MOD 97-10).
        assert_eq!((mod_11_2(b"0794"), mod_11_10(b"0794")), (b'0', b'5'));
        assert_eq!(mod_11_2(b"079"), b'X');
        assert_eq!(mod_97_10([&b"79444"[..]]), 1);
        // The example IBAN of ISO 13616's registry for the United Kingdom.
        assert_eq!(mod_97_10([&b"NWBK60161331926819"[..], b"GB29"]), 1);
        assert_ne!(mod_97_10([&b"NWBK60161331926819"[..], b"GB28"]), 1);
    }

    /// Each of them finds every single wrong digit.
    #[test]
    fn single_errors_are_found() {
        let good = *b"31415926535";
        for place in 0..good.len() {
            for digit in (b'0'..=b'9').filter(|digit| *digit != good[place]) {
                let mut bad = good;
                bad[place] = digit;
                assert_ne!(mod_11_2(&bad), mod_11_2(&good));
                assert_ne!(mod_11_10(&bad), mod_11_10(&good));
                assert_ne!(mod_97_10([&bad[..]]), mod_97_10([&good[..]]));
            }
        }
    }
}
