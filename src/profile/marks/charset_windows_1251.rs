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
    // Blanks and dashes of Windows alone are no Cyrillic text.
    if !sample.columns.iter().flat_map(|column| column.cells).any(|cell| has_cyrillic(cell)) {
        return Vec::new();
    }
    let rows = sample
        .files
        .iter()
        .filter(|file| file.charset == crate::record::Charset::Windows1251)
        .map(|file| file.rows)
        .sum();
    Found::exact(sample, None, rows).into_iter().collect()
}

fn has_cyrillic(cell: &[u8]) -> bool {
    !cell.is_ascii() && String::from_utf8_lossy(cell).chars().any(|letter| ('\u{400}'..='\u{4FF}').contains(&letter))
}
