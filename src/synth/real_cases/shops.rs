//! Customers of companies: relabelled, mixed, scraped, invented, and genuine although denied.

use super::super::Scenario;
use super::super::world::plan::{
    Cut,
    Field::{Birth, Code, Created, Email, FullName, Phone, Segment, SomeMail, Street, Town},
    MadeUp, Role, Sample,
};
use super::fields::{CUSTOMER, HASHED};
use super::{Case, EMPTY, From, SAID, Said, Who, file, set};

/// January 2025.
pub(super) static JBHIFI: Case = Case {
    scenario: Scenario {
        id: "jbhifi-2025",
        title: "12 million customers of one shop that were another shop's, January 2025",
        about: "A sample offered as the customers of an electronics shop; its addresses are those of a bookshop's \
                breach of 2023.",
        sources: &[
            "12 million claimed; a sample whose addresses were nearly all in the bookshop's breach (836,120 \
             addresses): Troy Hunt, January 2025",
            "The electronics shop's customers and the third shop are invented",
        ],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    people: 12_000_000,
    days: [(2010, 1, 1), (2025, 1, 20)],
    complete: true,
    sets: &[
        set("dymocks", Role::Corpus, (2023, 9, 5), Who::Of(836_120), &[Email, FullName, Birth, Segment]),
        set("other-shop", Role::Corpus, (2022, 10, 12), Who::Of(500_000), CUSTOMER),
        set("jbhifi", Role::Service, (2025, 1, 20), Who::Of(2_600_000), CUSTOMER),
    ],
    parts: &[file(&[From::Copy("dymocks", 300, Cut::Random)], &[Email, FullName, Birth, Segment])],
    sample: Sample::Shown,
    selection: Some("seller-chosen"),
    said: &[
        Said { by: "seller", source: Some("jbhifi"), records: Some(12_000_000), day: (2025, 1, 20), ..SAID },
        Said { by: "seller", source: Some("jbhifi"), day: (2025, 1, 20), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("verdict.corpora", "\"single\""),
        ("verdict.service", "{ any = [\"insufficient\", \"bounded\"] }"),
    ],
    notes: "* Every address of the sample is in the one older breach. Some are also the shop's own customers: two \
            shops of one country share people.",
    ..EMPTY
};

/// November 2022.
pub(super) static ACXIOM: Case = Case {
    scenario: Scenario {
        id: "acxiom-2022",
        title: "246 million rows said to come from a data broker, November 2022",
        about: "A mix of consumer files; one row in five has an e-mail address, and nearly all addresses are in \
                older breaches.",
        sources: &[
            "246 million rows, 51.7 million addresses, 94 % of them in older breaches, not the broker's: Troy Hunt \
             and Have I Been Pwned, November 2022",
            "Which breaches, their sizes and the consumer file are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 50,
    people: 400_000_000,
    days: [(1990, 1, 1), (2022, 11, 4)],
    sets: &[
        set("consumers", Role::Unheld, (2020, 6, 21), Who::Of(300_000_000), &[FullName, Town, Street]),
        set("breach-a", Role::Corpus, (2019, 2, 25), Who::Of(70_000_000), &[Email, FullName]),
        set("breach-b", Role::Corpus, (2018, 7, 23), Who::Of(50_000_000), &[Email, FullName]),
        set("breach-c", Role::Corpus, (2019, 10, 16), Who::Of(40_000_000), &[Email, FullName]),
        set(
            "others",
            Role::Unheld,
            (2020, 6, 21),
            Who::Among(&["consumers"], &["breach-a", "breach-b", "breach-c"], 3_100_000),
            &[Email, FullName],
        ),
    ],
    parts: &[
        file(
            &[
                From::Copy("breach-a", 300, Cut::Random),
                From::Copy("breach-b", 322, Cut::Random),
                From::Copy("breach-c", 288, Cut::Random),
                From::Copy("others", 1000, Cut::Random),
            ],
            &[Email, FullName, Town, Street],
        ),
        file(&[From::Copy("consumers", 648, Cut::Random)], &[FullName, Town, Street]),
    ],
    said: &[
        Said { by: "seller", source: Some("acxiom"), records: Some(246_000_000), day: (2022, 11, 4), ..SAID },
        Said {
            by: "seller",
            records: Some(51_700_000),
            unit: "email",
            rounding: 2_000_000,
            day: (2022, 11, 4),
            ..SAID
        },
    ],
    expect: &[("verdict.corpora", "{ any = [\"composite\", \"partial\"] }"), ("verdict.scope", "\"not-tested\"")],
    notes: "* The broker gave no list and no size: nothing can be said of it. Four rows of five carry no key at all.",
    ..EMPTY
};

/// January 2024.
pub(super) static EUROPCAR: Case = Case {
    scenario: Scenario {
        id: "europcar-2024",
        title: "48.6 million customers of a car rental that were made up, January 2024",
        about: "A sample of 31 rows: invented people with addresses that do not exist, and a few real addresses out \
                of an old list.",
        sources: &[
            "48,606,700 claimed; a sample of 31 of whom the company found nobody; impossible addresses and codes, \
             some old addresses mixed in: BleepingComputer, Caveira Tech and Escudo Digital, 28 January to 1 \
             February 2024",
            "The company's list here is cut to what the sample needs; the old list is invented",
        ],
        fixture_scale: 1.0,
        ..EMPTY.scenario
    },
    people: 8_000,
    days: [(2005, 1, 1), (2024, 1, 28)],
    complete: true,
    sets: &[
        set("old-list", Role::Corpus, (2016, 5, 31), Who::Of(900), &[Email, FullName]),
        set("everybody", Role::Unheld, (2024, 1, 28), Who::Of(7_000), &[Email]),
        set("europcar", Role::Service, (2024, 1, 28), Who::Among(&["everybody"], &["old-list"], 2_400), CUSTOMER),
    ],
    parts: &[file(
        &[From::Copy("old-list", 3, Cut::Random), From::MadeUp(28, MadeUp::Careless)],
        &[Email, FullName, Birth, Town],
    )],
    sample: Sample::Shown,
    selection: Some("seller-chosen"),
    said: &[
        Said { by: "seller", source: Some("europcar"), records: Some(48_606_700), day: (2024, 1, 28), ..SAID },
        Said { by: "seller", source: Some("europcar"), day: (2024, 1, 28), ..SAID },
        Said { by: "company", source: Some("europcar"), denies: true, day: (2024, 1, 31), ..SAID },
    ],
    look_ups: &[("rows of the sample looked up in the company's records", 31, 0)],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=company,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("look_ups[asked=31].found", "0"),
        ("look_ups[asked=31].high", "{ min = 0.0920, max = 0.0922 }"),
        ("overlaps[reference=europcar,kind=email,level=key].dump", "31"),
        ("verdict.scope", "\"not-tested\""),
        ("verdict.service", "\"insufficient\""),
        ("verdict.corpora", "\"undetermined\""),
    ],
    notes: "* Nobody of 31 was found: had the rows been a random sample, at most 9.2 % of the whole could be \
            customers (exact, one-sided 95 %: 1 - 0.05^(1/31); two-sided 11.2 %). They were chosen by the seller, \
            so it says nothing of the rest.\n* At a scale below 1 there are fewer rows.",
    ..EMPTY
};

/// November 2023.
pub(super) static LINKEDIN_SCRAPE: Case = Case {
    scenario: Scenario {
        id: "linkedin-scrape-2023",
        title: "Scraped profiles filled up with addresses built from names, November 2023",
        about: "Public profiles of a network, offered as its data base; three addresses of four were put together \
                from names and belong to nobody.",
        sources: &[
            "Offered as 2.5 million; 5.8 million addresses at first and 14 million later, many built from names; \
             19,788,753 in Have I Been Pwned, November 2023",
            "That the first 5.8 million are real, the network's list and the old breach's size are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 5,
    people: 60_000_000,
    days: [(2003, 5, 5), (2023, 11, 4)],
    complete: true,
    sets: &[
        set("network", Role::Service, (2023, 11, 4), Who::Of(20_000_000), CUSTOMER),
        set(
            "profiles",
            Role::Unheld,
            (2023, 10, 1),
            Who::Among(&["network"], &[], 5_800_000),
            &[Email, FullName, Town],
        ),
        set("network-2012", Role::Corpus, (2012, 5, 5), Who::Of(6_000_000), HASHED),
    ],
    parts: &[
        file(&[From::Copy("profiles", 1000, Cut::Random)], &[Email, FullName, Town]),
        file(&[From::MadeUp(13_988_753, MadeUp::Careful)], &[Email, FullName, Town]),
    ],
    said: &[
        Said { by: "seller", source: Some("network"), records: Some(2_500_000), day: (2023, 11, 4), ..SAID },
        Said { by: "seller", source: Some("network"), day: (2023, 11, 4), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("verdict.service", "{ any = [\"insufficient\", \"current-data-source-open\", \"not-service-alone\"] }"),
        ("verdict.corpora", "{ not = \"single\" }"),
    ],
    notes: "* Addresses that are nobody's hit nothing; those of the profiles are the network's members', and were \
            collected from what it shows in public: content of it, and no leak of it.",
    ..EMPTY
};

/// Denied in 2021, confirmed in 2024.
pub(super) static ATT: Case = Case {
    scenario: Scenario {
        id: "att-2024",
        title: "73 million customers that a telephone company denied for three years",
        about: "The material is the company's, with its own numbers in it; it said that nothing came from it.",
        sources: &[
            "70 million claimed in August 2021 and denied; 73.5 million lines and 49,102,176 addresses; confirmed \
             in March 2024: Troy Hunt and Have I Been Pwned",
            "The company's list, the control list and the older list are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 20,
    people: 120_000_000,
    main: Phone,
    days: [(2000, 1, 1), (2021, 8, 19)],
    complete: true,
    sets: &[
        set("everybody", Role::Unheld, (2021, 8, 1), Who::Of(118_000_000), &[Phone]),
        set("att", Role::Service, (2021, 8, 19), Who::Of(80_000_000), &[Phone, Code, Created]),
        set("telephones", Role::Corpus, (2017, 3, 31), Who::Of(18_000_000), &[Phone, FullName]),
        set(
            "control",
            Role::Control,
            (2021, 8, 1),
            Who::Among(&["everybody"], &["att"], 16_000_000),
            &[Phone, FullName],
        ),
    ],
    parts: &[file(&[From::Copy("att", 919, Cut::Random)], &[Code, FullName, Phone, SomeMail])],
    said: &[
        Said {
            by: "seller",
            source: Some("att"),
            records: Some(70_000_000),
            rounding: 5_000_000,
            day: (2021, 8, 19),
            ..SAID
        },
        Said { by: "company", source: Some("att"), denies: true, day: (2021, 8, 20), ..SAID },
        Said { by: "seller", source: Some("att"), day: (2021, 8, 19), ..SAID },
    ],
    expect: &[
        ("verdict.service", "\"service-specific\""),
        ("verdict.corpora", "{ not = \"single\" }"),
        ("claims[by=company,about=origin].outcome", "\"contradicted\""),
        ("claims[by=seller,about=origin].outcome", "\"supported\""),
    ],
    notes: "* The company's own customer number stands for its encrypted columns; social security numbers are none \
            that the program reads.",
    ..EMPTY
};

/// April to August 2024.
pub(super) static NATIONAL_PUBLIC_DATA: Case = Case {
    scenario: Scenario {
        id: "national-public-data-2024",
        title: "2.9 billion people of a background checker, 2024",
        about: "The records are the company's; the people are three times fewer than the rows, for one person \
                stands there with several addresses.",
        sources: &[
            "2.9 billion claimed as people; 31 % different numbers in a hundred million rows; 133,957,569 e-mail \
             addresses: TechRadar, 17 August 2024, after Troy Hunt",
            "The company's list, the control list and the older list are invented",
        ],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    per: 1000,
    people: 1_300_000_000,
    main: Phone,
    days: [(2008, 1, 1), (2024, 4, 8)],
    complete: true,
    sets: &[
        set("everybody", Role::Unheld, (2024, 4, 1), Who::Of(1_290_000_000), &[Phone]),
        set("npd", Role::Service, (2024, 4, 8), Who::Of(899_000_000), &[Phone, FullName, Street, Created]),
        set("voters", Role::Corpus, (2017, 6, 12), Who::Of(150_000_000), &[Phone, FullName, Town]),
        set(
            "control",
            Role::Control,
            (2024, 4, 1),
            Who::Among(&["everybody"], &["npd"], 300_000_000),
            &[Phone, FullName],
        ),
    ],
    parts: &[
        file(&[From::Copy("npd", 1000, Cut::Random)], &[Phone, FullName, Birth, Street]),
        file(&[From::Copy("npd", 1000, Cut::Random)], &[Phone, FullName, Birth, Street]),
        file(&[From::Copy("npd", 1000, Cut::Random)], &[Phone, FullName, Birth, Street]),
        file(&[From::Copy("npd", 149, Cut::Random)], &[Phone, FullName, Email, Street]),
        file(&[From::Copy("npd", 77, Cut::Random)], &[Phone, FullName, Birth, Street]),
    ],
    said: &[
        Said {
            by: "seller",
            source: Some("npd"),
            records: Some(2_900_000_000),
            unit: "phone",
            day: (2024, 4, 8),
            ..SAID
        },
        Said { by: "company", records: Some(2_900_000_000), day: (2024, 8, 16), ..SAID },
    ],
    expect: &[
        ("verdict.service", "\"service-specific\""),
        ("verdict.integrity", "{ any = [[\"no-sign-found\"], [\"not-tested\"]] }"),
    ],
    notes: "* Social security numbers are none that the program reads; telephones stand for them: 31 of 100 are \
            different.\n* Rows of one person differ in the address: people repeat, rows do not, so the dump is not \
            inflated by identical rows. The number of people is contradicted all the same.",
    ..EMPTY
};
