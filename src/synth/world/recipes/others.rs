//! Dumps in which another holder of the same people leaked.

use super::super::base::{BANK, INSURER, NETWORK, POST, REGISTER, SERVICE, SHOP, SOCIAL, Sketch};
use super::super::plan::{Cut, Members, Role, Taste};
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

/// A registry of the same population that nobody holds.
pub static UNHELD_REGISTRY: Recipe = recipe(
    "unheld-registry",
    "Another registry of the same people leaked, held by nobody",
    "A registry that draws more of some people than of others leaked beside older bases. The service draws more of the \
     same people, and is not in the dump.",
    |sketch| {
        let registry = sketch.unheld("registry", [250, 700]);
        sketch.composite(false);
        let share = sketch.dice.range(400, 1000);
        sketch.copy(registry, share, Cut::Random);
        sketch.control(750);
        sketch.members(300);
    },
);

/// A registry so large that the service's people are in it anyway.
pub static FRESH_REGISTER: Recipe = recipe(
    "fresh-register",
    "A fresh registry of nearly everybody",
    "The dump is a current registry of most of the population that nobody held before. It shares most of its people \
     with the service by chance, and some with every old base.",
    |sketch| {
        let registry = sketch.unheld("registry", [700, 930]);
        sketch.copy(registry, 1000, Cut::Random);
        sketch.control(750);
        sketch.members(300);
    },
);

/// Two registers of one population; the other one is held.
pub static TWO_REGISTERS: Recipe = recipe(
    "two-registers",
    "Two registers of one population, the other one held",
    "The dump is a second register of the same people, which is held for comparison. Service and dump share people as \
     two lists of one country do.",
    |sketch| {
        let registry = sketch.unheld("second-register", [550, 850]);
        sketch.plan.sets[registry].role = Role::Register;
        let share = sketch.dice.range(700, 1000);
        sketch.copy(registry, share, Cut::Random);
        sketch.control(750);
        sketch.members(300);
    },
);

/// Another holder of what only the service should have.
pub static PARTNER_LEAK: Recipe = recipe(
    "partner-leak",
    "A partner with the service's own columns leaked",
    "A partner holds the same columns as the service, of many of its people and of others; the partner leaked, the \
     service did not.",
    |sketch| {
        let fields = sketch.plan.sets[SERVICE].fields;
        let (times, day) = (sketch.dice.range(60, 220), sketch.plan.dump_day - 30);
        let size = (u64::from(sketch.plan.people) * u64::from(sketch.dice.range(150, 500)) / 1000) as u32;
        let members =
            Members::Among { sets: vec![REGISTER], in_none: Vec::new(), size, by: Taste::Fond { set: SERVICE, times } };
        let partner = sketch.set("partner", Role::Unheld, day, members, fields);
        with_old_bases(sketch);
        let share = sketch.dice.range(700, 1000);
        sketch.copy(partner, share, Cut::Random);
        sketch.control(750);
        sketch.members(300);
    },
);

fn with_old_bases(sketch: &mut Sketch) {
    if sketch.dice.thousandths(500) {
        sketch.composite(false);
    }
}

/// Two services with the same people; the other one leaked.
pub static TWIN_SERVICES: Recipe = recipe(
    "twin-services",
    "Two services with nine tenths of their people in common",
    "Another service has nine tenths of its people in common with the one that is accused. The other one leaked, and \
     its list is held.",
    |sketch| {
        let size = match &sketch.plan.sets[SERVICE].members {
            Members::SignUps { size, .. } => *size,
            _ => 0,
        };
        let (fields, day) = (sketch.plan.sets[SERVICE].fields, sketch.plan.dump_day);
        let common = Members::Among { sets: vec![SERVICE], in_none: Vec::new(), size: size / 10 * 9, by: Taste::Even };
        let own = Members::Among { sets: vec![REGISTER], in_none: vec![SERVICE], size: size / 10, by: Taste::Even };
        let common = sketch.set("twin-common", Role::Unheld, day, common, fields);
        let own = sketch.set("twin-own", Role::Unheld, day, own, fields);
        let twin = Members::Union { sets: vec![common, own] };
        let twin = sketch.set("other-service", Role::Corpus, day, twin, fields);
        with_old_bases(sketch);
        let share = sketch.dice.range(600, 1000);
        sketch.copy(twin, share, Cut::Random);
        sketch.control(750);
        sketch.members(300);
    },
);

/// Adds a base of the same people that nobody holds, with the columns of a held one, and copies most of it.
fn unknown(sketch: &mut Sketch, id: &str, like: usize, share: [u32; 2]) {
    let size = (u64::from(sketch.plan.people) * u64::from(sketch.dice.range(share[0], share[1])) / 1000) as u32;
    let by = sketch.dice.one(&[Taste::Visible, Taste::Young, Taste::Even, Taste::Regional, Taste::Old]);
    let day = sketch.plan.dump_day - sketch.dice.range(30, 2500);
    let fields = sketch.plan.sets[like].fields;
    let set = sketch.set(id, Role::Unheld, day, Members::Of { size, by }, fields);
    let (typos, stale) = (sketch.dice.range(0, 10), sketch.dice.range(0, 600));
    (sketch.plan.sets[set].typos, sketch.plan.sets[set].stale) = (typos, stale);
    let (share, cut) = (sketch.dice.range(500, 1000), sketch.any_cut());
    sketch.copy(set, share, cut);
}

/// A little of a held base in front of what nobody holds, in half of the worlds.
fn few_known(sketch: &mut Sketch) {
    if sketch.dice.thousandths(500) {
        let base = sketch.dice.one(&[BANK, SOCIAL, NETWORK, POST, SHOP, INSURER]);
        let share = sketch.dice.range(10, 60);
        sketch.copy(base, share, Cut::Random);
    }
}

/// Bases that nobody holds, of the people whom the held ones know.
pub static UNKNOWN_BASES: Recipe = recipe(
    "unknown-bases",
    "Several bases that nobody holds",
    "The dump is two to four bases that nobody holds, with the columns and many of the people of those that are held; a few \
     rows of a held base may stand in front. The service is not in it.",
    |sketch| {
        let bases =
            [("unknown-bank", BANK), ("unknown-post", POST), ("unknown-shop", SHOP), ("unknown-insurer", INSURER)];
        let left_out = sketch.dice.range(0, 6) as usize;
        for (_, (id, like)) in bases.into_iter().enumerate().filter(|(place, _)| *place != left_out) {
            unknown(sketch, id, like, [100, 450]);
        }
        few_known(sketch);
        sketch.control(750);
        sketch.members(300);
    },
);

/// Logins that nobody holds, of the people whose logins are held.
pub static UNKNOWN_LOGINS: Recipe = recipe(
    "unknown-logins",
    "A list of logins that nobody holds",
    "The dump is one or two lists of logins that nobody holds; many of their people are in the held lists too, with the \
     same address and often the same password. A few rows of a held base may stand in front. The service is not in it.",
    |sketch| {
        unknown(sketch, "unknown-logins", SOCIAL, [150, 600]);
        if sketch.dice.thousandths(400) {
            unknown(sketch, "unknown-hashes", NETWORK, [60, 300]);
        }
        few_known(sketch);
        sketch.control(750);
        sketch.members(300);
    },
);
