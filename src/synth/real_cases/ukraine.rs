//! Compilations that were sold as the records of Diia.

use super::super::Scenario;
use super::super::world::plan::{
    Cut,
    Field::{Created, Email, FullName, Phone, Tax, Town},
    MadeUp, Role,
};
use super::fields::CALLER;
use super::{Case, EMPTY, File, From, SAID, Said, Set, Who, file, set};

/// January 2022, restated in 2024.
pub(super) static FREECIVILIAN: Case = Case {
    scenario: Scenario {
        id: "freecivilian-2022",
        title: "13.5 million users said to come from the portal Diia, January 2022",
        about: "Earlier bases of private companies, sold as the users of a portal that had a ninth of that number.",
        sources: &[
            "13.5 million claimed; 1.5 million users of the portal; a compilation of earlier private bases: the \
             ministry's statement as reported by itc.ua, 2 July 2024",
            "Sizes and columns of the private bases are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 2,
    people: 30_000_000,
    main: Phone,
    days: [(2020, 2, 6), (2022, 1, 22)],
    complete: true,
    sets: &[
        set("loans", Role::Corpus, (2018, 6, 30), Who::Of(5_200_000), &[Phone, FullName, Email]),
        set("parcels", Role::Corpus, (2019, 3, 31), Who::Of(5_000_000), CALLER),
        set("shop", Role::Corpus, (2017, 9, 30), Who::Of(3_300_000), &[Phone, FullName]),
        Set {
            stated: Some(1_500_000),
            ..set("portal", Role::Service, (2022, 1, 22), Who::Of(1_500_000), &[Phone, Email, Created])
        },
    ],
    parts: &[
        file(&[From::Copy("loans", 1000, Cut::Random)], &[Phone, FullName, Email]),
        file(&[From::Copy("parcels", 1000, Cut::Random)], CALLER),
        file(&[From::Copy("shop", 1000, Cut::Random)], &[Phone, FullName]),
    ],
    said: &[
        Said { by: "seller", source: Some("portal"), records: Some(13_500_000), day: (2022, 1, 22), ..SAID },
        Said { by: "ministry", content: &["loans", "parcels", "shop"], day: (2022, 1, 24), ..SAID },
        Said { by: "seller", source: Some("portal"), day: (2022, 1, 22), ..SAID },
        Said { by: "ministry", source: Some("portal"), denies: true, day: (2022, 1, 24), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=ministry,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("bounds[basis=claimed,limit_is=service-size].share_at_most", "{ min = 0.110, max = 0.112 }"),
        ("verdict.scope", "\"only-service-refuted\""),
        ("verdict.corpora", "\"composite\""),
    ],
    notes: "* Users are counted in telephones. At most one in nine of the claimed could be a user of the portal: \
            1.5 of 13.5 million. That is arithmetic, no measured share; the portal is not in it at all.",
    ..EMPTY
};

/// September 2025.
pub(super) static DIIA_USERS: Case = Case {
    scenario: Scenario {
        id: "diia-users-2025",
        title: "20 million lines said to come from Diia, September 2025",
        about: "Known commercial leaks, a part edited by hand, and forged rows that look fresh.",
        sources: &[
            "20 million lines claimed; a mix of known commercial leaks, edited, with forged rows to look fresh: the \
             ministry's statement as reported by Ekonomichna Pravda, DOU and Minfin, 20 to 22 September 2025",
            "Shares are the project's: 85 % old rows, 10 % edited, 5 % forged; sizes and columns are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 5,
    people: 30_000_000,
    main: Tax,
    days: [(2020, 2, 6), (2025, 9, 20)],
    complete: true,
    sets: &[
        set("bank", Role::Corpus, (2014, 6, 30), Who::Of(8_000_000), &[Tax, FullName, Phone]),
        set("telecom", Role::Corpus, (2019, 5, 31), Who::Of(9_000_000), &[Phone, FullName]),
        set("lender", Role::Corpus, (2021, 2, 28), Who::Of(6_000_000), &[Tax, FullName]),
        set("diia", Role::Service, (2025, 9, 20), Who::Of(21_000_000), &[Tax, FullName, Created]),
    ],
    parts: &[
        file(&[From::Copy("bank", 875, Cut::Random)], &[Tax, FullName, Phone]),
        file(&[From::Copy("telecom", 667, Cut::Blocks)], &[Phone, FullName]),
        file(&[From::Copy("lender", 667, Cut::Random)], &[Tax, FullName]),
        File { edited: 1000, ..file(&[From::Copy("bank", 250, Cut::Random)], &[Tax, FullName, Phone]) },
        file(&[From::MadeUp(1_000_000, MadeUp::Careful)], &[Tax, FullName, Town, Created]),
    ],
    said: &[
        Said { by: "seller", source: Some("diia"), records: Some(20_000_000), day: (2025, 9, 20), ..SAID },
        Said { by: "ministry", content: &["bank", "telecom", "lender"], day: (2025, 9, 21), ..SAID },
        Said { by: "seller", source: Some("diia"), day: (2025, 9, 20), ..SAID },
        Said { by: "ministry", source: Some("diia"), denies: true, day: (2025, 9, 21), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=ministry,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("verdict.corpora", "\"composite\""),
        ("verdict.service", "{ any = [\"bounded\", \"insufficient\"] }"),
        ("verdict.service_copied_share.of_exclusive.high", "{ max = 0.01 }"),
    ],
    notes: "* Nearly every grown-up is a user: old bases share most of their people with the service, and nothing \
            came from it.\n* Forged rows have right check digits and dates of registration of the last years; what \
            is forged that carefully shows in no check.\n* At the repository's scale a month of registrations has \
            too few of the service's own records for a bound on all of it; a bound on those that nobody else holds \
            is there.",
    ..EMPTY
};
