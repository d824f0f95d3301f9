//! Marks: signs of who had a file in hands, and bounds on when its records can have been made.
//!
//! **Comes in:** a [`Sample`]: sampled cells of one table with the kinds of its columns, what its raw text shows, what is
//! known exactly of its files. **Goes out:** [`Found`]: numbers and positions.
//!
//! **Never happens here:** no value, no part of a value goes out; nothing is decided: a mark is one sign with its support,
//! and one that was not confirmed is shown and weighs nothing; no mark is told that fewer than [`ROWS_LEAST`] rows bear.
//!
//! **To add one:** `src/profile/marks/<id with _ for ->.rs` with `pub static MARK`, its name in `marks!` below, and an example in
//! `tests.rs`, which also holds that no mark is found on a clean table.

pub mod raw;
mod seek;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rayon::prelude::*;

use crate::kind::{Kind, Region};
use crate::record::Charset;

/// Declares a module for each mark and lists them all.
macro_rules! marks {
    ($($mark:ident)*) => {
        $(mod $mark;)*

        /// Every mark, sorted by id.
        pub static MARKS: &[&Mark] = &[$(&$mark::MARK),*];
    };
}

marks! {
    argon2
    bcrypt
    births
    byte_order_mark
    charset_windows_1251
    deduplicated
    dump_date
    html_entities
    iban_ukraine
    id_card_ukraine
    issue_years
    katottg
    koatuu
    kyrgyz_id_card
    kyrgyz_passport_2004
    kyrgyz_plate_2016
    line_ends_mixed
    line_ends_windows
    lost_zeros
    mojibake
    mysqldump
    null_escape
    null_word
    offices_new
    offices_old
    pandas_index
    pandas_nan
    phone_073
    phpmyadmin
    plate_ukraine_1995
    plate_ukraine_2004
    point_zero
    sorted
    spreadsheet_dates
    spreadsheet_floats
    spreadsheet_rows
    sql_escapes
    telegram_ids
    towns_new
    towns_old
    truncated
    unzr
    words_for_nothing
}

/// Fewest rows that a mark needs: fewer could be one person's, or noise.
pub const ROWS_LEAST: u64 = 10;

/// One mark: facts plus one function. See the module header.
#[derive(Debug)]
pub struct Mark {
    /// Id in reports and on the command line; the file's stem with `-` for `_`.
    pub id: &'static str,
    /// What is seen, as the beginning of a sentence.
    pub title: &'static str,
    /// What it means, one sentence.
    pub means: &'static str,
    /// Whether it speaks of handling or of age.
    pub class: Class,
    /// Where that is defined or described.
    pub sources: &'static [&'static str],
    /// What a reader must bear in mind; shown by `explain`.
    pub caveat: &'static str,
    /// Looks for it; the mark's id and the table are filled in by [`look`].
    pub look: fn(&Sample<'_>) -> Vec<Found>,
}

/// What a mark speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// What programs the file went through.
    Handling,
    /// When the records can have been made.
    Age,
}

impl Class {
    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Class::Handling => "handling",
            Class::Age => "age",
        }
    }
}

/// Bounds on when records can have been made: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Not before.
    pub not_before: Option<String>,
    /// Not after.
    pub not_after: Option<String>,
    /// Whether the rule was confirmed: an unconfirmed bound is shown and decides nothing.
    pub confirmed: bool,
}

impl Window {
    /// Not made before this.
    pub fn not_before(when: impl Into<String>, confirmed: bool) -> Window {
        Window { not_before: Some(when.into()), not_after: None, confirmed }
    }

    /// Not made after this.
    pub fn not_after(when: impl Into<String>, confirmed: bool) -> Window {
        Window { not_before: None, not_after: Some(when.into()), confirmed }
    }
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Rows of the sample.
    SampledRows,
    /// All rows.
    Rows,
}

/// A mark that was found: numbers and positions only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Id of the mark.
    pub mark: &'static str,
    /// Index of the table.
    pub table: usize,
    /// 0-based position of the column; `None` where it is the file's.
    pub column: Option<usize>,
    /// Rows that bear it, at least [`ROWS_LEAST`].
    pub count: u64,
    /// Rows looked at.
    pub of: u64,
    /// Which rows these are.
    pub counted: Counted,
    /// Which of the mark's forms it is, in words.
    pub detail: Option<&'static str>,
    /// Bounds; for marks of age only.
    pub bound: Option<Window>,
}

impl Found {
    /// So many of the sampled rows bear it; `None` where they are too few.
    fn sampled(sample: &Sample<'_>, column: Option<usize>, count: u64) -> Option<Found> {
        let counted = Counted::SampledRows;
        let found = Found { mark: "", table: 0, column, count, of: sample.rows, counted, detail: None, bound: None };
        (count >= ROWS_LEAST).then_some(found)
    }

    /// So many of all rows of the table's files bear it; `None` where they are too few.
    fn exact(sample: &Sample<'_>, column: Option<usize>, count: u64) -> Option<Found> {
        let of = sample.files.iter().map(|file| file.rows).sum();
        let counted = Counted::Rows;
        let found = Found { mark: "", table: 0, column, count, of, counted, detail: None, bound: None };
        (count >= ROWS_LEAST).then_some(found)
    }

    fn bounded(self, bound: Window) -> Found {
        Found { bound: Some(bound), ..self }
    }
}

/// One table as far as marks see it.
#[derive(Debug)]
pub struct Sample<'a> {
    /// Index of the table.
    pub table: usize,
    /// Rows of the sample, in the order of the file.
    pub rows: u64,
    /// Its columns by position.
    pub columns: Vec<SampledColumn<'a>>,
    /// What the raw text of the sample shows.
    pub raw: &'a raw::Raw,
    /// Its files.
    pub files: Vec<FileFacts>,
}

/// One column as far as marks see it.
#[derive(Debug)]
pub struct SampledColumn<'a> {
    /// 0-based position.
    pub position: usize,
    /// Name from the header, raw: looked at, never told.
    pub name: Option<&'a str>,
    /// The kind, where it was decided.
    pub kind: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// One cell per sampled row, decoded; empty where there is none or a null word.
    pub cells: &'a [Vec<u8>],
    /// How letters of its cells had been read in a wrong charset, and how many of the cells were mended: they stand here as
    /// they were before; `None` where nothing was mended.
    pub mended: Option<(String, u64)>,
    /// The cells as the kind reads them: joined where the value stands in several columns.
    pub whole: Cow<'a, [Vec<u8>]>,
    /// Counts over all rows: valid cells, and distinct keys of them; `None` where they were not read.
    pub exact: Option<(u64, u64)>,
}

/// What is known exactly of one file.
#[derive(Debug, Clone, Copy)]
pub struct FileFacts {
    /// Records, the faulty ones among them, without the header.
    pub rows: u64,
    /// Whether the first record names the columns.
    pub header: bool,
    /// Character encoding.
    pub charset: Charset,
    /// Whether it begins with a byte order mark.
    pub marked: bool,
}

/// All marks of a table, in order of id and column.
pub fn look(sample: &Sample<'_>) -> Vec<Found> {
    let of = |mark: &&Mark| -> Vec<Found> {
        let found = (mark.look)(sample).into_iter().filter(|found| found.count >= ROWS_LEAST);
        found.map(|found| Found { mark: mark.id, table: sample.table, ..found }).collect()
    };
    MARKS.par_iter().flat_map_iter(of).collect()
}

/// The mark with this id.
pub fn find(id: &str) -> Option<&'static Mark> {
    MARKS.iter().find(|mark| mark.id == id).copied()
}
