//! How the files of the dump were read: layouts, layers and faults.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::profile::FileProfile;
use crate::record::{FaultCount, Reason};

/// Places of a fault that are listed.
const PLACES_MOST: usize = 10;

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
    #[schemars(with = "Reason")]
    pub reason: String,
    /// Records touched.
    pub rows: u64,
    /// Bytes touched.
    pub bytes: u64,
    /// The first 10 places, in order: file » container » byte » record (0-based, header not counted).
    pub places: Vec<String>,
}

pub(super) fn layout(file: &FileProfile) -> Layout {
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
        Reason::RaggedRow => "ragged-row",
        Reason::StrayQuote => "stray-quote",
        Reason::NulByte => "nul-byte",
        Reason::InvalidBytes => "invalid-bytes",
        Reason::RecordTooLong => "record-too-long",
        Reason::CutArchive => "cut-archive",
        Reason::DamagedArchive => "damaged-archive",
        Reason::Unreadable => "unreadable",
        Reason::Unsupported => "unsupported",
    }
}
