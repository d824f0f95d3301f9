//! Ukrainian towns under the names of 2016.

use super::{Class, Mark, Window, seek};
use crate::kind::Rank;

/// The mark `towns-new`.
pub static MARK: Mark = Mark {
    id: "towns-new",
    title: "Ukrainian towns under the names that they got in 2016",
    means: "Дніпро, Кропивницький, Бахмут, Покровськ, Чорноморськ, Кам'янське and Горішні Плавні were renamed from \
            February to July 2016.",
    class: Class::Age,
    sources: &["Verkhovna Rada of Ukraine, resolutions 984-VIII of 2016-02-04, 1353-VIII and 1377-VIII of May 2016, \
         1467-VIII of 2016-07-14"],
    caveat: "The dates are general knowledge. Dnipro is a river too and was the short name of the town before. Old \
             rows may have been renamed: then it bounds the export.",
    look,
};

/// Words, in small letters.
const WORDS: &[&str] =
    &["дніпро", "кропивницький", "бахмут", "покровськ", "чорноморськ", "кам'янське", "плавні", "кропивницкий", "днепр"];

fn look(sample: &super::Sample<'_>) -> Vec<super::Found> {
    let found = seek::in_columns(sample, |column| {
        // Where names of persons stand, towns are surnames.
        let names = column.kind.is_some_and(|kind| kind.rank != Rank::Attribute || kind.id == "person_name");
        let bear = |cell: &&Vec<u8>| seek::holds_word(cell, WORDS);
        (!names).then(|| column.cells.iter().filter(bear).count() as u64)
    });
    seek::bounded(found, &Window::not_before("2016-02", false))
}
