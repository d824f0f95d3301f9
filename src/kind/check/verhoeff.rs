//! Verhoeff's check digit: multiplication in the group of the symmetries of a pentagon, after a permutation by place.
//!
//! # Source
//! J. Verhoeff, Error Detecting Decimal Codes, Mathematical Centre Tract 29 (Amsterdam, 1969).

/// The permutation of the places that Verhoeff chose; the n-th place from the end uses its n-th power.
const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Product in the dihedral group of order ten: 0..=4 are turns, 5..=9 turns after a reflection.
const fn product(left: u8, right: u8) -> u8 {
    match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right - 5) % 5,
        (false, true) => 5 + (left - 5 + 5 - right) % 5,
        (false, false) => (5 + left - right) % 5,
    }
}

/// Powers 0..=7 of the permutation; its order is 8.
const POWERS: [[u8; 10]; 8] = {
    let mut powers = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]; 8];
    let mut power = 1;
    while power < 8 {
        let mut digit = 0;
        while digit < 10 {
            powers[power][digit] = powers[power - 1][PERMUTATION[digit] as usize];
            digit += 1;
        }
        power += 1;
    }
    powers
};

/// Whether ASCII digits, the last of which checks, are right.
pub fn is_right(digits: &[u8]) -> bool {
    let read = |(place, digit): (usize, &u8)| POWERS[place % 8][usize::from(digit & 0x0F) % 10];
    digits.iter().rev().enumerate().map(read).fold(0, product) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_check() {
        assert!(is_right(b"2363"), "236 has the check digit 3");
        assert!(is_right(b"1234567890120"));
        assert!(!is_right(b"2364"));
    }

    /// The code was made to find all single errors and all swaps of neighbours.
    #[test]
    fn single_errors_and_swaps_are_found() {
        let good = *b"1234567890120";
        for place in 0..good.len() {
            for digit in (b'0'..=b'9').filter(|digit| *digit != good[place]) {
                let mut bad = good;
                bad[place] = digit;
                assert!(!is_right(&bad), "{place} {digit}");
            }
            let mut swapped = good;
            if place > 0 && good[place] != good[place - 1] {
                swapped.swap(place - 1, place);
                assert!(!is_right(&swapped), "{place}");
            }
        }
    }
}
