//! The hot path of the scan: lanes without quotes.
//!
//! While such lanes come, only the places of their marks are written down, and which of these end a record: nothing branches
//! on the data. Records are made of them afterwards, many at a time, in a loop whose branches are all foreseeable. (A
//! branch for each record end among its lane's marks was guessed wrongly for every other record: a third of the scan.)

use super::lanes::{Lane, PLACES_AT_A_TIME, Places};
use super::{Index, Scan};

/// Room for so many places: they are written in steps, and the first one always, so that the number of steps is nearly always
/// the same.
#[inline(always)]
fn room(places: usize) -> usize {
    places / PLACES_AT_A_TIME * PLACES_AT_A_TIME + PLACES_AT_A_TIME
}

impl Scan<'_> {
    /// Takes a lane that has no quotes, lies outside of quoted cells, and in which every mark counts.
    #[inline(always)]
    pub(super) fn plain_lane<P: Places>(&mut self, base: usize, lane: &Lane) {
        let marks = lane.delimiters | lane.terminators;
        let (cells, records) = (marks.count_ones() as usize, lane.terminators.count_ones() as usize);
        let ends = self.open.ends;
        P::write(marks, base as u32, &mut self.index.ends[ends..ends + room(cells)]);
        let first = self.closed + 1;
        P::write_ranks(lane.terminators, marks, ends as u32 + 1, &mut self.index.first[first..first + room(records)]);
        self.open.ends = ends + cells;
        self.closed += records;
    }

    /// Makes records of what [`Self::plain_lane`] wrote down: takes carriage returns off their ends, and blank lines out.
    pub(super) fn settle(&mut self) {
        let Index { begins, first, ends, .. } = &mut *self.index;
        let windows = self.grammar.marks.terminator == b'\n';
        let mut open = self.open;
        // Where the open record's ends were written, and how many of those before them belong to blank lines.
        let (mut written, mut blank, mut framing) = (open.first, 0, 0);
        for record in open.records..self.closed {
            let next = first[record + 1] as usize;
            let at = ends[next - 1] as usize;
            let returns = windows && at > open.begin && self.bytes[at - 1] == b'\r';
            let end = at - usize::from(returns);
            framing += at + 1 - end;
            if end == open.begin && next - written == 1 {
                blank += 1;
            } else {
                if blank > 0 {
                    ends.copy_within(written..next, written - blank);
                }
                ends[next - 1 - blank] = end as u32;
                begins[open.records] = open.begin as u32;
                first[open.records] = (written - blank) as u32;
                open.records += 1;
            }
            (open.begin, written) = (at + 1, next);
        }
        if blank > 0 {
            ends.copy_within(written..open.ends, written - blank);
        }
        open.ends -= blank;
        open.first = written - blank;
        open.cells = open.ends - open.first;
        open.cell = if open.cells > 0 { ends[open.ends - 1] as usize + 1 } else { open.begin };
        self.open = open;
        self.closed = open.records;
        self.index.framing += framing as u64;
        self.index.end = open.begin;
    }
}
