//! Columns of Ukrainian documents, numbers, plates and codes.
//!
//! # Source
//! Check digits: python-stdnum 2.2 (`ua.rntrc`, `ua.edrpou`), ICAO Doc 9303 part 3 (7-3-1), ISO 7064 MOD 97-10. Plates:
//! en.wikipedia "Vehicle registration plates of Ukraine". Numbering plan: libphonenumber, region UA. Bank codes: register of
//! the National Bank of Ukraine. Codes of places: classifiers KOATUU and KATOTTG.

use super::super::dice::{digits_of, swapped, weighed};
use super::super::people::{day_in, since_1900};
use super::super::{Cell, MadeColumn};

/// Cyrillic and Latin letters that look the same, at the same places.
const CYRILLIC: &str = "АВЕІКМНОРСТХ";
const LATIN: &str = "ABEIKMHOPCTX";

pub(super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::telling("ua.rntrc", rntrc),
    MadeColumn::telling("ua.unzr", unzr),
    MadeColumn::telling("ua.edrpou", edrpou_cell),
    MadeColumn::telling("ua.vat_ipn12", vat),
    MadeColumn::among("ua.passport_booklet", &["ua.military_ticket", "ua.passport_international"], booklet),
    MadeColumn::among("ua.id_card", &[], id_card),
    MadeColumn::among("ua.passport_international", &["ua.passport_booklet", "ua.military_ticket"], abroad),
    MadeColumn::among("ua.driver_licence", &["ua.vrc"], licence),
    MadeColumn::telling("ua.vehicle_plate_2004", plate_2004),
    MadeColumn::telling("ua.vehicle_plate_1995", plate_1995),
    MadeColumn::telling("ua.vehicle_plate_soviet", plate_soviet),
    MadeColumn::among("ua.vrc", &["ua.driver_licence"], vrc),
    MadeColumn::telling("ua.iban", iban_cell),
    MadeColumn::tested("ua.mfo", &[], mfo),
    MadeColumn::telling("ua.phone", phone),
    MadeColumn::among("ua.student_card", &[], student),
    MadeColumn::among("ua.military_ticket", &["ua.passport_booklet", "ua.passport_international"], military),
    MadeColumn::telling("ua.katottg", katottg),
    MadeColumn::tested("ua.koatuu", &["ua.rntrc", "ru.passport"], koatuu),
    MadeColumn::among("ua.postcode", &[], postcode),
    MadeColumn::among("nova_poshta.waybill", &[], waybill),
];

/// The spellings of letters and digits: together, apart, small, with Latin look-alikes, with a numero sign.
fn document(cell: &mut Cell<'_>, letters: &str, digits: &str) -> String {
    match cell.form(6) {
        0 => format!("{letters}{digits}"),
        1 => format!("{letters} {digits}"),
        2 => format!("{}{digits}", letters.to_lowercase()),
        3 => format!("{}{digits}", swapped(letters, CYRILLIC, LATIN)),
        4 => format!("{letters} №{digits}"),
        _ => format!("{letters}-{digits}"),
    }
}

pub(in super::super) fn rntrc(cell: &mut Cell<'_>) -> String {
    let person = cell.person;
    // The ninth digit tells the sex, odd for men; the eight before it count days and people.
    let serial = person.mark % 800 * 10 + person.mark / 1000 % 5 * 2 + u64::from(person.male);
    let body = format!("{:05}{:04}", since_1900(person.born), serial % 10_000);
    let weights = [-1i64, 5, 7, 9, 4, 6, 10, 5, 7];
    let sum: i64 = digits_of(&body).iter().zip(weights).map(|(digit, weight)| *digit as i64 * weight).sum();
    format!("{body}{}", sum.rem_euclid(11) % 10)
}

pub(in super::super) fn unzr(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let body = format!("{year:04}{month:02}{day:02}{:04}", cell.person.mark % 1200 + 1);
    let check = weighed(&digits_of(&body), &[7, 3, 1]) % 10;
    let gap = if cell.form(2) == 0 { "-" } else { "" };
    format!("{}{gap}{}{check}", &body[..8], &body[8..])
}

/// Codes of enterprises: old ones below 30 million, most since 1998 between 30 and 46 million.
fn enterprise(cell: &mut Cell<'_>) -> String {
    let body = match cell.dice.below(20) {
        0 | 1 => cell.dice.between(1_000, 599_999),
        2..=5 => cell.dice.between(1_300_000, 2_599_999),
        _ => cell.dice.between(3_000_000, 4_550_000),
    };
    let body = format!("{body:07}");
    let digits = digits_of(&body);
    let number: u64 = body.parse::<u64>().unwrap_or(0) * 10;
    let middle = (30_000_000..60_000_000).contains(&number);
    let weights: [u64; 7] = if middle { [7, 1, 2, 3, 4, 5, 6] } else { [1, 2, 3, 4, 5, 6, 7] };
    let mut check = weighed(&digits, &weights) % 11;
    if check == 10 {
        check = weighed(&digits, &weights.map(|weight| weight + 2)) % 11 % 10;
    }
    format!("{body}{check}")
}

pub(in super::super) fn edrpou_cell(cell: &mut Cell<'_>) -> String {
    enterprise(cell)
}

fn vat(cell: &mut Cell<'_>) -> String {
    let code = enterprise(cell);
    let body = format!("{}{:02}{:02}", &code[..7], cell.dice.between(1, 27), cell.dice.between(1, 60));
    let digits = digits_of(&body);
    let mut check = weighed(&digits, &[11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]) % 11;
    if check == 10 {
        check = weighed(&digits, &[13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]) % 11 % 10;
    }
    format!("{body}{check}")
}

const BOOKLET_SERIES: &[&str] = &[
    "АА", "АВ", "АЕ", "АЖ", "АК", "АМ", "АН", "АО", "АР", "АС", "ВА", "ВВ", "ВЕ", "ВК", "ВМ", "ВН", "ВО", "ВР", "ВС",
    "ВТ", "ЕА", "ЕВ", "ЕК", "ЕН", "ЕО", "КА", "КВ", "КЕ", "КК", "КМ", "КН", "КО", "КР", "КС", "МА", "МВ", "МЕ", "МК",
    "МН", "МО", "МР", "МС", "МТ", "НА", "НВ", "НЕ", "НК", "НМ", "НН", "НО", "НР", "НС", "НЮ", "СА", "СВ", "СЕ", "СК",
    "СМ", "СН", "СО", "СР", "СС", "СТ", "СЮ", "ТТ", "ЕЮ",
];

pub(in super::super) fn booklet(cell: &mut Cell<'_>) -> String {
    let (letters, digits) = (cell.dice.pick(BOOKLET_SERIES), cell.dice.digits(6));
    document(cell, letters, &digits)
}

pub(in super::super) fn id_card(cell: &mut Cell<'_>) -> String {
    // Counted up since 2016, so the first digits are zeros.
    format!("{:09}", cell.dice.between(30_000, 9_900_000))
}

fn abroad(cell: &mut Cell<'_>) -> String {
    let letters = cell.dice.uneven(&[
        "FA", "FB", "FC", "FE", "FF", "FG", "FH", "FJ", "FK", "FL", "FM", "FN", "FP", "FR", "FT", "FU", "FV", "FX",
        "FY", "FZ", "GA", "GB", "GC", "GD", "EA", "EC", "EE", "EH", "EK", "EP", "ET", "EX",
    ]);
    let digits = cell.dice.digits(6);
    if cell.form(3) == 1 { format!("{letters} {digits}") } else { format!("{letters}{digits}") }
}

pub(in super::super) fn licence(cell: &mut Cell<'_>) -> String {
    let first = cell.dice.uneven(&["В", "А", "К", "С", "І", "Р", "Т", "Е"]);
    let letters = format!("{first}{}", cell.dice.letters(2, CYRILLIC));
    let digits = cell.dice.digits(6);
    document(cell, &letters, &digits)
}

fn vrc(cell: &mut Cell<'_>) -> String {
    let first = cell.dice.uneven(&["С", "Х", "А", "В", "Р", "К"]);
    let letters = format!("{first}{}", cell.dice.letters(2, CYRILLIC));
    let digits = cell.dice.digits(6);
    document(cell, &letters, &digits)
}

const REGIONS: &[&str] = &[
    "AA", "KA", "TT", "AI", "KI", "AE", "KE", "AX", "KX", "BH", "HH", "BC", "HC", "AP", "KP", "BI", "HI", "CA", "IA",
    "AH", "KH", "AB", "KB", "BX", "HX", "AM", "KM", "AT", "KT", "BE", "HE", "AO", "KO", "CB", "IB", "BM", "HM", "BT",
    "HT", "BA", "HA", "AC", "KC", "BK", "HK", "BO", "HO", "CE", "IE", "BB", "AK", "CH",
];

pub(in super::super) fn plate_2004(cell: &mut Cell<'_>) -> String {
    let (region, tail) = (cell.dice.uneven(REGIONS), cell.dice.letters(2, LATIN));
    let number = cell.dice.between(1, 9999);
    let cyrillic = |text: &str| swapped(text, LATIN, CYRILLIC);
    match cell.form(6) {
        0 => format!("{region}{number:04}{tail}"),
        1 => format!("{}{number:04}{}", cyrillic(region), cyrillic(&tail)),
        2 => format!("{region} {number:04} {tail}"),
        3 => format!("{}{number:04}{}", region.to_lowercase(), tail.to_lowercase()),
        4 => format!("{} {number:04} {}", cyrillic(region), cyrillic(&tail)),
        _ => format!("{region}-{number:04}-{tail}"),
    }
}

fn plate_1995(cell: &mut Cell<'_>) -> String {
    let (three, two, letters) = (cell.dice.between(1, 999), cell.dice.between(1, 99), cell.dice.letters(2, LATIN));
    let cyrillic = swapped(&letters, LATIN, CYRILLIC);
    match cell.form(5) {
        0 => format!("{three:03}-{two:02}{letters}"),
        1 => format!("{three:03}-{two:02}{cyrillic}"),
        2 => format!("{three:03}-{two:02} {cyrillic}"),
        3 => format!("{three:03}{two:02}{letters}"),
        _ => format!("{three:03}-{two:02} {letters}"),
    }
}

fn plate_soviet(cell: &mut Cell<'_>) -> String {
    let suffix = cell.dice.pick(&[
        "КИ", "КХ", "ДН", "ДП", "ДО", "ДЦ", "ХА", "ХК", "ОД", "ОЕ", "ЛВ", "ЛІ", "ЗП", "ПО", "ЧК", "ВИ", "ВН", "ЖИ",
        "ИВ", "КР", "НІ", "РО", "СУ", "ТЕ", "ХМ", "ЧН", "ЧГ",
    ]);
    let suffix = swapped(suffix, "І", "И");
    let (first, number) = (cell.dice.letter("абвгдежзиклмнопрстуфхцчшэюя"), cell.dice.between(1, 9999));
    match cell.form(4) {
        0 => format!("{first}{number:04}{suffix}"),
        1 => format!("{first} {number:04} {suffix}"),
        2 => format!("{}{number:04}{suffix}", first.to_uppercase()),
        _ => format!("{first}{number:04} {suffix}"),
    }
}

const BANKS: &[&str] = &[
    "305299", "322313", "300465", "300335", "322001", "334851", "351005", "380805", "300614", "300528", "339500",
    "325365", "320649", "328845", "307770", "300346", "331489", "320478", "328209", "325569", "321842", "336503",
    "305749", "313399", "820172", "899998", "311175", "353553", "385468", "302076",
];

fn mfo(cell: &mut Cell<'_>) -> String {
    cell.dice.uneven(BANKS).to_owned()
}

/// Two digits so that the whole leaves 1 by 97: the country's letters and two zeros are put behind the account.
///
/// # Source
/// ISO 13616-1 (IBAN), ISO 7064 MOD 97-10.
pub(super) fn iban_of(country: &str, account: &str) -> String {
    let number = format!("{account}{country}00");
    let value = |sign: char| sign.to_digit(36).unwrap_or(0);
    let rest = number.chars().fold(0u32, |rest, sign| {
        let digit = value(sign);
        (rest * if digit > 9 { 100 } else { 10 } + digit) % 97
    });
    format!("{country}{:02}{account}", 98 - rest)
}

pub(super) fn in_fours(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

pub(in super::super) fn iban_cell(cell: &mut Cell<'_>) -> String {
    let bank = cell.dice.uneven(BANKS);
    let kind = cell.dice.pick(&["2600", "2620", "2625", "2650", "2924"]);
    let account = format!("{bank}{:0>19}", format!("{kind}{}", cell.dice.digits(10)));
    let text = iban_of("UA", &account);
    if cell.form(3) == 1 { in_fours(&text) } else { text }
}

/// Nine national digits of a telephone, mobile mostly.
fn national(cell: &mut Cell<'_>) -> String {
    let operator =
        cell.dice.uneven(&["67", "50", "97", "63", "95", "68", "96", "93", "66", "98", "99", "73", "44", "39"]);
    format!("{operator}{}", cell.dice.digits(7))
}

pub(in super::super) fn phone(cell: &mut Cell<'_>) -> String {
    let number = national(cell);
    let (code, three, two, last) = (&number[..2], &number[2..5], &number[5..7], &number[7..]);
    match cell.form(8) {
        0 => format!("380{number}"),
        1 => format!("+380{number}"),
        2 => format!("0{number}"),
        3 => format!("+38 (0{code}) {three}-{two}-{last}"),
        4 => format!("(0{code}) {three}-{two}-{last}"),
        5 => format!("80{number}"),
        6 => format!("0{code}-{three}-{two}-{last}"),
        _ => format!("380{number}.0"),
    }
}

fn student(cell: &mut Cell<'_>) -> String {
    let letters = cell.dice.pick(&["КВ", "ВА", "СТ", "ХА", "АВ", "ТЕ", "МК", "НР", "РВ", "ВН"]);
    let digits = format!("{:08}", cell.dice.between(8_000_000, 14_900_000));
    if cell.form(3) == 1 { format!("{letters} №{digits}") } else { format!("{letters}{digits}") }
}

fn military(cell: &mut Cell<'_>) -> String {
    let letters = cell.dice.pick(&["АБ", "АГ", "АД", "ВБ", "ГБ", "ДБ", "НУ", "СО", "ГЮ", "ЮА", "АЕ"]);
    let digits = cell.dice.digits(6);
    document(cell, letters, &digits)
}

/// First digits of the codes of the regions.
const REGION_CODES: &[&str] = &[
    "05", "07", "12", "14", "18", "21", "23", "26", "32", "35", "44", "46", "48", "51", "53", "56", "59", "61", "63",
    "65", "68", "71", "73", "74", "80",
];

fn katottg(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.pick(&[
        "01", "05", "07", "12", "14", "18", "21", "23", "26", "32", "35", "44", "46", "48", "51", "53", "56", "59",
        "61", "63", "65", "68", "71", "73", "74", "80", "85",
    ]);
    let (district, community, place) =
        (cell.dice.between(1, 12) * 2, cell.dice.between(1, 60) * 10, cell.dice.between(1, 40) * 10);
    format!("UA{region}{district:02}{community:04}{place:04}{:05}", cell.dice.between(1, 99_999))
}

pub(in super::super) fn koatuu(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.pick(REGION_CODES);
    match cell.dice.below(10) {
        0..=3 => format!("{region}101{:02}000", cell.dice.between(30, 39)),
        4 | 5 => format!("{region}1{:02}00000", cell.dice.between(1, 30)),
        6 | 7 => format!("{region}2{:02}55100", cell.dice.between(1, 30)),
        _ => format!(
            "{region}2{:02}8{:02}0{}",
            cell.dice.between(1, 30),
            cell.dice.between(1, 99),
            cell.dice.between(1, 9)
        ),
    }
}

pub(in super::super) fn postcode(cell: &mut Cell<'_>) -> String {
    let region = cell.dice.pick(&[
        "01", "02", "03", "04", "07", "08", "10", "14", "18", "20", "21", "25", "29", "33", "36", "39", "40", "43",
        "46", "49", "50", "54", "58", "61", "65", "69", "73", "76", "79", "84", "87", "91",
    ]);
    format!("{region}{:03}", cell.dice.between(0, 60) * 5)
}

pub(in super::super) fn waybill(cell: &mut Cell<'_>) -> String {
    let head = cell.dice.uneven(&["204", "590"]);
    let year = cell.dice.between(4, 9);
    format!("{head}{year}{}", cell.dice.digits(10))
}

/// A day on which a document was issued: after the eighteenth birthday.
pub(in super::super) fn issued(cell: &mut Cell<'_>) -> super::super::people::Day {
    let year = cell.dice.between(u64::from(cell.person.born.0 + 18).clamp(1995, 2019), 2019) as u32;
    day_in(year, &mut cell.dice)
}
