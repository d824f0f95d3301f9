//! The columns of the dump: kinds, counts, shapes, and what two of them agree on.
//!
//! The profile holds the same facts for the program: ids of its own tables, no names of its own. What stands here is published
//! and read back, so the two are kept apart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::profile::{ColumnProfile, Decided};

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// Name; null unless it is a known header word.
    pub name: Option<String>,
    /// 0-based position.
    pub position: u64,
    /// Index of its table: files with the same columns form one.
    pub table: u64,
    /// Kind id; null where it was not decided.
    pub kind: Option<String>,
    /// How the kind was decided.
    #[schemars(with = "Decided")]
    pub decided: String,
    /// Kind id under which it enters comparisons; null: it enters none.
    pub compared_as: Option<String>,
    /// All kinds that fit, best first.
    pub candidates: Vec<Candidate>,
    /// Country whose national spellings its cells were read by: of telephone numbers, `us` for dates with the month first;
    /// null where they are the same everywhere.
    #[schemars(extend("enum" = ["ua", "kg", "ru", "us", null]))]
    pub region: Option<String>,
    /// Positions of the columns whose cells are one value together (series and number), in the order in which they are
    /// joined; kind and counts of the value stand at the first of them. Empty for a column that stands alone.
    pub parts: Vec<u64>,
    /// Cells that hold something.
    pub filled: u64,
    /// Filled cells that are valid for the kind (without a kind: all of them).
    pub valid: u64,
    /// Filled cells that are not.
    pub invalid: u64,
    /// Invalid cells of the right shape and length whose check digit alone is wrong; null where the kind has none.
    pub wrong_check: Option<u64>,
    /// Invalid cells that have the right shape and are nobody's, as they are filled in where nothing is known (noemail@…);
    /// null where none is known of the kind.
    pub placeholders: Option<u64>,
    /// Distinct canonical keys of the valid cells (without a kind: distinct trimmed values).
    pub distinct: u64,
    /// Distinct keys of valid and invalid cells together.
    pub distinct_raw: u64,
    /// First month with at least 10 rows at or before it (`yyyy-mm`); null where it holds no dates.
    pub earliest: Option<String>,
    /// Last month with at least 10 rows at or after it (`yyyy-mm`); null where it holds no dates.
    pub latest: Option<String>,
    /// Shapes that stand for at least 10 rows, most frequent first.
    pub masks: Vec<Mask>,
    /// Formats of password hashes in a sample of the rows, the largest share first, plain text and empty cells last; empty
    /// where it holds no hashes.
    pub hashes: Vec<HashShare>,
    /// 0-based position of the column with the salts of these hashes; null where there is none. Where that column names this
    /// one in turn, either may hold the salts of the other, or neither.
    pub salt_column: Option<u64>,
    /// Addresses with a tag behind a plus sign; null where there are none, and for other kinds.
    pub tags: Option<Tags>,
    /// The wrong decoding that its cells went through; null where no sign of one was found.
    pub mojibake: Option<Mojibake>,
}

/// Addresses with a tag behind a plus sign, as people give them to tell who passed an address on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tags {
    /// Rows with a tag.
    pub rows: u64,
    /// Rows whose tag is the word of a known service.
    pub of_services: u64,
    /// Known services that at least 10 rows name, most frequent first; all other words are never told.
    pub services: Vec<Service>,
}

/// A service that tags name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Its word.
    pub word: String,
    /// Rows, at least 10.
    #[schemars(range(min = 10))]
    pub rows: u64,
}

/// That cells were decoded wrongly once or twice before they came into the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mojibake {
    /// What happened to the text, in the order in which it happened.
    pub chain: String,
    /// Sampled cells that this explains.
    pub explained: u64,
    /// Sampled cells with letters beyond ASCII.
    pub of: u64,
    /// Cells in which it was undone while reading.
    pub repaired: u64,
}

/// Rows whose password is stored in one of these formats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HashShare {
    /// Kind ids of the formats that look so, the most likely first; or `plain` or `empty` alone.
    pub formats: Vec<String>,
    /// Rows of the sample.
    pub rows: u64,
    /// Rows of the sample, all of them.
    pub of: u64,
    /// Of `rows`, hashes of common passwords, which settled the format; 0 where it is not settled.
    pub common: u64,
}

/// How often two columns of a row agree about the person they speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Index of the table.
    pub table: u64,
    /// What both speak of.
    #[schemars(extend("enum" = ["birth-date", "sex"]))]
    pub matter: String,
    /// 0-based position of the column whose numbers hold it.
    pub number: u64,
    /// 0-based position of the column that says it openly.
    pub other: u64,
    /// Rows in which both say something.
    pub tested: u64,
    /// Rows in which they say the same.
    pub agree: u64,
    /// Rows in which they would with day and month exchanged.
    pub swapped: u64,
}

/// A kind that a column may be of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Candidate {
    /// Kind id.
    pub kind: String,
    /// How well it fits, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
}

/// A shape of cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mask {
    /// Shape: letters and digits replaced by their class.
    pub mask: String,
    /// Rows of the sample that it stands for, at least 10.
    #[schemars(range(min = 10))]
    pub rows: u64,
}

pub(super) fn agreement(agreement: &crate::profile::tally::Agreement) -> Agreement {
    let tally = agreement.tally;
    Agreement {
        table: agreement.table as u64,
        matter: agreement.matter.name().to_owned(),
        number: agreement.number as u64,
        other: agreement.other as u64,
        tested: tally.tested,
        agree: tally.agree,
        swapped: tally.swapped,
    }
}

pub(super) fn column(column: &ColumnProfile) -> Column {
    Column {
        name: column.name.clone(),
        position: column.position as u64,
        table: column.table as u64,
        kind: column.kind.map(str::to_owned),
        decided: decided_name(column.decided).to_owned(),
        compared_as: column.compared_as.map(str::to_owned),
        candidates: column
            .candidates
            .iter()
            .map(|candidate| Candidate { kind: candidate.kind.to_owned(), confidence: candidate.confidence })
            .collect(),
        region: column.region.code().map(str::to_owned),
        parts: column.parts.iter().map(|&part| part as u64).collect(),
        filled: column.filled,
        valid: column.valid,
        invalid: column.invalid,
        wrong_check: column
            .compared_as
            .and_then(crate::kind::find)
            .filter(|kind| kind.is_checked())
            .map(|_| column.wrong_check),
        placeholders: column
            .compared_as
            .and_then(crate::kind::find)
            .filter(|kind| kind.filler.is_some())
            .map(|_| column.placeholders),
        distinct: column.distinct,
        distinct_raw: column.distinct_raw,
        earliest: column.earliest.clone(),
        latest: column.latest.clone(),
        masks: column.masks.iter().map(|(mask, rows)| Mask { mask: mask.clone(), rows: *rows }).collect(),
        hashes: column.hashes.shares.iter().map(hash_share).collect(),
        salt_column: column.hashes.salt.map(|position| position as u64),
        tags: column.tags.as_ref().map(|tags| Tags {
            rows: tags.rows,
            of_services: tags.of_services,
            services: tags.services.iter().map(|&(word, rows)| Service { word: word.into(), rows }).collect(),
        }),
        mojibake: column.mojibake.as_ref().map(|found| Mojibake {
            chain: found.chain.clone(),
            explained: found.explained,
            of: found.of,
            repaired: found.repaired,
        }),
    }
}

fn hash_share(share: &crate::profile::classify::hashes::HashShare) -> HashShare {
    HashShare {
        formats: share.formats.iter().map(|format| (*format).to_owned()).collect(),
        rows: share.rows,
        of: share.of,
        common: share.common,
    }
}

fn decided_name(decided: Decided) -> &'static str {
    match decided {
        Decided::Values => "values",
        Decided::Header => "header",
        Decided::Neighbours => "neighbours",
        Decided::Request => "request",
        Decided::Assumed => "assumed",
        Decided::Nothing => "nothing",
        Decided::Refuted => "refuted",
    }
}
