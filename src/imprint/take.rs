//! The long pass: every byte of a record set is read once, and what is kept of it is sealed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use rayon::prelude::*;

use super::collect::{Collector, ColumnBag, Keys, TableBag, sample_stride};
use super::column::{seal_column, second_runs};
use super::plan::TablePlan;
use super::survey::{self, FileSurvey, Survey};
use super::{Imprint, Keyring, Table, checked, decoy, marks, neighbours};
use crate::dump::blocks::{Ending, PlainBlocks, StreamBlocks};
use crate::dump::open::{self, Opened, Stream};
use crate::dump::watch::Watch;
use crate::fingerprint::runs::{self, Bag, Link};
use crate::kind::{Kind, Rank};
use crate::profile::classify::{self, Choice};
use crate::profile::tally::{Agreement, Tally};
use crate::profile::texture::Texture;
use crate::profile::{Decided, FileProfile, Layer, LimitHit, Profile};
use crate::record::page::Account;
use crate::record::walk::walk;
use crate::record::{FaultCount, Faults, Layout, Reason};
use crate::settings::{RECORD_BYTES_MOST, REFUTED_SHARE, Settings};

/// Most rows of a record set: a row's number takes 31 bits.
const ROWS_MOST: u64 = Link::ROW_MOST as u64;

/// Takes the imprint of a surveyed record set. `plan` has one entry per table of the survey. When the whole set refutes
/// the layout of a packed file or a column's kind and all of it can be read again, it is read again with a new choice, as `again` plans it; otherwise
/// the column is marked.
///
/// # Errors
/// More rows than a row number can count; a thread that failed.
pub fn take(
    mut survey: Survey,
    mut plan: Vec<TablePlan>,
    again: &mut dyn FnMut(&Survey) -> Vec<TablePlan>,
    keys: &Keys,
    request: Option<&'static Kind>,
    settings: &Settings,
    watch: &dyn Watch,
) -> anyhow::Result<Imprint> {
    let mut pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    if lay_out_again(&mut survey, &pass, request) {
        plan = again(&survey);
        pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    }
    let refuted = refuted(&survey, &plan, &pass.tables);
    let rereadable = !refuted.is_empty() && survey.files.iter().all(|file| file.evidence.rereadable());
    if rereadable && choose_again(&mut survey, &refuted, &pass.samples, request) {
        // Another kind is compared with other references, linked to its rows or not, joined with other columns.
        plan = again(&survey);
        pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    }
    watch.begin("sorting", None);
    let imprint = seal(survey, plan, pass, keys);
    watch.end();
    imprint
}

/// Share of rows that had to be repaired, from which the layout of a packed file is looked at again.
const REPAIRED_SHARE: f64 = 0.05;

/// Chooses the layouts of packed files anew whose beginning misled; says whether there are any.
fn lay_out_again(survey: &mut Survey, pass: &Pass, request: Option<&'static Kind>) -> bool {
    if !survey.files.iter().all(|file| file.evidence.rereadable()) {
        return false;
    }
    let mut changed = false;
    for (number, (profile, records)) in pass.files.iter().zip(&pass.samples).enumerate() {
        let touched = profile.rows_repaired + profile.rows_faulty;
        let misled = touched as f64 > REPAIRED_SHARE * (profile.rows + profile.rows_faulty) as f64;
        if misled && !profile.containers.is_empty() {
            changed |= survey::lay_out_again(survey, number, records, request);
        }
    }
    changed
}

/// What one reading of everything gave.
struct Pass {
    files: Vec<FileProfile>,
    tables: Vec<Vec<TableBag>>,
    rows: Vec<Bag<u64>>,
    limits: Vec<LimitHit>,
    samples: Vec<Vec<Vec<u8>>>,
}

fn read_all(
    survey: &mut Survey,
    plan: &[TablePlan],
    keys: &Keys,
    settings: &Settings,
    watch: &dyn Watch,
) -> anyhow::Result<Pass> {
    let mut collectors: Vec<Collector<'_>> =
        (0..settings.threads.max(1)).map(|_| Collector::new(keys, plan, settings.threads)).collect();
    let mut limits = survey.limits.clone();
    let (mut files, mut samples) = (Vec::new(), Vec::new());
    let mut rows = 0;
    for file in &mut survey.files {
        let (profile, sample) = read_file(file, rows, &mut collectors, settings, watch, &mut limits)?;
        rows += profile.rows + profile.rows_faulty;
        anyhow::ensure!(
            rows <= ROWS_MOST,
            "{} brings the record set to more than {ROWS_MOST} rows\nhint: analyse its parts one by one",
            file.shown
        );
        files.push(profile);
        samples.push(sample);
    }
    let (mut tables, mut row_bags) = (Vec::new(), Vec::new());
    for collector in collectors {
        collector.failed.map_or(Ok(()), Err)?;
        tables.push(collector.tables);
        row_bags.push(collector.rows);
    }
    Ok(Pass { files, tables, rows: row_bags, limits, samples })
}

fn read_file(
    file: &mut FileSurvey,
    base_row: u64,
    collectors: &mut [Collector<'_>],
    settings: &Settings,
    watch: &dyn Watch,
    limits: &mut Vec<LimitHit>,
) -> anyhow::Result<(FileProfile, Vec<Vec<u8>>)> {
    let mut profile = FileProfile {
        path: file.shown.clone(),
        bytes: 0,
        sha256: None,
        containers: Vec::new(),
        layers: Vec::new(),
        layout: file.layout.as_ref().ok().cloned(),
        table: file.table,
        rows: 0,
        rows_repaired: 0,
        rows_faulty: 0,
        faults: Faults::new(),
    };
    let opened = match file.opened.take() {
        Some(opened) => Ok(opened),
        None => open::open(&file.evidence, settings.digest),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => {
            unread(&mut profile, limits, Reason::Unreadable, &error.to_string(), 0);
            return Ok((profile, Vec::new()));
        }
    };
    for collector in collectors.iter_mut() {
        collector.begin_file(file.table.unwrap_or(0), base_row);
    }
    match (&file.layout, opened) {
        (Err((reason, why)), opened) => skip(&mut profile, limits, *reason, why, opened, settings),
        (Ok(layout), Opened::Plain { file, bytes }) => {
            watch.begin(&profile.path, Some(bytes));
            plain(&mut profile, limits, layout, file, bytes, collectors, settings, watch);
            watch.end();
        }
        (Ok(layout), Opened::Stream(stream)) => {
            watch.begin(&profile.path, None);
            streamed(&mut profile, limits, layout, stream, collectors, watch);
            watch.end();
        }
    }
    let mut account = Account::default();
    let mut sample = BTreeMap::new();
    for collector in collectors {
        account.add(&collector.account);
        sample.append(&mut collector.sample);
    }
    close(&mut profile, &account);
    limits.extend(too_long(&profile));
    let last = sample.keys().next_back().copied().unwrap_or(0);
    sample.retain(|block, _| block.is_multiple_of(sample_stride(last)));
    Ok((profile, sample.into_values().collect()))
}

/// Enters the account of the text layer.
fn close(profile: &mut FileProfile, account: &Account) {
    let Some(text) = profile.layers.last_mut() else { return };
    let framing = account.framing + profile.layout.as_ref().map_or(0, |layout| layout.preface as u64);
    text.usable += account.usable;
    text.framing += framing;
    text.faulty += account.faulty;
    // What no thread reached (reading failed) was not examined: it must not look usable.
    text.faulty += text.bytes.saturating_sub(text.usable + text.framing + text.faulty);
    profile.rows = account.rows;
    profile.rows_repaired = account.rows_repaired;
    profile.rows_faulty += account.rows_faulty;
    for (&reason, count) in &account.faults {
        let fault = profile.faults.entry(reason).or_default();
        fault.rows += count.rows;
        fault.bytes += count.bytes;
        fault.places.extend_from_slice(&count.places);
    }
    profile.faults.values_mut().for_each(|fault| fault.places.sort());
}

/// Records over the limit were not looked into.
fn too_long(profile: &FileProfile) -> Option<LimitHit> {
    let fault = profile.faults.get(&Reason::RecordTooLong)?;
    Some(LimitHit {
        place: profile.path.clone(),
        limit: "record-bytes".into(),
        value: format!("records of more than {} MiB: {}, {} bytes", RECORD_BYTES_MOST >> 20, fault.rows, fault.bytes),
        hint: "they were not looked into; split their lines, if they are lists, and run again".into(),
    })
}

fn unread(profile: &mut FileProfile, limits: &mut Vec<LimitHit>, reason: Reason, why: &str, bytes: u64) {
    profile.faults.insert(reason, FaultCount { rows: 0, bytes, places: vec![(0, None)] });
    limits.push(LimitHit {
        place: profile.path.clone(),
        limit: match reason {
            Reason::Unreadable => "unreadable",
            _ => "unsupported",
        }
        .into(),
        value: why.to_owned(),
        hint: "the rest was read; give this file in a form that can be read".into(),
    });
}

fn skip(
    profile: &mut FileProfile,
    limits: &mut Vec<LimitHit>,
    reason: Reason,
    why: &str,
    opened: Opened,
    settings: &Settings,
) {
    let mut fill = |bytes: u64, sha256: Option<String>, containers: Vec<&'static str>| {
        profile.bytes = bytes;
        profile.sha256 = sha256;
        profile.layers = vec![Layer { name: "file", bytes, faulty: bytes, ..Layer::default() }];
        profile.containers = containers;
        bytes
    };
    let bytes = match opened {
        Opened::Plain { file, bytes } => {
            let digest = settings.digest.then(|| digest_of(file)).flatten();
            fill(bytes, digest, Vec::new())
        }
        Opened::Stream(stream) => match stream.stored.finish() {
            Ok((bytes, sha256)) => fill(bytes, sha256, stream.containers),
            Err(_) => 0,
        },
    };
    unread(profile, limits, reason, why, bytes);
}

fn digest_of(mut file: File) -> Option<String> {
    use sha2::{Digest, Sha256};
    use std::io::Read;
    std::io::Seek::rewind(&mut file).ok()?;
    let (mut digest, mut buffer) = (Sha256::new(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Some(open::hex(&digest.finalize())),
            Ok(count) => digest.update(&buffer[..count]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// What tells whether a file changed while it was read.
fn state(file: &File) -> Option<(u64, Option<SystemTime>)> {
    file.metadata().ok().map(|meta| (meta.len(), meta.modified().ok()))
}

#[allow(clippy::too_many_arguments)]
fn plain(
    profile: &mut FileProfile,
    limits: &mut Vec<LimitHit>,
    layout: &Layout,
    file: File,
    bytes: u64,
    collectors: &mut [Collector<'_>],
    settings: &Settings,
    watch: &dyn Watch,
) {
    profile.bytes = bytes;
    profile.layers = vec![Layer { name: "text", bytes, ..Layer::default() }];
    let witness = file.try_clone();
    let before = witness.as_ref().ok().and_then(state);
    let blocks = PlainBlocks::new(file, bytes, settings.threads.max(1), settings.digest);
    let result = walk(&blocks, layout, collectors, &|bytes| watch.advance(bytes));
    profile.sha256 = blocks.digest().filter(|_| result.is_ok());
    if let Err(error) = result {
        note_failure(profile, limits, &error.to_string());
    }
    if before != witness.as_ref().ok().and_then(state) {
        limits.push(changed(&profile.path));
    }
}

fn changed(path: &str) -> LimitHit {
    LimitHit {
        place: path.to_owned(),
        limit: CHANGED.into(),
        value: "size or time of change differs before and after reading".into(),
        hint: "work on a copy that nothing else writes to".into(),
    }
}

/// The limit that says that evidence changed while it was read.
pub const CHANGED: &str = "changed-while-read";

fn note_failure(profile: &mut FileProfile, limits: &mut Vec<LimitHit>, why: &str) {
    profile.faults.entry(Reason::Unreadable).or_default().places.push((0, None));
    limits.push(LimitHit {
        place: profile.path.clone(),
        limit: "unreadable".into(),
        value: why.to_owned(),
        hint: "what was read before is counted; check the medium and try again".into(),
    });
}

fn streamed(
    profile: &mut FileProfile,
    limits: &mut Vec<LimitHit>,
    layout: &Layout,
    mut stream: Stream,
    collectors: &mut [Collector<'_>],
    watch: &dyn Watch,
) {
    let blocks = StreamBlocks::default();
    let total = AtomicU64::new(0);
    let result = std::thread::scope(|scope| {
        scope.spawn(|| blocks.produce(&mut stream));
        walk(&blocks, layout, collectors, &|bytes| {
            total.fetch_add(bytes, Ordering::Relaxed);
            watch.advance(bytes);
        })
    });
    let ending = if let Err(error) = result { Ending::Failed(error.to_string()) } else { blocks.ending() };
    let text = total.into_inner();
    let numbers = |counts: &[Arc<AtomicU64>]| counts.iter().map(|n| n.load(Ordering::Relaxed)).collect::<Vec<u64>>();
    let (taken, given) = (numbers(&stream.taken), numbers(&stream.given));
    let stored = stream.stored.finish();
    let (bytes, sha256) = stored.unwrap_or((taken.first().copied().unwrap_or(text), None));
    profile.bytes = bytes;
    profile.sha256 = sha256;
    profile.containers = stream.containers;
    // Each layer's bytes: the stored ones, then what the decoder before gave. What a decoder did not take is faulty.
    let mut size = bytes;
    for (i, (&name, &used)) in profile.containers.iter().zip(&taken).enumerate() {
        let used = used.min(size);
        profile.layers.push(Layer { name, bytes: size, usable: used, faulty: size - used, framing: 0 });
        size = given[i];
    }
    profile.layers.push(Layer { name: "text", bytes: text, ..Layer::default() });
    let (reason, limit, hint) = match &ending {
        Ending::Whole => return,
        Ending::Cut => {
            (Reason::CutArchive, "cut-archive", "records before the cut are counted; look for the rest of the file")
        }
        Ending::Damaged => {
            (Reason::DamagedArchive, "damaged-archive", "records before the damage are counted; look for another copy")
        }
        Ending::Expansion => (
            Reason::Unsupported,
            "expansion",
            "the archive grows beyond 1,100 times its size; unpack it yourself if that is meant",
        ),
        Ending::Failed(_) => (Reason::Unreadable, "unreadable", "what was read before is counted; try again"),
    };
    let left = profile.layers.iter().map(|layer| layer.faulty).sum();
    profile.faults.insert(reason, FaultCount { rows: 0, bytes: left, places: vec![(text, None)] });
    limits.push(LimitHit {
        place: format!("{} » {} » byte {text}", profile.path, profile.containers.join(" » ")),
        limit: limit.into(),
        value: if let Ending::Failed(why) = &ending { why.clone() } else { format!("{text} bytes of text") },
        hint: hint.into(),
    });
}

/// Columns whose kind the whole set refutes: table and position.
fn refuted(survey: &Survey, plan: &[TablePlan], tables: &[Vec<TableBag>]) -> Vec<(usize, usize)> {
    let mut refuted = Vec::new();
    for (table, columns) in plan.iter().enumerate() {
        for (position, column) in columns.columns.iter().enumerate() {
            let Some(kind) = column.kind.filter(|_| column.read) else { continue };
            if survey.tables[table].choices[position].decided == Decided::Request {
                continue;
            }
            let sum = |of: fn(&ColumnBag) -> u64| tables.iter().map(|t| of(&t[table].columns[position])).sum::<u64>();
            let (filled, valid) = (sum(|c| c.filled), sum(|c| c.valid));
            if filled > 0 && (valid as f64) < REFUTED_SHARE.max(kind.chance.min(0.9)) * filled as f64 {
                refuted.push((table, position));
            }
        }
    }
    refuted
}

/// Chooses anew from a sample of the whole set; says whether anything changed.
fn choose_again(
    survey: &mut Survey,
    refuted: &[(usize, usize)],
    samples: &[Vec<Vec<u8>>],
    request: Option<&'static Kind>,
) -> bool {
    let mut changed = false;
    let tables: BTreeSet<usize> = refuted.iter().map(|(table, _)| *table).collect();
    for table in tables {
        let columns = sample_again(survey, table, samples);
        if columns.len() != survey.tables[table].choices.len() {
            continue;
        }
        let choices = classify::classify(&columns, request);
        // Columns that are one value, or turn out to be, are chosen together.
        let mut anew: BTreeSet<usize> = refuted.iter().filter(|(t, _)| *t == table).map(|(_, at)| *at).collect();
        let mut count = 0;
        while std::mem::replace(&mut count, anew.len()) < anew.len() {
            let old = &survey.tables[table].choices;
            let parts = anew.iter().flat_map(|&at| old[at].parts.iter().chain(&choices[at].parts));
            anew.extend(parts.copied().collect::<Vec<_>>());
        }
        for position in anew {
            let (old, choice) = (&mut survey.tables[table].choices[position], &choices[position]);
            let read_as = |choice: &Choice| (choice.compared_as.map(|k| k.id), choice.region, choice.parts.clone());
            if read_as(old) != read_as(choice) {
                *old = choice.clone();
                changed = true;
            }
        }
        // Decoys are drawn from what the column turned out to hold.
        survey.tables[table].sample = columns;
    }
    changed
}

/// The columns of a table in the samples of all its files.
pub(super) fn sample_again(survey: &Survey, table: usize, samples: &[Vec<Vec<u8>>]) -> Vec<classify::ColumnSample> {
    let mut columns: Vec<classify::ColumnSample> = Vec::new();
    for (file, samples) in survey.files.iter().zip(samples).filter(|(file, _)| file.table == Some(table)) {
        let Ok(layout) = &file.layout else { continue };
        // The samples were taken behind what heads the file.
        let mut more = survey::columns(samples, &Layout { preface: 0, header: false, ..layout.clone() });
        survey::mend(&mut more, &survey.tables[table].damage);
        if columns.is_empty() {
            columns = more;
        } else {
            columns.iter_mut().zip(more).for_each(|(column, more)| column.cells.extend(more.cells));
        }
    }
    columns
}

fn seal(survey: Survey, plan: Vec<TablePlan>, pass: Pass, keys: &Keys) -> anyhow::Result<Imprint> {
    let refuted = refuted(&survey, &plan, &pass.tables);
    let digits = checked::look(&survey, &plan, &pass.samples);
    let mut profile = Profile { files: pass.files, limits: pass.limits, ..Profile::default() };
    profile.rows = profile.files.iter().map(|file| file.rows).sum();
    let mut decoys: BTreeMap<&'static str, Vec<decoy::Candidate>> = BTreeMap::new();
    let mut near: BTreeMap<&'static str, Vec<u64>> = BTreeMap::new();
    let mut by_thread: Vec<_> = pass.tables.into_iter().map(Vec::into_iter).collect();
    let mut tables = Vec::new();
    for (number, (plan, found)) in plan.into_iter().zip(&survey.tables).enumerate() {
        let bags: Vec<TableBag> = by_thread.iter_mut().filter_map(Iterator::next).collect();
        let (mut columns_bags, mut records, mut logins, mut login_links) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut seconds = Vec::new();
        let (mut named, mut informative, mut rows_with) = (0, 0, BTreeMap::new());
        let mut tallies = vec![Tally::default(); plan.agreements.len()];
        for bag in bags {
            tallies.iter_mut().zip(&bag.tallies).for_each(|(sum, tally)| sum.add(tally));
            named += bag.named;
            informative += bag.informative;
            bag.rows_with.into_iter().for_each(|(id, rows)| *rows_with.entry(id).or_default() += rows);
            columns_bags.push(bag.columns.into_iter());
            records.push(bag.records.into_iter());
            seconds.push(bag.seconds.into_iter());
            logins.push(bag.logins);
            login_links.push(bag.login_links);
        }
        let told = if plan.tags { &found.sample[..] } else { &[] };
        let mut textures: Vec<Texture> = told.par_iter().map(|column| Texture::of(&column.cells)).collect();
        let mut columns = Vec::new();
        for (position, column) in plan.columns.iter().enumerate() {
            let bags = columns_bags.iter_mut().filter_map(Iterator::next).collect();
            let choice = &found.choices[position];
            let (sealed, mut seen) = seal_column(bags, &keys.store)?;
            seen.table = number;
            seen.position = position;
            seen.describe(choice, refuted.contains(&(number, position)));
            seen.tell_damage(found.damage.get(position).copied().flatten());
            seen.hashes.clone_from(&found.hashes[position]);
            if let Some(texture) = textures.get_mut(position) {
                seen.texture = std::mem::take(texture);
            }
            if let Some(digits) = digits.get(&(number, position)) {
                (seen.rival, seen.last_digits) = (digits.rival, Some(digits.last));
            }
            if column.read {
                profile.columns.push(seen);
                if let Some(kind) = column.kind.filter(|kind| kind.rank != Rank::Attribute) {
                    let (cells, keyed) = (&found.cells(position), keys.of_kind(Some(kind)));
                    if plan.examined {
                        decoys.entry(kind.id).or_default().extend(decoy::draw(kind, column.region, cells, keyed));
                    }
                    if plan.neighbours {
                        let drawn = neighbours::neighbours(kind, column.region, cells, keyed);
                        near.entry(kind.id).or_default().extend(drawn);
                    }
                }
            }
            columns.push(sealed);
        }
        profile.agreements.extend(plan.agreements.iter().zip(tallies).map(|(pair, tally)| Agreement {
            table: number,
            matter: pair.matter,
            number: pair.number,
            other: pair.other,
            tally,
        }));
        let store = &keys.store;
        let records = plan.records.iter().map(|_| {
            let bags = records.iter_mut().filter_map(Iterator::next).collect();
            runs::seal(bags, store)
        });
        let records = records.collect::<anyhow::Result<_>>()?;
        let logins = Keyring {
            keys: runs::seal(logins, store)?,
            links: runs::seal(login_links, store)?,
            people: runs::seal(Vec::new(), store)?,
        };
        let seconds = plan.seconds.iter().map(|_| second_runs(seconds.iter_mut().filter_map(Iterator::next), store));
        let seconds = seconds.collect::<anyhow::Result<_>>()?;
        tables.push(Table { columns, records, logins, seconds, named, informative, rows_with, plan });
    }
    decoys.retain(|_, drawn| !drawn.is_empty());
    let counted = tables.iter().any(|table| table.plan.rows);
    if tables.iter().any(|table| table.plan.examined) {
        profile.marks = marks::find(&survey, &profile.files, &profile.columns);
    }
    let rows = counted.then(|| runs::seal(pass.rows, &keys.store)).transpose()?;
    profile.distinct_rows = rows.as_ref().map(|rows| rows.len());
    near.values_mut().for_each(|drawn| {
        drawn.sort_unstable();
        drawn.dedup();
    });
    Ok(Imprint { profile, tables, rows, decoys, neighbours: near })
}
