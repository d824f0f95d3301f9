//! Answer E: up to when are the matching records?

use super::{Age, AgeStatus, Window};
use crate::evidence::Facts;
use crate::evidence::temporal_cut_off::{cut_off, month_name};
use crate::evidence::words;

/// The age of the part of the dump that matches the service's list, with its reason in sentences that stand alone.
pub fn age(facts: &Facts) -> (Age, String) {
    let none = |status, why: String| (Age { status, windows: Vec::new() }, why);
    let Some((_, service)) = facts.matter.service() else {
        return none(AgeStatus::NotTested, "No service was named whose records carry dates.".into());
    };
    let id = &service.reference.id;
    if !has_months(facts) {
        let why = format!(
            "Not tested: the dump and {id} share no records of the main kind, or {id}'s list does not say when each was made."
        );
        return none(AgeStatus::NotTested, why);
    }
    let things = words::unit_noun(facts.main.unwrap_or("records"));
    let Some(cut) = cut_off(facts) else {
        let why = format!(
            "The {things} that the dump shares with {id}'s list do not end at any month after which enough were to be \
             expected."
        );
        return none(AgeStatus::Undated, why);
    };
    let (from, to) = (month_name(cut.window.0), month_name(cut.window.1));
    let when = if from == to { format!("in {to}") } else { format!("between {from} and {to}") };
    let mut why = format!(
        "The {things} that the dump shares with {id}'s list end {when}: of {} made later, {} are in the dump, where {} would \
         be expected at the rate of the months before. If nobody left later ones out on purpose, the matching part was taken \
         about then.",
        words::count(cut.later),
        words::count(cut.found),
        words::amount(cut.expected)
    );
    if let Some(started) = service.reference.started.as_deref().filter(|day| to.as_str() < &day[..day.len().min(7)]) {
        why += &format!(" {id} began on {started}; an older copy of the same records needs no {id}.");
    }
    (Age { status: AgeStatus::Dated, windows: vec![Window { reference: id.clone(), from, to }] }, why)
}

fn has_months(facts: &Facts) -> bool {
    let memberships = facts.matter.counts.map_or(&[][..], |counts| &counts.memberships);
    let main = memberships.iter().filter(|membership| Some(membership.kind.as_str()) == facts.main);
    main.flat_map(|membership| &membership.cells)
        .any(|cell| cell.dimension == crate::compare::Dimension::Month && cell.stratum > 0)
}
