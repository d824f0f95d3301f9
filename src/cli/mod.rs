//! The only code that knows arguments, terminals, the environment and exit codes.
//!
//! **Comes in:** the command line. **Goes out:** a [`crate::pipeline::Request`] to the doors; their report to standard output
//! or a file; messages and progress to standard error; an exit status (`errors.rs`).
//!
//! **Never happens here:** no record is read, nothing is counted or judged. No raw value is printed but those that
//! `identify` was handed and asked to show.
//!
//! **To add a command:** `src/cli/<command>.rs` with `Args` (its help included) and `run`, and one line in `Command` and in
//! its `match`. The complete help of all commands is a golden file: `UPDATE_GOLDENS=1 cargo test --test cli`.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use errors::{Exit, Failure};

mod analyze;
mod check;
mod discreet;
mod errors;
mod explain;
mod identify;
mod inspect;
mod number;
mod options;
mod output;
mod overlap;
mod printing;
mod progress;
mod schema;
mod signals;
mod synth;
mod validate;

/// What every command's long help ends with: its worked examples, then the exit status.
fn lesson(examples: &str) -> String {
    format!("Examples:{examples}\n{EXIT_CODES}")
}

const EXIT_CODES: &str = "\
Exit status:
  0    done (rows that could not be parsed inside a wholly read input are counted, no more)
  1    an expectation of a case does not hold, or what --fail-if asks for is so
  2    wrong use: the command line or case file means nothing
  3    bytes stayed unexamined (cut, damaged, unreadable, over a limit): a partial result
  4    the evidence changed while it was read, or the program's own output failed
  101  internal error (the place is printed, no data); 130 or 143: stopped by a signal
  Several at once: 4 before 3 before 1.";

const FIRST_MINUTES: &str = "\
The first five minutes:
  leakprov inspect DUMP
      what is in here: layout, columns, kinds; needs nothing else
  leakprov analyze DUMP --service portal=FILE --corpus old-bank=FILE
      where it probably comes from, and what that does not show
  leakprov analyze --claim-records 26M --population ua.driver_licence=9.5M --service portal=#6.5M
      what the numbers alone say, without any data
  leakprov explain
      every kind, word and scenario that reports and options use
  leakprov COMMAND --help
      worked examples of a command

Nothing is sent anywhere; nothing of the data is printed but counts.";

/// Says where a dump of leaked records probably came from, how sure one can be, and what would change the answer.
#[derive(Debug, Parser)]
#[command(name = "leakprov", bin_name = "leakprov", version, after_help = FIRST_MINUTES, after_long_help = FIRST_MINUTES)]
#[command(disable_help_subcommand = true, max_term_width = 120)]
struct Cli {
    #[command(flatten)]
    talk: Talk,
    #[command(subcommand)]
    command: Option<Command>,
}

/// How much is said on standard error.
#[derive(Debug, Clone, clap::Args)]
pub struct Talk {
    /// Say more on standard error: steps with their times, how each file is read and why
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Say nothing on standard error but errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
enum Command {
    Analyze(Box<analyze::Args>),
    Inspect(inspect::Args),
    Overlap(overlap::Args),
    Identify(identify::Args),
    Explain(explain::Args),
    Schema(schema::Args),
    Check(check::Args),
    Synth(synth::Args),
    Validate(validate::Args),
}

impl Command {
    fn run(&self, talk: &Talk) -> Result<Exit, Failure> {
        match self {
            Command::Analyze(args) => analyze::run(args, talk),
            Command::Inspect(args) => inspect::run(args, talk),
            Command::Overlap(args) => overlap::run(args, talk),
            Command::Identify(args) => identify::run(args, talk),
            Command::Explain(args) => explain::run(args, talk),
            Command::Schema(args) => schema::run(args, talk),
            Command::Check(args) => check::run(args, talk),
            Command::Synth(args) => synth::run(args, talk),
            Command::Validate(args) => validate::run(args, talk),
        }
    }
}

/// Runs the program with these arguments, the program's own name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    errors::quiet_panics();
    signals::heed();
    let exit = match Cli::try_parse_from(args) {
        Ok(Cli { command: Some(command), talk }) => command.run(&talk),
        Ok(Cli { command: None, .. }) => {
            output::print(Cli::command().render_help().to_string().as_bytes()).map(|()| Exit::Done)
        }
        Err(said) if said.use_stderr() => {
            output::note(&errors::usage(&said));
            Ok(Exit::WrongUse)
        }
        Err(asked) => output::print(asked.render().to_string().as_bytes()).map(|()| Exit::Done),
    };
    let exit = exit.unwrap_or_else(|failure| {
        errors::print(&failure);
        failure.exit()
    });
    ExitCode::from(exit.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_commands_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_teaches() {
        for command in Cli::command().get_subcommands_mut() {
            let help = command.render_long_help().to_string();
            let examples = help.matches("\n  leakprov ").count();
            assert!((2..=4).contains(&examples), "{}: {examples} examples", command.get_name());
            for part in ["Reads", "Writes", "Exit status:"] {
                assert!(help.contains(part), "{}: nothing about {part}", command.get_name());
            }
        }
    }
}
