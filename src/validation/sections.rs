//! What the table holds beside its measures: which truth had which answer, every held file by name, the weights by
//! threshold, and what taking inputs away costs. All of the report half.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::ablation::WITHOUT;
use super::measures::{Figure, HIDDEN, INSIDE, MEASURES, hard, rate};
use super::outcome::World;
use super::table::{brief, shown};

/// What was so of the service, by which answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Truth {
    /// In words.
    pub truth: String,
    /// Answers about the service, by code.
    pub answers: BTreeMap<String, u64>,
}

/// A held file over all worlds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id; those that only fill up the held files stand together.
    pub reference: String,
    /// Of the worlds in which it is called `present`, those in which records were copied from it.
    pub precision: Figure,
    /// Of the worlds in which enough was copied from it, those in which it is called `present`.
    pub recall: Figure,
}

/// Weights of at least so much, on the hard mix.
///
/// # Source
/// C. F. Tippett, V. J. Emerson et al. 1968: the shares of comparisons of either truth whose weight exceeds a threshold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// The ratio, as a power of ten.
    pub log10: f64,
    /// Of the worlds with something of the service in the dump, those with at least that weight for it.
    pub inside: Figure,
    /// Of the others.
    pub outside: Figure,
}

/// The figures with an input less.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Without {
    /// What was taken away, in words.
    pub what: String,
    /// Worlds in which the answer about the service is another than with everything.
    pub changed: Figure,
    /// The measures of `SHOWN`, by id.
    pub figures: BTreeMap<String, Figure>,
}

/// Thresholds of the weights: the bands of the verbal scale and the bound of what is not validated.
const THRESHOLDS: [f64; 9] = [-1.9, -1.0, -0.3, 0.0, 0.3, 1.0, 1.9, 2.0, 3.0];
/// Measures that are told for inputs taken away.
const SHOWN: [&str; 6] =
    ["false-attribution", "false-exoneration", "detection", "exoneration", "corpora-answer", "cllr"];
/// Every answer about the service.
const ANSWERS: [&str; 5] =
    ["service-specific", "not-service-alone", "current-data-source-open", "insufficient", "bounded"];

/// What is true of a world, in words, and whether it is.
type Kind<'a> = (&'a str, &'a dyn Fn(&World) -> bool);

/// Truths and answers.
pub(super) fn truths(worlds: &[&World]) -> Vec<Truth> {
    let hidden = |world: &World| HIDDEN.contains(&world.class.as_str());
    let kinds: [Kind<'_>; 5] = [
        ("a hundredth or more of it is in the dump", &|world| world.inside >= INSIDE && !hidden(world)),
        ("the same, hidden or the list unsound", &|world| world.inside >= INSIDE && hidden(world)),
        ("less than a hundredth of it is", &|world| world.inside > 0.0 && world.inside < INSIDE),
        ("nothing; another holder's copy of the same current records is", &|world| {
            world.inside == 0.0 && world.exclusive_hits >= INSIDE
        }),
        ("nothing, and nothing like it", &|world| world.inside == 0.0 && world.exclusive_hits < INSIDE),
    ];
    kinds
        .iter()
        .map(|(truth, is)| {
            let mut answers: BTreeMap<String, u64> = ANSWERS.iter().map(|code| ((*code).to_owned(), 0)).collect();
            for world in worlds.iter().filter(|world| is(world)) {
                *answers.entry(world.answer.service.clone()).or_insert(0) += 1;
            }
            Truth { truth: (*truth).to_owned(), answers }
        })
        .collect()
}

/// Held files by name.
pub(super) fn sources(worlds: &[&World]) -> Vec<Source> {
    let mut counts: BTreeMap<String, [u64; 4]> = BTreeMap::new();
    for source in worlds.iter().flat_map(|world| &world.presence) {
        // The fifty held files are numbered.
        let name = source.reference.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let count = counts.entry(name.trim_end_matches('-').to_owned()).or_default();
        let ample = source.copied && source.ample;
        let add = [source.found && source.copied, source.found, ample && source.found, ample];
        count.iter_mut().zip(add).for_each(|(sum, one)| *sum += u64::from(one));
    }
    let source = |(reference, [right, found, seen, ample]): (String, [u64; 4])| Source {
        reference,
        precision: Figure::Rate { hits: right, of: found },
        recall: Figure::Rate { hits: seen, of: ample },
    };
    counts.into_iter().map(source).collect()
}

/// Weights by threshold, on the hard mix.
pub(super) fn weights(worlds: &[&World]) -> Vec<Weighed> {
    let hard = hard(worlds);
    let at_least = |least: f64, inside: bool| {
        rate(&hard, |world| (world.inside > 0.0) == inside, |world| world.answer.log10_lr.unwrap_or(0.0) >= least)
    };
    let weighed = |log10: f64| Weighed { log10, inside: at_least(log10, true), outside: at_least(log10, false) };
    if hard.is_empty() { Vec::new() } else { THRESHOLDS.into_iter().map(weighed).collect() }
}

/// What taking inputs away costs, first of all with everything, on the same worlds.
pub(super) fn without(worlds: &[&World]) -> Vec<Without> {
    let tried: Vec<&World> = worlds.iter().filter(|world| !world.without.is_empty()).copied().collect();
    let mut all = vec![line("with everything", &tried, &tried)];
    for (id, what) in WITHOUT {
        let (before, after): (Vec<&World>, Vec<World>) = tried
            .iter()
            .filter_map(|world| {
                let less = world.without.get(id)?;
                let (answer, wrong_corpora) = (less.answer.clone(), less.wrong_corpora);
                Some((*world, World { answer, wrong_corpora, ..(*world).clone() }))
            })
            .unzip();
        all.push(line(what, &before, &after.iter().collect::<Vec<_>>()));
    }
    if tried.is_empty() { Vec::new() } else { all }
}

fn line(what: &str, before: &[&World], after: &[&World]) -> Without {
    let changed = before.iter().zip(after).filter(|(one, other)| one.answer.service != other.answer.service).count();
    let shown = MEASURES.iter().filter(|measure| SHOWN.contains(&measure.id));
    Without {
        what: what.to_owned(),
        changed: Figure::Rate { hits: changed as u64, of: before.len() as u64 },
        figures: shown.map(|measure| (measure.id.to_owned(), (measure.of)(after))).collect(),
    }
}

/// All of it as text.
pub(super) fn markdown(text: &mut String, truths: &[Truth], sources: &[Source], weights: &[Weighed], less: &[Without]) {
    let counted = |truth: &Truth| {
        let counts = ANSWERS.iter().map(|code| truth.answers.get(*code).copied().unwrap_or(0).to_string());
        std::iter::once(truth.truth.clone()).chain(counts).collect()
    };
    let intro = "What is so of the service, and what was answered (report half):";
    table(text, intro, &[&["truth"], &ANSWERS[..]].concat(), truths.iter().map(counted));
    let named = |source: &Source| vec![source.reference.clone(), shown(source.precision), shown(source.recall)];
    let heads = ["file", "called `present` rightly", "copied from amply and found"];
    table(text, "Held files by name (report half):", &heads, sources.iter().map(named));
    let weighed = |weight: &Weighed| vec![weight.log10.to_string(), shown(weight.inside), shown(weight.outside)];
    let intro = "Weights for the service's content on the hard mix (report half): worlds with at least this ratio.";
    let heads = ["ratio, power of ten", "something of it is in the dump", "nothing is"];
    table(text, intro, &heads, weights.iter().map(weighed));
    let costs = |line: &Without| {
        let figure = |id: &&str| line.figures.get(*id).map_or_else(|| "–".to_owned(), |figure| brief(*figure));
        let figures = SHOWN.iter().map(figure);
        std::iter::once(line.what.clone()).chain(figures).chain([brief(line.changed)]).collect()
    };
    let intro = "What each input carries: the same worlds with an input less (one world of eight, report half).";
    let heads = [
        "inputs",
        "accused wrongly",
        "cleared wrongly",
        "detected",
        "cleared rightly",
        "held files answered rightly",
        "cost of the weights",
        "another answer about the service",
    ];
    table(text, intro, &heads, less.iter().map(costs));
}

/// A table with its introduction, first column left, the others right; nothing where it has no rows.
fn table(text: &mut String, intro: &str, heads: &[&str], rows: impl ExactSizeIterator<Item = Vec<String>>) {
    if rows.len() == 0 {
        return;
    }
    let _ = writeln!(text, "\n{intro}\n\n| {} |\n|---|{}", heads.join(" | "), "---:|".repeat(heads.len() - 1));
    for row in rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
}
