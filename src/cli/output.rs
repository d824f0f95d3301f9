//! Where results go: standard output or a file that is whole or not there.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::errors::Failure;
use super::signals;

/// Where a result is to go.
#[derive(Debug, Clone, clap::Args)]
pub struct Destination {
    /// Write the result to FILE instead of standard output (into a folder DIR: `report.<format>`)
    ///
    /// The file appears whole or not at all, readable by its owner only. An existing file is kept unless --force is given;
    /// an input is never overwritten.
    #[arg(long, value_name = "FILE|DIR")]
    pub out: Option<PathBuf>,
    /// Replace what stands at --out
    #[arg(long, requires = "out")]
    pub force: bool,
}

impl Destination {
    /// Says before any work is done whether the result could be written.
    ///
    /// # Errors
    /// The file exists and `--force` was not given; it is one of the inputs; its folder is not there.
    pub fn check(&self, extension: &str, inputs: &[PathBuf]) -> Result<(), Failure> {
        let Some(file) = self.file(extension) else { return Ok(()) };
        if let Ok(there) = file.canonicalize() {
            if inputs
                .iter()
                .any(|input| input.canonicalize().is_ok_and(|input| input == there || there.starts_with(&input)))
            {
                return Err(Failure::wrong_use(
                    anyhow::anyhow!("--out {} is an input, or lies in one; inputs are never changed", shown(&file)),
                    "choose a place outside the inputs",
                ));
            }
            if !self.force {
                return Err(Failure::wrong_use(
                    anyhow::anyhow!("--out {} is already there", shown(&file)),
                    "choose another name, or add --force to replace it",
                ));
            }
        }
        if !folder(&file).is_dir() {
            return Err(Failure::wrong_use(
                anyhow::anyhow!("--out {}: there is no folder {}", shown(&file), shown(folder(&file))),
                "make the folder first",
            ));
        }
        Ok(())
    }

    /// Writes the result.
    ///
    /// # Errors
    /// Standard output (unless its reader has gone, which ends the run quietly) or the file cannot be written.
    pub fn write(&self, extension: &str, bytes: &[u8]) -> Result<(), Failure> {
        match self.file(extension) {
            None => print(bytes),
            Some(file) => save(&file, self.force, bytes),
        }
    }

    /// Whether it is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.out.is_none() && io::stdout().is_terminal()
    }

    fn file(&self, extension: &str) -> Option<PathBuf> {
        let out = self.out.as_ref()?;
        Some(if out.is_dir() { out.join(format!("report.{extension}")) } else { out.clone() })
    }
}

/// Prints on standard output. A reader that has gone is no failure.
///
/// # Errors
/// Standard output cannot be written for any other reason.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::output(
            anyhow::Error::from(error).context("cannot write to standard output"),
            "is the disk full?",
        )),
        _ => Ok(()),
    }
}

/// Prints a text for people on standard output: on a terminal its lines are broken between words, what follows indented as
/// the line is, beneath its second column where it has two.
///
/// # Errors
/// As [`print()`].
pub fn print_text(text: &str) -> Result<(), Failure> {
    let terminal = io::stdout().is_terminal().then(|| terminal_size::terminal_size_of(io::stdout())).flatten();
    match terminal {
        Some((width, _)) => print(hanging(text, usize::from(width.0)).as_bytes()),
        None => print(text.as_bytes()),
    }
}

/// The text in lines of at most so many columns (20 at least), where words allow it.
fn hanging(text: &str, columns: usize) -> String {
    text.split_inclusive('\n').map(|line| hung(line, columns.max(20))).collect()
}

fn hung(line: &str, columns: usize) -> String {
    let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
    if line.chars().count() <= columns {
        return format!("{line}{end}");
    }
    let body = line.trim_start();
    let indent = line.chars().count() - body.chars().count();
    // Beneath the second column, unless it begins so far to the right that little room is left.
    let second = body.find("  ").map(|at| line.len() - body[at..].trim_start().len());
    let second = second.filter(|at| line[..*at].chars().count() * 2 < columns);
    let (first, words) = line.split_at(second.unwrap_or(indent));
    let mut used = first.chars().count();
    let hang = if second.is_some() { used } else { (indent + 2).min(columns / 2) };
    let mut out = first.to_owned();
    let mut fresh = true;
    for word in words.split(' ') {
        let wide = word.chars().count();
        if !fresh && used + 1 + wide > columns {
            out.push('\n');
            out.push_str(&" ".repeat(hang));
            used = hang;
        } else if !fresh {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
        fresh = false;
    }
    out + end
}

/// The text as it is shown on standard error: broken between words where that is a terminal, else line by line as it is.
pub fn for_terminal(text: &str) -> String {
    let terminal = io::stderr().is_terminal().then(|| terminal_size::terminal_size_of(io::stderr())).flatten();
    terminal.map_or_else(|| text.to_owned(), |(width, _)| crate::report::page::wrapped(text, usize::from(width.0)))
}

/// Prints a line for the user on standard error. An error stream that is gone cannot be told so.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Writes a file so that it is whole or not there: a temporary file (mode 0600) in the same folder, synced, then renamed.
///
/// # Errors
/// The file is there and `force` is not set, or any step fails; then nothing is left behind.
pub fn save(file: &Path, force: bool, bytes: &[u8]) -> Result<(), Failure> {
    try_save(file, force, bytes).map_err(|error| {
        Failure::output(
            error.context(format!("cannot write {}", shown(file))),
            "nothing was left behind; free the place and run again",
        )
    })
}

fn try_save(file: &Path, force: bool, bytes: &[u8]) -> anyhow::Result<()> {
    let draft = signals::begin(folder(file))?;
    let written = fill(draft, file, force, bytes);
    signals::done();
    written?;
    std::fs::File::open(folder(file)).and_then(|folder| folder.sync_all()).context("cannot sync the folder")
}

/// Fills a draft and gives it its name; it is gone if that fails.
fn fill(mut draft: tempfile::NamedTempFile, file: &Path, force: bool, bytes: &[u8]) -> anyhow::Result<()> {
    draft.write_all(bytes)?;
    draft.as_file().sync_all()?;
    if force {
        draft.persist(file)?;
    } else {
        draft.persist_noclobber(file)?;
    }
    Ok(())
}

/// How messages name a path.
fn shown(path: &Path) -> String {
    super::discreet::path(&path.to_string_lossy())
}

fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_private_and_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.json");
        save(&file, false, b"one").unwrap();
        assert!(save(&file, false, b"two").is_err());
        assert_eq!(std::fs::read(&file).unwrap(), b"one");
        save(&file, true, b"two").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
    }

    #[test]
    fn long_lines_are_broken_beneath_their_second_column() {
        let text = "ua.rntrc    Номер платника податків, десять цифр\n  a: b c d e f g h i j k l m\nshort\n";
        let told = hanging(text, 26);
        assert!(told.lines().all(|line| line.chars().count() <= 26), "{told}");
        assert!(told.starts_with("ua.rntrc    Номер платника\n            податків,\n"), "{told}");
        assert!(told.contains("\n    m\n") && told.ends_with("short\n"), "{told}");
        assert_eq!(hanging(text, 80), text);
    }

    #[test]
    fn an_input_is_never_a_destination() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("dump.csv");
        std::fs::write(&input, "x").unwrap();
        let destination = Destination { out: Some(input.clone()), force: true };
        assert!(destination.check("json", std::slice::from_ref(&input)).is_err());
        assert!(destination.check("json", &[]).is_ok());
        let beside = Destination { out: Some(folder.path().join("report.json")), force: false };
        assert!(beside.check("json", &[input]).is_ok());
    }
}
