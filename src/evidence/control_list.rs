//! Records of the same population that the service never held: are they in the dump as often as its own?

use super::excess;
use super::held::{Held, Hits, KEYS_LEAST, NEGLIGIBLE};
use super::hypothesis::{ANOTHER_HOLDER, OLDER_SETS, SERVICE, SERVICE_ALONE, SERVICE_AND_ANOTHER};
use super::matched::{Elsewhere, Matched, elsewhere, matched};
use super::{Facts, Finding, Group, Test, words};
use crate::compare::Dimension;
use crate::stats::control;

/// The test.
pub static TEST: Test = Test {
    id: "control-list",
    group: Group::Membership,
    question: "Are the service's own records found more often than records of the same population that it never held?",
    sources: &[
        "Marginal likelihoods of rival models by quadrature (stats::control)",
        "The project's method, section 2.2 (T1c): the service's people may differ from others by a normal step of 0.5 in \
         log-odds",
    ],
    caveat: "Without control records it weighs nothing, by rule. Where another holder's copy is in the dump, whether the \
             service's records were added on top cannot be seen in membership.",
    weigh,
};

/// Share of the expected overlap with other sets below which a control list is taken to be spelled differently, 0..=1.
const AGREES_LEAST: f64 = 0.05;
/// Likeness of the series of the control records and the service's own (their common part), 0..=1, from which on a list
/// that no other set knows is taken to be of the same population and spelling.
const ALIKE_LEAST: f64 = 0.5;
/// Control records that must be expected in other sets before their absence says that the spelling differs.
const EXPECTED_LEAST: f64 = 20.0;
/// Share of strata in which the direction must be the same, 0..=1.
///
/// # Source
/// The project's method, section 5.5.
const SAME_DIRECTION_LEAST: f64 = 0.8;
/// Records on each side of a stratum that has a direction.
const STRATUM_LEAST: u64 = 30;

/// Both sides to compare, or why they cannot speak.
fn usable(facts: &Facts, held: &Held) -> Result<Matched, String> {
    let things = words::unit_noun(held.kind);
    let Some(control) = held.control() else {
        return Err(format!(
            "No control list and no register of {things} was given: without one the weight is 0 by rule."
        ));
    };
    let sides = matched(held, &control).map_err(|(common, of)| {
        format!(
            "The control records are of other series than the service's own: only {} of {} {things} stand in series that \
             both have. Control records must be of the same population.",
            words::count(common),
            words::count(of)
        )
    })?;
    if let Some(Elsewhere { kind, there, found }) = elsewhere(facts, held) {
        return Err(format!(
            "The control records are of other series than the hits: {} of {} {} of the service alone that are in the dump stand \
             in series in which the control records have hardly any. Control records must be of the same population.",
            words::count(there),
            words::count(found),
            words::unit_noun(kind)
        ));
    }
    let (few, dump) = (sides.control.of.min(sides.own.of), facts.matter.distinct(held.kind).unwrap_or(0));
    if few < KEYS_LEAST || dump < KEYS_LEAST {
        return Err(format!(
            "{} control records and {} records of the service alone can be compared, and the dump has {} {things}: fewer \
             than {KEYS_LEAST} of any are too few.",
            words::count(sides.control.of),
            words::count(sides.own.of),
            words::count(dump)
        ));
    }
    // A list that is spelled differently matches nothing, and would accuse whoever is compared with it.
    let (known, all) = held.control_known();
    let expected = held.known_share() * all as f64;
    let hardly = expected >= EXPECTED_LEAST && (known as f64) < AGREES_LEAST * expected;
    // Control records are often picked from what no other set holds. Then their series must speak for them.
    if !control.register && hardly && held.control_alike().is_none_or(|alike| alike < ALIKE_LEAST) {
        return Err(format!(
            "Of {} control records {} are in any other set, where about {} would be expected, and their series are not \
             those of the other sets: check their key and spelling.",
            words::count(all),
            words::count(known),
            words::amount(expected)
        ));
    }
    Ok(sides)
}

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some(held) = Held::of(facts) else {
        return TEST.silent("No list of the service was compared with the dump on the main kind.");
    };
    let (x, q, standard) = match usable(facts, &held) {
        Ok(sides) => (sides.own, sides.control, sides.standard),
        Err(why) => return TEST.silent(why),
    };
    let upper = held.upper(facts.assumed.sensitivity);
    if held.exclusive_is_noise() && upper >= NEGLIGIBLE {
        return TEST.silent("Hits on the service's own records are at the level of chance.");
    }
    let raw = control::weigh(x, standard, facts.assumed.selection);
    let seen = [x.found as f64, standard.found as f64 / standard.of as f64 * x.of as f64];
    let sentence = format!(
        "{} of the service's own {} are in the dump, and {} of {} control records that it never held.",
        words::count(x.found),
        words::count(x.of) + " " + &words::unit_noun(held.kind),
        words::count(q.found),
        words::count(q.of)
    );
    let finding = |pair, raw| TEST.weighed(pair, seen, raw, facts.assumed.wrong, sentence.clone());
    // What a copy avoids, control records cannot tell of.
    if raw.mix_c < 0.0 && excess::shown(facts) {
        return TEST.silent(excess::AVOIDED);
    }
    let mut findings = vec![finding([SERVICE, OLDER_SETS], raw.mix_c)];
    // With next to no hits two refuted explanations would be compared.
    if upper < NEGLIGIBLE {
        return findings;
    }
    let view = facts.matter.service().is_some_and(|(_, known)| known.reference.view_of.is_some());
    if view && raw.so_u > 0.0 {
        return findings;
    }
    findings.push(finding([SERVICE_ALONE, ANOTHER_HOLDER], raw.so_u));
    if !view {
        // A direction that only some strata have is no direction of the whole.
        let mix = if raw.mix_u > 0.0 && !same_direction(&held) { 0.0 } else { raw.mix_u };
        findings.insert(0, finding([SERVICE, ANOTHER_HOLDER], mix));
        findings.push(finding([SERVICE_AND_ANOTHER, ANOTHER_HOLDER], raw.su_u));
    }
    findings
}

/// Whether the service's own records are found more often in nearly all strata that have both sides.
fn same_direction(held: &Held) -> bool {
    let Some(strata) = held.strata(Dimension::Series) else { return true };
    let rate = |hits: Hits| hits.found as f64 / hits.of as f64;
    let both = strata.values().filter(|stratum| stratum.exclusive.of.min(stratum.control.of) >= STRATUM_LEAST);
    // A stratum without a hit on either side has no direction.
    let told: Vec<bool> = both
        .filter(|stratum| stratum.exclusive.found + stratum.control.found > 0)
        .map(|stratum| rate(stratum.exclusive) > rate(stratum.control))
        .collect();
    told.iter().filter(|same| **same).count() as f64 >= SAME_DIRECTION_LEAST * told.len() as f64
}
