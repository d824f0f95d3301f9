//! The whole result as plain data, and the forms it is given out in.
//!
//! **Comes in:** the [`Matter`](crate::verdict::Matter) that was weighed. **Goes out:** one [`Report`]; bytes from a
//! [`Renderer`].
//!
//! **Never happens here:** no renderer sees anything but the report; no clock, thread count or output path enters it;
//! no character of the input reaches a terminal unescaped.
//!
//! **To add a form:** `src/report/<id>.rs` with `pub static RENDERER`, and one line in [`RENDERERS`].
//!
//! Shares lie in 0..=1; counts are of distinct canonical valid keys of the named kind unless the name says rows; sizes
//! are bytes; dates are ISO 8601; weights are base-10 logarithms; absent is null, never 0; every list has a stated
//! order.

pub mod dump;
pub mod json;
pub mod likeness;
pub mod marks;
pub mod page;
pub mod schema;
pub mod text;
pub mod weigh;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use dump::{Dump, Limit};
pub use schema::schema;
pub use weigh::{Parts, weigh};

pub use crate::evidence::matter::is_attribute;
use crate::evidence::words;
pub use crate::mixture::{Composition, Mixture};
pub use crate::verdict::bounds::{Basis, LimitIs};
pub use crate::verdict::sampled::Whole;
pub use crate::verdict::{Bound, ClaimLine, Finding, LookUpLine, MainKey, Verdict};

/// Whether an overlap on this kind is one of second keys: wider readings that are never keys themselves.
pub fn is_second_key(kind: &str) -> bool {
    crate::kind::find_wider(kind).is_some()
        || kind == crate::imprint::plan::NAME_BIRTH
        || is_hashed(kind)
        || crate::imprint::plan::WITHOUT_SALT.iter().any(|(id, ..)| *id == kind)
}

/// Whether an overlap on this kind is one of passwords in clear with hashes.
pub fn is_hashed(kind: &str) -> bool {
    crate::kind::hash::digest::COMPARED.iter().any(|(id, _)| *id == kind)
}

/// Version of the report's meaning; it changes when a meaning changes.
pub const REPORT_VERSION: u32 = 1;

/// The report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Always 1.
    #[schemars(extend("const" = REPORT_VERSION))]
    pub report_version: u32,
    /// What made it.
    pub tool: Tool,
    /// Title of the case; null where none is given.
    pub title: Option<String>,
    /// How the rows of the dump came to be seen, hence what may be said of rows that are not among them.
    #[schemars(extend("enum" = ["all", "random", "first-n", "seller-chosen", "look-ups", "unknown"]))]
    pub selection: String,
    /// The files read: the dump's first, then by reference id; each by path.
    pub inputs: Vec<Input>,
    /// False: bytes of some input stayed unexamined, and `limits` says which.
    pub complete: bool,
    /// Limits hit, in the order of the inputs.
    pub limits: Vec<Limit>,
    /// What the dump is; null where none was given.
    pub dump: Option<Dump>,
    /// The references, by id.
    pub references: Vec<Reference>,
    /// The kind that the answers are given in; null where there is none.
    pub main_key: Option<MainKey>,
    /// What the dump and each reference share, by reference id, level, kind.
    pub overlaps: Vec<Overlap>,
    /// Pairs that could not be compared, by reference id.
    pub refusals: Vec<Refusal>,
    /// Arithmetic bounds, by unit, measured before claimed, then by limit.
    pub bounds: Vec<Bound>,
    /// One per kind of key that at least one reference holds, by kind id; names and dates are no keys.
    pub mixtures: Vec<Mixture>,
    /// Which references hold the dump's rows; null where rows were not linked.
    pub composition: Option<Composition>,
    /// Findings, by test.
    pub findings: Vec<Finding>,
    /// Look-ups with the exact interval of each group, in the order given.
    pub look_ups: Vec<LookUpLine>,
    /// What a random sample says of all that is claimed; empty for any other selection or where no number is claimed.
    pub whole: Vec<Whole>,
    /// Claims with their outcomes, in the order said.
    pub claims: Vec<ClaimLine>,
    /// The answers; null where none was asked for (`inspect`, `overlap`).
    pub verdict: Option<Verdict>,
}

/// What made the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// `leakprov`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Input {
    /// `dump` or the reference's id.
    pub id: String,
    /// What it is to the question.
    #[schemars(extend("enum" = ["dump", "service", "corpus", "register", "control", "canary", "member"]))]
    pub role: String,
    /// Path as given; `-` for standard input.
    pub path: String,
    /// Size as stored.
    pub bytes: u64,
    /// Digest of the stored bytes in lower-case hex; null with `--no-digest`.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: Option<String>,
}

/// A reference as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reference {
    /// Its id.
    pub id: String,
    /// What it is to the question.
    #[schemars(extend("enum" = ["service", "corpus", "register", "control", "canary", "member"]))]
    pub role: String,
    /// How its name is known: a name is a claim too.
    #[schemars(extend("enum" = ["verified", "unverified", "fabricated"]))]
    pub provenance: String,
    /// Usable rows; null where only a size is stated.
    pub rows: Option<u64>,
    /// Its date, ISO 8601; null: not stated.
    pub date: Option<String>,
    /// When it began to hold or show records, ISO 8601; null: not stated.
    pub started: Option<String>,
    /// Day up to which it covers all that it ever held, ISO 8601; null: not stated.
    pub complete_to: Option<String>,
    /// Where its file was obtained from, as said; null: not stated.
    pub obtained_from: Option<String>,
    /// Id of the register that it only shows; null: not stated.
    pub view_of: Option<String>,
    /// Stated sizes, as given.
    pub sizes: Vec<Size>,
    /// Distinct valid keys by kind id; empty where only a size is stated.
    pub keys: BTreeMap<String, u64>,
}

/// A stated size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Size {
    /// Records.
    pub count: u64,
    /// When, ISO 8601; null: not stated.
    pub date: Option<String>,
    /// Half width of the rounding, in records; null: not stated.
    pub rounding: Option<u64>,
}

/// What the dump and one reference share on one kind and level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Overlap {
    /// Reference id.
    pub reference: String,
    /// Its role.
    #[schemars(extend("enum" = ["service", "corpus", "register", "control", "canary", "member"]))]
    pub role: String,
    /// Kind id, on the attribute level two joined with `+` or the id of a second key (`email.mailbox`, `person_name.match`,
    /// `person.name_birth`, `password.sha1`; `explain` tells each); null on record and row level.
    pub kind: Option<String>,
    /// On what. `record`: all kinds agree that two tables share with as many columns on both sides; one line for each set
    /// of kinds that some tables share so, most kinds first, each counting rows.
    #[schemars(extend("enum" = ["key", "attribute", "record", "row"]))]
    pub level: String,
    /// Kinds that had to agree, by id; of a second key those that it is made from.
    pub kinds: Vec<String>,
    /// Distinct in the dump; null on record level where fewer than two kinds are shared.
    pub dump: Option<u64>,
    /// Distinct in the reference; null as `dump`.
    pub reference_size: Option<u64>,
    /// Distinct in both; null as `dump`.
    pub shared: Option<u64>,
    /// `shared / dump`, 0..=1; null where `dump` is 0 or null.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_of_dump: Option<f64>,
    /// `shared / reference_size`, 0..=1; null where that is 0 or null.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_of_reference: Option<f64>,
    /// Intersection over union, 0..=1; null where both are empty or not counted.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub jaccard: Option<f64>,
    /// `dump / reference_size`; null where that is 0 or null.
    pub size_ratio: Option<f64>,
    /// Keys of the dump that would be found by chance; null where no decoys can be drawn.
    pub expected_by_chance: Option<f64>,
    /// Decoys: keys beside the dump's own, in proportion to these, which it does not hold; null where none can be drawn.
    pub decoys: Option<u64>,
    /// Decoys found in the reference; null where none can be drawn.
    pub chance_hits: Option<u64>,
    /// Pairs of unlike keys with one fingerprint, expected; null where not counted.
    pub expected_hash_collisions: Option<f64>,
    /// Whether a column of either side was compared under an assumed kind.
    pub assumed: bool,
}

/// Why a pair could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refusal {
    /// Reference id.
    pub reference: String,
    /// Named reason.
    pub reason: String,
    /// What would make them comparable, one sentence.
    pub hint: String,
}

/// A form that reports are given out in.
pub struct Renderer {
    /// Id on the command line.
    pub id: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Extension of its files, without the dot.
    pub extension: &'static str,
    /// Writes the report, in lines of at most so many columns where it has lines.
    pub render: fn(&Report, &mut dyn Write, columns: usize) -> io::Result<()>,
}

/// Every form, by id.
pub static RENDERERS: &[&Renderer] = &[&json::RENDERER, &text::RENDERER];

/// The form with this id.
pub fn renderer(id: &str) -> Option<&'static Renderer> {
    RENDERERS.iter().find(|renderer| renderer.id == id).copied()
}

/// Whether a character may be shown as it is: no controls, no marks that turn the direction of text or hide in it.
pub(crate) fn printable(character: char) -> bool {
    !character.is_control()
        && !matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
