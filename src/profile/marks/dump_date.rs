//! The day that the exporting program wrote down.

use super::{Class, Found, Mark, Sample, Window};

/// The mark `dump-date`.
pub static MARK: Mark = Mark {
    id: "dump-date",
    title: "The exporting program wrote down the day of the export",
    means: "Such a line stands at the beginning or end of exports of mysqldump and phpMyAdmin.",
    class: Class::Age,
    sources: &["MySQL, client/mysqldump.c (Dump completed on); phpMyAdmin, ExportSql.php (Generation Time)"],
    caveat: "The clock of that machine; and anybody can write such a line.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let Some(day) = &sample.raw.written else { return Vec::new() };
    let bound = Window { not_before: None, not_after: Some(day.clone()), confirmed: true };
    Found::exact(sample, None, sample.files.iter().map(|file| file.rows).sum())
        .into_iter()
        .map(|found| found.bounded(bound.clone()))
        .collect()
}
