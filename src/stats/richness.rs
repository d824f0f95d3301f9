//! How many distinct values there are beyond those seen. Invented names come from short lists.

/// Estimates from values seen once and twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Richness {
    /// Distinct values, seen and unseen, at least (bias-corrected).
    pub chao1: f64,
    /// The same by the older formula; `None` where no value was seen twice.
    pub chao1_classic: Option<f64>,
    /// Share of the draws' source that the seen values make up, 0..=1; `None` without draws.
    pub coverage: Option<f64>,
    /// Share of draws whose value was seen once, 0..=1; `None` without draws.
    pub once: Option<f64>,
}

/// From `n` draws with `distinct` values, `once` of them seen once and `twice` twice.
///
/// # Source
/// A. Chao, "Nonparametric estimation of the number of classes in a population", 1984, and its bias-corrected form; I. J. Good,
/// "The population frequencies of species and the estimation of population parameters", 1953 (after Turing).
pub fn richness(n: u64, distinct: u64, once: u64, twice: u64) -> Richness {
    let (seen, f1, f2) = (distinct as f64, once as f64, twice as f64);
    let seen_once = super::share(once.min(n), n);
    Richness {
        chao1: seen + f1 * (f1 - 1.0).max(0.0) / (2.0 * (f2 + 1.0)),
        chao1_classic: super::ratio(f1 * f1, 2.0 * f2).map(|unseen| seen + unseen),
        coverage: seen_once.map(|share| 1.0 - share),
        once: seen_once,
    }
}

/// Growth of distinct values with the number of draws: the exponent between `at_half` distinct values in the first half and `at_all` in all, 0 (no new
/// ones) to 1 (all new); `None` where nothing was seen.
///
/// # Source
/// H. S. Heaps, "Information Retrieval", 1978: `V(n) = K·n^β`, so `β = log2(V(n)/V(n/2))`.
pub fn heaps(at_half: u64, at_all: u64) -> Option<f64> {
    super::share(at_all.max(at_half), at_half).map(f64::log2)
}
