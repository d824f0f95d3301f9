//! Records of one holder only, planted records, and service records against control records.

use std::f64::consts::LN_10;

use statrs::function::beta::ln_beta;

use super::interval::upper;
use super::tail::{Urn, ln_binomial};

/// Greatest share of a holder's records that was copied, at 95 % one-sided, after `hits` of its `n` exclusive records were
/// found by a matcher that finds `sensitivity` (above 0, at most 1) of what is there; 0..=1. Every other source could only
/// add hits, so the bound holds whatever they did; it does not hold if the copy avoided the exclusive records.
///
/// # Source
/// Clopper & Pearson 1934 (one side), divided by the sensitivity.
pub fn upper_copied_share(hits: u64, n: u64, sensitivity: f64) -> f64 {
    let bound = upper(hits, n, 0.95);
    if sensitivity > 0.0 { (bound / sensitivity).min(1.0) } else { 1.0 }
}

/// Fewest exclusive records for which finding none would say, at 1 %, that less than `share` was copied; in records.
/// `None` where no number suffices (`share` or `sensitivity` is 0).
///
/// # Source
/// `(1 − share·sensitivity)^n <= 0.01` solved for `n`.
pub fn least_records(share: f64, sensitivity: f64) -> Option<u64> {
    let found = (share * sensitivity).clamp(0.0, 1.0);
    if found == 1.0 {
        return Some(1);
    }
    (found > 0.0).then(|| (0.01_f64.ln() / (-found).ln_1p()).ceil() as u64)
}

/// Raw weight (log10 of the likelihood ratio) of `hits` of `n` for a hit rate `first` against a hit rate `second`, both in
/// 0..=1. `None` where both rates exclude what was seen; one alone that does gives an infinite weight.
///
/// # Source
/// Ratio of binomial likelihoods. Records are not independent: enter it only through [`super::weight::bounded`].
pub fn log10_of_rates(hits: u64, n: u64, first: f64, second: f64) -> Option<f64> {
    let (hits, misses) = (hits.min(n) as f64, n.saturating_sub(hits) as f64);
    let times = |count: f64, logarithm: f64| if count == 0.0 { 0.0 } else { count * logarithm };
    let fit = |rate: f64| times(hits, rate.ln()) + times(misses, (-rate).ln_1p());
    let weight = (fit(first) - fit(second)) / LN_10;
    (!weight.is_nan()).then_some(weight)
}

/// Hits among planted records under two explanations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Planted {
    /// Probability of exactly so many hits if a share was copied at random, 0..=1.
    pub if_copied: f64,
    /// Probability of exactly so many hits by chance alone, 0..=1.
    pub by_chance: f64,
    /// Probability of no hit at all if a share was copied, 0..=1.
    pub none_if_copied: f64,
}

/// `hits` of `n` planted records, if `copied` of the set was taken (0..=1) and a planted value arises by chance with
/// probability `chance`.
///
/// # Source
/// Binomial probabilities.
pub fn planted(hits: u64, n: u64, copied: f64, chance: f64) -> Planted {
    let by_copy = 1.0 - (1.0 - copied) * (1.0 - chance);
    Planted {
        if_copied: ln_binomial(hits, n, by_copy).exp(),
        by_chance: ln_binomial(hits, n, chance).exp(),
        none_if_copied: ln_binomial(0, n, copied).exp(),
    }
}

/// Hit rates of service records and control records side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// Rate among the service's records minus rate among the control records, −1..=1.
    pub difference: f64,
    /// Two-sided probability of such an unequal split by chance, 0..=1.
    pub chance: f64,
    /// log10 of the Bayes factor "two rates" against "one rate", both uniform beforehand. It knows no selection: small
    /// differences of the two populations count as differences of the source; use [`super::control::weigh`] for weights.
    pub log10_two_rates: f64,
}

/// Service records against control records, each as hits and number; `None` where one of them is empty.
///
/// # Source
/// R. A. Fisher 1934 (exact test); Bayes factor of two beta-binomial models with uniform priors (closed form).
pub fn service_vs_control(service: (u64, u64), control: (u64, u64)) -> Option<Compared> {
    let (hits_s, n_s) = (service.0.min(service.1), service.1);
    let (hits_c, n_c) = (control.0.min(control.1), control.1);
    let difference = super::share(hits_s, n_s)? - super::share(hits_c, n_c)?;
    let evidence = |hits: u64, n: u64| ln_beta(hits as f64 + 1.0, (n - hits) as f64 + 1.0);
    let log = evidence(hits_s, n_s) + evidence(hits_c, n_c) - evidence(hits_s + hits_c, n_s + n_c);
    let urn = Urn { marked: hits_s + hits_c, whole: n_s + n_c, drawn: n_s };
    Some(Compared { difference, chance: urn.as_rare_as(hits_s), log10_two_rates: log / LN_10 })
}
