//! Claims of date: that the records were collected before or after a day, held against what bounds the dump's age: marks, the
//! newest dates of its columns, the day of the export.

use super::claims::{About, ClaimLine, ClaimOutcome, Said};
use super::sources::line;
use crate::evidence::age_bounds::{self, AgeBound, Basis, EXPECTED_LEAST, Weight, expected_since, newest, order};
use crate::evidence::matter::Matter;
use crate::evidence::question::{Claim, Selection};
use crate::evidence::words;

/// The lines of a claim of date: before, then after.
pub fn date_lines(matter: &Matter, claim: &Claim) -> Vec<ClaimLine> {
    let before = claim.collected_before.as_deref().map(|day| date_line(matter, claim, day, true));
    let after = claim.collected_after.as_deref().map(|day| date_line(matter, claim, day, false));
    before.into_iter().chain(after).collect()
}

/// An outcome with the day or month that it rests on, and why.
struct Told(ClaimOutcome, Option<String>, String);

fn date_line(matter: &Matter, claim: &Claim, day: &str, before: bool) -> ClaimLine {
    let whose = claim.source.as_ref().filter(|_| !claim.denies).map_or(String::new(), |source| format!(" of {source}"));
    let said = format!("the records{whose} were collected {} {day}", if before { "before" } else { "after" });
    let bounds = age_bounds::bounds(matter);
    let by_rows = match matter.dump {
        None => Some(Told(ClaimOutcome::NotTested, None, "There is no dump whose dates could be read.".to_owned())),
        Some(_) => by_rows(&bounds, day, before).or_else(|| by_export(&bounds, day, before)),
    };
    let told = by_rows.or_else(|| by_newest(matter, day, before)).or_else(|| by_shown(&bounds, day));
    let Told(outcome, measured, because) = told.unwrap_or_else(|| untold(&bounds, day));
    ClaimLine {
        stated: Some(Said::Text(day.to_owned())),
        measured: measured.map(Said::Text),
        unit: Some("months".into()),
        ..line(claim, About::Date, said, outcome, because)
    }
}

/// Rows that cannot have been there on the day: they contradict "before" and support "after".
fn by_rows(bounds: &[AgeBound], day: &str, before: bool) -> Option<Told> {
    let deciding = bounds.iter().filter(|bound| bound.weight != Weight::Shown);
    let dated = deciding.filter_map(|bound| Some((bound, bound.not_before.as_deref()?)));
    let (bound, first) = dated.rev().max_by(|a, b| a.1.cmp(b.1))?;
    let counted = format!("{}: not before {first}", bound.reason);
    let told = |outcome, why: String| Some(Told(outcome, Some(first.to_owned()), why));
    match (order(first, day), before) {
        (std::cmp::Ordering::Greater, true) => {
            told(ClaimOutcome::Contradicted, format!("{counted}, later than {day}."))
        }
        (std::cmp::Ordering::Greater, false) => told(
            ClaimOutcome::Supported,
            format!("{counted}, later than {day}: at least these rows were; the others may be older."),
        ),
        (std::cmp::Ordering::Equal, _) => {
            told(ClaimOutcome::Conditional, format!("{counted}: too coarse to tell from {day}."))
        }
        (std::cmp::Ordering::Less, _) => None,
    }
}

/// A day of export, written down or stated, that lies on the one side of the day.
fn by_export(bounds: &[AgeBound], day: &str, before: bool) -> Option<Told> {
    let bound = age_bounds::upper(bounds)?;
    let last = bound.not_after.as_deref().filter(|last| order(last, day).is_lt())?;
    let counted = format!("{}: {last}", bound.reason);
    let told = |outcome, why: String| Some(Told(outcome, Some(last.to_owned()), why));
    match (before, bound.basis) {
        (true, Basis::Stated) => {
            told(ClaimOutcome::Conditional, format!("{counted}, before {day}: it holds if that day does."))
        }
        (true, _) => told(
            ClaimOutcome::Supported,
            format!("{counted}, before {day}, if nobody wrote or changed that line later."),
        ),
        (false, _) => told(ClaimOutcome::Contradicted, format!("{counted}, before {day}: both cannot hold.")),
    }
}

/// The newest month of the columns that say when a record was made, where no row is younger than the day.
fn by_newest(matter: &Matter, day: &str, before: bool) -> Option<Told> {
    let (column, month) = newest(matter.dump?)?;
    let counted =
        format!("The newest month of column {} with at least 10 rows at or after it is {month}", column.position + 1);
    let told = |outcome, why: String| Some(Told(outcome, Some(month.clone()), why));
    if order(&month, day).is_gt() {
        let why = format!(
            "{counted}, later than {day}; but fewer than 0.5 % of its {} dates lie so late: wrong dates would look the same.",
            words::count(column.valid)
        );
        return told(ClaimOutcome::Conditional, why);
    }
    if order(&month, day).is_eq() {
        return told(ClaimOutcome::Conditional, format!("{counted}: months are too coarse to tell."));
    }
    let expected = expected_since(column, &month, day);
    match before {
        true => {
            let (outcome, why) = collected_before(matter, day);
            told(outcome, format!("{counted}{why}"))
        }
        false if expected >= EXPECTED_LEAST && matter.question.selection == Selection::All && matter.complete() => {
            told(
                ClaimOutcome::Contradicted,
                format!(
                    "{counted}: before {day}. At the average of its months about {} rows would be expected in between. An older \
                 copy handed on later would look the same.",
                    words::count(expected.round() as u64)
                ),
            )
        }
        false => told(
            ClaimOutcome::Conditional,
            format!(
                "{counted}: before {day}, but too few rows are seen, or expected in between, for their absence to count."
            ),
        ),
    }
}

/// No row is newer than the day: a copy of the service taken later would carry what it made since; then absence has power.
fn collected_before(matter: &Matter, day: &str) -> (ClaimOutcome, String) {
    let service = matter.service().and_then(|(_, known)| newest(known.profile?));
    let later = service.is_some_and(|(_, newest)| order(&newest, day).is_gt());
    let whole = matches!(matter.question.selection, Selection::All | Selection::Random) && matter.complete();
    match later && whole {
        true => (
            ClaimOutcome::Supported,
            format!(
                ", and the service's list goes on beyond {day}. Newer records that were left out on purpose would look the \
                 same."
            ),
        ),
        false => (
            ClaimOutcome::Conditional,
            ": no record is newer, which a later copy with newer records left out, or of a set that got none, would show too."
                .to_owned(),
        ),
    }
}

/// A mark whose rule was not confirmed speaks of the day: it decides nothing.
fn by_shown(bounds: &[AgeBound], day: &str) -> Option<Told> {
    let shown = bounds.iter().filter(|bound| bound.weight == Weight::Shown);
    let dated = shown.filter_map(|bound| Some((bound, bound.not_before.as_deref()?)));
    let (bound, first) = dated.rev().max_by(|a, b| a.1.cmp(b.1)).filter(|(_, first)| order(first, day).is_gt())?;
    let why = format!("{}: not before {first}, later than {day}; but that rule is not confirmed.", bound.reason);
    Some(Told(ClaimOutcome::Conditional, Some(first.to_owned()), why))
}

/// What is left: bounds that leave the day open, or none.
fn untold(bounds: &[AgeBound], day: &str) -> Told {
    match age_bounds::lower(bounds) {
        Some(bound) => {
            let first = bound.not_before.clone();
            let why = format!(
                "{}: not before {}, which leaves open whether it was before or after {day}.",
                bound.reason,
                first.as_deref().unwrap_or_default()
            );
            Told(ClaimOutcome::Conditional, first, why)
        }
        None => Told(
            ClaimOutcome::NotTested,
            None,
            "No mark bounds the dump's age, and no column is known to say when a record was made (by its name: issued, \
             registered, created)."
                .to_owned(),
        ),
    }
}
