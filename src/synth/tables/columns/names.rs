//! Columns of names, dates, addresses, sex and passwords: what is the same in every country's files.
//!
//! # Source
//! Spellings of days, apostrophes and abbreviations as public import code repairs them; the heads of published lists of common
//! passwords.

use super::super::people::{Home, day_in, dotted, iso};
use super::super::{Cell, MadeColumn};

pub(super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::telling("surname", surname),
    MadeColumn::telling("given_name", given),
    MadeColumn::telling("patronymic", patronymic),
    MadeColumn::telling("person_name", full_name),
    MadeColumn::telling("date", birth),
    MadeColumn::telling("sex", sex),
    MadeColumn::telling("address", address),
    MadeColumn::tested("password", &["username"], password),
];

/// Names as the table's writer writes them: as they are, in capitals, in small letters.
fn cased(cell: &Cell<'_>, text: String) -> String {
    match cell.habit % 7 {
        0 | 1 => text.to_uppercase(),
        2 => text.to_lowercase(),
        _ => text,
    }
}

/// The apostrophe that this file's keyboard had.
fn apostrophe(cell: &Cell<'_>, text: &str) -> String {
    text.replace('\'', ["'", "’", "`", "ʼ", "\""][(cell.habit / 7 % 5) as usize])
}

pub(in super::super) fn surname(cell: &mut Cell<'_>) -> String {
    cased(cell, apostrophe(cell, &cell.person.surname))
}

pub(in super::super) fn given(cell: &mut Cell<'_>) -> String {
    cased(cell, apostrophe(cell, &cell.person.given))
}

pub(in super::super) fn patronymic(cell: &mut Cell<'_>) -> String {
    if cell.person.home == Home::World {
        // Abroad those have one whose papers were made where there are such.
        let names = [["Ivanovych", "Petrovich", "Olehovych"], ["Ivanivna", "Petrovna", "Olehivna"]];
        let name = cell.dice.pick(&names[usize::from(!cell.person.male)]).to_owned();
        return cased(cell, name);
    }
    cased(cell, apostrophe(cell, &cell.person.patronymic))
}

pub(in super::super) fn full_name(cell: &mut Cell<'_>) -> String {
    let person = cell.person;
    let text = if person.home == Home::World {
        if cell.column_is(5, 70) { format!("{} {}", person.given, person.surname) } else { person.full() }
    } else if cell.column_is(5, 85) {
        person.full()
    } else {
        format!("{} {}", person.given, person.surname)
    };
    cased(cell, apostrophe(cell, &text))
}

/// The name in Latin letters.
pub(in super::super) fn latin_name(cell: &mut Cell<'_>) -> String {
    let [surname, given] = &cell.person.latin;
    cased(cell, format!("{given} {surname}"))
}

/// A day in the column's spelling.
pub(in super::super) fn spelled(cell: &mut Cell<'_>, day: super::super::people::Day) -> String {
    let (year, month, of_month) = day;
    match cell.form(8) {
        0 => dotted(day),
        1 => iso(day),
        2 => format!("{of_month:02}/{month:02}/{year}"),
        3 => format!("{year}{month:02}{of_month:02}"),
        4 => format!("{} 00:00:00", iso(day)),
        5 => format!("{of_month}.{month}.{year}"),
        6 => format!("{month}/{of_month}/{year} 12:00:00 AM"),
        _ => format!("{of_month:02}-{month:02}-{year}"),
    }
}

pub(in super::super) fn birth(cell: &mut Cell<'_>) -> String {
    spelled(cell, cell.person.born)
}

/// A day of the years 2008 to 2021, as things are registered.
pub(in super::super) fn recent(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2008, 2021) as u32;
    let day = day_in(year, &mut cell.dice);
    spelled(cell, day)
}

/// Day and time of the day.
pub(in super::super) fn moment(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2012, 2021) as u32;
    let day = iso(day_in(year, &mut cell.dice));
    format!("{day} {:02}:{:02}:{:02}", cell.dice.below(24), cell.dice.below(60), cell.dice.below(60))
}

pub(in super::super) fn sex(cell: &mut Cell<'_>) -> String {
    let male = cell.person.male;
    let words = match (cell.person.home, cell.habit % 4) {
        (Home::Ua, 0) => ["Ч", "Ж"],
        (Home::Ua, 1) => ["чоловіча", "жіноча"],
        (Home::Ru | Home::Kg, 0) => ["М", "Ж"],
        (Home::Ru | Home::Kg, 1) => ["мужской", "женский"],
        (_, 2) => ["male", "female"],
        _ => ["M", "F"],
    };
    words[usize::from(!male)].to_owned()
}

/// An address: town, street, house, flat in the home's own words.
pub(in super::super) fn address(cell: &mut Cell<'_>) -> String {
    let (house, flat) = (cell.dice.between(1, 140), cell.dice.between(1, 160));
    let text = match cell.person.home {
        Home::Ua => {
            let town = cell.dice.uneven(&[
                "Київ",
                "Харків",
                "Одеса",
                "Дніпропетровськ",
                "Львів",
                "Запоріжжя",
                "Полтава",
                "Суми",
            ]);
            let street =
                cell.dice.pick(&["Садова", "Лісова", "Миру", "Шкільна", "Перемоги", "Польова", "Набережна", "Франка"]);
            format!("м. {town}, вул. {street}, буд. {house}, кв. {flat}")
        }
        Home::Ru | Home::Kg => {
            let towns: &[&str] = if cell.person.home == Home::Kg {
                &["Бишкек", "Ош", "Кара-Балта", "Талас", "Нарын", "Каракол"]
            } else {
                &["Москва", "Санкт-Петербург", "Казань", "Самара", "Тула", "Пермь"]
            };
            let town = cell.dice.uneven(towns);
            let street = cell.dice.pick(&[
                "Ленина",
                "Садовая",
                "Советская",
                "Чуйкова",
                "Токтогула",
                "Гагарина",
                "Лесная",
                "Мира",
            ]);
            format!("г. {town}, ул. {street}, д. {house}, кв. {flat}")
        }
        Home::World => {
            let street =
                cell.dice.pick(&["Main St", "Oak Avenue", "High Street", "Park Road", "Maple Drive", "Elm Street"]);
            let town = cell.dice.pick(&["Springfield", "Riverside", "Franklin", "Greenville", "Bristol", "Clinton"]);
            format!("{house} {street}, {town}")
        }
    };
    cased(cell, text)
}

/// Passwords that many choose, most common first.
const COMMON: &[&str] = &[
    "123456",
    "password",
    "123456789",
    "12345678",
    "qwerty",
    "12345",
    "111111",
    "1234567",
    "123123",
    "abc123",
    "1234567890",
    "000000",
    "iloveyou",
    "1q2w3e4r",
    "qwerty123",
    "654321",
    "555555",
    "qwertyuiop",
    "123321",
    "666666",
    "dragon",
    "monkey",
    "letmein",
    "football",
    "samsung",
    "1qaz2wsx",
    "zxcvbnm",
    "112233",
    "121212",
    "7777777",
    "sunshine",
    "princess",
    "master",
    "killer",
    "asdfgh",
    "superman",
    "shadow",
    "michael",
    "q1w2e3r4",
    "159753",
];

/// Passwords as people choose them: one in four from the head of every list, the rest made of names, words and years.
pub(in super::super) fn password(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(25) {
        return cell.dice.uneven(COMMON).to_owned();
    }
    let [surname, given] = cell.person.plain();
    let year = cell.person.born.0;
    let word = cell
        .dice
        .pick(&["sonne", "kotik", "spartak", "metro", "tiger", "lasto4ka", "zvezda", "winter", "pirat", "banana"]);
    match cell.dice.below(8) {
        0 => format!("{given}{year}"),
        1 => format!("{word}{}", cell.dice.below(1000)),
        2 => cell.dice.fill("%%%%%%##"),
        3 => format!("{}{}!", surname[..1].to_uppercase(), &surname[1..]),
        4 => cell.dice.digits(8),
        5 => cell.dice.fill("%#%#@%#%"),
        6 => format!("{word}_{word}"),
        _ => format!("{surname}{}", year % 100),
    }
}
