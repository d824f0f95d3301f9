//! `leakprov check`: cases against what they expect.

use std::path::{Path, PathBuf};

use super::errors::{Exit, Failure};
use super::options::Reading;
use super::printing::{self, Printing};
use super::progress::Progress;
use super::{Talk, discreet, output};
use crate::case::expect::{self, Unmet};
use crate::case::{Case, Condition};
use crate::pipeline;
use crate::report::Report;

/// Whether cases come out as they expect
///
/// Reads each CASE, a case file or a folder (all `case.toml` below it), and the inputs that it names. Writes one line for
/// every expectation that does not hold and a summary; with --format json the report of the one case, or a list of the
/// reports of all, in order, and the lines go to standard error.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Case files, or folders with such
    #[arg(value_name = "CASE", required = true)]
    cases: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    printing: Printing,
}

const EXAMPLES: &str = "
  leakprov check fixtures/cases
      all cases of the repository
  leakprov check mine/case.toml -v
      one case, with every step
  leakprov check cases/ --format json --out reports.json
      for CI: the exit status decides, the reports say why
";

/// Name of a case file inside a folder.
const CASE_FILE: &str = "case.toml";

/// Runs the command.
///
/// # Errors
/// A case that cannot be read or run, or output that cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let mut cases = Vec::new();
    for file in files(&args.cases)? {
        let case = read(&file)?;
        cases.push((file, case));
    }
    let inputs = cases.iter().flat_map(|(_, case)| pipeline_inputs(case));
    args.printing.check(&args.reading, inputs)?;
    let mut told = Told::default();
    let mut reports = Vec::new();
    for (file, mut case) in cases {
        case.request.settings = args.reading.settings();
        let report = pipeline::analyze(&case.request, &Progress::new(talk)).map_err(Failure::analysis)?;
        let unmet = expect::unmet(&case.expect, &document(&report)?);
        told.add(&file, case.expect.len(), &unmet, &report);
        reports.push(report);
    }
    args.printing.faults(&args.reading, &reports)?;
    let summary = told.finish();
    if args.printing.is_text() {
        args.printing.destination.write("txt", summary.as_bytes())?;
    } else {
        if !talk.quiet {
            output::note(summary.trim_end());
        }
        args.printing.list(&reports)?;
    }
    Ok(told.exit)
}

/// What is told of the cases.
#[derive(Default)]
struct Told {
    text: String,
    cases: usize,
    failed: usize,
    expectations: usize,
    exit: Exit,
}

impl Told {
    fn add(&mut self, file: &Path, expectations: usize, unmet: &[Unmet], report: &Report) {
        let name = discreet::path(&file.to_string_lossy());
        self.cases += 1;
        self.expectations += expectations;
        for one in unmet {
            self.text += &format!("{name}: {}: {}\n", one.path, discreet::plain(&one.why));
        }
        if !report.complete {
            self.text += &format!("{name}: bytes stayed unexamined\n");
        }
        self.failed += usize::from(!unmet.is_empty());
        let own = if unmet.is_empty() { Exit::Done } else { Exit::NotHeld };
        self.exit = self.exit.max(own).max(printing::exit(report));
    }

    fn finish(&self) -> String {
        let held = match self.failed {
            0 => format!("all of {} cases hold", self.cases),
            failed => format!("{failed} of {} cases do not hold", self.cases),
        };
        format!("{}{held} ({} expectations)\n", self.text, self.expectations)
    }
}

/// The case files that the arguments stand for, in their order, those of a folder by path.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in named {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let before = found.len();
        below(path, &mut found).map_err(|error| {
            Failure::wrong_use(
                anyhow::Error::from(error).context(format!("cannot list {}", discreet::path(&path.to_string_lossy()))),
                "name case files",
            )
        })?;
        if found.len() == before {
            return Err(Failure::wrong_use(
                anyhow::anyhow!("there is no {CASE_FILE} in {}", discreet::path(&path.to_string_lossy())),
                "`leakprov explain case` shows one; `leakprov synth` writes a whole world with one",
            ));
        }
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    entries.sort();
    for entry in entries {
        // Links are not followed: a loop of links would never end.
        if entry.is_dir() && !entry.is_symlink() {
            below(&entry, found)?;
        } else if entry.file_name().is_some_and(|name| name == CASE_FILE) {
            found.push(entry);
        }
    }
    Ok(())
}

/// Reads a case file.
///
/// # Errors
/// As [`Case::load`].
pub fn read(file: &Path) -> Result<Case, Failure> {
    Case::load(file).map_err(Failure::question)
}

fn pipeline_inputs(case: &Case) -> impl Iterator<Item = &pipeline::Input> {
    case.request.dump.iter().chain(case.request.references.iter().flat_map(|(_, inputs)| inputs))
}

/// The report as paths lead through it.
///
/// # Errors
/// It cannot be made into JSON, which is an error of ours.
fn document(report: &Report) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(report).map_err(|error| Failure::output(anyhow::Error::from(error), "please report this"))
}

/// Whether what `--fail-if` asks for is so.
///
/// # Errors
/// It cannot be told: a path leads nowhere, or to nothing that is known.
pub fn holds(condition: &Condition, report: &Report) -> Result<bool, Failure> {
    condition.holds(&document(report)?).map_err(|why| {
        Failure::wrong_use(
            anyhow::anyhow!("--fail-if cannot be told: {why}"),
            "`--format json` shows the report that paths lead through, `leakprov explain report-schema` all of its fields",
        )
    })
}
