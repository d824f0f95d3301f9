//! How often columns are typed rightly and layouts known: tables with known columns, surveyed and inspected as any dump is.
//!
//! **Comes in:** seeds and sizes for [`crate::synth::tables`]. **Goes out:** [`Typing`] (per kind: right, wrong, silent;
//! who is taken for whom) and [`Fits`] (per system: first place; per stranger: taken for something).
//!
//! **Never happens here:** nothing is judged but by what the generator says it made, and nothing is known of an answer but
//! the survey's choices and the report. Odd seeds are for the report, even ones for tuning.
//!
//! # What is right
//!
//! * A column whose values decide it: the top answer (the decided kind, else the first candidate) is its kind.
//! * A column that shares its very shape with other kinds (licence and vehicle certificate; bare digits): its kind is among
//!   the first three candidates, for password hashes among all of them, and nothing is decided: whoever decides guesses.
//! * A column whose shape is shared but which arithmetic, parts or neighbours can settle: either of the two.
//! * A column that is nothing (towns, prices, comments, running numbers), or a kind that the program does not have: no kind
//!   is decided.
//!
//! Under a header (`headed`) a name that says what the column is must lead to it, and one that misleads must not make a wrong
//! answer sure.
//!
//! A *sure* answer is a decided kind; it is *wrong* when the column is not of it. Two ids that name one thing (a Ukrainian
//! telephone is a telephone) are one answer.

mod columns;
mod headed;
mod schemas;

use std::fs;

use anyhow::{Context, Result};

pub use columns::{DIRT, KindLine, Mistake, Typing, type_columns};
pub use headed::{Headed, NamedLine, type_headed};
pub use schemas::{Fits, SystemLine, fit_tables};

use crate::dump::Input;
use crate::synth::tables::Table;

/// What is to be examined.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// First seed.
    pub seed: u64,
    /// How many seeds: the first, and every second one after it.
    pub seeds: u64,
    /// Rows of each table.
    pub rows: u64,
    /// Tables at a time.
    pub threads: usize,
    /// Of the unknown tables, every how many-th is looked at, at least 1: with seed after seed all of them.
    pub thinned: u64,
}

impl Scale {
    fn seeds(&self) -> Vec<u64> {
        (0..self.seeds).map(|turn| self.seed + 2 * turn).collect()
    }
}

/// Writes all tables, a few at a time, and gives what `judge` makes of each and its file, in the order of the tables.
fn examine<T: Send>(
    tables: &[Table],
    threads: usize,
    judge: &(dyn Fn(&Table, Input) -> Result<T> + Sync),
) -> Result<Vec<T>> {
    let folder = tempfile::tempdir().context("cannot make a folder for tables")?;
    let share = tables.len().div_ceil(threads.max(1)).max(1);
    let part = |number: usize, part: &[Table]| -> Result<Vec<T>> {
        let one = |table: &Table| {
            let path = folder.path().join(format!("{number}.csv"));
            fs::write(&path, table.text()).context("cannot write a table")?;
            judge(table, Input { path, shown: "table.csv".to_owned() })
        };
        part.iter().map(one).collect()
    };
    let part = &part;
    let parts: Vec<Result<Vec<T>>> = std::thread::scope(|scope| {
        let workers: Vec<_> = tables
            .chunks(share)
            .enumerate()
            .map(|(number, tables)| scope.spawn(move || part(number, tables)))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a worker ended early"))))
            .collect()
    });
    Ok(parts.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// `3 of 4 (75.0 %)`.
fn share(hits: u64, of: u64) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    format!("{hits} of {of} ({:.1} %)", hits as f64 / of as f64 * 100.0)
}
