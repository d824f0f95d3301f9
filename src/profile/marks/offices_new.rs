//! Ukrainian service centres as issuing offices.

use super::{Class, Mark, Window, seek};

/// The mark `offices-new`.
pub static MARK: Mark = Mark {
    id: "offices-new",
    title: "Service centres (ТСЦ) as issuing offices",
    means: "They took over from the traffic police in November 2015.",
    class: Class::Age,
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 889 of 2015-10-28 (territorial organs of the Ministry of the \
         Interior)",
    ],
    caveat: "The month is partly confirmed. It bounds the youngest rows, not all.",
    look: |sample| {
        let found = seek::in_cells(sample, 0.0, |cell| seek::holds_word(cell, &["тсц"]));
        seek::bounded(found, &Window::not_before("2015-11", false))
    },
};
