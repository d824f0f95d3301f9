//! The tests: one question each, put to the counts, answered for a pair of hypotheses or with silence and its reason.
//!
//! **Comes in:** [`Facts`]: the [`Matter`] with its mixtures. **Goes out:** [`Finding`]s, which [`crate::verdict`] combines.
//!
//! **Never happens here:** no record, no file, no value; no test sees another's finding; a test that cannot speak weighs
//! exactly nothing and says why.
//!
//! **To add one:** `src/evidence/<id with _ for ->.rs` with `pub static TEST`, and one line in [`TESTS`].

pub mod birth_date_in_number;
pub mod check_digit_values;
pub mod check_digits;
pub mod identical_rows;
pub mod made_up;
pub mod matter;
pub mod question;
pub mod sex_in_number;
pub mod temporal_cut_off;
pub mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use matter::{Known, Matter};

use crate::mixture::Mixture;

/// What a test may see.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Profiles, counts, statements.
    pub matter: &'a Matter<'a>,
    /// Which references explain the keys of each kind.
    pub mixtures: &'a [Mixture],
    /// Id of the kind that the answers about the service are given in.
    pub main: Option<&'a str>,
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
    &check_digit_values::TEST,
    &check_digits::TEST,
    &identical_rows::TEST,
    &sex_in_number::TEST,
    &temporal_cut_off::TEST,
];

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
