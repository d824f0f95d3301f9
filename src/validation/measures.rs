//! The measures: which worlds each looks at, what counts as a hit, and the target that was set beforehand.

use serde::{Deserialize, Serialize};

use super::outcome::World;
use crate::stats::calibration::{cllr, cllr_min};

/// Share of the service's records from which on clearing it is wrong.
pub(super) const INSIDE: f64 = 0.01;

/// Classes in which the service's records are inside and its own list does not show it.
///
/// # Source
/// The project's method, section 10, rule 13: old snapshots, selected copies, wrong normalisers, incomplete and doctored
/// lists.
pub(super) const HIDDEN: [&str; 5] =
    ["avoids-exclusive", "doctored-list", "incomplete-list", "pre-launch", "wrong-normaliser"];

/// What a measure came to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Hits among so many.
    Rate {
        /// Hits.
        hits: u64,
        /// Worlds or estimates looked at.
        of: u64,
    },
    /// A number over so many.
    Value {
        /// The number; null: nothing to look at.
        value: Option<f64>,
        /// Worlds or estimates looked at.
        of: u64,
    },
}

/// What was to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
    /// Between these.
    Within(f64, f64),
}

/// One measure.
pub struct Measure {
    /// Its id in the table.
    pub id: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// The target.
    pub target: Target,
    /// Looks at worlds.
    pub of: fn(&[&World]) -> Figure,
}

/// Every measure, in the order of the table.
pub static MEASURES: &[Measure] = &[
    Measure {
        id: "false-attribution",
        title: "`service-specific` though nothing of the service is in the dump",
        target: Target::AtMost(0.01),
        of: |worlds| rate(worlds, |world| world.inside == 0.0, |world| world.answer.service == "service-specific"),
    },
    Measure {
        id: "false-exoneration",
        title: "`bounded` though at least 1 % of the service's records are in the dump",
        target: Target::AtMost(0.01),
        of: |worlds| rate(worlds, |world| world.inside >= INSIDE, |world| world.answer.service == "bounded"),
    },
    Measure {
        id: "false-exoneration-hard",
        title: "the same where the copy is old or selected, or the list is spelled wrongly, incomplete or doctored",
        target: Target::AtMost(0.01),
        of: |worlds| {
            let hard = |world: &World| world.inside >= INSIDE && HIDDEN.contains(&world.class.as_str());
            rate(worlds, hard, |world| world.answer.service == "bounded")
        },
    },
    Measure {
        id: "detection",
        title: "`service-specific` where a control list and at least 1 % of the service suffice for it",
        target: Target::AtLeast(0.9),
        of: |worlds| rate(worlds, |world| world.detectable, |world| world.answer.service == "service-specific"),
    },
    Measure {
        id: "planted",
        title: "`service-specific` where planted records are in the dump",
        target: Target::AtLeast(0.99),
        of: |worlds| rate(worlds, |world| world.canaries, |world| world.answer.service == "service-specific"),
    },
    Measure {
        id: "exoneration",
        title: "`bounded` where nothing is in the dump and the lists suffice for a bound",
        target: Target::AtLeast(0.9),
        of: |worlds| rate(worlds, |world| world.boundable, |world| world.answer.service == "bounded"),
    },
    Measure {
        id: "honest-silence",
        title: "`current-data-source-open` or `insufficient` on current data without a control list",
        target: Target::AtLeast(0.99),
        of: |worlds| {
            let current = |world: &World| world.inside >= INSIDE || world.exclusive_hits >= INSIDE;
            let silent = ["current-data-source-open", "insufficient"];
            rate(
                worlds,
                |world| !world.control && !world.canaries && current(world),
                |world| silent.contains(&world.answer.service.as_str()),
            )
        },
    },
    Measure {
        id: "present-precision",
        title: "held sources called `present` that were copied from",
        target: Target::AtLeast(0.98),
        of: |worlds| sources(worlds, |source| source.found, |source| source.copied),
    },
    Measure {
        id: "present-recall",
        title: "held sources copied by at least 5 % (and 1 % of the rows nobody else's) that are called `present`",
        target: Target::AtLeast(0.95),
        of: |worlds| sources(worlds, |source| source.copied && source.ample, |source| source.found),
    },
    Measure {
        id: "open-set",
        title: "`single` or `composite` though at least 90 % of the rows come from nothing held",
        target: Target::AtMost(0.02),
        of: |worlds| {
            let known = ["single", "composite"];
            rate(worlds, |world| world.unheld >= 0.9, |world| known.contains(&world.answer.corpora.as_str()))
        },
    },
    Measure {
        id: "multiplicity",
        title: "held files that nothing was copied from and that are called `present`, where fifty are held",
        target: Target::AtMost(0.01),
        of: |worlds| sources(&of_class(worlds, "many-corpora"), |source| !source.copied, |source| source.found),
    },
    Measure {
        id: "copied-share-error",
        title: "copied share of a source: median of the absolute error",
        target: Target::AtMost(0.01),
        of: |worlds| median(shares(worlds).map(|share| (share.estimate - share.truth).abs()).collect()),
    },
    Measure {
        id: "copied-share-coverage",
        title: "copied share of a source: true share within the 95 % interval",
        target: Target::Within(0.9, 0.98),
        of: |worlds| {
            let (mut hits, mut of) = (0, 0);
            for (low, high, truth) in shares(worlds).filter_map(|s| s.interval.map(|(low, high)| (low, high, s.truth)))
            {
                of += 1;
                hits += u64::from((low..=high).contains(&truth));
            }
            Figure::Rate { hits, of }
        },
    },
    Measure {
        id: "credit-error",
        title: "shares of rows by source, where every source is held: mean of half the summed differences",
        target: Target::AtMost(0.03),
        of: |worlds| {
            let divisible = worlds.iter().filter(|world| world.divisible);
            mean(divisible.filter_map(|world| world.credit_error).collect())
        },
    },
    Measure {
        id: "credit-error-all",
        title: "the same in all worlds; rows of a source that nobody holds cannot be told",
        target: Target::AtMost(0.03),
        of: |worlds| mean(worlds.iter().filter_map(|world| world.credit_error).collect()),
    },
    Measure {
        id: "date-error",
        title: "day on which the service was copied, where at least 1,000 dated records are shared: mean distance from the \
                middle of the window told (days)",
        target: Target::AtMost(30.0),
        of: |worlds| {
            mean(windows(worlds).map(|(day, (first, last))| (first + last - 2 * day).abs() as f64 / 2.0).collect())
        },
    },
    Measure {
        id: "date-coverage",
        title: "the same: the day lies within the window",
        target: Target::AtLeast(0.9),
        of: |worlds| {
            let inside: Vec<bool> = windows(worlds).map(|(day, (first, last))| (first..=last).contains(&day)).collect();
            Figure::Rate { hits: inside.iter().filter(|inside| **inside).count() as u64, of: inside.len() as u64 }
        },
    },
    Measure {
        id: "dated",
        title: "copies of the service taken on a day, at least 1,000 dated records shared, for which a window is told",
        target: Target::AtLeast(0.9),
        of: |worlds| rate(worlds, is_datable, |world| world.taken.as_ref().is_some_and(|taken| taken.window.is_some())),
    },
    Measure {
        id: "made-up-error",
        title: "share of rows that are made up without care for their check digits, where one is told: mean of the \
                absolute error",
        target: Target::AtMost(0.03),
        of: |worlds| {
            let shares = worlds.iter().filter_map(|world| world.made_up.as_ref());
            mean(shares.filter_map(|share| Some((share.estimate? - share.truth).abs())).collect())
        },
    },
    Measure {
        id: "made-up-told",
        title: "files with such rows for which a share is told",
        target: Target::AtLeast(0.9),
        of: |worlds| {
            let told = |world: &World| world.made_up.as_ref().is_some_and(|share| share.estimate.is_some());
            rate(worlds, |world| world.made_up.is_some(), told)
        },
    },
    Measure {
        id: "cllr",
        title: "cost of the weights for the service's content on the hard mix: control records and a sound list held, the \
                dump whole (bits; saying nothing costs 1)",
        target: Target::AtMost(0.3),
        of: |worlds| weighed(&hard(worlds), cllr),
    },
    Measure {
        id: "cllr-calibration",
        title: "part of that cost that better calibration would save",
        target: Target::AtMost(0.05),
        of: |worlds| weighed(&hard(worlds), |yes, no| Some(cllr(yes, no)? - cllr_min(yes, no)?)),
    },
    Measure {
        id: "misleading",
        title: "weights of ten and more for the wrong side, on the hard mix",
        target: Target::AtMost(0.02),
        of: |worlds| {
            rate(
                &hard(worlds),
                |_| true,
                |world| {
                    let weight = world.answer.log10_lr.unwrap_or(0.0);
                    weight.abs() >= 1.0 && (weight > 0.0) != (world.inside > 0.0)
                },
            )
        },
    },
    Measure {
        id: "cllr-all",
        title: "the same cost in all worlds, 1 bit for each in which nothing can be weighed",
        target: Target::AtMost(0.3),
        of: |worlds| weighed(worlds, cllr),
    },
    Measure {
        id: "overlap-error",
        title: "distinct keys shared by dump and reference: greatest sum of differences from the truth in any world (keys)",
        target: Target::AtMost(0.0),
        of: |worlds| {
            let errors: Vec<u64> = worlds.iter().filter_map(|world| world.overlap_error).collect();
            Figure::Value { value: errors.iter().max().map(|most| *most as f64), of: errors.len() as u64 }
        },
    },
    Measure {
        id: "exact-counts",
        title: "worlds in which every count is the true one",
        target: Target::AtLeast(1.0),
        of: |worlds| rate(worlds, |_| true, |world| world.wrong_counts == 0),
    },
    Measure {
        id: "service-answer",
        title: "worlds in which the answer about the service is one that the truth allows",
        target: Target::AtLeast(0.95),
        of: |worlds| rate(worlds, |_| true, |world| !world.wrong_service),
    },
    Measure {
        id: "corpora-answer",
        title: "worlds in which the answer about the held files is one that the truth allows",
        target: Target::AtLeast(0.95),
        of: |worlds| rate(worlds, |_| true, |world| !world.wrong_corpora),
    },
];

pub(super) fn rate(worlds: &[&World], among: impl Fn(&World) -> bool, hit: impl Fn(&World) -> bool) -> Figure {
    let (mut hits, mut of) = (0, 0);
    for world in worlds.iter().filter(|world| among(world)) {
        of += 1;
        hits += u64::from(hit(world));
    }
    Figure::Rate { hits, of }
}

fn sources(
    worlds: &[&World],
    among: fn(&super::outcome::Presence) -> bool,
    hit: fn(&super::outcome::Presence) -> bool,
) -> Figure {
    let looked: Vec<bool> =
        worlds.iter().flat_map(|world| &world.presence).filter(|source| among(source)).map(hit).collect();
    Figure::Rate { hits: looked.iter().filter(|hit| **hit).count() as u64, of: looked.len() as u64 }
}

/// Dated records that dump and list must share before the day of a copy is asked for.
///
/// # Source
/// The project's method asks for 30 days at 10,000 dated rows; worlds of some thousand people carry a tenth of that.
const DATED_LEAST: u64 = 1_000;

fn is_datable(world: &World) -> bool {
    world.taken.as_ref().is_some_and(|taken| taken.shared >= DATED_LEAST)
}

/// True day and window of every copy that was dated.
fn windows<'a>(worlds: &'a [&World]) -> impl Iterator<Item = (i64, (i64, i64))> + 'a {
    let datable = worlds.iter().filter(|world| is_datable(world));
    datable.filter_map(|world| world.taken.as_ref().and_then(|taken| Some((taken.truth, taken.window?))))
}

fn of_class<'a>(worlds: &[&'a World], class: &str) -> Vec<&'a World> {
    worlds.iter().filter(|world| world.class == class).copied().collect()
}

/// The hard mix.
pub(super) fn hard<'a>(worlds: &[&'a World]) -> Vec<&'a World> {
    worlds.iter().filter(|world| world.weighable).copied().collect()
}

/// Shares that are not nothing: estimating 0 where nothing was copied is no art.
fn shares<'a>(worlds: &'a [&World]) -> impl Iterator<Item = &'a super::outcome::Copied> {
    worlds.iter().flat_map(|world| &world.copied).filter(|share| share.truth > 0.0)
}

fn median(mut values: Vec<f64>) -> Figure {
    values.sort_by(f64::total_cmp);
    let of = values.len() as u64;
    let middle = |at: usize| values.get(at).copied();
    let value = match values.len() {
        0 => None,
        even if even % 2 == 0 => middle(even / 2 - 1).zip(middle(even / 2)).map(|(low, high)| (low + high) / 2.0),
        odd => middle(odd / 2),
    };
    Figure::Value { value, of }
}

fn mean(values: Vec<f64>) -> Figure {
    let of = values.len() as u64;
    let value = (of > 0).then(|| values.iter().sum::<f64>() / of as f64);
    Figure::Value { value, of }
}

/// A cost over all weights, by whether anything of the service is in the dump; what was not weighed weighs nothing.
fn weighed(worlds: &[&World], cost: impl Fn(&[f64], &[f64]) -> Option<f64>) -> Figure {
    let weights = |inside: bool| -> Vec<f64> {
        let some = worlds.iter().filter(|world| (world.inside > 0.0) == inside);
        some.map(|world| world.answer.log10_lr.unwrap_or(0.0)).collect()
    };
    Figure::Value { value: cost(&weights(true), &weights(false)), of: worlds.len() as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_means() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Figure::Value { value: Some(2.0), of: 3 });
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Figure::Value { value: Some(2.5), of: 4 });
        assert_eq!(median(Vec::new()), Figure::Value { value: None, of: 0 });
        assert_eq!(mean(vec![1.0, 2.0]), Figure::Value { value: Some(1.5), of: 2 });
    }

    #[test]
    fn hidden_classes_are_classes() {
        assert!(HIDDEN.iter().all(|id| crate::synth::world::find(id).is_some()));
    }

    #[test]
    fn ids_differ() {
        let mut ids: Vec<&str> = MEASURES.iter().map(|measure| measure.id).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
