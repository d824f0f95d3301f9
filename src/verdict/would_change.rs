//! Which missing input would decide what is open, best first.

use crate::evidence::matter::{Matter, is_kind};
use crate::evidence::question::Selection;
use crate::evidence::words;
use crate::profile::Decided;
use crate::reference::Role;

/// One sentence each, best first: the service's list, a control list, version history, planted records, the full dump,
/// populations, undecided columns, pairs that could not be compared.
///
/// # Source
/// Order by expected gain as the method states it.
pub fn would_change(matter: &Matter, main: Option<&str>) -> Vec<String> {
    let mut out = Vec::new();
    if matter.dump.is_none() {
        out.push("A dump, or a random sample of its rows: without one nothing can be looked up.".to_owned());
    }
    service_list(matter, &mut out);
    if let Some((_, service)) = matter.service() {
        let id = &service.reference.id;
        if !matter.references.iter().any(|known| known.reference.role == Role::Control) {
            out.push(format!(
                "A control list (--control): about 1,000 records of the same population that {id} never held; \
                     without one, {id} cannot be told from another holder of the same records."
            ));
        }
        out.push(format!("The version history of {id}: values that changed over time date a copy."));
        out.push(format!("Planted records (canaries) that only {id} holds."));
    }
    full_dump(matter, &mut out);
    populations(matter, main, &mut out);
    undecided_columns(matter, &mut out);
    for refusal in matter.counts.map_or(&[][..], |counts| &counts.refusals) {
        let id = matter.references.get(refusal.reference).map_or("a reference", |known| known.reference.id.as_str());
        out.push(format!("{id} could not be compared ({}): {}", refusal.reason, refusal.hint));
    }
    out
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
        Some((_, known)) if !matter.service_list_complete() => {
            let id = &known.reference.id;
            out.push(format!(
                "The day up to which the list of {id} is complete (`complete_to` in the case file) and the day the \
                     dump is known from: without them keys outside the list stay a condition."
            ));
        }
        Some(_) => {}
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
