//! Samples of a whole of known size; overlaps that come by chance; ranges of serial numbers.

use super::interval::tail_of;
use super::tail::{Urn, halve};

/// Two-sided exact interval of the number of marked things among `whole`, after `k` of `n` drawn at random were marked;
/// in things, `confidence` in 0..1. Hits beyond `n` and draws beyond `whole` count as the most possible.
///
/// # Source
/// Inversion of the hypergeometric tails (the finite form of Clopper & Pearson 1934): the least and the greatest number that
/// leaves more than half of `1 − confidence` to what was seen or more extreme draws.
pub fn hypergeometric(k: u64, n: u64, whole: u64, confidence: f64) -> (u64, u64) {
    let n = n.min(whole);
    let k = k.min(n);
    let half = tail_of(confidence) / 2.0;
    let urn = |marked| Urn { marked, whole, drawn: n };
    let (least, most) = (k, whole - (n - k));
    if least == most {
        return (least, most);
    }
    let reaches = |marked| urn(marked).at_least(k) > half;
    let low = if reaches(least) { least } else { halve(least, most, reaches) };
    let falls_short = |marked| urn(marked).at_most(k) <= half;
    let high = if falls_short(most) { halve(least, most, falls_short) - 1 } else { most };
    (low, high)
}

/// What two independent lists of one population share by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChanceOverlap {
    /// Things expected in both.
    pub expected: f64,
    /// Standard deviation of that, in things.
    pub deviation: f64,
    /// Expected share of the left list, 0..=1; `None` for an empty list.
    pub share_of_left: Option<f64>,
    /// Expected share of the right list, 0..=1; `None` for an empty list.
    pub share_of_right: Option<f64>,
}

/// Overlap by chance of lists of `left` and `right` things out of `population`; lists longer than the population count as
/// all of it. `None` for an empty population.
///
/// # Source
/// Mean and variance of the hypergeometric distribution.
pub fn chance_overlap(left: u64, right: u64, population: u64) -> Option<ChanceOverlap> {
    let (left, right) = (left.min(population), right.min(population));
    let part = super::share(right, population)?;
    let expected = left as f64 * part;
    let spread = super::ratio((population - left) as f64, (population - 1) as f64).unwrap_or(0.0);
    Some(ChanceOverlap {
        expected,
        deviation: (left as f64 * part * (1.0 - part) * spread).sqrt(),
        share_of_left: super::ratio(expected, left as f64),
        share_of_right: super::ratio(expected, right as f64),
    })
}

/// Fewest and most things that two subsets of one population share; `None` where a subset exceeds the population.
///
/// # Source
/// M. Fréchet, 1935; see [`super::frechet_least`].
pub fn frechet(left: u64, right: u64, population: u64) -> Option<(u64, u64)> {
    (left.max(right) <= population).then(|| (super::frechet_least(left, right, population), left.min(right)))
}

/// The end of a range of serial numbers that began at 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SerialEnd {
    /// Unbiased estimate of the greatest serial issued.
    pub estimate: f64,
    /// One-sided upper bound of it.
    pub upper: f64,
}

/// Greatest serial issued, from the `greatest` of `seen` serials drawn at random; `confidence` in 0..1. `None` where
/// nothing was seen.
///
/// # Source
/// L. A. Goodman, "Serial number analysis", 1952 (the German tank problem): `m(1 + 1/k) − 1`; the bound solves
/// `(m/N)^k = 1 − confidence`.
pub fn serial_end(greatest: u64, seen: u64, confidence: f64) -> Option<SerialEnd> {
    let (m, k) = (greatest as f64, seen as f64);
    let tail = tail_of(confidence);
    (seen > 0 && tail > 0.0).then(|| SerialEnd { estimate: m * (1.0 + 1.0 / k) - 1.0, upper: m * tail.powf(-1.0 / k) })
}
