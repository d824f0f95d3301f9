//! Which missing input would decide what is open, best first.

use super::Service;
use crate::compare::Dimension;
use crate::evidence::held::Held;
use crate::evidence::matter::{Matter, is_attribute, is_kind};
use crate::evidence::question::Selection;
use crate::evidence::words;
use crate::profile::{Decided, Profile};
use crate::reference::Role;

/// One sentence each, best first: the service's list, a control list, dates and known members, version history, planted records, the full dump,
/// populations, undecided columns, pairs that could not be compared.
///
/// # Source
/// Order by expected gain as the method states it.
pub fn would_change(matter: &Matter, main: Option<&str>, held: Option<&Held>, answer: Service) -> Vec<String> {
    let mut out = Vec::new();
    if matter.dump.is_none() {
        out.push("A dump, or a random sample of its rows: without one nothing can be looked up.".to_owned());
    }
    match nothing_in_common(matter) {
        // Nothing else helps before there is something to compare.
        Some(missing) => out.push(missing),
        None => {
            service_list(matter, &mut out);
            of_service(matter, held, answer, &mut out);
        }
    }
    full_dump(matter, &mut out);
    populations(matter, main, &mut out);
    undecided_columns(matter, &mut out);
    out.extend(super::hashed::would_change(matter));
    let refused = refused(matter, |_| true);
    let new: Vec<String> = refused.into_iter().filter(|refusal| !out.contains(refusal)).collect();
    out.extend(new);
    out
}

/// What could not be compared, by id: the order in which references are given says nothing.
fn refused(matter: &Matter, which: impl Fn(usize) -> bool) -> Vec<String> {
    let refusals = matter.counts.map_or(&[][..], |counts| &counts.refusals).iter();
    let told =
        refusals.filter(|refusal| refusal.reason != crate::compare::seconds::LEFT_OUT && which(refusal.reference));
    let mut told: Vec<String> = told
        .map(|refusal| {
            let id =
                matter.references.get(refusal.reference).map_or("a reference", |known| known.reference.id.as_str());
            format!("{id} could not be compared ({}): {}", refusal.reason, refusal.hint)
        })
        .collect();
    told.sort_unstable();
    told
}

/// What a list of the service, or a file of the dump, would have to hold where the two share no key that tells a record.
fn nothing_in_common(matter: &Matter) -> Option<String> {
    let (index, known) = matter.service()?;
    let telling = |profile: &Profile| -> Vec<&'static str> {
        let kinds = profile.units.iter().map(|unit| unit.unit).filter(|unit| is_kind(unit) && !is_attribute(unit));
        kinds.collect()
    };
    let (own, held) = (telling(matter.dump?), telling(known.profile?));
    let refused = matter.counts?.refusals.iter().any(|refusal| refusal.reference == index);
    if own.is_empty() || refused || own.iter().any(|kind| held.contains(kind)) {
        return None;
    }
    let (id, nouns) = (&known.reference.id, |kinds: &[&str]| {
        words::list(&kinds.iter().map(|kind| words::unit_noun(kind)).collect::<Vec<_>>()).replace(" and ", " or ")
    });
    let files = if held.is_empty() { String::new() } else { format!(", or a file of the dump with {}", nouns(&held)) };
    Some(format!(
        "A list of {id} with {}{files}: the two share no key that tells a record, so nothing else can decide whose these are.",
        nouns(&own)
    ))
}

fn service_list(matter: &Matter, out: &mut Vec<String>) {
    match matter.service() {
        None => out.push("The record set of the service that is said to have leaked (--service ID=PATH).".into()),
        Some((_, known)) if known.profile.is_none() => {
            let id = &known.reference.id;
            out.push(format!(
                "The list of {id} (--service {id}=PATH), hashed with a shared key if need be: only a \
                 size of it is known."
            ));
        }
        Some((index, known)) if !matter.service_list_complete() => {
            // Where nothing could be compared at all, that comes first.
            out.extend(refused(matter, |reference| reference == index));
            let id = &known.reference.id;
            out.push(format!(
                "The day up to which the list of {id} is complete (`complete_to` in the case file) and the day the \
                     dump is known from: without them keys outside the list stay a condition."
            ));
        }
        Some((index, _)) => out.extend(refused(matter, |reference| reference == index)),
    }
}

/// What the tests about the service lack: only what is not there yet, and only where it could still change the answer.
fn of_service(matter: &Matter, held: Option<&Held>, answer: Service, out: &mut Vec<String>) {
    let Some((_, service)) = matter.service() else { return };
    let id = &service.reference.id;
    let given = |role: Role| matter.references.iter().any(|known| known.reference.role == role);
    let register = held.is_some_and(|held| held.control().is_some());
    // Whoever only shows a register is never parted from it by membership; few hits need no control.
    let asks = service.reference.view_of.is_none() && answer != Service::Bounded;
    if asks && !given(Role::Control) && !register {
        out.push(format!(
            "A control list (--control): about 1,000 records of the same population that {id} never held; \
                 without one, {id} cannot be told from another holder of the same records."
        ));
    }
    let undated = held.is_some_and(|held| held.strata(Dimension::Month).is_none());
    if answer == Service::Insufficient && undated {
        out.push(format!(
            "The day on which each record of {id} was made, as a column of its list: without it a bound holds only for \
                 the records that no older set holds."
        ));
    }
    if service.profile.is_some() && matches!(answer, Service::Bounded | Service::Insufficient) && !given(Role::Member) {
        out.push(format!("Records known from elsewhere to be {id}'s: they would show whether its list is complete."));
    }
    out.push(format!("The version history of {id}: values that changed over time date a copy."));
    if !given(Role::Canary) {
        out.push(format!("Planted records (canaries) that only {id} holds."));
    }
}

fn full_dump(matter: &Matter, out: &mut Vec<String>) {
    if matter.dump.is_none() {
        return;
    }
    if !matter.complete() {
        out.push("The parts of the dump that were not examined (see the limits).".into());
    }
    match matter.question.selection {
        Selection::All => {}
        Selection::Unknown => {
            out.push("How the rows were selected (`selection` in the case file), or the full dump.".into())
        }
        _ => out.push("The full dump instead of selected rows.".into()),
    }
}

fn populations(matter: &Matter, main: Option<&str>, out: &mut Vec<String>) {
    let Some(kind) = main.filter(|kind| is_kind(kind)) else { return };
    let things = words::unit_noun(kind);
    let known = matter.question.populations.get(kind);
    let (exist, issued) = known.map_or((false, false), |p| (p.in_existence.is_some(), p.ever_issued.is_some()));
    // People have no number of addresses or passwords that could be known.
    let countable = crate::kind::find(kind).is_none_or(|kind| kind.rank <= crate::kind::Rank::Tax);
    match (countable, exist, issued) {
        (true, false, false) => {
            out.push(format!("How many {things} exist (--population {kind}=N), and how many were ever issued."))
        }
        (true, true, false) => out
            .push(format!("How many {things} were ever issued: an excess over those in existence may be lapsed ones.")),
        _ => {}
    }
}

fn undecided_columns(matter: &Matter, out: &mut Vec<String>) {
    let Some(dump) = matter.dump else { return };
    for column in dump.columns.iter().filter(|column| matches!(column.decided, Decided::Assumed | Decided::Refuted)) {
        let kinds: Vec<String> = column.candidates.iter().map(|candidate| candidate.kind.to_owned()).collect();
        let example = column.compared_as.or_else(|| column.candidates.first().map(|candidate| candidate.kind));
        let Some(example) = example else { continue };
        out.push(format!(
            "What column {} holds: its values fit {}; say which with --key {example} or a header.",
            column.position + 1,
            words::list(&kinds)
        ));
    }
}
