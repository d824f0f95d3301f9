//! How well tables written from the schemas fit them, through the whole program: with and without headers, renamed,
//! shuffled, with columns dropped; and tables that are nobody's.

use std::fmt::Write as _;
use std::fs;

use leakprov::compare::fit::derive::derive;
use leakprov::pipeline::{Input, Request, Silent, analyze, inspect, profile};
use leakprov::reference::schema::{BUILT_IN, Category, Presence, Schema, with_users};
use leakprov::reference::{Reference, Role};
use leakprov::report::dump::SchemaFit;
use leakprov::settings::Settings;

#[path = "schemas/holders.rs"]
mod holders;
#[path = "schemas/left_over.rs"]
mod left_over;
#[path = "schemas/story.rs"]
mod story;
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
    // What nobody knows the meaning of stands in its place: the same digit everywhere.
    let whole = |order: &&Vec<String>| schema.columns.iter().all(|column| order.contains(&column.field));
    if let Some(order) = schema.layouts.iter().map(|layout| &layout.order).find(whole) {
        for place in (0..order.len()).filter(|&place| order[place] == "?") {
            columns.insert(place, ("?".into(), Vec::new(), "x".into()));
        }
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
    let separator = ";";
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
        let one = |(field, kinds, _): &(String, Vec<String>, String)| match field.as_str() {
            "?" => "0".to_owned(),
            field => cell(&mut dice, &row, field, kinds, country),
        };
        let cells: Vec<String> = columns.iter().map(one).collect();
        text += &(cells.join(separator) + "\n");
    }
    text
}

fn fits(text: &str) -> Vec<SchemaFit> {
    let file = tempfile::NamedTempFile::new().unwrap();
    inspect(&request(text, &file), &Silent).unwrap().dump.unwrap().schemas.unwrap()
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

fn request(text: &str, file: &tempfile::NamedTempFile) -> Request {
    fs::write(file.path(), text).unwrap();
    let input = Input { path: file.path().to_owned(), shown: "dump".into() };
    Request {
        dump: vec![input],
        settings: Settings { threads: 1, digest: false, sensitive: true, ..Settings::default() },
        ..Request::default()
    }
}

#[test]
fn a_derived_schema_holds_no_value_and_knows_its_kind() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = strangers::table(6, true, 200, 21);
    let mut derived = derive(&profile(&request(&text, &file), &Silent).unwrap(), "own_insurer");
    let json = serde_json::to_string_pretty(&derived).unwrap();
    assert_eq!(Schema::parse(&json).unwrap(), derived);
    for cell in text.lines().skip(1).flat_map(|line| line.split(';')).filter(|cell| cell.chars().count() > 3) {
        assert!(!json.contains(cell), "a value stands in the schema");
    }
    // Another sample of the same system, without its header.
    let again = |schema: Schema| {
        let more = tempfile::NamedTempFile::new().unwrap();
        let mut request = request(&strangers::table(6, false, 150, 22), &more);
        request.schemas = with_users(vec![schema]).unwrap();
        inspect(&request, &Silent).unwrap().dump.unwrap().schemas.unwrap().remove(0)
    };
    let fit = again(derived.clone());
    assert!(fit.id == "own_insurer" && fit.accepted, "{fit:?}");
    derived.id = "vk_2012".into();
    assert!(with_users(vec![derived]).is_err(), "an id of a built-in schema was taken");
}

/// Extracts of the systems of the cases: each is its schema's, or is named with those of which nobody could tell it apart; with
/// names of columns it is taken for that. Without them the shortest may say too little to be taken for anything.
#[test]
fn extracts_of_the_systems_of_the_cases_are_known() {
    let mut wrong = Vec::new();
    for (number, extract) in story::EXTRACTS.iter().enumerate() {
        let deeds =
            [(Some(0), false), (Some(1), false), (Some(2), false), (Some(2), true), (None, false), (None, true)];
        for (deed, (language, shuffled)) in deeds.into_iter().enumerate() {
            let found = fits(&story::table(extract, language, shuffled, 40 + deed as u64));
            let accepted = found.first().is_some_and(|first| first.accepted);
            // A view that adds nothing to its register is named with it, and what any site's accounts or any carrier's list
            // of deliveries holds tells none: these are taken for nothing alone.
            let alone = !["ua.diia_app", "ua.nova_poshta"].contains(&extract.schema)
                && !found.first().is_some_and(|first| first.ordinary);
            if !is_right(&found, extract.schema) || (alone && language.is_some() && !accepted) {
                wrong.push(format!("{number} {} {language:?} {shuffled}: {:#?}", extract.schema, found.first()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

/// Half of the columns gone: nothing is taken for another system.
#[test]
fn a_licence_without_its_number_is_taken_for_no_register() {
    let text = story::table(&story::EXTRACTS[0], Some(2), false, 50);
    let without: String = text.lines().map(|line| line.split_once(';').unwrap().1.to_owned() + "\n").collect();
    assert!(!fits(&without).iter().any(|fit| fit.accepted), "name, days and category are in many tables");
}

/// A schema from one sample knows another sample of the same system, with its header and, mostly, without.
#[test]
fn derived_schemas_know_other_samples_of_their_systems() {
    let mut bare = 0;
    for number in [3, 6, 9, 17, 22] {
        let file = tempfile::NamedTempFile::new().unwrap();
        let sample = profile(&request(&strangers::table(number, true, 200, 31), &file), &Silent).unwrap();
        let known = with_users(vec![derive(&sample, "own_system")]).unwrap();
        let look = |text: &str| {
            let more = tempfile::NamedTempFile::new().unwrap();
            let request = Request { schemas: known.clone(), ..request(text, &more) };
            inspect(&request, &Silent).unwrap().dump.unwrap().schemas.unwrap().remove(0)
        };
        let fit = look(&strangers::table(number, true, 150, 32));
        assert!(fit.id == "own_system" && fit.accepted, "{number}: {fit:?}");
        bare += usize::from(look(&strangers::table(number, false, 150, 33)).id == "own_system");
        let other = look(&strangers::table((number + 1) % strangers::count(), true, 150, 34));
        assert!(!other.accepted, "{number}: a stranger is taken for the derived one: {other:?}");
    }
    assert!(bare >= 4, "{bare} of 5 without a header");
}

/// A system that a case names by a schema's name cannot have columns that the schema excludes; the reason is told.
#[test]
fn columns_that_a_service_cannot_hold_are_told_with_the_reason() {
    let mut dice = Dice(5);
    let mut dump = String::from("licence;full_name;password\n");
    for _ in 0..300 {
        let row = Row::draw(&mut dice);
        let cells: Vec<String> = ["ua.driver_licence", "full_name", "password_plain"]
            .iter()
            .map(|field| cell(&mut dice, &row, field, &[], "UA"))
            .collect();
        dump += &(cells.join(";") + "\n");
    }
    let list: String = dump.lines().map(|line| line.rsplit_once(';').unwrap().0.to_owned() + "\n").collect();
    let (file, service) = (tempfile::NamedTempFile::new().unwrap(), tempfile::NamedTempFile::new().unwrap());
    fs::write(service.path(), list).unwrap();
    let because = |id: &str, schema: Option<&str>| {
        let mut request = request(&dump, &file);
        let reference = Reference {
            id: id.into(),
            role: Role::Service,
            provenance: Default::default(),
            date: None,
            sizes: Vec::new(),
            view_of: None,
            complete_to: None,
            started: None,
        };
        let input = Input { path: service.path().to_owned(), shown: "service".into() };
        request.references = vec![(reference, vec![input])];
        request.question.schema_of.extend(schema.map(|schema| (id.to_owned(), schema.to_owned())));
        analyze(&request, &Silent).map(|report| report.verdict.unwrap().because.scope)
    };
    let reason = "nobody signs in to it with a password";
    for (id, schema) in [("licence-registry", None), ("portal", Some("ua.hsc_driver_licence"))] {
        let why = because(id, schema).unwrap();
        assert!(why.contains(reason) && why.contains("a full copy with columns added"), "{why}");
    }
    assert!(!because("portal", None).unwrap().contains(reason));
    assert!(because("portal", Some("no_such_schema")).is_err());
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
            // A container is told by how it names its columns.
            if schema.category == Category::Container && matches!(deed, Deed::NoHeaders | Deed::Renamed) {
                continue;
            }
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
    // 98 of a hundred are to be reached; this is the floor that must hold.
    assert!(right as f64 >= 0.96 * all as f64, "{right} of {all}: {wrong:#?}");
    assert_eq!(golden, fs::read_to_string(path).unwrap(), "UPDATE_GOLDENS=1 writes it anew");
}
