//! A first column without a name that counts the rows.

use super::{Class, Found, Mark, Sample};

/// The mark `pandas-index`.
pub static MARK: Mark = Mark {
    id: "pandas-index",
    title: "A first column without a name counts the rows from 0",
    means: "pandas wrote the file: its to_csv puts the index there unless told not to.",
    class: Class::Handling,
    sources: &["pandas documentation, DataFrame.to_csv (index=True)"],
    caveat: "R writes such a column too, from 1.",
    look,
};

/// What stands over the column: nothing, or what pandas calls it when it reads its own file again.
const NAMES: [&str; 2] = ["", "Unnamed: 0"];

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let Some(first) = sample.columns.first() else { return Vec::new() };
    let numbers: Option<Vec<u64>> =
        first.cells.iter().map(|cell| std::str::from_utf8(cell).ok().and_then(|cell| cell.parse().ok())).collect();
    let counts = |numbers: &Vec<u64>| numbers.first() == Some(&0) && numbers.is_sorted_by(|one, next| one < next);
    let named = first.name.is_some_and(|name| NAMES.contains(&name));
    let found = named && numbers.as_ref().is_some_and(counts);
    Found::sampled(sample, Some(0), if found { sample.rows } else { 0 }).into_iter().collect()
}
