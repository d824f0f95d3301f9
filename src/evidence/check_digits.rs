//! F1: do the check digits of a column fail more often than typing errors explain?

use super::made_up::{self, LEAST, Seen, Sign};
use super::words::{count, part_of, percent, unit_noun};
use super::{Facts, Finding, Group, Matter, Test};
use crate::kind::{self, Kind};
use crate::profile::tally::Rival;
use crate::profile::{ColumnProfile, Decided, words};
use crate::stats::fabrication::fabricated_share;

/// The test.
pub static TEST: Test = Test {
    id: "check-digits",
    group: Group::Integrity,
    question: "Do the check digits of a column fail more often than typing errors explain?",
    sources: &["The project's method, F1: pass rate between that of issued and that of random numbers"],
    caveat: "Who computes the digit passes: the share is a lower bound. A column whose values another kind explains never accuses: \
             telephone numbers read as tax numbers pass one time in ten. A number with one digit misread, as in a bad scan, fails as a \
             made-up one does: which digit is wrong cannot be seen in it.",
    weigh,
};

/// Share of issued numbers whose check digit is right as they stand in files, 0..=1.
///
/// # Source
/// The project's method: default 0.995, to be measured on genuine files.
const GENUINE: f64 = 0.995;
/// Share of the failing cells from which another kind is taken to explain them all, 0..=1.
const RIVAL: f64 = 0.5;

fn weigh(facts: &Facts) -> Vec<Finding> {
    let signs = signs(facts.matter).into_iter().map(|seen| seen.sign);
    made_up::findings(TEST.id, signs, "No column of the dump is of a kind with a check digit.")
}

/// One sign for each column of the dump whose kind has a check digit.
pub fn signs(matter: &Matter) -> Vec<Seen> {
    let Some(dump) = matter.dump else { return Vec::new() };
    let checked = dump.columns.iter().filter_map(|column| {
        let kind = kind::find(column.compared_as?).filter(|kind| kind.is_checked())?;
        Some((column, kind))
    });
    let seen = |(column, kind): (&ColumnProfile, &Kind)| Seen {
        numbers: (column.table, column.position),
        beside: None,
        test: TEST.id,
        sign: sign(matter, column, kind),
    };
    checked.map(seen).collect()
}

fn sign(matter: &Matter, column: &ColumnProfile, kind: &Kind) -> Sign {
    let place = made_up::place(matter, column.table, column.position);
    let things = unit_noun(kind.id);
    if let Err(why) = is_of(column, kind) {
        return Sign::Silent(format!("Whether {place} holds {things} is open ({why}): its check digits say nothing."));
    }
    let n = column.valid + column.wrong_check;
    if n < LEAST {
        return Sign::Silent(format!("{place} holds {} {things}: fewer than {LEAST}.", count(n)));
    }
    let explained = column.rival.map_or(0.0, |rival| explained(&rival));
    if let Some(rival) = column.rival.filter(|_| explained >= RIVAL) {
        return Sign::Silent(format!(
            "{} of the sampled cells of {place} whose check digit fails are {}: another kind explains them, so nothing is said of \
             made-up {things}.",
            part_of(rival.valid, rival.of, "records").replace(" records", ""),
            unit_noun(rival.kind)
        ));
    }
    // What another kind explains is left out on both sides.
    let wrong = (column.wrong_check as f64 * (1.0 - explained)).round() as u64;
    let n = column.valid + wrong;
    let Some(share) = fabricated_share(column.valid, n, GENUINE, kind.chance) else {
        return Sign::Silent(format!("The check digit of {things} tells nothing."));
    };
    let pass = column.valid as f64 / n as f64;
    // Such a column is of the kind by its header alone.
    let headed = column.decided == Decided::Refuted;
    let (called, if_so) = if headed { (" (so headed)", ", if the heading is right") } else { ("", "") };
    let sentence = format!(
        "In {place}, {} of {} {things}{called} have the right check digit ({}); of issued ones about {} have, of random digits {}: {} \
         to {} of them would be made up or badly copied (95 %){if_so}: one digit misread fails as one made up does, and who computes \
         the digit would not show.",
        count(column.valid),
        count(n),
        percent(pass),
        percent(GENUINE),
        percent(kind.chance),
        percent(share.low),
        percent(share.high),
    );
    Sign::Share { share, observed: (pass, GENUINE), sentence }
}

/// Whether a column is of the kind, rather than only compared as it.
fn is_of(column: &ColumnProfile, kind: &Kind) -> Result<(), String> {
    let headed = column.name.as_deref().is_some_and(|name| words::heads(kind, name));
    match column.decided {
        Decided::Values | Decided::Header | Decided::Neighbours | Decided::Request => {}
        // Made-up numbers refute the kind that their column is headed with.
        Decided::Refuted if headed => {}
        _ => return Err("its kind is assumed".into()),
    }
    let own = column.candidates.iter().find(|candidate| candidate.kind == kind.id).map_or(0.0, |own| own.confidence);
    let better = |other: &&crate::profile::Candidate| other.kind != kind.id && other.confidence >= own;
    match column.candidates.iter().find(better) {
        Some(other) => Err(format!("its values fit {} as well", unit_noun(other.kind))),
        None => Ok(()),
    }
}

/// Share of the failing cells that another kind explains beyond what it lets pass of random digits, 0..=1.
fn explained(rival: &Rival) -> f64 {
    let chance = kind::find(rival.kind).map_or(1.0, |kind| kind.chance);
    let chance = chance.max(crate::stats::share(rival.by_chance, rival.of).unwrap_or(0.0));
    match crate::stats::share(rival.valid, rival.of) {
        Some(share) if chance < 1.0 => ((share - chance) / (1.0 - chance)).clamp(0.0, 1.0),
        _ => 0.0,
    }
}
