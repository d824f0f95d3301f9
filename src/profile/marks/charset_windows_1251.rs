//! Cyrillic text in windows-1251.

use super::{Class, Found, Mark, Sample};

/// The mark `charset-windows-1251`.
pub static MARK: Mark = Mark {
    id: "charset-windows-1251",
    title: "Cyrillic text is written in windows-1251",
    means: "It was written or saved by a Russian or Ukrainian Windows program, or exported from a database of that \
            age.",
    class: Class::Handling,
    sources: &["WHATWG Encoding, windows-1251"],
    caveat: "Spreadsheets on such a Windows save CSV so to this day.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let rows = sample
        .files
        .iter()
        .filter(|file| file.charset == crate::record::Charset::Windows1251)
        .map(|file| file.rows)
        .sum();
    Found::exact(sample, None, rows).into_iter().collect()
}
