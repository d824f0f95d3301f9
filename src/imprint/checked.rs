//! Columns whose kind has a check digit, looked at once more in a sample of the whole set: on which digits valid numbers end,
//! and what the cells with a wrong check digit are instead.

use std::collections::BTreeMap;

use super::again::sample_again;
use super::plan::TablePlan;
use super::survey::Survey;
use crate::kind::{KINDS, KeyBuf, Kind, Mismatch, Region};
use crate::profile::tally::{LastDigits, Rival};

/// What the sample says of one column.
pub struct Digits {
    /// What else the cells with a wrong check digit are.
    pub rival: Option<Rival>,
    /// Last digits of the valid ones.
    pub last: LastDigits,
}

/// Looks at every column of a checked kind; by table and position.
pub fn look(survey: &Survey, plan: &[TablePlan], samples: &[Vec<Vec<u8>>]) -> BTreeMap<(usize, usize), Digits> {
    let mut found = BTreeMap::new();
    for (number, table) in plan.iter().enumerate() {
        let checked: Vec<(usize, &'static Kind, Region)> = table
            .columns
            .iter()
            .enumerate()
            .filter_map(|(position, column)| {
                Some((position, column.kind.filter(|kind| kind.is_checked())?, column.region))
            })
            .filter(|(position, ..)| table.columns[*position].read)
            .collect();
        if checked.is_empty() {
            continue;
        }
        let columns = sample_again(survey, number, samples);
        for (position, kind, region) in checked {
            if let Some(column) = columns.get(position) {
                found.insert((number, position), digits(kind, region, &column.cells));
            }
        }
    }
    found
}

fn digits(kind: &Kind, region: Region, cells: &[Vec<u8>]) -> Digits {
    let (mut last, mut wrong, mut key) = (LastDigits::default(), Vec::new(), KeyBuf::new());
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        key.clear();
        match (kind.key)(cell, region, &mut key) {
            Ok(()) => {
                last.valid += 1;
                last.zero += u64::from(key.last() == Some(&b'0'));
            }
            Err(Mismatch::Check) => wrong.push(cell.as_slice()),
            Err(_) => {}
        }
    }
    Digits { rival: rival(kind, &wrong), last }
}

/// The kind that explains most of these cells, if any explains more than chance lets pass.
fn rival(own: &Kind, cells: &[&[u8]]) -> Option<Rival> {
    let mut key = KeyBuf::new();
    let mut valid = |kind: &Kind, region: Region, cells: &[&[u8]]| {
        let passes = |cell: &&&[u8]| {
            key.clear();
            (kind.key)(cell, region, &mut key).is_ok()
        };
        cells.iter().filter(passes).count() as u64
    };
    let drawn = redrawn(cells);
    let drawn: Vec<&[u8]> = drawn.iter().map(Vec::as_slice).collect();
    let regions = [Region::Unknown].into_iter().chain(Region::NATIONAL);
    let others = KINDS.iter().filter(|kind| kind.id != own.id && kind.chance < 1.0);
    let all = others.flat_map(|kind| regions.clone().map(move |region| (*kind, region)));
    let best = all.map(|(kind, region)| (valid(kind, region, cells), kind, region)).filter(|(valid, ..)| *valid > 0);
    let (valid_cells, kind, region) = best.max_by(|a, b| a.0.cmp(&b.0).then(b.1.id.cmp(a.1.id)))?;
    let by_chance = valid(kind, region, &drawn);
    Some(Rival { kind: kind.id, of: cells.len() as u64, valid: valid_cells, by_chance })
}

/// The same cells with every digit drawn anew: what made-up numbers of their shape look like.
fn redrawn(cells: &[&[u8]]) -> Vec<Vec<u8>> {
    // A fixed sequence (Knuth's MMIX multiplier and increment): the same sample gives the same numbers.
    let mut state = 0x6C65_616B_7072_6F76_u64;
    let mut digit = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        b'0' + ((state >> 33) % 10) as u8
    };
    let redraw = |cell: &&[u8]| cell.iter().map(|byte| if byte.is_ascii_digit() { digit() } else { *byte }).collect();
    cells.iter().map(redraw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind;

    #[test]
    fn telephones_among_tax_numbers_are_told() {
        let kind = kind::find("ua.rntrc").expect("a kind");
        let cells: Vec<Vec<u8>> = (0..200).map(|n| format!("067123{n:04}").into_bytes()).collect();
        let found = digits(kind, Region::Unknown, &cells);
        let rival = found.rival.expect("a rival");
        assert_eq!(rival.kind, "phone");
        assert!(rival.of > 150 && rival.valid == rival.of, "{rival:?}");
        assert_eq!(found.last.valid, 200 - rival.of);
        assert!(rival.by_chance * 2 < rival.of, "{rival:?}");
    }

    /// Of numbers drawn digit by digit as many look like telephones as of any others: they explain nothing.
    #[test]
    fn random_digits_are_no_telephones() {
        let kind = kind::find("ua.rntrc").expect("a kind");
        let number = |n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let cells: Vec<Vec<u8>> =
            (1..3_000).map(|n| format!("{:010}", number(n) % 10_000_000_000).into_bytes()).collect();
        let rival = digits(kind, Region::Unknown, &cells).rival.expect("some look like telephones");
        let share = |part: u64| part as f64 / rival.of as f64;
        assert!((share(rival.valid) - share(rival.by_chance)).abs() < 0.05, "{rival:?}");
    }
}
