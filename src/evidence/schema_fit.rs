//! Whether the dump has the columns of a known record layout: told with the dump, without weight between sources.

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
    TEST.silent(
        "Which known record layouts the dump's columns fit is told with the dump; between sources it weighs nothing until it \
         was validated.",
    )
}
