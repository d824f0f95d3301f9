//! Answer E: when was the dump put together, and up to when are the records that it shares with the service?

use super::{Age, AgeLine, AgeStatus, Window};
use crate::evidence::Facts;
use crate::evidence::age_bounds::{self, AgeBound, Weight};
use crate::evidence::temporal_cut_off::{CutOff, cut_off, month_name};
use crate::evidence::words;

/// The name under which the window of the whole dump is listed.
const DUMP: &str = "dump";
/// Unconfirmed marks that the reason tells.
const SHOWN_MOST: usize = 2;

/// The dump's age: what bounds all of it, and when the part that matches the service's list ends; with its reason in
/// sentences that stand alone.
pub fn age(facts: &Facts) -> (Age, String) {
    let bounds = age_bounds::bounds(facts.matter);
    let at_odds = age_bounds::at_odds(facts.matter, &bounds);
    let (lower, upper) = (age_bounds::lower(&bounds), age_bounds::upper(&bounds));
    let first = lower.and_then(|bound| bound.not_before.clone());
    let last = upper.and_then(|bound| bound.not_after.clone());
    let closed = first.as_deref().zip(last.as_deref()).filter(|(first, last)| !age_bounds::order(first, last).is_gt());
    let mut windows = Vec::new();
    if let Some((from, to)) = closed.filter(|_| lower.is_some_and(|bound| bound.weight == Weight::Decides)) {
        windows.push(Window { reference: DUMP.into(), from: from.into(), to: to.into() });
    }
    let mut why = vec![whole(lower, upper)];
    why.extend(at_odds.iter().map(|odds| format!("At odds: {odds}")));
    let (window, part) = shared_part(facts, lower);
    windows.extend(window);
    why.extend(part);
    why.extend(shown(&bounds));
    let status = match (windows.is_empty(), facts.matter.dump) {
        (_, None) => AgeStatus::NotTested,
        (false, _) => AgeStatus::Dated,
        (true, Some(_)) if bounds.is_empty() && !has_months(facts) => AgeStatus::NotTested,
        (true, Some(_)) => AgeStatus::Undated,
    };
    let age = Age {
        status,
        windows,
        not_before: first,
        not_after: last,
        bounds: bounds.into_iter().map(AgeLine::from).collect(),
        at_odds,
    };
    match facts.matter.dump {
        Some(_) => (age, why.join(" ")),
        None => (age, "There is no dump whose age could be told.".into()),
    }
}

/// What bounds the dump as a whole, in one line.
fn whole(lower: Option<&AgeBound>, upper: Option<&AgeBound>) -> String {
    let below = lower.map(|bound| {
        let first = bound.not_before.as_deref().unwrap_or_default();
        let early = match bound.weight {
            Weight::Births => "; of a register of adults that is decades too early",
            _ => "",
        };
        (first, format!("Not before {first}: {}{early}.", bound.reason))
    });
    let above = upper.map(|bound| {
        let last = bound.not_after.as_deref().unwrap_or_default();
        (last, format!("Not after {last}: {}.", bound.reason))
    });
    match (below, above) {
        (Some((first, early)), Some((last, late))) if !age_bounds::order(first, last).is_gt() => {
            format!("The dump was put together between {first} and {last}. {early} {late}")
        }
        (Some((_, early)), Some((_, late))) => {
            format!("The bounds of the dump's age exclude each other. {early} {late}")
        }
        (Some((first, early)), None) => {
            format!("The dump was put together in or after {first}, nothing says until when. {early}")
        }
        (None, Some((last, late))) => format!("The dump was put together by {last}, nothing says since when. {late}"),
        (None, None) => "No confirmed mark, no date of making and no statement bounds the dump's age.".to_owned(),
    }
}

/// When the records that the dump shares with the service's list end, and why that is not known.
fn shared_part(facts: &Facts, lower: Option<&AgeBound>) -> (Option<Window>, Option<String>) {
    let Some((_, service)) = facts.matter.service() else { return (None, None) };
    let id = &service.reference.id;
    if !has_months(facts) {
        let why = format!(
            "Up to when the shared records go was not tested: the dump and {id} share no records of the main kind, or {id}'s \
             list does not say when each was made."
        );
        return (None, Some(why));
    }
    let things = words::unit_noun(facts.main.unwrap_or("records"));
    let Some(cut) = cut_off(facts) else {
        let why = format!(
            "The {things} that the dump shares with {id}'s list do not end at any month after which enough were to be \
             expected."
        );
        return (None, Some(why));
    };
    let (from, to) = (month_name(cut.window.0), month_name(cut.window.1));
    let mut why = ends(id, &things, &cut, &from, &to);
    if let Some(started) = service.reference.started.as_deref().filter(|day| to.as_str() < &day[..day.len().min(7)]) {
        why += &format!(" {id} began on {started}; an older copy of the same records needs no {id}.");
    }
    let younger = |bound: &&AgeBound| {
        let first = bound.not_before.as_deref().unwrap_or_default();
        bound.weight == Weight::Decides && age_bounds::order(first, &to).is_gt()
    };
    if let Some(bound) = lower.filter(younger) {
        why += &format!(" Other rows are younger ({}): the dump holds parts of different age.", bound.reason);
    }
    (Some(Window { reference: id.clone(), from, to }), Some(why))
}

fn ends(id: &str, things: &str, cut: &CutOff, from: &str, to: &str) -> String {
    let when = if from == to { format!("in {to}") } else { format!("between {from} and {to}") };
    format!(
        "The {things} that the dump shares with {id}'s list end {when}: of {} made later, {} are in the dump, where {} would \
         be expected at the rate of the months before. If nobody left later ones out on purpose, the matching part was taken \
         about then.",
        words::count(cut.later),
        words::count(cut.found),
        words::amount(cut.expected)
    )
}

/// Marks that decide nothing, each once.
fn shown(bounds: &[AgeBound]) -> Option<String> {
    let mut marks: Vec<&AgeBound> = Vec::new();
    for bound in bounds.iter().filter(|bound| bound.weight == Weight::Shown) {
        if !marks.iter().any(|other| other.mark == bound.mark) {
            marks.push(bound);
        }
    }
    let says = |bound: &&AgeBound| {
        let side = match (&bound.not_before, &bound.not_after) {
            (Some(first), _) => format!("not before {first}"),
            (None, Some(last)) => format!("not after {last}"),
            (None, None) => String::new(),
        };
        format!("{side} ({})", bound.reason)
    };
    let told: Vec<String> = marks.iter().take(SHOWN_MOST).map(says).collect();
    let more = match marks.len().saturating_sub(SHOWN_MOST) {
        0 => String::new(),
        more => format!("; {more} more"),
    };
    (!told.is_empty()).then(|| format!("Marks that decide nothing: {}{more}.", told.join("; ")))
}

fn has_months(facts: &Facts) -> bool {
    let memberships = facts.matter.counts.map_or(&[][..], |counts| &counts.memberships);
    let main = memberships.iter().filter(|membership| Some(membership.kind.as_str()) == facts.main);
    main.flat_map(|membership| &membership.cells)
        .any(|cell| cell.dimension == crate::compare::Dimension::Month && cell.stratum > 0)
}
