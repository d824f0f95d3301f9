//! Keys become fingerprints: 64 keyed bits that stand for one key of one kind.
//!
//! **Comes in:** canonical keys and the run's [`Secret`]. **Goes out:** fingerprints, and [`runs`] of them.
//!
//! **Never happens here:** no key is kept; the secret is never shown, stored or part of a result. Two record sets are
//! comparable only under one secret, one kind and one normaliser version.
//!
//! **Collisions:** two different keys share a fingerprint with probability 2⁻⁶⁴; the report states the expected number.
//!
//! # Source
//! XXH3 with a custom secret (xxHash specification, version 0.1.1); a random secret drawn for the run keeps the hostile
//! author of a dump from aiming collisions, and nothing that it keys leaves the process.

pub mod runs;

use xxhash_rust::xxh3::{xxh3_64_with_secret, xxh3_64_with_seed};

/// 64 keyed bits that stand for one key of one kind.
pub type Fingerprint = u64;

/// Version of the canonical spellings; imprints of different versions refuse to compare.
pub const NORMALISER_VERSION: u32 = 1;

/// Bytes of a secret: the least that XXH3 takes is 136; 192 is its own default length.
const SECRET_BYTES: usize = 192;

/// The secret of one run. Has no `Debug`, no `Display`, no way to be stored.
#[derive(Clone)]
pub struct Secret([u8; SECRET_BYTES]);

impl Secret {
    /// Draws a secret from the operating system.
    ///
    /// # Errors
    /// When the operating system has no randomness to give.
    pub fn draw() -> anyhow::Result<Self> {
        let mut bytes = [0_u8; SECRET_BYTES];
        getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no randomness from the system: {error}"))?;
        Ok(Secret(bytes))
    }

    /// A secret for one purpose (kind, row level, …), so that equal text of two kinds gives unlike fingerprints.
    pub fn of(&self, purpose: &str) -> Keyed {
        let mut bytes = self.0;
        let mut seed = xxh3_64_with_secret(purpose.as_bytes(), &self.0);
        for chunk in bytes.chunks_exact_mut(8) {
            seed = xxh3_64_with_seed(chunk, seed);
            chunk.copy_from_slice(&seed.to_le_bytes());
        }
        Keyed(Box::new(bytes))
    }
}

/// The keyed hash of one purpose.
#[derive(Clone)]
pub struct Keyed(Box<[u8; SECRET_BYTES]>);

impl Keyed {
    /// The fingerprint of a key. Never 0, which stands for "no key" in rows.
    #[inline]
    pub fn fingerprint(&self, key: &[u8]) -> Fingerprint {
        xxh3_64_with_secret(key, &self.0[..]).max(1)
    }
}

/// Joins fingerprints of one row into the fingerprint of their combination; the order matters. Start with 0.
#[inline]
pub fn combine(so_far: Fingerprint, next: Fingerprint) -> Fingerprint {
    // Both sides are uniform already: one odd multiplication and a rotation keep them so and make the order count.
    (so_far.rotate_left(23) ^ next).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_secrets_give_unlike_fingerprints() {
        let (one, two) = (Secret::draw().unwrap(), Secret::draw().unwrap());
        let key = b"AAA000000";
        assert_ne!(one.of("a").fingerprint(key), one.of("b").fingerprint(key));
        assert_ne!(one.of("a").fingerprint(key), two.of("a").fingerprint(key));
        assert_eq!(one.of("a").fingerprint(key), one.clone().of("a").fingerprint(key));
    }

    #[test]
    fn combination_depends_on_order() {
        assert_ne!(combine(combine(0, 5), 7), combine(combine(0, 7), 5));
        assert_eq!(combine(combine(0, 5), 7), combine(combine(0, 5), 7));
    }
}
