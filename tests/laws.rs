//! What must not matter does not: threads, containers, charsets, names, the order of rows and of columns, where blocks end.

use std::collections::{BTreeMap, BTreeSet};

use leakprov::pipeline::{Input, analyze};
use leakprov::report::Report;
use serde_json::{Value, json};

#[path = "support/lab.rs"]
mod lab;
#[path = "support/mod.rs"]
mod support;
use lab::{
    Folder, Random, analyzed, cp1251, gzip, in_parts, inspected, inspected_with, lines, overlapped, table, zstd,
};

const HEADER: &str = "id;email;phone;licence;note";

fn text_of(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// The first lines in which two reports differ.
fn difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
    lines.take(6).map(|(one, other)| format!("{one} | {other}\n")).collect()
}

#[track_caller]
fn alike(one: &Value, other: &Value, what: &str) {
    let [one, other] = [one, other].map(|value| serde_json::to_string_pretty(value).unwrap());
    assert!(one == other, "{what}:\n{}", difference(&one, &other));
}

/// Everything that was counted, without what tells how a file was stored, spelled or sampled.
fn counted(report: &Report) -> Value {
    let mut whole: Value = serde_json::from_str(&lab::json(report)).unwrap();
    let units = whole["dump"]["units"].take();
    let columns: Vec<Value> = whole["dump"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| {
            let kept = ["kind", "compared_as", "filled", "valid", "invalid", "distinct", "distinct_raw"];
            kept.map(|key| column[key].clone()).into_iter().collect()
        })
        .collect();
    let rows = ["rows", "rows_repaired", "rows_faulty", "distinct_rows"].map(|key| whole["dump"][key].clone());
    json!({
        "rows": rows,
        "units": units,
        "columns": columns,
        "overlaps": whole["overlaps"].take(),
        "composition": whole["composition"].take(),
        "references": whole["references"].take(),
    })
}

/// The same without the intervals of the composition.
fn without_intervals(mut counted: Value) -> Value {
    for part in counted["composition"]["parts"].as_array_mut().into_iter().flatten() {
        (part["low"], part["high"]) = (Value::Null, Value::Null);
    }
    counted
}

/// The same with credits as whole rows and shares as thousandths: where rows are shared they are estimated, and the estimate heeds
/// in which file of the dump each stands.
fn estimated(mut counted: Value) -> Value {
    for part in counted["composition"]["parts"].as_array_mut().into_iter().flatten() {
        for (field, unit) in [("credit", 1.0), ("share", 1_000.0), ("share_of_informative", 1_000.0)] {
            if let Some(number) = part[field].as_f64() {
                part[field] = ((number * unit).round() / unit).into();
            }
        }
    }
    counted
}

/// The same without the order of columns and the exact spelling of rows.
fn unordered(mut counted: Value) -> Value {
    let columns = counted["columns"].as_array_mut().unwrap();
    columns.sort_by_key(Value::to_string);
    counted
}

/// The same without what a sample of the dump decides: how many decoys, hence how many hits by chance are expected.
fn without_decoys(mut counted: Value) -> Value {
    for overlap in counted["overlaps"].as_array_mut().unwrap() {
        for key in ["decoys", "chance_hits", "expected_by_chance"] {
            overlap[key].take();
        }
    }
    counted
}

/// The same without the overlap of rows byte for byte.
fn without_rows(mut counted: Value) -> Value {
    counted["overlaps"].as_array_mut().unwrap().retain(|overlap| overlap["level"] != "row");
    counted
}

/// A dump and two corpora: rows 0..1200 of one world and 300 of another; rows 200..700, rows 600..1000 and strangers.
struct World {
    folder: Folder,
    dump: Vec<String>,
    corpora: [Input; 2],
}

impl World {
    fn new() -> Self {
        let folder = Folder::new();
        let (one, two) = (lines(1200, 1), lines(900, 2));
        let dump = [&one[..], &two[..300]].concat();
        let first = folder.put("first.csv", text_of(&one[200..700]).as_bytes());
        let second = folder.put("second.csv", text_of(&[&one[600..1000], &two[250..]].concat()).as_bytes());
        World { folder, dump, corpora: [first, second] }
    }

    fn analyzed(&self, name: &str, bytes: &[u8]) -> Report {
        self.analyzed_against(&[self.folder.put(name, bytes)], &self.corpora)
    }

    fn analyzed_against(&self, dump: &[Input], corpora: &[Input; 2]) -> Report {
        analyzed(dump, &[("first", &corpora[..1]), ("second", &corpora[1..])])
    }
}

/// Shared keys by reference, level and kinds.
fn shared(report: &Report) -> BTreeMap<(String, String, Vec<String>), u64> {
    let overlaps = report.overlaps.iter();
    overlaps.filter_map(|o| Some(((o.reference.clone(), o.level.clone(), o.kinds.clone()), o.shared?))).collect()
}

#[test]
fn the_world_is_counted_as_it_was_made() {
    let world = World::new();
    let report = world.analyzed("dump.csv", text_of(&world.dump).as_bytes());
    let on = |reference: &str, kind: &str| {
        let key = (reference.to_owned(), "key".to_owned(), vec![kind.to_owned()]);
        shared(&report).get(&key).copied()
    };
    assert_eq!((on("first", "email"), on("second", "email")), (Some(500), Some(450)));
    assert_eq!((on("first", "phone"), on("second", "phone")), (Some(500), Some(450)));
    let composition = report.composition.as_ref().unwrap();
    let totals: Vec<_> = composition.parts.iter().map(|part| (part.total, part.unique)).collect();
    assert_eq!(totals, [(500, 400), (450, 350)]);
    assert_eq!(composition.unknown, 1500 - 500 - 450 + 100);
}

#[test]
fn threads_change_nothing() {
    let world = World::new();
    let dump = [
        world.folder.put("dump.csv", text_of(&world.dump).as_bytes()),
        world.folder.put("long.csv", messy(1 << 20, 5).as_bytes()),
        world.folder.put("long.csv.gz", &gzip(messy(700_000, 6).as_bytes())),
    ];
    let references = [("first", &world.corpora[..1]), ("second", &world.corpora[1..])];
    let report = |threads| {
        let references = references.iter().map(|(id, inputs)| lab::corpus(id, inputs)).collect();
        let request = leakprov::pipeline::Request { references, ..lab::request(&dump, threads) };
        lab::json(&analyze(&request, &leakprov::pipeline::Silent).unwrap())
    };
    let one = report(1);
    for threads in [2, 7] {
        let other = report(threads);
        assert!(one == other, "{threads} threads give another report than one:\n{}", difference(&one, &other));
    }
    assert!(one == report(1), "the same run gives another report");
}

#[test]
fn charsets_containers_and_names_change_no_count() {
    let world = World::new();
    let text = text_of(&world.dump);
    let plain = counted(&world.analyzed("dump.csv", text.as_bytes()));
    for (name, bytes) in [
        ("other name.txt", text.clone().into_bytes()),
        ("mark.csv", format!("\u{feff}{text}").into_bytes()),
        ("ends.csv", text.replace('\n', "\r\n").into_bytes()),
        ("dump.csv.gz", gzip(text.as_bytes())),
        ("dump.csv.zst", in_parts(text.as_bytes(), 5, zstd)),
        ("dump.bin", zstd(&in_parts(text.as_bytes(), 2, gzip))),
        ("dump-1251.csv", cp1251(&text)),
        ("dump-1251.csv.gz", gzip(&cp1251(&text))),
    ] {
        let found = counted(&world.analyzed(name, &bytes));
        // Identical rows are identical bytes: another charset has none.
        if name.contains("1251") {
            alike(&without_rows(found), &without_rows(plain.clone()), name);
        } else {
            alike(&found, &plain, name);
        }
    }
    // The corpora in other clothes.
    let stored: Vec<String> = world.corpora.iter().map(|input| std::fs::read_to_string(&input.path).unwrap()).collect();
    let corpora =
        [world.folder.put("1251.csv", &cp1251(&stored[0])), world.folder.put("zstd", &zstd(stored[1].as_bytes()))];
    let dump = [world.folder.input("other name.txt")];
    let found = counted(&world.analyzed_against(&dump, &corpora));
    alike(&without_rows(found), &without_rows(plain), "other corpora");
}

#[test]
fn the_order_of_rows_files_and_columns_changes_no_count() {
    let world = World::new();
    let plain = counted(&world.analyzed("dump.csv", text_of(&world.dump).as_bytes()));
    let mut rows = world.dump.clone();
    Random(3).shuffle(&mut rows);
    // Intervals heed where in the dump its keys stand; counts do not.
    let plain = without_intervals(plain);
    let shuffled = counted(&world.analyzed("shuffled.csv", text_of(&rows).as_bytes()));
    alike(&without_intervals(shuffled), &plain, "shuffled");
    // In two files instead of one, either way round. The decoys are drawn from the sample of each.
    let plain = estimated(without_decoys(plain));
    let parts = [
        world.folder.put("a.csv", text_of(&rows[..400]).as_bytes()),
        world.folder.put("b.csv", text_of(&rows[400..]).as_bytes()),
    ];
    let halves = |parts: &[Input]| {
        estimated(without_intervals(without_decoys(counted(&world.analyzed_against(parts, &world.corpora)))))
    };
    alike(&halves(&parts), &plain, "two files");
    alike(&halves(&[parts[1].clone(), parts[0].clone()]), &plain, "two files");
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
        let permuted: String = text_of(&world.dump)
            .lines()
            .map(|line| {
                let cells: Vec<&str> = line.split(';').collect();
                order.map(|column| cells[column]).join(";") + "\n"
            })
            .collect();
        let report = world.analyzed("permuted.csv", permuted.as_bytes());
        let found = unordered(without_rows(estimated(without_intervals(without_decoys(counted(&report))))));
        alike(&found, &unordered(without_rows(plain.clone())), "columns in another order");
    }
}

#[test]
fn everything_is_in_itself() {
    let folder = Folder::new();
    let one = [folder.put("one.csv", table(800, 7).as_bytes())];
    let report = overlapped(&one, &one);
    assert!(report.overlaps.iter().filter(|o| o.level == "key").count() >= 3, "{:?}", report.overlaps);
    for overlap in report.overlaps.iter().filter(|overlap| overlap.dump.is_some()) {
        assert_eq!((overlap.shared, overlap.reference_size), (overlap.dump, overlap.dump), "{overlap:?}");
        assert_eq!((overlap.share_of_dump, overlap.jaccard), (Some(1.0), Some(1.0)), "{overlap:?}");
    }
}

#[test]
fn a_row_with_one_of_two_telephones_is_a_row_with_a_telephone() {
    let folder = Folder::new();
    let cell = |is: bool, number: usize| if is { format!("+38067{number:07}") } else { String::new() };
    let row =
        |i: usize| format!("{i};{};{}\n", cell(i % 5 < 3, 1 + i * 31), cell(i % 5 > 1 && i % 10 != 9, 9_000_000 - i));
    let text: String = (0..1_000).map(row).collect();
    for parts in [1, 3] {
        // Several files of one table are one table.
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let inputs: Vec<Input> = lines
            .chunks(lines.len().div_ceil(parts))
            .enumerate()
            .map(|(i, rows)| {
                folder.put(&format!("{parts}-{i}.csv"), ("id;phone;phone2\n".to_owned() + &rows.concat()).as_bytes())
            })
            .collect();
        let dump = inspected(&inputs).dump.unwrap();
        let phones = dump.units.iter().find(|unit| unit.unit == "phone").unwrap();
        // 0, 1, 2, 3 of five have one in the first or the second column; of the last fifth every second row has none.
        assert_eq!((phones.rows_with, phones.distinct), (900, Some(1_100)), "{:?}", dump.units);
    }
}

#[test]
fn either_way_round_the_counts_are_the_same() {
    let folder = Folder::new();
    let rows = lines(900, 8);
    let one = [folder.put("one.csv", text_of(&rows[..500]).as_bytes())];
    let two = [folder.put("two.csv", text_of(&[&rows[350..], &lines(60, 9)].concat()).as_bytes())];
    let (there, back) = (overlapped(&one, &two), overlapped(&two, &one));
    assert_eq!(shared(&there), shared(&back));
    let sizes = |report: &Report, turned: bool| -> Vec<_> {
        let pair = |a, b| if turned { (b, a) } else { (a, b) };
        report.overlaps.iter().map(|o| (o.kinds.clone(), pair(o.dump, o.reference_size), o.jaccard)).collect()
    };
    assert_eq!(sizes(&there, false), sizes(&back, true));
    assert!(shared(&there).values().any(|&shared| shared == 150), "{:?}", shared(&there));
}

#[test]
fn strangers_never_raise_what_is_shared() {
    let world = World::new();
    let before = world.analyzed("dump.csv", text_of(&world.dump).as_bytes());
    let rows = [&world.dump[..], &lines(700, 11)].concat();
    let after = world.analyzed("more.csv", text_of(&rows).as_bytes());
    assert_eq!(shared(&before), shared(&after));
    let (before, after) = (before.composition.unwrap(), after.composition.unwrap());
    let totals = |parts: &leakprov::report::Composition| parts.parts.iter().map(|p| p.total).collect::<Vec<_>>();
    assert_eq!((totals(&before), before.unknown + 700), (totals(&after), after.unknown));
}

#[test]
fn a_dump_twice_has_twice_the_rows_and_nothing_else() {
    let world = World::new();
    let text = text_of(&world.dump);
    let once = world.analyzed("dump.csv", text.as_bytes());
    let twice = world.analyzed("twice.csv", text_of(&[&world.dump[..], &world.dump].concat()).as_bytes());
    assert_eq!(shared(&once), shared(&twice));
    let (one, two) = (once.dump.unwrap(), twice.dump.unwrap());
    assert_eq!((two.rows, two.distinct_rows), (2 * one.rows, one.distinct_rows));
    for (one, two) in one.units.iter().zip(&two.units) {
        assert_eq!((2 * one.rows_with, one.distinct), (two.rows_with, two.distinct), "{}", one.unit);
    }
    let columns = |dump: &leakprov::report::Dump| -> Vec<_> {
        dump.columns.iter().map(|column| (column.kind.clone(), column.distinct, column.distinct_raw)).collect()
    };
    assert_eq!(columns(&one), columns(&two));
}

/// A quoted cell of up to so many bytes: line ends, delimiters, doubled quotes and letters of two bytes.
fn messy_cell(random: &mut Random, most: usize) -> String {
    const PARTS: [&str; 9] = ["\n", "\r\n", ";", "\"\"", "слово ", "word ", "\"\";", ";\"\"\n", "x"];
    let length = random.below(most);
    let mut cell = String::new();
    // The grammar takes quoted cells of up to 256 lines.
    let mut line_ends = 0;
    while cell.len() < length {
        let part = random.of(&PARTS);
        line_ends += usize::from(part.contains('\n'));
        cell.push_str(if line_ends > 250 { "y" } else { part });
    }
    format!("\"{cell}\"")
}

/// A table of about so many bytes full of quoted line ends and delimiters, with a few records longer than a block.
fn messy(bytes: usize, seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = "id;first;email;second\n".to_owned();
    let mut row = 0;
    while text.len() < bytes {
        row += 1;
        let most = *random.of(&[4, 60, 300]);
        let (first, mut second) = (messy_cell(&mut random, most), messy_cell(&mut random, most));
        if row % 900 == 800 {
            second = "long ".repeat(60_000);
        }
        text += &format!("{row};{first};\"river{}@example.com\";{second}\n", random.below(3000));
    }
    text
}

/// Filled cells and distinct trimmed contents by column, as the csv crate reads them.
fn by_csv(text: &str) -> Vec<(u64, u64)> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(b';').terminator(csv::Terminator::Any(b'\n')).from_reader(text.as_bytes());
    let width = reader.headers().unwrap().len();
    let mut columns: Vec<(u64, BTreeSet<String>)> = vec![Default::default(); width];
    for record in reader.records() {
        for (cell, column) in record.unwrap().iter().zip(&mut columns) {
            let cell = cell.trim_matches(|c: char| c.is_ascii_whitespace());
            if !cell.is_empty() && !["NULL", "null", "\\N"].contains(&cell) {
                column.0 += 1;
                column.1.insert(cell.to_owned());
            }
        }
    }
    columns.into_iter().map(|(filled, distinct)| (filled, distinct.len() as u64)).collect()
}

#[track_caller]
fn as_by_csv(report: &Report, text: &str) {
    let dump = report.dump.as_ref().unwrap();
    let found: Vec<_> = dump.columns.iter().map(|column| (column.filled, column.distinct_raw)).collect();
    assert_eq!(found, by_csv(text), "{:#?}", dump.layouts);
    assert!(dump.layouts[0].faults.is_empty() && report.complete, "{:#?}", dump.layouts);
}

#[test]
fn blocks_may_end_anywhere() {
    let folder = Folder::new();
    for (bytes, seed) in [(1 << 20, 21), (3 << 20, 22), (1_500_000, 23), (900_000, 24), (2 << 20, 25)] {
        let text = messy(bytes, seed);
        let plain = inspected_with(&[folder.put("messy.csv", text.as_bytes())], 3);
        as_by_csv(&plain, &text);
        for (name, stored) in
            [("messy.csv.gz", gzip(text.as_bytes())), ("messy.zst", in_parts(text.as_bytes(), 7, zstd))]
        {
            let streamed = inspected_with(&[folder.put(name, &stored)], 2);
            as_by_csv(&streamed, &text);
            alike(&counted(&streamed), &counted(&plain), name);
            let last = |report: &Report| lab::only(report).layers.last().unwrap().clone();
            assert_eq!(last(&streamed), last(&plain), "{name} of {bytes} bytes");
        }
    }
}

/// Every place of a block's end is tried: the text moves by one byte from run to run.
#[test]
fn a_block_may_end_at_every_byte_of_a_record() {
    const BLOCK: usize = 256 * 1024;
    let folder = Folder::new();
    let record = "7;\"a;\n\"\"b\"\"\r\n;\";\"river7@example.com\";\"x\ny\"\r\n";
    let filler = "1;\"p;q\";river1@example.com;\"z\"\n";
    let head = "id;first;email;second\n";
    for shift in 0..=record.len() + 2 {
        // The record that matters begins `shift` bytes before the end of the block.
        let mut text = head.to_owned();
        while text.len() + 2 * filler.len() <= BLOCK - shift {
            text += filler;
        }
        let gap = BLOCK - shift - text.len() - "1;\"\";;\n".len();
        text += &format!("1;\"{}\";;\n", "g".repeat(gap));
        assert_eq!(text.len(), BLOCK - shift);
        text += record;
        text += &filler.repeat(50);
        let plain = inspected(&[folder.put("at.csv", text.as_bytes())]);
        as_by_csv(&plain, &text);
        let streamed = inspected(&[folder.put("at.csv.gz", &gzip(text.as_bytes()))]);
        alike(&counted(&streamed), &counted(&plain), &format!("{shift} bytes before the end of the block"));
    }
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let folder = Folder::new();
    let text = messy(1_200_000, 31);
    let file = folder.put("messy.csv", text.as_bytes());
    let plain = inspected(std::slice::from_ref(&file));
    for stdin in [text.clone().into_bytes(), in_parts(text.as_bytes(), 3, gzip), zstd(text.as_bytes())] {
        let run = support::leakprov_reading(folder.path(), &["inspect", "-", "--format", "json"], &stdin);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let streamed: Report = serde_json::from_str(&run.stdout).unwrap();
        as_by_csv(&streamed, &text);
        alike(&counted(&streamed), &counted(&plain), "standard input");
        assert_eq!(lab::only(&streamed).layers.last(), lab::only(&plain).layers.last());
    }
}

/// A column that begins with addresses and goes on with something else: the beginning alone is sampled of a stream.
fn turning(rows: usize, sampled: usize) -> String {
    let mut text = "code;number\n".to_owned();
    for row in 0..rows {
        if row < sampled {
            text += &format!("river{row}@example.com;{row:09}\n");
        } else {
            text += &format!("ticket no {row} at gate {};{row:09}\n", row % 7);
        }
    }
    text
}

#[test]
fn a_column_that_the_whole_stream_refutes_is_undetermined_and_of_a_file_is_read_again() {
    let folder = Folder::new();
    // More than the eight megabytes that are looked at before a stream is read.
    let text = turning(720_000, 260_000);
    assert!(text[..8 << 20].lines().all(|line| line.starts_with("code") || line.contains("@")));
    let run = support::leakprov_reading(folder.path(), &["inspect", "-", "--format", "json"], text.as_bytes());
    let streamed: Report = serde_json::from_str(&run.stdout).unwrap();
    let column = &streamed.dump.as_ref().unwrap().columns[0];
    assert_eq!((column.decided.as_str(), column.kind.as_deref()), ("refuted", None), "{column:?}");
    assert_eq!(column.filled, 720_000);
    // A compressed file shows its beginning only, too, but it can be read again.
    for (name, stored) in [("turning.csv.gz", gzip(text.as_bytes())), ("turning.csv", text.clone().into_bytes())] {
        let report = inspected(&[folder.put(name, &stored)]);
        let column = &report.dump.as_ref().unwrap().columns[0];
        assert_eq!((column.kind.as_deref(), column.compared_as.as_deref()), (None, None), "{name}: {column:?}");
        assert_ne!(column.decided, "refuted", "{name} was not read again");
        assert_eq!((column.filled, column.distinct), (720_000, 720_000), "{name}");
    }
}
