//! Line ends of two systems.

use super::{Class, Found, Mark, Sample};

/// The mark `line-ends-mixed`.
pub static MARK: Mark = Mark {
    id: "line-ends-mixed",
    title: "Some lines end as Windows ends them, some do not",
    means: "Pieces of different making were put together.",
    class: Class::Handling,
    sources: &["RFC 4180, section 2 (CR LF)"],
    caveat: "Line ends inside quoted cells count too: texts that people typed bring them in.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let share = sample.raw.windows as f64 / sample.raw.lines.max(1) as f64;
    let count = if (0.05..0.95).contains(&share) { sample.raw.windows } else { 0 };
    Found::sampled(sample, None, count).map(|found| Found { of: sample.raw.lines, ..found }).into_iter().collect()
}
