//! The dump of May 2020 that was offered as 26 million driving licences of the service Diia, rebuilt with known truth.

use std::path::Path;

use anyhow::{Result, bail};

use super::diia_2020_papers as papers;
use super::diia_2020_rows::Page;
use super::ledger::{Holders, Ledger, Tally};
use super::person::{PEOPLE_MOST, People};
use super::press::{self, Batch, Packing, Sheet};
use super::random::{Bits, draw, elect, quota};
use super::{Order, Scenario};

/// The scenario.
pub static SCENARIO: Scenario = Scenario {
    id: "diia-2020",
    title: "26 million driving licences said to come from Diia, May 2020",
    about: "A dump of 26 million rows put together from an old bank base, two social networks, a parcel company, an \
            old extract of the licence register and a few rows that nobody holds; the service itself is not in it. \
            Nobody in here exists.",
    sources: &[
        "Public statements of the Ministry of Digital Transformation of Ukraine, 12 and 13 May 2020 (26 million \
         claimed, 9.5 million licences in existence, 6.5 million shown in Diia; named as content: the bank before its \
         nationalisation, VK, LinkedIn, the parcel company)",
        "Shares of the parts, copied shares and sizes of the bases are invented",
    ],
    fixture_scale: 0.001,
    write,
};

/// Persons whose rows are made in one go.
const CHUNK: u64 = 16_384;

pub(super) const KINDS: &[&str] = &["ua.driver_licence", "ua.rntrc", "phone", "email", "password", "hash.sha1"];
pub(super) const LICENCE: usize = 0;
pub(super) const TAX: usize = 1;
pub(super) const PHONE: usize = 2;
pub(super) const EMAIL: usize = 3;
pub(super) const PASSWORD: usize = 4;
pub(super) const SHA1: usize = 5;
/// Keys of each kind that one person can have.
const VERSIONS: &[usize] = &[2, 1, 3, 3, 2, 2];

/// Everybody who holds keys; the place is the bit.
pub(super) const HOLDERS: &[&str] = &[
    "privatbank",
    "vk",
    "linkedin",
    "nova_poshta",
    "hsc_extract",
    "diia",
    "dump/part-1.csv",
    "dump/part-2.txt",
    "dump/part-3.csv",
    "dump/part-4.csv.gz",
    "dump/part-5.csv",
    "dump/part-6.csv",
    "licences in existence",
    "licences ever issued",
];
pub(super) const REFERENCES: Holders = 0b11_1111;
pub(super) const DUMP: Holders = 0b1111_1100_0000;
pub(super) const SERVICE: Holders = 1 << 5;
pub(super) const EXISTING: Holders = 1 << 12;
pub(super) const EVER: Holders = 1 << 13;

/// What a person is, beyond the bits of [`HOLDERS`] up to the parts of the dump.
const KEPT: u32 = 1 << 12;
const RENEWED: u32 = 1 << 13;
const NEW: u32 = 1 << 14;
const LAPSED: u32 = 1 << 15;
/// `REPEATED << part`: the person's row stands twice in that part.
pub(super) const REPEATED: u32 = 1 << 16;

/// Driving licences of one person.
#[derive(Clone, Copy)]
pub(super) struct Licences {
    /// Has a licence issued before 2018.
    pub(super) old: bool,
    /// Has a licence issued since.
    pub(super) new: bool,
    /// Has a valid one: the new one, if any.
    pub(super) current: bool,
}

pub(super) fn licences(role: u32) -> Licences {
    Licences {
        old: role & (KEPT | RENEWED | LAPSED) != 0,
        new: role & (RENEWED | NEW) != 0,
        current: role & (KEPT | RENEWED | NEW) != 0,
    }
}

/// How many of what, at the ordered scale.
pub(super) struct Plan {
    pub(super) persons: u64,
    /// Licences in existence: kept, renewed since 2018, first issued since 2018; and lapsed ones.
    pub(super) drivers: [u64; 4],
    pub(super) service: u64,
    /// Rows of each base, then how many the dump's compiler copied of it.
    pub(super) bases: [(u64, u64); 5],
    pub(super) fresh: u64,
    /// Rows that stand twice, by part.
    pub(super) repeats: [u64; 6],
}

impl Plan {
    pub(super) fn new(scale: f64) -> Self {
        let at = |count: u64| (count as f64 * scale).round() as u64;
        Plan {
            persons: at(PEOPLE_MOST),
            drivers: [6_270_000, 1_425_000, 1_805_000, 1_200_000].map(at),
            service: at(6_500_000),
            bases: [
                (15_000_000, 13_500_000),
                (8_000_000, 5_600_000),
                (1_200_000, 1_200_000),
                (2_500_000, 2_000_000),
                (4_000_000, 3_200_000),
            ]
            .map(|(base, copied)| (at(base), at(copied))),
            fresh: at(480_000),
            repeats: [10_000, 6_000, 1_000, 1_000, 2_000, 0].map(at),
        }
    }

    fn rows(&self) -> u64 {
        let bases: u64 = self.bases.iter().map(|(base, copied)| base + copied).sum();
        bases + self.service + self.fresh + self.repeats.iter().sum::<u64>()
    }
}

/// Chunks of a population.
pub(super) fn chunks(persons: u64) -> usize {
    persons.div_ceil(CHUNK) as usize
}

/// First and last person (exclusive) of a chunk.
pub(super) fn span(persons: u64, chunk: usize) -> (u64, u64) {
    let start = chunk as u64 * CHUNK;
    (start, (start + CHUNK).min(persons))
}

/// Hands out roles to the persons of one chunk; every total is met exactly over all chunks.
pub(super) struct Casting {
    pub(super) roles: Vec<u32>,
    bits: Bits,
    start: u64,
    end: u64,
    persons: u64,
}

impl Casting {
    pub(super) fn new(seed: u64, persons: u64, chunk: usize) -> Self {
        let (start, end) = span(persons, chunk);
        let bits = Bits::new(draw(seed, 0x50, chunk as u64));
        Casting { roles: vec![0; (end - start) as usize], bits, start, end, persons }
    }

    /// Gives `grant` to this chunk's part of `total`, among those who have one of `any` (0: everybody) and none of
    /// `none`.
    pub(super) fn give(&mut self, grant: u32, total: u64, any: u32, none: u32) -> Result<()> {
        let quota = quota(total, self.start, self.end, self.persons);
        let may = |role: u32| (any == 0 || role & any != 0) && role & none == 0;
        if !elect(&mut self.roles, &mut self.bits, quota, grant, may) {
            bail!("this scale is too small for the scenario; hint: try a larger --scale");
        }
        Ok(())
    }

    /// Makes drivers of some persons: kept, renewed, new, lapsed.
    pub(super) fn drivers(&mut self, counts: [u64; 4]) -> Result<()> {
        let all = KEPT | RENEWED | NEW | LAPSED;
        for (grant, count) in [KEPT, RENEWED, NEW, LAPSED].into_iter().zip(counts) {
            self.give(grant, count, 0, all)?;
        }
        Ok(())
    }

    /// Gives `grant` to some who have a valid licence.
    pub(super) fn valid(&mut self, grant: u32, count: u64) -> Result<()> {
        self.give(grant, count, KEPT | RENEWED | NEW, 0)
    }

    /// Gives `grant` to some who never had a licence issued before 2018.
    pub(super) fn without_old(&mut self, grant: u32, count: u64) -> Result<()> {
        self.give(grant, count, 0, KEPT | RENEWED | LAPSED)
    }

    /// Gives `grant` to some who have no licence issued since 2018.
    pub(super) fn without_new(&mut self, grant: u32, count: u64) -> Result<()> {
        self.give(grant, count, 0, RENEWED | NEW)
    }

    /// Puts some of the drivers with a valid licence into the service.
    pub(super) fn service(&mut self, count: u64) -> Result<()> {
        self.give(SERVICE, count, KEPT | RENEWED | NEW, 0)
    }
}

fn cast(seed: u64, plan: &Plan, chunk: usize) -> Result<Vec<u32>> {
    let mut casting = Casting::new(seed, plan.persons, chunk);
    casting.drivers(plan.drivers)?;
    casting.service(plan.service)?;
    for (base, (rows, copied)) in plan.bases.into_iter().enumerate() {
        let among = if base == 4 { KEPT | RENEWED | LAPSED } else { 0 };
        casting.give(1 << base, rows, among, 0)?;
        casting.give(1 << (6 + base), copied, 1 << base, 0)?;
    }
    casting.give(1 << 11, plan.fresh, 0, 0)?;
    for (part, rows) in plan.repeats.into_iter().enumerate() {
        casting.give(REPEATED << part, rows, 1 << (6 + part), 0)?;
    }
    Ok(casting.roles)
}

pub(super) const PLAIN: Sheet = Sheet { path: "", packing: Packing::Plain, windows_1251: false, head: "" };

/// The files, in the order of [`HOLDERS`].
static SHEETS: &[Sheet] = &[
    Sheet {
        path: "corpora/privatbank.csv.zst",
        packing: Packing::Zstd,
        windows_1251: true,
        head: "ІПН;Прізвище;Ім'я;По батькові;Дата народження;Телефон;Адреса\n",
    },
    Sheet { path: "corpora/vk.txt", ..PLAIN },
    Sheet { path: "corpora/linkedin.txt", ..PLAIN },
    Sheet { path: "corpora/nova_poshta.csv", head: "phone;full_name;city;warehouse\n", ..PLAIN },
    Sheet {
        path: "corpora/hsc_extract.csv",
        head: "Посвідчення водія;Дата видачі;Прізвище;Ім'я;По батькові;Дата народження\n",
        ..PLAIN
    },
    Sheet { path: "service.csv", head: SERVICE_HEAD, ..PLAIN },
    Sheet {
        path: "dump/part-1.csv", head: "ФАМИЛИЯ;ИМЯ;ОТЧЕСТВО;ДАТА РОЖДЕНИЯ;ИНН;ТЕЛЕФОН;АДРЕС\n", ..PLAIN
    },
    Sheet { path: "dump/part-2.txt", ..PLAIN },
    Sheet { path: "dump/part-3.csv", head: "email,sha1\n", ..PLAIN },
    Sheet {
        path: "dump/part-4.csv.gz", packing: Packing::Gzip, head: "Телефон|ПІБ|Місто|Відділення\n", ..PLAIN
    },
    Sheet {
        path: "dump/part-5.csv",
        packing: Packing::Plain,
        windows_1251: true,
        head: "Посвідчення водія\tПрізвище\tІм'я\tПо батькові\tДата народження\tДата видачі\tКатегорія\n",
    },
    Sheet { path: "dump/part-6.csv", head: "\u{feff}email,phone,name\n", ..PLAIN },
];
pub(super) const SERVICE_HEAD: &str =
    "Посвідчення водія;Прізвище;Ім'я;По батькові;Дата народження;Дата видачі;Категорія;Стать\n";

fn write(order: &Order) -> Result<()> {
    let plan = Plan::new(order.scale);
    let people = People::new(order.seed);
    let mut ledger = Ledger::new(KINDS, HOLDERS);
    let seed = order.seed;
    let make = |chunk: usize| -> Result<Batch<Tally>> {
        let roles = cast(seed, &plan, chunk)?;
        let mut page = Page::new(&people, span(plan.persons, chunk).0, roles.len(), SHEETS.len());
        for (place, role) in roles.into_iter().enumerate() {
            page.person(place, role);
        }
        Ok(page.close())
    };
    let total = plan.rows();
    press::print(order.out, SHEETS, chunks(plan.persons), &make, &mut |tally| ledger.add(tally), &|rows| {
        (order.progress)(rows, total);
    })?;
    papers::write(order, &plan, &ledger)
}

/// Marks and rows for one chunk, empty.
pub(super) fn tally(persons: usize) -> Tally {
    Tally::new(persons, VERSIONS, HOLDERS.len())
}

/// Where the files of a world lie, by holder.
pub(super) fn path(holder: usize) -> &'static Path {
    Path::new(SHEETS.get(holder).map_or("", |sheet| sheet.path))
}
