//! Codes of the Ukrainian classifier of places of 2020.

use super::{Class, Mark, Window, seek};

/// The mark `katottg`.
pub static MARK: Mark = Mark {
    id: "katottg",
    title: "Codes of places by the classifier КАТОТТГ",
    means: "It replaced КОАТУУ in November 2020.",
    class: Class::Age,
    sources: &["Ministry for Communities and Territories of Ukraine, order 290 of 2020-11-26"],
    caveat: "Old rows may have been coded anew: then it bounds the export, not the rows.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.katottg"], |_| true);
        seek::bounded(found, &Window::not_before("2020-11", false))
    },
};
