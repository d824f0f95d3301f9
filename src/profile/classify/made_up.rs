//! Columns whose header names a kind with a check digit and whose numbers hardly pass it: made-up ones, most likely. They are
//! compared as that kind and never decided to be it: the whole that was counted then tells which share of them was made up.

use std::collections::HashSet;

use xxhash_rust::xxh3::Xxh3Builder;

use super::column::Column;
use super::fits::{Fit, MOST, spread};
use super::judge::at_home;
use super::rows::Said;
use super::{ColumnSample, fits};
use crate::kind::{KINDS, KeyBuf, Kind, Mismatch, Region, Sign};

/// Share of the cells that must be well formed but for the check digit, 0..=1: what digits of any meaning are not, in kinds that
/// hold a date or a letter.
const FORMED: f64 = 0.9;
/// Different cells that it takes.
const LEAST: usize = 20;
/// Numbers that lie so densely are running ones, of whatever they count: the span of all, divided by their number.
const RUNNING: f64 = 1000.0;

/// The kind that the column's header names and its numbers deny: of several the one of the table's country.
pub(super) fn named_in_vain(table: &[Column<'_>], samples: &[ColumnSample], index: usize) -> Option<Fit> {
    let column = &table[index];
    let headed = KINDS.iter().filter(|kind| kind.is_checked() && kind.chance < 1.0 && column.headed(kind));
    let headed: Vec<&'static Kind> = headed.copied().collect();
    if headed.is_empty() {
        return None;
    }
    let filled = samples[index].filled();
    let cells = spread(&filled, MOST);
    if is_running(&cells) {
        return None;
    }
    let fits: Vec<Fit> = headed.into_iter().filter_map(|kind| formed(kind, &cells)).collect();
    let of_here = |wanted: Option<bool>| fits.iter().filter(move |fit| at_home(fit.kind, table, index) == wanted);
    super::judge::only(of_here(Some(true))).or_else(|| super::judge::only(fits.iter())).copied()
}

/// The kind, if nearly all cells are spelled as it, whatever their check digits are.
fn formed(kind: &'static Kind, cells: &[&[u8]]) -> Option<Fit> {
    let mut key = KeyBuf::new();
    let mut read = |cell: &[u8]| {
        key.clear();
        (kind.key)(cell, Region::Unknown, &mut key)
    };
    let (mut valid, mut wrong) = (0, 0);
    for cell in cells {
        match read(cell) {
            Ok(()) => valid += 1,
            Err(Mismatch::Check) => wrong += 1,
            Err(_) => {}
        }
    }
    let distinct: HashSet<&[u8], Xxh3Builder> = cells.iter().copied().collect();
    let share = |count: usize| count as f64 / cells.len().max(1) as f64;
    (distinct.len() >= LEAST && share(valid + wrong) >= FORMED).then(|| fits::Fit {
        kind,
        region: Region::Unknown,
        cells: cells.len(),
        distinct: distinct.len(),
        share: share(valid),
        typical: 0.0,
        sign: Sign::Nothing,
        accompanied: false,
        said: Said::Nothing,
    })
}

/// Whether the cells are numbers that stand close together.
fn is_running(cells: &[&[u8]]) -> bool {
    let number = |cell: &&[u8]| std::str::from_utf8(cell).ok()?.parse::<u128>().ok();
    let Some(mut numbers) = cells.iter().map(number).collect::<Option<Vec<u128>>>() else { return false };
    numbers.sort_unstable();
    numbers.dedup();
    let span = numbers.last().zip(numbers.first()).map_or(0, |(last, first)| last - first);
    (span as f64) < RUNNING * numbers.len() as f64
}

#[cfg(test)]
mod tests {
    use super::super::classify;
    use super::*;
    use crate::profile::Decided;

    /// Ten digits of which nobody computed the last; `step` apart.
    fn numbers(name: &str, step: u64) -> ColumnSample {
        let number = |row: u64| 1_800_000_000 + row.wrapping_mul(step) % 2_000_000_000 + row % 7;
        ColumnSample {
            name: Some(name.into()),
            cells: (0..400).map(|row| number(row).to_string().into_bytes()).collect(),
        }
    }

    fn phones() -> ColumnSample {
        let cells = (0..400_u64).map(|row| format!("+38067{:07}", row * 7_919 % 10_000_000).into_bytes()).collect();
        ColumnSample { name: None, cells }
    }

    /// Kind compared as, and how it was decided.
    fn told(columns: &[ColumnSample]) -> (Option<&'static str>, Decided) {
        let choice = &classify(columns, None)[0];
        assert!(choice.kind.is_none());
        (choice.compared_as.map(|kind| kind.id), choice.decided)
    }

    #[test]
    fn a_header_that_the_check_digits_deny_is_told() {
        let scattered = 1_181_783_497;
        assert_eq!(told(&[numbers("РНОКПП", scattered)]), (Some("ua.rntrc"), Decided::Refuted));
        assert_eq!(told(&[numbers("Сума", scattered)]), (None, Decided::Nothing));
        assert_eq!(told(&[numbers("РНОКПП", 3)]), (None, Decided::Nothing), "running numbers");
        // Several countries have numbers of that name: the telephone numbers beside them say which.
        assert_eq!(told(&[numbers("ИНН", scattered)]), (None, Decided::Nothing));
        assert_eq!(told(&[numbers("ИНН", scattered), phones()]), (Some("ua.rntrc"), Decided::Refuted));
    }
}
