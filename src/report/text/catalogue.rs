//! What the text report says of known breaches that the dump looks like.

use std::io;

use super::super::dump::Dump;
use super::super::page::Page;
use super::super::words::{self, count};

/// The candidates with their reasons, or why there are none.
pub fn catalogue(page: &mut Page, dump: &Dump) -> io::Result<()> {
    if let Some(note) = &dump.catalogue_note {
        page.gap()?;
        candidates(page, dump, note)?;
    }
    words::not_shown(dump.sensitive_not_shown).iter().try_for_each(|note| page.paragraph(2, note))
}

fn candidates(page: &mut Page, dump: &Dump, note: &str) -> io::Result<()> {
    if dump.catalogue.is_empty() {
        return page.paragraph(2, &format!("Catalogue of known breaches: {note}"));
    }
    page.paragraph(2, "Known breaches that look so from the outside (Have I Been Pwned, CC BY 4.0):")?;
    for found in &dump.catalogue {
        page.point(&format!(
            "{} ({}, {} accounts): {}; see: leakprov explain {}",
            found.title,
            found.date,
            count(found.accounts),
            found.reasons.join(", "),
            found.breach
        ))?;
    }
    page.paragraph(2, note)
}
