//! Columns of Kyrgyz, Russian, Kazakh, Uzbek and Moldovan documents, numbers, plates and telephones.
//!
//! # Source
//! Check digits: python-stdnum 2.2 (`ru.inn`, `ru.ogrn`, `md.idno`), the Russian Pension Fund's rule of the SNILS, the Kazakh
//! rule of the IIN (order of the Ministry of Justice), OKPO (PR 50.1.024). Plates: de.wikipedia and en.wikipedia, "Vehicle
//! registration plates of Kyrgyzstan" and "of Russia". Numbering plans: libphonenumber, regions KG and RU.

use super::super::dice::{digits_of, swapped, weighed};
use super::super::{Cell, MadeColumn};

pub(super) const KYRGYZ: &[MadeColumn] = &[
    MadeColumn::telling("kg.pin", pin),
    MadeColumn::telling("kg.passport", kg_passport),
    MadeColumn::telling("kg.plate_2016", plate_2016),
    MadeColumn::telling("kg.plate_1994", plate_1994),
    MadeColumn::telling("kg.plate_foreign", plate_foreign),
    MadeColumn::telling("kg.phone", kg_phone),
    MadeColumn::tested("kg.driver_licence", &["kg.passport"], kg_licence),
    MadeColumn::tested("kg.okpo", &["ua.edrpou"], okpo),
];

pub(super) const RUSSIAN: &[MadeColumn] = &[
    MadeColumn::tested("ru.passport", &["ru.driver_licence", "ua.koatuu"], passport),
    MadeColumn::among("ru.passport_international", &["ua.id_card"], ru_abroad),
    MadeColumn::telling("ru.inn10", inn10),
    MadeColumn::telling("ru.inn12", inn12),
    MadeColumn::telling("ru.snils", snils),
    MadeColumn::telling("ru.ogrn", ogrn),
    MadeColumn::telling("ru.ogrnip", ogrnip),
    MadeColumn::telling("ru.phone", ru_phone),
    MadeColumn::telling("ru.plate", ru_plate),
    MadeColumn::tested("ru.driver_licence", &["ru.passport"], ru_licence),
    MadeColumn::telling("kz.iin", iin),
    MadeColumn::tested("uz.pinfl", &["kg.pin"], pinfl),
    MadeColumn::telling("md.idno", idno),
];

pub(in super::super) fn pin(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let sex = if cell.person.male { 2 } else { 1 };
    format!("{sex}{day:02}{month:02}{year:04}{:05}", cell.person.mark % 2400)
}

pub(in super::super) fn kg_passport(cell: &mut Cell<'_>) -> String {
    let letters = cell.dice.uneven(&["ID", "AN", "ID", "AN", "AC"]);
    let digits = cell.dice.digits(7);
    match cell.form(4) {
        1 => format!("{letters} {digits}"),
        2 => format!("{}{digits}", letters.to_lowercase()),
        _ => format!("{letters}{digits}"),
    }
}

pub(in super::super) fn plate_2016(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(&["01", "08", "02", "06", "04", "09", "07", "03", "05"]);
    let (number, letters) = (cell.dice.between(1, 999), cell.dice.fill("A@@"));
    match cell.form(4) {
        1 => format!("{region} KG {number:03} {letters}"),
        2 => format!("{region}{number:03}{letters}"),
        3 => format!("{region}kg{number:03}{}", letters.to_lowercase()),
        _ => format!("{region}KG{number:03}{letters}"),
    }
}

fn plate_1994(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(&["B", "S", "O", "D", "T", "E", "C", "I", "N", "A", "Z"]);
    let (number, letters) = (cell.dice.between(1, 9999), cell.dice.uneven(&["@@", "@@", "@"]));
    let letters = cell.dice.fill(letters);
    match cell.form(3) {
        1 => format!("{region} {number:04} {letters}"),
        2 => format!("{}{number:04}{}", region.to_lowercase(), letters.to_lowercase()),
        _ => format!("{region}{number:04}{letters}"),
    }
}

fn plate_foreign(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(&["01", "02", "08", "04", "09"]);
    let (number, letter) = (cell.dice.between(1, 9999), cell.dice.pick(&["B", "H", "K", "P", "D"]));
    if cell.form(2) == 0 { format!("{region}{number:04}{letter}") } else { format!("{region} {number:04} {letter}") }
}

pub(in super::super) fn kg_phone(cell: &mut Cell<'_>) -> String {
    let operator =
        cell.dice.uneven(&["700", "555", "777", "705", "550", "708", "500", "995", "220", "707", "551", "773", "999"]);
    let rest = cell.dice.digits(6);
    let (one, two, three) = (&rest[..2], &rest[2..4], &rest[4..]);
    match cell.form(5) {
        1 => format!("+996{operator}{rest}"),
        2 => format!("0{operator}{rest}"),
        3 => format!("+996 ({operator}) {one}-{two}-{three}"),
        4 => format!("0{operator} {one} {two} {three}"),
        _ => format!("996{operator}{rest}"),
    }
}

fn kg_licence(cell: &mut Cell<'_>) -> String {
    let digits = cell.dice.digits(if cell.column_is(1, 50) { 6 } else { 7 });
    if cell.form(3) == 1 { format!("KG {digits}") } else { format!("KG{digits}") }
}

fn okpo(cell: &mut Cell<'_>) -> String {
    let body = format!("{:07}", cell.dice.between(2_000_000, 3_199_999));
    let digits = digits_of(&body);
    let mut check = weighed(&digits, &[1, 2, 3, 4, 5, 6, 7]) % 11;
    if check == 10 {
        check = weighed(&digits, &[3, 4, 5, 6, 7, 8, 9]) % 11 % 10;
    }
    format!("{body}{check}")
}

/// First two digits of Russian documents: the regions of issue that issue most.
const OKATO: &[&str] = &[
    "45", "46", "40", "03", "65", "75", "36", "60", "22", "80", "92", "57", "63", "18", "25", "32", "50", "04", "71",
    "20", "41", "14", "29", "33", "17", "24", "38", "66", "68", "70", "73", "97", "05", "08", "11", "19", "47", "52",
    "53", "56", "61", "87",
];

fn passport(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(OKATO);
    // Forms of the citizen's 14th, 20th and 45th year.
    let year = match cell.person.born.0 {
        born if born + 45 <= 2021 => (born + 45).max(1998),
        born => (born + 20).clamp(1998, 2021),
    };
    let year = (year + cell.dice.below(3) as u32) % 100;
    let digits = cell.dice.digits(6);
    match cell.form(4) {
        1 => format!("{region}{year:02} {digits}"),
        2 => format!("{region} {year:02} {digits}"),
        3 => format!("{region} {year:02} №{digits}"),
        _ => format!("{region}{year:02}{digits}"),
    }
}

fn ru_abroad(cell: &mut Cell<'_>) -> String {
    let series = cell.dice.pick(&["51", "53", "60", "62", "63", "64", "65", "70", "71", "72", "73", "75", "76"]);
    let digits = cell.dice.digits(7);
    match cell.form(3) {
        1 => format!("{series} {digits}"),
        2 => format!("{series} №{digits}"),
        _ => format!("{series}{digits}"),
    }
}

/// A tax office: region and its number.
fn office(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(&[
        "77", "78", "50", "61", "66", "23", "74", "63", "54", "02", "16", "52", "24", "59", "36", "34", "26", "64",
        "55", "72", "47", "38", "42", "31",
    ]);
    format!("{region}{:02}", cell.dice.between(1, 40))
}

fn inn10(cell: &mut Cell<'_>) -> String {
    let body = format!("{}{}", office(cell), cell.dice.digits(5));
    let check = weighed(&digits_of(&body), &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10;
    format!("{body}{check}")
}

fn inn12(cell: &mut Cell<'_>) -> String {
    let body = format!("{}{}", office(cell), cell.dice.digits(6));
    let first = weighed(&digits_of(&body), &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10;
    let body = format!("{body}{first}");
    let second = weighed(&digits_of(&body), &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10;
    format!("{body}{second}")
}

fn snils(cell: &mut Cell<'_>) -> String {
    let body = format!("{:09}", cell.dice.between(2_000_000, 199_999_999));
    let check = weighed(&digits_of(&body), &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100;
    match cell.form(3) {
        1 => format!("{body}{check:02}"),
        2 => format!("{}-{}-{}-{check:02}", &body[..3], &body[3..6], &body[6..]),
        _ => format!("{}-{}-{} {check:02}", &body[..3], &body[3..6], &body[6..]),
    }
}

fn ogrn(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2, 22);
    let region = cell.dice.uneven(&["77", "78", "50", "61", "66", "23", "74", "63", "54", "02", "16", "52"]);
    let body = format!("{}{year:02}{region}{}", cell.dice.uneven(&["1", "1", "5", "2"]), cell.dice.digits(7));
    let number: u64 = body.parse().unwrap_or(0);
    format!("{body}{}", number % 11 % 10)
}

fn ogrnip(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(4, 22);
    let region = cell.dice.uneven(&["77", "78", "50", "61", "66", "23", "74", "63", "54", "02", "16", "52"]);
    let body = format!("3{year:02}{region}{}", cell.dice.digits(9));
    let number: u64 = body.parse().unwrap_or(0);
    format!("{body}{}", number % 13 % 10)
}

pub(in super::super) fn ru_phone(cell: &mut Cell<'_>) -> String {
    let operator = cell.dice.uneven(&[
        "916", "926", "903", "905", "921", "911", "909", "906", "915", "925", "910", "902", "950", "960", "977", "985",
        "999", "495", "812", "904", "908", "912", "918", "982",
    ]);
    let rest = cell.dice.digits(7);
    let (three, two, last) = (&rest[..3], &rest[3..5], &rest[5..]);
    match cell.form(6) {
        1 => format!("+7{operator}{rest}"),
        2 => format!("8{operator}{rest}"),
        3 => format!("+7 ({operator}) {three}-{two}-{last}"),
        4 => format!("8 ({operator}) {three}-{two}-{last}"),
        5 => format!("8-{operator}-{three}-{two}-{last}"),
        _ => format!("7{operator}{rest}"),
    }
}

fn ru_plate(cell: &mut Cell<'_>) -> String {
    let (cyrillic, latin) = ("АВЕКМНОРСТУХ", "ABEKMHOPCTYX");
    let region = cell.dice.uneven(&[
        "77", "99", "97", "177", "199", "197", "777", "50", "90", "150", "190", "750", "78", "98", "178", "198", "61",
        "161", "23", "123", "66", "96", "196", "74", "174", "63", "163", "02", "102", "16", "116", "52", "152", "54",
        "154", "36", "34",
    ]);
    let (first, number, two) =
        (cell.dice.letters(1, cyrillic), cell.dice.between(1, 999), cell.dice.letters(2, cyrillic));
    match cell.form(5) {
        1 => format!("{}{number:03}{}{region}", swapped(&first, cyrillic, latin), swapped(&two, cyrillic, latin)),
        2 => format!("{first} {number:03} {two} {region}"),
        3 => format!("{}{number:03}{}{region}", first.to_lowercase(), two.to_lowercase()),
        4 => format!("{first}{number:03}{two} {region}"),
        _ => format!("{first}{number:03}{two}{region}"),
    }
}

fn ru_licence(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.uneven(OKATO);
    let digits = cell.dice.digits(6);
    let middle = if cell.dice.percent(60) {
        format!("{:02}", cell.dice.between(0, 39))
    } else {
        cell.dice.letters(2, "АВЕКМНОРСТУХ")
    };
    match cell.form(3) {
        1 => format!("{region} {middle} {digits}"),
        2 => format!("{region}{middle} {digits}"),
        _ => format!("{region}{middle}{digits}"),
    }
}

fn iin(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let century = if year < 2000 { 3 } else { 5 } + u64::from(!cell.person.male);
    let mut serial = cell.person.mark % 9000;
    loop {
        let body = format!("{:02}{month:02}{day:02}{century}{serial:04}", year % 100);
        let digits = digits_of(&body);
        let mut check = weighed(&digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        if check == 10 {
            check = weighed(&digits, &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
        }
        if check < 10 {
            return format!("{body}{check}");
        }
        // Such a number is not issued: the next one is.
        serial += 1;
    }
}

fn pinfl(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let century = if year < 2000 { 3 } else { 5 } + u64::from(!cell.person.male);
    let body = format!(
        "{century}{day:02}{month:02}{:02}{:03}{:03}",
        year % 100,
        cell.dice.between(1, 220),
        cell.dice.between(1, 120)
    );
    format!("{body}{}", weighed(&digits_of(&body), &[7, 3, 1]) % 10)
}

fn idno(cell: &mut Cell<'_>) -> String {
    let body = format!("10{:02}60{}", cell.dice.between(1, 22), cell.dice.fill("0######"));
    let body = &body[..12];
    format!("{body}{}", weighed(&digits_of(body), &[7, 3, 1]) % 10)
}
