//! Signs of handling and bounds on age, from the bytes of a file to the report.

use std::fmt::Write;

use leakprov::case::Claim;
use leakprov::pipeline::{Request, Silent, analyze, inspect};
use leakprov::report::dump::Dump;
use leakprov::verdict::claims::ClaimOutcome;
use leakprov::verdict::{AgeStatus, Verdict};

#[path = "support/lab.rs"]
mod lab;
use lab::{Folder, Random, cp1251, request};

/// Rows of people in no order: name, telephone, town, account, remark.
fn rows(count: usize, cell: &dyn Fn(usize, &mut Random) -> [String; 5]) -> Vec<[String; 5]> {
    let mut random = Random(5);
    (0..count).map(|row| cell(row, &mut random)).collect()
}

fn plain(_: usize, random: &mut Random) -> [String; 5] {
    let name = ["Зразкова Олена", "Тестенко Іван", "Прикладна Ганна", "Вигадько Петро"];
    let town = ["м. Полтава", "м. Суми", "м. Луцьк", "м. Рівне"];
    [
        random.of(&name).to_string(),
        format!("+38067{:07}", random.below(2_000)),
        random.of(&town).to_string(),
        format!("user{}@example.com", random.below(100_000)),
        "у ".repeat(random.below(30) + 1).trim().to_owned(),
    ]
}

fn written(rows: &[[String; 5]], end: &str) -> String {
    let mut text = format!("піб|телефон|місто|email|примітка{end}");
    for row in rows {
        write!(text, "{}{end}", row.join("|")).unwrap();
    }
    text
}

fn dump(bytes: &[u8], threads: usize) -> Dump {
    let folder = Folder::new();
    let input = folder.put("list.csv", bytes);
    inspect(&request(&[input], threads), &Silent).unwrap().dump.unwrap()
}

fn marks(dump: &Dump) -> Vec<(&str, Option<u64>, u64)> {
    dump.handling.iter().map(|mark| (mark.mark.as_str(), mark.column, mark.rows)).collect()
}

#[test]
fn a_file_that_nobody_handled_bears_no_mark() {
    let text = written(&rows(2_000, &plain), "\n");
    let found = dump(text.as_bytes(), 2);
    assert_eq!((marks(&found), &found.age_marks), (Vec::new(), &Vec::new()));
}

#[test]
fn a_file_that_went_through_many_hands_bears_their_marks() {
    let handled = |row: usize, random: &mut Random| {
        let mut cells = plain(row, random);
        if row.is_multiple_of(20) {
            cells[1] = format!("3.8067{}E+11", row % 10);
        }
        if row % 10 == 1 {
            cells[2] = "м. Бахмут".into();
        }
        if row % 10 == 2 {
            cells[3] = "NULL".into();
        }
        if row % 10 == 3 {
            cells[4] = "Зразок &quot;К&quot;".into();
        }
        cells
    };
    let text = written(&rows(1_000, &handled), "\r\n");
    let one = dump(&cp1251(&text), 1);
    assert_eq!(
        marks(&one),
        [
            ("charset-windows-1251", None, 1_000),
            ("html-entities", Some(4), 100),
            ("line-ends-windows", None, 1_001),
            ("null-word", Some(3), 100),
            ("spreadsheet-floats", Some(1), 50),
        ]
    );
    let [town] = one.age_marks.as_slice() else { panic!("{:?}", one.age_marks) };
    assert_eq!((town.mark.as_str(), town.column, town.rows, town.of), ("towns-new", Some(2), 100, 1_000));
    assert_eq!((town.not_before.as_deref(), town.not_after.as_deref(), town.confirmed), (Some("2016-02"), None, false));
    assert!(town.sentence.contains("100 of 1,000 sampled rows"), "{}", town.sentence);
    let several = dump(&cp1251(&text), 4);
    assert_eq!((several.handling, several.age_marks), (one.handling, one.age_marks), "threads do not show");
}

#[test]
fn what_the_exporting_program_wrote_and_how_it_stands_are_told() {
    let mut people = rows(12_000, &plain);
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    let name = |row: usize| [row / 17_576, row / 676, row / 26, row].map(letter).iter().collect::<String>();
    people.iter_mut().enumerate().for_each(|(row, cells)| cells[3] = format!("{}@example.com", name(row)));
    let mut text = written(&people, "\n");
    text.insert(0, '\u{feff}');
    let found = dump(text.as_bytes(), 2);
    let ids: Vec<&str> = found.handling.iter().map(|mark| mark.mark.as_str()).collect();
    assert_eq!(ids, ["byte-order-mark", "deduplicated", "sorted"]);
    assert_eq!((found.handling[1].rows, found.handling[1].of, found.handling[2].column), (12_000, 12_000, Some(3)));
}

/// Rows with number plates of the form that Ukraine gave out from 2004 on, and no date anywhere.
fn plates() -> String {
    let mut random = Random(9);
    let mut text = String::from("піб|номер авто\n");
    for _ in 0..2_000 {
        let name = random.of(&["Зразкова Олена", "Тестенко Іван", "Прикладна Ганна"]).to_string();
        writeln!(text, "{name}|AA{:04}KA", random.below(9_999) + 1).unwrap();
    }
    text
}

fn judged(claim: Claim, existed: Option<&str>) -> (Verdict, ClaimOutcome, String) {
    let folder = Folder::new();
    let mut request: Request = request(&[folder.put("list.csv", plates().as_bytes())], 2);
    request.question.claims = vec![claim];
    request.question.dump_date = existed.map(str::to_owned);
    let report = analyze(&request, &Silent).unwrap();
    let line = report.claims[0].clone();
    (report.verdict.unwrap(), line.outcome, line.because)
}

#[test]
fn a_mark_alone_dates_a_dump_and_contradicts_a_claim() {
    let before = |day: &str| Claim { collected_before: Some(day.into()), ..Claim::default() };
    let (verdict, outcome, because) = judged(before("2003-06-30"), Some("2020-05-11"));
    assert_eq!((verdict.age.status, verdict.age.not_before.as_deref()), (AgeStatus::Dated, Some("2004")));
    let [window] = verdict.age.windows.as_slice() else { panic!("{:?}", verdict.age.windows) };
    assert_eq!((window.from.as_str(), window.to.as_str()), ("2004", "2020-05-11"));
    assert_eq!(outcome, ClaimOutcome::Contradicted, "{because}");
    assert!(because.contains("2,000 of 2,000 sampled rows: not before 2004, later than 2003-06-30"), "{because}");

    let (verdict, outcome, because) = judged(before("2010-06-30"), None);
    assert_eq!((verdict.age.status, outcome), (AgeStatus::Undated, ClaimOutcome::Conditional), "{because}");
    let (verdict, ..) = judged(Claim { records: Some(2_000), ..Claim::default() }, Some("2003-06-30"));
    assert_eq!((verdict.age.status, verdict.age.at_odds.len()), (AgeStatus::Undated, 1), "{}", verdict.because.age);
}
