//! What a record set looks like without any of its values.
//!
//! **Comes in:** layouts, faults and measurements made while reading. **Goes out:** [`Profile`].
//!
//! **Never happens here:** no raw value, no rare mask, no unknown column name enters a profile.

pub mod caption;
pub mod classify;
pub mod field;
pub mod look;
pub mod marks;
pub mod mask;
pub mod role;
pub mod tally;
pub mod texture;
pub mod words;

use crate::record::{Faults, Layout, Reason};

/// One decoded layer of a file and its bytes: `bytes = usable + faulty + framing`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// `file`, `gzip`, `zstd` or `text`.
    pub name: &'static str,
    /// Bytes in this layer.
    pub bytes: u64,
    /// Bytes that became content of the next layer or of records.
    pub usable: u64,
    /// Bytes that could not be used.
    pub faulty: u64,
    /// Bytes that only frame: byte order mark, header record, record ends, blank lines.
    pub framing: u64,
}

/// One file of a record set.
#[derive(Debug, Clone)]
pub struct FileProfile {
    /// Path as given on the command line or in the case file, relative where it was; `-` for standard input. Person-like parts masked.
    pub path: String,
    /// Size in bytes as stored.
    pub bytes: u64,
    /// SHA-256 of the stored bytes in lower-case hex; `None` when no digest was asked for.
    pub sha256: Option<String>,
    /// Containers from the outside in: `gzip`, `zstd`; empty for plain files.
    pub containers: Vec<&'static str>,
    /// The layers from the outside in; the last is the text.
    pub layers: Vec<Layer>,
    /// How its text was read; `None` when nothing could be read.
    pub layout: Option<Layout>,
    /// Index of the table (group of files with the same columns) that its columns belong to.
    pub table: Option<usize>,
    /// Usable rows, the repaired ones among them.
    pub rows: u64,
    /// Usable rows in which something had to be repaired.
    pub rows_repaired: u64,
    /// Rows that could not be used.
    pub rows_faulty: u64,
    /// Faults by reason.
    pub faults: Faults,
}

impl FileProfile {
    /// Rows with too few or too many cells or with bytes that are no text: another delimiter or charset than the rest of the
    /// file has. A row with both counts twice.
    pub fn rows_read_in_part(&self) -> u64 {
        [Reason::RaggedRow, Reason::InvalidBytes]
            .iter()
            .filter_map(|reason| self.faults.get(reason))
            .map(|f| f.rows)
            .sum()
    }

    /// The same file with so many ragged rows.
    #[cfg(test)]
    pub fn with_ragged_rows(mut self, rows: u64) -> FileProfile {
        self.faults.entry(Reason::RaggedRow).or_default().rows = rows;
        self
    }
}

/// How a column's kind was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Decided {
    /// By its values.
    Values,
    /// By its header word, its values agreeing.
    Header,
    /// By the columns beside it.
    Neighbours,
    /// By the kind asked for on the command line or in the case.
    Request,
    /// Not decided: compared under its best candidate, which the report says.
    Assumed,
    /// No kind fits.
    Nothing,
    /// The choice was refuted by the whole file and could not be read again, or that of the header by the values: numbers
    /// spelled as the kind whose check digits fail.
    Refuted,
}

/// A kind that a column may be of.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Kind id.
    pub kind: &'static str,
    /// How well it fits, 0..=1: valid share of the filled cells of the sample, lowered by the kind's chance.
    pub confidence: f64,
}

/// The last month that enough of a column's dates lie in or after, so that wrong dates make none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// `yyyy-mm`.
    pub month: String,
    /// Dates in or after it.
    pub rows: u64,
}

/// One column of a table.
#[derive(Debug, Clone)]
pub struct ColumnProfile {
    /// Index of the table.
    pub table: usize,
    /// 0-based position.
    pub position: usize,
    /// Name, only if it is a known header word.
    pub name: Option<String>,
    /// Kind id, decided; `None` where only candidates are known.
    pub kind: Option<&'static str>,
    /// Kind id under which the column enters comparisons: `kind`, or the best candidate.
    pub compared_as: Option<&'static str>,
    /// How the kind was decided.
    pub decided: Decided,
    /// All kinds that fit, best first.
    pub candidates: Vec<Candidate>,
    /// The country whose spellings were read; [`Region::Unknown`](crate::kind::Region) where they are the same everywhere.
    pub region: crate::kind::Region,
    /// Positions of the columns whose cells are one value together (series and number), in the order in which they are
    /// joined: kind and counts of the value stand at the first of them. Empty for a column that stands alone.
    pub parts: Vec<usize>,
    /// Cells that hold something (not empty, not a null word).
    pub filled: u64,
    /// Filled cells that are valid for the kind (all filled ones where there is no kind).
    pub valid: u64,
    /// Filled cells that are not.
    pub invalid: u64,
    /// Invalid cells of the right shape and length whose check digit alone is wrong.
    pub wrong_check: u64,
    /// Invalid cells that are valid by shape and nobody's: filled in where nothing is known.
    pub placeholders: u64,
    /// What else sampled cells with a wrong check digit are: the kind that explains most of them; `None` where none does
    /// or no cell was looked at.
    pub rival: Option<tally::Rival>,
    /// Last digits of the valid numbers in the sample; `None` where the kind has no check digit.
    pub last_digits: Option<tally::LastDigits>,
    /// Distinct canonical keys (without a kind: distinct trimmed values) of the valid cells. Exact up to hash collisions.
    pub distinct: u64,
    /// Distinct keys of valid and invalid cells together.
    pub distinct_raw: u64,
    /// First month (`yyyy-mm`) with at least 10 rows at or before it; dates only.
    pub earliest: Option<String>,
    /// Last month with at least 10 rows at or after it; dates only.
    pub latest: Option<String>,
    /// Up to when its dates go if a few stray ones are left out; `None` where it holds no dates.
    pub recent: Option<Recent>,
    /// Shapes that stand for at least 10 rows of the sample, most frequent first: mask, rows of the sample.
    pub masks: Vec<(String, u64)>,
    /// Formats of password hashes with their shares of the sample, and the column with the salts.
    pub hashes: classify::hashes::ColumnHashes,
    /// Addresses with a tag; `None` where there are none, and for other kinds.
    pub tags: Option<tally::TagCount>,
    /// The wrong decoding that its cells went through; `None` where no sign of one was found.
    pub mojibake: Option<tally::Mojibake>,
    /// Shares and lengths of the sampled cells.
    pub texture: texture::Texture,
}

/// A limit that was hit, so that bytes stayed unexamined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitHit {
    /// Where, as one printable line.
    pub place: String,
    /// What limit or failure.
    pub limit: String,
    /// Its value, as text.
    pub value: String,
    /// What to do next.
    pub hint: String,
}

/// Everything about a record set but its fingerprints.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// The files in reading order.
    pub files: Vec<FileProfile>,
    /// The columns by table and position.
    pub columns: Vec<ColumnProfile>,
    /// Usable rows.
    pub rows: u64,
    /// Distinct byte-exact rows; `None` when not counted.
    pub distinct_rows: Option<u64>,
    /// Per unit (`people` or a kind id, `people` first, then by id): rows with it, distinct valid keys, distinct keys with the invalid ones.
    pub units: Vec<Unit>,
    /// Limits hit.
    pub limits: Vec<LimitHit>,
    /// Columns that speak of the same person, and how often they agree; by table, matter and positions.
    pub agreements: Vec<tally::Agreement>,
    /// Signs of who had the files in hands, and of when the records can have been made; by table, id and column.
    pub marks: Vec<marks::Found>,
}

/// How many of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// `people` or a kind id.
    pub unit: &'static str,
    /// Rows that carry at least one valid key.
    pub rows_with: u64,
    /// Distinct valid keys. For `people`: distinct person keys, each row named by its most specific valid key (an upper bound on persons where rows of one person carry different kinds).
    pub distinct: u64,
    /// Distinct keys, the invalid ones included; equals `distinct` for people.
    pub distinct_raw: u64,
}
