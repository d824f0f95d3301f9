//! Signs of invented records: check digits that fail, agreement that is too low, digits that are too flat, keys that repeat.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::interval::clopper_pearson;

/// Share of random digit strings that pass a check digit of one decimal digit (tax number, Luhn, 7-3-1, EDRPOU).
///
/// # Source
/// Ten equally likely last digits, one of them right.
pub const ONE_DIGIT_PASS: f64 = 0.1;

/// Share of random account numbers that pass the two check digits of an IBAN.
///
/// # Source
/// ISO 13616: one remainder of 97.
pub const IBAN_PASS: f64 = 1.0 / 97.0;

/// An estimated share with its 95 % interval, all in 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Best estimate.
    pub share: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Share of invented values, from `pass` of `n` that pass a test which `genuine` of the true values and `random` of invented ones
/// pass (0..=1, genuine the greater). `None` without values or where the test does not tell the two apart. An inventor who knows the
/// rule passes: it is a lower bound.
///
/// # Source
/// Mixture of two groups, `p = (1−f)·genuine + f·random`, solved for `f`; interval of `p` by Clopper & Pearson 1934.
pub fn fabricated_share(pass: u64, n: u64, genuine: f64, random: f64) -> Option<Estimate> {
    let width = genuine - random;
    if !width.is_finite() || width <= 0.0 {
        return None;
    }
    let seen = super::share(pass.min(n), n)?;
    let (low, high) = clopper_pearson(pass, n, 0.95);
    let invented = |share: f64| ((genuine - share) / width).clamp(0.0, 1.0);
    Some(Estimate { share: invented(seen), low: invented(high), high: invented(low) })
}

/// Distribution of a check digit over numbers whose other digits are uniform; probabilities of 0 to 9 that sum to 1. The check digit is the
/// weighted sum of the digits, modulo `modulus` (1 or more), modulo 10.
///
/// # Source
/// Exact: the distribution of the remainder is carried on digit by digit.
pub fn check_digit_distribution(weights: &[i64], modulus: u16) -> [f64; 10] {
    let size = usize::from(modulus.max(1));
    let mut remainders = vec![0.0; size];
    remainders[0] = 1.0;
    for weight in weights {
        let mut next = vec![0.0; size];
        // The remainder of a negative weight counts from below, as in mathematics.
        let step = weight.rem_euclid(size as i64) as usize;
        for (at, probability) in remainders.iter().enumerate() {
            for digit in 0..10 {
                next[(at + digit * step) % size] += probability / 10.0;
            }
        }
        remainders = next;
    }
    let mut digits = [0.0; 10];
    for (remainder, probability) in remainders.into_iter().enumerate() {
        digits[remainder % 10] += probability;
    }
    digits
}

/// How unequal the counts of a histogram are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flatness {
    /// Pearson's statistic against equal expectations, 0 or more.
    pub chi_square: f64,
    /// Cells minus one.
    pub freedom: u64,
    /// Probability of so great a statistic for equal expectations, 0..=1; for up to ten thousand values, beyond that use the size of the effect.
    pub chance: f64,
    /// Size of the effect, 0..=1: the root of `chi_square / (n·freedom)`.
    pub cramers_v: f64,
}

/// Compares a histogram with a flat one; `None` for fewer than two cells or no counts.
///
/// # Source
/// K. Pearson 1900; H. Cramér, "Mathematical Methods of Statistics", 1946 (V of a single row). Tail: statrs, chi-square distribution.
pub fn flatness(counts: &[u64]) -> Option<Flatness> {
    let total: f64 = counts.iter().map(|count| *count as f64).sum();
    let freedom = (counts.len() as u64).checked_sub(1).filter(|freedom| *freedom > 0)?;
    let expected = super::ratio(total, counts.len() as f64).filter(|expected| *expected > 0.0)?;
    let chi_square: f64 = counts.iter().map(|count| (*count as f64 - expected).powi(2) / expected).sum();
    let chance = ChiSquared::new(freedom as f64).map_or(1.0, |chi| chi.sf(chi_square)).clamp(0.0, 1.0);
    Some(Flatness { chi_square, freedom, chance, cramers_v: (chi_square / (total * freedom as f64)).sqrt() })
}

/// Probability that a random day of `span` days is a given one, 0..=1; `None` for an empty span.
///
/// # Source
/// One of so many equally likely days.
pub fn same_day_by_chance(span: u64) -> Option<f64> {
    super::ratio(1.0, span as f64)
}

/// Expected number of equal pairs among `n` values drawn from `space` equally likely ones; `None` for an empty space.
///
/// # Source
/// Birthday problem: `n(n−1) / (2·space)`.
pub fn equal_pairs(n: u64, space: f64) -> Option<f64> {
    super::ratio(n as f64 * n.saturating_sub(1) as f64 / 2.0, space)
}

/// Weight (log10, raw) of rare wrong values reproduced: `found` of `held`, where a copy keeps each with probability `if_copied` and an
/// independent source makes the same error with probability `by_chance`. As [`super::exclusive::log10_of_rates`].
///
/// # Source
/// Ratio of binomial likelihoods; the principle of common errors of textual criticism (P. Maas, "Textkritik", 1927).
pub fn common_errors(found: u64, held: u64, if_copied: f64, by_chance: f64) -> Option<f64> {
    super::exclusive::log10_of_rates(found, held, if_copied, by_chance)
}
