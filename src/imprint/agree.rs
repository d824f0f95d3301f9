//! Whether two cells of a row agree about the person they speak of: which columns are asked, and the counting.

use super::cell::Scratch;
use super::plan::{Openly, Pair, TablePlan};
use super::survey::TableSurvey;
use crate::kind::{KeyBuf, Kind, Region, person};
use crate::profile::role::{self, Role};
use crate::profile::tally::{Matter, Tally};
use crate::record::page::Page;

/// Pairs of columns counted in one table at most.
const PAIRS_MOST: usize = 4;
/// Share of the sampled rows in which a column without a telling name must agree to be taken for the day of birth.
const TOLD_BY_VALUES: f64 = 0.5;
/// Sampled rows that must say something.
const ROWS_LEAST: u64 = 10;

/// The pairs of a table that are worth counting, by its names and its sample.
pub fn pairs(table: &TableSurvey) -> Vec<Pair> {
    let mut found = Vec::new();
    for (number, choice) in table.choices.iter().enumerate() {
        let Some(kind) = choice.compared_as else { continue };
        let Some(facts) = kind.facts else { continue };
        let pair =
            |matter, other: usize, openly| Pair { matter, number, other, kind, region: choice.region, facts, openly };
        found.extend(birth(table, &pair));
        found.extend(sex(table, &pair));
    }
    found.truncate(PAIRS_MOST);
    found
}

/// The column of dates of birth: by its values under whatever name, else by its name.
fn birth(table: &TableSurvey, pair: &dyn Fn(Matter, usize, Openly) -> Pair) -> Option<Pair> {
    let dates =
        || table.choices.iter().enumerate().filter(|(_, c)| c.compared_as.is_some_and(|kind| kind.id == "date"));
    let asked = |(other, choice): (usize, &crate::profile::classify::Choice)| {
        let pair = pair(Matter::BirthDate, other, Openly::Date(choice.region));
        (sampled(table, &pair), pair, choice.known_name.as_deref().and_then(role::of))
    };
    let agreeing = |tally: &Tally| tally.agree as f64 >= TOLD_BY_VALUES * tally.tested.max(1) as f64;
    let all: Vec<(Tally, Pair, Option<Role>)> =
        dates().map(asked).filter(|(tally, ..)| tally.tested >= ROWS_LEAST).collect();
    let told = all.iter().filter(|(tally, _, role)| *role == Some(Role::Birth) || agreeing(tally));
    // Of several days of birth (of a child, of a spouse) the number's own agrees most.
    told.max_by_key(|(tally, pair, _)| (tally.agree, std::cmp::Reverse(pair.other))).map(|(_, pair, _)| pair.clone())
}

/// The column that tells the sex: one of sexes, else of patronymics, else of names with patronymics.
fn sex(table: &TableSurvey, pair: &dyn Fn(Matter, usize, Openly) -> Pair) -> Option<Pair> {
    let openly = |choice: &crate::profile::classify::Choice| match choice.known_name.as_deref().and_then(role::of) {
        Some(Role::Sex) => Some((0, Openly::Word)),
        Some(Role::Patronymic) => Some((1, Openly::Patronymic)),
        _ if choice.kind.is_some_and(|kind| kind.id == "patronymic") => Some((1, Openly::Patronymic)),
        _ => {
            let kind = choice.compared_as.filter(|kind| kind.id == "person_name")?;
            Some((2, Openly::Name(kind, choice.region)))
        }
    };
    let all = table.choices.iter().enumerate().filter_map(|(other, choice)| {
        let (order, openly) = openly(choice)?;
        let pair = pair(Matter::Sex, other, openly);
        (sampled(table, &pair).tested >= ROWS_LEAST).then_some((order, pair))
    });
    all.min_by_key(|(order, pair)| (*order, pair.other)).map(|(_, pair)| pair)
}

/// The tally in the sample.
fn sampled(table: &TableSurvey, pair: &Pair) -> Tally {
    let (mut reader, mut tally) = (Reader::default(), Tally::default());
    for (number, other) in table.cells(pair.number).iter().zip(table.cells(pair.other).iter()) {
        if !number.is_empty() && !other.is_empty() {
            reader.count(pair, number, other, &mut tally);
        }
    }
    tally
}

/// Buffers that are reused from row to row.
#[derive(Default)]
pub struct Reader {
    number: KeyBuf,
    other: KeyBuf,
    scratch: Scratch,
    copy: Vec<u8>,
}

impl Reader {
    /// Counts the rows of a page into one tally for each pair.
    pub fn page(&mut self, page: &Page<'_>, plan: &TablePlan, tallies: &mut Vec<Tally>) {
        let pairs = &plan.agreements;
        tallies.resize(pairs.len().max(tallies.len()), Tally::default());
        for (pair, tally) in pairs.iter().zip(tallies) {
            for record in 0..page.len() {
                let Some(number) = plan.content(page, record, pair.number, &mut self.scratch) else { continue };
                // One scratch serves both cells: the first is kept apart.
                let mut copy = std::mem::take(&mut self.copy);
                copy.clear();
                copy.extend_from_slice(number);
                let mut scratch = std::mem::take(&mut self.scratch);
                if let Some(other) = plan.content(page, record, pair.other, &mut scratch) {
                    self.count(pair, &copy, other, tally);
                }
                (self.copy, self.scratch) = (copy, scratch);
            }
        }
    }

    #[inline]
    fn count(&mut self, pair: &Pair, number: &[u8], other: &[u8], tally: &mut Tally) {
        let Some(number) = canonical(pair.kind, pair.region, number, &mut self.number) else { return };
        let facts = (pair.facts)(number);
        match pair.openly {
            Openly::Date(region) => {
                let Some(born) = facts.birth_day else { return };
                let Some(date) = canonical(&crate::kind::date::KIND, region, other, &mut self.other) else { return };
                let Some((day, exchanged)) = person::days(date) else { return };
                tally.tested += 1;
                tally.agree += u64::from(day == born);
                tally.swapped += u64::from(day != born && exchanged == Some(born));
            }
            openly => {
                let (Some(male), Some(said)) = (facts.male, self.sex(openly, other)) else { return };
                tally.tested += 1;
                tally.agree += u64::from(male == said);
            }
        }
    }

    fn sex(&mut self, openly: Openly, other: &[u8]) -> Option<bool> {
        match openly {
            Openly::Name(kind, region) => {
                let name = canonical(kind, region, other, &mut self.other)?;
                person::male_by_patronymic(std::str::from_utf8(name).ok()?)
            }
            Openly::Patronymic => person::male_by_patronymic(&std::str::from_utf8(other).ok()?.to_uppercase()),
            _ => person::male_by_word(&std::str::from_utf8(other).ok()?.to_lowercase()),
        }
    }
}

/// The canonical key of a cell.
#[inline]
fn canonical<'a>(kind: &Kind, region: Region, text: &'a [u8], out: &'a mut KeyBuf) -> Option<&'a [u8]> {
    if kind.canonical.is_some_and(|canonical| canonical(text)) {
        return Some(text);
    }
    out.clear();
    (kind.key)(text, region, out).ok()?;
    Some(out)
}
