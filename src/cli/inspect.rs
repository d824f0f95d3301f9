//! `leakprov inspect`: what is in here.

use std::path::PathBuf;

use super::Talk;
use super::errors::{Exit, Failure};
use super::options::{self, Reading};
use super::printing::Printing;
use super::progress::Progress;
use super::schema::Known;
use crate::pipeline::{self, Request};
use crate::settings::Settings;

/// What is in a dump: layout, columns, kinds, validity, distinct counts; needs no reference
///
/// Reads the dump only: files, folders or `-` (standard input), as one dump. Writes the parts of the report that need no
/// reference, to standard output or --out. Each choice (delimiter, charset, header, kind) is told with its reason and the
/// runner-up; what could not be read as expected is counted with its place.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Files or folders of the dump, read as one; `-` is standard input
    #[arg(value_name = "DUMP", required = true)]
    dump: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    known: Known,
    #[command(flatten)]
    printing: Printing,
}

const EXAMPLES: &str = "
  leakprov inspect dump.csv.gz
      how the file is read and what its columns are
  leakprov inspect part1.txt part2.txt more/ --format json --faults faults.jsonl
      several files and a folder as one dump, for a program, with the first places of every fault
  zcat dump.gz | leakprov inspect - -v
      standard input; steps and reasons on standard error
";

/// Runs the command.
///
/// # Errors
/// Wrong use, an analysis that cannot be made, or output that cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let dump = args.dump.iter().map(|path| options::input(path)).collect::<Result<Vec<_>, _>>()?;
    let schemas = args.known.load()?;
    let settings = Settings { sensitive: args.known.sensitive, ..args.reading.settings() };
    let request = Request { dump, settings, schemas, ..Request::default() };
    options::one_standard_input(&request.dump)?;
    args.printing.check(&args.reading, &request.dump)?;
    let report = pipeline::inspect(&request, &Progress::new(talk)).map_err(Failure::analysis)?;
    args.printing.finish(&report, &args.reading, talk)
}
