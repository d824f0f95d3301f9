//! F4: is the sex inside a number that of the name beside it?

use super::made_up::{self, LEAST, Seen, Sign};
use super::words::{count, percent, unit_noun};
use super::{Facts, Finding, Group, Matter, Test};
use crate::profile::tally;
use crate::stats;
use crate::stats::fabrication::fabricated_share;

/// The test.
pub static TEST: Test = Test {
    id: "sex-in-number",
    group: Group::Integrity,
    question: "Is the sex inside a number that of the patronymic, or of the column of sexes, in the same row?",
    sources: &[
        "The project's method, F4",
        "State Tax Service of Ukraine: the ninth digit of a taxpayer number is odd for men",
    ],
    caveat: "A child's number beside its mother, or a payer's beside a payee, disagrees half the time, as made-up numbers do: alone \
             it never shows that anything is made up.",
    weigh,
};

/// Share of issued numbers that agree with the sex beside them, and that of random ones, 0..=1.
///
/// # Source
/// The project's method, F4: 0.985, to be measured on genuine files; one in two by chance.
const GENUINE: f64 = 0.985;
const CHANCE: f64 = 0.5;

fn weigh(facts: &Facts) -> Vec<Finding> {
    made_up::findings(
        TEST.id,
        signs(facts.matter).into_iter().map(|seen| seen.sign),
        "No table of the dump holds both a number with a sex and patronymics or sexes.",
    )
}

/// One sign for each pair of columns that was compared row by row.
pub fn signs(matter: &Matter) -> Vec<Seen> {
    made_up::of_pairs(matter, (TEST.id, tally::Matter::Sex), sign)
}

fn sign(matter: &Matter, agreement: &tally::Agreement) -> Sign {
    let place = |position| made_up::place(matter, agreement.table, position);
    let column = made_up::column(matter, agreement.table, agreement.number);
    let things = unit_noun(column.and_then(|column| column.compared_as).unwrap_or("records"));
    let tally = agreement.tally;
    let (Some(share), true) = (fabricated_share(tally.agree, tally.tested, GENUINE, CHANCE), tally.tested >= LEAST)
    else {
        return Sign::Silent(format!("{} rows hold both {things} and a sex: fewer than {LEAST}.", count(tally.tested)));
    };
    let part = stats::share(tally.agree, tally.tested).unwrap_or(0.0);
    let sentence = format!(
        "In {} of {} rows ({}) the sex inside the {things} of {} is that of {}, where issued ones agree in {} and random ones in {}: \
         {} to {} of the rows would hold another person's number, or a made-up one (95 %).",
        count(tally.agree),
        count(tally.tested),
        percent(part),
        place(agreement.number),
        place(agreement.other),
        percent(GENUINE),
        percent(CHANCE),
        percent(share.low),
        percent(share.high),
    );
    Sign::Share { share, observed: (part, GENUINE), sentence }
}
