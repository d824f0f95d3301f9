//! What happens to a report once it is there: fault list, messages, rendering, exit status.

use serde_json::json;

use super::Talk;
use super::errors::{Exit, Failure};
use super::output::{self, Destination};
use super::{discreet, options::Reading};
use crate::imprint::CHANGED;
use crate::report::page::{COLUMNS_USUAL, Page};
use crate::report::{self, Renderer, Report};

/// Columns of a line on a wide terminal: longer ones are hard to read.
const COLUMNS_MOST: usize = 120;

/// In which form and where the report is printed.
#[derive(Debug, Clone, clap::Args)]
pub struct Printing {
    /// Form of the report: `text` for people, `json` (one document) for programs
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = formats())]
    pub format: String,
    /// Where it goes.
    #[command(flatten)]
    pub destination: Destination,
}

fn formats() -> clap::builder::PossibleValuesParser {
    report::RENDERERS.iter().map(|renderer| renderer.id).collect::<Vec<_>>().into()
}

impl Printing {
    /// The renderer of the chosen form.
    ///
    /// # Errors
    /// There is none; clap has already refused such a form.
    pub fn renderer(&self) -> Result<&'static Renderer, Failure> {
        report::renderer(&self.format).ok_or_else(|| {
            Failure::wrong_use(anyhow::anyhow!("there is no form `{}`", self.format), "see `leakprov explain`")
        })
    }

    /// Says before any work is done whether report and fault list could be written.
    ///
    /// # Errors
    /// As [`Destination::check`].
    pub fn check<'a>(
        &self,
        reading: &Reading,
        inputs: impl IntoIterator<Item = &'a crate::pipeline::Input>,
    ) -> Result<(), Failure> {
        let inputs: Vec<_> = inputs.into_iter().map(|input| input.path.clone()).collect();
        self.destination.check(self.renderer()?.extension, &inputs)?;
        let faults = Destination { out: reading.faults.clone(), force: true };
        faults.check("jsonl", &inputs)
    }

    /// Prints the report and all that belongs to it; the exit status says whether all bytes were examined.
    ///
    /// # Errors
    /// Something could not be written.
    pub fn finish(&self, report: &Report, reading: &Reading, talk: &Talk) -> Result<Exit, Failure> {
        self.faults(reading, std::slice::from_ref(report))?;
        say(report, talk);
        let renderer = self.renderer()?;
        let mut bytes = rendered(renderer, report, self.columns())?;
        if self.is_text() && self.destination.is_terminal() {
            bytes.extend(closing(report, self.columns()));
        }
        self.destination.write(renderer.extension, &bytes)?;
        Ok(exit(report))
    }

    /// Writes the fault list of some reports where it is asked for.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn faults(&self, reading: &Reading, reports: &[Report]) -> Result<(), Failure> {
        match &reading.faults {
            Some(file) => output::save(file, true, &reports.iter().flat_map(fault_lines).collect::<Vec<u8>>()),
            None => Ok(()),
        }
    }

    /// Whether the form is the one for people.
    pub fn is_text(&self) -> bool {
        self.format == "text"
    }

    /// How wide its lines may be: as wide as the terminal that they go to, within reason.
    fn columns(&self) -> usize {
        let terminal = self.destination.is_terminal().then(terminal_size::terminal_size).flatten();
        terminal.map_or(COLUMNS_USUAL, |(width, _)| usize::from(width.0).min(COLUMNS_MOST))
    }

    /// Prints one report, or several as one JSON list.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn list(&self, reports: &[Report]) -> Result<(), Failure> {
        let renderer = self.renderer()?;
        let documents =
            reports.iter().map(|report| rendered(renderer, report, self.columns())).collect::<Result<Vec<_>, _>>()?;
        let bytes = match documents.as_slice() {
            [one] => one.clone(),
            several => [b"[\n".as_slice(), &several.join(b",\n".as_slice()), b"]\n"].concat(),
        };
        self.destination.write(renderer.extension, &bytes)
    }
}

/// The answer once more: of a long report a terminal shows the end.
fn closing(report: &Report, columns: usize) -> Vec<u8> {
    let Some(verdict) = report.verdict.as_ref().filter(|_| report.dump.is_some()) else { return Vec::new() };
    let mut bytes = Vec::new();
    let mut page = Page::new(&mut bytes, columns);
    // A page in memory takes every line.
    let _ = page.paragraph(0, "").and_then(|()| page.paragraph(0, &format!("In short: {}", verdict.headline.text)));
    bytes
}

/// The exit status that a report alone calls for.
pub fn exit(report: &Report) -> Exit {
    if report.limits.iter().any(|limit| limit.limit == CHANGED) {
        return Exit::Broken;
    }
    if report.complete { Exit::Done } else { Exit::Unexamined }
}

/// A report in one form, in memory.
///
/// # Errors
/// The renderer failed.
fn rendered(renderer: &Renderer, report: &Report, columns: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    (renderer.render)(report, &mut bytes, columns).map_err(|error| {
        Failure::output(anyhow::Error::from(error).context("cannot render the report"), "please report this")
    })?;
    Ok(bytes)
}

/// One JSON object a line for each place that the report keeps; a reason with more rows than places ends with a line that
/// has the count instead of a place.
fn fault_lines(report: &Report) -> Vec<u8> {
    let mut lines = Vec::new();
    for layout in report.dump.iter().flat_map(|dump| &dump.layouts) {
        let file = &layout.path;
        for fault in &layout.faults {
            for place in &fault.places {
                let (byte, record) = (last_number(place, "byte "), last_number(place, "record "));
                push(&mut lines, &json!({ "file": file, "reason": fault.reason, "byte": byte, "record": record }));
            }
            let rest = fault.rows.saturating_sub(fault.places.len() as u64);
            if rest > 0 {
                push(
                    &mut lines,
                    &json!({ "file": file, "reason": fault.reason, "byte": null, "record": null, "more": rest }),
                );
            }
        }
    }
    lines
}

/// The number behind a word in a place such as `dump.csv.gz » gzip » byte 17 » record 3`, from the end: a path may hold anything.
fn last_number(place: &str, word: &str) -> Option<u64> {
    place.rsplit(" » ").take(2).find_map(|part| part.strip_prefix(word)?.parse().ok())
}

fn push(lines: &mut Vec<u8>, value: &serde_json::Value) {
    lines.extend_from_slice(value.to_string().as_bytes());
    lines.push(b'\n');
}

/// What is said on standard error beside the report.
fn say(report: &Report, talk: &Talk) {
    if talk.verbose {
        for layout in report.dump.iter().flat_map(|dump| &dump.layouts) {
            let reason = layout.reason.as_deref().unwrap_or("no text could be read");
            output::note(&format!("{}: {}", layout.path, discreet::plain(reason)));
        }
    }
    let warning = match exit(report) {
        Exit::Broken => {
            "warning: an input changed while it was read; the report says which and holds for neither state (exit status 4)"
        }
        Exit::Unexamined => "warning: bytes stayed unexamined; the report is partial and says where (exit status 3)",
        _ => return,
    };
    if !talk.quiet {
        output::note(warning);
    }
}
