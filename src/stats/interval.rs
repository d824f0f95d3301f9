//! A share seen in a sample, and what the share of the whole may be.

use super::tail::{beta_quantile, normal_quantile};

/// Two-sided interval of a share from `k` hits of `n`, in 0..=1; `confidence` in 0..1, for display. Hits beyond `n` count
/// as `n`; no sample at all leaves 0..=1.
///
/// # Source
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927: the score interval.
pub fn wilson(k: u64, n: u64, confidence: f64) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (k, total) = (k.min(n), n as f64);
    let z = normal_quantile(1.0 - tail_of(confidence) / 2.0);
    let share = k as f64 / total;
    let centre = share + z * z / (2.0 * total);
    let reach = z * (share * (1.0 - share) / total + z * z / (4.0 * total * total)).sqrt();
    let scale = 1.0 + z * z / total;
    // At the edges the two terms cancel but for rounding.
    let low = if k == 0 { 0.0 } else { ((centre - reach) / scale).max(0.0) };
    let high = if k == n { 1.0 } else { ((centre + reach) / scale).min(1.0) };
    (low, high)
}

/// Two-sided exact interval of a share from `k` hits of `n`, in 0..=1; `confidence` in 0..1, for rules. Never too narrow,
/// often too wide. Hits beyond `n` count as `n`; no sample at all leaves 0..=1.
///
/// # Source
/// C. J. Clopper & E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", 1934.
pub fn clopper_pearson(k: u64, n: u64, confidence: f64) -> (f64, f64) {
    let half = tail_of(confidence) / 2.0;
    (exact_lower(k, n, half), exact_upper(k, n, half))
}

/// One-sided upper bound of a share from `k` hits of `n`, in 0..=1; `confidence` in 0..1. With no hits it is
/// `1 − (1 − confidence)^(1/n)`.
///
/// # Source
/// Clopper & Pearson 1934, one side: the `confidence` quantile of the beta distribution with `k + 1` and `n − k`.
pub fn upper(k: u64, n: u64, confidence: f64) -> f64 {
    exact_upper(k, n, tail_of(confidence))
}

/// One-sided lower bound of a share from `k` hits of `n`, in 0..=1; `confidence` in 0..1.
///
/// # Source
/// Clopper & Pearson 1934, one side: the `1 − confidence` quantile of the beta distribution with `k` and `n − k + 1`.
pub fn lower(k: u64, n: u64, confidence: f64) -> f64 {
    exact_lower(k, n, tail_of(confidence))
}

/// Quick upper bound of a share after `n` draws without a hit, at 95 %: `3 / n`; `None` without draws.
///
/// # Source
/// J. A. Hanley & A. Lippman-Hand, "If nothing goes wrong, is everything all right?", 1983: the rule of three.
pub fn rule_of_three(n: u64) -> Option<f64> {
    super::ratio(3.0, n as f64).map(|bound| bound.min(1.0))
}

/// Probability left outside, 0..=1; what is not a confidence becomes none.
pub(super) fn tail_of(confidence: f64) -> f64 {
    if confidence.is_nan() { 1.0 } else { (1.0 - confidence).clamp(0.0, 1.0) }
}

fn exact_lower(k: u64, n: u64, tail: f64) -> f64 {
    match k.min(n) {
        0 => 0.0,
        k => beta_quantile(tail, k as f64, (n - k) as f64 + 1.0),
    }
}

fn exact_upper(k: u64, n: u64, tail: f64) -> f64 {
    // The quantile at 1 - tail, read from the other end so that a small bound keeps its digits.
    match k {
        k if k >= n => 1.0,
        0 => -(tail.ln() / n as f64).exp_m1(),
        k => beta_quantile(1.0 - tail, k as f64 + 1.0, (n - k) as f64),
    }
}

/// A share corrected for the errors of the matcher that counted it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrected {
    /// The estimate as it comes out, which noise may drive below 0 or above 1.
    pub raw: f64,
    /// The estimate kept within 0..=1.
    pub share: f64,
}

/// True share behind a share `seen` by a matcher that finds `sensitivity` of what is there and rejects `specificity` of
/// what is not; all in 0..=1. `None` where the matcher is no better than chance.
///
/// # Source
/// W. J. Rogan & B. Gladen, "Estimating prevalence from the results of a screening test", 1978.
pub fn rogan_gladen(seen: f64, sensitivity: f64, specificity: f64) -> Option<Corrected> {
    let raw = super::ratio(seen + specificity - 1.0, sensitivity + specificity - 1.0)?;
    raw.is_finite().then(|| Corrected { raw, share: raw.clamp(0.0, 1.0) })
}

/// Whether `k` hits of `n` are no more than the matcher's own noise: below the false share plus twice its standard
/// deviation. `specificity` in 0..=1. True without draws.
///
/// # Source
/// Binomial standard deviation of the false hits; the two deviations are a convention.
pub fn at_matcher_noise(k: u64, n: u64, specificity: f64) -> bool {
    let Some(seen) = super::share(k, n) else { return true };
    let noise = (1.0 - specificity).clamp(0.0, 1.0);
    seen < noise + 2.0 * (noise * (1.0 - noise) / n as f64).sqrt()
}
