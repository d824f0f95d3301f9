//! The tests that weigh what was counted, as `leakprov explain` shows them.

use super::{Shelf, section};
use crate::evidence::TESTS;

/// Every test.
pub static SHELF: Shelf = Shelf {
    title: "Tests (findings)",
    list: |_| TESTS.iter().map(|test| (test.id.to_owned(), test.question.to_owned())).collect(),
    show: |id| {
        let test = TESTS.iter().find(|test| test.id == id)?;
        let mut text = format!("{id}: a test of the group {}\n\n{}\n", test.group.name(), test.question);
        section(&mut text, "Bear in mind", std::iter::once(test.caveat.to_owned()));
        section(&mut text, "Sources", test.sources.iter().map(|source| (*source).to_owned()));
        Some(text)
    },
};
