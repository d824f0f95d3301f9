//! A first look: layouts and kinds from a sample spread over each file, before anything is counted.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::os::unix::fs::FileExt;

use crate::dump::open::{self, Opened};
use crate::dump::{self, Evidence, Input};
use crate::kind::{self, Kind};
use crate::layout;
use crate::profile::LimitHit;
use crate::profile::classify::hashes::{self, ColumnHashes};
use crate::profile::classify::{self, Choice, ColumnSample};
use crate::profile::marks::raw::Raw;
use crate::record::scan::{Grammar, Index};
use crate::record::{Layout, Reason};
use crate::text::mojibake;

use super::cell::{self, Scratch};
use super::path::printable;
use super::raw;

/// A file up to this many bytes is its own sample.
const WHOLE_BYTES: u64 = 1024 * 1024;
/// Bytes sampled at the beginning of a longer file.
const HEAD_BYTES: usize = 256 * 1024;
/// Stretches sampled behind it, evenly spread, and the bytes of each.
const STRETCHES: u64 = 48;
const STRETCH_BYTES: usize = 16 * 1024;
/// Bytes of text that one byte of a packed file holds, about: tables of records pack to a third.
const PACKED: u64 = 3;
/// Most rows of a sample that kinds are tried on.
const ROWS_MOST: usize = 20_000;

/// A record set as it was found.
pub struct Survey {
    /// Its files in reading order.
    pub files: Vec<FileSurvey>,
    /// Groups of files with the same columns.
    pub tables: Vec<TableSurvey>,
    /// What was passed over.
    pub limits: Vec<LimitHit>,
}

/// One file as it was found.
pub struct FileSurvey {
    /// The file.
    pub evidence: Evidence,
    /// How reports name it.
    pub shown: String,
    /// Opened already where it cannot be opened twice.
    pub opened: Option<Opened>,
    /// Its layout, or why it cannot be read.
    pub layout: Result<Layout, (Reason, String)>,
    /// Its table.
    pub table: Option<usize>,
    /// Its rows, about: as many to a byte as in the sample.
    pub rows_about: u64,
}

/// One table as it was found.
pub struct TableSurvey {
    /// The choice for each column.
    pub choices: Vec<Choice>,
    /// The formats of password hashes in each column.
    pub hashes: Vec<ColumnHashes>,
    /// The sample, to draw decoys from; dropped with the survey. Wrong decodings are undone in it.
    pub sample: Vec<ColumnSample>,
    /// By position: the wrong decoding that the column went through.
    pub damage: Vec<Option<mojibake::Found>>,
    /// What the raw text of the sample shows.
    pub raw: Raw,
}

impl TableSurvey {
    fn new(sample: Vec<ColumnSample>, mut choices: Vec<Choice>) -> TableSurvey {
        let hashes = hashes::pair(&sample, &mut choices);
        TableSurvey { hashes, choices, sample, damage: Vec::new(), raw: Raw::default() }
    }

    /// The sampled cells that a column is read from: joined where it is read together with others.
    pub fn cells(&self, position: usize) -> Cow<'_, [Vec<u8>]> {
        let choice = &self.choices[position];
        match choice.leads(position) {
            true => classify::join_cells(&self.sample, &choice.parts).into(),
            false => (&self.sample[position].cells).into(),
        }
    }
}

/// Files are one table when their columns have the same names, kinds, regions and parts.
type TableKey =
    (Vec<String>, Vec<(Option<&'static str>, crate::kind::Region, Vec<usize>)>, Vec<Option<mojibake::Repair>>);

impl Survey {
    /// Ids of the kinds that are decided in some column.
    pub fn decided(&self) -> BTreeSet<&'static str> {
        self.tables.iter().flat_map(|table| &table.choices).filter_map(|choice| Some(choice.kind?.id)).collect()
    }

    /// Compares undecided columns as the candidate that is decided in the sets `elsewhere`: hashes of 32 digits without
    /// a header are held against NTLM where the other side says that its own are NTLM. They stay assumed.
    pub fn lean(&mut self, elsewhere: &BTreeSet<&'static str>) {
        for table in &mut self.tables {
            for (position, choice) in table.choices.iter_mut().enumerate().filter(|(_, choice)| choice.kind.is_none()) {
                if choice.compared_as.is_some_and(|kind| elsewhere.contains(kind.id)) {
                    continue;
                }
                let known = choice.candidates.iter().find(|candidate| elsewhere.contains(candidate.kind));
                let Some(kind) = known.and_then(|candidate| kind::find(candidate.kind)) else { continue };
                let asked = &classify::classify(&table.sample, Some(kind))[position];
                if asked.compared_as.is_some_and(|found| found.id == kind.id) {
                    (choice.compared_as, choice.region) = (asked.compared_as, asked.region);
                    choice.parts.clone_from(&asked.parts);
                }
            }
        }
    }
}

/// Looks at all inputs of a record set.
///
/// # Errors
/// When an input does not exist or is named twice, or a folder cannot be listed. A file that cannot be read is part of the result.
pub fn survey(inputs: &[Input], request: Option<&'static Kind>, digest: bool) -> anyhow::Result<Survey> {
    let (files, passed_over) = dump::gather_all(inputs)?;
    let limit = |shown: &String| LimitHit {
        place: printable(shown),
        limit: "not-a-regular-file".into(),
        value: "link, device or pipe inside a folder".into(),
        hint: "name it on the command line if it belongs to the dump".into(),
    };
    let limits = passed_over.iter().map(limit).collect();
    let mut survey = Survey { files: Vec::new(), tables: Vec::new(), limits };
    let mut keys: Vec<TableKey> = Vec::new();
    for evidence in files {
        let (mut file, samples) = look(evidence, digest);
        if let Ok(layout) = &file.layout {
            let mut columns = columns(&samples, layout);
            let damage = damage(&columns);
            mend(&mut columns, &damage);
            let choices = classify::classify(&columns, request);
            let kinds = choices.iter().map(|c| (c.compared_as.map(|k| k.id), c.region, c.parts.clone())).collect();
            let repairs = damage.iter().map(|found| found.map(|found| found.repair)).collect();
            let key = (layout.names.clone(), kinds, repairs);
            file.table = Some(match keys.iter().position(|known| *known == key) {
                Some(table) => table,
                None => {
                    keys.push(key);
                    let raw = raw::raw(&samples, layout);
                    survey.tables.push(TableSurvey { raw, damage, ..TableSurvey::new(columns, choices) });
                    survey.tables.len() - 1
                }
            });
        }
        survey.files.push(file);
    }
    Ok(survey)
}

/// Chooses the layout of a packed file anew, from its beginning and from records of all of it; says whether it is another.
/// The columns of another layout are another table.
pub fn lay_out_again(survey: &mut Survey, number: usize, records: &[Vec<u8>], request: Option<&'static Kind>) -> bool {
    let evidence = survey.files[number].evidence.clone();
    let (mut file, mut samples) = look(evidence, false);
    samples.extend_from_slice(records);
    let views: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
    file.layout = layout::sniff(&views).map_err(|why| (Reason::Unsupported, why));
    let (Ok(old), Ok(new)) = (&survey.files[number].layout, &file.layout) else { return false };
    let form = |layout: &Layout| {
        (layout.charset, layout.format, layout.delimiter, layout.quote, layout.terminator, layout.width, layout.header)
    };
    // Quotes that were seen stay: cells that they hold would be torn apart, those that close nothing are faults of a row.
    if form(old) == form(new) || (old.quote.is_some() && new.quote.is_none()) {
        return false;
    }
    let mut sample = columns(&samples, new);
    let damage = damage(&sample);
    mend(&mut sample, &damage);
    let choices = classify::classify(&sample, request);
    let table = TableSurvey { raw: raw::raw(&samples, new), damage, ..TableSurvey::new(sample, choices) };
    let own = survey.files[number]
        .table
        .filter(|table| survey.files.iter().filter(|file| file.table == Some(*table)).count() == 1);
    file.table = Some(own.unwrap_or(survey.tables.len()));
    match own {
        Some(own) => survey.tables[own] = table,
        None => survey.tables.push(table),
    }
    survey.files[number] = file;
    true
}

fn look(evidence: Evidence, digest: bool) -> (FileSurvey, Vec<Vec<u8>>) {
    let shown = printable(&evidence.shown);
    let unreadable = |error: std::io::Error| (Reason::Unreadable, error.kind().to_string());
    let mut file = FileSurvey {
        shown,
        evidence,
        opened: None,
        layout: Err((Reason::Unreadable, String::new())),
        table: None,
        rows_about: 0,
    };
    let (samples, text_bytes) = match open::open(&file.evidence, digest) {
        Ok(Opened::Plain { file: plain, bytes }) => match sample(&plain, bytes) {
            Ok(samples) => (samples, bytes),
            Err(error) => {
                file.layout = Err(unreadable(error));
                return (file, Vec::new());
            }
        },
        Ok(Opened::Stream(stream)) => {
            let mut head = stream.head.clone();
            let whole = head.len() < open::HEAD_BYTES;
            if !whole {
                cut_after_last_line(&mut head);
            }
            if !file.evidence.rereadable() {
                file.opened = Some(Opened::Stream(stream));
            }
            let text_bytes = if whole { 0 } else { file.evidence.bytes().unwrap_or(0) * PACKED };
            (spread(head), text_bytes)
        }
        Err(error) => {
            file.layout = Err(unreadable(error));
            return (file, Vec::new());
        }
    };
    let sampled: usize = samples.iter().map(Vec::len).sum();
    let lines: usize = samples.iter().map(|bytes| memchr::memchr_iter(line_end(bytes), bytes).count()).sum();
    file.rows_about = (text_bytes.max(sampled as u64) as f64 * lines as f64 / sampled.max(1) as f64) as u64;
    let views: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
    file.layout = layout::sniff(&views).map_err(|why| (Reason::Unsupported, why));
    (file, samples)
}

/// The sample of a plain file.
fn sample(file: &File, bytes: u64) -> std::io::Result<Vec<Vec<u8>>> {
    sample_with(bytes, |at, count| {
        let mut out = vec![0; count.min(usize::try_from(bytes.saturating_sub(at)).unwrap_or(count))];
        file.read_exact_at(&mut out, at)?;
        Ok(out)
    })
}

/// The sample of a text that lies in memory.
fn spread(text: Vec<u8>) -> Vec<Vec<u8>> {
    let part = |at: u64, count: usize| {
        let begin = usize::try_from(at).map_or(text.len(), |at| at.min(text.len()));
        Ok(text[begin..text.len().min(begin + count)].to_vec())
    };
    match sample_with(text.len() as u64, part) {
        Ok(samples) => samples,
        Err(_) => vec![text],
    }
}

/// The beginning of a text and stretches spread over the rest, each of whole lines.
fn sample_with(bytes: u64, read: impl Fn(u64, usize) -> std::io::Result<Vec<u8>>) -> std::io::Result<Vec<Vec<u8>>> {
    if bytes <= WHOLE_BYTES {
        return Ok(vec![read(0, WHOLE_BYTES as usize)?]);
    }
    let mut head = read(0, HEAD_BYTES)?;
    cut_after_last_line(&mut head);
    let mut samples = vec![head];
    let step = (bytes - HEAD_BYTES as u64) / STRETCHES;
    for i in 0..STRETCHES {
        let mut stretch = read(HEAD_BYTES as u64 + i * step, STRETCH_BYTES)?;
        let end = line_end(&stretch);
        let begin = memchr::memchr(end, &stretch).map_or(stretch.len(), |at| at + 1);
        stretch.drain(..begin);
        // Lines longer than a stretch would be taken for shorter ones with fewer cells.
        let whole = memchr::memrchr(end, &stretch).map_or(0, |at| at + 1);
        stretch.truncate(whole);
        if !stretch.is_empty() {
            samples.push(stretch);
        }
    }
    Ok(samples)
}

fn line_end(bytes: &[u8]) -> u8 {
    if memchr::memchr(b'\n', bytes).is_some() { b'\n' } else { b'\r' }
}

fn cut_after_last_line(bytes: &mut Vec<u8>) {
    // Without any line end there is one long line: better looked at as it is than not at all.
    if let Some(at) = memchr::memrchr(line_end(bytes), bytes) {
        bytes.truncate(at + 1);
    }
}

/// The wrong decodings that columns went through.
fn damage(columns: &[ColumnSample]) -> Vec<Option<mojibake::Found>> {
    let mut found: Vec<Option<mojibake::Found>> =
        columns.iter().map(|column| mojibake::detect(&column.cells)).collect();
    // Codes and short words beside damaged text went its way, where that can be told at all.
    let common = found.iter().flatten().max_by_key(|found| found.explained).copied();
    let Some(common) = common.filter(|found| found.repair.whole && found.repair.chain.proves_itself()) else {
        return found;
    };
    for (column, found) in columns.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
        let beyond = || column.cells.iter().filter(|cell| !cell.is_ascii()).map(|cell| std::str::from_utf8(cell));
        let undone = |text: Result<&str, _>| text.is_ok_and(|text| common.repair.chain.undo(text).is_some());
        if beyond().next().is_some() && beyond().all(undone) {
            *found = Some(mojibake::Found { explained: 0, of: beyond().count() as u64, ..common });
        }
    }
    found
}

/// Undoes wrong decodings in sampled columns and their names.
pub fn mend(columns: &mut [ColumnSample], damage: &[Option<mojibake::Found>]) {
    let mut out = Vec::new();
    for (column, found) in columns.iter_mut().zip(damage) {
        let Some(repair) = found.map(|found| found.repair) else { continue };
        for cell in &mut column.cells {
            if repair.mend(cell, &mut out) {
                cell.clone_from(&out);
            }
        }
    }
    // Names went the way of the cells: that of the commonest damage.
    let Some(repair) = damage.iter().flatten().max_by_key(|found| found.explained).map(|found| found.repair) else {
        return;
    };
    for name in columns.iter_mut().filter_map(|column| column.name.as_mut()) {
        if let Some(mended) = repair.chain.undo_name(name) {
            *name = mended;
        }
    }
}

/// The cells of a sample by column.
pub fn columns(samples: &[Vec<u8>], layout: &Layout) -> Vec<ColumnSample> {
    let mut columns: Vec<ColumnSample> = (0..layout.width.max(1))
        .map(|i| ColumnSample { name: layout.names.get(i).cloned(), cells: Vec::new() })
        .collect();
    let (mut index, mut scratch) = (Index::default(), Scratch::default());
    let most = (ROWS_MOST / samples.len().max(1)).max(200);
    for (i, bytes) in samples.iter().enumerate() {
        let from = if i == 0 { layout.preface.min(bytes.len()) } else { 0 };
        index.scan(bytes, from, bytes.len(), true, Grammar::of(layout));
        if i == 0 && layout.header {
            index.drop_first();
        }
        let step = index.len().div_ceil(if i == 0 { most.max(ROWS_MOST / 4) } else { most }).max(1);
        for record in (0..index.len()).step_by(step) {
            for (position, column) in columns.iter_mut().enumerate() {
                let raw = index.cell(record, position).map_or(&[][..], |(begin, end)| &bytes[begin..end]);
                column.cells.push(cell::content(raw, layout, &mut scratch).unwrap_or(&[]).to_vec());
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_salts_is_compared_as_nothing() {
        let mut draw = crate::kind::tests::Draw::new(3);
        let signs = b"!#$%&()*+-./0123456789<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
        let mut column = |cell: &mut dyn FnMut(&mut crate::kind::tests::Draw, u64) -> String| ColumnSample {
            name: None,
            cells: (0..900).map(|row| cell(&mut draw, row).into_bytes()).collect(),
        };
        let sample = vec![
            column(&mut |_, row| format!("fox{row}@example.com")),
            column(&mut |draw, _| (0..32).map(|_| char::from(draw.one_of(b"0123456789abcdef"))).collect()),
            column(&mut |draw, _| (0..3).map(|_| char::from(draw.one_of(signs))).collect()),
        ];
        let choices = classify::classify(&sample, None);
        assert_eq!(choices[2].compared_as.map(|kind| kind.id), Some("password"), "so it looks alone");
        let table = TableSurvey::new(sample, choices);
        assert_eq!((table.hashes[1].salt, table.choices[2].compared_as.is_none()), (Some(2), true));
        let hash = &table.choices[1];
        assert_eq!(
            (hash.kind.is_none(), &hash.parts[..], &table.choices[2].parts[..]),
            (true, &[1, 2][..], &[1, 2][..])
        );
        let candidates: Vec<_> = hash.candidates.iter().map(|candidate| candidate.kind).collect();
        assert_eq!(candidates, table.hashes[1].shares[0].formats, "what is told twice is told alike");
        assert_eq!(hash.compared_as.map(|kind| kind.id), Some("hash.vbulletin_old"));
    }
}
