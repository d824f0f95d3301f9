//! What the raw text of a sample shows before cells are cleaned: line ends, null words, lines of the exporting program.

/// Counts and signs; no text is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raw {
    /// Line ends of the sample.
    pub lines: u64,
    /// Of them, carriage return and line feed.
    pub windows: u64,
    /// Per column: cells that are the word NULL, in any case.
    pub nulls: Vec<u64>,
    /// Per column: cells that are `\N`.
    pub escaped_nulls: Vec<u64>,
    /// Whether a comment line of mysqldump or mariadb-dump was seen.
    pub mysqldump: bool,
    /// Whether a comment line of phpMyAdmin was seen.
    pub phpmyadmin: bool,
    /// Day (`yyyy-mm-dd`) on which the exporting program says that it wrote the file.
    pub written: Option<String>,
}

/// First words of the comment lines that exporting programs write.
///
/// # Source
/// MySQL and MariaDB, client/mysqldump.c; phpMyAdmin, libraries/classes/Plugins/Export/ExportSql.php.
const MYSQLDUMP: [&str; 2] = ["-- MySQL dump ", "-- MariaDB dump "];
const PHPMYADMIN: &str = "-- phpMyAdmin SQL Dump";
const COMPLETED: &str = "-- Dump completed on ";
const GENERATED: &str = "-- Generation Time: ";

/// English months as phpMyAdmin writes them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Raw {
    /// Reads line ends and comment lines of a stretch of raw text.
    pub fn text(&mut self, bytes: &[u8]) {
        let mut begin = 0;
        for end in memchr::memchr_iter(b'\n', bytes) {
            self.lines += 1;
            self.windows += u64::from(end > begin && bytes[end - 1] == b'\r');
            self.comment(&bytes[begin..end]);
            begin = end + 1;
        }
        self.comment(&bytes[begin..]);
    }

    fn comment(&mut self, line: &[u8]) {
        let Some(line) = line.starts_with(b"-- ").then(|| String::from_utf8_lossy(line)) else { return };
        self.mysqldump |= MYSQLDUMP.iter().any(|start| line.starts_with(start));
        self.phpmyadmin |= line.starts_with(PHPMYADMIN);
        let written = match (line.strip_prefix(COMPLETED), line.strip_prefix(GENERATED)) {
            (Some(rest), _) => iso_day(rest),
            (_, Some(rest)) => english_day(rest),
            _ => None,
        };
        self.written = written.or(self.written.take());
    }

    /// Counts the null words of a record's raw cell.
    pub fn cell(&mut self, position: usize, raw: &[u8]) {
        if raw.len() > 8 {
            return;
        }
        let bare = raw.trim_ascii();
        let bare = bare.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(bare);
        for (counts, is) in
            [(&mut self.nulls, bare.eq_ignore_ascii_case(b"null")), (&mut self.escaped_nulls, bare == b"\\N")]
        {
            if counts.len() <= position {
                counts.resize(position + 1, 0);
            }
            counts[position] += u64::from(is);
        }
    }
}

/// A day that exists, as `yyyy-mm-dd`.
fn day(year: u32, month: u32, day: u32) -> Option<String> {
    let real = (1990..2100).contains(&year) && crate::kind::check::calendar::is_day(year, month, day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// `2020-05-01 …`
fn iso_day(text: &str) -> Option<String> {
    let mut parts = text.trim_start().get(..10)?.split('-').map(|part| part.parse().ok());
    day(parts.next()??, parts.next()??, parts.next()??)
}

/// `May 01, 2020 at …`
fn english_day(text: &str) -> Option<String> {
    let mut parts = text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.next()?;
    let month = MONTHS.iter().position(|month| name.starts_with(month))? as u32 + 1;
    let date = parts.next()?.parse().ok()?;
    day(parts.next()?.parse().ok()?, month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_comments_are_read() {
        let mut raw = Raw::default();
        raw.text(b"-- MySQL dump 10.13  Distrib 5.7\r\na,b\n-- Dump completed on 2020-05-01 12:00:00");
        assert_eq!((raw.lines, raw.windows, raw.mysqldump, raw.phpmyadmin), (2, 1, true, false));
        assert_eq!(raw.written.as_deref(), Some("2020-05-01"));
        let mut raw = Raw::default();
        raw.text(b"-- phpMyAdmin SQL Dump\n-- Generation Time: Apr 03, 2019 at 10:22 AM\n-- Dump completed on x\n");
        assert_eq!((raw.phpmyadmin, raw.written.as_deref()), (true, Some("2019-04-03")));
        let mut raw = Raw::default();
        raw.text(b"-- Dump completed on 2020-02-30\n-- Generation Time: Foo 1, 2020\n");
        assert_eq!((raw.written, raw.mysqldump), (None, false));
    }

    #[test]
    fn null_words_are_counted_by_column() {
        let mut raw = Raw::default();
        for cell in ["NULL", "\"null\"", "\\N", "nullable", ""] {
            raw.cell(1, cell.as_bytes());
        }
        assert_eq!((raw.nulls, raw.escaped_nulls), (vec![0, 2], vec![0, 1]));
    }
}
