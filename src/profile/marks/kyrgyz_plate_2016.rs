//! Kyrgyz number plates with digits of a region.

use super::{Class, Mark, Window, seek};

/// The mark `kyrgyz-plate-2016`.
pub static MARK: Mark = Mark {
    id: "kyrgyz-plate-2016",
    title: "Kyrgyz number plates that begin with the digits of a region (01 KG 123 ABC)",
    means: "They have been issued since June 2016.",
    class: Class::Age,
    sources: &["Government of the Kyrgyz Republic, rules of registration of vehicles, plates of 2016"],
    caveat: "Plates are renewed: a vehicle may be older than its plate.",
    look: |sample| {
        let found = seek::in_keys(sample, &["kg.plate_2016"], |_| true);
        seek::bounded(found, &Window::not_before("2016-06", true))
    },
};
