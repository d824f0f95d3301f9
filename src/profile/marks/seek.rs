//! Ways of looking that several marks share.

use super::{Found, ROWS_LEAST, Sample, SampledColumn, Window};
use crate::kind::KeyBuf;

/// Columns in which at least so large a share of the filled cells, and enough of them, bear the sign.
pub(super) fn in_cells(sample: &Sample<'_>, share: f64, sign: impl Fn(&[u8]) -> bool) -> Vec<Found> {
    in_columns(sample, |column| {
        let filled = column.cells.iter().filter(|cell| !cell.is_empty());
        let (mut cells, mut count) = (0_u64, 0);
        for cell in filled {
            cells += 1;
            count += u64::from(sign(cell));
        }
        (count as f64 >= share * cells as f64).then_some(count)
    })
}

/// Columns for which a count comes out, and enough rows.
pub(super) fn in_columns(sample: &Sample<'_>, count: impl Fn(&SampledColumn<'_>) -> Option<u64>) -> Vec<Found> {
    let found = |column: &SampledColumn<'_>| Found::sampled(sample, Some(column.position), count(column)?);
    sample.columns.iter().filter_map(found).collect()
}

/// Columns of one of these kinds in which enough keys bear the sign.
pub(super) fn in_keys(sample: &Sample<'_>, kinds: &[&str], sign: impl Fn(&[u8]) -> bool) -> Vec<Found> {
    in_columns(sample, |column| {
        column.kind.filter(|kind| kinds.contains(&kind.id))?;
        let mut count = 0;
        each_key(column, |key| count += u64::from(sign(key)));
        Some(count)
    })
}

/// All of them with this bound.
pub(super) fn bounded(found: Vec<Found>, bound: &Window) -> Vec<Found> {
    found.into_iter().map(|found| found.bounded(bound.clone())).collect()
}

/// Hands over the key of every valid cell of a column whose kind was decided.
pub(super) fn each_key(column: &SampledColumn<'_>, mut take: impl FnMut(&[u8])) {
    let Some(kind) = column.kind else { return };
    let mut key = KeyBuf::new();
    for cell in column.whole.iter().filter(|cell| !cell.is_empty()) {
        key.clear();
        if (kind.key)(cell, column.region, &mut key).is_ok() {
            take(&key);
        }
    }
}

/// Share of a column's valid cells that must lie at or beyond a bound besides [`ROWS_LEAST`]: wrong numbers that pass by
/// chance are spread over all years and must not make one.
const BEYOND_SHARE: f64 = 0.01;

/// The greatest value that enough of these reach, and how many do.
pub(super) fn reached(mut values: Vec<u32>) -> Option<(u32, u64)> {
    let least = (values.len() as f64 * BEYOND_SHARE).ceil().max(ROWS_LEAST as f64) as usize;
    values.sort_unstable_by(|one, other| other.cmp(one));
    let bound = *values.get(least.checked_sub(1)?)?;
    Some((bound, values.iter().filter(|value| **value >= bound).count() as u64))
}

/// Longest word that is looked for, in bytes.
const WORD_BYTES_MOST: usize = 48;

/// Whether the cell holds one of these words (Cyrillic, in small letters, of up to 48 bytes) as a word of its own.
pub(super) fn holds_word(cell: &[u8], words: &[&str]) -> bool {
    // Most cells are no text of this language: letters beyond ASCII decide quickly.
    if cell.is_ascii() {
        return false;
    }
    let Ok(text) = std::str::from_utf8(cell) else { return false };
    let (mut word, mut length) = ([0; WORD_BYTES_MOST], 0);
    let known = |word: &[u8]| words.iter().any(|known| known.as_bytes() == word);
    for character in text.chars() {
        let mut bytes = [0; 4];
        let bytes = match small(character) {
            Some(letter) => letter.encode_utf8(&mut bytes).as_bytes(),
            None => {
                if length > 0 && known(&word[..length]) {
                    return true;
                }
                length = 0;
                continue;
            }
        };
        // What does not fit is longer than every known word, and is kept so.
        match word.get_mut(length..length + bytes.len()) {
            Some(place) => {
                place.copy_from_slice(bytes);
                length += bytes.len();
            }
            None => length = WORD_BYTES_MOST,
        }
    }
    length > 0 && length < WORD_BYTES_MOST && known(&word[..length])
}

/// The small form of a character that words are made of: of Cyrillic letters without the tables of all scripts, which take
/// ten times as long; letters of other scripts stay as they are, for they stand in no known word.
fn small(character: char) -> Option<char> {
    match character {
        'А'..='Я' => char::from_u32(u32::from(character) + 0x20),
        'Ѐ'..='Џ' => char::from_u32(u32::from(character) + 0x50),
        'Ґ' => Some('ґ'),
        'а'..='џ' | 'ґ' | '\'' | '’' | 'ʼ' => Some(character),
        other => other.is_alphabetic().then_some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_stray_values_are_not_reached() {
        let mut values: Vec<u32> = (0..2_000).map(|n| 100 + n % 50).collect();
        values.extend([900; 19]);
        // One in a hundred of 2,019 is 21: nineteen stray ones are too few.
        assert_eq!(reached(values), Some((149, 59)));
        assert_eq!(reached(vec![5; 9]), None);
        assert_eq!(reached(vec![5; 10]), Some((5, 10)));
        assert_eq!(reached(Vec::new()), None);
    }

    #[test]
    fn words_stand_alone() {
        assert!(holds_word("м. Бахмут, вул. 1".as_bytes(), &["бахмут"]));
        assert!(!holds_word("Бахмутська".as_bytes(), &["бахмут"]));
        assert!(holds_word("М.КАМ'ЯНСЬКЕ".as_bytes(), &["кам'янське"]));
        assert!(holds_word("ДАІ".as_bytes(), &["даі"]) && holds_word("вул. Ґава (ЇЖАК)".as_bytes(), &["їжак"]));
        assert!(!holds_word("xдаі даіß Даі’".as_bytes(), &["даі"]) && !holds_word("".as_bytes(), &["даі"]));
        let long = "ж".repeat(30);
        assert!(!holds_word(format!("{long} даі{long} {long}даі").as_bytes(), &["даі"]));
        assert!(holds_word(format!("{long} даі").as_bytes(), &["даі"]));
    }
}
