//! Up to which month are the records that the dump shares with the service's list, and what does that say?

use super::excess;
use super::held::Held;
use super::{Facts, Finding, Group, Test, hypothesis};
use crate::compare::Dimension;
use crate::evidence::words;
use crate::stats::dates::after_launch;

/// The test.
pub static TEST: Test = Test {
    id: "temporal-cut-off",
    group: Group::Currency,
    question: "Do records made after some month miss from the dump, where the service's list holds plenty of them?",
    sources: &[
        "Profile likelihood of a change point in binomial rates with its support set (drop of 1.92 in log-likelihood, \
         divided by the overdispersion found)",
        "The project's method, section 2.2, T3: it speaks only if at least 4.61 later records were to be expected",
    ],
    caveat: "Whoever made the dump may have left out later records on purpose. A copy taken before the last month may have \
             passed through the service all the same, if it held those records then.",
    weigh,
};

/// Later records that must have been expected before their absence says anything: P(none) is then at most 1 %.
pub const EXPECTED_LEAST: f64 = 4.61;
/// Shared records before the cut-off: fewer show no rate.
const FOUND_LEAST: u64 = 100;
/// Rate after the cut-off, as a share of the rate just before it, above which nothing ended there.
const REST_MOST: f64 = 0.1;
/// Months just before the cut-off whose rate is expected to go on.
const BEFORE_MONTHS: usize = 24;
/// Log-likelihood by which a month may fall behind the best one and still be possible (95 %).
const SUPPORT: f64 = 1.92;
/// Share of expected later records that appear although they were not in the copy (wrong dates, chance).
const BACKGROUND: f64 = 0.01;

/// Where the records that dump and service share end in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CutOff {
    /// Month (since year 0) in which the records end: least and greatest that the counts support.
    pub window: (u32, u32),
    /// Records of the service's list made after the latest supported month.
    pub later: u64,
    /// Those of them in the dump.
    pub found: u64,
    /// Those that the rate just before would have put there.
    pub expected: f64,
}

/// One month of the service's list: month, records, those in the dump.
type Month = (u32, u64, u64);

/// The cut-off of the records that the dump shares with the service, on the main key. `None` where there is none, or too
/// little to see one. The service's own records are asked first: older sets in the dump go on hitting the others.
pub fn cut_off(facts: &Facts) -> Option<CutOff> {
    change(&own_months(facts)).or_else(|| change(&months(facts)))
}

/// The months of the records that no older set holds.
fn own_months(facts: &Facts) -> Vec<Month> {
    let strata = Held::of(facts).and_then(|held| held.strata(Dimension::Month)).unwrap_or_default();
    let own = strata.into_iter().filter(|(month, stratum)| *month > 0 && stratum.exclusive.of > 0);
    own.map(|(month, stratum)| (month, stratum.exclusive.of, stratum.exclusive.found)).collect()
}

/// Months of creation of the service's records, ascending; records without one are left out.
fn months(facts: &Facts) -> Vec<Month> {
    let mut months = std::collections::BTreeMap::<u32, (u64, u64)>::new();
    let memberships = facts.matter.counts.map_or(&[][..], |counts| &counts.memberships);
    for membership in memberships.iter().filter(|membership| Some(membership.kind.as_str()) == facts.main) {
        for cell in membership.cells.iter().filter(|c| c.dimension == Dimension::Month && c.stratum > 0) {
            let sum = months.entry(cell.stratum).or_default();
            *sum = (sum.0 + cell.held, sum.1 + cell.found);
        }
    }
    months.into_iter().map(|(month, (held, found))| (month, held, found)).collect()
}

/// Log-likelihood of a constant rate, at its best.
fn likelihood((held, found): (u64, u64)) -> f64 {
    let (n, k) = (held as f64, found as f64);
    let term = |count: f64| if count > 0.0 { count * (count / n).ln() } else { 0.0 };
    if held == 0 { 0.0 } else { term(k) + term(n - k) }
}

fn sum(months: &[Month]) -> (u64, u64) {
    months.iter().fold((0, 0), |sum, &(_, held, found)| (sum.0 + held, sum.1 + found))
}

fn change(months: &[Month]) -> Option<CutOff> {
    // A copy taken within a month has part of it: that month has a rate of its own.
    let at: Vec<usize> = (1..months.len().saturating_sub(1)).collect();
    let score: Vec<f64> = at
        .iter()
        .map(|&at| [&months[..at], &months[at..=at], &months[at + 1..]].map(|part| likelihood(sum(part))).iter().sum())
        .collect();
    let best = (0..score.len()).max_by(|&a, &b| score[a].total_cmp(&score[b]).then(b.cmp(&a)))?;
    let most = score[best];
    let spread = overdispersion(&months[..at[best]]).max(1.0);
    let mut supported = (0..score.len()).filter(|&i| score[i] > most - SUPPORT * spread);
    let first = supported.next()?;
    let last = supported.next_back().unwrap_or(first);
    let (before, after) = (&months[..at[first]], &months[at[last] + 1..]);
    let ((_, shared), (later, found)) = (sum(before), sum(after));
    let (held, recent) = sum(&before[before.len().saturating_sub(BEFORE_MONTHS)..]);
    let expected = recent as f64 / held.max(1) as f64 * later as f64;
    let ended = found as f64 <= REST_MOST * expected;
    (shared >= FOUND_LEAST && expected >= EXPECTED_LEAST && ended).then(|| CutOff {
        window: (months[at[first]].0, months[at[last]].0),
        later,
        found,
        expected,
    })
}

/// Pearson's χ² per degree of freedom of months against one rate.
fn overdispersion(months: &[Month]) -> f64 {
    let (held, found) = sum(months);
    let rate = found as f64 / held.max(1) as f64;
    let square = |&(_, held, found): &Month| {
        let variance = held as f64 * rate * (1.0 - rate);
        if variance > 0.0 { (found as f64 - held as f64 * rate).powi(2) / variance } else { 0.0 }
    };
    months.iter().map(square).sum::<f64>() / (months.len().max(2) - 1) as f64
}

/// A month as people and reports write it: `2017-12`.
pub fn month_name(month: u32) -> String {
    format!("{:04}-{:02}", month / 12, month % 12 + 1)
}

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some((_, service)) = facts.matter.service() else { return TEST.silent("No service was named.") };
    let id = &service.reference.id;
    if months(facts).is_empty() {
        return TEST.silent(format!("The list of {id} has no column with the day on which each record was made."));
    }
    let Some(cut) = cut_off(facts) else {
        return TEST.silent(format!(
            "The records that the dump shares with {id} do not end at any month after which enough were to be expected."
        ));
    };
    let things = words::unit_noun(facts.main.unwrap_or("records"));
    let told = format!(
        "Of {} {things} that {id}'s list has from after {}, {} are in the dump; at the rate of the months before, {} would \
         be.",
        words::count(cut.later),
        month_name(cut.window.1),
        words::count(cut.found),
        words::amount(cut.expected)
    );
    let Some(started) =
        service.reference.started.as_deref().filter(|day| month_name(cut.window.1).as_str() < &day[..day.len().min(7)])
    else {
        return TEST.silent(format!(
            "{told} That dates the matching part; between {id} and older sets it does not decide, because {id} is not known \
             to have begun later."
        ));
    };
    if excess::shown(facts) {
        return TEST.silent(excess::AVOIDED);
    }
    let Some(after) = after_launch(cut.found, cut.expected, cut.expected * BACKGROUND) else {
        return TEST.silent(told);
    };
    let sentence = format!("{told} {id} began on {started}, later than the newest of the matching records.");
    let pair = [hypothesis::SERVICE, hypothesis::OLDER_SETS];
    vec![TEST.weighed(pair, [cut.found as f64, cut.expected], -after.log10, facts.assumed.wrong, sentence)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Months from January 2010 on, 100 records each, with these many found.
    fn list(found: impl Iterator<Item = u64>) -> Vec<Month> {
        found.enumerate().map(|(i, found)| (2010 * 12 + i as u32, 100, found)).collect()
    }

    /// Whether the last full month or the first empty one is the month of the copy, nobody can tell: it was at its border.
    #[test]
    fn a_sharp_end_is_dated_to_the_months_around_it() {
        let months = list((0..120).map(|i| if i < 96 { 48 + i % 5 } else { u64::from(i == 101) }));
        let cut = change(&months).unwrap();
        assert_eq!((month_name(cut.window.0), month_name(cut.window.1)), ("2017-12".into(), "2018-01".into()));
        assert_eq!((cut.later, cut.found), (2_300, 1));
        assert!((cut.expected - 1_150.0).abs() < 25.0, "{}", cut.expected);
    }

    /// A copy taken in the middle of a month has half of it.
    #[test]
    fn a_month_that_is_half_there_is_the_month_of_the_copy() {
        let half = list((0..120).map(|i| match i {
            0..96 => 48 + i % 5,
            96 => 25,
            _ => 0,
        }));
        let cut = change(&half).unwrap();
        assert_eq!((month_name(cut.window.0), month_name(cut.window.1)), ("2018-01".into(), "2018-01".into()));
    }

    #[test]
    fn few_records_leave_a_window() {
        let months: Vec<Month> = (0..120).map(|i| (2010 * 12 + i, 3, u64::from(i < 96) * u64::from(i % 2))).collect();
        let months: Vec<Month> = months.into_iter().map(|(m, held, found)| (m, held * 2, found * 3)).collect();
        let cut = change(&months).unwrap();
        assert!(cut.window.0 < cut.window.1 || cut.window.1 == 2010 * 12 + 95, "{cut:?}");
        assert!((2010 * 12 + 90..2010 * 12 + 100).contains(&cut.window.1), "{cut:?}");
    }

    #[test]
    fn what_goes_on_or_fades_has_no_end() {
        assert_eq!(change(&list((0..120).map(|i| 40 + i % 7))), None, "goes on to the newest month");
        assert_eq!(change(&list((0..120).map(|i| 60 - i / 4))), None, "fades");
        assert_eq!(change(&list((0..120).map(|_| 0))), None, "nothing shared");
        assert_eq!(change(&list(std::iter::empty())), None);
        assert_eq!(change(&list((0..3).map(|_| 50))), None);
        let weak: Vec<Month> = (0..40).map(|i| (24_120 + i, 100, if i < 39 { 3 } else { 0 })).collect();
        assert_eq!(change(&weak), None, "three expected, none found: says nothing");
    }
}
