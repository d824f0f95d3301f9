//! What bounds the age of a dump: marks, dates in its columns, and days on which it is known to have existed.
//!
//! A file cannot be older than its youngest rows, so every bound from below holds for the dump as a whole. From above only the
//! day of the export bounds it, and the day on which somebody speaks of it: a record stays in a register for decades.

use crate::profile::marks::{self, Class, Counted, Found};
use crate::profile::role::{self, Role};
use crate::profile::{ColumnProfile, Profile};

use super::matter::Matter;
use super::words;

/// Rows expected behind the newest month from which their absence counts.
///
/// # Source
/// Ten rows make a month show; the probability to see none of 4.61 expected ones is 1 %: fifteen leave room for both.
pub const EXPECTED_LEAST: f64 = 15.0;

/// Where a bound comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A mark of age.
    Mark,
    /// The newest month of a column that says when a record was made.
    Column,
    /// Somebody says when the dump existed.
    Stated,
}

impl Basis {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Mark => "mark",
            Basis::Column => "column",
            Basis::Stated => "stated",
        }
    }
}

/// How much a bound decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It bounds the dump.
    Decides,
    /// It holds, but days of birth bound a register of adults decades too early.
    Births,
    /// Its rule was not confirmed, or it speaks of rows and not of the file: shown only.
    Shown,
}

impl Weight {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Weight::Decides => "decides",
            Weight::Births => "births",
            Weight::Shown => "shown",
        }
    }
}

/// A bound on when the dump was put together: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeBound {
    /// Where it comes from.
    pub basis: Basis,
    /// Id of the mark; `None` for other bases.
    pub mark: Option<&'static str>,
    /// Index of the table and 0-based position of the column; `None` where it is the file's.
    pub place: Option<(usize, usize)>,
    /// Not before this.
    pub not_before: Option<String>,
    /// Not after this.
    pub not_after: Option<String>,
    /// Rows that carry it, and rows looked at; `None` where it is stated.
    pub rows: Option<(u64, u64)>,
    /// How much it decides.
    pub weight: Weight,
    /// What it is and how many rows carry it, as the middle of a sentence.
    pub reason: String,
}

/// All bounds of the matter's dump: marks, columns, statements, in this order.
pub fn bounds(matter: &Matter) -> Vec<AgeBound> {
    let Some(dump) = matter.dump else { return Vec::new() };
    let several = dump.columns.iter().any(|column| column.table > 0);
    let of_marks = dump.marks.iter().filter_map(|found| of_mark(found, several));
    let of_columns = dump.columns.iter().filter_map(|column| of_column(column, several));
    let stated = matter.dump_date().map(|day| AgeBound {
        basis: Basis::Stated,
        mark: None,
        place: None,
        not_before: None,
        not_after: Some(day.to_owned()),
        rows: None,
        weight: Weight::Decides,
        reason: "The day by which the dump is said to have existed".to_owned(),
    });
    of_marks.chain(of_columns).chain(stated).collect()
}

/// Number of a column as people write it: `3`, or `2.3` where there are several tables.
fn place_name(table: usize, position: usize, several: bool) -> String {
    if several { format!("{}.{}", table + 1, position + 1) } else { (position + 1).to_string() }
}

fn of_mark(found: &Found, several: bool) -> Option<AgeBound> {
    let mark = marks::find(found.mark).filter(|mark| mark.class == Class::Age)?;
    let bound = found.bound.as_ref()?;
    let counted = match found.counted {
        Counted::SampledRows => "sampled rows",
        Counted::Rows => "rows",
    };
    let place = match found.column {
        Some(column) => format!("column {}, ", place_name(found.table, column, several)),
        None => String::new(),
    };
    let weight = match (bound.confirmed, found.mark) {
        (false, _) => Weight::Shown,
        (true, "births") => Weight::Births,
        (true, _) => Weight::Decides,
    };
    // Only the line of the exporting program bounds the file from above: old names and codes live on in registers.
    let speaks_of_file = found.mark == "dump-date";
    Some(AgeBound {
        basis: Basis::Mark,
        mark: Some(mark.id),
        place: found.column.map(|column| (found.table, column)),
        not_before: bound.not_before.clone(),
        not_after: bound.not_after.clone(),
        rows: Some((found.count, found.of)),
        weight: if bound.not_after.is_some() && !speaks_of_file { Weight::Shown } else { weight },
        reason: format!("{}, {place}{} of {} {counted}", mark.title, words::count(found.count), words::count(found.of)),
    })
}

fn of_column(column: &ColumnProfile, several: bool) -> Option<AgeBound> {
    let role = role::of(column.name.as_deref()?)?;
    let recent = column.recent.as_ref()?;
    let (what, weight) = match role {
        Role::Made => ("Records made then or later", Weight::Decides),
        Role::Birth => ("People born then or later", Weight::Births),
        Role::Expiry | Role::Sex | Role::Patronymic => return None,
    };
    Some(AgeBound {
        basis: Basis::Column,
        mark: None,
        place: Some((column.table, column.position)),
        not_before: Some(recent.month.clone()),
        not_after: None,
        rows: Some((recent.rows, column.valid)),
        weight,
        reason: format!(
            "{what}, column {}, {} of {} dates",
            place_name(column.table, column.position, several),
            words::count(recent.rows),
            words::count(column.valid)
        ),
    })
}

/// The tightest bound from below that decides; days of birth only where nothing else does.
pub fn lower(bounds: &[AgeBound]) -> Option<&AgeBound> {
    let of = |weight: Weight| {
        let some = bounds.iter().filter(move |bound| bound.weight == weight && bound.not_before.is_some());
        // The first of equals.
        some.rev().max_by(|a, b| a.not_before.cmp(&b.not_before))
    };
    of(Weight::Decides).or_else(|| of(Weight::Births))
}

/// The tightest bound from above that decides.
pub fn upper(bounds: &[AgeBound]) -> Option<&AgeBound> {
    let some = bounds.iter().filter(|bound| bound.weight == Weight::Decides && bound.not_after.is_some());
    some.min_by(|a, b| a.not_after.cmp(&b.not_after))
}

/// Which of two days, months or years is later; equal where the coarser one leaves it open.
pub fn order(one: &str, other: &str) -> std::cmp::Ordering {
    let length = one.len().min(other.len());
    one.as_bytes()[..length].cmp(&other.as_bytes()[..length])
}

/// The column that says when a record was made, with its newest month; of several the newest.
pub fn newest(profile: &Profile) -> Option<(&ColumnProfile, String)> {
    let made = |column: &&ColumnProfile| column.name.as_deref().and_then(role::of) == Some(Role::Made);
    let dated = profile.columns.iter().filter(made).filter_map(|column| Some((column, column.latest.clone()?)));
    dated.max_by(|a, b| a.1.cmp(&b.1).then(b.0.position.cmp(&a.0.position)))
}

/// Rows that a column would have between its newest month and a day, at the average of its months; 0 where the day is not
/// later.
pub fn expected_since(column: &ColumnProfile, month: &str, day: &str) -> f64 {
    let number = |month: &str| -> Option<f64> {
        let (year, month) = month.split_once('-').unwrap_or((month, "01"));
        Some(year.parse::<f64>().ok()? * 12.0 + month.get(..2)?.parse::<f64>().ok()?)
    };
    let gap = number(day).zip(number(month)).map_or(0.0, |(day, month)| day - month - 1.0).max(0.0);
    let span = column.earliest.as_deref().and_then(number).zip(number(month)).map(|(from, to)| to - from + 1.0);
    span.filter(|span| *span > 0.0).map_or(0.0, |span| column.valid as f64 / span * gap)
}

/// Bounds that cannot both hold, and records that end long before the dump is said to be from, as sentences.
pub fn at_odds(matter: &Matter, bounds: &[AgeBound]) -> Vec<String> {
    let mut odds = Vec::new();
    let deciding = |bound: &&AgeBound| bound.weight != Weight::Shown;
    let before = || bounds.iter().filter(deciding).filter_map(|bound| Some((bound, bound.not_before.as_deref()?)));
    let after = bounds.iter().filter(deciding).filter_map(|bound| Some((bound, bound.not_after.as_deref()?)));
    for (late, last) in after {
        let youngest = before().max_by(|a, b| a.1.cmp(b.1)).filter(|(_, first)| order(first, last).is_gt());
        if let Some((early, first)) = youngest {
            odds.push(format!(
                "Some rows cannot have been there before {first} ({}), later than {last} ({}).",
                early.reason, late.reason
            ));
        }
    }
    odds.extend(ends_early(matter));
    odds
}

/// That the newest records are much older than the day that the dump is said to be from.
fn ends_early(matter: &Matter) -> Option<String> {
    let (column, month) = newest(matter.dump?)?;
    let day = matter.dump_date()?;
    let expected = expected_since(column, &month, day);
    (expected >= EXPECTED_LEAST).then(|| {
        format!(
            "The dump is said to be of {day}, but no date of making lies after {month}, where at the average of the months before \
             about {} rows would have followed: these rows were collected about {month}, or later ones were left out.",
            words::count(expected.round() as u64)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_compared_as_far_as_both_go() {
        assert!(order("2019-02", "2019-01-31").is_gt());
        assert!(order("2019", "2019-01-31").is_eq());
        assert!(order("2018-12-31", "2019").is_lt());
    }
}
