//! Nine-digit numbers of Ukrainian identity cards.

use super::{Class, Mark, Window, seek};

/// The mark `id-card-ukraine`.
pub static MARK: Mark = Mark {
    id: "id-card-ukraine",
    title: "Nine-digit numbers of Ukrainian identity cards",
    means: "Cards have been issued instead of booklets since January 2016.",
    class: Class::Age,
    sources: &["Cabinet of Ministers of Ukraine, resolution 302 of 2015-03-25"],
    caveat: "The month is partly confirmed. Nine digits are told by their header alone: if that misleads, so does \
             this.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.id_card"], |_| true);
        seek::bounded(found, &Window::not_before("2016-01", false))
    },
};
