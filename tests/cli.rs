//! The program as a process: exit statuses, streams, files, help.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

mod support;
use support::{golden, leakprov, leakprov_reading, program};

const COMMANDS: [&str; 8] = ["analyze", "inspect", "overlap", "identify", "explain", "check", "synth", "validate"];

/// A dump and a service's list with three licences in common.
fn world() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let row = |number: u32| format!("ABC{number:06};person{number}@example.com\n");
    let dump: String = (100_000..100_200).map(row).collect();
    let service: String = (100_197..100_500).map(row).collect();
    std::fs::write(folder.path().join("dump.csv"), format!("licence;email\n{dump}")).unwrap();
    std::fs::write(folder.path().join("service.csv"), format!("licence;email\n{service}")).unwrap();
    folder
}

const CLAIM: [&str; 7] = [
    "analyze",
    "--claim-records",
    "26000000",
    "--population",
    "ua.driver_licence=9500000",
    "--service",
    "diia=#6500000",
];

#[test]
fn the_complete_help_is_as_reviewed() {
    let here = Path::new(".");
    let bare = leakprov(here, &[]);
    assert_eq!(bare.code, Some(0));
    assert!(bare.stdout.contains("The first five minutes"));
    golden("fixtures/help/leakprov.txt", &bare.stdout);
    for command in COMMANDS {
        let help = leakprov(here, &[command, "--help"]);
        assert_eq!(help.code, Some(0), "{command}: {}", help.stderr);
        golden(&format!("fixtures/help/{command}.txt"), &help.stdout);
        assert!(
            leakprov(here, &[command, "-h"]).stdout.len() < help.stdout.len(),
            "{command}: -h is not the short one"
        );
    }
}

#[test]
fn no_golden_of_help_is_forgotten() {
    let mut there: Vec<String> = support::below("fixtures/help", "txt")
        .iter()
        .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut wanted: Vec<String> =
        COMMANDS.iter().map(|command| (*command).to_owned()).chain(["leakprov".to_owned()]).collect();
    there.sort();
    wanted.sort();
    assert_eq!(there, wanted);
}

#[test]
fn wrong_use_is_2_with_a_hint() {
    let folder = world();
    let out = folder.path().join("report.txt");
    std::fs::write(&out, "mine").unwrap();
    for args in [
        &["frobnicate"][..],
        &["inspect"],
        &["inspect", "--frobnicate", "dump.csv"],
        &["inspect", "gone.csv"],
        &["inspect", "-", "-"],
        &["inspect", "dump.csv", "--format", "yaml"],
        &["inspect", "dump.csv", "--threads", "0"],
        &["inspect", "dump.csv", "--out", "report.txt"],
        &["inspect", "dump.csv", "--out", "dump.csv", "--force"],
        &["inspect", "dump.csv", "--out", "no/such/folder/report.txt"],
        &["inspect", "dump.csv", "--faults", "dump.csv"],
        &["analyze"],
        &["analyze", "dump.csv", "--service", "service.csv"],
        &["analyze", "dump.csv", "--service", "Service=service.csv"],
        &["analyze", "dump.csv", "--service", "a=#1", "--service", "b=#1"],
        &["analyze", "dump.csv", "--service", "a=#1", "--corpus", "a=#1"],
        &["analyze", "dump.csv", "--corpus", "a=gone.csv"],
        &["analyze", "dump.csv", "--key", "licence"],
        &["analyze", "dump.csv", "--population", "ua.driver_licence"],
        &["analyze", "--claim-records", "26,5"],
        &["analyze", "--claim-records", "26M", "--claim-unit", "licences"],
        &["analyze", "--case", "gone.toml"],
        &["analyze", "dump.csv", "--fail-if", "this is no expression"],
        &["overlap", "dump.csv"],
        &["overlap", "dump.csv", "gone.csv"],
        &["identify", "--region", "XX", "x"],
        &["explain", "ua.driver_license"],
        &["check"],
        &["check", "gone.toml"],
        &["synth", "no-such-scenario", "--out", "world"],
    ] {
        let run = leakprov(folder.path(), args);
        assert_eq!(run.code, Some(2), "{args:?}: {} {}", run.stdout, run.stderr);
        assert!(run.stderr.starts_with("error: "), "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains("\nhint: "), "{args:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{args:?}");
    }
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
}

#[test]
fn an_inspection_is_one_screen_that_ends_with_the_next_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = String::from("id;піб;телефон;email;місто;дата народження;created_at;номер\n");
    for row in 0..2_000_u32 {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let name = ["Зразкова Олена", "Тестенко Іван", "Прикладна Ганна"][row as usize % 3];
        text += &format!(
            "{};{name} {row};+38067{:07};fox{row}@example.com;Дніпропетровськ;{:04}-{month:02}-{day:02};{:04}-{month:02}-{day:02};\
             AA{:04}KA\n",
            row + 100,
            row * 4_999 % 10_000_000,
            1950 + row % 50,
            2010 + row % 8,
            row * 7 % 10_000,
        );
    }
    std::fs::write(folder.path().join("people.csv"), text).expect("a file");
    let run = leakprov(folder.path(), &["inspect", "people.csv"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(lines.len() <= 45, "{} lines\n{}", lines.len(), run.stdout);
    assert!(lines.last().is_some_and(|line| line.contains("leakprov analyze DUMP")), "{}", run.stdout);
    assert!(lines.iter().all(|line| line.chars().count() <= 100), "{}", run.stdout);
}

#[test]
fn sensitive_names_are_shown_to_those_who_ask() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = |args: &[&str]| leakprov(folder.path(), args).stdout;
    for list in [&["schema", "list"][..], &["explain"], &["schema", "holders", "--field", "email"]] {
        let discreet = said(list).to_lowercase();
        assert!(!discreet.contains("ashley") && discreet.contains("--sensitive shows them"), "{list:?}: {discreet}");
        assert!(said(&[list, &["--sensitive"]].concat()).to_lowercase().contains("ashley"), "{list:?}");
    }
    assert!(said(&["explain", "AshleyMadison"]).contains("sensitive"));
    assert!(said(&["explain", "ashleymadison_2015"]).contains("a schema"));
}

#[test]
fn numbers_alone_answer_within_a_second() {
    let began = Instant::now();
    let run = leakprov(Path::new("."), &CLAIM);
    let took = began.elapsed();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(took < Duration::from_secs(1), "{took:?}");
    let words = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["26 million", "6.5 million", "25", "does not show"] {
        assert!(words.contains(part), "`{part}` is not in: {words}");
    }
}

#[test]
fn numbers_may_be_written_as_people_write_them() {
    let plain = leakprov(Path::new("."), &CLAIM);
    for (records, population, size) in
        [("26M", "9.5M", "6.5M"), ("26_000_000", "9,500,000", "6,500,000"), ("26,000,000", "9500k", "0.0065B")]
    {
        let population = format!("ua.driver_licence={population}");
        let service = format!("diia=#{size}");
        let run = leakprov(
            Path::new("."),
            &["analyze", "--claim-records", records, "--population", &population, "--service", &service],
        );
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(run.stdout, plain.stdout);
    }
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let folder = world();
    for args in [
        &["inspect", "dump.csv"][..],
        &["overlap", "dump.csv", "service.csv"],
        &["analyze", "dump.csv", "--service", "portal=service.csv"],
        &CLAIM,
    ] {
        let mut args = args.to_vec();
        args.extend(["--format", "json", "-v"]);
        let run = leakprov(folder.path(), &args);
        assert_eq!(run.code, Some(0), "{args:?}: {}", run.stderr);
        assert_eq!(run.json()["report_version"], 1, "{args:?}");
    }
}

#[test]
fn standard_input_is_an_input() {
    let folder = world();
    let bytes = std::fs::read(folder.path().join("dump.csv")).unwrap();
    let piped = leakprov_reading(folder.path(), &["inspect", "-", "--format", "json"], &bytes);
    let file = leakprov(folder.path(), &["inspect", "dump.csv", "--format", "json"]);
    assert_eq!((piped.code, file.code), (Some(0), Some(0)), "{}{}", piped.stderr, file.stderr);
    assert_eq!(piped.json()["dump"]["units"], file.json()["dump"]["units"]);
    assert_eq!(piped.json()["dump"]["rows"], 200);
}

#[test]
fn threads_and_digest_change_no_count() {
    let folder = world();
    let args = ["analyze", "dump.csv", "--service", "portal=service.csv", "--format", "json"];
    let one = leakprov(folder.path(), &[&args[..], &["--threads", "1"]].concat());
    let three = leakprov(folder.path(), &[&args[..], &["--threads", "3"]].concat());
    assert_eq!(one.code, Some(0), "{}", one.stderr);
    assert_eq!(one.stdout, three.stdout);
    let bare = leakprov(folder.path(), &[&args[..], &["--no-digest"]].concat()).json();
    assert!(one.json()["inputs"][0]["sha256"].is_string());
    assert!(bare["inputs"][0]["sha256"].is_null());
    assert_eq!(bare["overlaps"], one.json()["overlaps"]);
}

#[test]
fn a_reader_that_goes_is_no_failure() {
    let folder = world();
    let mut child = program(folder.path())
        .args(["inspect", "dump.csv", "--format", "json"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_4() {
    let folder = world();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output =
        program(folder.path()).args(["inspect", "dump.csv"]).stdin(Stdio::null()).stdout(full).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{stderr}");
    assert!(stderr.starts_with("error: ") && stderr.contains("hint: "), "{stderr}");
}

#[test]
fn bytes_that_stay_unexamined_are_3_and_said() {
    let folder = world();
    let plain = std::fs::read(folder.path().join("dump.csv")).unwrap();
    let mut whole = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut whole, &plain).unwrap();
    let whole = whole.finish().unwrap();
    std::fs::write(folder.path().join("cut.csv.gz"), &whole[..whole.len() / 2]).unwrap();
    let run = leakprov(folder.path(), &["inspect", "cut.csv.gz", "--format", "json"]);
    assert_eq!(run.code, Some(3), "{}", run.stderr);
    assert_eq!(run.json()["complete"], false);
    assert!(run.stderr.contains("unexamined"), "{}", run.stderr);
    assert_eq!(leakprov(folder.path(), &["inspect", "cut.csv.gz", "-q"]).stderr, "");
}

#[test]
fn evidence_that_changes_while_it_is_read_is_4() {
    use std::io::Write;
    let folder = world();
    let path = folder.path().join("grows.csv");
    let rows = std::fs::read(folder.path().join("dump.csv")).unwrap().repeat(2_000);
    std::fs::write(&path, &rows).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    let run = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                file.write_all(b"ABC100000;person@example.com\n").unwrap();
                std::thread::sleep(Duration::from_micros(200));
            }
        });
        let run = leakprov(folder.path(), &["inspect", "grows.csv"]);
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        run
    });
    assert_eq!(run.code, Some(4), "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("changed while it was read"), "{}", run.stderr);
    assert!(!run.stdout.is_empty(), "the report is printed in any case");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_run() {
    use std::os::unix::fs::PermissionsExt;
    let folder = world();
    let locked = folder.path().join("locked.csv");
    std::fs::write(&locked, "x\n").unwrap();
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&locked).is_ok() {
        // The superuser reads everything: a link to itself cannot be read by anybody.
        std::fs::remove_file(&locked).unwrap();
        std::os::unix::fs::symlink("locked.csv", &locked).unwrap();
    }
    let run = leakprov(folder.path(), &["inspect", "dump.csv", "locked.csv", "--format", "json"]);
    assert_eq!(run.code, Some(3), "{} {}", run.stdout, run.stderr);
    assert_eq!(run.json()["dump"]["rows"], 200);
    assert_eq!(run.json()["complete"], false);
}

#[test]
fn fail_if_decides_between_0_and_1() {
    let folder = world();
    let args = ["analyze", "dump.csv", "--service", "portal=service.csv", "--fail-if"];
    for (expression, code) in [
        ("overlaps[reference=portal,kind=email].shared > 2", 1),
        ("overlaps[reference=portal,kind=email].shared > 3", 0),
        ("dump.rows > 1000 or dump.rows == 200", 1),
    ] {
        let run = leakprov(folder.path(), &[&args[..], &[expression]].concat());
        assert_eq!(run.code, Some(code), "{expression}: {}", run.stderr);
        assert!(!run.stdout.is_empty(), "the report is printed in any case");
        assert_eq!(run.stderr.contains("--fail-if"), code == 1, "{}", run.stderr);
    }
}

#[test]
fn a_report_file_is_whole_and_not_replaced_unasked() {
    let folder = world();
    let args = ["inspect", "dump.csv", "--format", "json", "--out"];
    let printed = leakprov(folder.path(), &args[..4]);
    let saved = leakprov(folder.path(), &[&args[..], &["report.json"]].concat());
    assert_eq!((saved.code, saved.stdout.as_str()), (Some(0), ""), "{}", saved.stderr);
    assert_eq!(std::fs::read_to_string(folder.path().join("report.json")).unwrap(), printed.stdout);
    std::fs::create_dir(folder.path().join("reports")).unwrap();
    leakprov(folder.path(), &[&args[..], &["reports"]].concat());
    assert_eq!(std::fs::read_to_string(folder.path().join("reports/report.json")).unwrap(), printed.stdout);
    assert_eq!(leakprov(folder.path(), &[&args[..], &["report.json"]].concat()).code, Some(2));
    assert_eq!(leakprov(folder.path(), &[&args[..], &["report.json", "--force"]].concat()).code, Some(0));
}

#[test]
fn faults_are_listed_with_their_places() {
    let folder = world();
    let mut text = std::fs::read_to_string(folder.path().join("dump.csv")).unwrap();
    let at = text.len();
    text.push_str("ABC100999\nABC101000;person@example.com\n");
    std::fs::write(folder.path().join("ragged.csv"), text).unwrap();
    let run = leakprov(folder.path(), &["inspect", "ragged.csv", "--faults", "faults.jsonl"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let lines = std::fs::read_to_string(folder.path().join("faults.jsonl")).unwrap();
    let faults: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        faults,
        [serde_json::json!({ "file": "ragged.csv", "reason": "ragged-row", "byte": at, "record": 200 })]
    );
}

#[test]
fn identify_speaks_json_lines() {
    let here = Path::new(".");
    let run = leakprov_reading(here, &["identify"], b"nadia@example.com\n\nzz\xff\n");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let lines: Vec<serde_json::Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3, "one line for each line");
    assert_eq!((&lines[0]["line"], &lines[0]["kinds"][0]["kind"]), (&1.into(), &"email".into()));
    assert!(lines[0].get("value").is_none() && lines[0]["kinds"][0].get("key").is_none(), "nothing is shown unasked");
    assert_eq!(lines[1]["kinds"], serde_json::json!([]));
    let asked = leakprov_reading(here, &["identify", "--reveal"], b"Nadia@Example.com\n").json();
    assert_eq!(
        (&asked["value"], &asked["kinds"][0]["key"]),
        (&"Nadia@Example.com".into(), &"nadia@example.com".into())
    );
    let given = leakprov(here, &["identify", "Nadia@Example.com"]).json();
    assert_eq!(given["kinds"][0]["key"], "nadia@example.com");
    let national = leakprov(here, &["identify", "067 123 45 67", "--region", "UA"]).json();
    assert_eq!(national["kinds"][0]["key"], "+380671234567");
}

#[test]
fn explain_knows_every_id_and_suggests_the_nearest() {
    let here = Path::new(".");
    let all = leakprov(here, &["explain"]).stdout;
    for id in ["email", "ua.driver_licence", "diia-2020", "credit", "json", "report-schema"] {
        assert!(all.contains(&format!("  {id} ")), "{id} is not listed");
        assert_eq!(leakprov(here, &["explain", id]).code, Some(0), "{id}");
    }
    assert!(leakprov(here, &["explain", "ua.driver_license"]).stderr.contains("`ua.driver_licence`"));
    assert!(leakprov(here, &["explain", "report-schema"]).json().is_object());
}

#[test]
fn every_report_keeps_to_the_published_schema() {
    let folder = world();
    let schema = leakprov(folder.path(), &["explain", "report-schema"]).json();
    assert_eq!(schema, leakprov::report::schema(), "what is published is what is checked");
    for args in [
        &["inspect", "dump.csv"][..],
        &["overlap", "dump.csv", "service.csv"],
        &["analyze", "dump.csv", "--service", "portal=service.csv", "--corpus", "lists=dump.csv"],
        &CLAIM,
    ] {
        let report = leakprov(folder.path(), &[args, &["--format", "json"]].concat()).json();
        assert_eq!(leakprov::report::schema::departures(&report), Vec::<String>::new(), "{args:?}");
    }
}

#[test]
fn check_tells_what_does_not_hold() {
    let folder = world();
    let case = |rows: u32| {
        format!(
            "title = \"t\"\n[dump]\nfiles = [\"dump.csv\"]\n[[reference]]\nid = \"portal\"\nrole = \"service\"\nfiles = [\"service.csv\"]\n[expect]\n\"dump.rows\" = {rows}\n\"overlaps[reference=portal,kind=email].shared\" = {{ min = 3, max = 3 }}\n"
        )
    };
    std::fs::write(folder.path().join("case.toml"), case(200)).unwrap();
    let held = leakprov(folder.path(), &["check", "case.toml"]);
    assert_eq!(held.code, Some(0), "{}{}", held.stdout, held.stderr);
    std::fs::create_dir(folder.path().join("wrong")).unwrap();
    for file in ["dump.csv", "service.csv"] {
        std::fs::copy(folder.path().join(file), folder.path().join("wrong").join(file)).unwrap();
    }
    std::fs::write(folder.path().join("wrong/case.toml"), case(201)).unwrap();
    let failed = leakprov(folder.path(), &["check", "."]);
    assert_eq!(failed.code, Some(1), "{}", failed.stderr);
    assert!(failed.stdout.contains("dump.rows"), "{}", failed.stdout);
    assert!(failed.stdout.contains("1 of 2 cases"), "{}", failed.stdout);
}

#[test]
fn every_case_in_the_repository_holds() {
    let run = leakprov(support::root(), &["check", "fixtures/cases"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_world_is_the_same_for_the_same_seed() {
    let folder = tempfile::tempdir().unwrap();
    for (out, seed) in [("a", "7"), ("b", "7"), ("c", "8")] {
        let run = leakprov(folder.path(), &["synth", "diia-2020", "--out", out, "--scale", "0.0005", "--seed", seed]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    }
    let world = |name: &str| -> Vec<Vec<u8>> {
        support::files(&folder.path().join(name)).iter().map(|file| std::fs::read(file).unwrap()).collect()
    };
    assert!(world("a").len() > 5, "a dump, its references and a case");
    assert!(world("a") == world("b"), "one seed, one world");
    assert!(world("a") != world("c"), "another seed, another world");
    assert_eq!(
        leakprov(folder.path(), &["synth", "diia-2020", "--out", "a", "--scale", "0.0005"]).code,
        Some(2),
        "a world is not written over another"
    );
}

/// The README shows what its first command prints, between two markers: the answers and the composition, the rest cut.
#[test]
fn the_readme_shows_a_real_report() {
    let run = leakprov(support::root(), &["analyze", "--case", "fixtures/cases/diia-2020/case.toml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let readme = support::read(Path::new("README.md"));
    let (open, close) = ("<!-- report: begin -->\n```text\n", "```\n<!-- report: end -->");
    let (before, rest) = readme.split_once(open).expect("README.md opens the report");
    let (_, after) = rest.split_once(close).expect("README.md closes the report");
    let report = run.stdout.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let (answers, rest) = report.split_once("\n\nDUMP").expect("the dump follows the answers");
    let (_, rest) = rest.split_once("\n\nCOMPOSITION").expect("a composition");
    let (composition, _) = rest.split_once("\n\n").expect("more follows the composition");
    let shown = format!("{answers}\n\n[…]\n\nCOMPOSITION{composition}\n\n[…]\n");
    golden("README.md", &format!("{before}{open}{shown}{close}{after}"));
}

/// Runs until the input ends, which it does not: a signal ends the run, and the exit status says which.
#[test]
fn a_signal_ends_the_run_and_leaves_nothing() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let folder = tempfile::tempdir().unwrap();
        let mut run = support::program(folder.path());
        run.args(["inspect", "-", "--out", "report.txt"]).stdin(std::process::Stdio::piped());
        let mut run = run.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        let mut input = run.stdin.take().unwrap();
        // More than a pipe holds: when it is written, the program is reading and heeds signals.
        std::io::Write::write_all(&mut input, &b"a@example.com;b\n".repeat(20_000)).unwrap();
        let kill = std::process::Command::new("kill").args([&format!("-{signal}"), &run.id().to_string()]).status();
        assert!(kill.unwrap().success());
        assert_eq!(run.wait().unwrap().code(), Some(code));
        drop(input);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
