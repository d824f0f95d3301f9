//! What the dump is: rows, units, files, columns.

use std::collections::BTreeMap;
use std::io;

use super::{UNKNOWN, known};
use crate::report::page::{
    Align::{Left, Right},
    Page,
};
use crate::report::words::{amount, count};
use crate::report::{Report, dump, is_attribute};

/// Files that are told one by one.
const FILES_MOST: usize = 24;
/// Columns that are told one by one.
const COLUMNS_MOST: usize = 64;

/// Rows, units, files and columns.
pub(super) fn part(page: &mut Page, report: &Report) -> io::Result<()> {
    let Some(dump) = &report.dump else { return Ok(()) };
    page.heading("DUMP")?;
    let repaired = format!("{} repaired, {} faulty", count(dump.rows_repaired), count(dump.rows_faulty));
    let distinct = match (dump.distinct_rows, dump.identical_rows_factor) {
        _ if dump.rows == 0 => "nothing to count".to_owned(),
        (Some(distinct), _) if distinct == dump.rows => "no two are the same".to_owned(),
        (Some(distinct), Some(factor)) => {
            format!("{} different ones; each occurs {} times on average", count(distinct), factor_of(factor))
        }
        _ => "different ones were not counted".to_owned(),
    };
    page.paragraph(2, &format!("{} usable rows ({repaired}); {distinct}.", count(dump.rows)))?;
    page.paragraph(
        2,
        &format!(
            "{} bytes of text = {} usable + {} faulty + {} framing.",
            count(dump.bytes),
            count(dump.bytes_usable),
            count(dump.bytes_faulty),
            count(dump.bytes_framing)
        ),
    )?;
    units(page, report, dump)?;
    layouts(page, &dump.layouts)?;
    columns(page, dump)?;
    let likeness = crate::report::likeness::sentences(dump);
    if !likeness.is_empty() {
        page.gap()?;
    }
    likeness.iter().try_for_each(|line| page.point(line))?;
    super::catalogue::catalogue(page, dump)
}

/// The units, where they say more than the columns do: an inspection with one column for each telling kind tells the people
/// alone.
fn units(page: &mut Page, report: &Report, dump: &dump::Dump) -> io::Result<()> {
    let kinds: Vec<&dump::Unit> = dump.units.iter().filter(|unit| unit.unit != "rows").collect();
    let told_by_column = |unit: &&dump::Unit| {
        let mut own = dump.columns.iter().filter(|column| column.compared_as.as_deref() == Some(unit.unit.as_str()));
        unit.unit == "people" || is_attribute(&unit.unit) || own.next().is_some_and(|_| own.next().is_none())
    };
    if report.verdict.is_none() && kinds.iter().all(told_by_column) {
        let people = kinds.iter().find(|unit| unit.unit == "people");
        return people.map_or(Ok(()), |people| {
            let told = match people.rows_with {
                0 => "No row has a key that tells people apart.".to_owned(),
                rows => format!(
                    "{} people in {} rows, if nobody stands there under several keys: the most telling key of each row tells \
                     them apart.",
                    known(people.distinct),
                    count(rows)
                ),
            };
            page.paragraph(2, &told)
        });
    }
    page.gap()?;
    let head =
        [("unit", Left), ("rows with", Right), ("distinct valid", Right), ("with invalid", Right), ("per key", Right)];
    let people = kinds.iter().any(|unit| unit.unit == "people" && unit.rows_with > 0);
    page.table(&head, &kinds.into_iter().map(unit_row).collect::<Vec<_>>())?;
    if people {
        page.paragraph(2, PEOPLE)?;
    }
    Ok(())
}

/// What a number of people is: a dump of several sources has one person in several rows, each with another key.
const PEOPLE: &str = "People are told apart by the most telling key of each row: whoever stands in rows of several sources \
                      under different keys is counted once for each.";

/// A factor of at least 1, with three decimals where it is near 1.
fn factor_of(factor: f64) -> String {
    if factor < 10.0 { format!("{factor:.3}") } else { amount(factor) }
}

fn unit_row(unit: &dump::Unit) -> Vec<String> {
    vec![
        unit.unit.clone(),
        count(unit.rows_with),
        known(unit.distinct),
        known(unit.distinct_raw),
        // Rows with two columns of a kind hold more keys than there are rows.
        unit.duplicate_factor.filter(|factor| *factor >= 1.0).map_or(UNKNOWN.into(), |factor| format!("{factor:.2}")),
    ]
}

/// A single file in a sentence, several in a table; and what was faulty in them.
fn layouts(page: &mut Page, layouts: &[dump::Layout]) -> io::Result<()> {
    match layouts {
        [] => return Ok(()),
        [one] => {
            page.gap()?;
            page.paragraph(2, &in_a_sentence(one))?;
        }
        many if many.len() > FILES_MOST => by_form(page, many)?,
        several => table_of(page, several)?,
    }
    for layout in layouts {
        for fault in &layout.faults {
            let first = fault.places.first().map_or(String::new(), |place| format!(", first at {place}"));
            page.point(&format!(
                "{}: fault {}: {} rows, {} bytes{first}",
                layout.path,
                fault.reason,
                count(fault.rows),
                count(fault.bytes)
            ))?;
        }
    }
    Ok(())
}

fn in_a_sentence(layout: &dump::Layout) -> String {
    let [charset, form, header] = how(layout);
    let file = format!("{}: {} bytes", layout.path, count(layout.bytes));
    if layout.format.is_none() {
        return format!("{file}; {form}.");
    }
    let header = if header == "yes" { "first record names them" } else { "no header" };
    let reason = layout.reason.as_ref().map_or(String::new(), |reason| format!(" ({reason})"));
    let runner_up = layout.runner_up.as_deref().unwrap_or("none");
    format!("{file}; read as {charset}; cells by {form}{reason}; {header}. Runner-up: {runner_up}.")
}

fn table_of(page: &mut Page, layouts: &[dump::Layout]) -> io::Result<()> {
    page.gap()?;
    let folder = common_folder(layouts);
    if !folder.is_empty() {
        page.paragraph(2, &format!("In {folder}"))?;
    }
    let row = |layout: &dump::Layout| {
        let runner_up = layout.runner_up.clone().unwrap_or("none".into());
        let [charset, form, header] = how(layout);
        let path = layout.path.strip_prefix(&folder).unwrap_or(&layout.path);
        vec![path.to_owned(), count(layout.rows), count(layout.bytes), charset, form, header, runner_up]
    };
    let rows: Vec<Vec<String>> = layouts.iter().map(row).collect();
    let head = [
        ("file", Left),
        ("rows", Right),
        ("bytes", Right),
        ("read as", Left),
        ("cells by", Left),
        ("header", Left),
        ("runner-up", Left),
    ];
    page.table(&head, &rows)
}

/// Many files are told by how they were read; programs get each.
fn by_form(page: &mut Page, layouts: &[dump::Layout]) -> io::Result<()> {
    page.gap()?;
    let mut forms: BTreeMap<[String; 3], (u64, u64, u64)> = BTreeMap::new();
    for layout in layouts {
        let (files, rows, bytes) = forms.entry(how(layout)).or_default();
        (*files, *rows, *bytes) = (*files + 1, *rows + layout.rows, *bytes + layout.bytes);
    }
    let row = |([charset, form, header], (files, rows, bytes)): ([String; 3], (u64, u64, u64))| {
        vec![count(files), count(rows), count(bytes), charset, form, header]
    };
    let rows: Vec<Vec<String>> = forms.into_iter().map(row).collect();
    let head =
        [("files", Right), ("rows", Right), ("bytes", Right), ("read as", Left), ("cells by", Left), ("header", Left)];
    page.table(&head, &rows)?;
    let folder = Some(common_folder(layouts)).filter(|folder| !folder.is_empty());
    let folder = folder.map_or(String::new(), |folder| format!("In {folder}; "));
    page.paragraph(2, &format!("{folder}--format json tells each file."))
}

/// The folder that all files stand in, with its slash; nothing for a single file.
fn common_folder(layouts: &[dump::Layout]) -> String {
    let folder = |layout: &dump::Layout| layout.path.rfind('/').map_or("", |at| &layout.path[..=at]).to_owned();
    let mut common = layouts.first().map(folder).unwrap_or_default();
    for layout in layouts {
        while !layout.path.starts_with(&common) {
            let shorter = common.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
            common.truncate(shorter);
        }
    }
    if layouts.len() > 1 { common } else { String::new() }
}

/// How a file was read: containers and charset, format with delimiter and quote, header or none.
fn how(layout: &dump::Layout) -> [String; 3] {
    let Some(format) = &layout.format else { return ["nothing".into(), "not readable".into(), String::new()] };
    let charset = layout.containers.iter().chain(&layout.charset).cloned().collect::<Vec<_>>().join(", ");
    let mut form = match (format.as_str(), layout.delimiter.as_deref()) {
        ("delimited", Some(delimiter)) => character(delimiter),
        (other, Some(delimiter)) => format!("{} {other}", character(delimiter)),
        (other, None) => other.to_owned(),
    };
    form.extend(layout.quote.as_deref().map(|quote| format!(" quote {}", character(quote))).iter().map(String::as_str));
    [charset, form, if layout.header == Some(true) { "yes" } else { "no" }.into()]
}

fn character(text: &str) -> String {
    match text {
        "\t" => "tab".into(),
        " " => "blank".into(),
        other => format!("`{other}`"),
    }
}

fn columns(page: &mut Page, dump: &dump::Dump) -> io::Result<()> {
    if dump.columns.is_empty() {
        return Ok(());
    }
    page.gap()?;
    let tables = dump.columns.iter().any(|column| column.table > 0);
    // Of a very wide table those columns are told that say something.
    let says = |column: &&dump::Column| column.kind.is_some() || column.compared_as.is_some();
    let wide = dump.columns.len() > COLUMNS_MOST;
    let told: Vec<&dump::Column> =
        dump.columns.iter().filter(|column| !wide || says(column)).take(COLUMNS_MOST).collect();
    let rows: Vec<Vec<String>> = told
        .iter()
        .map(|&column| {
            let place = place_of(column);
            let place = if tables { format!("{}.{place}", column.table + 1) } else { place };
            vec![
                place,
                column.name.clone().unwrap_or(UNKNOWN.into()),
                kind_of(column),
                if is_follower(column) { String::new() } else { column.decided.clone() },
                count(column.filled),
                count(column.valid),
                count(column.distinct),
                months(column),
            ]
        })
        .collect();
    let head = [
        ("column", Right),
        ("name", Left),
        ("kind", Left),
        ("decided by", Left),
        ("filled", Right),
        ("valid", Right),
        ("distinct", Right),
        ("months", Left),
    ];
    if !rows.is_empty() {
        page.table(&head, &rows)?;
    }
    if told.len() < dump.columns.len() {
        let (left, empty) = (dump.columns.len() - told.len(), dump.columns.iter().filter(|c| c.filled == 0).count());
        page.paragraph(
            2,
            &format!(
                "{} more columns are not listed ({} columns hold nothing); --format json tells each.",
                count(left as u64),
                count(empty as u64)
            ),
        )?;
    }
    super::hashes::hashes(page, dump)?;
    super::remarks::columns(page, dump)
}

/// Whether the value that the column takes part in is told at another one.
fn is_follower(column: &dump::Column) -> bool {
    column.parts.first().is_some_and(|&first| first != column.position)
}

/// Number of the column, with those that are joined to it: `4+5`.
fn place_of(column: &dump::Column) -> String {
    if column.parts.is_empty() || is_follower(column) {
        return (column.position + 1).to_string();
    }
    column.parts.iter().map(|part| (part + 1).to_string()).collect::<Vec<_>>().join("+")
}

fn kind_of(column: &dump::Column) -> String {
    if is_follower(column) {
        return format!("part of {}", column.parts[0] + 1);
    }
    match (&column.kind, &column.compared_as) {
        (Some(kind), _) => kind.clone(),
        (None, Some(assumed)) => format!("{assumed}?"),
        // What has only the shape of a kind is listed for programs: a person would read too much into it.
        (None, None) => UNKNOWN.into(),
    }
}

fn months(column: &dump::Column) -> String {
    match (&column.earliest, &column.latest) {
        (Some(earliest), Some(latest)) => format!("{earliest} – {latest}"),
        _ => String::new(),
    }
}
