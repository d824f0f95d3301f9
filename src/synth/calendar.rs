//! Days as the Ukrainian tax number counts them, and how they are spelled.

/// First and last year that the table spells.
const YEARS: (u32, u32) = (1925, 2026);

/// Every day of the years that the worlds need, spelled both ways.
pub(super) struct Calendar {
    first: u32,
    dotted: Vec<[u8; 10]>,
    iso: Vec<[u8; 10]>,
}

/// Number of days since 1899-12-31, so that 1 is 1900-01-01.
///
/// # Source
/// The day count of the Ukrainian taxpayer number (RNTRC), as in python-stdnum `ua.rntrc`.
pub(super) fn day(year: u32, month: u32, of_month: u32) -> u32 {
    let leaps = |until: u32| until / 4 - until / 100 + until / 400;
    let mut days = (year - 1900) * 365 + leaps(year - 1) - leaps(1899);
    days += (1..month).map(|month| month_days(year, month)).sum::<u32>();
    days + of_month
}

fn month_days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Calendar {
    pub(super) fn new() -> Self {
        let mut calendar = Calendar { first: day(YEARS.0, 1, 1), dotted: Vec::new(), iso: Vec::new() };
        for year in YEARS.0..=YEARS.1 {
            for month in 1..=12 {
                for of_month in 1..=month_days(year, month) {
                    let digit = |value: u32, place: u32| b'0' + (value / place % 10) as u8;
                    let (d, m) = ([10, 1].map(|p| digit(of_month, p)), [10, 1].map(|p| digit(month, p)));
                    let y = [1000, 100, 10, 1].map(|p| digit(year, p));
                    calendar.dotted.push([d[0], d[1], b'.', m[0], m[1], b'.', y[0], y[1], y[2], y[3]]);
                    calendar.iso.push([y[0], y[1], y[2], y[3], b'-', m[0], m[1], b'-', d[0], d[1]]);
                }
            }
        }
        calendar
    }

    /// `15.03.1985`. Days outside of the table are its nearest day.
    pub(super) fn dotted(&self, day: u32) -> &[u8; 10] {
        &self.dotted[self.index(day)]
    }

    /// `1985-03-15`.
    pub(super) fn iso(&self, day: u32) -> &[u8; 10] {
        &self.iso[self.index(day)]
    }

    fn index(&self, day: u32) -> usize {
        (day.saturating_sub(self.first) as usize).min(self.iso.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_published_numbers() {
        // The first five digits of published test numbers: 36525 is 2000-01-01, 36568 is 2000-02-13.
        assert_eq!(day(1900, 1, 1), 1);
        assert_eq!(day(2000, 1, 1), 36_525);
        assert_eq!(day(2000, 2, 13), 36_568);
        let calendar = Calendar::new();
        assert_eq!(calendar.dotted(36_568), b"13.02.2000");
        assert_eq!(calendar.iso(day(1996, 2, 29)), b"1996-02-29");
        assert_eq!(calendar.iso(day(2020, 12, 31)), b"2020-12-31");
    }
}
