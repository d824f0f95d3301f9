//! The classes of worlds, by what they try.
//!
//! **To add one:** a static in one of the files here, and its line in [`RECIPES`], sorted by id.

mod composites;
mod genuine;
mod lists;
mod others;
mod spellings;

use super::super::Scenario;
use super::base::Sketch;
use super::plan::Field;
use super::{Recipe, write};

/// Every class, sorted by id.
pub static RECIPES: &[&Recipe] = &[
    &genuine::AVOIDS_EXCLUSIVE,
    &composites::COMPILATION,
    &genuine::DATED_COPY,
    &composites::DENSE_KEYS,
    &lists::DOCTORED_LIST,
    &composites::FABRICATED,
    &others::FRESH_REGISTER,
    &genuine::GENUINE_DENIED,
    &genuine::GENUINE_SMALL,
    &spellings::HOMOGLYPHS,
    &lists::INCOMPLETE_LIST,
    &genuine::INJECTED,
    &composites::LACED,
    &composites::MANY_CORPORA,
    &spellings::NORMALISED,
    &composites::OLD_MIX,
    &composites::PADDED,
    &composites::PARTIAL_UPDATED,
    &others::PARTNER_LEAK,
    &genuine::PRE_LAUNCH,
    &composites::RELABELLED,
    &spellings::SAMPLE,
    &genuine::SERVICE_COPIED,
    &genuine::SERVICE_HIDDEN,
    &others::TWIN_SERVICES,
    &others::TWO_REGISTERS,
    &spellings::TYPOS,
    &others::UNHELD_REGISTRY,
    &others::UNKNOWN_BASES,
    &others::UNKNOWN_LOGINS,
    &others::UPSTREAM_LEAK,
    &lists::WRONG_NORMALISER,
];

/// A class of worlds. Sources are the same for all.
const fn recipe(id: &'static str, title: &'static str, about: &'static str, draw: fn(&mut Sketch)) -> Recipe {
    let sources: &[&str] =
        &["Invented: sizes, shares and rates are drawn from ranges; the class is one of the project's hard cases"];
    Recipe { scenario: Scenario { id, title, about, sources, fixture_scale: 0.5, write }, main: None, draw }
}

/// The same, with a service that is always asked about in one kind.
const fn about(main: Field, recipe: Recipe) -> Recipe {
    Recipe { main: Some(main), ..recipe }
}
