//! Lines end as Windows ends them.

use super::{Class, Found, Mark, Sample};

/// The mark `line-ends-windows`.
pub static MARK: Mark = Mark {
    id: "line-ends-windows",
    title: "Lines end as Windows ends them (CR LF)",
    means: "A program on Windows wrote the file, or a CSV library that keeps to RFC 4180.",
    class: Class::Handling,
    sources: &["RFC 4180, section 2 (CR LF)"],
    caveat: "Python's csv module and many web systems write it on every machine.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let share = sample.raw.windows as f64 / sample.raw.lines.max(1) as f64;
    let count = if share >= 0.95 { sample.raw.windows } else { 0 };
    Found::sampled(sample, None, count).map(|found| Found { of: sample.raw.lines, ..found }).into_iter().collect()
}
