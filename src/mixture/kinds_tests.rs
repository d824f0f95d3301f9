//! Mixtures of one kind, from classes to states.

use super::super::reconciled;
use super::super::state::STRANGERS;
use super::*;
use crate::compare::Dimension;

pub fn key_class(members: &[usize], held: u64, found: u64) -> KeyClass {
    KeyClass { members: members.to_vec(), held, found }
}

pub fn sources<'a>(ids: &[&'a str]) -> Vec<Source<'a>> {
    ids.iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect()
}

fn part<'a>(mixture: &'a Mixture, id: &str) -> &'a KeyPart {
    mixture.parts.iter().find(|part| part.reference == id).unwrap()
}

#[test]
fn keys_are_counted_by_class() {
    let classes = vec![
        key_class(&[], 0, 4_000),
        key_class(&[0], 10_000, 3_000),
        key_class(&[0, 2], 5_000, 2_000),
        key_class(&[2], 1_000, 0),
    ];
    let membership = Membership::undivided("email", vec![0, 2], classes);
    let mixture = by_kind(&membership, 10_000, &sources(&["zeta", "unused", "alpha"]), None);
    let counts: Vec<_> = mixture.parts.iter().map(|p| (p.reference.as_str(), p.held, p.unique, p.total)).collect();
    assert_eq!(counts, [("alpha", 6_000, 0, 2_000), ("zeta", 15_000, 3_000, 5_000)]);
    assert_eq!(mixture.unattributed, Some(0.5), "the dump has more keys than the classes tell");
    let (alpha, zeta) = (part(&mixture, "alpha"), part(&mixture, "zeta"));
    assert_eq!((zeta.state, alpha.credit), (State::Present, 0.0), "{zeta:?} {alpha:?}");
    assert!((zeta.copied_share.unwrap() - 1.0 / 3.0).abs() < 0.02, "{zeta:?}");
}

#[test]
fn few_keys_are_silent() {
    let membership = Membership::undivided("email", vec![0], vec![key_class(&[0], 100, 99)]);
    let mixture = by_kind(&membership, 99, &sources(&["old"]), None);
    let part = part(&mixture, "old");
    assert_eq!((part.state, part.copied_share), (State::Undetermined, None));
    assert!(mixture.because.contains("fewer than 100"), "{}", mixture.because);
}

/// No share is stated; yet keys that two hold are credited to the one whose own keys are there.
#[test]
fn few_keys_are_divided_by_what_they_tell() {
    let classes = vec![key_class(&[0], 2_000, 25), key_class(&[0, 1], 1_500, 20), key_class(&[1], 3_000, 0)];
    let membership = Membership::undivided("email", vec![0, 1], classes);
    let mixture = by_kind(&membership, 45, &sources(&["app", "old"]), None);
    let (app, old) = (part(&mixture, "app"), part(&mixture, "old"));
    assert_eq!((app.copied_share, old.copied_share), (None, None));
    assert!(app.credit > 44.9 && old.credit < 0.1, "{} {}", app.credit, old.credit);
    let copied = super::super::copied(std::slice::from_ref(&mixture), &["app", "old"]);
    assert!(copied[0].share > 0.01 && copied[1].share < 1e-4, "{copied:?}");
    assert_eq!((copied[0].low, copied[0].high), (0.0, 1.0), "any share is possible");
}

/// A control list that holds everything takes no part, and what it alone holds is held by none.
#[test]
fn what_only_serves_a_test_is_no_source() {
    let classes = vec![key_class(&[0, 1], 1_000, 900), key_class(&[1], 1_000, 1_000)];
    let mut sources = sources(&["old", "control"]);
    sources[1].is_source = false;
    let mixture = by_kind(&Membership::undivided("phone", vec![0, 1], classes), 2_000, &sources, None);
    assert_eq!(mixture.parts.len(), 1);
    assert_eq!((part(&mixture, "old").unique, mixture.unattributed), (900, Some(0.55)));
    assert_eq!(part(&mixture, "old").state, State::Present);
}

/// Three lists of addresses are all met to about a tenth, and two thirds of the dump's are in none: a list that was not
/// given has met them, and a password that its people keep is no copy either.
#[test]
fn a_list_that_was_not_given_explains_what_all_share() {
    let classes = |social: u64| {
        vec![
            key_class(&[], 0, 1_300),
            key_class(&[0], 700, 60),
            key_class(&[0, 1], 700, 65),
            key_class(&[1], 3_000, social),
            key_class(&[1, 2], 500, 50),
            key_class(&[2], 1_000, 90),
        ]
    };
    let of = |kind: &str, found: u64| {
        let membership = Membership::undivided(kind, vec![0, 1, 2], classes(found));
        by_kind(&membership, 1_565 + found, &sources(&["network", "social", "shop"]), None)
    };
    let met = of("email", 330);
    assert_eq!(part(&met, "social").state, State::Undetermined, "{:?}", part(&met, "social"));
    assert!(STRANGERS.contains(&part(&met, "social").because.as_str()));
    assert_eq!(
        part(&of("email", 2_400), "social").state,
        State::Present,
        "four fifths of its own are more than a tenth"
    );
    let secret = by_kind(
        &Membership::undivided("password", vec![1], vec![key_class(&[], 0, 900), key_class(&[1], 2_500, 380)]),
        1_280,
        &sources(&["network", "social", "shop"]),
        None,
    );
    assert_eq!(part(&secret, "social").state, State::Present);
    let both = reconciled(vec![met, secret.clone()]);
    assert_eq!(part(&both[1], "social").state, State::Undetermined);
    let alone = reconciled(vec![secret]);
    assert_eq!(part(&alone[0], "social").state, State::Present, "nothing more specific was met");
}

#[test]
fn twins_are_told_together_only() {
    let classes = vec![
        key_class(&[0], 20, 10),
        key_class(&[0, 1], 9_900, 4_900),
        key_class(&[1], 20, 9),
        key_class(&[2], 5_000, 0),
    ];
    let mixture =
        by_kind(&Membership::undivided("phone", vec![0, 1, 2], classes), 5_000, &sources(&["a", "b", "c"]), None);
    let a = part(&mixture, "a");
    assert_eq!((a.state, a.together), (State::Inseparable, Some(State::Present)));
    assert_eq!(a.inseparable_from, ["b"]);
    assert_eq!(part(&mixture, "c").state, State::Absent);
    assert_eq!((mixture.contained.len(), mixture.contained[0].reference.as_str()), (1, "b"), "b has less of its own");
}

/// A part of a set that was copied whole: nothing tells whether it was copied besides.
#[test]
fn what_stands_in_a_whole_copy_is_inseparable() {
    let classes = vec![key_class(&[0], 1_000, 1_000), key_class(&[0, 1], 500, 500)];
    let mixture =
        by_kind(&Membership::undivided("phone", vec![0, 1], classes), 1_500, &sources(&["all", "some"]), None);
    let some = part(&mixture, "some");
    assert_eq!((some.state, some.low, some.high), (State::Inseparable, Some(0.0), Some(1.0)));
    assert_eq!(some.inseparable_from, ["all"]);
    assert_eq!(part(&mixture, "all").state, State::Present);
}

/// The other way round: the large set was not copied, so the small one has given what both hold.
#[test]
fn a_part_is_present_where_the_whole_is_absent() {
    let classes = vec![key_class(&[0], 100_000, 3), key_class(&[0, 1], 500, 500)];
    let mixture = by_kind(&Membership::undivided("phone", vec![0, 1], classes), 503, &sources(&["all", "some"]), None);
    assert_eq!(part(&mixture, "all").state, State::Absent);
    assert_eq!(part(&mixture, "some").state, State::Present, "{:?}", part(&mixture, "some"));
}

/// Common passwords of a list that was not given accuse none of those that were.
#[test]
fn common_passwords_accuse_nobody() {
    let membership = Membership {
        kind: "password".into(),
        references: vec![0, 1],
        classes: vec![
            key_class(&[], 0, 300),
            key_class(&[0], 50_000, 400),
            key_class(&[0, 1], 500, 300),
            key_class(&[1], 5_000, 0),
        ],
        informative: vec![
            key_class(&[], 0, 450),
            key_class(&[0], 20_000, 6),
            key_class(&[0, 1], 40, 1),
            key_class(&[1], 3_000, 0),
        ],
        cells: vec![],
        parts: vec![],
        places: vec![],
        windows: vec![],
    };
    let mixture = by_kind(&membership, 1_000, &sources(&["large", "small"]), None);
    assert!(mixture.parts.iter().all(|part| part.state == State::Absent), "{mixture:?}");
    assert_eq!(mixture.informative, 457);
}

/// Any classes whatever: unique <= credit <= total, ends around the share, credits and the rest sum to the keys.
#[test]
fn laws_of_the_parts() {
    let mut state = 3_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..60 {
        let n = 1 + draw(6) as usize;
        let names: Vec<String> = (0..n).map(|index| format!("r{index}")).collect();
        let sources: Vec<Source> = names.iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect();
        let classes: Vec<KeyClass> = (0..1_usize << n)
            .filter(|_| true)
            .map(|mask| {
                let members: Vec<usize> = (0..n).filter(|index| mask >> index & 1 == 1).collect();
                let held = draw(10_007);
                let found = draw(held + 1);
                KeyClass { held: if members.is_empty() { 0 } else { held }, members, found }
            })
            .collect();
        let dump = classes.iter().map(|class| class.found).sum();
        let none = classes[0].found;
        let mixture = by_kind(&Membership::undivided("phone", (0..n).collect(), classes), dump, &sources, None);
        let credit: f64 = mixture.parts.iter().map(|part| part.credit).sum();
        assert!((credit + none as f64 - dump as f64).abs() <= 1e-9 * dump as f64);
        for part in &mixture.parts {
            assert!(part.unique as f64 <= part.credit && part.credit <= part.total as f64, "{part:?}");
            assert!(part.low <= part.copied_share && part.copied_share <= part.high, "{part:?}");
            assert!(part.high.is_some_and(|high| high <= 1.0), "{part:?}");
        }
    }
}

/// People who are in many lists are in the one that nobody handed in: shared keys are met more often than each list's own.
#[test]
fn an_unheld_list_of_the_same_people_makes_no_list_present() {
    let classes = vec![
        key_class(&[], 0, 400),
        key_class(&[0], 800, 240),
        key_class(&[0, 1], 500, 300),
        key_class(&[1], 900, 230),
    ];
    let mixture =
        by_kind(&Membership::undivided("email", vec![0, 1], classes), 1_170, &sources(&["old", "shop"]), None);
    assert!(mixture.parts.iter().all(|part| part.state == State::Undetermined), "{mixture:?}");
    assert!(mixture.parts.iter().all(|part| STRANGERS.contains(&part.because.as_str())), "{mixture:?}");
}

/// Records that a service took over from an extract leaked from the service: of its own records none, of the extract's own
/// hardly any, of what both hold nearly all.
#[test]
fn what_is_met_in_another_only_is_no_copy() {
    let classes = vec![key_class(&[0], 2_000, 80), key_class(&[0, 1], 1_500, 1_300), key_class(&[1], 2_000, 0)];
    let mixture =
        by_kind(&Membership::undivided("phone", vec![0, 1], classes), 1_380, &sources(&["extract", "app"]), None);
    let extract = part(&mixture, "extract");
    assert_eq!(extract.state, State::Undetermined, "{extract:?}");
    assert!(extract.because.contains("much less than its shared ones"), "{}", extract.because);
}

/// Replicates are drawn by what the references hold, not by what they are called.
#[test]
fn names_do_not_show_in_numbers() {
    let classes = vec![
        key_class(&[0], 6_400, 1_600),
        key_class(&[0, 1], 900, 500),
        key_class(&[1], 3_200, 1_100),
        key_class(&[2], 1_280, 640),
    ];
    let mut membership = Membership::undivided("phone", vec![0, 1, 2], classes);
    for (class, (held, found)) in [(0, (100, 25)), (2, (50, 17)), (3, (20, 10))] {
        for stratum in 0..64 {
            let found = if stratum % 3 == 0 { held } else { found / 3 * u64::from(stratum % 2) };
            membership.cells.push(crate::compare::Cell { class, dimension: Dimension::Block, stratum, held, found });
        }
    }
    let numbers = |ids: [&str; 3]| {
        let mixture = by_kind(&membership, 3_840, &sources(&ids), None);
        let of = |id: &&str| {
            let part = part(&mixture, id);
            (part.copied_share, part.low, part.high, part.credit, part.overdispersion)
        };
        ids.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(numbers(["a", "b", "c"]), numbers(["z", "b", "a"]));
}
