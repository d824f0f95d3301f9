//! The three doors: take, join, weigh. The whole analysis on one page.

use std::path::PathBuf;

use crate::case::Question;
use crate::kind::Kind;
use crate::reference::Reference;
use crate::report::Report;
use crate::settings::Settings;

/// Told how far a long step has come. The library never prints; the caller may.
pub trait Watch: Sync {
    /// A step begins; `total_bytes` where it is known. Steps follow each other, they do not nest.
    fn begin(&self, step: &str, total_bytes: Option<u64>);
    /// So many more bytes are done.
    fn advance(&self, bytes: u64);
    /// The step is over.
    fn end(&self);
}

/// A watch that says nothing.
pub struct Silent;

impl Watch for Silent {
    fn begin(&self, _: &str, _: Option<u64>) {}
    fn advance(&self, _: u64) {}
    fn end(&self) {}
}

/// One input as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path to open; `-` is standard input; a folder means all regular files below it.
    pub path: PathBuf,
    /// How reports name it (path as given, relative to the case file where it came from one).
    pub shown: String,
}

/// What is to be done.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The dump's inputs; empty: answer from the numbers alone.
    pub dump: Vec<Input>,
    /// References with their inputs; without inputs only their stated size is known.
    pub references: Vec<(Reference, Vec<Input>)>,
    /// The kind asked for with `--key`.
    pub key: Option<&'static Kind>,
    /// Claims, population, selection.
    pub question: Question,
    /// Settings.
    pub settings: Settings,
}

/// `analyze`: everything. Without a dump only the numbers speak.
pub fn analyze(_request: &Request, _watch: &dyn Watch) -> anyhow::Result<Report> {
    anyhow::bail!("being built")
}

/// `inspect`: the dump alone, no reference needed.
pub fn inspect(_request: &Request, _watch: &dyn Watch) -> anyhow::Result<Report> {
    anyhow::bail!("being built")
}

/// `overlap`: two record sets (the dump and one reference), counts both ways; only the columns of `key` where it is given.
pub fn overlap(_request: &Request, _watch: &dyn Watch) -> anyhow::Result<Report> {
    anyhow::bail!("being built")
}
