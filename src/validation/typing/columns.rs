//! Columns against their truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::{Scale, examine, share};
use crate::dump::Input;
use crate::imprint::survey::survey;
use crate::kind;
use crate::profile::Decided;
use crate::synth::tables::{Table, Tells, columns};

/// Spoilt cells in a hundred.
pub const DIRT: u64 = 5;
/// Places within which the truth must stand where shapes are shared.
const PLACES: usize = 3;

/// How the answers decided.
const SURE: &[Decided] = &[Decided::Values, Decided::Header, Decided::Neighbours, Decided::Request];

/// What the generator names, and the ids under which the program may have it.
const SAME: &[(&str, &[&str])] = &[
    ("ua.phone", &["ua.phone", "phone"]),
    ("ru.phone", &["ru.phone", "phone"]),
    ("kg.phone", &["kg.phone", "phone"]),
    ("phone.e164", &["phone.e164", "phone"]),
    ("ua.iban", &["ua.iban", "iban"]),
    ("iban", &["iban", "ua.iban"]),
    ("surname", &["family_name", "surname", "person_name"]),
    ("given_name", &["given_name", "person_name"]),
    ("patronymic", &["patronymic", "person_name"]),
    ("telegram.username", &["telegram.username", "username"]),
    ("hash.linkedin_zeroed_sha1", &["hash.linkedin_zeroed_sha1", "hash.sha1"]),
    ("hash.bcrypt_md5", &["hash.bcrypt_md5", "hash.bcrypt"]),
    ("date", &["date", "birth_date"]),
];

/// One kind of column, over all tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindLine {
    /// Whether the program has the kind; `false` for what is nothing.
    pub known: bool,
    /// Columns of it.
    pub columns: u64,
    /// Right, as the module says.
    pub right: u64,
    /// The top answer is the kind.
    pub top: u64,
    /// The kind is among the candidates.
    pub candidate: u64,
    /// Decided, and right.
    pub sure_right: u64,
    /// Decided, and wrong.
    pub sure_wrong: u64,
    /// Decided where nobody can be sure, even if rightly.
    pub guessed: u64,
    /// Nothing was said.
    pub silent: u64,
    /// Top answers by id: how many, how many of them sure. Silence is `-`.
    pub answers: BTreeMap<String, (u64, u64)>,
}

/// The examination of columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typing {
    /// One line a kind, by id.
    pub kinds: BTreeMap<String, KindLine>,
    /// Tables whose cells were divided otherwise than they were written: their columns count as silent and wrong.
    pub torn: u64,
    /// Every column that is not right, in the order of seeds and tables.
    pub mistakes: Vec<Mistake>,
}

/// A column that is not right, and what it takes to look at it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// Seed of its table.
    pub seed: u64,
    /// Number of its table among those of the seed, and its group.
    pub table: (u64, String),
    /// Its position, and what it is.
    pub column: (u64, String),
    /// What was decided, with how; null: nothing was.
    pub sure: Option<(String, String)>,
    /// The first candidates.
    pub candidates: Vec<String>,
    /// What stands beside it; empty: the table was divided otherwise.
    pub beside: Vec<String>,
}

/// What was answered for one column.
pub(super) struct Answer {
    pub truth: &'static str,
    pub tells: Tells,
    pub sure: Option<&'static str>,
    pub decided: Decided,
    pub candidates: Vec<&'static str>,
    pub torn: bool,
}

/// What an answer is worth, as the module says.
pub(super) struct Worth {
    /// Whether the program has the kind.
    pub known: bool,
    pub right: bool,
    /// The top answer is the kind; the kind is among the candidates.
    pub first: bool,
    pub among: bool,
    pub sure_right: bool,
    pub sure_wrong: bool,
}

impl Answer {
    pub(super) fn worth(&self) -> Worth {
        let ids = ids(self.truth);
        let is = |id: &&str| ids.contains(id);
        let known = !ids.is_empty();
        let place = self.candidates.iter().position(is);
        let sure_right = self.sure.as_ref().is_some_and(is);
        let (sure, first) = (self.sure.is_some(), place == Some(0));
        let places = if self.truth.starts_with("hash.") { usize::MAX } else { PLACES };
        let listed = !sure && place.is_some_and(|place| place < places);
        let right = match self.tells {
            _ if self.torn => false,
            _ if !known => !sure,
            Tells::Nothing => !sure,
            Tells::Values => first,
            Tells::Tested(_) => first || listed,
            Tells::Among(_) => listed,
        };
        Worth { known, right, first, among: place.is_some(), sure_right, sure_wrong: sure && !sure_right }
    }
}

/// Types the columns of all kinds.
///
/// # Errors
/// When a table cannot be written or read.
pub fn type_columns(scale: &Scale, progress: &dyn Fn(u64, u64)) -> Result<Typing> {
    let mut typing = Typing::default();
    for (done, seed) in (1..).zip(scale.seeds()) {
        let tables = columns::tables(seed, scale.rows, DIRT);
        let all = examine(&tables, scale.threads, &answers)?;
        for (number, (table, answers)) in (0..).zip(tables.iter().zip(all)) {
            typing.torn += u64::from(answers.iter().any(|answer| answer.torn));
            for (position, answer) in (0..).zip(&answers) {
                if !typing.add(answer) {
                    typing.mistakes.push(mistake(answer, (seed, number, position), table));
                }
            }
        }
        progress(done, scale.seeds);
    }
    Ok(typing)
}

pub(super) fn mistake(answer: &Answer, (seed, number, position): (u64, u64, u64), table: &Table) -> Mistake {
    let others = table.truths.iter().map(|truth| truth.0).filter(|id| *id != answer.truth && !answer.torn);
    Mistake {
        seed,
        table: (number, table.id.to_owned()),
        column: (position, answer.truth.to_owned()),
        sure: answer.sure.map(|id| (id.to_owned(), format!("{:?}", answer.decided).to_lowercase())),
        candidates: answer.candidates.iter().take(4).map(|id| (*id).to_owned()).collect(),
        beside: others.map(str::to_owned).collect(),
    }
}

/// The answers for the columns of a table: those of the first look at a dump, from which everything else goes on.
pub(super) fn answers(table: &Table, input: Input) -> Result<Vec<Answer>> {
    let survey = survey(&[input], None, false)?;
    let found = survey.tables.first().map_or(&[][..], |table| &table.choices);
    let torn = found.len() != table.truths.len();
    let answer = |(position, truth): (usize, &(&'static str, Tells))| {
        let choice = found.get(position).filter(|_| !torn);
        let decided = choice.map_or(Decided::Nothing, |choice| choice.decided);
        let sure = choice.and_then(|choice| choice.kind).filter(|_| SURE.contains(&decided)).map(|kind| kind.id);
        let mut candidates: Vec<&'static str> = Vec::new();
        let listed = choice.iter().flat_map(|choice| &choice.candidates).map(|candidate| candidate.kind);
        for id in sure.into_iter().chain(listed) {
            if !candidates.contains(&id) {
                candidates.push(id);
            }
        }
        Answer { truth: truth.0, tells: truth.1, sure, decided, candidates, torn }
    };
    Ok(table.truths.iter().enumerate().map(answer).collect())
}

/// The ids under which the program may have what the generator made.
fn ids(truth: &'static str) -> Vec<&'static str> {
    let same = SAME.iter().find(|(id, _)| *id == truth).map(|(_, same)| same.to_vec());
    let same = same.unwrap_or_else(|| vec![truth]);
    same.into_iter().filter(|id| kind::find(id).is_some()).collect()
}

impl Typing {
    /// Counts an answer; says whether it is right.
    fn add(&mut self, answer: &Answer) -> bool {
        let worth = answer.worth();
        let line = self.kinds.entry(answer.truth.to_owned()).or_default();
        let (top, sure) = (answer.candidates.first(), answer.sure.is_some());
        line.known = worth.known;
        line.columns += 1;
        line.right += u64::from(worth.right);
        line.top += u64::from(worth.first);
        line.candidate += u64::from(worth.among);
        line.sure_right += u64::from(worth.sure_right);
        line.sure_wrong += u64::from(worth.sure_wrong);
        line.guessed += u64::from(sure && matches!(answer.tells, Tells::Among(_)));
        line.silent += u64::from(top.is_none());
        let told = line.answers.entry(top.map_or_else(|| "-".to_owned(), |id| (*id).to_owned())).or_default();
        told.0 += 1;
        told.1 += u64::from(sure);
        worth.right
    }

    fn sum(&self, known: bool, of: fn(&KindLine) -> u64) -> u64 {
        self.kinds.values().filter(|line| line.known == known).map(of).sum()
    }

    /// Columns of kinds that the program has: right ones and all.
    pub fn right(&self) -> (u64, u64) {
        (self.sum(true, |line| line.right), self.sum(true, |line| line.columns))
    }

    /// Columns that are nothing to the program: right ones and all.
    pub fn nothing(&self) -> (u64, u64) {
        (self.sum(false, |line| line.right), self.sum(false, |line| line.columns))
    }

    /// Wrong sure answers among all columns.
    pub fn sure_wrong(&self) -> (u64, u64) {
        let both = |of: fn(&KindLine) -> u64| self.sum(true, of) + self.sum(false, of);
        (both(|line| line.sure_wrong), both(|line| line.columns))
    }

    /// The table for people: figures, one line a kind, and who is taken for whom.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# Columns without headers, one cell of twenty spoilt\n\n");
        let ((right, columns), (quiet, nothing)) = (self.right(), self.nothing());
        let (wrong, all) = self.sure_wrong();
        let _ = writeln!(text, "* columns of known kinds that are right: {} (to reach: 97 %)", share(right, columns));
        let _ = writeln!(text, "* columns that are nothing, and nothing is sure of them: {}", share(quiet, nothing));
        let _ = writeln!(text, "* wrong sure answers: {} (to reach: 0.5 %)", share(wrong, all));
        let _ = writeln!(text, "* tables divided otherwise than they were written: {}", self.torn);
        let absent: BTreeSet<&str> = self.absent().collect();
        if !absent.is_empty() {
            let names: Vec<&str> = absent.into_iter().collect();
            let _ = writeln!(text, "* not kinds of the program, so nothing may be sure: {}", names.join(", "));
        }
        text.push_str(
            "\n| kind | columns | right | top | candidate | sure and right | sure and wrong | guessed | silent |\n",
        );
        text.push_str("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (id, line) in &self.kinds {
            let _ = writeln!(
                text,
                "| {id} | {} | {} | {} | {} | {} | {} | {} | {} |",
                line.columns,
                line.right,
                line.top,
                line.candidate,
                line.sure_right,
                line.sure_wrong,
                line.guessed,
                line.silent
            );
        }
        text.push_str("\nWhat each is taken for (top answers; `!` how many of them are sure; `-` nothing):\n\n");
        text.push_str("| kind | taken for |\n|---|---|\n");
        for (id, line) in &self.kinds {
            let _ = writeln!(text, "| {id} | {} |", line.taken());
        }
        text
    }

    /// What the generator makes and the program has no kind for, without what is nothing anyway.
    fn absent(&self) -> impl Iterator<Item = &str> {
        let missing = |(id, line): &(&String, &KindLine)| !line.known && !id.starts_with("nothing.");
        self.kinds.iter().filter(missing).map(|(id, _)| id.as_str())
    }
}

impl KindLine {
    fn taken(&self) -> String {
        let mut told: Vec<_> = self.answers.iter().collect();
        told.sort_by_key(|(id, (count, _))| (std::cmp::Reverse(*count), id.as_str()));
        let one = |(id, (count, sure)): (&String, &(u64, u64))| match sure {
            0 => format!("{id} {count}"),
            sure => format!("{id} {count} (!{sure})"),
        };
        told.into_iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(truth: &'static str, tells: Tells, sure: Option<&'static str>, candidates: &[&'static str]) -> Answer {
        let candidates = sure.iter().chain(candidates).copied().collect();
        Answer { truth, tells, sure, decided: Decided::Values, candidates, torn: false }
    }

    fn line(answers: &[Answer]) -> Typing {
        let mut typing = Typing::default();
        for answer in answers {
            typing.add(answer);
        }
        typing
    }

    #[test]
    fn what_is_right_depends_on_what_values_can_tell() {
        let right = |tells, sure, candidates: &[&'static str]| {
            line(&[answer("email", tells, sure, candidates)]).right() == (1, 1)
        };
        assert!(right(Tells::Values, Some("email"), &[]) && right(Tells::Values, None, &["email", "phone"]));
        assert!(!right(Tells::Values, None, &["phone", "email"]) && !right(Tells::Values, Some("phone"), &["email"]));
        assert!(right(Tells::Among(&[]), None, &["phone", "date", "email"]));
        assert!(!right(Tells::Among(&[]), None, &["phone", "date", "password", "email"]));
        assert!(!right(Tells::Among(&[]), Some("email"), &[]) && right(Tells::Tested(&[]), Some("email"), &[]));
        assert!(!right(Tells::Tested(&[]), Some("phone"), &["email"]));
    }

    #[test]
    fn nothing_is_right_when_nothing_is_sure() {
        let typing = line(&[
            answer("nothing.town", Tells::Nothing, None, &["person_name"]),
            answer("nothing.town", Tells::Nothing, Some("person_name"), &[]),
            answer("of no kind", Tells::Values, Some("date"), &[]),
            answer("ua.phone", Tells::Values, Some("phone"), &[]),
        ]);
        assert_eq!((typing.nothing(), typing.right(), typing.sure_wrong()), ((1, 3), (1, 1), (2, 4)));
        let text = typing.markdown();
        assert!(text.contains("| nothing.town | person_name 2 (!1) |"), "{text}");
        assert!(text.contains("not kinds of the program, so nothing may be sure: of no kind"), "{text}");
    }
}
