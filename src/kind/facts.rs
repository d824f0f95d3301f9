//! What a canonical key says of its holder, or of itself, without any other cell: dates, sex, region, running number.
//!
//! Facts are numbers and names of places: no value leaves through them that the key did not state openly.

use super::check::calendar;

/// What a key holds. Everything is optional: a kind fills in what its keys have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Day of birth, in days since 1899-12-31; `None` for days before.
    pub birth_day: Option<u32>,
    /// Whether the holder is a man.
    pub male: Option<bool>,
    /// Where it was issued or registered: a place's name in English, or the issuer.
    pub region: Option<&'static str>,
    /// Year of issue, or the earliest year in which such a number can have been issued.
    pub year: Option<u16>,
    /// Running number within its day, series or region.
    pub sequence: Option<u32>,
}

impl Facts {
    /// Each fact that is there, by name, as text; a day as `yyyy-mm-dd`.
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        found.extend(self.birth_day.and_then(date).map(|date| ("born", date)));
        found.extend(self.male.map(|male| ("sex", if male { "male" } else { "female" }.to_owned())));
        found.extend(self.region.map(|region| ("region", region.to_owned())));
        found.extend(self.year.map(|year| ("year", year.to_string())));
        found.extend(self.sequence.map(|sequence| ("number", sequence.to_string())));
        found
    }
}

/// The day that comes so many days after 1899-12-31, as `yyyy-mm-dd`; `None` after the year 2199.
fn date(days: u32) -> Option<String> {
    let mut left = days.checked_sub(1)?;
    for year in 1900..2200 {
        for month in 1..=12 {
            let length = calendar::days_in(year, month);
            if left < length {
                return Some(format!("{year:04}-{month:02}-{:02}", left + 1));
            }
            left -= length;
        }
    }
    None
}

/// Reads the facts of a canonical key. Any bytes may be given; of what is no key, nothing is said.
pub type Read = fn(&[u8]) -> Facts;

/// The number that ASCII digits stand for; `None` if there is anything else or nothing.
pub fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u32, |sum, digit| {
        digit.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
    })
}

/// The number of a day that exists and is not before 1900-01-01, see [`calendar::day_number`].
pub fn day(year: u32, month: u32, day: u32) -> Option<u32> {
    calendar::day_number(year, month, day)
}

/// The day on which a holder can have been born: none of the future, see [`calendar::LATEST_YEAR`].
pub fn birth(year: u32, month: u32, of_month: u32) -> Option<u32> {
    day(year, month, of_month).filter(|_| year <= calendar::LATEST_YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_numbers_and_days_exist() {
        assert_eq!((number(b"042"), number(b""), number(b"4x")), (Some(42), None, None));
        for (year, month, day_of) in [(1900, 1, 1), (2000, 2, 29), (1985, 12, 31)] {
            let days = day(year, month, day_of).expect("a day");
            assert_eq!(date(days), Some(format!("{year:04}-{month:02}-{day_of:02}")));
        }
        assert_eq!((date(0), date(u32::MAX)), (None, None));
        assert_eq!((birth(2026, 1, 1), birth(2027, 1, 1)), (day(2026, 1, 1), None));
        assert_eq!((day(1900, 1, 1), day(1899, 12, 31), day(2001, 2, 29)), (Some(1), None, None));
    }
}
