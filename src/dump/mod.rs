//! What was handed in: files, folders or a stream. Never changed, opened only here.
//!
//! **Comes in:** paths. **Goes out:** [`Evidence`] by path, each opened as [`open::Opened`] and read as [`blocks::Blocks`].
//!
//! **Never happens here:** nothing is written, no link is followed inside a folder, no size in a header is believed, no input is mapped into
//! memory (a file that shrinks while mapped kills the process).
//!
//! **To add a container:** a variant in [`open`] with its magic bytes and its decoder; limits apply to all.

pub mod blocks;
mod digest;
pub mod open;
pub mod watch;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// One input as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path to open; `-` is standard input; a folder means all regular files below it.
    pub path: PathBuf,
    /// How reports name it (path as given, relative to the case file where it came from one).
    pub shown: String,
}

/// One file or stream of a record set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Path to open; `-` is standard input.
    pub path: PathBuf,
    /// How reports name it.
    pub shown: String,
}

impl Evidence {
    /// Whether it can be read a second time.
    pub fn rereadable(&self) -> bool {
        self.path != Path::new("-") && std::fs::metadata(&self.path).is_ok_and(|meta| meta.is_file())
    }

    /// Its size as stored; `None` where that is not known beforehand.
    pub fn bytes(&self) -> Option<u64> {
        std::fs::metadata(&self.path).ok().filter(std::fs::Metadata::is_file).map(|meta| meta.len())
    }
}

/// All files that the inputs stand for, by path, and what was passed over. The order in which they are named says nothing: a
/// row's number would depend on it, and with it the blocks of the dump that intervals are drawn from.
///
/// # Errors
/// As for [`gather`], when a folder holds nothing (an empty answer would pass for one), and when a file is named more than
/// once, alone or by its folder: its rows would count as often.
pub fn gather_all(inputs: &[Input]) -> anyhow::Result<(Vec<Evidence>, Vec<String>)> {
    let (mut files, mut passed_over) = (Vec::<Evidence>::new(), Vec::new());
    let mut places = BTreeSet::new();
    for input in inputs {
        let (found, over) = gather(&input.path, &input.shown)?;
        anyhow::ensure!(
            !found.is_empty() || !over.is_empty(),
            "the folder {} holds no file\nhint: is this the folder that was meant? give one that holds files",
            input.shown
        );
        passed_over.extend(over);
        for file in found {
            // What cannot be looked at is told when it is opened; a stream is no file that could come twice.
            let place = std::fs::canonicalize(&file.path).ok().filter(|_| file.rereadable());
            let first = place.is_none_or(|place| places.insert(place));
            anyhow::ensure!(
                first,
                "{} is named twice\nhint: name the file or its folder, not both: its rows would count double",
                file.shown
            );
            files.push(file);
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok((files, passed_over))
}

/// The files that a path stands for: itself, or all regular files below a folder, by path. Also says what was passed over.
///
/// # Errors
/// When the path does not exist or a folder cannot be listed.
pub fn gather(path: &Path, shown: &str) -> anyhow::Result<(Vec<Evidence>, Vec<String>)> {
    let whole = Evidence { path: path.to_path_buf(), shown: shown.to_owned() };
    if path == Path::new("-") {
        return Ok((vec![whole], Vec::new()));
    }
    match std::fs::metadata(path) {
        Ok(meta) if meta.is_dir() => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot open {shown}"));
        }
        // What is there and cannot be looked at is a fault of that one input, told when it is opened.
        _ => return Ok((vec![whole], Vec::new())),
    }
    let (mut found, mut passed_over) = (Vec::new(), Vec::new());
    list(path, shown, &mut found, &mut passed_over)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    passed_over.sort();
    Ok((found, passed_over))
}

fn list(folder: &Path, shown: &str, found: &mut Vec<Evidence>, passed_over: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {shown}"))? {
        let entry = entry.with_context(|| format!("cannot list {shown}"))?;
        let shown = format!("{}/{}", shown.trim_end_matches('/'), entry.file_name().to_string_lossy());
        // `file_type` does not follow links: a loop or a link out of the folder stays what it is, a link.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => list(&entry.path(), &shown, found, passed_over)?,
            Ok(kind) if kind.is_file() => found.push(Evidence { path: entry.path(), shown }),
            _ => passed_over.push(shown),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_counts_once() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one.csv"), folder.path().join("other.csv"));
        std::fs::write(&one, "a\n").unwrap();
        std::fs::write(&other, "a\n").unwrap();
        let input = |path: &Path| Input { path: path.to_path_buf(), shown: path.display().to_string() };
        let all = |paths: &[&Path]| gather_all(&paths.iter().map(|path| input(path)).collect::<Vec<_>>());
        assert_eq!(all(&[&one, &other]).unwrap().0.len(), 2, "equal files are two");
        assert_eq!(all(&[&one, &other]).unwrap(), all(&[&other, &one]).unwrap(), "in whatever order they are named");
        for twice in [&[one.as_path(), &one], &[folder.path(), &one], &[&one, &folder.path().join("./one.csv")]] {
            let error = all(twice).unwrap_err().to_string();
            assert!(error.contains("one.csv is named twice"), "{error}");
        }
    }
}
