//! Records of a leak come in blocks: how much more the found keys scatter over strata than single draws would, and
//! replicates drawn stratum by stratum.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::noisy_or::Problem;
use crate::compare::{Cell, Dimension};
use crate::stats::sequence::Sequence;

/// Replicates that are drawn.
pub const REPLICATES: usize = 200;
/// Fewest of them: the ends of 95 % are then the second from outside.
const REPLICATES_LEAST: usize = 40;
/// Cost of a step up to which all are drawn: a thousand classes of seven.
const STEP_USUAL: usize = 50_000;
/// Replicates are fitted to this much: their spread is a hundred times as wide.
const ROUGH: f64 = 1e-5;
/// Fewest strata that can be drawn from.
const STRATA_LEAST: usize = 8;
/// Keys below which a cell joins the rest of its class: the chi-squared statistic needs its normal limit.
const CELL_LEAST: f64 = 10.0;

/// Cells of one dimension, by class of a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Strata {
    /// What divides.
    pub dimension: Dimension,
    /// Class of the problem → stratum → held, found.
    pub cells: BTreeMap<usize, BTreeMap<u32, (f64, f64)>>,
}

/// The cells by dimension, for the classes of a problem. `went` says where each class that the cells number went.
pub fn divide(cells: &[Cell], went: &[Option<usize>]) -> Vec<Strata> {
    let mut by_dimension: BTreeMap<Dimension, Strata> = BTreeMap::new();
    for cell in cells {
        let Some(class) = went.get(cell.class).copied().flatten() else { continue };
        let strata = by_dimension
            .entry(cell.dimension)
            .or_insert_with(|| Strata { dimension: cell.dimension, cells: BTreeMap::new() });
        let sum = strata.cells.entry(class).or_default().entry(cell.stratum).or_default();
        *sum = (sum.0 + cell.held as f64, sum.1 + cell.found.min(cell.held) as f64);
    }
    by_dimension.into_values().collect()
}

/// Overdispersion of a column's copy, 1 or more: Pearson's chi-squared over the strata of its classes by the degrees of
/// freedom, the largest of the dimensions. The class that it alone holds decides where it is large enough: only there does
/// the scatter show *its* copying and not another's. `None` where there are no strata.
///
/// # Source
/// P. McCullagh and J. Nelder, "Generalized Linear Models", 1989, section 4.5.
pub fn dispersion(problem: &Problem, strata: &[Strata], column: usize) -> Option<f64> {
    strata.iter().filter_map(|strata| of_dimension(problem, strata, column)).reduce(f64::max)
}

fn of_dimension(problem: &Problem, strata: &Strata, column: usize) -> Option<f64> {
    let (mut all, mut degrees) = (0.0, 0.0);
    for (&class, cells) in &strata.cells {
        let members = &problem.classes[class].members;
        if !members.contains(&column) {
            continue;
        }
        let Some((pearson, free)) = pearson(cells) else { continue };
        if members.len() == 1 && free + 1.0 >= STRATA_LEAST as f64 {
            return Some((pearson / free).max(1.0));
        }
        (all, degrees) = (all + pearson, degrees + free);
    }
    (degrees > 0.0).then(|| (all / degrees).max(1.0))
}

/// Pearson's statistic of one class against its own rate, with its degrees of freedom.
fn pearson(cells: &BTreeMap<u32, (f64, f64)>) -> Option<(f64, f64)> {
    let mut rest = (0.0, 0.0);
    let mut large: Vec<(f64, f64)> = Vec::new();
    for &(held, found) in cells.values() {
        if held < CELL_LEAST {
            rest = (rest.0 + held, rest.1 + found);
        } else {
            large.push((held, found));
        }
    }
    if rest.0 >= CELL_LEAST {
        large.push(rest);
    }
    let sum = large.iter().fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
    let p = if sum.0 > 0.0 { sum.1 / sum.0 } else { 0.0 };
    if large.len() < 2 {
        return None;
    }
    let free = (large.len() - 1) as f64;
    if p <= 0.0 || p >= 1.0 {
        return Some((free, free));
    }
    let pearson = large.iter().map(|(held, found)| (found - held * p).powi(2) / (held * p * (1.0 - p))).sum();
    Some((pearson, free))
}

/// Replicates for this problem: as many as [`REPLICATES`], fewer where each fit is dear (many sources, and nearly every key
/// a class of its own).
///
/// # Source
/// Derivation: a Newton step costs the squares of the classes' members and the cube of the columns.
fn affordable(problem: &Problem) -> usize {
    (REPLICATES * STEP_USUAL / problem.step().max(STEP_USUAL)).max(REPLICATES_LEAST)
}

/// Copied shares of replicates, up to [`REPLICATES`], each with the strata drawn anew with replacement: those that keys carry with
/// them (series, months) for all classes at once, places in a file for each file by itself. Empty where the dimension has
/// too few strata. The draws depend on nothing but their number.
///
/// # Source
/// B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, section 8.
pub fn replicates(problem: &Problem, shares: &[f64], strata: &Strata) -> Vec<Vec<f64>> {
    let names: BTreeSet<u32> = strata.cells.values().flat_map(|cells| cells.keys().copied()).collect();
    let names: Vec<u32> = names.into_iter().collect();
    if names.len() < STRATA_LEAST {
        return Vec::new();
    }
    (0..affordable(problem))
        .into_par_iter()
        .map(|replicate| {
            let mut drawn = problem.clone();
            let mut common = Sequence(replicate as u64);
            let times = drawn_times(&mut common, names.len());
            for (&class, cells) in &strata.cells {
                let own: Vec<u32> = cells.keys().copied().collect();
                let (names, times) = match strata.dimension {
                    Dimension::Block => {
                        let times =
                            drawn_times(&mut Sequence(((replicate as u64) << 32) | (class as u64 + 1)), own.len());
                        (own, times)
                    }
                    Dimension::Series | Dimension::Month => (names.clone(), times.clone()),
                };
                let mut sum = (0.0, 0.0);
                for (name, times) in names.iter().zip(&times) {
                    let Some((held, found)) = cells.get(name) else { continue };
                    sum = (sum.0 + times * held, sum.1 + times * found);
                }
                if sum.0 > 0.0 {
                    (drawn.classes[class].held, drawn.classes[class].found) = sum;
                }
            }
            drawn.fit(Some(shares), None, ROUGH).shares
        })
        .collect()
}

/// The 2.5 and 97.5 per cent points of a column over the replicates; `None` without any.
pub fn spread(replicates: &[Vec<f64>], column: usize) -> Option<(f64, f64)> {
    let mut values: Vec<f64> = replicates.iter().map(|shares| shares[column]).collect();
    values.sort_by(f64::total_cmp);
    let at = |part: f64| values.get(((values.len() as f64 - 1.0) * part).round() as usize).copied();
    Some((at(0.025)?, at(0.975)?))
}

/// How often each of `n` strata is drawn in `n` draws.
fn drawn_times(draw: &mut Sequence, n: usize) -> Vec<f64> {
    let mut times = vec![0.0; n];
    for _ in 0..n {
        times[draw.below(n as u64) as usize] += 1.0;
    }
    times
}

#[cfg(test)]
mod tests {
    use super::super::noisy_or::Class;
    use super::*;

    #[test]
    fn dear_problems_have_fewer_replicates() {
        let class = |at: usize| Class { members: (at..at + 8).collect(), held: 1.0, found: 0.0 };
        let problem = |columns: usize, classes: usize| Problem {
            columns,
            classes: (0..classes).map(|at| class(at % (columns - 7))).collect(),
        };
        assert_eq!(affordable(&problem(10, 500)), REPLICATES);
        assert_eq!(affordable(&problem(50, 6_000)), REPLICATES_LEAST);
        assert!((REPLICATES_LEAST..REPLICATES).contains(&affordable(&problem(20, 1_500))));
    }

    fn one_source(cells: &[(u32, u64, u64)]) -> (Problem, Vec<Strata>) {
        let sum = cells.iter().fold((0, 0), |sum, cell| (sum.0 + cell.1, sum.1 + cell.2));
        let class = Class { members: vec![0], held: sum.0 as f64, found: sum.1 as f64 };
        let cell = |&(stratum, held, found): &(u32, u64, u64)| Cell {
            class: 0,
            dimension: Dimension::Block,
            stratum,
            held,
            found,
        };
        let cells: Vec<Cell> = cells.iter().map(cell).collect();
        (Problem { columns: 1, classes: vec![class] }, divide(&cells, &[Some(0)]))
    }

    #[test]
    fn whole_blocks_are_overdispersed_by_their_size() {
        let whole: Vec<_> = (0..64).map(|block| (block, 100, if block % 2 == 0 { 100 } else { 0 })).collect();
        let (problem, strata) = one_source(&whole);
        let phi = dispersion(&problem, &strata, 0).unwrap();
        assert!((90.0..115.0).contains(&phi), "blocks of a hundred: {phi}");
        let even: Vec<_> = (0..64).map(|block| (block, 100, 50)).collect();
        let (problem, strata) = one_source(&even);
        assert_eq!(dispersion(&problem, &strata, 0), Some(1.0));
        assert_eq!(dispersion(&problem, &[], 0), None);
    }

    #[test]
    fn replicates_scatter_as_the_blocks_do_and_are_the_same_each_time() {
        let whole: Vec<_> = (0..64).map(|block| (block, 100, if block % 2 == 0 { 100 } else { 0 })).collect();
        let (problem, strata) = one_source(&whole);
        let drawn = replicates(&problem, &[0.5], &strata[0]);
        assert_eq!(drawn, replicates(&problem, &[0.5], &strata[0]));
        let (low, high) = spread(&drawn, 0).unwrap();
        assert!((0.33..0.42).contains(&low) && (0.58..0.67).contains(&high), "{low} {high}");
    }
}
