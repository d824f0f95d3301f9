//! Remarks on single columns, below their table: addresses with tags, text that was decoded wrongly.

use std::io;

use crate::report::dump::{Column, Dump};
use crate::report::page::Page;
use crate::report::words::count;
use crate::report::{Report, is_second_key};

/// One line for each column that there is something to say of.
pub(super) fn columns(page: &mut Page, dump: &Dump) -> io::Result<()> {
    let remarks: Vec<String> = dump
        .columns
        .iter()
        .flat_map(|column| [alike(column), order(column), tags(column), placeholders(column), mojibake(column)])
        .flatten()
        .collect();
    if !remarks.is_empty() {
        page.gap()?;
    }
    remarks.iter().try_for_each(|remark| page.point(remark))
}

/// What second keys are, where the table of overlaps has any.
pub(super) fn second_keys(page: &mut Page, report: &Report) -> io::Result<()> {
    let mut ids: Vec<&str> = report
        .overlaps
        .iter()
        .filter_map(|overlap| overlap.kind.as_deref())
        .filter(|kind| is_second_key(kind))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let [first, ..] = ids[..] else { return Ok(()) };
    let list = ids.join(", ");
    page.paragraph(
        2,
        &format!("{list}: wider readings beside the keys, never keys themselves (leakprov explain {first})."),
    )
}

/// How near the runners-up of an undecided column must come to its best candidate to be named beside it, 0..=1.
const NEAR: f64 = 0.8;
/// Candidates that are named.
const NAMED_MOST: usize = 4;

/// Kinds that the values of an undecided column fit as well as the one it is compared as: who reads only that one reads too
/// much.
fn alike(column: &Column) -> Option<String> {
    let shown = column.compared_as.as_deref().filter(|_| column.kind.is_none())?;
    let best = column.candidates.iter().map(|candidate| candidate.confidence).fold(0.0, f64::max);
    let near = column.candidates.iter().filter(|candidate| candidate.confidence >= NEAR * best);
    let mut others: Vec<&str> = near.map(|candidate| candidate.kind.as_str()).filter(|kind| *kind != shown).collect();
    let more = others.len().saturating_sub(NAMED_MOST);
    others.truncate(NAMED_MOST);
    if others.is_empty() {
        return None;
    }
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!(
        "Column {}: {shown} is one reading of its values; {}{more} fit as well, and nothing here tells which.",
        column.position + 1,
        others.join(", "),
    ))
}

fn order(column: &Column) -> Option<String> {
    let american = column.region.as_deref() == Some("us");
    american.then(|| {
        format!(
            "Column {}: read month first (m/d/yyyy), since some of its cells cannot be read day first.",
            column.position + 1
        )
    })
}

fn tags(column: &Column) -> Option<String> {
    let tags = column.tags.as_ref()?;
    let services: Vec<String> =
        tags.services.iter().map(|service| format!("{} in {}", service.word, count(service.rows))).collect();
    let named = if services.is_empty() { String::new() } else { format!(": {}", services.join(", ")) };
    Some(format!(
        "Column {}: {} rows have an address with a tag behind a plus sign, {} of them the word of a known service{named}.",
        column.position + 1,
        count(tags.rows),
        count(tags.of_services),
    ))
}

fn placeholders(column: &Column) -> Option<String> {
    let cells = column.placeholders.filter(|cells| *cells > 0)?;
    Some(format!(
        "Column {}: {} cells are filled in and nobody's (placeholders): no keys.",
        column.position + 1,
        count(cells)
    ))
}

fn mojibake(column: &Column) -> Option<String> {
    let found = column.mojibake.as_ref()?;
    Some(format!(
        "Column {}: mojibake: {} explains {} of {} sampled cells with letters beyond ASCII; undone in {} cells while \
         reading.",
        column.position + 1,
        found.chain,
        count(found.explained),
        count(found.of),
        count(found.repaired),
    ))
}
