//! Names in several languages and alphabets, mailboxes, days of birth: what is counted beside the strict keys.

use std::fmt::Write as _;

use leakprov::kind::find;
use leakprov::pipeline::{Request, Silent, overlap};
use leakprov::report::{Overlap, Report};

#[path = "support/lab.rs"]
mod lab;
mod support;
use lab::{Folder, analyzed, corpus, inspected, overlapped, request};

/// One person's name in Ukrainian, Russian and Latin letters, in other orders.
const PEOPLE: [[&str; 3]; 6] = [
    ["Зразкова Олена Тестівна", "Зразкова Елена Тестовна", "Olena Testivna Zrazkova"],
    ["Гнатюк Сергій Миколайович", "Гнатюк Сергей Николаевич", "Serhii Mykolaiovych Hnatiuk"],
    ["Щербина Мар'яна Іллівна", "Щербина Марьяна Ильинична", "Shcherbyna Mariana Illivna"],
    ["Юхимчук Дмитро Васильович", "Юхимчук Дмитрий Васильевич", "Yukhymchuk Dmytro Vasylovych"],
    ["Зелена Катерина Юріївна", "Зеленая Екатерина Юрьевна", "Zelena Kateryna Yuriivna"],
    ["Цимбал Володимир Петрович", "Цимбал Владимир Петрович", "TSYMBAL VOLODYMYR PETROVYCH"],
];

fn birth(row: usize) -> String {
    format!("{}-{:02}-{:02}", 1950 + row * 7 % 50, row * 5 % 12 + 1, row * 11 % 28 + 1)
}

/// People by row: what of `PEOPLE` they are called, told apart by a hyphened second surname.
fn people(head: &str, language: usize, rows: std::ops::Range<usize>) -> String {
    const MORE: [[&str; 3]; 5] = [
        ["Перша", "Перша", "Persha"],
        ["Гук", "Гук", "Huk"],
        ["Лаба", "Лаба", "Laba"],
        ["Кобзар", "Кобзар", "Kobzar"],
        ["Мороз", "Мороз", "Moroz"],
    ];
    let mut text = head.to_owned();
    for row in rows {
        let (name, more) = (PEOPLE[row % 6][language], MORE[row / 6 % 5][language]);
        let name = match language {
            2 if row % 6 < 2 => format!("{name}-{more}"),
            _ => name.replacen(' ', &format!("-{more} "), 1),
        };
        writeln!(text, "{name};{};+38067{row:07}", birth(row)).unwrap();
    }
    text
}

fn line<'a>(report: &'a Report, kind: &str) -> Option<&'a Overlap> {
    report.overlaps.iter().find(|overlap| overlap.kind.as_deref() == Some(kind))
}

fn counts(report: &Report, kind: &str) -> Option<[Option<u64>; 3]> {
    line(report, kind).map(|line| [line.dump, line.reference_size, line.shared])
}

#[test]
fn people_are_found_in_other_languages_by_name_and_by_name_with_birth() {
    let folder = Folder::new();
    let dump = [folder.put("dump.csv", people("ПІБ;Дата народження;Телефон\n", 0, 0..600).as_bytes())];
    for language in [1, 2] {
        let head = ["", "ФИО;Дата рождения;Телефон\n", "full_name;birth_date;phone\n"][language];
        let other = [folder.put(&format!("{language}.csv"), people(head, language, 300..1_200).as_bytes())];
        let report = overlapped(&dump, &other);
        assert_eq!(counts(&report, "person_name").unwrap()[2], Some(0), "no spelling is shared");
        assert_eq!(counts(&report, "person_name.match"), Some([Some(30); 3]), "language {language}");
        let both = line(&report, "person.name_birth").expect("both sides have it");
        assert_eq!(both.level, "attribute");
        assert_eq!(both.kinds, ["date", "person_name"]);
        // A name and a day come together again after 2,100 rows.
        assert_eq!([both.dump, both.reference_size, both.shared], [Some(600), Some(900), Some(300)]);
        assert!(both.decoys.unwrap() > 500 && both.expected_by_chance.unwrap() <= 60.0, "{both:?}");
        assert!(line(&report, "person_name.short").is_none(), "both sides have patronymics");
    }
}

#[test]
fn names_without_patronymics_are_held_against_the_short_key() {
    let folder = Folder::new();
    let dump = [folder.put("dump.csv", people("ПІБ;Дата народження;Телефон\n", 0, 0..600).as_bytes())];
    let mut text = "name,birthday\n".to_owned();
    for row in 0..300 {
        writeln!(text, "Olena Zrazkova-{},{}", ["Persha", "Huk", "Laba"][row % 3], birth(row)).unwrap();
    }
    let report = overlapped(&dump, &[folder.put("profile.csv", text.as_bytes())]);
    assert_eq!(counts(&report, "person_name.match").unwrap()[2], Some(0));
    assert_eq!(counts(&report, "person_name.short"), Some([Some(30), Some(3), Some(3)]));
}

#[test]
fn second_keys_are_never_a_key_and_cost_nothing_where_one_is_asked_for() {
    let folder = Folder::new();
    let dump = [folder.put("dump.csv", people("ПІБ;Дата народження;Телефон\n", 0, 0..600).as_bytes())];
    let other = [folder.put("other.csv", people("ФИО;Дата рождения;Телефон\n", 1, 300..900).as_bytes())];
    let report = analyzed(&dump, &[("other", &other)]);
    let main = report.main_key.as_ref().unwrap();
    assert_eq!(main.kind, "phone");
    assert!(main.shared_kinds.iter().all(|kind| find(kind).is_some()), "{:?}", main.shared_kinds);
    assert!(report.mixtures.iter().all(|mixture| mixture.kind == "phone"));
    assert!(line(&report, "person.name_birth").is_some());
    let asked = Request { key: find("phone"), references: vec![corpus("b", &other)], ..request(&dump, 2) };
    let report = overlap(&asked, &Silent).unwrap();
    assert!(report.overlaps.iter().all(|overlap| overlap.level == "key"), "{:#?}", report.overlaps);
}

#[test]
fn mailboxes_are_one_and_tags_are_counted_without_their_words() {
    let folder = Folder::new();
    let (mut dump, mut other) = ("email\n".to_owned(), "email\n".to_owned());
    for row in 0..200 {
        let tag = match row {
            0..20 => "+linkedin",
            20..25 => "+dropbox",
            25..40 => "+ivansecret",
            _ => "",
        };
        writeln!(dump, "per.son{row}{tag}@gmail.com").unwrap();
        writeln!(other, "person{row}@googlemail.com").unwrap();
    }
    let (dump, other) = ([folder.put("a.csv", dump.as_bytes())], [folder.put("b.csv", other.as_bytes())]);
    let report = overlapped(&dump, &other);
    assert_eq!(counts(&report, "email"), Some([Some(200), Some(200), Some(0)]));
    assert_eq!(counts(&report, "email.mailbox"), Some([Some(200); 3]));
    let report = inspected(&dump);
    let tags = report.dump.as_ref().unwrap().columns[0].tags.as_ref().unwrap();
    assert_eq!((tags.rows, tags.of_services), (40, 25));
    let words: Vec<(&str, u64)> = tags.services.iter().map(|service| (service.word.as_str(), service.rows)).collect();
    assert_eq!(words, [("linkedin", 20)], "fewer than 10 rows, and words of nobody's service, are not told");
    let run = support::leakprov(folder.path(), &["inspect", "a.csv"]);
    assert!(run.stdout.contains("tag behind a plus sign") && !run.stdout.contains("secret"), "{}", run.stdout);
}

#[test]
fn wrong_decodings_are_undone_while_reading() {
    let folder = Folder::new();
    let clean = people("ПІБ;Дата народження;Телефон\n", 0, 0..600);
    let other = [folder.put("clean.csv", people("ПІБ;Дата народження;Телефон\n", 0, 300..900).as_bytes())];
    let reading = |bytes: &[u8], charset: &'static encoding_rs::Encoding| {
        charset.decode_without_bom_handling(bytes).0.into_owned()
    };
    let (latin, _, _) = encoding_rs::WINDOWS_1251.encode(&clean);
    for (at, (damaged, chain)) in [
        (reading(&latin, encoding_rs::WINDOWS_1252), "windows-1251 read as windows-1252"),
        (reading(&latin, encoding_rs::KOI8_U), "windows-1251 read as KOI8-U"),
        (reading(clean.as_bytes(), encoding_rs::WINDOWS_1252), "UTF-8 read as windows-1252"),
    ]
    .into_iter()
    .enumerate()
    {
        let dump = [folder.put(&format!("{at}.csv"), damaged.as_bytes())];
        let report = overlapped(&dump, &other);
        let column = &report.dump.as_ref().unwrap().columns[0];
        let found = column.mojibake.as_ref().unwrap_or_else(|| panic!("{chain} is not seen"));
        assert_eq!(found.chain, chain);
        assert_eq!((found.explained, found.of, found.repaired), (600, 600, 600), "{chain}");
        assert_eq!(counts(&report, "person_name"), Some([Some(30); 3]), "{chain}");
        assert_eq!(column.name.as_deref(), Some("ПІБ"), "{chain}");
    }
    let report = overlapped(&other, &other);
    assert!(report.dump.unwrap().columns.iter().all(|column| column.mojibake.is_none()));
}
