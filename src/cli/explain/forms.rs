//! The forms of report, as `leakprov explain` shows them.

use super::Shelf;
use crate::report::RENDERERS;

/// Every renderer.
pub static SHELF: Shelf = Shelf {
    title: "Forms of report (--format)",
    list: |_| RENDERERS.iter().map(|renderer| (renderer.id.to_owned(), renderer.title.to_owned())).collect(),
    show: |id| {
        let renderer = RENDERERS.iter().find(|renderer| renderer.id == id)?;
        Some(format!("{id}: a form of report\n\n{}\n\n  --format {id}\n", renderer.title))
    },
};
