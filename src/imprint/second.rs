//! Second keys: wider keys of a kind ([`Wider`]), name with day of birth, hashes of passwords in clear, and salted hashes without
//! their salts. Counted beside the strict keys where both sides
//! of a comparison have the columns; never a key alone, never linked to rows.
//!
//! The columns are read once more, after the strict keys: runs that need no second key pay nothing for them.

use std::collections::BTreeMap;

use super::cell::Scratch;
use super::keys::Keys;
use super::names;
use super::plan::{NAME_BIRTH, Second, TablePlan, WITHOUT_SALT};
use crate::fingerprint::combine;
use crate::fingerprint::runs::Bag;
use crate::kind::hash::digest;
use crate::kind::{self, KeyBuf, Kind, Rank, Region, Wider, mailbox, name_match, password, person_name, rare};
use crate::record::page::Page;

/// Decoys of name and day of birth that are drawn at most: 8 MiB of fingerprints.
const DECOYS_MOST: u64 = 1_000_000;

/// Rows of two record sets together from which second keys are left out where they share a key.
///
/// Second keys of names take an analysis of a million rows half as long again, and 8 bytes for each: worth it to find whom
/// no key finds, hardly to add attributes to millions of keys.
pub const ROWS_MOST_BESIDE_KEYS: u64 = 5_000_000;

/// Whether two record sets are so large that the keys they share must do.
fn keys_must_do(dump: &[TablePlan], reference: &[TablePlan]) -> bool {
    let rows = |tables: &[TablePlan]| tables.iter().map(|table| table.rows_about).max().unwrap_or(0);
    let telling = |tables: &[TablePlan]| -> Vec<&'static str> {
        let kinds = tables.iter().flat_map(|table| &table.columns).filter(|column| column.read);
        kinds.filter_map(|column| column.kind).filter(|kind| kind.rank != Rank::Attribute).map(|kind| kind.id).collect()
    };
    let own = telling(dump);
    rows(dump) + rows(reference) > ROWS_MOST_BESIDE_KEYS && telling(reference).iter().any(|id| own.contains(id))
}

/// Passwords in clear are held against hashes by hashing them: by the columns of a table that holds the one of the two
/// that its side is to give. `clear`: it is to give passwords in clear.
fn hashed(table: &TablePlan, clear: bool) -> Vec<Second> {
    let made = digest::COMPARED.iter().filter_map(|(id, hash)| Some(Second::Hashed(id, kind::find(hash)?, clear)));
    made.filter(|second| positions(table, second).next().is_some()).collect()
}

/// Hashes whose salts one of two tables has and the other lacks.
fn without_salt(table: &TablePlan, other: &TablePlan) -> Vec<Second> {
    let has = |table: &TablePlan, digits: usize, salted: bool| {
        hashes_of(table, digits).any(|(_, format)| format.beside().is_some() == salted)
    };
    let unlike = |digits: usize| {
        has(table, digits, true) && has(other, digits, false) || has(table, digits, false) && has(other, digits, true)
    };
    let made = |(id, hash, digits): &(&'static str, &str, usize)| {
        unlike(*digits).then(|| kind::find(hash).map(|kind| Second::WithoutSalt(id, kind, *digits))).flatten()
    };
    WITHOUT_SALT.iter().filter_map(made).collect()
}

/// The columns that are read as hashes of so many digits, with a salt or bare.
fn hashes_of(table: &TablePlan, digits: usize) -> impl Iterator<Item = (usize, &'static kind::hash::Format)> + '_ {
    let read = table.columns.iter().enumerate().filter(|(_, column)| column.read);
    let formats = read.filter_map(|(position, column)| Some((position, kind::hash::format(column.kind?.id)?)));
    formats.filter(move |(_, format)| {
        format.bare() == Some(digits) || format.beside().is_some_and(|(own, _)| own == digits)
    })
}

/// The columns that give the hashes of passwords: those in clear, or those of the hash and of what looks the same.
fn positions<'a>(table: &'a TablePlan, second: &Second) -> impl Iterator<Item = usize> + 'a {
    let ids = match second {
        Second::Hashed(_, _, true) => vec![password::KIND.id],
        Second::Hashed(_, hash, false) => {
            let twins = kind::hash::format(hash.id).into_iter().flat_map(|format| format.twins().map(|twin| twin.id));
            let compared = |id: &&str| digest::COMPARED.iter().any(|(_, hash)| hash == id);
            std::iter::once(hash.id).chain(twins.filter(compared)).collect()
        }
        _ => Vec::new(),
    };
    ids.into_iter().flat_map(|id| table.columns_of(id))
}

/// Gives every table the second keys that a table of the other side can have too. Where the keys of two large sets must do,
/// those of the reference are noted as left out, unless `all` are asked for.
pub fn plan_seconds(dump: &mut [TablePlan], references: &mut [Vec<TablePlan>], all: bool) {
    // What every table needs, the wider key tells as well: whose names all have no patronymic.
    let tables = || dump.iter().chain(references.iter().flatten());
    let asks = |table: &TablePlan, id: &str| table.needed.iter().any(|(known, asks)| *known == id && *asks);
    let denies = |table: &TablePlan, id: &str| table.needed.iter().any(|(known, asks)| *known == id && !*asks);
    let ids = tables().flat_map(|table| table.needed.iter().map(|(id, _)| *id));
    let needed: Vec<&'static str> =
        ids.filter(|id| tables().any(|table| asks(table, id)) && tables().any(|table| denies(table, id))).collect();
    let possible = |table: &TablePlan| -> BTreeMap<&'static str, Second> {
        let kinds = table.columns.iter().filter(|column| column.read).filter_map(|column| column.kind);
        let wider = kinds.flat_map(|kind| kind.wider.iter().map(move |wider| Second::Wider(kind, wider)));
        let wanted = |second: &Second| match second {
            Second::Wider(_, wider) => wider.needed.is_none() || needed.contains(&wider.id),
            Second::NameBirth(..) | Second::Hashed(..) | Second::WithoutSalt(..) => true,
        };
        let read = |at: usize| table.columns.get(at).is_some_and(|column| column.read);
        let born = table.born.filter(|(name, birth)| read(*name) && read(*birth));
        let both = born.map(|(name, birth)| Second::NameBirth(name, birth));
        wider.filter(wanted).chain(both).map(|second| (second.id(), second)).collect()
    };
    // A dump that has passwords in clear is held against hashes by them, another one by its hashes against passwords.
    let clear = dump.iter().any(|table| table.columns_of(password::KIND.id).next().is_some());
    let with_hashes = |table: &TablePlan, clear: bool| {
        let hashed = hashed(table, clear).into_iter().map(|second| (second.id(), second));
        possible(table).into_iter().chain(hashed).collect::<BTreeMap<_, _>>()
    };
    let mut of_dump: Vec<_> = dump.iter().map(|table| with_hashes(table, clear)).collect();
    for (table, own) in dump.iter().zip(&mut of_dump) {
        let bare = references.iter().flatten().flat_map(|other| without_salt(table, other));
        own.extend(bare.map(|second| (second.id(), second)));
    }
    let mut shared: Vec<&'static str> = Vec::new();
    for tables in references {
        let left_out = !all && keys_must_do(dump, tables);
        for table in tables {
            let mut own = with_hashes(table, !clear);
            let bare = dump.iter().flat_map(|other| without_salt(table, other));
            own.extend(bare.map(|second| (second.id(), second)));
            own.retain(|id, _| of_dump.iter().any(|seconds| seconds.contains_key(id)));
            if left_out {
                (table.left_out, table.seconds) = (own.into_keys().collect(), Vec::new());
                continue;
            }
            shared.extend(own.keys());
            (table.left_out, table.seconds) = (Vec::new(), own.into_values().collect());
        }
    }
    for (table, mut own) in dump.iter_mut().zip(of_dump) {
        own.retain(|id, _| shared.contains(id));
        table.seconds = own.into_values().collect();
    }
}

/// Sampled cells that are asked whether they need a wider key: most of them do or hardly any.
const ASKED_MOST: usize = 1000;

/// Ids of the wider keys that must be asked for, and whether most of the sampled keys of a column do.
pub fn needed_by(kind: &'static Kind, region: Region, cells: &[Vec<u8>]) -> Vec<(&'static str, bool)> {
    let asked = |wider: &'static Wider| {
        let needed = wider.needed?;
        let (mut key, mut valid, mut yes) = (KeyBuf::new(), 0_usize, 0_usize);
        let step = cells.len().div_ceil(ASKED_MOST).max(1);
        for cell in cells.iter().step_by(step).filter(|cell| !cell.is_empty()) {
            key.clear();
            if (kind.key)(cell, region, &mut key).is_ok() {
                valid += 1;
                yes += usize::from(needed(&key));
            }
        }
        Some((wider.id, yes * 2 > valid))
    };
    kind.wider.iter().filter_map(asked).collect()
}

/// What one thread has of one second key.
#[derive(Default)]
pub struct SecondBag {
    /// Distinct keys.
    pub keys: Bag<u64>,
    /// Keys that nobody has who stands in the record set: the same name, another day of the same month.
    pub decoys: Bag<u64>,
}

/// Rows of a column of addresses that have a tag behind a plus sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags {
    /// All of them.
    pub rows: u64,
    /// Those whose tag is the word of a known service, by word.
    pub services: BTreeMap<&'static str, u64>,
}

impl Tags {
    /// Adds what another thread counted.
    pub fn add(&mut self, other: &Tags) {
        self.rows += other.rows;
        for (service, rows) in &other.services {
            *self.services.entry(service).or_default() += rows;
        }
    }
}

/// Buffers that are reused from row to row.
#[derive(Default)]
pub struct Reader {
    scratch: Scratch,
    strict: KeyBuf,
    wide: KeyBuf,
    names: Vec<u64>,
    memory: names::Memory,
}

impl Reader {
    /// Reads the second keys of a page into one bag each.
    pub fn page(&mut self, page: &Page<'_>, first_row: u64, plan: &TablePlan, keys: &Keys, bags: &mut [SecondBag]) {
        let place = |id: &str| plan.seconds.iter().position(|second| second.id() == id);
        let of_names = [name_match::WHOLE, name_match::SHORT, NAME_BIRTH].map(place);
        if of_names.iter().any(Option::is_some) {
            self.of_names(page, first_row, plan, keys, bags, of_names);
        }
        for (at, second) in plan.seconds.iter().enumerate().filter(|(at, _)| !of_names.contains(&Some(*at))) {
            match second {
                Second::Wider(kind, wider) => plan
                    .columns_of(kind.id)
                    .for_each(|position| self.wider(page, plan, position, wider.key, keys, &mut bags[at].keys)),
                Second::Hashed(_, hash, clear) => positions(plan, second)
                    .for_each(|position| self.hashed(page, plan, position, (hash, *clear), keys, &mut bags[at].keys)),
                Second::WithoutSalt(_, hash, digits) => hashes_of(plan, *digits).for_each(|(position, _)| {
                    self.without_salt(page, plan, position, (hash, *digits), keys, &mut bags[at].keys);
                }),
                Second::NameBirth(..) => {}
            }
        }
    }

    /// The hash of every rare password of a column, or every rare hash.
    fn hashed(
        &mut self,
        page: &Page<'_>,
        plan: &TablePlan,
        position: usize,
        (hash, clear): (&'static Kind, bool),
        keys: &Keys,
        bag: &mut Bag<u64>,
    ) {
        let keyed = keys.of_kind(Some(hash));
        for record in 0..page.len() {
            let Some(strict) = strict(page, record, position, plan, &mut self.scratch, &mut self.strict) else {
                continue;
            };
            if !clear {
                if rare::is_rare_hash(hash.id, strict) {
                    bag.push(keyed.fingerprint(strict));
                }
            } else if rare::is_rare(strict) {
                self.wide.clear();
                digest::of_password(hash.id, strict, &mut self.wide);
                bag.push(keyed.fingerprint(&self.wide));
            }
        }
    }

    /// The digits of every rare hash of a column, without its salt.
    fn without_salt(
        &mut self,
        page: &Page<'_>,
        plan: &TablePlan,
        position: usize,
        (hash, digits): (&'static Kind, usize),
        keys: &Keys,
        bag: &mut Bag<u64>,
    ) {
        let keyed = keys.of_kind(Some(hash));
        for record in 0..page.len() {
            let strict = strict(page, record, position, plan, &mut self.scratch, &mut self.strict);
            let bare = strict.and_then(|strict| strict.get(..digits));
            // Hashes of common passwords stand in every unsalted list.
            if let Some(bare) = bare.filter(|bare| rare::is_rare_hash(hash.id, bare)) {
                bag.push(keyed.fingerprint(bare));
            }
        }
    }

    /// Every wider key of a column.
    fn wider(
        &mut self,
        page: &Page<'_>,
        plan: &TablePlan,
        position: usize,
        key: fn(&[u8], &mut KeyBuf) -> bool,
        keys: &Keys,
        bag: &mut Bag<u64>,
    ) {
        let keyed = keys.of_kind(plan.columns[position].kind);
        for record in 0..page.len() {
            let Some(strict) = strict(page, record, position, plan, &mut self.scratch, &mut self.strict) else {
                continue;
            };
            self.wide.clear();
            if key(strict, &mut self.wide) {
                bag.push(keyed.fingerprint(&self.wide));
            }
        }
    }

    /// All keys that are made of names: each name is looked at once for them. `places` of whole, short, with birth.
    fn of_names(
        &mut self,
        page: &Page<'_>,
        first_row: u64,
        plan: &TablePlan,
        keys: &Keys,
        bags: &mut [SecondBag],
        places: [Option<usize>; 3],
    ) {
        let [whole, short, both] = places;
        let born = both.and(plan.born);
        for position in plan.columns_of(person_name::KIND.id) {
            let keyed = keys.of_kind(plan.columns[position].kind);
            let wanted = born.filter(|(name, _)| *name == position);
            self.names.clear();
            for record in 0..page.len() {
                let found = match plan.content(page, record, position, &mut self.scratch) {
                    Some(content) => self.memory.keys(content, keyed, &mut self.strict),
                    None => None,
                };
                if let (Some(place), Some(found)) = (whole, found) {
                    bags[place].keys.push(found.whole);
                }
                if let (Some(place), Some(found)) = (short, found) {
                    bags[place].keys.push(found.short);
                }
                if wanted.is_some() {
                    self.names.push(found.map_or(0, |found| found.short));
                }
            }
            if let (Some((_, birth)), Some(place)) = (wanted, both) {
                self.births(page, first_row, plan, birth, keys, &mut bags[place]);
            }
        }
    }

    /// Joins the names of a page with its days of birth, and draws decoys.
    fn births(
        &mut self,
        page: &Page<'_>,
        first_row: u64,
        plan: &TablePlan,
        position: usize,
        keys: &Keys,
        bag: &mut SecondBag,
    ) {
        let keyed = keys.of_kind(plan.columns[position].kind);
        let stride = plan.rows_about.div_ceil(DECOYS_MOST).max(1);
        for (record, &name) in self.names.iter().enumerate().filter(|(_, name)| **name != 0) {
            let Some(day) = strict(page, record, position, plan, &mut self.scratch, &mut self.strict) else {
                continue;
            };
            bag.keys.push(combine(combine(0, name), keyed.fingerprint(day)));
            let row = first_row + record as u64;
            if row.is_multiple_of(stride) {
                self.wide.clear();
                self.wide.extend_from_slice(day);
                if move_day(&mut self.wide, row) {
                    bag.decoys.push(combine(combine(0, name), keyed.fingerprint(&self.wide)));
                }
            }
        }
    }
}

/// The strict key of a cell.
#[inline]
fn strict<'a>(
    page: &'a Page<'_>,
    record: usize,
    position: usize,
    plan: &TablePlan,
    scratch: &'a mut Scratch,
    out: &'a mut KeyBuf,
) -> Option<&'a [u8]> {
    let column = &plan.columns[position];
    let kind = column.kind?;
    let content = plan.content(page, record, position, scratch)?;
    let somebodys = |key: &[u8]| !kind.filler.is_some_and(|filler| filler(key));
    if kind.canonical.is_some_and(|canonical| canonical(content)) {
        return Some(content).filter(|key| somebodys(key));
    }
    out.clear();
    (kind.key)(content, column.region, out).ok()?;
    Some(out.as_slice()).filter(|key| somebodys(key))
}

/// Makes another day of the same month of a canonical date (`yyyy-mm-dd`); which one, the row decides.
fn move_day(date: &mut [u8], row: u64) -> bool {
    let [.., tens, ones] = date else { return false };
    if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
        return false;
    }
    let day = u64::from(*tens - b'0') * 10 + u64::from(*ones - b'0');
    // Every month has 28 days, and 1 to 27 days on, none of them is the same one.
    let moved = ((day.max(1) - 1 + 1 + row % 27) % 28 + 1) as u8;
    (*tens, *ones) = (b'0' + moved / 10, b'0' + moved % 10);
    true
}

/// Counts the address in this cell (record and position) of a page if it has a tag.
pub fn count_tag(page: &Page<'_>, cell: (usize, usize), plan: &TablePlan, scratch: &mut Scratch, tags: &mut Tags) {
    let mut key = KeyBuf::new();
    let Some(address) = strict(page, cell.0, cell.1, plan, scratch, &mut key) else { return };
    let Some(tag) = mailbox::tag(address) else { return };
    tags.rows += 1;
    if let Some(service) = mailbox::service(tag) {
        *tags.services.entry(service).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::ColumnPlan;
    use super::*;

    #[test]
    fn a_decoy_is_another_day_that_exists() {
        for day in 1..=31 {
            for row in 0..60 {
                let mut date = format!("1985-02-{day:02}").into_bytes();
                assert!(move_day(&mut date, row));
                let moved: u32 = std::str::from_utf8(&date[8..]).unwrap().parse().unwrap();
                assert!(moved != day && (1..=28).contains(&moved), "{day} {row}");
            }
        }
        assert!(!move_day(&mut b"x".to_vec(), 0) && !move_day(&mut b"1985-02-x1".to_vec(), 0));
    }

    #[test]
    fn large_sets_that_share_a_key_have_no_second_keys() {
        let table = |ids: &[&str], rows_about: u64| {
            let column = |id: &&str| ColumnPlan {
                kind: crate::kind::find(id),
                region: Region::Unknown,
                parts: Vec::new(),
                read: true,
                repair: None,
                linked: false,
            };
            let born = ids.starts_with(&["person_name", "date"]).then_some((0, 1));
            TablePlan { columns: ids.iter().map(column).collect(), rows_about, born, ..TablePlan::default() }
        };
        let planned_of = |own: &[&str], others: &[&str], rows: u64, all: bool| {
            let (mut dump, mut references) = ([table(own, rows)], [vec![table(others, 1_000)]]);
            plan_seconds(&mut dump, &mut references, all);
            let ids = |plan: &TablePlan| plan.seconds.iter().map(Second::id).collect::<Vec<_>>();
            assert_eq!(ids(&dump[0]), ids(&references[0][0]));
            (ids(&dump[0]), references[0][0].left_out.clone())
        };
        let planned = |own: &[&str], others: &[&str], rows: u64| planned_of(own, others, rows, false).0;
        let people = ["person_name", "date", "phone", "email"];
        assert_eq!(
            planned(&people, &people, 1_000_000),
            ["email.mailbox", "person.name_birth", "person_name.match"],
            "none has sampled names, so none needs the short key"
        );
        let second = vec!["email.mailbox", "person.name_birth", "person_name.match"];
        assert_eq!(
            planned_of(&people, &people, 6_000_000, false),
            (Vec::new(), second.clone()),
            "what is left out is told"
        );
        assert_eq!(planned_of(&people, &people, 6_000_000, true), (second, Vec::new()), "unless it is asked for");
        assert_eq!(planned(&people, &people[..2], 6_000_000), ["person.name_birth", "person_name.match"]);
        assert!(planned(&people[..2], &["date", "phone"], 1_000).is_empty());
    }

    #[test]
    fn hashes_with_salts_are_held_against_bare_ones_alone() {
        let table = |id: &str| {
            let column = ColumnPlan {
                kind: crate::kind::find(id),
                region: Region::Unknown,
                parts: Vec::new(),
                read: true,
                repair: None,
                linked: false,
            };
            TablePlan { columns: vec![column], rows_about: 100, ..TablePlan::default() }
        };
        let planned = |own: &str, other: &str| {
            let (mut dump, mut references) = ([table(own)], [vec![table(other)]]);
            plan_seconds(&mut dump, &mut references, false);
            let ids = |plan: &TablePlan| plan.seconds.iter().map(Second::id).collect::<Vec<_>>();
            assert_eq!(ids(&dump[0]), ids(&references[0][0]));
            ids(&dump[0])
        };
        assert_eq!(planned("hash.vbulletin_old", "hash.md5"), ["hash.md5.without_salt"]);
        assert_eq!(planned("hash.sha1", "hash.redmine"), ["hash.sha1.without_salt"]);
        for (own, other) in [
            ("hash.vbulletin_old", "hash.vbulletin_old"),
            ("hash.md5", "hash.md5"),
            ("hash.vbulletin_old", "hash.sha1"),
            ("hash.vbulletin_old", "hash.bcrypt"),
        ] {
            assert!(planned(own, other).is_empty(), "{own} {other}");
        }
    }

    #[test]
    fn short_keys_are_needed_where_names_have_no_fathers() {
        let kind = &crate::kind::person_name::KIND;
        let cells = |names: &[&str]| names.iter().map(|name| name.as_bytes().to_vec()).collect::<Vec<_>>();
        let whole = cells(&["Зразкова Олена Тестівна", "Зразенко Іван Тестович", ""]);
        let short = cells(&["Sample Jane", "Zrazenko Ivan", "Зразенко Іван Тестович"]);
        assert_eq!(needed_by(kind, Region::Unknown, &whole), [("person_name.short", false)]);
        assert_eq!(needed_by(kind, Region::Unknown, &short), [("person_name.short", true)]);
        assert!(needed_by(&crate::kind::email::KIND, Region::Unknown, &short).is_empty());
    }
}
