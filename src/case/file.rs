//! The case file's keys, as they are written, and the request they make.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{bail, ensure};
use serde::Deserialize;

use super::expect::{self, Expectation};
use super::{Case, Claim, Population, Question, Selection, Stock, glob, look_ups};
use crate::kind;
use crate::pipeline::{Input, Request};
use crate::reference::{Provenance, Reference, Role, Size};
use crate::settings::Settings;

/// A case file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    title: Option<String>,
    #[serde(default)]
    dump: DumpPart,
    #[serde(default)]
    claim: Vec<ClaimPart>,
    #[serde(default)]
    population: BTreeMap<String, PopulationPart>,
    #[serde(default)]
    reference: Vec<ReferencePart>,
    #[serde(default)]
    expect: toml::Table,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DumpPart {
    #[serde(default)]
    files: Vec<String>,
    selection: Option<String>,
    /// First day on which the dump is known to have existed.
    date: Option<Day>,
    /// Answers of a bot, typed in: group, asked, found.
    look_ups: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimPart {
    by: String,
    source: Option<String>,
    records: Option<u64>,
    rounding: Option<u64>,
    unit: Option<String>,
    #[serde(default)]
    content: Vec<String>,
    ratio_at_least: Option<f64>,
    holds_no_records: Option<bool>,
    date: Option<Day>,
    #[serde(default)]
    denies: bool,
    #[serde(default)]
    complete: bool,
    collected_before: Option<Day>,
    collected_after: Option<Day>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PopulationPart {
    in_existence: Option<StockPart>,
    ever_issued: Option<StockPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StockPart {
    count: u64,
    date: Option<Day>,
    source: Option<String>,
    rounding: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferencePart {
    id: String,
    role: Role,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    sizes: Vec<SizePart>,
    started: Option<Day>,
    view_of: Option<String>,
    complete_to: Option<Day>,
    date: Option<Day>,
    #[serde(default)]
    provenance: Provenance,
    obtained_from: Option<String>,
    /// Ids of kinds that it is known never to store.
    #[serde(default)]
    never_stores: Vec<String>,
    /// Id of the schema that its records have; without it, that of a schema that is called as the reference.
    schema: Option<String>,
    imprint: Option<toml::Value>,
    library: Option<toml::Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SizePart {
    count: u64,
    date: Option<Day>,
    rounding: Option<u64>,
}

/// A day, month or year in ISO 8601; TOML's own dates too.
#[derive(Debug, Deserialize)]
#[serde(try_from = "DayText")]
struct Day(String);

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum DayText {
    Date(toml::value::Datetime),
    Text(String),
}

impl TryFrom<DayText> for Day {
    type Error = String;

    fn try_from(text: DayText) -> Result<Day, String> {
        let text = match text {
            DayText::Date(date) => date.to_string(),
            DayText::Text(text) => text,
        };
        let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        if matches!(shape.as_str(), "9999" | "9999-99" | "9999-99-99") {
            Ok(Day(text))
        } else {
            Err(format!("{text} is no day of the form 2020-05-12 (or 2020-05, or \"2020\")"))
        }
    }
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.0)
}

impl CaseFile {
    /// The case that the file makes.
    pub fn case(self, folder: &Path) -> anyhow::Result<Case> {
        let look_ups =
            self.dump.look_ups.as_ref().map(|shown| look_ups::read(&folder.join(shown), shown)).transpose()?;
        let selection = selection(self.dump.selection.as_deref())?;
        let dump = inputs(&self.dump.files, folder)?;
        let (mut obtained_from, mut never_stores, mut schema_of) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut references = Vec::new();
        let mut ids = BTreeSet::new();
        for part in self.reference {
            ensure!(
                ids.insert(part.id.clone()),
                "reference {} stands there twice\nhint: give each its own id",
                part.id
            );
            schema_of.extend(part.schema.clone().map(|schema| (part.id.clone(), schema)));
            obtained_from.extend(part.obtained_from.clone().map(|from| (part.id.clone(), from)));
            part.never_stores.iter().try_for_each(|kind| check_unit(kind, &[]))?;
            never_stores.extend((!part.never_stores.is_empty()).then(|| (part.id.clone(), part.never_stores.clone())));
            references.push(part.reference(folder)?);
        }
        let mut populations = BTreeMap::new();
        for (unit, part) in self.population {
            check_unit(&unit, &["people"])?;
            populations.insert(unit, part.population());
        }
        let claims = self.claim.into_iter().map(ClaimPart::claim).collect::<anyhow::Result<_>>()?;
        let question = Question {
            title: self.title,
            claims,
            populations,
            selection,
            dump_date: day(self.dump.date),
            look_ups: look_ups.unwrap_or_default(),
            never_stores,
            schema_of,
            never_because: BTreeMap::new(),
            obtained_from,
            prior: None,
        };
        let request =
            Request { dump, references, key: None, question, settings: Settings::default(), ..Request::default() };
        let expect = self
            .expect
            .into_iter()
            .map(|(path, wanted)| Expectation { path, wanted: expect::plain(wanted) })
            .collect::<Vec<_>>();
        let mut expect = expect;
        expect.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(Case { request, expect })
    }
}

impl ClaimPart {
    fn claim(self) -> anyhow::Result<Claim> {
        if let Some(unit) = &self.unit {
            check_unit(unit, &["rows", "people"])?;
        }
        if let Some(ratio) = self.ratio_at_least {
            ensure!(
                ratio.is_finite() && ratio > 0.0,
                "ratio_at_least of a claim is {ratio}\nhint: give a number above 0"
            );
        }
        let about_sources = self.source.is_some() || !self.content.is_empty();
        ensure!(
            !self.denies
                || (about_sources && self.records.is_none() && self.ratio_at_least.is_none() && !self.complete),
            "denies of a claim that is not about source or content alone\nhint: deny where records come from in a [[claim]] of its own: \
             source = \"…\" or content = [\"…\"] with denies = true"
        );
        Ok(Claim {
            denies: self.denies,
            complete: self.complete,
            collected_before: day(self.collected_before),
            collected_after: day(self.collected_after),
            by: self.by,
            source: self.source,
            records: self.records,
            rounding: self.rounding,
            unit: self.unit,
            content: self.content,
            ratio_at_least: self.ratio_at_least,
            holds_no_records: self.holds_no_records,
            date: day(self.date),
        })
    }
}

impl PopulationPart {
    fn population(self) -> Population {
        Population {
            in_existence: self.in_existence.and_then(StockPart::stock),
            ever_issued: self.ever_issued.and_then(StockPart::stock),
        }
    }
}

impl StockPart {
    /// A count of 0 is a place left empty: nobody asks about a kind of which there is none.
    fn stock(self) -> Option<Stock> {
        let source = self.source.filter(|source| !source.is_empty());
        (self.count > 0).then(|| Stock { count: self.count, date: day(self.date), source, rounding: self.rounding })
    }
}

impl ReferencePart {
    fn reference(self, folder: &Path) -> anyhow::Result<(Reference, Vec<Input>)> {
        let id = self.id;
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
        ensure!(
            !id.is_empty() && id.bytes().all(allowed),
            "reference id \"{id}\"\nhint: an id is made of a-z, 0-9, _ and -"
        );
        ensure!(
            !matches!(id.as_str(), "unknown" | "dump"),
            "reference id \"{id}\" has a meaning of its own in reports\nhint: choose another"
        );
        for (key, value) in [("imprint", &self.imprint), ("library", &self.library)] {
            ensure!(
                value.is_none(),
                "{key} of reference {id} is not supported in this version\n\
                 hint: give its records with files = [\"…\"]"
            );
        }
        let inputs = inputs(&self.files, folder)?;
        ensure!(
            !inputs.is_empty() || !matches!(self.role, Role::Control | Role::Canary | Role::Member),
            "reference {id} has no records\nhint: how many control, planted or known records there are says nothing; give \
             them with files = [\"…\"]"
        );
        let sizes = self.sizes.into_iter();
        let sizes =
            sizes.map(|size| Size { count: size.count, date: day(size.date), rounding: size.rounding }).collect();
        let reference = Reference {
            id,
            role: self.role,
            provenance: self.provenance,
            date: day(self.date),
            sizes,
            view_of: self.view_of,
            complete_to: day(self.complete_to),
            started: day(self.started),
        };
        Ok((reference, inputs))
    }
}

fn selection(name: Option<&str>) -> anyhow::Result<Selection> {
    let Some(name) = name else { return Ok(Selection::default()) };
    match Selection::ALL.into_iter().find(|selection| selection.name() == name) {
        Some(selection) => Ok(selection),
        None => {
            let names = Selection::ALL.map(Selection::name).join(", ");
            bail!("dump.selection is \"{name}\"\nhint: it is one of {names}")
        }
    }
}

fn check_unit(unit: &str, others: &[&str]) -> anyhow::Result<()> {
    ensure!(
        others.contains(&unit) || kind::find(unit).is_some(),
        "\"{unit}\" is no unit here\nhint: it is {}the id of a kind such as ua.driver_licence; `leakprov explain` lists them",
        others.iter().map(|other| format!("{other}, ")).collect::<String>()
    );
    Ok(())
}

fn inputs(patterns: &[String], folder: &Path) -> anyhow::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for pattern in patterns {
        for shown in glob::expand(pattern, folder)? {
            inputs.push(Input { path: folder.join(&shown), shown });
        }
    }
    Ok(inputs)
}
