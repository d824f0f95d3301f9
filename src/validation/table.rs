//! The rates that worlds make, with intervals, by measure and by class, and what was answered where.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::measures::{Figure, MEASURES, Target};
use super::outcome::World;
use super::sections::{self, Source, Truth, Weighed, Without};
use crate::stats::interval;

/// Confidence of all intervals.
const CONFIDENCE: f64 = 0.95;

/// The whole table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Worlds looked at: development half, report half.
    pub worlds: [u64; 2],
    /// One per measure, in their order.
    pub measures: Vec<Line>,
    /// One per class, by id; the report half.
    pub classes: Vec<Class>,
    /// What was so of the service, by what was answered; the report half, as the rest.
    #[serde(default)]
    pub truths: Vec<Truth>,
    /// Held files by name.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Weights by threshold.
    #[serde(default)]
    pub weights: Vec<Weighed>,
    /// What taking inputs away costs.
    #[serde(default)]
    pub without: Vec<Without>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What was to be reached.
    pub target: Target,
    /// In the half that thresholds were not tuned on.
    pub report: Figure,
    /// Its 95 % interval (Clopper and Pearson); null for what is no rate.
    pub interval: Option<(f64, f64)>,
    /// Upper 95 % bound of a rate, one-sided; null for what is no rate.
    pub upper: Option<f64>,
    /// In the other half.
    pub development: Figure,
    /// Whether the report half reaches the target; null: nothing to look at.
    pub reached: Option<bool>,
}

/// One class of worlds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// Its id.
    pub id: String,
    /// Worlds of the report half.
    pub worlds: u64,
    /// Worlds in which something of the service is in the dump.
    pub inside: u64,
    /// Every measure that has something to look at, by id.
    pub figures: BTreeMap<String, Figure>,
    /// Answers about the service, by code.
    pub service: BTreeMap<String, u64>,
    /// Answers about the held files, by code.
    pub corpora: BTreeMap<String, u64>,
}

impl Table {
    /// The table of these worlds. Odd seeds are the report half: thresholds may be tuned on even ones only.
    pub fn of(worlds: &[World]) -> Table {
        let half = |odd: u64| -> Vec<&World> { worlds.iter().filter(|world| world.seed % 2 == odd).collect() };
        let (development, report) = (half(0), half(1));
        let mut classes: BTreeMap<&str, Vec<&World>> = BTreeMap::new();
        for world in &report {
            classes.entry(&world.class).or_default().push(world);
        }
        Table {
            worlds: [development.len() as u64, report.len() as u64],
            measures: MEASURES
                .iter()
                .map(|measure| {
                    let figure = (measure.of)(&report);
                    let (interval, upper) = ends(figure);
                    Line {
                        id: measure.id.to_owned(),
                        title: measure.title.to_owned(),
                        target: measure.target,
                        report: figure,
                        interval,
                        upper,
                        development: (measure.of)(&development),
                        reached: reached(measure.target, figure, upper),
                    }
                })
                .collect(),
            classes: classes.into_iter().map(|(id, worlds)| class(id, &worlds)).collect(),
            truths: sections::truths(&report),
            sources: sections::sources(&report),
            weights: sections::weights(&report),
            without: sections::without(&report),
        }
    }

    /// The table as text for people: the measures, then class by class, then what was answered where.
    pub fn markdown(&self) -> String {
        let mut text = self.summary();
        text.push_str("\nBy class (report half):\n\n| class | worlds | service inside |");
        let shown_here = ["false-attribution", "false-exoneration", "detection", "exoneration", "credit-error"];
        text.push_str(" accused wrongly | cleared wrongly | detected | cleared rightly | credit error |\n");
        text.push_str("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for class in &self.classes {
            let _ = write!(text, "| {} | {} | {} |", class.id, class.worlds, class.inside);
            for id in shown_here {
                let figure = class.figures.get(id).map_or_else(|| "–".to_owned(), |figure| brief(*figure));
                let _ = write!(text, " {figure} |");
            }
            text.push('\n');
        }
        text.push_str("\nAnswers about the service:\n\n");
        confusion(&mut text, &self.classes, |class| &class.service);
        text.push_str("\nAnswers about the held files:\n\n");
        confusion(&mut text, &self.classes, |class| &class.corpora);
        sections::markdown(&mut text, &self.truths, &self.sources, &self.weights, &self.without);
        text
    }

    /// The measures alone.
    pub fn summary(&self) -> String {
        let mut text = format!(
            "{} worlds with known truth: {} for development, {} for this report. Rates with their 95 % intervals.\n\n\
             | measure | target | report half | 95 % | development half | reached |\n|---|---|---:|---:|---:|---|\n",
            self.worlds[0] + self.worlds[1],
            self.worlds[0],
            self.worlds[1]
        );
        for line in &self.measures {
            let interval =
                line.interval.map_or_else(String::new, |(low, high)| format!("{} to {}", share(low), share(high)));
            let reached = line.reached.map_or("–", |reached| if reached { "yes" } else { "no" });
            let (report, development) = (shown(line.report), shown(line.development));
            let target = target(line.target);
            let _ = writeln!(text, "| {} | {target} | {report} | {interval} | {development} | {reached} |", line.title);
        }
        text
    }
}

fn class(id: &str, worlds: &[&World]) -> Class {
    let mut answers = [BTreeMap::new(), BTreeMap::new()];
    for world in worlds {
        for (counts, code) in answers.iter_mut().zip([&world.answer.service, &world.answer.corpora]) {
            *counts.entry(code.clone()).or_insert(0) += 1;
        }
    }
    let [service, corpora] = answers;
    let figures = MEASURES.iter().map(|measure| (measure.id.to_owned(), (measure.of)(worlds)));
    Class {
        id: id.to_owned(),
        worlds: worlds.len() as u64,
        inside: worlds.iter().filter(|world| world.inside > 0.0).count() as u64,
        figures: figures.filter(|(_, figure)| !is_empty(*figure)).collect(),
        service,
        corpora,
    }
}

fn is_empty(figure: Figure) -> bool {
    matches!(figure, Figure::Rate { of: 0, .. } | Figure::Value { value: None, .. })
}

type Ends = (Option<(f64, f64)>, Option<f64>);

fn ends(figure: Figure) -> Ends {
    match figure {
        Figure::Rate { hits, of } if of > 0 => {
            (Some(interval::clopper_pearson(hits, of, CONFIDENCE)), Some(interval::upper(hits, of, CONFIDENCE)))
        }
        _ => (None, None),
    }
}

/// A rate of errors must be below its target with its upper bound; what is to be high need only be seen to be.
fn reached(target: Target, figure: Figure, upper: Option<f64>) -> Option<bool> {
    let value = match figure {
        Figure::Rate { of: 0, .. } => return None,
        Figure::Rate { hits, of } => hits as f64 / of as f64,
        Figure::Value { value, .. } => value?,
    };
    Some(match target {
        Target::AtMost(most) => upper.unwrap_or(value) <= most,
        Target::AtLeast(least) => value >= least,
        Target::Within(low, high) => (low..=high).contains(&value),
    })
}

fn confusion(text: &mut String, classes: &[Class], of: fn(&Class) -> &BTreeMap<String, u64>) {
    let codes: std::collections::BTreeSet<&String> = classes.iter().flat_map(|class| of(class).keys()).collect();
    let _ = writeln!(text, "| class | {} |", codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(codes.len()));
    for class in classes {
        let count = |code: &&String| of(class).get(*code).map_or_else(|| "·".to_owned(), u64::to_string);
        let counts = codes.iter().map(count).collect::<Vec<_>>().join(" | ");
        let _ = writeln!(text, "| {} | {counts} |", class.id);
    }
}

fn share(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

pub(super) fn shown(figure: Figure) -> String {
    match figure {
        Figure::Rate { of: 0, .. } | Figure::Value { value: None, .. } => "–".to_owned(),
        Figure::Rate { hits, of } => format!("{hits} of {of} ({})", share(hits as f64 / of as f64)),
        Figure::Value { value: Some(value), of } => format!("{value:.3} (of {of})"),
    }
}

pub(super) fn brief(figure: Figure) -> String {
    match figure {
        Figure::Rate { of: 0, .. } => "–".to_owned(),
        Figure::Rate { hits, of } => format!("{hits}/{of}"),
        Figure::Value { value, .. } => value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}")),
    }
}

fn target(target: Target) -> String {
    match target {
        Target::AtMost(most) => format!("≤ {most}"),
        Target::AtLeast(least) => format!("≥ {least}"),
        Target::Within(low, high) => format!("{low} to {high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::outcome::Answer;

    fn world(seed: u64, inside: f64, answer: &str) -> World {
        World {
            divisible: true,
            class: "made".to_owned(),
            seed,
            inside,
            bought_elsewhere: false,
            control: true,
            canaries: false,
            exclusive_hits: 0.0,
            unheld: 0.0,
            detectable: inside > 0.0,
            boundable: inside == 0.0,
            weighable: true,
            answer: Answer { service: answer.to_owned(), corpora: "composite".to_owned(), log10_lr: None },
            overlap_error: Some(0),
            taken: None,
            made_up: None,
            without: BTreeMap::new(),
            wrong_counts: 0,
            wrong_service: false,
            wrong_corpora: false,
            presence: Vec::new(),
            copied: Vec::new(),
            credit_error: None,
        }
    }

    fn figure(table: &Table, id: &str) -> (Figure, Option<bool>) {
        let line = table.measures.iter().find(|line| line.id == id).unwrap();
        (line.report, line.reached)
    }

    #[test]
    fn only_odd_seeds_are_reported_and_silence_is_a_miss() {
        let worlds = [
            world(0, 0.0, "service-specific"),
            world(1, 0.0, "insufficient"),
            world(3, 0.02, "bounded"),
            world(5, 0.02, "insufficient"),
        ];
        let table = Table::of(&worlds);
        assert_eq!(table.worlds, [1, 3]);
        assert_eq!(figure(&table, "false-attribution"), (Figure::Rate { hits: 0, of: 1 }, Some(false)));
        assert_eq!(figure(&table, "false-exoneration"), (Figure::Rate { hits: 1, of: 2 }, Some(false)));
        assert_eq!(figure(&table, "detection"), (Figure::Rate { hits: 0, of: 2 }, Some(false)));
        assert_eq!(figure(&table, "exoneration"), (Figure::Rate { hits: 0, of: 1 }, Some(false)));
        assert_eq!(figure(&table, "credit-error").1, None);
        // Saying nothing costs one bit.
        assert_eq!(figure(&table, "cllr"), figure(&table, "cllr-all"), "silence costs on the hard mix too");
        let out = worlds.map(|world| World { weighable: false, ..world });
        assert_eq!(figure(&Table::of(&out), "cllr").1, None, "nothing can be weighed");
        assert_eq!(figure(&table, "cllr-all"), (Figure::Value { value: Some(1.0), of: 3 }, Some(false)));
        let text = table.markdown();
        assert!(text.contains("| made | 3 | 2 | 0/1 | 1/2 | 0/2 | 0/1 | – |"), "{text}");
        assert!(text.contains("| made | 1 | 2 |"), "{text}");
    }

    #[test]
    fn enough_worlds_without_an_error_reach_one_in_a_hundred() {
        let worlds: Vec<World> = (0..600).map(|seed| world(seed, 0.0, "bounded")).collect();
        assert_eq!(figure(&Table::of(&worlds), "false-attribution").1, Some(true));
        assert_eq!(figure(&Table::of(&worlds[..400]), "false-attribution").1, Some(false));
    }
}
