//! A byte order mark before the text.

use super::{Class, Found, Mark, Sample};

/// The mark `byte-order-mark`.
pub static MARK: Mark = Mark {
    id: "byte-order-mark",
    title: "A byte order mark stands before the text",
    means: "Programs on Windows write it, spreadsheets that save as UTF-8 among them; databases and scripts do not.",
    class: Class::Handling,
    sources: &["Unicode Standard, section 23.8; Microsoft Excel, format CSV UTF-8"],
    caveat: "Some web systems write it so that spreadsheets read their exports.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let rows = sample.files.iter().filter(|file| file.marked).map(|file| file.rows).sum();
    Found::exact(sample, None, rows).into_iter().collect()
}
