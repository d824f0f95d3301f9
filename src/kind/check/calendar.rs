//! The Gregorian calendar.

/// Whether the day exists in the Gregorian calendar, which is extended backwards without a gap.
///
/// # Source
/// ISO 8601-1:2019, section 4.2.1; leap years: divisible by 4, not by 100, or by 400.
#[inline]
pub const fn is_day(year: u32, month: u32, day: u32) -> bool {
    day >= 1 && day <= days_in(year, month)
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
}
