//! A source that was not given: how many keys of each reference it may have brought along.
//!
//! A register of the same people that nobody handed in shares keys with every reference. It shows in the keys of the dump
//! that no reference holds: whoever covers a part of the population brings the same part of what no reference covers, and
//! about the same part of every reference. A copy of one reference brings that one alone. Dumps are put together file by
//! file: where a stretch of the dump is explained by what is held, no stranger is needed there.

use std::collections::BTreeMap;

use super::noisy_or::Problem;
use crate::compare::Placed;
use crate::kind::{self, Rank};
use crate::stats::interval::wilson;

/// Share of the keys that no reference holds from which on a source that was not given is reckoned with, 0..=1.
pub const UNKNOWN_LEAST: f64 = 0.10;
/// Log-odds by which it may cover the people of one reference more than those of another, or of none.
///
/// # Source
/// The project's method, section 2.2 (T1c): selection by a normal step of 0.5; here twice that for each of the two.
const SELECTION: f64 = 2.0;
/// Keys that two references must share before they tell the size of the population.
const BOTH_LEAST: f64 = 50.0;
/// Keys of its own below which a reference does not show what a stranger brings.
const COMPARED_LEAST: f64 = 100.0;
/// Share of the smaller one's keys that two references have in common if they are lists of the same people.
const SAME_PEOPLE: f64 = 0.025;
/// Share of one list's people whom another list holds at most, where nothing else tells.
///
/// # Source
/// Reasoned: two lists that were not made from each other do not both hold nine in ten of the same people.
const ANOTHER_LIST: f64 = 0.8;

/// The dump's informative keys by stretches that are alike.
pub struct Pools {
    pools: Vec<Pool>,
    /// By class of the problem, then pool: found keys.
    found: Vec<Vec<f64>>,
}

#[derive(Clone, Copy, Default)]
struct Pool {
    /// Keys that no reference holds.
    unknown: f64,
    /// Whether so few are unknown that no stranger is needed.
    explained: bool,
}

/// Keys of a stretch by class; unknown ones apart.
#[derive(Default)]
struct Stretch {
    unknown: f64,
    found: BTreeMap<usize, f64>,
}

impl Pools {
    /// Divides. `went` says to which class of the problem each class went that `places` number; `informative` are the
    /// dump's keys in all. Where the places do not tell of all of them everything is one pool.
    pub fn of(problem: &Problem, went: &[Option<usize>], places: &[Placed], informative: f64) -> Pools {
        let mut stretches: BTreeMap<u32, Stretch> = BTreeMap::new();
        for placed in places {
            let stretch = stretches.entry(placed.place).or_default();
            match went.get(placed.class).copied().flatten() {
                Some(class) => *stretch.found.entry(class).or_default() += placed.found as f64,
                None => stretch.unknown += placed.found as f64,
            }
        }
        let told: f64 = stretches.values().map(Stretch::keys).sum();
        if told < informative || stretches.is_empty() {
            let known: f64 = problem.classes.iter().map(|class| class.found).sum();
            let unknown = (informative - known).max(0.0);
            let explained = informative <= 0.0 || unknown < UNKNOWN_LEAST * informative;
            let found = problem.classes.iter().map(|class| vec![class.found]).collect();
            return Pools { pools: vec![Pool { unknown, explained }], found };
        }
        // What is explained is one pool; the rest is put together by the reference that holds most of it.
        let mut numbers: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        let mut pools = Pools { pools: Vec::new(), found: vec![Vec::new(); problem.classes.len()] };
        for stretch in stretches.values() {
            let explained = wilson(stretch.unknown as u64, stretch.keys() as u64, 0.95).1 < UNKNOWN_LEAST;
            let sort = if explained { None } else { Some(stretch.leader(problem)) };
            let number = *numbers.entry(sort).or_insert_with(|| {
                pools.pools.push(Pool { unknown: 0.0, explained });
                pools.found.iter_mut().for_each(|found| found.push(0.0));
                pools.pools.len() - 1
            });
            pools.pools[number].unknown += stretch.unknown;
            stretch.found.iter().for_each(|(&class, found)| pools.found[class][number] += found);
        }
        // Stretches of few keys cannot show it one by one.
        for (number, pool) in pools.pools.iter_mut().enumerate() {
            let known: f64 = pools.found.iter().map(|found| found[number]).sum();
            pool.explained |= pool.unknown < UNKNOWN_LEAST * (pool.unknown + known);
        }
        pools
    }

    /// Keys of these classes in a pool, and those of them that stand in no other pool.
    fn among(&self, problem: &Problem, classes: &[usize], pool: usize) -> (f64, f64) {
        let held: f64 = classes.iter().map(|&class| problem.classes[class].held).sum();
        let all: f64 = classes.iter().flat_map(|&class| &self.found[class]).sum();
        let found: f64 = classes.iter().map(|&class| self.found[class][pool]).sum();
        (found, (held - all + found).max(0.0))
    }
}

impl Stretch {
    fn keys(&self) -> f64 {
        self.unknown + self.found.values().sum::<f64>()
    }

    /// The column that holds most of it.
    fn leader(&self, problem: &Problem) -> usize {
        let mut held = vec![0.0; problem.columns];
        for (&class, found) in &self.found {
            problem.classes[class].members.iter().for_each(|&member| held[member] += found);
        }
        (0..problem.columns).fold(0, |best, k| if held[k] > held[best] { k } else { best })
    }
}

/// What a source that was not given may have brought.
pub struct Strangers<'a> {
    problem: &'a Problem,
    shared: &'a [Vec<f64>],
    pools: Pools,
    /// By column: the class that it alone holds.
    alone: Vec<Option<usize>>,
    /// By pool: the share of any reference's keys that the population allows; `None` where none is known.
    by_population: Vec<Option<f64>>,
}

impl<'a> Strangers<'a> {
    /// `population` is how many keys of the kind exist, where that is stated.
    ///
    /// # Source
    /// Derivation: such a source covers `unknown / (N - held)` of what no reference holds, and as much of each reference, but
    /// for selection. `N` is stated, or the greatest estimate by capture and recapture (Lincoln 1930, Petersen 1896) among the
    /// references. Numbers that a state gives to everybody are the same population by nature: without any `N` all of a
    /// reference may be met. Other kinds have no bound population.
    pub fn new(
        problem: &'a Problem,
        shared: &'a [Vec<f64>],
        kind: &str,
        pools: Pools,
        population: Option<f64>,
    ) -> Strangers<'a> {
        let rank = kind::find(kind).map(|kind| kind.rank);
        let given_to_all = matches!(rank, Some(Rank::Document | Rank::Tax));
        // Anybody has as many addresses as they like: two lists of them say nothing of how many there are.
        let bound = given_to_all || rank == Some(Rank::Phone);
        let held: f64 = problem.classes.iter().map(|class| class.held).sum();
        let all = population.or_else(|| recaptured(shared).filter(|_| bound));
        let rate = |pool: &Pool| match all {
            Some(all) => Some(selected(pool.unknown / (all - held).max(pool.unknown).max(1.0))),
            None => given_to_all.then_some(1.0),
        };
        let by_population = pools.pools.iter().map(rate).collect();
        let alone = (0..problem.columns).map(|k| problem.classes.iter().position(|class| class.members == [k]));
        Strangers { alone: alone.collect(), problem, shared, pools, by_population }
    }

    /// What a stranger may have brought of a column, by the classes `own`, which of all references only it can have given.
    pub fn given(&self, column: usize, own: &[usize]) -> Brought {
        let (mut given, mut left_out) = (0.0, 1.0);
        for pool in (0..self.pools.pools.len()).filter(|&pool| !self.pools.pools[pool].explained) {
            let rate = self.rate(column, pool);
            let (found, left) = self.pools.among(self.problem, own, pool);
            given += (rate * left).min(found);
            left_out *= 1.0 - rate;
        }
        let alone: f64 = own.iter().map(|&class| self.problem.classes[class].held).sum();
        Brought { keys: given, added: if alone > 0.0 { given / alone } else { 1.0 }, rate: 1.0 - left_out }
    }

    /// Share of a column's keys that a stranger may have brought in a pool.
    fn rate(&self, column: usize, pool: usize) -> f64 {
        match (self.by_population[pool], self.by_others(column, pool)) {
            (Some(one), Some(other)) => one.min(other),
            (one, other) => one.or(other).unwrap_or(ANOTHER_LIST),
        }
    }

    /// The same by what is met of other lists of the same people: whoever brought a part of one brought about the same
    /// part of the others. `None` without such a list.
    fn by_others(&self, column: usize, pool: usize) -> Option<f64> {
        (0..self.problem.columns)
            .filter(|&other| other != column && self.same_people(column, other))
            .filter_map(|other| {
                let (found, left) = self.pools.among(self.problem, &[self.alone[other]?], pool);
                (left >= COMPARED_LEAST).then(|| wilson(found as u64, left as u64, 0.95).1)
            })
            .reduce(f64::min)
            .map(selected)
    }

    fn same_people(&self, one: usize, other: usize) -> bool {
        let smaller = self.shared[one][one].min(self.shared[other][other]);
        self.shared[one][other] >= (SAME_PEOPLE * smaller).max(1.0)
    }
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

/// What a stranger may have brought of one reference.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Brought {
    /// Of the keys that only the reference can have given.
    pub keys: f64,
    /// The same as a share of them: what is found of them in the stretches that a stranger may have brought, 0..=1.
    added: f64,
    /// Share of all keys of the reference, found elsewhere or not, 0..=1.
    rate: f64,
}

impl Brought {
    /// What at least is left of a share.
    ///
    /// # Source
    /// Both bounds hold: what was found in other stretches was not brought by the stranger; and by the noisy-OR
    /// `1 - (1-r)(1-c)` of the keys are found.
    pub fn beyond(self, share: f64) -> f64 {
        let added = share - self.added;
        let by_chance = if self.rate >= 1.0 { 0.0 } else { 1.0 - (1.0 - share) / (1.0 - self.rate) };
        added.max(by_chance).clamp(0.0, share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::KeyClass;

    /// Two references, found by class: of the first, of the second, of both.
    fn problem(held: [u64; 3], found: [u64; 3]) -> (Problem, Vec<Vec<f64>>) {
        let class =
            |members: &[usize], at: usize| KeyClass { members: members.into(), held: held[at], found: found[at] };
        let classes = [class(&[0], 0), class(&[1], 1), class(&[0, 1], 2)];
        let (problem, _) = Problem::of(&classes, &[Some(0), Some(1)], 2);
        let shared = super::super::identify::shared(&problem);
        (problem, shared)
    }

    fn rate(held: [u64; 3], found: [u64; 3], kind: &str, unknown: f64, population: Option<f64>) -> f64 {
        let (problem, shared) = problem(held, found);
        let pools = Pools::of(&problem, &[], &[], found.iter().sum::<u64>() as f64 + unknown);
        let strangers = Strangers::new(&problem, &shared, kind, pools, population);
        let own = problem.classes.iter().position(|class| class.members == [0]).unwrap();
        strangers.given(0, &[own]).rate
    }

    #[test]
    fn a_register_of_everybody_shows_in_what_nobody_holds() {
        let (held, found) = ([800, 800, 200], [700, 700, 180]);
        // 1,000 x 1,000 / 200 = 5,000 people; 3,200 of them in no reference; 1,600 of those in the dump: one in two.
        let met = rate(held, found, "ua.driver_licence", 1_600.0, None);
        assert!((met - selected(0.5)).abs() < 1e-12 && met > 0.8, "{met}");
        assert_eq!(rate(held, found, "ua.driver_licence", 20.0, None), 0.0, "few are unknown");
        let stated = rate(held, found, "ua.driver_licence", 1_600.0, Some(1e6));
        assert!(stated < 0.02, "{stated}");
    }

    /// Whoever met half of one list met about half of the other; where nothing of the other is met there is no such list.
    #[test]
    fn other_lists_show_what_a_stranger_brings() {
        let held = [800, 800, 200];
        let both = rate(held, [400, 300, 120], "email", 900.0, None);
        assert!(both > 0.8, "{both}");
        let one = rate(held, [400, 0, 100], "email", 900.0, None);
        assert!(one < 0.05, "{one}");
        let strange = rate([800, 800, 0], [400, 0, 0], "email", 900.0, None);
        assert_eq!(strange, ANOTHER_LIST, "lists of other people tell nothing");
    }

    /// The first half of the rows is a copy of one reference, the second is a stranger that meets both.
    #[test]
    fn what_a_stretch_explains_needs_no_stranger() {
        let (problem, shared) = problem([2_000, 2_000, 100], [1_200, 600, 60]);
        let placed = |class, place, found| Placed { class, place, found };
        // Classes of the problem are in order of members; the fourth of those counted is of no reference.
        let went = [Some(0), Some(1), Some(2), None];
        let mut places: Vec<Placed> = (0..10).map(|place| placed(0, place, 90)).collect();
        for place in 10..20 {
            places.extend([placed(0, place, 30), placed(1, place, 6), placed(2, place, 60), placed(3, place, 300)]);
        }
        let pools = Pools::of(&problem, &went, &places, 4_860.0);
        let brought = Strangers::new(&problem, &shared, "email", pools, None).given(0, &[0]);
        assert_eq!(brought.keys, 300.0);
        assert!(brought.beyond(0.6) > 0.44, "{brought:?}");
        let few: Vec<Placed> = (0..20).flat_map(|place| [placed(0, place, 18), placed(3, place, 1)]).collect();
        let pools = Pools::of(&problem, &went, &few, 380.0);
        assert!(pools.pools.iter().all(|pool| pool.explained), "a twentieth is unknown, in stretches of nineteen keys");
        let one = Pools::of(&problem, &went, &[], 4_860.0);
        let brought = Strangers::new(&problem, &shared, "email", one, None).given(0, &[0]);
        assert_eq!(
            (brought.keys, brought.beyond(0.6)),
            (1_200.0, 0.0),
            "in no order a stranger may have brought them all"
        );
    }
}
