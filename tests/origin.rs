//! Who is credited with the rows of a dump, through the program as people use it.

mod support;

use sha1::{Digest, Sha1};
use support::leakprov;

fn put(folder: &std::path::Path, name: &str, head: &str, rows: impl Iterator<Item = String>) {
    let text: String = std::iter::once(head.to_owned()).chain(rows).map(|row| row + "\n").collect();
    std::fs::write(folder.join(name), text).unwrap();
}

fn analyzed(folder: &std::path::Path, dump: &[&str], corpora: &[&str]) -> serde_json::Value {
    let mut args = vec!["analyze"];
    args.extend(dump);
    corpora.iter().for_each(|corpus| args.extend(["--corpus", corpus]));
    args.extend(["--format", "json"]);
    let run = leakprov(folder, &args);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.json()
}

fn phone(number: u32) -> String {
    format!("38067{:07}", 1_000_003 + u64::from(number) * 7_919 % 8_000_000)
}

fn mail(number: u32) -> String {
    format!("person{number}@example.com")
}

/// Both hold telephones of the same people; only the one holds the e-mail addresses that stand beside them.
#[test]
fn who_holds_the_whole_row_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "one.csv", "phone;email", (0..2_000).map(|n| format!("{};{}", phone(n), mail(n))));
    put(at, "two.csv", "phone", (1_000..3_000).map(phone));
    put(at, "d1.csv", "phone;email", (0..1_600).map(|n| format!("{};{}", phone(n), mail(n))));
    put(at, "d2.csv", "phone", (1_400..3_000).map(phone));
    let report = analyzed(at, &["d1.csv", "d2.csv"], &["one=one.csv", "two=two.csv"]);
    for part in report["composition"]["parts"].as_array().unwrap() {
        let credit = part["credit"].as_f64().unwrap();
        assert!((credit - 1_600.0).abs() < 16.0, "{part}");
        assert!(part["low"].as_f64() <= Some(0.5) && part["high"].as_f64() >= Some(0.5), "{part}");
    }
}

/// Five numbers stand in a third of the rows; a list of others holds them too.
#[test]
fn a_key_in_very_many_rows_tells_nothing_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let shared = |n: u32| format!("38044555{:04}", n % 5 * 1_111);
    let row = |n: u32| if n.is_multiple_of(3) { shared(n / 3) } else { phone(n) };
    put(at, "d.csv", "phone", (0..3_000).map(row));
    put(at, "c.csv", "phone", (5_000..8_000).map(phone).chain((0..5).map(shared)));
    let report = analyzed(at, &["d.csv"], &["c=c.csv"]);
    let composition = &report["composition"];
    assert_eq!(composition["parts"][0]["total"], 0, "{composition}");
    assert_eq!(composition["uninformative_rows"], 1_000, "{composition}");
    let key = report["overlaps"].as_array().unwrap().iter().find(|overlap| overlap["level"] == "key").unwrap();
    assert_eq!(key["shared"], 5, "the keys are counted all the same");
}

fn password(number: u32) -> String {
    format!("Zv{}-k{}q", number * 7, u64::from(number) * 104_729 % 99_991)
}

fn sha1(number: u32) -> String {
    Sha1::digest(password(number)).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn passwords_in_clear_are_held_against_hashes() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "clear.csv", "password", (100..700).map(password));
    put(at, "other.csv", "password", (5_000..6_000).map(password));
    put(at, "hashed.csv", "sha1", (0..1_000).map(sha1));
    for (dump, corpus) in [("clear.csv", "b=hashed.csv"), ("hashed.csv", "b=clear.csv")] {
        let report = analyzed(at, &[dump], &["a=other.csv", corpus]);
        let overlaps = report["overlaps"].as_array().unwrap();
        let hashed = overlaps.iter().find(|overlap| overlap["kind"] == "password.sha1" && overlap["reference"] == "b");
        assert_eq!(hashed.unwrap()["shared"], 600, "{dump}");
        assert_eq!(report["verdict"]["corpora"], "undetermined", "{dump}: not `none-known`");
        let origin = report["verdict"]["origin_sentence"].as_str().unwrap();
        assert!(origin.contains("under the name b") && origin.contains("SHA-1 hashes"), "{origin}");
    }
    put(
        at,
        "salted.csv",
        "password_hash",
        (0..300).map(|n| format!("$2a$08${}", format!("{:02}Ab3./x", n % 100).repeat(7)[..53].to_owned())),
    );
    let report = analyzed(at, &["clear.csv"], &["a=other.csv", "s=salted.csv"]);
    assert_eq!(report["verdict"]["corpora"], "undetermined", "hashes that were not compared may be of these passwords");
    let missing = report["verdict"]["would_change"].as_array().unwrap();
    assert!(missing.iter().any(|line| line.as_str().unwrap().contains("passwords of s in clear")), "{missing:?}");
}

#[test]
fn an_overlap_begins_with_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "a.csv", "phone", (0..400).map(phone));
    put(at, "b.csv", "phone", (300..500).map(phone));
    let text = leakprov(at, &["overlap", "a.csv", "b.csv"]).stdout.replace('\n', " ");
    assert!(text.starts_with("Of 400 telephone numbers") && text.contains("100 are in both: 25 %"), "{text}");
    let text = leakprov(at, &["overlap", "a.csv", "b.csv", "--key", "email"]).stdout.replace('\n', " ");
    assert!(text.contains("neither the dump nor b holds e-mail addresses"), "{text}");
}

#[test]
fn twins_are_named_together() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "d.csv", "phone", (0..400).map(phone));
    put(at, "c.csv", "phone", (0..400).map(phone));
    put(at, "e.csv", "phone", (0..400).map(phone));
    let report = analyzed(at, &["d.csv"], &["c=c.csv", "e=e.csv"]);
    let origin = report["verdict"]["origin_sentence"].as_str().unwrap();
    assert!(origin.contains("400 of 400 rows (100 %)") && origin.contains("cannot be told apart here"), "{origin}");
}
