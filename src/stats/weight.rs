//! Weights of evidence: how many times more probable the findings are under one explanation than under another, as
//! log10 of that ratio. Positive speaks for the first explanation, negative for the second.

use std::f64::consts::{E, LN_10};

/// Weight that no group of tests may exceed, once validated (log10).
pub const GROUP_MOST: f64 = 3.0;

/// Weight that planted records may reach, and that no sum of groups may exceed (log10).
pub const TOTAL_MOST: f64 = 4.0;

/// Shares of prior belief at which a posterior is shown to readers who bring none: 1 %, 10 %, 50 %.
pub const PRIORS: [f64; 3] = [0.01, 0.1, 0.5];

/// A raw weight (log10, may be infinite) after granting that the model is wrong with probability `epsilon` (0..=1) on
/// either side: `L* = ((1−ε)L + ε) / ((1−ε) + εL)`. Its size stays below [`bounded_most`]; what is not a number weighs
/// 0.
///
/// # Source
/// Mixture of both likelihoods with their opposite (derivation: each explanation predicts, with probability ε, what the
/// other one does), after the contamination models of P. J. Huber, "A robust version of the probability ratio test",
/// 1965.
pub fn bounded(log10: f64, epsilon: f64) -> f64 {
    let epsilon = if epsilon.is_nan() { 1.0 } else { epsilon.clamp(0.0, 1.0) };
    if log10.is_nan() || epsilon >= 1.0 {
        return 0.0;
    }
    // Computed for the inverse ratio, at most 1, so that nothing overflows.
    let inverse = 10f64.powf(-log10.abs());
    let size = (((1.0 - epsilon) + epsilon * inverse) / ((1.0 - epsilon) * inverse + epsilon)).log10();
    // Without contamination an infinite or very great weight stays what it is.
    let size = if epsilon == 0.0 { log10.abs() } else { size };
    size.copysign(log10) + 0.0
}

/// Greatest size of [`bounded`], log10: `log10((1 − ε) / ε)`; for `epsilon` above 0 and up to one half, else `None`.
///
/// # Source
/// Limit of the bounded ratio for an infinite raw ratio.
pub fn bounded_most(epsilon: f64) -> Option<f64> {
    (epsilon > 0.0 && epsilon <= 0.5).then(|| ((1.0 - epsilon) / epsilon).log10())
}

/// Greatest weight (log10) that `n` independent validation worlds of the opposite explanation, none of them misleading,
/// justify: `log10(n + 1)`.
///
/// # Source
/// Simplified after P. Vergeer, A. van Es, A. de Jongh, I. Alberink & R. Stoel, "Numerical likelihood ratios outputted
/// by LR systems are often based on extrapolation: when to stop extrapolating?", 2016.
pub fn elub_cap(n: u64) -> f64 {
    (n as f64 + 1.0).log10()
}

/// `log10` kept within `-most..=most`; what is not a number weighs 0.
pub fn capped(log10: f64, most: f64) -> f64 {
    if log10.is_nan() || most.is_nan() { 0.0 } else { log10.clamp(-most.max(0.0), most.max(0.0)) }
}

/// Greatest likelihood ratio (1 or more) that a probability `p` of a test can stand for; `None` unless `0 < p <= 1`.
///
/// # Source
/// T. Sellke, M. J. Bayarri & J. O. Berger, "Calibration of p values for testing precise null hypotheses", 2001 (after
/// V. Vovk 1993): `1 / (−e·p·ln p)` below `1/e`.
pub fn vovk_sellke(p: f64) -> Option<f64> {
    (p > 0.0 && p <= 1.0).then(|| if p < 1.0 / E { (-E * p * p.ln()).recip() } else { 1.0 })
}

/// Weights of several groups of tests together (log10).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Combined {
    /// If groups of one direction say the same thing once more: the greatest for plus the greatest against.
    pub dependent: f64,
    /// If all groups are independent: the sum.
    pub independent: f64,
    /// The one of the two nearer to 0; 0 where their signs differ.
    pub reported: f64,
}

/// Combines weights (log10, finite); what is not a number counts as 0, no groups weigh 0.
///
/// # Source
/// Derivation: the sum is right under independence; under full dependence within a direction only the strongest counts.
/// The truth lies between, so the weaker of the two is reported. A further supporting group never lowers `dependent`.
pub fn combine(weights: &[f64]) -> Combined {
    let sound = || weights.iter().copied().filter(|weight| !weight.is_nan());
    let dependent = sound().fold(0.0, f64::max) + sound().fold(0.0, f64::min);
    let independent: f64 = sound().sum();
    // Infinite weights of both signs leave no number.
    let sound = |value: f64| if value.is_nan() { 0.0 } else { value + 0.0 };
    let (dependent, independent) = (sound(dependent), sound(independent));
    let reported = if dependent * independent <= 0.0 {
        0.0
    } else if dependent.abs() <= independent.abs() {
        dependent
    } else {
        independent
    };
    Combined { dependent, independent, reported }
}

/// Steps of the verbal scale, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Ratio below 2.
    None,
    /// 2 to below 10.
    Weak,
    /// 10 to below 100.
    Moderate,
    /// 100 to below 1000.
    ModeratelyStrong,
    /// 1000 to below 10,000.
    Strong,
    /// 10,000 to below a million.
    VeryStrong,
    /// A million and more.
    ExtremelyStrong,
}

impl Strength {
    /// The word of the scale, as in "… support".
    pub fn word(self) -> &'static str {
        match self {
            Strength::None => "no support either way",
            Strength::Weak => "weak",
            Strength::Moderate => "moderate",
            Strength::ModeratelyStrong => "moderately strong",
            Strength::Strong => "strong",
            Strength::VeryStrong => "very strong",
            Strength::ExtremelyStrong => "extremely strong",
        }
    }
}

/// The explanation that a weight supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Neither: the ratio is below 2 in both directions.
    Neither,
    /// The first one (positive weight).
    First,
    /// The second one (negative weight).
    Second,
}

/// A weight in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// How strongly.
    pub strength: Strength,
    /// Which way.
    pub side: Side,
}

/// The band of a weight (log10); what is not a number supports neither.
///
/// # Source
/// ENFSI, "Guideline for evaluative reporting in forensic science", 2015, table of likelihood ratios; ratios below 2
/// count as no support (that gap is ours). Ratios below 1 are inverted and support the other side.
pub fn band(log10: f64) -> Band {
    // A ratio written as a decimal fraction reaches its band although its logarithm is rounded.
    let size = log10.abs() + 1e-12;
    let strength = match size {
        _ if log10.is_nan() => Strength::None,
        size if size >= 6.0 => Strength::ExtremelyStrong,
        size if size >= 4.0 => Strength::VeryStrong,
        size if size >= 3.0 => Strength::Strong,
        size if size >= 2.0 => Strength::ModeratelyStrong,
        size if size >= 1.0 => Strength::Moderate,
        size if size >= 2f64.log10() => Strength::Weak,
        _ => Strength::None,
    };
    let side = match strength {
        Strength::None => Side::Neither,
        _ if log10 > 0.0 => Side::First,
        _ => Side::Second,
    };
    Band { strength, side }
}

/// Probability of an explanation after evidence of weight `log10` for it, where it was `prior` (0..=1) before; 0..=1.
/// `None` for what is no probability or no weight, and for certainty met by infinite evidence against it.
///
/// # Source
/// Bayes' theorem in odds.
pub fn posterior(log10: f64, prior: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&prior) || log10.is_nan() {
        return None;
    }
    // Odds of the smaller side first, so that nothing overflows.
    let against = (1.0 - prior) * 10f64.powf(-log10.max(0.0));
    let for_it = prior * 10f64.powf(log10.min(0.0));
    super::ratio(for_it, for_it + against)
}

/// [`posterior`] at each of [`PRIORS`], as `(prior, posterior)`; never to be shown without the prior beside it.
///
/// # Source
/// As [`posterior`].
pub fn posterior_grid(log10: f64) -> [(f64, Option<f64>); 3] {
    PRIORS.map(|prior| (prior, posterior(log10, prior)))
}

/// Probabilities of several explanations, one of which is right, from their likelihoods (log10, any common factor) and
/// prior probabilities (any common factor); they sum to 1. `None` where the lengths differ, a value has no meaning or
/// nothing is possible.
///
/// # Source
/// Bayes' theorem.
pub fn posterior_of_many(log10_likelihoods: &[f64], priors: &[f64]) -> Option<Vec<f64>> {
    let sound = |prior: &f64| prior.is_finite() && *prior >= 0.0;
    if log10_likelihoods.len() != priors.len() || !priors.iter().all(sound) {
        return None;
    }
    let possible =
        log10_likelihoods.iter().zip(priors).filter(|(_, prior)| **prior > 0.0).map(|(likelihood, _)| *likelihood);
    let best = possible.fold(f64::NEG_INFINITY, f64::max);
    if !best.is_finite() || log10_likelihoods.iter().any(|likelihood| likelihood.is_nan()) {
        return None;
    }
    let part = |(likelihood, prior): (&f64, &f64)| {
        if *prior == 0.0 { 0.0 } else { prior * ((likelihood - best) * LN_10).exp() }
    };
    let parts: Vec<f64> = log10_likelihoods.iter().zip(priors).map(part).collect();
    let sum: f64 = parts.iter().sum();
    Some(parts.into_iter().map(|part| part / sum).collect())
}
