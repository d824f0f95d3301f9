//! Dumps in which another holder of the same people leaked.

use super::super::base::REGISTER;
use super::{Recipe, recipe};

/// The register behind the service.
pub static UPSTREAM_LEAK: Recipe = recipe(
    "upstream-leak",
    "The register behind the service leaked",
    "Most of the register that the service draws on is in the dump, beside older bases; nobody holds that register. The \
     service itself is not in the dump, yet nearly all of its people are.",
    |sketch| {
        if sketch.dice.thousandths(600) {
            sketch.composite(false);
        }
        let (share, cut) = (sketch.dice.range(500, 1000), sketch.any_cut());
        sketch.copy(REGISTER, share, cut);
        sketch.control(750);
        sketch.members(300);
    },
);
