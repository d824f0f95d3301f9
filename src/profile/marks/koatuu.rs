//! Codes of the Ukrainian classifier of places before 2020.

use super::{Class, Mark, Window, seek};

/// The mark `koatuu`.
pub static MARK: Mark = Mark {
    id: "koatuu",
    title: "Codes of places by the classifier КОАТУУ",
    means: "КАТОТТГ replaced it in November 2020.",
    class: Class::Age,
    sources: &["Ministry for Communities and Territories of Ukraine, order 290 of 2020-11-26"],
    caveat: "Registers keep the codes that were written down: old codes say when rows were made, not when the file was. Ten \
             digits are told by their header alone: if that misleads, so does this.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.koatuu"], |_| true);
        seek::bounded(found, &Window::not_after("2020-11", false))
    },
};
