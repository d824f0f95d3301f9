//! Planted records: held by nobody else, a single one betrays a copy.

use super::hypothesis::{ANOTHER_HOLDER, OLDER_SETS, SERVICE};
use super::matter::Matter;
use super::{Facts, Finding, Group, Test, words};
use crate::compare::PLACES;
use crate::kind::{self, Rank};
use crate::reference::Role;
use crate::stats::{self, tail};

/// The test.
pub static TEST: Test = Test {
    id: "canaries",
    group: Group::Planted,
    question: "Are records in the dump that were planted in the service's list and that nobody else holds?",
    sources: &[
        "Poisson tail of the hits that made-up and mistyped keys would score",
        "The project's method, section 2.2 (T10)",
    ],
    caveat: "Whoever was handed the planted records can have passed them on. That none is found says little of a small copy, \
             and nothing of one taken before they were planted.",
    weigh,
};

/// Hits must exceed so many times what chance brings.
const TIMES_CHANCE_LEAST: f64 = 5.0;
/// Greatest probability of so many hits by chance, 0..=1.
const BY_CHANCE_MOST: f64 = 0.01;
/// Probability that the model is wrong: planted records may weigh up to 4.
///
/// # Source
/// The project's method, section 5.2: canaries are capped at a ratio of 10,000.
const WRONG: f64 = 1e-4;
/// Shares copied that are tried where none was found: even in their logarithm from 0.001 to 0.999.
const SHARES: usize = 160;

/// Planted records of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Planted {
    /// Kind id.
    pub kind: String,
    /// Ids of the sets of planted records that were hit, sorted.
    pub sets: Vec<String>,
    /// Planted records that no other set holds; where the service's list holds the kind, only those that stand in it.
    pub of: u64,
    /// Planted records that the service's list should hold and does not: they are no part of its records as given.
    pub unlisted: u64,
    /// Those of them that are in the dump.
    pub unlisted_found: u64,
    /// Hits on unlisted ones expected by chance.
    pub unlisted_by_chance: f64,
    /// Those in the dump.
    pub found: u64,
    /// Hits expected by chance.
    pub by_chance: f64,
    /// Planted records of a document's or tax number's kind of which none is in the dump, though the rows of the hits carry
    /// such numbers: kind, and how many were planted. The hits are then somebody else's, who has the number by now.
    pub missed: Option<(String, u64)>,
}

impl Planted {
    /// Whether there are hits that chance does not explain.
    pub fn tell(&self) -> bool {
        let beyond = self.found as f64 > TIMES_CHANCE_LEAST * self.by_chance && self.chance() <= BY_CHANCE_MOST;
        beyond && self.found > 0 && self.missed.is_none()
    }

    /// That planted records which the service's list lacks are in the dump beyond chance, and what would let them speak; `None` where
    /// they are not.
    pub fn unlisted_hits(&self, id: &str) -> Option<String> {
        let (found, by_chance) = (self.unlisted_found, self.unlisted_by_chance);
        let beyond = found as f64 > TIMES_CHANCE_LEAST * by_chance;
        (found > 0 && beyond && tail::poisson_at_least(found, by_chance) <= BY_CHANCE_MOST).then(|| {
            format!(
                "{} of {} planted {} {} in the dump and in no other set, and the list of {id} as given does not hold {}. Next \
                 step: give the list of {id} as it was once they were planted in it; if they stand in it, the dump contains \
                 content of its records.",
                words::count(found),
                words::count(self.unlisted),
                words::unit_noun(&self.kind),
                if found == 1 { "is" } else { "are" },
                if found == 1 { "it" } else { "them" },
            )
        })
    }

    /// That the hits are contradicted by what is missing beside them; `None` where they are not.
    pub fn contradiction(&self) -> Option<String> {
        let (kind, of) = self.missed.as_ref()?;
        Some(format!(
            "{} of {} planted {} are in the dump, but none of {} planted {}, though rows like theirs carry such: whoever was \
             given a number later has it too, so that these hits betray nothing by themselves.",
            words::count(self.found),
            words::count(self.of),
            words::unit_noun(&self.kind),
            words::count(*of),
            words::unit_noun(kind)
        ))
    }

    /// Probability of at least so many hits by chance, 0..=1.
    fn chance(&self) -> f64 {
        tail::poisson_at_least(self.found, self.by_chance)
    }
}

/// The planted records by kind; those that any corpus, register, control list or other service holds betray nothing, nor
/// do the names and dates that they share with many real ones.
pub fn planted(matter: &Matter) -> Vec<Planted> {
    let Some((service, _)) = matter.service() else { return Vec::new() };
    let role = |index: &usize| matter.references.get(*index).map(|known| known.reference.role);
    let own = |index: &usize| *index == service || matches!(role(index), Some(Role::Canary | Role::Member));
    let mut all = Vec::new();
    let tells = |kind: &str| kind::find(kind).is_none_or(|kind| kind.rank != Rank::Attribute);
    let memberships = matter.counts.map_or(&[][..], |counts| &counts.memberships);
    for membership in memberships.iter().filter(|membership| tells(&membership.kind)) {
        let listed = membership.references.contains(&service);
        let (mut of, mut found, mut unlisted, mut unlisted_found, mut sets) = (0, 0, 0, 0, Vec::new());
        for class in membership.informative.iter().filter(|class| class.members.iter().all(own)) {
            let planted = || class.members.iter().filter(|index| role(index) == Some(Role::Canary));
            if planted().next().is_none() {
                continue;
            }
            if listed && !class.members.contains(&service) {
                (unlisted, unlisted_found) = (unlisted + class.held, unlisted_found + class.found);
            } else {
                (of, found) = (of + class.held, found + class.found);
                if class.found > 0 {
                    sets.extend(
                        planted().filter_map(|index| Some(matter.references.get(*index)?.reference.id.clone())),
                    );
                }
            }
        }
        sets.sort();
        sets.dedup();
        if of + unlisted > 0 {
            let (kind, chance) = (membership.kind.clone(), chance(matter, &membership.kind));
            let (by_chance, unlisted_by_chance) = (chance * of as f64, chance * unlisted as f64);
            let missed = None;
            all.push(Planted {
                kind,
                sets,
                of,
                unlisted,
                unlisted_found,
                unlisted_by_chance,
                found,
                by_chance,
                missed,
            });
        }
    }
    let missed: Vec<Option<(String, u64)>> = all.iter().map(|hit| missed(matter, hit, &all, &own)).collect();
    all.iter_mut().zip(missed).for_each(|(planted, missed)| planted.missed = missed);
    all
}

/// The planted documents or tax numbers that should stand in the rows of the hits, of which none is in the dump.
///
/// # Source
/// A planted record is a record: its keys stand together. Derivation: of the hits, so many stand in rows with such a number as
/// of all keys of their kind in the same stretches of the dump; from one expected on, that none is there speaks.
fn missed(matter: &Matter, hit: &Planted, all: &[Planted], own: &dyn Fn(&usize) -> bool) -> Option<(String, u64)> {
    let issued = |kind: &str| kind::find(kind).is_some_and(|kind| kind.rank <= Rank::Tax);
    if hit.found == 0 || issued(&hit.kind) {
        return None;
    }
    let absent = |other: &&Planted| issued(&other.kind) && other.found == 0 && other.of > 0;
    let expected = |other: &&Planted| {
        let part = (other.of as f64 / hit.of.max(1) as f64).min(1.0);
        part * beside(matter, &hit.kind, &other.kind, own) >= 1.0
    };
    let missed = all.iter().filter(absent).filter(expected).max_by_key(|other| other.of)?;
    Some((missed.kind.clone(), missed.of))
}

/// How many of the planted keys of a kind that were hit have a key of the other kind in their rows, by the stretches of the dump
/// in which they stand.
fn beside(matter: &Matter, kind: &str, other: &str, own: &dyn Fn(&usize) -> bool) -> f64 {
    let memberships = matter.counts.map_or(&[][..], |counts| &counts.memberships);
    let by_place = |kind: &str, planted: bool| {
        let mut places = vec![0.0; PLACES as usize];
        let Some(membership) = memberships.iter().find(|membership| membership.kind == kind) else { return places };
        let is = |class: usize| {
            let members = membership.informative.get(class).map_or(&[][..], |class| &class.members);
            let canary =
                |index: &usize| matter.references.get(*index).is_some_and(|known| known.reference.role == Role::Canary);
            !planted || (members.iter().any(canary) && members.iter().all(own))
        };
        for placed in membership.places.iter().filter(|placed| is(placed.class)) {
            if let Some(place) = places.get_mut(placed.place as usize) {
                *place += placed.found as f64;
            }
        }
        places
    };
    let (hits, all, others) = (by_place(kind, true), by_place(kind, false), by_place(other, false));
    let part = |at: usize| if all[at] > 0.0 { (others[at] / all[at]).min(1.0) } else { 0.0 };
    hits.iter().enumerate().map(|(at, hits)| hits * part(at)).sum()
}

/// How densely the dump fills the space of its keys: the chance that it holds a given key that is nobody's. The greater of
/// what its decoys say and what the neighbours of the planted keys say: a dump may be dense just where these stand.
///
/// # Source
/// Symmetry: of `d` random keys a set of `r` keys holds as many as the dump holds of `r` random keys. Half a hit is
/// added, so that no hit among few decoys does not pass for certainty.
fn chance(matter: &Matter, kind: &str) -> f64 {
    let (mut hits, mut drawn, mut dump) = (0.5, 0.0, 0);
    let mut near = 0.0_f64;
    for overlap in matter.key_overlaps().filter(|overlap| overlap.kind.as_deref() == Some(kind)) {
        dump = overlap.dump;
        let role = matter.references.get(overlap.reference).map(|known| known.reference.role);
        if let Some((free, found)) = overlap.neighbours.filter(|_| role == Some(Role::Canary)) {
            near = near.max(stats::share(found, free).unwrap_or(0.0));
        }
        if let (Some(decoys), Some(chance)) = (overlap.decoys, overlap.chance_hits) {
            hits += chance as f64;
            drawn += decoys as f64 * overlap.reference_size as f64;
        }
    }
    let spread = match drawn > 0.0 {
        true => (hits * dump as f64 / drawn).min(1.0),
        false => stats::expected_hash_collisions(dump, 1),
    };
    spread.max(near)
}

fn weigh(facts: &Facts) -> Vec<Finding> {
    let given = facts.matter.references.iter().any(|known| known.reference.role == Role::Canary);
    let mut all = planted(facts.matter);
    // The kind that tells most speaks; the rest says the same once more.
    all.sort_by_key(|planted| std::cmp::Reverse((planted.tell(), planted.found, planted.of)));
    let Some(best) = all.first() else {
        return TEST.silent(match given {
            true => "The planted records share no kind with the dump, or other sets hold them too.",
            false => "No planted records were given.",
        });
    };
    if best.of == 0 {
        return TEST.silent(format!(
            "None of {} planted {} stands in the service's list: give the list as it was once they were planted in it.",
            words::count(best.unlisted),
            words::unit_noun(&best.kind)
        ));
    }
    let sentence = format!(
        "{} planted {} are in the dump; about {} would be by chance.",
        words::count(best.found) + " of " + &words::count(best.of),
        words::unit_noun(&best.kind),
        words::amount(best.by_chance)
    );
    if let Some(why) = best.contradiction() {
        return TEST.silent(why);
    }
    if best.found > 0 && !best.tell() {
        return TEST.silent(format!("{sentence} That is not beyond chance."));
    }
    let raw = match best.found {
        0 => none_found(best.of),
        // Whatever share was copied, hits are no rare thing then; by chance they are.
        _ => -best.chance().log10(),
    };
    let wrong = (WRONG * facts.assumed.wrong / super::Assumed::default().wrong).min(1.0);
    let finding =
        |rival| TEST.weighed([SERVICE, rival], [best.found as f64, best.by_chance], raw, wrong, sentence.clone());
    vec![finding(ANOTHER_HOLDER), finding(OLDER_SETS)]
}

/// Weight (log10) of finding none of `of`, for a copied share even in its logarithm against no copy.
fn none_found(of: u64) -> f64 {
    let (least, most) = (0.001_f64.ln(), 0.999_f64.ln());
    let share = |at: usize| (least + (most - least) * at as f64 / (SHARES - 1) as f64).exp();
    let missed = (0..SHARES).map(|at| (of as f64 * (-share(at)).ln_1p()).exp());
    (missed.sum::<f64>() / SHARES as f64).log10()
}
