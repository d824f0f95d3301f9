//! The days that one thread has met in a column of dates: counted by their number in the calendar.
//!
//! A column of dates has as many cells as any other and a few thousand different ones. Reading the number of a day and
//! counting there takes a fraction of what it takes to hash the cell and look the hash up, and hardly any memory.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::date::{self, DAYS_MOST, Day};
use crate::kind::{KeyBuf, Region};

/// One year of a column.
#[derive(Clone, Default)]
struct Year {
    /// Rows of each month.
    rows: [u32; 12],
    /// A bit for each day that was met: a column of three generations fits in the processor's nearest cache.
    met: [u64; DAYS_MOST.div_ceil(64)],
}

/// The days of a column by year: those from the first to the last one that is met, 96 bytes each, and 3 KiB where
/// fingerprints are wanted.
#[derive(Default)]
pub struct Days {
    /// The first year of the lists below, counted as [`Day::year`].
    first: usize,
    years: Vec<Year>,
    /// Fingerprints of the keys of the days of these years, once they are wanted; 0: not known.
    fingerprints: Vec<Fingerprint>,
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

    /// The place of a year in the lists, which are lengthened where it is not in them.
    #[inline]
    fn place(&mut self, year: usize) -> usize {
        let place = year.wrapping_sub(self.first);
        if place < self.years.len() { place } else { self.lengthen(year) }
    }

    #[cold]
    fn lengthen(&mut self, year: usize) -> usize {
        if self.years.is_empty() {
            self.first = year;
        }
        let before = self.first.saturating_sub(year);
        self.years.splice(0..0, vec![Year::default(); before]);
        if !self.fingerprints.is_empty() {
            self.fingerprints.splice(0..0, vec![0; before * DAYS_MOST]);
        }
        self.first -= before;
        let place = year - self.first;
        self.years.resize(self.years.len().max(place + 1), Year::default());
        place
    }

    /// Counts a row with this day; says whether it is met for the first time.
    #[inline]
    pub fn count(&mut self, day: Day) -> bool {
        let place = self.place(day.year());
        let year = &mut self.years[place];
        year.rows[day.month()] += 1;
        let (word, bit) = (day.in_year() / 64, 1 << (day.in_year() % 64));
        let new = year.met[word] & bit == 0;
        year.met[word] |= bit;
        new
    }

    /// The fingerprint of the key of a day.
    #[inline]
    pub fn fingerprint(&mut self, day: Day, keyed: &Keyed) -> Fingerprint {
        let place = self.place(day.year()) * DAYS_MOST + day.in_year();
        match self.fingerprints.get(place) {
            Some(&known) if known != 0 => known,
            _ => self.learn(place, day, keyed),
        }
    }

    #[cold]
    fn learn(&mut self, place: usize, day: Day, keyed: &Keyed) -> Fingerprint {
        self.fingerprints.resize(self.years.len() * DAYS_MOST, 0);
        let fingerprint = keyed.fingerprint(&day.key());
        self.fingerprints[place] = fingerprint;
        fingerprint
    }

    /// Months since year 0 with the rows of each, in order; months without rows are left out.
    pub fn months(&self) -> impl Iterator<Item = (u16, u64)> {
        let years = self.years.iter().enumerate().map(|(place, year)| (self.first + place, year));
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
