//! `leakprov explain`: every word that reports and options use, from the definitions themselves.
//!
//! **Comes in:** an id. **Goes out:** its definition, from the same static that the program runs on.
//!
//! **To add what can be explained:** a file here with a `SHELF`, and one line in [`SHELVES`].

mod breaches;
mod fields;
mod files;
mod forms;
mod kinds;
mod marks;
mod scenarios;
mod schemas;
mod terms;
mod tests;

use std::fmt::Write as _;

use super::errors::{Exit, Failure};
use super::{Talk, output};
use crate::evidence::words;
use crate::reference::catalogue;

/// What a kind, schema, scenario, format, test, word of the report or known breach is: sources, examples, caveat
///
/// Reads nothing. Writes the definition to standard output, from the same tables that the program itself runs on; without
/// ID it lists what can be explained. `report-schema` is the JSON schema of report.json, `case` a commented case file.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Id of a kind (`ua.rntrc`), schema, scenario, report format, test or word (`credit`), name or domain of a known breach, or
    /// `report-schema`; without it all are listed
    id: Option<String>,
    /// List sensitive entries too, whose name alone can harm the people in them; without it each is shown where its id is typed in
    /// full
    #[arg(long)]
    sensitive: bool,
}

const EXAMPLES: &str = "
  leakprov explain
      all ids, one a line; with -v also what a pass of each kind is worth
  leakprov explain ua.driver_licence
      what it is, where its arithmetic is defined, right and wrong spellings, what to bear in mind
  leakprov explain ua.
      all ids that begin so
  leakprov explain report-schema
      the JSON schema that every report keeps to
";

/// Things of one sort that can be explained.
pub struct Shelf {
    /// What they are, as the title of their list.
    title: &'static str,
    /// Id and what it is in a line, in the order of the list. What is not listed can be explained still.
    list: fn(Listing) -> Vec<(String, String)>,
    /// The definition of an id.
    show: fn(id: &str) -> Option<String>,
}

/// How much is listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Listing {
    /// More of each thing.
    verbose: bool,
    /// Sensitive entries too.
    sensitive: bool,
}

/// All shelves, in the order in which they are listed.
static SHELVES: &[&Shelf] = &[
    &kinds::SHELF,
    &kinds::WIDER,
    &schemas::SHELF,
    &scenarios::SHELF,
    &forms::SHELF,
    &tests::SHELF,
    &marks::SHELF,
    &terms::SHELF,
    &fields::SHELF,
    &breaches::SHELF,
    &files::SHELF,
];

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
    let listing = Listing { verbose: talk.verbose, sensitive: args.sensitive };
    let text = match &args.id {
        None => list(listing, ""),
        Some(id) => match definition(id) {
            Some(text) => text,
            None if id.ends_with('.') && ids(Listing::default()).iter().any(|known| known.starts_with(id)) => {
                list(listing, id)
            }
            None => {
                let known = super::discreet::text(id);
                let error = anyhow::anyhow!("there is nothing to explain under `{known}`");
                let ids = ids(Listing::default());
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                return Err(Failure::wrong_use(error, suggestion(id, &ids, "leakprov explain")));
            }
        },
    };
    // What is not prose is printed as it stands: a schema and a case are for other programs.
    let whole = args.id.as_deref().is_some_and(files::is_a_file);
    if whole {
        output::print(text.as_bytes())?
    } else {
        output::print_text(&text)?
    }
    Ok(Exit::Done)
}

/// All definitions of an id; kinds come first where a word is several things.
fn definition(id: &str) -> Option<String> {
    let parts: Vec<String> = SHELVES.iter().filter_map(|shelf| (shelf.show)(id)).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// A line `name: value`.
fn line(text: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{name}: {value}");
}

/// A title with lines under it; nothing without lines.
fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.map(|line| format!("  {line}\n")).collect();
    if !lines.is_empty() {
        let _ = write!(text, "\n{title}:\n{}", lines.concat());
    }
}

/// What can be explained, of the ids that begin so.
fn list(listing: Listing, beginning: &str) -> String {
    let wide = ids(listing).iter().map(|id| id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for shelf in SHELVES {
        let rows = (shelf.list)(listing).into_iter().filter(|(id, _)| id.starts_with(beginning));
        section(
            &mut text,
            shelf.title,
            rows.map(|(id, says)| format!("{id:wide$}  {}", says.replace('\n', &format!("\n  {:wide$}  ", "")))),
        );
    }
    if beginning.is_empty() {
        let known = format!("{} by name or domain: `leakprov explain last.fm`", catalogue::BREACHES.len());
        let sensitive = catalogue::BREACHES.iter().filter(|breach| breach.sensitive);
        let named = sensitive.map(|breach| breach.name.to_owned()).collect::<Vec<_>>();
        let listed = if listing.sensitive { named } else { Vec::new() };
        let fields =
            "each by its name, as in `leakprov explain would_change` or `leakprov explain inseparable`".to_owned();
        section(&mut text, "Fields of report.json and their codes", std::iter::once(fields));
        section(&mut text, "Known breaches", std::iter::once(known).chain(listed));
        let shown = catalogue::BREACHES.iter().filter(|breach| breach.sensitive).count() + schemas::sensitive();
        let hidden = if listing.sensitive { 0 } else { shown as u64 };
        text.extend(words::not_shown(hidden).map(|note| format!("\n{note}\n")));
    }
    text.trim_start().to_owned()
}

fn ids(listing: Listing) -> Vec<String> {
    SHELVES.iter().flat_map(|shelf| (shelf.list)(listing)).map(|(id, _)| id).collect()
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
mod checks {
    use super::*;

    #[test]
    fn every_listed_id_is_explained() {
        for id in ids(Listing { sensitive: true, ..Listing::default() }) {
            assert!(definition(&id).is_some_and(|text| text.len() > 40), "{id}");
        }
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
