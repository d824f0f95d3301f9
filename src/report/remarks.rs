//! Remarks on single columns, below their table: addresses with tags, text that was decoded wrongly.

use std::io;

use super::dump::{Column, Dump};
use super::page::Page;
use crate::evidence::words::count;

/// One line for each column that there is something to say of.
pub(super) fn columns(page: &mut Page, dump: &Dump) -> io::Result<()> {
    let remarks: Vec<String> =
        dump.columns.iter().flat_map(|column| [tags(column), mojibake(column)]).flatten().collect();
    if !remarks.is_empty() {
        page.gap()?;
    }
    remarks.iter().try_for_each(|remark| page.point(remark))
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
