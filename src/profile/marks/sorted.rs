//! Rows in the order of a column.

use std::collections::BTreeMap;

use super::{Class, Found, Mark, Sample};
use crate::profile::field;

/// The mark `sorted`.
pub static MARK: Mark = Mark {
    id: "sorted",
    title: "Rows stand in the order of their values",
    means: "Somebody sorted the file, or exported it in that order: the order in which the records came into being \
            is gone.",
    class: Class::Handling,
    sources: &["counting: neighbouring rows of the sample that stand in order"],
    caveat: "Rows in the order of days and times or of running numbers are how systems keep them: columns of both are \
             left out, but for days of birth. Order by bytes is that of the tool sort, order by alphabet that of a \
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

/// Share of the neighbouring pairs in order by number from which on a column is one of running numbers; the same numbers in
/// the order of their bytes (1, 10, 100, 101) have nine in ten.
const RUNNING_LEAST: f64 = 0.95;

/// Rows that have one running number, at most, on average: more, and it is the name of a group.
const ROWS_OF_NUMBER: usize = 10;

/// A number in its frame, `ORD-000017`: what is no digit, with a digit for each number, and all digits as one number.
fn framed(cell: &[u8]) -> Option<(Vec<u8>, u128)> {
    let (mut frame, mut digits) = (Vec::new(), Vec::new());
    for byte in cell.trim_ascii() {
        let digit = byte.is_ascii_digit();
        if digit {
            digits.push(*byte);
        }
        if !digit || frame.last() != Some(&b'9') {
            frame.push(if digit { b'9' } else { *byte });
        }
    }
    Some((frame, std::str::from_utf8(&digits).ok()?.parse().ok()?))
}

/// Whether the cells are numbers that rise or fall in a frame that stays, as systems number their records. Numbers of a kind
/// that people have (telephone numbers) are none, unless their frame has letters, as series have, or their steps are alike.
fn is_running(column: &super::SampledColumn<'_>) -> bool {
    let cells = column.cells.iter().filter(|cell| !cell.is_empty());
    let Some(numbers) = cells.map(|cell| framed(cell)).collect::<Option<Vec<_>>>() else { return false };
    let (mut same, mut rising, mut falling, mut steps) = (0, 0, 0, BTreeMap::<u128, usize>::new());
    for pair in numbers.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (one, next) = (pair[0].1, pair[1].1);
        same += 1;
        rising += usize::from(one < next);
        falling += usize::from(one > next);
        *steps.entry(one.abs_diff(next)).or_default() += usize::from(one != next);
    }
    let differ = rising + falling;
    let of_systems = || {
        let series =
            numbers.iter().all(|(frame, _)| frame.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80));
        column.kind.is_none() || series || steps.values().any(|pairs| pairs * 2 > differ)
    };
    let share = |part: usize, whole: usize, least: f64| part as f64 >= least * whole as f64;
    differ > 0
        && share(same, numbers.len() - 1, SHARE_LEAST)
        && share(rising.max(falling), differ, RUNNING_LEAST)
        && differ * ROWS_OF_NUMBER >= same
        && of_systems()
}

/// Fewest signs of a number that begins with the time at which a program drew it.
const DRAWN_LEAST: usize = 16;

/// Whether the cells are such numbers: letters and digits of one length that all begin alike. Others, in order, would begin
/// with every digit there is.
///
/// # Source
/// MongoDB, BSON types, ObjectId (4 of 12 bytes are a time); RFC 9562, section 5.7 (UUID of version 7).
fn begins_with_time(column: &super::SampledColumn<'_>) -> bool {
    let mut cells = column.cells.iter().filter(|cell| !cell.is_empty());
    let Some(first) = cells.next().filter(|first| first.len() >= DRAWN_LEAST) else { return false };
    let drawn = |cell: &Vec<u8>| cell.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let alike = |cell: &Vec<u8>| cell.len() == first.len() && cell[0] == first[0] && drawn(cell);
    column.kind.is_none() && first.iter().any(u8::is_ascii_digit) && drawn(first) && cells.all(alike)
}

/// Before this no computer kept the records of today: most days that lie before it are those of births.
const OF_BIRTHS: &[u8] = b"1990";

/// Whether these days are no days at which records came into being: those of births.
fn of_births(column: &super::SampledColumn<'_>, days: &[Vec<u8>]) -> bool {
    let named = column.name.is_some_and(|name| field::named(name).iter().any(|field| field.id == "birth_date"));
    let filled = days.iter().filter(|day| !day.is_empty());
    named || filled.clone().filter(|day| day.as_slice() < OF_BIRTHS).count() * 2 > filled.count()
}

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let one = |column: &super::SampledColumn<'_>| {
        let days = days(column);
        if days.as_ref().is_some_and(|days| !of_births(column, days)) {
            return None;
        }
        let ordered = |(differ, ascend): (u64, u64)| {
            let ordered = ascend.max(differ - ascend);
            (differ >= PAIRS_LEAST && ordered as f64 >= SHARE_LEAST * differ as f64).then_some(ordered)
        };
        let plain = ORDERS.iter().find_map(|(name, key)| Some((*name, ordered(pairs(column.cells, *key)?)?)));
        let in_time = || Some(("by date", ordered(pairs(days.as_ref()?, |day| Some(day.to_vec()))?)?));
        let (name, count) = plain.or_else(in_time)?;
        if days.is_none() && (is_running(column) || begins_with_time(column)) {
            return None;
        }
        Some(Found { detail: Some(name), ..Found::sampled(sample, Some(column.position), count + 1)? })
    };
    sample.columns.iter().filter_map(one).collect()
}
