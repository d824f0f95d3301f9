//! How much the findings weigh together: one weight a group, combined for each pair of explanations, and what becomes of it
//! under other assumptions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::hypothesis::{self, ANOTHER_HOLDER, OLDER_SETS, SERVICE};
use crate::evidence::{Assumed, Facts, Finding, TESTS};
use crate::stats::weight::{self, Side};

/// Weight of the evidence for one explanation over another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Strength {
    /// Base-10 logarithm of the likelihood ratio; null: not weighed.
    pub log10_lr: Option<f64>,
    /// On the verbal scale: the weakest word that any of the assumptions tried gives.
    pub words: String,
    /// The pair: for, against; empty: not weighed.
    pub hypotheses: Vec<String>,
    /// If groups of one direction say the same thing once more; null: not weighed.
    pub dependent: Option<f64>,
    /// If all groups are independent; null: not weighed.
    pub independent: Option<f64>,
    /// Least and greatest `log10_lr` under the assumptions tried; null: not weighed.
    pub sensitivity: Option<Range>,
}

/// Two ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Strength {
    /// Nothing was weighed.
    pub fn none() -> Strength {
        Strength {
            log10_lr: None,
            words: "not weighed".into(),
            hypotheses: Vec::new(),
            dependent: None,
            independent: None,
            sensitivity: None,
        }
    }
}

/// The order in which the tests of a group speak for it: the first that says anything of a pair is taken.
///
/// # Source
/// The project's method, section 5.1: fixed before any material was seen.
const SPOKESMEN: [&str; 4] = ["canaries", "control-list", "exclusive-records", "snapshot-excess"];

/// Weight (log10) from which a pair decides anything, and from which two tests of one group that contradict each other
/// silence it.
///
/// # Source
/// The project's method, sections 5.1 and 5.5.
pub const DECIDES: f64 = 1.0;

/// What is assumed instead, to see whether the answer hangs on it.
///
/// # Source
/// The project's method, section 5.3.
fn other_assumptions() -> [Assumed; 6] {
    let usual = Assumed::default();
    [
        Assumed { wrong: 0.001, ..usual },
        Assumed { wrong: 0.05, ..usual },
        Assumed { selection: 0.25, ..usual },
        Assumed { selection: 1.0, ..usual },
        Assumed { sensitivity: 0.85, ..usual },
        Assumed { sensitivity: 0.99, ..usual },
    ]
}

/// The weight of one pair, with all that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// For, against.
    pub hypotheses: [String; 2],
    /// Reported weight (log10).
    pub log10: f64,
    /// The weight nearest to none under the assumptions tried; 0 where the direction changes.
    pub weakest: f64,
    /// Whether two tests of one group contradict each other.
    pub conflict: bool,
    dependent: f64,
    independent: f64,
    range: Range,
}

impl Pair {
    /// Whether it decides for the first explanation (`true`) or the second, and keeps at least weak support for it under
    /// every assumption tried.
    pub fn decides(&self) -> Option<bool> {
        let supported = weight::band(self.weakest).side != Side::Neither;
        (self.log10.abs() >= DECIDES && supported && !self.conflict).then_some(self.log10 > 0.0)
    }

    /// As the report has it: two decimals, cut so that none is overstated, and the weakest word.
    pub fn strength(&self) -> Strength {
        let round = |value: f64| (value * 100.0).trunc() / 100.0 + 0.0;
        Strength {
            log10_lr: Some(round(if self.weakest == 0.0 { 0.0 } else { self.log10 })),
            words: words(self.weakest, &self.hypotheses),
            hypotheses: self.hypotheses.to_vec(),
            dependent: Some(round(self.dependent)),
            independent: Some(round(self.independent)),
            sensitivity: Some(Range { low: round(self.range.low), high: round(self.range.high) }),
        }
    }
}

/// A weight in words: `moderate support for service over older-sets`.
fn words(log10: f64, pair: &[String; 2]) -> String {
    let band = weight::band(log10);
    match band.side {
        Side::Neither => band.strength.word().to_owned(),
        // Content of the service is content of whoever else holds the same records: the pair does not part the two.
        Side::First if pair[0] == SERVICE && pair[1] == OLDER_SETS => {
            format!("{} support for {SERVICE} or {ANOTHER_HOLDER} over {OLDER_SETS}", band.strength.word())
        }
        Side::First => format!("{} support for {} over {}", band.strength.word(), pair[0], pair[1]),
        Side::Second => format!("{} support for {} over {}", band.strength.word(), pair[1], pair[0]),
    }
}

/// Findings under one set of assumptions, by test id.
pub fn findings(facts: &Facts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = TESTS.iter().flat_map(|test| (test.weigh)(facts)).collect();
    findings.sort_by(|left, right| left.test().cmp(right.test()));
    findings
}

/// Every pair that a finding speaks of, in the order of the explanations. `usual` are the findings under `facts`.
pub fn pairs(facts: &Facts, usual: &[Finding]) -> Vec<Pair> {
    let mut named: Vec<[String; 2]> = usual
        .iter()
        .filter_map(|finding| match finding {
            Finding::Weighed { hypotheses, .. } => Some(hypotheses.clone()),
            Finding::Silent { .. } => None,
        })
        .collect();
    let place = |code: &String| hypothesis::ALL.iter().position(|known| known == code);
    named.sort_by_key(|pair| (place(&pair[0]), place(&pair[1])));
    named.dedup();
    if named.is_empty() {
        return Vec::new();
    }
    let others: Vec<Vec<Finding>> =
        other_assumptions().iter().map(|assumed| findings(&Facts { assumed: *assumed, ..*facts })).collect();
    named.into_iter().map(|hypotheses| pair(hypotheses, usual, &others)).collect()
}

fn pair(hypotheses: [String; 2], usual: &[Finding], others: &[Vec<Finding>]) -> Pair {
    let (groups, conflict) = groups(usual, &hypotheses);
    let all = weight::combine(&groups);
    let capped = |log10: f64| weight::capped(log10, weight::TOTAL_MOST);
    let log10 = capped(all.reported);
    let mut tried: Vec<f64> = others
        .iter()
        .map(|findings| capped(weight::combine(&self::groups(findings, &hypotheses).0).reported))
        .collect();
    // A group is left out only where what remains decides anything by itself: of one that speaks alone nothing remains.
    for left_out in 0..groups.len() {
        let rest: Vec<f64> = groups.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, w)| *w).collect();
        if rest.iter().any(|weight| weight.abs() >= DECIDES) {
            tried.push(capped(weight::combine(&rest).reported));
        }
    }
    let range =
        Range { low: tried.iter().copied().fold(log10, f64::min), high: tried.iter().copied().fold(log10, f64::max) };
    // A direction that changes with an assumption is none.
    let weakest = if log10 > 0.0 { range.low.max(0.0) } else { range.high.min(0.0) };
    Pair { hypotheses, log10, weakest, conflict, dependent: all.dependent, independent: all.independent, range }
}

/// The weight of each group for a pair, and whether two tests of one group contradict each other.
fn groups(findings: &[Finding], pair: &[String; 2]) -> (Vec<f64>, bool) {
    let place = |test: &str| SPOKESMEN.iter().position(|known| *known == test).unwrap_or(SPOKESMEN.len());
    let mut by_group: std::collections::BTreeMap<&str, Vec<(usize, f64)>> = Default::default();
    for finding in findings {
        if let Finding::Weighed { test, group, hypotheses, log10_lr, .. } = finding
            && hypotheses == pair
        {
            by_group.entry(group).or_default().push((place(test), *log10_lr));
        }
    }
    let mut conflict = false;
    let weights = by_group.into_values().map(|mut tests| {
        tests.sort_by_key(|(place, _)| *place);
        let most = tests.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        let least = tests.iter().map(|(_, weight)| *weight).fold(0.0, f64::min);
        let against = most > DECIDES && least < -DECIDES;
        conflict |= against;
        if against { 0.0 } else { tests.first().map_or(0.0, |(_, weight)| *weight) }
    });
    (weights.collect(), conflict)
}
