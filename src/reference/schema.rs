//! What the records of one known system look like, as data.
//!
//! A schema is a JSON file; unknown keys are errors. Every key but those marked (optional) must be there:
//!
//! ```json
//! {
//!   "format": 1,
//!   "id": "shop_2020",                     lower-case letters, digits, `_`, `-`, `.`
//!   "title": "Customers of a shop",
//!   "aliases": ["shop"],                   (optional) ids under which a case may name the system
//!   "category": "shop",                    see Category
//!   "country": "UA",                       or null
//!   "years": { "from": 2015, "to": 2020 },
//!   "standing": "partly",                  confirmed, partly or unconfirmed; unconfirmed decides nothing alone
//!   "generic": true,                       (optional) names a form that many sources have, not a source
//!   "view_of": ["other_schema"],           (optional) shows the registers of others and keeps none of its own
//!   "columns": [
//!     { "field": "email",                  a role or kind (`leakprov schema fields`)
//!       "presence": "must",                must: in every such table; may: in some
//!       "table": "users",                  (optional) where the system has several tables
//!       "kinds": ["email"],                (optional) narrower than the field's own kinds
//!       "headers": { "en": ["mail"] },     (optional) uk, ru, en; the field's own words count too
//!       "masks": ["9{4}"],                 (optional) shapes of its cells
//!       "tell": { "look": "mail-ru", "share": 0.9 },   (optional) what no other system's column shows; with
//!                                            "sometimes": true, columns without it are the system's as well
//!       "note": "…" } ],                   (optional)
//!   "shown_by": ["speed"],                 (optional) of these fields one must be seen for a table to be taken for the
//!                                          system's: the others stand in the tables of many
//!   "sensitive": true,                     (optional) lists and hints name it only with --sensitive
//!   "cannot": [ { "fields": ["password_plain"], "reason": "…", "standing": "partly" } ],   (optional)
//!   "layouts": [ { "format": "delimited", "separators": [";"], "header": true, "order": ["email"] } ],
//!   "encodings": ["utf-8"],
//!   "passwords": { "storage": "hash",      none, plain, hash or cipher
//!     "kinds": ["hash.sha1"],
//!     "salts": "elsewhere",                (optional) none, within, beside or elsewhere: see Salts
//!     "note": "…" },
//!   "dates": { "from": "2015-01-01", "to": "2020-05-12", "reason": "…" },          (optional)
//!   "series": [ { "field": "phone", "mark": "…", "means": "…", "from": "…", "to": "…" } ],   (optional)
//!   "counts": [ { "count": 5000, "unit": "rows", "date": "2020", "source": "…" } ],          (optional)
//!   "quirks": ["…"],                       (optional)
//!   "sources": ["https://…"]
//! }
//! ```

use std::sync::LazyLock;

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use super::schemas;
use crate::kind::{KINDS, Rank};
use crate::profile::field;
use crate::profile::look::Look;

/// The only version of the format.
pub const FORMAT: u32 = 1;

/// What the records of one system look like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Version of the format, [`FORMAT`].
    pub format: u32,
    /// Id.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// Ids under which a case may name the system.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What sort of system.
    pub category: Category,
    /// Country, ISO 3166-1 alpha-2; `None`: any.
    pub country: Option<String>,
    /// Years in which such records were made or published.
    pub years: Years,
    /// How well its structure is known.
    pub standing: Standing,
    /// Whether it names a form that many sources have, not one source.
    #[serde(default, skip_serializing_if = "is_false")]
    pub generic: bool,
    /// Whether that somebody is in it can harm them: lists and hints name it only where they are asked to.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    /// Ids of the schemas whose records it shows without keeping any of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub view_of: Vec<String>,
    /// Its columns, in their usual order; empty for containers, which say how records are packed and not whose they are.
    pub columns: Vec<Column>,
    /// Fields of which one must be seen for a table to be taken for the system's: the others stand in the tables of many.
    /// Empty: any of its columns will do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown_by: Vec<String>,
    /// What it cannot hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cannot: Vec<Cannot>,
    /// How its copies are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub layouts: Vec<Form>,
    /// WHATWG labels of its encodings.
    pub encodings: Vec<String>,
    /// How it stores passwords.
    pub passwords: Passwords,
    /// Days between which its records were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Dates>,
    /// Series and marks that date or place a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<SeriesMark>,
    /// How many records there are said to be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Count>,
    /// Habits of its copies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Where all this is said in public.
    pub sources: Vec<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// What sort of system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Category {
    StateRegister,
    StateService,
    OpenData,
    Bank,
    Delivery,
    SocialNetwork,
    Scrape,
    Messenger,
    MessengerExport,
    Mail,
    Dating,
    Games,
    Blogs,
    Hosting,
    Shop,
    Accounts,
    Combolist,
    StealerLog,
    LookUpBot,
    Telecom,
    Sensor,
    Container,
    Other,
}

/// First and last year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// First.
    pub from: u16,
    /// Last.
    pub to: u16,
}

/// How well something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Seen in public code that reads or writes the records.
    Confirmed,
    /// Columns from press or metadata, order not seen.
    Partly,
    /// General knowledge: decides nothing alone.
    Unconfirmed,
}

impl Standing {
    /// The word in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Confirmed => "confirmed",
            Standing::Partly => "partly",
            Standing::Unconfirmed => "unconfirmed",
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Id of the role or kind.
    pub field: String,
    /// Whether every such table has it.
    pub presence: Presence,
    /// Table of the system that it stands in; `None` where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Kinds of its cells, where they are fewer than the field's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Names as they stand in files.
    #[serde(default, skip_serializing_if = "Headers::is_empty")]
    pub headers: Headers,
    /// Shapes of its cells, most frequent first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub masks: Vec<String>,
    /// What no other system's column shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell: Option<Tell>,
    /// What else is to be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whether a column is always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// In every such table.
    Must,
    /// In some.
    May,
}

/// Names of a column by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headers {
    /// Ukrainian.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uk: Vec<String>,
    /// Russian.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ru: Vec<String>,
    /// English, or names of fields in programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
}

impl Headers {
    fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// All names.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.uk.iter().chain(&self.ru).chain(&self.en).map(String::as_str)
    }
}

/// The name behind the last dot of a path.
pub fn last_step(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// A header of a schema in its compared form; brackets of paths (`list[].id`) do not count.
pub fn header_word(name: &str) -> String {
    let (mut plain, mut depth) = (String::new(), 0_u32);
    for character in name.chars() {
        match character {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    crate::profile::words::normalise(&plain)
}

/// What no other system's column shows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// How the cells look.
    pub look: Look,
    /// Least share of cells that look so, 0..=1.
    pub share: f64,
    /// Whether only some copies of the system's records show it: a column without it is the system's as well.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sometimes: bool,
}

/// What a system cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cannot {
    /// Ids of roles and kinds.
    pub fields: Vec<String>,
    /// Why, one sentence.
    pub reason: String,
    /// How well that is known, where it differs from the schema's own standing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// How copies are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// How lines hold values.
    pub format: Format,
    /// Separators between cells: one character, several (`-|-`), `tab` or `blank`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub separators: Vec<String>,
    /// Whether the first record names the columns; `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// Fields in the order of the columns, `?` for one whose meaning is not known; empty: not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// How well that is known, where it differs from the schema's own standing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// How a copy holds its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Format {
    Delimited,
    Lines,
    Json,
    JsonLines,
    Sql,
    PgCopy,
    LabelledText,
    Dbf,
    Xlsx,
    Image,
}

/// How passwords are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passwords {
    /// The way.
    pub storage: Storage,
    /// Ids of the kinds of hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Where the salts of its hashes are; `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salts: Option<Salts>,
    /// What else is to be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where the salts of hashes are: it decides whether hashes of common passwords are seen in a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Salts {
    /// There are none: whoever knows the function finds common passwords among the hashes.
    None,
    /// In the cell of the hash.
    Within,
    /// In a column beside it.
    Beside,
    /// In no copy: a word of the whole system, or lost. No common password is ever found.
    Elsewhere,
}

/// A way to store passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Storage {
    None,
    Plain,
    Hash,
    Cipher,
}

/// Days between which records were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// First, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Why.
    pub reason: String,
}

/// A mark in a field that dates or places a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesMark {
    /// Id of the role or kind.
    pub field: String,
    /// What is to be seen.
    pub mark: String,
    /// What it means.
    pub means: String,
    /// First day of the era, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day of the era, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How well that is known, where it differs from the schema's own standing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// How many records there are said to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The number.
    pub count: u64,
    /// Of what.
    pub unit: String,
    /// When, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Who says so.
    pub source: String,
    /// How well that is known, where it differs from the schema's own standing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

impl Schema {
    /// Reads a schema.
    ///
    /// # Errors
    /// No JSON of this format, an unknown key or field, a text that must not be empty.
    pub fn parse(text: &str) -> anyhow::Result<Schema> {
        let schema: Schema = serde_json::from_str(text).context("not a schema")?;
        schema.check().with_context(|| format!("schema `{}`", printable(&schema.id)))?;
        Ok(schema)
    }

    fn check(&self) -> anyhow::Result<()> {
        ensure!(self.format == FORMAT, "format {} is not known; this version reads {FORMAT}", self.format);
        let right = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
        ensure!(!self.id.is_empty() && self.id.chars().all(right), "an id has a-z, 0-9, `_`, `-` and `.` only");
        ensure!(!self.title.trim().is_empty(), "no title");
        ensure!(self.sources.iter().any(|source| !source.trim().is_empty()), "no sources");
        ensure!(self.years.from <= self.years.to, "the years end before they begin");
        let mut seen = std::collections::BTreeSet::new();
        for column in &self.columns {
            is_field(&column.field)?;
            ensure!(seen.insert((&column.table, &column.field)), "`{}` is listed twice in one table", column.field);
            for kind in &column.kinds {
                is_kind(kind)?;
            }
            ensure!(column.tell.is_none_or(|tell| (0.0..=1.0).contains(&tell.share)), "a share lies in 0..=1");
        }
        for field in &self.shown_by {
            let held = self.columns.iter().any(|column| column.field == *field);
            ensure!(held, "`shown_by` names `{}`, which is no column", printable(field));
        }
        for cannot in &self.cannot {
            ensure!(!cannot.reason.trim().is_empty(), "`cannot` without a reason");
            for field in &cannot.fields {
                is_field(field)?;
                let held = self.columns.iter().any(|column| column.field == *field);
                ensure!(!held, "`{field}` is a column and is said to be impossible");
            }
        }
        for field in self.layouts.iter().flat_map(|layout| &layout.order).filter(|field| *field != "?") {
            let held = self.columns.iter().any(|column| column.field == *field);
            ensure!(held, "the order names `{}`, which is no column", printable(field));
        }
        self.series.iter().try_for_each(|mark| is_field(&mark.field))
    }

    /// Why the system cannot hold the field, and how well that is known; `None` where it is not said to be impossible.
    /// A part of a divided value (series of a licence) is as impossible as the whole, a format of hashes as hashes, unless
    /// one of its columns is of that very format.
    pub fn cannot_hold(&self, field: &str) -> Option<(&str, Standing)> {
        let wholes = field::WHOLES.iter().filter(|whole| whole.parts.contains(&field)).map(|whole| whole.id);
        let own = || self.columns.iter().any(|column| column.kinds.iter().any(|kind| kind == field));
        let hash = (field.starts_with("hash.") && !own()).then_some("password_hash");
        let names: Vec<&str> = std::iter::once(field).chain(wholes).chain(hash).collect();
        let said = self.cannot.iter().find(|cannot| cannot.fields.iter().any(|own| names.contains(&own.as_str())))?;
        Some((&said.reason, said.standing.unwrap_or(self.standing)))
    }

    /// Kinds that the system never stores, each with the reason, as far as that is confirmed at least in part. Kinds that say
    /// something about many records (names, dates) are left out: other columns of the system may be of them.
    pub fn never_stores(&self) -> Vec<(&'static str, &str)> {
        let sure = self.cannot.iter().filter(|cannot| cannot.standing.unwrap_or(self.standing) < Standing::Unconfirmed);
        let held = |kind: &str| {
            let fields = self.columns.iter().filter_map(|column| field::find(&column.field));
            fields.into_iter().any(|field| field.takes(kind))
        };
        let kinds = |id: &str| {
            let field = field::find(id);
            let id = id.to_owned();
            KINDS.iter().filter(move |kind| field.map_or(kind.id == id, |field| field.takes(kind.id)))
        };
        let of = |cannot: &'_ Cannot| {
            cannot.fields.iter().flat_map(|id| kinds(id)).map(|kind| (kind.id, kind.rank)).collect::<Vec<_>>()
        };
        let all =
            sure.flat_map(|cannot| of(cannot).into_iter().map(|(kind, rank)| (kind, rank, cannot.reason.as_str())));
        let mut out: Vec<(&str, &str)> = Vec::new();
        for (kind, rank, reason) in all {
            let known = out.iter().any(|(other, _)| *other == kind);
            if rank != Rank::Attribute && !known && !held(kind) {
                out.push((kind, reason));
            }
        }
        out
    }

    /// Whether a case's name for a system means this schema.
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |text: &str| text.replace(['_', '-', '.'], "");
        plain(&self.id) == plain(name) || self.aliases.iter().any(|alias| plain(alias) == plain(name))
    }
}

/// Roles, kinds, and kinds that roles name: the list of kinds grows, and a schema may be ahead of it.
fn is_field(id: &str) -> anyhow::Result<()> {
    let known = field::find(id).is_some() || is_kind(id).is_ok();
    ensure!(known, "there is no role or kind `{}`; `leakprov schema fields` lists them", printable(id));
    Ok(())
}

fn is_kind(id: &str) -> anyhow::Result<()> {
    let named = || field::FIELDS.iter().any(|field| field.takes(id));
    ensure!(KINDS.iter().any(|kind| kind.id == id) || named(), "there is no kind `{}`", printable(id));
    Ok(())
}

/// At most 60 characters, none of which moves a cursor.
fn printable(text: &str) -> String {
    text.chars().take(60).map(|character| if character.is_control() { '?' } else { character }).collect()
}

/// The built-in schemas, sorted by id.
pub static BUILT_IN: LazyLock<Vec<Schema>> = LazyLock::new(|| {
    // A file that cannot be read is found by the tests; a program that was built from it goes on without it.
    schemas::TEXTS.iter().filter_map(|(_, text)| Schema::parse(text).ok()).collect()
});

/// The schemas of a run, sorted by id: the built-in ones, unless there are more.
#[derive(Debug, Clone)]
pub struct Schemas(Vec<Schema>);

impl Default for Schemas {
    fn default() -> Schemas {
        Schemas(BUILT_IN.clone())
    }
}

impl std::ops::Deref for Schemas {
    type Target = [Schema];

    fn deref(&self) -> &[Schema] {
        &self.0
    }
}

/// The built-in schemas and those of the user, sorted by id.
///
/// # Errors
/// Two schemas of one id.
pub fn with_users(users: Vec<Schema>) -> anyhow::Result<Schemas> {
    let mut all = BUILT_IN.clone();
    all.extend(users);
    all.sort_by(|one, other| one.id.cmp(&other.id));
    for pair in all.windows(2) {
        ensure!(pair[0].id != pair[1].id, "two schemas have the id `{}`: rename one of them", pair[0].id);
    }
    Ok(Schemas(all))
}
