//! Letters that were read in a wrong charset.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::{Class, Found, Mark, Sample, seek};

/// The mark `mojibake`.
pub static MARK: Mark = Mark {
    id: "mojibake",
    title: "Cyrillic letters were read in a wrong charset",
    means: "A program took the text for another encoding and wrote it out again: it went through hands that did not \
            read it.",
    class: Class::Handling,
    sources: &["WHATWG Encoding, windows-1251 and windows-1252: the letters read back give Cyrillic words"],
    caveat: "Names and addresses damaged so match nothing until they are read back.",
    look,
};

/// Damage: its name, and whether a text has it.
type Damage = (&'static str, fn(&str) -> bool);

/// The kinds of damage that are told.
const DAMAGES: [Damage; 3] = [
    ("UTF-8 read as windows-1251", |text| is_utf8_in(text, WINDOWS_1251)),
    ("UTF-8 read as windows-1252", |text| is_utf8_in(text, WINDOWS_1252)),
    ("windows-1251 read as windows-1252", is_cyrillic_in_latin),
];

/// Cyrillic letters that must come out.
const LETTERS_LEAST: usize = 3;

/// Whether the text is the bytes of UTF-8 shown in another charset: read back they are words of Cyrillic letters.
fn is_utf8_in(text: &str, charset: &'static Encoding) -> bool {
    // All that is not ASCII are Cyrillic letters, so the first of it is one of the bytes that these begin with.
    if !text.chars().find(|character| !character.is_ascii()).is_some_and(|first| "РСТÐÑÒ".contains(first)) {
        return false;
    }
    let (bytes, _, lossy) = charset.encode(text);
    if lossy {
        return false;
    }
    std::str::from_utf8(&bytes).is_ok_and(|read| {
        let letters = read.chars().filter(|character| ('\u{400}'..='\u{491}').contains(character)).count();
        letters >= LETTERS_LEAST && letters == read.chars().filter(|character| !character.is_ascii()).count()
    })
}

/// Whether all letters are those that Cyrillic ones of windows-1251 turn into: À to ÿ and a few signs, hardly any of ASCII.
fn is_cyrillic_in_latin(text: &str) -> bool {
    let (mut latin, mut wide) = (0, 0);
    for character in text.chars() {
        match character {
            'À'..='ÿ' | '²' | '³' | '¿' | 'º' | 'ª' | '¯' | '¨' | '¸' | '´' | '¥' => wide += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ if character.is_ascii() => {}
            _ => return false,
        }
    }
    // Words of western languages have letters of ASCII between them.
    wide > LETTERS_LEAST && latin * 8 <= wide
}

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let has =
        |cell: &&Vec<u8>, damaged: fn(&str) -> bool| !cell.is_ascii() && std::str::from_utf8(cell).is_ok_and(damaged);
    let one = |(name, damaged): Damage| {
        let found = seek::in_columns(sample, |column| {
            // What was mended while reading shows its damage no longer.
            let mended = column.mended.as_ref().filter(|(chain, _)| chain == name).map_or(0, |(_, cells)| *cells);
            Some(mended + column.cells.iter().filter(|cell| has(cell, damaged)).count() as u64)
        });
        found.into_iter().map(move |found| Found { detail: Some(name), ..found })
    };
    let other = seek::in_columns(sample, |column| {
        let (chain, cells) = column.mended.as_ref()?;
        (!DAMAGES.iter().any(|(name, _)| name == chain)).then_some(*cells)
    });
    DAMAGES.into_iter().flat_map(one).chain(other).collect()
}
