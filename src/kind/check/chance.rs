//! Whether what many cells of a column have in common is chance.
//!
//! **Comes in:** how many cells pass a test, and which share of random ones would. **Goes out:** whether chance explains it.
//! **Never happens here:** no cell is read.

/// Chances that are no more believed in, as natural logarithms.
const ONE_IN_A_MILLION: f64 = 13.8;
const ONE_IN_A_THOUSAND: f64 = 6.9;

/// Whether chance would let so many of so many cells pass less than once in a million times, where it lets this share (0..1,
/// exclusive) of them pass.
///
/// # Source
/// H. Chernoff, "A measure of asymptotic efficiency for tests of a hypothesis based on the sum of observations" (1952): at
/// least a share q of n draws pass with a probability of at most e^(-n D), D the divergence of q from the chance.
pub fn is_ruled_out(passed: usize, of: usize, chance: f64) -> bool {
    rarity(passed, of, chance) > ONE_IN_A_MILLION
}

/// As [`is_ruled_out`], where the form of the cells is rare already: once in a thousand times.
pub fn is_unlikely(passed: usize, of: usize, chance: f64) -> bool {
    rarity(passed, of, chance) > ONE_IN_A_THOUSAND
}

/// How rarely chance brings it about at least, as a natural logarithm; 0 where it is likely.
fn rarity(passed: usize, of: usize, chance: f64) -> f64 {
    let share = passed as f64 / of.max(1) as f64;
    if share <= chance {
        return 0.0;
    }
    let part = |share: f64, chance: f64| if share > 0.0 { share * (share / chance).ln() } else { 0.0 };
    of as f64 * (part(share, chance) + part(1.0 - share, 1.0 - chance))
}

/// Least share of a column's cells that must have what a column is known by: one in ten may be dirt, and as many older forms.
pub const MOST: f64 = 0.8;

/// Whether so many of a column's cells are most of them.
pub fn are_most(count: usize, of: usize) -> bool {
    of > 0 && count as f64 >= MOST * of as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_ruled_out_by_many_or_by_unlikely_ones() {
        assert!(is_ruled_out(20, 20, 0.5) && !is_ruled_out(19, 19, 0.5));
        assert!(is_ruled_out(14, 14, 0.37) && !is_ruled_out(13, 13, 0.37));
        assert!(is_unlikely(7, 7, 0.37) && !is_unlikely(6, 6, 0.37));
        assert!(!is_ruled_out(50, 100, 0.5) && !is_ruled_out(40, 100, 0.5) && is_ruled_out(80, 100, 0.5));
        assert!(!is_ruled_out(0, 0, 0.5));
        assert!(are_most(8, 10) && !are_most(7, 10) && !are_most(0, 0));
    }
}
