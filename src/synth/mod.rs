//! Worlds with known truth: a dump, its references and its case file, written so that every right answer is known
//! beforehand.
//!
//! **Comes in:** a scenario, a scale and a seed. **Goes out:** a folder with `dump/`, the references, `case.toml` (what
//! is claimed and what a right analysis must find), `truth.json` and `README.md`. The same order gives the same bytes
//! inside the files on every machine (packed files may differ in how they are packed).
//!
//! **Never happens here:** nothing of the model is imported, neither kinds nor comparison, so that a mistake there
//! cannot hide here; nobody exists: names are put together from lists, numbers are drawn, addresses end in reserved
//! domains.
//!
//! **To add one:** `src/synth/<id with _ for ->.rs` with `pub static SCENARIO`, one line in `TOLD` (a class of random
//! worlds: see `world/`; a published case as a table entry: see `real_cases/`), and the folder `fixtures/cases/<id>/` written at its `fixture_scale`; the test below compares them.

#[cfg(test)]
mod audit;
mod calendar;
mod diia_2020;
mod diia_2020_claim;
mod diia_2020_papers;
mod diia_2020_rows;
mod ledger;
mod names;
mod papers;
mod password_mix;
mod person;
mod press;
mod random;
mod real_cases;
mod spelling;
pub mod tables;
pub mod world;

use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};

/// The seed of the worlds in the repository.
pub const DEFAULT_SEED: u64 = 2020;

/// Smallest and greatest scale: below, some parts of a world would be empty; above, unique numbers would run out.
pub const SCALES: (f64, f64) = (0.0005, 1.0);

/// A world that can be written. See the module header.
pub struct Scenario {
    /// Id on the command line, and name of its folder in `fixtures/cases`.
    pub id: &'static str,
    /// One line, for people.
    pub title: &'static str,
    /// What is in it and what is not.
    pub about: &'static str,
    /// Where its numbers come from; what is invented.
    pub sources: &'static [&'static str],
    /// Scale at which the repository holds it.
    pub fixture_scale: f64,
    write: fn(&Order) -> Result<()>,
}

/// What a scenario is asked to write.
struct Order<'a> {
    scenario: &'a Scenario,
    out: &'a Path,
    scale: f64,
    seed: u64,
    /// The service's list does not say when its records were made (random worlds only).
    undated: bool,
    /// Rows done, rows in all.
    progress: &'a dyn Fn(u64, u64),
}

/// Scenarios after published cases and lists.
static TOLD: &[&Scenario] = &[&diia_2020::SCENARIO, &diia_2020_claim::SCENARIO, &password_mix::SCENARIO];

/// Every scenario, the classes of random worlds among them, sorted by id.
pub static SCENARIOS: LazyLock<Vec<&'static Scenario>> = LazyLock::new(|| {
    let mut all: Vec<&Scenario> =
        TOLD.iter().copied().chain(world::RECIPES.iter().map(|recipe| &recipe.scenario)).collect();
    all.extend(real_cases::CASES.iter().map(|case| &case.scenario));
    all.sort_by_key(|scenario| scenario.id);
    all
});

/// The scenario with this id.
pub fn find(id: &str) -> Option<&'static Scenario> {
    SCENARIOS.iter().find(|scenario| scenario.id == id).copied()
}

/// Writes a world into the folder `out`, which is made if it is missing.
///
/// `scale` is the share of the full size, within [`SCALES`]. `progress` hears of rows done and rows in all, on the
/// caller's thread. Needs memory for a few chunks only, whatever the scale.
///
/// # Errors
/// When `scale` is out of range, `out` is not an empty folder, or something cannot be written.
pub fn write(scenario: &Scenario, out: &Path, scale: f64, seed: u64, progress: &dyn Fn(u64, u64)) -> Result<()> {
    write_order(&Order { scenario, out, scale, seed, undated: false, progress })
}

/// The same of a random world whose service does not say when its records were made; nothing else differs.
///
/// # Errors
/// As [`write()`].
pub fn write_undated(scenario: &Scenario, out: &Path, scale: f64, seed: u64) -> Result<()> {
    write_order(&Order { scenario, out, scale, seed, undated: true, progress: &|_, _| {} })
}

fn write_order(order: &Order) -> Result<()> {
    let (out, scale) = (order.out, order.scale);
    if !(SCALES.0..=SCALES.1).contains(&scale) {
        bail!("scale {scale} is out of range; hint: {} to {}", SCALES.0, SCALES.1);
    }
    std::fs::create_dir_all(out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let mut inside = std::fs::read_dir(out).with_context(|| format!("cannot look into {}", out.display()))?;
    if inside.next().is_some() {
        bail!("{} is not empty; hint: name a new folder, nothing is ever overwritten", out.display());
    }
    (order.scenario.write)(order)
}
