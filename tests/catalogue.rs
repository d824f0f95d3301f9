//! The catalogue of known breaches from the outside: entries are explained, a dump that looks like one is told so with
//! reasons, one that looks like none is not, and sensitive entries stay unnamed.

use std::fmt::Write;

use sha1::Digest;

mod support;
use support::leakprov;

/// The names of the candidates of a file's catalogue.
fn candidates(name: &str, text: &str) -> (Vec<String>, serde_json::Value) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(name), text).expect("a file");
    let report = leakprov(folder.path(), &["inspect", name, "--format", "json"]).json();
    let found = report["dump"]["catalogue"].as_array().expect("a list").clone();
    let names = found.iter().map(|found| found["breach"].as_str().expect("a name").to_owned()).collect();
    (names, report["dump"].clone())
}

/// Addresses with unsalted SHA-1, one in ten of a common password, the first five digits of some zeroed.
fn like_the_network_of_2012(zeroed: bool) -> String {
    let mut text = String::new();
    for row in 0..4000_u32 {
        let password = if row % 10 == 0 { "password".to_owned() } else { format!("k7-Zebra.{row}") };
        let hash: String = sha1::Sha1::digest(password).iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = if zeroed && row % 2 == 0 { format!("00000{}", &hash[5..]) } else { hash };
        let _ = writeln!(text, "fox{row}@example.com:{hash}");
    }
    text
}

#[test]
fn an_entry_is_explained_and_others_of_the_name_are_listed() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["linkedin", "LinkedIn", "linkedin.com"] {
        let text = leakprov(folder.path(), &["explain", name]).stdout;
        for wanted in ["164,611,595", "2012-05-05", "sha1_unsalted", "LinkedInScrape", "CC BY 4.0"] {
            assert!(text.contains(wanted), "{name}: {wanted} in {text}");
        }
    }
}

#[test]
fn a_list_like_that_of_2012_is_told_with_its_reasons() {
    for zeroed in [false, true] {
        let (names, dump) = candidates("list.txt", &like_the_network_of_2012(zeroed));
        assert!(names.contains(&"LinkedIn".to_owned()) && names.len() <= 5, "{names:?}");
        assert!(!zeroed || names == ["LinkedIn"], "{names:?}");
        let reasons = dump["catalogue"][0]["reasons"].to_string();
        assert!(reasons.contains("data classes 2 of 2") && reasons.contains("storage"), "{reasons}");
        assert!(dump["catalogue_note"].as_str().expect("a note").contains("not a match"));
    }
}

#[test]
fn what_many_breaches_hold_points_to_none_and_says_so() {
    let mut text = String::new();
    for row in 0..3000_u32 {
        let _ = writeln!(text, "fox{row}@example.com:{}{}", ["zebra", "Lamp#", "kite_"][row as usize % 3], row * 7);
    }
    let (names, dump) = candidates("combo.txt", &text);
    assert!(names.is_empty(), "{names:?}");
    let note = dump["catalogue_note"].as_str().expect("a note");
    let number: u32 = note.split(' ').next().and_then(|word| word.parse().ok()).expect("a number");
    assert!(number > 100 && note.contains("nothing tells them apart"), "{note}");
}

/// Data classes that two breaches of the catalogue have together: neither is a hint, and both are named.
#[test]
fn the_few_that_hold_the_same_are_named_in_the_sentence() {
    let mut text = String::from("birth_date,email,gender,ip,job_title,full_name,phone,address\n");
    for row in 0..800_u32 {
        let _ = writeln!(
            text,
            "19{:02}-03-{:02},fox{row}@example.com,{},198.51.{}.{},Contractor {},Anna Example,+1305702{:04},\"{row} Oak St, Test, \
             NH 56119\"",
            60 + row % 40,
            1 + row % 28,
            ["male", "female"][row as usize % 2],
            row / 250,
            row % 250,
            row % 7,
            1000 + row
        );
    }
    let (names, dump) = candidates("people.csv", &text);
    let alike = dump["catalogue_alike"].as_array().expect("a list");
    assert!(names.is_empty() && (2..=5).contains(&alike.len()), "{dump:#}");
    let note = dump["catalogue_note"].as_str().expect("a note");
    for one in alike {
        assert!(note.contains(one["breach"].as_str().expect("a name")), "{note}");
    }
}

#[test]
fn a_list_that_nobody_knows_points_to_none() {
    let mut text = String::from("email;phone;city;company;balance\n");
    for row in 0..3000_u32 {
        let _ = writeln!(text, "fox{row}@example.com;+38067{:07};Київ;ТОВ Зразок {};{row},50", row * 331, row % 90);
    }
    let (names, dump) = candidates("shop.csv", &text);
    assert!(names.is_empty() && dump["catalogue_note"].is_string(), "{names:?}");
    let (names, dump) = candidates("numbers.csv", "a;b\n1;2\n3;4\n5;6\n");
    assert!(names.is_empty() && dump["catalogue_note"].is_null(), "it holds nothing that the catalogue is of");
}

#[test]
fn the_source_of_the_catalogue_is_named_where_its_licence_asks() {
    let readme = support::read(std::path::Path::new("README.md"));
    assert!(readme.contains("Have I Been Pwned") && readme.contains("CC BY 4.0"));
}
