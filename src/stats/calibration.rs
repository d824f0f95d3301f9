//! How good weights were in cases with known truth; a score against the scores of decoys.

use std::f64::consts::LN_2;

/// Cost of weights (log10) in cases where the first explanation was true and in cases where the second was, in bits: 0 is perfect,
/// 1 is what saying nothing costs, more is misleading. `None` where one side has no cases or a weight is not a number.
///
/// # Source
/// N. Brümmer & J. du Preez, "Application-independent evaluation of speaker detection", 2006: Cllr.
pub fn cllr(first_true: &[f64], second_true: &[f64]) -> Option<f64> {
    let first = mean_cost(first_true.iter().map(|weight| -weight))?;
    let second = mean_cost(second_true.iter().copied())?;
    Some((first + second) / 2.0)
}

/// Mean of `log2(1 + 10^weight)`.
fn mean_cost(weights: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0u64);
    for weight in weights {
        let ln = weight * std::f64::consts::LN_10;
        // ln(1 + e^x), for great x as x + ln(1 + e^-x).
        sum += if ln > 0.0 { ln + (-ln).exp().ln_1p() } else { ln.exp().ln_1p() };
        count += 1;
    }
    super::ratio(sum / LN_2, count as f64).filter(|mean| !mean.is_nan())
}

/// Cost that would remain if the weights were recalibrated as well as a monotone map can, in bits, at most [`cllr`] and 1: what
/// they fail to tell apart. `None` as for [`cllr`].
///
/// # Source
/// N. Brümmer & J. du Preez 2006: isotonic regression by pooling adjacent violators (PAV), posterior odds divided by the odds of
/// the cases.
pub fn cllr_min(first_true: &[f64], second_true: &[f64]) -> Option<f64> {
    let label = |is_first: bool| move |weight: &f64| (*weight, is_first);
    let mut cases: Vec<(f64, bool)> = first_true.iter().map(label(true)).collect();
    cases.extend(second_true.iter().map(label(false)));
    if first_true.is_empty() || second_true.is_empty() || cases.iter().any(|(weight, _)| weight.is_nan()) {
        return None;
    }
    cases.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (firsts, seconds) = (first_true.len() as f64, second_true.len() as f64);
    let (mut cost_first, mut cost_second) = (0.0, 0.0);
    for (in_first, in_second) in pooled(&cases) {
        // Likelihood ratio of the pool; a pure pool costs nothing.
        if in_first > 0.0 && in_second > 0.0 {
            let ratio = in_first / firsts / (in_second / seconds);
            cost_first += in_first * ratio.recip().ln_1p() / LN_2;
            cost_second += in_second * ratio.ln_1p() / LN_2;
        }
    }
    Some((cost_first / firsts + cost_second / seconds) / 2.0)
}

/// Pools of sorted cases, as numbers of either label, whose share of `true` rises from pool to pool.
fn pooled(cases: &[(f64, bool)]) -> Vec<(f64, f64)> {
    let mut pools: Vec<(f64, f64)> = Vec::new();
    // Equal weights cannot be told apart: one pool each to begin with.
    for tied in cases.chunk_by(|left, right| left.0 == right.0) {
        let trues = tied.iter().filter(|(_, is_first)| *is_first).count() as f64;
        let mut last = (trues, tied.len() as f64 - trues);
        while let Some(before) = pools.pop_if(|before| before.0 * (last.0 + last.1) >= last.0 * (before.0 + before.1)) {
            last = (last.0 + before.0, last.1 + before.1);
        }
        pools.push(last);
    }
    pools
}

/// Share of decoys (and the thing itself) that score at least `score`, above 0 and at most 1: the probability of so great a score
/// if the thing is one of them. With `n` decoys it is never below `1 / (n + 1)`.
///
/// # Source
/// V. Vovk, A. Gammerman & G. Shafer, "Algorithmic Learning in a Random World", 2005: conformal p-value.
pub fn conformal_p(score: f64, decoys: &[f64]) -> f64 {
    // A score that is not a number is no better than any decoy.
    let as_great = decoys.iter().filter(|decoy| !(**decoy < score)).count();
    (1.0 + as_great as f64) / (1.0 + decoys.len() as f64)
}
