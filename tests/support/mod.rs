//! What the tests share: the repository as files, goldens, and the program as a process.
#![allow(dead_code)] // Each test binary uses its part.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The repository's top folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository.
pub fn read(file: &Path) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// All files with this extension below a folder of the repository, relative and sorted.
pub fn below(folder: &str, extension: &str) -> Vec<PathBuf> {
    files(&root().join(folder))
        .into_iter()
        .filter(|file| file.extension().is_some_and(|found| found == extension))
        .map(|file| file.strip_prefix(root()).unwrap().to_owned())
        .collect()
}

/// All files below a folder, sorted; none where it is not there.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found.sort();
    found
}

/// The folders right below a folder, sorted.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// All files that git knows, relative; where there is no git, all files but the build's.
pub fn tracked() -> Vec<PathBuf> {
    let git = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    match git {
        Ok(Output { status, stdout, .. }) if status.success() && !stdout.is_empty() => stdout
            .split(|&byte| byte == 0)
            .filter(|name| !name.is_empty())
            .map(|name| PathBuf::from(String::from_utf8_lossy(name).into_owned()))
            .collect(),
        _ => files(root())
            .into_iter()
            .map(|file| file.strip_prefix(root()).unwrap().to_owned())
            .filter(|file| !file.starts_with("target") && !file.starts_with(".git"))
            .collect(),
    }
}

/// The code of a file without comments, strings and its test module: what is really used.
pub fn code_only(text: &str) -> String {
    let text = match text.find("#[cfg(test)]\nmod tests {") {
        Some(tests) => &text[..tests],
        None => text,
    };
    let mut code = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|&next| next != '\n').is_some() {},
            '"' => {
                code.push_str("\"\"");
                while let Some(inside) = letters.next() {
                    match inside {
                        '\\' => drop(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            // A character literal may hold a quote: '"', '\'' and '\"'.
            '\'' => {
                let rest: String = letters.clone().take(3).collect();
                let taken = if rest.starts_with('\\') && rest.ends_with('\'') {
                    3
                } else if rest.chars().nth(1) == Some('\'') {
                    2
                } else {
                    0
                };
                letters.by_ref().take(taken).for_each(drop);
                code.push('\'');
            }
            _ => code.push(letter),
        }
    }
    code
}

/// What cargo knows of all packages in the lock file.
pub fn metadata() -> serde_json::Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

/// Compares text with a golden file; with `UPDATE_GOLDENS=1` writes it instead.
pub fn golden(file: &str, text: &str) {
    let path = root().join(file);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == text,
        "{file} differs{}\nIf the change is meant: UPDATE_GOLDENS=1 cargo test, then review the diff.",
        first_difference(&golden, text)
    );
}

fn first_difference(golden: &str, text: &str) -> String {
    let (mut old, mut new) = (golden.lines(), text.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (one, other) if one != other => {
                return format!(
                    " in line {number}:\n  golden: {}\n  now:    {}",
                    one.unwrap_or("(none)"),
                    other.unwrap_or("(none)")
                );
            }
            _ => {}
        }
    }
    " in its line ends".to_owned()
}

/// One run of the program.
pub struct Run {
    /// Exit status; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Run {
    /// Standard output as the one JSON document that it must be.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("not one JSON document ({error}): {} {}", self.stdout, self.stderr))
    }
}

/// The program, without any environment that could change what it prints.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leakprov"));
    command.current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

/// Runs the program in a folder.
pub fn leakprov(folder: &Path, args: &[&str]) -> Run {
    leakprov_reading(folder, args, b"")
}

/// Runs the program in a folder with this standard input.
pub fn leakprov_reading(folder: &Path, args: &[&str], stdin: &[u8]) -> Run {
    let mut child = program(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("standard input");
    let stdin = stdin.to_owned();
    // A program that does not read its input closes the pipe: no failure of the test.
    let feeder = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().expect("the program ends");
    feeder.join().expect("the feeder ends");
    Run {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
