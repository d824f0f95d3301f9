//! Whether a column of numbers holds the days of birth that stand beside it.

use super::ColumnSample;
use super::column::Column;
use super::fits::Fit;
use crate::kind::{KeyBuf, person};

/// Rows that are asked at most, and at least.
const ROWS_MOST: usize = 2000;
const ROWS_LEAST: usize = 3;

/// Whether at least half of the column's numbers hold the day of birth that stands in some column of dates beside them.
/// Chance lets one row in thirty thousand agree.
///
/// # Source
/// Each kind's [`facts`](crate::kind::Kind::facts).
pub(super) fn agrees(fit: &Fit, samples: &[ColumnSample], index: usize, table: &[Column<'_>]) -> bool {
    let Some(facts) = fit.kind.facts else { return false };
    let (mut number, mut day) = (KeyBuf::new(), KeyBuf::new());
    for (other, column) in table.iter().enumerate().filter(|(other, _)| *other != index) {
        let Some(date) = column.speaking().into_iter().find(|fit| fit.kind.id == "date") else { continue };
        let (mut both, mut agree) = (0usize, 0usize);
        for (a, b) in samples[index].cells.iter().zip(&samples[other].cells).take(ROWS_MOST) {
            number.clear();
            day.clear();
            let read =
                (fit.kind.key)(a, fit.region, &mut number).is_ok() && (date.kind.key)(b, date.region, &mut day).is_ok();
            let Some((born, exchanged)) = read.then(|| person::days(&day)).flatten() else { continue };
            both += 1;
            let held = facts(&number).birth_day;
            agree += usize::from(held.is_some() && (held == Some(born) || held == exchanged));
        }
        if both >= ROWS_LEAST && agree * 2 >= both {
            return true;
        }
    }
    false
}
