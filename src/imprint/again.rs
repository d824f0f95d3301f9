//! What the whole set says against the choices that its beginning suggested, and the choices made anew from a sample of all of it.

use std::collections::BTreeSet;

use super::collect::{ColumnBag, TableBag};
use super::plan::TablePlan;
use super::survey::{self, Survey};
use super::take::Pass;
use crate::kind::Kind;
use crate::profile::Decided;
use crate::profile::classify::hashes;
use crate::profile::classify::{self, Choice};
use crate::record::Layout;
use crate::settings::REFUTED_SHARE;

/// Share of rows that had to be repaired, from which the layout of a packed file is looked at again.
const REPAIRED_SHARE: f64 = 0.05;

/// Chooses the layouts of packed files anew whose beginning misled; says whether there are any.
pub(super) fn lay_out_again(survey: &mut Survey, pass: &Pass, request: Option<&'static Kind>) -> bool {
    if !survey.files.iter().all(|file| file.evidence.rereadable()) {
        return false;
    }
    let mut changed = false;
    for (number, (profile, records)) in pass.files.iter().zip(&pass.samples).enumerate() {
        let touched = profile.rows_repaired + profile.rows_faulty;
        let misled = touched as f64 > REPAIRED_SHARE * (profile.rows + profile.rows_faulty) as f64;
        if misled && !profile.containers.is_empty() {
            changed |= survey::lay_out_again(survey, number, records, request);
        }
    }
    changed
}

/// Columns whose kind the whole set refutes: table and position.
pub(super) fn refuted(survey: &Survey, plan: &[TablePlan], tables: &[Vec<TableBag>]) -> Vec<(usize, usize)> {
    let mut refuted = Vec::new();
    for (table, columns) in plan.iter().enumerate() {
        for (position, column) in columns.columns.iter().enumerate() {
            let Some(kind) = column.kind.filter(|_| column.read) else { continue };
            if survey.tables[table].choices[position].decided == Decided::Request {
                continue;
            }
            let sum = |of: fn(&ColumnBag) -> u64| tables.iter().map(|t| of(&t[table].columns[position])).sum::<u64>();
            let (filled, valid) = (sum(|c| c.filled), sum(|c| c.valid + c.fillers));
            if filled > 0 && (valid as f64) < REFUTED_SHARE.max(kind.chance.min(0.9)) * filled as f64 {
                refuted.push((table, position));
            }
        }
    }
    refuted
}

/// Chooses anew from a sample of the whole set; says whether anything changed.
pub(super) fn choose_again(
    survey: &mut Survey,
    refuted: &[(usize, usize)],
    samples: &[Vec<Vec<u8>>],
    request: Option<&'static Kind>,
) -> bool {
    let mut changed = false;
    let tables: BTreeSet<usize> = refuted.iter().map(|(table, _)| *table).collect();
    for table in tables {
        let columns = sample_again(survey, table, samples);
        if columns.len() != survey.tables[table].choices.len() {
            continue;
        }
        let mut choices = classify::classify(&columns, request);
        hashes::pair(&columns, &mut choices);
        // Columns that are one value, or turn out to be, are chosen together.
        let mut anew: BTreeSet<usize> = refuted.iter().filter(|(t, _)| *t == table).map(|(_, at)| *at).collect();
        let mut count = 0;
        while std::mem::replace(&mut count, anew.len()) < anew.len() {
            let old = &survey.tables[table].choices;
            let parts = anew.iter().flat_map(|&at| old[at].parts.iter().chain(&choices[at].parts));
            anew.extend(parts.copied().collect::<Vec<_>>());
        }
        for position in anew {
            let (old, choice) = (&mut survey.tables[table].choices[position], &choices[position]);
            let read_as = |choice: &Choice| (choice.compared_as.map(|k| k.id), choice.region, choice.parts.clone());
            if read_as(old) != read_as(choice) {
                *old = choice.clone();
                changed = true;
            }
        }
        // Decoys are drawn from what the column turned out to hold.
        survey.tables[table].sample = columns;
    }
    changed
}

/// The columns of a table in the samples of all its files.
pub(super) fn sample_again(survey: &Survey, table: usize, samples: &[Vec<Vec<u8>>]) -> Vec<classify::ColumnSample> {
    let mut columns: Vec<classify::ColumnSample> = Vec::new();
    for (file, samples) in survey.files.iter().zip(samples).filter(|(file, _)| file.table == Some(table)) {
        let Ok(layout) = &file.layout else { continue };
        // The samples were taken behind what heads the file.
        let mut more = survey::columns(samples, &Layout { preface: 0, header: false, ..layout.clone() });
        survey::mend(&mut more, &survey.tables[table].damage);
        if columns.is_empty() {
            columns = more;
        } else {
            columns.iter_mut().zip(more).for_each(|(column, more)| column.cells.extend(more.cells));
        }
    }
    columns
}
