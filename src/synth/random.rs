//! Chance that is the same on every machine: a mixer, a stream of dice, a shuffle of a whole number range, and exact
//! elections.

/// Spreads the bits of `value` so that neighbours have nothing in common.
///
/// # Source
/// The finaliser of splitmix64 (Steele, Lea, Flood 2014; public domain code by S. Vigna, prng.di.unimi.it).
pub(super) fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// 64 bits for one thing (`index`) and one question about it (`purpose`): asked again, they are the same.
pub(super) fn draw(seed: u64, purpose: u64, index: u64) -> u64 {
    mix(mix(seed ^ purpose.wrapping_mul(0xd6e8_feb8_6659_fd93)) ^ index)
}

/// 64 bits to be used up piece by piece, so that one draw answers several small questions.
pub(super) struct Bits(u64);

impl Bits {
    pub(super) fn new(bits: u64) -> Self {
        Bits(bits)
    }

    /// A number in `0..below`; the bits are renewed so that any number of questions can be asked.
    pub(super) fn below(&mut self, below: u64) -> u64 {
        self.0 = mix(self.0);
        ((u128::from(self.0) * u128::from(below)) >> 64) as u64
    }

    /// Yes in `share` of a thousand cases.
    pub(super) fn thousandths(&mut self, share: u64) -> bool {
        self.below(1000) < share
    }
}

/// A one-to-one shuffle of `0..domain`: unique numbers without remembering which are used.
///
/// # Source
/// A balanced Feistel network with cycle walking (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).
/// Four rounds of a multiplicative hash: no secrecy is wanted, only the look of chance.
pub(super) struct Shuffle {
    domain: u64,
    half_bits: u32,
    keys: [u64; 4],
}

impl Shuffle {
    /// A shuffle of `0..domain`, another one for every `seed` and `purpose`.
    pub(super) fn new(seed: u64, purpose: u64, domain: u64) -> Self {
        let bits = u64::BITS - domain.saturating_sub(1).leading_zeros();
        let keys = [0, 1, 2, 3].map(|round| draw(seed, purpose, round) | 1);
        Shuffle { domain, half_bits: bits.div_ceil(2).max(1), keys }
    }

    /// The place of `index` (below the domain) in the shuffle.
    pub(super) fn place(&self, index: u64) -> u64 {
        debug_assert!(index < self.domain);
        let mask = (1u64 << self.half_bits) - 1;
        let mut value = index;
        loop {
            let (mut left, mut right) = (value >> self.half_bits, value & mask);
            for key in self.keys {
                let turned = (right ^ (key >> 32)).wrapping_mul(key) >> 40;
                (left, right) = (right, left ^ (turned & mask));
            }
            value = (left << self.half_bits) | right;
            if value < self.domain {
                return value;
            }
        }
    }
}

/// The part of `total` that falls to `start..end` of `whole`: parts of a cut range add up to the total exactly.
pub(super) fn quota(total: u64, start: u64, end: u64, whole: u64) -> u64 {
    let until = |place: u64| (u128::from(total) * u128::from(place) / u128::from(whole.max(1))) as u64;
    until(end) - until(start)
}

/// Gives `grant` to exactly `quota` of the members that `may` have it, each equally likely. False when there are too
/// few.
///
/// # Source
/// Selection sampling, Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
pub(super) fn elect(roles: &mut [u32], bits: &mut Bits, quota: u64, grant: u32, may: impl Fn(u32) -> bool) -> bool {
    let mut left = roles.iter().filter(|role| may(**role)).count() as u64;
    let mut wanted = quota;
    if wanted > left {
        return false;
    }
    for role in roles.iter_mut() {
        if wanted == 0 {
            break;
        }
        if may(*role) {
            if bits.below(left) < wanted {
                *role |= grant;
                wanted -= 1;
            }
            left -= 1;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_is_one_to_one_and_moves_things() {
        let shuffle = Shuffle::new(7, 1, 10_007);
        let mut places: Vec<u64> = (0..10_007).map(|index| shuffle.place(index)).collect();
        assert!(places.windows(2).filter(|pair| pair[1] == pair[0] + 1).count() < 20);
        places.sort_unstable();
        assert!(places.iter().enumerate().all(|(index, place)| *place == index as u64));
    }

    #[test]
    fn quotas_add_up_and_elections_are_exact() {
        let parts: u64 = (0..7).map(|part| quota(1_000, part * 3, part * 3 + 3, 21)).sum();
        assert_eq!(parts, 1_000);
        let mut roles = vec![0u32; 500];
        assert!(elect(&mut roles, &mut Bits::new(3), 123, 1, |_| true));
        assert!(elect(&mut roles, &mut Bits::new(4), 60, 2, |role| role & 1 != 0));
        assert_eq!(roles.iter().filter(|role| **role & 1 != 0).count(), 123);
        assert_eq!(roles.iter().filter(|role| **role == 3).count(), 60);
        assert!(!elect(&mut roles, &mut Bits::new(5), 124, 4, |role| role & 1 != 0));
    }
}
