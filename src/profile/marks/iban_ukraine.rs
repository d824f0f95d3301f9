//! Ukrainian bank accounts written as IBAN.

use super::{Class, Mark, Window, seek};

/// The mark `iban-ukraine`.
pub static MARK: Mark = Mark {
    id: "iban-ukraine",
    title: "Ukrainian bank accounts written as IBAN",
    means: "Ukraine took the form up in August 2019 and asked for it from January 2020.",
    class: Class::Age,
    sources: &["National Bank of Ukraine, resolution 162 of 2018-12-28"],
    caveat: "Old accounts can have been rewritten in the new form: then it bounds the export, not the accounts.",
    look: |sample| {
        let found = seek::in_keys(sample, &["iban", "ua.iban"], |key| key.starts_with(b"UA"));
        seek::bounded(found, &Window::not_before("2019-08", false))
    },
};
