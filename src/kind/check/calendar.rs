//! The Gregorian calendar.

/// Nobody who holds a number was born after this year: the year of this release, and not that of the clock, so that a
/// value means the same at every run, and keys of two runs can be compared.
///
/// What ages with it, in an old release: numbers of children born since are refused, and a birth in `27` is one of 1927
/// (Italian and Swedish numbers alone have two digits and no century). A release of a later year sets it anew; the test below
/// fails until that is done, by the day on which the figures of the README were measured.
pub const LATEST_YEAR: u32 = 2026;

/// The four-digit year of two digits: the latest with them that is not after [`LATEST_YEAR`]. Wrong for the few
/// people of over a hundred years, and for old people in old data.
pub const fn full_year(two_digits: u32) -> u32 {
    LATEST_YEAR - (LATEST_YEAR % 100 + 100 - two_digits % 100) % 100
}

/// Whether the day exists in the Gregorian calendar, which is extended backwards without a gap.
///
/// # Source
/// ISO 8601-1:2019, section 4.2.1; leap years: divisible by 4, not by 100, or by 400.
#[inline]
pub const fn is_day(year: u32, month: u32, day: u32) -> bool {
    // Most days are in every month: they need no look at it.
    day >= 1 && month >= 1 && month <= 12 && (day <= 28 || day <= days_in(year, month))
}

/// Number of days of a month, 28..=31; 0 where there is no such month.
pub const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days from 1899-12-31 to a day of the Gregorian calendar; `None` for that day, days before it and days that do not
/// exist.
///
/// # Source
/// Years of 365 days with the leap days between them, months counted from March so that the leap day is last.
pub const fn day_number(year: u32, month: u32, day: u32) -> Option<u32> {
    if year < 1900 || !is_day(year, month, day) {
        return None;
    }
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    // The same sum for 1899-12-31.
    days.checked_sub(365 * 1899 + 1899 / 4 - 1899 / 100 + 1899 / 400 + (153 * 9 + 2) / 5 + 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years_and_month_ends() {
        assert!(is_day(2000, 2, 29) && is_day(2020, 2, 29) && is_day(1985, 12, 31));
        assert!(!is_day(1900, 2, 29) && !is_day(2019, 2, 29) && !is_day(1985, 4, 31));
        assert!(!is_day(1985, 0, 1) && !is_day(1985, 13, 1) && !is_day(1985, 1, 0));
        let days: u32 = (1..=12).map(|month| days_in(2023, month)).sum();
        assert_eq!(days, 365);
    }

    /// Every release measures its figures anew.
    #[test]
    fn no_figure_of_this_release_is_of_a_later_year() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let text = std::fs::read_to_string(path).unwrap();
        let days = text.split(|character: char| !character.is_ascii_digit() && character != '-');
        let years = days.filter(|day| day.len() == 10).filter_map(|day| day.split('-').next()?.parse::<u32>().ok());
        let measured = years.filter(|year| (2020..2100).contains(year)).max();
        assert_eq!(measured, Some(LATEST_YEAR), "set LATEST_YEAR to the year of the release");
    }

    #[test]
    fn two_digits_are_a_year_of_the_last_hundred() {
        assert_eq!((full_year(26), full_year(27), full_year(0), full_year(99)), (2026, 1927, 2000, 1999));
        assert!((0..100).all(|year| full_year(year) % 100 == year && full_year(year) <= LATEST_YEAR));
    }

    #[test]
    fn days_are_counted_from_the_end_of_1899() {
        assert_eq!(day_number(1900, 1, 1), Some(1));
        assert_eq!(day_number(1900, 3, 1), Some(60), "1900 was no leap year");
        assert_eq!(day_number(2000, 1, 1), Some(36_525));
        assert_eq!((day_number(1899, 12, 31), day_number(2001, 2, 29)), (None, None));
        let mut last = 0;
        for (year, month) in (1900..2101).flat_map(|year| (1..=12).map(move |month| (year, month))) {
            for day in 1..=days_in(year, month) {
                assert_eq!(day_number(year, month, day), Some(last + 1));
                last += 1;
            }
        }
    }
}
