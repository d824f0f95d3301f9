//! Where the cells of a block lie: the structural scan.
//!
//! **Comes in:** bytes of one layer from a record's start on. **Goes out:** [`Index`]: the begin of every record and the end of every
//! cell, and what had to be taken literally.
//!
//! **The grammar.** A quote counts only as the first byte of a cell. The cell then ends at a quote that is followed by a
//! delimiter, a record end or the end of the data; doubled quotes inside are one; other quotes inside are taken
//! literally and counted. An opening quote is itself taken literally when its cell would exceed [`QUOTED_BYTES_MOST`] or
//! [`QUOTED_LINES_MOST`], when nothing closes it, or when it would span lines although the literal reading gives the
//! record its regular width and its own does not, or needs a stray quote for it. So a password with a quote in it costs
//! one counted fault, never the rows that follow.
//!
//! **Never happens here:** no cell is looked into, nothing is allocated per record.

pub mod lanes;
mod plain;
#[cfg(test)]
mod tests;

use lanes::{Form, LANE_BYTES, Lane, Marks, PLACES_AT_A_TIME, Places, Taker};

use super::{Format, Layout};

/// Longest quoted cell in bytes, line ends included.
pub const QUOTED_BYTES_MOST: usize = 64 * 1024;
/// Most line ends in a quoted cell.
pub const QUOTED_LINES_MOST: usize = 256;

/// What the scan needs to know of a layout.
#[derive(Debug, Clone, Copy)]
pub struct Grammar {
    marks: Marks,
    width: usize,
    first_only: bool,
    form: Form,
}

impl Grammar {
    /// The grammar of a layout on this machine.
    pub fn of(layout: &Layout) -> Self {
        let marks = Marks {
            delimiter: layout.delimiter.unwrap_or(layout.terminator),
            terminator: layout.terminator,
            quote: layout.quote,
        };
        Grammar {
            marks,
            width: layout.width.max(1),
            first_only: layout.format == Format::LoginPassword,
            form: Form::best(),
        }
    }

    /// The same grammar without vector instructions, for the differential test.
    #[cfg(test)]
    fn plain(mut self) -> Self {
        self.form = Form::Plain;
        self
    }
}

/// Where records and cells lie in one block. Positions are offsets in the scanned bytes.
#[derive(Debug, Default)]
pub struct Index {
    /// Begin of each record that holds anything.
    pub begins: Vec<u32>,
    /// For each record the index in `ends` of its first cell's end; one more at the end.
    pub first: Vec<u32>,
    /// End of each cell (position of the byte that ends it), record after record.
    pub ends: Vec<u32>,
    /// Records (by index) with quotes taken literally, ascending, each once.
    pub stray: Vec<u32>,
    /// Bytes of record ends and blank lines.
    pub framing: u64,
    /// Whether a NUL byte occurs.
    pub nuls: bool,
    /// Whether there is anything but ASCII and the usual whole sequences of UTF-8 (see [`lanes::Lane::irregular`]).
    pub irregular: bool,
    /// Where the scan began.
    pub from: usize,
    /// Where the last record ends: the begin of the next one, after its record end.
    pub end: usize,
}

/// How a scan came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All records that begin before the limit are in the index.
    Done,
    /// The last record is not complete in these bytes; more are needed.
    NeedMore,
}

impl Index {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.begins.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.begins.is_empty()
    }

    /// Number of cells of a record.
    #[inline]
    pub fn width(&self, record: usize) -> usize {
        (self.first[record + 1] - self.first[record]) as usize
    }

    /// Begin and end of a cell, quotes included; `None` where the record has fewer cells.
    #[inline(always)]
    pub fn cell(&self, record: usize, column: usize) -> Option<(usize, usize)> {
        let at = self.first[record] as usize + column;
        if at >= self.first[record + 1] as usize {
            return None;
        }
        let begin = if column == 0 { self.begins[record] } else { self.ends[at - 1] + 1 };
        Some((begin as usize, self.ends[at] as usize))
    }

    /// Takes the first record out (the header): its bytes frame.
    pub fn drop_first(&mut self) {
        if self.is_empty() {
            return;
        }
        let (begin, end) = self.record(0);
        self.framing += (end - begin) as u64;
        self.begins.remove(0);
        self.first.remove(0);
        self.stray.retain(|&record| record > 0);
        self.stray.iter_mut().for_each(|record| *record -= 1);
    }

    /// Takes the last record out if it is longer than so many bytes, and says so: the index then ends where it begins.
    pub fn drop_longer(&mut self, most: usize) -> bool {
        let Some(last) = self.len().checked_sub(1) else { return false };
        let (begin, end) = self.record(last);
        if end - begin <= most {
            return false;
        }
        // Nothing but its record end stands behind it: it reaches beyond the place where the scan was to stop.
        self.framing -= (self.end - end) as u64;
        self.end = begin;
        self.begins.truncate(last);
        self.ends.truncate(self.first[last] as usize);
        self.first.truncate(last + 1);
        self.stray.retain(|&record| (record as usize) < last);
        true
    }

    /// Begin and end of a record, its record end excluded.
    #[inline]
    pub fn record(&self, record: usize) -> (usize, usize) {
        (self.begins[record] as usize, self.ends[self.first[record + 1] as usize - 1] as usize)
    }

    /// Scans `bytes` from `from` (a record's begin): all records that begin before `limit`. `at_end`: the layer ends with `bytes`.
    pub fn scan(&mut self, bytes: &[u8], from: usize, limit: usize, at_end: bool, grammar: Grammar) -> Outcome {
        self.stray.clear();
        self.framing = 0;
        self.from = from;
        self.end = from;
        let open = Open { begin: from, cell: from, cells: 0, ends: 0, first: 0, records: 0 };
        let mut scan = Scan {
            bytes,
            grammar,
            limit,
            at_end,
            index: self,
            open,
            closed: 0,
            skip: from,
            plain_before: if grammar.first_only { 0 } else { limit.saturating_sub(LANE_BYTES) },
            nuls: 0,
            irregular: 0,
            ahead: Ahead::default(),
            from,
            outcome: None,
        };
        let outcome = scan.run(from);
        let (Open { records, first, .. }, nuls, irregular) = (scan.open, scan.nuls, scan.irregular);
        (self.nuls, self.irregular) = (nuls != 0, irregular != 0);
        self.begins.truncate(records);
        self.first.truncate(records);
        // Ends behind the last whole record belong to none.
        self.ends.truncate(first);
        self.first.push(first as u32);
        outcome
    }
}

/// The open record: where it and its open cell begin, its closed cells, and how much of the index is filled.
#[derive(Debug, Clone, Copy)]
struct Open {
    begin: usize,
    cell: usize,
    cells: usize,
    ends: usize,
    /// Index in `ends` of the open record's first cell.
    first: usize,
    records: usize,
}

/// The state of one scan.
struct Scan<'a> {
    bytes: &'a [u8],
    grammar: Grammar,
    limit: usize,
    at_end: bool,
    index: &'a mut Index,
    open: Open,
    /// Records whose ends are written down: those of `open`, and those that are still to be settled.
    closed: usize,
    /// Marks before this place are quoted.
    skip: usize,
    /// Lanes that begin from here on may hold the end of the last record, or marks that do not count.
    plain_before: usize,
    nuls: u64,
    irregular: u64,
    ahead: Ahead,
    /// Where the lanes begin.
    from: usize,
    /// Set when it is over before the lanes are.
    outcome: Option<Outcome>,
}

/// What the last opening quote that was looked into told of the quotes behind it, so that many of them in a row that close
/// nothing, or nothing plausible, cost one search and not one each.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    /// No quotes that begin in a row from here on close a cell before `to`.
    from: usize,
    to: usize,
    /// The last one among them that is neither doubled nor closes.
    stray: Option<usize>,
    /// Cells behind the one that ends at `to`, where they were counted.
    cells: Option<usize>,
}

/// How an opening quote is to be read.
enum Opening {
    /// Closed at this position.
    Closed { at: usize, inner_stray: bool },
    /// Literally.
    Literal,
    /// Cannot be told from these bytes.
    NeedMore,
}

/// Lengthens a list to at least this, or to all of its capacity: that is filled once a block.
#[cold]
fn grow(list: &mut Vec<u32>, room: usize) {
    list.reserve(room.saturating_sub(list.len()));
    list.resize(list.capacity(), 0);
}

impl Taker for Scan<'_> {
    #[inline(always)]
    fn lane<P: Places>(&mut self, at: usize, lane: &Lane) -> bool {
        let base = self.from + at;
        self.nuls |= lane.nuls;
        self.irregular |= lane.irregular;
        self.make_room();
        if lane.quotes == 0 && base >= self.skip && base < self.plain_before {
            self.plain_lane::<P>(base, lane);
            return true;
        }
        self.settle();
        self.outcome = self.careful_lane(base, lane);
        self.closed = self.open.records;
        self.outcome.is_none()
    }
}

impl Scan<'_> {
    fn run(&mut self, from: usize) -> Outcome {
        if from >= self.limit {
            return Outcome::Done;
        }
        let bytes = self.bytes;
        lanes::read(self.grammar.form, &bytes[from..], self.grammar.marks, self);
        match self.outcome {
            Some(outcome) => outcome,
            None => self.finish(),
        }
    }

    /// Room for every mark of a lane, for the end of the data, and for what is written ahead in steps.
    #[inline(always)]
    fn make_room(&mut self) {
        let ends = self.open.ends + LANE_BYTES + PLACES_AT_A_TIME;
        let records = self.closed + 1 + LANE_BYTES + PLACES_AT_A_TIME;
        let Index { ends: all_ends, begins, first, .. } = &mut *self.index;
        if all_ends.len() < ends || begins.len() < records || first.len() < records {
            grow(all_ends, ends);
            grow(begins, records);
            grow(first, records);
        }
    }

    /// A lane with quotes, or near the limit, or within a quoted cell, or of a layout that divides only once.
    #[inline(never)]
    fn careful_lane(&mut self, base: usize, lane: &Lane) -> Option<Outcome> {
        let mut bits = lane.delimiters | lane.terminators | lane.quotes;
        while bits != 0 {
            let bit = bits.trailing_zeros();
            let at = base + bit as usize;
            bits &= bits - 1;
            if at < self.skip {
                continue;
            }
            if lane.quotes >> bit & 1 == 1 {
                if self.quote(at) == Outcome::NeedMore {
                    self.unfinished();
                    return Some(Outcome::NeedMore);
                }
            } else if lane.terminators >> bit & 1 == 1 {
                self.close_record(at, 1);
                if self.open.begin >= self.limit {
                    return Some(Outcome::Done);
                }
            } else if !(self.grammar.first_only && self.open.cells > 0) {
                self.index.ends[self.open.ends] = at as u32;
                self.open.ends += 1;
                self.open.cells += 1;
                self.open.cell = at + 1;
            }
        }
        None
    }

    /// The record ends at `at`, followed by `terminator_bytes` of record end.
    fn close_record(&mut self, at: usize, terminator_bytes: usize) {
        let open = &mut self.open;
        let mut end = at;
        if self.grammar.marks.terminator == b'\n' && end > open.cell && self.bytes[end - 1] == b'\r' {
            end -= 1;
        }
        self.index.framing += (at - end + terminator_bytes) as u64;
        if open.cells > 0 || end > open.begin {
            self.index.ends[open.ends] = end as u32;
            open.ends += 1;
            self.index.begins[open.records] = open.begin as u32;
            self.index.first[open.records] = open.first as u32;
            open.records += 1;
            open.first = open.ends;
        }
        open.begin = at + terminator_bytes;
        open.cell = open.begin;
        open.cells = 0;
        self.index.end = open.begin;
    }

    fn quote(&mut self, at: usize) -> Outcome {
        if at != self.open.cell || (self.grammar.first_only && self.open.cells > 0) {
            self.note_stray();
            return Outcome::Done;
        }
        match self.opening(at) {
            Opening::Closed { at: close, inner_stray } => {
                self.skip = close + 1;
                if inner_stray {
                    self.note_stray();
                }
            }
            Opening::Literal => self.note_stray(),
            Opening::NeedMore => return Outcome::NeedMore,
        }
        Outcome::Done
    }

    fn note_stray(&mut self) {
        let record = self.open.records as u32;
        if self.index.stray.last() != Some(&record) {
            self.index.stray.push(record);
        }
    }

    /// Reads the quoted cell that `open` opens.
    fn opening(&mut self, open: usize) -> Opening {
        let Marks { delimiter, terminator, quote } = self.grammar.marks;
        let Some(quote) = quote else { return Opening::Literal };
        let reach = self.bytes.len().min(open + 1 + QUOTED_BYTES_MOST);
        let whole = self.at_end || reach < self.bytes.len();
        let (mut at, mut stray) = (open + 1, None);
        while let Some(found) = memchr::memchr(quote, &self.bytes[at..reach]) {
            at += found;
            // Where quotes begin in a row, what an earlier opening found out about those behind holds again.
            if self.ahead.from <= at && at < self.ahead.to && self.bytes[at - 1] != quote {
                stray = self.ahead.stray.filter(|&last| last >= at).or(stray);
                at = self.ahead.to;
                if at >= reach {
                    break;
                }
                continue;
            }
            match self.bytes.get(at + 1) {
                None if self.at_end => return self.plausible(open, at, stray),
                None => return Opening::NeedMore,
                Some(&next) if next == delimiter || next == terminator => return self.plausible(open, at, stray),
                Some(b'\r') if terminator == b'\n' => match self.bytes.get(at + 2) {
                    Some(b'\n') => return self.plausible(open, at, stray),
                    None if !self.at_end => return Opening::NeedMore,
                    None => return self.plausible(open, at, stray),
                    Some(_) => stray = Some(at),
                },
                Some(&next) if next == quote => at += 1,
                Some(_) => stray = Some(at),
            }
            at += 1;
            if at >= reach {
                break;
            }
        }
        self.ahead = Ahead { from: open + 1, to: at.max(reach), stray, ..Ahead::default() };
        if whole { Opening::Literal } else { Opening::NeedMore }
    }

    /// Whether the cell from `open` to `close` may be what it seems: see the grammar in the module header.
    fn plausible(&mut self, open: usize, close: usize, stray: Option<usize>) -> Opening {
        let terminator = self.grammar.marks.terminator;
        let closed = Opening::Closed { at: close, inner_stray: stray.is_some() };
        let inside = &self.bytes[open + 1..close];
        let Some(line) = memchr::memchr(terminator, inside) else { return closed };
        if self.ahead.to != close {
            self.ahead = Ahead { from: open + 1, to: close, stray, cells: None };
        }
        if memchr::memchr_iter(terminator, inside).nth(QUOTED_LINES_MOST).is_some() {
            return Opening::Literal;
        }
        let width = self.grammar.width;
        let cells = memchr::memchr_iter(self.grammar.marks.delimiter, &inside[..line]).count();
        if self.open.cells + 1 + cells != width {
            return closed;
        }
        // Its line is a regular record, and a quote inside closes nothing: more likely a closing quote is missing here.
        if stray.is_some() {
            return Opening::Literal;
        }
        let Some(cells) = self.ahead.cells.or_else(|| self.cells_behind(close)) else { return Opening::NeedMore };
        self.ahead.cells = Some(cells);
        if self.open.cells + 1 + cells == width { closed } else { Opening::Literal }
    }

    /// Cells that the record has behind the quoted one that ends at `close`; `None`: not to be told from these bytes.
    fn cells_behind(&self, close: usize) -> Option<usize> {
        let Marks { delimiter, terminator, quote } = self.grammar.marks;
        let reach = self.bytes.len().min(close + 1 + QUOTED_BYTES_MOST);
        let rest = &self.bytes[..reach];
        let ends =
            |at: usize| rest.get(at).is_none_or(|&byte| byte == delimiter || byte == terminator || byte == b'\r');
        let over = self.at_end || reach < self.bytes.len();
        let (mut cells, mut at, mut closes) = (0, close + 1, true);
        while let Some(found) = memchr::memchr2(delimiter, terminator, rest.get(at..).unwrap_or(&[])) {
            at += found + 1;
            if rest[at - 1] == terminator {
                return Some(cells);
            }
            cells += 1;
            if closes && rest.get(at).is_some_and(|&byte| Some(byte) == quote) {
                // Delimiters and line ends up to the closing quote are content; where nothing closes it, they are not,
                // and nothing closes those behind it either.
                let mut quotes = memchr::memchr_iter(rest[at], &rest[at + 1..]).map(|found| at + 1 + found);
                let mut row = 0;
                let closing = quotes.find(|&found| {
                    row = if rest[found - 1] == rest[at] && found - 1 > at { row + 1 } else { 1 };
                    row % 2 == 1 && ends(found + 1)
                });
                closes = closing.is_some();
                if !closes && !over {
                    return None;
                }
                at = closing.map_or(at, |found| found + 1);
            }
        }
        over.then_some(cells)
    }

    /// The bytes are over; the open record is complete only at the end of the layer.
    fn finish(&mut self) -> Outcome {
        self.settle();
        if self.open.begin >= self.bytes.len() {
            return Outcome::Done;
        }
        if !self.at_end {
            self.unfinished();
            return Outcome::NeedMore;
        }
        self.close_record(self.bytes.len(), 0);
        Outcome::Done
    }

    /// The open record does not count: neither its cells nor its stray quotes.
    fn unfinished(&mut self) {
        if self.index.stray.last() == Some(&(self.open.records as u32)) {
            self.index.stray.pop();
        }
    }
}
