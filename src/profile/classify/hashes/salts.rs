//! What a column of salts looks like, beside the hashes that they went into.

use std::collections::{BTreeMap, BTreeSet};

use super::filled;
use crate::profile::words;

/// Whether a heading says that a column holds salts.
pub(super) fn is_salt_word(name: &str) -> bool {
    ["salt", "passwordsalt", "passsalt", "hashsalt", "сіль", "соль"].contains(&words::normalise(name).as_str())
}

/// Whether at least half of the cells hold something.
pub(super) fn some_salt(cells: &[&[u8]]) -> bool {
    !cells.is_empty() && filled(cells).len() * 2 >= cells.len()
}

/// Fewest rows on which a salt is told by its look.
pub(super) const ROWS_LEAST: usize = 20;
/// Least share of different texts where each was drawn anew; hashes of people's passwords repeat more often, since one
/// in a hundred people chooses one of the ten commonest.
pub(super) const NEW_LEAST: f64 = 0.99;
/// Characters of a salt that is told by its look: PrestaShop's have 56, those of ColdFusion up to 64.
pub(super) const CHARACTERS: std::ops::RangeInclusive<usize> = 2..=64;
/// Characters of the smallest alphabet that salts are drawn from.
const HEXADECIMAL: usize = 16;
/// Share of salts of digits alone that is none too many, whatever they are drawn from.
const NUMBERS_MOST: f64 = 0.3;

/// Whether a text is built as people build a name to sign in by: letters with vowels among them, or letters with digits
/// behind them. Nine in ten random texts are not.
fn is_like_a_login(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let vowels = word.chars().filter(|c| "aeiouyAEIOUY".contains(*c)).count();
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let joints = word.chars().filter(|c| matches!(c, '_' | '.' | '-')).count();
    let case = word.chars().skip(1).all(|c| !c.is_ascii_uppercase());
    letters >= 3 && letters + joints == word.len() && joints <= 1 && case && vowels * 5 >= letters
}

/// Short texts of one to three lengths, nearly all different for their length, of many masks, not digits alone: what
/// was drawn at random for each person.
pub(in crate::profile::classify) fn like_salts(cells: &[&[u8]]) -> bool {
    let salts = filled(cells);
    if salts.len() < ROWS_LEAST || salts.len() * 10 < cells.len() * 9 {
        return false;
    }
    let texts: Vec<&str> = salts.iter().filter_map(|cell| std::str::from_utf8(cell).ok()).collect();
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    texts.iter().for_each(|text| *lengths.entry(text.chars().count()).or_default() += 1);
    let mut by_count: Vec<(usize, usize)> = lengths.into_iter().map(|(length, count)| (count, length)).collect();
    by_count.sort_unstable_by(|one, other| other.cmp(one));
    let few: usize = by_count.iter().take(3).map(|(count, _)| count).sum();
    let length = by_count.first().map_or(0, |(_, length)| *length);
    let logins = texts.iter().filter(|text| is_like_a_login(text)).count();
    let numbers = texts.iter().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit())).count();
    let alphabet: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
    let different = texts.iter().collect::<BTreeSet<_>>().len() as f64;
    // Distinct texts among n drawn from so many: m (1 - e^(-n/m)).
    let possible = (alphabet.len() as f64).powi(i32::try_from(length).unwrap_or(i32::MAX)).min(1e12);
    let expected = possible * (1.0 - (-(texts.len() as f64) / possible).exp());
    // Two of sixteen hexadecimal digits are both decimal in two cells of five.
    let decimal = if alphabet.len() >= HEXADECIMAL { 10.0 / alphabet.len() as f64 } else { 0.0 };
    let by_chance = decimal.powi(i32::try_from(length).unwrap_or(i32::MAX));
    CHARACTERS.contains(&length)
        && few * 20 >= salts.len() * 19
        && logins * 10 < salts.len() * 9
        && numbers as f64 <= NUMBERS_MOST.max(1.25 * by_chance) * salts.len() as f64
        && alphabet.len() >= 10
        && different >= 0.5 * expected
        && most_of_one_mask(&salts) * 2 <= salts.len()
        && (0..length).all(|place| most_at(&texts, length, place) <= PLACE_MOST)
}

/// Characters of the key of a site that is hashed with every password: PrestaShop's `_COOKIE_KEY_`, which some dumps carry along
/// in every row.
///
/// # Source
/// PrestaShop 1.6, install: a key of 56 letters and digits; hashcat, module 11000.
const PEPPER: usize = 56;

/// Whether all rows hold one and the same key of a site.
pub(in crate::profile::classify) fn is_pepper(cells: &[&[u8]]) -> bool {
    let keys = filled(cells);
    let built = |cell: &&[u8]| cell.len() == PEPPER && cell.iter().all(u8::is_ascii_alphanumeric);
    keys.len() >= ROWS_LEAST && keys.first().is_some_and(|first| built(first) && keys.iter().all(|key| key == first))
}

/// Largest share of one character at one place of texts that were drawn at random: from ten characters a tenth, and more
/// in a small sample.
const PLACE_MOST: f64 = 0.3;

/// Share of the most frequent character at a place, in the texts of this length.
fn most_at(texts: &[&str], length: usize, place: usize) -> f64 {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    let there = texts.iter().filter(|text| text.chars().count() == length).filter_map(|text| text.chars().nth(place));
    there.for_each(|character| *counts.entry(character).or_default() += 1);
    let all: usize = counts.values().sum();
    counts.into_values().max().unwrap_or(0) as f64 / all.max(1) as f64
}

fn most_of_one_mask(cells: &[&[u8]]) -> usize {
    let mut masks: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for cell in cells {
        let mut mask = Vec::new();
        crate::profile::mask::write_mask(cell, &mut mask);
        *masks.entry(mask).or_default() += 1;
    }
    masks.into_values().max().unwrap_or(0)
}
