//! How many worlds of each class the protocol asks for, and in which order they are made.

use super::measures::HIDDEN;
use crate::synth::world::{RECIPES, Recipe};

/// Worlds of a class that no bound needs more of.
const USUAL: u64 = 100;
/// Worlds of each class in which the service's records are inside and its list does not show it: only they can clear a
/// guilty one on the hard mix. Five classes, half of the seeds: 600 worlds in the report half.
///
/// # Source
/// An upper 95 % bound of 1 % needs 299 worlds without an error and 473 with one (Clopper and Pearson).
const GUILTY: u64 = 240;
/// Worlds of each class whose rows come from nothing held: 440 in the report half, where an upper bound of 2 % needs 386
/// with three errors.
const STRANGE: u64 = 220;
/// Classes whose rows come from nothing held.
const OPEN: [&str; 4] = ["fabricated", "fresh-register", "unknown-bases", "unknown-logins"];
/// Worlds of the class with fifty held files: 1,400 files that nothing was copied from in its report half; it is slow.
const MANY: u64 = 60;
/// Worlds of the classes of which only one measure speaks.
const SINGLE: u64 = 120;

/// The classes with the worlds that the protocol asks of each.
pub fn protocol() -> Vec<(&'static Recipe, u64)> {
    let worlds = |id: &str| match id {
        "many-corpora" => MANY,
        "dated-copy" | "laced" => SINGLE,
        _ if HIDDEN.contains(&id) => GUILTY,
        _ if OPEN.contains(&id) => STRANGE,
        _ => USUAL,
    };
    RECIPES.iter().map(|class| (*class, worlds(class.scenario.id))).collect()
}

/// Every world with its seed, in an order in which each beginning holds all classes in about their shares of the whole.
pub(super) fn in_turn(classes: &[(&'static Recipe, u64)], seed: u64) -> Vec<(&'static Recipe, u64)> {
    let mut wanted: Vec<(f64, usize, u64)> = Vec::new();
    for (place, (_, worlds)) in classes.iter().enumerate() {
        wanted.extend((0..*worlds).map(|number| (number as f64 / *worlds as f64, place, number)));
    }
    wanted.sort_by(|one, other| one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    wanted.into_iter().map(|(_, place, number)| (classes[place].0, seed.saturating_add(number))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_that_can_fail_have_enough_worlds() {
        let all = protocol();
        let sum = |ids: &[&str]| -> u64 {
            all.iter().filter(|(class, _)| ids.contains(&class.scenario.id)).map(|(_, worlds)| worlds).sum()
        };
        assert!(sum(&HIDDEN) / 2 >= 473 && sum(&OPEN) / 2 >= 400);
        let whole: u64 = all.iter().map(|(_, worlds)| worlds).sum();
        assert!((4_000..=5_000).contains(&whole), "{whole}");
        assert!(OPEN.iter().all(|id| crate::synth::world::find(id).is_some()));
    }

    #[test]
    fn a_beginning_holds_every_class() {
        let order = in_turn(&protocol(), 7);
        assert_eq!(order.len() as u64, protocol().iter().map(|(_, worlds)| worlds).sum::<u64>());
        let mut first: Vec<&str> = order.iter().take(order.len() / 20).map(|(class, _)| class.scenario.id).collect();
        first.sort_unstable();
        first.dedup();
        assert_eq!(first.len(), RECIPES.len());
        assert_eq!(order[0].1, 7);
    }
}
