//! Worlds drawn at random with known truth: a population, a register, a service, older bases, and a dump made of some
//! of them. Each class of hard cases is one [`Recipe`].
//!
//! **Comes in:** a recipe, a scale and a seed. **Goes out:** a folder as of every scenario: `dump/`, the references,
//! `case.toml`, `truth.json`, `README.md`.
//!
//! The way: a recipe draws a `Plan` (data only: sets with sizes, who was copied from whom, files of the dump);
//! `gather` makes records of it, `print` files and keys, `truth` counts, `answers` says which verdicts are right.
//!
//! **Never happens here:** nothing of the model is imported. Its chance has other forms than the model's: visibility is
//! log-normal, copies are cut by block, region and alphabet, mistakes follow keyboards, values have histories.
//!
//! **To add a class:** a `pub(super) static` in a file of `recipes/`, and one line in [`RECIPES`].

mod answers;
mod base;
mod cells;
mod folk;
mod gather;
mod papers;
pub(super) mod plan;
mod print;
mod recipes;
#[cfg(test)]
mod tests;
mod truth;

use anyhow::Result;

use super::random::draw;
use super::{Order, Scenario};
use base::Sketch;
use gather::World;
use plan::{Dice, Field, Plan, Role};
use truth::Written;

/// A class of worlds.
pub struct Recipe {
    /// Its id, title and sources, as of any scenario.
    pub scenario: Scenario,
    /// The kind in which its services are asked about; none: any.
    main: Option<Field>,
    /// What the common world becomes.
    draw: fn(&mut Sketch),
}

pub use recipes::RECIPES;

/// The recipe with this id.
pub fn find(id: &str) -> Option<&'static Recipe> {
    RECIPES.iter().find(|recipe| recipe.scenario.id == id).copied()
}

/// The kind that a world's service is asked about, as reports name it.
fn main_kind(plan: &Plan) -> &'static str {
    let hashed = |set: &plan::SetPlan| set.role == Role::Service && set.fields.contains(&Field::Digest);
    if plan.sets.iter().any(hashed) {
        return "hash.sha256";
    }
    match plan.main {
        Field::Tax => "ua.rntrc",
        Field::Phone => "phone",
        Field::Email => "email",
        _ => "ua.driver_licence",
    }
}

/// Writes a world of a recipe.
fn write(order: &Order) -> Result<()> {
    let Some(recipe) = find(order.scenario.id) else { anyhow::bail!("no such class of worlds") };
    let name = recipe.scenario.id.bytes().fold(0u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let seed = draw(order.seed, 0x80, name);
    let mut sketch = Sketch::new(Dice::new(draw(seed, 0x81, 0)), order.scale, recipe.main);
    (recipe.draw)(&mut sketch);
    if order.undated {
        sketch.forget_dates();
    }
    lay(order, &sketch.plan, seed)
}

/// Gathers a plan and writes it with its papers.
///
/// # Errors
/// When something cannot be written.
pub(super) fn lay(order: &Order, plan: &Plan, seed: u64) -> Result<()> {
    let world = World::gather(plan, seed);
    let held = |place: usize| plan.sets[place].role != Role::Unheld;
    let set = |place: usize| held(place).then(|| print::set(&world, order.out, place)).transpose();
    let sets = (0..plan.sets.len()).map(set).collect::<Result<Vec<_>>>()?;
    let parts = (0..plan.parts.len()).map(|place| print::part(&world, order.out, place)).collect::<Result<Vec<_>>>()?;
    let written = Written { world: &world, sets, parts };
    papers::write(order, &written)?;
    let rows = written.rows() + written.references().map(|(_, printed)| printed.rows).sum::<u64>();
    (order.progress)(rows, rows);
    Ok(())
}
