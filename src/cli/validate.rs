//! `leakprov validate`: how often the answers are right, in random worlds with known truth.

use std::path::PathBuf;

use super::errors::{Exit, Failure};
use super::progress::RowBar;
use super::{Talk, explain, output};
use crate::settings::Settings;
use crate::synth::world::{self, RECIPES};
use crate::validation::{self, Table};

/// How often the answers are right: random worlds with known truth
///
/// Reads what an earlier run left in DIR. Draws N random worlds of every class of hard cases and analyses them. Writes one
/// line for each to DIR/worlds.jsonl, and to standard output the table of right and wrong answers with its intervals: worlds with
/// even seeds are for development, odd ones for the report. A run that was stopped goes on where it was; with all worlds
/// known it only writes the table.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// A class of worlds; several times: several (default: all)
    #[arg(long = "class", value_name = "ID")]
    classes: Vec<String>,
    /// Worlds of each class
    #[arg(long, value_name = "N", default_value_t = 300)]
    worlds: u64,
    /// Seed of the first world of each class; the others count on from it
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Folder that keeps the lines
    #[arg(long, value_name = "DIR", default_value = "validation")]
    out: PathBuf,
    /// Worlds at a time (default: all cores)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    threads: Option<u64>,
    /// Form of the table
    #[arg(long, value_name = "FORM", default_value = "markdown")]
    format: Form,
}

/// Forms of the table.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Form {
    Markdown,
    Json,
}

const EXAMPLES: &str = "
  leakprov validate --worlds 20 --out trial
      20 worlds of every class: a first look in a few minutes
  leakprov validate --class upstream-leak --class service-hidden --out trial
      300 worlds of two classes, added to the same lines
  leakprov validate --out full --format json
      the whole protocol; the table for programs
";

/// Runs the command.
///
/// # Errors
/// There is no such class, or a world cannot be written, analysed or kept.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let mut classes = Vec::new();
    for id in &args.classes {
        let Some(class) = world::find(id) else {
            let ids: Vec<&str> = RECIPES.iter().map(|recipe| recipe.scenario.id).collect();
            return Err(Failure::wrong_use(
                anyhow::anyhow!("there is no class of worlds `{}`", super::discreet::text(id)),
                explain::suggestion(id, &ids, "leakprov explain"),
            ));
        };
        classes.push(class);
    }
    if classes.is_empty() {
        classes = RECIPES.to_vec();
    }
    let threads = args.threads.map_or_else(|| Settings::default().threads, |threads| threads as usize);
    let order = validation::Order { classes, worlds: args.worlds, seed: args.seed, threads, scale: 1.0 };
    let bar = RowBar::new("worlds", talk);
    let failed = |error| Failure::output(error, "is there room on the disk?");
    validation::run(&order, &args.out, &|done, all| bar.show(done, all)).map_err(failed)?;
    drop(bar);
    let table = Table::of(&validation::store::worlds(&args.out).map_err(failed)?);
    let text = match args.format {
        Form::Markdown => table.markdown(),
        Form::Json => {
            let json = serde_json::to_string_pretty(&table).map_err(|error| failed(error.into()))?;
            format!("{json}\n")
        }
    };
    output::print(text.as_bytes()).map(|()| Exit::Done)
}
