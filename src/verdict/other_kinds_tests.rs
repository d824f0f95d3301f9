//! Answer B where another kind than the main one, or the lack of any, says that hits or their absence mean less than they seem.

use super::sample::{LICENCE, World, claim, key_overlap};
use super::service_tests::{APP, Class, ROLES, is, twin, world};
use super::*;
use crate::compare::{By, Cell, Dimension, KeyClass, Level, Membership, Placed, Refusal, Rows, Window};
use crate::kind;
use crate::profile::Unit;
use crate::reference::Role;

/// Adds a kind that app (place 0) and reference 2 hold, with classes of the dump.
fn with_kind(world: &mut World, kind: &'static str, classes: &[Class]) {
    let class = |(members, held, found): &Class| KeyClass { members: members.to_vec(), held: *held, found: *found };
    let classes: Vec<KeyClass> = classes.iter().map(class).collect();
    let dump = classes.iter().map(|class| class.found).sum();
    let counts = world.counts.as_mut().unwrap();
    for place in [APP, 2] {
        let held: u64 = classes.iter().filter(|class| class.members.contains(&place)).map(|class| class.held).sum();
        let mut overlap = key_overlap(place, kind, dump, held, 0);
        (overlap.decoys, overlap.chance_hits) = (Some(10_000), Some(0));
        counts.overlaps.push(overlap);
    }
    counts.memberships.push(Membership::undivided(kind, vec![APP, 2], classes));
}

/// A leak of one region or of some years, and control records of others: whatever kind tells so.
#[test]
fn control_records_must_stand_where_the_hits_do_in_every_kind() {
    let of = |control: u32| {
        let mut world = twin(6_269, Some(0));
        with_kind(&mut world, "phone", &[(&[APP], 2_000, 600), (&[2], 1_000, 0)]);
        let membership = world.counts.as_mut().unwrap().memberships.last_mut().unwrap();
        let cell = |class, stratum, held, found| Cell { class, dimension: Dimension::Series, stratum, held, found };
        membership.parts = vec![cell(0, 7, 1_000, 600), cell(0, 9, 1_000, 0), cell(1, control, 1_000, 0)];
        world
    };
    is(&of(7), Service::ServiceSpecific);
    // The main kind's own: of parts in which some control record is expected in each, most hits stand where there is none.
    let of_main = |shift: u32, control: u64| {
        let mut world = twin(6_269, Some(0));
        let membership = &mut world.counts.as_mut().unwrap().memberships[0];
        let alone = |place: usize| membership.informative.iter().position(|class| class.members == [place]);
        let (own, other) = (alone(APP).unwrap(), alone(2).unwrap());
        let cell = |class, stratum, held, found| Cell { class, dimension: Dimension::Series, stratum, held, found };
        let own = (0..100).map(|part| cell(own, part, 63, if part < 50 { 20 } else { 0 }));
        membership.parts = own.chain((0..control as u32).map(|row| cell(other, shift + row * 7 % 50, 1, 0))).collect();
        judge(&world.matter(), &[], None).verdict.service
    };
    assert_eq!(of_main(0, 300), Service::ServiceSpecific, "where the hits are");
    assert_eq!(of_main(50, 300), Service::CurrentDataSourceOpen, "elsewhere");
    let world = of(9);
    let judged = judge(&world.matter(), &[], None);
    assert_eq!(judged.verdict.service, Service::CurrentDataSourceOpen, "{}", judged.verdict.because.service);
    let why = judged.findings.iter().find_map(|finding| match finding {
        Finding::Silent { test, silent } if test == "control-list" => Some(silent.as_str()),
        _ => None,
    });
    assert!(why.unwrap().contains("600 of 600 telephone numbers"), "{why:?}");
}

/// Divides the classes of app alone and of the control list by days: window, own held and found, control held and found.
fn by_days(world: &mut World, by: By, windows: &[(u32, [u64; 4])]) {
    let membership = &mut world.counts.as_mut().unwrap().memberships[0];
    let alone = |place: usize| membership.informative.iter().position(|class| class.members == [place]).unwrap();
    let (own, other) = (alone(APP), alone(2));
    for &(stratum, [held, found, control, hit]) in windows {
        membership.windows.push(Window { class: own, by, stratum, held, found });
        membership.windows.push(Window { class: other, by, stratum, held: control, found: hit });
    }
    for place in [APP, 2] {
        issued(world, place, "issue_date");
    }
}

/// Gives a list a column of days.
fn issued(world: &mut World, place: usize, name: &str) {
    let profile = world.references[place].1.as_mut().unwrap();
    let mut column = profile.columns[0].clone();
    (column.kind, column.compared_as, column.name) = (Some("date"), Some("date"), Some(name.to_owned()));
    profile.columns.push(column);
}

/// An old extract of a register, and control records that did not exist by then: none of them could have matched.
#[test]
fn control_records_must_be_of_the_years_of_the_hits() {
    let (old, new) = (2_010 * 12, 2_018 * 12);
    let of = |by, windows: &[(u32, [u64; 4])]| {
        let hits: u64 = windows.iter().map(|(_, counts)| counts[3]).sum();
        let mut world = twin(3_000, Some(hits));
        by_days(&mut world, by, windows);
        world
    };
    // Of the same years, none found: only the service's own are there.
    let alike = [(old, [3_164, 3_000, 500, 0]), (new, [3_165, 0, 500, 0])];
    is(&of(By::Made, &alike), Service::ServiceSpecific);
    // Of other years.
    let later = [(old, [3_164, 3_000, 0, 0]), (new, [3_165, 0, 1_000, 0])];
    let verdict = is(&of(By::Made, &later), Service::CurrentDataSourceOpen);
    let why = &verdict.because.service;
    assert!(
        why.contains("3,000 of 3,000 driving licences of the service alone that are in the dump were made when"),
        "{why}"
    );
    assert!(why.contains("Next step: control records") && why.contains("made from 2010-01 to 2010-03"), "{why}");
    // The day of registration at a service is no day of a record that it never held.
    let mut registered = twin(3_000, Some(0));
    issued(&mut registered, APP, "registration_date");
    by_days(&mut registered, By::Made, &later);
    is(&registered, Service::ServiceSpecific);
    // Mostly of other years, and the few of the same years are found as often as the service's own.
    let mixed = [(old, [3_164, 3_000, 200, 190]), (new, [3_165, 0, 800, 0])];
    assert_ne!(is_any(&of(By::Made, &mixed)), Service::ServiceSpecific);
    let mixed = [(3, [3_164, 3_000, 200, 190]), (6, [3_165, 0, 800, 0])];
    assert_ne!(is_any(&of(By::Born, &mixed)), Service::ServiceSpecific);
    let young = [(3, [3_164, 3_000, 0, 0]), (6, [3_165, 0, 1_000, 0])];
    let verdict = is(&of(By::Born, &young), Service::CurrentDataSourceOpen);
    assert!(verdict.because.service.contains("born 1960 to 1969"), "{}", verdict.because.service);
    // Days that most control records lack say nothing.
    let undated = [(0, [0, 0, 900, 0]), (old, [3_164, 3_000, 0, 0]), (new, [3_165, 0, 100, 0])];
    is(&of(By::Made, &undated), Service::ServiceSpecific);
}

fn is_any(world: &World) -> Service {
    judge(&world.matter(), &[], None).verdict.service
}

/// True persons with numbers that nobody issued: they stand in the dump, each under another number.
#[test]
fn control_records_under_other_keys_count_for_nothing() {
    let of = |people: u64, keys: u64| {
        let mut world = twin(6_269, Some(0));
        world.dump.as_mut().unwrap().units[0].distinct = keys;
        let mut overlap = key_overlap(2, "person.name_birth", 18_000, 10_000, people);
        (overlap.level, overlap.decoys, overlap.chance_hits) = (Level::Attribute, Some(18_000), Some(0));
        world.counts.as_mut().unwrap().overlaps.push(overlap);
        world
    };
    let by_key = twin(6_269, Some(0)).counts.unwrap().overlaps[2].shared;
    is(&of(by_key, 18_000), Service::ServiceSpecific);
    let verdict = is(&of(2 * by_key + 100, 18_000), Service::CurrentDataSourceOpen);
    assert!(verdict.because.service.contains("counts for nothing"), "{}", verdict.because.service);
    is(&of(2 * by_key + 100, 9_000), Service::ServiceSpecific);
}

/// Planted records that stand in the dump, and in no list of the service: the list is of another day.
#[test]
fn planted_records_that_the_list_lacks_are_told_first() {
    let of = |found: u64| {
        let roles = [("app", Role::Service), ("old", Role::Corpus), ("planted", Role::Canary)];
        world(
            &roles,
            &[(&[APP], 6_329, 3_000), (&[2], 20, found), (&[APP, 1], 58_671, 49_075), (&[1], 200_000, 167_300)],
            18_000,
        )
    };
    let verdict = is(&of(3), Service::CurrentDataSourceOpen);
    let told = "3 of 20 planted driving licences are in the dump and in no other set";
    assert!(verdict.because.service.starts_with(told), "{}", verdict.because.service);
    assert!(verdict.headline.text.contains("Next step: give the list of app as it was once they were planted"));
    assert!(!verdict.would_change.iter().any(|sentence| sentence.contains("canaries")), "{:?}", verdict.would_change);
    assert!(!is(&of(0), Service::CurrentDataSourceOpen).because.service.contains("planted"));
}

/// Fifty planted records of which 20 telephone numbers and no licence are in the dump.
fn planted(licences_beside: u64) -> World {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("planted", Role::Canary)];
    let classes: [Class; 4] = [(&[APP], 3_000, 0), (&[APP, 2], 50, 0), (&[APP, 1], 3_000, 800), (&[1], 900, 800)];
    let mut world = world(&roles, &classes, 200);
    with_kind(&mut world, "phone", &[(&[], 0, 500), (&[APP, 2], 50, 20)]);
    let memberships = &mut world.counts.as_mut().unwrap().memberships;
    let placed = |class, place, found| Placed { class, place, found };
    memberships[0].places = vec![placed(0, 3, licences_beside)];
    memberships[1].places = vec![placed(0, 3, 480), placed(1, 3, 20)];
    world
}

/// A number that somebody else has by now is no planted record: in a row like its rows a licence would stand beside it.
#[test]
fn a_planted_record_stands_together() {
    let verdict = is(&planted(500), Service::Insufficient);
    let said = "20 of 50 planted telephone numbers are in the dump, but none of 50 planted driving licences";
    assert!(verdict.because.service.contains(said), "{}", verdict.because.service);
    assert_eq!(verdict.strength.log10_lr, None);
    // A part of the dump that carries no licences at all misses none.
    is(&planted(0), Service::ServiceSpecific);
}

#[test]
fn hits_of_unmeasured_chance_accuse_nobody() {
    let of = |kind: &'static str| {
        let mut world = twin(3_000, None);
        let counts = world.counts.as_mut().unwrap();
        counts.memberships[0].kind = kind.into();
        counts.overlaps.iter_mut().for_each(|overlap| overlap.kind = Some(kind.into()));
        world.key = Some(kind);
        let dump = world.dump.as_mut().unwrap();
        (dump.units[0].unit, dump.columns[0].compared_as) = (kind, Some(kind));
        world
    };
    is(&of("email"), Service::CurrentDataSourceOpen);
    let verdict = is(&of("ru.plate"), Service::Insufficient);
    assert!(verdict.because.service.contains("was not measured"), "{}", verdict.because.service);
    // Ids that are given out one after the other have neighbours.
    assert!(["vk.id", "facebook.id", "telegram.user_id"].iter().all(|id| kind::find(id).unwrap().series.is_some()));
}

/// Nobody read these rows: they may be anybody's.
#[test]
fn rows_without_any_key_hinder_a_bound() {
    let of = |keyless: u64| {
        let mut world = twin(0, None);
        let rows = world.dump.as_ref().unwrap().rows;
        let all = Rows { rows, informative: rows - keyless, ..Rows::default() };
        world.counts.as_mut().unwrap().rows = Some(all);
        world
    };
    is(&of(600), Service::Bounded);
    let verdict = is(&of(700), Service::Insufficient);
    assert!(verdict.because.service.contains("carry no key that could tell a source"), "{}", verdict.because.service);
}

/// The heading alone says that a column of licences holds certificates of cars.
#[test]
fn columns_that_only_their_heading_tells_hinder_a_bound() {
    let of = |decided: crate::profile::Decided, known: u64| {
        let mut world = twin(0, None);
        let overlap = key_overlap(1, "ua.vrc", 2_000, 9_000, known);
        world.counts.as_mut().unwrap().overlaps.push(overlap);
        let dump = world.dump.as_mut().unwrap();
        let mut column = dump.columns[0].clone();
        (column.position, column.compared_as, column.decided) = (1, Some("ua.vrc"), decided);
        (column.filled, column.valid) = (2_000, 2_000);
        dump.columns.push(column);
        world
    };
    use crate::profile::Decided::{Header, Values};
    let verdict = is(&of(Header, 0), Service::Insufficient);
    assert!(verdict.because.service.contains("could be driving licences"), "{}", verdict.because.service);
    is(&of(Header, 200), Service::Bounded);
    is(&of(Values, 0), Service::Bounded);
}

/// A later compilation may hold the dump: it is no origin of it.
#[test]
fn a_younger_set_is_no_origin() {
    let of = |date: &str| {
        let mut world = twin(0, None);
        world.references[1].0.date = Some(date.into());
        corpora::corpora(&world.matter(), &[], None)
    };
    let (answer, why) = of("2023-06-01");
    assert_eq!(answer, Corpora::NotTested);
    assert!(why.contains("old (dated 2023-06-01) is younger than the dump"), "{why}");
    assert!(!of("2019").1.contains("younger"));
}

#[test]
fn what_could_not_be_compared_comes_first() {
    let mut world = super::service_tests::world(&ROLES, &[(&[APP], 500, 0)], 400);
    let hint = "it holds email, the dump phone".to_owned();
    world.counts.as_mut().unwrap().refusals.push(Refusal { reference: APP, reason: "no-shared-kind", hint });
    let verdict = judge(&world.matter(), &[], None).verdict;
    let told = &verdict.would_change;
    assert!(told[0].starts_with("app could not be compared"), "{told:?}");
    assert_eq!(told.iter().filter(|told| told.contains("could not be compared")).count(), 1);
}

/// None of somebody's records is a denial.
#[test]
fn none_of_a_sources_records_denies_the_source() {
    let mut world = twin(0, None);
    world.question.claims = vec![Claim { source: Some("app".into()), ..claim(0, Some("rows")) }];
    let none = judge(&world.matter(), &[], None).claims.remove(0);
    use super::claims::{About, ClaimOutcome};
    use crate::evidence::question::Claim;
    assert_eq!((none.about, none.outcome), (About::Origin, ClaimOutcome::Conditional), "{}", none.because);
}

/// The pair with older sets does not part the service from whoever else holds the same records.
#[test]
fn a_weight_names_both_who_may_hold_the_content() {
    let verdict = is(&twin(300, None), Service::CurrentDataSourceOpen);
    let pair = verdict.weights.iter().find(|pair| pair.hypotheses == ["service", "older-sets"]).unwrap();
    assert!(pair.words.ends_with("support for service or another-holder over older-sets"), "{}", pair.words);
}

/// Most keys of the dump are of one kind, and the service's own records stand in it under another.
#[test]
fn the_kind_that_shows_the_service_is_asked_too() {
    let of = |key: Option<&'static str>| {
        let mut world = twin(0, Some(0));
        with_kind(&mut world, "phone", &[(&[], 0, 900), (&[APP], 2_000, 200), (&[2], 1_000, 0)]);
        let dump = world.dump.as_mut().unwrap();
        let unit = Unit { unit: "phone", distinct: 1_100, ..dump.units[0] };
        dump.units.push(unit);
        world.key = key;
        judge(&world.matter(), &[], None)
    };
    let judged = of(None);
    assert_eq!(judged.main_key.unwrap().kind, "phone");
    assert_eq!(judged.verdict.service, Service::ServiceSpecific, "{}", judged.verdict.because.service);
    // What was asked for is answered, and what it leaves out is said.
    let judged = of(Some(LICENCE));
    let key = judged.main_key.unwrap();
    assert_eq!((key.kind.as_str(), judged.verdict.service), (LICENCE, Service::Insufficient));
    assert!(key.warning.unwrap().contains("200 are in the dump"));
}
