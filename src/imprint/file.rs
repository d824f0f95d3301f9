//! One file of a record set: read to its end by all threads, with its account, its faults and what of it could not be read.

use std::collections::BTreeMap;
use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::collect::{Collector, sample_stride};
use super::survey::FileSurvey;
use crate::dump::blocks::{Ending, PlainBlocks, StreamBlocks};
use crate::dump::open::{self, Opened, Stream};
use crate::dump::watch::Watch;
use crate::profile::{FileProfile, Layer, LimitHit};
use crate::record::page::Account;
use crate::record::walk::walk;
use crate::record::{FaultCount, Faults, Layout, Reason};
use crate::settings::{RECORD_BYTES_MOST, Settings};

/// A file that was read.
pub(super) struct Read {
    /// What it looks like.
    pub profile: FileProfile,
    /// Records from all over it.
    pub sample: Vec<Vec<u8>>,
    /// What of it could not be read as asked.
    pub limits: Vec<LimitHit>,
}

/// A file while it is read.
struct Reading<'a> {
    profile: FileProfile,
    limits: Vec<LimitHit>,
    settings: &'a Settings,
    watch: &'a dyn Watch,
}

/// Reads a file, whose first row has this number in the record set, into the collectors: one for each thread.
pub(super) fn read(
    file: &mut FileSurvey,
    base_row: u64,
    collectors: &mut [Collector<'_>],
    settings: &Settings,
    watch: &dyn Watch,
) -> Read {
    let mut reading = Reading { profile: unread_profile(file), limits: Vec::new(), settings, watch };
    let opened = match file.opened.take() {
        Some(opened) => Ok(opened),
        None => open::open(&file.evidence, settings.digest),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => {
            reading.unread(Reason::Unreadable, &error.to_string(), 0);
            return Read { profile: reading.profile, sample: Vec::new(), limits: reading.limits };
        }
    };
    for collector in collectors.iter_mut() {
        collector.begin_file(file.table.unwrap_or(0), base_row);
    }
    match (&file.layout, opened) {
        (Err((reason, why)), opened) => reading.skip(*reason, why, opened),
        (Ok(layout), Opened::Plain { file, bytes }) => {
            watch.begin(&reading.profile.path, Some(bytes));
            reading.plain(layout, file, bytes, collectors);
            watch.end();
        }
        (Ok(layout), Opened::Stream(stream)) => {
            watch.begin(&reading.profile.path, None);
            reading.streamed(layout, stream, collectors);
            watch.end();
        }
    }
    let mut account = Account::default();
    let mut sample = BTreeMap::new();
    for collector in collectors {
        account.add(&collector.account);
        sample.append(&mut collector.sample);
    }
    reading.close(&account);
    let last = sample.keys().next_back().copied().unwrap_or(0);
    sample.retain(|block, _| block.is_multiple_of(sample_stride(last)));
    Read { profile: reading.profile, sample: sample.into_values().collect(), limits: reading.limits }
}

/// What is known of a file before it is read.
fn unread_profile(file: &FileSurvey) -> FileProfile {
    FileProfile {
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
    }
}

impl Reading<'_> {
    /// Enters the account of the text layer.
    fn close(&mut self, account: &Account) {
        let profile = &mut self.profile;
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
        self.limits.extend(too_long(profile));
    }

    /// The file, or what is inside it, cannot be read.
    fn unread(&mut self, reason: Reason, why: &str, bytes: u64) {
        self.profile.faults.insert(reason, FaultCount { rows: 0, bytes, places: vec![(0, None)] });
        self.limits.push(LimitHit {
            place: self.profile.path.clone(),
            limit: match reason {
                Reason::Unreadable => "unreadable",
                _ => "unsupported",
            }
            .into(),
            value: why.to_owned(),
            hint: "the rest was read; give this file in a form that can be read".into(),
        });
    }

    /// A file in a form that is not read: its size and digest all the same.
    fn skip(&mut self, reason: Reason, why: &str, opened: Opened) {
        let (bytes, sha256, containers) = match opened {
            Opened::Plain { file, bytes } => {
                (bytes, self.settings.digest.then(|| digest_of(file)).flatten(), Vec::new())
            }
            Opened::Stream(stream) => match stream.stored.finish() {
                Ok((bytes, sha256)) => (bytes, sha256, stream.containers),
                Err(_) => return self.unread(reason, why, 0),
            },
        };
        self.profile.bytes = bytes;
        self.profile.sha256 = sha256;
        self.profile.layers = vec![Layer { name: "file", bytes, faulty: bytes, ..Layer::default() }];
        self.profile.containers = containers;
        self.unread(reason, why, bytes);
    }

    fn plain(&mut self, layout: &Layout, file: File, bytes: u64, collectors: &mut [Collector<'_>]) {
        let Reading { profile, limits, settings, watch } = self;
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

    fn streamed(&mut self, layout: &Layout, mut stream: Stream, collectors: &mut [Collector<'_>]) {
        let Reading { profile, limits, watch, .. } = self;
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
        let numbers =
            |counts: &[Arc<AtomicU64>]| counts.iter().map(|n| n.load(Ordering::Relaxed)).collect::<Vec<u64>>();
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
            Ending::Damaged => (
                Reason::DamagedArchive,
                "damaged-archive",
                "records before the damage are counted; look for another copy",
            ),
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
