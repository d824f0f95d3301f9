//! Comment lines of mysqldump.

use super::{Class, Found, Mark, Sample};

/// The mark `mysqldump`.
pub static MARK: Mark = Mark {
    id: "mysqldump",
    title: "The comment lines of mysqldump or mariadb-dump stand in the file",
    means: "It was exported from a MySQL or MariaDB database with its own tool, by somebody with access to the \
            server.",
    class: Class::Handling,
    sources: &["MySQL and MariaDB, client/mysqldump.c"],
    caveat: "Only the lines that lie in the sample are seen. A file of SQL statements is named with what its first and last \
             lines say, and its table is not read.",
    look,
};

fn look(sample: &Sample<'_>) -> Vec<Found> {
    let rows = sample.files.iter().map(|file| file.rows).sum();
    let seen = sample.raw.mysqldump;
    Found::exact(sample, None, if seen { rows } else { 0 }).into_iter().collect()
}
