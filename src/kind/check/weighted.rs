//! Weighted sums of digits, the commonest form of a check digit.

/// Remainder of the weighted sum of ASCII digits, `0..modulus`; never negative, whatever the signs of the weights.
///
/// `digits` beyond the weights are left out. A truncating remainder (`%`) would be negative for a negative sum, hence
/// the Euclidean one.
#[inline]
pub fn weighted_remainder(digits: &[u8], weights: &[i32], modulus: i32) -> i32 {
    let sum: i32 = digits.iter().zip(weights).map(|(&digit, &weight)| i32::from(digit & 0x0F) * weight).sum();
    sum.rem_euclid(modulus)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainder_of_a_negative_sum_is_not_negative() {
        assert_eq!(weighted_remainder(b"9000", &[-1, 5, 7], 11), 2);
        assert_eq!(weighted_remainder(b"12", &[1, 10], 11), 10);
        assert_eq!(weighted_remainder(b"", &[3], 11), 0);
    }
}
