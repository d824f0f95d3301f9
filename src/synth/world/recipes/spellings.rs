//! Mixes of old bases, with the service or without, in forms that are hard to read; and samples of such mixes.

use super::super::base::{SERVICE, Sketch};
use super::super::plan::{Field, Form, Header, Sample};
use super::{Recipe, about, recipe};

/// An old mix, in half of the worlds with the service in it.
fn mix(sketch: &mut Sketch) {
    sketch.composite(true);
    if sketch.dice.thousandths(500) {
        let (share, cut) = (sketch.dice.range(50, 1000), sketch.any_cut());
        sketch.copy(SERVICE, share, cut);
    }
    sketch.control(750);
    sketch.members(300);
}

/// One row in twenty is mistyped.
pub static TYPOS: Recipe = recipe(
    "typos",
    "A mix with many mistyped rows",
    "Old bases, with the service or without; one row in twenty has a cell mistyped beside the key.",
    |sketch| {
        mix(sketch);
        sketch.plan.parts.iter_mut().for_each(|part| part.typos = 50);
    },
);

/// Latin letters that look Cyrillic.
pub static HOMOGLYPHS: Recipe = about(
    Field::Licence,
    recipe(
        "homoglyphs",
        "A mix with Latin letters that look Cyrillic",
        "Old bases, with the service or without; in many rows series of licences are spelled with Latin letters that \
         look the same, wholly or one by one.",
        |sketch| {
            mix(sketch);
            let latin = sketch.dice.range(300, 1000);
            sketch.plan.parts.iter_mut().for_each(|part| part.form.latin = latin);
            sketch.plan.sets[SERVICE].form.latin = sketch.dice.one(&[0, 500]);
        },
    ),
);

/// The seller made all forms alike.
pub static NORMALISED: Recipe = recipe(
    "normalised",
    "A mix whose forms were made alike",
    "Old bases, with the service or without; the seller wrote everything in one form, in capitals and in another order.",
    |sketch| {
        mix(sketch);
        for part in &mut sketch.plan.parts {
            let is_table = part.form.header != Header::None;
            part.form = if is_table {
                Form { delimiter: b',', header: Header::English, capitals: true, ..Form::TABLE }
            } else {
                Form::LOGINS
            };
            part.shuffled = true;
        }
    },
);

/// A few rows of a mix.
pub static SAMPLE: Recipe = recipe(
    "sample",
    "A sample of a mix",
    "Two to ten hundredths of the rows of old bases, with the service or without: drawn at random, or the first ones.",
    |sketch| {
        mix(sketch);
        let share = sketch.dice.range(20, 100);
        sketch.plan.sample = sketch.dice.one(&[Sample::Random(share), Sample::First(share)]);
    },
);
