//! Where in its record set a key stands, in 31 bits: series and its part, month of creation, block of the files, and the decade
//! in which its person was born.
//!
//! A reference's informative keys are linked to their stratum as the dump's are to their rows, so that the join can count
//! by strata without a second look at any row.

use crate::kind::stratum::PARTS;

/// Blocks that a record set is divided into, in reading order.
pub const BLOCKS: u32 = 64;

/// January 1900, in months since year 0: nothing that leaks was made before. The bits reach to 2241.
pub const MONTH_FIRST: u32 = 1900 * 12;

const MONTH_BITS: u32 = 12;
const BLOCK_BITS: u32 = 6;
const BORN_BITS: u32 = 3;
/// Decades of birth: 1 before 1950, then one for each decade, the last from 2000 on.
const DECADES: u32 = (1 << BORN_BITS) - 1;
const DECADE_SECOND: u32 = 1950;

/// A stratum, packed: fits the place of a [`Link`](crate::fingerprint::runs::Link).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum(u32);

impl Stratum {
    /// Part of a series ([`crate::kind::stratum::part`]), months since year 0 (0 and before [`MONTH_FIRST`]: none) and the row's
    /// place among about `rows` rows.
    #[inline]
    pub fn new(part: u32, month: u16, row: u64, rows: u64) -> Self {
        let block = (row * u64::from(BLOCKS) / rows.max(1)).min(u64::from(BLOCKS) - 1) as u32;
        let month = (u32::from(month) + 1).saturating_sub(MONTH_FIRST).min((1 << MONTH_BITS) - 1);
        Stratum(part << (MONTH_BITS + BLOCK_BITS + BORN_BITS) | month << (BLOCK_BITS + BORN_BITS) | block << BORN_BITS)
    }

    /// The same of somebody born in a month since year 0; 0: not known.
    #[inline]
    pub fn of_born(self, month: u16) -> Self {
        let since = (u32::from(month) / 12).checked_sub(DECADE_SECOND).map_or(1, |years| years / 10 + 2);
        Stratum(self.0 | if month == 0 { 0 } else { since.min(DECADES) })
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

    /// What the key itself tells, below [`crate::kind::stratum::STRATA`].
    #[inline]
    pub fn series(self) -> u32 {
        self.part() / PARTS
    }

    /// The same in smaller parts.
    #[inline]
    pub fn part(self) -> u32 {
        self.0 >> (MONTH_BITS + BLOCK_BITS + BORN_BITS)
    }

    /// Months since year 0; 0: none.
    #[inline]
    pub fn month(self) -> u32 {
        match self.0 >> (BLOCK_BITS + BORN_BITS) & ((1 << MONTH_BITS) - 1) {
            0 => 0,
            month => month + MONTH_FIRST - 1,
        }
    }

    /// Part of the record set, below [`BLOCKS`].
    #[inline]
    pub fn block(self) -> u32 {
        self.0 >> BORN_BITS & (BLOCKS - 1)
    }

    /// Decade of birth, counted from 1; 0: not known.
    #[inline]
    pub fn born(self) -> u32 {
        self.0 & DECADES
    }
}

/// Years in which people of a decade as [`Stratum::born`] counts it were born: `before 1950`, `1960 to 1969`, `from 2000 on`.
pub fn decade_name(decade: u32) -> String {
    let first = DECADE_SECOND + decade.saturating_sub(2) * 10;
    match decade {
        0 | 1 => format!("before {DECADE_SECOND}"),
        DECADES => format!("from {first} on"),
        _ => format!("{first} to {}", first + 9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::runs::Link;

    #[test]
    fn what_goes_in_comes_out_of_a_link() {
        for (part, month, row, block) in
            [(0, 0, 0, 0), (1_023, 26_399, 999, 63), (17, 24_245, 500, 32), (5, 22_800, 5_000, 63)]
        {
            let link = Link::new(9, Stratum::new(part, month, row, 1_000).place(), false);
            let back = Stratum::of(link.row());
            assert_eq!((back.part(), back.month(), back.block()), (part, u32::from(month), block));
            assert_eq!(back.series(), part / PARTS);
        }
        assert_eq!(Stratum::new(1, 2, 3, 0).block(), BLOCKS - 1, "nothing is divided by no rows");
        assert_eq!(Stratum::new(1, 22_799, 3, 0).month(), 0, "December 1899");
    }

    #[test]
    fn births_are_told_by_decades() {
        for (year, born, name) in [
            (1912, 1, "before 1950"),
            (1949, 1, "before 1950"),
            (1950, 2, "1950 to 1959"),
            (1999, 6, "1990 to 1999"),
            (2000, 7, "from 2000 on"),
            (2031, 7, "from 2000 on"),
        ] {
            let stratum = Stratum::new(1_023, 26_399, 999, 1_000).of_born(year * 12 + 5);
            let stratum = Stratum::of(Link::new(9, stratum.place(), false).row());
            assert_eq!((stratum.born(), stratum.part(), stratum.month(), stratum.block()), (born, 1_023, 26_399, 63));
            assert_eq!(decade_name(stratum.born()), name);
        }
        assert_eq!(Stratum::new(1, 0, 0, 1).of_born(0).born(), 0);
    }
}
