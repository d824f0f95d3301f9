//! The service's own records and control records, series by series: only what both sides have can be compared.
//!
//! A control list of other series than the service's own is a list of other people: nothing of it in the dump says what the
//! service's own records would score if somebody else were the source.

use super::Facts;
use super::held::{Control, Held, Hits, KEYS_LEAST, Stratum};
use crate::compare::Dimension;
use crate::kind::{self, Rank};

/// Part of the smaller side that must stand in series in which the other side has records too, 0..=1.
const COMMON_LEAST: f64 = 0.5;

/// Control records that must be expected in a part of the series before hardly any says that they are drawn from others, where
/// there are any; and the share of these up to which they are hardly any, 0..=1.
///
/// # Source
/// None of 5 expected: a probability of 0.7 % (Poisson).
const EXPECTED_LEAST: f64 = 5.0;
const HARDLY: f64 = 0.2;
/// Share of the hits that must stand in such parts before the control records cannot speak, 0..=1; and how many times as many as
/// would stand there by chance, if both sides were of the same people.
const ELSEWHERE_LEAST: f64 = 0.5;
const ELSEWHERE_TIMES: f64 = 2.0;

/// Hits on the service's own records that stand where the control records have hardly any.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere<'a> {
    /// The kind.
    pub kind: &'a str,
    /// Hits in parts of the series without control records.
    pub there: u64,
    /// All hits.
    pub found: u64,
}

/// The first kind, by the order of the overlaps, of which most hits on the service's own records stand in parts of the series in
/// which the control records have hardly any: a leak of other regions or years than the control list was drawn from hits the
/// one and not the other, whoever lost it.
pub fn elsewhere<'a>(facts: &Facts<'a>, held: &Held) -> Option<Elsewhere<'a>> {
    let of_service = facts.matter.key_overlaps().filter(|overlap| overlap.reference == held.service);
    let kinds = of_service.filter_map(|overlap| overlap.kind.as_deref());
    let tells = |kind: &&str| kind::find(kind).is_some_and(|kind| kind.rank != Rank::Attribute);
    kinds.filter(tells).find_map(|kind| {
        let parts = Held::of(&Facts { main: Some(kind), ..*facts })?.parts();
        let (there, found) = bare(parts.values())?;
        Some(Elsewhere { kind, there, found })
    })
}

/// Hits in parts with hardly any control records, and all hits; `None` where they are few, or chance would do it: with few
/// control records many parts have none.
///
/// # Source
/// Counting: in a part in which λ control records are expected none stands with probability `e^(-λ)`.
pub(super) fn bare<'s>(parts: impl Iterator<Item = &'s Stratum> + Clone) -> Option<(u64, u64)> {
    let sum = |side: fn(&Stratum) -> u64| parts.clone().map(side).sum::<u64>();
    let (own, control) = (sum(|part| part.exclusive.of), sum(|part| part.control.of));
    if control < KEYS_LEAST {
        return None;
    }
    let ratio = control as f64 / own.max(1) as f64;
    let (mut there, mut by_chance) = (0, 0.0);
    for part in parts.clone() {
        let expected = part.exclusive.of as f64 * ratio;
        if part.control.of == 0 || (expected >= EXPECTED_LEAST && (part.control.of as f64) < HARDLY * expected) {
            there += part.exclusive.found;
        }
        by_chance += part.exclusive.found as f64 * (-expected.min(EXPECTED_LEAST)).exp();
    }
    let found = sum(|part| part.exclusive.found);
    let most = (ELSEWHERE_LEAST * found as f64).max(EXPECTED_LEAST).max(ELSEWHERE_TIMES * by_chance);
    (there as f64 >= most).then_some((there, found))
}

/// Both sides within the series that both have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matched {
    /// Records that only the service holds.
    pub own: Hits,
    /// Control records, as they were counted.
    pub control: Hits,
    /// The control records as if their series were as frequent as among the service's own: the rate that the service's
    /// own would have, on as many records as that rate rests on.
    pub standard: Hits,
}

/// Both sides, matched by series; unmatched where keys have no series.
///
/// # Errors
/// Most records of the smaller side stand in series in which the other side has none: those that do, and all of them.
///
/// # Source
/// Direct standardisation: rate `Σ wₛ·fₛ/nₛ` with the weights of the service's own records; effective number
/// `1 / Σ wₛ²/nₛ`, which equals `n` where both are divided alike.
pub fn matched(held: &Held, control: &Control) -> Result<Matched, (u64, u64)> {
    let plain = Matched { own: held.exclusive, control: control.hits, standard: control.hits };
    let Some(strata) = held.strata(Dimension::Series) else { return Ok(plain) };
    let divided: u64 = strata.values().map(|stratum| stratum.control.of).sum();
    if divided != control.hits.of {
        return Ok(plain);
    }
    standardised(strata.values())
}

/// Both sides within the strata that both have.
///
/// # Errors
/// Most records of the smaller side stand in strata in which the other side has none: those that do not, and all of them.
pub(super) fn standardised<'s>(strata: impl Iterator<Item = &'s Stratum> + Clone) -> Result<Matched, (u64, u64)> {
    let both = || strata.clone().filter(|stratum| stratum.exclusive.of > 0 && stratum.control.of > 0);
    let add = |sum: Hits, hits: Hits| Hits { found: sum.found + hits.found, of: sum.of + hits.of };
    let sum = |side: fn(&Stratum) -> Hits| both().map(side).fold(Hits::default(), add);
    let whole = |side: fn(&Stratum) -> Hits| strata.clone().map(side).fold(Hits::default(), add).of;
    let (own, within) = (sum(|stratum| stratum.exclusive), sum(|stratum| stratum.control));
    let (all_own, all_control) = (whole(|stratum| stratum.exclusive), whole(|stratum| stratum.control));
    let (common, smaller) = if all_control <= all_own { (within.of, all_control) } else { (own.of, all_own) };
    if (common as f64) < COMMON_LEAST * smaller as f64 {
        return Err((common, smaller));
    }
    let (mut rate, mut spread) = (0.0, 0.0);
    for stratum in both() {
        let weight = stratum.exclusive.of as f64 / own.of as f64;
        rate += weight * stratum.control.found as f64 / stratum.control.of as f64;
        spread += weight * weight / stratum.control.of as f64;
    }
    let of = (1.0 / spread).round().max(1.0);
    let standard = Hits { found: (rate * of).round().min(of) as u64, of: of as u64 };
    Ok(Matched { own, control: within, standard })
}
