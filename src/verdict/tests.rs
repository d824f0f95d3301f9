//! The answers on made-up matter.

use super::bounds::{Basis, LimitIs, bounds};
use super::claims::{About, ClaimLine, ClaimOutcome, Heard, claim_lines};
use super::sample::*;
use super::scope::scope;
use super::*;
use crate::compare::KeyClass;
use crate::evidence::question::{Claim, Population, Selection};
use crate::reference::{Reference, Role, Size};

fn near(left: Option<f64>, right: f64) {
    assert!(left.is_some_and(|left| (left - right).abs() < 1e-12), "{left:?} is not {right}");
}

/// Ratio, shares and excess of the numbers said in public in May 2020.
#[test]
fn a_claimed_number_is_bounded() {
    let world = claim_only();
    let bounds = bounds(&world.matter(), Some(LICENCE));
    assert_eq!(bounds.iter().map(|b| b.limit_is).collect::<Vec<_>>(), [LimitIs::ServiceSize, LimitIs::InExistence]);
    near(bounds[0].share_at_most, 0.25);
    assert_eq!((bounds[0].excess_at_least, bounds[0].basis), (19_500_000, Basis::Claimed));
    near(bounds[1].share_at_most, 0.36538461538461536);
    assert_eq!(bounds[1].excess_at_least, 16_500_000);
    assert!(bounds[1].conditional_on.iter().any(|condition| condition.contains("lapsed")), "{bounds:?}");
}

/// The same with half a unit of the last digit said as rounding.
#[test]
fn stated_rounding_is_carried_through() {
    let mut world = claim_only();
    world.references[0].0 = sized("app", 6_500_000, Some(50_000));
    world.question.claims[0].rounding = Some(500_000);
    let population = world.question.populations.get_mut(LICENCE).unwrap();
    population.in_existence.as_mut().unwrap().rounding = Some(50_000);
    let bounds = bounds(&world.matter(), Some(LICENCE));
    near(bounds[0].share_at_most, 0.2568627450980392);
    assert_eq!(bounds[1].excess_at_least, 15_950_000);
    assert_eq!(bounds[1].limit_rounding, Some(50_000));
}

#[test]
fn only_ever_issued_bounds_without_condition() {
    let mut world = small_dump();
    world.question.claims.clear();
    let population = Population { in_existence: stock(2_000), ever_issued: stock(2_500) };
    world.question.populations.insert(LICENCE.into(), population);
    let bounds = bounds(&world.matter(), Some(LICENCE));
    let of =
        |limit_is| bounds.iter().find(|b| b.limit_is == limit_is && b.basis == Basis::Measured && b.unit == LICENCE);
    let (exist, issued) = (of(LimitIs::InExistence).unwrap(), of(LimitIs::EverIssued).unwrap());
    assert_eq!((exist.excess_at_least, issued.excess_at_least), (900, 400));
    assert!(!exist.conditional_on.is_empty() && issued.conditional_on.is_empty());
    assert!(bounds.iter().all(|bound| bound.unit == LICENCE), "a bank's phones bound nothing: {bounds:?}");
}

/// A list that is smaller than what its owner is said to hold limits nothing.
#[test]
fn a_part_of_the_service_is_no_limit() {
    let limit = |stated, complete| {
        let world = scope_world(9_000, Some((1_154, 10)), stated, complete).0;
        let bounds = bounds(&world.matter(), Some(LICENCE));
        let bound = bounds.into_iter().find(|bound| bound.limit_is == LimitIs::ServiceSize).unwrap();
        (bound.limit, bound.conditional_on.concat())
    };
    let (size, condition) = limit(Some(6_500), false);
    assert_eq!(size, 6_500);
    assert!(condition.starts_with("the stated size of app counts driving licences"), "{condition}");
    let (size, condition) = limit(None, false);
    assert_eq!(size, 1_154);
    assert!(condition.starts_with("the list of app holds all"), "{condition}");
    assert_eq!(limit(Some(6_500), true), (1_154, String::new()), "complete is what it is");
}

#[test]
fn without_a_dump_the_numbers_speak() {
    let world = claim_only();
    let verdict = judge(&world.matter(), &[], None).verdict;
    assert_eq!(
        verdict.numbers_alone[..2],
        [
            "If these are 26 million different driving licences, at most 6.5 million (25 %) can be app's; this does \
                 not show whether any are.",
            "Only 9.5 million driving licences are in existence, so at least 16.5 million (63.4 %) of 26 million \
                 different driving licences are not driving licences in existence; they would be lapsed or replaced \
                 ones, or were never issued.",
        ]
    );
    assert!(verdict.numbers_alone.len() <= 4, "the scope is the fifth");
    assert_eq!((verdict.scope, verdict.service), (Scope::Conditional, Service::Insufficient));
    assert_eq!(verdict.integrity, [Integrity::NotTested]);
    assert!(verdict.origin.is_empty());
}

#[test]
fn more_than_were_ever_issued_is_said_without_condition() {
    let mut world = claim_only();
    world.question.populations.get_mut(LICENCE).unwrap().ever_issued = stock(20_000_000);
    let judgement = judge(&world.matter(), &[], None);
    assert!(
        judgement.verdict.numbers_alone[1].ends_with("were never issued at all."),
        "{:?}",
        judgement.verdict.numbers_alone
    );
    assert_eq!(judgement.claims[0].outcome, ClaimOutcome::Contradicted);
}

#[test]
fn the_claims_unit_may_be_left_to_the_population() {
    let mut world = claim_only();
    world.question.claims[0].unit = None;
    let judgement = judge(&world.matter(), &[], None);
    assert_eq!(judgement.main_key.unwrap().kind, LICENCE);
    assert!(judgement.verdict.numbers_alone[0].starts_with("If these are 26 million different driving licences"));
    world.question.populations.clear();
    let judgement = judge(&world.matter(), &[], None);
    assert_eq!(judgement.main_key, None);
    assert!(
        judgement.verdict.numbers_alone[0]
            .starts_with("If these are 26 million different records, at most 6.5 million")
    );
}

/// A service with this list, its stated size, the day it is complete to, and a dump of `distinct` keys of which
/// `shared`.
fn scope_of(distinct: u64, list: Option<(u64, u64)>, stated: Option<u64>, complete: bool) -> Scope {
    scope_world(distinct, list, stated, complete).1
}

fn scope_world(distinct: u64, list: Option<(u64, u64)>, stated: Option<u64>, complete: bool) -> (World, Scope) {
    let mut app = reference("app", Role::Service);
    app.sizes = stated.into_iter().map(|count| Size { count, date: None, rounding: None }).collect();
    let mut world =
        World { dump: Some(profile("dump.csv", distinct, &[(LICENCE, distinct, distinct)])), ..World::default() };
    let mut counts = crate::compare::Counts::default();
    if let Some((size, shared)) = list {
        counts.overlaps.push(key_overlap(0, LICENCE, distinct, size, shared));
    }
    if complete {
        app.complete_to = Some("2020-05-11".into());
        world.question.dump_date = Some("2020-05-10".into());
    }
    world.references.push((app, list.map(|(size, _)| profile("app.csv", size, &[(LICENCE, size, size)]))));
    world.counts = Some(counts);
    let (scope, why) = scope(&world.matter(), Some(LICENCE));
    assert!(why.ends_with('.'), "{why}");
    (world, scope)
}

/// Sizes and lists are of a day: a dump that may be of a later one is not limited by them.
#[test]
fn a_size_of_another_day_refutes_nothing() {
    let dated = |dump: Option<&str>, complete_to: Option<&str>, size: Option<u64>| {
        let (mut world, _) = scope_world(900, Some((600, 600)), size, false);
        let app = &mut world.references[0].0;
        app.sizes.iter_mut().for_each(|size| size.date = Some("2020-05-11".into()));
        app.complete_to = complete_to.map(str::to_owned);
        world.question.dump_date = dump.map(str::to_owned);
        scope(&world.matter(), Some(LICENCE))
    };
    let (grown, why) = dated(None, None, Some(600));
    assert_eq!(grown, Scope::Conditional);
    assert!(why.contains("if the dump was made by 2020-05-11: its size is known as of that day"), "{why}");
    let (listed, why) = dated(None, Some("2020-05-11"), None);
    assert_eq!(listed, Scope::Conditional);
    assert!(why.contains("if the dump was made by 2020-05-11: its list is complete"), "{why}");
    assert_eq!(dated(Some("2020-05-01"), None, Some(600)).0, Scope::OnlyServiceRefuted);
    assert_eq!(dated(Some("2021-05-01"), None, Some(600)).0, Scope::Conditional);
    let (longer, why) = dated(Some("2020-05-01"), None, Some(500));
    assert_eq!(longer, Scope::Conditional, "the list alone shows that the size is wrong");
    assert!(why.contains("more than the stated size of 500"), "{why}");
}

#[test]
fn scope_by_keys() {
    // Up to 7 % outside is what missed matches and the margin explain.
    assert_eq!(scope_of(1_000, Some((5_000, 931)), None, true), Scope::OnlyServiceNotRefuted);
    assert_eq!(scope_of(1_000, Some((5_000, 900)), None, true), Scope::OnlyServiceRefuted);
    assert_eq!(scope_of(1_000, Some((5_000, 900)), None, false), Scope::Conditional, "the list may not be complete");
    assert_eq!(scope_of(90, Some((5_000, 0)), None, true), Scope::NotTested, "fewer than 100 keys");
    assert_eq!(
        scope_of(1_000, Some((5_000, 0)), None, true),
        Scope::Conditional,
        "nothing matches: spelling may differ"
    );
}

#[test]
fn a_list_that_matches_another_reference_is_spelled_alike() {
    let (mut world, scope_without) = scope_world(1_000, Some((5_000, 0)), None, true);
    assert_eq!(scope_without, Scope::Conditional);
    let class = KeyClass { members: vec![0, 1], held: 12, found: 0 };
    let membership = crate::compare::Membership::undivided(LICENCE, vec![0, 1], vec![class]);
    world.counts.as_mut().unwrap().memberships.push(membership);
    assert_eq!(scope(&world.matter(), Some(LICENCE)).0, Scope::OnlyServiceRefuted);
}

#[test]
fn scope_by_size() {
    assert_eq!(scope_of(20_000, Some((5_000, 5_000)), None, true), Scope::OnlyServiceRefuted);
    assert_eq!(
        scope_of(20_000, Some((5_000, 5_000)), None, false),
        Scope::Conditional,
        "how large it was is not known"
    );
    assert_eq!(scope_of(20_000, Some((5_000, 5_000)), Some(6_000), false), Scope::OnlyServiceRefuted);
    assert_eq!(scope_of(5_050, Some((5_000, 5_000)), Some(5_000), true), Scope::OnlyServiceNotRefuted);
    assert_eq!(scope_of(5_000, None, Some(6_000), false), Scope::OnlyServiceNotRefuted);
    assert_eq!(scope_of(5_000, None, None, false), Scope::NotTested);
}

#[test]
fn a_stated_size_refutes_only_in_a_unit_that_somebody_named() {
    let (mut world, scope_unnamed) = scope_world(20_000, None, Some(5_000), false);
    assert_eq!(scope_unnamed, Scope::Conditional);
    world.key = Some(LICENCE);
    assert_eq!(scope(&world.matter(), Some(LICENCE)).0, Scope::OnlyServiceRefuted);
    world.key = None;
    world.question.claims.push(claim(5, Some(LICENCE)));
    assert_eq!(scope(&world.matter(), Some(LICENCE)).0, Scope::OnlyServiceRefuted);
}

#[test]
fn completeness_counts_up_to_the_dumps_day() {
    let (mut world, _) = scope_world(1_000, Some((5_000, 900)), None, true);
    for (complete_to, dump, complete) in [
        ("2020-05-11", "2020-05-11", true),
        ("2020-05-11", "2020-05-12", false),
        ("2020-05-11", "2020-05", false),
        ("2020-06-01", "2020-05", true),
        ("2020-05", "2020-05-11", false),
        ("2021", "2020-05-11", true),
    ] {
        world.references[0].0.complete_to = Some(complete_to.into());
        world.question.dump_date = Some(dump.into());
        assert_eq!(world.matter().service_list_complete(), complete, "{complete_to} {dump}");
    }
    world.question.dump_date = None;
    world.question.claims =
        ["2020-07-01", "2020-05-11"].map(|day| Claim { date: Some(day.into()), ..Claim::default() }).into();
    world.references[0].0.complete_to = Some("2020-05-11".into());
    assert!(world.matter().service_list_complete(), "the earliest claim shows that the dump was there");
}

#[test]
fn the_main_key_is_chosen_in_order() {
    let chosen = |world: &World| main_key::choose(&world.matter()).map(|key| (key.kind, key.warning.is_some()));
    let mut world = small_dump();
    world.question.claims.clear();
    assert_eq!(chosen(&world), Some((LICENCE.into(), false)), "the only kind shared with the service");
    world.question.claims = vec![claim(5, Some("phone"))];
    assert_eq!(chosen(&world).unwrap().0, "phone", "the claim's unit");
    world.key = Some("email");
    assert_eq!(chosen(&world), Some(("email".into(), true)), "asked for, though the dump has none");
    // No service: most references first, then most keys.
    let mut world = small_dump();
    world.question.claims.clear();
    world.references[0].0.role = Role::Corpus;
    assert_eq!(chosen(&world).unwrap().0, LICENCE, "two references hold licences, one phones");
    world.counts.as_mut().unwrap().overlaps.remove(0);
    assert_eq!(chosen(&world).unwrap().0, "phone", "each is held by one: the dump has more phones");
}

#[test]
fn chance_and_ties_decide_the_main_key() {
    let mut world = small_dump();
    world.question.claims.clear();
    let overlaps =
        |list: &[(&str, u64)]| list.iter().map(|(kind, dump)| key_overlap(0, kind, *dump, 9_000, 5)).collect();
    let mut chosen = |list: &[(&str, u64)]| {
        world.counts.as_mut().unwrap().overlaps = overlaps(list);
        main_key::choose(&world.matter()).unwrap().kind
    };
    assert_eq!(chosen(&[("phone", 1_000), ("email", 900)]), "email", "a phone is easier to look like");
    assert_eq!(chosen(&[("password", 9_000), ("email", 10)]), "email", "anything can be a password");
    assert_eq!(chosen(&[("password", 9_000), ("person_name", 9_500)]), "password", "names tell nobody");
    assert_eq!(chosen(&[("hash.ntlm", 900), ("hash.md5", 900)]), "hash.md5", "ties by id");
}

#[test]
fn a_key_that_would_change_the_scope_is_told() {
    let (mut world, _) = scope_world(1_000, Some((5_000, 1_000)), None, true);
    world.dump = Some(profile("dump.csv", 1_000, &[("email", 1_000, 200), (LICENCE, 1_000, 1_000)]));
    world.counts.as_mut().unwrap().overlaps.push(key_overlap(0, "email", 200, 5_000, 20));
    world.key = Some(LICENCE);
    let key = main_key::choose(&world.matter()).unwrap();
    assert_eq!((key.kind.as_str(), key.shared_kinds.len()), (LICENCE, 2));
    assert!(key.warning.as_ref().is_some_and(|warning| warning.contains("email (only-service-refuted)")), "{key:?}");
}

fn lines(
    world: &World,
    service: Service,
    scope: Scope,
    mixtures: &[Mixture],
    composition: Option<&Composition>,
) -> Vec<ClaimLine> {
    let exclusive = CopiedShare { low: 0.0, high: 0.004, records: 26, people: 26 };
    let copied = ServiceCopiedShare { of_exclusive: Some(exclusive), of_all: None };
    claim_lines(&world.matter(), &Heard { main: Some(LICENCE), scope, service, copied: &copied, mixtures, composition })
}

fn outcomes(world: &World) -> Vec<(About, ClaimOutcome)> {
    let lines = lines(world, Service::Insufficient, Scope::Conditional, &[], None);
    lines.into_iter().map(|line| (line.about, line.outcome)).collect()
}

#[test]
fn claims_of_size_are_counted_in_their_own_unit() {
    let mut world = small_dump();
    for (records, unit, selection, outcome) in [
        (2_900, Some(LICENCE), Selection::All, ClaimOutcome::Supported),
        (2_950, Some(LICENCE), Selection::All, ClaimOutcome::Supported),
        (3_000, Some(LICENCE), Selection::All, ClaimOutcome::Contradicted),
        (3_000, Some(LICENCE), Selection::Unknown, ClaimOutcome::Conditional),
        (2_000, Some(LICENCE), Selection::Unknown, ClaimOutcome::Contradicted),
        (10_000, Some("rows"), Selection::All, ClaimOutcome::Supported),
        (10_000, None, Selection::All, ClaimOutcome::Supported),
        (8_700, Some("people"), Selection::All, ClaimOutcome::Supported),
        (8_700, Some("email"), Selection::All, ClaimOutcome::NotTested),
        (26_000_000, Some("email"), Selection::Unknown, ClaimOutcome::Conditional),
        (26_000_000, Some("email"), Selection::All, ClaimOutcome::Contradicted),
    ] {
        world.question.claims = vec![claim(records, unit)];
        world.question.selection = selection;
        assert_eq!(outcomes(&world), [(About::Size, outcome)], "{records} {unit:?} {selection:?}");
    }
    world.question.claims = vec![Claim { rounding: Some(100), ..claim(3_000, Some(LICENCE)) }];
    world.question.selection = Selection::All;
    assert_eq!(outcomes(&world), [(About::Size, ClaimOutcome::Supported)], "within the rounding said");
    world.question.claims = vec![claim(3_000, Some(LICENCE))];
    let limit = crate::profile::LimitHit { place: "x".into(), limit: "y".into(), value: "1".into(), hint: "z".into() };
    world.dump.as_mut().unwrap().limits.push(limit);
    assert_eq!(outcomes(&world), [(About::Size, ClaimOutcome::Conditional)], "what was not examined may hold the rest");
}

#[test]
fn every_line_of_a_claim_gets_an_outcome() {
    let world = small_dump();
    let matter = world.matter();
    let source = |id| crate::mixture::Source { id, is_source: true, chance: 0.0 };
    let sources: Vec<_> = matter.ids().into_iter().map(source).collect();
    let composition = matter
        .counts
        .and_then(|counts| counts.rows.as_ref())
        .map(|rows| crate::mixture::of_rows(rows, &[0, 1, 2], &sources, &[]));
    let lines = lines(&world, Service::Insufficient, Scope::Conditional, &[], composition.as_ref());
    let got: Vec<_> = lines.iter().map(|line| (line.about, line.outcome)).collect();
    assert_eq!(
        got,
        [
            (About::Size, ClaimOutcome::Contradicted),
            (About::Ratio, ClaimOutcome::Contradicted),
            (About::Content, ClaimOutcome::NotTested),
            (About::Content, ClaimOutcome::NotTested),
            (About::HoldsNoRecords, ClaimOutcome::NotTested),
        ]
    );
    assert!(lines[2].because.contains("5,070 of 10,000 rows (50.7 %)"), "{}", lines[2].because);
    assert!(lines[3].because.contains("parcels: not given"), "{}", lines[3].because);
    let mut world = small_dump();
    world.question.claims = vec![Claim { by: "expert".into(), source: Some("app".into()), ..Claim::default() }];
    assert_eq!(outcomes(&world), [(About::Origin, ClaimOutcome::NotTested)]);
}

#[test]
fn a_view_of_a_register_cannot_be_parted_from_it() {
    let mut world = small_dump();
    world.references[0].0.view_of = Some("register".into());
    let judgement = judge(&world.matter(), &[], None);
    let line = judgement.claims.iter().find(|line| line.about == About::HoldsNoRecords).unwrap();
    assert_eq!(line.outcome, ClaimOutcome::Conditional);
    assert!(judgement.verdict.because.service.contains("never part"), "{}", judgement.verdict.because.service);
}

#[test]
fn without_a_common_key_the_first_thing_that_lacks_is_one() {
    let mut world = small_dump();
    world.references[0].1 = Some(profile("app.csv", 6_480, &[("email", 6_480, 6_480), ("person_name", 6_480, 6_000)]));
    world.counts.as_mut().unwrap().overlaps = vec![key_overlap(0, "person_name", 2_000, 6_000, 900)];
    let asked = would_change::would_change(&world.matter(), Some(LICENCE), None, Service::Insufficient);
    let first =
        "A list of app with telephone numbers or driving licences, or a file of the dump with e-mail addresses: ";
    assert!(asked[0].starts_with(first), "{asked:?}");
    assert!(asked.iter().all(|sentence| !sentence.contains("--control")), "nothing of it helps yet: {asked:?}");
}

#[test]
fn what_would_change_the_answer_stands_best_first() {
    let first = |world: &World| {
        would_change::would_change(&world.matter(), Some(LICENCE), None, Service::Insufficient).remove(0)
    };
    let mut world = small_dump();
    assert!(first(&world).contains("`complete_to`"));
    world.references[0].0.complete_to = Some("2020-01-01".into());
    world.question.dump_date = Some("2019-01-01".into());
    assert!(first(&world).starts_with("A control list"));
    let control = Reference { role: Role::Control, ..reference("rest", Role::Control) };
    world.references.push((control, None));
    assert!(first(&world).starts_with("Records known from elsewhere"));
    world.references.push((reference("known", Role::Member), None));
    assert!(first(&world).starts_with("The version history"));
    world.references[0].1 = None;
    assert!(first(&world).starts_with("The list of app"));
    world.references.remove(0);
    assert!(first(&world).starts_with("The record set of the service"));
}

#[test]
fn columns_that_were_not_decided_are_asked_for() {
    let world = two_sets();
    let asked = would_change::would_change(&world.matter(), Some("email"), None, Service::Insufficient);
    assert!(asked.iter().any(|sentence| sentence.contains("--key email")), "{asked:?}");
    assert!(asked.iter().any(|sentence| sentence.contains("Name another column.")), "{asked:?}");
}
