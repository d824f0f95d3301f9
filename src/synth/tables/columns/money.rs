//! Columns of vehicles, payment cards, bank accounts, devices and SIM cards.
//!
//! # Source
//! VIN: 49 CFR 565 and ISO 3779; manufacturers' codes from the register of SAE. Cards: ISO/IEC 7812-1, ranges of the schemes.
//! IBAN: ISO 13616-1 and the SWIFT registry. IMEI: 3GPP TS 23.003. IMSI, ICCID: ITU-T E.212, E.118. MAC: IEEE 802.

use super::super::dice::luhn;
use super::super::{Cell, MadeColumn};
use super::ua::{iban_of, in_fours};

pub(super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::telling("vin", vin),
    MadeColumn::telling("pan", card),
    MadeColumn::telling("iban", iban),
    MadeColumn::telling("imei", imei),
    MadeColumn::telling("imsi", imsi),
    MadeColumn::telling("iccid", iccid),
    MadeColumn::telling("mac", mac),
];

/// Letters and digits of a VIN.
const SIGNS: &str = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

pub(in super::super) fn vin(cell: &mut Cell<'_>) -> String {
    let maker = cell.dice.uneven(&[
        "WVW", "XTA", "WAU", "WBA", "VF1", "TMB", "JTD", "KMH", "WDB", "KNA", "JMZ", "VF7", "JN1", "SAL", "ZFA", "Y6D",
        "1FA", "1HG", "5YJ", "3FA", "VSS", "U5Y", "XW8", "Z94",
    ]);
    let american = maker.starts_with(['1', '3', '5']);
    let year = cell.dice.letter("XY123456789ABCDEFGHJK");
    let mut signs: Vec<char> = maker.chars().collect();
    if american {
        signs.extend(cell.dice.letters(5, SIGNS).chars());
        signs.push('0');
    } else {
        let fillers = if cell.dice.percent(45) { "ZZZ".to_owned() } else { cell.dice.letters(3, SIGNS) };
        signs.extend(fillers.chars().chain(cell.dice.letters(3, SIGNS).chars()));
    }
    signs.push(year);
    signs.push(cell.dice.letter("ABCDEFGHJKLMNPRSTUVWXYZ0123456789"));
    signs.extend(cell.dice.digits(6).chars());
    if american {
        let value = |sign: char| match sign {
            '0'..='9' => sign as u32 - '0' as u32,
            'A'..='H' => sign as u32 - 'A' as u32 + 1,
            'J'..='N' => sign as u32 - 'J' as u32 + 1,
            'P' => 7,
            'R' => 9,
            _ => sign as u32 - 'S' as u32 + 2,
        };
        let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        let rest = signs.iter().zip(weights).map(|(sign, weight)| value(*sign) * weight).sum::<u32>() % 11;
        signs[8] = if rest == 10 { 'X' } else { char::from_digit(rest, 10).unwrap_or('0') };
    }
    let text: String = signs.into_iter().collect();
    if cell.form(5) == 1 { text.to_lowercase() } else { text }
}

pub(in super::super) fn card(cell: &mut Cell<'_>) -> String {
    let (head, length) = match cell.dice.below(100) {
        0..=49 => {
            (format!("4{}", cell.dice.pick(&["11498", "27655", "14960", "49099", "76173", "02766", "41111"])), 16)
        }
        50..=84 => {
            (format!("5{}", cell.dice.pick(&["16791", "35571", "46938", "57036", "12345", "29460", "48401"])), 16)
        }
        85..=89 => ("220220".to_owned(), 16),
        90..=93 => (format!("37{}", cell.dice.digits(4)), 15),
        94..=96 => ("601100".to_owned(), 16),
        _ => (format!("67{}", cell.dice.digits(4)), 16),
    };
    let body = format!("{head}{}", cell.dice.digits(length - 1 - head.len()));
    let all = format!("{body}{}", luhn(&body));
    match cell.form(3) {
        1 => in_fours(&all),
        2 => in_fours(&all).replace(' ', "-"),
        _ => all,
    }
}

fn iban(cell: &mut Cell<'_>) -> String {
    let (country, account) = match cell.dice.below(8) {
        0 | 1 => ("DE", cell.dice.fill("########0#########")),
        2 => ("GB", format!("{}{}", cell.dice.pick(&["BARC", "NWBK", "LOYD", "HBUK"]), cell.dice.digits(14))),
        3 => ("FR", cell.dice.digits(23)),
        4 => ("PL", cell.dice.digits(24)),
        5 => ("GR", cell.dice.digits(23)),
        6 => ("NL", format!("{}{}", cell.dice.pick(&["INGB", "ABNA", "RABO"]), cell.dice.digits(10))),
        _ => ("LT", cell.dice.digits(16)),
    };
    let text = iban_of(country, &account);
    match cell.form(3) {
        1 => in_fours(&text),
        2 => text.to_lowercase(),
        _ => text,
    }
}

fn imei(cell: &mut Cell<'_>) -> String {
    let model = cell
        .dice
        .pick(&["35417803", "35332509", "86412304", "35901207", "86069103", "35875606", "01326600", "35699110"]);
    let body = format!("{model}{}", cell.dice.digits(6));
    let check = luhn(&body);
    match cell.form(3) {
        1 => format!("{}-{}-{}-{check}", &body[..2], &body[2..8], &body[8..]),
        _ => format!("{body}{check}"),
    }
}

fn imsi(cell: &mut Cell<'_>) -> String {
    let network =
        cell.dice.uneven(&["25501", "25503", "25506", "43705", "43709", "43701", "25001", "25002", "25099", "40101"]);
    format!("{network}{}", cell.dice.digits(10))
}

fn iccid(cell: &mut Cell<'_>) -> String {
    let issuer =
        cell.dice.uneven(&["8938001", "8938003", "8938006", "8999605", "8999609", "8970101", "8970199", "8944110"]);
    let body = format!("{issuer}{}", cell.dice.digits(18 - issuer.len()));
    format!("{body}{}", luhn(&body))
}

fn mac(cell: &mut Cell<'_>) -> String {
    let maker = cell.dice.pick(&["001a2b", "d05099", "f4f5e8", "b827eb", "3c5ab4", "001122", "a4c361", "28cfe9"]);
    let all = format!("{maker}{}", cell.dice.hex(6));
    let pairs: Vec<&str> = (0..6).map(|at| &all[at * 2..at * 2 + 2]).collect();
    match cell.form(4) {
        1 => pairs.join("-").to_uppercase(),
        2 => format!("{}.{}.{}", &all[..4], &all[4..8], &all[8..]),
        3 => pairs.join(":").to_uppercase(),
        _ => pairs.join(":"),
    }
}
