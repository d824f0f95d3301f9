//! Records that older sets hold: found more often if the service holds them too. An early copy of the service, or one that
//! avoids the records it holds alone, shows nowhere else.

use super::held::{Held, KEYS_LEAST, Sides};
use super::hypothesis::{ANOTHER_HOLDER, OLDER_SETS, SERVICE};
use super::{Facts, Finding, Group, Test, words};
use crate::stats::control;

/// Weight from which on the excess is taken to be there: a ratio of ten.
const SHOWN_LEAST: f64 = 1.0;

/// The test.
pub static TEST: Test = Test {
    id: "snapshot-excess",
    group: Group::Membership,
    question: "Are records of older sets found more often in the dump where the service holds them too?",
    sources: &[
        "Rival models of stats::control, within records that exactly the same older sets hold; derivation in this file",
    ],
    caveat: "The service's people may be in any copy more often than others (a step of 0.5 in log-odds is granted), and \
             another current holder has the same effect: only control records of the same older sets part the two.",
    weigh,
};

/// Classes that are looked at, largest first.
const CLASSES_MOST: usize = 8;
/// Share of the classes in which the direction must be the same, 0..=1.
const SAME_DIRECTION_LEAST: f64 = 0.8;

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some(held) = Held::of(facts) else {
        return TEST.silent("No list of the service was compared with the dump on the main kind.");
    };
    let sides: Vec<Sides> = held.by_older().into_values().collect();
    let mut findings = Vec::new();
    let against_older = |side: &Sides| (side.with, side.without);
    let against_other = |side: &Sides| (side.with, side.control);
    let few = facts.matter.distinct(held.kind).unwrap_or(0) < KEYS_LEAST;
    let view = facts.matter.service().is_some_and(|(_, known)| known.reference.view_of.is_some());
    for (rival, both) in [(OLDER_SETS, &against_older as &dyn Fn(&Sides) -> _), (ANOTHER_HOLDER, &against_other)] {
        let mut classes: Vec<_> =
            sides.iter().map(both).filter(|(with, other)| with.of.min(other.of) >= KEYS_LEAST).collect();
        classes.sort_by_key(|(with, other)| std::cmp::Reverse(with.of.min(other.of)));
        classes.truncate(CLASSES_MOST);
        let Some(&(with, other)) = classes.first().filter(|_| !(few || view && rival == ANOTHER_HOLDER)) else {
            continue;
        };
        let raw = control::weigh(with, other, facts.assumed.selection).su_u;
        let up = |(with, other): &(control::Hits, control::Hits)| with.found * other.of > other.found * with.of;
        let same = classes.iter().filter(|class| up(class)).count() as f64;
        let raw = if raw > 0.0 && same < SAME_DIRECTION_LEAST * classes.len() as f64 { 0.0 } else { raw };
        let whose = if rival == OLDER_SETS { "that it does not hold" } else { "of the control list" };
        let sentence = format!(
            "Of records that the same older sets hold, {} that the service holds too are in the dump, and {} {whose}.",
            words::part_of(with.found, with.of, held.kind),
            words::part_of(other.found, other.of, held.kind)
        );
        let seen = [with.found as f64, other.found as f64 / other.of as f64 * with.of as f64];
        findings.push(TEST.weighed([SERVICE, rival], seen, raw, facts.assumed.wrong, sentence));
    }
    if findings.is_empty() {
        return TEST.silent(format!(
            "No older set holds {KEYS_LEAST} records that the service holds too and {KEYS_LEAST} that it does not."
        ));
    }
    findings
}

/// Whether the excess is there: then the copy is an early or selected one, and that it misses what the service alone holds,
/// or what it made lately, says nothing against the service.
pub fn shown(facts: &Facts) -> bool {
    weigh(facts).iter().any(|finding| match finding {
        Finding::Weighed { hypotheses, log10_lr, .. } => hypotheses[1] == OLDER_SETS && *log10_lr >= SHOWN_LEAST,
        Finding::Silent { .. } => false,
    })
}
