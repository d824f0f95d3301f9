//! Values that a file divides: series and number, surname and given name in columns of their own.
//!
//! A kind states its pieces ([`Kind::pieces`]); here the columns that hold them are found. They are one value from then
//! on: judged, read and reported at the column of the first piece.

use super::column::Column;
use super::fits::{self, Fit};
use super::looks::WORDS;
use super::{ColumnSample, SURE, words};
use crate::kind::{Guise, KINDS, Kind, Piece};

/// Cells that a piece is tried on.
const TRIED: usize = 500;

/// Columns whose cells are one value together.
pub(super) struct Whole {
    pub kind: &'static Kind,
    /// Positions in the order of the pieces: where the value is read, and what is joined to it.
    pub parts: Vec<usize>,
    /// Whether header words name the pieces.
    pub headed: bool,
    pub fit: Fit,
    /// The joined cells.
    pub cells: Vec<Vec<u8>>,
}

/// Cells of several columns joined row by row: what is filled, with a blank between.
pub fn join_cells(columns: &[ColumnSample], parts: &[usize]) -> Vec<Vec<u8>> {
    let parts: Vec<&ColumnSample> = parts.iter().filter_map(|&part| columns.get(part)).collect();
    let rows = parts.iter().map(|column| column.cells.len()).min().unwrap_or(0);
    let cell = |row: usize| {
        let filled: Vec<&[u8]> =
            parts.iter().map(|column| column.cells[row].as_slice()).filter(|cell| !cell.is_empty()).collect();
        filled.join(&b' ')
    };
    (0..rows).map(cell).collect()
}

/// The values that the table divides. Columns that are something by themselves are no pieces.
pub(super) fn find(table: &[Column<'_>], columns: &[ColumnSample]) -> Vec<Whole> {
    let mut free: Vec<bool> = table.iter().map(is_free).collect();
    let mut found = Vec::new();
    if free.iter().filter(|free| **free).count() < 2 {
        return found;
    }
    for kind in KINDS.iter().copied().filter(|kind| !kind.pieces.is_empty()) {
        let fitting: Vec<Vec<bool>> = kind.pieces.iter().map(|piece| fitting(piece, table, columns, &free)).collect();
        let headed = by_headers(kind, table, &fitting).into_iter().map(|parts| (parts, true));
        // The same few words over and over are no names, unless the headers of all pieces say so.
        let varied = |parts: &Vec<usize>| {
            kind.guise != Guise::Name || parts.iter().all(|&part| table[part].looks.may_be_peoples(WORDS))
        };
        let beside = side_by_side(kind, table, &fitting).into_iter().filter(varied).map(|parts| (parts, false));
        for (parts, headed) in headed.chain(beside) {
            if !parts.iter().all(|&part| free[part]) {
                continue;
            }
            let cells = join_cells(columns, &parts);
            let filled: Vec<&[u8]> = cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
            let Some(fit) = fits::measure_kind(kind, &filled).filter(|fit| fit.share >= SURE) else { continue };
            parts.iter().for_each(|&part| free[part] = false);
            found.push(Whole { kind, parts, headed, fit, cells });
        }
    }
    found
}

/// Whether a column is nothing by its own values and header.
fn is_free(column: &Column<'_>) -> bool {
    let whole = |fit: &Fit| fit.kind.piece_of.is_none();
    let named = |fit: &Fit| fit.share >= super::LIKELY && whole(fit) && column.headed(fit.kind);
    column.speaking().iter().all(|fit| fit.kind.piece_of.is_some()) && !column.fits.iter().any(named)
}

/// The columns whose cells can be the piece.
fn fitting(piece: &Piece, table: &[Column<'_>], columns: &[ColumnSample], free: &[bool]) -> Vec<bool> {
    let fits = |position: usize| {
        let filled: Vec<&[u8]> =
            columns[position].cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
        let tried = fits::spread(&filled, TRIED);
        let fitting = tried.iter().filter(|cell| (piece.fits)(cell)).count();
        fitting > 0 && fitting as f64 >= SURE * tried.len() as f64
    };
    (0..table.len()).map(|position| free[position] && fits(position)).collect()
}

/// Columns whose headers name the pieces, for each column of the first piece the nearest of the others.
fn by_headers(kind: &Kind, table: &[Column<'_>], fitting: &[Vec<bool>]) -> Vec<Vec<usize>> {
    let named = |piece: usize| {
        let headed = move |position: &usize| {
            fitting[piece][*position]
                && table[*position].name.is_some_and(|name| words::names(&kind.pieces[piece], name))
        };
        (0..table.len()).filter(headed)
    };
    let mut taken = vec![false; table.len()];
    let mut found = Vec::new();
    for first in named(0) {
        let mut parts = vec![first];
        for (number, piece) in kind.pieces.iter().enumerate().skip(1) {
            let last = parts[parts.len() - 1];
            // The next column is nearer than the one before.
            let near = |position: &usize| (position.abs_diff(last), *position < last);
            match named(number).filter(|position| !taken[*position] && !parts.contains(position)).min_by_key(near) {
                Some(position) => parts.push(position),
                None if piece.optional => {}
                None => {
                    parts.clear();
                    break;
                }
            }
        }
        if parts.len() > 1 {
            parts.iter().for_each(|&part| taken[part] = true);
            found.push(parts);
        }
    }
    found
}

/// Columns side by side in the order of the pieces, with one that tells, under no header that names something else.
fn side_by_side(kind: &Kind, table: &[Column<'_>], fitting: &[Vec<bool>]) -> Vec<Vec<usize>> {
    let count = kind.pieces.len();
    if !kind.pieces.iter().any(|piece| piece.telling) || table.len() < count {
        return Vec::new();
    }
    let fits = |begin: usize| {
        kind.pieces.iter().enumerate().all(|(piece, stated)| {
            let position = begin + piece;
            let other = |name: &str| words::contradicts(kind, name) && !words::names(stated, name);
            fitting[piece][position] && !table[position].name.is_some_and(other)
        })
    };
    (0..=table.len() - count).filter(|&begin| fits(begin)).map(|begin| (begin..begin + count).collect()).collect()
}
