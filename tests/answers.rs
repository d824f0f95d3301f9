//! Claims, look-ups, selection and the roles of references, through the program as people use it.

mod support;
use support::leakprov;

const CASE: &str = r#"
title = "A bot"
[dump]
look_ups = "probes.csv"
selection = "look-ups"
[[reference]]
id = "portal"
role = "service"
sizes = [{ count = 6500 }]
"#;

#[test]
fn look_ups_answer_without_a_dump() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("case.toml"), CASE).unwrap();
    let probes = "group,asked,found,of\nlicence renewed after 2018,40,0,\nclients of the old bank,31,20,5000\n";
    std::fs::write(folder.path().join("probes.csv"), probes).unwrap();
    let run = leakprov(folder.path(), &["analyze", "--case", "case.toml", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let report = run.json();
    let look_ups = report["look_ups"].as_array().unwrap();
    assert_eq!((look_ups.len(), look_ups[1]["of"].as_u64()), (2, Some(5_000)));
    assert!((look_ups[0]["high"].as_f64().unwrap() - 0.0722).abs() < 1e-4, "{}", look_ups[0]);
    let text = leakprov(folder.path(), &["analyze", "--case", "case.toml"]).stdout.replace('\n', " ");
    assert!(text.contains("none was found: at 95 % at most 7.2 % of such people"), "{text}");
    std::fs::write(folder.path().join("probes.csv"), "group,asked,found\nx,1,2\n").unwrap();
    let wrong = leakprov(folder.path(), &["analyze", "--case", "case.toml"]);
    assert_eq!(wrong.code, Some(2), "{}", wrong.stderr);
    assert!(wrong.stderr.contains("2 found of 1 asked") && wrong.stderr.contains("hint:"), "{}", wrong.stderr);
}

#[test]
fn roles_and_selection_are_taken_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let list = |from: u32, to: u32| (from..to).map(|n| format!("person{n}@example.com\n")).collect::<String>();
    for (name, from, to) in
        [("dump.txt", 0, 300), ("portal.txt", 100, 500), ("planted.txt", 495, 500), ("known.txt", 400, 420)]
    {
        std::fs::write(folder.path().join(name), list(from, to)).unwrap();
    }
    let args = [
        "analyze",
        "dump.txt",
        "--service",
        "portal=portal.txt",
        "--canary",
        "planted=planted.txt",
        "--member",
        "known=known.txt",
        "--selection",
        "random",
        "--claim-records",
        "3000",
        "--claim-unit",
        "rows",
        "--format",
        "json",
    ];
    let run = leakprov(folder.path(), &args);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let report = run.json();
    let role = |id: &str| {
        let all = report["references"].as_array().unwrap();
        all.iter().find(|reference| reference["id"] == id).unwrap()["role"].as_str().unwrap().to_owned()
    };
    assert_eq!((role("planted"), role("known")), ("canary".to_owned(), "member".to_owned()));
    assert_eq!(report["selection"], "random");
    let portal =
        &report["whole"].as_array().unwrap().iter().find(|line| line["reference"] == "portal").unwrap().clone();
    assert_eq!(
        (portal["seen"].as_u64(), portal["sample"].as_u64(), portal["rows"].as_u64()),
        (Some(200), Some(300), Some(3_000))
    );
    let mut wrong = args;
    wrong[9] = "some";
    assert_eq!(leakprov(folder.path(), &wrong).code, Some(2));
}

#[test]
fn made_up_numbers_are_told_and_telephones_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7_i64];
    let right = |n: u32| {
        let nine = format!("{:09}", 250_000_000 + n * 7_919 % 90_000_000);
        let sum: i64 = nine.bytes().zip(weights).map(|(digit, weight)| i64::from(digit - b'0') * weight).sum();
        format!("{nine}{}", sum.rem_euclid(11) % 10)
    };
    let made_up = |n: u32| format!("{:010}", 2_500_000_000_u64 + u64::from(n) * 7_654_321 % 900_000_000);
    let phone = |n: u32| format!("067{:07}", n * 7_919 % 10_000_000);
    let judged = |file: &str, value: &dyn Fn(u32) -> String| {
        let text: String = (0..2_000).map(|n| format!("{};x{n}\n", value(n))).collect();
        std::fs::write(folder.path().join(file), format!("ipn;comment\n{text}")).unwrap();
        let run = leakprov(folder.path(), &["analyze", file, "--format", "json", "--service", "portal=#100"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.json()["verdict"]["integrity"].clone()
    };
    assert_eq!(judged("right.csv", &right), serde_json::json!(["no-sign-found"]));
    assert_eq!(
        judged("third.csv", &|n| if n % 3 == 0 { made_up(n) } else { right(n) }),
        serde_json::json!(["partly-fabricated"])
    );
    assert_eq!(
        judged("most.csv", &|n| if n % 3 > 0 { made_up(n) } else { right(n) }),
        serde_json::json!(["mostly-fabricated"])
    );
    for (file, share) in [("phones.csv", 1), ("mixed.csv", 3)] {
        let found = judged(file, &|n| if n % share == 0 { phone(n) } else { right(n) });
        assert_eq!(found, serde_json::json!(["not-tested"]), "{file}");
    }
}

/// Which records a list has, by their number.
type Which<'a> = &'a dyn Fn(u32) -> bool;

/// A dump of an old extract of a register, or of its elder people, of which a service holds two fifths: control records of later
/// years, or of the young, could not have matched, and accuse nobody.
#[test]
fn control_records_count_only_where_the_dump_has_any() {
    let folder = tempfile::tempdir().unwrap();
    let of = |n: u32, salt: u32| n.wrapping_mul(2_654_435_761).wrapping_add(salt).wrapping_mul(2_246_822_519) >> 8;
    let (issued, born) = (|n: u32| 2005 + of(n, 1) % 18, |n: u32| 1940 + of(n, 2) % 65);
    let (ours, half) = (|n: u32| of(n, 3) % 5 < 2, |n: u32| of(n, 4) % 2 == 0);
    let write = |file: &str, has: Which| {
        let row = |n: u32| {
            let (day, month) = (1 + of(n, 5) % 28, 1 + of(n, 6) % 12);
            format!(
                "BXE{:06};{day:02}.{month:02}.{};{}-{month:02}-{day:02}\n",
                of(n, 7) % 1_000_000,
                born(n),
                issued(n)
            )
        };
        let rows: String = (0..5_000).filter(|n| has(*n)).map(row).collect();
        std::fs::write(folder.path().join(file), format!("Посвідчення водія;Дата народження;Дата видачі\n{rows}"))
            .unwrap();
    };
    let judged = |dump: Which, control: Which| {
        write("svc.csv", &ours);
        write("dump.csv", dump);
        write("control.csv", &|n| !ours(n) && control(n));
        let sets = ["--service", "svc=svc.csv", "--control", "c=control.csv", "--format", "json"];
        let run = leakprov(folder.path(), &[&["analyze", "dump.csv"], &sets[..]].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let verdict = &run.json()["verdict"];
        let text = |name: &str| verdict[name].as_str().unwrap().to_owned();
        (text("service"), verdict["because"]["service"].as_str().unwrap().to_owned())
    };
    let (old, elder) = (|n: u32| issued(n) < 2016 && of(n, 8) % 10 < 9, |n: u32| born(n) < 1975 && of(n, 8) % 10 < 9);
    let (answer, why) = judged(&old, &|n| issued(n) >= 2016);
    assert_eq!(answer, "current-data-source-open", "{why}");
    assert!(why.contains("of other years than the hits") && why.contains("made from 2005-01 to 2015-12"), "{why}");
    // A few of the right years among many of later ones.
    let (answer, why) = judged(&old, &|n| issued(n) >= 2016 || of(n, 9) % 8 == 0);
    assert_ne!(answer, "service-specific", "{why}");
    let (answer, why) = judged(&elder, &|n| born(n) >= 1975);
    assert_eq!(answer, "current-data-source-open", "{why}");
    assert!(why.contains("born before 1950 through 1970 to 1979"), "{why}");
    assert_eq!(judged(&old, &half).0, "not-service-alone");
    assert_eq!(judged(&elder, &half).0, "not-service-alone");
    assert_eq!(judged(&|n| ours(n) && half(n), &half).0, "service-specific");
    assert_eq!(judged(&|n| ours(n) && old(n), &half).0, "service-specific");
}
