//! Published cases, rebuilt with known truth: what was claimed, what was found out, and a dump that was made that
//! way.
//!
//! **Comes in:** one table entry a case, with the numbers of life: sizes, shares, days, who said what. **Goes
//! out:** a
//! plan of a world at any scale, which is gathered, written and counted like every other.
//!
//! **Never happens here:** nobody of a real case is in it. People, numbers and addresses are those of the invented
//! country of all worlds; where a case hinges on a number that the program does not read, another key stands for
//! it and
//! the notes say so.
//!
//! **To add one:** a `static` in a file of this folder, its line in [`CASES`], and its folder in `fixtures/cases`.

mod controls;
mod fields;
mod lists;
mod logs;
mod plan;
mod registers;
mod shops;
#[cfg(test)]
mod tests;
mod ukraine;

use anyhow::{Context, Result};

use super::random::draw;
use super::world::plan::{Cut, Field, Form, Header, MadeUp, Packing, Role, Sample};
use super::{Order, Scenario, world};

/// Every case, sorted by id.
pub(super) static CASES: &[&Case] = &[
    &shops::ACXIOM,
    &logs::ALIEN_TXTBASE,
    &shops::ATT,
    &registers::BPJS,
    &lists::COLLECTION_1,
    &lists::COLLECTOR,
    &ukraine::DIIA_USERS,
    &shops::EUROPCAR,
    &ukraine::FREECIVILIAN,
    &registers::GEORGIA_VOTERS,
    &lists::GRAVATAR,
    &shops::JBHIFI,
    &shops::LINKEDIN_SCRAPE,
    &registers::MERNIS,
    &shops::NATIONAL_PUBLIC_DATA,
    &controls::PARTNER_BUREAU,
    &controls::RECRACKED,
    &controls::SAFE_CITY,
    &registers::SERASA,
    &logs::SIXTEEN_BILLION,
    &lists::SOCRADAR,
    &logs::TELEGRAM_COMBOLISTS,
    &lists::TWITTER,
    &lists::ZOOSK,
];

/// A day: year, month, day.
type Day = (u32, u32, u32);

/// A published case, in the numbers of life.
pub(super) struct Case {
    pub(super) scenario: Scenario,
    /// So many in life are one at scale 1: how a country is held in memory.
    per: u64,
    /// People who can be in a list at all.
    people: u64,
    /// The kind in which the service is asked about.
    main: Field,
    /// When the service began, and when the dump appeared.
    days: [Day; 2],
    /// Whether the service's list covers all up to the dump's day.
    complete: bool,
    sets: &'static [Set],
    parts: &'static [File],
    sample: Sample,
    /// What is said of how the rows were chosen, where it is more than what was done.
    selection: Option<&'static str>,
    said: &'static [Said],
    /// How many can exist, by kind.
    stocks: &'static [Stock],
    /// References of which only the size is known: id, records, day.
    sizes: &'static [(&'static str, u64, Day)],
    /// What was looked up by hand: group, people asked for, people found; not scaled.
    look_ups: &'static [(&'static str, u64, u64)],
    /// Records of the service reached the dump over another's hands.
    bought_elsewhere: bool,
    /// What must stand in the report beyond counts, or in the place of the common answers.
    expect: &'static [(&'static str, &'static str)],
    /// End of the README: what stands for what, and what was left out.
    notes: &'static str,
}

/// A record set.
struct Set {
    id: &'static str,
    role: Role,
    day: Day,
    who: Who,
    fields: &'static [Field],
    form: Form,
    /// More lines of the case file, with `{}` for the scaled number after them.
    stated: Option<u64>,
}

/// Who is in a set. Sets are named by their ids.
enum Who {
    /// So many of all people.
    Of(u64),
    /// So many of the members of some sets who are in none of others.
    Among(&'static [&'static str], &'static [&'static str], u64),
    /// Records of a set as they are.
    Some(&'static str, u64),
    /// All records of some sets.
    Union(&'static [&'static str]),
}

/// A file of the dump.
struct File {
    from: &'static [From],
    fields: &'static [Field],
    form: Form,
    /// Rows with one mistyped cell, in thousandths.
    edited: u32,
    /// Rows in thousandths of those without repeats.
    times: u32,
    shuffled: bool,
}

/// Where rows come from.
enum From {
    /// So many thousandths of a set.
    Copy(&'static str, u32, Cut),
    /// So many rows about nobody.
    MadeUp(u64, MadeUp),
}

/// What somebody says.
struct Said {
    by: &'static str,
    /// Id of the reference that is named as the source.
    source: Option<&'static str>,
    records: Option<u64>,
    rounding: u64,
    /// `rows` or a kind.
    unit: &'static str,
    content: &'static [&'static str],
    /// Whether it says that nothing comes from the source.
    denies: bool,
    day: Day,
}

/// How many of a kind there are.
struct Stock {
    kind: &'static str,
    in_existence: Option<u64>,
    ever_issued: Option<u64>,
    day: Day,
    source: &'static str,
}

const TABLE: Form = Form { header: Header::English, packing: Packing::Zstd, ..Form::TABLE };
const LOGINS: Form = Form { packing: Packing::Zstd, ..Form::LOGINS };

/// A case with nothing in it; every entry starts from here.
const EMPTY: Case = Case {
    scenario: Scenario { id: "", title: "", about: "", sources: &[], fixture_scale: 1.0, write },
    per: 1,
    people: 0,
    main: Field::Email,
    days: [(2010, 1, 1), (2020, 1, 1)],
    complete: false,
    sets: &[],
    parts: &[],
    sample: Sample::All,
    selection: None,
    said: &[],
    stocks: &[],
    sizes: &[],
    look_ups: &[],
    bought_elsewhere: false,
    expect: &[],
    notes: "",
};

const SAID: Said = Said {
    by: "",
    source: None,
    records: None,
    rounding: 0,
    unit: "rows",
    content: &[],
    denies: false,
    day: (2020, 1, 1),
};

/// A set in a table of its own.
const fn set(id: &'static str, role: Role, day: Day, who: Who, fields: &'static [Field]) -> Set {
    let logins = fields.len() == 2 && matches!(fields[0], Field::Email);
    Set { id, role, day, who, fields, form: if logins { LOGINS } else { TABLE }, stated: None }
}

/// A file copied from sets as they are.
const fn file(from: &'static [From], fields: &'static [Field]) -> File {
    let logins = fields.len() == 2 && matches!(fields[0], Field::Email);
    File { from, fields, form: if logins { LOGINS } else { TABLE }, edited: 0, times: 1000, shuffled: true }
}

/// The case with this id.
fn find(id: &str) -> Option<&'static Case> {
    CASES.iter().find(|case| case.scenario.id == id).copied()
}

fn write(order: &Order) -> Result<()> {
    let case = find(order.scenario.id).context("no such case")?;
    let name = order.scenario.id.bytes().fold(0u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    world::lay(order, &case.plan(order.scale), draw(draw(order.seed, 0x88, name), 0x89, 0))
}
