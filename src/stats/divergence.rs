//! How unlike two histograms are, and which of two sources a histogram fits.

use std::f64::consts::LN_10;

use statrs::function::gamma::ln_gamma;

/// Jensen–Shannon divergence of two histograms of the same cells, in bits: 0 for equal ones, 1 for ones without a common cell. Counts or shares; each is
/// divided by its sum. `None` for unlike lengths, an empty histogram or a negative count.
///
/// # Source
/// J. Lin, "Divergence measures based on the Shannon entropy", 1991.
pub fn jensen_shannon(left: &[f64], right: &[f64]) -> Option<f64> {
    if left.len() != right.len() {
        return None;
    }
    let (left_sum, right_sum) = (sum_of(left)?, sum_of(right)?);
    let part = |p: f64, middle: f64| if p > 0.0 { p * (p / middle).log2() } else { 0.0 };
    let bits = |(p, q): (&f64, &f64)| {
        let (p, q) = (p / left_sum, q / right_sum);
        let middle = (p + q) / 2.0;
        (part(p, middle) + part(q, middle)) / 2.0
    };
    Some(left.iter().zip(right).map(bits).sum::<f64>().clamp(0.0, 1.0))
}

/// Sum of a histogram, above 0.
fn sum_of(cells: &[f64]) -> Option<f64> {
    let sound = cells.iter().all(|cell| cell.is_finite() && *cell >= 0.0);
    let sum: f64 = cells.iter().sum();
    (sound && sum > 0.0 && sum.is_finite()).then_some(sum)
}

/// Raw weight (log10) of a histogram `seen` for the source `first` against `second`, which are pseudo-counts of the same cells (all above 0, e.g. counts of the source plus
/// one half). A format is a property of an export, not of a row: pass at most some fifty rows. `None` for unlike lengths or other counts.
///
/// # Source
/// Ratio of Dirichlet-multinomial predictive probabilities (G. Pólya's urn).
pub fn format_weight(seen: &[u64], first: &[f64], second: &[f64]) -> Option<f64> {
    let sound = |counts: &[f64]| counts.iter().all(|count| *count > 0.0) && sum_of(counts).is_some();
    if seen.len() != first.len() || seen.len() != second.len() || !sound(first) || !sound(second) {
        return None;
    }
    Some((ln_predictive(seen, first) - ln_predictive(seen, second)) / LN_10)
}

/// `ln` of the probability of counts after pseudo-counts, but for the multinomial coefficient.
fn ln_predictive(seen: &[u64], prior: &[f64]) -> f64 {
    let rise = |from: f64, by: f64| ln_gamma(from + by) - ln_gamma(from);
    let cells: f64 = seen.iter().zip(prior).map(|(count, prior)| rise(*prior, *count as f64)).sum();
    cells - rise(prior.iter().sum(), seen.iter().sum::<u64>() as f64)
}

/// Probability of each first digit 1 to 9 of quantities that span several powers of ten.
///
/// # Source
/// F. Benford, "The law of anomalous numbers", 1938: `log10(1 + 1/d)`.
pub fn benford() -> [f64; 9] {
    std::array::from_fn(|at| (1.0 / (at as f64 + 1.0)).ln_1p() / LN_10)
}

/// Mean absolute difference of the shares of first digits 1 to 9 from [`benford`], 0..=1; `None` without counts. Only for amounts that span three powers of ten and more, never for numbers that
/// identify.
///
/// # Source
/// M. Nigrini, "Benford's Law", 2012: conformity is close below 0.006, acceptable below 0.012, marginal below 0.015.
pub fn benford_distance(counts: &[u64; 9]) -> Option<f64> {
    let total: u64 = counts.iter().sum();
    let distance = |(count, expected): (&u64, f64)| super::share(*count, total).map(|share| (share - expected).abs());
    counts.iter().zip(benford()).map(distance).sum::<Option<f64>>().map(|sum| sum / 9.0)
}
