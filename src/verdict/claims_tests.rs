//! Claims held against answers made up for the purpose: accusation and denial alike.

use super::claims::ClaimOutcome::{self, Conditional, Contradicted, NotTested, Supported};
use super::claims::{About, ClaimLine, Heard, Said, claim_lines};
use super::sample::*;
use super::scope::scope;
use super::*;
use crate::evidence::question::{Claim, Selection};
use crate::mixture::{KeyPart, State};
use crate::profile::{ColumnProfile, Recent};

fn lines(world: &World, service: Service, scope: Scope, mixtures: &[Mixture]) -> Vec<ClaimLine> {
    let copied = ServiceCopiedShare {
        of_exclusive: Some(CopiedShare { low: 0.0, high: 0.004, records: 26, people: 26 }),
        of_all: None,
    };
    let matter = world.matter();
    let rows = matter.counts.and_then(|counts| counts.rows.as_ref());
    let composition =
        rows.map(|rows| crate::report::weigh(&matter, crate::report::Parts::All).composition.filter(|_| rows.rows > 0));
    let composition = composition.flatten();
    let heard =
        Heard { main: Some(LICENCE), scope, service, copied: &copied, mixtures, composition: composition.as_ref() };
    claim_lines(&matter, &heard)
}

fn world(claim: Claim) -> World {
    let mut world = small_dump();
    world.question.claims = vec![claim];
    world
}

fn from_app(denies: bool) -> Claim {
    Claim { by: "seller".into(), source: Some("app".into()), denies, ..Claim::default() }
}

#[test]
fn accusation_and_denial_are_held_against_the_answer_on_the_service() {
    for (service, accused, denied) in [
        (Service::ServiceSpecific, Supported, Contradicted),
        (Service::Bounded, Contradicted, Conditional),
        (Service::NotServiceAlone, Conditional, Conditional),
        (Service::CurrentDataSourceOpen, Conditional, Conditional),
        (Service::Insufficient, NotTested, NotTested),
    ] {
        let outcome = |denies| {
            let line = lines(&world(from_app(denies)), service, Scope::Conditional, &[]).remove(0);
            assert_eq!(line.about, About::Origin);
            line
        };
        assert_eq!((outcome(false).outcome, outcome(true).outcome), (accused, denied), "{service:?}");
    }
    let refuted = lines(&world(from_app(false)), Service::Insufficient, Scope::OnlyServiceRefuted, &[]).remove(0);
    assert_eq!(refuted.outcome, Conditional, "not all of them; of the rest nothing is decided");
    let bounded = lines(&world(from_app(true)), Service::Bounded, Scope::Conditional, &[]).remove(0);
    assert!(
        bounded.because.contains("At most 0.4 %") && bounded.because.contains("(26 of them)"),
        "{}",
        bounded.because
    );
}

#[test]
fn a_view_of_a_register_is_named_in_every_outcome() {
    let mut world = world(from_app(true));
    world.references[0].0.view_of = Some("register".into());
    let line = lines(&world, Service::Bounded, Scope::Conditional, &[]).remove(0);
    assert!(line.because.contains("can never tell the two apart"), "{}", line.because);
}

fn mixtures(world: &World, state: State, high: f64) -> Vec<Mixture> {
    let mut mixtures = crate::report::weigh(&world.matter(), crate::report::Parts::All).mixtures;
    let set = |part: &mut KeyPart| {
        (part.state, part.low, part.high) = (state, Some(high / 2.0), Some(high));
    };
    mixtures.iter_mut().flat_map(|mixture| &mut mixture.parts).filter(|part| part.reference == "bank").for_each(set);
    mixtures
}

#[test]
fn content_is_held_against_the_state_of_each_named_set() {
    for (state, high, said, denied) in [
        (State::Present, 0.9, Supported, Contradicted),
        (State::Absent, 0.005, Contradicted, Conditional),
        (State::Trace, 0.015, Conditional, Conditional),
        (State::Undetermined, 0.5, Conditional, Conditional),
    ] {
        let outcome = |denies| {
            let content = vec!["bank".into(), "parcels".into()];
            let world = world(Claim { by: "ministry".into(), content, denies, ..Claim::default() });
            let mixtures = mixtures(&world, state, high);
            let found = lines(&world, Service::Insufficient, Scope::Conditional, &mixtures);
            assert_eq!((found.len(), found[1].outcome), (2, NotTested), "one line for each set");
            assert_eq!(found[0].unit.as_deref(), Some("rows"));
            found[0].outcome
        };
        assert_eq!((outcome(false), outcome(true)), (said, denied), "{state:?}");
    }
}

fn dated(
    latest: &str,
    service_latest: Option<&str>,
    selection: Selection,
    claim: Claim,
) -> Vec<(ClaimOutcome, Option<Said>)> {
    let mut world = world(claim);
    world.question.selection = selection;
    let date = |column: &mut ColumnProfile, latest: &str| {
        column.name = Some("issue_date".into());
        (column.earliest, column.latest) = (Some("2010-01".into()), Some(latest.into()));
        column.recent = Some(Recent { month: latest.into(), rows: 40 });
    };
    date(&mut world.dump.as_mut().unwrap().columns[0], latest);
    if let (Some(profile), Some(latest)) = (&mut world.references[0].1, service_latest) {
        date(&mut profile.columns[0], latest);
    }
    let found = lines(&world, Service::Insufficient, Scope::Conditional, &[]);
    found.into_iter().map(|line| (line.outcome, line.measured)).collect()
}

/// A day beside a source says when the source's records were collected: nobody said that the dump holds them.
#[test]
fn a_day_with_a_source_is_no_claim_of_origin() {
    let claim = |denies: bool| Claim { collected_before: Some("2019-01-01".into()), ..from_app(denies) };
    let told = |denies: bool| lines(&world(claim(denies)), Service::Insufficient, Scope::Conditional, &[]);
    let about = |found: &[ClaimLine]| found.iter().map(|line| line.about).collect::<Vec<_>>();
    let found = told(false);
    assert_eq!(about(&found), [About::Date]);
    assert!(found[0].claim.contains("the records of app were collected before"), "{}", found[0].claim);
    assert_eq!(about(&told(true)), [About::Origin, About::Date], "a denial stays");
}

#[test]
fn claims_of_date_need_power() {
    let before = |day: &str| Claim { collected_before: Some(day.into()), ..Claim::default() };
    let after = |day: &str| Claim { collected_after: Some(day.into()), ..Claim::default() };
    let all = Selection::All;
    for (latest, service, selection, claim, outcome) in [
        ("2019-03", None, all, before("2019-01-01"), Contradicted),
        ("2019-01", None, all, before("2019-01-01"), Conditional),
        ("2018-05", None, all, before("2019-01-01"), Conditional),
        ("2018-05", Some("2020-04"), all, before("2019-01-01"), Supported),
        ("2018-05", Some("2020-04"), Selection::Unknown, before("2019-01-01"), Conditional),
        ("2020-03", None, all, after("2020"), Conditional),
        ("2020-03", None, all, after("2019"), Supported),
        ("2018-05", None, all, after("2020-01-01"), Contradicted),
        ("2018-05", None, all, after("2018-06-01"), Conditional),
        ("2018-05", None, Selection::FirstN, after("2020-01-01"), Conditional),
    ] {
        let found = dated(latest, service, selection, claim.clone());
        assert_eq!(found, [(outcome, Some(Said::Text(latest.into())))], "{latest} {claim:?}");
    }
    let unnamed = world(before("2019-01-01"));
    assert_eq!(lines(&unnamed, Service::Insufficient, Scope::Conditional, &[])[0].outcome, NotTested);
}

#[test]
fn completeness_is_looked_up_in_the_list() {
    let complete = Claim { source: Some("app".into()), complete: true, ..Claim::default() };
    let outcome = |shared: u64, selection: Selection| {
        let mut world = world(complete.clone());
        world.question.selection = selection;
        world.counts.as_mut().unwrap().overlaps[0].shared = shared;
        let found = lines(&world, Service::Insufficient, Scope::Conditional, &[]);
        assert_eq!((found.len(), found[0].about), (1, About::Completeness), "and no line of origin");
        found[0].outcome
    };
    assert_eq!(outcome(6_400, Selection::Unknown), Supported);
    assert_eq!(outcome(1_800, Selection::All), Contradicted);
    assert_eq!(outcome(1_800, Selection::Random), Conditional);
}

#[test]
fn foreign_columns_refute_columns_only() {
    let mut world = small_dump();
    world.question.claims.clear();
    let (before, _) = scope(&world.matter(), Some(LICENCE));
    world.question.never_stores.insert("app".into(), vec!["phone".into()]);
    let (after, why) = scope(&world.matter(), Some(LICENCE));
    assert_eq!(before, after);
    assert!(why.contains("6,000 of 9,000 filled cells (66.7 %)") && why.contains("would still be a copy"), "{why}");
}

#[test]
fn a_stated_size_older_than_the_dump_is_a_condition() {
    let mut world = small_dump();
    world.references[0].0.sizes[0].count = 1_000;
    world.references[0].1 = None;
    world.counts.as_mut().unwrap().overlaps.remove(0);
    for (size, dump, outcome) in [
        ("2020-05-12", "2020-05-11", Scope::OnlyServiceRefuted),
        ("2020-05-12", "2020-06-01", Scope::Conditional),
        ("2020", "2020-06-01", Scope::OnlyServiceRefuted),
    ] {
        world.references[0].0.sizes[0].date = Some(size.into());
        world.question.dump_date = Some(dump.into());
        assert_eq!(scope(&world.matter(), Some(LICENCE)).0, outcome, "{size} {dump}");
    }
}

#[test]
fn a_claimed_kind_that_is_not_there_leaves_the_best_shared_one() {
    let mut world = small_dump();
    world.question.claims = vec![claim(26_000, Some("ua.rntrc"))];
    let judgement = judge(&world.matter(), &[], None);
    let overlap = &judgement.verdict.overlap;
    assert_eq!(judgement.main_key.as_ref().map(|key| key.kind.as_str()), Some("ua.rntrc"), "the claim's unit stays");
    assert_eq!((overlap.kind.as_deref(), overlap.shared), (Some(LICENCE), Some(1_800)));
    assert!(overlap.sentence.contains("1,800 of 2,900 different driving licences"), "{}", overlap.sentence);
    assert!(overlap.sentence.ends_with("The two share no taxpayer numbers, so those could not be looked up."));
    let warning = judgement.main_key.and_then(|key| key.warning).unwrap_or_default();
    assert!(warning.contains("holds no taxpayer numbers") && warning.contains(LICENCE), "{warning}");
}

#[test]
fn few_keys_have_an_exact_interval() {
    let mut world = small_dump();
    world.question.claims.clear();
    let overlap = &mut world.counts.as_mut().unwrap().overlaps[0];
    (overlap.dump, overlap.shared) = (31, 0);
    let sentence = judge(&world.matter(), &[], None).verdict.overlap.sentence;
    assert!(
        sentence.contains("fewer than 100 of them no share is judged; the exact 95 % interval is 0 % to 11.2 %"),
        "{sentence}"
    );
}

#[test]
fn only_a_random_sample_speaks_of_all_that_is_claimed() {
    let mut world = world(claim(1_000_000, Some("rows")));
    let whole = |world: &World| crate::report::weigh(&world.matter(), crate::report::Parts::All).whole;
    world.question.selection = Selection::Random;
    let found = whole(&world);
    let bank = found.iter().find(|line| line.reference == "bank").unwrap();
    assert_eq!((bank.seen, bank.sample, bank.rows), (5_070, 10_000, 1_000_000));
    assert!(bank.low > 490_000 && bank.high < 520_000 && bank.low < 507_000 && bank.high > 507_000, "{bank:?}");
    assert_eq!(found.last().map(|line| line.reference.as_str()), Some("unknown"));
    for selection in Selection::ALL.into_iter().filter(|selection| *selection != Selection::Random) {
        world.question.selection = selection;
        assert!(whole(&world).is_empty(), "{selection:?}");
    }
}
