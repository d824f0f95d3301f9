//! What the tests for made-up records share: a sign is a share of values that does not fit what issued ones are like.
//!
//! None of them speaks for a source: their weight between sources is 0. They end in shares with intervals, which the answer
//! on integrity combines.

use super::{Finding, Group, Matter};
use crate::profile::ColumnProfile;
use crate::profile::tally;
use crate::stats::fabrication::Estimate;

/// Fewest cells or rows of which a share is judged.
pub const LEAST: u64 = 100;

/// What one test found in one column or pair of columns.
#[derive(Debug, Clone, PartialEq)]
pub enum Sign {
    /// A share of made-up values, with its interval: a lower bound, since who knows the rule passes.
    Share {
        /// The share.
        share: Estimate,
        /// What was observed and what is expected of issued values, as shares 0..=1.
        observed: (f64, f64),
        /// One or two sentences that stand alone.
        sentence: String,
    },
    /// A deviation that has no share.
    Mark {
        /// What was observed and what is expected.
        observed: (f64, f64),
        /// One or two sentences that stand alone.
        sentence: String,
    },
    /// Nothing can be said of this column.
    Silent(String),
}

impl Sign {
    /// The share's interval.
    pub fn share(&self) -> Option<&Estimate> {
        match self {
            Sign::Share { share, .. } => Some(share),
            _ => None,
        }
    }

    /// For people.
    pub fn sentence(&self) -> &str {
        match self {
            Sign::Share { sentence, .. } | Sign::Mark { sentence, .. } | Sign::Silent(sentence) => sentence,
        }
    }
}

/// A sign with the columns in which it was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Table and position of the column of numbers.
    pub numbers: (usize, usize),
    /// Position of the column that they were held against, if any.
    pub beside: Option<usize>,
    /// Id of the test.
    pub test: &'static str,
    /// What was found.
    pub sign: Sign,
}

/// One sign for each pair of columns whose agreement in `what` was counted row by row.
pub fn of_pairs(
    matter: &Matter,
    (test, what): (&'static str, tally::Matter),
    sign: fn(&Matter, &tally::Agreement) -> Sign,
) -> Vec<Seen> {
    let Some(dump) = matter.dump else { return Vec::new() };
    let pairs = dump.agreements.iter().filter(|agreement| agreement.matter == what);
    let seen = |agreement: &tally::Agreement| Seen {
        numbers: (agreement.table, agreement.number),
        beside: Some(agreement.other),
        test,
        sign: sign(matter, agreement),
    };
    pairs.map(seen).collect()
}

/// The findings of a test from its signs; `none` where there is not even a column to be silent about.
pub fn findings(test: &str, signs: impl IntoIterator<Item = Sign>, none: &str) -> Vec<Finding> {
    let weighed = |observed: f64, expected: f64, sentence| Finding::Weighed {
        test: test.to_owned(),
        group: Group::Integrity.name().to_owned(),
        hypotheses: ["made-up or repeated records".into(), "records as they were issued".into()],
        observed,
        expected,
        log10_lr: 0.0,
        sentence,
    };
    let finding = |sign| match sign {
        Sign::Share { observed, sentence, .. } | Sign::Mark { observed, sentence } => {
            weighed(observed.0, observed.1, sentence)
        }
        Sign::Silent(silent) => Finding::Silent { test: test.to_owned(), silent },
    };
    let mut findings: Vec<Finding> = signs.into_iter().map(finding).collect();
    if findings.is_empty() {
        findings.push(Finding::Silent { test: test.to_owned(), silent: none.to_owned() });
    }
    findings
}

/// The dump's column at a place.
pub fn column<'a>(matter: &Matter<'a>, table: usize, position: usize) -> Option<&'a ColumnProfile> {
    matter.dump?.columns.iter().find(|column| (column.table, column.position) == (table, position))
}

/// A column in words: `column 3`, or `column 3 of table 2` where there are several tables.
pub fn place(matter: &Matter, table: usize, position: usize) -> String {
    let several = matter.dump.is_some_and(|dump| dump.columns.iter().any(|column| column.table > 0));
    match several {
        true => format!("column {} of table {}", position + 1, table + 1),
        false => format!("column {}", position + 1),
    }
}
