//! Arithmetic on counts: ratios, bounds, intervals, probabilities, weights of evidence.
//!
//! **Comes in:** numbers. **Goes out:** numbers; `None` where one has no meaning (no denominator, nothing counted). What
//! is not a number (NaN) never leaves this room.
//!
//! **Never happens here:** nothing is known of references, kinds or reports; no threshold decides anything; nothing is drawn
//! but from a fixed [`sequence`], so that the same counts give the same numbers everywhere.
//!
//! | file | theme |
//! |---|---|
//! | [`ratio`](mod@ratio) | shares, Jaccard, bounds by counting; its functions are also found right here |
//! | [`interval`] | a share seen in a sample: Wilson, Clopper–Pearson, one-sided, corrected for the matcher's errors |
//! | [`finite`] | samples of a whole of known size; overlaps by chance; serial numbers |
//! | [`sketch`] | what sampled or approximate sets can tell, and cannot |
//! | [`exclusive`] | records of one holder, planted records, service against control list |
//! | [`control`] | the control list under explicit rival models |
//! | [`weight`] | weights of evidence: bounded, capped, combined, put in words; posteriors |
//! | [`calibration`] | how good weights were, and a score against scores of decoys |
//! | [`versions`], [`dates`] | old or current values; when the data were taken |
//! | [`order`] | adjacency, increasing runs, runs of labels |
//! | [`fabrication`] | check digits, flatness, repeated keys |
//! | [`richness`], [`divergence`] | how many kinds there are; how unlike two histograms are |
//! | [`tail`] | probabilities of tails, exact for counts of tens of millions |
//!
//! **To add one:** a pure function in the file of its theme, with its unit, range and `# Source`; a group of values from an
//! independent implementation in `fixtures/stats/vectors.json`, and the function that walks the group in `tests/stats`
//! (a group that nobody walks fails there).

pub mod calibration;
pub mod control;
pub mod dates;
pub mod divergence;
pub mod exclusive;
pub mod fabrication;
pub mod finite;
pub mod interval;
pub mod order;
pub mod ratio;
pub mod richness;
pub mod sequence;
pub mod sketch;
pub mod tail;
pub mod versions;
pub mod weight;

pub use ratio::{
    excess_at_least, expected_by_chance, expected_hash_collisions, frechet_least, jaccard, ratio, share, share_at_most,
};
