//! Columns of the dump that only their header tells from a kind that the service holds: sellers give wrong headings, some on
//! purpose, and what was never looked up as the service's kind was not found to be absent.

use crate::evidence::held::{Held, KEYS_LEAST, NEGLIGIBLE};
use crate::evidence::matter::Matter;
use crate::kind::{self, Guise, KeyBuf, Kind, Rank, Region};
use crate::profile::{ColumnProfile, Decided};
use crate::stats;

/// A kind that lets more of random text pass is decided by no values: those of its look fit it as well.
///
/// # Source
/// As in the profile's choice of kinds.
const DECIDING: f64 = 0.23;
/// Share of a column's keys that some set of the same kind must hold for its header to be right, 0..=1.
const CONFIRMED: f64 = 0.05;

/// Cells that were not looked up as what the service holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unasked {
    /// How many.
    pub cells: u64,
    /// Id of the kind that their header names.
    pub named: &'static str,
    /// Id of the kind of the service that they look like.
    pub like: &'static str,
}

/// The most cells of one column that may be keys of the service under another name; `None` where they are too few to matter.
pub(super) fn unasked(matter: &Matter, held: &Held) -> Option<Unasked> {
    let columns = matter.dump.iter().flat_map(|dump| &dump.columns);
    let found =
        columns.filter(|column| column.decided != Decided::Values).filter_map(|column| of_column(matter, column));
    let most = found.max_by_key(|unasked| unasked.cells);
    most.filter(|most| most.cells >= KEYS_LEAST && most.cells as f64 >= NEGLIGIBLE * held.all.of as f64)
}

fn of_column(matter: &Matter, column: &ColumnProfile) -> Option<Unasked> {
    let named = kind::find(column.compared_as?).filter(|kind| is_code(kind) && kind.chance > DECIDING)?;
    let confirmed = matter
        .key_overlaps()
        .filter(|overlap| overlap.kind.as_deref() == Some(named.id))
        .any(|overlap| stats::share(overlap.shared, overlap.dump).is_some_and(|share| share >= CONFIRMED));
    if confirmed {
        return None;
    }
    let (_, service) = matter.service()?;
    let own = service.profile?.columns.iter().filter_map(|column| kind::find(column.compared_as?));
    let like = own.filter(|own| own.id != named.id && is_code(own)).find(|own| look_alike(named, own))?;
    Some(Unasked { cells: column.valid, named: named.id, like: like.id })
}

/// Whether a kind's keys have a shape of their own and say whose a row is.
fn is_code(kind: &Kind) -> bool {
    kind.guise == Guise::Code && !matches!(kind.rank, Rank::Attribute | Rank::Hash | Rank::Password)
}

/// Whether most examples of either kind are spelled as the other.
fn look_alike(one: &Kind, other: &Kind) -> bool {
    let fits = |examples: &Kind, kind: &Kind| {
        let mut key = KeyBuf::new();
        let fit = examples.valid.iter().filter(|(_, canonical)| {
            key.clear();
            (kind.key)(canonical.as_bytes(), Region::Unknown, &mut key).is_ok()
        });
        fit.count() * 2 > examples.valid.len()
    };
    fits(one, other) && fits(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_of_cars_look_like_driving_licences() {
        let of = |one: &str, other: &str| look_alike(kind::find(one).unwrap(), kind::find(other).unwrap());
        assert!(of("ua.vrc", "ua.driver_licence") && of("ua.driver_licence", "ua.vrc"));
        assert!(!of("ua.driver_licence", "phone") && !of("ua.rntrc", "ua.driver_licence"));
    }
}
