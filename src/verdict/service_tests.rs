//! Answer B on made-up memberships: every branch, and the worked case of May 2020 at one to a hundred.

use super::sample::{LICENCE, World, claim, key_overlap, profile, reference, stock};
use super::*;
use crate::compare::{Cell, Counts, Dimension, KeyClass};
use crate::evidence::question::{Population, Selection};
use crate::reference::{Role, Size};

/// Which references (by place) hold a class, how many keys, how many of them in the dump.
pub(super) type Class<'a> = (&'a [usize], u64, u64);

pub(super) const APP: usize = 0;

/// A world of licences: references in their roles, classes, and keys of the dump that nobody holds.
pub(super) fn world(roles: &[(&str, Role)], classes: &[Class], unheld: u64) -> World {
    let mut classes: Vec<KeyClass> = classes
        .iter()
        .map(|(members, held, found)| KeyClass { members: members.to_vec(), held: *held, found: *found })
        .collect();
    classes.push(KeyClass { members: Vec::new(), held: 0, found: unheld });
    classes.sort_by(|one, other| one.members.cmp(&other.members));
    let dump: u64 = classes.iter().map(|class| class.found).sum();
    let of = |place: usize, count: fn(&KeyClass) -> u64| -> u64 {
        classes.iter().filter(|class| class.members.contains(&place)).map(count).sum()
    };
    let mut overlaps = Vec::new();
    let mut references = Vec::new();
    for (place, (id, role)) in roles.iter().enumerate() {
        let size = of(place, |class| class.held);
        let mut overlap = key_overlap(place, LICENCE, dump, size, of(place, |class| class.found));
        (overlap.decoys, overlap.chance_hits) = (Some(10_000), Some(0));
        overlaps.push(overlap);
        references.push((reference(id, *role), Some(profile(&format!("{id}.csv"), size, &[(LICENCE, size, size)]))));
    }
    let memberships = vec![Membership::undivided(LICENCE, (0..roles.len()).collect(), classes)];
    World {
        dump: Some(profile("dump.csv", dump, &[(LICENCE, dump, dump)])),
        references,
        counts: Some(Counts { overlaps, memberships, ..Counts::default() }),
        question: Question { selection: Selection::All, ..Question::default() },
        key: Some(LICENCE),
    }
}

use crate::compare::Membership;
use crate::evidence::question::Question;

/// Divides the service's classes evenly over `months` months.
pub(super) fn dated(mut world: World, months: u32) -> World {
    let membership = &mut world.counts.as_mut().unwrap().memberships[0];
    for (class, keys) in membership.informative.iter().enumerate().filter(|(_, keys)| keys.members.contains(&APP)) {
        for month in 0..u64::from(months) {
            let part = |whole: u64| (month + 1) * whole / u64::from(months) - month * whole / u64::from(months);
            let (held, found) = (part(keys.held), part(keys.found));
            let stratum = 24_000 + month as u32;
            membership.cells.push(Cell { class, dimension: Dimension::Month, stratum, held, found });
        }
    }
    world
}

fn verdict(world: &World) -> Verdict {
    judge(&world.matter(), &[], None).verdict
}

#[track_caller]
pub(super) fn is(world: &World, service: Service) -> Verdict {
    let verdict = verdict(world);
    assert_eq!(verdict.service, service, "{}", verdict.because.service);
    assert!(verdict.because.service.ends_with('.') && !verdict.because.service.contains(".."), "{:?}", verdict.because);
    verdict
}

pub(super) const ROLES: [(&str, Role); 2] = [("app", Role::Service), ("old", Role::Corpus)];
pub(super) const WITH_CONTROL: [(&str, Role); 3] =
    [("app", Role::Service), ("old", Role::Corpus), ("others", Role::Control)];

/// The twin of the worked case: 65,000 in the service, 6,329 of them its own; an old composite hits 75.5 % of it.
pub(super) fn twin(own: u64, control: Option<u64>) -> World {
    let mut classes: Vec<Class> = vec![(&[APP], 6_329, own), (&[APP, 1], 58_671, 49_075), (&[1], 200_000, 167_300)];
    if let Some(found) = control {
        // The control list is of the same population: others hold parts of it too.
        classes.extend([(&[2_usize][..], 1_000, found), (&[1, 2], 9_000, 7_529)]);
    }
    let mut world = dated(world(if control.is_some() { &WITH_CONTROL } else { &ROLES }, &classes, 18_000), 10);
    let population = Population { in_existence: None, ever_issued: stock(420_000) };
    world.question.populations.insert(LICENCE.into(), population);
    // The worked case's list covers all that the service ever held.
    world.references[APP].0.complete_to = Some("2020-05-11".into());
    world.question.dump_date = Some("2020-05-11".into());
    world
}

#[test]
fn numbers_alone_decide_nothing_of_the_service() {
    let verdict = is(&super::sample::claim_only(), Service::Insufficient);
    assert_eq!((verdict.headline.code.as_str(), verdict.strength.log10_lr), ("insufficient", None));
    assert!(verdict.posteriors.is_empty());
}

/// T3: three quarters of the service are in the dump, and none of its own records.
#[test]
fn an_old_composite_is_bounded() {
    let verdict = is(&twin(0, None), Service::Bounded);
    let own = verdict.service_copied_share.of_exclusive.unwrap();
    assert!(own.high < 5e-4 && own.records == 4 && own.low == 0.0, "{own:?}");
    let all = verdict.service_copied_share.of_all.unwrap();
    assert!(all.high < 0.01 && all.people >= all.records, "{all:?}");
    assert_eq!(verdict.strength.hypotheses, ["service", "older-sets"]);
    assert_eq!(
        (verdict.strength.log10_lr, verdict.strength.words.as_str()),
        (Some(-1.99), "moderate support for older-sets over service")
    );
    assert!(verdict.because.service.contains("if the list of app is complete"), "{}", verdict.because.service);
    assert!(verdict.not_shown[0].contains("not in its list"), "{:?}", verdict.not_shown);
    assert_eq!(verdict.headline.code, "bounded");
    assert!(verdict.would_change.iter().all(|sentence| !sentence.contains("--control")), "{:?}", verdict.would_change);
}

/// T5: none of 50 planted records found adds nothing against a small copy and leaves the band as it is.
#[test]
fn absent_canaries_change_little() {
    let mut roles = ROLES.to_vec();
    roles.push(("planted", Role::Canary));
    let classes: [Class; 4] =
        [(&[APP], 6_329, 0), (&[APP, 1], 58_671, 49_075), (&[1], 200_000, 167_300), (&[APP, 2], 50, 0)];
    let mut world = dated(world(&roles, &classes, 18_000), 10);
    world.question.populations.insert(LICENCE.into(), Population { in_existence: None, ever_issued: stock(420_000) });
    world.references[APP].0.complete_to = Some("2020-05-11".into());
    world.question.dump_date = Some("2020-05-11".into());
    let verdict = is(&world, Service::Bounded);
    assert_eq!((verdict.strength.log10_lr, verdict.strength.dependent), (Some(-1.99), Some(-1.99)));
    assert!(verdict.strength.independent.unwrap() < -2.0, "{:?}", verdict.strength);
}

/// CF1: the service inside, none of 1,000 control records.
#[test]
fn own_records_without_control_records_are_specific() {
    let verdict = is(&twin(6_269, Some(0)), Service::ServiceSpecific);
    assert_eq!(verdict.strength.log10_lr, Some(1.99));
    assert!(verdict.strength.words.starts_with("moderate support for service"), "{:?}", verdict.strength);
    let own = verdict.service_copied_share.of_exclusive.unwrap();
    assert!(own.low > 0.9 && own.high == 1.0, "{own:?}");
    assert_eq!(verdict.headline.code, "service-specific");
    assert_eq!(verdict.weights.len(), 4);
}

/// CF2: the register leaked; control records are there as often.
#[test]
fn control_records_as_often_are_not_the_service_alone() {
    let verdict = is(&twin(6_265, Some(990)), Service::NotServiceAlone);
    assert_eq!(verdict.strength.hypotheses, ["service-alone", "another-holder"]);
    assert_eq!(verdict.strength.log10_lr, Some(-1.99));
    let added = &verdict.weights[3];
    assert_eq!(added.hypotheses, ["service-and-another-holder", "another-holder"]);
    assert!(added.log10_lr.unwrap().abs() < 0.1, "{added:?}");
    assert!(verdict.because.service.contains("cannot be decided"), "{}", verdict.because.service);
}

/// CF3: whatever the number of hits, without control records the source is open and the weight is 0.
#[test]
fn without_control_the_source_stays_open() {
    for own in [300, 3_000, 6_329] {
        let verdict = is(&twin(own, None), Service::CurrentDataSourceOpen);
        assert_eq!(verdict.strength.log10_lr, Some(0.0));
        assert!(verdict.because.service.contains("a register above it"), "{}", verdict.because.service);
        assert!(verdict.would_change.iter().any(|sentence| sentence.contains("--control")));
    }
}

#[test]
fn a_copied_hundredth_is_found_and_none_is_not() {
    let of = |own: u64, found: u64, control: u64, hits: u64| {
        let classes: [Class; 5] = [
            (&[APP], own, found),
            (&[APP, 1], 5_000, 2_000),
            (&[1], 5_000, 2_000),
            (&[2], control, hits),
            (&[1, 2], 500, 200),
        ];
        dated(world(&WITH_CONTROL, &classes, 40), 10)
    };
    is(&of(1_500, 15, 1_000, 0), Service::ServiceSpecific);
    is(&of(1_500, 0, 1_000, 0), Service::Bounded);
    is(&of(483, 5, 1_000, 0), Service::ServiceSpecific);
    // 35 % against 25 %: who the service's people are explains it.
    is(&of(2_000, 700, 1_000, 250), Service::NotServiceAlone);
    // 75 % against 25 % would be decided if that much were granted and no more; granted twice as much, it is not.
    is(&of(2_000, 1_500, 1_000, 250), Service::NotServiceAlone);
    is(&of(2_000, 1_900, 1_000, 250), Service::ServiceSpecific);
    // Too few for anything.
    is(&of(482, 400, 1_000, 0), Service::Insufficient);
    is(&of(1_500, 15, 90, 0), Service::CurrentDataSourceOpen);
}

/// Series of the service's keys and of control records: the same ten, or ten others.
fn in_series(mut world: World, control_from: u32) -> World {
    let membership = &mut world.counts.as_mut().unwrap().memberships[0];
    for (class, keys) in membership.informative.iter().enumerate().filter(|(_, keys)| !keys.members.is_empty()) {
        let first = if keys.members.contains(&APP) { 1 } else { control_from };
        for place in 0..10_u64 {
            let part = |whole: u64| (place + 1) * whole / 10 - place * whole / 10;
            let (held, found) = (part(keys.held), part(keys.found));
            let stratum = first + place as u32;
            membership.cells.push(Cell { class, dimension: Dimension::Series, stratum, held, found });
        }
    }
    world
}

/// A register of new licences leaked; control records of old ones say nothing of them.
#[test]
fn control_records_of_other_series_accuse_nobody() {
    let verdict = is(&in_series(twin(6_269, Some(0)), 1), Service::ServiceSpecific);
    assert!(verdict.because.service.contains("if the control records are real"), "{}", verdict.because.service);
    is(&in_series(twin(6_269, Some(0)), 11), Service::CurrentDataSourceOpen);
    // Half of the series in common still compare.
    is(&in_series(twin(6_269, Some(0)), 5), Service::ServiceSpecific);
    is(&in_series(twin(6_265, Some(990)), 5), Service::NotServiceAlone);
}

#[test]
fn a_register_stands_in_for_a_control_list() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("register", Role::Register)];
    let of = |own: u64, rest: u64| {
        let classes: [Class; 4] =
            [(&[APP, 2], 6_000, own), (&[APP, 1, 2], 6_000, 3_000), (&[1, 2], 6_000, 3_000), (&[2], 9_000, rest)];
        world(&roles, &classes, 10)
    };
    is(&of(5_900, 0), Service::ServiceSpecific);
    is(&of(5_900, 8_900), Service::NotServiceAlone);
    // A view of the register is never parted from it.
    let mut view = of(5_900, 0);
    view.references[APP].0.view_of = Some("register".into());
    let verdict = is(&view, Service::CurrentDataSourceOpen);
    assert!(verdict.because.service.contains("never part") && verdict.because.service.contains("register"));
    let mut view = of(5_900, 8_900);
    view.references[APP].0.view_of = Some("register".into());
    is(&view, Service::NotServiceAlone);
}

#[test]
fn a_planted_record_betrays() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("planted-may", Role::Canary)];
    let of = |alone: u64, shared: u64, dump: u64| {
        let classes: [Class; 4] =
            [(&[APP], 3_000, 60 * alone), (&[APP, 2], 50, alone), (&[1], 900, dump), (&[1, 2], 5, shared)];
        world(&roles, &classes, 10)
    };
    let verdict = is(&of(1, 0, 800), Service::ServiceSpecific);
    assert!(verdict.because.service.contains("planted-may"), "{}", verdict.because.service);
    assert!(verdict.strength.log10_lr.unwrap() > 1.9, "{:?}", verdict.strength);
    // Fewer than 100 keys: planted records still speak.
    is(&of(1, 0, 20), Service::ServiceSpecific);
    // What an older set holds too betrays nothing.
    assert_ne!(verdict_of(&of(0, 5, 800)), Service::ServiceSpecific);
    // In a dense space of numbers one hit is chance.
    let mut dense = of(1, 0, 800);
    dense.counts.as_mut().unwrap().overlaps.iter_mut().for_each(|overlap| overlap.chance_hits = Some(4_000));
    assert_ne!(verdict_of(&dense), Service::ServiceSpecific);
    // A view can be betrayed too.
    let mut view = of(1, 0, 800);
    view.references[APP].0.view_of = Some("register".into());
    is(&view, Service::ServiceSpecific);
}

/// A birth date or name of a planted record is many a real person's; and a record that the list does not hold was not
/// planted in it as given.
#[test]
fn planted_names_and_unlisted_records_betray_nobody() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("planted", Role::Canary)];
    let of = |listed: u64, found: u64| {
        let planted: &[usize] = &[APP, 2];
        let classes: [Class; 4] = [
            (&[APP], 3_000, 0),
            (if listed > 0 { planted } else { &[2] }, 50, found),
            (&[APP, 1], 3_000, 800),
            (&[1], 900, 800),
        ];
        world(&roles, &classes, 10)
    };
    is(&of(1, 5), Service::ServiceSpecific);
    assert_ne!(verdict_of(&of(0, 5)), Service::ServiceSpecific);
    let mut dates = of(1, 5);
    for membership in &mut dates.counts.as_mut().unwrap().memberships {
        membership.kind = "date".into();
    }
    assert_ne!(verdict_of(&dates), Service::ServiceSpecific);
}

fn verdict_of(world: &World) -> Service {
    verdict(world).service
}

/// Nothing of this kind may clear a service.
#[test]
fn a_list_that_cannot_be_trusted_clears_nobody() {
    let says = |world: &World, part: &str| {
        let verdict = is(world, Service::Insufficient);
        assert!(verdict.because.service.contains(part), "{}", verdict.because.service);
        assert!(verdict.service_copied_share.of_all.is_none());
    };
    // Another normaliser: the list shares nothing with anybody.
    let mut spelled = dated(world(&ROLES, &[(&[APP], 65_000, 0), (&[1], 258_671, 200_000)], 100), 10);
    says(&spelled, "hardly matches any other set");
    spelled.question.populations.insert(LICENCE.into(), Population { in_existence: None, ever_issued: stock(420_000) });
    says(&spelled, "hardly matches any other set");
    // Half-spelled: a fifth of the expected overlap.
    let mut half =
        dated(world(&ROLES, &[(&[APP], 57_000, 0), (&[APP, 1], 8_000, 0), (&[1], 250_671, 200_000)], 100), 10);
    half.question.populations.insert(LICENCE.into(), Population { in_existence: None, ever_issued: stock(420_000) });
    says(&half, "hardly matches any other set");
    // Nothing to check it with.
    says(
        &dated(world(&ROLES[..1], &[(&[APP], 6_000, 0)], 10_000), 10),
        "nothing shows that the list of app is spelled",
    );
    // Smaller than stated.
    let mut small = twin(0, None);
    small.references[APP].0.sizes = vec![Size { count: 130_000, date: None, rounding: None }];
    says(&small, "is said to hold");
    // Ends before the dump.
    let mut early = twin(0, None);
    early.references[APP].0.complete_to = Some("2020-01-01".into());
    early.question.dump_date = Some("2020-05-11".into());
    says(&early, "covers its records up to 2020-01-01");
}

#[test]
fn known_members_show_a_doctored_list() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("known", Role::Member)];
    let of = |listed: u64, missing: u64, missing_found: u64| {
        let classes: [Class; 5] = [
            (&[APP], 6_000, 0),
            (&[APP, 2], listed, 0),
            (&[APP, 1], 20_000, 10_000),
            (&[1], 20_000, 10_000),
            (&[2], missing, missing_found),
        ];
        dated(world(&roles, &classes, 300), 10)
    };
    let verdict = is(&of(400, 0, 0), Service::Bounded);
    assert!(!verdict.because.service.contains("is complete"), "members show it: {}", verdict.because.service);
    // 200 of 200 say that it lacks at most 1.5 %: more than what is bounded.
    let verdict = is(&of(200, 0, 0), Service::Bounded);
    assert!(verdict.because.service.contains("is complete"), "{}", verdict.because.service);
    is(&of(197, 3, 0), Service::Bounded);
    let verdict = is(&of(180, 20, 0), Service::Insufficient);
    assert!(verdict.because.service.contains("lacks 20 of 200"), "{}", verdict.because.service);
    let verdict = is(&of(197, 3, 1), Service::Insufficient);
    assert!(verdict.because.service.contains("in the dump and not in the list"), "{}", verdict.because.service);
    // Too few members to call the list whole leave the condition.
    assert!(is(&of(15, 0, 0), Service::Bounded).because.service.contains("is complete"));
}

/// An early snapshot: the old months are in the dump, and the older sets hold nearly all their records.
#[test]
fn a_snapshot_is_not_cleared() {
    let mut world = world(&ROLES, &[(&[APP], 6_000, 10), (&[APP, 1], 14_000, 10_000), (&[1], 14_000, 7_000)], 100);
    let informative = &world.counts.as_ref().unwrap().memberships[0].informative;
    let place = |members: &[usize]| informative.iter().position(|class| class.members == members).unwrap();
    let (own, both) = (place(&[APP]), place(&[APP, 1]));
    let cell = |class, stratum, held, found| Cell { class, dimension: Dimension::Month, stratum, held, found };
    let cells = vec![
        cell(own, 24_000, 10, 10),
        cell(own, 24_001, 5_990, 0),
        cell(both, 24_000, 10_000, 8_000),
        cell(both, 24_001, 4_000, 2_000),
    ];
    world.counts.as_mut().unwrap().memberships[0].cells = cells;
    let verdict = verdict(&world);
    assert_ne!(verdict.service, Service::Bounded, "{}", verdict.because.service);
    assert!(verdict.service_copied_share.of_exclusive.is_none_or(|share| share.high < 0.01));
}

#[test]
fn without_dates_only_few_hits_clear() {
    let classes: [Class; 3] = [(&[APP], 6_329, 0), (&[APP, 1], 58_671, 49_075), (&[1], 200_000, 167_300)];
    let undated = world(&ROLES, &classes, 100);
    let verdict = is(&undated, Service::Insufficient);
    assert!(verdict.because.service.contains("every month"), "{}", verdict.because.service);
    assert!(verdict.service_copied_share.of_exclusive.is_some(), "the bound on its own records stands");
    assert!(verdict.would_change.iter().any(|sentence| sentence.contains("was made")), "{:?}", verdict.would_change);
    let few: [Class; 3] = [(&[APP], 6_329, 0), (&[APP, 1], 58_671, 100), (&[1], 200_000, 341)];
    let verdict = is(&world(&ROLES, &few, 40), Service::Bounded);
    assert!(!verdict.because.service.contains("did not avoid"), "{}", verdict.because.service);
}

/// Keys of the dump that no set holds may be records that the list lacks, unless it is known to be whole.
#[test]
fn many_unknown_keys_clear_only_a_whole_list() {
    let few: [Class; 3] = [(&[APP], 6_329, 0), (&[APP, 1], 58_671, 100), (&[1], 200_000, 341)];
    let mut unknown = world(&ROLES, &few, 9_000);
    let verdict = is(&unknown, Service::Insufficient);
    assert!(
        verdict.because.service.contains("9,000 driving licences of the dump are in no set"),
        "{:?}",
        verdict.because
    );
    unknown.references[APP].0.complete_to = Some("2020-06-01".into());
    unknown.question.dump_date = Some("2020-05-01".into());
    is(&unknown, Service::Bounded);
}

/// A copy that avoids the service's own records shows among those that older sets hold too.
#[test]
fn a_selected_copy_shows_as_an_excess() {
    let of = |with: u64, control: Option<u64>| {
        let mut classes: Vec<Class> = vec![(&[APP], 6_000, 0), (&[APP, 1], 10_000, with), (&[1], 10_000, 1_000)];
        if let Some(found) = control {
            classes.extend([(&[1, 2][..], 1_000, found), (&[2], 500, 0)]);
        }
        dated(world(if control.is_some() { &WITH_CONTROL } else { &ROLES }, &classes, 100), 10)
    };
    is(&of(1_010, None), Service::Bounded);
    is(&of(1_400, None), Service::Insufficient);
    is(&of(8_000, None), Service::CurrentDataSourceOpen);
    is(&of(8_000, Some(100)), Service::ServiceSpecific);
    is(&of(8_000, Some(790)), Service::CurrentDataSourceOpen);
}

#[test]
fn selected_rows_clear_nobody() {
    for selection in [Selection::FirstN, Selection::SellerChosen, Selection::LookUps] {
        let mut world = twin(0, None);
        world.question.selection = selection;
        is(&world, Service::Insufficient);
        // What is in these rows is in them.
        let mut world = twin(6_269, Some(0));
        world.question.selection = selection;
        is(&world, Service::ServiceSpecific);
    }
    let mut world = twin(0, None);
    world.question.selection = Selection::Unknown;
    is(&world, Service::Bounded);
    world.question.claims = vec![claim(26_000_000, Some(LICENCE))];
    is(&world, Service::Insufficient);
    world.question.selection = Selection::Random;
    let verdict = is(&world, Service::Insufficient);
    assert!(verdict.because.service.contains("random sample"), "{}", verdict.because.service);
    // Half of the whole, drawn at random: the bound doubles.
    world.question.claims = vec![claim(2 * world.dump.as_ref().unwrap().rows, Some(LICENCE))];
    let verdict = is(&world, Service::Bounded);
    let own = verdict.service_copied_share.of_exclusive.unwrap();
    let whole = is(&twin(0, None), Service::Bounded).service_copied_share.of_exclusive.unwrap();
    assert!((own.high / whole.high - 2.0).abs() < 1e-9, "{own:?}");
    world.question.claims.clear();
    is(&world, Service::Insufficient);
}

#[test]
fn chance_and_strangers_accuse_nobody() {
    // A made-up dump in a dense space: it hits what it must by chance, on both sides alike.
    let classes: [Class; 5] =
        [(&[APP], 3_000, 40), (&[APP, 1], 3_000, 40), (&[1], 3_000, 40), (&[2], 1_000, 13), (&[1, 2], 500, 6)];
    let mut dense = world(&WITH_CONTROL, &classes, 20_000);
    dense.counts.as_mut().unwrap().overlaps.iter_mut().for_each(|overlap| overlap.chance_hits = Some(40));
    is(&dense, Service::Insufficient);
    // A control list that is spelled differently matches nothing and would accuse whoever is compared with it.
    let classes: [Class; 4] =
        [(&[APP], 3_000, 2_900), (&[APP, 1], 9_000, 8_900), (&[1], 9_000, 8_900), (&[2], 1_000, 0)];
    let verdict = is(&world(&WITH_CONTROL, &classes, 2_000), Service::CurrentDataSourceOpen);
    assert!(verdict.because.service.contains("same picture"), "{}", verdict.because.service);
    // Records known to be the service's are no control records.
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("others", Role::Control), ("known", Role::Member)];
    let classes: [Class; 5] = [
        (&[APP], 3_000, 2_900),
        (&[APP, 1], 3_000, 2_900),
        (&[1], 3_000, 2_900),
        (&[2, 3], 1_000, 0),
        (&[1, 2], 300, 290),
    ];
    is(&world(&roles, &classes, 2_000), Service::CurrentDataSourceOpen);
}

#[test]
fn two_candidates_are_not_confused() {
    // The other service leaked; nine in ten of its users are users of this one.
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("zapp", Role::Service)];
    let classes: [Class; 5] =
        [(&[APP], 1_000, 0), (&[APP, 2], 9_000, 9_000), (&[2], 1_000, 1_000), (&[APP, 1], 500, 5), (&[1], 5_000, 50)];
    let other = dated(world(&roles, &classes, 10), 10);
    assert!(!matches!(verdict_of(&other), Service::ServiceSpecific | Service::NotServiceAlone));
}

#[test]
fn planted_records_that_are_missing_contradict_a_control_list() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("others", Role::Control), ("planted", Role::Canary)];
    let of = |own: u64| {
        let classes: [Class; 6] = [
            (&[APP], 3_000, own),
            (&[APP, 3], 60, 0),
            (&[APP, 1], 3_000, 1_500),
            (&[1], 3_000, 1_500),
            (&[2], 1_000, 0),
            (&[1, 2], 900, 450),
        ];
        world(&roles, &classes, 10)
    };
    let verdict = is(&of(2_900), Service::Insufficient);
    assert!(verdict.because.service.contains("contradict"), "{}", verdict.because.service);
    is(&of(60), Service::ServiceSpecific);
}

/// Without control records the quadrature is that of an empty control list.
#[test]
fn exclusive_records_weigh_as_with_an_empty_control_list() {
    use crate::stats::control::{Hits, alone, weigh};
    for (found, of) in [(0, 6_329), (15, 1_500), (900, 1_000)] {
        let x = Hits { found, of };
        assert!((alone(x, 0.5) - weigh(x, Hits::default(), 0.5).so_c).abs() < 1e-6, "{x:?}");
    }
}

#[test]
fn priors_stand_beside_their_posteriors() {
    let mut world = twin(6_269, Some(0));
    let prior = [("service", 0.1), ("another-holder", 0.4), ("older-sets", 0.5)];
    world.question.prior = Some(prior.map(|(code, before)| (code.to_owned(), before)).into());
    let posteriors = verdict(&world).posteriors;
    let given: Vec<_> = posteriors.iter().filter(|line| line.against.is_none()).collect();
    assert_eq!(given.iter().map(|line| line.prior).collect::<Vec<_>>(), [0.1, 0.4, 0.5]);
    assert!((given.iter().map(|line| line.posterior).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(given[0].posterior > 0.9, "{posteriors:?}");
    let fixed: Vec<f64> = posteriors.iter().filter(|line| line.against.is_some()).map(|line| line.prior).collect();
    assert_eq!(fixed, [0.01, 0.1, 0.5]);
    for wrong in
        [vec![("service", 1.0)], vec![("service", 0.5), ("nobody", 0.5)], vec![("service", 0.5), ("older-sets", 0.4)]]
    {
        assert!(
            posterior::check(&wrong.iter().map(|(code, p)| ((*code).to_owned(), *p)).collect()).is_err(),
            "{wrong:?}"
        );
    }
}

/// Worlds drawn at random: no corpus that is added, and no name or order of references, makes an answer accuse.
#[test]
fn more_sets_and_other_names_never_accuse() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..12 {
        let mut class = |members: &'static [usize], most: u64| {
            let held = 500 + draw(most);
            (members, held, draw(held + 1) * draw(5) / 4)
        };
        let classes: [Class; 5] =
            [class(&[APP], 4_000), class(&[APP, 1], 9_000), class(&[1], 9_000), class(&[2], 900), class(&[1, 2], 900)];
        let first = world(&WITH_CONTROL, &classes, 500);
        // A corpus of its own that shares nothing.
        let mut roles = WITH_CONTROL.to_vec();
        roles.push(("more", Role::Corpus));
        let mut more = classes.to_vec();
        more.push((&[3], 5_000, 100));
        let second = world(&roles, &more, 500);
        // Turned around, under other names.
        let turned: Vec<(&str, Role)> = vec![("a", Role::Control), ("b", Role::Corpus), ("z", Role::Service)];
        let other: Vec<(Vec<usize>, u64, u64)> = classes
            .iter()
            .map(|(members, held, found)| {
                let mut members: Vec<usize> = members.iter().map(|member| 2 - member).collect();
                members.sort_unstable();
                (members, *held, *found)
            })
            .collect();
        let other: Vec<Class> =
            other.iter().map(|(members, held, found)| (members.as_slice(), *held, *found)).collect();
        let third = world(&turned, &other, 500);
        let (one, two, three) = (verdict_of(&first), verdict_of(&second), verdict_of(&third));
        assert_eq!(one, three, "{classes:?}");
        assert!(one == two || two != Service::ServiceSpecific, "{one:?} became {two:?}: {classes:?}");
    }
}
