//! From numbers to a state: present, trace, absent, inseparable, undetermined.
//!
//! Every threshold is an effect size: with millions of keys anything is significant.

use super::State;
use crate::stats;

/// Keys of the kind in the dump below which nothing is said.
pub const KEYS_LEAST: u64 = 100;
/// Keys of its own below which a source is not said to be present.
pub const UNIQUE_LEAST: f64 = 50.0;
/// Copied share from which on a source is present, and its multiple of what chance gives.
const PRESENT: f64 = 0.02;
const TIMES_CHANCE: f64 = 5.0;
/// Share of the dump's keys from which on a source is present: a small sample of a large set.
const OF_DUMP: f64 = 0.05;
/// Copied shares of a trace and of an absent source.
const TRACE: f64 = 0.002;
const ABSENT: f64 = 0.01;
/// Part of the copied share that must show in the keys that the source alone holds.
const CONSISTENT: f64 = 0.5;
/// Keys that it alone holds from which on they must show it too.
const ONLY_LEAST: f64 = 50.0;
/// Share of the dump's keys that no source holds from which on an unknown source may explain what all sources share.
const UNKNOWN_SOURCE: f64 = 0.10;

/// Why a source is not present though keys of it are met: a source that was not given may have brought them.
pub const STRANGERS: [&str; 2] = [
    "a source that was not given would explain its matches as well",
    "its keys are not in the dump by more than an unknown source or chance would give",
];

/// What is known of one source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Informative keys of the dump.
    pub dump: f64,
    /// Those of them that no source holds, 0..=1.
    pub unattributed: f64,
    /// Keys that it holds alone, among the sources not excluded.
    pub alone: f64,
    /// Those of them that are in the dump.
    pub unique: f64,
    /// The class that it alone holds: held, found.
    pub only: (f64, f64),
    /// Of `unique`, what an unknown list of this sort would give: the lists held show it of each other.
    pub given_by_lists: f64,
    /// Of `unique`, what a source that was not given may have brought; `low` is net of it.
    pub given_by_strangers: f64,
    /// Keys that it holds.
    pub held: f64,
    /// Copied share with its interval.
    pub share: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Copied share in the run with a background.
    pub with_background: Option<f64>,
    /// Share of its keys found by chance.
    pub chance: f64,
    /// Sources that it cannot be told from.
    pub partners: bool,
    /// The classes do not determine its share.
    pub unidentified: bool,
}

/// The state by the rules, and the reason as a clause that begins in lower case.
///
/// # Source
/// Rule 3 of the project's method: present with at least 50 keys of its own, consistent, and either the copied share is at
/// least 0.02 and five times chance, or it gives at least 0.05 of the dump's keys; a trace from 0.002 up to that threshold.
pub fn state(seen: &Seen) -> (State, String) {
    let of_dump = |keys: f64| wilson(keys.max(0.0), seen.dump);
    let beyond = (seen.unique - seen.given_by_lists.max(seen.given_by_strangers)).max(0.0);
    let negligible = seen.high < ABSENT && of_dump(seen.share * seen.held).1 < OF_DUMP;
    if seen.unidentified {
        return match negligible {
            true => (State::Absent, "together with those it cannot be told from it gave next to nothing".into()),
            false => (State::Inseparable, "no keys of its own tell it from the others".into()),
        };
    }
    let threshold = PRESENT.max(TIMES_CHANCE * seen.chance);
    let given = if seen.alone > 0.0 { seen.unique / seen.alone } else { 0.0 };
    // Where all that is found of it is found in another too, the other may be what was copied, and was copied by choice.
    let only = seen.only.0 < ONLY_LEAST || seen.only.1 >= CONSISTENT * seen.share * seen.only.0;
    let consistent = given >= CONSISTENT * seen.share && only;
    // What others would give is taken off the lower end too.
    let low = (seen.low - if seen.alone > 0.0 { seen.given_by_lists / seen.alone } else { 0.0 }).max(0.0);
    let large = low >= threshold || of_dump(beyond).0 >= OF_DUMP;
    let held_up = seen.unattributed < UNKNOWN_SOURCE
        || seen.with_background.is_none_or(|share| share >= threshold.min(0.5 * seen.share.max(TRACE)));
    if large && beyond >= UNIQUE_LEAST && consistent && held_up {
        return (State::Present, "keys that it alone holds are in the dump by more than chance".into());
    }
    if negligible {
        return (State::Absent, "next to none of its keys were copied".into());
    }
    if seen.partners {
        return (State::Inseparable, "too few keys of its own tell it from the others".into());
    }
    if large && beyond >= UNIQUE_LEAST && !held_up {
        return (State::Undetermined, STRANGERS[0].into());
    }
    if large && beyond >= UNIQUE_LEAST {
        return (State::Undetermined, "its own keys occur much less than its shared ones".into());
    }
    let more = low > seen.chance && beyond >= 1.0;
    if seen.share >= TRACE && seen.share < threshold && more {
        return (State::Trace, "a small part of its own keys is in the dump".into());
    }
    let why = match seen.unique < UNIQUE_LEAST {
        true => "fewer than 50 keys of its own are in the dump",
        false if more && seen.share >= threshold => {
            "another list of its sort would have most of its keys in the dump as well"
        }
        false => STRANGERS[1],
    };
    (State::Undetermined, why.into())
}

/// 95 % interval of a share of whole keys.
fn wilson(part: f64, whole: f64) -> (f64, f64) {
    stats::interval::wilson(part.round() as u64, whole as u64, 0.95)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied() -> Seen {
        Seen {
            dump: 10_000.0,
            alone: 5_000.0,
            unique: 2_500.0,
            held: 8_000.0,
            share: 0.5,
            low: 0.48,
            high: 0.52,
            with_background: Some(0.5),
            ..Seen::default()
        }
    }

    #[test]
    fn a_copied_half_is_present() {
        assert_eq!(state(&copied()).0, State::Present);
        let few = Seen { unique: 49.0, alone: 98.0, ..copied() };
        assert_eq!(state(&few).0, State::Undetermined, "49 keys of its own are too few, and a half is no trace");
        let part = Seen { unique: 49.0, share: 0.012, low: 0.009, high: 0.016, ..copied() };
        assert_eq!(state(&part).0, State::Trace, "49 of 5,000");
        let alike = Seen { given_by_lists: 2_380.0, ..copied() };
        assert_eq!(state(&alike).0, State::Undetermined);
        assert!(state(&alike).1.starts_with("another list of its sort"), "{:?}", state(&alike));
        let shared = Seen { unique: 1_000.0, ..copied() };
        assert_eq!(state(&shared).0, State::Undetermined, "its own keys should occur as often as the shared ones");
        let chance = Seen { chance: 0.1, ..copied() };
        assert_eq!(state(&chance).0, State::Present, "a quarter of the dump is its own");
        let dense = Seen { chance: 0.1, dump: 1e6, ..copied() };
        assert_ne!(state(&dense).0, State::Present, "five times chance is more than was found");
    }

    #[test]
    fn a_small_sample_of_a_large_set_is_present() {
        let sample = Seen {
            unique: 150.0,
            dump: 200.0,
            alone: 1e6,
            held: 1e6,
            share: 1.5e-4,
            low: 1.3e-4,
            high: 1.8e-4,
            ..copied()
        };
        assert_eq!(state(&Seen { with_background: Some(1.5e-4), ..sample.clone() }).0, State::Present);
        let few = Seen { unique: 30.0, ..sample };
        assert_eq!(state(&few).0, State::Undetermined, "not absent: it gave 15 % of the dump");
    }

    #[test]
    fn what_was_not_copied_is_absent() {
        let none = Seen { unique: 2.0, share: 4e-4, low: 0.0, high: 9e-4, with_background: Some(0.0), ..copied() };
        assert_eq!(state(&none).0, State::Absent);
    }

    #[test]
    fn an_unknown_source_may_explain_what_all_share() {
        let spread = Seen { unattributed: 0.5, with_background: Some(0.0), ..copied() };
        assert_eq!(state(&spread).0, State::Undetermined);
        assert_eq!(
            state(&Seen { unattributed: 0.01, ..spread }).0,
            State::Present,
            "nothing is left for such a source"
        );
    }

    #[test]
    fn nothing_of_its_own_is_inseparable() {
        let nested = Seen { unidentified: true, alone: 0.0, unique: 0.0, low: 0.0, high: 1.0, ..copied() };
        assert_eq!(state(&nested).0, State::Inseparable);
        let little = Seen { partners: true, alone: 20.0, unique: 10.0, ..copied() };
        assert_eq!(state(&little).0, State::Inseparable);
    }
}
