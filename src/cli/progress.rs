//! How far a long step has come: a bar with bytes, rate and remaining time, on a terminal only.

use std::sync::RwLock;
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Talk;
use super::output::note;
use crate::pipeline::Watch;

/// Shows steps on standard error: as a bar where that is a terminal, as a line with its time under `-v`, else not at all.
pub struct Progress {
    talk: Talk,
    step: RwLock<Option<Step>>,
}

/// The step that is under way.
struct Step {
    name: String,
    began: Instant,
    bar: ProgressBar,
}

impl Progress {
    /// A watch that says as much as the user wants.
    pub fn new(talk: &Talk) -> Progress {
        Progress { talk: talk.clone(), step: RwLock::new(None) }
    }

    /// As wide as the terminal, whatever the step is called: a line that wraps leaves half of it behind.
    fn style(total: Option<u64>) -> ProgressStyle {
        let template = match total {
            Some(_) => "{msg:20!} [{wide_bar}] {bytes}/{total_bytes}  {bytes_per_sec}  {eta} left",
            None => "{msg:20!} {spinner} {bytes}  {bytes_per_sec}  {elapsed}",
        };
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")
    }
}

impl Watch for Progress {
    fn begin(&self, step: &str, total_bytes: Option<u64>) {
        // A bar of its own for each step: one that is used again shows the last step's numbers for a moment.
        let bar =
            ProgressBar::with_draw_target(total_bytes, target(&self.talk)).with_style(Progress::style(total_bytes));
        let bar = bar.with_message(step.to_owned());
        bar.enable_steady_tick(Duration::from_millis(250));
        if let Ok(mut current) = self.step.write() {
            *current = Some(Step { name: step.to_owned(), began: Instant::now(), bar });
        }
    }

    fn advance(&self, bytes: u64) {
        if let Ok(current) = self.step.read()
            && let Some(step) = current.as_ref()
        {
            step.bar.inc(bytes);
        }
    }

    fn end(&self) {
        let Some(step) = self.step.write().ok().and_then(|mut current| current.take()) else { return };
        let bytes = step.bar.position();
        step.bar.finish_and_clear();
        if self.talk.verbose {
            let seconds = step.began.elapsed().as_secs_f64();
            let rate = if seconds > 0.0 { bytes as f64 / seconds } else { 0.0 };
            note(&match bytes {
                0 => format!("{}: {seconds:.2} s", step.name),
                _ => format!("{}: {} in {seconds:.2} s, {}/s", step.name, HumanBytes(bytes), HumanBytes(rate as u64)),
            });
        }
    }
}

/// How many rows of a world are written.
pub struct RowBar {
    bar: ProgressBar,
}

impl RowBar {
    /// A bar that is there until it is dropped.
    pub fn new(step: &str, talk: &Talk) -> RowBar {
        let bar = ProgressBar::with_draw_target(None, target(talk));
        let style =
            ProgressStyle::with_template("{msg:20!} [{wide_bar}] {human_pos}/{human_len} rows  {per_sec}  {eta} left");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        bar.set_message(step.to_owned());
        RowBar { bar }
    }

    /// So many rows are done of so many.
    pub fn show(&self, done: u64, all: u64) {
        self.bar.set_length(all);
        self.bar.set_position(done);
    }
}

impl Drop for RowBar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Where bars are drawn: nowhere when the user wants quiet, and indicatif hides them where standard error is no terminal.
fn target(talk: &Talk) -> ProgressDrawTarget {
    if talk.quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr_with_hz(8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_counted_per_step() {
        let progress = Progress::new(&Talk { verbose: false, quiet: true });
        let position = || progress.step.read().unwrap().as_ref().map(|step| step.bar.position());
        progress.begin("first", Some(10));
        progress.advance(7);
        assert_eq!(position(), Some(7));
        progress.end();
        assert_eq!(position(), None);
        progress.advance(1);
        progress.begin("second", None);
        assert_eq!(position(), Some(0), "a new step begins at nothing");
        progress.advance(3);
        assert_eq!(position(), Some(3));
        progress.end();
    }
}
