//! The youngest years inside numbers.

use super::{Class, Found, Mark, Sample, Window, seek};
use crate::kind::Standing;

/// The mark `issue-years`.
pub static MARK: Mark = Mark {
    id: "issue-years",
    title: "Years of issue inside numbers",
    means: "The youngest of them were given out in that year or later.",
    class: Class::Age,
    sources: &["the definition of each kind whose numbers hold a year"],
    caveat: "One in a hundred valid numbers, and ten at least, must lie at or beyond the bound, so that wrong \
             numbers make none.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let one = |column: &super::SampledColumn<'_>| {
        let kind = column.kind?;
        let read = kind.facts?;
        let mut years = Vec::new();
        seek::each_key(column, |key| years.extend(read(key).year.map(u32::from)));
        // One year for all is the kind's own, not that of its numbers.
        if years.iter().all(|year| Some(year) == years.first()) {
            return None;
        }
        let (year, count) = seek::reached(years)?;
        let bound = Window::not_before(format!("{year:04}"), kind.standing == Standing::Confirmed);
        Some(Found::sampled(sample, Some(column.position), count)?.bounded(bound))
    };
    sample.columns.iter().filter_map(one).collect()
}
