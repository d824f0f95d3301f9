//! Records of the same population that the service never held: are they in the dump as often as its own?

use super::excess;
use super::held::{Held, Hits, KEYS_LEAST, NEGLIGIBLE};
use super::hypothesis::{ANOTHER_HOLDER, OLDER_SETS, SERVICE, SERVICE_ALONE, SERVICE_AND_ANOTHER};
use super::matched::{Elsewhere, Matched, elsewhere, matched};
use super::windows::matched_by_days;
use super::{Facts, Finding, Group, Test, words};
use crate::compare::Dimension;
use crate::imprint::plan::NAME_BIRTH;
use crate::reference::Role;
use crate::stats::{self, control};

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

/// Control records that must stand in the dump under other keys before their list says nothing, and the part of all of them that
/// are there, 0..=1.
///
/// # Source
/// A list that is spelled as the dump is finds by its keys whom it finds by name and birth: twenty of whom it finds less than
/// half are no accident of names, and no renewed documents either.
const UNDER_OTHER_KEYS: (f64, f64) = (20.0, 0.5);
/// Keys of the kind for each person of the dump, from which on whoever stands in it has one there.
const CARRIED_LEAST: f64 = 0.8;

/// Why the control records cannot match: their people stand in the dump, and not by these keys.
fn under_other_keys(facts: &Facts, held: &Held) -> Option<String> {
    let matter = facts.matter;
    let overlaps = || matter.counts.map_or(&[][..], |counts| &counts.overlaps).iter();
    let keys = matter.distinct(held.kind)? as f64;
    held.holders(Role::Control).into_iter().find_map(|list| {
        let by_key = matter.overlap(list, held.kind)?;
        let people = overlaps().find(|other| other.reference == list && other.kind.as_deref() == Some(NAME_BIRTH))?;
        let chance = people.chance_hits.zip(people.decoys).and_then(|(hits, drawn)| stats::share(hits, drawn));
        let found = people.shared as f64 - chance.unwrap_or(0.0) * people.dump as f64;
        let beside = found - by_key.shared as f64;
        let carried = keys >= CARRIED_LEAST * people.dump as f64;
        (carried && beside >= UNDER_OTHER_KEYS.0 && beside >= UNDER_OTHER_KEYS.1 * found).then(|| {
            let things = words::unit_noun(held.kind);
            format!(
                "{} of {} people of the control list stand in the dump by name and day of birth, but only {} of its {things} do: its \
                 numbers are spelled otherwise, renewed or not theirs, and it counts for nothing. Next step: control records with \
                 the {things} as their issuer has them.",
                words::count(people.shared),
                words::count(people.reference_size),
                words::count(by_key.shared)
            )
        })
    })
}

/// Both sides to compare, in each way in which they can be matched, or why they cannot speak.
fn usable(facts: &Facts, held: &Held) -> Result<Vec<Matched>, String> {
    let things = words::unit_noun(held.kind);
    let Some(control) = held.control() else {
        return Err(format!(
            "No control list and no register of {things} was given: without one the weight is 0 by rule."
        ));
    };
    if let Some(why) = under_other_keys(facts, held) {
        return Err(why);
    }
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
    let mut ways = matched_by_days(held, &control)?;
    ways.insert(0, sides);
    Ok(ways)
}

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some(held) = Held::of(facts) else {
        return TEST.silent("No list of the service was compared with the dump on the main kind.");
    };
    let ways = match usable(facts, &held) {
        Ok(ways) => ways,
        Err(why) => return TEST.silent(why),
    };
    let upper = held.upper(facts.assumed.sensitivity);
    if held.exclusive_is_noise() && upper >= NEGLIGIBLE {
        return TEST.silent("Hits on the service's own records are at the level of chance.");
    }
    // Whatever explains most of the difference counts: the years of the records, or those of their people.
    let weighed = ways.into_iter().map(|way| (control::weigh(way.own, way.standard, facts.assumed.selection), way));
    let Some((raw, way)) = weighed.reduce(|least, other| if other.0.mix_u < least.0.mix_u { other } else { least })
    else {
        return TEST.silent("No control records can be compared.");
    };
    let (x, q, standard) = (way.own, way.control, way.standard);
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
