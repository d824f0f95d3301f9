//! Given name, in a column of its own.

use super::person_name::words_key;
use super::{KeyBuf, Kind, Mismatch, Region, given};

/// The kind `given_name`.
pub static KIND: Kind = Kind {
    id: "given_name",
    title: "Given name",
    plural: "given names",
    sources: &[
        "Family Code of Ukraine, articles 145 to 147 (surname, given name, patronymic)",
        "Unicode Technical Standard 39, confusables.txt (look-alike letters)",
    ],
    valid: &[
        ("Олена", "ОЛЕНА"),
        ("ОЛЕНА", "ОЛЕНА"),
        ("Дар'я", "ДАРЯ"),
        ("Анна-Марія", "АННА-МАРІЯ"),
        ("Анна Марія", "АННА МАРІЯ"),
        ("Sergii", "SERGII"),
    ],
    invalid: &[
        ("Олена Зразкова", Mismatch::Shape),
        ("Київ 5", Mismatch::Shape),
        ("a@example.com", Mismatch::Shape),
        ("А.", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    caveat: "Any word looks like one: a column is known by its header or by how many of its words are on the list of given names of Ukraine, Russia and their neighbours. Two words are one name only if both are on that list.",
    key,
    typical: Some(is_typical),
    piece_of: Some(("person_name", 1)),
    guise: super::Guise::Word,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match words_key(text, out)? {
        1 => Ok(()),
        2 if is_double(out) => Ok(()),
        _ => Err(Mismatch::Shape),
    }
}

/// Two listed names with a blank between.
fn is_double(key: &[u8]) -> bool {
    let words = || key.split(|&byte| byte == b' ');
    words().count() == 2 && words().all(given::is_listed)
}

fn is_typical(key: &[u8]) -> bool {
    key.split(|&byte| matches!(byte, b' ' | b'-')).all(given::is_listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_typical_and_other_words_are_not() {
        for name in ["ОЛЕНА", "SERHII", "АННА-МАРІЯ", "АННА МАРІЯ", "ДАРЯ", "БАКЫТ"] {
            assert!(is_typical(name.as_bytes()), "{name}");
        }
        for word in ["КИЇВ", "САДОВА", "ЗРАЗЕНКО", "ПАРОЛЬ", "МЕНЕДЖЕР", "ENGINEER", "BLUE", "АКТИВНИЙ"]
        {
            assert!(!is_typical(word.as_bytes()), "{word}");
        }
    }
}
