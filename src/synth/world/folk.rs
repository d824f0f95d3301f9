//! The people of a world: who is seen where, what they have on a given day, and since when.

use super::super::calendar;
use super::super::names::Name;
use super::super::person::{Birth, Licence, People};
use super::super::random::{Bits, Shuffle, draw};
use super::plan::{Plan, Taste};

/// Indices from here on are nobody: rows that were made up.
pub(super) const NOBODY: u32 = 20_000_000;
/// Indices from here on are planted records.
pub(super) const PLANTED: u32 = 19_000_000;

/// Regions of the invented country.
pub(super) const REGIONS: u64 = 24;

/// Digits of numbers within one series of licences, as a count.
const NUMBERS_IN_SERIES: u64 = 999_999;

/// First year of the histories of change.
const HISTORY_FROM: u32 = 2009;
const HISTORY_TO: u32 = 2025;

/// Persons who change a thing in one year, in thousandths: 35 % in five years.
///
/// # Source
/// The project's protocol for its worlds; 1 - 0.917^5 = 0.352.
const CHANGES_A_YEAR: u64 = 83;

/// Passwords of the small stock in however small a world: fewer would be no list of passwords at all.
const WORN_LEAST: u64 = 1200;

/// What changes in a life.
#[derive(Clone, Copy)]
enum Changing {
    Licence,
    Phone,
    Email,
    Password,
}

/// One person.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub(super) index: u32,
    pub(super) birth: Birth,
    pub(super) name: Name,
    pub(super) region: u8,
    weight: f64,
    changes: [[u32; 2]; 4],
}

/// All people of a world.
pub(super) struct Folk {
    pub(super) people: People,
    pub(super) persons: Vec<Person>,
    seed: u64,
    /// The range of licence numbers, where it is dense.
    dense: Option<Shuffle>,
    visibility: f64,
}

impl Folk {
    pub(super) fn new(plan: &Plan, seed: u64) -> Self {
        let room = u64::from(plan.people) * 3 * 13 / 10;
        let dense = plan.dense.then(|| Shuffle::new(seed, 0x90, room.min(NUMBERS_IN_SERIES)));
        let visibility = f64::from(plan.visibility) / 100.0;
        let mut folk = Folk { people: People::new(seed), persons: Vec::new(), seed, dense, visibility };
        folk.persons = (0..plan.people).map(|index| folk.make(index)).collect();
        folk
    }

    fn make(&self, index: u32) -> Person {
        let person = u64::from(index);
        let birth = self.people.birth(person);
        let mut bits = Bits::new(draw(self.seed, 0x91, person));
        // Twelve uniforms make a normal one (mean 6, variance 1), without a logarithm that differs by machine.
        let normal = (0..12).map(|_| bits.below(1 << 20)).sum::<u64>() as f64 / f64::from(1 << 20) - 6.0;
        let changes = [0u64, 1, 2, 3].map(|what| self.history(person, what));
        Person {
            index,
            birth,
            name: self.people.name(person, birth),
            // Some regions have three times the people of others.
            region: (bits.below(REGIONS).min(bits.below(2 * REGIONS))) as u8,
            weight: exp(self.visibility * normal),
            changes,
        }
    }

    /// The days on which a person's thing changed, at most two; never: the greatest number.
    fn history(&self, person: u64, what: u64) -> [u32; 2] {
        let mut bits = Bits::new(draw(self.seed, 0x92 + what, person));
        let mut days = [u32::MAX; 2];
        let mut seen = 0;
        for year in HISTORY_FROM..=HISTORY_TO {
            if seen < 2 && bits.thousandths(CHANGES_A_YEAR) {
                days[seen] = calendar::day(year, 1, 1) + bits.below(365) as u32;
                seen += 1;
            }
        }
        days
    }

    /// Anybody, also those who do not exist.
    pub(super) fn person(&self, index: u32) -> Person {
        self.persons.get(index as usize).copied().unwrap_or_else(|| self.make(index))
    }

    /// How readily a person is drawn.
    pub(super) fn weight(&self, person: &Person, taste: &Taste, seed: u64, fond: &[bool]) -> f64 {
        let young = f64::from(person.birth.year.saturating_sub(1930)) / 60.0;
        match taste {
            Taste::Even => 1.0,
            Taste::Visible => person.weight,
            Taste::Young => person.weight * (0.3 + young),
            Taste::Old => 1.6 - young,
            Taste::Regional => {
                let near = draw(seed, 0x99, u64::from(person.region)).is_multiple_of(3);
                person.weight * if near { 4.0 } else { 1.0 }
            }
            Taste::Fond { times, .. } => {
                let is = fond.get(person.index as usize).copied().unwrap_or(false);
                if is { f64::from(*times) / 100.0 } else { 1.0 }
            }
        }
    }

    /// Appends a password out of a stock of one for 53 persons, another one by holder: most passwords are shared.
    ///
    /// # Source
    /// Collection #1 as described in public: 21.2 million passwords beside 773 million addresses, one for 36; two
    /// persons of three are in some list of it.
    pub(super) fn worn_password(&self, person: &Person, holder: u64, out: &mut Vec<u8>) {
        let stock = (self.persons.len() as u64 / 53).max(WORN_LEAST);
        let place = draw(draw(self.seed, 0x9a, holder), 0, u64::from(person.index)) % stock;
        self.people.rare_password(place, 0, out);
    }

    /// Appends the password that a generator made up for somebody.
    pub(super) fn guess(&self, person: &Person, turn: u64, out: &mut Vec<u8>) {
        let place = draw(draw(self.seed, 0x9b, turn), 0, u64::from(person.index)) % 8_000_000;
        self.people.rare_password(20_000_000 + place, 1, out);
    }

    fn version(person: &Person, what: Changing, day: u32) -> u64 {
        person.changes[what as usize].iter().filter(|change| **change <= day).count() as u64
    }

    /// The licence that a person has on a day.
    pub(super) fn licence(&self, person: &Person, day: u32) -> Licence {
        let version = Self::version(person, Changing::Licence, day);
        match &self.dense {
            Some(dense) if (person.index as usize) < self.persons.len() => {
                let place = (version * self.persons.len() as u64 + u64::from(person.index)) % self.dense_room();
                Licence { series: 3, number: dense.place(place) + 1 }
            }
            // Whoever makes numbers up stays within the range that he knows.
            Some(_) => {
                Licence { series: 3, number: draw(self.seed, 0x98, u64::from(person.index)) % self.dense_room() + 1 }
            }
            None => self.people.old_licence(version * 1_000_000 + u64::from(person.index)),
        }
    }

    fn dense_room(&self) -> u64 {
        (self.persons.len() as u64 * 3 * 13 / 10).clamp(1, NUMBERS_IN_SERIES)
    }

    /// The day on which the licence of that day was issued.
    pub(super) fn issued(&self, person: &Person, day: u32) -> u32 {
        let changes = person.changes[Changing::Licence as usize];
        let last = changes.iter().filter(|change| **change <= day).max();
        last.copied().unwrap_or_else(|| self.people.issued(u64::from(person.index), person.birth, false).min(day))
    }

    /// The nine national digits of the telephone on a day.
    pub(super) fn phone(&self, person: &Person, day: u32) -> u64 {
        self.people.phone(u64::from(person.index), Self::version(person, Changing::Phone, day))
    }

    /// Appends the address of mail on a day.
    pub(super) fn email(&self, person: &Person, day: u32, out: &mut Vec<u8>) {
        let version = Self::version(person, Changing::Email, day);
        self.people.email(u64::from(person.index), version, person.name, false, out);
    }

    /// Appends the password on a day.
    pub(super) fn password(&self, person: &Person, day: u32, out: &mut Vec<u8>) {
        let version = Self::version(person, Changing::Password, day).min(1);
        match self.people.common_password(u64::from(person.index), version) {
            Some(common) => out.extend_from_slice(super::super::person::COMMON_PASSWORDS[common].as_bytes()),
            None => self.people.rare_password(u64::from(person.index), version, out),
        }
    }
}

/// The exponential, the same on every machine: additions and multiplications only.
fn exp(power: f64) -> f64 {
    let mut value = 1.0 + power / 4096.0;
    for _ in 0..12 {
        value *= value;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_enough() {
        for tenth in -40..=40 {
            let power = f64::from(tenth) / 10.0;
            assert!((exp(power) / power.exp() - 1.0).abs() < 0.003, "{power}");
        }
    }
}
