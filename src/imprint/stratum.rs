//! Where in its record set a key stands, in 29 bits: series, month of creation, block of the files.
//!
//! A reference's informative keys are linked to their stratum as the dump's are to their rows, so that the join can count
//! by strata without a second look at any row.

/// Blocks that a record set is divided into, in reading order.
pub const BLOCKS: u32 = 64;

const MONTH_BITS: u32 = 15;
const BLOCK_BITS: u32 = 6;

/// A stratum, packed: fits the place of a [`Link`](crate::fingerprint::runs::Link).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum(u32);

impl Stratum {
    /// Series (below 256), months since year 0 (0: none) and the row's place among about `rows` rows.
    #[inline]
    pub fn new(series: u32, month: u16, row: u64, rows: u64) -> Self {
        let block = (row * u64::from(BLOCKS) / rows.max(1)).min(u64::from(BLOCKS) - 1) as u32;
        let month = u32::from(month) & ((1 << MONTH_BITS) - 1);
        Stratum(series << (MONTH_BITS + BLOCK_BITS) | month << BLOCK_BITS | block)
    }

    /// From the place of a link.
    #[inline]
    pub fn of(place: u32) -> Self {
        Stratum(place)
    }

    /// As the place of a link.
    #[inline]
    pub fn place(self) -> u32 {
        self.0
    }

    /// What the key itself tells, below 256.
    #[inline]
    pub fn series(self) -> u32 {
        self.0 >> (MONTH_BITS + BLOCK_BITS)
    }

    /// Months since year 0; 0: none.
    #[inline]
    pub fn month(self) -> u32 {
        self.0 >> BLOCK_BITS & ((1 << MONTH_BITS) - 1)
    }

    /// Part of the record set, below [`BLOCKS`].
    #[inline]
    pub fn block(self) -> u32 {
        self.0 & (BLOCKS - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::runs::Link;

    #[test]
    fn what_goes_in_comes_out_of_a_link() {
        for (series, month, row, block) in
            [(0, 0, 0, 0), (63, 26_399, 999, 63), (17, 24_245, 500, 32), (5, 1, 5_000, 63), (255, 26_399, 0, 0)]
        {
            let link = Link::new(9, Stratum::new(series, month, row, 1_000).place(), false);
            let back = Stratum::of(link.row());
            assert_eq!((back.series(), back.month(), back.block()), (series, u32::from(month), block));
        }
        assert_eq!(Stratum::new(1, 2, 3, 0).block(), BLOCKS - 1, "nothing is divided by no rows");
    }
}
