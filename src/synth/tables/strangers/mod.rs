//! Tables that no schema describes: what most files in the world are. Many hold names, addresses and telephones: those are the
//! hard ones. Whoever takes one for a known system's records is wrong.

/// One of some words, the first more often than the last.
macro_rules! one {
    ($($word:literal)*) => { |cell| cell.dice.uneven(&[$($word),*]).to_owned() };
}
/// A whole number in a range.
macro_rules! num {
    ($least:literal, $most:literal) => {
        |cell| cell.dice.between($least, $most).to_string()
    };
}
/// A number with two decimals.
macro_rules! dec {
    ($least:literal, $most:literal) => {
        |cell| format!("{}.{}", cell.dice.between($least, $most), cell.dice.digits(2))
    };
}
/// A text after a pattern.
macro_rules! pat {
    ($pattern:literal) => {
        |cell| cell.dice.fill($pattern)
    };
}

mod people;
mod public;
mod trade;
mod world;

use super::dice::Dice;
use super::{Filling, Home, Make, Table, fill};
use crate::synth::random::draw;

/// A table of no known system.
struct Stranger {
    id: &'static str,
    home: Home,
    columns: &'static [(&'static str, Make)],
}

const fn table(id: &'static str, home: Home, columns: &'static [(&'static str, Make)]) -> Stranger {
    Stranger { id, home, columns }
}

fn all() -> impl Iterator<Item = &'static Stranger> {
    trade::TABLES.iter().chain(people::TABLES).chain(public::TABLES).chain(world::TABLES)
}

/// Every stranger twice: with its header and without. Another seed gives other cells and other separators.
pub fn tables(seed: u64, rows: u64) -> Vec<Table> {
    let mut tables = Vec::new();
    for (number, stranger) in all().enumerate() {
        let makes: Vec<Make> = stranger.columns.iter().map(|column| column.1).collect();
        for header in [true, false] {
            let seed = draw(seed, 40 + u64::from(header), number as u64);
            let filling = Filling { home: stranger.home, seed, rows, dirt: 2 };
            let names = stranger.columns.iter().map(|column| column.0.to_owned());
            tables.push(Table {
                id: stranger.id,
                variant: if header { "header" } else { "no header" }.to_owned(),
                names: if header { names.collect() } else { Vec::new() },
                truths: Vec::new(),
                rows: fill(&makes, &filling),
                delimiter: [';', ',', '\t', '|'][Dice::new(seed).below(4) as usize],
            });
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_many_strangers_and_no_two_of_one_name() {
        let ids: BTreeSet<&str> = all().map(|stranger| stranger.id).collect();
        assert_eq!(ids.len(), all().count());
        assert!(ids.len() >= 80, "{}", ids.len());
        assert_eq!(tables(1, 5).len(), ids.len() * 2);
    }
}
