//! Ukrainian towns under the names before 2016.

use super::{Class, Mark, Window, seek};

/// The mark `towns-old`.
pub static MARK: Mark = Mark {
    id: "towns-old",
    title: "Ukrainian towns under the names that they lost in 2016, and under none of the new ones",
    means: "Дніпропетровськ, Кіровоград, Артемівськ, Іллічівськ and Дніпродзержинськ were renamed from February to \
            July 2016.",
    class: Class::Age,
    sources: &["Verkhovna Rada of Ukraine, resolutions 984-VIII of 2016-02-04, 1353-VIII and 1377-VIII of May 2016, \
         1467-VIII of 2016-07-14"],
    caveat: "The dates are general knowledge. Registers keep the name that was written down: old names say when rows \
             were made, not when the file was.",
    look,
};

/// Words, in small letters.
const OLD: &[&str] = &[
    "дніпропетровськ",
    "кіровоград",
    "артемівськ",
    "іллічівськ",
    "дніпродзержинськ",
    "днепропетровск",
    "кировоград",
    "ильичевск",
    "днепродзержинск",
];

/// Words that show that the column knows the new names.
const NEW: &[&str] =
    &["дніпро", "кропивницький", "бахмут", "покровськ", "чорноморськ", "кам'янське", "кропивницкий", "днепр"];

fn look(sample: &super::Sample<'_>) -> Vec<super::Found> {
    let found = seek::in_columns(sample, |column| {
        let bear = |words| column.cells.iter().filter(|cell| seek::holds_word(cell, words)).count() as u64;
        let old = bear(OLD);
        (old >= super::ROWS_LEAST && bear(NEW) == 0).then_some(old)
    });
    seek::bounded(found, &Window::not_after("2016-07", false))
}
