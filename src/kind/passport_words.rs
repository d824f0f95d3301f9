//! Words over the columns of a passport's series and number where a file divides them, in the languages of the countries whose
//! passports have both: one home, because nobody's file keeps to the words of one country.
//!
//! **Comes in:** nothing. **Goes out:** words in the spelling of [`headers`](super::Kind::headers). **Never happens here:** no
//! passport is read.

/// Words over the series.
pub const SERIES: &[&str] = &[
    "docseries",
    "documentseries",
    "paspser",
    "passportser",
    "passportseries",
    "passser",
    "ser",
    "seria",
    "series",
    "паспортсерия",
    "паспортсерія",
    "паспорттунсериясы",
    "серия",
    "сериядокумента",
    "серияпаспорта",
    "сериясы",
    "серія",
    "серіядокумента",
    "серіядокументу",
    "серіяпаспорта",
    "серіяпаспорту",
];

/// Words over the number.
pub const NUMBER: &[&str] = &[
    "docnumber",
    "documentnumber",
    "no",
    "nr",
    "num",
    "number",
    "paspnum",
    "passnum",
    "passportno",
    "passportnum",
    "passportnumber",
    "номер",
    "номердокумента",
    "номердокументу",
    "номери",
    "номерпаспорта",
    "номерпаспорту",
    "паспорт",
    "паспортномер",
    "паспорттунномери",
];
