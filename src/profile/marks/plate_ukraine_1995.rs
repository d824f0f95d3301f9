//! Ukrainian number plates of the form of 1995.

use super::{Class, Mark, Window, seek};

/// The mark `plate-ukraine-1995`.
pub static MARK: Mark = Mark {
    id: "plate-ukraine-1995",
    title: "Ukrainian number plates of the form 123-45 AA",
    means: "They were issued from 1995 to 2004 and are still on the road.",
    class: Class::Age,
    sources: &["ДСТУ 3650-97 and the order before it"],
    caveat: "It bounds from below alone: such plates stand in registers of today.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.vehicle_plate_1995"], |_| true);
        seek::bounded(found, &Window::not_before("1995", true))
    },
};
