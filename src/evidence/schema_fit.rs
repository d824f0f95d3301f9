//! Whether the dump has the columns of a known record layout: silent until layouts can be given.

use super::{Facts, Finding, Group, Test};

/// The test.
pub static TEST: Test = Test {
    id: "schema-fit",
    group: Group::Schema,
    question: "Has the dump the columns that exports of a known system have?",
    sources: &["The project's method, section 6.2"],
    caveat: "Sellers rename and reorder columns, and systems share ways of exporting: a fit says little of origin.",
    weigh,
};

fn weigh(_: &Facts) -> Vec<Finding> {
    TEST.silent("Comparison with known record layouts is not in this version.")
}
