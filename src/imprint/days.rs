//! The days that one thread has met in a column of dates: counted by their number in the calendar.
//!
//! A column of dates has as many cells as any other and a few thousand different ones. Reading the number of a day and
//! counting there takes a fraction of what it takes to hash the cell and look the hash up, and hardly any memory.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::date::{self, DAYS_MOST, Day};
use crate::kind::{KeyBuf, Region};

/// One year of a column.
struct Year {
    /// Rows of each month.
    rows: [u32; 12],
    /// A bit for each day that was met: a column of three generations fits in the processor's nearest cache.
    met: [u64; DAYS_MOST.div_ceil(64)],
    /// Fingerprints of the keys of its days, once they are wanted; 0: not known.
    fingerprints: Vec<Fingerprint>,
}

/// The days of a column by year. A year takes 100 bytes once a day of it is met, and 3 KiB where fingerprints are wanted.
#[derive(Default)]
pub struct Days {
    years: Vec<Option<Box<Year>>>,
}

impl Days {
    /// The day of a cell's content in any spelling, if it is a date.
    #[inline]
    pub fn read(content: &[u8], region: Region, buffer: &mut KeyBuf) -> Option<Day> {
        Day::of(content).or_else(|| {
            buffer.clear();
            (date::KIND.key)(content, region, buffer).ok()?;
            Day::of(buffer)
        })
    }

    fn year(&mut self, day: Day) -> &mut Year {
        if self.years.is_empty() {
            self.years.resize_with(Day::YEARS, || None);
        }
        let new_year = || Box::new(Year { rows: [0; 12], met: Default::default(), fingerprints: Vec::new() });
        self.years[day.year()].get_or_insert_with(new_year)
    }

    /// Counts a row with this day; says whether it is met for the first time.
    #[inline]
    pub fn count(&mut self, day: Day) -> bool {
        let year = self.year(day);
        year.rows[day.month()] += 1;
        let (word, bit) = (day.in_year() / 64, 1 << (day.in_year() % 64));
        let new = year.met[word] & bit == 0;
        year.met[word] |= bit;
        new
    }

    /// The fingerprint of the key of a day.
    #[inline]
    pub fn fingerprint(&mut self, day: Day, keyed: &Keyed) -> Fingerprint {
        let year = self.year(day);
        if year.fingerprints.is_empty() {
            year.fingerprints.resize(DAYS_MOST, 0);
        }
        let known = &mut year.fingerprints[day.in_year()];
        if *known == 0 {
            *known = keyed.fingerprint(&day.key());
        }
        *known
    }

    /// Months since year 0 with the rows of each, in order; months without rows are left out.
    pub fn months(&self) -> impl Iterator<Item = (u16, u64)> {
        let years = self.years.iter().enumerate().filter_map(|(number, year)| Some((number, year.as_ref()?)));
        let months = years.flat_map(|(number, year)| {
            year.rows.iter().enumerate().map(move |(month, &rows)| (date::months(number, month), u64::from(rows)))
        });
        months.filter(|(_, rows)| *rows > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Secret;

    #[test]
    fn a_day_is_one_in_every_spelling_and_has_the_fingerprint_of_its_key() {
        let keyed = Secret::draw().unwrap().of("dates");
        let (mut days, mut buffer) = (Days::default(), KeyBuf::new());
        let mut seen = Vec::new();
        for text in
            ["15.03.1985", "1985-03-15", "15/03/1985", "1985-03-15 10:30", "29.02.2000", "01.01.1850", "31.12.2100"]
        {
            let day = Days::read(text.as_bytes(), Region::Unknown, &mut buffer).unwrap();
            let (new, fingerprint) = (days.count(day), days.fingerprint(day, &keyed));
            buffer.clear();
            (date::KIND.key)(text.as_bytes(), Region::Unknown, &mut buffer).unwrap();
            assert_eq!(fingerprint, keyed.fingerprint(&buffer), "{text}");
            assert_eq!(fingerprint, days.fingerprint(day, &keyed), "{text}");
            assert_eq!(new, !seen.contains(&buffer), "{text}");
            seen.push(buffer.clone());
        }
        let months: Vec<(u16, u64)> = days.months().collect();
        assert_eq!(months, [(1850 * 12, 1), (1985 * 12 + 2, 4), (2000 * 12 + 1, 1), (2100 * 12 + 11, 1)]);
        assert_eq!(Days::read(b"30.02.1985", Region::Unknown, &mut buffer), None);
    }
}
