//! Kyrgyz passports of the pattern of 2004.

use super::{Class, Mark, Window, seek};

/// The mark `kyrgyz-passport-2004`.
pub static MARK: Mark = Mark {
    id: "kyrgyz-passport-2004",
    title: "Numbers of Kyrgyz passports of the series AN",
    means: "Passports of this pattern have been issued since 2004.",
    class: Class::Age,
    sources: &["Government of the Kyrgyz Republic, passport of a citizen, pattern of 2004"],
    caveat: "They stay valid for years: it bounds from below alone.",
    look: |sample| {
        let found = seek::in_keys(sample, &["kg.passport"], |key| key.starts_with(b"AN"));
        seek::bounded(found, &Window::not_before("2004", true))
    },
};
