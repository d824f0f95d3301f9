//! Damaged and hostile input: never a panic, always the same report, every byte in the account, and time and memory that
//! grow with the input and nothing else.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use leakprov::pipeline::Input;
use leakprov::report::Report;

#[path = "support/lab.rs"]
mod lab;
#[path = "support/mod.rs"]
mod support;
use lab::{Folder, Random, gzip, in_parts, inspected, inspected_with, json, lines, only, table, zstd};
use support::leakprov;

/// Most bytes that are kept of a fixture before it is damaged.
const SAMPLE_MOST: usize = 4096;

/// The beginning of every small fixture, plain and in both containers, with its name.
fn samples() -> Vec<(String, Vec<u8>)> {
    let formats = support::root().join("fixtures/formats");
    let mut found = Vec::new();
    for path in support::files(&formats).into_iter().filter(|path| path.ends_with("data.txt")) {
        let name = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.truncate(SAMPLE_MOST);
        found.push((name, bytes));
    }
    assert!(found.len() > 40);
    let packed = ["table-semicolon-1251", "table-comma-quoted-newline", "login-colon", "lines-licences"];
    for (name, bytes) in found.clone().into_iter().filter(|(name, _)| packed.contains(&name.as_str())) {
        found.push((format!("{name}.gz"), in_parts(&bytes, 2, gzip)));
        found.push((format!("{name}.zst"), in_parts(&bytes, 2, zstd)));
        found.push((format!("{name}.gz.zst"), zstd(&gzip(&bytes))));
    }
    found
}

/// Reads it twice, with one thread and with three: the same report, the whole account.
#[track_caller]
fn survives(folder: &Folder, bytes: &[u8], what: &str) -> Report {
    let input = [folder.put("dump", bytes)];
    let read = |threads| {
        std::panic::catch_unwind(|| inspected_with(&input, threads)).unwrap_or_else(|_| panic!("{what}: see above"))
    };
    let (one, three) = (read(1), read(3));
    assert!(json(&one) == json(&three), "{what}: two readings give two reports");
    assert_eq!(one.inputs[0].bytes, bytes.len() as u64, "{what}");
    one
}

#[test]
fn cut_anywhere() {
    let folder = Folder::new();
    for (number, (name, bytes)) in samples().into_iter().enumerate() {
        let contained = name.contains(".gz") || name.contains(".zst");
        let step = if contained { 11 } else { 83 };
        for end in (number % step..bytes.len()).step_by(step) {
            let report = survives(&folder, &bytes[..end], &format!("{name} cut at {end}"));
            // A text may end anywhere; a container may not.
            if contained && end > 4 && report.complete {
                let boundary = in_parts(&[], 1, gzip).len();
                assert!(
                    end > boundary && only(&report).layers.iter().all(|layer| layer.faulty == 0),
                    "{name} at {end}"
                );
                assert!(whole_parts(&bytes, end), "{name} cut at {end} looks whole");
            }
        }
    }
}

/// Whether a container cut here ends where one of its parts ends.
fn whole_parts(bytes: &[u8], end: usize) -> bool {
    use std::io::Read;
    let mut out = Vec::new();
    match bytes[0] {
        0x1F => flate2::read::MultiGzDecoder::new(&bytes[..end]).read_to_end(&mut out).is_ok(),
        _ => zstd::stream::copy_decode(&bytes[..end], &mut out).is_ok(),
    }
}

/// One damage: bits flipped, bytes inserted, a stretch doubled, dropped, or taken from another sample.
fn damaged(random: &mut Random, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    const TELLING: &[u8] = b"\0\n\r\"';,:|\t\xEF\xBB\xBF\x1F\x8B\x28\xB5\x98\xFF\xD0{[\x1B";
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + random.below(6) {
        let (at, length) = (random.below(bytes.len()), 1 + random.below(40));
        let end = (at + length).min(bytes.len());
        match random.below(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            1 => {
                let new: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
                drop(bytes.splice(at..at, new));
            }
            2 => {
                let new: Vec<u8> = (0..length).map(|_| *random.of(TELLING)).collect();
                drop(bytes.splice(at..at, new));
            }
            3 => drop(bytes.splice(at..end, [])),
            4 => {
                let copy = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, copy));
            }
            _ if !other.is_empty() => {
                let from = random.below(other.len());
                drop(bytes.splice(at..end, other[from..(from + 200).min(other.len())].iter().copied()));
            }
            _ => {}
        }
    }
    bytes
}

#[test]
fn damaged_anyhow() {
    let folder = Folder::new();
    let samples = samples();
    let mut random = Random(20);
    for (name, bytes) in &samples {
        for round in 0..40 {
            let other = &random.of(&samples).1;
            let text = damaged(&mut random, bytes, other);
            survives(&folder, &text, &format!("{name}, round {round}"));
        }
    }
}

#[test]
fn noise() {
    let folder = Folder::new();
    let mut random = Random(21);
    const MARKS: &[&[u8]] =
        &[b"\"", b"\n", b";", b"\"\"", b"\r", b"a", b"1", b"\"\n", b";\"", b"\xD0", b"\0", b"\xD0\x90", b":"];
    for round in 0..400 {
        let length = random.below(3000);
        let mut text = Vec::new();
        while text.len() < length {
            if round % 3 == 0 { text.push(random.next() as u8) } else { text.extend(*random.of(MARKS)) }
        }
        survives(&folder, &text, &format!("noise {round}"));
    }
}

#[test]
fn rows_before_a_cut_are_those_of_the_whole() {
    let folder = Folder::new();
    let rows = lines(4000, 3);
    let text = format!("id;email;phone;licence;note\n{}\n", rows.join("\n"));
    let whole = gzip(text.as_bytes());
    let input = |bytes: &[u8]| [folder.put("dump.csv.gz", bytes)];
    let reference = [folder.put("whole.csv", text.as_bytes())];
    for share in [2, 4, 6, 8] {
        let cut = &whole[..whole.len() * share / 10];
        let report = lab::overlapped(&input(cut), &reference);
        assert!(!report.complete);
        let dump = report.dump.as_ref().unwrap();
        let emails = report.overlaps.iter().find(|o| o.kind.as_deref() == Some("email")).unwrap();
        // Every whole row before the cut is found in the whole; the last may be broken.
        assert!(dump.rows > 0 && dump.rows < 4000);
        assert!(emails.shared.unwrap() >= dump.rows - 1, "{share}: {emails:?}");
    }
}

#[test]
fn small_and_empty_things() {
    let folder = Folder::new();
    for (what, bytes, rows, framing) in [
        ("empty", &b""[..], 0, 0),
        ("one line end", b"\n", 0, 1),
        ("line ends", b"\n\n\r\n\n", 0, 5),
        ("carriage returns", b"\r\r\r", 0, 3),
        ("a mark", b"\xEF\xBB\xBF", 0, 3),
        ("a mark and a line end", b"\xEF\xBB\xBF\n", 0, 4),
        ("half a mark", b"\xEF\xBB", 1, 0),
        ("a header", b"id;email;phone\n", 0, 15),
        ("a header without its end", b"id;email;phone", 0, 14),
        ("a byte", b"x", 1, 0),
        ("a quote", b"\"", 1, 0),
        ("a delimiter", b";", 1, 0),
        ("a NUL", b"\0", 0, 0),
    ] {
        let report = survives(&folder, bytes, what);
        let layout = only(&report);
        assert_eq!(
            (layout.rows, layout.layers.last().map_or(0, |l| l.framing)),
            (rows, framing),
            "{what}: {layout:#?}"
        );
        // The same within containers.
        let packed = survives(&folder, &gzip(bytes), what);
        assert_eq!(only(&packed).rows, rows, "{what} in gzip");
    }
    assert!(survives(&folder, &gzip(b""), "an empty member").complete);
    assert!(!survives(&folder, b"\x1F\x8B\x08", "three bytes of gzip").complete);
    assert!(!survives(&folder, b"\x28\xB5\x2F\xFD", "four bytes of zstd").complete);
}

/// What the program took: its most resident memory in MiB. Measured where the system tells it.
fn run_within(folder: &Folder, name: &str, limit: Duration, mib: u64) -> Report {
    let begun = Instant::now();
    let mut child = support::program(folder.path())
        .args(["inspect", name, "--format", "json", "--threads", "2"])
        .stdout(Stdio::from(std::fs::File::create(folder.path().join("report.json")).unwrap()))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let status_file = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        let told = std::fs::read_to_string(&status_file).unwrap_or_default();
        let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        most = most.max(peak.unwrap_or(0_u64) / 1024);
        let (late, large) = (begun.elapsed() > limit, most > mib);
        if late || large {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{name}: {most} MiB after {:?}", begun.elapsed());
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let mut errors = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut errors).unwrap();
    assert!(matches!(status.code(), Some(0 | 3)), "{name}: {status} {errors}");
    let report = std::fs::read_to_string(folder.path().join("report.json")).unwrap();
    let report: Report = serde_json::from_str(&report).unwrap();
    lab::check_account(&report);
    assert_eq!(status.code() == Some(0), report.complete, "{name}");
    report
}

const SOON: Duration = Duration::from_secs(20);

#[test]
fn bombs_stay_small() {
    let folder = Folder::new();
    let zeros = vec![0; 10_000_000];
    let mut nested = zeros.clone();
    for _ in 0..3 {
        nested = gzip(&nested);
    }
    folder.put("zeros.gz", &nested);
    assert!(!run_within(&folder, "zeros.gz", SOON, 400).complete, "ten million NULs are no text");
    // Text that grows a thousandfold twice over: given up once it is beyond all measure.
    let text = "aaaaaaaa;bbbbbbbb\n".repeat(16 << 20);
    folder.put("text.gz", &gzip(&zstd(text.as_bytes())));
    let report = run_within(&folder, "text.gz", Duration::from_secs(60), 400);
    assert!(!report.complete && report.limits.iter().any(|limit| limit.limit == "expansion"), "{:?}", report.limits);
    let read = only(&report).layers.last().unwrap().bytes;
    assert!(read < text.len() as u64, "{read}");
}

#[test]
fn containers_nest_only_so_deep() {
    let folder = Folder::new();
    let mut nested = table(50, 1).into_bytes();
    for depth in 1..=12 {
        nested = if depth % 2 == 0 { zstd(&nested) } else { gzip(&nested) };
        let report = survives(&folder, &nested, &format!("{depth} containers"));
        let layout = only(&report);
        assert_eq!((report.complete, layout.rows), if depth <= 8 { (true, 50) } else { (false, 0) }, "{depth}");
        // What stays packed is a fault of all its bytes.
        let faulty = layout.layers.iter().map(|layer| layer.faulty).sum::<u64>();
        assert_eq!(faulty, if depth <= 8 { 0 } else { nested.len() as u64 }, "{depth}: {layout:#?}");
    }
}

#[test]
fn wide_and_long_things() {
    let folder = Folder::new();
    let columns = 16_000;
    let row =
        |row: usize| (0..columns).map(|column| (row * column % 97).to_string()).collect::<Vec<_>>().join(";") + "\n";
    folder.put("columns.csv", (0..40).map(row).collect::<String>().as_bytes());
    let report = run_within(&folder, "columns.csv", Duration::from_secs(40), 1500);
    assert_eq!(only(&report).rows, 40);
    assert_eq!(report.dump.as_ref().unwrap().columns.len(), columns);

    folder.put("delimiters.csv", format!("a;b;c\n{}\n", ";".repeat(100_000)).repeat(20).as_bytes());
    run_within(&folder, "delimiters.csv", SOON, 1500);
    folder.put("delimiters.txt", &[b';'; 100_000]);
    run_within(&folder, "delimiters.txt", Duration::from_secs(40), 1500);

    let mut line = vec![b'x'; 20 << 20];
    folder.put("line.txt", &line);
    let report = run_within(&folder, "line.txt", SOON, 400);
    assert_eq!((only(&report).rows, only(&report).rows_faulty), (0, 1), "longer than a record may be");
    line.truncate(15 << 20);
    line.extend(b"\nshort\n");
    folder.put("line.txt.gz", &gzip(&line));
    assert_eq!(only(&run_within(&folder, "line.txt.gz", SOON, 400)).rows, 2);
}

#[test]
fn quotes_that_close_nothing_cost_little() {
    let folder = Folder::new();
    folder.put("quotes.txt", &[b'"'; 3 << 20]);
    run_within(&folder, "quotes.txt", SOON, 400);
    folder.put("quotes-lines.txt", "\"\n".repeat(1 << 20).as_bytes());
    run_within(&folder, "quotes-lines.txt", SOON, 400);
    // A beginning that shows quoted cells, then openings without end.
    let good: String = (0..20_000).map(|row| format!("{row};\"name, {row}\";\"river{row}@example.com\"\n")).collect();
    let whole = good.len();
    for (name, bad) in [
        ("open.csv", "\"a\n".to_owned()),
        ("open-cells.csv", "\"a;\"b;\"c\n".to_owned()),
        ("open-many.csv", "\"a;".repeat(500) + "\n"),
        ("open-then-closed.csv", format!("{}\";\n", "\"a\n".repeat(300))),
        ("open-wide.csv", format!("{}\";{}\n", "\"a;b;c\n".repeat(200), ";\"x".repeat(10_000))),
    ] {
        let text = good.clone() + &bad.repeat((4 << 20) / bad.len());
        folder.put(name, &gzip(text.as_bytes()));
        let report = run_within(&folder, name, SOON, 600);
        assert!(only(&report).quote.is_some() && text.len() > whole, "{name} was to be read with quotes");
        let stray = only(&report).faults.iter().find(|fault| fault.reason == "stray-quote");
        assert!(stray.is_some_and(|fault| fault.rows > 100), "{name}");
    }
}

#[test]
fn what_only_looks_like_an_archive() {
    let folder = Folder::new();
    let text = table(100, 1);
    for magic in [
        &b"PK\x03\x04"[..],
        b"Rar!\x1A\x07",
        b"7z\xBC\xAF\x27\x1C",
        b"BZh9",
        b"\x1F\x8B",
        b"\x1F\x8B\x08",
        b"\x28\xB5\x2F\xFD",
    ] {
        let report = survives(&folder, &[magic, text.as_bytes()].concat(), "a magic number before text");
        let layout = only(&report);
        // Read as what it is, or not at all and with that said.
        assert!(layout.rows >= 100 || (!report.complete && layout.rows == 0), "{magic:?}: {layout:#?}");
    }
}

#[test]
fn escapes_never_reach_the_terminal() {
    let folder = Folder::new();
    let evil = "\u{1b}[2J\u{1b}]8;;http://example.org\u{7}\u{9b}31m\u{202e}\u{2066}\u{200b}";
    let mut text = format!("id;na{evil}me;email{evil}\n");
    for row in 0..60 {
        text += &format!("{row};{evil}{row};river{row}@example.com{evil}\n");
    }
    folder.put("dump.csv", text.as_bytes());
    let escaped = format!("du{}mp.csv", evil.replace('/', ""));
    std::fs::write(folder.path().join(&escaped), text.as_bytes()).unwrap();
    for name in ["dump.csv", &escaped] {
        for format in ["text", "json"] {
            let run = leakprov(folder.path(), &["inspect", name, "--format", format]);
            assert_eq!(run.code, Some(0), "{}", run.stderr);
            let hidden = |letter: &char| {
                (letter.is_control() && *letter != '\n')
                    || matches!(*letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
            };
            let slipped = run.stdout.chars().chain(run.stderr.chars()).find(hidden);
            assert_eq!(slipped, None, "{format} of {}", name.escape_debug());
        }
    }
}

#[cfg(unix)]
#[test]
fn folders_with_loops_pipes_and_closed_doors() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    let inner = folder.path().join("dump/inner");
    std::fs::create_dir_all(&inner).unwrap();
    std::fs::write(inner.join("good.csv"), table(30, 1)).unwrap();
    std::fs::write(folder.path().join("outside.csv"), table(500, 2)).unwrap();
    symlink(folder.path().join("dump"), inner.join("loop")).unwrap();
    symlink(folder.path().join("outside.csv"), inner.join("out.csv")).unwrap();
    symlink("nowhere", inner.join("dangling")).unwrap();
    let piped = std::process::Command::new("mkfifo").arg(inner.join("pipe")).status().is_ok_and(|s| s.success());
    let socket = std::os::unix::net::UnixListener::bind(inner.join("socket")).is_ok();
    let report = inspected(&[folder.input("dump")]);
    assert_eq!(
        (report.dump.as_ref().unwrap().rows, report.complete),
        (30, false),
        "no link is followed, and that is said"
    );
    let passed_over = report.limits.iter().filter(|limit| limit.limit == "not-a-regular-file").count();
    assert_eq!(passed_over, 3 + usize::from(piped) + usize::from(socket), "{:?}", report.limits);

    let closed = folder.put("closed.csv", table(10, 3).as_bytes());
    std::fs::set_permissions(&closed.path, std::fs::Permissions::from_mode(0o0)).unwrap();
    if std::fs::File::open(&closed.path).is_ok() {
        return; // root can read everything
    }
    let report = inspected(&[folder.input("outside.csv"), closed]);
    assert_eq!((report.dump.as_ref().unwrap().rows, report.complete), (500, false));
}

#[test]
fn what_is_not_there_is_an_error_and_no_panic() {
    let gone = Input { path: Path::new("gone/dump.csv").to_owned(), shown: "gone/dump.csv".to_owned() };
    let error = leakprov::pipeline::inspect(&lab::request(&[gone], 2), &leakprov::pipeline::Silent).unwrap_err();
    assert!(error.to_string().contains("gone/dump.csv"));
    // A folder of nothing is no answer either.
    let place = tempfile::tempdir().unwrap();
    let empty = Input { path: place.path().to_owned(), shown: "empty".to_owned() };
    let error = leakprov::pipeline::inspect(&lab::request(&[empty], 2), &leakprov::pipeline::Silent).unwrap_err();
    assert!(error.to_string().starts_with("the folder empty holds no file"), "{error}");
}
