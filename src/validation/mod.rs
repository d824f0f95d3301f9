//! How often the answers are right: random worlds with known truth, analysed, and the rates of right and wrong answers.
//!
//! **Comes in:** classes of worlds and how many of each. **Goes out:** one line of JSON for each world ([`World`]: what
//! was so, what was answered), and the [`Table`] of rates that they make, development and report half apart.
//!
//! **Never happens here:** nothing is judged but by the written truth; nothing is known of an analysis but its report.
//! No line is ever changed: a run that was stopped goes on where it was, a line that was cut is made again.
//!
//! **To add a measure:** a field of [`World`] if it needs more of report or truth (`outcome.rs`), and one line in
//! `measures.rs`.

pub mod ablation;
pub mod measures;
pub mod outcome;
pub mod protocol;
pub mod sections;
pub mod store;
pub mod table;
pub mod typing;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use anyhow::{Context, Result};

pub use outcome::World;
pub use table::Table;

use crate::case::Case;
use crate::pipeline::{self, Silent};
use crate::synth::{self, world::Recipe};

/// What is to be tried.
pub struct Order {
    /// Classes of worlds, and how many of each: the seeds from `seed` on.
    pub classes: Vec<(&'static Recipe, u64)>,
    /// First seed.
    pub seed: u64,
    /// Worlds at a time.
    pub threads: usize,
    /// Size of the worlds, 1 being thousands of people.
    pub scale: f64,
}

/// Tries every world that `folder` has no line of, and adds its line. `progress` hears of worlds done and
/// worlds in all.
///
/// # Errors
/// When a world cannot be written or analysed, or its line not be kept.
pub fn run(order: &Order, folder: &Path, progress: &dyn Fn(u64, u64)) -> Result<()> {
    let known = store::known(folder)?;
    // A run that is stopped has something of every class.
    let mut wanted = protocol::in_turn(&order.classes, order.seed);
    wanted.retain(|(class, seed)| !known.contains(&(class.scenario.id.to_owned(), *seed)));
    let mut lines = store::Lines::open(folder)?;
    let turn = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel::<Result<World>>(order.threads.max(1));
    std::thread::scope(|scope| -> Result<()> {
        // Owned by the scope's closure: an early return drops it, and workers then stop at their next send.
        let receiver = receiver;
        for _ in 0..order.threads.max(1) {
            let (sender, turn, wanted) = (sender.clone(), &turn, &wanted);
            scope.spawn(move || {
                while let Some((class, seed)) = wanted.get(turn.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send(one(class, *seed, order.scale)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let all = wanted.len() as u64;
        for (done, world) in (1..).zip(receiver) {
            lines.add(&world?)?;
            progress(done, all);
        }
        Ok(())
    })
}

/// One world: written, analysed, compared with its truth, and thrown away.
///
/// # Errors
/// When it cannot be written or analysed.
pub fn one(class: &Recipe, seed: u64, scale: f64) -> Result<World> {
    let folder = tempfile::tempdir().context("cannot make a folder for a world")?;
    let id = class.scenario.id;
    synth::write(&class.scenario, folder.path(), scale, seed, &|_, _| {})
        .with_context(|| format!("world {id} with seed {seed}"))?;
    let mut case = Case::load(&folder.path().join("case.toml"))?;
    case.request.settings.threads = 1;
    case.request.settings.digest = false;
    let report = pipeline::analyze(&case.request, &Silent).with_context(|| format!("world {id} with seed {seed}"))?;
    let mut world = World::of(id, seed, &store::truth(folder.path())?, &case.expect, &report)?;
    if ablation::is_tried(seed) {
        world.without = ablation::ablate(class, seed, scale, &case, &report)?;
    }
    Ok(world)
}
