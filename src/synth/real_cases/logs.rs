//! Logins stolen from computers, and lists gathered from channels.

use super::super::Scenario;
use super::super::world::plan::{Cut, Role};
use super::fields::{LOGIN, STOLEN};
use super::{Case, EMPTY, File, From, SAID, Said, Who, file, set};

/// February 2025.
pub(super) static ALIEN_TXTBASE: Case = Case {
    scenario: Scenario {
        id: "alien-txtbase-2025",
        title: "23 billion rows of stolen logins, February 2025",
        about: "Logs of thieves' programs, each row some forty times over; the older half is held.",
        sources: &[
            "23 billion rows, 493 million pairs of site and address, 284,132,969 addresses: Troy Hunt, February 2025",
            "Two generations of logs and their sizes are invented so that these counts come about",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 500,
    people: 1_200_000_000,
    days: [(2018, 1, 1), (2025, 2, 25)],
    sets: &[
        set("logs-2022", Role::Corpus, (2022, 12, 31), Who::Of(131_000_000), STOLEN),
        set("logs-2024", Role::Unheld, (2024, 12, 31), Who::Of(172_000_000), STOLEN),
    ],
    parts: &[
        File { times: 46_400, ..file(&[From::Copy("logs-2022", 1000, Cut::Random)], STOLEN) },
        File { times: 46_400, ..file(&[From::Copy("logs-2022", 635, Cut::Random)], STOLEN) },
        File { times: 46_400, ..file(&[From::Copy("logs-2024", 1000, Cut::Random)], STOLEN) },
        File { times: 46_400, ..file(&[From::Copy("logs-2024", 635, Cut::Random)], STOLEN) },
    ],
    said: &[
        Said { by: "seller", records: Some(23_000_000_000), day: (2025, 2, 25), ..SAID },
        Said { by: "press", records: Some(23_000_000_000), unit: "email", day: (2025, 2, 26), ..SAID },
    ],
    expect: &[("verdict.integrity", "[\"inflated\"]"), ("verdict.service", "\"insufficient\"")],
    notes: "* The 244 million passwords that were new are not rebuilt.\n* Two files of one generation are two sites \
            of one person. Sites are named in no list: whose logins they are is not asked.",
    ..EMPTY
};

/// June 2025.
pub(super) static SIXTEEN_BILLION: Case = Case {
    scenario: Scenario {
        id: "sixteen-billion-2025",
        title: "16 billion passwords that were 2.7 billion rows, June 2025",
        about: "Old logs of thieves' programs, counted once for every time that they were found lying about.",
        sources: &[
            "16 billion claimed; what was handed over: 2.7 billion rows and 109,532,219 addresses: Have I Been \
             Pwned, 2025",
            "Generations of logs and their sizes are invented so that these counts come about",
        ],
        fixture_scale: 0.0005,
        ..EMPTY.scenario
    },
    per: 100,
    people: 152_000_000,
    days: [(2018, 1, 1), (2025, 6, 18)],
    sets: &[
        set("logs-2021", Role::Corpus, (2021, 12, 31), Who::Of(60_000_000), STOLEN),
        set("logs-2023", Role::Corpus, (2023, 12, 31), Who::Of(55_000_000), STOLEN),
        set("logs-2025", Role::Unheld, (2025, 5, 31), Who::Of(40_000_000), STOLEN),
    ],
    parts: &[
        File { times: 17_420, ..file(&[From::Copy("logs-2021", 1000, Cut::Random)], STOLEN) },
        File { times: 17_420, ..file(&[From::Copy("logs-2023", 1000, Cut::Random)], STOLEN) },
        File { times: 17_420, ..file(&[From::Copy("logs-2025", 1000, Cut::Random)], STOLEN) },
    ],
    said: &[
        Said { by: "press", records: Some(16_000_000_000), day: (2025, 6, 18), ..SAID },
        Said { by: "expert", content: &["logs-2021", "logs-2023"], day: (2025, 6, 20), ..SAID },
    ],
    expect: &[
        ("verdict.corpora", "\"composite\""),
        ("verdict.integrity", "[\"inflated\"]"),
        ("verdict.service", "\"insufficient\""),
    ],
    notes: "* The dump is what was handed over; the rest of the sixteen billion was never shown.",
    ..EMPTY
};

/// A list as one channel after the other shares it.
const COMBOS_2019: File = file(&[From::Copy("combos-2019", 1000, Cut::Random)], LOGIN);
const COMBOS_2021: File = file(&[From::Copy("combos-2021", 1000, Cut::Random)], LOGIN);

/// May 2024.
pub(super) static TELEGRAM_COMBOLISTS: Case = Case {
    scenario: Scenario {
        id: "telegram-combolists-2024",
        title: "Two billion rows from channels, May 2024",
        about: "Combination lists and logs of thieves' programs gathered from channels: three addresses in five \
                were known.",
        sources: &[
            "1,748 files of 518 channels, two billion rows, 361,468,099 addresses, 151 million of them new: Troy \
             Hunt, May 2024",
            "Two held lists and one generation of logs are invented so that these counts come about",
        ],
        fixture_scale: 0.001,
        ..EMPTY.scenario
    },
    per: 400,
    people: 500_000_000,
    days: [(2018, 1, 1), (2024, 5, 28)],
    sets: &[
        set("combos-2019", Role::Corpus, (2019, 1, 31), Who::Of(130_000_000), LOGIN),
        set("combos-2021", Role::Corpus, (2021, 2, 28), Who::Of(120_000_000), LOGIN),
        set("logs", Role::Unheld, (2024, 4, 30), Who::Of(240_000_000), STOLEN),
    ],
    parts: &[
        COMBOS_2019,
        COMBOS_2019,
        COMBOS_2019,
        COMBOS_2019,
        COMBOS_2021,
        COMBOS_2021,
        COMBOS_2021,
        COMBOS_2021,
        File { times: 4080, ..file(&[From::Copy("logs", 1000, Cut::Random)], STOLEN) },
    ],
    said: &[Said {
        by: "expert",
        records: Some(361_468_099),
        unit: "email",
        rounding: 15_000_000,
        day: (2024, 5, 28),
        ..SAID
    }],
    expect: &[("verdict.integrity", "[\"inflated\"]"), ("verdict.service", "\"insufficient\"")],
    notes: "* 1,748 files are nine here; what channels share is the same list over and over.",
    ..EMPTY
};
