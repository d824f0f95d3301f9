//! Lists of addresses: collected, compiled, repeated, hashed, gathered through a product.

use super::super::Scenario;
use super::super::world::plan::{
    Cut,
    Field::{Code, Created, Email, Md5Mail},
    Form, MadeUp, Role,
};
use super::fields::{CUSTOMER, GUESSED, LOGIN, MAIL, WORN};
use super::{Case, EMPTY, File, From, LOGINS, SAID, Said, Who, file, set};

/// One of the collector's files of generated passwords: the same addresses in each.
const GUESSES: File = File { shuffled: false, ..file(&[From::Copy("stuffed", 1000, Cut::Random)], GUESSED) };

/// May 2016.
pub(super) static COLLECTOR: Case = Case {
    scenario: Scenario {
        id: "collector-2016",
        title: "272 million accounts of a collector, May 2016",
        about: "Old dumps of others, addresses that do not exist, and passwords that a generator made up: one \
                address in seven has nine or more.",
        sources: &[
            "272 million accounts; of those of one provider 22.56 % had no such address, 64.27 % a wrong password, \
             0.018 % a valid one; 15 % of the addresses with nine or more passwords: Oreanda-News and \
             BankInfoSecurity, May 2016",
            "Sizes of the old dumps and of the provider are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 50,
    people: 300_000_000,
    days: [(1998, 10, 15), (2016, 5, 4)],
    complete: true,
    sets: &[
        set("forum", Role::Corpus, (2011, 8, 31), Who::Of(70_000_000), LOGIN),
        set("game", Role::Corpus, (2013, 2, 28), Who::Of(60_000_000), LOGIN),
        set("shop", Role::Corpus, (2012, 11, 30), Who::Of(40_000_000), LOGIN),
        set("stuffed", Role::Unheld, (2011, 8, 31), Who::Some("forum", 16_700_000), LOGIN),
        set("mail", Role::Service, (2016, 5, 4), Who::Of(100_000_000), LOGIN),
    ],
    parts: &[
        file(
            &[
                From::Copy("forum", 430, Cut::Random),
                From::Copy("game", 333, Cut::Random),
                From::Copy("shop", 250, Cut::Random),
            ],
            LOGIN,
        ),
        file(&[From::MadeUp(61_400_000, MadeUp::Careless)], GUESSED),
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
        GUESSES,
    ],
    said: &[
        Said { by: "collector", source: Some("mail"), records: Some(272_000_000), day: (2016, 5, 4), ..SAID },
        Said { by: "collector", source: Some("mail"), day: (2016, 5, 4), ..SAID },
    ],
    expect: &[
        ("claims[by=collector,about=origin].outcome", "{ not = \"supported\" }"),
        ("verdict.service", "{ any = [\"insufficient\", \"bounded\", \"current-data-source-open\"] }"),
    ],
    notes: "* The provider's list holds today's passwords. Addresses are its customers' wherever the old dumps' are; \
            passwords of the old dumps are those that were not changed since.\n* 57 million of the 272 were said to \
            be the provider's; whose an address is by its ending is not asked here.",
    ..EMPTY
};

/// May 2016; loaded in February 2017.
pub(super) static ZOOSK: Case = Case {
    scenario: Scenario {
        id: "zoosk-2016",
        title: "57 million logins said to come from a dating service, May 2016",
        about: "Addresses with passwords in plain, and nothing that a dating service would hold: the logins of \
                somebody else.",
        sources: &[
            "57 million claimed, 52,578,183 loaded, flagged as fabricated: Have I Been Pwned, added 8 February 2017",
            "Whose logins they are is not known; the service's list and the old list are invented",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 20,
    people: 200_000_000,
    days: [(2007, 12, 1), (2016, 5, 31)],
    complete: true,
    sets: &[
        set("someone-else", Role::Unheld, (2013, 6, 30), Who::Of(52_578_183), LOGIN),
        set("zoosk", Role::Service, (2016, 5, 31), Who::Of(48_000_000), CUSTOMER),
        set("old-list", Role::Corpus, (2012, 6, 30), Who::Of(20_000_000), LOGIN),
    ],
    parts: &[file(&[From::Copy("someone-else", 1000, Cut::Random)], LOGIN)],
    said: &[
        Said { by: "seller", source: Some("zoosk"), records: Some(57_000_000), day: (2016, 5, 31), ..SAID },
        Said { by: "seller", source: Some("zoosk"), day: (2016, 5, 31), ..SAID },
        Said { by: "company", source: Some("zoosk"), denies: true, day: (2016, 6, 2), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=company,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("verdict.service", "{ any = [\"insufficient\", \"current-data-source-open\", \"not-service-alone\"] }"),
        ("verdict.corpora", "{ not = \"single\" }"),
    ],
    notes: "* Two services of one population share people: a quarter of the service's own addresses are in the \
            dump, and none came from it.",
    ..EMPTY
};

/// January 2019.
pub(super) static COLLECTION_1: Case = Case {
    scenario: Scenario {
        id: "collection-1-2019",
        title: "2.7 billion rows from many old breaches, January 2019",
        about: "Logins of six old sources in several dialects, repeated over and over, with junk among them; two of \
                the sources are not held.",
        sources: &[
            "2,692,818,238 rows, 1,160,253,228 pairs, 772,904,991 addresses, 21,222,975 passwords: Troy Hunt, \
             January 2019",
            "Number and sizes of the sources are invented so that these counts come about",
        ],
        fixture_scale: 0.002,
        ..EMPTY.scenario
    },
    per: 1000,
    people: 1_130_000_000,
    days: [(2010, 1, 1), (2019, 1, 7)],
    sets: &[
        set("source-a", Role::Corpus, (2012, 5, 31), Who::Of(300_000_000), WORN),
        set("source-b", Role::Corpus, (2013, 10, 31), Who::Of(250_000_000), WORN),
        set("source-c", Role::Corpus, (2014, 7, 31), Who::Of(200_000_000), WORN),
        set("source-d", Role::Corpus, (2015, 4, 30), Who::Of(170_000_000), WORN),
        set("source-e", Role::Unheld, (2016, 9, 30), Who::Of(140_000_000), WORN),
        set("source-f", Role::Unheld, (2017, 3, 31), Who::Of(95_000_000), WORN),
    ],
    parts: &[
        File { times: 2320, ..file(&[From::Copy("source-a", 1000, Cut::Random)], WORN) },
        File {
            times: 2320,
            form: Form { delimiter: b';', ..LOGINS },
            ..file(&[From::Copy("source-b", 1000, Cut::Random)], WORN)
        },
        File {
            times: 2320,
            form: Form { delimiter: b'|', ..LOGINS },
            ..file(&[From::Copy("source-c", 1000, Cut::Random)], WORN)
        },
        File { times: 2320, ..file(&[From::Copy("source-d", 1000, Cut::Random)], WORN) },
        File {
            times: 2320,
            form: Form { delimiter: b'\t', ..LOGINS },
            ..file(&[From::Copy("source-e", 1000, Cut::Random), From::MadeUp(5_000_000, MadeUp::Careless)], WORN)
        },
        File { times: 2320, ..file(&[From::Copy("source-f", 1000, Cut::Random)], WORN) },
    ],
    said: &[
        Said { by: "seller", records: Some(2_692_818_238), day: (2019, 1, 7), ..SAID },
        Said { by: "press", records: Some(2_692_818_238), unit: "email", day: (2019, 1, 17), ..SAID },
    ],
    expect: &[
        ("verdict.corpora", "\"composite\""),
        ("verdict.integrity", "{ any = [[\"inflated\"], [\"partly-fabricated\", \"inflated\"]] }"),
        ("verdict.service", "\"insufficient\""),
    ],
    notes: "* Passwords come from a small stock, one for 36 addresses, as there: most tell nothing. A small world \
            has\n  1,200 all the same, more than its share.",
    ..EMPTY
};

/// Winter of 2022.
pub(super) static TWITTER: Case = Case {
    scenario: Scenario {
        id: "twitter-2023",
        title: "400 million users of a network, half of them twice, January 2023",
        about: "Addresses with public profiles, fetched through an interface; 400 million rows are 211.5 million, \
                and an earlier file is a part of them.",
        sources: &[
            "400 million claimed, 211,524,284 without repeats, an earlier file of 5.4 million in it; the company on \
             11 January 2023, Have I Been Pwned",
            "Columns are shortened",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 30,
    people: 250_000_000,
    days: [(2006, 7, 1), (2022, 12, 23)],
    sets: &[
        set("interface", Role::Unheld, (2021, 12, 31), Who::Of(211_524_284), &[Email, Code, Created]),
        set("july-2022", Role::Corpus, (2022, 7, 22), Who::Some("interface", 5_400_000), &[Email, Code, Created]),
    ],
    parts: &[File { times: 1891, ..file(&[From::Copy("interface", 1000, Cut::Random)], &[Email, Code, Created]) }],
    said: &[
        Said {
            by: "seller",
            source: Some("twitter"),
            records: Some(400_000_000),
            unit: "email",
            day: (2022, 12, 23),
            ..SAID
        },
        Said { by: "expert", records: Some(211_524_284), unit: "email", day: (2023, 1, 5), ..SAID },
    ],
    expect: &[
        ("verdict.integrity", "[\"inflated\"]"),
        ("verdict.corpora", "{ not = \"single\" }"),
        ("verdict.service", "\"insufficient\""),
    ],
    notes: "* No list of the network was given; that the pairs are right points to the interface, which counting \
            cannot show.",
    ..EMPTY
};

/// October 2020.
pub(super) static GRAVATAR: Case = Case {
    scenario: Scenario {
        id: "gravatar-2020",
        title: "167 million profiles with hashed addresses, October 2020",
        about: "Public profiles with the MD5 of the address: two in three are the hashes of addresses that are in \
                lists in plain.",
        sources: &[
            "167 million profiles, 113,990,759 addresses found by hashing known ones: Have I Been Pwned, 2021",
            "The lists in plain are invented, sized so that two thirds are found",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 50,
    people: 400_000_000,
    days: [(2004, 1, 1), (2020, 10, 3)],
    sets: &[
        set("profiles", Role::Unheld, (2020, 10, 1), Who::Of(167_000_000), &[Md5Mail, Code]),
        set("list-a", Role::Corpus, (2019, 1, 31), Who::Of(170_000_000), MAIL),
        set("list-b", Role::Corpus, (2018, 6, 30), Who::Of(140_000_000), MAIL),
    ],
    parts: &[file(&[From::Copy("profiles", 1000, Cut::Random)], &[Md5Mail, Code])],
    said: &[Said {
        by: "expert",
        records: Some(167_000_000),
        unit: "hash.md5",
        content: &["list-a", "list-b"],
        day: (2021, 12, 5),
        ..SAID
    }],
    expect: &[
        ("verdict.corpora", "\"not-tested\""),
        ("verdict.service", "\"insufficient\""),
        ("claims[by=expert,about=content].outcome", "\"not-tested\""),
    ],
    notes: "* A hash of an address is compared with the hashes of others only, not with addresses in plain: the \
            right answer for now is that nothing was tested, and no share is given.",
    ..EMPTY
};

/// August 2024.
pub(super) static SOCRADAR: Case = Case {
    scenario: Scenario {
        id: "socradar-2024",
        title: "332 million addresses said to be scraped from a watcher of leaks, August 2024",
        about: "Addresses of old leaks, gathered through the ordinary functions of a product that shows old leaks: \
                nothing of it is the product's own.",
        sources: &[
            "332 million claimed, 282,478,425 addresses, gathered through the product's normal functions: the \
             company's statement and Have I Been Pwned, August 2024",
            "Which old leaks, and their sizes, are invented",
        ],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    per: 100,
    people: 1_500_000_000,
    days: [(2018, 1, 1), (2024, 8, 8)],
    complete: true,
    sets: &[
        set("leak-a", Role::Corpus, (2019, 1, 7), Who::Of(96_000_000), MAIL),
        set("leak-b", Role::Corpus, (2020, 6, 30), Who::Of(88_000_000), MAIL),
        set("leak-c", Role::Corpus, (2021, 9, 30), Who::Of(72_000_000), MAIL),
        set("leak-d", Role::Corpus, (2023, 3, 31), Who::Of(60_000_000), MAIL),
        set("watcher", Role::Service, (2024, 8, 8), Who::Union(&["leak-a", "leak-b", "leak-c", "leak-d"]), MAIL),
    ],
    parts: &[file(
        &[
            From::Copy("leak-a", 1000, Cut::Random),
            From::Copy("leak-b", 1000, Cut::Random),
            From::Copy("leak-c", 1000, Cut::Random),
            From::Copy("leak-d", 1000, Cut::Random),
        ],
        MAIL,
    )],
    said: &[
        Said {
            by: "seller",
            source: Some("watcher"),
            records: Some(332_000_000),
            unit: "email",
            day: (2024, 8, 3),
            ..SAID
        },
        Said { by: "seller", source: Some("watcher"), day: (2024, 8, 3), ..SAID },
        Said { by: "company", source: Some("watcher"), denies: true, day: (2024, 8, 8), ..SAID },
    ],
    expect: &[
        ("claims[by=seller,about=origin].outcome", "{ not = \"supported\" }"),
        ("claims[by=company,about=origin].outcome", "{ not = \"contradicted\" }"),
        ("verdict.service", "\"insufficient\""),
        (
            "verdict.corpora",
            "{ any = [\"composite\", \
                \"undetermined\"] }",
        ),
    ],
    notes: "* Whatever the watcher holds, an old leak holds: there is nothing by which it could be told from them.",
    ..EMPTY
};
