//! Lists of passwords: what a list that was not given would share with each that was.
//!
//! People of different places choose the same rare password now and then, and lists are compiled from each other. So the
//! lists that were given stand in for one that was not: what list `i` would leave in the keys that `k` alone holds, were
//! `i` the dump and not given itself, is counted; the largest over all `i` is what chance may do.

use super::identify::CLASS_LEAST;
use super::noisy_or::Problem;

/// By how much a list that was not given may share more than any that was.
///
/// # Source
/// Reasoned: as much again as the most that the given lists show of each other. Held in 739 draws of 200 keys and more
/// from nineteen published lists, each withheld in turn: none of the others was called present.
pub const MARGIN: f64 = 2.0;

/// For each column the largest share of another column's keys that only it holds besides; columns related to it (one
/// contained in the other by half) are left out, as they are no strangers. 0 where there is no other.
pub fn rates(problem: &Problem, shared: &[Vec<f64>]) -> Vec<f64> {
    let related = |one: usize, other: usize| 2.0 * shared[one][other] >= shared[one][one].min(shared[other][other]);
    let mut rates = vec![0.0_f64; problem.columns];
    for class in &problem.classes {
        let [one, other] = class.members[..] else { continue };
        for (own, stranger) in [(one, other), (other, one)] {
            if shared[stranger][stranger] >= 2.0 * CLASS_LEAST && !related(one, other) {
                rates[own] = rates[own].max(class.held / shared[stranger][stranger]);
            }
        }
    }
    rates
}
