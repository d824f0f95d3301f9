//! Ukrainian traffic police as issuing office.

use super::{Class, Mark, Window, seek};

/// The mark `offices-old`.
pub static MARK: Mark = Mark {
    id: "offices-old",
    title: "Offices of the traffic police (ВРЕР, МРЕВ, ДАІ) as issuing offices, and no service centres (ТСЦ)",
    means: "Service centres took over from them in November 2015.",
    class: Class::Age,
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 889 of 2015-10-28 (territorial organs of the Ministry of the \
         Interior)",
    ],
    caveat: "The year is partly confirmed. Registers keep the office that issued a document: it says when rows were \
             made, not when the file was.",
    look,
};

fn look(sample: &super::Sample<'_>) -> Vec<super::Found> {
    let found = seek::in_columns(sample, |column| {
        // The bare word names a system that somebody looked into: an office has a place or a number.
        let office = |cell: &[u8]| cell.iter().any(|byte| *byte == b' ' || byte.is_ascii_digit());
        let bear = |words: &[&str]| {
            column.cells.iter().filter(|cell| office(cell) && seek::holds_word(cell, words)).count() as u64
        };
        let old = bear(&["врер", "мрев", "даі", "мрэо", "гаи"]);
        (old >= super::ROWS_LEAST && bear(&["тсц"]) == 0).then_some(old)
    });
    seek::bounded(found, &Window::not_after("2016", false))
}
