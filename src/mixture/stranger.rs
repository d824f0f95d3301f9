//! A source that was not given: how many keys of each reference it may have brought along.
//!
//! A register of the same people that nobody handed in shares keys with every reference. It shows in the keys of the dump
//! that no reference holds: whoever covers a part of the population brings the same part of what no reference covers.

use super::noisy_or::Problem;
use crate::kind::{self, Rank};

/// Share of the dump's keys that no reference holds from which on a source that was not given is reckoned with, 0..=1.
const UNKNOWN_LEAST: f64 = 0.10;
/// Log-odds by which it may cover the people of one reference more than others: twice the deviation that the control list
/// is granted.
///
/// # Source
/// The project's method, section 2.2 (T1c): selection by a normal step of 0.5.
const SELECTION: f64 = 1.0;
/// Keys that two references must share before they tell the size of the population.
const BOTH_LEAST: f64 = 50.0;

/// Share of any reference's keys that a source which was not given may have brought, 0..=1. `unknown` of the dump's
/// `informative` keys are in no reference; `population` is how many keys of the kind exist, where that is stated.
///
/// # Source
/// Derivation: such a source covers `unknown / (N - held)` of what no reference holds, and as much of each reference, but
/// for selection. `N` is stated, or the greatest estimate by capture and recapture (Lincoln 1930, Petersen 1896) among the
/// references. Numbers that a state gives to everybody are the same population by nature: without any `N` all of a
/// reference may be met. Other kinds have no bound population; without an `N` nothing is reckoned.
pub fn rate(
    problem: &Problem,
    shared: &[Vec<f64>],
    kind: &str,
    informative: f64,
    unknown: f64,
    population: Option<f64>,
) -> f64 {
    if informative <= 0.0 || unknown < UNKNOWN_LEAST * informative {
        return 0.0;
    }
    let rank = kind::find(kind).map(|kind| kind.rank);
    let given_to_all = matches!(rank, Some(Rank::Document | Rank::Tax));
    // Anybody has as many addresses as they like: two lists of them say nothing of how many there are.
    let bound = given_to_all || rank == Some(Rank::Phone);
    let held: f64 = problem.classes.iter().map(|class| class.held).sum();
    let Some(all) = population.or_else(|| recaptured(shared).filter(|_| bound)) else {
        return if given_to_all { 1.0 } else { 0.0 };
    };
    let rest = (all - held).max(unknown);
    selected(unknown / rest)
}

/// The same by what the references show of each other: the share of all their keys that is found for other reasons than
/// themselves, at its lower end, 0..=1. It needs no population: where every list of addresses is met to the same part,
/// whoever brought that part may have brought a little more of one of them.
pub fn by_background(informative: f64, unknown: f64, low: Option<f64>) -> f64 {
    if informative <= 0.0 || unknown < UNKNOWN_LEAST * informative { 0.0 } else { low.map_or(0.0, selected) }
}

/// The rate for people whom it may cover more than others.
fn selected(rate: f64) -> f64 {
    if rate >= 1.0 {
        return 1.0;
    }
    let odds = rate / (1.0 - rate) * SELECTION.exp();
    odds / (1.0 + odds)
}

fn recaptured(shared: &[Vec<f64>]) -> Option<f64> {
    let mut greatest: Option<f64> = None;
    for one in 0..shared.len() {
        for other in 0..one {
            let both = shared[one][other];
            if both >= BOTH_LEAST {
                let estimate = shared[one][one] * shared[other][other] / both;
                greatest = Some(greatest.map_or(estimate, |known| known.max(estimate)));
            }
        }
    }
    greatest
}

/// What is left of a share when so much of the reference may come from elsewhere.
///
/// # Source
/// Noisy-OR: `1 - (1-r)(1-c)` of the keys are found.
pub fn beyond(share: f64, rate: f64) -> f64 {
    if rate >= 1.0 { 0.0 } else { (1.0 - (1.0 - share) / (1.0 - rate)).max(0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::KeyClass;

    fn problem(sizes: [u64; 3]) -> (Problem, Vec<Vec<f64>>) {
        let class = |members: &[usize], held| KeyClass { members: members.to_vec(), held, found: 0 };
        let classes = [class(&[0], sizes[0]), class(&[1], sizes[1]), class(&[0, 1], sizes[2])];
        let (problem, _) = Problem::of(&classes, &[Some(0), Some(1)], 2);
        let shared = super::super::identify::shared(&problem);
        (problem, shared)
    }

    #[test]
    fn a_register_of_everybody_shows_in_what_nobody_holds() {
        let (problem, shared) = problem([800, 800, 200]);
        // 1,000 x 1,000 / 200 = 5,000 people; 3,200 of them in no reference; 1,600 of those in the dump: one in two.
        let found = rate(&problem, &shared, "ua.driver_licence", 3_000.0, 1_600.0, None);
        assert!((found - selected(0.5)).abs() < 1e-12 && found > 0.7, "{found}");
        assert_eq!(rate(&problem, &shared, "ua.driver_licence", 3_000.0, 200.0, None), 0.0, "few are unknown");
        let stated = rate(&problem, &shared, "ua.driver_licence", 3_000.0, 1_600.0, Some(1e6));
        assert!(stated < 0.01, "{stated}");
        assert_eq!(beyond(0.5, 0.5), 0.0);
        assert!((beyond(0.9, 0.5) - 0.8).abs() < 1e-12);
        assert_eq!(beyond(0.9, 1.0), 0.0);
    }

    #[test]
    fn lists_that_are_all_met_alike_show_a_stranger() {
        assert_eq!(by_background(2_000.0, 1_300.0, Some(0.06)), selected(0.06));
        assert!((0.13..0.16).contains(&selected(0.06)));
        assert_eq!(by_background(2_000.0, 100.0, Some(0.06)), 0.0, "few are unknown");
        assert_eq!(by_background(2_000.0, 1_300.0, None), 0.0);
    }

    #[test]
    fn without_a_population_only_numbers_given_to_all_are_reckoned_with() {
        let (problem, shared) = problem([800, 800, 10]);
        assert_eq!(rate(&problem, &shared, "ua.driver_licence", 3_000.0, 1_600.0, None), 1.0);
        assert_eq!(rate(&problem, &shared, "email", 3_000.0, 1_600.0, None), 0.0);
    }
}
