//! The people of a world: every attribute is a keyed function of the person's index, so that nothing has to be
//! remembered.
//!
//! Identifiers are one-to-one: two persons, or two versions of one person's number, never share one. That is what makes
//! the truth countable while writing.

use super::calendar::{self, Calendar};
use super::names::{Letters, Name, Names};
use super::random::{Bits, Shuffle, draw, mix};

/// Most people that a world holds: adults in a country of the size of Ukraine, rounded.
pub(super) const PEOPLE_MOST: u64 = 30_000_000;

/// Persons per birth day, by the first year that it holds for. Together they give room for more than [`PEOPLE_MOST`].
const BIRTHS: &[(u32, u64)] = &[
    (1925, 600),
    (1933, 450),
    (1936, 900),
    (1941, 600),
    (1947, 1300),
    (1956, 1600),
    (1966, 1500),
    (1976, 1700),
    (1989, 1250),
];
/// The youngest are of age in 2014, when the oldest of the bases were taken.
const LAST_BIRTH_YEAR: u32 = 1996;

/// Mobile operator codes in use. 91, 92 and 94 are left free: a mistyped code goes there and hits nobody.
///
/// # Source
/// The Ukrainian numbering plan as in libphonenumber (mobile numbers of region UA).
const OPERATORS: &[u64] = &[50, 66, 95, 99, 67, 68, 96, 97, 98, 63, 73, 93, 39, 75, 77];
const FREE_OPERATORS: &[u64] = &[91, 92, 94];

/// Letters that look the same in both alphabets: Cyrillic, Latin. Series of documents are made of them.
pub(super) const LOOK_ALIKES: [(&str, u8); 12] = [
    ("А", b'A'),
    ("В", b'B'),
    ("Е", b'E'),
    ("І", b'I'),
    ("К", b'K'),
    ("М", b'M'),
    ("Н", b'H'),
    ("О", b'O'),
    ("Р", b'P'),
    ("С", b'C'),
    ("Т", b'T'),
    ("Х", b'X'),
];
const OLD_SERIES: u64 = 40;
const NEW_SERIES: u64 = 32;
const NUMBERS_IN_SERIES: u64 = 999_999;

/// Ends of e-mail addresses: reserved names only.
///
/// # Source
/// RFC 2606, section 3.
const DOMAINS: &[&str] =
    &["@mail.example.com", "@ukr.example.net", "@example.com", "@inbox.example.org", "@example.net"];

/// Passwords that many people share, most common first: the well-known head of every published list.
pub(super) const COMMON_PASSWORDS: &[&str] = &[
    "123456",
    "123456789",
    "qwerty",
    "111111",
    "password",
    "12345678",
    "1234567890",
    "1234567",
    "12345",
    "123123",
    "000000",
    "qwertyuiop",
    "abc123",
    "666666",
    "123321",
    "654321",
    "7777777",
    "1q2w3e4r",
    "qwerty123",
    "555555",
    "zxcvbnm",
    "121212",
    "asdfgh",
    "iloveyou",
    "112233",
    "1q2w3e4r5t",
    "gfhjkm",
    "marina",
    "159753",
    "natasha",
    "sergey",
    "ghbdtn",
    "1qaz2wsx",
    "samsung",
    "dragon",
    "monkey",
    "letmein",
    "football",
    "killer",
    "master",
];

const CONSONANTS: &[u8; 16] = b"bcdfghklmnprstvz";
const VOWELS: &[u8; 4] = b"aeio";

/// A driving licence: what is printed on it that matters here.
#[derive(Clone, Copy)]
pub(super) struct Licence {
    /// Index of the series, [`People::series`] spells it.
    pub(super) series: usize,
    /// 1..=999,999.
    pub(super) number: u64,
}

/// Birth day and place within it, from which tax number and sex follow.
#[derive(Clone, Copy)]
pub(super) struct Birth {
    /// Days since 1899-12-31.
    pub(super) day: u32,
    pub(super) year: u32,
    serial: u64,
    pub(super) male: bool,
}

/// Everybody, as functions of their index in `0..PEOPLE_MOST`.
pub(super) struct People {
    seed: u64,
    pub(super) calendar: Calendar,
    pub(super) names: Names,
    /// Until which place (exclusive) a run of years reaches: places, first day, persons a day, year.
    births: Vec<(u64, u32, u64, u32)>,
    birth_places: Shuffle,
    phones: Shuffle,
    mails: Shuffle,
    passwords: Shuffle,
    old_licences: Shuffle,
    new_licences: Shuffle,
    series: Vec<[usize; 3]>,
}

impl People {
    pub(super) fn new(seed: u64) -> Self {
        let mut births = Vec::new();
        let mut places = 0;
        for year in BIRTHS[0].0..=LAST_BIRTH_YEAR {
            let a_day = BIRTHS.iter().rev().find(|(from, _)| *from <= year).map_or(0, |(_, persons)| *persons);
            let (first, next) = (calendar::day(year, 1, 1), calendar::day(year + 1, 1, 1));
            places += u64::from(next - first) * a_day;
            births.push((places, first, a_day, year));
        }
        // 131 has no factor in common with 12^3, so no series comes twice.
        let triple = |index: u64| (index * 131 + 17) % 1728;
        let letters = |triple: u64| [triple / 144, triple / 12 % 12, triple % 12].map(|letter| letter as usize);
        People {
            seed,
            calendar: Calendar::new(),
            names: Names::new(),
            births,
            birth_places: Shuffle::new(seed, 1, places),
            phones: Shuffle::new(seed, 2, OPERATORS.len() as u64 * 10_000_000),
            mails: Shuffle::new(seed, 3, 100_000_000),
            passwords: Shuffle::new(seed, 4, 1 << 32),
            old_licences: Shuffle::new(seed, 5, OLD_SERIES * NUMBERS_IN_SERIES),
            new_licences: Shuffle::new(seed, 6, NEW_SERIES * NUMBERS_IN_SERIES),
            series: (0..OLD_SERIES + NEW_SERIES).map(|index| letters(triple(index))).collect(),
        }
    }

    /// 64 bits about a person for one purpose.
    pub(super) fn draw(&self, person: u64, purpose: u64) -> u64 {
        draw(self.seed, 0x100 + purpose, person)
    }

    pub(super) fn birth(&self, person: u64) -> Birth {
        let place = self.birth_places.place(person);
        let index = self.births.partition_point(|(until, ..)| *until <= place);
        let (_, first, a_day, year) = self.births[index];
        let start = if index == 0 { 0 } else { self.births[index - 1].0 };
        let serial = (place - start) % a_day;
        Birth { day: first + ((place - start) / a_day) as u32, year, serial, male: serial % 2 == 1 }
    }

    pub(super) fn name(&self, person: u64, birth: Birth) -> Name {
        self.names.pick(self.draw(person, 1), birth.male)
    }

    /// The ten digits of the taxpayer number.
    ///
    /// # Source
    /// python-stdnum `ua.rntrc`: weights -1 5 7 9 4 6 10 5 7, remainder by 11 (Euclidean, the sum may be negative), 10
    /// counts as 0; the first five digits are the birth day, the ninth is odd for men.
    pub(super) fn rntrc(&self, birth: Birth) -> [u8; 10] {
        let mut digits = [0u8; 10];
        let mut rest = u64::from(birth.day) * 10_000 + birth.serial;
        for digit in digits[..9].iter_mut().rev() {
            *digit = (rest % 10) as u8;
            rest /= 10;
        }
        let weights = [-1i32, 5, 7, 9, 4, 6, 10, 5, 7];
        let sum: i32 = weights.iter().zip(&digits).map(|(weight, digit)| weight * i32::from(*digit)).sum();
        digits[9] = (sum.rem_euclid(11) % 10) as u8;
        digits.map(|digit| b'0' + digit)
    }

    /// The nine national digits of telephone number `version` (0, 1, 2) of a person.
    pub(super) fn phone(&self, person: u64, version: u64) -> u64 {
        let place = self.phones.place(version * PEOPLE_MOST + person);
        OPERATORS[(place / 10_000_000) as usize] * 10_000_000 + place % 10_000_000
    }

    /// The same number with an operator code that nobody has.
    pub(super) fn mistyped_phone(phone: u64) -> u64 {
        FREE_OPERATORS[(phone % 3) as usize] * 10_000_000 + phone % 10_000_000
    }

    /// Appends e-mail address `version` (0, 1, 2) of a person; `stutter` doubles the first letter (an address nobody
    /// has).
    pub(super) fn email(&self, person: u64, version: u64, name: Name, stutter: bool, out: &mut Vec<u8>) {
        let mut bits = Bits::new(self.draw(person, 10 + version));
        let given = self.names.given(name, Letters::Latin);
        if stutter {
            out.extend_from_slice(&given[..1]);
        }
        out.extend_from_slice(if bits.thousandths(600) { &given[..1] } else { given });
        out.extend_from_slice([&b"."[..], b"_", b""][bits.below(3) as usize]);
        out.extend_from_slice(self.names.surname(name, Letters::Latin));
        number(self.mails.place(version * PEOPLE_MOST + person), 1, out);
        out.extend_from_slice(DOMAINS[bits.below(DOMAINS.len() as u64) as usize].as_bytes());
    }

    /// Which of the common passwords a person uses for `version`, if any: three in ten do, the first ones far more
    /// often.
    pub(super) fn common_password(&self, person: u64, version: u64) -> Option<usize> {
        let mut bits = Bits::new(self.draw(person, 20 + version));
        if !bits.thousandths(300) {
            return None;
        }
        let uneven = (bits.below(1 << 16) * bits.below(1 << 16)) >> 16;
        Some(((uneven * COMMON_PASSWORDS.len() as u64) >> 16) as usize)
    }

    /// Appends a password that only `version` (0 or 1) of this person has: syllables and digits, some with a colon
    /// inside.
    pub(super) fn rare_password(&self, person: u64, version: u64, out: &mut Vec<u8>) {
        let place = self.passwords.place(version * PEOPLE_MOST + person);
        let mut bits = Bits::new(self.draw(person, 30 + version));
        let start = out.len();
        for turn in 0..3 {
            let syllable = (place >> (14 + 6 * turn) & 63) as usize;
            out.extend_from_slice(&[CONSONANTS[syllable / 4], VOWELS[syllable % 4]]);
        }
        if bits.thousandths(150) {
            out[start].make_ascii_uppercase();
        }
        if bits.thousandths(10) {
            out.push(b':');
        }
        number(place & 0x3fff, 1, out);
    }

    /// The licence issued before 2018 that this index stands for.
    pub(super) fn old_licence(&self, person: u64) -> Licence {
        let place = self.old_licences.place(person);
        Licence { series: (place / NUMBERS_IN_SERIES) as usize, number: place % NUMBERS_IN_SERIES + 1 }
    }

    /// The licence issued since 2018 that this index stands for.
    pub(super) fn new_licence(&self, person: u64) -> Licence {
        let place = self.new_licences.place(person);
        Licence { series: (OLD_SERIES + place / NUMBERS_IN_SERIES) as usize, number: place % NUMBERS_IN_SERIES + 1 }
    }

    /// The three letters of a series as places in [`LOOK_ALIKES`].
    pub(super) fn series(&self, licence: Licence) -> [usize; 3] {
        self.series[licence.series]
    }

    /// Day of issue: at 18 or later, 1993 to 2017 for an old licence, 2018 to April 2020 for a new one.
    pub(super) fn issued(&self, person: u64, birth: Birth, new: bool) -> u32 {
        let (from, until) = if new {
            (calendar::day(2018, 1, 3), calendar::day(2020, 4, 30))
        } else {
            (calendar::day((birth.year + 18).max(1993), 12, 28), calendar::day(2017, 12, 29))
        };
        let from = from.min(until - 1);
        from + (mix(self.draw(person, 40 + u64::from(new))) % u64::from(until - from)) as u32
    }
}

/// Appends a number in decimal, with leading zeros up to `least_digits`.
pub(super) fn number(value: u64, least_digits: usize, out: &mut Vec<u8>) {
    let mut digits = [b'0'; 20];
    let mut rest = value;
    let mut start = digits.len();
    while rest > 0 {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    out.extend_from_slice(&digits[start.min(digits.len() - least_digits)..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn identifiers_are_unique_over_persons_and_versions() {
        let people = People::new(1);
        let spread = |index: u64| index * 1_499;
        let ordinal = |licence: Licence| licence.series as u64 * 1_000_000 + licence.number;
        let (mut phones, mut mails, mut passwords) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (mut licences, mut numbers) = (BTreeSet::new(), BTreeSet::new());
        let spell = |write: &dyn Fn(&mut Vec<u8>)| {
            let mut out = Vec::new();
            write(&mut out);
            out
        };
        for person in (0..20_000).map(spread) {
            let birth = people.birth(person);
            let name = people.name(person, birth);
            for version in 0..2 {
                assert!(phones.insert(people.phone(person, version)));
                assert!(mails.insert(spell(&|out| people.email(person, version, name, false, out))));
                assert!(
                    passwords.insert(spell(&|out| people.rare_password(person, version, out)).to_ascii_lowercase())
                );
            }
            assert!(licences.insert(ordinal(people.old_licence(person))));
            assert!(licences.insert(ordinal(people.new_licence(person))));
            assert!(numbers.insert(people.rntrc(birth)));
            assert!(people.issued(person, birth, false) >= birth.day + 18 * 365);
        }
    }

    #[test]
    fn the_tax_number_follows_the_published_rule() {
        let people = People::new(1);
        let birth = |day, serial| Birth { day, year: 2000, serial, male: serial % 2 == 1 };
        assert_eq!(&people.rntrc(birth(36_568, 186)), b"3656801869");
        assert_eq!(&people.rntrc(birth(17_590, 1377)), b"1759013776");
    }

    #[test]
    fn there_is_room_for_everybody() {
        let people = People::new(1);
        assert!(people.births.last().is_some_and(|last| last.0 >= PEOPLE_MOST));
        people.birth(PEOPLE_MOST - 1);
        people.phone(PEOPLE_MOST - 1, 2);
        let series: BTreeSet<[usize; 3]> = people.series.iter().copied().collect();
        assert_eq!(series.len(), people.series.len());
    }
}
