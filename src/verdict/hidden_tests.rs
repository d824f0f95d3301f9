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
    let verdict = is(&of(1_017), Service::Bounded);
    let said = "if the list of app is complete (1,017 driving licences of the dump are in no set)";
    assert!(verdict.because.service.contains(said), "{}", verdict.because.service);
    assert!(!is(&of(50), Service::Bounded).because.service.contains("in no set"));
    is(&of(1_400), Service::Insufficient);
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
        let class = |members: &[usize], rows| RowClass { members: members.to_vec(), credited: members.to_vec(), rows };
        let classes = vec![class(&[], 100), class(&[0, 1], with), class(&[1], without)];
        let all = 100 + with + without;
        world.counts.as_mut().unwrap().rows = Some(Rows { rows: all, informative: all, classes });
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
