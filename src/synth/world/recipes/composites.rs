//! Dumps put together from older bases, without the service.

use super::super::base::{CORPORA, EXTRACT};
use super::super::plan::{Cut, MadeUp};
use super::{Recipe, recipe};

/// One old base under a new name.
pub static RELABELLED: Recipe = recipe(
    "relabelled",
    "An old base sold under a service's name",
    "The dump is one base that has been out for years, nearly whole, in another form; the service is not in it.",
    |sketch| {
        let base = sketch.dice.one(&[EXTRACT, EXTRACT, CORPORA[1], CORPORA[2], CORPORA[6]]);
        let share = sketch.dice.range(850, 1000);
        sketch.copy(base, share, Cut::Random);
        sketch.control(750);
        sketch.members(500);
    },
);
