//! Ukrainian towns under the names before 2016.

use super::{Class, Mark, Window, seek};
use crate::profile::field;

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
             were made, not when the file was. Columns headed as place of birth are left out, since documents keep that name \
             for ever; without a header only addresses with numbers of houses count, since a town alone may be where somebody was \
             born.",
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

fn is_of_births(name: &str) -> bool {
    field::named(name).iter().any(|field| field.id == "birth_place")
}

fn look(sample: &super::Sample<'_>) -> Vec<super::Found> {
    let found = seek::in_columns(sample, |column| {
        // A place of birth keeps the name that it had, in every document made since.
        if column.name.is_some_and(is_of_births) {
            return None;
        }
        // Under no name a town alone may be that of birth; nobody is born in a flat.
        let numbered = || column.cells.iter().filter(|cell| cell.iter().any(u8::is_ascii_digit)).count();
        let filled = || column.cells.iter().filter(|cell| !cell.is_empty()).count();
        if column.name.is_none() && numbered() * 2 < filled() {
            return None;
        }
        let bear = |words| column.cells.iter().filter(|cell| seek::holds_word(cell, words)).count() as u64;
        let old = bear(OLD);
        (old >= super::ROWS_LEAST && bear(NEW) == 0).then_some(old)
    });
    seek::bounded(found, &Window::not_after("2016-07", false))
}
