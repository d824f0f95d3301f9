//! The marks of a dump as plain data: who had the file in hands, and when its records can have been made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::count;
use crate::profile::marks::{self, Class, Counted, Found, Mark, Window};

/// A sign of what programs the file went through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Handling {
    /// Id of the mark; `explain` says what it is.
    pub mark: String,
    /// Index of the table.
    pub table: u64,
    /// 0-based position of the column; null where it is the file's.
    pub column: Option<u64>,
    /// Which of the mark's forms it is, in words; null where it has but one.
    pub form: Option<String>,
    /// Rows that bear it, at least 10.
    #[schemars(range(min = 10))]
    pub rows: u64,
    /// Rows looked at.
    pub of: u64,
    /// Whether these are a sample of the rows, not all.
    pub sampled: bool,
    /// What was seen and what it means.
    pub sentence: String,
}

/// A bound on when records can have been made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgeMark {
    /// Id of the mark; `explain` says what it is.
    pub mark: String,
    /// Index of the table.
    pub table: u64,
    /// 0-based position of the column; null where it is the file's.
    pub column: Option<u64>,
    /// Which of the mark's forms it is, in words; null where it has but one.
    pub form: Option<String>,
    /// The rows that bear it were not made before this (`yyyy`, `yyyy-mm` or `yyyy-mm-dd`); null: no bound.
    pub not_before: Option<String>,
    /// They were not made after this; null: no bound.
    pub not_after: Option<String>,
    /// Rows that bear it, at least 10.
    #[schemars(range(min = 10))]
    pub rows: u64,
    /// Rows looked at.
    pub of: u64,
    /// Whether these are a sample of the rows, not all.
    pub sampled: bool,
    /// Whether the rule was confirmed: an unconfirmed bound is shown and decides nothing.
    pub confirmed: bool,
    /// What was seen and what it means.
    pub sentence: String,
}

/// The signs of handling, in the order in which they were found.
pub(super) fn handling(found: &[Found]) -> Vec<Handling> {
    let several = of_several_tables(found);
    let told = of_class(found, Class::Handling);
    told.map(|(mark, found)| Handling {
        mark: found.mark.to_owned(),
        table: found.table as u64,
        column: found.column.map(|column| column as u64),
        form: found.detail.map(str::to_owned),
        rows: found.count,
        of: found.of,
        sampled: found.counted == Counted::SampledRows,
        sentence: sentence(mark, found, several),
    })
    .collect()
}

/// The bounds, in the order in which they were found.
pub(super) fn age(found: &[Found]) -> Vec<AgeMark> {
    let several = of_several_tables(found);
    let told = of_class(found, Class::Age);
    told.map(|(mark, found)| AgeMark {
        mark: found.mark.to_owned(),
        table: found.table as u64,
        column: found.column.map(|column| column as u64),
        form: found.detail.map(str::to_owned),
        not_before: found.bound.as_ref().and_then(|bound| bound.not_before.clone()),
        not_after: found.bound.as_ref().and_then(|bound| bound.not_after.clone()),
        rows: found.count,
        of: found.of,
        sampled: found.counted == Counted::SampledRows,
        confirmed: found.bound.as_ref().is_some_and(|bound| bound.confirmed),
        sentence: sentence(mark, found, several),
    })
    .collect()
}

fn of_several_tables(found: &[Found]) -> bool {
    found.iter().any(|found| found.table > 0)
}

fn of_class(found: &[Found], class: Class) -> impl Iterator<Item = (&'static Mark, &Found)> {
    let known = found.iter().filter_map(|found| Some((marks::find(found.mark)?, found)));
    known.filter(move |(mark, _)| mark.class == class)
}

/// What was seen, in how many rows, what it means, what it bounds; of which table, where marks of several are told.
fn sentence(mark: &Mark, found: &Found, several: bool) -> String {
    let form = found.detail.map_or(String::new(), |detail| format!(" ({detail})"));
    let place = found.column.map_or(String::new(), |column| format!(", column {}", column + 1));
    let table = if several { format!(" of table {}", found.table + 1) } else { String::new() };
    let counted = match found.counted {
        Counted::SampledRows => "sampled rows",
        Counted::Rows => "rows",
    };
    let bound = found.bound.as_ref().map_or(String::new(), says);
    format!(
        "{}{form}{place}{table}: {} of {} {counted}. {}{bound}",
        mark.title,
        count(found.count),
        count(found.of),
        mark.means
    )
}

/// What a bound says, as a sentence.
fn says(bound: &Window) -> String {
    let sides = [("before", &bound.not_before), ("after", &bound.not_after)];
    let sides = sides.iter().filter_map(|(side, when)| Some(format!("not made {side} {}", when.as_ref()?)));
    let standing = if bound.confirmed { "" } else { " (unconfirmed: it decides nothing)" };
    format!(" So these rows were {}{standing}.", sides.collect::<Vec<_>>().join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(mark: &'static str, bound: Option<Window>) -> Found {
        Found {
            mark,
            table: 1,
            column: Some(2),
            count: 1_200,
            of: 20_000,
            counted: Counted::SampledRows,
            detail: None,
            bound,
        }
    }

    #[test]
    fn sentences_hold_support_and_bound() {
        let all = [
            found("null-word", None),
            found("iban-ukraine", Some(Window::not_before("2019-08", false))),
            Found { counted: Counted::Rows, column: None, table: 0, ..found("mysqldump", None) },
            found("no-such-mark", None),
        ];
        let handled = handling(&all);
        assert_eq!(handled.iter().map(|told| told.mark.as_str()).collect::<Vec<_>>(), ["null-word", "mysqldump"]);
        assert!(handled[0].sentence.contains(", column 3 of table 2: 1,200 of 20,000 sampled rows. "));
        assert!(handled[1].sentence.contains(": 1,200 of 20,000 rows. "));
        let aged = age(&all);
        assert_eq!((aged.len(), aged[0].not_before.as_deref(), aged[0].confirmed), (1, Some("2019-08"), false));
        assert!(
            aged[0].sentence.ends_with("So these rows were not made before 2019-08 (unconfirmed: it decides nothing).")
        );
    }
}
