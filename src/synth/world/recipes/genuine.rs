//! Dumps with the service's own records.

use super::super::base::SERVICE;
use super::super::plan::Cut;
use super::{Recipe, recipe};

/// The service's list, and nothing else.
pub static GENUINE_DENIED: Recipe = recipe(
    "genuine-denied",
    "A genuine copy that the service denies",
    "The dump is the service's own list, nearly whole. The service names old bases as the content.",
    |sketch| {
        let share = sketch.dice.range(700, 1000);
        sketch.copy(SERVICE, share, Cut::Random);
        sketch.denied();
        sketch.control(750);
        sketch.members(300);
        sketch.canaries(250);
    },
);

/// The service among older bases.
pub static SERVICE_COPIED: Recipe = recipe(
    "service-copied",
    "The service's records among older bases",
    "A mix of older bases with a large part of the service's list in it: the counterfactual of a false accusation.",
    |sketch| {
        sketch.composite(true);
        let (share, cut) = (sketch.dice.range(50, 1000), sketch.any_cut());
        sketch.copy(SERVICE, share, cut);
        sketch.denied();
        sketch.control(800);
        sketch.members(300);
        sketch.canaries(250);
    },
);
