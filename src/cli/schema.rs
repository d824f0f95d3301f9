//! `leakprov schema`: what the records of known systems look like.

use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::errors::{Exit, Failure};
use super::options::{self, Reading};
use super::progress::Progress;
use super::{Talk, output};
use crate::compare::fit::derive::derive;
use crate::evidence::words;
use crate::kind;
use crate::pipeline::{self, Request};
use crate::profile::caption;
use crate::profile::field::{self, FIELDS};
use crate::reference::holders::{self, Holder, Holders, Item, OWNER_AND_VEHICLE};
use crate::reference::schema::{Schema, Schemas, Standing};

/// What the records of known systems look like; who could hold a record; a schema from a sample
///
/// Reads the built-in schemas, and those of --schemas. `holders` reads field ids, or one record as text: `label: value`
/// lines of a photo's caption or a bot's answer, or divided cells. `derive` reads a sample. Writes to standard output: no
/// value of the record or sample, only fields, kinds and shapes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "
  leakprov schema list
      every known system, one a line; `leakprov explain ID` shows one
  leakprov schema holders --field ua.driver_licence --field password_plain
      which systems could hold both, which could not, and why
  leakprov schema holders caption.txt
      the same for one record: a caption, a bot's answer, a plate with its owner
  leakprov schema derive sample.csv --id own_shop > schemas/own_shop.json
      a schema to complete by hand, for --schemas
";

/// The parts of the command.
#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Every known system, one a line
    List(Known),
    /// Every field that schemas are written in: its meaning and the kinds of its cells
    Fields,
    /// Which known systems could hold these fields together, and which could not, and why
    Holders(HoldersArgs),
    /// A schema from a sample: columns, kinds, presence and shapes, no value
    Derive(DeriveArgs),
}

/// Schemas beside the built-in ones.
#[derive(Debug, Clone, clap::Args)]
pub struct Known {
    /// Folder of schemas (*.json) to hold the columns against, beside the built-in ones
    #[arg(long, value_name = "DIR")]
    pub schemas: Option<PathBuf>,
    /// Name known systems and breaches, too, whose name alone can harm the people in them (dating, health, children, crime)
    #[arg(long)]
    pub sensitive: bool,
}

impl Known {
    /// The schemas of the run.
    ///
    /// # Errors
    /// The folder cannot be read, a file is no schema, or an id is there twice.
    pub fn load(&self) -> Result<Schemas, Failure> {
        let Some(folder) = &self.schemas else { return Ok(Schemas::default()) };
        let read = crate::reference::user::folder(folder).and_then(crate::reference::schema::with_users);
        read.map_err(|error| Failure::wrong_use(error, "`leakprov explain vk_2012` shows a whole schema as an example"))
    }
}

/// What `holders` is asked.
#[derive(Debug, clap::Args)]
struct HoldersArgs {
    /// Ids of roles or kinds (`leakprov schema fields` lists them)
    #[arg(long = "field", value_name = "ID", value_parser = field_id)]
    fields: Vec<&'static str>,
    /// One record as text; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "fields")]
    file: Option<PathBuf>,
    /// `text` or `json`
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
    #[command(flatten)]
    known: Known,
}

/// What `derive` is asked.
#[derive(Debug, clap::Args)]
struct DeriveArgs {
    /// The sample; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Id of the schema: a-z, 0-9, `_`, `-`, `.`
    #[arg(long, default_value = "derived", value_parser = schema_id)]
    id: String,
    #[command(flatten)]
    reading: Reading,
}

fn schema_id(text: &str) -> Result<String, String> {
    let right = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    match !text.is_empty() && text.chars().all(right) {
        true => Ok(text.to_owned()),
        false => Err("an id has a-z, 0-9, `_`, `-` and `.` only".to_owned()),
    }
}

fn field_id(text: &str) -> Result<&'static str, String> {
    let known = field::find(text).map(|field| field.id).or_else(|| kind::find(text).map(|kind| kind.id));
    known.ok_or_else(|| {
        let ids: Vec<&str> = FIELDS.iter().map(|field| field.id).collect();
        format!("there is no such field; {}", super::explain::suggestion(text, &ids, "leakprov schema fields"))
    })
}

/// Runs the command.
///
/// # Errors
/// Wrong use, a file that cannot be read, or output that cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let text = match &args.command {
        Command::List(known) => list(&known.load()?, known.sensitive),
        Command::Fields => fields(),
        Command::Holders(args) => who(args)?,
        Command::Derive(args) => derived(args, talk)?,
    };
    // JSON is for other programs.
    if text.starts_with('{') {
        output::print(text.as_bytes())?
    } else {
        output::print_text(&text)?
    }
    Ok(Exit::Done)
}

fn list(schemas: &[Schema], sensitive: bool) -> String {
    let shown: Vec<&Schema> = schemas.iter().filter(|schema| sensitive || !schema.sensitive).collect();
    let wide = shown.iter().map(|schema| schema.id.len()).max().unwrap_or(0);
    let line = |schema: &&Schema| format!("{:wide$}  {} ({})\n", schema.id, schema.title, schema.standing.name());
    let mut text: String = shown.iter().map(line).collect();
    text.extend(words::not_shown((schemas.len() - shown.len()) as u64).map(|note| format!("\n{note}\n")));
    text
}

fn fields() -> String {
    let wide = FIELDS.iter().map(|field| field.id.len()).max().unwrap_or(0);
    let line = |field: &&'static field::Field| match field.kinds {
        "" => format!("{:wide$}  {}\n", field.id, field.title),
        kinds => format!("{:wide$}  {} [{kinds}]\n", field.id, field.title),
    };
    FIELDS.iter().map(line).collect()
}

fn derived(args: &DeriveArgs, talk: &Talk) -> Result<String, Failure> {
    let dump = vec![options::input(&args.file)?];
    let request = Request { dump, settings: args.reading.settings(), ..Request::default() };
    let profile = pipeline::profile(&request, &Progress::new(talk)).map_err(Failure::analysis)?;
    let schema = derive(&profile, &args.id);
    let json = serde_json::to_string_pretty(&schema)
        .map_err(|error| Failure::output(error, "report this as an internal error"))?;
    Ok(json + "\n")
}

/// Longest record that is read, in bytes.
const RECORD_BYTES_MOST: u64 = 1 << 20;

fn record(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = match file == Path::new("-") {
        true => std::io::stdin().lock().take(RECORD_BYTES_MOST).read_to_end(&mut bytes),
        false => std::fs::File::open(file).and_then(|file| file.take(RECORD_BYTES_MOST).read_to_end(&mut bytes)),
    };
    read.map_err(|error| Failure::analysis(anyhow::Error::from(error).context("cannot read the record")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn who(args: &HoldersArgs) -> Result<String, Failure> {
    let mut schemas = args.known.load()?.to_vec();
    let all = schemas.len();
    schemas.retain(|schema| args.known.sensitive || !schema.sensitive);
    let hidden = words::not_shown((all - schemas.len()) as u64);
    let mut items: Vec<Item> = args.fields.iter().map(|field| vec![*field]).collect();
    let mut unknown = 0;
    if let Some(file) = &args.file {
        let (read, more) = caption::read_counted(&record(file)?);
        items.extend(read);
        unknown = more;
    }
    if items.is_empty() {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("nothing in the record is of a known field"),
            "name the fields with --field; `leakprov schema fields` lists them",
        ));
    }
    let found = holders::holders(&items, &schemas);
    let owner = holders::asks_for_owner(&items);
    if args.format == "json" {
        let explanations = if owner { OWNER_AND_VEHICLE } else { &[] };
        let document = serde_json::json!({ "fields": items, "holders": found, "owner_and_vehicle": explanations,
            "not_understood": unknown,
            "sensitive_not_shown": all - schemas.len() });
        return Ok(format!("{document:#}\n"));
    }
    let note = match unknown {
        0 => String::new(),
        1 => "1 part of the record was not understood and is not asked for.\n\n".to_owned(),
        more => format!("{more} parts of the record were not understood and are not asked for.\n\n"),
    };
    Ok(note + &told(&items, &found, owner) + &hidden.map_or(String::new(), |note| format!("\n{note}\n")))
}

fn told(items: &[Item], found: &Holders, owner: bool) -> String {
    let mut text = String::from("Asked for, together:\n");
    for item in items {
        let mut titles: Vec<String> = item.iter().take(MEANINGS_MOST).map(|id| titled(id)).collect();
        if item.len() > MEANINGS_MOST {
            titles.push(format!("one of {} more", item.len() - MEANINGS_MOST));
        }
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}", titles.join(" or "));
    }
    let half = items.len().div_ceil(2);
    part(&mut text, "Could hold all of it (possible, no more: columns are no origin)", &found.could, 0);
    if !found.could.is_empty() && items.iter().any(|item| item.contains(&"password_plain")) {
        text.push_str("  and any list of stolen logins that somebody compiled, which names no source\n");
    }
    part(&mut text, "Could hold some of it", &found.some, half);
    part(&mut text, "Could not have held it together", &found.could_not, half);
    if owner {
        text.push_str("\nIf the owner named and the vehicle shown do not agree, one of these; the record alone does not say which:\n");
        for explanation in OWNER_AND_VEHICLE {
            let _ = writeln!(text, "  {}: {}", explanation.id, explanation.says);
            let _ = writeln!(text, "      needs: {}", explanation.needs);
            let _ = writeln!(text, "      against it: {}", explanation.against);
        }
    }
    text
}

/// Meanings of one part of a record that are told on the screen.
const MEANINGS_MOST: usize = 3;

fn titled(id: &str) -> String {
    let title = field::find(id).map(|field| field.title).or_else(|| kind::find(id).map(|kind| kind.title));
    title.map_or_else(|| id.to_owned(), |title| format!("{title} ({id})"))
}

/// Systems of a list that are told on the screen.
const TOLD_MOST: usize = 6;

/// A list of systems; those behind the first few, and those that could hold fewer fields than `least`, are only counted.
fn part(text: &mut String, title: &str, list: &[Holder], least: usize) {
    let _ = writeln!(text, "\n{title}:");
    if list.is_empty() {
        text.push_str("  none of the known systems\n");
    }
    let shown = |holder: &&Holder| holder.always.len() + holder.sometimes.len() >= least;
    let enough: Vec<&Holder> = list.iter().filter(shown).collect();
    let most = if least == 0 { enough.len() } else { TOLD_MOST };
    for holder in enough.iter().take(most) {
        let unsure = if holder.standing == Standing::Unconfirmed { "; structure unconfirmed" } else { "" };
        let _ = writeln!(text, "  {}: {}{unsure}", holder.id, holder.title);
        let mut line = |name: &str, fields: &[String]| {
            if !fields.is_empty() {
                let _ = writeln!(text, "      {name}: {}", fields.join(", "));
            }
        };
        line("always has", &holder.always);
        line("may have", &holder.sometimes);
        line("not known to have", &holder.unknown);
        line("shows the registers of", &holder.view_of);
        for (fields, reason, standing) in by_reason(holder) {
            let unsure = if standing == Standing::Confirmed { "" } else { " (not fully confirmed)" };
            let _ = writeln!(text, "      cannot have {}{unsure}: {reason}", fields.join(", "));
        }
    }
    let (behind, fewer) = (enough.len().saturating_sub(most), list.len() - enough.len());
    for (count, what) in [(behind, "that could hold no more of it"), (fewer, "that could hold less than half of it")] {
        let (and, more, anyway) = if enough.is_empty() { ("", "", " anyway") } else { ("and ", " more", "") };
        if count > 0 {
            let _ = writeln!(text, "  {and}{count}{more} {what}{anyway} (--format json lists them)");
        }
    }
}

/// What a system cannot have, fields of one reason together.
fn by_reason(holder: &Holder) -> Vec<(Vec<&str>, &str, Standing)> {
    let mut all: Vec<(Vec<&str>, &str, Standing)> = Vec::new();
    for (field, reason, standing) in &holder.impossible {
        match all.iter_mut().find(|(_, own, _)| own == reason) {
            Some((fields, ..)) => fields.push(field),
            None => all.push((vec![field], reason, *standing)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::schema::BUILT_IN;

    #[test]
    fn holders_are_told_with_reasons_and_never_as_more_than_possible() {
        let items = vec![vec!["kg.plate_2016"], vec!["full_name"], vec!["speed"]];
        let text = told(&items, &holders::holders(&items, &BUILT_IN), holders::asks_for_owner(&items));
        for part in ["Could hold all of it (possible, no more", "kg.safe_city_violation", "cannot have", "cloned-plate"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        let login = vec![vec!["email"], vec!["password_plain"]];
        assert!(told(&login, &holders::holders(&login, &BUILT_IN), false).contains("any list of stolen logins"));
        assert!(!text.contains("any list of stolen logins"));
    }

    #[test]
    fn every_schema_is_listed() {
        let text = list(&BUILT_IN, true);
        assert_eq!(text.lines().count(), BUILT_IN.len());
        let discreet = list(&BUILT_IN, false);
        for schema in BUILT_IN.iter() {
            assert!(text.contains(&schema.id), "{}", schema.id);
            assert_eq!(discreet.contains(&schema.id), !schema.sensitive, "{}", schema.id);
        }
        assert!(discreet.ends_with("\n3 sensitive entries are not shown; --sensitive shows them.\n"), "{discreet}");
    }
}
