//! The age of dumps that marks, columns and statements date; and claims of date held against them.

use super::claims::ClaimOutcome::{self, Conditional, Contradicted, NotTested, Supported};
use super::claims::Said;
use super::sample::*;
use super::*;
use crate::evidence::question::{Claim, Question};
use crate::profile::Recent;
use crate::profile::marks::{Counted, Found, Window as MarkWindow};

fn mark(mark: &'static str, count: u64, bound: MarkWindow) -> Found {
    let counted = Counted::SampledRows;
    Found { mark, table: 0, column: Some(0), count, of: 10_000, counted, detail: None, bound: Some(bound) }
}

/// A dump without a date in any column, with these marks.
fn marked(marks: Vec<Found>) -> World {
    let mut world = small_dump();
    world.references.clear();
    world.counts = None;
    world.question = Question::default();
    world.dump.as_mut().unwrap().marks = marks;
    world
}

fn plates() -> Found {
    mark("kyrgyz-plate-2016", 400, MarkWindow::not_before("2016-06", true))
}

fn export(day: &str) -> Found {
    let bound = MarkWindow { not_before: None, not_after: Some(day.into()), confirmed: true };
    Found { column: None, counted: Counted::Rows, ..mark("dump-date", 10_000, bound) }
}

fn judged(world: &World) -> (Age, String) {
    let verdict = judge(&world.matter(), &[], None).verdict;
    (verdict.age, verdict.because.age)
}

#[test]
fn a_mark_alone_bounds_the_dump() {
    let mut world = marked(vec![plates()]);
    let (age, why) = judged(&world);
    assert_eq!((age.status, age.not_before.as_deref(), age.not_after), (AgeStatus::Undated, Some("2016-06"), None));
    assert!(age.windows.is_empty(), "one side is no window");
    assert!(why.contains("in or after 2016-06") && why.contains("column 1, 400 of 10,000 sampled rows"), "{why}");
    world.question.dump_date = Some("2020-05-11".into());
    let (age, why) = judged(&world);
    let window = Window { reference: "dump".into(), from: "2016-06".into(), to: "2020-05-11".into() };
    assert_eq!((age.status, age.windows, age.at_odds.len()), (AgeStatus::Dated, vec![window], 0));
    assert!(why.starts_with("The dump was put together between 2016-06 and 2020-05-11. Not before 2016-06: "), "{why}");
    let (age, why) = judged(&marked(Vec::new()));
    assert_eq!(age.status, AgeStatus::NotTested, "{why}");
}

#[test]
fn births_and_unconfirmed_marks_do_not_date() {
    let births = mark("births", 84, MarkWindow::not_before("1996-03", true));
    let phones = mark("phone-073", 500, MarkWindow::not_before("2015", false));
    let towns = mark("towns-old", 300, MarkWindow::not_after("2016-07", false));
    let mut world = marked(vec![births, phones, towns]);
    world.question.dump_date = Some("2020-05-11".into());
    let (age, why) = judged(&world);
    assert_eq!((age.status, age.not_before.as_deref()), (AgeStatus::Undated, Some("1996-03")));
    let weights: Vec<&str> = age.bounds.iter().map(|bound| bound.weight.as_str()).collect();
    assert_eq!(weights, ["births", "shown", "shown", "decides"]);
    assert!(why.contains("decades too early") && why.contains("Marks that decide nothing: not before 2015 ("), "{why}");
}

#[test]
fn bounds_that_exclude_each_other_are_told() {
    let mut world = marked(vec![export("2015-03-01"), plates()]);
    let (age, why) = judged(&world);
    assert_eq!((age.status, age.at_odds.len()), (AgeStatus::Undated, 1));
    assert!(why.contains("exclude each other") && age.at_odds[0].contains("before 2016-06"), "{why}");
    world.dump.as_mut().unwrap().marks.remove(0);
    world.question.claims = vec![Claim { by: "seller".into(), date: Some("2015-03-01".into()), ..Claim::default() }];
    assert_eq!(judged(&world).0.at_odds.len(), 1, "a mark newer than the claim's date");
}

#[test]
fn records_that_end_long_before_the_stated_day_are_told() {
    let mut world = marked(Vec::new());
    world.question.dump_date = Some("2020-05-11".into());
    let column = &mut world.dump.as_mut().unwrap().columns[0];
    column.name = Some("issue_date".into());
    (column.earliest, column.latest) = (Some("2010-01".into()), Some("2017-12".into()));
    column.recent = Some(Recent { month: "2017-12".into(), rows: 60 });
    let (age, why) = judged(&world);
    assert_eq!((age.status, age.not_before.as_deref()), (AgeStatus::Dated, Some("2017-12")));
    assert!(age.at_odds[0].contains("no date of making lies after 2017-12"), "{why}");
    assert!(age.at_odds[0].contains("about 1,750 rows would have followed"), "6,000 in 96 months, 28 between: {why}");
    world.question.dump_date = Some("2018-01-31".into());
    assert_eq!(judged(&world).0.at_odds, Vec::<String>::new());
}

#[test]
fn claims_of_date_are_held_against_marks() {
    let before = |day: &str| Claim { collected_before: Some(day.into()), ..Claim::default() };
    let after = |day: &str| Claim { collected_after: Some(day.into()), ..Claim::default() };
    let phones = || mark("phone-073", 500, MarkWindow::not_before("2015", false));
    let births = || mark("births", 84, MarkWindow::not_before("1996-03", true));
    let cases: [(Vec<Found>, Claim, ClaimOutcome, Option<&str>); 12] = [
        (vec![plates()], before("2014-06-30"), Contradicted, Some("2016-06")),
        (vec![plates()], after("2014-06-30"), Supported, Some("2016-06")),
        (vec![plates()], before("2016-06-15"), Conditional, Some("2016-06")),
        (vec![plates()], before("2019-01-01"), Conditional, Some("2016-06")),
        (vec![plates()], after("2019-01-01"), Conditional, Some("2016-06")),
        (vec![births()], before("1990-01-01"), Contradicted, Some("1996-03")),
        (vec![export("2018-05-01")], before("2019-01-01"), Supported, Some("2018-05-01")),
        (vec![export("2018-05-01")], after("2019-01-01"), Contradicted, Some("2018-05-01")),
        (vec![export("2018-05-01")], after("2018-01-01"), NotTested, None),
        (vec![phones()], before("2014-06-30"), Conditional, Some("2015")),
        (vec![phones()], before("2019-01-01"), NotTested, None),
        (vec![], before("2019-01-01"), NotTested, None),
    ];
    for (marks, claim, outcome, measured) in cases {
        let told = format!("{marks:?} {claim:?}");
        let mut world = marked(marks);
        world.question.claims = vec![claim];
        let line = judge(&world.matter(), &[], None).claims.remove(0);
        let measured = measured.map(|day| Said::Text(day.into()));
        assert_eq!((line.outcome, line.measured), (outcome, measured), "{told}: {}", line.because);
    }
}
