//! Where the dates of the dump's records end: silent until they are counted by source.

use super::{Facts, Finding, Group, Test};

/// The test.
pub static TEST: Test = Test {
    id: "temporal-cut-off",
    group: Group::Currency,
    question: "On which day do the dump's records of one source end?",
    sources: &["The project's method, section 2.2 (T3)"],
    caveat: "Default dates, swapped days and months and a filter by date move the end; only several rows beyond count.",
    weigh,
};

fn weigh(_: &Facts) -> Vec<Finding> {
    TEST.silent("The tests that date a dump are not in this version.")
}
