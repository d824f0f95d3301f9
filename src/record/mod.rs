//! Bytes become records.
//!
//! **Comes in:** blocks of one decoded layer and its [`Layout`]. **Goes out:** records with the places of their cells, and
//! [`Faults`] for every stretch that could not be read as expected.
//!
//! **Never happens here:** no kind is known; no byte is dropped without being counted; a faulty cell never drops its row.

pub mod page;
pub mod scan;
pub mod walk;

use std::collections::BTreeMap;

/// Character encoding of a file, as far as it changes how cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Charset {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// windows-1251.
    Windows1251,
}

impl Charset {
    /// The name in reports (WHATWG label).
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf8 => "utf-8",
            Charset::Windows1251 => "windows-1251",
        }
    }
}

/// How a file's lines hold its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Cells divided by one delimiter, quoted or not.
    Delimited,
    /// Two cells a line, divided at the first delimiter only: the second may hold it.
    LoginPassword,
    /// One value a line.
    Lines,
}

impl Format {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Format::Delimited => "delimited",
            Format::LoginPassword => "login-password",
            Format::Lines => "lines",
        }
    }
}

/// How the bytes of one file turn into records, with the reason and the runner-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Character encoding.
    pub charset: Charset,
    /// Bytes before the first record that are none: byte order mark, `sep=` line of a spreadsheet, comments of a word
    /// list.
    pub preface: usize,
    /// Whether the file begins with a byte order mark.
    pub marked: bool,
    /// How lines hold values.
    pub format: Format,
    /// Delimiter; `None` for [`Format::Lines`].
    pub delimiter: Option<u8>,
    /// Quote character; `None` where quotes are ordinary characters.
    pub quote: Option<u8>,
    /// Last byte of a record's end: `\n` (a `\r` before it belongs to the end) or `\r`.
    pub terminator: u8,
    /// Whether the first record names the columns.
    pub header: bool,
    /// Names of the columns, decoded and trimmed; empty without a header. Raw text: never printed unless a known header word.
    pub names: Vec<String>,
    /// Number of cells of a regular record, at least 1.
    pub width: usize,
    /// Why this layout was chosen, in one sentence without any value.
    pub reason: String,
    /// The second best choice, in one sentence without any value.
    pub runner_up: Option<String>,
}

/// Why a stretch of input is a fault. The order is the order in reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Fewer or more cells than the layout has; the row is kept, missing cells are empty, surplus cells are not read.
    RaggedRow,
    /// A quote inside an unquoted cell, or an opening quote that is never closed; taken literally.
    StrayQuote,
    /// A NUL byte inside a cell.
    NulByte,
    /// Bytes that are not text in the file's charset.
    InvalidBytes,
    /// A record longer than the limit; not read.
    RecordTooLong,
    /// The input ends inside a compressed stream.
    CutArchive,
    /// A compressed stream is damaged.
    DamagedArchive,
    /// A file that could not be opened or read.
    Unreadable,
    /// Bytes in a form that cannot be read (encoding or container not supported).
    Unsupported,
}

/// Faults of one reason in one file: how many, how large, and where the first ones lie.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FaultCount {
    /// Records touched.
    pub rows: u64,
    /// Bytes touched.
    pub bytes: u64,
    /// The first places: byte offset in the decoded layer and record number (0-based, header not counted), in order.
    pub places: Vec<(u64, Option<u64>)>,
}

/// All faults of one file, by reason.
pub type Faults = BTreeMap<Reason, FaultCount>;
