//! The tests: one question each, put to the counts, answered for a pair of hypotheses or with silence and its reason.
//!
//! **Comes in:** [`Facts`]: the [`Matter`] with its mixtures. **Goes out:** [`Finding`]s, which [`crate::verdict`] combines.
//!
//! **Never happens here:** no record, no file, no value; no test sees another's finding; a test that cannot speak weighs
//! exactly nothing and says why.
//!
//! **To add one:** `src/evidence/<id with _ for ->.rs` with `pub static TEST`, and one line in [`TESTS`].

pub mod age_bounds;
pub mod agreement;
pub mod birth_date_in_number;
pub mod canaries;
pub mod check_digit_values;
pub mod check_digits;
pub mod control_list;
pub mod excess;
pub mod exclusive_records;
pub mod held;
pub mod identical_rows;
pub mod made_up;
pub mod matched;
pub mod matter;
pub mod question;
pub mod schema_fit;
pub mod sex_in_number;
pub mod snapshot_excess;
pub mod temporal_cut_off;
pub mod version_history;
pub mod windows;
pub mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use matter::{Known, Matter};

use crate::mixture::Mixture;
use crate::stats::weight;

/// What a test may see.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Profiles, counts, statements.
    pub matter: &'a Matter<'a>,
    /// Which references explain the keys of each kind.
    pub mixtures: &'a [Mixture],
    /// Id of the kind that the answers about the service are given in.
    pub main: Option<&'a str>,
    /// What is assumed that nothing here measures; other values are tried to see whether the answer hangs on them.
    pub assumed: Assumed,
}

/// What the tests assume that nothing in the material measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumed {
    /// Probability that a test's model is wrong, 0..=1: it bounds every weight.
    pub wrong: f64,
    /// Deviation, in log-odds, by which the service's people may be found more or less often than others.
    pub selection: f64,
    /// Share of true matches that the key matcher finds, 0..=1.
    pub sensitivity: f64,
}

impl Default for Assumed {
    /// # Source
    /// The project's method, sections 2.2 (T1c) and 5.2: the defaults before validation.
    fn default() -> Self {
        Assumed { wrong: 0.01, selection: 0.5, sensitivity: held::SENSITIVITY }
    }
}

/// Explanations that findings compare, by the codes of the report.
pub mod hypothesis {
    /// The service's records are in the dump, alone or beside another holder's, as likely the one as the other.
    pub const SERVICE: &str = "service";
    /// The service's records are, and no other current ones.
    pub const SERVICE_ALONE: &str = "service-alone";
    /// The service's records are, beside another holder's.
    pub const SERVICE_AND_ANOTHER: &str = "service-and-another-holder";
    /// Another holder of the same current records: a register above the service, a partner.
    pub const ANOTHER_HOLDER: &str = "another-holder";
    /// Older sets only.
    pub const OLDER_SETS: &str = "older-sets";

    /// All of them, in the order of the reports.
    pub const ALL: [&str; 5] = [SERVICE, SERVICE_ALONE, SERVICE_AND_ANOTHER, ANOTHER_HOLDER, OLDER_SETS];
}

/// Tests of one group share their cause: each group weighs once.
///
/// # Source
/// The project's method, section 5.1: fixed before any material was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Membership of records and the control list.
    Membership,
    /// Versions and dates.
    Currency,
    /// Format, order, duplicates: the file's own history.
    Lineage,
    /// Planted records and what only the service makes.
    Planted,
    /// Columns and how passwords are stored.
    Schema,
    /// Signs of made-up or repeated records; speaks for no source.
    Integrity,
}

impl Group {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Group::Membership => "membership",
            Group::Currency => "currency",
            Group::Lineage => "lineage",
            Group::Planted => "planted",
            Group::Schema => "schema",
            Group::Integrity => "integrity",
        }
    }
}

/// One test: facts plus one function.
#[derive(Debug)]
pub struct Test {
    /// Id in reports and for `explain`; the file's stem with `-` for `_`.
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// What it asks, one sentence.
    pub question: &'static str,
    /// Where statistic and constants come from.
    pub sources: &'static [&'static str],
    /// What a reader must bear in mind.
    pub caveat: &'static str,
    /// Puts the question to the facts: at least one finding, or one silence.
    pub weigh: fn(&Facts) -> Vec<Finding>,
}

/// Every test, by id.
pub static TESTS: &[&Test] = &[
    &birth_date_in_number::TEST,
    &canaries::TEST,
    &check_digit_values::TEST,
    &check_digits::TEST,
    &control_list::TEST,
    &exclusive_records::TEST,
    &identical_rows::TEST,
    &schema_fit::TEST,
    &sex_in_number::TEST,
    &snapshot_excess::TEST,
    &temporal_cut_off::TEST,
    &version_history::TEST,
];

impl Test {
    /// The answer of a test that has nothing to say.
    fn silent(&self, why: impl Into<String>) -> Vec<Finding> {
        vec![Finding::Silent { test: self.id.to_owned(), silent: why.into() }]
    }

    /// One answer for a pair of hypotheses, its raw weight (log10) bounded by what is granted to error.
    fn weighed(&self, pair: [&str; 2], seen: [f64; 2], raw: f64, wrong: f64, sentence: String) -> Finding {
        Finding::Weighed {
            test: self.id.to_owned(),
            group: self.group.name().to_owned(),
            hypotheses: pair.map(str::to_owned),
            observed: seen[0],
            expected: seen[1],
            log10_lr: weight::bounded(raw, wrong),
            sentence,
        }
    }
}

/// A test's answer for a pair of hypotheses, or its silence with the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Finding {
    /// It weighs exactly nothing.
    Silent {
        /// Test id.
        test: String,
        /// Why it says nothing.
        silent: String,
    },
    /// It speaks.
    Weighed {
        /// Test id.
        test: String,
        /// Tests of one group share their cause and count once.
        group: String,
        /// For, against.
        hypotheses: [String; 2],
        /// What was observed.
        observed: f64,
        /// What would be expected under the second hypothesis.
        expected: f64,
        /// Base-10 logarithm of the likelihood ratio.
        log10_lr: f64,
        /// For people.
        sentence: String,
    },
}

impl Finding {
    /// Id of the test.
    pub fn test(&self) -> &str {
        match self {
            Finding::Silent { test, .. } | Finding::Weighed { test, .. } => test,
        }
    }
}
