//! From what was found to what will be read: the first plan of each table.

use super::agree;
use super::plan::{ColumnPlan, Pair, TablePlan};
use super::second;
use super::survey::{Survey, TableSurvey};
use crate::kind;
use crate::profile::classify::Choice;
use crate::profile::role::{self, Role};
use crate::profile::tally::Matter;
use crate::profile::words;

impl Survey {
    /// The plan that reads every column as what it was found to be.
    pub fn plan(&self) -> Vec<TablePlan> {
        let column = |(position, choice): (usize, &Choice)| ColumnPlan {
            kind: choice.compared_as,
            region: choice.region,
            parts: if choice.leads(position) { choice.parts.clone() } else { Vec::new() },
            read: true,
            repair: None,
            linked: false,
        };
        let columns = |table: &TableSurvey| {
            let mut columns: Vec<ColumnPlan> = table.choices.iter().enumerate().map(column).collect();
            for (column, damage) in columns.iter_mut().zip(&table.damage) {
                column.repair = damage.map(|found| found.repair);
            }
            columns
        };
        let pairs: Vec<_> = self.tables.iter().map(agree::pairs).collect();
        let rows_about = self.files.iter().map(|file| file.rows_about).sum();
        self.tables
            .iter()
            .zip(pairs)
            .map(|(table, agreements)| TablePlan {
                columns: columns(table),
                created: table.created(),
                birth: table.birth(&agreements),
                born: table.born(&agreements),
                needed: table.needed(),
                agreements,
                rows_about,
                ..TablePlan::default()
            })
            .collect()
    }
}

impl TableSurvey {
    /// The column with the day on which each record was made.
    fn created(&self) -> Option<usize> {
        self.choices.iter().position(|choice| {
            choice.compared_as.is_some_and(|kind| kind.id == "date")
                && choice.known_name.as_deref().is_some_and(words::tells_creation)
        })
    }

    /// The columns compared as a kind.
    fn of<'a>(&'a self, id: &'static str) -> impl Iterator<Item = (usize, &'a Choice)> {
        let is = move |choice: &Choice| choice.compared_as.is_some_and(|kind| kind.id == id);
        self.choices.iter().enumerate().filter(move |(_, choice)| is(choice))
    }

    /// The column of whole names and that of their days of birth.
    fn born(&self, pairs: &[Pair]) -> Option<(usize, usize)> {
        let (name, _) = self.of("person_name").next()?;
        Some((name, self.birth(pairs)?))
    }

    /// The column of days of birth: the one that agrees with a number, else by its name, else the only one of dates, if they are
    /// as far apart as people's births.
    fn birth(&self, pairs: &[Pair]) -> Option<usize> {
        let agreeing = pairs.iter().find(|pair| pair.matter == Matter::BirthDate).map(|pair| pair.other);
        let role = |choice: &Choice| choice.known_name.as_deref().and_then(role::of);
        let by_name = || self.of("date").find(|(_, choice)| role(choice) == Some(Role::Birth)).map(|(at, _)| at);
        let by_values = || match self.of("date").collect::<Vec<_>>()[..] {
            [(at, choice)] if role(choice).is_none() => spans_generations(&self.cells(at), choice.region).then_some(at),
            _ => None,
        };
        agreeing.or_else(by_name).or_else(by_values)
    }

    /// The wider keys that must be asked for, and whether the sample does.
    fn needed(&self) -> Vec<(&'static str, bool)> {
        let ask = |(position, choice): (usize, &Choice)| {
            let kind = choice.compared_as.filter(|kind| kind.wider.iter().any(|wider| wider.needed.is_some()))?;
            Some(second::needed_by(kind, choice.region, &self.cells(position)))
        };
        self.choices.iter().enumerate().filter_map(ask).flatten().collect()
    }
}

/// Years between the dates of people's births: so far apart are the oldest and the youngest fifth at least.
const GENERATION: u32 = 12;

/// Whether dates are as far apart as people's births: registrations and issues fall in fewer years.
fn spans_generations(cells: &[Vec<u8>], region: kind::Region) -> bool {
    let mut key = kind::KeyBuf::new();
    let year = |cell: &Vec<u8>| {
        key.clear();
        (kind::date::KIND.key)(cell, region, &mut key).ok()?;
        key.get(..4).and_then(kind::facts::number)
    };
    let mut years: Vec<u32> = cells.iter().filter(|cell| !cell.is_empty()).filter_map(year).collect();
    years.sort_unstable();
    let at = |fifth: usize| years.get(years.len() * fifth / 5).copied().unwrap_or(0);
    years.len() >= 10 && at(4) >= at(1) + GENERATION
}
