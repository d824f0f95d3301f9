//! The marks of a record set, from its survey and what was counted of it.

use super::survey::Survey;
use crate::profile::marks::raw::Raw;
use crate::profile::marks::{FileFacts, Found, Sample, SampledColumn, look};
use crate::profile::{ColumnProfile, FileProfile};
use crate::record::Layout;
use crate::record::scan::{Grammar, Index};

/// What the raw text of a sample shows that its cells no longer do.
pub fn raw(samples: &[Vec<u8>], layout: &Layout) -> Raw {
    let (mut raw, mut index) = (Raw::default(), Index::default());
    for (i, bytes) in samples.iter().enumerate() {
        let from = if i == 0 { layout.preface.min(bytes.len()) } else { 0 };
        raw.text(&bytes[from..]);
        index.scan(bytes, from, bytes.len(), true, Grammar::of(layout));
        for record in 0..index.len() {
            for position in 0..layout.width {
                if let Some((begin, end)) = index.cell(record, position) {
                    raw.cell(position, &bytes[begin..end]);
                }
            }
        }
    }
    raw
}

/// All marks, by table, id and column.
pub fn find(survey: &Survey, files: &[FileProfile], columns: &[ColumnProfile]) -> Vec<Found> {
    let table = |number: usize| look(&sample(survey, number, files, columns));
    (0..survey.tables.len()).flat_map(table).collect()
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
