//! Answer A: can the dump be the service's records and nothing else?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::numbers;
use crate::evidence::matter::{Matter, is_attribute, is_kind};
use crate::evidence::words;
use crate::stats;
use crate::stats::interval;

/// Share of true matches that the key matcher finds, 0..=1.
///
/// # Source
/// The method's default, to be measured on injected typing errors.
const MATCH_SENSITIVITY: f64 = 0.95;
/// Share of keys outside the service beyond what missed matches explain, 0..=1, from which the dump is not the service
/// alone.
const OUTSIDE_MARGIN: f64 = 0.02;
/// Uncertainty of a size where no rounding is stated, 0..=1.
pub const SIZE_TOLERANCE: f64 = 0.02;
/// Distinct keys below which shares say nothing.
pub const KEYS_LEAST: u64 = 100;

/// Whether the dump can be the service's records and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// It cannot: something in it is not the service's. Nothing is said of the rest.
    OnlyServiceRefuted,
    /// By what was counted, it can.
    OnlyServiceNotRefuted,
    /// It cannot, if a condition holds that the material does not show.
    Conditional,
    /// Nothing to test it on.
    NotTested,
}

impl Scope {
    /// The code in reports.
    pub fn name(self) -> &'static str {
        match self {
            Scope::OnlyServiceRefuted => "only-service-refuted",
            Scope::OnlyServiceNotRefuted => "only-service-not-refuted",
            Scope::Conditional => "conditional",
            Scope::NotTested => "not-tested",
        }
    }
}

/// The scope in keys of `kind`, with its reason in one or two sentences that stand alone.
pub fn scope(matter: &Matter, kind: Option<&str>) -> (Scope, String) {
    let Some((_, service)) = matter.service() else {
        return (Scope::NotTested, "No service was named, so nothing can be said of it.".into());
    };
    let id = &service.reference.id;
    if matter.dump.is_none() {
        return by_claim(matter, kind, id);
    }
    let Some(kind) = kind else {
        let why = format!("The dump and {id} share no kind of key, and no unit is named for its stated size.");
        return (Scope::NotTested, why);
    };
    let things = words::unit_noun(kind);
    if is_attribute(kind) {
        return (Scope::NotTested, words::nobodys(kind));
    }
    let distinct = matter.distinct(kind).unwrap_or(0);
    let foreign = foreign(matter);
    if distinct < KEYS_LEAST {
        let why = format!(
            "The dump holds {} different {things}: fewer than {KEYS_LEAST} are too few for shares; exact intervals, bounds, foreign \
             columns and newest dates still speak.{foreign}",
            words::count(distinct)
        );
        return (Scope::NotTested, why);
    }
    let (scope, why) = by_counts(matter, kind, distinct, id);
    (scope, format!("{why}{foreign}"))
}

fn by_counts(matter: &Matter, kind: &str, distinct: u64, id: &str) -> (Scope, String) {
    let things = words::unit_noun(kind);
    by_size(matter, kind, distinct, id).or_else(|| by_keys(matter, kind, distinct)).unwrap_or_else(|| {
        match matter.service_size(Some(kind)) {
            Some(size) => {
                let why = format!(
                    "The dump's {} different {things} are no more than the {} that {id} is said to hold; no list was \
                         given to look them up in.",
                    words::count(distinct),
                    words::count(size.records)
                );
                (Scope::OnlyServiceNotRefuted, why)
            }
            None => (Scope::NotTested, format!("Neither a size nor a list of {things} of {id} was given.")),
        }
    })
}

/// More keys than the service holds: some cannot be its records.
fn by_size(matter: &Matter, kind: &str, distinct: u64, id: &str) -> Option<(Scope, String)> {
    let size = matter.service_size(Some(kind))?;
    let stated = matter.stated_size();
    let most = stated.as_ref().map_or(0, |stated| stated.records + stated.rounding).max(size.records + size.rounding);
    if distinct as f64 <= most as f64 * (1.0 + SIZE_TOLERANCE) {
        return None;
    }
    let things = words::unit_noun(kind);
    let least = stats::excess_at_least(distinct, most);
    let sentence = format!(
        "The dump holds {} different {things}, {} times the {} of {id}, so at least {} ({}) cannot be {id}'s \
             records; this alone does not show whether {id}'s records are among the rest.",
        words::count(distinct),
        words::amount(distinct as f64 / most as f64),
        words::count(most),
        words::count(least),
        words::at_least(least as f64 / distinct as f64),
    );
    let same_unit = size.measured || matter.key == Some(kind) || named_unit(matter, kind);
    // A list that is longer than the size said shows that the size is another's, or of another day.
    let refuted = stated.as_ref().filter(|stated| size.measured && size.records > stated.records + stated.rounding);
    let condition = if !same_unit {
        format!("This holds if the stated size of {id} counts {things}.")
    } else if matter.service_list_complete() {
        String::new()
    } else if let Some(stated) = refuted {
        format!(
            "This holds if the list of {id} is complete: it holds {}, more than the stated size of {}, which is out of date or counts \
             something else.",
            words::count(size.records),
            words::count(stated.records)
        )
    } else {
        as_of(matter, stated.is_some())
    };
    let condition = if !condition.is_empty() {
        condition
    } else if assumed(matter, kind) {
        format!("This holds if the column compared as {kind} is of that kind, which was assumed.")
    } else {
        return Some((Scope::OnlyServiceRefuted, sentence));
    };
    Some((Scope::Conditional, format!("{sentence} {condition}")))
}

/// Keys that the service's list does not hold.
fn by_keys(matter: &Matter, kind: &str, distinct: u64) -> Option<(Scope, String)> {
    let (index, service) = matter.service()?;
    let overlap = matter.overlap(index, kind)?;
    let id = &service.reference.id;
    let things = words::unit_noun(kind);
    let outside = overlap.dump.saturating_sub(overlap.shared);
    let counted = format!(
        "{} of the dump's {} different {things} ({}) are not in the list of {id}",
        words::count(outside),
        words::count(overlap.dump),
        words::percent(stats::share(outside, overlap.dump).unwrap_or(0.0)),
    );
    // The lower end of the share, so that a few keys never refute.
    if interval::lower(outside, distinct, 0.95) <= (1.0 - MATCH_SENSITIVITY) + OUTSIDE_MARGIN {
        let counted = match outside {
            0 => format!("All {} of the dump's different {things} are in the list of {id}", words::count(overlap.dump)),
            _ => format!("Only {counted}"),
        };
        let why = format!(
            "{counted}: by its {things} the dump can be {id}'s records alone. Another holder of the same \
                 records would look the same."
        );
        return Some((Scope::OnlyServiceNotRefuted, why));
    }
    let sentence = format!(
        "{counted}, so the dump is not {id}'s records alone; this does not show whether {id}'s records are among the \
             rest."
    );
    let condition = if !matter.service_list_complete() {
        format!("This holds if the list covers all that {id} held up to the day the dump was made, which is not known.")
    } else if overlap.assumed {
        format!("This holds if the column compared as {kind} is of that kind, which was assumed.")
    } else if overlap.shared == 0 && !agrees_with_another(matter, index, kind) {
        format!(
            "The list of {id} matches nothing at all: check that both sides spell {things} alike before relying on \
                 this."
        )
    } else {
        return Some((Scope::OnlyServiceRefuted, sentence));
    };
    Some((Scope::Conditional, format!("{sentence} {condition}")))
}

/// The condition under which a size or a list limits the dump at all: a service grows, and each is of a day. Empty where the
/// dump is known from a day before, and where nobody names a day.
fn as_of(matter: &Matter, stated: bool) -> String {
    let Some((_, service)) = matter.service() else { return String::new() };
    let id = &service.reference.id;
    let (day, known) = if stated {
        (service.reference.sizes.iter().filter_map(|size| size.date.as_deref()).max(), "its size is known")
    } else {
        (service.reference.complete_to.as_deref(), "its list is complete")
    };
    match (day, matter.dump_date()) {
        (Some(day), Some(dump)) if day < &dump[..day.len().min(dump.len())] => {
            format!("This holds if {id} held no more than that by {dump}; {known} as of {day}.")
        }
        (Some(_), Some(_)) => String::new(),
        (Some(day), None) => format!(
            "This holds if the dump was made by {day}: {known} as of that day, and when the dump was made is not known{}.",
            reaches(matter, day)
        ),
        (None, _) if stated => String::new(),
        (None, _) => format!(
            "This holds if the list of {id} is complete: neither its whole size nor a day up to which it is complete \
             is given."
        ),
    }
}

/// Said where days on which records of the dump were made are later than the day.
fn reaches(matter: &Matter, day: &str) -> String {
    let columns = matter.dump.map_or(&[][..], |dump| &dump.columns);
    let made =
        columns.iter().filter(|column| column.name.as_deref().is_some_and(crate::profile::words::tells_creation));
    let newest = made.filter_map(|column| column.recent.as_ref().map(|recent| recent.month.as_str())).max();
    newest
        .filter(|month| *month > day.get(..month.len()).unwrap_or(day))
        .map_or(String::new(), |month| format!("; its records were made up to {month}"))
}

/// Share of the filled cells from which foreign columns are worth a sentence, 0..=1.
///
/// # Source
/// The project's method, section 5.5, answer A; by rule 6 of section 10 they refute columns, not records.
const FOREIGN_LEAST: f64 = 0.01;

/// A sentence on the columns that the service never stores; empty where there are none, or it is not said what it stores.
fn foreign(matter: &Matter) -> String {
    let (Some(dump), Some((_, service))) = (matter.dump, matter.service()) else { return String::new() };
    let id = &service.reference.id;
    let Some(never) = matter.question.never_stores.get(id) else { return String::new() };
    let is_foreign =
        |column: &&crate::profile::ColumnProfile| column.kind.is_some_and(|kind| never.iter().any(|n| n == kind));
    let all: u64 = dump.columns.iter().map(|column| column.filled).sum();
    let cells: u64 = dump.columns.iter().filter(is_foreign).map(|column| column.filled).sum();
    let Some(share) = stats::share(cells, all).filter(|share| *share >= FOREIGN_LEAST) else { return String::new() };
    let mut kinds: Vec<&str> = dump.columns.iter().filter(is_foreign).filter_map(|column| column.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let because = matter.question.never_because.get(id);
    let mut reasons: Vec<&str> = kinds.iter().filter_map(|kind| Some(because?.get(*kind)?.as_str())).collect();
    reasons.dedup();
    let reasons: String = reasons.into_iter().map(|reason| format!(" {reason}")).collect();
    let things: Vec<String> = kinds.into_iter().map(words::unit_noun).collect();
    format!(
        " {} of {} filled cells ({}) are {}, which {id} is said never to store: these columns are not {id}'s; a full copy with columns \
         added would still be a copy.{reasons}",
        words::count(cells),
        words::count(all),
        words::percent(share),
        words::list(&things)
    )
}

/// Nothing was read: a claimed number against a size.
fn by_claim(matter: &Matter, kind: Option<&str>, id: &str) -> (Scope, String) {
    let (Some(claim), Some(size)) = (matter.size_claim(), matter.service_size(kind)) else {
        return (Scope::NotTested, format!("There is no dump, and no claimed number to hold against a size of {id}."));
    };
    let claimed = claim.records.unwrap_or(0);
    let things = words::unit_noun(numbers::unit_of(claim, kind));
    let most = size.records + size.rounding;
    if claimed.saturating_sub(claim.rounding.unwrap_or(0)) as f64 > most as f64 * (1.0 + SIZE_TOLERANCE) {
        let why = format!(
            "If the {} claimed are different {things}, they are more than the {} of {id} and cannot be {id}'s alone; \
                 if records repeat, they can.",
            words::spoken(claimed),
            words::spoken(most)
        );
        return (Scope::Conditional, why);
    }
    let why = match claimed > most {
        false => {
            format!("The {} claimed are no more than the {} of {id}.", words::spoken(claimed), words::spoken(most))
        }
        true => format!(
            "The {} claimed are more than the {} of {id} by no more than rounding of the two numbers explains.",
            words::spoken(claimed),
            words::spoken(most)
        ),
    };
    (Scope::OnlyServiceNotRefuted, why)
}

/// Whether somebody who names numbers names them in this kind.
fn named_unit(matter: &Matter, kind: &str) -> bool {
    is_kind(kind)
        && (matter.question.populations.contains_key(kind)
            || matter.question.claims.iter().any(|claim| claim.unit.as_deref() == Some(kind)))
}

fn assumed(matter: &Matter, kind: &str) -> bool {
    matter.service().is_some_and(|(index, _)| matter.overlap(index, kind).is_some_and(|overlap| overlap.assumed))
}

/// Whether the service's list shares keys with any other reference: a sign that key and spelling agree.
fn agrees_with_another(matter: &Matter, service: usize, kind: &str) -> bool {
    let memberships = matter.counts.map_or(&[][..], |counts| &counts.memberships);
    let mut classes = memberships.iter().filter(|m| m.kind == kind).flat_map(|membership| &membership.classes);
    classes.any(|class| class.held > 0 && class.members.len() > 1 && class.members.contains(&service))
}
