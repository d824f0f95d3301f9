//! The files that are read and written, as `leakprov explain` shows them.

use super::Shelf;
use crate::report;

/// The published schema, and a commented case.
pub static SHELF: Shelf = Shelf {
    title: "Files",
    list: |_| [(CASE, "a commented case file (TOML)"), (SCHEMA, "JSON schema of report.json")].map(row).into(),
    show: |id| match id {
        SCHEMA => Some(format!("{:#}\n", report::schema())),
        CASE => Some(CASE_EXAMPLE.to_owned()),
        _ => None,
    },
};

/// Whether the id is that of a whole file.
pub fn is_a_file(id: &str) -> bool {
    [CASE, SCHEMA].contains(&id)
}

/// The schema's id.
const SCHEMA: &str = "report-schema";

/// Id of the commented case file.
const CASE: &str = "case";
const CASE_EXAMPLE: &str = include_str!("case_example.toml");

fn row((id, says): (&str, &str)) -> (String, String) {
    (id.to_owned(), says.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_a_case_is_a_case() {
        let case = crate::case::Case::parse(CASE_EXAMPLE, std::path::Path::new(".")).unwrap();
        assert_eq!((case.request.dump.len(), case.request.references.len(), case.expect.len()), (2, 2, 3));
    }
}
