//! Answer B where the copy hides, the list lacks what leaked, or rows and control records say less than they seem to.

use super::sample::key_overlap;
use super::service_tests::{APP, Class, ROLES, dated, is, twin, world};
use super::*;
use crate::compare::{Cell, Dimension, KeyClass, Membership, RowClass, Rows};
use crate::reference::Role;

/// A list that is not known to be whole clears on a condition, with what may be missing from it.
#[test]
fn unknown_keys_stand_beside_the_condition() {
    let of = |unheld: u64| {
        let classes: [Class; 3] = [(&[APP], 5_000, 0), (&[APP, 1], 5_000, 4_500), (&[1], 8_000, 7_200)];
        dated(world(&ROLES, &classes, unheld), 10)
    };
    let verdict = is(&of(190), Service::Bounded);
    let said = "if the list of app is complete (190 driving licences of the dump are in no set)";
    assert!(verdict.because.service.contains(said), "{}", verdict.because.service);
    assert!(!is(&of(50), Service::Bounded).because.service.contains("in no set"));
    // Three for a hundred of the list, and more than mistakes in typing make, may have been taken out of it.
    let verdict = is(&of(300), Service::Insufficient);
    assert!(verdict.because.service.contains("3 for a hundred of the list of app"), "{}", verdict.because.service);
    let mut whole = of(300);
    whole.references[APP].0.complete_to = Some("2020-05-11".into());
    whole.question.dump_date = Some("2020-05-11".into());
    let verdict = is(&whole, Service::Bounded);
    assert!(verdict.because.service.contains("(300 driving licences"), "{}", verdict.because.service);
}

/// Cells of another kind of the service's than the one that is counted: starred numbers, or two in one cell.
#[test]
fn cells_that_were_not_read_hinder_a_bound() {
    let of = |unread: u64| {
        let mut world = twin(0, None);
        world.counts.as_mut().unwrap().overlaps.push(key_overlap(APP, "phone", 4_000, 65_000, 10));
        let dump = world.dump.as_mut().unwrap();
        let mut column = dump.columns[0].clone();
        (column.position, column.compared_as, column.filled, column.invalid) = (1, Some("phone"), 20_000, unread);
        dump.columns.push(column);
        world
    };
    is(&of(900), Service::Bounded);
    let verdict = is(&of(2_000), Service::Insufficient);
    let said = "2,000 cells of the dump that stand under telephone numbers";
    assert!(verdict.because.service.contains(said), "{}", verdict.because.service);
}

/// Rows with another delimiter or charset than the file has: what stands in them was read in part.
#[test]
fn damaged_rows_hinder_a_bound() {
    let of = |ragged: u64| {
        let mut world = twin(0, None);
        let file = &mut world.dump.as_mut().unwrap().files[0];
        *file = file.clone().with_ragged_rows(ragged);
        world
    };
    is(&of(600), Service::Bounded);
    let verdict = is(&of(700), Service::Insufficient);
    assert!(verdict.because.service.contains("too few or too many cells"), "{}", verdict.because.service);
}

/// A row may have lost its number and kept its name and day of birth.
#[test]
fn people_who_agree_in_name_and_birth_hinder_a_bound() {
    let of = |shared: u64| {
        let mut world = twin(0, None);
        for (reference, shared) in [(APP, shared), (1, 1_000)] {
            let mut overlap = key_overlap(reference, crate::imprint::plan::NAME_BIRTH, 9_000, 60_000, shared);
            overlap.level = crate::compare::Level::Attribute;
            (overlap.decoys, overlap.chance_hits) = (Some(9_000), Some(0));
            world.counts.as_mut().unwrap().overlaps.push(overlap);
        }
        world
    };
    // They may be the old set's people, under numbers that they had before.
    is(&of(1_000), Service::Bounded);
    is(&of(1_300), Service::Bounded);
    let verdict = is(&of(2_000), Service::Insufficient);
    assert!(verdict.because.service.contains("in name and day of birth"), "{}", verdict.because.service);
}

/// A dump that fills the places of the planted or own records hits them by chance, however sparse it is elsewhere.
#[test]
fn hits_where_the_dump_is_dense_are_chance() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("planted", Role::Canary), ("others", Role::Control)];
    let of = |own: u64, planted: u64, near: u64| {
        let classes: [Class; 6] = [
            (&[APP], 2_000, own),
            (&[APP, 2], if own > 0 { 10 } else { 60 }, planted),
            (&[APP, 1], 3_000, 800),
            (&[1], 900, 240),
            (&[3], 1_000, 0),
            (&[1, 3], 900, 240),
        ];
        let mut world = world(&roles, &classes, 10_000);
        for overlap in &mut world.counts.as_mut().unwrap().overlaps {
            overlap.neighbours = Some((10_000, near));
        }
        world
    };
    is(&of(0, 12, 0), Service::ServiceSpecific);
    let judged = |own, planted, near| judge(&of(own, planted, near).matter(), &[], None).verdict.service;
    assert_ne!(judged(0, 12, 2_000), Service::ServiceSpecific);
    assert_eq!(judged(540, 0, 0), Service::ServiceSpecific);
    assert_eq!(judged(540, 0, 2_600), Service::Insufficient);
}

/// Where an older set is one of several, one stands out by chance; where all do, nobody's chance does it.
#[test]
fn an_excess_must_stand_out_among_several_sets() {
    let roles = [("app", Role::Service), ("a", Role::Corpus), ("b", Role::Corpus), ("c", Role::Corpus)];
    let of = |with: [u64; 3]| {
        let classes: [Class; 7] = [
            (&[APP], 6_000, 0),
            (&[APP, 1], 2_000, with[0]),
            (&[1], 2_000, 1_000),
            (&[APP, 2], 2_000, with[1]),
            (&[2], 2_000, 1_000),
            (&[APP, 3], 2_000, with[2]),
            (&[3], 2_000, 1_000),
        ];
        let mut world = dated(world(&roles, &classes, 10), 10);
        world.references[APP].0.complete_to = Some("2020-05-11".into());
        world.question.dump_date = Some("2020-05-11".into());
        world
    };
    is(&of([1_000, 1_000, 1_000]), Service::Bounded);
    // 1.9 standard errors, and a hundredth of the list.
    is(&of([1_062, 980, 990]), Service::Bounded);
    is(&of([1_100, 980, 990]), Service::Insufficient);
    is(&of([1_040, 1_040, 1_040]), Service::Insufficient);
}

/// Rows that nobody could read may be anybody's.
#[test]
fn rows_that_were_not_read_hinder_a_bound() {
    let mut unread = twin(0, None);
    let dump = unread.dump.as_mut().unwrap();
    let mut column = dump.columns[0].clone();
    (column.table, column.kind, column.compared_as, column.filled) = (1, None, None, 12_000);
    dump.columns.push(column);
    let verdict = is(&unread, Service::Insufficient);
    assert!(verdict.because.service.contains("could be read"), "{}", verdict.because.service);
    // A list of passwords beside it was read.
    unread.dump.as_mut().unwrap().columns[1].compared_as = Some("password");
    is(&unread, Service::Bounded);
    // Half of the cells of the key's own column were not.
    let column = &mut unread.dump.as_mut().unwrap().columns[0];
    column.invalid = column.filled / 2;
    is(&unread, Service::Insufficient);
    unread.dump.as_mut().unwrap().columns[0].wrong_check = unread.dump.as_ref().unwrap().columns[0].invalid;
    is(&unread, Service::Bounded);
}

/// Rows may carry another key of the service than the one that is counted.
#[test]
fn records_under_another_key_hinder_a_bound() {
    let of = |found: u64| {
        let mut world = twin(0, None);
        let counts = world.counts.as_mut().unwrap();
        let class = |members: &[usize], held, found| KeyClass { members: members.to_vec(), held, found };
        let classes = vec![class(&[], 0, 400), class(&[APP], 65_000, found)];
        counts.memberships.push(Membership::undivided("phone", vec![APP], classes));
        counts.overlaps.push(key_overlap(APP, "phone", 400 + found, 65_000, found));
        world
    };
    is(&of(0), Service::Bounded);
    let verdict = is(&of(6_500), Service::Insufficient);
    assert!(
        verdict.because.service.contains("of 65,000 telephone numbers that app holds"),
        "{}",
        verdict.because.service
    );
}

/// Control records of other series were not where the service's own could have been.
#[test]
fn control_records_of_other_series_are_compared_with_nothing() {
    let of = |control: u32| {
        let mut world = twin(6_269, Some(0));
        let membership = &mut world.counts.as_mut().unwrap().memberships[0];
        let classes: Vec<KeyClass> = membership.informative.clone();
        for (class, keys) in classes.iter().enumerate().filter(|(_, keys)| !keys.members.is_empty()) {
            let stratum = if keys.members.contains(&2) { control } else { 7 };
            let dimension = Dimension::Series;
            membership.cells.push(Cell { class, dimension, stratum, held: keys.held, found: keys.found });
        }
        world
    };
    let verdict = is(&of(7), Service::ServiceSpecific);
    assert!(verdict.because.service.contains("if the control records are real"), "{}", verdict.because.service);
    is(&of(9), Service::CurrentDataSourceOpen);
}

/// An old set that is there whole hides which of its records came once more: their rows do not.
#[test]
fn a_second_copy_shows_in_the_rows() {
    let of = |with: u64, without: u64| {
        let classes: [Class; 3] = [(&[APP], 6_000, 0), (&[APP, 1], 10_000, 9_970), (&[1], 10_000, 9_970)];
        let mut world = dated(world(&ROLES, &classes, 100), 10);
        let class = |members: &[usize], rows| RowClass::of_one_kind(members, members, rows);
        let classes = vec![class(&[], 100), class(&[0, 1], with), class(&[1], without)];
        let all = 100 + with + without;
        world.counts.as_mut().unwrap().rows = Some(Rows { rows: all, informative: all, classes, ..Rows::default() });
        world
    };
    is(&of(9_970, 9_970), Service::Bounded);
    is(&of(20_000, 20_050), Service::Bounded);
    let verdict = is(&of(12_000, 9_970), Service::Insufficient);
    assert!(verdict.because.service.contains("more rows of the dump each"), "{}", verdict.because.service);
    assert!(verdict.service_copied_share.of_all.is_none());
    // A hundredth of the list, and no more than chance.
    is(&of(10_100, 9_970), Service::Bounded);
}

/// What tells an early copy by control records of the same sets silences what speaks by the records that it avoids; a set
/// that fills both sides alike has no direction.
#[test]
fn an_early_copy_is_not_weighed_by_what_it_avoids() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("bank", Role::Corpus), ("others", Role::Control)];
    let classes: [Class; 7] = [
        (&[APP], 6_000, 0),
        (&[APP, 1], 10_000, 2_000),
        (&[1], 10_000, 150),
        (&[1, 3], 1_000, 0),
        (&[APP, 2], 1_000, 500),
        (&[2], 1_000, 505),
        (&[3], 500, 0),
    ];
    let verdict = is(&dated(world(&roles, &classes, 100), 10), Service::ServiceSpecific);
    assert_eq!(verdict.strength.log10_lr, Some(1.99), "{:?}", verdict.strength);
    assert_eq!(verdict.strength.hypotheses[0], "service");
}

/// A set that came after the dump may have taken the dump in: it takes nothing off the records that only the service holds.
#[test]
fn a_set_younger_than_the_dump_is_no_older_set() {
    let roles = [("app", Role::Service), ("old", Role::Corpus), ("later", Role::Corpus)];
    let of = |date: &str| {
        let classes: [Class; 4] =
            [(&[APP], 3_000, 0), (&[APP, 1], 3_000, 900), (&[1], 3_000, 900), (&[APP, 2], 150, 150)];
        let mut world = dated(world(&roles, &classes, 10), 10);
        world.references[APP].0.complete_to = Some("2021-05-01".into());
        world.references[2].0.date = Some(date.to_owned());
        world.question.dump_date = Some("2021-05-01".into());
        judge(&world.matter(), &[], None).verdict
    };
    let younger = of("2023-06");
    assert_eq!(younger.service, Service::CurrentDataSourceOpen, "{}", younger.because.service);
    assert!(younger.because.service.contains("Of 3,150"), "{}", younger.because.service);
    assert_ne!(of("2020-06").service, Service::CurrentDataSourceOpen);
    assert_ne!(of("2021-05-01").service, Service::CurrentDataSourceOpen);
}

/// What began after the dump existed cannot have lost it.
#[test]
fn a_service_that_began_later_is_not_accused() {
    let mut world = twin(6_269, Some(0));
    world.references[APP].0.started = Some("2019-01-01".into());
    is(&world, Service::ServiceSpecific);
    world.references[APP].0.started = Some("2022-01-01".into());
    let verdict = is(&world, Service::Insufficient);
    assert!(
        verdict.because.service.contains("existed on 2020-05-11 and app began on 2022-01-01"),
        "{}",
        verdict.because.service
    );
    // The first screen says so too.
    assert!(verdict.headline.text.contains("app began on 2022-01-01"), "{}", verdict.headline.text);
}

/// What is not bounded as a whole is bounded in part, and says how far.
#[test]
fn the_own_records_are_bounded_all_the_same() {
    let mut world = twin(0, None);
    world.counts.as_mut().unwrap().memberships[0].cells.clear();
    let verdict = is(&world, Service::Insufficient);
    let said = "these records and no others (at most 0.1 % of them at 95 %)";
    assert!(verdict.because.service.contains(said), "{}", verdict.because.service);
}

/// A claim that rests on control records carries their condition.
#[test]
fn a_denial_is_contradicted_on_a_condition() {
    let mut world = twin(6_269, Some(0));
    let denial = crate::evidence::question::Claim {
        by: "app".into(),
        source: Some("app".into()),
        denies: true,
        ..Default::default()
    };
    world.question.claims = vec![denial];
    let claims = judge(&world.matter(), &[], None).claims;
    assert!(claims.iter().any(|line| line.because.contains("if the control records are real")), "{claims:?}");
}
