//! `leakprov explain`: every word that reports and options use, from the definitions themselves.

use std::fmt::Write as _;

use super::errors::{Exit, Failure};
use super::terms::{TERMS, Term};
use super::{Talk, output};
use crate::evidence::words::count;
use crate::evidence::{TESTS, Test};
use crate::kind::{KINDS, Kind, hash};
use crate::reference::catalogue::{self, Breach};
use crate::report::{self, RENDERERS, Renderer};
use crate::synth::{SCENARIOS, Scenario};

/// What a kind, scenario, format, test, word or known breach is: sources, examples, caveat
///
/// Reads nothing. Writes the definition to standard output, from the same tables that the program itself runs on; without
/// ID it lists all ids. `report-schema` is the JSON schema of report.json, `case` a commented case file.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Id of a kind (`ua.rntrc`), scenario, report format, test or word (`credit`), name or domain of a known breach, or
    /// `report-schema`; without it all are listed
    id: Option<String>,
}

const EXAMPLES: &str = "
  leakprov explain
      all ids, one a line; with -v also what a pass of each kind is worth
  leakprov explain ua.driver_licence
      what it is, where its arithmetic is defined, right and wrong spellings, what to bear in mind
  leakprov explain report-schema
      the JSON schema that every report keeps to
";

/// The schema's id.
const SCHEMA: &str = "report-schema";

/// Id of the commented case file.
const CASE: &str = "case";
const CASE_EXAMPLE: &str = include_str!("case_example.toml");

/// Furthest an id may be from what was typed to be suggested: the share of equal letters (Jaro-Winkler), 0..=1.
///
/// # Source
/// The value that clap itself uses for its suggestions of subcommands.
const LIKENESS_LEAST: f64 = 0.7;

/// Runs the command.
///
/// # Errors
/// There is no such id, or standard output cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let text = match &args.id {
        None => list(talk.verbose),
        Some(id) => match definition(id) {
            Some(text) => text,
            None => {
                let error = anyhow::anyhow!(
                    "there is no kind, scenario, format, test, word or known breach `{}`",
                    super::discreet::text(id)
                );
                return Err(Failure::wrong_use(error, suggestion(id, &ids(), "leakprov explain")));
            }
        },
    };
    output::print(text.as_bytes())?;
    Ok(Exit::Done)
}

/// The definition of an id; kinds come first where a word is both.
fn definition(id: &str) -> Option<String> {
    if id == SCHEMA {
        return Some(format!("{:#}\n", report::schema()));
    }
    if id == CASE {
        return Some(CASE_EXAMPLE.to_owned());
    }
    let mut parts = Vec::new();
    parts.extend(KINDS.iter().find(|kind| kind.id == id).map(|kind| of_kind(kind)));
    parts.extend(SCENARIOS.iter().find(|scenario| scenario.id == id).map(|scenario| of_scenario(scenario)));
    parts.extend(RENDERERS.iter().find(|renderer| renderer.id == id).map(|renderer| of_renderer(renderer)));
    parts.extend(TESTS.iter().find(|test| test.id == id).map(|test| of_test(test)));
    parts.extend(TERMS.iter().find(|term| term.id == id).map(of_term));
    parts.extend(of_breaches(id));
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn of_kind(kind: &Kind) -> String {
    let mut text = format!("{}: a kind\n\n{}\n", kind.id, kind.title);
    line(&mut text, "In sentences", kind.plural);
    line(
        &mut text,
        "Tells",
        match kind.rank {
            crate::kind::Rank::Attribute => "many records: never identifies one alone",
            _ => "one record",
        },
    );
    line(&mut text, "Chance", &worth(kind.chance));
    if let Some(format) = hash::format(kind.id) {
        of_hash(&mut text, format);
    }
    section(
        &mut text,
        "Right spellings → the one canonical key",
        kind.valid.iter().map(|(text, key)| format!("{text:?} → {key}")),
    );
    section(
        &mut text,
        "Wrong, and why",
        kind.invalid.iter().map(|(text, why)| format!("{text:?}: {}", format!("{why:?}").to_lowercase())),
    );
    section(
        &mut text,
        "Words that head such columns",
        std::iter::once(kind.headers.join(", ")).filter(|words| !words.is_empty()),
    );
    section(&mut text, "Bear in mind", std::iter::once(kind.caveat.to_owned()));
    section(&mut text, "Sources", kind.sources.iter().map(|source| (*source).to_owned()));
    text
}

/// What is known of a format of password hashes beyond its kind.
fn of_hash(text: &mut String, format: &hash::Format) {
    let salted = match format.salt {
        hash::Salt::None => "no",
        hash::Salt::Random => "yes, with random text",
        hash::Salt::Name => "yes, with the name of the account",
    };
    line(text, "Salted", salted);
    let look_up = if format.lookup { "yes" } else { "no: the same password has another text in every list" };
    line(text, "Can be looked up in other lists", look_up);
    line(text, "Mode of hashcat", &format.mode.map_or("none".to_owned(), |mode| mode.to_string()));
    line(text, "Seen in", format.seen);
    let alike: Vec<&str> = format.twins().map(|twin| twin.id).chain(format.alike.iter().copied()).collect();
    if !alike.is_empty() {
        line(text, "Looks like", &alike.join(", "));
    }
    if let Some(usual) = format.behind {
        line(text, "Told as", &format!("{usual}, unless a header, --key or known passwords say more"));
    }
}

/// What a pass of a kind's checks is worth, in words.
fn worth(chance: f64) -> String {
    if chance >= 1.0 {
        return "1: the values alone never decide the kind; a header or known neighbours must".to_owned();
    }
    format!("{chance:.2e}: of random text of the right shape, one in {:.0} passes", 1.0 / chance)
}

fn of_scenario(scenario: &Scenario) -> String {
    let mut text = format!(
        "{0}: a scenario\n\n{1}\n\n{2}\n\n  leakprov synth {0} --out DIR\n",
        scenario.id, scenario.title, scenario.about
    );
    section(&mut text, "Sources", scenario.sources.iter().map(|source| (*source).to_owned()));
    text
}

fn of_renderer(renderer: &Renderer) -> String {
    format!("{0}: a form of report\n\n{1}\n\n  --format {0}\n", renderer.id, renderer.title)
}

fn of_test(test: &Test) -> String {
    let mut text = format!("{}: a test of the group {}\n\n{}\n", test.id, test.group.name(), test.question);
    section(&mut text, "Bear in mind", std::iter::once(test.caveat.to_owned()));
    section(&mut text, "Sources", test.sources.iter().map(|source| (*source).to_owned()));
    text
}

fn of_term(term: &Term) -> String {
    format!("{}: {}\n\n{}\n", term.id, term.place, term.meaning)
}

/// Entries of the catalogue of known breaches: those of the name in full, others that begin so by their names.
fn of_breaches(id: &str) -> Option<String> {
    let found = catalogue::look_up(id);
    let mut text: String = found.exact.iter().map(|breach| of_breach(breach)).collect::<Vec<_>>().join("\n");
    let other = if text.is_empty() { "Known breaches with such a name" } else { "Others of the name" };
    section(
        &mut text,
        other,
        found.near.iter().map(|near| format!("{}: {}, {}", near.name, near.title, near.breach_date)),
    );
    if text.is_empty() {
        return None;
    }
    section(&mut text, "Source", std::iter::once(catalogue::ATTRIBUTION.to_owned()));
    Some(text.trim_start().to_owned())
}

fn of_breach(breach: &Breach) -> String {
    let mut text = format!("{}: a known breach\n\n{}\n", breach.name, breach.title);
    let known = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    line(&mut text, "Domain", &known(breach.domain));
    line(&mut text, "Day of the breach", breach.breach_date);
    line(&mut text, "In the catalogue since", breach.added);
    line(&mut text, "Accounts", &format!("{} distinct addresses, no rows", count(breach.accounts)));
    line(&mut text, "Data classes", &breach.classes.join(", "));
    line(&mut text, "Passwords stored as (keywords)", &known(&breach.storage.join(", ")));
    let flags = [
        (!breach.verified, "not verified"),
        (breach.fabricated, "known to be made up"),
        (breach.spam_list, "a list of addresses for spam"),
        (breach.stealer_log, "gathered from infected computers"),
        (breach.malware, "a list of victims of malware"),
        (breach.sensitive, "sensitive: named only when asked for"),
    ];
    let flags: Vec<&str> = flags.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag).collect();
    if !flags.is_empty() {
        line(&mut text, "Marks", &flags.join("; "));
    }
    text
}

fn line(text: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{name}: {value}");
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.map(|line| format!("  {line}\n")).collect();
    if !lines.is_empty() {
        let _ = write!(text, "\n{title}:\n{}", lines.concat());
    }
}

fn list(verbose: bool) -> String {
    let wide = ids().iter().map(|id| id.len()).max().unwrap_or(0);
    let mut text = String::new();
    let row = |id: &str, says: &str| format!("{id:wide$}  {says}");
    section(
        &mut text,
        "Kinds",
        KINDS.iter().map(|kind| match verbose {
            true => format!("{}\n  {:wide$}  chance {}", row(kind.id, kind.title), "", worth(kind.chance)),
            false => row(kind.id, kind.title),
        }),
    );
    section(&mut text, "Scenarios (leakprov synth)", SCENARIOS.iter().map(|scenario| row(scenario.id, scenario.title)));
    section(&mut text, "Forms of report (--format)", RENDERERS.iter().map(|renderer| row(renderer.id, renderer.title)));
    section(&mut text, "Tests (findings)", TESTS.iter().map(|test| row(test.id, test.question)));
    section(&mut text, "Words of the report", TERMS.iter().map(|term| row(term.id, term.place)));
    let known = format!("{} by name or domain, e.g. `leakprov explain last.fm`", catalogue::BREACHES.len());
    section(&mut text, "Known breaches", std::iter::once(known));
    section(
        &mut text,
        "Files",
        [row(CASE, "a commented case file (TOML)"), row(SCHEMA, "JSON schema of report.json")].into_iter(),
    );
    text.trim_start().to_owned()
}

fn ids() -> Vec<&'static str> {
    let mut ids: Vec<&str> = KINDS.iter().map(|kind| kind.id).collect();
    ids.extend(SCENARIOS.iter().map(|scenario| scenario.id));
    ids.extend(RENDERERS.iter().map(|renderer| renderer.id));
    ids.extend(TESTS.iter().map(|test| test.id));
    ids.extend(TERMS.iter().map(|term| term.id));
    ids.extend([CASE, SCHEMA]);
    ids
}

/// “did you mean …?” with the nearest of the ids, else where to find them all.
pub fn suggestion(typed: &str, ids: &[&str], all: &str) -> String {
    let typed = typed.to_lowercase();
    let mut near: Vec<(f64, &str)> =
        ids.iter().map(|id| (likeness(&typed, id), *id)).filter(|(score, _)| *score >= LIKENESS_LEAST).collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    match near.first() {
        Some((_, id)) => format!("did you mean `{id}`? `{all}` lists all"),
        None => format!("`{all}` lists all"),
    }
}

/// Likeness of what was typed to an id or to one of the id's parts: `licence` is near `ua.driver_licence`.
fn likeness(typed: &str, id: &str) -> f64 {
    let part = id.split(['.', '_', '-']).map(|part| 0.95 * strsim::jaro_winkler(typed, part)).fold(0.0, f64::max);
    strsim::jaro_winkler(typed, id).max(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_id_is_explained() {
        for id in ids() {
            assert!(definition(id).is_some_and(|text| text.len() > 40), "{id}");
        }
    }

    #[test]
    fn a_hash_tells_its_salt_its_mode_and_what_it_looks_like() {
        let text = definition("hash.vbulletin_old").unwrap();
        for said in
            ["Salted: yes, with random text", "Mode of hashcat: 2611", "Looks like: hash.dcc, hash.md5_pass_salt"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(definition("hash.md4").unwrap().contains("Told as: hash.md5"));
    }

    #[test]
    fn a_breach_is_explained_and_the_sensitive_ones_by_their_name_alone() {
        let text = definition("ogusers").unwrap();
        for said in ["OGUsers: a known breach", "Domain: ogusers.com", "OGUsers2022", "CC BY 4.0", "md5_salted"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(definition("AshleyMadison").unwrap().contains("sensitive: named only when asked for"));
        assert!(definition("ashley").is_none() && !list(true).contains("Ashley"));
    }

    #[test]
    fn the_example_of_a_case_is_a_case() {
        let case = crate::case::Case::parse(CASE_EXAMPLE, std::path::Path::new(".")).unwrap();
        assert_eq!((case.request.dump.len(), case.request.references.len(), case.expect.len()), (2, 2, 3));
    }

    #[test]
    fn the_nearest_id_is_suggested() {
        let ids = ["email", "ua.driver_licence", "ua.rntrc"];
        for (typed, near) in [
            ("e-mail", "email"),
            ("EMAIL", "email"),
            ("ua.driver_license", "ua.driver_licence"),
            ("licence", "ua.driver_licence"),
            ("rnokpp", ""),
        ] {
            let said = suggestion(typed, &ids, "all");
            assert_eq!(said.contains("did you mean"), !near.is_empty(), "{typed}: {said}");
            assert!(said.contains(near), "{typed}: {said}");
        }
    }
}
