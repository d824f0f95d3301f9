//! Everything that is estimated of one kind: shares, states, and what cannot be told apart.

use super::estimate::{Estimate, estimate};
use super::identify::{self, ALONE_LEAST, CLASS_LEAST};
use super::kinds::Columns;
use super::noisy_or::Problem;
use super::said::name;
use super::state::{Seen, state};
use super::stranger::{Brought, Pools, Strangers};
use super::strata::{self, Strata};
use super::{KeyPart, Source, State, Stratum, decoys};
use crate::compare::{Dimension, Membership};
use crate::kind::{self, Rank};

/// What is known of the dump's keys beside their classes.
pub struct Told {
    /// Whether only some keys can tell a source.
    pub rare: bool,
    /// Keys of the dump that can.
    pub informative: u64,
    /// How many of the kind exist, where that is stated.
    pub population: Option<u64>,
}

/// Everything that is estimated of one kind, by bundle of columns that are all but the same.
pub struct Weighed {
    /// Bundle of each column.
    pub bundle: Vec<usize>,
    /// Shares with their intervals.
    pub estimate: Estimate,
    /// State and reason of each bundle.
    states: Vec<(State, String)>,
    /// Bundles that each cannot be told from.
    partners: Vec<Vec<usize>>,
    /// By what the keys were divided.
    pub strata: Vec<Stratum>,
}

impl Weighed {
    /// Estimates and judges.
    pub fn of(
        membership: &Membership,
        columns: &Columns,
        single: &Problem,
        shared: &[Vec<f64>],
        sources: &[Source],
        &Told { rare, informative, population }: &Told,
    ) -> Weighed {
        let bundle = identify::bundles(shared);
        let bundles = bundle.iter().max().map_or(0, |last| last + 1);
        let at: Vec<Option<usize>> = columns.at.iter().map(|column| column.map(|column| bundle[column])).collect();
        let (problem, went) = Problem::of(&membership.informative, &at, bundles);
        let strata: Vec<Strata> = strata::divide(&membership.cells, &went);
        let mut estimate = estimate(&problem, &strata);
        let mut chance = vec![0.0_f64; bundles];
        for (column, &index) in columns.of.iter().enumerate() {
            chance[bundle[column]] = chance[bundle[column]].max(sources[index].chance);
        }
        let shared = if bundles == single.columns { shared.to_vec() } else { identify::shared(&problem) };
        let own = own(&problem, &estimate, informative as f64);
        let secret = kind::find(&membership.kind).is_some_and(|kind| matches!(kind.rank, Rank::Password | Rank::Hash));
        let strangers = match rare || secret {
            // What lists that were not given share with those that were is measured on the lists.
            true => vec![Brought::default(); bundles],
            false => {
                let pools = Pools::of(&problem, &went, &membership.places, informative as f64);
                let population = population.map(|count| count as f64);
                let strangers = Strangers::new(&problem, &shared, &membership.kind, pools, population);
                own.iter().enumerate().map(|(k, own)| strangers.given(k, own)).collect()
            }
        };
        for (low, brought) in estimate.low.iter_mut().zip(&strangers) {
            *low = brought.beyond(*low);
        }
        let rates = if rare { decoys::rates(&problem, &shared) } else { vec![0.0; bundles] };
        let judged = Judged { problem: &problem, estimate: &estimate, informative: informative as f64, own: &own };
        let states = judged.states(&chance, &rates, &strangers);
        Weighed {
            partners: partners(&problem, &shared),
            states,
            strata: strata.iter().map(|strata| stratum(strata.dimension)).collect(),
            bundle,
            estimate,
        }
    }

    /// Tells a part what is known of its column; `id` names columns.
    pub fn tell(&self, column: usize, part: &mut KeyPart, id: impl Fn(usize) -> String) {
        let (own, estimate) = (self.bundle[column], &self.estimate);
        part.copied_share = Some(estimate.shares[own]);
        (part.low, part.high) = (Some(estimate.low[own]), Some(estimate.high[own]));
        part.share_with_background = estimate.with_background.as_ref().map(|shares| shares[own]);
        part.overdispersion = estimate.dispersion[own];
        (part.state, part.because) = self.states[own].clone();
        let others = || (0..self.bundle.len()).filter(|&other| other != column);
        let twins: Vec<usize> = others().filter(|&other| self.bundle[other] == own).collect();
        if !twins.is_empty() && part.state != State::Absent {
            // Of one of them the copied share may be anything up to that of all together.
            part.low = Some(0.0);
            part.because = format!(
                "more than 95 of 100 of its keys are also theirs; together they are {}: {}",
                name(part.state),
                part.because
            );
            part.together = Some(part.state);
            part.state = State::Inseparable;
        }
        if part.state == State::Inseparable {
            let partner = |&other: &usize| self.partners[own].contains(&self.bundle[other]);
            let mut from: Vec<String> =
                others().filter(|other| twins.contains(other) || partner(other)).map(id).collect();
            from.sort_unstable();
            part.inseparable_from = from;
        }
    }
}

/// By bundle the classes that, of all sources, only it can have given: what was not copied cannot have given a shared key,
/// and those keys tell of the others.
fn own(problem: &Problem, estimate: &Estimate, dump: f64) -> Vec<Vec<usize>> {
    let sizes = problem.sizes();
    let excluded: Vec<bool> = (0..problem.columns)
        .map(|k| estimate.high[k] < 0.01 && estimate.shares[k] * sizes[k] < 0.01 * dump && sizes[k] >= 100.0)
        .collect();
    let mut own = vec![Vec::new(); problem.columns];
    for (number, class) in problem.classes.iter().enumerate() {
        let mut open = class.members.iter().filter(|&&member| !excluded[member]);
        match (open.next(), open.next()) {
            (Some(&only), None) => own[only].push(number),
            (None, _) => class.members.iter().for_each(|&k| own[k].push(number)),
            _ => {}
        }
    }
    own
}

/// What states are judged by.
struct Judged<'a> {
    problem: &'a Problem,
    estimate: &'a Estimate,
    informative: f64,
    own: &'a [Vec<usize>],
}

impl Judged<'_> {
    /// `rates`: what lists share with each other; `strangers`: what a source that was not given may have brought.
    fn states(&self, chance: &[f64], rates: &[f64], strangers: &[Brought]) -> Vec<(State, String)> {
        let Judged { problem, estimate, informative: dump, own } = *self;
        let undetermined = identify::undetermined(problem);
        let sizes = problem.sizes();
        let found: f64 = problem.classes.iter().map(|class| class.found).sum();
        let unknown = (dump - found).max(0.0);
        let one = |k: usize| {
            let classes = own[k].iter().map(|&class| &problem.classes[class]);
            let (alone, unique) = classes.fold((0.0, 0.0), |sum, class| (sum.0 + class.held, sum.1 + class.found));
            let seen = Seen {
                dump,
                unattributed: if dump > 0.0 { unknown / dump } else { 0.0 },
                alone,
                unique,
                only: problem.alone(k),
                given_by_lists: decoys::MARGIN * rates[k] * unknown / (1.0 - rates.iter().sum::<f64>()).max(0.2),
                given_by_strangers: strangers[k].keys,
                held: sizes[k],
                share: estimate.shares[k],
                low: estimate.low[k],
                high: estimate.high[k],
                with_background: estimate.with_background.as_ref().map(|shares| shares[k]),
                chance: chance[k],
                partners: alone < CLASS_LEAST || alone < ALONE_LEAST * sizes[k],
                unidentified: !undetermined[k].is_empty(),
            };
            state(&seen)
        };
        (0..problem.columns).map(one).collect()
    }
}

/// Bundles that hold too much of each for it to be told from them: those its classes do not determine it against, and
/// where it holds too little alone, those that hold at least a half of it.
fn partners(problem: &Problem, shared: &[Vec<f64>]) -> Vec<Vec<usize>> {
    let mut partners = identify::undetermined(problem);
    for (k, list) in partners.iter_mut().enumerate() {
        let (alone, _) = problem.alone(k);
        if alone < CLASS_LEAST || alone < ALONE_LEAST * shared[k][k] {
            list.extend((0..problem.columns).filter(|&other| other != k && 2.0 * shared[k][other] >= shared[k][k]));
        }
        list.retain(|&other| other != k);
        list.sort_unstable();
        list.dedup();
    }
    partners
}

fn stratum(dimension: Dimension) -> Stratum {
    match dimension {
        Dimension::Series => Stratum::Series,
        Dimension::Block => Stratum::Block,
        Dimension::Month => Stratum::Month,
    }
}
