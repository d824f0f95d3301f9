//! Records that the service holds and no older set: their hits bound what was copied, whoever else is in the dump.

use super::excess;
use super::held::{Held, Hits, KEYS_LEAST, NEGLIGIBLE, SENSITIVITY};
use super::hypothesis::{OLDER_SETS, SERVICE};
use super::{Facts, Finding, Group, Test, words};
use crate::stats::control;

/// The test.
pub static TEST: Test = Test {
    id: "exclusive-records",
    group: Group::Membership,
    question: "How many of the records that the service holds and no older set holds are in the dump?",
    sources: &[
        "Clopper & Pearson 1934 (exact bound of a share)",
        "The project's method, section 2.2 (T1): older sets hit few of them, at a rate from Beta(1/2, 200); a copied share \
         from 0.001 to 0.999, its logarithm even",
    ],
    caveat: "Few hits bound what was copied if the copy did not avoid these records. Many hits say that current data are in \
             the dump, never whose: any other holder of the same records gives the same picture.",
    weigh,
};

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some(held) = Held::of(facts) else {
        return TEST.silent("No list of the service was compared with the dump on the main kind.");
    };
    let things = words::unit_noun(held.kind);
    let (x, least) = (held.exclusive, super::held::least(NEGLIGIBLE));
    if facts.matter.distinct(held.kind).unwrap_or(0) < KEYS_LEAST {
        return TEST.silent(format!("The dump holds fewer than {KEYS_LEAST} different {things}."));
    }
    if x.of < least {
        return TEST.silent(format!(
            "Only {} {things} are held by the service and by no older set; {least} are needed to say anything of one in a \
             hundred.",
            words::count(x.of)
        ));
    }
    let expected = held.exclusive_by_chance();
    if held.exclusive_is_noise() && held.upper(facts.assumed.sensitivity) >= NEGLIGIBLE {
        return TEST.silent(format!(
            "{} of these records were hit, and about {} would be by chance: the match is at the level of noise.",
            words::count(x.found),
            words::amount(expected)
        ));
    }
    // Hits that the matcher missed are put back before the rates are weighed.
    let seen = (x.found as f64 * SENSITIVITY / facts.assumed.sensitivity).round() as u64;
    let raw = control::alone(Hits { found: seen.min(x.of), of: x.of }, facts.assumed.selection);
    if raw < 0.0 && excess::shown(facts) {
        return TEST.silent(excess::AVOIDED);
    }
    let sentence = format!(
        "Of {} that the service's list holds and no older set given here, {} are in the dump.",
        words::count(x.of) + " " + &things,
        words::count(x.found)
    );
    let seen = [x.found as f64, expected];
    vec![TEST.weighed([SERVICE, OLDER_SETS], seen, raw, facts.assumed.wrong, sentence)]
}
