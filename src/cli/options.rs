//! Options that several commands share, and what they mean together.

use std::path::{Path, PathBuf};

use super::errors::Failure;
use super::{discreet, number};
use crate::case::Selection;
use crate::kind::{self, Kind};
use crate::pipeline::Input;
use crate::reference::{Provenance, Reference, Role, Size};
use crate::settings::Settings;

/// How the material is read.
#[derive(Debug, Clone, clap::Args)]
pub struct Reading {
    /// Worker threads (default: all cores); never changes a result
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<usize>,
    /// Memory that the run may use, such as 512M or 4G (default: 2G, at most half of the machine's); beyond it keyed
    /// fingerprints, never values, wait in a nameless file in the temporary folder (TMPDIR). Never changes a result
    #[arg(long, value_name = "SIZE", value_parser = number::size)]
    pub memory: Option<u64>,
    /// Make no SHA-256 digests of the inputs (faster; the report then cannot prove what was read)
    #[arg(long)]
    pub no_digest: bool,
    /// Write where faults stand to FILE, one JSON object a line: file, reason, byte, record, of the first ten of each reason
    /// in each file, and how many more there are; never a value
    #[arg(long, value_name = "FILE")]
    pub faults: Option<PathBuf>,
}

impl Reading {
    /// The settings of the run.
    pub fn settings(&self) -> Settings {
        let default = Settings::default();
        Settings {
            threads: self.threads.unwrap_or(default.threads),
            digest: !self.no_digest,
            memory: Some(self.memory.unwrap_or_else(usual_memory)),
            ..default
        }
    }
}

/// Memory of a run for which nothing is said: 2 GiB, or half of the machine's where that is less.
fn usual_memory() -> u64 {
    const USUAL: u64 = 2 << 30;
    let table = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let all =
        table.lines().find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    all.map_or(USUAL, |kib| USUAL.min(kib * 1024 / 2))
}

fn threads(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(threads @ 1..=1024) => Ok(threads),
        _ => Err("write a number from 1 to 1024".to_owned()),
    }
}

/// A kind by its id.
///
/// # Errors
/// There is no such kind; the message names the nearest ones.
pub fn kind(text: &str) -> Result<&'static Kind, String> {
    kind::find(text).ok_or_else(|| {
        let ids: Vec<&str> = kind::KINDS.iter().map(|kind| kind.id).collect();
        format!("there is no such kind; {}", super::explain::suggestion(text, &ids, "leakprov explain"))
    })
}

/// A unit of counting: `rows`, `people` or a kind id.
///
/// # Errors
/// None of these.
pub fn unit(text: &str) -> Result<String, String> {
    match text {
        "rows" | "people" => Ok(text.to_owned()),
        _ => kind(text).map(|kind| kind.id.to_owned()).map_err(|error| format!("{error}; or `rows` or `people`")),
    }
}

/// `KIND=N`: how many of a kind exist.
///
/// # Errors
/// No such kind, or no number.
pub fn population(text: &str) -> Result<(String, u64), String> {
    let (id, records) = text.split_once('=').ok_or("write KIND=N, such as ua.driver_licence=9500000")?;
    Ok((kind(id)?.id.to_owned(), number::count(records)?))
}

/// How the rows came to be seen.
///
/// # Errors
/// None of the words.
pub fn selection(text: &str) -> Result<Selection, String> {
    let known = Selection::ALL.into_iter().find(|selection| selection.name() == text);
    known.ok_or_else(|| format!("write one of {}", Selection::ALL.map(Selection::name).join(", ")))
}

/// What stands behind `ID=` of a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holding {
    /// Its records.
    Path(PathBuf),
    /// Only their number is known.
    Size(u64),
}

/// `ID=PATH` or `ID=#SIZE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    id: String,
    holding: Holding,
}

/// Reads `ID=PATH` or `ID=#SIZE`.
///
/// # Errors
/// No `=`, an id of other characters than `a-z 0-9 _ -`, no path, or no number behind `#`.
pub fn named(text: &str) -> Result<Named, String> {
    let (id, holding) =
        text.split_once('=').ok_or("write ID=PATH, such as bank=old/bank.csv, or ID=#SIZE, such as portal=#6500000")?;
    let right = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-';
    if id.is_empty() || !id.bytes().all(right) {
        return Err("an id has lower-case letters a-z, digits, `_` and `-` only".to_owned());
    }
    if id == "unknown" || id == "dump" {
        return Err(format!("the id `{id}` has a meaning of its own in reports; choose another"));
    }
    let holding = match holding.strip_prefix('#') {
        Some(size) => Holding::Size(number::count(size)?),
        None if holding.is_empty() => return Err("there is no path behind the `=`".to_owned()),
        None => Holding::Path(PathBuf::from(holding)),
    };
    Ok(Named { id: id.to_owned(), holding })
}

/// Reads `ID=PATH`, where a number alone says nothing: control records, planted records, known members.
///
/// # Errors
/// As [`named`]; and where only a size stands behind the `=`.
pub fn records(text: &str) -> Result<Named, String> {
    let named = named(text)?;
    match named.holding {
        Holding::Path(_) => Ok(named),
        Holding::Size(_) => {
            Err("how many there are says nothing here: write ID=PATH, with the records themselves".into())
        }
    }
}

/// An input as it was named on the command line.
///
/// # Errors
/// Nothing is there.
pub fn input(path: &Path) -> Result<Input, Failure> {
    let shown = path.to_string_lossy().into_owned();
    if path != Path::new("-")
        && let Err(error) = std::fs::metadata(path)
        && error.kind() == std::io::ErrorKind::NotFound
    {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("there is no file or folder {}", discreet::path(&shown)),
            "check the path; `-` stands for standard input, and a folder means all files below it",
        ));
    }
    Ok(Input { path: path.to_owned(), shown })
}

/// Adds a reference, or more of one that is there already: several paths of one id are one record set.
///
/// # Errors
/// The path is not there; the id already has another role; two services.
pub fn add(references: &mut Vec<(Reference, Vec<Input>)>, role: Role, named: &Named) -> Result<(), Failure> {
    if role == Role::Service
        && let Some((other, _)) = references.iter().find(|(other, _)| other.role == role && other.id != named.id)
    {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("two services, `{}` and `{}`", other.id, named.id),
            "a run has one service; name other systems with --register or --corpus, or run once for each",
        ));
    }
    let at = match references.iter().position(|(other, _)| other.id == named.id) {
        Some(at) => at,
        None => {
            references.push((unadorned(&named.id, role), Vec::new()));
            references.len() - 1
        }
    };
    let (reference, inputs) = &mut references[at];
    if reference.role != role {
        return Err(Failure::wrong_use(
            anyhow::anyhow!("`{}` is named as {} and as {}", named.id, reference.role.name(), role.name()),
            "give each reference one id and one role",
        ));
    }
    match &named.holding {
        Holding::Path(path) => inputs.push(input(path)?),
        Holding::Size(count) => reference.sizes.push(Size { count: *count, date: None, rounding: None }),
    }
    Ok(())
}

/// Standard input can be read once only.
///
/// # Errors
/// It is named twice.
pub fn one_standard_input<'a>(inputs: impl IntoIterator<Item = &'a Input>) -> Result<(), Failure> {
    if inputs.into_iter().filter(|input| input.path == Path::new("-")).count() > 1 {
        return Err(Failure::wrong_use(anyhow::anyhow!("standard input is named twice"), "give all but one as files"));
    }
    Ok(())
}

/// A reference of which only id and role are known.
pub fn unadorned(id: &str, role: Role) -> Reference {
    Reference {
        id: id.to_owned(),
        role,
        provenance: Provenance::Unverified,
        date: None,
        sizes: Vec::new(),
        view_of: None,
        complete_to: None,
        started: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_has_records_or_a_size() {
        assert_eq!(named("bank=old/b=1.csv").unwrap().holding, Holding::Path(PathBuf::from("old/b=1.csv")));
        assert_eq!(named("portal=#6.5M").unwrap().holding, Holding::Size(6_500_000));
        assert!(records("planted=#50").is_err() && records("planted=planted.csv").is_ok());
        for wrong in
            ["", "bank", "=x.csv", "Bank=x.csv", "ba nk=x.csv", "bank=", "bank=#", "bank=#many", "unknown=x.csv"]
        {
            assert!(named(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn paths_and_sizes_of_one_id_are_one_reference() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = named(&format!("portal={}", file.path().display())).unwrap();
        let mut references = Vec::new();
        add(&mut references, Role::Service, &path).unwrap();
        add(&mut references, Role::Service, &path).unwrap();
        add(&mut references, Role::Service, &named("portal=#10").unwrap()).unwrap();
        assert_eq!(references.len(), 1);
        assert_eq!((references[0].1.len(), references[0].0.sizes[0].count), (2, 10));
    }

    #[test]
    fn one_id_has_one_role_and_a_run_one_service() {
        let mut references = Vec::new();
        add(&mut references, Role::Service, &named("portal=#10").unwrap()).unwrap();
        assert!(add(&mut references, Role::Corpus, &named("portal=#10").unwrap()).is_err());
        assert!(add(&mut references, Role::Service, &named("other=#10").unwrap()).is_err());
        assert!(add(&mut references, Role::Corpus, &named("gone=/there/is/no/such.csv").unwrap()).is_err());
    }

    #[test]
    fn standard_input_is_read_once() {
        let stdin = Input { path: PathBuf::from("-"), shown: "-".to_owned() };
        assert!(one_standard_input([&stdin]).is_ok());
        assert!(one_standard_input([&stdin, &stdin]).is_err());
    }
}
