//! The claim of May 2020 taken at its word: 26 million *different* licence numbers, most of which were never issued.

use std::path::Path;

use anyhow::Result;

use super::diia_2020::{
    Casting, EVER, EXISTING, HOLDERS, KINDS, LICENCE, PLAIN, Plan, SERVICE, SERVICE_HEAD, chunks, licences, span, tally,
};
use super::diia_2020_papers::{self as papers_2020, Counts};
use super::ledger::{Ledger, Tally};
use super::names::Letters;
use super::papers::{self, Cast, line};
use super::person::{Licence, People};
use super::press::{self, Batch, Packing, Sheet};
use super::random::Bits;
use super::{Order, Scenario, spelling};

/// The scenario.
pub static SCENARIO: Scenario = Scenario {
    id: "diia-2020-claim",
    title: "26 million different driving licence numbers said to come from Diia",
    about: "One file of 26 million rows with a different licence number each. Three million are drawn from the \
            licences in existence, whoever shows them; the rest were never issued, though their series were. Nobody in \
            here exists.",
    sources: &[
        "The three sizes (26 million claimed, 9.5 million licences in existence, 6.5 million shown in Diia): public \
         statements of the Ministry of Digital Transformation of Ukraine, 12 May 2020",
        "That the numbers are different, and what they are made of, is invented",
    ],
    fixture_scale: 0.001,
    write,
};

/// Numbers of the dump: valid licences, and never-issued numbers of series before and since 2018.
const VALID: u64 = 3_000_000;
const INVENTED: [u64; 2] = [13_000_000, 10_000_000];

const COPIED: u32 = 1 << 6;
const INVENTED_OLD: u32 = 1 << 7;
const INVENTED_NEW: u32 = 1 << 8;
/// Holders' bits, as in `diia-2020`: the dump is its part 1.
const PART: u32 = 1 << 6;
/// How rows are written: purpose of the draw, one for each number that a person can lend.
const SPELLING: u64 = 90;

static SHEETS: &[Sheet] = &[
    Sheet { path: "service.csv.zst", packing: Packing::Zstd, head: SERVICE_HEAD, ..PLAIN },
    Sheet { path: "dump/licences.csv.zst", packing: Packing::Zstd, head: "licence;name;birth_date\n", ..PLAIN },
];

fn path(holder: usize) -> &'static Path {
    Path::new(SHEETS[usize::from(holder != 5)].path)
}

fn write(order: &Order) -> Result<()> {
    let at = |count: u64| (count as f64 * order.scale).round() as u64;
    let (plan, people, seed) = (Plan::new(order.scale), People::new(order.seed), order.seed);
    let (valid, invented) = (at(VALID), INVENTED.map(at));
    let mut ledger = Ledger::new(KINDS, HOLDERS);
    let make = |chunk: usize| -> Result<Batch<Tally>> {
        let mut casting = Casting::new(seed, plan.persons, chunk);
        casting.drivers(plan.drivers)?;
        casting.service(plan.service)?;
        casting.valid(COPIED, valid)?;
        casting.without_old(INVENTED_OLD, invented[0])?;
        casting.without_new(INVENTED_NEW, invented[1])?;
        Ok(chunk_rows(&people, span(plan.persons, chunk).0, &casting.roles))
    };
    let claimed = valid + invented.iter().sum::<u64>();
    let total = claimed + plan.service;
    press::print(order.out, SHEETS, chunks(plan.persons), &make, &mut |tally| ledger.add(tally), &|rows| {
        (order.progress)(rows, total);
    })?;
    write_papers(order, &plan, claimed, &ledger)
}

fn chunk_rows(people: &People, start: u64, roles: &[u32]) -> Batch<Tally> {
    let (mut service, mut dump, mut tally) = (Vec::new(), Vec::new(), tally(roles.len()));
    for (place, role) in roles.iter().copied().enumerate().filter(|(_, role)| *role != 0) {
        let person = start + place as u64;
        let held = licences(role);
        let current = usize::from(held.new);
        for (version, issued) in [held.old, held.new].into_iter().enumerate() {
            if issued {
                tally.marks[LICENCE].add(place, version, EVER);
            }
        }
        if held.current {
            tally.marks[LICENCE].add(place, current, EXISTING);
        }
        if role & SERVICE != 0 {
            tally.marks[LICENCE].add(place, current, SERVICE);
            tally.rows[5] += 1;
            super::diia_2020_rows::service_row(people, person, held, &mut service);
        }
        let rows = [(COPIED, current), (INVENTED_OLD, 0), (INVENTED_NEW, 1)];
        for (turn, (_, version)) in rows.into_iter().enumerate().filter(|(_, (grant, _))| role & grant != 0) {
            let holders = tally.marks[LICENCE].add(place, version, PART);
            *tally.certain.entry(holders & SERVICE).or_insert(0) += 1;
            *tally.possible.entry(holders & SERVICE).or_insert(0) += 1;
            tally.rows[6] += 1;
            let licence = if version == 1 { people.new_licence(person) } else { people.old_licence(person) };
            dump_row(people, person, turn as u64, licence, &mut dump);
        }
    }
    let rows = tally.rows[5] + tally.rows[6];
    Batch { texts: vec![service, dump], rows, tally }
}

/// Invented numbers get the name and birth date of somebody else: of the person at the other end of the draw.
fn dump_row(people: &People, person: u64, turn: u64, licence: Licence, out: &mut Vec<u8>) {
    let mut bits = Bits::new(people.draw(person, SPELLING + turn));
    let bearer = if turn == 0 { person } else { bits.below(super::person::PEOPLE_MOST) };
    let birth = people.birth(bearer);
    let name = people.name(bearer, birth);
    if bits.thousandths(250) {
        spelling::messy_licence(people, licence, &mut bits, out);
    } else {
        spelling::licence(people, licence, out);
    }
    let names = &people.names;
    let (surname, given) = (names.surname(name, Letters::Title), names.given(name, Letters::Title));
    for piece in [b";", surname, b" ", given, b";", people.calendar.iso(birth.day), b"\n"] {
        out.extend_from_slice(piece);
    }
}

fn write_papers(order: &Order, plan: &Plan, claimed: u64, ledger: &Ledger) -> Result<()> {
    let cast = Cast { ledger, references: SERVICE, dump: PART, file: path };
    let counts = Counts::of(ledger, plan);
    let mut case = papers_2020::preamble(order, claimed, &counts, &["dump/licences.csv.zst"]);
    case.push_str(&papers_2020::service_reference(&counts, "service.csv.zst"));
    case.push_str(&cast.expectations());
    let beyond = |limit: &str, size: u64, case: &mut String| {
        line(case, &format!("bounds[unit=ua.driver_licence,limit_is={limit}].dump"), claimed);
        line(case, &format!("bounds[unit=ua.driver_licence,limit_is={limit}].limit"), size);
        line(
            case,
            &format!("bounds[unit=ua.driver_licence,limit_is={limit}].excess_at_least"),
            claimed.saturating_sub(size),
        );
    };
    beyond("service-size", counts.service, &mut case);
    beyond("in-existence", counts.in_existence, &mut case);
    papers::file(order, "case.toml", &case)?;
    papers::truth_file(order, &cast.truth(order, counts.json()))?;
    let mut readme = papers::heading(order);
    readme.push_str(&cast.tables());
    readme.push_str(&papers_2020::bounds(claimed, &counts));
    readme.push_str(NOTES);
    papers::file(order, "README.md", &readme)
}

const NOTES: &str = "
## How it was made

* The valid licences are drawn from all in existence, not from the service: whoever lists drivers hits the
  service's list this often, and the overlap does not show where they came from.
* Invented numbers belong to series that were issued, so a series alone gives nothing away; each has the name and
  birth date of a drawn person.
* One licence in four is spelled with blanks, a hyphen, in lower case or with Latin look-alikes; every number
  stands once.
";
