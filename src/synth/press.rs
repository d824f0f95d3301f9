//! The printing press: chunks of a world are made by all cores and written in order, so that the files do not depend on
//! how many cores there were.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use anyhow::{Context, Result};

/// How a file is packed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Zstd,
}

/// One file to be written.
pub(super) struct Sheet {
    /// Path inside the world's folder, `/` between the parts.
    pub(super) path: &'static str,
    pub(super) packing: Packing,
    /// The file's text is UTF-8 here and windows-1251 on disk.
    pub(super) windows_1251: bool,
    /// First bytes: byte order mark and header line, or nothing.
    pub(super) head: &'static str,
}

/// What one chunk yields: a piece of text for every sheet, and what was counted while making it.
pub(super) struct Batch<T> {
    pub(super) texts: Vec<Vec<u8>>,
    pub(super) rows: u64,
    pub(super) tally: T,
}

enum Sink {
    Plain(BufWriter<File>),
    Gzip(flate2::write::GzEncoder<BufWriter<File>>),
    Zstd(zstd::Encoder<'static, BufWriter<File>>),
}

impl Sink {
    fn open(out: &Path, sheet: &Sheet) -> Result<Sink> {
        let path = out.join(sheet.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        }
        let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        let file = BufWriter::with_capacity(1 << 20, file);
        let mut sink = match sheet.packing {
            Packing::Plain => Sink::Plain(file),
            Packing::Gzip => Sink::Gzip(flate2::write::GzEncoder::new(file, flate2::Compression::new(3))),
            Packing::Zstd => Sink::Zstd(zstd::Encoder::new(file, 1).context("cannot set up zstd")?),
        };
        sink.write(&encoded(sheet, sheet.head.as_bytes().to_vec()))?;
        Ok(sink)
    }

    fn write(&mut self, text: &[u8]) -> Result<()> {
        match self {
            Sink::Plain(file) => file.write_all(text),
            Sink::Gzip(file) => file.write_all(text),
            Sink::Zstd(file) => file.write_all(text),
        }
        .context("cannot write; hint: is the disk full?")
    }

    fn close(self) -> Result<()> {
        match self {
            Sink::Plain(mut file) => file.flush(),
            Sink::Gzip(file) => file.finish().and_then(|mut file| file.flush()),
            Sink::Zstd(file) => file.finish().and_then(|mut file| file.flush()),
        }
        .context("cannot write; hint: is the disk full?")
    }
}

fn encoded(sheet: &Sheet, text: Vec<u8>) -> Vec<u8> {
    if !sheet.windows_1251 {
        return text;
    }
    match std::str::from_utf8(&text) {
        Ok(text) => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
        Err(_) => text,
    }
}

/// Writes all chunks in order. `make` runs on every core; `count` and `progress` (rows written) on the caller's thread.
///
/// # Errors
/// When a file cannot be written, or `make` fails.
pub(super) fn print<T: Send>(
    out: &Path,
    sheets: &[Sheet],
    chunks: usize,
    make: &(dyn Fn(usize) -> Result<Batch<T>> + Sync),
    count: &mut dyn FnMut(T),
    progress: &dyn Fn(u64),
) -> Result<()> {
    let mut sinks = sheets.iter().map(|sheet| Sink::open(out, sheet)).collect::<Result<Vec<_>>>()?;
    let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get().min(8));
    let turn = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel::<(usize, Result<Batch<T>>)>(workers);
    std::thread::scope(|scope| -> Result<()> {
        // Owned by the scope's closure: an early return drops it, and workers then stop at their next send.
        let receiver = receiver;
        for _ in 0..workers {
            let (sender, turn) = (sender.clone(), &turn);
            scope.spawn(move || {
                loop {
                    let chunk = turn.fetch_add(1, Ordering::Relaxed);
                    if chunk >= chunks {
                        return;
                    }
                    let batch = make(chunk).map(|mut batch| {
                        for (sheet, text) in sheets.iter().zip(&mut batch.texts) {
                            *text = encoded(sheet, std::mem::take(text));
                        }
                        batch
                    });
                    if sender.send((chunk, batch)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let (mut next, mut rows, mut early) = (0, 0, BTreeMap::new());
        for (chunk, batch) in receiver {
            early.insert(chunk, batch?);
            while let Some(batch) = early.remove(&next) {
                for (sink, text) in sinks.iter_mut().zip(&batch.texts) {
                    sink.write(text)?;
                }
                rows += batch.rows;
                count(batch.tally);
                progress(rows);
                next += 1;
            }
        }
        Ok(())
    })?;
    sinks.into_iter().try_for_each(Sink::close)
}
