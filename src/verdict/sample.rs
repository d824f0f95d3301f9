//! Made-up matter for the tests of this module and of the report: numbers only, nobody's data.

use super::{Known, Matter};
use crate::compare::{Counts, KeyClass, Level, Membership, Overlap, Refusal, RowClass, Rows};
use crate::evidence::question::{Claim, Population, Question, Selection, Stock};
use crate::profile::{Candidate, ColumnProfile, Decided, FileProfile, Layer, Profile, Unit};
use crate::reference::{Provenance, Reference, Role, Size};

/// Kind of the licences in these tests.
pub const LICENCE: &str = "ua.driver_licence";

/// Everything that a [`Matter`] borrows.
#[derive(Default)]
pub struct World {
    pub dump: Option<Profile>,
    pub references: Vec<(Reference, Option<Profile>)>,
    pub counts: Option<Counts>,
    pub question: Question,
    pub key: Option<&'static str>,
}

impl World {
    pub fn matter(&self) -> Matter<'_> {
        Matter {
            dump: self.dump.as_ref(),
            references: self.references.iter().map(|(r, p)| Known { reference: r, profile: p.as_ref() }).collect(),
            counts: self.counts.as_ref(),
            question: &self.question,
            key: self.key,
        }
    }
}

pub fn reference(id: &str, role: Role) -> Reference {
    Reference {
        id: id.to_owned(),
        role,
        provenance: Provenance::Unverified,
        date: None,
        sizes: Vec::new(),
        view_of: None,
        complete_to: None,
        started: None,
    }
}

pub fn sized(id: &str, count: u64, rounding: Option<u64>) -> Reference {
    let sizes = vec![Size { count, date: None, rounding }];
    Reference { sizes, ..reference(id, Role::Service) }
}

pub fn claim(records: u64, unit: Option<&str>) -> Claim {
    Claim { by: "seller".into(), records: Some(records), unit: unit.map(str::to_owned), ..Claim::default() }
}

pub fn stock(count: u64) -> Option<Stock> {
    Some(Stock { count, ..Stock::default() })
}

pub fn key_overlap(reference: usize, kind: &str, dump: u64, reference_size: u64, shared: u64) -> Overlap {
    Overlap {
        reference,
        kind: Some(kind.to_owned()),
        level: Level::Key,
        kinds: Vec::new(),
        dump,
        reference_size,
        shared,
        decoys: None,
        chance_hits: None,
        neighbours: None,
        assumed: false,
    }
}

/// A record set of one plain file with these units: kind, rows with it, distinct keys.
pub fn profile(path: &str, rows: u64, units: &[(&'static str, u64, u64)]) -> Profile {
    let layer = |name| Layer { name, bytes: rows * 40 + 26, usable: rows * 39, faulty: 0, framing: rows + 26 };
    let file = FileProfile {
        path: path.to_owned(),
        bytes: rows * 40 + 26,
        sha256: Some("ab".repeat(32)),
        containers: Vec::new(),
        layers: vec![layer("text")],
        layout: None,
        table: Some(0),
        rows,
        rows_repaired: 0,
        rows_faulty: 0,
        faults: Default::default(),
    };
    let unit = |&(unit, rows_with, distinct): &(&'static str, u64, u64)| Unit {
        unit,
        rows_with,
        distinct,
        distinct_raw: distinct,
    };
    let column = |(position, &(kind, filled, distinct)): (usize, &(&'static str, u64, u64))| ColumnProfile {
        table: 0,
        position,
        name: None,
        kind: Some(kind),
        compared_as: Some(kind),
        decided: Decided::Values,
        candidates: vec![Candidate { kind, confidence: 0.98 }],
        parts: Vec::new(),
        filled,
        valid: filled,
        invalid: 0,
        wrong_check: 0,
        placeholders: 0,
        rival: None,
        last_digits: None,
        distinct,
        distinct_raw: distinct,
        earliest: None,
        latest: None,
        recent: None,
        masks: vec![("AAA999999".into(), 500)],
        hashes: Default::default(),
        region: crate::kind::Region::Unknown,
        tags: None,
        mojibake: None,
        texture: Default::default(),
    };
    Profile {
        files: vec![file],
        columns: units.iter().enumerate().map(column).collect(),
        rows,
        distinct_rows: Some(rows - rows / 50),
        units: units.iter().map(unit).collect(),
        limits: Vec::new(),
        agreements: Vec::new(),
        marks: Vec::new(),
    }
}

/// 26 million licences claimed, 6.5 million in the service, 9.5 million in existence; no dump.
pub fn claim_only() -> World {
    let population = Population { in_existence: stock(9_500_000), ever_issued: None };
    World {
        references: vec![(sized("app", 6_500_000, None), None)],
        question: Question {
            claims: vec![claim(26_000_000, Some(LICENCE))],
            populations: [(LICENCE.to_owned(), population)].into(),
            ..Question::default()
        },
        ..World::default()
    }
}

/// A dump of 10,000 rows: an old extract of licences that overlaps the service, a bank base without licences, and rows
/// that nobody holds; some without any key.
pub fn small_dump() -> World {
    let mut dump = profile("dump.csv", 10_000, &[("phone", 6_000, 5_900), (LICENCE, 3_000, 2_900)]);
    dump.units.insert(0, Unit { unit: "people", rows_with: 9_000, distinct: 8_700, distinct_raw: 8_700 });
    let app = Reference {
        sizes: vec![Size { count: 6_500, date: None, rounding: Some(50) }],
        ..reference("app", Role::Service)
    };
    let bank = Reference { date: Some("2014-06-30".into()), ..reference("bank", Role::Corpus) };
    let old = Reference { provenance: Provenance::Verified, ..reference("old-licences", Role::Corpus) };
    let references = vec![
        (app, Some(profile("app.csv", 6_480, &[(LICENCE, 6_480, 6_480)]))),
        (bank, Some(profile("bank.csv", 20_000, &[("phone", 20_000, 19_500)]))),
        (old, Some(profile("old.csv", 4_000, &[(LICENCE, 4_000, 4_000)]))),
    ];
    let mut by_key = key_overlap(0, LICENCE, 2_900, 6_480, 1_800);
    (by_key.decoys, by_key.chance_hits) = (Some(10_000), Some(7));
    let overlaps =
        vec![by_key, key_overlap(1, "phone", 5_900, 19_500, 5_000), key_overlap(2, LICENCE, 2_900, 4_000, 2_600)];
    let class = |members: &[usize], held, found| KeyClass { members: members.to_vec(), held, found };
    let memberships = vec![
        Membership::undivided("phone", vec![1], vec![class(&[], 0, 900), class(&[1], 19_500, 5_000)]),
        Membership::undivided(
            LICENCE,
            vec![0, 2],
            vec![class(&[], 0, 250), class(&[0], 3_800, 50), class(&[0, 2], 2_680, 1_750), class(&[2], 1_320, 850)],
        ),
    ];
    let rows = |members: &[usize], rows| RowClass::of_one_kind(members, members, rows);
    let rows = Rows {
        rows: 10_000,
        informative: 9_000,
        classes: vec![rows(&[], 2_200), rows(&[0], 50), rows(&[0, 2], 1_800), rows(&[1], 5_070), rows(&[2], 880)],
        repeats: vec![],
    };
    let counts = Counts { overlaps, memberships, rows: Some(rows), refusals: Vec::new() };
    let population = Population { in_existence: stock(9_500), ever_issued: None };
    let content = Claim {
        by: "ministry".into(),
        content: vec!["bank".into(), "parcels".into()],
        ratio_at_least: Some(10.0),
        holds_no_records: Some(true),
        ..Claim::default()
    };
    let seller = Claim { source: Some("app".into()), ..claim(26_000, Some(LICENCE)) };
    World {
        dump: Some(dump),
        references,
        counts: Some(counts),
        question: Question {
            title: Some("A small dump".into()),
            claims: vec![seller, content],
            populations: [(LICENCE.to_owned(), population)].into(),
            selection: Selection::All,
            ..Question::default()
        },
        key: None,
    }
}

/// Two record sets and what they share; one column compared under an assumed kind.
pub fn two_sets() -> World {
    let mut by_key = key_overlap(0, "email", 1_000, 400, 250);
    by_key.assumed = true;
    let mut dump = profile("left.txt", 1_200, &[("email", 1_200, 1_000)]);
    dump.columns[0].kind = None;
    dump.columns[0].decided = Decided::Assumed;
    World {
        dump: Some(dump),
        references: vec![(reference("right", Role::Corpus), Some(profile("right.txt", 400, &[("email", 400, 400)])))],
        counts: Some(Counts {
            overlaps: vec![by_key],
            refusals: vec![Refusal { reference: 0, reason: "one-kind-only", hint: "Name another column.".into() }],
            ..Counts::default()
        }),
        ..World::default()
    }
}
