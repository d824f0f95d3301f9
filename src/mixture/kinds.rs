//! The mixture of one kind: classes in, parts with states out.

use std::collections::BTreeMap;

use super::estimate::{Estimate, estimate};
use super::identify::{self, ALONE_LEAST, CLASS_LEAST, Containment};
use super::noisy_or::{EXACT, Problem};
use super::state::{KEYS_LEAST, STRANGERS, Seen, state};
use super::strata::{self, Strata};
use super::{KeyPart, Mixture, Source, State, Stratum, credit, decoys, stranger};
use crate::compare::{Dimension, KeyClass, Membership};
use crate::kind::{self, Rank};
use crate::stats;

/// Sources of a kind: `of[c]` is the run's reference of column `c`.
struct Columns {
    of: Vec<usize>,
    /// By reference.
    at: Vec<Option<usize>>,
}

/// The mixture of one kind. `dump` is the number of its distinct keys in the dump, `population` how many exist, where that
/// is stated.
pub fn by_kind(membership: &Membership, dump: u64, sources: &[Source], population: Option<u64>) -> Mixture {
    let is_source = |&&index: &&usize| sources.get(index).is_some_and(|source| source.is_source);
    let mut of: Vec<usize> = membership.references.iter().filter(is_source).copied().collect();
    // Sums of parts round by their order: it is that of the ids, so that the order in which they were given never shows.
    of.sort_by_key(|&index| sources[index].id);
    let mut at = vec![None; sources.len()];
    of.iter().enumerate().for_each(|(column, &index)| at[index] = Some(column));
    let columns = Columns { of, at };
    let all = Tally::of(&membership.classes, &columns);
    let telling = Tally::of(&membership.informative, &columns);
    // The classes may leave out the keys that no reference holds; the dump's own number knows them all.
    let rare = membership.informative != membership.classes;
    let informative = if rare { membership.informative.iter().map(|class| class.found).sum() } else { dump };
    let (single, _) = Problem::of(&membership.informative, &columns.at, columns.of.len());
    let shared = identify::shared(&single);
    let told = Told { rare, informative, population };
    let weighed = (dump >= KEYS_LEAST).then(|| Weighed::of(membership, &columns, &single, &shared, sources, &told));
    // Few keys tell no share that could be stated; how those that several hold divide they tell better than a coin.
    let shares: Option<Vec<f64>> = match &weighed {
        Some(weighed) => Some(weighed.bundle.iter().map(|&bundle| weighed.estimate.shares[bundle]).collect()),
        None => single.classes.iter().any(|class| class.found > 0.0).then(|| single.fit(None, None, EXACT).shares),
    };
    let credits = credits(&membership.classes, &columns, shares.as_deref());
    let parts = columns.of.iter().enumerate().map(|(column, &index)| {
        let mut part = KeyPart {
            reference: sources[index].id.to_owned(),
            held: all.held[column],
            copied_share: None,
            low: None,
            high: None,
            unique: all.unique[column],
            credit: credits[column].clamp(all.unique[column] as f64, all.total[column] as f64),
            total: all.total[column],
            informative_held: telling.held[column],
            informative_unique: telling.unique[column],
            informative_total: telling.total[column],
            share_with_background: None,
            overdispersion: None,
            state: State::Undetermined,
            together: None,
            inseparable_from: Vec::new(),
            because: format!("the dump has fewer than {KEYS_LEAST} keys of the kind"),
        };
        if let Some(weighed) = &weighed {
            weighed.tell(column, &mut part, |other| sources[columns.of[other]].id.to_owned());
        }
        part
    });
    let mut parts: Vec<KeyPart> = parts.collect();
    parts.sort_by(|left, right| left.reference.cmp(&right.reference));
    let id = |column: usize| sources[columns.of[column]].id.to_owned();
    let contained = identify::contained(&shared).into_iter().map(|(one, other, share, share_of_other)| Containment {
        reference: id(one),
        of: id(other),
        share,
        share_of_other,
    });
    let mut contained: Vec<Containment> = contained.collect();
    contained.sort_by(|left, right| (&left.reference, &left.of).cmp(&(&right.reference, &right.of)));
    let mut mixture = Mixture {
        kind: membership.kind.clone(),
        dump,
        informative,
        unattributed: stats::share(dump.saturating_sub(all.found), dump),
        informative_unattributed: stats::share(informative.saturating_sub(telling.found), informative),
        background: weighed.as_ref().and_then(|weighed| weighed.estimate.background),
        strata: weighed.map_or_else(Vec::new, |weighed| weighed.strata),
        parts,
        contained,
        because: String::new(),
    };
    mixture.because = because(&mixture);
    mixture
}

/// What is known of the dump's keys beside their classes.
struct Told {
    /// Whether only some keys can tell a source.
    rare: bool,
    /// Keys of the dump that can.
    informative: u64,
    /// How many of the kind exist, where that is stated.
    population: Option<u64>,
}

/// Counts of keys by column.
struct Tally {
    held: Vec<u64>,
    unique: Vec<u64>,
    total: Vec<u64>,
    /// Keys of the dump that any source holds.
    found: u64,
}

impl Tally {
    fn of(classes: &[KeyClass], columns: &Columns) -> Tally {
        let none = vec![0; columns.of.len()];
        let mut tally = Tally { held: none.clone(), unique: none.clone(), total: none, found: 0 };
        for class in classes {
            let members = columns.members(class);
            for &column in &members {
                tally.held[column] += class.held;
                tally.total[column] += class.found;
            }
            if let [only] = members[..] {
                tally.unique[only] += class.found;
            }
            tally.found += if members.is_empty() { 0 } else { class.found };
        }
        tally
    }
}

impl Columns {
    fn members(&self, class: &KeyClass) -> Vec<usize> {
        let mut members: Vec<usize> = class.members.iter().filter_map(|&member| *self.at.get(member)?).collect();
        members.sort_unstable();
        members
    }
}

/// Credit by column: keys divided by the copied shares of their holders, equally where those are not known.
fn credits(classes: &[KeyClass], columns: &Columns, shares: Option<&[f64]>) -> Vec<f64> {
    let mut credits = vec![0.0; columns.of.len()];
    let mut found: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for class in classes.iter().filter(|class| class.found > 0) {
        *found.entry(columns.members(class)).or_default() += class.found;
    }
    for (members, found) in found {
        let share = |&column: &usize| shares.map_or(0.5, |shares| shares[column]);
        let division = credit::division(&members.iter().map(share).collect::<Vec<_>>());
        members.iter().zip(division).for_each(|(&column, part)| credits[column] += part * found as f64);
    }
    credits
}

/// Everything that is estimated of one kind, by bundle of columns that are all but the same.
struct Weighed {
    /// Bundle of each column.
    bundle: Vec<usize>,
    estimate: Estimate,
    /// State and reason of each bundle.
    states: Vec<(State, String)>,
    /// Bundles that each cannot be told from.
    partners: Vec<Vec<usize>>,
    strata: Vec<Stratum>,
}

impl Weighed {
    fn of(
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
        let found: f64 = problem.classes.iter().map(|class| class.found).sum();
        let unknown = (informative as f64 - found).max(0.0);
        let stranger = match rare {
            // What lists that were not given share with those that were is measured on the lists.
            true => 0.0,
            false => {
                let population = population.map(|count| count as f64);
                let rate = stranger::rate(&problem, &shared, &membership.kind, informative as f64, unknown, population);
                rate.max(stranger::by_background(informative as f64, unknown, estimate.background_low))
            }
        };
        estimate.low.iter_mut().for_each(|low| *low = stranger::beyond(*low, stranger));
        let rates = if rare { decoys::rates(&problem, &shared) } else { vec![0.0; bundles] };
        let mut weighed = Weighed {
            partners: partners(&problem, &shared),
            states: Vec::new(),
            strata: strata.iter().map(|strata| stratum(strata.dimension)).collect(),
            bundle,
            estimate,
        };
        weighed.states = weighed.judge(&problem, &chance, &rates, stranger, informative as f64);
        weighed
    }

    fn judge(
        &self,
        problem: &Problem,
        chance: &[f64],
        rates: &[f64],
        stranger: f64,
        dump: f64,
    ) -> Vec<(State, String)> {
        let undetermined = identify::undetermined(problem);
        let (sizes, estimate) = (problem.sizes(), &self.estimate);
        let found: f64 = problem.classes.iter().map(|class| class.found).sum();
        let unknown = (dump - found).max(0.0);
        // What was not copied cannot have given a shared key: those keys tell of the others.
        let excluded: Vec<bool> = (0..problem.columns)
            .map(|k| estimate.high[k] < 0.01 && estimate.shares[k] * sizes[k] < 0.01 * dump && sizes[k] >= 100.0)
            .collect();
        let one = |k: usize| {
            let own = problem.classes.iter().filter(|class| {
                class.members.contains(&k) && class.members.iter().all(|&member| member == k || excluded[member])
            });
            let (alone, unique) = own.fold((0.0, 0.0), |sum, class| (sum.0 + class.held, sum.1 + class.found));
            let seen = Seen {
                dump,
                unattributed: if dump > 0.0 { unknown / dump } else { 0.0 },
                alone,
                unique,
                given_by_others: (decoys::MARGIN * rates[k] * unknown / (1.0 - rates.iter().sum::<f64>()).max(0.2))
                    .max(stranger * alone),
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

    fn tell(&self, column: usize, part: &mut KeyPart, id: impl Fn(usize) -> String) {
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

/// People who are met by a source that was not given are met with the passwords that they keep: where a reference's more
/// specific keys are explained so, its passwords and hashes say nothing more.
pub fn reconciled(mut mixtures: Vec<Mixture>) -> Vec<Mixture> {
    let rank = |mixture: &Mixture| kind::find(&mixture.kind).map(|kind| kind.rank);
    let secret = |mixture: &Mixture| matches!(rank(mixture), Some(Rank::Password | Rank::Hash));
    let met = |mixture: &&Mixture| !secret(mixture) && mixture.dump >= KEYS_LEAST;
    let parts = mixtures.iter().filter(met).flat_map(|mixture| &mixture.parts);
    let explained: Vec<(String, bool)> =
        parts.map(|part| (part.reference.clone(), STRANGERS.contains(&part.because.as_str()))).collect();
    let is = |id: &str, strange: bool| explained.iter().any(|(known, by)| known == id && *by == strange);
    for part in mixtures.iter_mut().filter(|mixture| secret(mixture)).flat_map(|mixture| &mut mixture.parts) {
        if part.state == State::Present && is(&part.reference, true) && !is(&part.reference, false) {
            part.state = State::Undetermined;
            part.because = "a source that was not given meets its people, and people keep their passwords".into();
        }
    }
    mixtures.iter_mut().for_each(|mixture| mixture.because = because(mixture));
    mixtures
}

/// A state as it is said.
pub fn name(state: State) -> &'static str {
    match state {
        State::Present => "present",
        State::Trace => "a trace",
        State::Absent => "absent",
        State::Undetermined => "undetermined",
        State::Inseparable => "inseparable",
    }
}

/// The states in sentences.
fn because(mixture: &Mixture) -> String {
    if mixture.parts.is_empty() {
        return "No record set that could be a source holds keys of this kind.".into();
    }
    if mixture.dump < KEYS_LEAST {
        return format!(
            "The dump has {} keys of this kind: with fewer than {KEYS_LEAST} no copied share is told.",
            mixture.dump
        );
    }
    let mut sentences = Vec::new();
    if mixture.informative < mixture.dump {
        sentences.push(format!("{} of {} are rare enough to tell a source.", mixture.informative, mixture.dump));
    }
    let all = [State::Present, State::Inseparable, State::Trace, State::Undetermined, State::Absent];
    for wanted in all {
        let ids: Vec<String> =
            mixture.parts.iter().filter(|part| part.state == wanted).map(|part| part.reference.clone()).collect();
        if !ids.is_empty() {
            sentences.push(format!("{}: {}.", capital(name(wanted)), ids.join(", ")));
        }
    }
    if mixture.strata.is_empty() {
        sentences
            .push("No strata were available: were keys copied in blocks, the intervals would be too narrow.".into());
    }
    sentences.join(" ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn key_class(members: &[usize], held: u64, found: u64) -> KeyClass {
        KeyClass { members: members.to_vec(), held, found }
    }

    pub fn sources<'a>(ids: &[&'a str]) -> Vec<Source<'a>> {
        ids.iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect()
    }

    fn part<'a>(mixture: &'a Mixture, id: &str) -> &'a KeyPart {
        mixture.parts.iter().find(|part| part.reference == id).unwrap()
    }

    #[test]
    fn keys_are_counted_by_class() {
        let classes = vec![
            key_class(&[], 0, 4_000),
            key_class(&[0], 10_000, 3_000),
            key_class(&[0, 2], 5_000, 2_000),
            key_class(&[2], 1_000, 0),
        ];
        let membership = Membership::undivided("email", vec![0, 2], classes);
        let mixture = by_kind(&membership, 10_000, &sources(&["zeta", "unused", "alpha"]), None);
        let counts: Vec<_> = mixture.parts.iter().map(|p| (p.reference.as_str(), p.held, p.unique, p.total)).collect();
        assert_eq!(counts, [("alpha", 6_000, 0, 2_000), ("zeta", 15_000, 3_000, 5_000)]);
        assert_eq!(mixture.unattributed, Some(0.5), "the dump has more keys than the classes tell");
        let (alpha, zeta) = (part(&mixture, "alpha"), part(&mixture, "zeta"));
        assert_eq!((zeta.state, alpha.credit), (State::Present, 0.0), "{zeta:?} {alpha:?}");
        assert!((zeta.copied_share.unwrap() - 1.0 / 3.0).abs() < 0.02, "{zeta:?}");
    }

    #[test]
    fn few_keys_are_silent() {
        let membership = Membership::undivided("email", vec![0], vec![key_class(&[0], 100, 99)]);
        let mixture = by_kind(&membership, 99, &sources(&["old"]), None);
        let part = part(&mixture, "old");
        assert_eq!((part.state, part.copied_share), (State::Undetermined, None));
        assert!(mixture.because.contains("fewer than 100"), "{}", mixture.because);
    }

    /// No share is stated; yet keys that two hold are credited to the one whose own keys are there.
    #[test]
    fn few_keys_are_divided_by_what_they_tell() {
        let classes = vec![key_class(&[0], 2_000, 25), key_class(&[0, 1], 1_500, 20), key_class(&[1], 3_000, 0)];
        let membership = Membership::undivided("email", vec![0, 1], classes);
        let mixture = by_kind(&membership, 45, &sources(&["app", "old"]), None);
        let (app, old) = (part(&mixture, "app"), part(&mixture, "old"));
        assert_eq!((app.copied_share, old.copied_share), (None, None));
        assert!(app.credit > 44.9 && old.credit < 0.1, "{} {}", app.credit, old.credit);
        let copied = super::super::copied(std::slice::from_ref(&mixture), &["app", "old"]);
        assert!(copied[0].share > 0.01 && copied[1].share < 1e-4, "{copied:?}");
        assert_eq!((copied[0].low, copied[0].high), (0.0, 1.0), "any share is possible");
    }

    /// A control list that holds everything takes no part, and what it alone holds is held by none.
    #[test]
    fn what_only_serves_a_test_is_no_source() {
        let classes = vec![key_class(&[0, 1], 1_000, 900), key_class(&[1], 1_000, 1_000)];
        let mut sources = sources(&["old", "control"]);
        sources[1].is_source = false;
        let mixture = by_kind(&Membership::undivided("phone", vec![0, 1], classes), 2_000, &sources, None);
        assert_eq!(mixture.parts.len(), 1);
        assert_eq!((part(&mixture, "old").unique, mixture.unattributed), (900, Some(0.55)));
        assert_eq!(part(&mixture, "old").state, State::Present);
    }

    /// Three lists of addresses are all met to about a tenth, and two thirds of the dump's are in none: a list that was not
    /// given has met them, and a password that its people keep is no copy either.
    #[test]
    fn a_list_that_was_not_given_explains_what_all_share() {
        let classes = |social: u64| {
            vec![
                key_class(&[], 0, 1_300),
                key_class(&[0], 700, 60),
                key_class(&[0, 1], 700, 65),
                key_class(&[1], 3_000, social),
                key_class(&[1, 2], 500, 50),
                key_class(&[2], 1_000, 90),
            ]
        };
        let of = |kind: &str, found: u64| {
            let membership = Membership::undivided(kind, vec![0, 1, 2], classes(found));
            by_kind(&membership, 1_565 + found, &sources(&["network", "social", "shop"]), None)
        };
        let met = of("email", 330);
        assert_eq!(part(&met, "social").state, State::Undetermined, "{:?}", part(&met, "social"));
        assert!(STRANGERS.contains(&part(&met, "social").because.as_str()));
        assert_eq!(part(&of("email", 1_500), "social").state, State::Present, "half of its own is more than a tenth");
        let secret = by_kind(
            &Membership::undivided("password", vec![1], vec![key_class(&[], 0, 900), key_class(&[1], 2_500, 380)]),
            1_280,
            &sources(&["network", "social", "shop"]),
            None,
        );
        assert_eq!(part(&secret, "social").state, State::Present);
        let both = reconciled(vec![met, secret.clone()]);
        assert_eq!(part(&both[1], "social").state, State::Undetermined);
        let alone = reconciled(vec![secret]);
        assert_eq!(part(&alone[0], "social").state, State::Present, "nothing more specific was met");
    }

    #[test]
    fn twins_are_told_together_only() {
        let classes = vec![
            key_class(&[0], 20, 10),
            key_class(&[0, 1], 9_900, 4_900),
            key_class(&[1], 20, 9),
            key_class(&[2], 5_000, 0),
        ];
        let mixture =
            by_kind(&Membership::undivided("phone", vec![0, 1, 2], classes), 5_000, &sources(&["a", "b", "c"]), None);
        let a = part(&mixture, "a");
        assert_eq!((a.state, a.together), (State::Inseparable, Some(State::Present)));
        assert_eq!(a.inseparable_from, ["b"]);
        assert_eq!(part(&mixture, "c").state, State::Absent);
        assert_eq!((mixture.contained.len(), mixture.contained[0].reference.as_str()), (1, "a"));
    }

    /// A part of a set that was copied whole: nothing tells whether it was copied besides.
    #[test]
    fn what_stands_in_a_whole_copy_is_inseparable() {
        let classes = vec![key_class(&[0], 1_000, 1_000), key_class(&[0, 1], 500, 500)];
        let mixture =
            by_kind(&Membership::undivided("phone", vec![0, 1], classes), 1_500, &sources(&["all", "some"]), None);
        let some = part(&mixture, "some");
        assert_eq!((some.state, some.low, some.high), (State::Inseparable, Some(0.0), Some(1.0)));
        assert_eq!(some.inseparable_from, ["all"]);
        assert_eq!(part(&mixture, "all").state, State::Present);
    }

    /// The other way round: the large set was not copied, so the small one has given what both hold.
    #[test]
    fn a_part_is_present_where_the_whole_is_absent() {
        let classes = vec![key_class(&[0], 100_000, 3), key_class(&[0, 1], 500, 500)];
        let mixture =
            by_kind(&Membership::undivided("phone", vec![0, 1], classes), 503, &sources(&["all", "some"]), None);
        assert_eq!(part(&mixture, "all").state, State::Absent);
        assert_eq!(part(&mixture, "some").state, State::Present, "{:?}", part(&mixture, "some"));
    }

    /// Common passwords of a list that was not given accuse none of those that were.
    #[test]
    fn common_passwords_accuse_nobody() {
        let membership = Membership {
            kind: "password".into(),
            references: vec![0, 1],
            classes: vec![
                key_class(&[], 0, 300),
                key_class(&[0], 50_000, 400),
                key_class(&[0, 1], 500, 300),
                key_class(&[1], 5_000, 0),
            ],
            informative: vec![
                key_class(&[], 0, 450),
                key_class(&[0], 20_000, 6),
                key_class(&[0, 1], 40, 1),
                key_class(&[1], 3_000, 0),
            ],
            cells: vec![],
        };
        let mixture = by_kind(&membership, 1_000, &sources(&["large", "small"]), None);
        assert!(mixture.parts.iter().all(|part| part.state == State::Absent), "{mixture:?}");
        assert_eq!(mixture.informative, 457);
    }

    /// Any classes whatever: unique <= credit <= total, ends around the share, credits and the rest sum to the keys.
    #[test]
    fn laws_of_the_parts() {
        let mut state = 3_u64;
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..60 {
            let n = 1 + draw(6) as usize;
            let names: Vec<String> = (0..n).map(|index| format!("r{index}")).collect();
            let sources: Vec<Source> = names.iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect();
            let classes: Vec<KeyClass> = (0..1_usize << n)
                .filter(|_| true)
                .map(|mask| {
                    let members: Vec<usize> = (0..n).filter(|index| mask >> index & 1 == 1).collect();
                    let held = draw(10_007);
                    let found = draw(held + 1);
                    KeyClass { held: if members.is_empty() { 0 } else { held }, members, found }
                })
                .collect();
            let dump = classes.iter().map(|class| class.found).sum();
            let none = classes[0].found;
            let mixture = by_kind(&Membership::undivided("phone", (0..n).collect(), classes), dump, &sources, None);
            let credit: f64 = mixture.parts.iter().map(|part| part.credit).sum();
            assert!((credit + none as f64 - dump as f64).abs() <= 1e-9 * dump as f64);
            for part in &mixture.parts {
                assert!(part.unique as f64 <= part.credit && part.credit <= part.total as f64, "{part:?}");
                assert!(part.low <= part.copied_share && part.copied_share <= part.high, "{part:?}");
                assert!(part.high.is_some_and(|high| high <= 1.0), "{part:?}");
            }
        }
    }
}
