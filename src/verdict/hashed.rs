//! Passwords in clear and their unsalted hashes are the same list in two forms: how many of the one stand in the other, and
//! which sets hold hashes that no password could be held against.

use super::Corpora;
use super::descent::only_secrets;
use crate::compare::{Level, Overlap};
use crate::evidence::Matter;
use crate::evidence::words;
use crate::kind::{self, Rank};
use crate::mixture::Mixture;

/// Hashes that a set must share before "none is known" is no longer said: strangers share rare passwords now and then.
///
/// # Source
/// The project's method, section 3.3: fifty hits of its own make a set present.
const SHARED_LEAST: u64 = 50;

/// Whether the dump holds passwords in clear; else its hashes are held against passwords.
fn in_clear(matter: &Matter) -> bool {
    matter.distinct("password").is_some()
}

/// The counts of passwords with hashes, the most for each source.
fn compared<'a>(matter: &'a Matter) -> Vec<&'a Overlap> {
    let all = matter.counts.map_or(&[][..], |counts| &counts.overlaps);
    let mut best: Vec<&'a Overlap> = Vec::new();
    for overlap in all.iter().filter(|overlap| overlap.level == Level::Attribute && is_hashed(overlap)) {
        let source = matter.references.get(overlap.reference).is_some_and(|known| known.reference.role.is_source());
        match best.iter_mut().find(|other| other.reference == overlap.reference) {
            _ if !source => {}
            Some(other) if other.shared < overlap.shared => *other = overlap,
            Some(_) => {}
            None => best.push(overlap),
        }
    }
    let id = |overlap: &Overlap| matter.references.get(overlap.reference).map(|known| known.reference.id.clone());
    best.sort_by(|left, right| right.shared.cmp(&left.shared).then_with(|| id(left).cmp(&id(right))));
    best
}

fn is_hashed(overlap: &Overlap) -> bool {
    overlap.kind.as_deref().is_some_and(|kind| kind::hash::digest::COMPARED.iter().any(|(id, _)| *id == kind))
}

/// One clause for each source that shares enough, the most first.
pub fn clauses(matter: &Matter) -> Vec<String> {
    let shared = compared(matter).into_iter().filter(|overlap| overlap.shared >= SHARED_LEAST);
    shared
        .filter_map(|overlap| {
            let known = matter.references.get(overlap.reference)?;
            let hash = overlap.kinds.first().copied().unwrap_or("hash");
            let hashes = words::unit_noun(hash);
            let of = format!("{} of {}", words::count(overlap.shared), words::count(overlap.dump));
            let share = words::percent(overlap.shared as f64 / overlap.dump.max(1) as f64);
            let named = words::named(known.reference);
            Some(match in_clear(matter) {
                true => format!("{of} rare passwords of the dump ({share}) stand as {hashes} in {named}"),
                false => format!("{of} rare {hashes} of the dump ({share}) are those of passwords in clear in {named}"),
            })
        })
        .collect()
}

/// Sources with hashes, or with passwords where the dump has hashes, that the dump's could not be held against, by id.
pub fn uncompared(matter: &Matter) -> Vec<String> {
    let rank = |id: &Option<&'static str>| id.and_then(kind::find).map(|kind| kind.rank);
    let Some(dump) = matter.dump else { return Vec::new() };
    let holds = |profile: &crate::profile::Profile, wanted: Rank| {
        profile.columns.iter().any(|column| rank(&column.compared_as) == Some(wanted))
    };
    let (own, other) = if in_clear(matter) { (Rank::Password, Rank::Hash) } else { (Rank::Hash, Rank::Password) };
    if !holds(dump, own) {
        return Vec::new();
    }
    let done: Vec<usize> = compared(matter).iter().map(|overlap| overlap.reference).collect();
    let left = matter.references.iter().enumerate().filter(|(index, known)| {
        known.reference.role.is_source()
            && known.profile.is_some_and(|profile| holds(profile, other))
            // Whoever holds both forms was compared by the one that the dump has.
            && !known.profile.is_some_and(|profile| holds(profile, own))
            && !done.contains(index)
    });
    let mut ids: Vec<String> = left.map(|(_, known)| known.reference.id.clone()).collect();
    ids.sort_unstable();
    ids
}

/// The answer with what passwords and hashes tell: none is not known while some list matches in its other form, or could
/// not be looked through.
pub fn told(matter: &Matter, mixtures: &[Mixture], (answer, because): (Corpora, String)) -> (Corpora, String) {
    let clauses = clauses(matter);
    let none = matches!(answer, Corpora::NoneKnown | Corpora::NotTested);
    if !clauses.is_empty() {
        let more = words::list(&clauses);
        let answer = if none { Corpora::Undetermined } else { answer };
        let because = match none {
            true => format!("By keys of one form no set is present, but {more}. Rows are not credited by that."),
            false => format!("{because} Beside the keys, {more}."),
        };
        return (answer, because);
    }
    let left = uncompared(matter);
    if answer == Corpora::NoneKnown && only_secrets(mixtures) && !left.is_empty() {
        let why = format!("No set is present by keys of the same form, but {}.", not_compared(matter, &left));
        return (Corpora::Undetermined, why);
    }
    (answer, because)
}

/// What was not compared, a clause.
fn not_compared(matter: &Matter, ids: &[String]) -> String {
    let (holds, has) = if ids.len() == 1 { ("holds", "has") } else { ("hold", "have") };
    let named = words::list(ids);
    match in_clear(matter) {
        true => format!("{named} {holds} hashes to which the dump's passwords were not compared (salted, or left out)"),
        false => format!(
            "{named} {has} passwords in clear to which the dump's hashes were not compared (salted, or left out)"
        ),
    }
}

/// What would let them be compared.
pub fn would_change(matter: &Matter) -> Option<String> {
    let left = uncompared(matter);
    (!left.is_empty()).then(|| match in_clear(matter) {
        true => format!("The passwords of {} in clear: {}.", words::list(&left), not_compared(matter, &left)),
        false => format!("The dump's passwords in clear: {}.", not_compared(matter, &left)),
    })
}
