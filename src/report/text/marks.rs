//! Who had the file in hands, and when its records can have been made: each mark once, with all its places.

use std::io;

use crate::profile::marks;
use crate::report::marks::{AgeMark, Handling};
use crate::report::page::{Align::Left, Page};
use crate::report::words::count;
use crate::report::{Report, dump};

/// Places of a mark that are told.
const PLACES_MOST: usize = 3;

/// Marks of handling as points, bounds of age as a table.
pub(super) fn part(page: &mut Page, report: &Report) -> io::Result<()> {
    let Some(dump) = &report.dump else { return Ok(()) };
    let tables = dump.columns.iter().any(|column| column.table > 0);
    if !dump.handling.is_empty() {
        page.heading("HANDLING (what programs it went through)")?;
        let groups = grouped(&dump.handling, |one, other| one.mark == other.mark && one.form == other.form);
        groups.iter().try_for_each(|group| page.point(&handled(group, tables)))?;
    }
    age(page, report, dump, tables)
}

/// Neighbours of the list and later ones that are alike, each group at the place of its first.
fn grouped<T>(all: &[T], alike: impl Fn(&T, &T) -> bool) -> Vec<Vec<&T>> {
    let mut groups: Vec<Vec<&T>> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|group| alike(group[0], one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn handled(group: &[&Handling], tables: bool) -> String {
    let first = group[0];
    let Some(mark) = marks::find(&first.mark) else { return first.sentence.clone() };
    let form = first.form.as_ref().map_or(String::new(), |form| format!(" ({form})"));
    let places: Vec<String> =
        group.iter().map(|one| place((one.table, one.column), (one.rows, one.of, one.sampled), tables)).collect();
    format!("{}{form}: {}. {}", mark.title, listed(&places), mark.means)
}

/// `column 1.5: 84 of 8,404 sampled rows`.
fn place((table, column): (u64, Option<u64>), (rows, of, sampled): (u64, u64, bool), tables: bool) -> String {
    let place = match (column, tables) {
        (Some(column), true) => format!("column {}.{}: ", table + 1, column + 1),
        (Some(column), false) => format!("column {}: ", column + 1),
        (None, true) => format!("table {}: ", table + 1),
        (None, false) => String::new(),
    };
    let what = if sampled { "sampled rows" } else { "rows" };
    if rows == of && !sampled {
        return format!("{place}all {} rows", count(of));
    }
    format!("{place}{} of {} {what}", count(rows), count(of))
}

fn listed(places: &[String]) -> String {
    let told = places.iter().take(PLACES_MOST).cloned().collect::<Vec<_>>().join("; ");
    match places.len().saturating_sub(PLACES_MOST) {
        0 => told,
        more => format!("{told}; {more} more"),
    }
}

/// What bounds the dump's age: marks, and the newest dates of columns that say when a record was made.
fn age(page: &mut Page, report: &Report, dump: &dump::Dump, tables: bool) -> io::Result<()> {
    let same = |one: &AgeMark, other: &AgeMark| {
        (&one.mark, &one.form, &one.not_before, &one.not_after)
            == (&other.mark, &other.form, &other.not_before, &other.not_after)
    };
    let marks = grouped(&dump.age_marks, same);
    let mut rows: Vec<Vec<String>> = marks.iter().map(|group| bound_of(group, tables)).collect();
    for line in report.verdict.iter().flat_map(|verdict| &verdict.age.bounds).filter(|line| line.basis != "mark") {
        rows.push(vec![
            side(line.not_before.as_deref(), line.not_after.as_deref()),
            line.basis.clone(),
            line.reason.clone(),
        ]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    page.heading("AGE (what bounds it; `leakprov explain MARK` says why)")?;
    page.table(&[("rows were made", Left), ("mark", Left), ("seen in", Left)], &rows)
}

fn side(not_before: Option<&str>, not_after: Option<&str>) -> String {
    let sides = [("not before", not_before), ("not after", not_after)];
    let sides = sides.iter().filter_map(|(side, when)| Some(format!("{side} {}", (*when)?)));
    sides.collect::<Vec<_>>().join(", ")
}

fn bound_of(group: &[&AgeMark], tables: bool) -> Vec<String> {
    let first = group[0];
    let form = first.form.as_ref().map_or(String::new(), |form| format!(" ({form})"));
    let title = marks::find(&first.mark).map_or("", |mark| mark.title);
    let places: Vec<String> =
        group.iter().map(|one| place((one.table, one.column), (one.rows, one.of, one.sampled), tables)).collect();
    let unconfirmed = if first.confirmed { "" } else { " (unconfirmed: decides nothing)" };
    vec![
        side(first.not_before.as_deref(), first.not_after.as_deref()),
        first.mark.clone(),
        format!("{title}{form}: {}{unconfirmed}", listed(&places)),
    ]
}
