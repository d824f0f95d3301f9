//! Order: whether rows of the dump follow the order of an older set, and whether labels come in blocks.

use super::tail::poisson_at_least;

/// Probability that a random order has `pairs` or more successive rows whose places in the other set follow each other too, 0..=1. Void where one of both is sorted by a column.
///
/// # Source
/// J. Wolfowitz, "Note on runs of consecutive elements", 1944: their number is nearly Poisson with mean 1.
pub fn adjacent_by_chance(pairs: u64) -> f64 {
    poisson_at_least(pairs, 1.0)
}

/// Successive rows whose place in the other set is the next one; `places` are distinct.
pub fn adjacent(places: &[u32]) -> u64 {
    places.windows(2).filter(|pair| pair[0].checked_add(1) == Some(pair[1])).count() as u64
}

/// Length of the longest increasing subsequence of `places`, in rows.
///
/// # Source
/// C. Schensted, "Longest increasing and decreasing subsequences", 1961 (patience sorting).
pub fn longest_increasing(places: &[u32]) -> usize {
    let mut tops: Vec<u32> = Vec::new();
    for place in places {
        let pile = tops.partition_point(|top| top < place);
        match tops.get_mut(pile) {
            Some(top) => *top = *place,
            None => tops.push(*place),
        }
    }
    tops.len()
}

/// Mean and standard deviation of the longest increasing subsequence of `n` rows in random order, in rows.
///
/// # Source
/// J. Baik, P. Deift & K. Johansson, "On the distribution of the length of the longest increasing subsequence of random
/// permutations", 1999: `2√n` plus `n^(1/6)` times a Tracy–Widom variable of mean −1.7711 and standard deviation 0.9018.
pub fn longest_increasing_by_chance(n: u64) -> (f64, f64) {
    let n = n as f64;
    let sixth = n.powf(1.0 / 6.0);
    (2.0 * n.sqrt() - 1.7711 * sixth, 0.9018 * sixth)
}

/// Rank correlation of two orders, −1..=1: share of pairs in the same order minus share in the opposite one. `places` are distinct; takes n·log n. `None` for fewer than two.
///
/// # Source
/// M. G. Kendall, "A new measure of rank correlation", 1938; inversions counted by merging, after W. R. Knight 1966.
pub fn kendall(places: &[u32]) -> Option<f64> {
    let n = places.len() as f64;
    let mut sorted = places.to_vec();
    let inversions = count_inversions(&mut sorted, &mut places.to_vec());
    super::ratio(inversions as f64, n * (n - 1.0) / 2.0).map(|share| 1.0 - 2.0 * share)
}

/// Sorts `values` and counts the pairs that stood the wrong way round.
fn count_inversions(values: &mut [u32], scratch: &mut [u32]) -> u64 {
    if values.len() < 2 {
        return 0;
    }
    let middle = values.len() / 2;
    let (left, right) = values.split_at_mut(middle);
    let (scratch_left, scratch_right) = scratch.split_at_mut(middle);
    let mut found = count_inversions(left, scratch_left) + count_inversions(right, scratch_right);
    let (mut from_left, mut from_right) = (0, middle);
    for place in scratch.iter_mut() {
        let take_left = from_right == values.len() || (from_left < middle && values[from_left] <= values[from_right]);
        if take_left {
            *place = values[from_left];
            from_left += 1;
        } else {
            *place = values[from_right];
            from_right += 1;
            found += (middle - from_left) as u64;
        }
    }
    values.copy_from_slice(scratch);
    found
}

/// Rank correlation of two orders by squared distances, −1..=1; `places` are distinct. `None` for fewer than two.
///
/// # Source
/// C. Spearman, "The proof and measurement of association between two things", 1904.
pub fn spearman(places: &[u32]) -> Option<f64> {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    let rank = |place: &u32| sorted.partition_point(|other| other < place) as f64;
    let squares: f64 = (0..).zip(places).map(|(at, place): (u32, _)| (rank(place) - f64::from(at)).powi(2)).sum();
    let n = places.len() as f64;
    super::ratio(6.0 * squares, n * (n * n - 1.0)).map(|part| 1.0 - part)
}

/// Runs of two labels against random order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Runs {
    /// Runs expected.
    pub mean: f64,
    /// Standard deviation, in runs.
    pub deviation: f64,
    /// Distance of what was seen from the mean in standard deviations: far below 0 for blocks, near 0 for shuffled, far above for alternating labels.
    pub z: f64,
}

/// `runs` seen in a row of `first` labels of one and `second` labels of another kind; `None` where there is nothing to vary.
///
/// # Source
/// A. Wald & J. Wolfowitz, "On a test whether two samples are from the same population", 1940.
pub fn runs(first: u64, second: u64, runs: u64) -> Option<Runs> {
    let (a, b) = (first as f64, second as f64);
    let n = a + b;
    let product = 2.0 * a * b;
    let mean = super::ratio(product, n)? + 1.0;
    let variance = super::ratio(product * (product - n), n * n * (n - 1.0)).filter(|variance| *variance > 0.0)?;
    Some(Runs { mean, deviation: variance.sqrt(), z: (runs as f64 - mean) / variance.sqrt() })
}
