//! How well tables written from the schemas fit them, through the whole program: with and without headers, renamed,
//! shuffled, with columns dropped; and tables that are nobody's.

use std::fmt::Write as _;
use std::fs;

use leakprov::pipeline::{Input, Request, Silent, inspect};
use leakprov::reference::schema::{BUILT_IN, Presence, Schema};
use leakprov::report::dump::SchemaFit;
use leakprov::settings::Settings;

#[path = "schemas/strangers.rs"]
mod strangers;
#[path = "schemas/values.rs"]
mod values;
use values::{Dice, Row, cell};

/// What was done to a table before it was looked at.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Deed {
    Headers,
    NoHeaders,
    Renamed,
    Shuffled,
    Dropped,
}

/// Columns of one table of a schema: field, kinds, header.
type Columns = Vec<(String, Vec<String>, String)>;

/// The table that stands for a schema: its first, with all it must hold and every second of what it may.
fn columns(schema: &Schema) -> Columns {
    let table = schema.columns.first().map(|column| column.table.clone());
    let own = schema.columns.iter().filter(|column| Some(&column.table) == table.as_ref());
    let must_only = schema.generic;
    own.enumerate()
        .filter(|(at, column)| column.presence == Presence::Must || (!must_only && at % 2 == 0))
        .map(|(_, column)| {
            let header = column.headers.all().last().unwrap_or(&column.field).to_owned();
            let field = match column.tell {
                Some(tell) => serde_json::to_value(tell.look).unwrap().as_str().unwrap().to_owned(),
                None => column.field.clone(),
            };
            (field, column.kinds.clone(), header)
        })
        .collect()
}

fn write(schema: &Schema, deed: Deed, rows: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut columns = columns(schema);
    if schema.id == "combolist_email_pass" {
        columns.insert(0, ("email".into(), Vec::new(), "email".into()));
    }
    if deed == Deed::Shuffled {
        for last in (1..columns.len()).rev() {
            columns.swap(last, dice.below(last + 1));
        }
    }
    if deed == Deed::Dropped && columns.len() > 4 {
        columns.remove(dice.below(columns.len()));
    }
    let country = schema.country.as_deref().unwrap_or("UA");
    let mut text = String::new();
    let separator =
        if columns.iter().any(|(field, ..)| ["address", "place", "registration_address"].contains(&field.as_str())) {
            ";"
        } else {
            ";"
        };
    if deed != Deed::NoHeaders {
        let names: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(at, (.., header))| if deed == Deed::Renamed { format!("поле{at}") } else { header.clone() })
            .collect();
        text += &(names.join(separator) + "\n");
    }
    for _ in 0..rows {
        let row = Row::draw(&mut dice);
        let cells: Vec<String> =
            columns.iter().map(|(field, kinds, _)| cell(&mut dice, &row, field, kinds, country)).collect();
        text += &(cells.join(separator) + "\n");
    }
    text
}

fn fits(text: &str) -> Vec<SchemaFit> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    let input = Input { path: file.path().to_owned(), shown: "dump".into() };
    let settings = Settings { threads: 1, digest: false };
    let request = Request { dump: vec![input], settings, ..Request::default() };
    inspect(&request, &Silent).unwrap().dump.unwrap().schemas.unwrap()
}

fn fitted() -> impl Iterator<Item = &'static Schema> {
    BUILT_IN.iter().filter(|schema| !schema.columns.is_empty())
}

#[test]
fn tables_of_nobody_known_are_taken_for_none() {
    let (mut accepted, mut all) = (Vec::new(), 0);
    for number in 0..strangers::count() {
        for (headers, seed) in [(true, 3), (true, 4), (false, 5), (false, 6)] {
            all += 1;
            let found = fits(&strangers::table(number, headers, 150, seed));
            if let Some(first) = found.first().filter(|first| first.accepted) {
                accepted.push(format!("{number} {headers}: {first:?}"));
            } else if std::env::var_os("SHOW").is_some() {
                eprintln!("{number} {headers}: {:?}", found.first().map(|fit| (&fit.id, fit.fit, fit.margin, fit.p)));
            }
        }
    }
    assert!(accepted.len() as f64 <= 0.02 * all as f64, "{} of {all}: {accepted:#?}", accepted.len());
}

/// Whether the first fit is the schema, or one that columns do not part from it.
fn is_right(fits: &[SchemaFit], id: &str) -> bool {
    fits.first().is_some_and(|first| first.id == id || first.same_form.iter().any(|other| other == id))
}

#[test]
fn each_schema_fits_its_own_tables_best() {
    let mut golden =
        String::from("# schema: what was done to its table → first fit, accepted or not, margin; second fit\n");
    let (mut right, mut all, mut accepted) = (0, 0, 0);
    let mut wrong = Vec::new();
    for schema in fitted() {
        for deed in [Deed::Headers, Deed::NoHeaders, Deed::Renamed, Deed::Shuffled, Deed::Dropped] {
            let found = fits(&write(schema, deed, 120, 11));
            all += 1;
            let ok = is_right(&found, &schema.id);
            right += usize::from(ok);
            accepted += usize::from(ok && found[0].accepted);
            let say =
                |fit: Option<&SchemaFit>| fit.map_or("nothing".into(), |fit| format!("{} {:.2}", fit.id, fit.fit));
            let mark = match (ok, found.first().is_some_and(|first| first.accepted)) {
                (true, true) => "=",
                (true, false) => "~",
                (false, true) => "WRONG",
                (false, false) => "none",
            };
            let more = found.first().map_or(String::new(), |first| {
                format!(
                    "margin {:.2} p {:.2} missing {:?} foreign {:?} same {:?}",
                    first.margin, first.p, first.missing, first.foreign, first.same_form
                )
            });
            writeln!(golden, "{} {deed:?}: {mark} {} | {} | {more}", schema.id, say(found.first()), say(found.get(1)))
                .unwrap();
            if !ok {
                wrong.push(format!("{} {deed:?}", schema.id));
            }
        }
    }
    writeln!(golden, "right {right} of {all}, accepted {accepted}").unwrap();
    let path = "fixtures/schemas/fit.txt";
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(path, &golden).unwrap();
    }
    assert!(right as f64 >= 0.98 * all as f64, "{right} of {all}: {wrong:#?}");
    assert_eq!(golden, fs::read_to_string(path).unwrap(), "UPDATE_GOLDENS=1 writes it anew");
}
