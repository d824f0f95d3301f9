//! The dump's part of the report: what it is, without any of its values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::marks::{self, AgeMark, Handling};
use crate::compare::fit::Fit;
use crate::profile::{ColumnProfile, Decided, FileProfile, LimitHit, Profile};
use crate::record::{FaultCount, Reason};
use crate::stats;

/// Places of a fault that are listed.
const PLACES_MOST: usize = 10;

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
    /// Known systems whose records it looks like, accepted ones first, then by fit; at most five; null: not tested.
    pub schemas: Option<Vec<SchemaFit>>,
    /// Known breaches that it looks like from the outside (what it holds, how much, how passwords are stored), best first,
    /// at most 5: hints where to look, no matches. Source: Have I Been Pwned, CC BY 4.0.
    pub catalogue: Vec<Likeness>,
    /// Why there are none, or what must be known of them; null where it holds nothing that the catalogue is of.
    pub catalogue_note: Option<String>,
}

/// A known breach that the dump looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Likeness {
    /// Name in the catalogue: `explain` shows the entry.
    pub breach: String,
    /// Name for people.
    pub title: String,
    /// Day of the breach, ISO 8601; often the month or year alone is known.
    pub date: String,
    /// Distinct addresses in it.
    pub accounts: u64,
    /// Why it is listed, short.
    pub reasons: Vec<String>,
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

/// How one file was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Layout {
    /// Path as given.
    pub path: String,
    /// Containers from the outside in; empty for plain files.
    pub containers: Vec<String>,
    /// WHATWG label; null where no text could be read.
    pub charset: Option<String>,
    /// `delimited`, `login-password` or `lines`; null where no text could be read.
    pub format: Option<String>,
    /// Delimiter, one character; null where there is none.
    pub delimiter: Option<String>,
    /// Quote, one character; null where quotes are ordinary characters.
    pub quote: Option<String>,
    /// Whether the first record names the columns; null where no text could be read.
    pub header: Option<bool>,
    /// Index of the table that its columns belong to; null where it has none.
    pub table: Option<u64>,
    /// Usable rows.
    pub rows: u64,
    /// Of them, rows in which something had to be repaired.
    pub rows_repaired: u64,
    /// Rows that could not be used.
    pub rows_faulty: u64,
    /// Size in bytes as stored.
    pub bytes: u64,
    /// Decoded layers from the outside in; the last is the text.
    pub layers: Vec<Layer>,
    /// Why it was read so, one sentence; null where no text could be read.
    pub reason: Option<String>,
    /// The second best way of reading it, one sentence; null where there is none.
    pub runner_up: Option<String>,
    /// Faults by reason.
    pub faults: Vec<Fault>,
}

/// One decoded layer: `bytes = usable + faulty + framing`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Layer {
    /// `file`, `gzip`, `zstd` or `text`.
    pub name: String,
    /// Bytes in this layer.
    pub bytes: u64,
    /// Bytes that became content of the next layer or of records.
    pub usable: u64,
    /// Bytes that could not be used.
    pub faulty: u64,
    /// Bytes that only frame.
    pub framing: u64,
}

/// Faults of one reason in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// Reason.
    #[schemars(extend("enum" = REASONS))]
    pub reason: String,
    /// Records touched.
    pub rows: u64,
    /// Bytes touched.
    pub bytes: u64,
    /// The first 10 places, in order: file » container » byte » record (0-based, header not counted).
    pub places: Vec<String>,
}

/// The reasons of faults, in the order in which they are listed.
const REASONS: [&str; 9] = [
    "ragged-row",
    "stray-quote",
    "nul-byte",
    "invalid-bytes",
    "record-too-long",
    "cut-archive",
    "damaged-archive",
    "unreadable",
    "unsupported",
];

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
    #[schemars(extend("enum" = ["values", "header", "neighbours", "request", "assumed", "nothing", "refuted"]))]
    pub decided: String,
    /// Kind id under which it enters comparisons; null: it enters none.
    pub compared_as: Option<String>,
    /// All kinds that fit, best first.
    pub candidates: Vec<Candidate>,
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
    /// 0-based position of the column with the salts of these hashes; null where there is none.
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

/// How well a table of the dump fits what a known system's records look like. A fit is no origin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SchemaFit {
    /// Schema id.
    pub id: String,
    /// Index of the table.
    pub table: u64,
    /// Fit, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fit: f64,
    /// Fields of the schema that were found, in its order.
    pub matched: Vec<String>,
    /// Fields that its records always have and that were not found.
    pub missing: Vec<String>,
    /// What else the table holds: fields, or `column N` where nothing is known of it.
    pub foreign: Vec<String>,
    /// Those of `foreign` that the system cannot hold.
    pub impossible: Vec<String>,
    /// Whether the table is taken for the system's form; where no fit is accepted, it is none of the known.
    pub accepted: bool,
    /// Share of shuffled catalogues that fit at least as well, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub p: f64,
    /// How much better it fits than the next system of another form.
    pub margin: f64,
    /// Systems of the same form that fit nearly as well, by id: columns do not part them.
    pub same_form: Vec<String>,
    /// How well the schema is known; an unconfirmed one decides nothing alone.
    #[schemars(extend("enum" = ["confirmed", "partly", "unconfirmed"]))]
    pub standing: String,
}

impl From<Fit> for SchemaFit {
    fn from(fit: Fit) -> SchemaFit {
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        SchemaFit {
            id: fit.id,
            table: fit.table as u64,
            fit: rounded(fit.fit),
            matched: fit.matched,
            missing: fit.missing,
            foreign: fit.foreign,
            impossible: fit.impossible,
            accepted: fit.accepted,
            p: rounded(fit.p),
            margin: rounded(fit.margin),
            same_form: fit.same_form,
            standing: fit.standing.name().to_owned(),
        }
    }
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
    let hint = crate::verdict::catalogue::hint(profile);
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
        layouts: profile.files.iter().map(layout).collect(),
        columns: profile.columns.iter().map(column).collect(),
        agreements: profile.agreements.iter().map(agreement).collect(),
        handling: marks::handling(&profile.marks),
        age_marks: marks::age(&profile.marks),
        schemas: None,
        catalogue: hint.candidates.iter().map(likeness).collect(),
        catalogue_note: hint.note,
    }
}

fn likeness(likeness: &crate::verdict::catalogue::Likeness) -> Likeness {
    let breach = likeness.breach;
    Likeness {
        breach: breach.name.to_owned(),
        title: breach.title.to_owned(),
        date: breach.breach_date.to_owned(),
        accounts: breach.accounts,
        reasons: likeness.reasons.clone(),
    }
}

fn agreement(agreement: &crate::profile::tally::Agreement) -> Agreement {
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

fn layout(file: &FileProfile) -> Layout {
    let layout = file.layout.as_ref();
    let character = |byte: u8| char::from(byte).to_string();
    Layout {
        path: file.path.clone(),
        containers: file.containers.iter().map(|name| (*name).to_owned()).collect(),
        charset: layout.map(|layout| layout.charset.name().to_owned()),
        format: layout.map(|layout| layout.format.name().to_owned()),
        delimiter: layout.and_then(|layout| layout.delimiter).map(character),
        quote: layout.and_then(|layout| layout.quote).map(character),
        header: layout.map(|layout| layout.header),
        table: file.table.map(|table| table as u64),
        rows: file.rows,
        rows_repaired: file.rows_repaired,
        rows_faulty: file.rows_faulty,
        bytes: file.bytes,
        layers: file
            .layers
            .iter()
            .map(|layer| Layer {
                name: layer.name.to_owned(),
                bytes: layer.bytes,
                usable: layer.usable,
                faulty: layer.faulty,
                framing: layer.framing,
            })
            .collect(),
        reason: layout.map(|layout| layout.reason.clone()),
        runner_up: layout.and_then(|layout| layout.runner_up.clone()),
        faults: file.faults.iter().map(|(reason, count)| fault(file, *reason, count)).collect(),
    }
}

fn fault(file: &FileProfile, reason: Reason, count: &FaultCount) -> Fault {
    let within = |(byte, record): &(u64, Option<u64>)| {
        let mut place = vec![file.path.clone()];
        place.extend(file.containers.iter().map(|name| (*name).to_owned()));
        place.push(format!("byte {byte}"));
        place.extend(record.map(|record| format!("record {record}")));
        place.join(" » ")
    };
    Fault {
        reason: reason_name(reason).to_owned(),
        rows: count.rows,
        bytes: count.bytes,
        places: count.places.iter().take(PLACES_MOST).map(within).collect(),
    }
}

fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::RaggedRow => REASONS[0],
        Reason::StrayQuote => REASONS[1],
        Reason::NulByte => REASONS[2],
        Reason::InvalidBytes => REASONS[3],
        Reason::RecordTooLong => REASONS[4],
        Reason::CutArchive => REASONS[5],
        Reason::DamagedArchive => REASONS[6],
        Reason::Unreadable => REASONS[7],
        Reason::Unsupported => REASONS[8],
    }
}

fn column(column: &ColumnProfile) -> Column {
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
        parts: column.parts.iter().map(|&part| part as u64).collect(),
        filled: column.filled,
        valid: column.valid,
        invalid: column.invalid,
        wrong_check: column
            .compared_as
            .and_then(crate::kind::find)
            .filter(|kind| kind.is_checked())
            .map(|_| column.wrong_check),
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
