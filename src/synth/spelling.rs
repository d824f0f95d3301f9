//! How one identifier is spelled in different hands: as a register prints it, and as people and old programs mess it
//! up.

use super::person::{LOOK_ALIKES, Licence, People, number};
use super::random::Bits;

/// Appends a licence as the register spells it: three Cyrillic capitals and six digits.
pub(super) fn licence(people: &People, licence: Licence, out: &mut Vec<u8>) {
    for letter in people.series(licence) {
        out.extend_from_slice(LOOK_ALIKES[letter].0.as_bytes());
    }
    number(licence.number, 6, out);
}

/// Appends a licence in one of six other spellings of the same number: blanks, a hyphen, lower case, Latin look-alikes.
pub(super) fn messy_licence(people: &People, licence: Licence, bits: &mut Bits, out: &mut Vec<u8>) {
    let style = bits.below(6);
    if style == 0 {
        out.push(b' ');
    }
    for (place, letter) in people.series(licence).into_iter().enumerate() {
        let (cyrillic, latin) = LOOK_ALIKES[letter];
        match style {
            1 => out.extend_from_slice(cyrillic.to_lowercase().as_bytes()),
            2 => out.push(latin),
            3 if place == 0 => out.push(latin),
            _ => out.extend_from_slice(cyrillic.as_bytes()),
        }
    }
    match style {
        4 => out.push(b' '),
        5 => out.push(b'-'),
        _ => {}
    }
    number(licence.number, 6, out);
    if style == 0 {
        out.push(b' ');
    }
}

/// Appends a licence whose third letter was misread: a series that was never issued. Gives the wrong licence's ordinal.
pub(super) fn misread_licence(people: &People, licence: Licence, out: &mut Vec<u8>) -> u64 {
    let [first, second, _] = people.series(licence);
    out.extend_from_slice(LOOK_ALIKES[first].0.as_bytes());
    out.extend_from_slice(LOOK_ALIKES[second].0.as_bytes());
    out.extend_from_slice("Ю".as_bytes());
    number(licence.number, 6, out);
    (first * 12 + second) as u64 * 1_000_000 + licence.number
}

/// Appends a Ukrainian telephone number, digits only, with the country's code.
pub(super) fn phone(national: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(b"380");
    number(national, 9, out);
}

/// Appends a Ukrainian telephone number in one of six other spellings, international and national.
pub(super) fn messy_phone(national: u64, bits: &mut Bits, out: &mut Vec<u8>) {
    let (code, rest) = (national / 10_000_000, national % 10_000_000);
    let (three, two, last) = (rest / 10_000, rest / 100 % 100, rest % 100);
    let (before, after, gap): (&[u8], &[u8], &[u8]) = match bits.below(6) {
        0 => (b"+380", b"", b""),
        1 => (b"0", b"", b""),
        2 => (b"+38 (0", b") ", b"-"),
        3 => (b"38 0", b" ", b" "),
        4 => (b"(0", b") ", b"-"),
        _ => (b"0", b"-", b"-"),
    };
    out.extend_from_slice(before);
    number(code, 2, out);
    out.extend_from_slice(after);
    number(three, 3, out);
    out.extend_from_slice(gap);
    number(two, 2, out);
    out.extend_from_slice(gap);
    number(last, 2, out);
}

const TOWNS: &[[&str; 2]] = &[
    ["Київ", "КИЇВ"],
    ["Харків", "ХАРКІВ"],
    ["Одеса", "ОДЕСА"],
    ["Дніпропетровськ", "ДНІПРОПЕТРОВСЬК"],
    ["Львів", "ЛЬВІВ"],
    ["Запоріжжя", "ЗАПОРІЖЖЯ"],
    ["Кривий Ріг", "КРИВИЙ РІГ"],
    ["Миколаїв", "МИКОЛАЇВ"],
    ["Вінниця", "ВІННИЦЯ"],
    ["Херсон", "ХЕРСОН"],
    ["Полтава", "ПОЛТАВА"],
    ["Суми", "СУМИ"],
    ["Житомир", "ЖИТОМИР"],
    ["Рівне", "РІВНЕ"],
    ["Луцьк", "ЛУЦЬК"],
    ["Тернопіль", "ТЕРНОПІЛЬ"],
];

const STREETS: &[[&str; 2]] = &[
    ["Садова", "САДОВА"],
    ["Лісова", "ЛІСОВА"],
    ["Польова", "ПОЛЬОВА"],
    ["Шкільна", "ШКІЛЬНА"],
    ["Молодіжна", "МОЛОДІЖНА"],
    ["Центральна", "ЦЕНТРАЛЬНА"],
    ["Вишнева", "ВИШНЕВА"],
    ["Зелена", "ЗЕЛЕНА"],
    ["Миру", "МИРУ"],
    ["Степова", "СТЕПОВА"],
];

/// Appends the town of an address draw.
pub(super) fn town(bits: &mut Bits, capitals: bool, out: &mut Vec<u8>) {
    out.extend_from_slice(TOWNS[bits.below(TOWNS.len() as u64) as usize][usize::from(capitals)].as_bytes());
}

/// Appends an address as a cell of a `;`-separated file: one in five holds the separator and is quoted, a few hold
/// quotes or a line break as well.
pub(super) fn address(mut bits: Bits, capitals: bool, out: &mut Vec<u8>) {
    let how = bits.below(1000);
    let (quoted, marks, broken) = (how < 200, how < 10, (10..12).contains(&how));
    if quoted {
        out.push(b'"');
    }
    town(&mut bits, capitals, out);
    out.extend_from_slice(match (quoted, broken) {
        (true, true) => b"\n",
        (true, false) => b"; ",
        (false, _) => b", ",
    });
    let street = STREETS[bits.below(STREETS.len() as u64) as usize][usize::from(capitals)].as_bytes();
    let mark: &[u8] = if marks { b"\"\"" } else { b"" };
    for piece in [mark, street, mark, b" "] {
        out.extend_from_slice(piece);
    }
    number(bits.below(140) + 1, 1, out);
    if bits.thousandths(700) {
        out.push(b'-');
        number(bits.below(120) + 1, 1, out);
    }
    if quoted {
        out.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_spelling_of_a_phone_keeps_its_digits() {
        let mut seen = BTreeSet::new();
        for turn in 0..200 {
            let mut out = Vec::new();
            messy_phone(501_234_507, &mut Bits::new(turn), &mut out);
            let digits: Vec<u8> = out.iter().copied().filter(u8::is_ascii_digit).collect();
            assert!(digits.ends_with(b"0501234507"), "{digits:?}");
            seen.insert(out);
        }
        assert_eq!(seen.len(), 6);
    }

    #[test]
    fn every_spelling_of_a_licence_keeps_its_number() {
        let people = People::new(9);
        let number = people.old_licence(77);
        let mut seen = BTreeSet::new();
        for turn in 0..200 {
            let mut out = Vec::new();
            messy_licence(&people, number, &mut Bits::new(turn), &mut out);
            assert!(out.trim_ascii().ends_with(format!("{:06}", number.number).as_bytes()));
            seen.insert(out);
        }
        assert_eq!(seen.len(), 6);
    }
}
