//! `leakprov analyze`: the whole question.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::errors::{Exit, Failure};
use super::options::{self, Named, Reading};
use super::printing::Printing;
use super::progress::Progress;
use super::schema::Known;
use super::{Talk, check, number, output};
use crate::case::{Claim, Condition, Population, Selection, Stock};
use crate::kind::Kind;
use crate::pipeline::{self, Input, Request};
use crate::reference::Role;
use crate::settings::Settings;
use crate::verdict::posterior;

/// Where a dump probably comes from: against a service and earlier record sets, or from numbers alone
///
/// Reads the dump and every reference (files, folders, `-` for standard input; delimited text, login:password lists, one
/// value a line; plain, gzip, zstd), or no data at all when only sizes are given. Nothing is changed and nothing is sent.
///
/// Writes one report to standard output or --out: what the dump is, how much of it and of each reference is in the other,
/// what it is probably made of, and what cannot be said. Counts only, never a value.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Files or folders of the dump, read as one; `-` is standard input
    #[arg(value_name = "DUMP")]
    dump: Vec<PathBuf>,
    /// Case file (TOML) with dump, references, claims and populations; options given beside it add to it
    ///
    /// DUMP replaces the case's dump; a reference of the same id gets more files; --population replaces the case's number.
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    /// The system that is said to have leaked: its records, or with # only their number
    #[arg(long, value_name = "ID=PATH|ID=#SIZE", value_parser = options::named)]
    service: Vec<Named>,
    /// A record set that was out before; several paths of one id are one record set
    #[arg(long, value_name = "ID=PATH|ID=#SIZE", value_parser = options::named)]
    corpus: Vec<Named>,
    /// An upstream register that the service may draw on
    #[arg(long, value_name = "ID=PATH|ID=#SIZE", value_parser = options::named)]
    register: Vec<Named>,
    /// Records of the same population that the service does not hold
    #[arg(long, value_name = "ID=PATH", value_parser = options::records)]
    control: Vec<Named>,
    /// Records that were planted in the service's own list, so that a copy of it betrays itself
    #[arg(long, value_name = "ID=PATH", value_parser = options::records)]
    canary: Vec<Named>,
    /// Records known from elsewhere to be the service's: a complete list of it holds them
    #[arg(long, value_name = "ID=PATH", value_parser = options::records)]
    member: Vec<Named>,
    /// How the rows came to be seen, hence what may be said of the rest: all, random, first-n, seller-chosen, look-ups, unknown
    #[arg(long, value_name = "HOW", value_parser = options::selection)]
    selection: Option<Selection>,
    /// Kind that the answers are counted in (default: the claim's unit, else the most telling kind shared with the service)
    #[arg(long, value_name = "KIND", value_parser = options::kind)]
    key: Option<&'static Kind>,
    /// How many of a kind exist
    #[arg(long, value_name = "KIND=N", value_parser = options::population)]
    population: Vec<(String, u64)>,
    /// How many records the dump is said to hold: 26000000, 26_000_000, 26,000,000 or 26M
    #[arg(long, value_name = "N", value_parser = number::count)]
    claim_records: Option<u64>,
    /// What the claimed records are: `rows`, `people` or a kind (default: --key, else the only kind of --population)
    #[arg(long, value_name = "UNIT", value_parser = options::unit, requires = "claim_records")]
    claim_unit: Option<String>,
    /// Probabilities before the evidence (TOML: `service = 0.2`, …); the report then shows those after it beside them
    ///
    /// Explanations: service (or service-alone and service-and-another-holder), another-holder, older-sets; they sum to 1.
    /// Without it no probability is shown.
    #[arg(long, value_name = "FILE")]
    prior: Option<PathBuf>,
    /// End with exit status 1 if this holds of the report; paths of report.json, several joined by `or`
    #[arg(long, value_name = "EXPR")]
    fail_if: Option<String>,
    /// Count second keys (names in other spellings, name with day of birth, mailboxes) in sets of any size; without it they are
    /// left out where two sets share a key and have more than 5 million rows together
    #[arg(long)]
    second_keys: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    known: Known,
    #[command(flatten)]
    printing: Printing,
}

const EXAMPLES: &str = "
  leakprov analyze --case fixtures/cases/diia-2020/case.toml
      the case of the README: claims, references and populations stand in the file
  leakprov analyze dump.csv.gz --service portal=portal.csv --corpus lists=a.txt --corpus lists=b.txt
      a dump against one service and one earlier record set that lies in two files
  leakprov analyze dump/ --service portal=portal.csv --format json --out report.json \\
      --fail-if 'overlaps[reference=portal].share_of_reference > 0.01'
      for a program: exit status 1 if more than 1 % of the service is in the dump
  leakprov analyze --claim-records 26M --population ua.driver_licence=9.5M --service portal=#6.5M
      no data at all: what the numbers alone allow
";

/// Runs the command.
///
/// # Errors
/// Wrong use, an analysis that cannot be made, or output that cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let request = request(args)?;
    let fail_if = args.fail_if.as_deref().map(Condition::parse).transpose().map_err(Failure::question)?;
    options::one_standard_input(inputs(&request))?;
    args.printing.check(&args.reading, inputs(&request))?;
    let report = pipeline::analyze(&request, &Progress::new(talk)).map_err(Failure::analysis)?;
    let exit = args.printing.finish(&report, &args.reading, talk)?;
    match fail_if {
        Some(condition) if check::holds(&condition, &report)? => {
            output::note("--fail-if holds (exit status 1 unless the report is partial)");
            Ok(exit.max(Exit::NotHeld))
        }
        _ => Ok(exit),
    }
}

/// What case file and options ask together.
fn request(args: &Args) -> Result<Request, Failure> {
    let mut request = match &args.case {
        Some(file) => check::read(file)?.request,
        None => Request::default(),
    };
    request.settings =
        Settings { sensitive: args.known.sensitive, second_keys: args.second_keys, ..args.reading.settings() };
    request.schemas = args.known.load()?;
    request.key = args.key.or(request.key);
    if !args.dump.is_empty() {
        request.dump = args.dump.iter().map(|path| options::input(path)).collect::<Result<_, _>>()?;
    }
    let named = [
        (Role::Service, &args.service),
        (Role::Corpus, &args.corpus),
        (Role::Register, &args.register),
        (Role::Control, &args.control),
        (Role::Canary, &args.canary),
        (Role::Member, &args.member),
    ];
    for (role, named) in named {
        for one in named {
            options::add(&mut request.references, role, one)?;
        }
    }
    request.question.selection = args.selection.unwrap_or(request.question.selection);
    for (kind, count) in &args.population {
        let known =
            Population { in_existence: Some(Stock { count: *count, ..Stock::default() }), ..Population::default() };
        request.question.populations.insert(kind.clone(), known);
    }
    request.question.claims.extend(claim(args, &request));
    request.question.prior = args.prior.as_deref().map(prior).transpose()?;
    let question = &request.question;
    let silent = question.claims.is_empty() && question.populations.is_empty() && question.look_ups.is_empty();
    if request.dump.is_empty() && silent {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("there is nothing to analyze"),
            "name a DUMP or a --case, or give numbers: --claim-records 26M --population KIND=N --service ID=#SIZE",
        ));
    }
    Ok(request)
}

/// The probabilities of `--prior`.
fn prior(path: &Path) -> Result<BTreeMap<String, f64>, Failure> {
    let hint = "write one explanation a line, as in: service = 0.1";
    let wrong = |error: anyhow::Error| Failure::wrong_use(error.context("in the file of --prior"), hint);
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.into()))?;
    let prior: BTreeMap<String, f64> =
        toml::from_str(&text).map_err(|error| wrong(anyhow::anyhow!("{}", error.message())))?;
    posterior::check(&prior).map_err(|why| wrong(anyhow::anyhow!("{why}")))?;
    Ok(prior)
}

/// The claim of `--claim-records`: its unit is --claim-unit, else --key, else the only kind of --population.
fn claim(args: &Args, request: &Request) -> Option<Claim> {
    let records = args.claim_records?;
    let only = match args.population.as_slice() {
        [(kind, _)] => Some(kind.clone()),
        _ => None,
    };
    let unit = args.claim_unit.clone().or_else(|| args.key.map(|kind| kind.id.to_owned())).or(only);
    let service = request.references.iter().find(|(reference, _)| reference.role == Role::Service);
    Some(Claim {
        by: "command line".to_owned(),
        source: service.map(|(reference, _)| reference.id.clone()),
        records: Some(records),
        unit,
        ..Claim::default()
    })
}

fn inputs(request: &Request) -> impl Iterator<Item = &Input> {
    request.dump.iter().chain(request.references.iter().flat_map(|(_, inputs)| inputs))
}
