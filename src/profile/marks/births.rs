//! The youngest days of birth inside numbers.

use super::{Class, Found, Mark, Sample, Window, seek};
use crate::kind::Standing;
use crate::kind::check::calendar;

/// The mark `births`.
pub static MARK: Mark = Mark {
    id: "births",
    title: "Days of birth inside numbers",
    means: "The youngest of them were born then, and numbers are given after birth.",
    class: Class::Age,
    sources: &["the definition of each kind whose numbers hold a day of birth"],
    caveat: "One in a hundred valid numbers, and ten at least, must lie at or beyond the bound, so that wrong \
             numbers make none. The bound is that of the youngest rows, in a register of adults eighteen years too \
             early.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let one = |column: &super::SampledColumn<'_>| {
        let kind = column.kind?;
        let read = kind.facts?;
        let mut days = Vec::new();
        seek::each_key(column, |key| days.extend(read(key).birth_day));
        let (day, count) = seek::reached(days)?;
        let bound = Window::not_before(month(day)?, kind.standing == Standing::Confirmed);
        Some(Found::sampled(sample, Some(column.position), count)?.bounded(bound))
    };
    sample.columns.iter().filter_map(one).collect()
}

/// Month (`yyyy-mm`) of a day counted from 1899-12-31.
fn month(day: u32) -> Option<String> {
    let begins = |month: u32| calendar::day_number(1900 + month / 12, month % 12 + 1, 1);
    let month = (0..12 * 300).take_while(|month| begins(*month).is_some_and(|begin| begin <= day)).last()?;
    Some(format!("{:04}-{:02}", 1900 + month / 12, month % 12 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_in_their_months() {
        assert_eq!(month(1).as_deref(), Some("1900-01"));
        assert_eq!(month(31_120).as_deref(), Some("1985-03"));
        assert_eq!(month(36_525).as_deref(), Some("2000-01"));
        assert_eq!(month(36_524).as_deref(), Some("1999-12"));
        assert_eq!(month(0), None);
    }
}
