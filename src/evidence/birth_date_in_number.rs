//! F3: is the day of birth inside a number the one that stands beside it?

use super::made_up::{self, LEAST, Seen, Sign};
use super::words::{count, percent, unit_noun};
use super::{Facts, Finding, Group, Matter, Test};
use crate::profile::tally;
use crate::stats;
use crate::stats::fabrication::fabricated_share;

/// The test.
pub static TEST: Test = Test {
    id: "birth-date-in-number",
    group: Group::Integrity,
    question: "Is the day of birth inside a number the one in the row's column of birth dates?",
    sources: &[
        "The project's method, F3",
        "State Tax Service of Ukraine: the first five digits of a taxpayer number are the days from 1899-12-31 to the birth",
    ],
    caveat: "Other people's numbers disagree as made-up ones do. Day and month exchanged count as agreement and are told apart.",
    weigh,
};

/// Share of issued numbers that agree with the birth date beside them, 0..=1.
///
/// # Source
/// The project's method, F3: 0.98 and more.
const GENUINE: f64 = 0.98;
/// Chance that a random day of eighty years is the right one, 0..=1.
///
/// # Source
/// One of 29,220 days.
const CHANCE: f64 = 1.0 / 29_220.0;
/// Share of exchanged days from which it is worth telling.
const SWAPPED_TOLD: f64 = 0.01;

/// Share of agreeing days up to which a column can be one of another date, and share of agreeing sexes from which it is: numbers
/// that somebody made up fail in every second row.
///
/// # Source
/// Two days of one year agree once in 365; made-up sexes in half of the rows.
const ANOTHER_DATE: f64 = 0.01;
const SEXES_AGREE: f64 = 0.9;

fn weigh(facts: &Facts) -> Vec<Finding> {
    made_up::findings(
        TEST.id,
        signs(facts.matter).into_iter().map(|seen| seen.sign),
        "No table of the dump holds both a number with a day of birth and birth dates.",
    )
}

/// One sign for each pair of columns that was compared row by row.
pub fn signs(matter: &Matter) -> Vec<Seen> {
    made_up::of_pairs(matter, (TEST.id, tally::Matter::BirthDate), sign)
}

/// Whether the sexes inside the same numbers are those of their rows.
fn sexes_agree(matter: &Matter, agreement: &tally::Agreement) -> bool {
    let same = |other: &&tally::Agreement| {
        other.matter == tally::Matter::Sex && (other.table, other.number) == (agreement.table, agreement.number)
    };
    let sexes = matter.dump.iter().flat_map(|dump| &dump.agreements).find(same).map(|other| other.tally);
    sexes.is_some_and(|sexes| sexes.tested >= LEAST && sexes.agree as f64 >= SEXES_AGREE * sexes.tested as f64)
}

fn sign(matter: &Matter, agreement: &tally::Agreement) -> Sign {
    let place = |position| made_up::place(matter, agreement.table, position);
    let column = made_up::column(matter, agreement.table, agreement.number);
    let things = unit_noun(column.and_then(|column| column.compared_as).unwrap_or("records"));
    let tally = agreement.tally;
    let pass = tally.agree + tally.swapped;
    let (Some(share), true) = (fabricated_share(pass, tally.tested, GENUINE, CHANCE), tally.tested >= LEAST) else {
        return Sign::Silent(format!(
            "{} rows hold both {things} and birth dates: fewer than {LEAST}.",
            count(tally.tested)
        ));
    };
    let part = stats::share(pass, tally.tested).unwrap_or(0.0);
    if part <= ANOTHER_DATE && sexes_agree(matter, agreement) {
        return Sign::Silent(format!(
            "Hardly any day in {} is the day of birth inside the {things} of {}, and the sexes inside them agree with their rows: it \
             holds another date.",
            place(agreement.other),
            place(agreement.number)
        ));
    }
    let exchanged = stats::share(tally.swapped, tally.tested).filter(|share| *share >= SWAPPED_TOLD);
    let exchanged =
        exchanged.map_or(String::new(), |share| format!(" ({} with day and month exchanged)", percent(share)));
    let sentence = format!(
        "In {} of {} rows ({}) the day of birth inside the {things} of {} is the one in {}{exchanged}; {} to {} of the rows would \
         hold another person's number, or a made-up one (95 %).",
        count(pass),
        count(tally.tested),
        percent(part),
        place(agreement.number),
        place(agreement.other),
        percent(share.low),
        percent(share.high),
    );
    Sign::Share { share, observed: (part, GENUINE), sentence }
}
