//! Patronymic, in a column of its own.

use super::person_name::words_key;
use super::{KeyBuf, Kind, Mismatch, Region, person};
use crate::text::translit::skeleton;

/// The kind `patronymic`.
pub static KIND: Kind = Kind {
    id: "patronymic",
    title: "Patronymic",
    plural: "patronymics",
    sources: &[
        "Family Code of Ukraine, articles 145 to 147 (surname, given name, patronymic)",
        "Unicode Technical Standard 39, confusables.txt (look-alike letters)",
    ],
    valid: &[
        ("Тестівна", "ТЕСТІВНА"),
        ("ТЕСТОВИЧ", "ТЕСТОВИЧ"),
        ("Ильинична", "ИЛЬИНИЧНА"),
        ("Кузьмич", "КУЗЬМИЧ"),
        ("Petrovych", "PETROVYCH"),
        ("Асан уулу", "АСАН УУЛУ"),
        ("Гасан-кызы", "ГАСАН-КЫЗЫ"),
        ("Серікұлы", "СЕРІКҰЛЫ"),
        ("Нурланкызы", "НУРЛАНКЫЗЫ"),
    ],
    invalid: &[
        ("Олена", Mismatch::Part),
        ("Олена Тестівна", Mismatch::Shape),
        ("Київ 5", Mismatch::Shape),
        ("А.", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    caveat: "It tells the holder's sex. Surnames in -ович end alike; its header words are those of the last piece of person_name.",
    // Of surnames of Ukraine and its neighbours, those in -ович: about one in fifty.
    chance: 0.02,
    key,
    piece_of: Some(("person_name", 2)),
    guise: super::Guise::Word,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match words_key(text, out)? {
        1 | 2 if is_child_of(out) => Ok(()),
        1 if has_ending(out) => Ok(()),
        1 => Err(Mismatch::Part),
        _ => Err(Mismatch::Shape),
    }
}

fn skeleton_of(word: &[u8]) -> KeyBuf {
    let mut sounds = KeyBuf::new();
    skeleton(word, &mut sounds);
    sounds
}

/// A father's name and a word that says "son of" or "daughter of".
fn is_child_of(key: &[u8]) -> bool {
    let words: [Option<&[u8]>; 3] = {
        let mut words = key.split(|&byte| matches!(byte, b' ' | b'-'));
        [words.next(), words.next(), words.next()]
    };
    matches!(words, [Some(father), Some(word), None] if father.len() > 2 && person::child_of(&skeleton_of(word)).is_some())
}

fn has_ending(key: &[u8]) -> bool {
    person::father(&skeleton_of(key)).is_some()
}
