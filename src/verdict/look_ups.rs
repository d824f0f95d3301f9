//! Look-ups: what the answers of a bot say of each group asked for. Exact, and of those groups only.

use crate::evidence::question::LookUp;
use crate::evidence::words::{count, percent};
use crate::stats::{finite, interval};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Confidence of every interval.
const CONFIDENCE: f64 = 0.95;

/// One group with the exact interval of its share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LookUpLine {
    /// The group, in the words of who asked.
    pub group: String,
    /// People asked for.
    pub asked: u64,
    /// People found.
    pub found: u64,
    /// Lower end of the exact 95 % interval of the group's share, 0..=1: one-sided where all were found.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: f64,
    /// Upper end, 0..=1: one-sided where none was found.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: f64,
    /// Size of the whole group; null: not known.
    pub of: Option<u64>,
    /// For people; stands when it is quoted alone.
    pub sentence: String,
}

/// The lines, in the order given.
///
/// # Source
/// Clopper & Pearson 1934; where the group's size is known the hypergeometric form. No hits and only hits have one side.
pub fn lines(look_ups: &[LookUp]) -> Vec<LookUpLine> {
    look_ups.iter().map(line).collect()
}

fn line(look_up: &LookUp) -> LookUpLine {
    let LookUp { group, asked, found, of } = look_up.clone();
    let one_sided = found == 0 || found == asked;
    // One side at 95 % is an end of the two-sided interval at 90 %.
    let confidence = if one_sided { 2.0 * CONFIDENCE - 1.0 } else { CONFIDENCE };
    let (low, high, people) = match of {
        Some(of) if of > 0 => {
            let (low, high) = finite::hypergeometric(found, asked, of, confidence);
            (low as f64 / of as f64, high as f64 / of as f64, Some((low, high)))
        }
        _ => {
            let (low, high) = interval::clopper_pearson(found, asked, confidence);
            (low, high, None)
        }
    };
    let low = if found == 0 { 0.0 } else { low };
    let high = if found == asked && of.is_none() { 1.0 } else { high };
    let share = |low: f64, high: f64| match (found == 0, found == asked) {
        (true, _) => format!("at most {}", percent(high)),
        (_, true) => format!("at least {}", percent(low)),
        _ => format!("between {} and {}", percent(low), percent(high)),
    };
    let people = people.map_or(String::new(), |(low, high)| match (found == 0, found == asked) {
        (true, _) => format!(" ({} of {})", count(high), count(of.unwrap_or(0))),
        (_, true) => format!(" ({} of {})", count(low), count(of.unwrap_or(0))),
        _ => format!(" ({} to {} of {})", count(low), count(high), count(of.unwrap_or(0))),
    });
    let seen = match found {
        0 => "none was found".to_owned(),
        found if found == asked => "all were found".to_owned(),
        found => format!("{} found", if found == 1 { "1 was".to_owned() } else { format!("{} were", count(found)) }),
    };
    let sentence = format!(
        "Of {} people asked for in the group \"{group}\" {seen}: at 95 % {} of such people{people} are in it, if those asked for were \
         drawn at random.",
        count(asked),
        share(low, high),
    );
    LookUpLine { group, asked, found, low, high, of, sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(asked: u64, found: u64, of: Option<u64>) -> LookUpLine {
        line(&LookUp { group: "licence renewed after 2018".into(), asked, found, of })
    }

    #[test]
    fn groups_have_exact_intervals() {
        let none = one(40, 0, None);
        assert!((none.high - (1.0 - 0.05_f64.powf(1.0 / 40.0))).abs() < 1e-9 && none.low == 0.0, "{none:?}");
        assert_eq!(
            none.sentence,
            "Of 40 people asked for in the group \"licence renewed after 2018\" none was found: at 95 % at most 7.2 % of such people \
             are in it, if those asked for were drawn at random."
        );
        let some = one(31, 3, None);
        assert!((some.low - 0.020_42).abs() < 1e-4 && (some.high - 0.257_54).abs() < 1e-4, "{some:?}");
        let all = one(10, 10, None);
        assert!((all.low - 0.05_f64.powf(0.1)).abs() < 1e-9 && all.high == 1.0, "{all:?}");
    }

    #[test]
    fn a_known_group_is_finite() {
        let all = one(50, 0, Some(50));
        assert_eq!((all.low, all.high), (0.0, 0.0), "everybody was asked for");
        let half = one(25, 0, Some(50));
        assert!(half.high < one(25, 0, None).high && half.sentence.contains(" of 50)"), "{half:?}");
    }
}
