//! What is said of a mixture: states by name, sentences, and what kinds say of each other.

use super::state::{KEYS_LEAST, STRANGERS};
use super::{Mixture, State};
use crate::kind::{self, Rank};

/// People who are met by a source that was not given are met with the passwords that they keep: where a reference's more
/// specific keys are explained so, its passwords and hashes say nothing more.
pub fn reconciled(mut mixtures: Vec<Mixture>) -> Vec<Mixture> {
    let rank = |mixture: &Mixture| kind::find(&mixture.kind).map(|kind| kind.rank);
    let secret = |mixture: &Mixture| matches!(rank(mixture), Some(Rank::Password | Rank::Hash));
    let met = |mixture: &&Mixture| !secret(mixture) && mixture.dump >= KEYS_LEAST;
    let parts = mixtures.iter().filter(met).flat_map(|mixture| &mixture.parts);
    let explained: Vec<(String, bool)> =
        parts.map(|part| (part.reference.clone(), STRANGERS.contains(&part.because.as_str()))).collect();
    let is = |id: &str, strange: bool| explained.iter().any(|(known, by)| known == id && *by == strange);
    for part in mixtures.iter_mut().filter(|mixture| secret(mixture)).flat_map(|mixture| &mut mixture.parts) {
        if part.state == State::Present && is(&part.reference, true) && !is(&part.reference, false) {
            part.state = State::Undetermined;
            part.because = "a source that was not given meets its people, and people keep their passwords".into();
        }
    }
    for mixture in &mut mixtures {
        let bent = mixture.because.ends_with(BENT);
        mixture.because = because(mixture, bent);
    }
    mixtures
}

/// A state as it is said.
pub fn name(state: State) -> &'static str {
    match state {
        State::Present => "present",
        State::Trace => "a trace",
        State::Absent => "absent",
        State::Undetermined => "undetermined",
        State::Inseparable => "inseparable",
    }
}

/// Said where profiles were too dear.
const BENT: &str = "The sets share keys in so many ways that the intervals are by the bend of the likelihood at its best \
                    fit, and from fewer replicates.";

/// The states in sentences. `bent`: the intervals are by the bend of the likelihood, not by its profile.
pub fn because(mixture: &Mixture, bent: bool) -> String {
    if mixture.parts.is_empty() {
        return "No record set that could be a source holds keys of this kind.".into();
    }
    if mixture.dump < KEYS_LEAST {
        return format!(
            "The dump has {} keys of this kind: with fewer than {KEYS_LEAST} no copied share is told.",
            thousands(mixture.dump)
        );
    }
    let mut sentences = Vec::new();
    if mixture.informative < mixture.dump {
        let (rare, all) = (thousands(mixture.informative), thousands(mixture.dump));
        sentences.push(format!("{rare} of {all} are rare enough to tell a source."));
    }
    let all = [State::Present, State::Inseparable, State::Trace, State::Undetermined, State::Absent];
    for wanted in all {
        let ids: Vec<String> =
            mixture.parts.iter().filter(|part| part.state == wanted).map(|part| part.reference.clone()).collect();
        if !ids.is_empty() {
            sentences.push(format!("{}: {}.", capital(name(wanted)), ids.join(", ")));
        }
    }
    if mixture.strata.is_empty() {
        sentences
            .push("No strata were available: were keys copied in blocks, the intervals would be too narrow.".into());
    }
    if bent {
        sentences.push(BENT.into());
    }
    sentences.join(" ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number as people read it, `1,234`.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn numbers_are_read_by_people() {
        assert_eq!([0, 999, 1_000, 3_884, 26_000_000].map(thousands), ["0", "999", "1,000", "3,884", "26,000,000"]);
    }
}
