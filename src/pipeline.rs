//! The three doors, and the whole analysis on one page: [`take`] reads a record set, [`join`] merges sorted runs,
//! [`weigh`] turns counts into answers.

use std::collections::BTreeSet;

pub use crate::dump::Input;
pub use crate::dump::watch::{Silent, Watch};

use rayon::prelude::*;

use crate::compare::Counts;
use crate::compare::join::join;
use crate::compare::units::units;
use crate::evidence::matter::{Known, Matter};
use crate::evidence::question::Question;
use crate::fingerprint::Secret;
use crate::fingerprint::runs::Store;
use crate::imprint::keys::Keys;
use crate::imprint::plan::{TablePlan, plan_records};
use crate::imprint::second::plan_seconds;
use crate::imprint::survey::{Survey, survey};
use crate::imprint::{Imprint, take};
use crate::kind::{self, Kind, Rank};
use crate::profile::Profile;
use crate::reference::schema::Schemas;
use crate::reference::{Reference, Role};
use crate::report::Report;
use crate::report::weigh::{Parts, weigh};
use crate::settings::Settings;

/// What is to be done.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The dump's inputs; empty: answer from the numbers alone.
    pub dump: Vec<Input>,
    /// References with their inputs; without inputs only their stated size is known.
    pub references: Vec<(Reference, Vec<Input>)>,
    /// The kind asked for with `--key`.
    pub key: Option<&'static Kind>,
    /// Claims, population, selection.
    pub question: Question,
    /// Settings.
    pub settings: Settings,
    /// The schemas that the dump's columns are held against: the built-in ones and the user's.
    pub schemas: Schemas,
}

/// `analyze`: everything. Without a dump only the numbers speak.
///
/// # Errors
/// When an input does not exist, or holds more rows than can be numbered.
pub fn analyze(request: &Request, watch: &dyn Watch) -> anyhow::Result<Report> {
    run(request, Parts::All, watch)
}

/// `inspect`: the dump alone, no reference needed.
///
/// # Errors
/// As [`analyze`].
pub fn inspect(request: &Request, watch: &dyn Watch) -> anyhow::Result<Report> {
    run(request, Parts::Dump, watch)
}

/// `schema derive`: what the dump looks like, without any of its values.
///
/// # Errors
/// As [`analyze`].
pub fn profile(request: &Request, watch: &dyn Watch) -> anyhow::Result<Profile> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(request.settings.threads.max(1)).build()?;
    let (dump, _) = pool.install(|| take_all(request, Parts::Dump, watch))?;
    Ok(dump.map(|imprint| imprint.profile).unwrap_or_default())
}

/// `overlap`: two record sets (the dump and one reference), counts both ways; only the columns of `key` where it is given.
///
/// # Errors
/// As [`analyze`].
pub fn overlap(request: &Request, watch: &dyn Watch) -> anyhow::Result<Report> {
    run(request, Parts::Overlaps, watch)
}

/// The question with what the schemas say of the services: a system is that of the schema named for it in the case, else
/// of the one that is called as the reference is.
///
/// # Errors
/// The case names a schema that is not there.
fn informed(request: &Request) -> anyhow::Result<Question> {
    let mut question = request.question.clone();
    for (reference, _) in request.references.iter().filter(|(reference, _)| reference.role == Role::Service) {
        let named = question.schema_of.get(&reference.id);
        let schema = match named {
            Some(id) => Some(request.schemas.iter().find(|schema| schema.id == *id).ok_or_else(|| {
                anyhow::anyhow!("the schema of reference {} is not known\nhint: `leakprov schema list`", reference.id)
            })?),
            None => request.schemas.iter().find(|schema| schema.is_called(&reference.id)),
        };
        for (kind, reason) in schema.map(|schema| schema.never_stores()).unwrap_or_default() {
            let stored = question.never_stores.entry(reference.id.clone()).or_default();
            if !stored.iter().any(|other| other == kind) {
                stored.push(kind.to_owned());
            }
            let because = question.never_because.entry(reference.id.clone()).or_default();
            because.insert(kind.to_owned(), reason.to_owned());
        }
    }
    Ok(question)
}

fn run(request: &Request, parts: Parts, watch: &dyn Watch) -> anyhow::Result<Report> {
    let question = informed(request)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(request.settings.threads.max(1)).build()?;
    pool.install(|| {
        let (dump, references) = take_all(request, parts, watch)?;
        let held: Vec<(usize, &Imprint)> =
            references.iter().enumerate().filter_map(|(i, imprint)| Some((i, imprint.as_ref()?))).collect();
        watch.begin("comparing", None);
        let roles: Vec<Role> = request.references.iter().map(|(reference, _)| reference.role).collect();
        let counts = dump.as_ref().map(|dump| join(dump, &held, &roles)).transpose();
        watch.end();
        let counts = counts?;
        watch.begin("weighing", None);
        let report = report(request, &question, parts, dump.as_ref(), &references, counts.as_ref());
        watch.end();
        Ok(report)
    })
}

fn report(
    request: &Request,
    question: &Question,
    parts: Parts,
    dump: Option<&Imprint>,
    references: &[Option<Imprint>],
    counts: Option<&Counts>,
) -> Report {
    let known = request.references.iter().zip(references).map(|((reference, _), imprint)| Known {
        reference,
        profile: imprint.as_ref().map(|imprint| &imprint.profile),
    });
    let matter = Matter {
        dump: dump.map(|dump| &dump.profile),
        references: known.collect(),
        counts,
        question,
        key: request.key.map(|key| key.id),
    };
    let mut report = weigh(&matter, parts);
    if let (Some(profile), Some(part)) = (dump.filter(|_| parts != Parts::Overlaps), &mut report.dump) {
        let fits = crate::compare::fit::fit(&profile.profile, &request.schemas);
        let hint = crate::verdict::catalogue::hint(&profile.profile);
        part.enter_known(fits, &hint, &request.schemas, request.settings.sensitive);
    }
    report
}

/// Takes the imprints of the dump and of every reference that has inputs, under one secret.
fn take_all(
    request: &Request,
    parts: Parts,
    watch: &dyn Watch,
) -> anyhow::Result<(Option<Imprint>, Vec<Option<Imprint>>)> {
    let asked = request.key.or_else(|| request.question.claims.iter().find_map(|c| kind::find(c.unit.as_deref()?)));
    let look = |inputs: &[Input]| survey(inputs, asked, request.settings.digest);
    let some = |inputs: &Vec<Input>| (!inputs.is_empty()).then(|| look(inputs)).transpose();
    let look_at_references =
        || request.references.par_iter().map(|(_, inputs)| some(inputs)).collect::<Vec<anyhow::Result<_>>>();
    let (dump, references) = rayon::join(|| some(&request.dump), look_at_references);
    let (mut dump, mut references) = (dump?, references.into_iter().collect::<anyhow::Result<Vec<_>>>()?);
    lean(dump.as_mut(), &mut references);
    let mut found = Found {
        dump: dump.as_ref().map_or_else(Vec::new, Survey::plan),
        references: references.iter().map(|survey| survey.as_ref().map_or_else(Vec::new, Survey::plan)).collect(),
        roles: request.references.iter().map(|(reference, _)| reference.role).collect(),
        only: request.key.filter(|_| parts == Parts::Overlaps),
        parts,
        second_keys: request.settings.second_keys,
    };
    let keys = Keys::of(&Secret::draw()?, Store::new(request.settings.memory));
    let imprint = |survey: Survey, found: &mut Found, set: Set| -> anyhow::Result<Imprint> {
        let plan = found.plan(set);
        let mut again = |survey: &Survey| {
            *found.of(set) = survey.plan();
            found.plan(set)
        };
        let mut imprint = take(survey, plan, &mut again, &keys, asked, &request.settings, watch)?;
        imprint.profile.units = units(&imprint)?;
        Ok(imprint)
    };
    let mut taken = Vec::new();
    for (index, survey) in references.into_iter().enumerate() {
        taken.push(survey.map(|survey| imprint(survey, &mut found, Set::Reference(index))).transpose()?);
    }
    let dump = dump.map(|survey| imprint(survey, &mut found, Set::Dump)).transpose()?;
    // Where the whole dump refuted a first choice, references may lack the kinds that must agree with its new one.
    for (index, (reference, (_, inputs))) in taken.iter_mut().zip(&request.references).enumerate() {
        let plan = found.plan(Set::Reference(index));
        let lacks = |imprint: &Imprint| {
            let unlike = |old: &TablePlan, new: &TablePlan| old.records != new.records || !old.has_seconds_of(new);
            imprint.tables.iter().zip(&plan).any(|(table, new)| unlike(&table.plan, new))
        };
        if reference.as_ref().is_some_and(lacks) && inputs.iter().all(|input| input.path.as_os_str() != "-") {
            let (survey, set) = (look(inputs)?, Set::Reference(index));
            *found.of(set) = survey.plan();
            *reference = Some(imprint(survey, &mut found, set)?);
        }
    }
    Ok((dump, taken))
}

/// Compares columns that nothing in their own set decides as what the other side knows its own to be.
fn lean(dump: Option<&mut Survey>, references: &mut [Option<Survey>]) {
    let Some(dump) = dump else { return };
    let (of_dump, mut of_references) = (dump.decided(), BTreeSet::new());
    for reference in references.iter_mut().flatten() {
        of_references.append(&mut reference.decided());
        reference.lean(&of_dump);
    }
    dump.lean(&of_references);
}

/// One of the record sets of a run.
#[derive(Clone, Copy)]
enum Set {
    Dump,
    Reference(usize),
}

/// What was found in all record sets of a run, from which it is planned what is read of each.
struct Found {
    dump: Vec<TablePlan>,
    references: Vec<Vec<TablePlan>>,
    roles: Vec<Role>,
    only: Option<&'static Kind>,
    parts: Parts,
    second_keys: bool,
}

impl Found {
    fn of(&mut self, set: Set) -> &mut Vec<TablePlan> {
        match set {
            Set::Dump => &mut self.dump,
            Set::Reference(index) => &mut self.references[index],
        }
    }

    fn plan(&self, set: Set) -> Vec<TablePlan> {
        let (mut dump, mut references) = plan(self.dump.clone(), self.references.clone(), self.only, self.parts);
        if self.parts == Parts::All {
            // Whether these are hit must not be a matter of how many numbers the dump holds.
            let doubted = references.iter_mut().zip(&self.roles).filter(|(_, role)| is_doubted(**role));
            doubted.flat_map(|(tables, _)| tables).for_each(|table| table.neighbours = true);
        }
        if self.only.is_none() {
            plan_seconds(&mut dump, &mut references, self.second_keys);
        }
        match set {
            Set::Dump => dump,
            Set::Reference(index) => references.swap_remove(index),
        }
    }
}

/// Whether hits on a set in this role accuse somebody.
fn is_doubted(role: Role) -> bool {
    matches!(role, Role::Service | Role::Canary)
}

/// What is read of each record set: everything of the dump, of the references only what has a kind.
fn plan(
    mut dump: Vec<TablePlan>,
    mut references: Vec<Vec<TablePlan>>,
    only: Option<&'static Kind>,
    parts: Parts,
) -> (Vec<TablePlan>, Vec<Vec<TablePlan>>) {
    for table in references.iter_mut().flatten() {
        table.columns.iter_mut().for_each(|column| column.read = column.kind.is_some());
        table.agreements.clear();
    }
    if parts == Parts::Overlaps {
        dump.iter_mut().for_each(|table| table.agreements.clear());
    }
    dump.iter_mut().for_each(|table| table.examined = true);
    if let Some(only) = only {
        let reads = |tables: &[TablePlan]| tables.iter().any(|table| table.columns_of(only.id).next().is_some());
        let somewhere = reads(&dump) || references.iter().any(|tables| reads(tables));
        for tables in std::iter::once(&mut dump).chain(&mut references) {
            // A set that seems to lack the kind is read whole: the beginning of an archive may mislead.
            let whole = somewhere && !reads(tables);
            for column in tables.iter_mut().flat_map(|table| &mut table.columns) {
                column.read = column.kind.is_some_and(|kind| whole || kind.id == only.id);
            }
        }
        return (dump, references);
    }
    for table in dump.iter_mut().chain(references.iter_mut().flatten()) {
        table.login = table.find_login();
        table.rows = parts != Parts::Overlaps;
    }
    if parts != Parts::Overlaps {
        // Only what a reference holds can be attributed to one: other keys need no link to their rows.
        let held: BTreeSet<&str> = references.iter().flatten().flat_map(|table| table.kinds().into_keys()).collect();
        let of_dump: BTreeSet<&str> = dump.iter().flat_map(|table| table.kinds().into_keys()).collect();
        for table in references.iter_mut().flatten() {
            table.divided = true;
            for column in &mut table.columns {
                column.linked =
                    column.kind.is_some_and(|kind| kind.rank != Rank::Attribute && of_dump.contains(kind.id));
            }
        }
        for table in &mut dump {
            table.people = true;
            table.linked = table.login.is_some() && references.iter().flatten().any(|other| other.login.is_some());
            for column in &mut table.columns {
                column.linked = column.kind.is_some_and(|kind| kind.rank != Rank::Attribute && held.contains(kind.id));
            }
        }
    }
    for table in &mut dump {
        table.tags = parts != Parts::Overlaps;
    }
    plan_records(&mut dump, &mut references);
    (dump, references)
}
