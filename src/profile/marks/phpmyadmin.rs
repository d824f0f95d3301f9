//! Comment lines of phpMyAdmin.

use super::{Class, Found, Mark, Sample};

/// The mark `phpmyadmin`.
pub static MARK: Mark = Mark {
    id: "phpmyadmin",
    title: "The comment lines of phpMyAdmin stand in the file",
    means: "It was exported through a web page of the database, by somebody with its password.",
    class: Class::Handling,
    sources: &["phpMyAdmin, libraries/classes/Plugins/Export/ExportSql.php"],
    caveat: "Only the lines that lie in the sample are seen. A file of SQL statements is named with what its first and last \
             lines say, and its table is not read.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let rows = sample.files.iter().map(|file| file.rows).sum();
    let seen = sample.raw.phpmyadmin;
    Found::exact(sample, None, if seen { rows } else { 0 }).into_iter().collect()
}
