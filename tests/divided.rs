//! Values that a file divides: one key, whatever columns its parts stand in, at every place where keys are counted.

use std::fmt::Write as _;

use leakprov::kind::find;
use leakprov::pipeline::{Input, Request, Silent, overlap};
use leakprov::report::Report;

#[path = "support/lab.rs"]
mod lab;
mod support;
use lab::{Folder, analyzed, corpus, cp1251, gzip, inspected, overlapped, request};

const SERIES: [&str; 5] = ["ВХЕ", "ААС", "ВАХ", "МКО", "РТІ"];

fn series(row: usize) -> &'static str {
    SERIES[row % 5]
}

fn number(row: usize) -> usize {
    (row * 7919 + 13) % 1_000_000
}

/// Rows of a bank: address, series and number in two columns.
fn divided(rows: std::ops::Range<usize>, header: &str) -> String {
    let mut text = header.to_owned();
    for row in rows {
        writeln!(text, "user{row}.x@example.com;{};{:06}", series(row), number(row)).unwrap();
    }
    text
}

/// Rows of a register: the licence in one column, the address.
fn whole(rows: std::ops::Range<usize>) -> String {
    let mut text = "licence_number;email\n".to_owned();
    for row in rows {
        writeln!(text, "{}{:06};user{row}.x@example.com", series(row), number(row)).unwrap();
    }
    text
}

/// Distinct keys of the dump, of the reference, of both, at this level.
fn shared(report: &Report, kind: Option<&str>, level: &str) -> [Option<u64>; 3] {
    let is = |overlap: &&leakprov::report::Overlap| overlap.kind.as_deref() == kind && overlap.level == level;
    let found = report.overlaps.iter().find(is).unwrap_or_else(|| panic!("{:#?}", report.overlaps));
    [found.dump, found.reference_size, found.shared]
}

fn kinds(report: &Report) -> Vec<Option<&str>> {
    report.dump.as_ref().unwrap().columns.iter().map(|column| column.kind.as_deref()).collect()
}

#[test]
fn series_and_number_are_the_key_of_the_joined_spelling() {
    let folder = Folder::new();
    let reference = [folder.put("register.csv", whole(500..2_500).as_bytes())];
    let texts = [
        divided(0..1_000, "email;series;number\n"),
        divided(0..1_000, "пошта;Серія;Номер\n"),
        divided(0..1_000, ""),
        divided(0..1_000, "email;серія посвідчення;номер посвідчення\n"),
    ];
    let inputs = texts.iter().enumerate().flat_map(|(at, text)| {
        [
            folder.put(&format!("{at}.csv"), text.as_bytes()),
            folder.put(&format!("{at}-1251.csv"), &cp1251(text)),
            folder.put(&format!("{at}.csv.gz"), &gzip(text.as_bytes())),
        ]
    });
    for input in inputs.collect::<Vec<_>>() {
        let report = overlapped(std::slice::from_ref(&input), &reference);
        let counts = [Some(1_000), Some(2_000), Some(500)];
        assert_eq!(shared(&report, Some("ua.driver_licence"), "key"), counts, "{}", input.shown);
        assert_eq!(shared(&report, None, "record"), counts, "{}", input.shown);
        let back = overlapped(&reference, std::slice::from_ref(&input));
        assert_eq!(shared(&back, Some("ua.driver_licence"), "key"), [Some(2_000), Some(1_000), Some(500)]);
        let asked = Request {
            key: find("ua.driver_licence"),
            references: vec![corpus("b", &reference)],
            ..request(&[input], 2)
        };
        assert_eq!(shared(&overlap(&asked, &Silent).unwrap(), Some("ua.driver_licence"), "key"), counts);
    }
}

#[test]
fn columns_people_and_rows_count_the_joined_key() {
    let folder = Folder::new();
    let text = divided(0..1_000, "email;series;number\n").replace("ВХЕ;", "вхe;");
    let dump = [folder.put("dump.csv", text.as_bytes())];
    let register = [folder.put("register.csv", whole(900..2_000).as_bytes())];
    let report = analyzed(&dump, &[("register", &register)]);
    let described = report.dump.as_ref().unwrap();
    assert_eq!(kinds(&report), [Some("email"), Some("ua.driver_licence"), None]);
    let columns = &described.columns;
    let parts: Vec<&[u64]> = columns.iter().map(|column| column.parts.as_slice()).collect();
    assert_eq!(parts, [&[][..], &[1, 2], &[1, 2]]);
    assert_eq!((columns[1].filled, columns[1].valid, columns[1].distinct), (1_000, 1_000, 1_000));
    assert_eq!((columns[2].filled, columns[2].decided.as_str()), (1_000, "nothing"));
    let unit = |id: &str| described.units.iter().find(|unit| unit.unit == id).unwrap();
    assert_eq!(unit("ua.driver_licence").distinct, Some(1_000));
    assert_eq!(unit("people").distinct, Some(1_000));
    assert_eq!(report.composition.as_ref().unwrap().parts[0].total, 100);
    let decoys = report.overlaps.iter().find(|overlap| overlap.kind.as_deref() == Some("ua.driver_licence")).unwrap();
    assert!(decoys.chance_hits.is_some(), "decoys are drawn from joined keys");
}

#[test]
fn a_missing_part_is_no_key_and_no_lost_row() {
    let folder = Folder::new();
    let mut text = divided(0..1_000, "email;series;number\n");
    text.push_str("a1@example.com;ВХЕ;\nb2@example.com;;123456\nc3@example.com;;\nd4@example.com;ВХЕ\n");
    let report = inspected(&[folder.put("dump.csv", text.as_bytes())]);
    let column = &report.dump.as_ref().unwrap().columns[1];
    assert_eq!((column.filled, column.valid, column.invalid), (1_003, 1_000, 3));
    assert_eq!(report.dump.as_ref().unwrap().rows, 1_004);
}

/// Different names among the people below.
const DIFFERENT: u64 = 336;

fn people(head: &str, row: impl Fn(&str, &str, &str, usize) -> String) -> String {
    const SURNAMES: [&str; 7] = ["Зразенко", "Тестюк", "Приклад", "Вигадько", "Умовний", "О'Зразок", "Дослідна-Перша"];
    const ENDS: [&str; 3] = ["", "ів", "ський"];
    const GIVEN: [&str; 16] = [
        "Іван",
        "Олена",
        "Марія",
        "Андрій",
        "Оксана",
        "Петро",
        "Ганна",
        "Юрій",
        "Тарас",
        "Ольга",
        "Наталія",
        "Олег",
        "Богдан",
        "Ірина",
        "Василь",
        "Софія",
    ];
    const FATHERS: [&str; 16] = [
        "Іванович",
        "Петрівна",
        "Андрійович",
        "Василівна",
        "Юрійович",
        "Олегівна",
        "Тарасович",
        "Богданівна",
        "Петрович",
        "Іванівна",
        "Васильович",
        "Андріївна",
        "Олегович",
        "Юріївна",
        "Богданович",
        "Тарасівна",
    ];
    let mut text = head.to_owned();
    for at in 0..420 {
        let surname = format!("{}{}", SURNAMES[at % 7], ENDS[at % 3]);
        text.push_str(&row(&surname, GIVEN[at % 16], FATHERS[at / 3 % 16], at));
        text.push('\n');
    }
    text
}

#[test]
fn surname_given_name_and_patronymic_are_one_name() {
    let folder = Folder::new();
    let reference =
        people("ПІБ;phone\n", |surname, given, father, at| format!("{surname} {given} {father};+38067{at:07}"));
    let reference = [folder.put("names.csv", reference.as_bytes())];
    let mut files: Vec<Input> = Vec::new();
    let mut put = |head: &str, row: &dyn Fn(&str, &str, &str, usize) -> String| {
        let name = format!("{}.csv", files.len());
        files.push(folder.put(&name, people(head, row).as_bytes()));
    };
    put("Прізвище;Ім'я;По батькові;phone\n", &|s, g, f, at| format!("{s};{g};{f};+38067{at:07}"));
    put("phone;first_name;middle_name;last_name\n", &|s, g, f, at| format!("+38067{at:07};{g};{f};{s}"));
    put("", &|s, g, f, at| format!("{s};{g};{f};+38067{at:07}"));
    for file in files {
        let report = overlapped(std::slice::from_ref(&file), &reference);
        assert_eq!(shared(&report, Some("person_name"), "key"), [Some(DIFFERENT); 3], "{}", file.shown);
        assert_eq!(shared(&report, None, "record"), [Some(420); 3], "{}", file.shown);
    }
}

#[test]
fn calling_code_and_rest_are_one_number() {
    let folder = Folder::new();
    let (mut divided, mut whole) = ("email;country code;phone\n".to_owned(), "phone\n".to_owned());
    for row in 0..300 {
        writeln!(divided, "user{row}@example.com;380;67{:07}", 500 + row * 31).unwrap();
        writeln!(whole, "+38067{:07}", 500 + row * 62).unwrap();
    }
    let report = overlapped(&[folder.put("a.csv", divided.as_bytes())], &[folder.put("b.csv", whole.as_bytes())]);
    assert_eq!(shared(&report, Some("phone"), "key"), [Some(300), Some(300), Some(150)]);
}

#[test]
fn what_only_looks_like_parts_stays_apart() {
    let folder = Folder::new();
    let mut text = "email;currency;postcode;city;street\n".to_owned();
    for row in 0..400 {
        let city = ["Київ", "Львів", "Одеса"][row % 3];
        writeln!(text, "user{row}@example.com;ВТС;{:06};{city};Садова", number(row)).unwrap();
    }
    let report = inspected(&[folder.put("a.csv", text.as_bytes())]);
    assert_eq!(kinds(&report), [Some("email"), None, None, None, None]);
    assert!(report.dump.unwrap().columns.iter().all(|column| column.parts.is_empty()));
}

#[test]
fn people_read_which_columns_form_the_key() {
    let folder = Folder::new();
    folder.put("dump.csv", divided(0..100, "email;series;number\n").as_bytes());
    let run = support::leakprov(folder.path(), &["inspect", "dump.csv"]);
    let told = |line: &str| line.contains("ua.driver_licence") && line.contains("2+3");
    assert!(run.stdout.lines().any(told), "{}", run.stdout);
    assert!(run.stdout.contains("part of 2"), "{}", run.stdout);
}

/// Two telephones and an address on both sides, some telephones missing.
#[test]
fn rows_with_several_columns_of_a_kind_agree_in_any_order_of_them() {
    let folder = Folder::new();
    let mut two = "email;phone1;phone2\n".to_owned();
    for row in 0..1_000 {
        // The second is missing in half of the rows.
        let second = if row % 2 == 0 { format!("+38067{:07}", 5_000 + row) } else { String::new() };
        writeln!(two, "user{row}@example.com;+38050{:07};{second}", 5_000 + row).unwrap();
    }
    let two = [folder.put("two.csv", two.as_bytes())];
    let turned = std::fs::read_to_string(&two[0].path).unwrap();
    let turn = |line: &str| {
        let cells: Vec<&str> = line.split(';').collect();
        format!("{};{};{}\n", cells[0], cells[2], cells[1])
    };
    let head = "email;phone1;phone2\n".to_owned();
    let turned: String = head + &turned.lines().skip(1).map(turn).collect::<String>();
    let turned = [folder.put("turned.csv", turned.as_bytes())];
    assert_eq!(shared(&overlapped(&two, &turned), None, "record"), [Some(1_000); 3]);
}
