//! From records to files, and the keys that each file holds.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::super::random::draw;
use super::cells::{Hand, KINDS, Key, text_key};
use super::gather::{Record, World};
use super::plan::{Field, Form, ListFault, Misspelling, Packing, Role};

/// A written file.
pub(super) struct Printed {
    /// Path inside the world's folder.
    pub(super) file: String,
    pub(super) rows: u64,
    /// What stands for the bytes of each row, sorted, each once.
    pub(super) distinct_rows: Vec<u64>,
    /// Keys, row by row; `ends` says where each row's end.
    pub(super) keys: Vec<Key>,
    pub(super) ends: Vec<usize>,
    /// Keys, sorted, each once.
    pub(super) distinct: Vec<Key>,
}

impl Printed {
    /// The keys of one row.
    pub(super) fn row(&self, row: usize) -> &[Key] {
        let from = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.keys[from..self.ends[row]]
    }

    /// Distinct keys by kind, in the order of [`KINDS`], those without any left out.
    pub(super) fn counts(&self) -> Vec<(&'static str, u64)> {
        counts(&self.distinct)
    }
}

/// Keys of a sorted list by kind.
pub(super) fn counts(keys: &[Key]) -> Vec<(&'static str, u64)> {
    let count = |kind: u8| keys.iter().filter(|key| key.0 == kind).count() as u64;
    (0..KINDS.len() as u8).map(|kind| (KINDS[usize::from(kind)], count(kind))).filter(|(_, keys)| *keys > 0).collect()
}

/// Writes a set's file: the service's as it is handed over, the others as they are.
///
/// # Errors
/// When it cannot be written.
pub(super) fn set(world: &World, out: &Path, place: usize) -> Result<Printed> {
    let plan = &world.plan.sets[place];
    let fault = match plan.fault {
        ListFault::Spelled(fault) => Some(fault),
        _ => None,
    };
    let list = world.service == Some(place);
    let records = if list { &world.list } else { &world.sets[place].records };
    let folder = match plan.role {
        Role::Corpus | Role::Unheld => "corpora/",
        Role::Register => "registers/",
        _ => "",
    };
    let file = format!("{folder}{}{}", plan.id, ending(&plan.form));
    let source = Source { fields: plan.fields, form: &plan.form, fault, seed: draw(world.seed, 0xb0, place as u64) };
    print(world, out, file, records, &source)
}

/// Writes a file of the dump.
///
/// # Errors
/// When it cannot be written.
pub(super) fn part(world: &World, out: &Path, place: usize) -> Result<Printed> {
    let plan = &world.plan.parts[place];
    let file = format!("dump/part-{}{}", place + 1, ending(&plan.form));
    let source =
        Source { fields: plan.fields, form: &plan.form, fault: None, seed: draw(world.seed, 0xb1, place as u64) };
    print(world, out, file, &world.parts[place], &source)
}

fn ending(form: &Form) -> String {
    let packing = match form.packing {
        Packing::Plain => "",
        Packing::Gzip => ".gz",
        Packing::Zstd => ".zst",
    };
    format!("{}{packing}", if form.delimiter == b':' { ".txt" } else { ".csv" })
}

struct Source<'a> {
    fields: &'a [Field],
    form: &'a Form,
    fault: Option<Misspelling>,
    seed: u64,
}

fn print(world: &World, out: &Path, file: String, records: &[Record], source: &Source) -> Result<Printed> {
    let sets = &world.plan.sets;
    let sources = |place: u16| sets.get(usize::from(place)).map_or(&[][..], |set| set.fields);
    let hand = Hand {
        folk: &world.folk,
        form: source.form,
        fields: source.fields,
        main: world.plan.main,
        seed: source.seed,
        sources: &sources,
        fault: source.fault,
    };
    let (mut text, mut keys, mut ends) = (Vec::with_capacity(records.len() * 64), Vec::new(), Vec::new());
    hand.header(&mut text);
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let from = text.len();
        hand.row(record, &mut text, &mut keys);
        // Rows are identical if their bytes are; letters of the other charset are other bytes.
        let other = source.form.windows_1251 && !text[from..].is_ascii();
        rows.push(text_key(&text[from..]) ^ u64::from(other));
        ends.push(keys.len());
    }
    rows.sort_unstable();
    rows.dedup();
    let mut distinct = keys.clone();
    distinct.sort_unstable();
    distinct.dedup();
    store(&out.join(&file), source.form, text)?;
    Ok(Printed { file, rows: records.len() as u64, distinct_rows: rows, keys, ends, distinct })
}

fn store(path: &Path, form: &Form, mut text: Vec<u8>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    if form.windows_1251
        && let Ok(plain) = std::str::from_utf8(&text)
    {
        text = encoding_rs::WINDOWS_1251.encode(plain).0.into_owned();
    }
    let packed = match form.packing {
        Packing::Plain => text,
        Packing::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
            encoder.write_all(&text).and_then(|()| encoder.finish()).context("cannot pack")?
        }
        Packing::Zstd => zstd::encode_all(&text[..], 9).context("cannot pack")?,
    };
    std::fs::write(path, packed).with_context(|| format!("cannot write {}; hint: is the disk full?", path.display()))
}
