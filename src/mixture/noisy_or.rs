//! The coverage noisy-or: which share of each source was copied, from what is found *and missing* of every class.
//!
//! A key of a class is in the dump unless every source that holds it failed to give it: `p = 1 - Π (1 - c_k)`. In
//! `x_k = -ln(1 - c_k)` the likelihood is concave, so there is one optimum and a source that was not copied goes to 0.
//!
//! # Source
//! Independent noisy-or: J. Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, section 4.3.2. EM update:
//! Dempster, Laird and Rubin, "Maximum Likelihood from Incomplete Data via the EM Algorithm", 1977, with "which source gave
//! the key" as the missing part. Projected Newton steps: D. P. Bertsekas, SIAM J. Control and Optimization 20 (1982) 221.

use std::collections::BTreeMap;

use super::solve;
use crate::compare::KeyClass;

/// Copied shares are kept below 1 by this much: the logarithm of what was not copied must exist.
const FROM_ONE: f64 = 1e-12;
/// And above 0 by this much, so that an EM step can leave 0.
const FROM_ZERO: f64 = 1e-14;
/// Copied share that the search begins with.
const START: f64 = 0.3;
/// EM steps before the first Newton step: they are safe far from the optimum.
const EM_FIRST: usize = 30;
/// Most rounds; each is an EM step and, where it is better, a Newton step.
const ROUNDS_MOST: usize = 400;
/// The search ends when an EM step changes no share by more.
pub const EXACT: f64 = 1e-10;
/// The same where the fit is one of many (profiles, replicates).
pub const QUICK: f64 = 1e-7;

/// Keys that exactly these sources hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// Columns, ascending, none twice.
    pub members: Vec<usize>,
    /// Distinct keys.
    pub held: f64,
    /// Those of them that are in the dump, `0..=held`.
    pub found: f64,
}

/// Classes over `columns` sources.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problem {
    /// Number of sources.
    pub columns: usize,
    /// No two with the same members, none without members or keys.
    pub classes: Vec<Class>,
}

/// The optimum.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Copied share by column, 0..=1.
    pub shares: Vec<f64>,
    /// Natural logarithm of the likelihood, without the binomial coefficients.
    pub loglik: f64,
}

/// How the likelihood bends along one share, in `x = -ln(1 - c)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bend {
    /// Place of the optimum, at least 0.
    pub x: f64,
    /// Slope there: 0 within the range, below 0 where nothing was copied.
    pub slope: f64,
    /// Negative second derivative of the profile likelihood.
    pub information: f64,
}

impl Problem {
    /// Classes seen through `column_of` (by reference index; `None`: no source). What no source holds is left out.
    /// Also says to which class each of the given ones went.
    pub fn of(classes: &[KeyClass], column_of: &[Option<usize>], columns: usize) -> (Problem, Vec<Option<usize>>) {
        let mut interned: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (index, class) in classes.iter().enumerate() {
            let mut members: Vec<usize> = class.members.iter().filter_map(|&member| *column_of.get(member)?).collect();
            members.sort_unstable();
            members.dedup();
            if !members.is_empty() && class.held > 0 {
                interned.entry(members).or_default().push(index);
            }
        }
        let mut went = vec![None; classes.len()];
        let mut problem = Problem { columns, classes: Vec::with_capacity(interned.len()) };
        for (members, from) in interned {
            let mut class = Class { members, held: 0.0, found: 0.0 };
            for index in from {
                went[index] = Some(problem.classes.len());
                class.held += classes[index].held as f64;
                class.found += classes[index].found.min(classes[index].held) as f64;
            }
            problem.classes.push(class);
        }
        (problem, went)
    }

    /// The same with one more column that is a member of every class: keys found for other reasons than the sources.
    pub fn with_background(&self) -> Problem {
        let mut problem = self.clone();
        for class in &mut problem.classes {
            class.members.push(self.columns);
        }
        problem.columns += 1;
        problem
    }

    /// Distinct keys that each column holds.
    pub fn sizes(&self) -> Vec<f64> {
        let mut sizes = vec![0.0; self.columns];
        for class in &self.classes {
            class.members.iter().for_each(|&member| sizes[member] += class.held);
        }
        sizes
    }

    /// The class that a column alone holds: held, found.
    pub fn alone(&self, column: usize) -> (f64, f64) {
        let class = self.classes.iter().find(|class| class.members == [column]);
        class.map_or((0.0, 0.0), |class| (class.held, class.found))
    }

    /// Likelihood of copied shares.
    pub fn loglik(&self, shares: &[f64]) -> f64 {
        let x: Vec<f64> = shares.iter().map(|share| -(-share).ln_1p()).collect();
        self.loglik_at(&x)
    }

    fn loglik_at(&self, x: &[f64]) -> f64 {
        let of = |class: &Class| {
            let s: f64 = class.members.iter().map(|&member| x[member]).sum();
            let found = if class.found > 0.0 { class.found * (-(-s).exp_m1()).ln() } else { 0.0 };
            found - (class.held - class.found) * s
        };
        self.classes.iter().map(of).sum()
    }

    /// Gradient and negative Hessian (row by row) in `x`.
    fn slope(&self, x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let k = self.columns;
        let (mut gradient, mut information) = (vec![0.0; k], vec![0.0; k * k]);
        for class in &self.classes {
            if class.found <= 0.0 {
                class.members.iter().for_each(|&one| gradient[one] -= class.held);
                continue;
            }
            let s: f64 = class.members.iter().map(|&member| x[member]).sum();
            let p = -(-s).exp_m1();
            let ratio = class.found / p;
            let curvature = ratio * (-s).exp() / p;
            for (place, &one) in class.members.iter().enumerate() {
                gradient[one] += ratio - class.held;
                let row = &mut information[one * k..(one + 1) * k];
                // Members ascend: the half above the diagonal.
                class.members[place..].iter().for_each(|&other| row[other] += curvature);
            }
        }
        for one in 0..k {
            for other in 0..one {
                information[one * k + other] = information[other * k + one];
            }
        }
        (gradient, information)
    }

    /// What a Newton step costs: the squares of the classes' members and the cube of the columns.
    pub fn step(&self) -> usize {
        let members = |class: &Class| class.members.len() * class.members.len();
        self.classes.iter().map(members).sum::<usize>() + self.columns.pow(3)
    }

    /// How the likelihood bends at the optimum, by column, the other shares being estimated too.
    pub fn bends(&self, shares: &[f64]) -> Vec<Bend> {
        let x: Vec<f64> = shares.iter().map(|share| -(-share.min(1.0 - FROM_ONE)).ln_1p()).collect();
        let (gradient, information) = self.slope(&x);
        let inner = |share: f64| share > 1e-9 && share < 1.0 - 1e-9;
        let free: Vec<usize> = (0..self.columns).filter(|&k| inner(shares[k])).collect();
        let part = submatrix(&information, self.columns, &free);
        let inverse = solve::inverse_diagonal(&part, free.len()).unwrap_or_else(|| vec![f64::INFINITY; free.len()]);
        let of = |k: usize| {
            let whole = information[k * self.columns + k];
            let bend = match free.binary_search(&k) {
                Ok(place) => 1.0 / inverse[place],
                Err(_) => {
                    let along: Vec<f64> = free.iter().map(|&other| information[k * self.columns + other]).collect();
                    let with = solve::solve(&part, &along).unwrap_or_else(|| vec![0.0; free.len()]);
                    whole - along.iter().zip(&with).map(|(one, other)| one * other).sum::<f64>()
                }
            };
            Bend { x: x[k], slope: gradient[k], information: bend.clamp(0.0, whole) }
        };
        (0..self.columns).map(of).collect()
    }

    /// Variance of each share by the observed information, the other shares being estimated too; `None` on the edge, where
    /// none can be told.
    pub fn variances(&self, shares: &[f64]) -> Vec<Option<f64>> {
        let inner = |share: f64| share > 1e-9 && share < 1.0 - 1e-9;
        let free: Vec<usize> = (0..self.columns).filter(|&k| inner(shares[k])).collect();
        let x: Vec<f64> = shares.iter().map(|share| -(-share.min(1.0 - FROM_ONE)).ln_1p()).collect();
        let (_, information) = self.slope(&x);
        let part = submatrix(&information, self.columns, &free);
        let mut out = vec![None; self.columns];
        if let Some(diagonal) = solve::inverse_diagonal(&part, free.len()) {
            for (&k, variance) in free.iter().zip(diagonal) {
                out[k] = Some(variance * (1.0 - shares[k]).powi(2));
            }
        }
        out
    }

    /// One EM step: the share of its keys that each source gave, by the present shares.
    fn em(&self, shares: &[f64], sizes: &[f64], fixed: Option<usize>) -> Vec<f64> {
        let mut given = vec![0.0; self.columns];
        let misses: Vec<f64> = shares.iter().map(|share| (-share).ln_1p()).collect();
        for class in self.classes.iter().filter(|class| class.found > 0.0) {
            let missed: f64 = class.members.iter().map(|&member| misses[member]).sum();
            let ratio = class.found / -missed.exp_m1();
            class.members.iter().for_each(|&member| given[member] += ratio);
        }
        let next = shares.iter().zip(&given).zip(sizes).enumerate().map(|(k, ((share, given), size))| {
            if fixed == Some(k) || *size == 0.0 {
                return *share;
            }
            (share * given / size).clamp(FROM_ZERO, 1.0 - FROM_ONE)
        });
        next.collect()
    }

    /// A Newton step along the free columns, cut where it leaves the range and halved until it gains; `None` where none
    /// gains.
    fn newton(&self, shares: &[f64], least: f64, fixed: Option<usize>) -> Option<(Vec<f64>, f64)> {
        let (low, high) = (FROM_ZERO, -FROM_ONE.ln());
        let x: Vec<f64> = shares.iter().map(|share| -(-share).ln_1p()).collect();
        let (gradient, information) = self.slope(&x);
        // What is near 0 and falling goes there at once: in the common step it would bend the way of the others.
        let falling =
            |k: usize| x[k] < 1e-3 && gradient[k] < 0.0 && x[k] * information[k * self.columns + k] <= -gradient[k];
        let free: Vec<usize> = (0..self.columns).filter(|&k| fixed != Some(k) && !falling(k)).collect();
        let fallen: Vec<usize> = (0..self.columns).filter(|&k| fixed != Some(k) && falling(k)).collect();
        let right: Vec<f64> = free.iter().map(|&k| gradient[k]).collect();
        let step = solve::solve(&submatrix(&information, self.columns, &free), &right)?;
        let mut length = 1.0;
        for _ in 0..12 {
            let mut next = x.clone();
            for &k in &fallen {
                next[k] = (x[k] * (1.0 - length)).max(low);
            }
            for (&k, step) in free.iter().zip(&step) {
                next[k] = (x[k] + length * step).clamp(low, high);
            }
            let loglik = self.loglik_at(&next);
            if loglik > least {
                return Some((next.iter().map(|x| -(-x).exp_m1()).collect(), loglik));
            }
            length *= 0.5;
        }
        None
    }

    /// The optimum, from `start` or from the middle; with one share held at a value where `fixed` says so.
    pub fn fit(&self, start: Option<&[f64]>, fixed: Option<(usize, f64)>, exactness: f64) -> Fit {
        let sizes = self.sizes();
        let of_sized = |share: f64, size: f64| if size > 0.0 { share } else { 0.0 };
        let mut shares: Vec<f64> = match start {
            // A replicate may need what the first fit had no use for.
            Some(start) => start.iter().map(|share| share.clamp(1e-6, 1.0 - 1e-6)).collect(),
            None => vec![START; self.columns],
        };
        shares.iter_mut().zip(&sizes).for_each(|(share, size)| *share = of_sized(*share, *size));
        let held = fixed.map(|(column, share)| {
            shares[column] = share.clamp(0.0, 1.0 - FROM_ONE);
            column
        });
        for _ in 0..if start.is_some() { 1 } else { EM_FIRST } {
            shares = self.em(&shares, &sizes, held);
        }
        let mut loglik = self.loglik(&shares);
        for _ in 0..ROUNDS_MOST {
            let next = self.em(&shares, &sizes, held);
            let moved = shares.iter().zip(&next).map(|(old, new)| (old - new).abs()).fold(0.0, f64::max);
            let of_next = self.loglik(&next);
            match self.newton(&shares, loglik.max(of_next), held) {
                Some((better, gained)) => {
                    let gain = gained - loglik;
                    (shares, loglik) = (better, gained);
                    if moved < exactness && gain < exactness {
                        break;
                    }
                }
                None => {
                    (shares, loglik) = (next, of_next.max(loglik));
                    if moved < exactness {
                        break;
                    }
                }
            }
        }
        let shares = shares.into_iter().map(|share| if share <= 1e-12 { 0.0 } else { share }).collect();
        Fit { shares, loglik }
    }
}

fn submatrix(matrix: &[f64], n: usize, keep: &[usize]) -> Vec<f64> {
    keep.iter().flat_map(|&row| keep.iter().map(move |&column| matrix[row * n + column])).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A published vector: `classes` as 0/1 rows.
    #[derive(serde::Deserialize)]
    pub struct Vector {
        pub name: String,
        pub classes: Vec<Vec<u8>>,
        #[serde(rename = "M")]
        pub held: Vec<f64>,
        #[serde(rename = "n")]
        pub found: Vec<f64>,
        pub c_hat: Vec<f64>,
        pub loglik: f64,
        pub profile_ci95: Vec<[f64; 2]>,
    }

    impl Vector {
        pub fn problem(&self) -> Problem {
            let members =
                |row: &Vec<u8>| row.iter().enumerate().filter(|(_, bit)| **bit == 1).map(|(k, _)| k).collect();
            let class = |((row, &held), &found)| Class { members: members(row), held, found };
            let classes = self.classes.iter().zip(&self.held).zip(&self.found).map(class).collect();
            Problem { columns: self.c_hat.len(), classes }
        }
    }

    #[derive(serde::Deserialize)]
    pub struct Vectors {
        pub noisy_or: Vec<Vector>,
    }

    pub fn vectors() -> Vec<Vector> {
        let vectors: Vectors = serde_json::from_str(include_str!("../../fixtures/mixture/vectors.json")).unwrap();
        vectors.noisy_or
    }

    #[test]
    fn published_optima() {
        let vectors = vectors();
        assert!(vectors.len() >= 5);
        for vector in vectors {
            let fit = vector.problem().fit(None, None, EXACT);
            assert!((fit.loglik - vector.loglik).abs() <= 1e-6 * vector.loglik.abs().max(1.0), "{}", vector.name);
            for (share, wanted) in fit.shares.iter().zip(&vector.c_hat) {
                assert!((share - wanted).abs() <= 1e-6, "{}: {:?}", vector.name, fit.shares);
            }
        }
    }

    /// Plain EM of the method, to the end, gives the same as the quick way: many random mixtures.
    #[test]
    fn the_quick_way_ends_where_em_ends() {
        let mut state = 7_u64;
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..60 {
            let columns = 1 + draw(5) as usize;
            let mut problem = Problem { columns, classes: Vec::new() };
            for mask in 1..1_usize << columns {
                let held = 50 + draw(5_000);
                let found = if draw(4) == 0 { 0 } else { draw(held + 1) };
                let members = (0..columns).filter(|k| mask >> k & 1 == 1).collect();
                problem.classes.push(Class { members, held: held as f64, found: found as f64 });
            }
            let sizes = problem.sizes();
            let mut shares = vec![START; columns];
            for _ in 0..20_000 {
                shares = problem.em(&shares, &sizes, None);
            }
            let fit = problem.fit(None, None, EXACT);
            assert!(fit.loglik >= problem.loglik(&shares) - 1e-7, "{} {}", fit.loglik, problem.loglik(&shares));
            for (one, other) in fit.shares.iter().zip(&shares) {
                assert!((one - other).abs() < 1e-4, "{:?} {shares:?}", fit.shares);
            }
        }
    }

    /// More sources than a machine word has bits.
    #[test]
    fn a_hundred_sources_are_told_apart() {
        let columns = 100;
        let mut problem = Problem { columns, classes: Vec::new() };
        let share = |k: usize| if k.is_multiple_of(10) { 0.05 + k as f64 / 110.0 } else { 0.0 };
        for k in 0..columns {
            for members in [vec![k], vec![k, (k + 1) % columns], vec![k, (k + 7) % columns, (k + 50) % columns]] {
                let mut members = members;
                members.sort_unstable();
                let p = 1.0 - members.iter().map(|&m| 1.0 - share(m)).product::<f64>();
                problem.classes.push(Class { members, held: 1_000.0, found: 1_000.0 * p });
            }
        }
        let fit = problem.fit(None, None, EXACT);
        for (k, found) in fit.shares.iter().enumerate() {
            assert!((found - share(k)).abs() < 1e-6, "{k}: {found}");
        }
    }
}
