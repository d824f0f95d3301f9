//! Tables as known systems would hold them: the columns of their published or reported layouts, in many states of repair.
//!
//! A table's header is the system's own, renamed by people of three languages, or gone; columns stand in another order, are
//! missing (up to two in five of those that a system may lack, now and then one that it must have), and others that nobody knows
//! stand among them. Containers (SQL dumps, JSON lines, DBF) have no columns of their own and are not made.
//!
//! # Source
//! Orders and names of columns: public import code (zxsecurity/steamer, davidfegyver/facebook-533m, lexfo/stealer-parser), the
//! exporter of Telegram Desktop, diia-open-source/be-documents-service, the open data of vehicle registrations, and the press
//! on the cases; what is unconfirmed there is a guess here.

mod accounts;
mod headers;
mod lists;
mod states;
mod twins;

use super::columns::{nothing, shuffle};
use super::dice::Dice;
use super::{Filling, Home, Make, Table, fill};
use crate::synth::random::draw;
use twins::{Naming, State};

/// One column of a layout.
#[derive(Clone, Copy)]
struct Field {
    /// What it is in the system, for the names that others give it.
    role: &'static str,
    /// Its own name.
    own: &'static str,
    /// Whether every copy has it.
    needed: bool,
    make: Make,
}

const fn must(role: &'static str, own: &'static str, make: Make) -> Field {
    Field { role, own, needed: true, make }
}

const fn may(role: &'static str, own: &'static str, make: Make) -> Field {
    Field { role, own, needed: false, make }
}

/// A system's layout.
pub struct System {
    /// Its id.
    pub id: &'static str,
    /// Other layouts in which its copies are known.
    also: &'static [&'static [Field]],
    home: Home,
    fields: &'static [Field],
}

/// Every system that has columns.
pub fn all() -> impl Iterator<Item = &'static System> {
    states::SYSTEMS.iter().chain(accounts::SYSTEMS).chain(lists::SYSTEMS).chain(lists::LOGIN_LISTS)
}

/// Share of spoilt cells in a hundred.
const DIRT: u64 = 3;
/// Needed columns from which on a copy may have lost one of them.
const LOSES: usize = 6;
/// Where two or three columns are all there is, another would make it another layout.
const NOISELESS: usize = 3;

impl System {
    /// Every layout in which its copies are known.
    fn layouts(&self) -> impl Iterator<Item = &'static [Field]> {
        std::iter::once(self.fields).chain(self.also.iter().copied())
    }
}

/// A table of a system.
pub struct Made {
    /// Whose it is.
    pub system: &'static System,
    /// The table.
    pub table: Table,
    /// Other systems of which the very same table could be: nothing in it parts them from its own.
    pub twins: Vec<&'static str>,
}

/// A table of every system. Another seed gives another state of repair.
pub fn tables(seed: u64, rows: u64) -> Vec<Made> {
    all().enumerate().map(|(number, system)| table(system, draw(seed, 30, number as u64), rows)).collect()
}

fn table(system: &'static System, seed: u64, rows: u64) -> Made {
    let mut dice = Dice::new(seed);
    let mut variant: Vec<String> = Vec::new();
    // One of four copies has another layout. A system of one layout leaves the dice as they are.
    let others = system.also.len() as u64;
    let other = if others > 0 && dice.percent(25) { system.also.get(dice.below(others) as usize) } else { None };
    let layout = other.copied().unwrap_or(system.fields);
    let mut fields: Vec<Field> = layout.to_vec();
    fields.retain(|field| field.needed || !dice.percent(40));
    if fields.len() < layout.len() {
        variant.push(format!("{} optional dropped", layout.len() - fields.len()));
    }
    let needed = fields.iter().filter(|field| field.needed).count();
    if needed >= LOSES && dice.percent(25) {
        let gone = dice.below(fields.len() as u64) as usize;
        if fields[gone].needed {
            variant.push(format!("{} lost", fields[gone].role));
            fields.remove(gone);
        }
    }
    let left = fields.clone();
    let shuffled = dice.percent(50);
    let noise = layout.len() > NOISELESS && dice.percent(30);
    if noise {
        for _ in 0..dice.between(1, 2) {
            let noise = nothing::COLUMNS[dice.below(nothing::COLUMNS.len() as u64) as usize];
            fields.push(Field {
                role: "noise",
                own: noise.id.trim_start_matches("nothing."),
                needed: false,
                make: noise.make,
            });
        }
        variant.push("noise".to_owned());
    }
    if shuffled {
        shuffle(&mut fields, &mut dice);
        variant.push("shuffled".to_owned());
    }
    let (naming, names) = match dice.below(20) {
        0..=5 => (Naming::Own, fields.iter().map(|field| field.own.to_owned()).collect()),
        6..=14 => {
            variant.push("renamed".to_owned());
            (Naming::Roles, headers::renamed(&fields, system.home, &mut dice))
        }
        _ => {
            variant.push("no header".to_owned());
            (Naming::None, Vec::new())
        }
    };
    let makes: Vec<Make> = fields.iter().map(|field| field.make).collect();
    let filling = Filling { home: system.home, seed: draw(seed, 31, 0), rows, dirt: DIRT };
    let table = Table {
        id: system.id,
        variant: variant.join(", "),
        names,
        truths: Vec::new(),
        rows: fill(&makes, &filling),
        delimiter: [';', ',', '\t', '|'][dice.below(4) as usize],
    };
    let state = State { home: system.home, fields: &left, noise, shuffled, naming };
    Made { system, table, twins: twins::of(system, &state) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_system_is_there_once() {
        let ids: BTreeSet<&str> = all().map(|system| system.id).collect();
        assert_eq!(ids.len(), all().count());
    }

    #[test]
    fn tables_differ_by_seed_and_have_a_name_for_every_column_or_for_none() {
        let (first, second) = (tables(1, 20), tables(2, 20));
        assert!(first.iter().zip(&second).all(|(first, second)| first.table.text() != second.table.text()));
        for Made { table, .. } in first.iter().chain(&second) {
            assert!(table.names.is_empty() || table.names.len() == table.rows[0].len(), "{}", table.id);
        }
    }
}
