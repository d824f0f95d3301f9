//! The running number inside a key, and other keys of the same series: what decoys and neighbours are drawn with.

use std::ops::Range;

use crate::kind::{KeyBuf, Kind, Region};

/// Most digits of a running number: more do not fit in 64 bits.
const DIGITS_MOST: usize = 18;

/// A key of a kind that has a series, and the number in it that runs.
pub struct Running {
    reseal: fn(&mut [u8]) -> bool,
    /// The key.
    pub key: KeyBuf,
    digits: Range<usize>,
    /// Its running number.
    pub number: u64,
}

impl Running {
    /// The key of a cell with its running number; `None` where the cell is not of the kind, the kind has no series, or
    /// nothing runs in this key.
    pub fn of(kind: &Kind, region: Region, cell: &[u8]) -> Option<Self> {
        let series = kind.series?;
        let mut key = KeyBuf::new();
        (kind.key)(cell, region, &mut key).ok()?;
        let digits = series.prefix_bytes..key.len().checked_sub(series.tail_bytes)?;
        let running = key.get(digits.clone())?;
        let fits = !running.is_empty() && running.len() <= DIGITS_MOST && running.iter().all(u8::is_ascii_digit);
        let number = running.iter().filter(|_| fits).fold(0, |number, byte| number * 10 + u64::from(byte - b'0'));
        fits.then_some(Running { reseal: series.reseal, key, digits, number })
    }

    /// Digits of the running number, 1 to 18.
    pub fn width(&self) -> usize {
        self.digits.len()
    }

    /// How many numbers there are of this width.
    pub fn numbers(&self) -> u64 {
        10_u64.pow(self.width() as u32)
    }

    /// What stands before the last `count` digits of the running number (all of them, where it has fewer).
    pub fn before_last(&self, count: usize) -> &[u8] {
        &self.key[..self.digits.end - self.width().min(count)]
    }

    /// The key with another running number, its check digits made to fit; `None` where no key has it, as none has one that is not
    /// below [`Running::numbers`].
    pub fn with(&self, number: u64) -> Option<KeyBuf> {
        if number >= self.numbers() {
            return None;
        }
        let mut other = self.key.clone();
        let width = self.width();
        other[self.digits.clone()].copy_from_slice(format!("{number:0width$}").as_bytes());
        other[self.digits.end..].fill(b'0');
        (self.reseal)(&mut other).then_some(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_running_number_is_found_and_exchanged() {
        let of = |id: &str, cell: &str| Running::of(crate::kind::find(id).unwrap(), Region::Ua, cell.as_bytes());
        let licence = of("ua.driver_licence", "авс 001234").unwrap();
        assert_eq!((licence.number, licence.width(), licence.numbers()), (1_234, 6, 1_000_000));
        assert_eq!(licence.before_last(3), "АВС001".as_bytes());
        assert_eq!(licence.with(77).as_deref(), Some("АВС000077".as_bytes()));
        assert_eq!(licence.with(1_000_000), None, "seven digits");
        // A check digit is made to fit, and what is not of the kind has no number.
        let taxpayer = of("ua.rntrc", "2530414071").unwrap();
        let kind = crate::kind::find("ua.rntrc").unwrap();
        let other = (1..50).find_map(|step| taxpayer.with(taxpayer.number + step)).unwrap();
        assert!((kind.key)(&other, Region::Ua, &mut KeyBuf::new()).is_ok() && other != taxpayer.key);
        assert!(of("ua.driver_licence", "nobody").is_none() && of("email", "a@example.org").is_none());
    }
}
