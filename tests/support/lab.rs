//! What the tests of reading share: invented tables, containers, damage from fixed seeds, and the account of every report.
#![allow(dead_code)] // Each test binary uses its part.

use std::io::Write;
use std::path::Path;

use leakprov::pipeline::{Input, Request, Silent, analyze, inspect, overlap};
use leakprov::reference::{Provenance, Reference, Role};
use leakprov::report::Report;
use leakprov::report::dump::{Fault, Layout};
use leakprov::settings::Settings;

/// Numbers that are the same in every run (splitmix64).
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    /// One of these.
    pub fn of<'a, T>(&mut self, choice: &'a [T]) -> &'a T {
        &choice[self.below(choice.len())]
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

/// One gzip member.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// One zstd frame.
pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::stream::encode_all(bytes, 3).unwrap()
}

/// The bytes in so many members or frames, one after the other.
pub fn in_parts(bytes: &[u8], parts: usize, pack: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    bytes.chunks(bytes.len().div_ceil(parts).max(1)).flat_map(pack).collect()
}

/// Text in windows-1251.
pub fn cp1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

/// A folder of inputs that goes away with the test.
pub struct Folder(pub tempfile::TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Folder(tempfile::tempdir().unwrap())
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file and names it as an input.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Input {
        std::fs::write(self.path().join(name), bytes).unwrap();
        self.input(name)
    }

    /// A path in it as an input, shown by its name.
    pub fn input(&self, name: &str) -> Input {
        Input { path: self.path().join(name), shown: name.to_owned() }
    }
}

/// A request for this dump, with so many threads.
pub fn request(dump: &[Input], threads: usize) -> Request {
    Request { dump: dump.to_vec(), settings: Settings { threads, ..Settings::default() }, ..Request::default() }
}

/// A corpus under this id.
pub fn corpus(id: &str, inputs: &[Input]) -> (Reference, Vec<Input>) {
    let reference = Reference {
        id: id.to_owned(),
        role: Role::Corpus,
        provenance: Provenance::Unverified,
        date: None,
        sizes: Vec::new(),
        view_of: None,
        complete_to: None,
        started: None,
    };
    (reference, inputs.to_vec())
}

/// What is in here, with so many threads; its account is checked.
#[track_caller]
pub fn inspected_with(inputs: &[Input], threads: usize) -> Report {
    let report = inspect(&request(inputs, threads), &Silent).unwrap();
    check_account(&report);
    report
}

/// What is in here, with two threads; its account is checked.
#[track_caller]
pub fn inspected(inputs: &[Input]) -> Report {
    inspected_with(inputs, 2)
}

/// The whole analysis of a dump against corpora.
#[track_caller]
pub fn analyzed(dump: &[Input], corpora: &[(&str, &[Input])]) -> Report {
    let references = corpora.iter().map(|(id, inputs)| corpus(id, inputs)).collect();
    let report = analyze(&Request { references, ..request(dump, 2) }, &Silent).unwrap();
    check_account(&report);
    report
}

/// The overlap of two record sets.
#[track_caller]
pub fn overlapped(one: &[Input], other: &[Input]) -> Report {
    let report = overlap(&Request { references: vec![corpus("b", other)], ..request(one, 2) }, &Silent).unwrap();
    check_account(&report);
    report
}

/// The report as the one document that programs read.
pub fn json(report: &Report) -> String {
    let mut out = Vec::new();
    (leakprov::report::renderer("json").unwrap().render)(report, &mut out, 100).unwrap();
    String::from_utf8(out).unwrap()
}

/// Per layer: bytes = usable + faulty + framing; the rows, bytes and faults of the whole are those of its files.
#[track_caller]
pub fn check_account(report: &Report) {
    let Some(dump) = &report.dump else { return };
    for layout in &dump.layouts {
        for layer in &layout.layers {
            assert_eq!(layer.bytes, layer.usable + layer.faulty + layer.framing, "{} in {layout:?}", layer.name);
        }
        // Each layer stands for all that is stored: the outermost one has as many bytes as the file.
        if let Some(outermost) = layout.layers.first() {
            assert_eq!(outermost.bytes, layout.bytes, "{layout:?}");
        }
        for fault in &layout.faults {
            assert!(!fault.places.is_empty() && fault.places.len() <= 10, "{fault:?}");
        }
        assert!(layout.rows_repaired <= layout.rows, "{layout:?}");
    }
    let sum = |pick: fn(&Layout) -> u64| dump.layouts.iter().map(pick).sum::<u64>();
    assert_eq!(dump.rows, sum(|layout| layout.rows));
    assert_eq!(dump.rows_faulty, sum(|layout| layout.rows_faulty));
    assert_eq!(dump.bytes, dump.bytes_usable + dump.bytes_faulty + dump.bytes_framing);
    assert_eq!(dump.bytes, sum(|layout| layout.layers.last().map_or(0, |text| text.bytes)));
    for column in &dump.columns {
        assert_eq!(column.filled, column.valid + column.invalid, "{column:?}");
        assert!(column.filled <= dump.rows && column.distinct <= column.valid, "{column:?}");
        assert!(column.distinct_raw <= column.filled, "{column:?}");
    }
}

/// The layout of a report on one file.
#[track_caller]
pub fn only(report: &Report) -> &Layout {
    let layouts = &report.dump.as_ref().unwrap().layouts;
    assert_eq!(layouts.len(), 1);
    &layouts[0]
}

/// The fault of this reason in a report on one file.
#[track_caller]
pub fn fault<'a>(report: &'a Report, reason: &str) -> &'a Fault {
    let layout = only(report);
    let found = layout.faults.iter().find(|fault| fault.reason == reason);
    found.unwrap_or_else(|| panic!("no {reason} in {layout:#?}"))
}

/// An invented table of so many rows with a header: number, e-mail, phone, licence, note; nothing quoted.
pub fn table(rows: usize, seed: u64) -> String {
    let body: String = lines(rows, seed).into_iter().map(|line| line + "\n").collect();
    format!("id;email;phone;licence;note\n{body}")
}

/// The lines of [`table`] without their ends and without the header: up to 50,000 people who are in no table of another seed
/// (seeds below 20).
pub fn lines(rows: usize, seed: u64) -> Vec<String> {
    const SERIES: [&str; 6] = ["АВС", "ВКХ", "ЕТМ", "НОР", "САЕ", "ХТУ"];
    const NOTES: [&str; 5] = ["зелений фасад", "друга зміна", "quiet river", "", "без відповіді"];
    let mut random = Random(seed);
    (0..rows)
        .map(|row| {
            let person = seed * 50_000 + row as u64;
            format!(
                "{};river{person}.{}@example.com;+38067{:07};{}{person:06};{}",
                10_000 + row,
                random.of(&["maple", "stone", "cloud"]),
                (person * 7919) % 10_000_000,
                random.of(&SERIES),
                random.of(&NOTES)
            )
        })
        .collect()
}
