//! When data were taken: the newest date, missing dates after a launch, the day the records stop.

use super::interval::tail_of;
use super::tail::poisson_at_most;
use super::versions::{SUPPORT, log10_of_ln};

/// Longest time after the newest record for which it is still credible, at `confidence`, that no newer one is seen; in units of
/// time, for `rate` records per unit (above 0, else `None`). For a sample the rate is the sample's.
///
/// # Source
/// Waiting time of a Poisson process: `−ln(1 − confidence) / rate`.
pub fn longest_gap(rate: f64, confidence: f64) -> Option<f64> {
    super::ratio(-tail_of(confidence).ln(), rate).filter(|gap| gap.is_finite()).map(f64::abs)
}

/// Records dated after a moment, seen against expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AfterLaunch {
    /// Probability of so few records if the service's data were there, 0..=1.
    pub chance: f64,
    /// Raw weight (log10) of "not the service's" against "the service's". Speaks only if some 4.6 records or more were expected.
    pub log10: f64,
}

/// `observed` records dated after the launch where `expected` would be there if the service's current data were, and `background` otherwise (both above 0, else
/// `None`).
///
/// # Source
/// Ratio of Poisson likelihoods.
pub fn after_launch(observed: u64, expected: f64, background: f64) -> Option<AfterLaunch> {
    let sound = |mean: f64| mean.is_finite() && mean > 0.0;
    (sound(expected) && sound(background)).then(|| AfterLaunch {
        chance: poisson_at_most(observed, expected),
        log10: log10_of_ln(observed as f64 * (background / expected).ln() - background + expected),
    })
}

/// Where a series of counts changes its rate.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangePoint {
    /// Number of periods before the change, at least 1.
    pub at: usize,
    /// Log-likelihood (natural, constants left out) of a change after 1, 2, ... periods.
    pub ln_likelihood: Vec<f64>,
    /// All numbers of periods that 95 % support leaves.
    pub supported: Vec<usize>,
}

/// Finds the change in `counts` per period, where `reference` tells how many records the reference holds of each period (positive; all equal for a constant rate). A dump may
/// hold a share of the reference before the change and another, dirty share after it. `None` for fewer than two periods, unlike lengths or a reference without records.
///
/// # Source
/// D. V. Hinkley, "Inference about the change-point in a sequence of random variables", 1970: profile likelihood of two Poisson
/// rates; [`SUPPORT`].
pub fn change_point(counts: &[u64], reference: &[f64]) -> Option<ChangePoint> {
    let sound = |rate: &f64| rate.is_finite() && *rate > 0.0;
    if counts.len() < 2 || counts.len() != reference.len() || !reference.iter().all(sound) {
        return None;
    }
    let (all, whole) = (counts.iter().sum::<u64>() as f64, reference.iter().sum::<f64>());
    // A period's own reference counts alike wherever the change lies.
    let constant: f64 = counts.iter().zip(reference).map(|(count, rate)| *count as f64 * rate.ln()).sum();
    let fit = |count: f64, of: f64| if count > 0.0 { count * (count / of).ln() - count } else { 0.0 };
    let (mut before, mut part) = (0.0, 0.0);
    let ln_likelihood: Vec<f64> = counts[..counts.len() - 1]
        .iter()
        .zip(reference)
        .map(|(count, rate)| {
            before += *count as f64;
            part += rate;
            // Rounding may leave next to nothing of the reference.
            constant + fit(before, part) + fit(all - before, (whole - part).max(f64::MIN_POSITIVE))
        })
        .collect();
    let best = ln_likelihood.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let at = ln_likelihood.iter().position(|value| *value == best)? + 1;
    let supported = (1..).zip(&ln_likelihood).filter(|(_, value)| **value > best - SUPPORT).map(|(at, _)| at).collect();
    Some(ChangePoint { at, ln_likelihood, supported })
}
