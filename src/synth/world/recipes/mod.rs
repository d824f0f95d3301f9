//! The classes of worlds, by what they try.
//!
//! **To add one:** a static in one of the files here, and its line in [`RECIPES`], sorted by id.

mod composites;
mod genuine;
mod lists;
mod others;

use super::super::Scenario;
use super::base::Sketch;
use super::{Recipe, write};

/// Every class, sorted by id.
pub static RECIPES: &[&Recipe] = &[
    &genuine::GENUINE_DENIED,
    &composites::RELABELLED,
    &genuine::SERVICE_COPIED,
    &others::UPSTREAM_LEAK,
];

/// A class of worlds. Sources are the same for all.
const fn recipe(id: &'static str, title: &'static str, about: &'static str, draw: fn(&mut Sketch)) -> Recipe {
    let sources: &[&str] = &["Invented: sizes, shares and rates are drawn from ranges; the class is one of the project's hard cases"];
    Recipe { scenario: Scenario { id, title, about, sources, fixture_scale: 0.5, write }, draw }
}
