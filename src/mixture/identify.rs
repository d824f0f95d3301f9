//! Which sources cannot be told from each other, and which hold each other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::noisy_or::Problem;

/// Jaccard index above which two sources are one for the estimate.
const TWINS: f64 = 0.95;
/// Keys below which a class does not count for identifiability.
pub const CLASS_LEAST: f64 = 50.0;
/// Share of a source's keys that it must hold alone.
pub const ALONE_LEAST: f64 = 0.01;
/// Share of a source's keys from which on it is said to be contained in another.
const CONTAINED: f64 = 0.5;

/// One source's keys stand in another's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Containment {
    /// Reference id of the contained source.
    pub reference: String,
    /// Reference id of the source that contains it.
    pub of: String,
    /// Share of the contained source's informative keys that stand in the other, 0..=1, at least a half.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: f64,
    /// Share of the other's informative keys that stand in the contained source, 0..=1, at most `share`.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_of_other: f64,
}

/// Keys that both of two columns hold, row by row; the diagonal is what each holds.
pub fn shared(problem: &Problem) -> Vec<Vec<f64>> {
    let mut shared = vec![vec![0.0; problem.columns]; problem.columns];
    for class in &problem.classes {
        for &one in &class.members {
            class.members.iter().for_each(|&other| shared[one][other] += class.held);
        }
    }
    shared
}

/// The bundle of each column, numbered from 0 in order of the first column: columns whose Jaccard index is above 0.95,
/// directly or over others, are one.
pub fn bundles(shared: &[Vec<f64>]) -> Vec<usize> {
    let n = shared.len();
    let mut bundle: Vec<usize> = (0..n).collect();
    for one in 0..n {
        for other in 0..one {
            let union = shared[one][one] + shared[other][other] - shared[one][other];
            if union > 0.0 && shared[one][other] > TWINS * union && bundle[one] != bundle[other] {
                let (keep, gone) = (bundle[one].min(bundle[other]), bundle[one].max(bundle[other]));
                bundle.iter_mut().filter(|b| **b == gone).for_each(|b| *b = keep);
            }
        }
    }
    let mut firsts = bundle.clone();
    firsts.sort_unstable();
    firsts.dedup();
    bundle.iter().map(|first| firsts.binary_search(first).unwrap_or(0)).collect()
}

/// Pairs of columns of which one stands in the other by half or more: contained, containing, shares.
pub fn contained(shared: &[Vec<f64>]) -> Vec<(usize, usize, f64, f64)> {
    let mut out = Vec::new();
    for one in 0..shared.len() {
        for other in 0..shared.len() {
            let (held, other_held) = (shared[one][one], shared[other][other]);
            let smaller = held < other_held || (held == other_held && one < other);
            if one == other || held < CLASS_LEAST || !smaller {
                continue;
            }
            let share = shared[one][other] / held;
            if share >= CONTAINED {
                out.push((one, other, share, shared[one][other] / other_held));
            }
        }
    }
    out
}

/// Columns that the classes of at least 50 keys do not determine, each with the others it trades against: the columns of a
/// null vector of the incidence matrix can rise and fall together without a trace.
///
/// # Source
/// Gauss-Jordan elimination; the null space is spanned by one vector for each column without a pivot.
pub fn undetermined(problem: &Problem) -> Vec<Vec<usize>> {
    let n = problem.columns;
    let mut pivots: Vec<(usize, Vec<f64>)> = Vec::new();
    for class in problem.classes.iter().filter(|class| class.held >= CLASS_LEAST) {
        let mut row = vec![0.0; n];
        class.members.iter().for_each(|&member| row[member] = 1.0);
        for (at, pivot) in &pivots {
            let factor = row[*at];
            subtract(&mut row, pivot, factor);
        }
        let Some(at) = row.iter().position(|value| value.abs() > 1e-6) else { continue };
        let lead = row[at];
        row.iter_mut().for_each(|value| *value /= lead);
        for (_, pivot) in &mut pivots {
            let factor = pivot[at];
            subtract(pivot, &row, factor);
        }
        pivots.push((at, row));
        if pivots.len() == n {
            break;
        }
    }
    let mut partners = vec![Vec::new(); n];
    for free in (0..n).filter(|column| !pivots.iter().any(|(at, _)| at == column)) {
        let mut support: Vec<usize> =
            pivots.iter().filter(|(_, row)| row[free].abs() > 1e-6).map(|(at, _)| *at).collect();
        support.push(free);
        for &column in &support {
            partners[column].extend(support.iter().copied().filter(|&other| other != column));
        }
        if support.len() == 1 {
            // Too few keys of its own in any class: it trades against nothing, and nothing tells of it.
            partners[free].push(free);
        }
    }
    for list in &mut partners {
        list.sort_unstable();
        list.dedup();
    }
    partners
}

fn subtract(row: &mut [f64], other: &[f64], factor: f64) {
    if factor != 0.0 {
        row.iter_mut().zip(other).for_each(|(value, other)| *value -= factor * other);
    }
}

#[cfg(test)]
mod tests {
    use super::super::noisy_or::Class;
    use super::*;

    fn problem(columns: usize, classes: &[(&[usize], f64)]) -> Problem {
        let class = |&(members, held): &(&[usize], f64)| Class { members: members.to_vec(), held, found: 0.0 };
        Problem { columns, classes: classes.iter().map(class).collect() }
    }

    #[test]
    fn twins_are_bundled() {
        let problem = problem(4, &[(&[0, 2], 970.0), (&[0], 10.0), (&[2], 15.0), (&[1], 500.0), (&[1, 3], 500.0)]);
        assert_eq!(bundles(&shared(&problem)), [0, 1, 0, 2]);
    }

    #[test]
    fn containment_has_a_direction() {
        let problem = problem(3, &[(&[0], 9_000.0), (&[0, 1], 993.0), (&[1], 7.0), (&[2], 100.0)]);
        let found = contained(&shared(&problem));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0, found[0].1, found[0].2), (1, 0, 0.993));
    }

    #[test]
    fn what_only_comes_together_is_undetermined() {
        let apart = problem(2, &[(&[0], 100.0), (&[0, 1], 100.0)]);
        assert_eq!(undetermined(&apart), [vec![], Vec::<usize>::new()]);
        let together = problem(3, &[(&[0, 1], 100.0), (&[0], 10.0), (&[2], 60.0)]);
        assert_eq!(undetermined(&together), [vec![1], vec![0], vec![]]);
        let ring = problem(4, &[(&[0, 1], 99.0), (&[1, 2], 99.0), (&[2, 3], 99.0), (&[0, 3], 99.0)]);
        assert!(undetermined(&ring).iter().all(|partners| partners.len() == 3), "an even ring has a null vector");
    }
}
