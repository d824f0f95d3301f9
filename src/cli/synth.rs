//! `leakprov synth`: worlds with known truth.

use std::path::PathBuf;

use super::errors::{Exit, Failure};
use super::progress::RowBar;
use super::{Talk, discreet, explain, output};
use crate::synth::{self, SCENARIOS};

/// Makes a dump, its references and its case file with known truth
///
/// Reads nothing. Writes a folder that must not exist yet or be empty: the dump, every reference, `case.toml` with what is
/// expected, and a README with the truth as a table. All persons are invented; the same scenario, scale and seed give the
/// same bytes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// What is to be made; `leakprov explain` lists the scenarios
    scenario: String,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Size of the world, 1 being the full size of the case it is after (default: as in fixtures/cases)
    #[arg(long, value_name = "X", value_parser = scale)]
    scale: Option<f64>,
    /// Seed of all that is drawn
    #[arg(long, value_name = "N", default_value_t = synth::DEFAULT_SEED)]
    seed: u64,
}

const EXAMPLES: &str = "
  leakprov synth diia-2020 --out world
      the case of the README at a thousandth of its size
  leakprov synth diia-2020 --out world --scale 1
      the same at full size: 26 million rows
  leakprov synth diia-2020 --out world --seed 7 && leakprov check world
      another world of the same make, and whether its truth is found
";

fn scale(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(scale) if (synth::SCALES.0..=synth::SCALES.1).contains(&scale) => Ok(scale),
        _ => Err(format!("write a number from {} to {}", synth::SCALES.0, synth::SCALES.1)),
    }
}

/// Runs the command.
///
/// # Errors
/// There is no such scenario, the folder holds something, or it cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let Some(scenario) = synth::find(&args.scenario) else {
        let ids: Vec<&str> = SCENARIOS.iter().map(|scenario| scenario.id).collect();
        return Err(Failure::wrong_use(
            anyhow::anyhow!("there is no scenario `{}`", discreet::text(&args.scenario)),
            explain::suggestion(&args.scenario, &ids, "leakprov explain"),
        ));
    };
    if std::fs::read_dir(&args.out).is_ok_and(|mut entries| entries.next().is_some()) || args.out.is_file() {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("--out {} already holds something", discreet::path(&args.out.to_string_lossy())),
            "name a folder that is not there yet; nothing is written over",
        ));
    }
    let scale = args.scale.unwrap_or(scenario.fixture_scale);
    let rows = RowBar::new(&format!("writing {}", scenario.id), talk);
    synth::write(scenario, &args.out, scale, args.seed, &|done, all| rows.show(done, all))
        .map_err(|error| Failure::output(error.context("cannot write the world"), "is there room on the disk?"))?;
    drop(rows);
    if !talk.quiet {
        output::note(&format!("wrote {0}; next: leakprov check {0}", discreet::path(&args.out.to_string_lossy())));
    }
    Ok(Exit::Done)
}
