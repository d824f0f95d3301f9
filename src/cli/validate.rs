//! `leakprov validate`: how often the answers are right, in random worlds with known truth.

use std::path::PathBuf;

use super::errors::{Exit, Failure};
use super::progress::RowBar;
use super::{Talk, explain, output};
use crate::settings::Settings;
use crate::synth::world::{self, RECIPES};
use crate::validation::typing::{Fits, Headed, Scale, Typing, fit_tables, type_columns, type_headed};
use crate::validation::{self, Table};

/// Worlds of each class, and seeds of typing, where the user names no number.
const WORLDS: u64 = 300;
const TYPING_SEEDS: u64 = 10;
/// Rows of a table whose columns are to be typed.
const TYPING_ROWS: u64 = 300;

/// How often the answers are right: random worlds with known truth
///
/// Reads what an earlier run left in DIR. Draws N random worlds of every class of hard cases and analyses them. Writes one
/// line for each to DIR/worlds.jsonl, and to standard output the table of right and wrong answers with its intervals: worlds with
/// even seeds are for development, odd ones for the report. A run that was stopped goes on where it was; with all worlds
/// known it only writes the table.
///
/// With --typing, N times (default 10) every kind of column is made with other values, neighbours and spellings, without
/// header and under right and wrong names, with one spoilt cell in twenty, and tables of every known system and of many unknown ones, all looked at as
/// `inspect` does. Nothing is kept; standard output has what was typed or known rightly, wrongly, or not at all. Seeds are then
/// all odd, or all even.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// A class of worlds; several times: several (default: all)
    #[arg(long = "class", value_name = "ID")]
    classes: Vec<String>,
    /// Whether columns are typed and layouts known rightly, instead of worlds
    #[arg(long, value_name = "WHAT", num_args = 0..=1, default_missing_value = "both", conflicts_with_all = ["classes", "out"])]
    typing: Option<What>,
    /// The whole protocol: of each class as many worlds as its bounds need, some 4,500 in all
    #[arg(long, conflicts_with_all = ["classes", "worlds", "typing"])]
    protocol: bool,
    /// Worlds of each class [default: 300; with --typing 10]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    worlds: Option<u64>,
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

/// What of typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Columns,
    Layouts,
    Both,
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
  leakprov validate --protocol --seed 1001 --out full
      the whole protocol, of each class as many worlds as its bounds need; an hour or so on two cores
  leakprov validate --typing --worlds 4 --seed 2
      columns of every kind, and every layout, four times: with the even seeds 2, 4, 6 and 8
";

/// Runs the command.
///
/// # Errors
/// There is no such class, or a world cannot be written, analysed or kept.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    if let Some(what) = args.typing {
        return typing(args, what, talk);
    }
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
    let worlds = args.worlds.unwrap_or(WORLDS);
    let classes = match args.protocol {
        true => validation::protocol::protocol(),
        false => classes.into_iter().map(|class| (class, worlds)).collect(),
    };
    let order = validation::Order { classes, seed: args.seed, threads: threads(args), scale: 1.0 };
    let bar = RowBar::new("worlds", talk);
    let failed = |error| Failure::output(error, "is there room on the disk?");
    validation::run(&order, &args.out, &|done, all| bar.show(done, all)).map_err(failed)?;
    drop(bar);
    let table = Table::of(&validation::store::worlds(&args.out).map_err(failed)?);
    print(args, &table, Table::markdown)
}

/// Columns of every kind and tables of every system, looked at as `inspect` does.
fn typing(args: &Args, what: What, talk: &Talk) -> Result<Exit, Failure> {
    let seeds = args.worlds.unwrap_or(TYPING_SEEDS);
    let scale = Scale { seed: args.seed, seeds, rows: TYPING_ROWS, threads: threads(args), thinned: 1 };
    let failed = |error| Failure::output(error, "is there room on the disk?");
    let mut examined = Examined { columns: None, headed: None, layouts: None };
    if what != What::Layouts {
        let bar = RowBar::new("columns of every kind", talk);
        examined.columns = Some(type_columns(&scale, &|done, all| bar.show(done, all)).map_err(failed)?);
        drop(bar);
        let bar = RowBar::new("columns under headers", talk);
        examined.headed = Some(type_headed(&scale, &|done, all| bar.show(done, all)).map_err(failed)?);
    }
    if what != What::Columns {
        let bar = RowBar::new("layouts", talk);
        examined.layouts = Some(fit_tables(&scale, &|done, all| bar.show(done, all)).map_err(failed)?);
    }
    print(args, &examined, |all| {
        let columns = [all.columns.as_ref().map(Typing::markdown), all.headed.as_ref().map(Headed::markdown)];
        columns.into_iter().chain([all.layouts.as_ref().map(Fits::markdown)]).flatten().collect::<Vec<_>>().join("\n")
    })
}

/// The examinations that were asked for.
#[derive(serde::Serialize)]
struct Examined {
    columns: Option<Typing>,
    headed: Option<Headed>,
    layouts: Option<Fits>,
}

fn threads(args: &Args) -> usize {
    args.threads.map_or_else(|| Settings::default().threads, |threads| threads as usize)
}

fn print<T: serde::Serialize>(args: &Args, table: &T, markdown: fn(&T) -> String) -> Result<Exit, Failure> {
    let text = match args.format {
        Form::Markdown => markdown(table),
        Form::Json => {
            let failed =
                |error: serde_json::Error| Failure::output(anyhow::Error::from(error), "is there room on the disk?");
            format!("{}\n", serde_json::to_string_pretty(table).map_err(failed)?)
        }
    };
    output::print(text.as_bytes()).map(|()| Exit::Done)
}
