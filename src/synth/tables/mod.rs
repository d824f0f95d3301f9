//! Tables with known columns, to examine how the program types columns and knows layouts.
//!
//! **Comes in:** a seed and a number of rows. **Goes out:** [`Table`]s: cells as text, what each column truly is, and
//! which system the table is from, if from any.
//!
//! **Never happens here:** nothing of the model is read, neither its kinds nor its schemas: all check arithmetic, all
//! spreads and all layouts are written down here a second time, from the public sources named in each file, so that a
//! mistake in the model cannot hide. Nobody in here exists.
//!
//! **To add one:** a kind of column: a line in the list of its group's file in `columns/`; a source's layout: a line in
//! `systems/`; a table that no schema describes: a line in `strangers/`.

mod cells;
pub mod columns;
mod dice;
mod dirt;
mod people;
pub mod strangers;
pub mod systems;

pub use people::Home;

use dice::Dice;
use people::Person;

use super::random::draw;

/// What is known of a column that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Its values decide what it is.
    Values,
    /// It shares its shape with the kinds named (ids): from its values alone nobody can be sure.
    Among(&'static [&'static str]),
    /// It shares its shape with the kinds named, but arithmetic, parts or neighbours (the hash of a common password, a date inside) can settle it: sure and
    /// right, or a candidate among others, are both right.
    Tested(&'static [&'static str]),
    /// It is no kind: names of towns, prices, comments, running numbers.
    Nothing,
}

/// What one cell is made from.
pub(in crate::synth::tables) struct Cell<'a> {
    dice: Dice,
    person: &'a Person,
    /// Number of its row, from 0.
    row: u64,
    /// Chance of the whole column: how its writer spells.
    habit: u64,
}

impl Cell<'_> {
    /// Which of `forms` spellings this cell has: most columns keep to the first, some to another, one in five is written
    /// as it comes.
    fn form(&mut self, forms: u64) -> u64 {
        match self.habit % 10 {
            0..=4 => 0,
            5 | 6 => self.dice.below(forms),
            _ => (self.habit / 10) % forms,
        }
    }

    /// Yes for a share of a hundred columns, the same in all cells of one.
    fn column_is(&self, purpose: u64, share: u64) -> bool {
        draw(self.habit, purpose, 0) % 100 < share
    }
}

/// Makes one cell.
type Make = fn(&mut Cell<'_>) -> String;

/// A kind of column: its id, what its values tell, how its cells are made.
#[derive(Clone, Copy)]
pub struct MadeColumn {
    /// Id: that of the kind, or `nothing.` and a word.
    pub id: &'static str,
    /// What its values tell.
    pub tells: Tells,
    make: Make,
}

impl MadeColumn {
    const fn telling(id: &'static str, make: Make) -> MadeColumn {
        MadeColumn { id, tells: Tells::Values, make }
    }

    const fn among(id: &'static str, others: &'static [&'static str], make: Make) -> MadeColumn {
        MadeColumn { id, tells: Tells::Among(others), make }
    }

    const fn tested(id: &'static str, others: &'static [&'static str], make: Make) -> MadeColumn {
        MadeColumn { id, tells: Tells::Tested(others), make }
    }

    const fn nothing(id: &'static str, make: Make) -> MadeColumn {
        MadeColumn { id, tells: Tells::Nothing, make }
    }
}

/// A table that was made.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is: the id of its system or stranger, or the group of its columns.
    pub id: &'static str,
    /// What was done to its header and columns, for people.
    pub variant: String,
    /// Names in the header; empty: there is none.
    pub names: Vec<String>,
    /// What each column is: id and what its values tell.
    pub truths: Vec<(&'static str, Tells)>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// What stands between cells.
    pub delimiter: char,
}

impl Table {
    /// The table as text: cells that need it are quoted.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let header = (!self.names.is_empty()).then_some(&self.names);
        for row in header.into_iter().chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    text.push(self.delimiter);
                }
                if cell.contains([self.delimiter, '"', '\n', '\r']) {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                } else {
                    text.push_str(cell);
                }
            }
            text.push('\n');
        }
        text
    }
}

/// How a table is filled.
struct Filling {
    home: Home,
    seed: u64,
    rows: u64,
    /// Share of spoilt cells in a hundred.
    dirt: u64,
}

/// The rows of a table with these columns.
fn fill(columns: &[Make], filling: &Filling) -> Vec<Vec<String>> {
    let habits: Vec<u64> = (0..columns.len() as u64).map(|column| draw(filling.seed, 11, column)).collect();
    (0..filling.rows)
        .map(|row| {
            let person = Person::of(filling.home, &mut Dice::new(draw(filling.seed, 12, row)));
            let cell = |(column, make): (usize, &Make)| {
                let chance = draw(filling.seed, 1000 + column as u64, row);
                let dice = Dice::new(chance);
                let value = make(&mut Cell { dice, person: &person, row, habit: habits[column] });
                let mut dice = Dice::new(draw(chance, 13, 0));
                if dice.percent(filling.dirt) { dirt::spoilt(&value, &mut dice) } else { value }
            };
            columns.iter().enumerate().map(cell).collect()
        })
        .collect()
}
