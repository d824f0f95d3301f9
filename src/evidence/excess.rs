//! Records that older sets hold, by whether the service holds them too: what several tests must know of an early or selected
//! copy.

use super::held::{Held, Hits, KEYS_LEAST, Sides};
use super::hypothesis::{ANOTHER_HOLDER, OLDER_SETS};
use super::{Facts, words};
use crate::stats::{control, weight};

/// Classes that are looked at, largest first.
const CLASSES_MOST: usize = 8;
/// Share of the classes with a direction in which it must be the same, 0..=1.
///
/// # Source
/// The project's method, section 5.5.
const SAME_DIRECTION_LEAST: f64 = 0.8;
/// Standard errors by which the two rates of a class must differ for it to have a direction: a class that another base of
/// the dump fills on both sides tosses a coin.
const DIRECTION_ERRORS: f64 = 2.0;
/// Weight (log10, bounded) from which on the excess is taken to be there: a ratio of ten.
const SHOWN_LEAST: f64 = 1.0;

/// Why misses say nothing where a copy avoids these records.
pub const AVOIDED: &str = "Of records that older sets hold, those that the service holds too are in the dump more often: an \
                           early or selected copy misses such records, so their absence says nothing.";

/// What the records of the same older sets show.
#[derive(Debug, Clone, PartialEq)]
pub struct Excess {
    /// The explanation that it is held against.
    pub rival: &'static str,
    /// Records that the service holds too, in the class with most on both sides.
    pub with: Hits,
    /// Records that it does not hold (of the control list, against another holder).
    pub other: Hits,
    /// Weight (log10) for the service beside the rival; raw.
    pub raw: f64,
}

/// The excess against older sets and, where control records are held, against another holder; none where there are too
/// few records on either side.
///
/// # Source
/// Derivation: within records that exactly the same older sets hold, whatever brought those sets into the dump brought the
/// service's people and others alike, but for selection (the rival models of [`control`]).
pub fn excess(facts: &Facts) -> Vec<Excess> {
    let Some(held) = Held::of(facts) else { return Vec::new() };
    let sides: Vec<Sides> = held.by_older().into_values().collect();
    let few = facts.matter.distinct(held.kind).unwrap_or(0) < KEYS_LEAST;
    let view = facts.matter.service().is_some_and(|(_, known)| known.reference.view_of.is_some());
    let against_older = |side: &Sides| (side.with, side.without);
    let against_other = |side: &Sides| (side.with, side.control);
    let one = |rival: &'static str, both: &dyn Fn(&Sides) -> (Hits, Hits)| {
        let mut classes: Vec<_> =
            sides.iter().map(both).filter(|(with, other)| with.of.min(other.of) >= KEYS_LEAST).collect();
        classes.sort_by_key(|(with, other)| std::cmp::Reverse(with.of.min(other.of)));
        classes.truncate(CLASSES_MOST);
        let &(with, other) = classes.first().filter(|_| !(few || view && rival == ANOTHER_HOLDER))?;
        let raw = control::weigh(with, other, facts.assumed.selection).su_u;
        let directions: Vec<bool> = classes.iter().filter_map(|(with, other)| direction(*with, *other)).collect();
        let same = directions.iter().filter(|up| **up).count() as f64;
        // A direction that only some classes have is no direction of the whole.
        let raw = if raw > 0.0 && same < SAME_DIRECTION_LEAST * directions.len() as f64 { 0.0 } else { raw };
        Some(Excess { rival, with, other, raw })
    };
    [one(OLDER_SETS, &against_older), one(ANOTHER_HOLDER, &against_other)].into_iter().flatten().collect()
}

/// Whether the rate is higher where the service holds the records too; `None` where the two do not differ by more than
/// chance.
fn direction(with: Hits, other: Hits) -> Option<bool> {
    let rate = |hits: Hits| hits.found as f64 / hits.of as f64;
    let error = |hits: Hits| rate(hits) * (1.0 - rate(hits)) / hits.of as f64;
    let difference = rate(with) - rate(other);
    (difference.abs() > DIRECTION_ERRORS * (error(with) + error(other)).sqrt()).then_some(difference > 0.0)
}

/// Whether the excess is there, over all records of older sets or over their control records: then the copy is an early or
/// selected one, and that it misses what the service alone holds, or made lately, says nothing against the service.
pub fn shown(facts: &Facts) -> bool {
    let speaks = |one: &Excess| weight::bounded(one.raw, facts.assumed.wrong) >= SHOWN_LEAST;
    excess(facts).iter().any(speaks)
}

/// Both sides in words.
pub fn told(excess: &Excess, kind: &str) -> String {
    let whose = if excess.rival == OLDER_SETS { "that it does not hold" } else { "of the control list" };
    format!(
        "Of records that the same older sets hold, {} that the service holds too are in the dump, and {} {whose}.",
        words::part_of(excess.with.found, excess.with.of, kind),
        words::part_of(excess.other.found, excess.other.of, kind)
    )
}
