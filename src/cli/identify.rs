//! `leakprov identify`: which kinds a value is.

use std::io::{BufRead, Read};

use serde_json::{Map, Value, json};

use super::errors::{Exit, Failure};
use super::{Talk, output};
use crate::kind::{self, Region};

/// Which kinds a value is, and which it nearly is
///
/// Reads VALUE arguments, or standard input with one value a line. Writes one JSON object a line to standard output: the
/// kinds whose checks the value passes, the most telling (smallest `chance`) first, and those that it misses narrowly with
/// the reason. Values from standard input, their canonical keys and what these say of their holder (born, sex, region) are
/// shown with --reveal only.
#[derive(Debug, clap::Args)]
#[command(after_long_help = super::lesson(EXAMPLES))]
pub struct Args {
    /// Values to identify; shown with their canonical keys, since you typed them
    #[arg(value_name = "VALUE")]
    values: Vec<String>,
    /// Country whose national spellings (telephone numbers) are understood
    #[arg(long, ignore_case = true)]
    region: Option<Country>,
    /// Show the values of standard input and their canonical keys
    #[arg(long, conflicts_with = "values")]
    reveal: bool,
}

/// A country with national spellings of its own.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
#[value(rename_all = "UPPER")]
enum Country {
    /// Ukraine
    Ua,
    /// Kyrgyzstan
    Kg,
    /// Russia
    Ru,
}

const EXAMPLES: &str = "
  leakprov identify 'АВС 123456'
      a licence number with Cyrillic letters: its kind and its one canonical spelling
  leakprov identify --region UA '067 123 45 67'
      a national spelling needs its country
  cut -d';' -f3 dump.csv | leakprov identify > kinds.jsonl
      one line for each value, without the values
";

/// Longest line that is looked at, in bytes: no identifier comes near it.
const LINE_BYTES_MOST: u64 = 65_536;

/// Runs the command.
///
/// # Errors
/// Standard input cannot be read, or standard output cannot be written.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Failure> {
    let region = match args.region {
        None => Region::Unknown,
        Some(Country::Ua) => Region::Ua,
        Some(Country::Kg) => Region::Kg,
        Some(Country::Ru) => Region::Ru,
    };
    let mut printed = Printed { region, lines: 0, known: 0, text: Vec::new() };
    for value in &args.values {
        printed.add(value.as_bytes(), true)?;
    }
    if args.values.is_empty() {
        each_line(&mut std::io::stdin().lock(), |line| printed.add(line, args.reveal))?;
    }
    printed.flush()?;
    if talk.verbose {
        output::note(&format!("{} of {} values are of a known kind", printed.known, printed.lines));
    }
    Ok(Exit::Done)
}

/// Lines on their way to standard output.
struct Printed {
    region: Region,
    lines: u64,
    known: u64,
    text: Vec<u8>,
}

impl Printed {
    fn add(&mut self, value: &[u8], reveal: bool) -> Result<(), Failure> {
        self.lines += 1;
        let found = object(self.lines, value, self.region, reveal);
        self.known += u64::from(found["kinds"].as_array().is_some_and(|kinds| !kinds.is_empty()));
        self.text.extend_from_slice(safe_json(&found).as_bytes());
        self.text.push(b'\n');
        if self.text.len() >= 1 << 16 { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Failure> {
        output::print(&std::mem::take(&mut self.text))
    }
}

/// What is said of one value.
fn object(line: u64, value: &[u8], region: Region, reveal: bool) -> Value {
    // What is no text is of no kind.
    let identity = kind::identify(std::str::from_utf8(value).unwrap_or_default(), region);
    let mut object = Map::new();
    object.insert("line".to_owned(), json!(line));
    if reveal {
        object.insert("value".to_owned(), json!(String::from_utf8_lossy(value)));
    }
    let kinds = identity.kinds.iter().map(|(kind, key)| {
        let mut found = Map::new();
        found.insert("kind".to_owned(), json!(kind.id));
        found.insert("chance".to_owned(), json!(kind.chance));
        if reveal {
            found.insert("key".to_owned(), json!(key));
            let facts = kind.facts.map(|read| read(key.as_bytes()).named()).unwrap_or_default();
            let facts: Map<String, Value> =
                facts.into_iter().map(|(what, value)| (what.to_owned(), json!(value))).collect();
            if !facts.is_empty() {
                found.insert("facts".to_owned(), Value::Object(facts));
            }
        }
        Value::Object(found)
    });
    object.insert("kinds".to_owned(), kinds.collect());
    let near = identity.near.iter().map(|(kind, mismatch)| json!({ "kind": kind.id, "mismatch": mismatch }));
    object.insert("near".to_owned(), near.collect());
    Value::Object(object)
}

/// JSON in which every character that could steer a terminal is escaped; a reader of JSON gets the same value.
fn safe_json(value: &Value) -> String {
    let mut text = String::new();
    for letter in value.to_string().chars() {
        if crate::report::printable(letter) {
            text.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    }
    text
}

/// Hands over every line without its end; of a line longer than the limit, nothing.
fn each_line(input: &mut impl BufRead, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
    let unreadable =
        |error: std::io::Error| Failure::analysis(anyhow::Error::from(error).context("cannot read standard input"));
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.by_ref().take(LINE_BYTES_MOST).read_until(b'\n', &mut line).map_err(unreadable)?;
        if read == 0 {
            return Ok(());
        }
        if line.last() != Some(&b'\n') && read as u64 == LINE_BYTES_MOST {
            input.skip_until(b'\n').map_err(unreadable)?;
            line.clear();
        }
        let end = line.strip_suffix(b"\n").unwrap_or(&line);
        take(end.strip_suffix(b"\r").unwrap_or(end))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_handed_over_one_by_one() {
        let long = vec![b'x'; LINE_BYTES_MOST as usize + 10];
        let text = [b"a\r\n\n".as_slice(), &long, b"\nlast"].concat();
        let mut lines = Vec::new();
        each_line(&mut text.as_slice(), |line| {
            lines.push(line.to_vec());
            Ok(())
        })
        .unwrap();
        assert_eq!(lines, [b"a".to_vec(), vec![], vec![], b"last".to_vec()]);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        let shown = safe_json(&json!({ "value": "a\u{1b}[31m\u{9b}\u{202e}\u{e0041}b" }));
        assert!(shown.chars().all(crate::report::printable), "{shown}");
        let back: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(back["value"], "a\u{1b}[31m\u{9b}\u{202e}\u{e0041}b");
    }
}
