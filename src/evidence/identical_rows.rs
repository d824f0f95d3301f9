//! F10: do whole rows repeat?

use super::made_up::{self, LEAST, Sign};
use super::words::{count, part_of};
use super::{Facts, Finding, Group, Matter, Test};
use crate::stats;

/// The test.
pub static TEST: Test = Test {
    id: "identical-rows",
    group: Group::Integrity,
    question: "How many times does each different row stand in the dump, byte for byte?",
    sources: &["The project's method, F10"],
    caveat: "Only identical rows count: one person in several rows is no inflation. Rows that tell no single record (passwords alone) \
             repeat by themselves.",
    weigh,
};

/// Rows per different row from which a dump is inflated.
///
/// # Source
/// The project's method, F10.
pub const INFLATED: f64 = 1.2;
/// Share of rows that must carry a key that tells one record.
const TELLING: f64 = 0.5;

fn weigh(facts: &Facts) -> Vec<Finding> {
    made_up::findings(TEST.id, sign(facts.matter), "There is no dump whose rows could be counted.")
}

/// The mark; `None` without a dump.
pub fn sign(matter: &Matter) -> Option<Sign> {
    let dump = matter.dump?;
    let Some(distinct) = dump.distinct_rows else {
        return Some(Sign::Silent("Identical rows were not counted.".into()));
    };
    if dump.rows < LEAST {
        return Some(Sign::Silent(format!("The dump has {} rows: fewer than {LEAST}.", count(dump.rows))));
    }
    let telling = dump.units.iter().find(|unit| unit.unit == "people").map_or(0, |unit| unit.rows_with);
    if (telling as f64) < TELLING * dump.rows as f64 {
        let why = format!(
            "{} carry a key that tells one record: the others repeat by themselves.",
            part_of(telling, dump.rows, "rows")
        );
        return Some(Sign::Silent(why));
    }
    let factor = stats::share(dump.rows, distinct)?;
    let sentence = format!(
        "{} rows are {} different ones, byte for byte: each stands there {factor:.2} times on average{}.",
        count(dump.rows),
        count(distinct),
        if factor > INFLATED { ", which blows the number up" } else { "" },
    );
    Some(Sign::Mark { observed: (factor, 1.0), sentence })
}

/// Whether identical rows blow the dump up.
pub fn is_inflated(sign: &Sign) -> bool {
    matches!(sign, Sign::Mark { observed, .. } if observed.0 > INFLATED)
}
