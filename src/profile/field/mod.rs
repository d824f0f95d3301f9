//! What a column can mean: one table that maps every role (`birth_date`, `password_plain`, `photo_file`) to its kind, to
//! the words that head such columns, and to how its cells look.
//!
//! **Comes in:** a column's name, an id. **Goes out:** [`Field`]s.
//!
//! Layouts ask here; who only wants to know which day is that of birth asks [`role`](super::role), which is read off these
//! fields.
//!
//! **Never happens here:** no cell is read, no column is judged; a word gives only the fields that list it.
//!
//! **To add one:** a line in the file of its subject. Words stand in lower case without blanks, `_`, `-`, `.` and
//! apostrophes; they become known header words, which reports may show: a word that can be somebody's name or a place
//! must not be listed.

mod account;
mod case;
mod paper;
mod person;
mod thing;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::look::Look;
use super::role::Role;
use super::words;

/// What a column can mean. Identifiers that stand for themselves have their kind's id.
#[derive(Debug)]
pub struct Field {
    /// Id: a role (`birth_date`) or a kind (`ua.rntrc`).
    pub id: &'static str,
    /// What it is, as a noun phrase in English: `day of birth`.
    pub title: &'static str,
    /// Ids of the kinds that its cells are of, divided by blanks; `hash.*` stands for every password hash; empty: no kind.
    pub kinds: &'static str,
    /// Words that head such columns in Ukrainian, Russian and English, normalised, divided by blanks.
    pub words: [&'static str; 3],
    /// How its cells look where no kind tells, best first.
    pub looks: &'static [Look],
    /// How many different values such a column has.
    pub variety: Variety,
    /// Usual number of characters of a cell.
    pub length: (u16, u16),
}

/// How many different values a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variety {
    /// A few, often repeated: sex, status, category.
    Few,
    /// Many, some of them repeated: surnames, cities, days.
    Many,
    /// Nearly as many as rows: numbers of documents, addresses.
    Each,
}

use Variety::{Each, Few, Many};

/// A field of a kind.
const fn of(id: &'static str, title: &'static str, kinds: &'static str, words: [&'static str; 3]) -> Field {
    Field { id, title, kinds, words, looks: &[], variety: Each, length: (1, 60) }
}

impl Field {
    const fn looks(self, looks: &'static [Look]) -> Field {
        Field { looks, ..self }
    }

    const fn few(self) -> Field {
        Field { variety: Few, ..self }
    }

    const fn many(self) -> Field {
        Field { variety: Many, ..self }
    }

    const fn long(self, least: u16, most: u16) -> Field {
        Field { length: (least, most), ..self }
    }

    /// Whether cells of this kind may stand in the field.
    pub fn takes(&self, kind: &str) -> bool {
        self.kinds.split_whitespace().any(|own| same_kind(own, kind))
    }

    /// Whether the normalised word is one of its header words.
    pub fn is_headed_by(&self, word: &str) -> bool {
        self.words.iter().any(|list| list.split_whitespace().any(|own| own == word))
    }

    /// The coarse role, where the field has one.
    pub fn role(&self) -> Option<Role> {
        match self.id {
            "birth_date" => Some(Role::Birth),
            "expiry_date" => Some(Role::Expiry),
            "issue_date" | "registration_date" => Some(Role::Made),
            "sex" => Some(Role::Sex),
            "patronymic" => Some(Role::Patronymic),
            _ => None,
        }
    }
}

/// Whether a kind id is the one named, `hash.*` standing for all hashes.
pub fn same_kind(named: &str, kind: &str) -> bool {
    named == kind || named.strip_suffix('*').is_some_and(|family| kind.starts_with(family))
}

/// Fields that together say what another field says alone.
#[derive(Debug)]
pub struct Whole {
    /// The field that says all.
    pub id: &'static str,
    /// The fields that say a part each, in their usual order; the first two are needed.
    pub parts: &'static [&'static str],
}

/// Every field that files divide.
pub static WHOLES: &[Whole] = &[
    Whole { id: "full_name", parts: &["surname", "given_name", "patronymic"] },
    Whole { id: "ua.driver_licence", parts: &["licence_series", "licence_number"] },
    Whole { id: "ua.passport_booklet", parts: &["passport_series", "passport_number"] },
    Whole { id: "geo.latlon", parts: &["latitude", "longitude"] },
    Whole { id: "brand_model", parts: &["brand", "model"] },
];

/// Every field, sorted by id.
pub static FIELDS: LazyLock<Vec<&'static Field>> = LazyLock::new(|| {
    let lists = [person::FIELDS, paper::FIELDS, thing::FIELDS, account::FIELDS, case::FIELDS];
    let mut all: Vec<&Field> = lists.into_iter().flatten().collect();
    all.sort_by_key(|field| field.id);
    all
});

/// Fields by header word.
static BY_WORD: LazyLock<BTreeMap<&'static str, Vec<&'static Field>>> = LazyLock::new(|| {
    let mut map: BTreeMap<&str, Vec<&Field>> = BTreeMap::new();
    for &field in FIELDS.iter() {
        for word in field.words.iter().flat_map(|list| list.split_whitespace()) {
            let listed = map.entry(word).or_default();
            if !listed.iter().any(|other| other.id == field.id) {
                listed.push(field);
            }
        }
    }
    map
});

/// The field with this id.
pub fn find(id: &str) -> Option<&'static Field> {
    FIELDS.binary_search_by_key(&id, |field| field.id).ok().map(|at| FIELDS[at])
}

/// The fields that a column's name may mean, in the order of ids; none for an unknown name.
pub fn named(name: &str) -> &'static [&'static Field] {
    if name.len() > 128 {
        return &[];
    }
    BY_WORD.get(words::normalise(name).as_str()).map_or(&[], Vec::as_slice)
}

/// Whether the normalised word heads some field.
pub fn knows(word: &str) -> bool {
    BY_WORD.contains_key(word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_field_is_whole_and_listed_once() {
        let ids: BTreeSet<&str> = FIELDS.iter().map(|field| field.id).collect();
        assert_eq!(ids.len(), FIELDS.len());
        for field in FIELDS.iter() {
            assert!(!field.title.is_empty() && field.length.0 <= field.length.1, "{}", field.id);
            assert!(!field.kinds.is_empty() || !field.looks.is_empty(), "{}: nothing tells its cells", field.id);
            assert!(find(field.id).is_some_and(|found| std::ptr::eq(found, *field)), "{}", field.id);
            for word in field.words.iter().flat_map(|list| list.split_whitespace()) {
                assert_eq!(words::normalise(word), word, "{}", field.id);
                assert!(words::is_known(word), "{}: {word}", field.id);
            }
        }
        for whole in WHOLES {
            assert!(find(whole.id).is_some() && whole.parts.iter().all(|part| find(part).is_some()), "{}", whole.id);
        }
    }

    #[test]
    fn names_give_fields() {
        let ids = |name: &str| named(name).iter().map(|field| field.id).collect::<Vec<_>>();
        assert_eq!(ids("Дата народження"), ["birth_date"]);
        assert_eq!(ids("sdoc"), ["licence_series"]);
        assert!(ids("Номер").len() > 1, "{:?}", ids("Номер"));
        assert!(ids("qwerty").is_empty() && ids("").is_empty());
    }

    #[test]
    fn kinds_of_a_family_are_taken_together() {
        let hash = find("password_hash").unwrap();
        assert!(hash.takes("hash.md5") && hash.takes("hash.bcrypt") && !hash.takes("date"));
    }
}
