//! Marks of handling and age.

use super::{Shelf, section};
use crate::profile::marks::{self, MARKS};

/// The shelf.
pub static SHELF: Shelf = Shelf {
    title: "Marks of handling and age",
    list: |_| MARKS.iter().map(|mark| (mark.id.to_owned(), mark.title.to_owned())).collect(),
    show,
};

fn show(id: &str) -> Option<String> {
    let mark = marks::find(id)?;
    let mut text = format!("{}: a mark of {}\n\n{}. {}\n", mark.id, mark.class.name(), mark.title, mark.means);
    section(&mut text, "Bear in mind", std::iter::once(mark.caveat.to_owned()));
    section(&mut text, "Sources", mark.sources.iter().map(|source| (*source).to_owned()));
    Some(text)
}
