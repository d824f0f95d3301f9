//! How a run ends: exit codes, and the one place where an error becomes a line for people.

use std::fmt::Write as _;

use super::discreet;

/// Exit status of the program, as the interface promises it. Several at once: the greater one of 4 > 3 > 1 > 0 wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Exit {
    /// All was done, and what was expected holds.
    #[default]
    Done,
    /// An expectation of a case does not hold, or what `--fail-if` asks for is so.
    NotHeld,
    /// The command line or the case file cannot mean anything. Nothing was read, or nothing comparable was found.
    WrongUse,
    /// Bytes stayed unexamined: a partial result must not look like a whole one.
    Unexamined,
    /// The evidence changed while it was read, or the program's own output could not be written.
    Broken,
}

impl Exit {
    /// The number that the operating system is told.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::NotHeld => 1,
            Exit::WrongUse => 2,
            Exit::Unexamined => 3,
            Exit::Broken => 4,
        }
    }
}

/// A command that could not be carried out: what was tried, why not, and the next step.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    error: anyhow::Error,
    hint: Option<String>,
}

impl Failure {
    /// The user asked for something that cannot be done; `hint` says what can.
    pub fn wrong_use(error: impl Into<anyhow::Error>, hint: impl Into<String>) -> Failure {
        Failure { exit: Exit::WrongUse, error: error.into(), hint: Some(hint.into()) }
    }

    /// The program's own output could not be written.
    pub fn output(error: impl Into<anyhow::Error>, hint: impl Into<String>) -> Failure {
        Failure { exit: Exit::Broken, error: error.into(), hint: Some(hint.into()) }
    }

    /// A question that cannot be put: a case file or condition that means nothing. The hint is the library's own.
    pub fn question(error: anyhow::Error) -> Failure {
        Failure { exit: Exit::WrongUse, error, hint: None }
    }

    /// An analysis that did not come to its end. What could not be read leaves bytes unexamined; all else is a question that
    /// the material cannot answer. What stands behind `hint:` in the chain is the library's own hint.
    pub fn analysis(error: anyhow::Error) -> Failure {
        let unreadable = error.chain().any(|cause| cause.is::<std::io::Error>());
        Failure { exit: if unreadable { Exit::Unexamined } else { Exit::WrongUse }, error, hint: None }
    }

    /// The exit status.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// What is printed: `error:` with the chain of causes on one line, then `hint:` where there is a next step.
    pub fn message(&self) -> String {
        let mut causes = Vec::new();
        let mut hints: Vec<String> = self.hint.iter().map(|hint| one_line(hint)).collect();
        for cause in self.error.chain() {
            let line = one_line(&said(cause));
            let (line, hint) =
                line.split_once("hint:").map_or((line.as_str(), None), |(line, hint)| (line, Some(hint)));
            hints.extend(hint.map(|hint| hint.trim().to_owned()));
            let line = line.trim_end_matches([' ', ';']);
            if !line.is_empty() && !causes.last().is_some_and(|last: &String| last.ends_with(line)) {
                causes.push(line.to_owned());
            }
        }
        let mut message = format!("error: {}\n", discreet::text(&causes.join(": ")));
        for hint in hints {
            // Writing to a string cannot fail.
            let _ = writeln!(message, "hint: {}", discreet::text(&hint));
        }
        message
    }
}

/// Prints a failure on standard error. An error stream that is gone is nobody's loss.
pub fn print(failure: &Failure) {
    super::output::note(&super::output::for_terminal(failure.message().trim_end()));
}

/// What clap says of a wrong command line, in this program's own form: `error:` first, then `hint:`.
pub fn usage(error: &clap::Error) -> String {
    let said = error.render().to_string();
    let mut message = String::new();
    let mut hints = String::new();
    for line in said.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        match line.trim_start().strip_prefix("tip:") {
            Some(tip) => hints.push_str(&format!("hint:{tip}\n")),
            None if line.starts_with("For more information") => {}
            None => message.push_str(&format!("{line}\n")),
        }
    }
    let message = format!("{message}{hints}hint: add --help for worked examples");
    discreet::text(&message)
}

/// Makes a panic say where it happened and nothing of what was in hand: a panic's message may hold a value.
/// The exit status is then Rust's own, 101.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(|| "an unknown place".to_owned(), |at| format!("{}:{}", source(at.file()), at.line()));
        super::output::note(&format!(
            "error: internal error at {place}; no data is printed\nhint: please report this line"
        ));
    }));
}

/// The part of a source path that means something to a reader elsewhere: from `src/` on.
fn source(file: &str) -> &str {
    file.rfind("src/").map_or(file, |at| &file[at..])
}

/// What a cause says. A parser of TOML likes to quote the lines that it could not understand, and a dump that was given as
/// a case file would be printed: its place and its message stay, the quoted lines do not.
fn said(cause: &(dyn std::error::Error + 'static)) -> String {
    match cause.downcast_ref::<toml::de::Error>() {
        Some(error) => {
            let whole = error.to_string();
            let place = whole.lines().next().unwrap_or_default();
            let message = without_quoted(error.message());
            if place == message { message } else { format!("{place}: {message}") }
        }
        None => cause.to_string(),
    }
}

/// A message without what stands in double quotes: there a parser puts values. Names of keys stand in backticks and stay.
fn without_quoted(message: &str) -> String {
    message.split('"').step_by(2).collect::<Vec<_>>().join("…")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn the_chain_is_one_line_and_hints_follow() {
        let error = Err::<(), _>(anyhow::anyhow!("hint: add\n --key email"))
            .context("no shared kind")
            .context("cannot compare a.csv with b.csv")
            .unwrap_err();
        let failure = Failure::analysis(error);
        assert_eq!(
            failure.message(),
            "error: cannot compare a.csv with b.csv: no shared kind\nhint: add --key email\n"
        );
        assert_eq!(failure.exit(), Exit::WrongUse);
    }

    #[test]
    fn hints_inside_a_message_are_told_apart() {
        let failure = Failure::question(anyhow::anyhow!("reading the case file a.toml\nhint: name a TOML file"));
        assert_eq!(failure.message(), "error: reading the case file a.toml\nhint: name a TOML file\n");
        let failure = Failure::question(anyhow::anyhow!("world is not empty; hint: name a new folder"));
        assert_eq!(failure.message(), "error: world is not empty\nhint: name a new folder\n");
    }

    #[test]
    fn what_is_no_toml_is_not_quoted() {
        let error = toml::from_str::<toml::Table>("title = 'a'\nsecret;words;here\n").unwrap_err();
        let message = Failure::question(anyhow::Error::from(error).context("in the case file a.toml")).message();
        assert!(message.contains("line 2") && !message.contains("secret"), "{message}");
        let error = toml::from_str::<std::collections::BTreeMap<String, u32>>("a = \"secret\"").unwrap_err();
        let message = Failure::question(anyhow::Error::from(error)).message();
        assert!(message.contains("expected u32") && !message.contains("secret"), "{message}");
    }

    #[test]
    fn what_cannot_be_read_is_unexamined() {
        let error = anyhow::Error::from(std::io::Error::other("device gone")).context("cannot read a.csv");
        assert_eq!(Failure::analysis(error).exit(), Exit::Unexamined);
    }

    #[test]
    fn a_value_in_a_message_is_masked() {
        let failure = Failure::wrong_use(anyhow::anyhow!("cannot open nadia@example.com.csv"), "see 380671234567.csv");
        let message = failure.message();
        assert!(!message.contains("nadia") && !message.contains("380671234567"), "{message}");
    }

    #[test]
    fn worse_ends_win() {
        assert!(Exit::Broken > Exit::Unexamined && Exit::Unexamined > Exit::NotHeld && Exit::NotHeld > Exit::Done);
    }

    #[test]
    fn a_place_in_the_source_names_no_machine() {
        assert_eq!(source("/build/somewhere/src/kind/email.rs"), "src/kind/email.rs");
        assert_eq!(source("src/kind/email.rs"), "src/kind/email.rs");
    }
}
