//! Records that older sets hold: found more often if the service holds them too. An early copy of the service, or one that
//! avoids the records it holds alone, shows nowhere else.

use super::held::{Held, KEYS_LEAST};
use super::hypothesis::SERVICE;
use super::{Facts, Finding, Group, Test, excess};

/// The test.
pub static TEST: Test = Test {
    id: "snapshot-excess",
    group: Group::Membership,
    question: "Are records of older sets found more often in the dump where the service holds them too?",
    sources: &[
        "Rival models of stats::control, within records that exactly the same older sets hold; derivation in evidence/excess.rs",
    ],
    caveat: "The service's people may be in any copy more often than others (a step of 0.5 in log-odds is granted), and \
             another current holder has the same effect: only control records of the same older sets part the two.",
    weigh,
};

fn weigh(facts: &Facts) -> Vec<Finding> {
    let Some(held) = Held::of(facts) else {
        return TEST.silent("No list of the service was compared with the dump on the main kind.");
    };
    let found = excess::excess(facts);
    if found.is_empty() {
        return TEST.silent(format!(
            "No older set holds {KEYS_LEAST} records that the service holds too and {KEYS_LEAST} that it does not."
        ));
    }
    let finding = |one: &excess::Excess| {
        let expected = one.other.found as f64 / one.other.of as f64 * one.with.of as f64;
        let seen = [one.with.found as f64, expected];
        TEST.weighed([SERVICE, one.rival], seen, one.raw, facts.assumed.wrong, excess::told(one, held.kind))
    };
    found.iter().map(finding).collect()
}
