//! The worlds that can be made, as `leakprov explain` shows them.

use super::{Shelf, section};
use crate::synth::SCENARIOS;

/// Every scenario.
pub static SHELF: Shelf = Shelf {
    title: "Scenarios (leakprov synth)",
    list: |_| SCENARIOS.iter().map(|scenario| (scenario.id.to_owned(), scenario.title.to_owned())).collect(),
    show: |id| {
        let scenario = SCENARIOS.iter().find(|scenario| scenario.id == id)?;
        let mut text = format!(
            "{id}: a scenario\n\n{}\n\n{}\n\n  leakprov synth {id} --out DIR\n",
            scenario.title, scenario.about
        );
        section(&mut text, "Sources", scenario.sources.iter().map(|source| (*source).to_owned()));
        Some(text)
    },
};
