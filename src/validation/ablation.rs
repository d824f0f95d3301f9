//! The same worlds with an input less: what does each input carry?

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::outcome::Ablated;
use crate::case::Case;
use crate::pipeline::{self, Request, Silent};
use crate::reference::{Role, Size};
use crate::report::Report;
use crate::synth::{self, world::Recipe};

/// What is taken away: id, and what it is for people.
///
/// # Source
/// The project's method, section 7.2 (no control, no history, no service, only counts) and 5.3 (a held set less).
pub const WITHOUT: [(&str, &str); 5] = [
    ("control", "without control records"),
    ("history", "without the days on which the service's records were made"),
    ("service", "without the service's list"),
    ("one-corpus", "without the held file that explains most rows"),
    ("records", "sizes only: no dump, no lists"),
];

/// One world of so many of a class, in both halves, is tried without inputs as well.
const ONE_OF: u64 = 8;

/// Whether a seed's worlds are tried without inputs.
pub fn is_tried(seed: u64) -> bool {
    (seed / 2).is_multiple_of(ONE_OF)
}

/// The answers to a world with each input taken away; `whole` is the report with all of them.
///
/// # Errors
/// A world cannot be written or analysed.
pub fn ablate(class: &Recipe, seed: u64, scale: f64, case: &Case, whole: &Report) -> Result<BTreeMap<String, Ablated>> {
    let mut answers = BTreeMap::new();
    for (what, _) in WITHOUT {
        let folder = tempfile::tempdir().context("cannot make a folder for a world")?;
        let request = match what {
            "control" => Some(less(&case.request, |role, _| role == Role::Control)),
            "service" => Some(less(&case.request, |role, _| role == Role::Service)),
            "one-corpus" => greatest(case, whole).map(|id| less(&case.request, |_, other| other == id)),
            "history" => {
                synth::write_undated(&class.scenario, folder.path(), scale, seed)?;
                let mut undated = Case::load(&folder.path().join("case.toml"))?;
                undated.request.settings.clone_from(&case.request.settings);
                Some(undated.request)
            }
            _ => Some(sizes_only(&case.request, whole)),
        };
        // Nothing is taken away where there is nothing of it.
        let Some(request) = request else { continue };
        let report = pipeline::analyze(&request, &Silent)
            .with_context(|| format!("world {} with seed {seed}, without {what}", class.scenario.id))?;
        answers.insert(what.to_owned(), Ablated::of(&case.expect, &report)?);
    }
    Ok(answers)
}

/// The request without the references that are meant.
fn less(request: &Request, is: impl Fn(Role, &str) -> bool) -> Request {
    let mut request = request.clone();
    request.references.retain(|(reference, _)| !is(reference.role, &reference.id));
    request
}

/// The held file with the greatest share of the rows.
fn greatest(case: &Case, whole: &Report) -> Option<String> {
    let corpus = |id: &str| {
        case.request.references.iter().any(|(reference, _)| reference.id == id && reference.role == Role::Corpus)
    };
    let parts = whole.composition.as_ref()?.parts.iter().filter(|part| corpus(&part.reference));
    let most = parts.max_by(|one, other| one.credit.total_cmp(&other.credit))?;
    Some(most.reference.clone())
}

/// The request with nothing but numbers: how many records each list has.
fn sizes_only(request: &Request, whole: &Report) -> Request {
    let mut request = request.clone();
    request.dump.clear();
    for (reference, inputs) in &mut request.references {
        inputs.clear();
        let told = whole.references.iter().find(|told| told.id == reference.id);
        let size = |count| Size { count, date: None, rounding: None };
        reference.sizes = told.and_then(|told| told.rows).map(size).into_iter().collect();
    }
    // A size of control, planted or known records says nothing.
    request.references.retain(|(reference, _)| reference.role.is_source());
    request
}
