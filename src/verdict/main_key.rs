//! Which kind the answers about the service are given in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::{Scope, scope};
use super::service::shown;
use crate::evidence::Facts;
use crate::evidence::held::Held;
use crate::evidence::matter::{Matter, is_attribute, is_kind};
use crate::evidence::words;
use crate::kind;

/// The kind that the answers about the service are given in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MainKey {
    /// Kind id.
    pub kind: String,
    /// Why this one, one sentence.
    pub why: String,
    /// All kinds that the dump shares with the service (with any reference, where there is no service), by id.
    pub shared_kinds: Vec<String>,
    /// Where another shared kind would give another scope, or the kind is not in the dump: one sentence. Null: neither.
    pub warning: Option<String>,
}

/// Chooses the main key. `None` where nothing names one and nothing is shared.
///
/// # Source
/// The order of the contract: asked for; the claim's unit; the kind shared with the service (with most references,
/// where there is no service) with the most valid distinct keys × (1 − chance), ties by id; names and dates only where
/// they were asked for.
pub fn choose(matter: &Matter) -> Option<MainKey> {
    let shared_kinds = shared_kinds(matter);
    let (kind, why) = asked(matter)
        .or_else(|| claimed(matter))
        .or_else(|| most_telling(matter, &telling(&shared_kinds)))
        .or_else(|| only_population(matter))?;
    let warning = warn(matter, &kind, &shared_kinds);
    Some(MainKey { kind, why, shared_kinds, warning })
}

/// The kinds beside `main` in which the service's own records are in the dump beyond chance, by id: a dump put together from
/// several sources may carry its documents where the kind with most keys comes from elsewhere.
pub(super) fn hit_elsewhere<'a>(facts: &Facts<'a>) -> Vec<&'a str> {
    let Some((service, _)) = facts.matter.service() else { return Vec::new() };
    let of_service = facts.matter.key_overlaps().filter(|overlap| overlap.reference == service);
    let kinds = of_service.filter_map(|overlap| overlap.kind.as_deref());
    let mut hit: Vec<&str> = kinds
        .filter(|kind| facts.main != Some(*kind) && !is_attribute(kind))
        .filter(|kind| Held::of(&Facts { main: Some(kind), ..*facts }).is_some_and(|held| shown(&held)))
        .collect();
    hit.sort_unstable();
    hit
}

/// Whether the kind was named by somebody, on the command line or by the unit of a claim.
pub(super) fn is_named(matter: &Matter) -> bool {
    asked(matter).or_else(|| claimed(matter)).is_some()
}

fn asked(matter: &Matter) -> Option<(String, String)> {
    matter.key.map(|key| (key.to_owned(), "It was asked for.".to_owned()))
}

fn claimed(matter: &Matter) -> Option<(String, String)> {
    let claim = matter.question.claims.iter().find(|claim| claim.unit.as_deref().is_some_and(is_kind))?;
    let unit = claim.unit.clone()?;
    let why = format!("It is the unit of the claim ({}).", claim.by);
    Some((unit, why))
}

/// References whose shared kinds count: the service if it shares any, else all.
fn shared_kinds(matter: &Matter) -> Vec<String> {
    let service = matter.service().map(|(index, _)| index);
    let of = |only: Option<usize>| -> Vec<String> {
        let mut kinds: Vec<String> = matter
            .key_overlaps()
            .filter(|overlap| only.is_none_or(|index| overlap.reference == index))
            .filter_map(|overlap| overlap.kind.clone())
            .collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let with_service = service.map(|index| of(Some(index))).unwrap_or_default();
    if with_service.is_empty() { of(None) } else { with_service }
}

/// The kinds that tell records: different people bear one name and one birthday, and no answer can rest on these.
fn telling(shared: &[String]) -> Vec<String> {
    shared.iter().filter(|kind| !is_attribute(kind)).cloned().collect()
}

fn most_telling(matter: &Matter, candidates: &[String]) -> Option<(String, String)> {
    let service = matter.service().filter(|(index, _)| matter.key_overlaps().any(|o| o.reference == *index));
    let holders = |kind: &str| matter.key_overlaps().filter(|o| o.kind.as_deref() == Some(kind)).count();
    let most = candidates.iter().map(|kind| holders(kind)).max()?;
    let mut scored: Vec<(f64, u64, &String)> = candidates
        .iter()
        .filter(|kind| service.is_some() || holders(kind) == most)
        .map(|kind| {
            let distinct = distinct(matter, kind);
            (distinct as f64 * (1.0 - chance(kind)), distinct, kind)
        })
        .collect();
    // Where the values alone decide no kind, their number does.
    let all_chance = scored.iter().all(|(score, _, _)| *score == 0.0);
    if all_chance {
        scored.iter_mut().for_each(|(score, distinct, _)| *score = *distinct as f64);
    }
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.2.cmp(right.2)));
    let (_, keys, kind) = scored.first()?;
    let among = match service {
        Some((_, known)) => format!("Of the kinds shared with {}", known.reference.id),
        None => format!("Of the kinds shared with most references ({most})"),
    };
    let rule = if all_chance { "" } else { " after those that chance would let pass" };
    let why = format!("{among}, it has the most distinct valid keys in the dump{rule}: {}.", words::count(*keys));
    Some(((*kind).clone(), why))
}

fn distinct(matter: &Matter, kind: &str) -> u64 {
    let counted = matter.key_overlaps().filter(|o| o.kind.as_deref() == Some(kind)).map(|o| o.dump).max();
    counted.or_else(|| matter.distinct(kind)).unwrap_or(0)
}

fn chance(kind: &str) -> f64 {
    kind::find(kind).map_or(1.0, |kind| kind.chance)
}

fn only_population(matter: &Matter) -> Option<(String, String)> {
    let mut kinds = matter.question.populations.keys().filter(|unit| is_kind(unit));
    let (kind, more) = (kinds.next()?, kinds.next());
    let why = "It is the only kind whose number in existence is given.".to_owned();
    (more.is_none() && matter.dump.is_none()).then(|| (kind.clone(), why))
}

fn warn(matter: &Matter, chosen: &str, shared: &[String]) -> Option<String> {
    matter.dump?;
    let missing = matter.distinct(chosen).unwrap_or(0) == 0;
    let missing = missing.then(|| format!("The dump holds no {}.", words::unit_noun(chosen)));
    if matter.service().is_none() {
        return missing;
    }
    let (here, _) = scope(matter, Some(chosen));
    let others: Vec<String> = shared
        .iter()
        .filter(|kind| kind.as_str() != chosen && !is_attribute(kind))
        .filter_map(|kind| {
            let (there, _) = scope(matter, Some(kind));
            (there != here && there != Scope::NotTested).then(|| format!("{} ({})", kind, there.name()))
        })
        .collect();
    let others = (!others.is_empty())
        .then(|| format!("Another key would give another scope than {}: {}.", here.name(), words::list(&others)));
    match (missing, others) {
        (Some(missing), Some(others)) => Some(format!("{missing} {others}")),
        (missing, others) => missing.or(others),
    }
}

/// The kind in which the overlap with the service is told: the main key where the two share it, else the most telling kind that
/// they do share.
pub fn with_service(matter: &Matter, main: Option<&str>) -> Option<String> {
    let (index, _) = matter.service()?;
    if let Some(main) = main.filter(|kind| matter.overlap(index, kind).is_some_and(|overlap| overlap.dump > 0)) {
        return Some(main.to_owned());
    }
    let shared = matter.key_overlaps().filter(|overlap| overlap.reference == index && overlap.dump > 0);
    let shared: Vec<String> = shared.filter_map(|overlap| overlap.kind.clone()).collect();
    // Names and dates are counted where nothing else is shared.
    most_telling(matter, &telling(&shared)).or_else(|| most_telling(matter, &shared)).map(|(kind, _)| kind)
}
