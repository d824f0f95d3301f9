//! Layouts against their truth.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{Scale, examine, share};
use crate::dump::Input;
use crate::pipeline::{self, Request, Silent};
use crate::synth::tables::{Table, strangers, systems};

/// One system, over all its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemLine {
    /// Tables of it.
    pub tables: u64,
    /// The first schema is its own.
    pub top: u64,
    /// The first schema is that of a twin, and its own is named with it as of the same form, and nobody else is.
    pub tied: u64,
    /// Its own schema, or such a twin's, was accepted.
    pub accepted: u64,
    /// Another schema was accepted.
    pub wrong: u64,
    /// The first schema is right, and somebody is named with it who could not have written the table.
    pub more_named: u64,
    /// First schemas by id; silence is `-`.
    pub answers: BTreeMap<String, u64>,
}

/// Tables by what was done to the header: all, right first places, right with ties.
pub type HeaderLine = (u64, u64, u64);

/// The examination of layouts.
///
/// # What is right
///
/// *Strictly* right is a table whose first schema is its system's own. Some tables could have been written by several systems:
/// the generator says of which (its *twins*: the same columns left, made alike, under the same names, in the same order), and
/// knows nothing of the model. For such a table the honest answer is a tie: one of the twins first, the system's own named with
/// it as of the same form, nobody else named. *With ties* that is right as well. A tie between systems that are no twins is wrong,
/// and a twin that is named alone is wrong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fits {
    /// One line a system, by id.
    pub systems: BTreeMap<String, SystemLine>,
    /// Tables, strictly right ones, and ties besides, by what was done to the header: own, renamed, none.
    pub headers: BTreeMap<String, HeaderLine>,
    /// Tables of no known system by id: how many, and what some of them were taken for.
    pub strangers: BTreeMap<String, (u64, BTreeMap<String, u64>)>,
    /// Every table whose first schema is wrong, or that was taken for something it is not: seed, id, what was done to it, the
    /// answer, its fit.
    pub mistakes: Vec<(u64, String, String, String, f64)>,
}

/// A schema that was told: its id, its fit, those named with it as of the same form.
type Told = (String, f64, Vec<String>);

/// What was answered for one table: the first schema, and the first accepted one.
struct Answer {
    first: Option<Told>,
    accepted: Option<Told>,
}

/// Looks at tables of every system and of every stranger.
///
/// # Errors
/// When a table cannot be written or read.
pub fn fit_tables(scale: &Scale, progress: &dyn Fn(u64, u64)) -> Result<Fits> {
    let mut fits = Fits::default();
    for (done, seed) in (1..).zip(scale.seeds()) {
        let (twins, tables): (Vec<_>, Vec<Table>) =
            systems::tables(seed, scale.rows).into_iter().map(|made| (made.twins, made.table)).unzip();
        for ((twins, table), answer) in twins.iter().zip(&tables).zip(examine(&tables, scale.threads, &answer)?) {
            fits.add_system(seed, (table.id, twins), &table.variant, &answer);
        }
        let (thinned, turn) = (scale.thinned.max(1), seed / 2 % scale.thinned.max(1));
        let tables: Vec<Table> = (0..)
            .zip(strangers::tables(seed, scale.rows))
            .filter(|(at, _)| at % thinned == turn)
            .map(|(_, table)| table)
            .collect();
        for (table, answer) in tables.iter().zip(examine(&tables, scale.threads, &answer)?) {
            fits.add_stranger(seed, table.id, &table.variant, &answer);
        }
        progress(done, scale.seeds);
    }
    Ok(fits)
}

/// What `inspect` says of the table.
fn answer(_: &Table, input: Input) -> Result<Answer> {
    let mut request = Request { dump: vec![input], ..Request::default() };
    request.settings.threads = 1;
    // What is examined is whether they are known, not whether they are named unasked.
    request.settings.sensitive = true;
    request.settings.digest = false;
    let dump = pipeline::inspect(&request, &Silent)?.dump.context("the report of a table has no dump")?;
    let told = |fit: &crate::report::dump::SchemaFit| (fit.id.clone(), fit.fit, fit.same_form.clone());
    let fits = dump.schemas.as_deref().unwrap_or_default();
    Ok(Answer { first: fits.first().map(told), accepted: fits.iter().find(|fit| fit.accepted).map(told) })
}

impl Fits {
    fn add_system(&mut self, seed: u64, (id, twins): (&str, &[&str]), variant: &str, answer: &Answer) {
        let could = |told: &str| told == id || twins.contains(&told);
        let nobody_else = |same: &[String]| same.iter().all(|same| could(same));
        let ties = |told: &Option<Told>| {
            told.as_ref().is_some_and(|(first, _, same)| {
                twins.contains(&first.as_str()) && same.iter().any(|same| same == id) && nobody_else(same)
            })
        };
        let is = |told: &Option<Told>| told.as_ref().is_some_and(|(first, ..)| first == id);
        let (top, tied) = (is(&answer.first), ties(&answer.first));
        let right = is(&answer.accepted) || ties(&answer.accepted);
        let wrong = answer.accepted.is_some() && !right;
        let line = self.systems.entry(id.to_owned()).or_default();
        line.tables += 1;
        line.top += u64::from(top);
        line.tied += u64::from(tied);
        line.accepted += u64::from(right);
        line.wrong += u64::from(wrong);
        let more = answer.first.as_ref().is_some_and(|(.., same)| !nobody_else(same));
        line.more_named += u64::from(top && more);
        let (told, fit) =
            answer.first.as_ref().map_or_else(|| ("-".to_owned(), 0.0), |(id, fit, _)| (id.clone(), *fit));
        *line.answers.entry(told.clone()).or_default() += 1;
        let header = ["no header", "renamed"].into_iter().find(|word| variant.contains(word)).unwrap_or("own header");
        let header = self.headers.entry(header.to_owned()).or_default();
        *header = (header.0 + 1, header.1 + u64::from(top), header.2 + u64::from(tied));
        if wrong || !(top || tied) {
            self.mistakes.push((seed, id.to_owned(), variant.to_owned(), told, fit));
        }
    }

    fn add_stranger(&mut self, seed: u64, id: &str, variant: &str, answer: &Answer) {
        let line = self.strangers.entry(id.to_owned()).or_default();
        line.0 += 1;
        if let Some((told, fit, _)) = &answer.accepted {
            *line.1.entry(told.clone()).or_default() += 1;
            self.mistakes.push((seed, id.to_owned(), variant.to_owned(), told.clone(), *fit));
        }
    }

    fn sum(&self, of: fn(&SystemLine) -> u64) -> u64 {
        self.systems.values().map(of).sum()
    }

    /// Tables of known systems whose first schema is strictly right, and all of them.
    pub fn top(&self) -> (u64, u64) {
        (self.sum(|line| line.top), self.sum(|line| line.tables))
    }

    /// Tables of known systems whose first schema is right, honest ties counted, and all of them.
    pub fn right(&self) -> (u64, u64) {
        (self.sum(|line| line.top + line.tied), self.sum(|line| line.tables))
    }

    /// Tables of no known system that were taken for one, and all of them.
    pub fn taken(&self) -> (u64, u64) {
        let taken = self.strangers.values().map(|(_, answers)| answers.values().sum::<u64>()).sum();
        (taken, self.strangers.values().map(|(tables, _)| tables).sum())
    }

    /// The table for people.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# Layouts: headers of all kinds or none, columns shuffled and missing\n\n");
        let ((top, tables), (right, _), (taken, strangers)) = (self.top(), self.right(), self.taken());
        let accepted = self.sum(|line| line.accepted);
        let _ = writeln!(text, "* first schema right, honest ties counted: {} (to reach: 98 %)", share(right, tables));
        let _ = writeln!(text, "* strictly, the system's own first: {}", share(top, tables));
        for (header, (tables, right, tied)) in &self.headers {
            let _ =
                writeln!(text, "  * {header}: {}; with ties {}", share(*right, *tables), share(right + tied, *tables));
        }
        let _ = writeln!(text, "* of these tables, accepted as what they are: {}", share(accepted, tables));
        let _ = writeln!(text, "* accepted as another system: {}", share(self.sum(|line| line.wrong), tables));
        let more = self.sum(|line| line.more_named);
        let _ =
            writeln!(text, "* right, but named with somebody who could not have written it: {}", share(more, tables));
        let _ = writeln!(text, "* unknown tables that were accepted: {} (at most: 2 %)", share(taken, strangers));
        text.push_str(
            "\nA tie is honest where the generator could have made the same table for each of the systems named, and for \
             nobody else named.\n\n| system | tables | first | honest ties | accepted | accepted as another | first \
             schemas |\n|---|---:|---:|---:|---:|---:|---|\n",
        );
        for (id, line) in &self.systems {
            let _ = writeln!(
                text,
                "| {id} | {} | {} | {} | {} | {} | {} |",
                line.tables,
                line.top,
                line.tied,
                line.accepted,
                line.wrong,
                told(&line.answers)
            );
        }
        text.push_str(
            "\nUnknown tables that were taken for a system:\n\n| table | tables | taken for |\n|---|---:|---|\n",
        );
        for (id, (tables, answers)) in self.strangers.iter().filter(|(_, (_, answers))| !answers.is_empty()) {
            let _ = writeln!(text, "| {id} | {tables} | {} |", told(answers));
        }
        text
    }
}

/// `this 3, that 1`: most frequent first.
fn told(answers: &BTreeMap<String, u64>) -> String {
    let mut told: Vec<(&String, &u64)> = answers.iter().collect();
    told.sort_by_key(|(id, count)| (std::cmp::Reverse(**count), id.as_str()));
    told.into_iter().map(|(id, count)| format!("{id} {count}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(first: Option<&str>, same: &[&str], accepted: Option<&str>) -> Answer {
        let told = |id: &str| (id.to_owned(), 0.8, same.iter().map(|id| (*id).to_owned()).collect());
        Answer { first: first.map(told), accepted: accepted.map(told) }
    }

    #[test]
    fn first_place_acceptance_and_strangers_are_counted_apart() {
        let mut fits = Fits::default();
        let twins: &[&str] = &["b"];
        fits.add_system(1, ("a", twins), "shuffled", &answer(Some("a"), &[], Some("a")));
        fits.add_system(1, ("a", twins), "renamed, noise", &answer(Some("a"), &["c"], None));
        fits.add_system(1, ("a", twins), "no header", &answer(Some("c"), &["a"], Some("c")));
        fits.add_system(1, ("a", twins), "no header", &answer(Some("c"), &[], Some("c")));
        fits.add_stranger(1, "s", "header", &answer(Some("a"), &[], None));
        fits.add_stranger(1, "s", "no header", &answer(Some("a"), &[], Some("a")));
        assert_eq!((fits.top(), fits.right(), fits.taken(), fits.mistakes.len()), ((2, 4), (2, 4), (1, 2), 3));
        let line = &fits.systems["a"];
        assert_eq!((fits.headers["no header"], line.wrong, line.accepted, line.more_named), ((2, 0, 0), 2, 1, 1));
        let text = fits.markdown();
        assert!(text.contains("| a | 4 | 2 | 0 | 1 | 2 | a 2, c 2 |") && text.contains("| s | 2 | a 1 |"), "{text}");
    }

    #[test]
    fn only_a_tie_of_twins_that_names_the_truth_and_nobody_else_is_right() {
        for (first, same, right) in [
            ("a", &[][..], true),
            ("b", &["a"], true),
            ("b", &[], false),
            ("b", &["a", "c"], false),
            ("c", &["a"], false),
            ("b", &["c"], false),
        ] {
            let mut fits = Fits::default();
            fits.add_system(1, ("a", &["b"]), "", &answer(Some(first), same, Some(first)));
            assert_eq!(fits.right(), (u64::from(right), 1), "{first} with {same:?}");
            assert_eq!((fits.systems["a"].wrong, fits.mistakes.len()), (u64::from(!right), usize::from(!right)));
        }
    }
}
