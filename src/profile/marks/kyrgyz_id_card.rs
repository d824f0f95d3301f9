//! Kyrgyz identity cards of the pattern of 2017.

use super::{Class, Mark, Window, seek};

/// The mark `kyrgyz-id-card`.
pub static MARK: Mark = Mark {
    id: "kyrgyz-id-card",
    title: "Numbers of Kyrgyz identity cards of the series ID",
    means: "Cards of this series have been issued since 2017.",
    class: Class::Age,
    sources: &["Government of the Kyrgyz Republic, identity card with chip, pattern of 2017"],
    caveat: "The series AN is that of the passport of 2004 and has a mark of its own.",
    look: |sample| {
        let found = seek::in_keys(sample, &["kg.passport"], |key| key.starts_with(b"ID"));
        seek::bounded(found, &Window::not_before("2017", true))
    },
};
