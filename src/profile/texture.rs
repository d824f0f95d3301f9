//! What a column's cells look like, in shares and lengths: no cell leaves.

use std::collections::HashSet;

use super::look::{Look, Prepared};

/// Cells looked at, spread over the sample.
const MOST: usize = 240;

/// The look of a column's filled cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texture {
    /// Cells looked at; 0: nothing is known.
    pub cells: u64,
    /// Filled share of the sampled rows, 0..=1.
    pub filled: f64,
    /// Different cells as a share of those looked at, 0..=1.
    pub distinct: f64,
    /// Characters of a cell: the tenth, the half and the ninth tenth of all cells have at most so many.
    pub length: (u16, u16, u16),
    /// Looks with the share of cells that have them, 0..=1; in the order of [`Look::ALL`], none below a twentieth.
    pub looks: Vec<(Look, f64)>,
}

impl Texture {
    /// Looks at the cells of a column; empty ones are not filled.
    pub fn of(cells: &[Vec<u8>]) -> Texture {
        let texts: Vec<&str> = cells
            .iter()
            .filter_map(|cell| std::str::from_utf8(cell).ok())
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect();
        let step = texts.len().div_ceil(MOST).max(1);
        let seen: Vec<Prepared> = texts.iter().step_by(step).map(|text| Prepared::of(text)).collect();
        if seen.is_empty() {
            return Texture::default();
        }
        let share = |count: usize| count as f64 / seen.len() as f64;
        let looks = Look::ALL
            .into_iter()
            .map(|look| (look, share(seen.iter().filter(|cell| look.fits(cell)).count())))
            .filter(|(_, share)| *share >= 0.05)
            .collect();
        let mut lengths: Vec<u16> = seen.iter().map(|cell| u16::try_from(cell.chars).unwrap_or(u16::MAX)).collect();
        lengths.sort_unstable();
        let at = |tenth: usize| lengths[(lengths.len() - 1) * tenth / 10];
        let different: HashSet<&str> = seen.iter().map(|cell| cell.text).collect();
        Texture {
            cells: seen.len() as u64,
            filled: texts.len() as f64 / cells.len() as f64,
            distinct: share(different.len()),
            length: (at(1), at(5), at(9)),
            looks,
        }
    }

    /// The share of cells that look so, 0..=1.
    pub fn share(&self, look: Look) -> f64 {
        self.looks.iter().find(|(own, _)| *own == look).map_or(0.0, |(_, share)| *share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_lengths_are_those_of_the_cells() {
        let cells: Vec<Vec<u8>> = ["ч", "ж", "", "ч"].iter().map(|cell| cell.as_bytes().to_vec()).collect();
        let texture = Texture::of(&cells);
        assert_eq!((texture.cells, texture.filled, texture.length), (3, 0.75, (1, 1, 1)));
        assert!((texture.distinct - 2.0 / 3.0).abs() < 1e-12);
        assert!((texture.share(Look::Sex) - 1.0).abs() < 1e-12 && texture.share(Look::Address) == 0.0);
        assert_eq!(Texture::of(&[]), Texture::default());
    }
}
