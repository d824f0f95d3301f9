//! Of which other systems a table could be: systems that can write the very same columns in the same state of repair.
//!
//! # The rule
//!
//! Another system is a *twin* of a table when nothing that the table shows parts the two. In one of its layouts
//!
//! 1. every column left (strange ones aside) is one of its own columns, each of them once, with cells from the same source of
//!    chance: what is made from the same dice for the same person is the same text, tried on many people;
//! 2. under the same name, where the header is the system's own; under a name for the same thing, where it was renamed;
//! 3. in the same order, unless the columns were shuffled;
//! 4. all columns that each of its copies has are there, but for the one that a long layout may lose;
//! 5. it writes for people of the same country, and strange columns stand in its copies too, if there are any.
//!
//! Nothing of the model is read: two systems that the model cannot tell apart, and whose columns differ, are no twins.

use super::super::dice::Dice;
use super::super::people::Person;
use super::super::{Cell, Home, Make};
use super::{Field, LOSES, NOISELESS, System, all, headers};
use crate::synth::random::draw;

/// What a table's header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// The system's own names.
    Own,
    /// Other words for the same things.
    Roles,
    /// There is none.
    None,
}

/// The state of repair of a table.
pub(super) struct State<'a> {
    pub(super) home: Home,
    /// The layout's columns that are left, in its order, strange ones aside.
    pub(super) fields: &'a [Field],
    /// Whether there are strange columns.
    pub(super) noise: bool,
    pub(super) shuffled: bool,
    pub(super) naming: Naming,
}

/// Cells by which two columns are compared.
const TRIES: u64 = 64;

/// Ids of the other systems of which the table could be.
pub(super) fn of(system: &System, state: &State) -> Vec<&'static str> {
    let others = all().filter(|other| other.id != system.id && other.home == state.home);
    others.filter(|other| other.layouts().any(|layout| could_be(layout, state))).map(|other| other.id).collect()
}

fn could_be(layout: &[Field], state: &State) -> bool {
    if state.noise && layout.len() <= NOISELESS {
        return false;
    }
    let mut free: Vec<usize> = (0..layout.len()).collect();
    let mut places = Vec::new();
    for field in state.fields {
        let same = |&at: &usize| {
            is_named_alike(&layout[at], field, state.naming) && is_made_alike(&layout[at], field, state.home)
        };
        let Some(found) = free.iter().position(same) else { return false };
        places.push(free.remove(found));
    }
    let missing = free.iter().filter(|&&at| layout[at].needed).count();
    let needed = layout.iter().filter(|field| field.needed).count();
    let loses = usize::from(needed >= LOSES);
    missing <= loses && (state.shuffled || places.is_sorted())
}

fn is_named_alike(one: &Field, other: &Field, naming: Naming) -> bool {
    match naming {
        Naming::Own => one.own == other.own,
        Naming::Roles => one.role == other.role && (one.own == other.own || headers::has_words(one.role)),
        Naming::None => true,
    }
}

/// Whether both columns hold the same text for the same person and the same chance.
fn is_made_alike(one: &Field, other: &Field, home: Home) -> bool {
    (0..TRIES).all(|turn| cell(one.make, home, turn) == cell(other.make, home, turn))
}

fn cell(make: Make, home: Home, turn: u64) -> String {
    let person = Person::of(home, &mut Dice::new(draw(turn, 50, 0)));
    // A few habits, each with several people.
    make(&mut Cell { dice: Dice::new(draw(turn, 51, 0)), person: &person, row: turn, habit: draw(turn / 8, 52, 0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(id: &str) -> &'static System {
        all().find(|system| system.id == id).unwrap()
    }

    fn twins(id: &str, naming: Naming, shuffled: bool, left: &[&str]) -> Vec<&'static str> {
        let system = system(id);
        let fields: Vec<Field> =
            system.fields.iter().filter(|field| left.is_empty() || left.contains(&field.role)).copied().collect();
        of(system, &State { home: system.home, fields: &fields, noise: false, shuffled, naming })
    }

    #[test]
    fn the_same_columns_are_twins_and_other_hashes_are_none() {
        assert_eq!(twins("lastfm_2012", Naming::None, false, &[]), ["lifeboat_2016"]);
        let addresses_and_passwords = ["vk_2012", "combolist_email_pass", "myfitnesspal_2018"];
        assert_eq!(twins("cafepress_2019", Naming::Own, false, &[]), addresses_and_passwords);
        assert_eq!(twins("rambler_2014", Naming::Roles, true, &[]), ["combolist_email_pass"]);
        for id in ["linkedin_2012_full", "dropbox_2012", "mailru_2014", "myheritage_2017", "houzz_2018"] {
            assert_eq!(twins(id, Naming::None, true, &[]), [""; 0], "{id}");
        }
    }

    #[test]
    fn twins_of_one_layout_are_each_others() {
        for one in all().filter(|system| system.also.is_empty()) {
            for twin in twins(one.id, Naming::None, true, &[]) {
                let whole = system(twin).also.is_empty() && system(twin).fields.len() == one.fields.len();
                assert!(!whole || twins(twin, Naming::None, true, &[]).contains(&one.id), "{} {twin}", one.id);
            }
        }
    }

    #[test]
    fn order_counts_unless_it_was_lost() {
        let patreon = system("patreon_2015");
        let turned: Vec<Field> = patreon.fields.iter().rev().copied().collect();
        let state =
            |shuffled| State { home: patreon.home, fields: &turned, noise: false, shuffled, naming: Naming::None };
        assert!(could_be(patreon.fields, &state(true)) && !could_be(patreon.fields, &state(false)));
    }

    #[test]
    fn what_every_copy_has_may_not_be_missing() {
        let two = |id: &str| {
            let system = system(id);
            let fields = &system.fields[2..];
            could_be(
                system.fields,
                &State { home: system.home, fields, noise: false, shuffled: true, naming: Naming::Own },
            )
        };
        let one = |id: &str| {
            let system = system(id);
            let fields = &system.fields[1..];
            could_be(
                system.fields,
                &State { home: system.home, fields, noise: false, shuffled: true, naming: Naming::Own },
            )
        };
        assert!(one("ua.voters") && !two("ua.voters"), "a long layout may lose one column");
        assert!(!one("stratfor_2011"), "a short one loses none");
    }
}
