//! The marks of a record set, from its survey and what was counted of it.

use super::survey::Survey;
use crate::profile::marks::{FileFacts, Found, Sample, SampledColumn, look};
use crate::profile::{ColumnProfile, FileProfile};
use crate::text::mojibake;

/// All marks, by table, id and column.
pub fn find(survey: &Survey, files: &[FileProfile], columns: &[ColumnProfile]) -> Vec<Found> {
    let table = |number: usize| look(&sample(survey, number, files, columns));
    (0..survey.tables.len()).flat_map(table).collect()
}

/// What happened to the cells of a column, and how many of the sampled ones it explains: so large a share of all with letters
/// beyond ASCII as of those that were looked at.
fn mended(found: &mojibake::Found, cells: &[Vec<u8>]) -> (String, u64) {
    let beyond = cells.iter().filter(|cell| !cell.is_ascii()).count() as u64;
    (found.repair.chain.name(), found.explained * beyond / found.of.max(1))
}

fn sample<'a>(survey: &'a Survey, number: usize, files: &[FileProfile], columns: &[ColumnProfile]) -> Sample<'a> {
    let table = &survey.tables[number];
    let own = files.iter().filter(|file| file.table == Some(number));
    let facts = own.filter_map(|file| {
        let layout = file.layout.as_ref()?;
        Some(FileFacts {
            rows: file.rows + file.rows_faulty,
            header: layout.header,
            charset: layout.charset,
            marked: layout.marked,
        })
    });
    let column = |(position, choice): (usize, &'a crate::profile::classify::Choice)| {
        // They stand in this order.
        let counted = columns.binary_search_by_key(&(number, position), |column| (column.table, column.position));
        SampledColumn {
            position,
            name: table.sample[position].name.as_deref(),
            kind: choice.kind,
            region: choice.region,
            cells: &table.sample[position].cells,
            mended: table
                .damage
                .get(position)
                .copied()
                .flatten()
                .map(|found| mended(&found, &table.sample[position].cells)),
            whole: table.cells(position),
            exact: counted.ok().map(|at| (columns[at].valid, columns[at].distinct)),
        }
    };
    Sample {
        table: number,
        rows: table.sample.first().map_or(0, |column| column.cells.len() as u64),
        columns: table.choices.iter().enumerate().map(column).collect(),
        raw: &table.raw,
        files: facts.collect(),
    }
}
