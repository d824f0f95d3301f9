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

use super::columns::{nothing, shuffle};
use super::dice::Dice;
use super::{Filling, Home, Make, Table, fill};
use crate::synth::random::draw;

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
    /// Systems whose records nobody can tell from it by their columns: the same two or three columns, or columns of which a
    /// copy may have lost those that part them.
    pub alike: &'static [&'static str],
    home: Home,
    fields: &'static [Field],
}

/// Every system that has columns.
pub fn all() -> impl Iterator<Item = &'static System> {
    states::SYSTEMS.iter().chain(accounts::SYSTEMS).chain(lists::SYSTEMS).chain(lists::LOGIN_LISTS)
}

/// Share of spoilt cells in a hundred.
const DIRT: u64 = 3;

/// A table of every system. Another seed gives another state of repair.
pub fn tables(seed: u64, rows: u64) -> Vec<(&'static System, Table)> {
    all().enumerate().map(|(number, system)| (system, table(system, draw(seed, 30, number as u64), rows))).collect()
}

fn table(system: &System, seed: u64, rows: u64) -> Table {
    let mut dice = Dice::new(seed);
    let mut variant: Vec<String> = Vec::new();
    let mut fields: Vec<Field> = system.fields.to_vec();
    fields.retain(|field| field.needed || !dice.percent(40));
    if fields.len() < system.fields.len() {
        variant.push(format!("{} optional dropped", system.fields.len() - fields.len()));
    }
    let needed = fields.iter().filter(|field| field.needed).count();
    if needed >= 6 && dice.percent(25) {
        let gone = dice.below(fields.len() as u64) as usize;
        if fields[gone].needed {
            variant.push(format!("{} lost", fields[gone].role));
            fields.remove(gone);
        }
    }
    let shuffled = dice.percent(50);
    // Where two or three columns are all there is, another would make it another layout.
    if system.fields.len() > 3 && dice.percent(30) {
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
    let names = match dice.below(20) {
        0..=5 => fields.iter().map(|field| field.own.to_owned()).collect(),
        6..=14 => {
            variant.push("renamed".to_owned());
            headers::renamed(&fields, system.home, &mut dice)
        }
        _ => {
            variant.push("no header".to_owned());
            Vec::new()
        }
    };
    let makes: Vec<Make> = fields.iter().map(|field| field.make).collect();
    let filling = Filling { home: system.home, seed: draw(seed, 31, 0), rows, dirt: DIRT };
    Table {
        id: system.id,
        variant: variant.join(", "),
        names,
        truths: Vec::new(),
        rows: fill(&makes, &filling),
        delimiter: [';', ',', '\t', '|'][dice.below(4) as usize],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_system_is_there_once_and_those_alike_know_each_other() {
        let ids: BTreeSet<&str> = all().map(|system| system.id).collect();
        assert_eq!(ids.len(), all().count());
        for system in all() {
            for other in system.alike {
                let other = all().find(|system| system.id == *other);
                assert!(other.is_some_and(|other| other.alike.contains(&system.id)), "{}", system.id);
            }
        }
    }

    #[test]
    fn tables_differ_by_seed_and_have_a_name_for_every_column_or_for_none() {
        let (first, second) = (tables(1, 20), tables(2, 20));
        assert!(first.iter().zip(&second).all(|(first, second)| first.1.text() != second.1.text()));
        for (_, table) in first.iter().chain(&second) {
            assert!(table.names.is_empty() || table.names.len() == table.rows[0].len(), "{}", table.id);
        }
    }
}
