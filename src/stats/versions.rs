//! Old or current values: what the dump says where an old set and the service disagree; which time fits the values best.

use std::f64::consts::LN_10;

use super::interval::clopper_pearson;
use super::tail::binomial_at_most;

/// Drop of the log-likelihood that leaves a 95 % support interval of one parameter: half the 95 % quantile of chi-square with one degree of freedom,
/// rounded as usual.
///
/// # Source
/// S. S. Wilks, "The large-sample distribution of the likelihood ratio", 1938.
pub const SUPPORT: f64 = 1.92;

/// Keys whose value in the dump is the service's or an older set's, where the two differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Share of current values among those that are one or the other, 0..=1.
    pub current: f64,
    /// Exact 95 % interval of it.
    pub interval: (f64, f64),
    /// The share corrected for wrong readings, kept within 0..=1.
    pub corrected: f64,
    /// Raw weight (log10) of "all current" against "all old". Records of one copy are not independent: enter it only bounded.
    pub log10: f64,
    /// Two-sided probability of so unequal a split if both were equally likely, 0..=1.
    pub sign_test: f64,
    /// Share of keys whose value is neither, 0..=1: beyond a fifth the comparison is not conclusive.
    pub neither: f64,
}

/// `current`, `old` and `neither` keys; `error` is the share of values that a copy changes into the other one (above 0, below one half). `None` without
/// current and old keys, or for another error.
///
/// # Source
/// Clopper & Pearson 1934; correction `(θ − e)/(1 − 2e)`; weight `(current − old)·log10((1 − e)/e)`; sign test of W. J. Dixon & A. M. Mood 1946.
pub fn agreement(current: u64, old: u64, neither: u64, error: f64) -> Option<Agreement> {
    if !(error > 0.0 && error < 0.5) {
        return None;
    }
    let both = current + old;
    let share = super::share(current, both)?;
    Some(Agreement {
        current: share,
        interval: clopper_pearson(current, both, 0.95),
        corrected: ((share - error) / (1.0 - 2.0 * error)).clamp(0.0, 1.0),
        log10: (current as f64 - old as f64) * ((1.0 - error) / error).log10(),
        sign_test: (2.0 * binomial_at_most(current.min(old), both, 0.5)).min(1.0),
        neither: super::share(neither, both + neither)?,
    })
}

/// A stretch of time and how many values were valid all through it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Begin.
    pub from: f64,
    /// End (not included).
    pub to: f64,
    /// Values valid.
    pub valid: u64,
}

/// Cuts time at every begin and end of the validity intervals `[from, to)` and counts the valid values in each stretch, in order of
/// time; stretches without any are left out. Units of time are the caller's. Intervals without length or with ends that are not finite do not count.
///
/// # Source
/// Sweep over sorted ends. The stretch with most values is the likeliest time of extraction; several peaks speak for several sources.
pub fn sweep(intervals: &[(f64, f64)]) -> Vec<Segment> {
    let sound = intervals.iter().filter(|(from, to)| from.is_finite() && to.is_finite() && from < to);
    let mut ends: Vec<(f64, i64)> = sound.flat_map(|(from, to)| [(*from, 1), (*to, -1)]).collect();
    ends.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (mut valid, mut segments) = (0i64, Vec::new());
    for (at, (time, step)) in ends.iter().enumerate() {
        valid += step;
        let Some((next, _)) = ends.get(at + 1) else { break };
        if valid > 0 && next > time {
            segments.push(Segment { from: *time, to: *next, valid: valid.unsigned_abs() });
        }
    }
    segments
}

/// The first stretch that most values fit; `None` without stretches.
pub fn best(segments: &[Segment]) -> Option<Segment> {
    segments.iter().copied().rev().max_by_key(|segment| segment.valid)
}

/// The stretches that fit nearly as many values as the best: all that 95 % support leaves if a value fits a wrong time with
/// probability `error` (above 0, below one half; else none).
///
/// # Source
/// Likelihood `(1−e)` for each value that fits and `e` for each that does not; [`SUPPORT`].
pub fn supported(segments: &[Segment], error: f64) -> Vec<Segment> {
    let Some(best) = best(segments).filter(|_| error > 0.0 && error < 0.5) else { return Vec::new() };
    let least = best.valid as f64 - SUPPORT / ((1.0 - error) / error).ln();
    segments.iter().copied().filter(|segment| segment.valid as f64 >= least).collect()
}

/// Weight (log10) of a likelihood in natural logarithms.
pub(super) fn log10_of_ln(ln: f64) -> f64 {
    ln / LN_10
}
