//! Telephone numbers of the Ukrainian prefix 073.

use super::{Class, Mark, Window, seek};

/// The mark `phone-073`.
pub static MARK: Mark = Mark {
    id: "phone-073",
    title: "Ukrainian telephone numbers of the prefix 073",
    means: "The prefix was opened about 2015.",
    class: Class::Age,
    sources: &["general knowledge; no decision on the prefix was read"],
    caveat: "Unconfirmed. Prefixes 075 and 077 are younger, but no year is known for them.",
    look: |sample| {
        let found = seek::in_keys(sample, &["phone"], |key| key.starts_with(b"+38073"));
        seek::bounded(found, &Window::not_before("2015", false))
    },
};
