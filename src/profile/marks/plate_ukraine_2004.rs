//! Ukrainian number plates of the form of 2004.

use super::{Class, Mark, Window, seek};

/// The mark `plate-ukraine-2004`.
pub static MARK: Mark = Mark {
    id: "plate-ukraine-2004",
    title: "Ukrainian number plates of the form AA 1234 BB",
    means: "They have been issued since 2004.",
    class: Class::Age,
    sources: &["ДСТУ 3650:2004; ДСТУ 4278:2004"],
    caveat: "Plates are renewed: a vehicle may be older than its plate.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.vehicle_plate_2004"], |_| true);
        seek::bounded(found, &Window::not_before("2004", true))
    },
};
