//! What the text report says of columns with password hashes.

use std::io;

use super::super::dump::{Column, Dump, HashShare};
use super::super::page::Page;
use super::super::words::{count, percent};

/// Formats of one share that are named; the others are counted.
const NAMED_MOST: usize = 4;

/// One line for each column that holds hashes.
pub fn hashes(page: &mut Page, dump: &Dump) -> io::Result<()> {
    let hashed: Vec<&Column> = dump.columns.iter().filter(|column| !column.hashes.is_empty()).collect();
    if hashed.is_empty() {
        return Ok(());
    }
    page.gap()?;
    let tables = dump.columns.iter().any(|column| column.table > 0);
    page.paragraph(2, "Password hashes (a value says a set of formats, never one; shares of a sample):")?;
    for column in hashed {
        let place = column.position + 1;
        let place = if tables { format!("{}.{place}", column.table + 1) } else { place.to_string() };
        let shares: Vec<String> = column.hashes.iter().map(share).collect();
        let salt = column.salt_column.map_or(String::new(), |salt| {
            let own = |other: &&Column| other.table == column.table && other.position == salt;
            let each_other = dump.columns.iter().find(own).is_some_and(|o| o.salt_column == Some(column.position));
            let sure = if each_other { "its salts, or the hashes that it salts, perhaps" } else { "salts" };
            format!("; {sure} in column {}", salt + 1)
        });
        page.point(&format!("column {place}: {}{salt}", shares.join(", ")))?;
    }
    Ok(())
}

fn share(share: &HashShare) -> String {
    let named: Vec<&str> =
        share.formats.iter().take(NAMED_MOST).map(|id| id.strip_prefix("hash.").unwrap_or(id)).collect();
    let more = match share.formats.len().saturating_sub(NAMED_MOST) {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    let settled = match share.common {
        0 => String::new(),
        rows => format!(", settled by {} hashes of common passwords", count(rows)),
    };
    let part = percent(share.rows as f64 / share.of.max(1) as f64);
    format!("{part} {}{more} ({} of {}{settled})", named.join("|"), count(share.rows), count(share.of))
}
