//! Rows in the order of a column.

use super::{Class, Found, Mark, Sample};

/// The mark `sorted`.
pub static MARK: Mark = Mark {
    id: "sorted",
    title: "Rows stand in the order of their values",
    means: "Somebody sorted the file, or exported it in that order: the order in which the records came into being \
            is gone.",
    class: Class::Handling,
    sources: &["counting: neighbouring rows of the sample that stand in order"],
    caveat: "Rows in the order of dates or of running numbers are how systems keep them; columns of running numbers \
             are left out, dates are not. Order by bytes is that of the tool sort, order by alphabet that of a \
             database.",
    look,
};

/// Share of the neighbouring pairs that must stand in order, and the fewest pairs that differ: of twenty all must, which
/// chance brings about once in half a million columns.
const SHARE_LEAST: f64 = 0.99;
const PAIRS_LEAST: u64 = 20;

/// An order: its name, and the key that is compared.
type Order = (&'static str, fn(&[u8]) -> Option<Vec<u8>>);

/// The orders that are tried, in this order.
const ORDERS: [Order; 3] =
    [("by bytes", |cell| Some(cell.to_vec())), ("by number", by_number), ("by alphabet", by_alphabet)];

/// Numbers without a sign, longer ones behind shorter ones.
fn by_number(cell: &[u8]) -> Option<Vec<u8>> {
    let digits = cell.trim_ascii();
    let significant = digits.iter().position(|digit| *digit != b'0').unwrap_or(digits.len());
    let number = &digits[significant..];
    let mut key = vec![u8::try_from(number.len()).ok()?];
    key.extend_from_slice(number);
    number.iter().all(u8::is_ascii_digit).then_some(key)
}

/// The Ukrainian alphabet, with the letters of Russian where Russian has them.
const ALPHABET: &str = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя";

/// Letters by the alphabet, small and capital alike, all else by its number.
fn by_alphabet(cell: &[u8]) -> Option<Vec<u8>> {
    let place = |character: char| {
        ALPHABET.chars().position(|letter| letter == character).map_or(character as u32, |place| 0x0430 + place as u32)
    };
    let text = std::str::from_utf8(cell).ok()?;
    Some(text.chars().flat_map(char::to_lowercase).flat_map(|character| place(character).to_be_bytes()).collect())
}

/// Neighbouring pairs that differ, and those of them in ascending order.
fn pairs(cells: &[Vec<u8>], key: fn(&[u8]) -> Option<Vec<u8>>) -> Option<(u64, u64)> {
    let (mut differ, mut ascend) = (0, 0);
    let mut last: Option<Vec<u8>> = None;
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let key = key(cell)?;
        if let Some(last) = last.as_ref().filter(|last| **last != key) {
            differ += 1;
            ascend += u64::from(*last < key);
            // What stands in no order is told soon.
            if differ == 10 * PAIRS_LEAST && (differ / 4..3 * differ / 4).contains(&ascend) {
                return None;
            }
        }
        last = Some(key);
    }
    Some((differ, ascend))
}

/// The days of a column of dates, however they are written, as `yyyy-mm-dd`; empty where a cell is none.
fn days(column: &super::SampledColumn<'_>) -> Option<Vec<Vec<u8>>> {
    let kind = column.kind.filter(|kind| kind.id == "date")?;
    let day = |cell: &Vec<u8>| {
        let mut key = Vec::new();
        let read = !cell.is_empty() && (kind.key)(cell, column.region, &mut key).is_ok();
        if read { key } else { Vec::new() }
    };
    Some(column.cells.iter().map(day).collect())
}

/// Whether all cells are numbers without gaps, or nearly: the running number of a record.
fn is_running(column: &super::SampledColumn<'_>) -> bool {
    let number = |cell: &Vec<u8>| std::str::from_utf8(cell).ok()?.parse::<u64>().ok();
    column.kind.is_none() && column.cells.iter().all(|cell| cell.is_empty() || number(cell).is_some())
}

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let one = |column: &super::SampledColumn<'_>| {
        if is_running(column) {
            return None;
        }
        let ordered = |(differ, ascend): (u64, u64)| {
            let ordered = ascend.max(differ - ascend);
            (differ >= PAIRS_LEAST && ordered as f64 >= SHARE_LEAST * differ as f64).then_some(ordered)
        };
        let plain = ORDERS.iter().find_map(|(name, key)| Some((*name, ordered(pairs(column.cells, *key)?)?)));
        let in_time = || Some(("by date", ordered(pairs(&days(column)?, |day| Some(day.to_vec()))?)?));
        let (name, count) = plain.or_else(in_time)?;
        Some(Found { detail: Some(name), ..Found::sampled(sample, Some(column.position), count + 1)? })
    };
    sample.columns.iter().filter_map(one).collect()
}
