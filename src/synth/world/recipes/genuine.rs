//! Dumps with the service's own records.

use super::super::base::{EXTRACT, SERVICE, Sketch};
use super::super::plan::{Copied, Cut, Members};
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
        sketch.canaries(350);
    },
);

/// A few of the service's records, and nothing else.
pub static GENUINE_SMALL: Recipe = recipe(
    "genuine-small",
    "A genuine sample of a few records",
    "The dump is a hundredth of the service's list, or 60 to 99 of its records: real, and too few for most tests.",
    |sketch| {
        let size = match &sketch.plan.sets[SERVICE].members {
            Members::SignUps { size, .. } => *size,
            _ => 1,
        };
        let share = match sketch.dice.thousandths(500) {
            true => sketch.dice.range(10, 14),
            false => sketch.dice.range(60, 99) * 1000 / size.max(1),
        };
        sketch.copy(SERVICE, share, Cut::Random);
        sketch.denied();
        sketch.control(750);
        sketch.members(300);
        sketch.canaries(400);
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
        // A view of a register could not be parted from it, whatever was copied.
        sketch.plan.says_view = false;
        sketch.control(800);
        sketch.members(300);
        sketch.canaries(250);
    },
);

/// A hundredth of the service in an old mix.
pub static SERVICE_HIDDEN: Recipe = recipe(
    "service-hidden",
    "A hundredth of the service hidden in old bases",
    "A mix of older bases in which one to three hundredths of the service's list stand.",
    |sketch| {
        sketch.composite(true);
        let share = sketch.dice.range(10, 30);
        sketch.copy(SERVICE, share, Cut::Random);
        sketch.plan.says_view = false;
        sketch.control(950);
        sketch.members(300);
    },
);

/// Records of the service that others had sold before.
pub static INJECTED: Recipe = recipe(
    "injected",
    "Records of the service bought elsewhere and mixed in",
    "Somebody added records of the service, bought elsewhere, to old bases, so that the mix looks like a leak of it. \
     The content is the service's; where it was taken cannot be seen.",
    |sketch| {
        sketch.composite(true);
        let share = sketch.dice.range(80, 350);
        sketch.copy(SERVICE, share, Cut::Random);
        sketch.plan.answers.bought_elsewhere = true;
        sketch.control(750);
        sketch.members(300);
    },
);

/// A copy of the service taken some time before the dump came out.
pub static DATED_COPY: Recipe = recipe(
    "dated-copy",
    "A copy of the service taken before the dump came out",
    "A mix of older bases, or none, with most of what the service held on a day one to two and a half years after it began; \
     the dump came out later, and the service's list goes on. The day of the copy is asked for.",
    |sketch| {
        if sketch.dice.thousandths(500) {
            sketch.composite(true);
        }
        let open = sketch.plan.dump_day - sketch.plan.started;
        let day = sketch.plan.started + open * sketch.dice.range(500, 850) / 1000;
        let share = sketch.dice.range(500, 1000);
        sketch.copy(SERVICE, share, Cut::Until(day)).from =
            vec![Copied::Set { set: SERVICE, share, cut: Cut::Until(day), updated: 1000, at: day }];
        sketch.plan.says_view = false;
        sketch.control(800);
        sketch.members(300);
    },
);

/// Makes the old extract one that the service's first records were taken over from, value by value.
fn extract_as_taken_over(sketch: &mut Sketch, early: u32) -> u32 {
    let day = sketch.plan.started - 210;
    let extract = &mut sketch.plan.sets[EXTRACT];
    (extract.day, extract.stale, extract.typos) = (day, 0, 0);
    if let Members::SignUps { early: share, .. } = &mut sketch.plan.sets[SERVICE].members {
        *share = early;
    }
    day
}

/// The service as it was before it opened.
pub static PRE_LAUNCH: Recipe = recipe(
    "pre-launch",
    "A snapshot of the service from before it opened",
    "Older bases and the service's first records, taken over before it opened from a register that has an old extract \
     outside: none of the records that only the service holds is in the dump, yet part of the service is.",
    |sketch| {
        sketch.composite(false);
        let early = sketch.dice.range(100, 300);
        let day = extract_as_taken_over(sketch, early);
        let (share, cut) = (sketch.dice.range(400, 1000), Cut::Until(sketch.plan.started - 1));
        sketch.copy(SERVICE, share, cut).from =
            vec![Copied::Set { set: SERVICE, share, cut: Cut::Until(day + 209), updated: 1000, at: day }];
        sketch.control(750);
        sketch.members(400);
    },
);

/// Copied so that nothing gives the copy away.
pub static AVOIDS_EXCLUSIVE: Recipe = recipe(
    "avoids-exclusive",
    "A copy of the service that avoids what only it holds",
    "Only such records of the service were copied as an old extract of the register holds too: the records that only \
     the service holds look untouched.",
    |sketch| {
        let early = sketch.dice.range(50, 200);
        let day = extract_as_taken_over(sketch, early);
        if sketch.dice.thousandths(600) {
            sketch.composite(false);
        }
        let share = sketch.dice.range(200, 1000);
        sketch.copy(SERVICE, share, Cut::Random).from =
            vec![Copied::Set { set: SERVICE, share, cut: Cut::Within(vec![EXTRACT]), updated: 1000, at: day }];
        sketch.control(750);
        sketch.members(400);
    },
);
