//! Columns under headers against their truth: what a name adds, and whether a wrong one misleads.
//!
//! # What is right
//!
//! * Under a word for what the column is: the top answer is its kind; of a column that is nothing, nothing is sure.
//! * Under a word for many things, or one that means nothing: what is right without a header.
//! * Under a word for something else: no wrong answer is sure.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::columns::{self, Answer, DIRT, Mistake};
use super::{Scale, examine, share};
use crate::synth::tables::Table;
use crate::synth::tables::columns::{Naming, headed_tables};

/// The columns that are named in one way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedLine {
    /// Columns.
    pub columns: u64,
    /// Right, as the module says.
    pub right: u64,
    /// Decided, and right.
    pub sure_right: u64,
    /// Decided, and wrong.
    pub sure_wrong: u64,
    /// Nothing was said.
    pub silent: u64,
}

/// The examination of columns under headers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headed {
    /// One line for each way of naming a column.
    pub named: BTreeMap<String, NamedLine>,
    /// Every column that is not right, with its name, in the order of seeds and tables.
    pub mistakes: Vec<(String, Mistake)>,
}

/// Types the columns of all kinds under headers.
///
/// # Errors
/// When a table cannot be written or read.
pub fn type_headed(scale: &Scale, progress: &dyn Fn(u64, u64)) -> Result<Headed> {
    let mut headed = Headed::default();
    for (done, seed) in (1..).zip(scale.seeds()) {
        let (tables, namings): (Vec<Table>, Vec<Vec<Naming>>) =
            headed_tables(seed, scale.rows, DIRT).into_iter().unzip();
        let all = examine(&tables, scale.threads, &columns::answers)?;
        for (number, ((table, namings), answers)) in (0..).zip(tables.iter().zip(&namings).zip(all)) {
            for (position, (answer, naming)) in (0..).zip(answers.iter().zip(namings)) {
                if !headed.add(answer, *naming) {
                    let mistake = columns::mistake(answer, (seed, number, position), table);
                    headed.mistakes.push((table.names[position as usize].clone(), mistake));
                }
            }
        }
        progress(done, scale.seeds);
    }
    Ok(headed)
}

/// How a column is named, in words.
fn words(naming: Naming) -> &'static str {
    match naming {
        Naming::Own => "as what it is",
        Naming::General => "in general",
        Naming::Unknown => "by nothing",
        Naming::Misleading => "as something else",
    }
}

impl Headed {
    /// Counts an answer; says whether it is right.
    fn add(&mut self, answer: &Answer, naming: Naming) -> bool {
        let worth = answer.worth();
        let line = self.named.entry(words(naming).to_owned()).or_default();
        let right = match naming {
            Naming::Own if worth.known => worth.first,
            Naming::Own | Naming::Misleading => !worth.sure_wrong,
            Naming::General | Naming::Unknown => worth.right,
        };
        let right = right && !answer.torn;
        line.columns += 1;
        line.right += u64::from(right);
        line.sure_right += u64::from(worth.sure_right);
        line.sure_wrong += u64::from(worth.sure_wrong);
        line.silent += u64::from(answer.candidates.is_empty());
        right
    }

    fn sum(&self, of: fn(&NamedLine) -> u64) -> u64 {
        self.named.values().map(of).sum()
    }

    /// Right ones and all columns.
    pub fn right(&self) -> (u64, u64) {
        (self.sum(|line| line.right), self.sum(|line| line.columns))
    }

    /// Wrong sure answers among all columns.
    pub fn sure_wrong(&self) -> (u64, u64) {
        (self.sum(|line| line.sure_wrong), self.sum(|line| line.columns))
    }

    /// The table for people.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# Columns under headers, one in ten of them named as something else\n\n");
        let ((right, columns), (wrong, all)) = (self.right(), self.sure_wrong());
        let _ = writeln!(text, "* columns that are right: {} (to reach: 97 %)", share(right, columns));
        let _ = writeln!(text, "* wrong sure answers: {} (to reach: 0.5 %)", share(wrong, all));
        text.push_str("\n| named | columns | right | sure and right | sure and wrong | silent |\n");
        text.push_str("|---|---:|---:|---:|---:|---:|\n");
        for (named, line) in &self.named {
            let _ = writeln!(
                text,
                "| {named} | {} | {} | {} | {} | {} |",
                line.columns,
                share(line.right, line.columns),
                line.sure_right,
                line.sure_wrong,
                line.silent
            );
        }
        text.push_str("\nWhat is not right (name, what it is, what was sure or the first candidates):\n\n");
        for (name, mistake) in &self.mistakes {
            let said = match &mistake.sure {
                Some((id, how)) => format!("{id} for sure, by {how}"),
                None => mistake.candidates.join(", "),
            };
            let _ = writeln!(text, "* `{name}`: {}: {said}", mistake.column.1);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Decided;
    use crate::synth::tables::Tells;

    fn answer(truth: &'static str, tells: Tells, sure: Option<&'static str>, candidates: &[&'static str]) -> Answer {
        let candidates = sure.iter().chain(candidates).copied().collect();
        Answer { truth, tells, sure, decided: Decided::Header, candidates, torn: false }
    }

    #[test]
    fn names_change_what_is_right() {
        let right = |naming, truth, tells, sure, candidates: &[&'static str]| {
            Headed::default().add(&answer(truth, tells, sure, candidates), naming)
        };
        let among = Tells::Among(&[]);
        assert!(right(Naming::Own, "ua.id_card", among, Some("ua.id_card"), &[]), "a header may decide");
        assert!(!right(Naming::Own, "ua.id_card", among, None, &["us.ssn", "ua.id_card"]), "and must");
        assert!(right(Naming::General, "ua.id_card", among, None, &["us.ssn", "ua.id_card"]));
        assert!(right(Naming::Misleading, "ua.id_card", among, None, &["us.ssn"]));
        assert!(!right(Naming::Misleading, "ua.id_card", among, Some("us.ssn"), &[]));
        assert!(right(Naming::Own, "nothing.town", Tells::Nothing, None, &["password"]));
        assert!(!right(Naming::Own, "nothing.town", Tells::Nothing, Some("password"), &[]));
    }
}
