//! `leakprov overlap`: two record sets, counts both ways.

use std::path::PathBuf;

use super::Talk;
use super::errors::{Exit, Failure};
use super::options::{self, Reading};
use super::printing::Printing;
use super::progress::Progress;
use crate::kind::Kind;
use crate::pipeline::{self, Request};
use crate::reference::Role;
use crate::settings::Settings;

/// What two record sets share: counts and shares both ways
///
/// Reads A and B, each a file, a folder or (one of them) `-` for standard input. Writes the overlap of every kind that both
/// hold, or of --key alone (which reads only the columns of that kind and is fastest), to standard output or --out.
/// Values are compared in their canonical spelling; counts are of distinct valid keys.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// First record set: stands in the report as the dump
    a: PathBuf,
    /// Second record set: stands in the report as the reference `b`
    b: PathBuf,
    /// Compare this kind only
    #[arg(long, value_name = "KIND", value_parser = options::kind)]
    key: Option<&'static Kind>,
    /// Count second keys (names in other spellings, name with day of birth, mailboxes) in sets of any size; without it they are
    /// left out where two sets share a key and have more than 5 million rows together
    #[arg(long)]
    second_keys: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    printing: Printing,
}

const EXAMPLES: &str = "
  leakprov overlap dump.csv portal.csv
      every kind that both hold
  leakprov overlap dump.csv.zst portal.csv --key ua.driver_licence --no-digest
      the fastest answer to one question: how many licences of each are in the other
  leakprov overlap old.txt new.txt --format json
      for a program
";

/// The second record set's id in the report.
const SECOND: &str = "b";

/// Runs the command.
///
/// # Errors
/// Wrong use, an analysis that cannot be made, or output that cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let (a, b) = (options::input(&args.a)?, options::input(&args.b)?);
    options::one_standard_input([&a, &b])?;
    args.printing.check(&args.reading, [&a, &b])?;
    let request = Request {
        dump: vec![a],
        references: vec![(options::unadorned(SECOND, Role::Corpus), vec![b])],
        key: args.key,
        settings: Settings { second_keys: args.second_keys, ..args.reading.settings() },
        ..Request::default()
    };
    let report = pipeline::overlap(&request, &Progress::new(talk)).map_err(Failure::analysis)?;
    args.printing.finish(&report, &args.reading, talk)
}
