//! What is said about the material rather than read from it.

/// The question put to the material: everything that is said about it rather than read from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// Title of the case.
    pub title: Option<String>,
    /// What somebody says of the dump.
    pub claims: Vec<Claim>,
    /// How many of a kind can exist, by kind id.
    pub populations: std::collections::BTreeMap<String, Population>,
    /// How the rows came to be seen.
    pub selection: Selection,
    /// First day on which the dump is known to have existed, ISO 8601; `None`: the earliest date of a claim stands for
    /// it.
    pub dump_date: Option<String>,
    /// Answers of a bot or search that were typed in, in the order of their file.
    pub look_ups: Vec<LookUp>,
    /// Kinds that a reference never stores, as said, by reference id.
    pub never_stores: std::collections::BTreeMap<String, Vec<String>>,
    /// Ids of the schemas that references' records have, as said, by reference id.
    pub schema_of: std::collections::BTreeMap<String, String>,
    /// Why a reference never stores a kind, by reference id and kind: one sentence of its schema.
    pub never_because: std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>>,
    /// Where a reference's file was obtained from, as said, by reference id.
    pub obtained_from: std::collections::BTreeMap<String, String>,
    /// Probabilities of the explanations before any evidence, by code; `None`: nobody brings any.
    pub prior: Option<std::collections::BTreeMap<String, f64>>,
}

/// A sentence that somebody said of the dump.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claim {
    /// Who says it: seller, service, authority, expert, ….
    pub by: String,
    /// Id of the reference that the claim is about.
    pub source: Option<String>,
    /// Number of records claimed.
    pub records: Option<u64>,
    /// Half width of the rounding of `records`, in records.
    pub rounding: Option<u64>,
    /// In what unit: `rows`, `people` or a kind id.
    pub unit: Option<String>,
    /// Ids of references that the dump is said to be made of.
    pub content: Vec<String>,
    /// The dump is said to be at least so many times the service.
    pub ratio_at_least: Option<f64>,
    /// The service is said to hold no records of its own.
    pub holds_no_records: Option<bool>,
    /// Date of the claim, ISO 8601.
    pub date: Option<String>,
    /// Whether `source` and `content` are denied: none of the records are theirs.
    pub denies: bool,
    /// The dump is said to hold all records of `source` (of the service where none is named).
    pub complete: bool,
    /// The records are said to have been collected before this day, ISO 8601.
    pub collected_before: Option<String>,
    /// The records are said to have been collected after this day, ISO 8601.
    pub collected_after: Option<String>,
}

/// How many of a group of people were asked for, and how many were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookUp {
    /// The group, in the words of who asked.
    pub group: String,
    /// People asked for.
    pub asked: u64,
    /// People found.
    pub found: u64,
    /// Size of the whole group; `None`: not known.
    pub of: Option<u64>,
}

/// How many of one kind can exist.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Population {
    /// Valid now.
    pub in_existence: Option<Stock>,
    /// Ever issued, the lapsed ones included.
    pub ever_issued: Option<Stock>,
}

/// A dated, sourced count.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stock {
    /// Records.
    pub count: u64,
    /// ISO 8601.
    pub date: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// Half width of the rounding of `count`, in records.
    pub rounding: Option<u64>,
}

/// How the rows of the dump came to be seen, hence what may be said of the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Selection {
    /// Everything the claim is about.
    All,
    /// A simple random sample.
    Random,
    /// The first rows.
    FirstN,
    /// Rows that the seller chose.
    SellerChosen,
    /// Answers to look-ups.
    LookUps,
    /// Not known.
    #[default]
    Unknown,
}

impl Selection {
    /// Every selection, in the order of the case file's documentation.
    pub const ALL: [Selection; 6] = [
        Selection::All,
        Selection::Random,
        Selection::FirstN,
        Selection::SellerChosen,
        Selection::LookUps,
        Selection::Unknown,
    ];

    /// The name in case files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Selection::All => "all",
            Selection::Random => "random",
            Selection::FirstN => "first-n",
            Selection::SellerChosen => "seller-chosen",
            Selection::LookUps => "look-ups",
            Selection::Unknown => "unknown",
        }
    }
}
