//! Numbers of the Ukrainian demographic register.

use super::{Class, Mark, Window, seek};

/// The mark `unzr`.
pub static MARK: Mark = Mark {
    id: "unzr",
    title: "Numbers of the Ukrainian demographic register (УНЗР)",
    means: "They have been given out since the register was opened.",
    class: Class::Age,
    sources: &[
        "Law of Ukraine 5492-VI; Cabinet of Ministers of Ukraine, resolution 302 of 2015-03-25 (cards from 2016-01)",
    ],
    caveat: "The month is partly confirmed. A person of any age may have a number: it tells when the row was made, \
             not the person.",
    look: |sample| {
        let found = seek::in_keys(sample, &["ua.unzr"], |_| true);
        seek::bounded(found, &Window::not_before("2016-01", false))
    },
};
