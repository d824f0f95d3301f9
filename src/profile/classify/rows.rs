//! What the cells of one row say together: whether a column's numbers agree with the day of birth, the sex or the place that
//! stands beside them.
//!
//! Agreement beyond chance speaks for what holds it; plain chance where both say something speaks a little against it.

use super::ColumnSample;
use super::column::Column;
use super::fits::Fit;
use crate::kind::check::places;
use crate::kind::facts::{self, Facts};
use crate::kind::{KeyBuf, find, person};

/// Rows that are asked at most.
const ROWS_MOST: usize = 2000;

/// Fewest rows in which both cells name a day.
const DAYS_LEAST: usize = 3;

/// Fewest rows in which both cells tell a sex, and the share of them that must say the same one: by chance twenty do so once
/// in a million times.
const SEXES_LEAST: usize = 20;
const SEXES_AGREE: f64 = 0.95;

/// Share of the same sexes below which numbers are somebody else's than the names beside them.
const SEXES_DIFFER: f64 = 0.65;

/// Fewest rows in which both cells name a place; how many standard deviations beyond chance agreement must be, and what share
/// of the rows beyond it.
const PLACES_LEAST: usize = 30;
const DEVIATIONS: f64 = 4.0;
const BEYOND: f64 = 0.1;

/// What the rows say of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Said {
    /// Nothing: no other column speaks of what its numbers hold.
    #[default]
    Nothing,
    /// What its numbers hold stands beside them, far more often than by chance.
    Agrees,
    /// Another column speaks of it, and agrees as chance would.
    Differs,
}

/// What the other columns say of the numbers of a column, were they of this kind.
///
/// # Source
/// Each kind's [`facts`](crate::kind::Kind::facts). A day of birth agrees by chance in one row of thirty thousand.
pub(super) fn ask(fit: &Fit, samples: &[ColumnSample], index: usize, table: &[Column<'_>]) -> Said {
    let Some(read) = fit.kind.facts else { return Said::Nothing };
    let held = held(fit, read, &samples[index]);
    let others = || table.iter().zip(samples).enumerate().filter(|(other, _)| *other != index).map(|(_, pair)| pair);
    let mut said = Said::Nothing;
    for (column, sample) in others() {
        for answer in [of_births(&held, column, sample), of_sexes(&held, sample), of_places(&held, column, sample)] {
            match answer {
                Said::Agrees => return Said::Agrees,
                Said::Differs => said = Said::Differs,
                Said::Nothing => {}
            }
        }
    }
    said
}

/// The facts of each row's number.
fn held(fit: &Fit, read: facts::Read, sample: &ColumnSample) -> Vec<Facts> {
    let mut key = KeyBuf::new();
    let cells = sample.cells.iter().take(ROWS_MOST);
    let facts = |cell: &Vec<u8>| {
        key.clear();
        let valid = !cell.is_empty() && (fit.kind.key)(cell, fit.region, &mut key).is_ok();
        if valid { read(&key) } else { Facts::default() }
    };
    cells.map(facts).collect()
}

/// Whether half of the numbers hold the day that stands in a column of dates.
fn of_births(held: &[Facts], column: &Column<'_>, sample: &ColumnSample) -> Said {
    let Some(date) = column.fits.iter().find(|fit| fit.kind.id == "date" && column.speaks(fit)) else {
        return Said::Nothing;
    };
    let (mut day, mut both, mut agree) = (KeyBuf::new(), 0usize, 0usize);
    for (facts, cell) in held.iter().zip(&sample.cells).filter(|(facts, _)| facts.birth_day.is_some()) {
        day.clear();
        let read = (date.kind.key)(cell, date.region, &mut day).is_ok();
        let Some((born, exchanged)) = read.then(|| person::days(&day)).flatten() else { continue };
        both += 1;
        agree += usize::from(facts.birth_day == Some(born) || facts.birth_day == exchanged);
    }
    // Days that differ may be those of issue.
    if both >= DAYS_LEAST && agree * 2 >= both { Said::Agrees } else { Said::Nothing }
}

/// Whether the numbers hold the sexes that words, patronymics or names with patronymics tell.
fn of_sexes(held: &[Facts], sample: &ColumnSample) -> Said {
    if held.iter().all(|facts| facts.male.is_none()) {
        return Said::Nothing;
    }
    let mut counts = [[0usize; 2]; 2];
    for (facts, cell) in held.iter().zip(&sample.cells) {
        let Some(male) = facts.male else { continue };
        let Some(told) = std::str::from_utf8(cell).ok().and_then(sex) else { continue };
        counts[usize::from(male)][usize::from(told)] += 1;
    }
    let both: usize = counts.iter().flatten().sum();
    let (women, men) = (counts[0][0] + counts[1][0], counts[0][1] + counts[1][1]);
    if both < SEXES_LEAST || women.min(men) * 10 < both {
        return Said::Nothing;
    }
    let agree = (counts[0][0] + counts[1][1]) as f64 / both as f64;
    match agree {
        share if share >= SEXES_AGREE => Said::Agrees,
        share if share <= SEXES_DIFFER && both >= 3 * SEXES_LEAST => Said::Differs,
        _ => Said::Nothing,
    }
}

/// The sex that a cell tells: a word for it, a patronymic, a name with one.
fn sex(cell: &str) -> Option<bool> {
    // Digits and single letters mean many things: only words are asked.
    let word = || person::male_by_word(&cell.to_lowercase()).filter(|_| cell.chars().all(char::is_alphabetic));
    if cell.contains(' ') || cell.chars().count() > 9 {
        let key = named(cell)?;
        return person::male_by_patronymic(&key);
    }
    word().or_else(|| person::male_by_patronymic(&named(cell)?))
}

/// A name in the spelling in which patronymics are looked for.
fn named(cell: &str) -> Option<String> {
    let mut key = KeyBuf::new();
    let kind = find(if cell.contains(' ') { "person_name" } else { "patronymic" })?;
    (kind.key)(cell.as_bytes(), crate::kind::Region::Unknown, &mut key).ok()?;
    String::from_utf8(key).ok()
}

/// Whether the numbers hold the regions that addresses, towns or codes of places tell.
fn of_places(held: &[Facts], column: &Column<'_>, sample: &ColumnSample) -> Said {
    if held.iter().all(|facts| facts.region.is_none()) {
        return Said::Nothing;
    }
    let coded = column.speaking().into_iter().find(|fit| fit.kind.facts.is_some());
    let mut key = KeyBuf::new();
    let mut told = |cell: &[u8]| -> Option<&'static str> {
        match coded {
            Some(fit) => {
                key.clear();
                (fit.kind.key)(cell, fit.region, &mut key).ok()?;
                fit.kind.facts.and_then(|read| read(&key).region)
            }
            None => places::place(std::str::from_utf8(cell).ok()?).map(|place| place.region),
        }
    };
    let pairs: Vec<(&str, &str)> =
        held.iter().zip(&sample.cells).filter_map(|(facts, cell)| Some((facts.region?, told(cell)?))).collect();
    let both = pairs.len() as f64;
    // Names that no list of regions has (countries) say nothing of a place within one.
    let listed = pairs.iter().filter(|(one, other)| places::is_region(one) && places::is_region(other)).count();
    if listed < PLACES_LEAST || listed * 2 < pairs.len() {
        return Said::Nothing;
    }
    let share = |region: &str, of: fn(&(&'static str, &'static str)) -> &'static str| {
        pairs.iter().filter(|pair| of(pair) == region).count() as f64 / both
    };
    let mut regions: Vec<&str> = pairs.iter().map(|pair| pair.0).collect();
    regions.sort_unstable();
    regions.dedup();
    // What two columns agree in that know nothing of each other.
    let chance: f64 = regions.iter().map(|region| share(region, |pair| pair.0) * share(region, |pair| pair.1)).sum();
    let agree = pairs.iter().filter(|(one, other)| one == other).count() as f64 / both;
    let deviation = (chance * (1.0 - chance) / both).sqrt();
    match agree - chance {
        beyond if beyond >= BEYOND && beyond >= DEVIATIONS * deviation => Said::Agrees,
        beyond if chance < 0.5 && beyond < DEVIATIONS * deviation && both >= 3.0 * PLACES_LEAST as f64 => Said::Differs,
        _ => Said::Nothing,
    }
}
