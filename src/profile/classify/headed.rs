//! Numbers under the name of a kind with a check digit that are as right as random digits: no column of that kind, and the
//! sign by which made-up ones are known.

use super::judge::{Verdict, at_home};
use super::{ColumnSample, SURE, words};
use crate::kind::{KINDS, KeyBuf, Kind, Mismatch, Region};
use crate::profile::classify::column::Column;
use crate::profile::tally::Headed;

/// Cells below which nothing is said of a column.
const LEAST: u64 = 10;

/// What the cells are of which the name says a kind with a check digit, where they were taken for no kind at all; `None` where
/// the name says no such kind, or fewer than [`SURE`] of the cells have its shape.
pub(super) fn look(table: &[Column<'_>], sample: &ColumnSample, index: usize, verdict: &Verdict) -> Option<Headed> {
    let name = sample.name.as_deref().filter(|_| verdict.fit.is_none())?;
    let filled = sample.filled();
    let said = KINDS.iter().copied().filter(|kind| kind.is_checked() && words::heads(kind, name));
    let counted = said.map(|kind| (at_home(kind, table, index), count(kind, &filled)));
    let shaped = |headed: &Headed| headed.valid + headed.wrong_check;
    // Of kinds whose numbers look alike the one of a country that the table speaks of, then the first by id.
    let best = counted.max_by(|(home, one), (other_home, other)| {
        let order = shaped(one).cmp(&shaped(other)).then(home.cmp(other_home));
        order.then(one.valid.cmp(&other.valid)).then(other.kind.cmp(one.kind))
    });
    best.map(|(_, headed)| headed)
        .filter(|headed| headed.cells >= LEAST && shaped(headed) as f64 >= SURE * headed.cells as f64)
}

fn count(kind: &'static Kind, filled: &[&[u8]]) -> Headed {
    let mut headed = Headed { kind: kind.id, cells: filled.len() as u64, valid: 0, wrong_check: 0 };
    let mut key = KeyBuf::new();
    for cell in filled {
        key.clear();
        match (kind.key)(cell, Region::Unknown, &mut key) {
            Ok(()) => headed.valid += 1,
            Err(Mismatch::Check) => headed.wrong_check += 1,
            Err(_) => {}
        }
    }
    headed
}
