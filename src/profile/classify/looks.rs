//! What a column looks like where no kind's values can decide: passwords, logins, people's names.
//!
//! All thresholds here were chosen by hand and tested on published password lists and on columns of cities, addresses,
//! categories and numbers, which must not pass.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use xxhash_rust::xxh3::Xxh3Builder;

use super::fits::spread;
use crate::profile::mask::write_mask;

/// Cells looked at.
const MOST: usize = 2000;

/// Share of cells of digits from which a column is one of bare numbers.
const DIGITS: f64 = 0.8;

/// Cells below which a header is believed whatever it stands over.
const FEW: usize = 10;

/// Cells from which on a column must hold so many different words, or full names, to be people's: of a hundred people hardly
/// fewer than fifteen have another given name, and hardly any two one full name.
const MANY: usize = 100;
pub(super) const WORDS: usize = 15;
pub(super) const NAMES: usize = 30;

/// Shares of the filled cells with some property, each 0..=1.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks {
    /// Cells looked at.
    pub cells: usize,
    /// No blank inside.
    solid: f64,
    /// ASCII only.
    ascii: f64,
    /// 3 to 40 characters.
    short: f64,
    /// Holds a digit; holds a letter; holds both; digits alone.
    digit: f64,
    letter: f64,
    mixed: f64,
    /// Holds a sign that no login holds.
    special: f64,
    /// Latin or Cyrillic letters, first one upper case, the others lower case.
    titled: f64,
    /// Letters, digits, `.`, `_`, `-` with a letter among them.
    login: f64,
    /// Holds `.`, `_` or `-` between such.
    joined: f64,
    /// Different cells as a share of all.
    distinct: f64,
    /// Different cells.
    distinct_count: usize,
    /// Most frequent mask, most frequent number of bytes, most frequent first two bytes.
    one_mask: f64,
    one_length: f64,
    one_start: f64,
    /// Mean number of bytes.
    pub length: f64,
    /// Whether nearly all cells are digits alone.
    pub digits_alone: bool,
    /// Whether most cells hold no letter.
    pub unlettered: bool,
    /// Whether most cells begin with an at sign.
    pub signed: bool,
    /// Whether nearly all letters are capitals, as databases write bytes.
    pub capitals: bool,
    /// Share of cells of digits alone.
    whole_numbers: f64,
    /// Share of cells with ten digits or more.
    pub ten_digits: f64,
    /// Two to four words of letters each.
    words: f64,
    /// Share of the most frequent word in any of the first three places.
    one_word: f64,
    /// The last word is one that names of streets end in.
    streets: f64,
}

/// Share of names of streets above which a column is none of people.
const STREETS_MOST: f64 = 0.3;

/// Words that names of streets end in.
///
/// # Source
/// United States Postal Service, Publication 28, appendix C1 (street suffixes), the primary names.
const STREETS: &str = "alley annex arcade avenue bayou beach bend bluff bluffs bottom boulevard branch bridge brook brooks burg \
                       burgs bypass camp canyon cape causeway center centers circle circles cliff cliffs club common commons \
                       corner corners course court courts cove coves creek crescent crest crossing crossroad curve dale dam \
                       divide drive drives estate estates expressway extension extensions fall falls ferry field fields flat \
                       flats ford fords forest forge forges fork forks fort freeway garden gardens gateway glen glens green \
                       greens grove groves harbor harbors haven heights highway hill hills hollow inlet island islands isle \
                       junction junctions key keys knoll knolls lake lakes land landing lane light lights loaf lock locks \
                       lodge loop mall manor manors meadow meadows mews mill mills mission motorway mount mountain mountains \
                       neck orchard oval overpass park parks parkway parkways pass passage path pike pine pines place plain \
                       plains plaza point points port ports prairie radial ramp ranch rapid rapids rest ridge ridges river \
                       road roads route row rue run shoal shoals shore shores skyway spring springs spur spurs square squares \
                       station stravenue stream street streets summit terrace throughway trace track trafficway trail trailer \
                       tunnel turnpike underpass union unions valley valleys via viaduct view views village villages ville \
                       vista walk walks wall way ways well wells";

static IS_STREET: LazyLock<HashSet<&str>> = LazyLock::new(|| STREETS.split_whitespace().collect());

fn is_street(words: &[&str]) -> bool {
    words.len() > 1 && words.last().is_some_and(|last| IS_STREET.contains(last.to_ascii_lowercase().as_str()))
}

type Counts<'a> = HashMap<&'a [u8], usize, Xxh3Builder>;

impl Looks {
    /// Looks at the filled cells of a column.
    pub fn at(filled: &[&[u8]]) -> Looks {
        let cells = spread(filled, MOST);
        let share = |test: &dyn Fn(&[u8]) -> bool| {
            cells.iter().filter(|cell| test(cell)).count() as f64 / cells.len().max(1) as f64
        };
        let digit = |cell: &[u8]| cell.iter().any(u8::is_ascii_digit);
        let letter = |cell: &[u8]| match std::str::from_utf8(cell) {
            Ok(text) => text.chars().any(char::is_alphabetic),
            Err(_) => true,
        };
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let words: Vec<Option<Vec<&str>>> = cells.iter().map(|cell| words(cell)).collect();
        let mut values: Counts = HashMap::default();
        for cell in &cells {
            *values.entry(cell).or_default() += 1;
        }
        Looks {
            cells: cells.len(),
            solid: share(&|cell| !cell.contains(&b' ')),
            ascii: share(&|cell| cell.is_ascii()),
            short: share(&|cell| (3..=40).contains(&cell.len())),
            digit: share(&digit),
            letter: share(&letter),
            mixed: share(&|cell| digit(cell) && letter(cell)),
            special: share(&|cell| cell.is_ascii() && !cell.contains(&b' ') && cell.iter().any(|byte| !plain(byte))),
            titled: share(&is_titled),
            joined: share(&|cell| {
                let inner = cell.get(1..cell.len().saturating_sub(1)).unwrap_or_default();
                cell.iter().all(plain) && inner.iter().any(|byte| matches!(byte, b'.' | b'_' | b'-'))
            }),
            login: share(&|cell| cell.iter().all(plain) && cell.iter().any(u8::is_ascii_alphabetic)),
            distinct: values.len() as f64 / cells.len().max(1) as f64,
            distinct_count: values.len(),
            one_mask: most_frequent_mask(&cells),
            one_length: most_frequent(cells.iter().map(|cell| cell.len())),
            one_start: most_frequent(cells.iter().map(|cell| cell.get(..2).unwrap_or(cell))),
            length: cells.iter().map(|cell| cell.len()).sum::<usize>() as f64 / cells.len().max(1) as f64,
            unlettered: share(&letter) < 1.0 - DIGITS,
            signed: share(&|cell| cell.first() == Some(&b'@')) >= DIGITS,
            capitals: share(&|cell| cell.iter().any(u8::is_ascii_uppercase) && !cell[1..].iter().any(is_small))
                >= DIGITS,
            whole_numbers: share(&|cell| cell.iter().all(u8::is_ascii_digit)),
            ten_digits: share(&|cell| cell.iter().filter(|byte| byte.is_ascii_digit()).count() >= 10),
            digits_alone: share(&|cell| cell.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')) >= DIGITS,
            words: words.iter().flatten().filter(|words| are_names(words)).count() as f64 / cells.len().max(1) as f64,
            one_word: most_frequent_word(&words),
            streets: words.iter().flatten().filter(|words| is_street(words)).count() as f64 / cells.len().max(1) as f64,
        }
    }

    /// Short, mostly without blanks, mostly ASCII, different, of many shapes: not prose, not codes, not categories.
    pub fn like_passwords(&self) -> bool {
        self.cells > 0
            && self.solid >= 0.85
            && self.ascii >= 0.6
            && self.short >= 0.9
            && self.length <= 24.0
            && self.letter >= 0.3
            && (self.digit >= 0.02 || (self.titled <= 0.2 && self.distinct >= 0.9 && self.cells >= 500))
            && self.titled <= 0.7
            && (self.distinct >= 0.3 || self.distinct_count >= 500)
            && self.one_mask <= 0.6
            && (self.one_length <= 0.9 || self.length < 8.0)
            && (self.one_start <= 0.5 || self.cells < 10)
    }

    /// As [`Looks::like_passwords`], but of one length, or of letters alone: what a list that was filtered holds. Codes of one
    /// shape hold digits.
    pub fn like_filtered_passwords(&self) -> bool {
        let letters = self.digit == 0.0 && self.special == 0.0;
        let one_mask = if letters { 0.0 } else { self.one_mask };
        (self.one_length > 0.9 || letters) && Looks { one_length: 0.0, digit: 1.0, one_mask, ..*self }.like_passwords()
    }

    /// Whether a header may say that these are passwords: mostly without blanks, not of one shape or length like codes, no prices
    /// or readings, not a few words over and over.
    pub fn may_be_passwords(&self) -> bool {
        self.cells < FEW
            || (self.solid >= 0.8
                && self.one_mask <= 0.8
                && (self.one_length <= 0.95 || self.length < 8.0)
                && (self.letter >= 0.05 || self.whole_numbers >= 0.5)
                && (self.distinct >= 0.2 || self.distinct_count >= 100))
    }

    /// Whether a header may say that these are so many different words of people, their names or logins: not the same few over
    /// and over.
    pub fn may_be_peoples(&self, different: usize) -> bool {
        self.cells < MANY || self.distinct_count >= different
    }

    /// Passwords beside other columns: signs and digits that logins and codes do not have.
    pub fn strongly_like_passwords(&self) -> bool {
        self.like_passwords() && self.cells >= 50 && self.special >= 0.01 && self.mixed >= 0.15 && self.length <= 16.0
    }

    /// Passwords behind plain logins.
    pub fn mixed_like_passwords(&self) -> bool {
        self.like_passwords() && self.mixed + self.special >= 0.15
    }

    /// Different short names of letters, digits, dots, underscores and hyphens.
    pub fn like_logins(&self) -> bool {
        self.login >= 0.9 && self.distinct >= 0.5 && self.titled <= 0.7 && self.one_mask <= 0.6 && self.mixed >= 0.05
    }

    /// Logins rather than passwords: hardly one of digits alone, which one password in ten is, hardly one with a sign that logins
    /// do not have, and one in ten with a dot or a line within, which is rare in passwords.
    pub fn rather_like_logins(&self) -> bool {
        self.like_logins() && self.whole_numbers < 0.05 && self.special < 0.02 && self.joined >= 0.1
    }

    /// Whether most cells are written as names are, not as people write logins.
    pub fn are_titled(&self) -> bool {
        self.titled >= 0.7
    }

    /// Whether many cells end as names of streets do: some people are called Lane or Park, and not a third of them.
    pub fn like_streets(&self) -> bool {
        self.streets > STREETS_MOST
    }

    /// Two to four words of letters in most cells, many different, no word prevailing: no cities, streets, categories.
    pub fn like_names(&self) -> bool {
        self.words >= 0.8
            && self.one_word <= 0.3 + 1.5 / self.cells.max(1) as f64
            && (self.distinct >= 0.5
                || self.distinct_count >= 100
                || (self.distinct >= 0.15 && self.distinct_count >= 40))
    }
}

/// A small letter that is none of a mark in front (`0x`).
fn is_small(byte: &u8) -> bool {
    byte.is_ascii_lowercase() && *byte != b'x'
}

fn is_titled(cell: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(cell) else { return false };
    let mut characters = text.chars();
    characters.next().is_some_and(char::is_uppercase)
        && characters.all(|character| character.is_lowercase() || " -'".contains(character))
}

/// Words of letters, apostrophes and hyphens in a cell, `None` where there is anything else but one comma behind the
/// first word (`Surname, Given`).
fn words(cell: &[u8]) -> Option<Vec<&str>> {
    let mut text = std::str::from_utf8(cell).ok()?;
    let mut surname = None;
    if let Some((first, rest)) = text.split_once(',').filter(|(first, _)| !first.is_empty() && !first.contains(' ')) {
        (surname, text) = (Some(first), rest);
    }
    let fits =
        |character: char| character.is_alphabetic() || matches!(character, ' ' | '-' | '\'' | '’' | 'ʼ' | '`' | '.');
    let words = surname.into_iter().chain(text.split(' ')).filter(|word| !word.is_empty());
    words.clone().flat_map(str::chars).all(fits).then(|| words.collect())
}

fn are_names(words: &[&str]) -> bool {
    (2..=4).contains(&words.len()) && words.iter().all(|word| word.chars().count() > 1 || word.ends_with('.'))
}

fn most_frequent<T: std::hash::Hash + Eq>(values: impl Iterator<Item = T>) -> f64 {
    let mut counts: HashMap<T, usize, Xxh3Builder> = HashMap::default();
    let mut all = 0usize;
    for value in values {
        *counts.entry(value).or_default() += 1;
        all += 1;
    }
    counts.into_values().max().unwrap_or(0) as f64 / all.max(1) as f64
}

fn most_frequent_mask(cells: &[&[u8]]) -> f64 {
    most_frequent(cells.iter().map(|cell| {
        let mut mask = Vec::new();
        write_mask(cell, &mut mask);
        mask
    }))
}

fn most_frequent_word(words: &[Option<Vec<&str>>]) -> f64 {
    let place = |place: usize| {
        let found = words.iter().filter_map(|words| words.as_ref()?.get(place).map(|word| word.to_lowercase()));
        most_frequent(found)
    };
    place(0).max(place(1)).max(place(2))
}
