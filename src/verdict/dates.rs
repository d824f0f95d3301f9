//! Claims of date: that the records were collected before or after a day, held against the newest month of each column that says
//! when a record was made.

use super::claims::{About, ClaimLine, ClaimOutcome, Said};
use super::sources::line;
use crate::evidence::matter::Matter;
use crate::evidence::question::{Claim, Selection};
use crate::evidence::words;
use crate::profile::role::{self, Role};
use crate::profile::{ColumnProfile, Profile};

/// Rows expected behind the newest month from which their absence counts.
///
/// # Source
/// Ten rows make a month show; the probability to see none of 4.61 expected ones is 1 %: fifteen leave room for both.
const EXPECTED_LEAST: f64 = 15.0;

/// The lines of a claim of date: before, then after.
pub fn date_lines(matter: &Matter, claim: &Claim) -> Vec<ClaimLine> {
    let before = claim.collected_before.as_deref().map(|day| date_line(matter, claim, day, true));
    let after = claim.collected_after.as_deref().map(|day| date_line(matter, claim, day, false));
    before.into_iter().chain(after).collect()
}

fn date_line(matter: &Matter, claim: &Claim, day: &str, before: bool) -> ClaimLine {
    let said = format!("the records were collected {} {day}", if before { "before" } else { "after" });
    let newest = matter.dump.and_then(newest);
    let (outcome, because) = match (matter.dump, &newest) {
        (None, _) => (ClaimOutcome::NotTested, "There is no dump whose dates could be read.".to_owned()),
        (Some(_), None) => (
            ClaimOutcome::NotTested,
            "No column of the dump is known to say when a record was made (by its name: issued, registered, created)."
                .to_owned(),
        ),
        (Some(_), Some((column, month))) => {
            let counted = format!(
                "The newest month of column {} with at least 10 rows at or after it is {month}",
                column.position + 1
            );
            match before {
                true => collected_before(matter, day, month, &counted),
                false => collected_after(matter, column, day, month, &counted),
            }
        }
    };
    ClaimLine {
        stated: Some(Said::Text(day.to_owned())),
        measured: newest.map(|(_, month)| Said::Text(month)),
        unit: Some("months".into()),
        ..line(claim, About::Date, said, outcome, because)
    }
}

/// The column that says when a record was made, with the newest month; of several the newest.
fn newest(profile: &Profile) -> Option<(&ColumnProfile, String)> {
    let made = |column: &&ColumnProfile| column.name.as_deref().and_then(role::of) == Some(Role::Made);
    let dated = profile.columns.iter().filter(made).filter_map(|column| Some((column, column.latest.clone()?)));
    dated.max_by(|a, b| a.1.cmp(&b.1).then(b.0.position.cmp(&a.0.position)))
}

/// Month of a day, or the year alone where no more is said.
fn order(month: &str, day: &str) -> std::cmp::Ordering {
    let length = day.len().min(month.len());
    month[..length].cmp(&day[..length])
}

fn collected_before(matter: &Matter, day: &str, month: &str, counted: &str) -> (ClaimOutcome, String) {
    match order(month, day) {
        std::cmp::Ordering::Greater => (ClaimOutcome::Contradicted, format!("{counted}: later than {day}.")),
        std::cmp::Ordering::Equal => (ClaimOutcome::Conditional, format!("{counted}: months are too coarse to tell.")),
        std::cmp::Ordering::Less => {
            // A copy of the service taken later would carry what it made since: then absence has power.
            let service = matter.service().and_then(|(_, known)| newest(known.profile?));
            let later = service.is_some_and(|(_, newest)| order(&newest, day) == std::cmp::Ordering::Greater);
            let whole = matches!(matter.question.selection, Selection::All | Selection::Random) && matter.complete();
            match later && whole {
                true => (
                    ClaimOutcome::Supported,
                    format!(
                        "{counted}, and the service's list goes on beyond {day}. Newer records that were left out on purpose would look the same."
                    ),
                ),
                false => (
                    ClaimOutcome::Conditional,
                    format!(
                        "{counted}: no record is newer, which a later copy with newer records left out, or of a set that got none, would show too."
                    ),
                ),
            }
        }
    }
}

fn collected_after(
    matter: &Matter,
    column: &ColumnProfile,
    day: &str,
    month: &str,
    counted: &str,
) -> (ClaimOutcome, String) {
    if order(month, day) == std::cmp::Ordering::Greater {
        return (
            ClaimOutcome::Supported,
            format!("{counted}: at least these rows were made after {day}; the others may be older."),
        );
    }
    if order(month, day) == std::cmp::Ordering::Equal {
        return (ClaimOutcome::Conditional, format!("{counted}: months are too coarse to tell."));
    }
    let number = |month: &str| -> Option<f64> {
        let (year, month) = month.split_once('-').unwrap_or((month, "01"));
        Some(year.parse::<f64>().ok()? * 12.0 + month.get(..2)?.parse::<f64>().ok()?)
    };
    let gap = number(day).zip(number(month)).map_or(0.0, |(day, month)| day - month - 1.0);
    let span = column.earliest.as_deref().and_then(number).zip(number(month)).map(|(from, to)| to - from + 1.0);
    let expected = span.filter(|span| *span > 0.0).map_or(0.0, |span| column.valid as f64 / span * gap);
    let whole = matter.question.selection == Selection::All && matter.complete();
    match expected >= EXPECTED_LEAST && whole {
        true => (
            ClaimOutcome::Contradicted,
            format!(
                "{counted}: before {day}. At the average of its months about {} rows would be expected in between. An older copy handed \
                 on later would look the same.",
                words::count(expected.round() as u64)
            ),
        ),
        false => (
            ClaimOutcome::Conditional,
            format!(
                "{counted}: before {day}, but too few rows are seen, or expected in between, for their absence to count."
            ),
        ),
    }
}
