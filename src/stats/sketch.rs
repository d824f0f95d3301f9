//! What sampled or approximate sets can tell, and what they cannot.

use super::interval::{tail_of, wilson};
use super::tail::{binomial_at_least, binomial_at_most, halve};

/// Size of a set, in things, from the `kept` of its hashes that fall below `fraction` (0..1, above 0) of their range; two-sided interval
/// at `confidence`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SketchedSize {
    /// `kept / fraction`.
    pub size: f64,
    /// Standard deviation of it.
    pub deviation: f64,
    /// Least size that the sketch leaves possible.
    pub low: u64,
    /// Greatest size that the sketch leaves possible.
    pub high: u64,
}

/// Size behind a FracMinHash sketch; also the size of an intersection, from the hashes common to two sketches of the same key and
/// fraction. `None` unless `0 < fraction < 1`.
///
/// # Source
/// L. Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers", 2022;
/// interval by inverting the binomial tails in the number of draws.
pub fn sketched_size(kept: u64, fraction: f64, confidence: f64) -> Option<SketchedSize> {
    if !(fraction > 0.0 && fraction < 1.0) {
        return None;
    }
    let size = kept as f64 / fraction;
    let half = tail_of(confidence) / 2.0;
    let reaches = |n: u64| binomial_at_least(kept, n, fraction) > half;
    let falls_short = |n: u64| binomial_at_most(kept, n, fraction) <= half;
    let low = if reaches(kept) { kept } else { halve(kept, above(kept, reaches), reaches) };
    // Without a tail to leave out, nothing falls short.
    let high = if half > 0.0 { halve(kept, above(kept, falls_short), falls_short) - 1 } else { u64::MAX };
    Some(SketchedSize { size, deviation: (size * (1.0 - fraction) / fraction).sqrt(), low, high })
}

/// A number above `from` for which `holds` does.
fn above(from: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let mut high = from.max(1);
    loop {
        let next = high.saturating_mul(2);
        if holds(next) || next == u64::MAX {
            return next;
        }
        high = next;
    }
}

/// Upper bounds of an overlap, in things, when two sketches have no hash in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoCommonHash {
    /// One-sided.
    pub one_sided: f64,
    /// Upper end of the two-sided interval.
    pub two_sided: f64,
}

/// How many things may be shared although sketches of this `fraction` share none; `None` unless `0 < fraction < 1`. Exclusive and
/// planted records must be counted exactly, never by sketches.
///
/// # Source
/// `(1 − fraction)^n` set equal to what `confidence` leaves.
pub fn no_common_hash(fraction: f64, confidence: f64) -> Option<NoCommonHash> {
    let tail = tail_of(confidence);
    (fraction > 0.0 && fraction < 1.0 && tail > 0.0).then(|| {
        let bound = |tail: f64| tail.ln() / (-fraction).ln_1p();
        NoCommonHash { one_sided: bound(tail), two_sided: bound(tail / 2.0) }
    })
}

/// Factor by which the containment read from sketches of a set of `size` falls short on average, 0..=1: the chance that its sketch is not empty.
/// `None` unless `0 < fraction <= 1`.
///
/// # Source
/// M. Rahman Hera, N. T. Pierce-Ward & D. Koslicki, "Deriving confidence intervals for mutation rates across a wide range of
/// evolutionary distances using FracMinHash", 2023, theorem 1: `1 − (1 − fraction)^size`.
pub fn containment_bias(size: u64, fraction: f64) -> Option<f64> {
    (fraction > 0.0 && fraction <= 1.0).then(|| -(size as f64 * (-fraction).ln_1p()).exp_m1())
}

/// Relative standard error of a containment (above 0, at most 1) of a set of `size` read from sketches; `None` where there is nothing to divide by.
///
/// # Source
/// Binomial standard deviation: the root of `(1 − C) / (C·fraction·size)`.
pub fn containment_error(containment: f64, size: u64, fraction: f64) -> Option<f64> {
    super::ratio(1.0 - containment, containment * fraction * size as f64).filter(|square| *square >= 0.0).map(f64::sqrt)
}

/// A share with an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SketchedShare {
    /// Estimate, 0..=1.
    pub share: f64,
    /// Standard error of it.
    pub error: f64,
    /// Lower end of the score interval.
    pub low: f64,
    /// Upper end of the score interval.
    pub high: f64,
}

/// Share from `common` of `of` hashes: containment if `of` are the hashes of one sketch, Jaccard if they are those of the union (of two FracMinHash
/// sketches, or the `k` smallest of both). `None` without hashes.
///
/// # Source
/// A. Broder, "On the resemblance and containment of documents", 1997; interval by Wilson 1927.
pub fn sketched_share(common: u64, of: u64, confidence: f64) -> Option<SketchedShare> {
    let share = super::share(common.min(of), of)?;
    let (low, high) = wilson(common, of, confidence);
    Some(SketchedShare { share, error: (share * (1.0 - share) / of as f64).sqrt(), low, high })
}

/// Size of a set from the `k`-th smallest of its hashes, which lies at `position` (above 0, at most 1) of their range: the estimate
/// and its relative standard error. `None` for fewer than 3 hashes or no position.
///
/// # Source
/// Z. Bar-Yossef et al., "Counting distinct elements in a data stream", 2002; K. Beyer et al., "On synopses for distinct-value
/// estimation under multiset operations", 2007: `(k − 1) / position`, error `1/√(k − 2)`.
pub fn smallest_hashes(k: u64, position: f64) -> Option<(f64, f64)> {
    let size = super::ratio(k as f64 - 1.0, position)?;
    (k > 2).then(|| (size, 1.0 / (k as f64 - 2.0).sqrt()))
}

/// Containment of a set of `left` things in one of `right`, from their Jaccard index. For sets of unlike size a small error of the index
/// becomes a great one, and the result may exceed 1: a reason not to use it. `None` for an empty left set.
///
/// # Source
/// Algebra: `J(|A| + |B|) / (|A|(1 + J))`.
pub fn containment_from_jaccard(jaccard: f64, left: u64, right: u64) -> Option<f64> {
    super::ratio(jaccard * (left as f64 + right as f64), left as f64 * (1.0 + jaccard))
        .filter(|value| value.is_finite())
}

/// Errors of a HyperLogLog counter of `2^precision` registers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HyperLogLog {
    /// Relative standard error of one size.
    pub error: f64,
    /// Standard deviation of an intersection by adding two sizes and taking away the union's, in things, if the three errors are independent.
    pub intersection_deviation: f64,
    /// Memory of one counter with registers of six bits, in bytes.
    pub bytes: u64,
}

/// What HyperLogLog can tell of sets of `left` and `right` things that share `shared`; `precision` 4 to 30, else `None`. Use it for sizes only.
///
/// # Source
/// P. Flajolet, É. Fusy, O. Gandouet & F. Meunier, "HyperLogLog", 2007: `1.04/√m`; O. Ertl, "New cardinality estimation algorithms
/// for HyperLogLog sketches", 2017, on intersections.
pub fn hyper_log_log(left: u64, right: u64, shared: u64, precision: u32) -> Option<HyperLogLog> {
    let registers = 1u64 << Some(precision).filter(|precision| (4..=30).contains(precision))?;
    let error = 1.04 / (registers as f64).sqrt();
    let (left, right) = (left as f64, right as f64);
    let union = left + right - shared as f64;
    let deviation = error * (left * left + right * right + union * union).sqrt();
    Some(HyperLogLog { error, intersection_deviation: deviation, bytes: registers * 6 / 8 })
}

/// Pairs of unlike things among `n` whose hashes of `bits` bits (at most 1023) are equal, expected.
///
/// # Source
/// Birthday problem: `n(n−1) / 2^(bits + 1)`; across two sets see [`super::expected_hash_collisions`].
pub fn collisions_within(n: u64, bits: u32) -> f64 {
    n as f64 * n.saturating_sub(1) as f64 / 2.0 / 2f64.powi(bits.min(1023) as i32)
}
