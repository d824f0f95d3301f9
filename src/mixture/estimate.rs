//! Copied shares of one kind with what is not known of them.
//!
//! **What the interval is of.** The share of the source's keys that *was* copied: a fact about this dump, not a rate of
//! some process. Keys that the source alone holds are counted, not estimated; unknown is only which of its shared keys
//! came from it. By the principle of missing information the variance of that share is the variance of the estimated rate
//! less the variance that complete knowledge would leave, `V - c(1-c)/|C|`; it is widened by the overdispersion, since keys
//! come in blocks. The interval is the wider of that and the plain profile interval, which also covers the rate of a
//! copy drawn key by key. Its upper end allows for copied keys that no longer match (misspelt, damaged).
//!
//! # Source
//! T. Orchard and M. Woodbury, "A Missing Information Principle", 1972; T. Louis, JRSS B 44 (1982) 226.

use rayon::prelude::*;

use super::noisy_or::{EXACT, Problem};
use super::profile::{by_bend, interval};
use super::strata::{Strata, dispersion, replicates, spread};

/// Share of the copied keys that at least still match: what the upper ends are divided by.
///
/// # Source
/// The project's default sensitivity of exact matching, 0.95, until it is measured.
const SENSITIVITY: f64 = 0.95;

/// Cost of a step over all columns from which on profiles are not drawn: nine columns of two thousand classes are below.
const DEAR: usize = 2_000_000;

/// What is known of the copied shares, all by column.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Copied shares.
    pub shares: Vec<f64>,
    /// Lower ends of the 95 % intervals.
    pub low: Vec<f64>,
    /// Upper ends.
    pub high: Vec<f64>,
    /// Share of all keys found for other reasons than the sources, in the run that allows for it; `None` with one source,
    /// where it cannot be told from that source.
    pub background: Option<f64>,
    /// Copied shares in that run; `None` as above.
    pub with_background: Option<Vec<f64>>,
    /// Overdispersion; `None` where no strata were counted.
    pub dispersion: Vec<Option<f64>>,
    /// Whether the intervals are by the bend of the likelihood at its optimum, and not by its profile: each fit was dear.
    pub bent: bool,
}

/// Estimates all shares.
pub fn estimate(problem: &Problem, strata: &[Strata]) -> Estimate {
    let fit = problem.fit(None, None, EXACT);
    let variances = problem.variances(&fit.shares);
    let sizes = problem.sizes();
    let dispersion: Vec<Option<f64>> = (0..problem.columns).map(|k| dispersion(problem, strata, k)).collect();
    let drawn: Vec<Vec<Vec<f64>>> = strata.iter().map(|strata| replicates(problem, &fit.shares, strata)).collect();
    // Two ends, each in a handful of fits, for every column.
    let bends = (problem.step() * problem.columns > DEAR).then(|| problem.bends(&fit.shares));
    let likely = |k: usize, phi: f64| match &bends {
        Some(bends) => by_bend(&bends[k], fit.shares[k], problem.alone(k).1, phi),
        None => interval(problem, &fit, k, phi, variances[k]),
    };
    let ends: Vec<(f64, f64)> = (0..problem.columns)
        .into_par_iter()
        .map(|k| {
            let share = fit.shares[k];
            let plain = likely(k, 1.0);
            let phi = dispersion[k].unwrap_or(1.0);
            let wide = if phi > 1.0 { likely(k, phi) } else { plain };
            let spreads = drawn.iter().filter_map(|drawn| spread(drawn, k));
            let wide = spreads.fold(wide, |wide, (low, high)| (wide.0.min(low), wide.1.max(high)));
            let shrink = shrink(share, sizes[k], variances[k]);
            let (least, most) = counted(problem, k, sizes[k]);
            let low = (share - shrink * (share - wide.0)).max(least.min(share));
            let high = (share + shrink * (wide.1 - share)).min(most.max(share));
            (plain.0.min(low), (plain.1.max(high) / SENSITIVITY).min(1.0))
        })
        .collect();
    let background = (problem.columns > 1).then(|| problem.with_background().fit(None, None, EXACT).shares);
    Estimate {
        low: ends.iter().map(|ends| ends.0).collect(),
        high: ends.iter().map(|ends| ends.1).collect(),
        background: background.as_ref().and_then(|shares| shares.last().copied()),
        with_background: background.map(|shares| shares[..problem.columns].to_vec()),
        shares: fit.shares,
        dispersion,
        bent: bends.is_some(),
    }
}

/// By how much the interval of what was copied is narrower than that of the rate, 0..=1.
fn shrink(share: f64, size: f64, variance: Option<f64>) -> f64 {
    match variance {
        Some(variance) if variance > 0.0 && size > 0.0 => {
            (1.0 - share * (1.0 - share) / (size * variance)).clamp(0.0, 1.0).sqrt()
        }
        _ => 1.0,
    }
}

/// Least and greatest share that the counts allow: the source's own keys, and all that it holds.
fn counted(problem: &Problem, column: usize, size: f64) -> (f64, f64) {
    let total: f64 =
        problem.classes.iter().filter(|class| class.members.contains(&column)).map(|class| class.found).sum();
    if size > 0.0 { (problem.alone(column).1 / size, total / size) } else { (0.0, 1.0) }
}
