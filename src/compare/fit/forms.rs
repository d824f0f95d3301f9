//! The forms in which a schema's records are found, with the weight of each column.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Reading;
use crate::kind::{self, Rank};
use crate::profile::field::{self, Field};
use crate::profile::look::Look;
use crate::reference::schema::{Column, Presence, Schema, header_word, last_step};

/// One set of columns in which a system's records are found.
pub struct Form<'a> {
    /// The schema.
    pub schema: &'a Schema,
    /// Its columns, in the order in which they are written where that is known.
    pub wants: Vec<Want>,
    /// Columns that it is known to have and of which nobody knows what they hold.
    pub nameless: usize,
    /// For each column its place, and how many places there are, where a layout names every place; else empty and 0.
    pub places: (Vec<usize>, usize),
    /// Factor of its score: 1, a little less where columns were divided or joined.
    pub worth: f64,
}

/// One column of a form.
#[derive(Clone)]
pub struct Want {
    /// The column.
    pub column: Column,
    /// Whether every such table has it.
    pub must: bool,
    /// Its field; `None` for a kind that no role names.
    pub field: Option<&'static Field>,
    /// Its own kinds, divided by blanks.
    pub kinds: String,
    /// Its own names, normalised, with the last steps of those that are paths.
    pub names: Vec<String>,
    /// Whether it numbers a document, somebody in a register, or a thing that somebody owns.
    pub identifies: bool,
    /// How much it tells: `ln(1 + schemas / schemas with the field)`.
    pub weight: f64,
}

impl Want {
    /// Whether it is of what the system alone deals with (a violation, a parcel, a station of voters, its own accounts): days,
    /// names, and the numbers that a country gives to people, papers and things stand in the tables of many.
    pub fn is_own_matter(&self) -> bool {
        let kinds = if self.kinds.is_empty() { self.field.map_or("", |field| field.kinds) } else { &self.kinds };
        let kinds = if self.field.is_none() { self.column.field.as_str() } else { kinds };
        // Kinds of a service bear its name before the dot, those of a country its two letters.
        let of_service = |kind: &str| {
            let (family, rest) = kind.split_once('.').unwrap_or((kind, ""));
            !rest.is_empty() && family.len() > 2 && !["hash", "geo"].contains(&family)
        };
        // Any site hashes passwords, one enciphers them.
        self.column.field == "password_cipher" || kinds.split_whitespace().all(of_service)
    }
}

/// Part of its weight that a column counts which may be there and is not.
pub const ABSENT_MAY: f64 = 0.12;
/// What stands in an order for a column of which nobody knows what it holds.
const NAMELESS: &str = "?";
/// Most that all such columns count, as a share of the weight of those that must be there: an extract of a long table is
/// whole with what its layout names.
const ABSENT_MOST: f64 = 0.12;
/// What a column weighs that a layout does not name and the system may have, beside one that it names.
const BEHIND: f64 = 0.5;
/// Worth of a form with columns divided or joined.
const RESHAPED: f64 = 0.985;
/// Weight of a column of the dump of which nothing is known.
const UNKNOWN_WEIGHT: f64 = 1.5;
/// Most that one column of the dump weighs against a schema that does not have it.
const LOOSE_MOST: f64 = 2.5;

/// What columns that may be there and are not count, where those that must be weigh so much.
pub fn absent(weighed: f64, must: f64) -> f64 {
    weighed.min(must * ABSENT_MOST)
}

impl Form<'_> {
    /// Whether two forms ask for the same fields. Columns of which nobody knows what they hold do not count where `bare`: the
    /// table has none that could be one.
    pub fn asks_the_same(&self, other: &Form, bare: bool) -> bool {
        let fields = |form: &Form| -> BTreeSet<String> {
            form.wants.iter().filter(|want| want.must).map(|want| want.column.field.clone()).collect()
        };
        (bare || self.nameless == other.nameless) && fields(self) == fields(other)
    }

    /// Whether the layout has a column of which nothing is known in this place, and the table as many columns as the layout.
    pub fn is_nameless_at(&self, position: usize, columns: usize) -> bool {
        let (places, length) = &self.places;
        *length == columns && !places.contains(&position)
    }

    /// Whether one of the two shows the records of the other and keeps none of its own.
    pub fn shows(&self, other: &Form) -> bool {
        self.schema.view_of.contains(&other.schema.id) || other.schema.view_of.contains(&self.schema.id)
    }

    /// Whether the schema has the field in any of its tables.
    pub fn holds(&self, field: &str) -> bool {
        self.schema.columns.iter().any(|column| column.field == field)
    }

    /// Whether the schema has the column, one that says the same of a document, or one of the same numbers.
    pub fn holds_the_like(&self, want: &Want) -> bool {
        let kin = KIN.iter().find(|kin| kin.contains(&want.column.field.as_str()));
        let of_kind = |column: &Column| {
            want.kinds.split_whitespace().any(|kind| column.field == kind || column.kinds.iter().any(|own| own == kind))
        };
        self.holds(&want.column.field)
            || kin.is_some_and(|kin| kin.iter().any(|field| self.holds(field)))
            || self.schema.columns.iter().any(of_kind)
    }

    /// Whether copies are written with this separator.
    pub fn is_written_with(&self, separator: Option<u8>) -> bool {
        let Some(separator) = separator else { return false };
        let named = |name: &String| match name.as_str() {
            "tab" => separator == b'\t',
            "blank" => separator == b' ',
            other => other.as_bytes() == [separator],
        };
        self.schema.layouts.iter().any(|layout| layout.separators.iter().any(named))
    }
}

/// Fields that say the same of a document: one register writes the code of an office, another its name.
const KIN: &[&[&str]] = &[
    &["department", "dept_id_and_name", "issued_by", "issuer_code"],
    &["address", "registration_address"],
    &["doc_type", "document_type", "type"],
    &["citizenship", "nationality"],
];

/// Fields that half of the world's tables have, however few of the schemas do: they never weigh more than `COMMON_MOST`.
const COMMON: &str = "address birth_date brand brand_model category citizenship city client_id country date education email \
                      employer full_name given_name job_title location marital_status model numeric_id parcel_cost \
                      parcel_description patronymic payment phone photo_file place record_id region registration_address \
                      registration_date sex status surname type url user_id username uuid weight year";
/// Most that a common field weighs.
const COMMON_MOST: f64 = 1.6;

/// All forms of all schemas, those of one schema side by side. Containers have none.
pub fn forms(schemas: &[Schema]) -> Vec<Form<'_>> {
    let weights = Weights::of(schemas);
    schemas.iter().flat_map(|schema| of_schema(schema, &weights)).collect()
}

/// Columns, how many more there are of which nothing is known, and places.
type Set = (Vec<Want>, usize, (Vec<usize>, usize));

fn of_schema<'a>(schema: &'a Schema, weights: &Weights) -> Vec<Form<'a>> {
    let mut sets: Vec<Set> = Vec::new();
    let tables: BTreeSet<Option<&String>> = schema.columns.iter().map(|column| column.table.as_ref()).collect();
    // A layout that names every column and those of which nothing is known says more than the columns alone.
    let nameless = |layout: &&crate::reference::schema::Form| {
        layout.order.iter().any(|field| field == NAMELESS)
            && schema.columns.iter().all(|column| layout.order.contains(&column.field))
    };
    let whole = schema.layouts.iter().any(|layout| nameless(&layout));
    for table in tables.into_iter().filter(|_| !whole) {
        let columns = schema.columns.iter().filter(|column| column.table.as_ref() == table);
        let wants = columns.map(|column| weights.want(column, column.presence == Presence::Must)).collect();
        sets.push((wants, 0, (Vec::new(), 0)));
    }
    for layout in schema.layouts.iter().filter(|layout| !layout.order.is_empty()) {
        let order: Vec<&String> = layout.order.iter().collect();
        let column = |field: &&&String| schema.columns.iter().find(|column| column.field == ***field);
        let (mut wants, mut places): (Vec<Want>, Vec<usize>) = (Vec::new(), Vec::new());
        for (place, column) in order.iter().enumerate().filter_map(|(place, field)| Some((place, column(&field)?))) {
            if !wants.iter().any(|want| want.column.field == column.field) {
                wants.push(weights.want(column, true));
                places.push(place);
            }
        }
        // What may be there as well stands behind what the layout names; a list of two columns has nothing more.
        if layout.order.len() > 4 {
            let more =
                schema.columns.iter().filter(|column| column.table.is_none() && !layout.order.contains(&column.field));
            let behind = |column| {
                let want = weights.want(column, false);
                Want { weight: want.weight * BEHIND, ..want }
            };
            wants.extend(more.map(behind));
        }
        let nameless = layout.order.iter().filter(|field| *field == NAMELESS).count();
        sets.push((wants, nameless, (places, layout.order.len())));
    }
    let mut out: Vec<Form> = Vec::new();
    for (wants, nameless, places) in sets.into_iter().filter(|(wants, ..)| !wants.is_empty()) {
        for (reshaped, worth) in reshapes(&wants, weights).into_iter().map(|set| (set, RESHAPED)) {
            out.push(Form { schema, wants: reshaped, nameless, places: (Vec::new(), 0), worth });
        }
        out.push(Form { schema, wants, nameless, places, worth: 1.0 });
    }
    out
}

/// The same columns with names in one cell or in several, numbers with their series or apart.
fn reshapes(wants: &[Want], weights: &Weights) -> Vec<Vec<Want>> {
    let mut out = Vec::new();
    for whole in field::WHOLES {
        let at = |id: &str| wants.iter().position(|want| want.column.field == id);
        let parts: Vec<usize> = whole.parts.iter().filter_map(|part| at(part)).collect();
        let bare = |id: &str, like: &Column| Column {
            field: id.to_owned(),
            kinds: Vec::new(),
            headers: Default::default(),
            masks: Vec::new(),
            tell: None,
            note: None,
            ..like.clone()
        };
        if let Some(place) = at(whole.id).filter(|_| parts.is_empty()) {
            let mut set = wants.to_vec();
            let old = set.remove(place);
            for (part, id) in whole.parts.iter().enumerate().rev() {
                set.insert(place, weights.want(&bare(id, &old.column), old.must && part < 2));
            }
            out.push(set);
        } else if parts.len() >= 2 && at(whole.id).is_none() {
            let must = wants[parts[0]].must;
            let joined = weights.want(&bare(whole.id, &wants[parts[0]].column), must);
            let mut set: Vec<Want> = wants.to_vec();
            set[parts[0]] = joined;
            let gone: Vec<&str> = parts[1..].iter().map(|&part| wants[part].column.field.as_str()).collect();
            set.retain(|want| !gone.contains(&want.column.field.as_str()));
            out.push(set);
        }
    }
    out
}

/// How many schemas have each field.
pub struct Weights {
    schemas: usize,
    with: BTreeMap<String, usize>,
}

impl Weights {
    fn of(schemas: &[Schema]) -> Weights {
        let mut with: BTreeMap<String, usize> = BTreeMap::new();
        for schema in schemas {
            let fields: BTreeSet<&String> = schema.columns.iter().map(|column| &column.field).collect();
            fields.into_iter().for_each(|field| *with.entry(field.clone()).or_default() += 1);
        }
        Weights { schemas: schemas.len(), with }
    }

    fn weight(&self, field: &str) -> f64 {
        let weight = (1.0 + self.schemas as f64 / self.with.get(field).copied().unwrap_or(1).max(1) as f64).ln();
        if COMMON.split_whitespace().any(|common| common == field) { weight.min(COMMON_MOST) } else { weight }
    }

    fn want(&self, column: &Column, must: bool) -> Want {
        let names = column.headers.all().flat_map(|name| [header_word(name), header_word(last_step(name))]);
        Want {
            field: field::find(&column.field),
            kinds: column.kinds.join(" "),
            names: names.collect(),
            must: must && !is_blob(&column.field),
            identifies: identifies(column),
            weight: self.weight(&column.field),
            column: column.clone(),
        }
    }
}

/// Whether the column is of kinds that number documents, people or things.
fn identifies(column: &Column) -> bool {
    let whole = field::WHOLES.iter().find(|whole| whole.parts.contains(&column.field.as_str())).map(|whole| whole.id);
    let kinds = match column.kinds.is_empty() {
        true => field::find(whole.unwrap_or(&column.field)).map_or("", |field| field.kinds).to_owned(),
        false => column.kinds.join(" "),
    };
    let numbers =
        |id: &str| kind::find(id).is_some_and(|kind| matches!(kind.rank, Rank::Document | Rank::Tax | Rank::Thing));
    kinds.split_whitespace().any(numbers)
}

/// Whether the field holds what tables of text do not carry: pictures and lists in one cell.
fn is_blob(id: &str) -> bool {
    field::find(id).is_some_and(|field| matches!(field.looks.first(), Some(Look::Base64 | Look::Json)))
}

/// What each column of the dump weighs where a schema does not have it.
pub fn loose_weights(readings: &[Reading], forms: &[Form]) -> Vec<f64> {
    let mut weight: BTreeMap<&str, f64> = BTreeMap::new();
    for want in forms.iter().flat_map(|form| &form.wants) {
        weight.insert(&want.column.field, want.weight);
    }
    let of = |reading: &Reading| reading.field().and_then(|field| weight.get(field).copied());
    readings.iter().map(|reading| of(reading).unwrap_or(UNKNOWN_WEIGHT).min(LOOSE_MOST)).collect()
}
