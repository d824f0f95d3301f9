//! Claims about sources: where the records come from, what the dump is made of, whether it holds all of a source. Accusation
//! and denial are held against the same answers.

use super::claims::{About, ClaimLine, ClaimOutcome, Heard, Said};
use super::contained;
use super::service::betrayed;
use super::{Scope, Service};
use crate::evidence::matter::Matter;
use crate::evidence::question::{Claim, Selection};
use crate::evidence::words;
use crate::mixture::State;
use crate::reference::Role;
use crate::stats;

/// Share of true matches that the key matcher finds, and the margin below it, 0..=1: a list of which less is found is not
/// all there.
///
/// # Source
/// The method's defaults for answer A.
const FOUND_IF_WHOLE: f64 = 0.95 - 0.02;

/// "The records come from …", or that none of them do.
pub fn origin_line(matter: &Matter, claim: &Claim, source: &str, heard: &Heard) -> ClaimLine {
    let (outcome, because) = match matter.reference(source) {
        None => (ClaimOutcome::NotTested, format!("No reference of the id {source} was given.")),
        Some((_, known)) if known.profile.is_none() => (
            ClaimOutcome::NotTested,
            format!("Only a size of {source} is known; numbers alone never show where records come from."),
        ),
        Some(_) if matter.dump.is_none() => (ClaimOutcome::NotTested, "There is no dump to look into.".into()),
        Some((_, known)) if known.reference.role == Role::Service => of_service(matter, claim, source, heard),
        Some(_) => of_set(matter, claim, source, heard),
    };
    let what = if claim.denies { "none of the records come from" } else { "the records come from" };
    line(claim, About::Origin, format!("{what} {source}"), outcome, because)
}

/// One line for each set that the dump is said to be made of, or to hold nothing of.
pub fn content_lines(matter: &Matter, claim: &Claim, heard: &Heard) -> Vec<ClaimLine> {
    claim.content.iter().map(|id| content_line(matter, claim, id, heard)).collect()
}

fn content_line(matter: &Matter, claim: &Claim, id: &str, heard: &Heard) -> ClaimLine {
    let part = heard.composition.and_then(|c| c.parts.iter().find(|part| part.reference == id));
    let rows = heard.composition.map_or(0, |composition| composition.rows);
    let (outcome, because) = match (matter.reference(id), part) {
        (None, _) => (ClaimOutcome::NotTested, format!("{id}: not given.")),
        (Some(_), None) => (ClaimOutcome::NotTested, format!("{id}: no records that could be compared.")),
        (Some((_, known)), Some(part)) => {
            let counted = format!(
                "{id}: it alone holds {}, it holds {}.",
                words::count(part.unique),
                words::part_of(part.total, rows, "rows")
            );
            let (outcome, why) = match known.reference.role {
                Role::Service => of_service(matter, claim, id, heard),
                _ => of_set(matter, claim, id, heard),
            };
            (outcome, format!("{counted} {why}"))
        }
    };
    let what = if claim.denies { "the dump holds nothing of" } else { "the dump is made of" };
    ClaimLine {
        measured: part.and_then(|part| serde_json::Number::from_f64(part.credit)).map(Said::Number),
        unit: part.map(|_| "rows".into()),
        ..line(claim, About::Content, format!("{what} {id}"), outcome, because)
    }
}

/// Held against the answer on the service.
fn of_service(matter: &Matter, claim: &Claim, id: &str, heard: &Heard) -> (ClaimOutcome, String) {
    let view = matter.reference(id).and_then(|(_, known)| known.reference.view_of.clone());
    let apart = view.map_or(String::new(), |register| {
        format!(" {id} shows the records of {register}, so membership can never tell the two apart.")
    });
    // Planted records need no condition; control records must be what they are said to be.
    let condition = match betrayed(matter, id) {
        Some(_) => "",
        None => ", if the control records are real and drawn from the same population as its own",
    };
    let (outcome, because) = match (heard.service, claim.denies) {
        (Service::ServiceSpecific, false) => {
            let all = match heard.scope {
                Scope::OnlyServiceRefuted => format!(" Not all of the dump is {id}'s: see the scope."),
                _ => String::new(),
            };
            (
                ClaimOutcome::Supported,
                format!(
                    "Content that only {id} holds is in the dump{condition}: this supports content of {id}, and says nothing of who took \
                     it or how.{all}"
                ),
            )
        }
        (Service::ServiceSpecific, true) => {
            (ClaimOutcome::Contradicted, format!("Content that only {id} holds is in the dump{condition}."))
        }
        (Service::Bounded, denies) => {
            let bound = bound(id, heard);
            match denies {
                false => (ClaimOutcome::Contradicted, format!("{bound} Within this bound the claim does not hold.")),
                true => (ClaimOutcome::Conditional, format!("{bound} That there are none at all cannot be shown.")),
            }
        }
        (Service::NotServiceAlone, _) => (
            ClaimOutcome::Conditional,
            format!(
                "Records that {id} never held occur in the dump about as often as those it holds: {id} is not the only current \
                 source, and whether its records were added cannot be told from membership."
            ),
        ),
        (Service::CurrentDataSourceOpen, _) => (
            ClaimOutcome::Conditional,
            format!(
                "The dump carries current records that {id} holds; any other holder of the same records would look the same."
            ),
        ),
        (Service::Insufficient, false) if heard.scope == Scope::OnlyServiceRefuted => (
            ClaimOutcome::Conditional,
            format!("Not all of the records can be {id}'s; whether any of the others are is not decided."),
        ),
        (Service::Insufficient, _) => (
            ClaimOutcome::NotTested,
            format!(
                "Shared records alone neither show nor exclude that they come from {id}: any other holder of the same records \
                 would share them too; a control list, versions or planted records would tell."
            ),
        ),
    };
    (outcome, format!("{because}{apart}"))
}

/// What was copied at most, in records too.
fn bound(id: &str, heard: &Heard) -> String {
    let (share, whose) = match (&heard.copied.of_all, &heard.copied.of_exclusive) {
        (Some(all), _) => (Some(all), "records"),
        (None, Some(exclusive)) => (Some(exclusive), "records that no other set holds"),
        (None, None) => (None, ""),
    };
    share.map_or(format!("No more than a negligible share of {id}'s records was copied."), |share| {
        format!(
            "At most {} of {id}'s {whose} ({} of them) were copied, at 95 %.",
            words::at_most(share.high),
            words::count(share.records)
        )
    })
}

/// Held against the states of the mixtures.
fn of_set(matter: &Matter, claim: &Claim, id: &str, heard: &Heard) -> (ClaimOutcome, String) {
    let parts: Vec<_> = heard
        .mixtures
        .iter()
        .flat_map(|mixture| mixture.parts.iter().map(move |part| (mixture.kind.as_str(), part)))
        .filter(|(_, part)| part.reference == id)
        .collect();
    let interval = |(kind, part): &(&str, &crate::mixture::KeyPart)| match (part.low, part.high) {
        (Some(low), Some(high)) => {
            let records = words::count((high * part.held as f64).ceil() as u64);
            format!(
                "between {} and {} of its {} were copied, at most {records} (95 %)",
                words::at_least(low),
                words::at_most(high),
                words::unit_noun(kind)
            )
        }
        _ => format!("copied shares of its {} were not estimated", words::unit_noun(kind)),
    };
    let of = |state: State| parts.iter().filter(move |(_, part)| part.state == state);
    if let Some(found) = of(State::Present).next() {
        let outcome = if claim.denies { ClaimOutcome::Contradicted } else { ClaimOutcome::Supported };
        let why = format!("Records of {id} or of a set that holds them are in the dump: {}.", interval(found));
        let others = contained::containers_of(matter, id);
        return match others.is_empty() {
            true => (outcome, why),
            false => (
                ClaimOutcome::Conditional,
                format!("{why} All that was found of it stands in {} as well.", words::list(&others)),
            ),
        };
    }
    let present = |other: &String| {
        let parts = || heard.mixtures.iter().flat_map(|mixture| &mixture.parts).filter(|part| part.reference == *other);
        parts().any(|part| part.state == State::Present)
            && contained::containers_of(matter, other).iter().any(|c| c == id)
    };
    let ids = matter.ids().into_iter().map(str::to_owned);
    let inside: Vec<String> = ids.filter(|other| other != id).filter(present).collect();
    if let (false, Some(found)) = (inside.is_empty(), parts.first()) {
        let why = format!(
            "{}. But all that was found of {} stands in {id} too: whoever picked these records out of it has the same dump.",
            capital(&interval(found)),
            words::list(&inside)
        );
        return (ClaimOutcome::Conditional, why);
    }
    let all_absent = !parts.is_empty() && parts.iter().all(|(_, part)| part.state == State::Absent);
    if let (true, Some(found)) = (all_absent, parts.first()) {
        return match claim.denies {
            false => (ClaimOutcome::Contradicted, format!("{}.", capital(&interval(found)))),
            true => (
                ClaimOutcome::Conditional,
                format!("{}; that there are none cannot be shown.", capital(&interval(found))),
            ),
        };
    }
    if parts.is_empty() {
        return (ClaimOutcome::NotTested, format!("{id} shares no kind of key with the dump that tells a record."));
    }
    let why = match of(State::Trace).next() {
        Some(trace) => format!("Only a trace of it is in the dump: {}.", interval(trace)),
        None => {
            "Whether they were copied from there is undetermined: other holders of the same records match alike.".into()
        }
    };
    (ClaimOutcome::Conditional, why)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// "The dump holds all of …".
pub fn complete_line(matter: &Matter, claim: &Claim, heard: &Heard) -> ClaimLine {
    let source = claim.source.as_deref().or(matter.service().map(|(_, known)| known.reference.id.as_str()));
    let Some((index, known)) = source.and_then(|source| matter.reference(source)) else {
        let because = "Neither the claim nor the case names the set that the dump is said to be all of.".to_owned();
        return line(claim, About::Completeness, "the dump is complete".into(), ClaimOutcome::NotTested, because);
    };
    let id = &known.reference.id;
    let said = format!("the dump holds all records of {id}");
    let unit = claim.unit.as_deref().filter(|unit| matter.overlap(index, unit).is_some());
    let unit = unit.or(heard.main.filter(|kind| matter.overlap(index, kind).is_some()));
    let whole = matter.question.selection == Selection::All && matter.complete();
    let Some(overlap) = unit.and_then(|unit| matter.overlap(index, unit)) else {
        let (outcome, because) = by_size(matter, heard, id, whole);
        return line(claim, About::Completeness, said, outcome, because);
    };
    let things = words::unit_noun(overlap.kind.as_deref().unwrap_or("records"));
    let share = stats::share(overlap.shared, overlap.reference_size).unwrap_or(0.0);
    let counted = format!(
        "{} in the list of {id} are in the dump.",
        words::part_of(overlap.shared, overlap.reference_size, overlap.kind.as_deref().unwrap_or("records"))
    );
    let (outcome, because) = match (share >= FOUND_IF_WHOLE, whole) {
        (true, _) => (
            ClaimOutcome::Supported,
            format!("{counted} So nearly all of its {things} are there, wherever they were copied from."),
        ),
        (false, true) => (ClaimOutcome::Contradicted, counted),
        (false, false) => {
            (ClaimOutcome::Conditional, format!("{counted} Whether these rows are all of the dump is not known."))
        }
    };
    ClaimLine {
        stated: Some(Said::Number(overlap.reference_size.into())),
        measured: Some(Said::Number(overlap.shared.into())),
        unit: overlap.kind.clone(),
        ..line(claim, About::Completeness, said, outcome, because)
    }
}

/// Fewer things than the set is said to hold cannot be all of it.
fn by_size(matter: &Matter, heard: &Heard, id: &str, whole: bool) -> (ClaimOutcome, String) {
    let size = matter.service().filter(|(_, service)| service.reference.id == id).and_then(|_| matter.stated_size());
    let found = heard.main.and_then(|kind| matter.distinct(kind).map(|found| (kind, found)));
    let (Some(size), Some((kind, found))) = (size, found) else {
        return (
            ClaimOutcome::NotTested,
            format!("No list of {id} was given that shares a kind of key with the dump."),
        );
    };
    let least = size.records.saturating_sub(size.rounding);
    let things = words::unit_noun(kind);
    let counted = format!(
        "{} different {things} were counted, {id} is said to hold {}.",
        words::count(found),
        words::count(size.records)
    );
    match (found < least, whole) {
        (true, true) => {
            (ClaimOutcome::Contradicted, format!("{counted} They cannot be all, if that size counts {things}."))
        }
        _ => (ClaimOutcome::Conditional, format!("{counted} Numbers alone never show that all are there.")),
    }
}

/// A line without numbers.
pub fn line(claim: &Claim, about: About, said: String, outcome: ClaimOutcome, because: String) -> ClaimLine {
    ClaimLine { by: claim.by.clone(), about, claim: said, stated: None, measured: None, unit: None, outcome, because }
}
