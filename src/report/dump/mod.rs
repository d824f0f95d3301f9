//! The dump's part of the report: what it is, without any of its values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod columns;
pub mod files;
pub mod known;

pub use columns::{Agreement, Candidate, Column, HashShare, Mask, Mojibake, Service, Tags};
pub use files::{Fault, Layer, Layout};
pub use known::{Likeness, SchemaFit};

use super::marks::{self, AgeMark, Handling};
use crate::profile::{FileProfile, LimitHit, Profile};
use crate::stats;

/// What the dump is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dump {
    /// Usable rows, the repaired ones among them.
    pub rows: u64,
    /// Usable rows in which something had to be repaired.
    pub rows_repaired: u64,
    /// Rows that could not be used.
    pub rows_faulty: u64,
    /// Bytes of text: the innermost decoded layer of every file. `bytes = bytes_usable + bytes_faulty + bytes_framing`;
    /// the outer layers stand in `layouts[].layers`.
    pub bytes: u64,
    /// Bytes of `bytes` that became records.
    pub bytes_usable: u64,
    /// Bytes of `bytes` that could not be used.
    pub bytes_faulty: u64,
    /// Bytes of `bytes` that only frame: byte order mark, header record, record ends, blank lines.
    pub bytes_framing: u64,
    /// Distinct rows, byte for byte; null: not counted.
    pub distinct_rows: Option<u64>,
    /// `rows / distinct_rows`, at least 1; null where either is missing.
    pub identical_rows_factor: Option<f64>,
    /// Per unit: rows, people, then kinds by id.
    pub units: Vec<Unit>,
    /// Per file, in reading order.
    pub layouts: Vec<Layout>,
    /// Per table and position.
    pub columns: Vec<Column>,
    /// Columns that speak of the same person, and how often they agree; by table, matter and positions.
    pub agreements: Vec<Agreement>,
    /// Signs of what programs the files went through; by table, mark and column.
    pub handling: Vec<Handling>,
    /// Bounds on when records can have been made; by table, mark and column.
    pub age_marks: Vec<AgeMark>,
    /// Known systems whose records it looks like, accepted ones first, then those that explain it best: mostly by fit, but a
    /// register before a view of it, a system that explains more columns before one of like fit that lacks what it always has,
    /// a form that anybody writes before a system that writes the same; at most five; null: not tested.
    pub schemas: Option<Vec<SchemaFit>>,
    /// Known breaches that it looks like from the outside (what it holds, how much, how passwords are stored), best first,
    /// at most 5: hints where to look, no matches. Source: Have I Been Pwned, CC BY 4.0.
    pub catalogue: Vec<Likeness>,
    /// Where none of them stands out and at most 5 hold all that the dump holds and store passwords so: these, best first.
    /// Nothing tells them apart, and none of them is a hint.
    pub catalogue_alike: Vec<Likeness>,
    /// Why there are none, or what must be known of them; null where it holds nothing that the catalogue is of, or was not
    /// asked.
    pub catalogue_note: Option<String>,
    /// Sensitive entries among `schemas`, `catalogue` and `catalogue_alike` that are not named (`--sensitive` names them): a
    /// schema stands under the id `sensitive`, a breach is left out.
    pub sensitive_not_shown: u64,
}

/// How many of one unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// `rows`, `people` or a kind id.
    pub unit: String,
    /// Rows that carry at least one valid key of it.
    pub rows_with: u64,
    /// Distinct valid keys; null: not counted.
    pub distinct: Option<u64>,
    /// Distinct keys, the invalid ones included; null: not counted.
    pub distinct_raw: Option<u64>,
    /// `rows_with / distinct`; null where there is none.
    pub duplicate_factor: Option<f64>,
}

/// A limit that was hit, so that bytes stayed unexamined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Limit {
    /// Where, one line.
    pub place: String,
    /// Which limit or failure.
    pub limit: String,
    /// Its value.
    pub value: String,
    /// What to do next.
    pub hint: String,
}

impl From<&LimitHit> for Limit {
    fn from(hit: &LimitHit) -> Limit {
        let LimitHit { place, limit, value, hint } = hit.clone();
        Limit { place, limit, value, hint }
    }
}

/// The dump's part of the report.
pub fn describe(profile: &Profile) -> Dump {
    let text = |pick: fn(&crate::profile::Layer) -> u64| -> u64 {
        profile.files.iter().filter_map(|file| file.layers.last()).map(pick).sum()
    };
    let sum = |pick: fn(&FileProfile) -> u64| -> u64 { profile.files.iter().map(pick).sum() };
    Dump {
        rows: profile.rows,
        rows_repaired: sum(|file| file.rows_repaired),
        rows_faulty: sum(|file| file.rows_faulty),
        bytes: text(|layer| layer.bytes),
        bytes_usable: text(|layer| layer.usable),
        bytes_faulty: text(|layer| layer.faulty),
        bytes_framing: text(|layer| layer.framing),
        distinct_rows: profile.distinct_rows,
        identical_rows_factor: profile.distinct_rows.and_then(|distinct| stats::share(profile.rows, distinct)),
        units: units(profile),
        layouts: profile.files.iter().map(files::layout).collect(),
        columns: profile.columns.iter().map(columns::column).collect(),
        agreements: profile.agreements.iter().map(columns::agreement).collect(),
        handling: marks::handling(&profile.marks),
        age_marks: marks::age(&profile.marks),
        schemas: None,
        catalogue: Vec::new(),
        catalogue_alike: Vec::new(),
        catalogue_note: None,
        sensitive_not_shown: 0,
    }
}

fn units(profile: &Profile) -> Vec<Unit> {
    let rows = Unit {
        unit: "rows".into(),
        rows_with: profile.rows,
        distinct: profile.distinct_rows,
        distinct_raw: profile.distinct_rows,
        duplicate_factor: profile.distinct_rows.and_then(|distinct| stats::share(profile.rows, distinct)),
    };
    let kinds = profile.units.iter().map(|unit| Unit {
        unit: unit.unit.to_owned(),
        rows_with: unit.rows_with,
        distinct: Some(unit.distinct),
        distinct_raw: Some(unit.distinct_raw),
        duplicate_factor: stats::share(unit.rows_with, unit.distinct),
    });
    std::iter::once(rows).chain(kinds).collect()
}
