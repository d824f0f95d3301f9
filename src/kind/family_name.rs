//! Surname, in a column of its own.

use super::person_name::words_key;
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `family_name`.
pub static KIND: Kind = Kind {
    id: "family_name",
    title: "Surname",
    plural: "surnames",
    sources: &[
        "Family Code of Ukraine, articles 145 to 147 (surname, given name, patronymic)",
        "Unicode Technical Standard 39, confusables.txt (look-alike letters)",
    ],
    valid: &[
        ("Зразкова", "ЗРАЗКОВА"),
        ("О'Зразок", "ОЗРАЗОК"),
        ("Перша - Друга", "ПЕРША-ДРУГА"),
        ("Зpaзенко", "ЗРАЗЕНКО"),
        ("Sample", "SAMPLE"),
    ],
    invalid: &[
        ("Зразкова Олена", Mismatch::Shape),
        ("Київ 5", Mismatch::Shape),
        ("a@example.com", Mismatch::Shape),
        ("А.", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    caveat: "Any word looks like a surname: only a header or the names beside it say that a column holds them. Its header words are those of the first piece of person_name.",
    beside: &["given_name", "patronymic"],
    key,
    piece_of: Some(("person_name", 0)),
    guise: super::Guise::Word,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if words_key(text, out)? == 1 { Ok(()) } else { Err(Mismatch::Shape) }
}
