//! A schema from a sample: columns, kinds, presence and shapes, no value.

use std::collections::BTreeSet;

use super::reading::{Reading, read};
use crate::profile::{Profile, field, words};
use crate::reference::schema::{
    Category, Column, FORMAT, Form, Format, Headers, Passwords, Presence, Schema, Standing, Storage, Years,
};

/// Filled share from which a column is said to be always there.
const ALWAYS: f64 = 0.95;
/// Shapes of a column that are kept.
const MASKS_MOST: usize = 5;

/// Writes a schema for the first table of a sample. What cannot be seen (title, sources, what the system cannot hold) is
/// left for a person to fill in.
pub fn derive(sample: &Profile, id: &str) -> Schema {
    let table = sample.columns.iter().map(|column| column.table).min().unwrap_or(0);
    let columns: Vec<_> = sample.columns.iter().filter(|column| column.table == table).collect();
    let (mut wants, mut order, mut seen, mut bare) = (Vec::new(), Vec::new(), BTreeSet::new(), Vec::new());
    let ukrainian = columns.iter().filter_map(|column| column.name.as_deref()).any(is_ukrainian);
    for reading in read(&columns) {
        let column = reading.column;
        let field = meaning(&reading).filter(|field| seen.insert(*field));
        order.push(field.unwrap_or("?").to_owned());
        let Some(field) = field else {
            bare.push((column.position + 1).to_string());
            continue;
        };
        let filled = if sample.rows == 0 { 0.0 } else { column.filled as f64 / sample.rows as f64 };
        wants.push(Column {
            field: field.to_owned(),
            presence: if filled >= ALWAYS { Presence::Must } else { Presence::May },
            table: None,
            kinds: column.kind.iter().map(|kind| (*kind).to_owned()).collect(),
            headers: column.name.as_deref().map(|name| headers(name, ukrainian)).unwrap_or_default(),
            masks: column.masks.iter().take(MASKS_MOST).map(|(mask, _)| mask.clone()).collect(),
            tell: None,
            note: None,
        });
    }
    let quirks = match bare.is_empty() {
        true => Vec::new(),
        false => vec![format!("columns of which nothing is known, or that repeat another: {}", bare.join(", "))],
    };
    Schema {
        format: FORMAT,
        id: id.to_owned(),
        title: "derived from a sample: say what it is".to_owned(),
        aliases: Vec::new(),
        category: Category::Other,
        country: None,
        years: years(sample),
        standing: Standing::Partly,
        generic: false,
        sensitive: false,
        shown_by: Vec::new(),
        view_of: Vec::new(),
        passwords: passwords(&wants),
        columns: wants,
        cannot: Vec::new(),
        layouts: vec![layout(sample, table, order)],
        encodings: encodings(sample),
        dates: None,
        series: Vec::new(),
        counts: Vec::new(),
        quirks,
        sources: vec!["derived from a sample: say where the structure is known from".to_owned()],
    }
}

/// What a column means: what its name says; without a name that says it no more than its kind, for which day or whose
/// telephone it is, nobody has said.
fn meaning(reading: &Reading) -> Option<&'static str> {
    let kind = || match reading.column.kind? {
        "person_name" => Some("full_name"),
        "family_name" => Some("surname"),
        "password" => Some("password_plain"),
        hash if hash.starts_with("hash.") => Some("password_hash"),
        kind => field::find(kind).map(|field| field.id).or(Some(kind)),
    };
    let unmistakable = |field: &&str| NEUTRAL.contains(field);
    let sure = reading.sure_field();
    sure.filter(|field| reading.is_named(field)).or_else(kind).or_else(|| sure.filter(unmistakable))
}

/// Fields without a kind of which no other looks alike.
const NEUTRAL: &[&str] = &["address", "sex", "url"];

/// A known header word under its language; words of Cyrillic letters are Ukrainian where others beside them are.
fn headers(name: &str, ukrainian: bool) -> Headers {
    let name = name.to_owned();
    let lower = words::normalise(&name);
    if lower.is_ascii() {
        return Headers { en: vec![name], ..Headers::default() };
    }
    if ukrainian || is_ukrainian(&lower) {
        return Headers { uk: vec![name], ..Headers::default() };
    }
    Headers { ru: vec![name], ..Headers::default() }
}

fn is_ukrainian(name: &str) -> bool {
    name.to_lowercase().contains(['і', 'ї', 'є', 'ґ'])
}

/// The years of all dates in the sample; a wide span where there are none.
fn years(sample: &Profile) -> Years {
    let year = |month: &String| month.get(..4)?.parse::<u16>().ok();
    let first = sample.columns.iter().filter_map(|column| year(column.earliest.as_ref()?)).min();
    let last = sample.columns.iter().filter_map(|column| year(column.latest.as_ref()?)).max();
    Years { from: first.unwrap_or(1970), to: last.unwrap_or(2100) }
}

fn passwords(columns: &[Column]) -> Passwords {
    let hash = columns.iter().find(|column| column.field == "password_hash");
    let plain = columns.iter().any(|column| column.field == "password_plain");
    let storage = if plain {
        Storage::Plain
    } else if hash.is_some() {
        Storage::Hash
    } else {
        Storage::None
    };
    Passwords { storage, kinds: hash.map(|column| column.kinds.clone()).unwrap_or_default(), salts: None, note: None }
}

fn layout(sample: &Profile, table: usize, order: Vec<String>) -> Form {
    let layout = sample.files.iter().find(|file| file.table == Some(table)).and_then(|file| file.layout.as_ref());
    let separator = layout.and_then(|layout| layout.delimiter).map(|byte| match byte {
        b'\t' => "tab".to_owned(),
        b' ' => "blank".to_owned(),
        other => char::from(other).to_string(),
    });
    let format = if separator.is_some() { Format::Delimited } else { Format::Lines };
    let header = layout.map(|layout| layout.header);
    Form { format, separators: separator.into_iter().collect(), header, order, standing: None }
}

fn encodings(sample: &Profile) -> Vec<String> {
    let mut names: Vec<String> =
        sample.files.iter().filter_map(|file| Some(file.layout.as_ref()?.charset.name().to_owned())).collect();
    names.dedup();
    if names.is_empty() { vec!["utf-8".to_owned()] } else { names }
}
