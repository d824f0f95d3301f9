//! The positive control of the service's list: does it match what it should, so that its silence says anything?
//!
//! A list with another key, another spelling or records left out matches nothing, and would clear every service. It must
//! overlap the other sets as often as two samples of one population do, and hold the records known to be the service's.

use super::held::{Held, Members, NEGLIGIBLE};
use super::matter::Matter;
use super::words;
use crate::reference::Role;
use crate::stats;

/// Share of the expected overlap that the list must reach, 0..=1.
const RATIO_LEAST: f64 = 0.3;
/// Keys that the list must share with other sets.
const SHARED_LEAST: u64 = 50;
/// Share of the smaller side that must be shared where no population is known, 0..=1.
const PART_LEAST: f64 = 0.01;
/// How often chance must be exceeded: with a known population, and without one.
const TIMES_CHANCE: [f64; 2] = [2.0, 5.0];
/// Share of the records known to be the service's that its list must hold, 0..=1.
const LISTED_LEAST: f64 = 0.95;
/// What the interval of that share must exclude for the list to count as spelled rightly, and as whole, 0..=1: a whole list
/// lacks less than what is bounded.
const LISTED_SURELY: f64 = 0.9;
const LISTED_WHOLE: f64 = 1.0 - NEGLIGIBLE;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Agreement {
    /// The list matches what it should.
    Agrees {
        /// Overlap with the other sets, as a part of the expected, at most 1: so much of the list is known to be spelled
        /// alike. 1 where no expectation is known.
        ratio: f64,
        /// Whether so many of the records known to be the service's were found in it that it lacks less than 1 %.
        whole: bool,
    },
    /// It does not, or nothing was given to tell: why, one sentence.
    Fails(String),
}

/// Puts the service's list to the test.
pub fn agreement(matter: &Matter, held: &Held) -> Agreement {
    let id = matter.service().map_or("the service", |(_, known)| known.reference.id.as_str());
    let members = held.members();
    if let Some(why) = members.and_then(|members| lacking(id, held, members)) {
        return Agreement::Fails(why);
    }
    let surely =
        |least: f64| members.is_some_and(|m| m.given > 0 && stats::interval::lower(m.listed, m.given, 0.95) >= least);
    let (spelled, whole) = (surely(LISTED_SURELY), surely(LISTED_WHOLE));
    let corpora = held.holders(Role::Corpus);
    let registers = held.holders(Role::Register);
    let others = if corpora.is_empty() { &registers } else { &corpora };
    if others.is_empty() {
        return match spelled {
            true => Agreement::Agrees { ratio: 1.0, whole },
            false => Agreement::Fails(format!(
                "No other set holds {}, so nothing shows that the list of {id} is spelled as the dump is.",
                words::unit_noun(held.kind)
            )),
        };
    }
    match overlap_ratio(matter, held, others, &registers) {
        Ok(ratio) => Agreement::Agrees { ratio, whole },
        // Records known to be the service's, found under the dump's own spelling, say it better than any overlap.
        Err(_) if spelled => Agreement::Agrees { ratio: 1.0, whole },
        Err(seen) => Agreement::Fails(format!(
            "The list of {id} hardly matches any other set ({seen}); check its key and spelling."
        )),
    }
}

fn lacking(id: &str, held: &Held, members: Members) -> Option<String> {
    let things = words::unit_noun(held.kind);
    let share = stats::share(members.listed, members.given)?;
    if share < LISTED_LEAST {
        return Some(format!(
            "The list of {id} lacks {} of {} {things} known to be {id}'s.",
            words::count(members.given - members.listed),
            words::count(members.given)
        ));
    }
    (members.missing_in_dump > 0).then(|| {
        format!(
            "{} of the {things} known to be {id}'s are in the dump and not in the list of {id}.",
            words::count(members.missing_in_dump)
        )
    })
}

/// The overlap with `others` as a part of what two samples of one population share, at most 1.
///
/// # Errors
/// It is too small: what was seen, for people.
fn overlap_ratio(matter: &Matter, held: &Held, others: &[usize], registers: &[usize]) -> Result<f64, String> {
    let (shared, size, own) = (held.shared_with(others), held.union(others), held.all.of);
    let chance = held.chance_rate() * size as f64;
    let seen = |expected: f64| {
        format!("{} shared, about {} expected", words::count(shared), words::amount(expected.max(1.0).round()))
    };
    if let Some(population) = population(matter, held, others, registers) {
        let expected = (own as f64 * size as f64 / population).min(own.min(size) as f64);
        let ratio = stats::ratio(shared as f64, expected).unwrap_or(0.0);
        let enough = shared >= SHARED_LEAST && shared as f64 > TIMES_CHANCE[0] * chance;
        return if enough && ratio >= RATIO_LEAST { Ok(ratio.min(1.0)) } else { Err(seen(expected)) };
    }
    let least = (PART_LEAST * own.min(size) as f64).max(SHARED_LEAST as f64).max(TIMES_CHANCE[1] * chance);
    if shared as f64 >= least { Ok(1.0) } else { Err(seen(least)) }
}

/// How many keys of the kind exist: as stated, else by capture and recapture among the other sets; `None` where neither
/// is known. Of several estimates the greatest counts: sets that share their people make it too small.
///
/// # Source
/// F. C. Lincoln 1930, C. G. J. Petersen 1896: `|A|·|B| / |A ∩ B|`.
fn population(matter: &Matter, held: &Held, others: &[usize], registers: &[usize]) -> Option<f64> {
    let stated = matter.question.populations.get(held.kind);
    let stated = stated.and_then(|known| known.ever_issued.as_ref().or(known.in_existence.as_ref()));
    if let Some(stock) = stated {
        return Some(stock.count as f64);
    }
    let mut sets: Vec<usize> = others.iter().chain(registers).copied().collect();
    sets.sort_unstable();
    sets.dedup();
    let mut greatest: Option<f64> = None;
    for (place, &one) in sets.iter().enumerate() {
        for &other in &sets[place + 1..] {
            let both = held.both(one, other);
            if both >= SHARED_LEAST {
                let estimate = held.union(&[one]) as f64 * held.union(&[other]) as f64 / both as f64;
                greatest = Some(greatest.map_or(estimate, |known| known.max(estimate)));
            }
        }
    }
    greatest
}
