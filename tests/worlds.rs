//! Small worlds in awkward forms, with the truth known by construction, read through the report as programs do.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

mod support;
use support::leakprov;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The one entry of `overlaps` about this reference with this kind (`null` for none) and level.
fn overlap<'a>(report: &'a Value, reference: &str, kind: Option<&str>, level: &str) -> &'a Value {
    let is = |entry: &&Value| {
        entry["reference"] == reference && entry["kind"].as_str() == kind && entry["level"].as_str() == Some(level)
    };
    let overlaps = report["overlaps"].as_array().unwrap();
    overlaps.iter().find(is).unwrap_or_else(|| panic!("no {kind:?} of {reference} at {level}: {overlaps:#?}"))
}

fn counts(entry: &Value) -> [Option<u64>; 3] {
    ["dump", "reference_size", "shared"].map(|field| entry[field].as_u64())
}

/// An archive whose first mebibyte holds telephone numbers where all the rest holds hashes, and a plain list that
/// shares addresses and hashes with the rest.
fn misleading_archive(folder: &Path) {
    let (mut dump, mut list) = (String::new(), "sha1;email\n".to_owned());
    for row in 0..32_000 {
        writeln!(dump, "first{row}@example.com;+38050{row:07}").unwrap();
    }
    for row in 0..50_000_u64 {
        let tail = u128::from(row + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let hash = format!("{:08x}{tail:032x}", (row as u32 + 1).wrapping_mul(0x9e37_79b1));
        writeln!(dump, "rest{row}@example.com;{hash}").unwrap();
        if row % 50 == 0 {
            writeln!(list, "{hash};rest{row}@example.com").unwrap();
        } else if row % 50 == 1 {
            writeln!(list, "{hash};other{row}@example.com").unwrap();
        }
    }
    std::fs::write(folder.join("dump.txt.gz"), gzip(dump.as_bytes())).unwrap();
    std::fs::write(folder.join("list.csv"), list).unwrap();
}

#[test]
fn what_the_whole_archive_refutes_is_read_again_for_every_comparison() {
    let folder = tempfile::tempdir().unwrap();
    misleading_archive(folder.path());
    let run = leakprov(folder.path(), &["analyze", "dump.txt.gz", "--corpus", "list=list.csv", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let report = run.json();
    // Nothing but its shape says which hash it is: it is compared as the usual one.
    assert_eq!(report["dump"]["columns"][1]["compared_as"], "hash.sha1");
    assert_eq!(counts(overlap(&report, "list", Some("hash.sha1"), "key")), [Some(50_000), Some(2_000), Some(2_000)]);
    assert_eq!(counts(overlap(&report, "list", None, "record")), [Some(50_000), Some(2_000), Some(1_000)]);
    let part = &report["composition"]["parts"][0];
    assert_eq!((part["unique"].as_u64(), part["total"].as_u64()), (Some(2_000), Some(2_000)), "rows with either key");
}

#[test]
fn a_reference_that_is_read_again_is_credited_too() {
    let folder = tempfile::tempdir().unwrap();
    misleading_archive(folder.path());
    let run = leakprov(folder.path(), &["analyze", "list.csv", "--corpus", "old=dump.txt.gz", "--format", "json"]);
    let report = run.json();
    assert_eq!(counts(overlap(&report, "old", Some("hash.sha1"), "key")), [Some(2_000), Some(50_000), Some(2_000)]);
    assert_eq!(report["composition"]["parts"][0]["total"], 2_000);
}

#[test]
fn one_kind_is_found_behind_a_misleading_beginning() {
    let folder = tempfile::tempdir().unwrap();
    misleading_archive(folder.path());
    for [a, b] in [["dump.txt.gz", "list.csv"], ["list.csv", "dump.txt.gz"]] {
        let run = leakprov(folder.path(), &["overlap", a, b, "--key", "hash.sha1", "--format", "json"]);
        assert_eq!(overlap(&run.json(), "b", Some("hash.sha1"), "key")["shared"], 2_000, "{a} {b}");
    }
}

/// Wherever an archive is cut, the run says that something is missing: also where nothing can be decoded at all.
#[test]
fn an_archive_cut_anywhere_is_never_whole() {
    let folder = tempfile::tempdir().unwrap();
    let text: String = (0..300).map(|row| format!("person{row}@example.com;+38050{row:07}\n")).collect();
    let once = gzip(text.as_bytes());
    let twice = gzip(&once);
    for (name, archive) in [("once", &once), ("twice", &twice)] {
        for cut in (2..40).chain([archive.len() / 2, archive.len() - 9, archive.len() - 1]) {
            std::fs::write(folder.path().join("dump.gz"), &archive[..cut]).unwrap();
            let run = leakprov(folder.path(), &["inspect", "dump.gz", "--format", "json"]);
            assert_eq!((run.code, &run.json()["complete"]), (Some(3), &Value::Bool(false)), "{name}, {cut} bytes");
        }
    }
}

/// `null` is a word that people choose; only tables write it for nothing.
#[test]
fn null_is_a_password_in_a_list_and_nothing_in_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let words = support::read(Path::new("fixtures/corpora/passwords/elitehacker.txt"));
    let distinct = words.lines().count() as u64;
    std::fs::write(folder.path().join("a.txt"), format!("{words}null\nNULL\n")).unwrap();
    std::fs::write(folder.path().join("b.txt"), format!("null\n{words}")).unwrap();
    let run = leakprov(folder.path(), &["overlap", "a.txt", "b.txt", "--key", "password", "--format", "json"]);
    assert_eq!(
        counts(overlap(&run.json(), "b", Some("password"), "key")),
        [distinct + 2, distinct + 1, distinct + 1].map(Some)
    );

    let rows: String = (0..100).map(|row| format!("{row},person{row}@example.com,NULL\n")).collect();
    std::fs::write(folder.path().join("c.csv"), format!("id,email,phone\n{rows}")).unwrap();
    let report = leakprov(folder.path(), &["inspect", "c.csv", "--format", "json"]).json();
    assert_eq!(report["dump"]["columns"][2]["filled"], 0);
}

/// Hashes of 32 digits are of two kinds; where one side names its own, the other's are compared with them.
#[test]
fn hashes_without_a_name_are_compared_as_what_the_other_side_names() {
    let folder = tempfile::tempdir().unwrap();
    let hash =
        |row: u64| format!("{:032x}", u128::from(row + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835));
    let named: String = (0..300).map(|row| format!("user{row}x;{}\n", hash(row))).collect();
    let bare: String = (250..600).map(|row| format!("{}\n", hash(row))).collect();
    std::fs::write(folder.path().join("named.csv"), format!("login;ntlm\n{named}")).unwrap();
    std::fs::write(folder.path().join("bare.txt"), bare).unwrap();
    for [dump, corpus] in [["named.csv", "other=bare.txt"], ["bare.txt", "other=named.csv"]] {
        let run = leakprov(folder.path(), &["analyze", dump, "--corpus", corpus, "--format", "json"]);
        assert_eq!(overlap(&run.json(), "other", Some("hash.ntlm"), "key")["shared"], 50, "{dump}");
    }
}

/// Rows of Latin letters for more than a mebibyte, then rows in windows-1251 with more columns.
fn changing_text() -> Vec<u8> {
    let mut text = String::new();
    for row in 0..30_000 {
        writeln!(text, "early.person{row}@example.com;Sample Person;;;").unwrap();
    }
    for row in 0..60_000 {
        writeln!(text, "late{row}@example.com;Зразенко Олена {};+38050{row:07}", ["Іванівна", "Петрівна"][row % 2])
            .unwrap();
    }
    let text = text.replace(";;;\n", "\n");
    encoding_rs::WINDOWS_1251.encode(&text).0.into_owned()
}

#[test]
fn an_archive_is_laid_out_by_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dump.csv.gz"), gzip(&changing_text())).unwrap();
    let report = leakprov(folder.path(), &["inspect", "dump.csv.gz", "--format", "json"]).json();
    let layout = &report["dump"]["layouts"][0];
    assert_eq!((layout["charset"].as_str(), layout["rows"].as_u64()), (Some("windows-1251"), Some(90_000)));
    let columns = report["dump"]["columns"].as_array().unwrap();
    assert_eq!((columns[0]["kind"].as_str(), columns[2]["kind"].as_str()), (Some("email"), Some("phone")));
    assert_eq!((columns[1]["filled"].as_u64(), columns[2]["valid"].as_u64()), (Some(90_000), Some(60_000)));
}

#[test]
fn a_stream_is_laid_out_by_its_first_eight_mebibytes() {
    let folder = tempfile::tempdir().unwrap();
    for text in [changing_text(), gzip(&changing_text())] {
        let report = support::leakprov_reading(folder.path(), &["inspect", "-", "--format", "json"], &text).json();
        assert_eq!(report["dump"]["layouts"][0]["charset"], "windows-1251");
        assert_eq!(report["dump"]["columns"][2]["kind"], "phone");
    }
}

#[test]
fn people_read_of_kinds_that_the_dump_holds() {
    let folder = tempfile::tempdir().unwrap();
    let (mut dump, mut list) = ("email\n".to_owned(), "email;phone\n".to_owned());
    for row in 0..200 {
        writeln!(dump, "user{row}@example.com").unwrap();
        writeln!(list, "user{row}@example.com;+38050{row:07}").unwrap();
    }
    std::fs::write(folder.path().join("dump.csv"), dump).unwrap();
    std::fs::write(folder.path().join("list.csv"), list).unwrap();
    let text = leakprov(folder.path(), &["analyze", "dump.csv", "--corpus", "list=list.csv"]).stdout;
    let (_, keys) = text.split_once("KEYS by kind").unwrap();
    let block: Vec<&str> = keys.lines().skip(1).take_while(|line| !line.is_empty()).collect();
    assert!(block.iter().any(|line| line.trim_start().starts_with("email")), "{block:#?}");
    assert!(!block.iter().any(|line| line.trim_start().starts_with("phone")), "{block:#?}");
}

/// Published cases with another seed than the repository's: the innocent are not accused, the genuine is found although
/// it was denied, and every count is right.
#[test]
fn published_cases_hold_with_other_people_too() {
    let folder = tempfile::tempdir().unwrap();
    for (id, scale, answers) in [
        ("att-2024", "0.0005", &["service-specific"][..]),
        ("georgia-voters-2020", "0.0005", &["insufficient", "current-data-source-open", "not-service-alone"]),
        ("mernis-2016", "0.0005", &["bounded", "insufficient"]),
        ("safe-city-2019", "1", &["insufficient"]),
        ("zoosk-2016", "0.0005", &["insufficient", "current-data-source-open", "not-service-alone"]),
    ] {
        let written = leakprov(folder.path(), &["synth", id, "--out", id, "--scale", scale, "--seed", "12"]);
        assert_eq!(written.code, Some(0), "{}", written.stderr);
        let checked = leakprov(folder.path(), &["check", id]);
        assert_eq!(checked.code, Some(0), "{}{}", checked.stdout, checked.stderr);
        let case = format!("{id}/case.toml");
        let report = leakprov(folder.path(), &["analyze", "--case", &case, "--format", "json"]).json();
        let answer = report["verdict"]["service"].as_str().unwrap();
        assert!(answers.contains(&answer), "{id}: {answer}");
    }
}
