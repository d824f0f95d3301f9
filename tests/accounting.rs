//! Every byte and every row is accounted for, and every fault has its reason and its place: checked against counts that the
//! test makes itself, with decoders and a reader of its own.

use std::io::Read;
use std::path::{Path, PathBuf};

use leakprov::report::dump::Layout;

#[path = "support/lab.rs"]
mod lab;
use lab::{Folder, cp1251, fault, gzip, in_parts, inspected, lines, only, table, zstd};

/// What another reader finds in a text.
#[derive(Debug, PartialEq, Eq)]
struct Counted {
    rows: u64,
    /// Bytes of its records, header and record ends excluded.
    content: u64,
    /// All other bytes.
    framing: u64,
}

/// How a text is to be read.
#[derive(Clone, Copy)]
struct Form {
    end: u8,
    quote: Option<u8>,
    header: bool,
}

const LINES: Form = Form { end: b'\n', quote: None, header: true };
const QUOTED: Form = Form { quote: Some(b'"'), ..LINES };

/// Lines are counted one by one; a line end between quotes ends nothing. Not for texts with stray quotes.
fn count(text: &[u8], form: Form) -> Counted {
    let text_bytes = text.len() as u64;
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let (mut records, mut record, mut inside) = (Vec::new(), Vec::new(), false);
    for &byte in text {
        inside ^= Some(byte) == form.quote;
        if byte == form.end && !inside {
            records.push(std::mem::take(&mut record));
        } else {
            record.push(byte);
        }
    }
    records.push(record);
    if form.end == b'\n' {
        let carriage =
            |record: &mut Vec<u8>| record.truncate(record.len() - usize::from(record.last() == Some(&b'\r')));
        records.iter_mut().for_each(carriage);
    }
    records.retain(|record| !record.is_empty());
    if form.header {
        records.remove(0);
    }
    let content = records.iter().map(|record| record.len() as u64).sum();
    Counted { rows: records.len() as u64, content, framing: text_bytes - content }
}

/// The rows that the csv crate finds.
fn csv_rows(text: &[u8], form: Form, delimiter: u8) -> u64 {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter).has_headers(form.header).flexible(true);
    if form.end == b'\r' {
        reader.terminator(csv::Terminator::Any(b'\r'));
    }
    match form.quote {
        Some(quote) => reader.quote(quote),
        None => reader.quoting(false),
    };
    reader.from_reader(text).byte_records().map(Result::unwrap).count() as u64
}

/// The text behind all containers, and their names from the outside in.
fn unpacked(stored: &[u8]) -> (Vec<u8>, Vec<&'static str>) {
    let (mut bytes, mut containers) = (stored.to_vec(), Vec::new());
    loop {
        let mut inner = Vec::new();
        if bytes.starts_with(&[0x1F, 0x8B]) {
            flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut inner).unwrap();
            containers.push("gzip");
        } else if bytes.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) {
            zstd::stream::copy_decode(&bytes[..], &mut inner).unwrap();
            containers.push("zstd");
        } else {
            return (bytes, containers);
        }
        bytes = inner;
    }
}

/// One file as reported against one file as counted; `lost` bytes of its records carry nothing.
#[track_caller]
fn same(layout: &Layout, stored: &[u8], form: Form, lost: u64) {
    let (text, containers) = unpacked(stored);
    let counted = count(&text, form);
    assert_eq!(layout.containers, containers);
    let names: Vec<&str> = layout.layers.iter().map(|layer| layer.name.as_str()).collect();
    assert_eq!(names, containers.iter().copied().chain(["text"]).collect::<Vec<_>>());
    assert_eq!(layout.bytes, stored.len() as u64);
    for packed in &layout.layers[..containers.len()] {
        assert_eq!((packed.usable, packed.faulty, packed.framing), (packed.bytes, 0, 0), "{}", packed.name);
    }
    let last = layout.layers.last().unwrap();
    assert_eq!(last.bytes, text.len() as u64, "bytes of text");
    let reported = Counted { rows: layout.rows, content: last.usable + last.faulty, framing: last.framing };
    assert_eq!(reported, counted, "{layout:#?}");
    assert_eq!((last.faulty, layout.rows_faulty), (lost, 0));
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() { found.extend(files_below(&entry.path())) } else { found.push(entry.path()) }
    }
    found.sort();
    found
}

fn as_input(path: &Path) -> leakprov::pipeline::Input {
    leakprov::pipeline::Input { path: path.to_owned(), shown: path.file_name().unwrap().to_string_lossy().into_owned() }
}

#[test]
fn every_fixture_of_a_form_is_accounted_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats");
    let mut read = 0;
    for path in files_below(&root).into_iter().filter(|path| path.ends_with("data.txt")) {
        let (stored, expect) = (std::fs::read(&path).unwrap(), path.with_file_name("expect.toml"));
        let expect: toml::Table = std::fs::read_to_string(expect).unwrap().parse().unwrap();
        let report = inspected(&[as_input(&path)]);
        let layout = only(&report);
        if expect.contains_key("error") {
            let whole = &layout.layers[0];
            assert_eq!((whole.bytes, whole.faulty, layout.rows), (stored.len() as u64, stored.len() as u64, 0));
            assert!(!report.complete, "{} was not read and that is not said", path.display());
            assert_eq!(fault(&report, "unsupported").bytes, stored.len() as u64);
            continue;
        }
        let byte = |key: &str| expect.get(key).and_then(toml::Value::as_str).map(|text| text.as_bytes()[0]);
        let form = Form {
            end: byte("terminator").unwrap_or(b'\n'),
            quote: byte("quote"),
            header: expect["header"].as_bool().unwrap(),
        };
        let invalid =
            layout.faults.iter().filter(|fault| fault.reason == "invalid-bytes").map(|fault| fault.bytes).sum();
        assert_eq!(invalid > 0, path.parent().unwrap().ends_with("table-few-bad-bytes"), "{}", path.display());
        same(layout, &stored, form, invalid);
        if let Some(delimiter) = byte("delimiter").filter(|_| expect["format"].as_str() == Some("delimited")) {
            assert_eq!(layout.rows, csv_rows(&stored, form, delimiter), "{}", path.display());
        }
        assert!(report.complete);
        read += 1;
    }
    assert!(read > 40);
}

#[test]
fn every_file_of_the_cases_is_accounted_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases");
    let data = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        !["case.toml", "README.md", "truth.json"].contains(&name.as_str())
    };
    let files: Vec<PathBuf> = files_below(&root).into_iter().filter(data).collect();
    assert!(files.len() > 15);
    for path in files {
        let stored = std::fs::read(&path).unwrap();
        let report = inspected(&[as_input(&path)]);
        let layout = only(&report);
        let byte = |text: &Option<String>| text.as_ref().map(|text| text.as_bytes()[0]);
        let form = Form { end: b'\n', quote: byte(&layout.quote), header: layout.header.unwrap() };
        let invalid =
            layout.faults.iter().filter(|fault| fault.reason == "invalid-bytes").map(|fault| fault.bytes).sum();
        if layout.faults.iter().all(|fault| fault.reason != "stray-quote") {
            same(layout, &stored, form, invalid);
        }
        assert!(report.complete, "{}", path.display());
    }
}

/// A table in which every row has a quoted note with line ends, delimiters and quotes in it.
fn quoted_table(rows: usize, seed: u64) -> String {
    let body: String = lines(rows, seed)
        .iter()
        .enumerate()
        .map(|(row, line)| {
            let (cells, _) = line.rsplit_once(';').unwrap();
            format!("{cells};\"note {row}; \"\"said\"\"\nand more\n\nof it\"\n")
        })
        .collect();
    format!("id;email;phone;licence;note\n{body}")
}

#[test]
fn texts_of_every_kind_are_accounted_for_in_every_container() {
    let plain = table(700, 1);
    let western = plain.replace('\n', "\r\n");
    let blank_lines = plain.replace("\n1010", "\n\n\n1010").replace("\n1020", "\n\r\n1020") + "\n\n";
    let texts: Vec<(&str, Vec<u8>, Form)> = vec![
        ("line feeds", plain.clone().into_bytes(), LINES),
        ("carriage returns and line feeds", western.into_bytes(), LINES),
        ("carriage returns", plain.replace('\n', "\r").into_bytes(), Form { end: b'\r', ..LINES }),
        ("a mark", format!("\u{feff}{plain}").into_bytes(), LINES),
        ("windows-1251", cp1251(&plain), LINES),
        ("no final line end", plain.trim_end().as_bytes().to_vec(), LINES),
        ("blank lines", blank_lines.into_bytes(), LINES),
        ("no header", lines(700, 1).join("\n").into_bytes(), Form { header: false, ..LINES }),
        ("quoted line ends", quoted_table(700, 1).into_bytes(), QUOTED),
        ("quoted carriage returns", quoted_table(700, 1).replace('\n', "\r\n").into_bytes(), QUOTED),
    ];
    let folder = Folder::new();
    for (what, text, form) in texts {
        for (container, stored) in [
            ("plain", text.clone()),
            ("gzip", in_parts(&text, 3, gzip)),
            ("zstd", in_parts(&text, 3, zstd)),
            ("gzip in zstd", zstd(&in_parts(&text, 2, gzip))),
            ("empty members", [gzip(b""), gzip(&text), gzip(b"")].concat()),
        ] {
            let report = inspected(&[folder.put("dump.csv", &stored)]);
            let layout = only(&report);
            assert!(report.complete && layout.faults.is_empty(), "{what}, {container}: {layout:#?}");
            assert_eq!(layout.delimiter.as_deref(), Some(";"), "{what}, {container}");
            assert_eq!(layout.rows, 700, "{what}, {container}");
            same(layout, &stored, form, 0);
            assert_eq!(layout.rows, csv_rows(&text, form, b';'), "{what}, {container}");
        }
    }
}

/// A table of 2,000 rows with something planted in row 1,234 (0-based), and the place where that row begins.
fn planted(with: impl Fn(&str) -> Vec<u8>) -> (Vec<u8>, usize) {
    planted_in(table(2000, 2), with)
}

fn planted_in(whole: String, with: impl Fn(&str) -> Vec<u8>) -> (Vec<u8>, usize) {
    let row = 1234;
    let begin = whole.match_indices('\n').nth(row).unwrap().0 + 1;
    let end = begin + whole[begin..].find('\n').unwrap();
    let text = [&whole.as_bytes()[..begin], &with(&whole[begin..end]), &whole.as_bytes()[end..]].concat();
    (text, begin)
}

/// The fault is found once, in row 1,234, at this place, in the text as it is and in every container; the row stays.
#[track_caller]
fn found(text: &[u8], reason: &str, bytes: u64, place: usize, lost: u64, form: Form) {
    let folder = Folder::new();
    for (stored, within) in [
        (text.to_vec(), ""),
        (in_parts(text, 3, gzip), " » gzip"),
        (in_parts(text, 3, zstd), " » zstd"),
        (gzip(&zstd(text)), " » gzip » zstd"),
    ] {
        let report = inspected(&[folder.put("dump.csv", &stored)]);
        let found = fault(&report, reason);
        assert_eq!((found.rows, found.bytes), (1, bytes), "{found:?}");
        assert_eq!(found.places, [format!("dump.csv{within} » byte {place} » record 1234")]);
        let layout = only(&report);
        assert_eq!((layout.faults.len(), layout.rows, layout.rows_repaired), (1, 2000, 1), "{layout:#?}");
        assert!(report.complete, "a faulty cell is no unexamined byte");
        same(layout, &stored, form, lost);
    }
}

#[test]
fn a_ragged_row_is_found_in_its_place() {
    for with in [|row: &str| format!("{row};and;more"), |row: &str| row.split(';').next().unwrap().to_owned()] {
        let (text, begin) = planted(|row| with(row).into_bytes());
        let bytes = text[begin..].iter().position(|&byte| byte == b'\n').unwrap();
        found(&text, "ragged-row", bytes as u64, begin, 0, LINES);
    }
}

#[test]
fn nuls_are_found_in_their_place() {
    let (text, begin) = planted(|row| row.replacen("river", "ri\0v\0er", 1).into_bytes());
    found(&text, "nul-byte", 2, begin + "11234;ri".len(), 2, LINES);
}

#[test]
fn invalid_bytes_are_found_in_their_place() {
    let (text, begin) = planted(|row| {
        // Half a letter, and a byte that begins none.
        let at = row.find("river").unwrap();
        [&row.as_bytes()[..at], b"\xD0ri\xFF", &row.as_bytes()[at..]].concat()
    });
    found(&text, "invalid-bytes", 2, begin + "11234;".len(), 2, LINES);
    let (text, begin) = planted(|row| row.replacen("river", "ri_ver", 1).into_bytes());
    let mut text = cp1251(&String::from_utf8(text).unwrap());
    let begin = begin - (text_bytes_before(begin) - cp1251_bytes_before(begin));
    let at = begin + text[begin..].iter().position(|&byte| byte == b'_').unwrap();
    text[at] = 0x98;
    found(&text, "invalid-bytes", 1, at, 1, LINES);
}

fn text_bytes_before(begin: usize) -> usize {
    table(2000, 2)[..begin].len()
}

fn cp1251_bytes_before(begin: usize) -> usize {
    cp1251(&table(2000, 2)[..begin]).len()
}

/// Like [`table`], but the note is quoted, so that quotes mean something.
fn table_with_quotes() -> String {
    table(2000, 2)
        .lines()
        .map(|line| {
            let (cells, note) = line.rsplit_once(';').unwrap();
            format!("{cells};\"{note}\"\n")
        })
        .collect()
}

#[test]
fn stray_quotes_are_found_in_their_place() {
    for (from, to) in [
        ("river", "ri\"ver"),   // inside a cell that is not quoted
        (";river", ";\"river"), // opened, never closed
        ("\"\n", "\n"),         // opened, and the next quotes are those of the next row
    ] {
        let with = |row: &str| format!("{row}\n").replacen(from, to, 1).trim_end().as_bytes().to_vec();
        let (text, begin) = planted_in(table_with_quotes(), with);
        let bytes = text[begin..].iter().position(|&byte| byte == b'\n').unwrap();
        // No quote of this file stands around a line end: its lines are its records.
        found(&text, "stray-quote", bytes as u64, begin, 0, LINES);
    }
}

/// Longest record that is read.
const RECORD_MOST: usize = 16 * 1024 * 1024;

#[test]
fn a_record_that_is_too_long_costs_itself_only() {
    let folder = Folder::new();
    for (length, too_long) in [(RECORD_MOST, false), (RECORD_MOST + 1, true), (RECORD_MOST + (3 << 20), true)] {
        let (text, begin) = planted(|row| [row.as_bytes(), &vec![b'x'; length - row.len()][..]].concat());
        let last = [text.trim_ascii_end(), b"\n20000;", &vec![b'y'; length - 6][..]].concat();
        for (text, long) in [(text, 1), (last, 2)] {
            let mut alike = Vec::new();
            for (stored, threads) in [(text.clone(), 1), (text.clone(), 2), (gzip(&text), 1), (gzip(&text), 3)] {
                let report = lab::inspected_with(&[folder.put("dump.csv", &stored)], threads);
                let layout = only(&report);
                let rows = 1999 + long;
                let bad = if too_long { long } else { 0 };
                assert_eq!(report.complete, !too_long, "what was not looked into is no whole result");
                assert_eq!((layout.rows, layout.rows_faulty), (rows - bad, bad), "{length} bytes: {layout:#?}");
                let layer = layout.layers.last().unwrap();
                assert_eq!(layer.bytes, text.len() as u64);
                if too_long {
                    let fault = fault(&report, "record-too-long");
                    assert_eq!((fault.rows, fault.bytes), (bad, layer.faulty));
                    assert!(fault.places[0].ends_with(&format!("byte {begin} » record 1234")), "{:?}", fault.places);
                    // Its record end goes with it; the last one has none.
                    assert_eq!(layer.faulty, bad * length as u64 + 1);
                }
                alike.push((layer.usable, layer.faulty, layer.framing, report.dump.as_ref().unwrap().distinct_rows));
            }
            alike.dedup();
            assert_eq!(alike.len(), 1, "{length} bytes: {alike:?}");
        }
    }
}

#[test]
fn a_cut_archive_keeps_the_rows_before_the_cut() {
    let folder = Folder::new();
    let text = table(3000, 3).into_bytes();
    for (pack, name) in [(gzip as fn(&[u8]) -> Vec<u8>, "gzip"), (zstd, "zstd")] {
        let whole = in_parts(&text, 4, pack);
        let parts: Vec<&[u8]> = text.chunks(text.len().div_ceil(4)).collect();
        for share in [3, 5, 8, 9] {
            let stored = &whole[..whole.len() * share / 10];
            let report = inspected(&[folder.put("dump.csv", stored)]);
            let layout = only(&report);
            assert!(!report.complete && report.limits.iter().any(|limit| limit.limit == "cut-archive"), "{name}");
            // The rows of the parts that are whole are there in any case.
            let mut left = stored.len();
            let whole_parts = parts.iter().take_while(|part| {
                let packed = pack(part).len();
                left.checked_sub(packed).inspect(|rest| left = *rest).is_some()
            });
            let least = count(&parts[..whole_parts.count()].concat(), LINES).rows;
            assert!(least > 0 && layout.rows >= least - 1 && layout.rows < 3000, "{name} {share}: {}", layout.rows);
            let last = layout.layers.last().unwrap();
            let before = count(&text[..last.bytes as usize], LINES);
            // The cut may go through a letter.
            let content = last.usable + last.faulty;
            assert_eq!((layout.rows, content, last.framing), (before.rows, before.content, before.framing));
            assert!(last.faulty <= 1);
            let cut = fault(&report, "cut-archive");
            assert_eq!(cut.places, [format!("dump.csv » {name} » byte {}", last.bytes)]);
        }
    }
}

#[test]
fn a_damaged_archive_keeps_the_rows_before_the_damage() {
    let folder = Folder::new();
    let text = table(3000, 3).into_bytes();
    for (pack, name) in [(gzip as fn(&[u8]) -> Vec<u8>, "gzip"), (zstd, "zstd")] {
        let good = pack(&text);
        let stored = [&good[..], b"no container goes on like this", &good].concat();
        let report = inspected(&[folder.put("dump.csv", &stored)]);
        let layout = only(&report);
        assert_eq!(layout.rows, 3000, "{name}");
        assert!(!report.complete);
        let outer = &layout.layers[0];
        assert_eq!((outer.name.as_str(), outer.bytes), (name, stored.len() as u64));
        assert!(outer.faulty > 0, "what lies behind the damage was not examined: {outer:?}");
        assert_eq!(fault(&report, "damaged-archive").places, [format!("dump.csv » {name} » byte {}", text.len())]);
    }
}

/// SHA-256 by the crate itself, over the whole.
fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn digests_are_of_all_that_is_stored_whatever_the_threads_do() {
    let folder = Folder::new();
    let text = table(20_000, 1).into_bytes();
    for (length, runs) in [(0, 5), (1, 5), (70, 300), (256 * 1024, 60), (256 * 1024 + 1, 60), (700_000, 20)] {
        let stored = &text[..length];
        let input = [folder.put("dump.csv", stored)];
        for run in 0..runs {
            let report = lab::inspected_with(&input, 1 + run % 7);
            assert_eq!(report.inputs[0].sha256.as_deref(), Some(sha256(stored).as_str()), "{length} bytes, run {run}");
        }
    }
    for stored in [gzip(&text), zstd(&text), [gzip(&text), b"rest".to_vec()].concat(), gzip(&text)[..9000].to_vec()] {
        let report = inspected(&[folder.put("dump", &stored)]);
        assert_eq!(report.inputs[0].sha256.as_deref(), Some(sha256(&stored).as_str()));
    }
}

#[test]
fn several_files_are_accounted_for_one_by_one() {
    let folder = Folder::new();
    let texts = [table(300, 4).into_bytes(), cp1251(&table(200, 5)), gzip(table(100, 6).as_bytes()), Vec::new()];
    let inputs: Vec<_> = texts.iter().enumerate().map(|(i, text)| folder.put(&format!("part-{i}.csv"), text)).collect();
    let report = inspected(&inputs);
    let dump = report.dump.as_ref().unwrap();
    assert_eq!(dump.layouts.iter().map(|layout| layout.rows).collect::<Vec<_>>(), [300, 200, 100, 0]);
    for (layout, stored) in dump.layouts[..3].iter().zip(&texts) {
        same(layout, stored, LINES, 0);
    }
    // The same files as a folder are the same dump.
    let whole = inspected(&[folder.input("")]);
    assert_eq!(whole.dump.as_ref().map(|dump| &dump.units), report.dump.as_ref().map(|dump| &dump.units));
}

#[test]
fn what_an_inner_container_leaves_is_listed() {
    let folder = Folder::new();
    let text = table(2_000, 5);
    let inner = [gzip(text.as_bytes()), vec![b'#'; 5_000]].concat();
    for (name, stored) in [("gzip.gz", gzip(&inner)), ("gzip.zst", zstd(&inner))] {
        let report = inspected(&[folder.put(name, &stored)]);
        let layers = &only(&report).layers;
        assert_eq!((layers.len(), layers[1].bytes), (3, inner.len() as u64), "{layers:#?}");
        assert!((4_980..=5_000).contains(&layers[1].faulty), "{layers:#?}");
        assert_eq!(layers[2].bytes, text.len() as u64);
        assert!(!report.complete);
    }
}

#[test]
fn a_frame_to_skip_may_come_first() {
    let folder = Folder::new();
    let text = table(2_000, 5);
    for number in [0x50, 0x5F] {
        let skipped = [&[number, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4], zstd(text.as_bytes()).as_slice()].concat();
        let report = inspected(&[folder.put("pzstd.zst", &skipped)]);
        let (outer, inner) = (&only(&report).layers[0], &only(&report).layers[1]);
        assert_eq!((outer.usable, inner.bytes), (skipped.len() as u64, text.len() as u64));
        assert_eq!((only(&report).rows, report.complete), (2_000, true));
    }
}

#[test]
fn one_byte_of_an_archive_is_no_text() {
    let folder = Folder::new();
    let report = inspected(&[folder.put("cut.gz", &[0x1F])]);
    assert_eq!((only(&report).containers.as_slice(), report.complete), (&["gzip".to_owned()][..], false));
    assert_eq!(fault(&report, "cut-archive").places.len(), 1);
    assert!(inspected(&[folder.put("bracket.txt", b"(")]).complete);
}
