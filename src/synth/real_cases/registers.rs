//! Registers of whole countries.

use super::super::Scenario;
use super::super::world::plan::{
    Cut,
    Field::{Birth, Code, Created, FullName, Phone, Segment, Tax, Town},
    Form, Header, Packing, Role, Sample,
};
use super::fields::CITIZEN;
use super::{Case, EMPTY, File, From, SAID, Said, Set, Stock, TABLE, Who, file, set};

const VOTER: &[super::Field] = &[Tax, FullName, Birth, Town];

/// March 2020.
pub(super) static GEORGIA_VOTERS: Case = Case {
    scenario: Scenario {
        id: "georgia-voters-2020",
        title: "4.9 million voters said to come from an election commission, March 2020",
        about: "More people than the country ever had voters, the dead among them, with columns that the commission \
                does not keep: an older file of another holder.",
        sources: &[
            "4,934,863 rows; a list of 3.5 million voters, never more than 3,613,851; deceased people, foreign \
             columns, data of 2011: ISFED, EPDE, messenger.com.ge and humanrights.ge, March and April 2020; DFRLab",
            "Which holder the file is of is not known; that it holds everybody of the voters is invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    people: 5_400_000,
    main: Tax,
    days: [(2005, 1, 1), (2020, 3, 28)],
    complete: true,
    sets: &[
        set("civil-file", Role::Unheld, (2011, 12, 31), Who::Of(4_934_863), VOTER),
        Set {
            stated: Some(3_513_884),
            ..set("commission", Role::Service, (2020, 3, 28), Who::Among(&["civil-file"], &[], 3_513_884), VOTER)
        },
        set("network", Role::Corpus, (2016, 5, 31), Who::Of(600_000), &[Phone, FullName]),
    ],
    parts: &[file(&[From::Copy("civil-file", 1000, Cut::Random)], &[Tax, FullName, Birth, Town, Phone])],
    said: &[
        Said {
            by: "seller",
            source: Some("commission"),
            records: Some(4_934_863),
            unit: "ua.rntrc",
            day: (2020, 3, 28),
            ..SAID
        },
        Said { by: "seller", source: Some("commission"), day: (2020, 3, 28), ..SAID },
        Said { by: "commission", source: Some("commission"), denies: true, day: (2020, 3, 30), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=commission,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("bounds[basis=measured,limit_is=service-size,unit=ua.rntrc].share_at_most", "{ min = 0.70, max = 0.73 }"),
        ("verdict.scope", "\"only-service-refuted\""),
        ("verdict.service", "{ any = [\"insufficient\", \"current-data-source-open\", \"not-service-alone\"] }"),
    ],
    notes: "* The personal number of that country is none that the program reads; the Ukrainian tax number stands \
            for it.\n* Every voter is in the file and yet it is not the commission's: whoever holds everybody holds \
            the voters too. No answer may accuse the commission, none may clear it by its records' absence.",
    ..EMPTY
};

/// May 2021.
pub(super) static BPJS: Case = Case {
    scenario: Scenario {
        id: "bpjs-2021",
        title: "279 million insured people, shown by a free million, May 2021",
        about: "A free sample, said to hold a million, holds a tenth of it: genuine columns of a health insurer, far \
                too few rows to carry the claim.",
        sources: &[
            "279 million claimed, a free million offered, 100,002 different records in it, columns such as PSNOKA \
             and TGLLHR, 222.4 million members: the ministry and the insurer as reported by VOI, Observer and \
             Tribunnews, 20 to 22 May 2021",
            "Values are of the invented country; the older telephone list is invented",
        ],
        fixture_scale: 0.02,
        ..EMPTY.scenario
    },
    people: 300_000,
    main: Phone,
    days: [(2014, 1, 1), (2021, 5, 20)],
    sets: &[
        set("insured", Role::Unheld, (2020, 11, 30), Who::Of(100_002), &[Code, FullName, Town, Birth, Phone, Created]),
        set("telephones", Role::Corpus, (2018, 3, 31), Who::Of(45_000), &[Phone, FullName]),
    ],
    parts: &[File {
        form: Form { header: Header::Own("PSNOKA;NAMA;TMPLHR;TGLLHR;NOHP;TMT"), ..TABLE },
        ..file(&[From::Copy("insured", 1000, Cut::Random)], &[Code, FullName, Town, Birth, Phone, Created])
    }],
    sample: Sample::Shown,
    selection: Some("seller-chosen"),
    said: &[
        Said {
            by: "seller",
            source: Some("bpjs"),
            records: Some(279_000_000),
            unit: "phone",
            day: (2021, 5, 20),
            ..SAID
        },
        Said { by: "seller", records: Some(1_000_000), day: (2021, 5, 20), ..SAID },
    ],
    sizes: &[("bpjs", 222_400_000, (2021, 4, 30))],
    expect: &[
        ("bounds[basis=claimed,limit_is=service-size,dump=5580000].share_at_most", "{ min = 0.796, max = 0.798 }"),
        ("verdict.service", "\"insufficient\""),
        ("verdict.corpora", "{ not = \"single\" }"),
    ],
    notes: "* The identity number of that country is none that the program reads; telephones stand for it.\n* The \
            sample is genuine: whoever always answers that everything is recycled answers wrongly here.",
    ..EMPTY
};

/// January 2021.
pub(super) static SERASA: Case = Case {
    scenario: Scenario {
        id: "serasa-2021",
        title: "223.7 million tax numbers said to come from a credit bureau, January 2021",
        about: "More people than the country has, the dead among them, compiled in 2019; the second file lists them \
                in the order of the first. The source was never proven.",
        sources: &[
            "223.74 million numbers, a population of some 212 million, compiled in August 2019, a second file in the \
             order of the first with a customer segment: reports of January 2021 and a summary at Lexology",
            "Who compiled it is not known; sizes of the other lists are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 50,
    people: 224_000_000,
    main: Tax,
    days: [(1990, 1, 1), (2021, 1, 19)],
    sets: &[
        set("compiled-2019", Role::Unheld, (2019, 8, 31), Who::Of(223_740_000), CITIZEN),
        set(
            "bureau",
            Role::Service,
            (2021, 1, 19),
            Who::Among(&["compiled-2019"], &[], 120_000_000),
            &[Tax, FullName, Segment, Created],
        ),
        set("telecom", Role::Corpus, (2017, 6, 30), Who::Of(45_000_000), &[Tax, Phone]),
    ],
    parts: &[
        File { shuffled: false, ..file(&[From::Copy("compiled-2019", 1000, Cut::First)], CITIZEN) },
        File { shuffled: false, ..file(&[From::Copy("compiled-2019", 1000, Cut::First)], &[Tax, Segment]) },
    ],
    said: &[
        Said {
            by: "seller",
            source: Some("bureau"),
            records: Some(223_740_000),
            unit: "ua.rntrc",
            day: (2021, 1, 19),
            ..SAID
        },
        Said { by: "seller", source: Some("bureau"), day: (2021, 1, 19), ..SAID },
        Said { by: "bureau", source: Some("bureau"), denies: true, day: (2021, 1, 28), ..SAID },
    ],
    stocks: &[Stock {
        kind: "ua.rntrc",
        in_existence: Some(212_000_000),
        ever_issued: None,
        day: (2021, 1, 1),
        source: "population estimate of the statistical office",
    }],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=bureau,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("bounds[basis=measured,limit_is=in-existence].share_at_most", "{ min = 0.94, max = 0.955 }"),
        ("verdict.service", "{ any = [\"insufficient\", \"current-data-source-open\", \"not-service-alone\"] }"),
    ],
    notes: "* The tax number of that country is none that the program reads; the Ukrainian one stands for it.\n* The \
            segment is a column of the bureau's trade, sold to its customers: its presence names a product, no leak.",
    ..EMPTY
};

/// April 2016.
pub(super) static MERNIS: Case = Case {
    scenario: Scenario {
        id: "mernis-2016",
        title: "49.6 million citizens said to come from a population register, April 2016",
        about: "The electoral file that parties were handed before the elections of March 2009, offered seven years \
                later as the population register.",
        sources: &[
            "49,611,709 rows; the electoral file of 2009; 8 of 10 numbers that a news agency looked up were right: \
             databreaches.net, International Business Times and NDTV, April 2016",
            "Sizes of the register and of the other list are rounded or invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 12,
    people: 78_000_000,
    main: Tax,
    days: [(2003, 1, 1), (2016, 4, 3)],
    complete: true,
    sets: &[
        set("register", Role::Service, (2016, 4, 3), Who::Of(76_000_000), &[Tax, FullName, Created]),
        set("electoral-2009", Role::Corpus, (2009, 3, 29), Who::Among(&["register"], &[], 49_611_709), VOTER),
        set("shop", Role::Corpus, (2014, 8, 31), Who::Of(8_000_000), &[Phone, FullName]),
    ],
    parts: &[File {
        form: Form { packing: Packing::Gzip, header: Header::None, ..TABLE },
        ..file(&[From::Copy("electoral-2009", 1000, Cut::Random)], VOTER)
    }],
    said: &[
        Said {
            by: "publisher",
            source: Some("register"),
            records: Some(49_611_709),
            unit: "ua.rntrc",
            day: (2016, 4, 3),
            ..SAID
        },
        Said { by: "publisher", source: Some("register"), day: (2016, 4, 3), ..SAID },
        Said { by: "ministry", source: Some("register"), denies: true, day: (2016, 4, 6), ..SAID },
    ],
    look_ups: &[("people known to a news agency", 10, 8)],
    expect: &[
        ("claims[by=publisher,about=origin].outcome", "{ any = [\"contradicted\", \"conditional\"] }"),
        ("claims[by=ministry,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("look_ups[asked=10].found", "8"),
        ("look_ups[asked=10].low", "{ min = 0.44, max = 0.50 }"),
        ("verdict.corpora", "\"single\""),
    ],
    notes: "* The identity number of that country is none that the program reads; the Ukrainian tax number stands \
            for it.\n* All of the dump is in the register, and none of it came from there: the file of 2009 \
            explains every row, and nobody who came later is in it.",
    ..EMPTY
};
