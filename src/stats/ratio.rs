//! Ratios of counts and the bounds that follow from counting alone.

/// `part / whole`, in 0..=1 where `part <= whole`; `None` where `whole` is 0.
pub fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// Share of `part` among `whole` things, 0..=1; `None` where `whole` is 0.
pub fn share(part: u64, whole: u64) -> Option<f64> {
    ratio(part as f64, whole as f64)
}

/// Jaccard index of two sets by their sizes and their intersection, 0..=1; `None` for two empty sets.
///
/// # Source
/// P. Jaccard, "Étude comparative de la distribution florale", 1901: intersection over union.
pub fn jaccard(left: u64, right: u64, shared: u64) -> Option<f64> {
    share(shared, (left + right).saturating_sub(shared))
}

/// Keys of `dump` that would be found in a reference by chance, from `hits` of `decoys` neighbouring keys, in
/// keys. `None` where no decoys were drawn.
///
/// # Source
/// Proportion of the decoys times the number of keys (negative control).
pub fn expected_by_chance(dump: u64, hits: u64, decoys: u64) -> Option<f64> {
    share(hits, decoys).map(|rate| rate * dump as f64)
}

/// Pairs of unlike keys of two sets that share a 64-bit fingerprint, expected.
///
/// # Source
/// Birthday bound: `n·m / 2^64` for two sets of uniform 64-bit hashes.
pub fn expected_hash_collisions(left: u64, right: u64) -> f64 {
    left as f64 * right as f64 / 2f64.powi(64)
}

/// Greatest share of `dump` things that can lie in a set of `limit` things, 0..=1; `None` where `dump` is 0.
///
/// # Source
/// Pigeonhole: a set of `limit` things holds no more than `limit` of them.
pub fn share_at_most(dump: u64, limit: u64) -> Option<f64> {
    share(limit.min(dump), dump)
}

/// Least number of `dump` things that lie outside a set of `limit` things.
///
/// # Source
/// Pigeonhole, as [`share_at_most`].
pub fn excess_at_least(dump: u64, limit: u64) -> u64 {
    dump.saturating_sub(limit)
}

/// Least number of things that two subsets of one population share.
///
/// # Source
/// M. Fréchet, 1935: `|A ∩ B| >= |A| + |B| - N`.
pub fn frechet_least(left: u64, right: u64, population: u64) -> u64 {
    left.saturating_add(right).saturating_sub(population)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() <= 1e-9 * right.abs().max(1.0), "{left} is not {right}");
    }

    #[test]
    fn an_empty_whole_has_no_share() {
        assert_eq!(share(0, 0), None);
        assert_eq!(jaccard(0, 0, 0), None);
        assert_eq!(expected_by_chance(5, 0, 0), None);
        assert_eq!(share_at_most(0, 5), None);
    }

    /// Numbers said in public in May 2020: 26 million claimed, 6.5 million held, 9.5 million in existence.
    #[test]
    fn bounds_of_the_numbers_of_may_2020() {
        let (claimed, held, exist) = (26_000_000, 6_500_000, 9_500_000);
        near(share_at_most(claimed, held).unwrap(), 0.25);
        near(share_at_most(claimed, exist).unwrap(), 0.36538461538461536);
        assert_eq!(excess_at_least(claimed, exist), 16_500_000);
        assert_eq!(excess_at_least(claimed, held), 19_500_000);
        near(jaccard(claimed, held, held).unwrap(), 0.25);
        near(share(26_000_000, held).unwrap(), 4.0);
    }

    /// The same with the roundings of all three at their worst: half a unit of the last digit said.
    #[test]
    fn bounds_with_rounding() {
        near(share_at_most(25_500_000, 6_550_000).unwrap(), 0.2568627450980392);
        assert_eq!(excess_at_least(25_500_000, 9_550_000), 15_950_000);
    }

    /// Of 9.5 million in existence, 6.5 million in the service: what a set of so many real ones must share with it.
    #[test]
    fn frechet_minimum() {
        for (real, least) in [(3_000_000, 0), (5_000_000, 2_000_000), (9_000_000, 6_000_000), (9_500_000, 6_500_000)] {
            assert_eq!(frechet_least(real, 6_500_000, 9_500_000), least);
        }
    }

    #[test]
    fn collisions_of_64_bits() {
        near(expected_hash_collisions(26_000_000, 6_500_000), 9.161508357502512e-6);
    }

    #[test]
    fn chance_hits_scale_with_the_dump() {
        near(expected_by_chance(5_000, 12, 10_000).unwrap(), 6.0);
    }
}
