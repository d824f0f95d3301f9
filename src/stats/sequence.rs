//! Numbers that are as good as drawn, and the same in every run: what decoys and replicates are drawn with.

/// SplitMix64: a sequence that depends on its seed alone.
///
/// # Source
/// G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct Sequence(pub u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound` (below 1 where `bound` is 0).
    pub fn below(&mut self, bound: u64) -> u64 {
        // The bias of a 64-bit remainder for ranges of at most ten digits is below 1e-9.
        self.next() % bound.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first number of the published sequence for the seed 0.
    #[test]
    fn the_sequence_is_the_published_one() {
        assert_eq!(Sequence(0).next(), 0xE220_A839_7B1D_CDAF);
        assert_eq!((Sequence(7).below(0), Sequence(7).below(1)), (0, 0));
    }
}
