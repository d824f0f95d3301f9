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
    /// The first schema is its own, or one whose records nobody can tell from it.
    pub top: u64,
    /// The first schema is such a one, or is said to be of one form with its own.
    pub form: u64,
    /// Its own schema, or such a one, was accepted.
    pub accepted: u64,
    /// Another schema was accepted.
    pub wrong: u64,
    /// First schemas by id; silence is `-`.
    pub answers: BTreeMap<String, u64>,
}

/// The examination of layouts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fits {
    /// One line a system, by id.
    pub systems: BTreeMap<String, SystemLine>,
    /// Tables and right first places by what was done to the header: own, renamed, none.
    pub headers: BTreeMap<String, (u64, u64)>,
    /// Tables of no known system by id: how many, and what some of them were taken for.
    pub strangers: BTreeMap<String, (u64, BTreeMap<String, u64>)>,
    /// Every table whose first schema is wrong, or that was taken for something it is not: seed, id, what was done to it, the
    /// answer, its fit.
    pub mistakes: Vec<(u64, String, String, String, f64)>,
}

/// What was answered for one table: the first schema with its fit and those of its form, and the first accepted one.
struct Answer {
    first: Option<(String, f64, Vec<String>)>,
    accepted: Option<(String, f64, Vec<String>)>,
}

/// Looks at tables of every system and of every stranger.
///
/// # Errors
/// When a table cannot be written or read.
pub fn fit_tables(scale: &Scale, progress: &dyn Fn(u64, u64)) -> Result<Fits> {
    let mut fits = Fits::default();
    for (done, seed) in (1..).zip(scale.seeds()) {
        let (systems, tables): (Vec<_>, Vec<Table>) = systems::tables(seed, scale.rows).into_iter().unzip();
        for ((system, table), answer) in systems.iter().zip(&tables).zip(examine(&tables, scale.threads, &answer)?) {
            fits.add_system(seed, (system.id, system.alike), &table.variant, &answer);
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
    request.settings.digest = false;
    let dump = pipeline::inspect(&request, &Silent)?.dump.context("the report of a table has no dump")?;
    let told = |fit: &crate::report::dump::SchemaFit| (fit.id.clone(), fit.fit, fit.same_form.clone());
    let fits = dump.schemas.as_deref().unwrap_or_default();
    Ok(Answer { first: fits.first().map(told), accepted: fits.iter().find(|fit| fit.accepted).map(told) })
}

impl Fits {
    fn add_system(&mut self, seed: u64, (id, alike): (&str, &[&str]), variant: &str, answer: &Answer) {
        type Told = Option<(String, f64, Vec<String>)>;
        let is = |told: &Told| told.as_ref().is_some_and(|(told, ..)| told == id || alike.contains(&told.as_str()));
        let forms =
            |told: &Told| is(told) || told.as_ref().is_some_and(|(.., same)| same.iter().any(|same| same == id));
        let line = self.systems.entry(id.to_owned()).or_default();
        line.tables += 1;
        line.top += u64::from(is(&answer.first));
        line.form += u64::from(forms(&answer.first));
        line.accepted += u64::from(is(&answer.accepted));
        let wrong = answer.accepted.is_some() && !forms(&answer.accepted);
        line.wrong += u64::from(wrong);
        let (told, fit) =
            answer.first.as_ref().map_or_else(|| ("-".to_owned(), 0.0), |(id, fit, _)| (id.clone(), *fit));
        *line.answers.entry(told.clone()).or_default() += 1;
        let header = ["no header", "renamed"].into_iter().find(|word| variant.contains(word)).unwrap_or("own header");
        let header = self.headers.entry(header.to_owned()).or_default();
        header.0 += 1;
        header.1 += u64::from(is(&answer.first));
        if wrong || !is(&answer.first) {
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

    /// Tables of known systems whose first schema is right, and all of them.
    pub fn top(&self) -> (u64, u64) {
        (self.sum(|line| line.top), self.sum(|line| line.tables))
    }

    /// Tables of no known system that were taken for one, and all of them.
    pub fn taken(&self) -> (u64, u64) {
        let taken = self.strangers.values().map(|(_, answers)| answers.values().sum::<u64>()).sum();
        (taken, self.strangers.values().map(|(tables, _)| tables).sum())
    }

    /// The table for people.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# Layouts: headers of all kinds or none, columns shuffled and missing\n\n");
        let ((top, tables), (taken, strangers)) = (self.top(), self.taken());
        let accepted = self.sum(|line| line.accepted);
        let _ = writeln!(text, "* first schema right: {} (to reach: 98 %)", share(top, tables));
        for (header, (tables, right)) in &self.headers {
            let _ = writeln!(text, "  * {header}: {}", share(*right, *tables));
        }
        let forms = self.sum(|line| line.form);
        let _ = writeln!(text, "* right, or said to be of one form with the right one: {}", share(forms, tables));
        let _ = writeln!(text, "* of these tables, accepted as what they are: {}", share(accepted, tables));
        let _ = writeln!(text, "* accepted as another system: {}", share(self.sum(|line| line.wrong), tables));
        let _ = writeln!(text, "* unknown tables that were accepted: {} (at most: 2 %)", share(taken, strangers));
        text.push_str("\n| system | tables | first | of one form | accepted | accepted as another | first schemas |\n");
        text.push_str("|---|---:|---:|---:|---:|---:|---|\n");
        for (id, line) in &self.systems {
            let _ = writeln!(
                text,
                "| {id} | {} | {} | {} | {} | {} | {} |",
                line.tables,
                line.top,
                line.form,
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
        fits.add_system(1, ("a", &["b"]), "shuffled", &answer(Some("a"), &[], Some("a")));
        fits.add_system(1, ("a", &["b"]), "renamed, noise", &answer(Some("b"), &[], None));
        fits.add_system(1, ("a", &["b"]), "no header", &answer(Some("c"), &["a"], Some("c")));
        fits.add_system(1, ("a", &["b"]), "no header", &answer(Some("c"), &[], Some("c")));
        fits.add_stranger(1, "s", "header", &answer(Some("a"), &[], None));
        fits.add_stranger(1, "s", "no header", &answer(Some("a"), &[], Some("a")));
        assert_eq!((fits.top(), fits.taken(), fits.mistakes.len()), ((2, 4), (1, 2), 3));
        assert_eq!((fits.headers["no header"], fits.systems["a"].wrong, fits.systems["a"].form), ((2, 0), 1, 3));
        let text = fits.markdown();
        assert!(
            text.contains("| a | 4 | 2 | 3 | 1 | 1 | c 2, a 1, b 1 |") && text.contains("| s | 2 | a 1 |"),
            "{text}"
        );
    }
}
