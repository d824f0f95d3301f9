//! What is counted row by row: on any number of threads, with and without the columns that it needs.

use std::fmt::Write as _;

mod support;
use support::leakprov;

/// Days from 1899-12-31 to the first of January 1970.
const DAY: u32 = 25_568;
const WEIGHTS: [i64; 9] = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/// A made-up tax number of this day of birth, serial and sex.
fn number(day: u32, serial: u32, male: bool) -> String {
    let nine = format!("{day:05}{:03}{}", serial % 1000, if male { 1 + serial % 5 * 2 } else { serial % 5 * 2 });
    let sum: i64 = nine.bytes().zip(WEIGHTS).map(|(digit, weight)| i64::from(digit - b'0') * weight).sum();
    format!("{nine}{}", sum.rem_euclid(11) % 10)
}

/// Rows of made-up people born in 1970: every `made_up`th has a number of somebody else.
fn rows(count: u32, made_up: u32, birth: &str) -> String {
    let mut text = format!("ipn;{birth};pib\n");
    for row in 0..count {
        let (day, male) = (row % 28 + 1, row % 2 == 0);
        let name = if male {
            "Зразенко Іван Тестович"
        } else {
            "Зразкова Олена Тестівна"
        };
        let foreign = made_up > 0 && row % made_up == 0;
        let own = DAY + day - 1;
        let number = if foreign { number(own + 400 + row % 700, row, !male) } else { number(own, row, male) };
        let _ = writeln!(text, "{number};{day:02}.01.1970;{name}");
    }
    text
}

fn inspected(text: &str, threads: &str) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dump.csv"), text).unwrap();
    let run =
        leakprov(folder.path(), &["inspect", "dump.csv", "--format", "json", "--threads", threads, "--no-digest"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let report = run.json();
    report["dump"].clone()
}

#[test]
fn rows_that_agree_are_counted_alike_on_any_number_of_threads() {
    let text = rows(30_000, 4, "birth_date");
    let one = inspected(&text, "1");
    assert_eq!(one["agreements"], inspected(&text, "4")["agreements"]);
    let birth = &one["agreements"][0];
    assert_eq!((birth["matter"].as_str(), birth["number"].as_u64()), (Some("birth-date"), Some(0)), "{birth}");
    // 1970-01-01 stands for no date: every 28th row says nothing.
    let placeholders = (0..30_000).filter(|row| row % 28 == 0).count() as u64;
    assert_eq!(birth["tested"].as_u64(), Some(30_000 - placeholders));
    let agree = (0..30_000).filter(|row| row % 4 != 0 && row % 28 != 0).count() as u64;
    assert_eq!(birth["agree"].as_u64(), Some(agree));
    let sex = &one["agreements"][1];
    assert_eq!((sex["matter"].as_str(), sex["tested"].as_u64()), (Some("sex"), Some(30_000)), "{sex}");
    assert_eq!(sex["agree"].as_u64(), Some(30_000 * 3 / 4));
}

#[test]
fn nothing_is_counted_without_both_columns_or_a_reason_to_ask() {
    let alone: String =
        rows(500, 0, "birth_date").lines().map(|line| format!("{}\n", &line[..line.find(';').unwrap()])).collect();
    assert_eq!(inspected(&alone, "1")["agreements"], serde_json::json!([]));
    // A column of dates under a name of its own is the day of birth only where its values say so.
    let matters = |text: &str| -> Vec<String> {
        let dump = inspected(text, "1");
        dump["agreements"].as_array().unwrap().iter().map(|a| a["matter"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(matters(&rows(2_000, 4, "date")), ["birth-date", "sex"]);
    assert_eq!(matters(&rows(2_000, 1, "date")), ["sex"], "dates of something else");
    assert_eq!(matters(&rows(2_000, 1, "birth_date")), ["birth-date", "sex"]);
    assert_eq!(matters(&rows(2_000, 1, "issue_date")), ["sex"]);
    // Values say more than a name.
    assert_eq!(matters(&rows(2_000, 4, "issue_date")), ["birth-date", "sex"]);
}

/// A digit string with the digit that these weights give.
fn weighted(digits: &str, weights: &[u32]) -> u32 {
    digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

#[test]
fn polish_sexes_and_kazakh_patronymics_are_held_against_numbers() {
    let sexes = |text: &str| {
        let dump = inspected(text, "1");
        let of = |a: &serde_json::Value| (a["tested"].as_u64().unwrap(), a["agree"].as_u64().unwrap());
        let found = dump["agreements"].as_array().unwrap().iter().find(|a| a["matter"] == "sex").map(of);
        found.unwrap_or_else(|| panic!("{dump}"))
    };
    let (mut polish, mut kazakh) = ("pesel;plec\n".to_owned(), String::new());
    for row in 0..300 {
        let male = row % 2 == 0;
        let day = format!("{:02}{:02}{:02}", 60 + row % 35, 1 + row % 12, 1 + row % 28);
        let digits = format!("{day}{:03}{}", row * 7 % 1_000, if male { 1 + row % 5 * 2 } else { row % 5 * 2 });
        let check = (10 - weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10;
        let _ = writeln!(polish, "{digits}{check};{}", if male { "M" } else { "K" });
        let digits = format!("{day}{}{:04}", if male { 3 } else { 4 }, row * 37 % 10_000);
        let first = weighted(&digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        let check = if first == 10 { weighted(&digits, &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 } else { first };
        let father = ["Ерлан", "Серік", "Асхат", "Болат", "Марат"][row as usize % 5];
        if check < 10 {
            let _ = writeln!(kazakh, "{digits}{check};{father}{}", if male { "ұлы" } else { "қызы" });
        }
    }
    assert_eq!(sexes(&polish), (300, 300));
    let rows = kazakh.lines().count() as u64;
    assert!(rows > 250);
    assert_eq!(sexes(&kazakh), (rows, rows), "without headings");
}

/// Every system's list has them: nobody is found by them, and no row is dropped.
#[test]
fn placeholders_are_counted_and_are_no_hits() {
    let folder = tempfile::tempdir().unwrap();
    let list = |first: u32, name: &str| {
        let mut text = String::from("phone;email\n");
        for row in 0..1_000 {
            let _ = match row % 20 {
                0 => writeln!(text, "+1 212 555 0142;noemail@i.ua"),
                1 => writeln!(text, "+1 (202) 555-0100;test{}@example.com", first + row),
                _ => writeln!(text, "38067{:07};fox{}@example.com", 2_000_000 + (first + row) * 37, first + row),
            };
        }
        std::fs::write(folder.path().join(name), text).unwrap();
    };
    list(0, "dump.csv");
    list(50_000, "other.csv");
    let run = leakprov(folder.path(), &["overlap", "dump.csv", "other.csv", "--format", "json", "--no-digest"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let shared: Vec<u64> =
        run.json()["overlaps"].as_array().unwrap().iter().map(|o| o["shared"].as_u64().unwrap()).collect();
    assert!(!shared.is_empty() && shared.iter().all(|&keys| keys == 0), "{shared:?}");
    let text = std::fs::read_to_string(folder.path().join("dump.csv")).unwrap();
    let dump = inspected(&text, "2");
    let told = |column: usize| {
        ["filled", "valid", "invalid", "placeholders"].map(|name| dump["columns"][column][name].as_u64().unwrap_or(9))
    };
    assert_eq!((told(0), told(1)), ([1_000, 900, 100, 100], [1_000, 950, 50, 50]));
    assert_eq!(dump["rows"]["read"].as_u64().or(dump["rows"].as_u64()), Some(1_000), "{}", dump["rows"]);
}

#[test]
fn wrong_check_digits_are_counted_apart() {
    let mut text = String::from("ipn\n");
    for row in 0..1_000 {
        let right = number(DAY + row, row, true);
        let last = right.as_bytes()[9];
        match row % 10 {
            0 => writeln!(text, "{}{}", &right[..9], (last - b'0' + 1) % 10),
            1 => writeln!(text, "{}", &right[..8]),
            _ => writeln!(text, "{right}"),
        }
        .unwrap();
    }
    let column = inspected(&text, "2")["columns"][0].clone();
    assert_eq!((column["invalid"].as_u64(), column["wrong_check"].as_u64()), (Some(200), Some(100)), "{column}");
}
