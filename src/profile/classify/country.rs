//! Which countries a table speaks of, so that numbers of one rule in two countries are told apart by what stands beside
//! them.
//!
//! Signs of a country: numbers that only one country's rule explains, telephone numbers with its code, addresses with its
//! regions.

use super::column::Column;
use super::fits::spread;
use super::{ColumnSample, SURE};
use crate::kind::check::{countries, numbering, places};
use crate::kind::{KeyBuf, Kind};

/// Two small letters.
pub(super) type Country = &'static str;

/// Cells asked of a column.
const ASKED: usize = 200;

/// Share of telephone numbers with one country's code, and of cells that name a region of one country, from which they are a
/// sign of it.
const CODES: f64 = 0.7;
const REGIONS: f64 = 0.3;

/// The country that a kind's id begins with: `ua` of `ua.rntrc`.
pub(super) fn of_kind(kind: &Kind) -> Option<Country> {
    let (country, _) = kind.id.split_once('.')?;
    let letters: [u8; 2] = country.to_ascii_uppercase().as_bytes().try_into().ok()?;
    countries::name(&letters).map(|_| country)
}

/// The country that a column is a sign of; `None` where it speaks of none, of several, or is itself in question.
pub(super) fn sign(column: &Column<'_>, sample: &ColumnSample) -> Option<Country> {
    let speaking = column.speaking();
    let Some(best) = speaking.first() else { return by_regions(column, sample) };
    if best.kind.regional {
        return (column.looks.ten_digits >= SURE).then(|| by_codes(best.kind, best.region, sample)).flatten();
    }
    let country = of_kind(best.kind)?;
    let alone = speaking.iter().filter(|fit| fit.ties(best)).all(|fit| of_kind(fit.kind) == Some(country));
    (alone && best.share >= SURE && best.kind.same_rule.is_empty()).then_some(country)
}

/// The country with whose code most telephone numbers begin.
fn by_codes(kind: &Kind, region: crate::kind::Region, sample: &ColumnSample) -> Option<Country> {
    let mut key = KeyBuf::new();
    let found = asked(sample).into_iter().filter_map(|cell| {
        key.clear();
        (kind.key)(cell, region, &mut key).ok()?;
        Some(numbering::country(&key))
    });
    prevailing(found.collect(), CODES)
}

/// The country whose regions most texts name.
fn by_regions(column: &Column<'_>, sample: &ColumnSample) -> Option<Country> {
    if column.looks.unlettered {
        return None;
    }
    let country = |cell: &[u8]| places::place(std::str::from_utf8(cell).ok()?).map(|place| place.country);
    prevailing(asked(sample).into_iter().map(country).collect(), REGIONS)
}

fn asked(sample: &ColumnSample) -> Vec<&[u8]> {
    let filled: Vec<&[u8]> = sample.cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
    spread(&filled, ASKED)
}

/// The country that at least this share of the cells names; none where a tenth of them names another.
fn prevailing(named: Vec<Option<Country>>, share: f64) -> Option<Country> {
    let count = |country: Country| named.iter().filter(|other| **other == Some(country)).count() as f64;
    let (all, said) = (named.len() as f64, named.iter().flatten().count() as f64);
    let found = named.iter().flatten().copied().find(|country| count(country) >= share * all)?;
    (said - count(found) <= 0.1 * all).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::find;

    #[test]
    fn kinds_have_the_country_of_their_id() {
        let of = |id: &str| find(id).and_then(of_kind);
        assert_eq!((of("ua.rntrc"), of("kg.pin"), of("ee.ik")), (Some("ua"), Some("kg"), Some("ee")));
        assert_eq!((of("vk.id"), of("hash.md5"), of("email"), of("geo.latlon")), (None, None, None, None));
    }

    #[test]
    fn one_country_prevails_or_none() {
        let named =
            |ua: usize, kg: usize, none: usize| [vec![Some("ua"); ua], vec![Some("kg"); kg], vec![None; none]].concat();
        assert_eq!(prevailing(named(80, 5, 15), 0.7), Some("ua"));
        assert_eq!((prevailing(named(80, 20, 0), 0.7), prevailing(named(60, 0, 40), 0.7)), (None, None));
        assert_eq!(prevailing(Vec::new(), 0.7), None);
    }
}
