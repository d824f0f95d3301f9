//! Columns of every kind, in tables without headers: three kinds of one country's files side by side, and beside them what
//! stands in any table.

pub(super) mod cis;
pub(super) mod hashes;
mod headers;
pub(super) mod money;
pub(super) mod names;
pub(super) mod net;
pub(super) mod nothing;
pub(super) mod ua;
pub(super) mod world;

pub use headers::Naming;

use super::dice::Dice;
use super::{Filling, Home, MadeColumn, Make, Table, Tells, fill};
use crate::synth::random::draw;

/// Columns that stand in the same files.
pub struct Group {
    /// Id, shown with its tables.
    pub id: &'static str,
    /// Its kinds.
    pub columns: &'static [MadeColumn],
    /// Where its people live; empty: anywhere.
    homes: &'static [Home],
    /// How many of its kinds one table has.
    together: usize,
}

const ANYWHERE: &[Home] = &[Home::Ua, Home::Ru, Home::Kg, Home::World];

/// All groups.
pub static GROUPS: &[Group] = &[
    Group { id: "ua", columns: ua::COLUMNS, homes: &[Home::Ua], together: 3 },
    Group { id: "kyrgyz", columns: cis::KYRGYZ, homes: &[Home::Kg], together: 2 },
    Group { id: "russian", columns: cis::RUSSIAN, homes: &[Home::Ru], together: 3 },
    Group { id: "world", columns: world::COLUMNS, homes: &[Home::World], together: 2 },
    Group { id: "money", columns: money::COLUMNS, homes: ANYWHERE, together: 2 },
    Group { id: "net", columns: net::COLUMNS, homes: ANYWHERE, together: 3 },
    Group { id: "names", columns: names::COLUMNS, homes: ANYWHERE, together: 3 },
    Group { id: "hashes", columns: hashes::COLUMNS, homes: &[Home::World, Home::Ua], together: 1 },
    Group { id: "nothing", columns: nothing::COLUMNS, homes: ANYWHERE, together: 4 },
];

/// Every kind of column.
pub fn all() -> impl Iterator<Item = &'static MadeColumn> {
    GROUPS.iter().flat_map(|group| group.columns)
}

/// What stands beside the kinds of a group: a name, a day, a way to write to somebody, something that is nothing.
fn companions(home: Home, dice: &mut Dice) -> Vec<MadeColumn> {
    let phone = match home {
        Home::Ua => MadeColumn::telling("ua.phone", ua::phone),
        Home::Ru => MadeColumn::telling("ru.phone", cis::ru_phone),
        Home::Kg => MadeColumn::telling("kg.phone", cis::kg_phone),
        Home::World => MadeColumn::telling("email", net::email),
    };
    let mut found = vec![nothing::COLUMNS[dice.below(nothing::COLUMNS.len() as u64) as usize]];
    let known = [
        MadeColumn::telling("person_name", names::full_name),
        MadeColumn::telling("date", names::birth),
        MadeColumn::telling("email", net::email),
        phone,
        MadeColumn::telling("address", names::address),
    ];
    let first = dice.below(5) as usize;
    found.push(known[first]);
    if dice.percent(60) {
        found.push(known[(first + 1) % 5]);
    }
    found
}

/// Every kind of column once, in tables of a few columns each, without headers, `dirt` cells of a hundred spoilt. Another
/// seed gives other values, other neighbours, other habits.
pub fn tables(seed: u64, rows: u64, dirt: u64) -> Vec<Table> {
    made(seed, rows, dirt).into_iter().map(|(table, ..)| table).collect()
}

/// The same tables with headers, and what the name of each column is.
pub fn headed_tables(seed: u64, rows: u64, dirt: u64) -> Vec<(Table, Vec<Naming>)> {
    let mut dice = Dice::new(draw(seed, 40, 0));
    let headed = |(mut table, columns, home): (Table, Vec<MadeColumn>, Home)| {
        let (names, namings) = headers::named(&columns, home, &mut dice).into_iter().unzip();
        table.names = names;
        table.variant = format!("header, {dirt} % dirt");
        (table, namings)
    };
    made(seed, rows, dirt).into_iter().map(headed).collect()
}

fn made(seed: u64, rows: u64, dirt: u64) -> Vec<(Table, Vec<MadeColumn>, Home)> {
    let mut tables = Vec::new();
    for (number, group) in GROUPS.iter().enumerate() {
        let mut dice = Dice::new(draw(seed, 20, number as u64));
        let mut columns: Vec<MadeColumn> = group.columns.to_vec();
        shuffle(&mut columns, &mut dice);
        for (place, together) in columns.chunks(group.together).enumerate() {
            let home = group.homes[dice.below(group.homes.len() as u64) as usize];
            let mut chosen = together.to_vec();
            for companion in companions(home, &mut dice) {
                if chosen.iter().all(|column| column.id != companion.id) {
                    chosen.push(companion);
                }
            }
            shuffle(&mut chosen, &mut dice);
            let filling = Filling { home, seed: draw(seed, 21 + number as u64, place as u64), rows, dirt };
            let makes: Vec<Make> = chosen.iter().map(|column| column.make).collect();
            let table = Table {
                id: group.id,
                variant: format!("no header, {dirt} % dirt"),
                names: Vec::new(),
                truths: chosen.iter().map(|column| (column.id, column.tells)).collect::<Vec<(&str, Tells)>>(),
                rows: fill(&makes, &filling),
                delimiter: [';', ',', '\t', '|'][dice.below(4) as usize],
            };
            tables.push((table, chosen, home));
        }
    }
    tables
}

pub(super) fn shuffle<T>(items: &mut [T], dice: &mut Dice) {
    for at in (1..items.len()).rev() {
        items.swap(at, dice.below(at as u64 + 1) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_a_column_and_the_same_seed_the_same_cells() {
        let first = tables(1, 30, 5);
        let ids: BTreeSet<&str> = first.iter().flat_map(|table| table.truths.iter().map(|truth| truth.0)).collect();
        assert!(all().all(|column| ids.contains(column.id)));
        let text = |tables: &[Table]| tables.iter().map(Table::text).collect::<String>();
        assert_eq!(text(&first), text(&tables(1, 30, 5)));
        assert_ne!(text(&first), text(&tables(2, 30, 5)));
        assert!(first.iter().all(|table| table.rows.iter().all(|row| row.len() == table.truths.len())));
    }
}
