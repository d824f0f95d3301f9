//! F2: do valid tax numbers end on the digits that their arithmetic gives?

use super::made_up::{self, Sign};
use super::words::{count, percent, unit_noun};
use super::{Facts, Finding, Group, Matter, Test};
use crate::stats;

/// The test.
pub static TEST: Test = Test {
    id: "check-digit-values",
    group: Group::Integrity,
    question: "Do valid numbers end on 0 as often as their arithmetic makes them?",
    sources: &[
        "The project's method, F2: a remainder of 10 and one of 0 both give the digit 0, so 2 of 11 numbers end on it",
    ],
    caveat: "A mark without a share: some registers left out the numbers with remainder 10. Says nothing of who computes the digit.",
    weigh,
};

/// Kind, and share of its valid numbers that end on 0.
///
/// # Source
/// Exact distribution of the weighted sum modulo 11, modulo 10, over uniform digits: 2/11.
const ENDS_ON_ZERO: (&str, f64) = ("ua.rntrc", 2.0 / 11.0);
/// Deviation from which it is a mark, and valid numbers it takes.
///
/// # Source
/// The project's method, F2: fewer than 2 of 100 issued columns deviate so much.
const DEVIATION: f64 = 0.02;
const LEAST: u64 = 2_000;

fn weigh(facts: &Facts) -> Vec<Finding> {
    made_up::findings(
        TEST.id,
        signs(facts.matter),
        "No column of the dump holds numbers whose last digit is known to be uneven.",
    )
}

/// One sign for each column of the dump that holds such numbers.
pub fn signs(matter: &Matter) -> Vec<Sign> {
    let (id, expected) = ENDS_ON_ZERO;
    let columns = matter.dump.map_or(&[][..], |dump| &dump.columns);
    let sign = |column: &crate::profile::ColumnProfile| {
        let place = made_up::place(matter, column.table, column.position);
        let last = column.last_digits.unwrap_or_default();
        let things = unit_noun(id);
        let zero = stats::share(last.zero, last.valid).filter(|_| last.valid >= LEAST);
        let Some(zero) = zero else {
            return Sign::Silent(format!(
                "The sample holds {} {things} of {place}: fewer than {}.",
                count(last.valid),
                count(LEAST)
            ));
        };
        let said = format!(
            "Of {} sampled valid {things} in {place}, {} end on 0, where their arithmetic gives {}",
            count(last.valid),
            percent(zero),
            percent(expected)
        );
        let sentence = match (zero - expected).abs() > DEVIATION {
            true => format!("{said}: they were not drawn as issued numbers are. How many are made up does not show."),
            false => format!("{said}: no sign of made-up numbers."),
        };
        Sign::Mark { observed: (zero, expected), sentence }
    };
    columns.iter().filter(|column| column.kind == Some(id)).map(sign).collect()
}
