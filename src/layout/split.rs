//! Splits sample stretches into records and cells by one dialect: small and straightforward, for choosing a layout
//! only.
//!
//! The grammar: a quote counts only as the first byte of a cell; the cell ends at a quote followed by the delimiter, a
//! line
//! end or the end of the data; doubled quotes inside are one; quotes elsewhere are ordinary characters.

use memchr::{memchr, memchr2};

use crate::record::scan::QUOTED_BYTES_MOST;

/// After so many quotes that are never closed, quotes of a stretch are taken literally without looking.
const OPEN_LIMIT: usize = 16;

/// Delimiter, quote and line end of one trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    pub delimiter: Option<u8>,
    pub quote: Option<u8>,
    pub terminator: u8,
}

/// One cell: its bytes as they stand between delimiters or quotes (doubled quotes stay doubled).
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'a> {
    pub bytes: &'a [u8],
    pub quoted: bool,
}

/// The records of some stretches, blank lines left out.
#[derive(Debug, Default)]
pub(super) struct Records<'a> {
    cells: Vec<Cell<'a>>,
    /// End of each record in `cells`.
    ends: Vec<usize>,
    /// Cells that were quoted by the grammar.
    pub quoted: usize,
    /// Cells that open with the quote but are never closed, or that hold a lone quote inside.
    pub broken: usize,
}

impl<'a> Records<'a> {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, index: usize) -> &[Cell<'a>] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.cells[start..self.ends[index]]
    }

    pub fn iter(&self) -> impl Iterator<Item = &[Cell<'a>]> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The most frequent number of cells and how many records have it; ties go to the greater number.
    pub fn modal_width(&self) -> (usize, usize) {
        let mut counts: Vec<usize> = Vec::new();
        for record in self.iter() {
            if counts.len() <= record.len() {
                counts.resize(record.len() + 1, 0);
            }
            counts[record.len()] += 1;
        }
        let mut best = (1, 0);
        for (width, &count) in counts.iter().enumerate() {
            if count >= best.1 && count > 0 {
                best = (width, count);
            }
        }
        best
    }

    fn with_width(&self, width: usize) -> usize {
        self.iter().filter(|record| record.len() == width).count()
    }

    /// Adds one record.
    pub fn push(&mut self, cells: impl Iterator<Item = Cell<'a>>) {
        self.cells.extend(cells);
        self.ends.push(self.cells.len());
    }

    fn append(&mut self, other: Records<'a>) {
        let base = self.cells.len();
        self.cells.extend(other.cells);
        self.ends.extend(other.ends.into_iter().map(|end| end + base));
        self.quoted += other.quoted;
        self.broken += other.broken;
    }
}

/// Splits all stretches. The first begins at a record; the others may begin inside a quoted cell, in which case reading
/// begins after the first closing quote if that fits the width of the first stretch better.
pub(super) fn split<'a>(stretches: &[&'a [u8]], dialect: Dialect) -> Records<'a> {
    let mut all = Records::default();
    for (index, stretch) in stretches.iter().enumerate() {
        let mut part = split_stretch(stretch, dialect);
        if index > 0 && dialect.quote.is_some() && part.quoted + part.broken > 0 {
            let (width, _) = all.modal_width();
            let fitting = part.with_width(width);
            if fitting * 10 < part.len() * 9
                && let Some(start) = after_closing_quote(stretch, dialect)
            {
                let other = split_stretch(&stretch[start..], dialect);
                if other.with_width(width) > fitting {
                    part = other;
                }
            }
        }
        all.append(part);
    }
    all
}

/// The first record start after a quote that closes a cell at a line end.
fn after_closing_quote(stretch: &[u8], dialect: Dialect) -> Option<usize> {
    let quote = dialect.quote?;
    let mut at = 0;
    while let Some(found) = memchr(quote, &stretch[at..]) {
        let next = at + found + 1;
        let rest = &stretch[next..];
        let line_end = rest.first() == Some(&dialect.terminator) || rest.starts_with(b"\r\n");
        if line_end {
            let end = memchr(dialect.terminator, rest)?;
            return Some(next + end + 1);
        }
        at = next;
    }
    None
}

fn split_stretch<'a>(data: &'a [u8], dialect: Dialect) -> Records<'a> {
    let mut records = Records::default();
    let mut at = 0;
    let mut unclosed = 0;
    // With no delimiter a line is a cell: looking for the terminator twice means the same.
    let delimiter = dialect.delimiter.unwrap_or(dialect.terminator);
    while at < data.len() {
        let first = records.cells.len();
        loop {
            let (cell, end) = read_cell(data, at, delimiter, dialect, &mut unclosed, &mut records.broken);
            records.quoted += usize::from(cell.quoted);
            records.cells.push(cell);
            at = end;
            if at >= data.len() {
                break;
            }
            let byte = data[at];
            at += 1;
            if byte == dialect.terminator {
                break;
            }
            if at >= data.len() {
                // The data ends after a delimiter: one more, empty cell.
                records.cells.push(Cell { bytes: &[], quoted: false });
                break;
            }
        }
        let blank = records.cells.len() == first + 1
            && !records.cells[first].quoted
            && records.cells[first].bytes.iter().all(u8::is_ascii_whitespace);
        if blank {
            records.cells.truncate(first);
        } else {
            records.ends.push(records.cells.len());
        }
    }
    records
}

/// Reads one cell; gives it with the place of the delimiter or terminator behind it (or the end of the data).
fn read_cell<'a>(
    data: &'a [u8],
    at: usize,
    delimiter: u8,
    dialect: Dialect,
    unclosed: &mut usize,
    broken: &mut usize,
) -> (Cell<'a>, usize) {
    if let Some(quote) = dialect.quote
        && data.get(at) == Some(&quote)
        && *unclosed < OPEN_LIMIT
    {
        match closing_quote(data, at + 1, quote, delimiter, dialect.terminator) {
            Some((end, clean)) => {
                *broken += usize::from(!clean);
                let mut next = end + 1;
                if data.get(next) == Some(&b'\r') && delimiter != b'\r' && dialect.terminator != b'\r' {
                    next += 1;
                }
                return (Cell { bytes: &data[at + 1..end], quoted: true }, next);
            }
            None => {
                *unclosed += 1;
                *broken += 1;
            }
        }
    }
    let end = memchr2(delimiter, dialect.terminator, &data[at..]).map_or(data.len(), |found| at + found);
    let mut cell = &data[at..end];
    if data.get(end).is_none_or(|&byte| byte == dialect.terminator) && cell.last() == Some(&b'\r') {
        cell = &cell[..cell.len() - 1];
    }
    (Cell { bytes: cell, quoted: false }, end)
}

/// The quote that ends the cell whose content begins at `from`, and whether all quotes inside were doubled.
fn closing_quote(data: &[u8], from: usize, quote: u8, delimiter: u8, terminator: u8) -> Option<(usize, bool)> {
    let limit = data.len().min(from + QUOTED_BYTES_MOST);
    let mut at = from;
    let mut clean = true;
    while let Some(found) = memchr(quote, &data[at..limit]) {
        let here = at + found;
        match data.get(here + 1) {
            None => return Some((here, clean)),
            Some(&next) if next == delimiter || next == terminator => return Some((here, clean)),
            Some(b'\r') if matches!(data.get(here + 2), None | Some(b'\n')) => return Some((here, clean)),
            Some(&next) if next == quote => at = here + 2,
            Some(_) => {
                clean = false;
                at = here + 1;
            }
        }
        if at >= limit {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(data: &str, delimiter: u8, quote: Option<u8>) -> Vec<usize> {
        let dialect = Dialect { delimiter: Some(delimiter), quote, terminator: b'\n' };
        split(&[data.as_bytes()], dialect).iter().map(<[Cell]>::len).collect()
    }

    #[test]
    fn quotes_count_only_as_first_byte_of_a_cell() {
        assert_eq!(widths("a,\"b,\nc\",d\n", b',', Some(b'"')), [3]);
        assert_eq!(widths("a,x\"b,c\",d\n", b',', Some(b'"')), [4]);
        assert_eq!(widths("\"a\"\"b,\"\"c\",d\n", b',', Some(b'"')), [2]);
        assert_eq!(widths("\"a\"b,c\",d\n", b',', Some(b'"')), [2]);
        assert_eq!(widths("\"\",\"\"\r\n\"\"\"\",x\r\n", b',', Some(b'"')), [2, 2]);
    }

    #[test]
    fn quoted_cells_reach_as_far_as_when_records_are_read() {
        let long = |bytes: usize| format!("a,\"{},\",b\n", "x".repeat(bytes));
        assert_eq!(widths(&long(QUOTED_BYTES_MOST - 2), b',', Some(b'"')), [3]);
        assert_eq!(widths(&long(QUOTED_BYTES_MOST), b',', Some(b'"')), [4]);
    }

    #[test]
    fn an_unclosed_quote_is_literal() {
        assert_eq!(widths("\"a,b\nc,d\n", b',', Some(b'"')), [2, 2]);
    }

    #[test]
    fn blank_lines_are_no_records_and_a_last_delimiter_opens_a_cell() {
        assert_eq!(widths("a;b\n\n \r\nc;", b';', None), [2, 2]);
    }

    #[test]
    fn a_later_stretch_may_begin_inside_a_quoted_cell() {
        let first = "1,\"x\ny\",2\n".repeat(20);
        let second = format!("y\",2\n{first}");
        let dialect = Dialect { delimiter: Some(b','), quote: Some(b'"'), terminator: b'\n' };
        let records = split(&[first.as_bytes(), second.as_bytes()], dialect);
        assert_eq!(records.with_width(3), 40);
        assert!(records.len() <= 41);
    }
}
