//! Whether the dump has old or current values of what changed: silent until a history can be given.

use super::{Facts, Finding, Group, Test};

/// The test.
pub static TEST: Test = Test {
    id: "version-history",
    group: Group::Currency,
    question: "Where a value changed over time, does the dump hold the old one or the current one?",
    sources: &["The project's method, section 2.2 (T2, T2b)"],
    caveat: "It parts old from current data, never a service from another holder of the same current data.",
    weigh,
};

fn weigh(_: &Facts) -> Vec<Finding> {
    TEST.silent("No version history can be given in this version.")
}
