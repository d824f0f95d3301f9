//! What record sets share: counts only.
//!
//! **Comes in:** imprints. **Goes out:** [`Counts`]: everything that the judgement needs, as numbers.
//!
//! **Never happens here:** no probability, no threshold, no wording; no comparison across keys, normaliser versions or kinds.

mod common;
mod composition;
pub mod fit;
mod held;
pub mod join;
mod overlaps;
mod row_sets;
pub mod seconds;
mod strata;
pub mod units;

/// On what two record sets are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The same identifier.
    Key,
    /// The same identifier with the same value of one attribute (login with password), or the same second key: another
    /// spelling of a name, another address of a mailbox, name with day of birth.
    Attribute,
    /// All kinds that both sides hold agree in one row.
    Record,
    /// The same row, byte for byte.
    Row,
}

/// What the dump and one reference share on one kind and level. All counts are of distinct things.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Index into the run's references.
    pub reference: usize,
    /// Kind id; for the attribute level `login+attribute` kinds joined with `+`, or the id of a second key; `None` for
    /// record and row level.
    pub kind: Option<String>,
    /// On what.
    pub level: Level,
    /// Kinds that had to agree (record level, second keys), by id.
    pub kinds: Vec<&'static str>,
    /// Distinct in the dump.
    pub dump: u64,
    /// Distinct in the reference.
    pub reference_size: u64,
    /// Distinct in both.
    pub shared: u64,
    /// Decoys drawn from the dump's own series and ranges, none of them in the dump; `None` where none can be drawn.
    pub decoys: Option<u64>,
    /// Decoys found in the reference.
    pub chance_hits: Option<u64>,
    /// Neighbours of the reference's own keys that no reference holds, and those of them in the dump: how densely the dump
    /// fills the places in which the reference's keys stand. `None` where none were drawn.
    pub neighbours: Option<(u64, u64)>,
    /// Whether either side's column was compared under an assumed kind.
    pub assumed: bool,
}

/// Keys of one kind that are held by exactly the same references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyClass {
    /// Indices of the references, ascending; empty: held by none.
    pub members: Vec<usize>,
    /// Distinct keys of the class (0 for the empty class: unknown).
    pub held: u64,
    /// Those of them that are in the dump.
    pub found: u64,
}

/// By what the keys of a kind are divided into strata: records of a leak come in blocks, and a copy may be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// What the key itself tells: serial series, birth decade, network code, domain; numbers mean nothing but likeness.
    Series,
    /// Where in the reference's files the key stands, 0..64 from the first row to the last. Only for classes of one member.
    Block,
    /// Month in which the record was made, as the service's list has it: months since year 0, 0 where it has none. Only
    /// for classes with the service.
    Month,
}

/// A part of an informative class: the keys of one stratum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Index into [`Membership::informative`].
    pub class: usize,
    /// What divides.
    pub dimension: Dimension,
    /// Which part.
    pub stratum: u32,
    /// Distinct keys of the class in this stratum.
    pub held: u64,
    /// Those of them that are in the dump.
    pub found: u64,
}

/// By which days the keys that no older set holds are divided, so that like is compared with like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// Day on which the record was made: the first month of its quarter, in months since year 0.
    Made,
    /// Day of birth of its person: the decade ([`crate::imprint::stratum::Stratum::born`]).
    Born,
}

/// Keys of an informative class that no older set holds, made or born in one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Index into [`Membership::informative`].
    pub class: usize,
    /// By which day.
    pub by: By,
    /// Which window; 0: the day is not known.
    pub stratum: u32,
    /// Distinct keys.
    pub held: u64,
    /// Those of them that are in the dump.
    pub found: u64,
}

/// Places into which the rows of the dump are divided at most.
pub const PLACES: u32 = 64;

/// Keys of an informative class that stand in one stretch of the dump's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Index into [`Membership::informative`].
    pub class: usize,
    /// Which stretch, 0..[`PLACES`] from the first row to the last; a key counts where it stands first.
    pub place: u32,
    /// Distinct keys.
    pub found: u64,
}

/// Membership of the keys of one kind over the references that hold the kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Membership {
    /// Kind id.
    pub kind: String,
    /// References that hold the kind, ascending indices.
    pub references: Vec<usize>,
    /// Classes in order of members.
    pub classes: Vec<KeyClass>,
    /// The same of the keys that can tell a source: all of them but for passwords and their hashes, of which the common
    /// ones stand in every list.
    pub informative: Vec<KeyClass>,
    /// The informative classes by stratum, in order of class, dimension, stratum; empty where nothing was divided.
    pub cells: Vec<Cell>,
    /// The classes of one member by parts of their series ([`crate::kind::stratum::part`]), in order; empty where nothing was divided.
    pub parts: Vec<Cell>,
    /// The informative keys of the dump by class and by where they stand in it, in that order; empty where no rows are known.
    pub places: Vec<Placed>,
    /// The informative classes that no older set holds, by the days that their holders know; empty where nothing was divided, or
    /// only one reference holds the kind.
    pub windows: Vec<Window>,
}

impl Membership {
    /// A membership whose keys all can tell a source, not divided into strata.
    pub fn undivided(kind: &str, references: Vec<usize>, classes: Vec<KeyClass>) -> Self {
        let informative = classes.clone();
        Membership { kind: kind.to_owned(), references, informative, classes, ..Membership::default() }
    }
}

/// Rows of one part of the dump that are held by exactly the same references, each by so many kinds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct RowClass {
    /// References that hold any informative key of the row, ascending; empty: none.
    pub members: Vec<usize>,
    /// References that hold the row's most specific held key, ascending.
    pub credited: Vec<usize>,
    /// By member: of how many kinds it holds a key of the row.
    pub kinds: Vec<u8>,
    /// Which part: rows of the same file that are held by the same kinds, whoever holds them.
    pub part: usize,
    /// Rows.
    pub rows: u64,
}

impl RowClass {
    /// Rows of one part that all members hold by one kind.
    pub fn of_one_kind(members: &[usize], credited: &[usize], rows: u64) -> RowClass {
        let kinds = vec![1; members.len()];
        RowClass { members: members.to_vec(), credited: credited.to_vec(), kinds, part: 0, rows }
    }
}

/// How often the keys of one class and kind stand in the dump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// References that hold the keys, ascending.
    pub members: Vec<usize>,
    /// Distinct keys in the dump.
    pub keys: u64,
    /// Rows with one of them.
    pub rows: u64,
}

/// Membership of the dump's rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Rows of the dump.
    pub rows: u64,
    /// Rows that carry at least one informative key that is not common: one that stands in very many rows tells nothing of
    /// any of them.
    pub informative: u64,
    /// Classes in order of members, then credited.
    pub classes: Vec<RowClass>,
    /// How often keys stand in the dump, by kind and class.
    pub repeats: Vec<Vec<Repeat>>,
}

/// Why a pair could not be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Index into the run's references.
    pub reference: usize,
    /// Named reason, e.g. `no-shared-kind`.
    pub reason: &'static str,
    /// One sentence that says what would make them comparable, or what was not compared.
    pub hint: String,
}

/// Everything that was counted between the dump and its references.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counts {
    /// By reference, then level, then kind.
    pub overlaps: Vec<Overlap>,
    /// One per kind that at least one reference holds, by kind id.
    pub memberships: Vec<Membership>,
    /// Rows of the dump; `None` when the rows were not linked (`overlap`).
    pub rows: Option<Rows>,
    /// Pairs that share no kind.
    pub refusals: Vec<Refusal>,
}
