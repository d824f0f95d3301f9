//! Cases in which the usual answer is wrong, and one in which there is hardly anything to answer from.

use super::super::Scenario;
use super::super::world::plan::{
    Cut,
    Field::{Created, FullName, Licence, Phone, Segment, Tax},
    Role, Sample,
};
use super::fields::{CALLER, CUSTOMER, HASHED, LOGIN};
use super::{Case, EMPTY, From, SAID, Said, Who, file, set};

/// One old breach, cracked further and sold as new.
pub(super) static RECRACKED: Case = Case {
    scenario: Scenario {
        id: "recracked-breach",
        title: "One old breach, cracked once more and sold as a new one",
        about: "Addresses with hashes of an old breach, offered years later with the passwords in plain under the \
                name of another service.",
        sources: &["The pattern: old hashed breaches that return in plain, as described by Have I Been Pwned for \
                    several lists; sizes are invented"],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    people: 6_000_000,
    days: [(2015, 1, 1), (2019, 5, 12)],
    complete: true,
    sets: &[
        set("old-breach", Role::Corpus, (2012, 6, 30), Who::Of(1_500_000), HASHED),
        set("other-breach", Role::Corpus, (2013, 2, 28), Who::Of(600_000), HASHED),
        set("new-service", Role::Service, (2019, 5, 12), Who::Of(1_900_000), CUSTOMER),
    ],
    parts: &[file(&[From::Copy("old-breach", 900, Cut::Random)], LOGIN)],
    said: &[
        Said { by: "seller", source: Some("new-service"), records: Some(1_350_000), day: (2019, 5, 12), ..SAID },
        Said { by: "seller", source: Some("new-service"), day: (2019, 5, 12), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ any = [\"contradicted\", \"conditional\"] }"),
        ("verdict.corpora", "\"single\""),
    ],
    notes: "* The passwords of the dump are those whose hashes the old breach holds; nothing else was added.",
    ..EMPTY
};

/// A leak at somebody who had bought the records.
pub(super) static PARTNER_BUREAU: Case = Case {
    scenario: Scenario {
        id: "partner-bureau",
        title: "A bureau's records that leaked at a partner",
        about: "A credit bureau sells its records with its own column to partners; one of them leaks. The content \
                is the bureau's, its systems were never touched.",
        sources: &["The pattern: the Brazilian list of 2021, whose columns are a bureau's and whose leak was never \
                    shown to be its; sizes are invented"],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    people: 7_000_000,
    main: Tax,
    days: [(2004, 1, 1), (2019, 9, 3)],
    complete: true,
    sets: &[
        set("everybody", Role::Unheld, (2019, 9, 1), Who::Of(6_500_000), &[Tax, FullName]),
        set("bureau", Role::Service, (2019, 9, 3), Who::Of(2_200_000), &[Tax, FullName, Segment, Created]),
        set("partner", Role::Unheld, (2019, 6, 30), Who::Some("bureau", 1_100_000), &[Tax, FullName, Segment]),
        set("old-extract", Role::Corpus, (2013, 4, 30), Who::Of(700_000), &[Tax, Phone]),
        set("control", Role::Control, (2019, 9, 1), Who::Among(&["everybody"], &["bureau"], 500_000), &[Tax, FullName]),
    ],
    parts: &[file(&[From::Copy("partner", 1000, Cut::Random)], &[Tax, FullName, Segment])],
    said: &[
        Said { by: "seller", source: Some("bureau"), records: Some(1_100_000), day: (2019, 9, 3), ..SAID },
        Said { by: "seller", source: Some("bureau"), day: (2019, 9, 3), ..SAID },
    ],
    expect: &[("claims[by=seller,about=origin].outcome", "{ not = \"contradicted\" }")],
    bought_elsewhere: true,
    notes: "* The records are the bureau's, so saying that its content is there is right; who lost them does not \
            show in them, and no sentence may say that the bureau did.",
    ..EMPTY
};

/// Winter of 2019.
pub(super) static SAFE_CITY: Case = Case {
    scenario: Scenario {
        id: "safe-city-2019",
        title: "One picture of a traffic camera with the owner's data, late 2019",
        about: "No dump at all: a single record that went round in messengers. Who could have held it can be asked, \
                whether a list overlaps cannot.",
        sources: &["A camera's picture with the data of the car's owner, shown in public in Bishkek, November and \
                    December 2019: reports of the time; everything in the record is invented"],
        fixture_scale: 1.0,
        ..EMPTY.scenario
    },
    people: 4_000,
    main: Licence,
    days: [(2019, 2, 1), (2019, 12, 5)],
    sets: &[
        set("police", Role::Service, (2019, 12, 5), Who::Of(1_800), &[Licence, FullName, Phone, Created]),
        set("picture", Role::Unheld, (2019, 12, 5), Who::Some("police", 1), &[Licence, FullName, Phone]),
        set("insurer", Role::Corpus, (2017, 12, 31), Who::Of(700), CALLER),
    ],
    parts: &[file(&[From::Copy("picture", 1000, Cut::First)], &[Licence, FullName, Phone])],
    sample: Sample::Shown,
    said: &[Said { by: "press", source: Some("police"), records: Some(1), day: (2019, 12, 5), ..SAID }],
    expect: &[
        ("verdict.scope", "\"not-tested\""),
        ("verdict.service", "\"insufficient\""),
        ("verdict.corpora", "{ any = [\"undetermined\", \"not-tested\"] }"),
        ("verdict.integrity", "[\"not-tested\"]"),
    ],
    notes: "* One record is in whatever list holds the person. Columns may say who could have held it; counting \
            cannot.",
    ..EMPTY
};
