//! One thread's share of an imprint: cells become keys, keys become fingerprints, nothing else stays.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agree;
use super::cell::Scratch;
use super::days::Days;
use super::keys::Keys;
use super::plan::TablePlan;
use super::second::{self, SecondBag, Tags};
use super::seen::{Known, Part, Read, Seen};
use super::stratum::Stratum;
use crate::dump::blocks::BLOCK_BYTES;
use crate::fingerprint::runs::{Bag, Link, Scratch as Sorting, write_out};
use crate::fingerprint::{Fingerprint, combine};
use crate::kind::date::{self, Day};
use crate::kind::{KeyBuf, Rank, email};
use crate::record::page::{Account, Page};
use crate::record::walk::Sink;

/// Blocks of a text whose beginnings are kept as a sample, about.
const SAMPLE_BLOCKS: usize = 64;
/// Bytes kept of each.
const SAMPLE_BYTES: usize = 8 * 1024;

/// Most columns of a table whose values are remembered: each takes a thread up to 4 MiB.
const REMEMBERED_MOST: usize = 64;

/// What one thread has of one column.
#[derive(Default)]
pub struct ColumnBag {
    /// Distinct valid keys that are not all linked.
    pub keys: Bag<Fingerprint>,
    /// Informative keys with their rows, or with their strata.
    pub links: Bag<Link>,
    /// Keys that name their row and are not linked.
    pub people: Bag<Fingerprint>,
    /// Distinct invalid values.
    pub others: Bag<Fingerprint>,
    /// Filled cells, and the valid ones among them.
    pub filled: u64,
    /// Valid cells.
    pub valid: u64,
    /// Invalid cells whose check digit alone is wrong.
    pub wrong_check: u64,
    /// Invalid cells that are filled in where nothing is known.
    pub fillers: u64,
    /// The days of a column of dates.
    pub days: Days,
    /// Addresses with a tag.
    pub tags: Tags,
    /// Cells in which a wrong decoding was undone.
    pub repaired: u64,
    seen: Seen,
}

/// What one thread has of one table.
#[derive(Default)]
pub struct TableBag {
    /// By position.
    pub columns: Vec<ColumnBag>,
    /// One per kind set of the plan.
    pub records: Vec<Bag<Fingerprint>>,
    /// Login with password, distinct.
    pub logins: Bag<Fingerprint>,
    /// The same with their rows.
    pub login_links: Bag<Link>,
    /// One per second key of the plan.
    pub seconds: Vec<SecondBag>,
    /// Rows that a person key names.
    pub named: u64,
    /// Rows with at least one informative key.
    pub informative: u64,
    /// Rows with at least one valid key of a kind that stands in several columns.
    pub rows_with: BTreeMap<&'static str, u64>,
    /// One per pair of the plan that is compared row by row.
    pub tallies: Vec<crate::profile::tally::Tally>,
}

impl TableBag {
    /// All bags of keys, and all of links.
    fn bags(&mut self) -> (Vec<&mut Bag<Fingerprint>>, Vec<&mut Bag<Link>>) {
        let (mut keys, mut links) = (Vec::new(), Vec::new());
        for column in &mut self.columns {
            keys.extend([&mut column.keys, &mut column.people, &mut column.others]);
            links.push(&mut column.links);
        }
        keys.extend(self.records.iter_mut().chain([&mut self.logins]));
        keys.extend(self.seconds.iter_mut().flat_map(|second| [&mut second.keys, &mut second.decoys]));
        links.push(&mut self.login_links);
        (keys, links)
    }
}

/// One thread's share.
pub struct Collector<'a> {
    keys: &'a Keys,
    plan: &'a [TablePlan],
    /// By table: the positions in reading order, and whether the keys of each are looked at together with others.
    orders: Vec<Arc<[(usize, bool)]>>,
    /// Which table the pages now belong to, and the number of the file's first row in the record set.
    table: usize,
    base_row: u64,
    /// By table.
    pub tables: Vec<TableBag>,
    /// Byte-exact rows.
    pub rows: Bag<Fingerprint>,
    /// Account of the current file.
    pub account: Account,
    /// Records from the beginnings of some blocks, spread over the current file, by block.
    pub sample: BTreeMap<usize, Vec<u8>>,
    scratch: Scratch,
    buffer: KeyBuf,
    fingerprints: Vec<Vec<Fingerprint>>,
    named: Vec<bool>,
    informative: Vec<bool>,
    /// Months of creation of the page's records, where keys are linked to their stratum.
    months: Vec<u16>,
    /// Months of birth of their people.
    births: Vec<u16>,
    /// Days of the page's records in one column.
    days: Vec<Option<Day>>,
    /// What the cells of one column turned out to be, by record.
    reads: Vec<Read>,
    /// Keys and links of the page in one column that go to a bag together.
    new: Vec<Fingerprint>,
    links: Vec<Link>,
    /// Cells of the page that may be addresses with a tag: record and position.
    tagged: Vec<(usize, usize)>,
    names: Vec<u64>,
    known: Known,
    agree: agree::Reader,
    second: second::Reader,
    threads: usize,
    /// Why entries could not be written out; they are all there still.
    pub failed: Option<anyhow::Error>,
}

impl<'a> Collector<'a> {
    /// Nothing collected yet.
    pub fn new(keys: &'a Keys, plan: &'a [TablePlan], threads: usize) -> Self {
        let tables = plan
            .iter()
            .map(|table| TableBag {
                columns: table.columns.iter().map(|_| ColumnBag::default()).collect(),
                records: table.records.iter().map(|_| Bag::default()).collect(),
                seconds: table.seconds.iter().map(|_| SecondBag::default()).collect(),
                ..TableBag::default()
            })
            .collect();
        let orders = plan.iter().map(|table| {
            let combined = table.combined();
            table.order().into_iter().map(|position| (position, combined.contains(&position))).collect()
        });
        Collector {
            keys,
            plan,
            orders: orders.collect(),
            table: 0,
            base_row: 0,
            tables,
            rows: Bag::default(),
            account: Account::default(),
            sample: BTreeMap::new(),
            scratch: Scratch::default(),
            buffer: KeyBuf::new(),
            fingerprints: Vec::new(),
            named: Vec::new(),
            informative: Vec::new(),
            months: Vec::new(),
            births: Vec::new(),
            days: Vec::new(),
            reads: Vec::new(),
            new: Vec::new(),
            links: Vec::new(),
            tagged: Vec::new(),
            names: Vec::new(),
            known: Known::default(),
            agree: agree::Reader::default(),
            second: second::Reader::default(),
            threads,
            failed: None,
        }
    }

    /// Writes out what was collected, if it is more than this thread's share of the memory.
    fn keep_to_the_limit(&mut self) {
        let Some(share) = self.keys.store.share(self.threads).filter(|_| self.failed.is_none()) else { return };
        let held = |table: &mut TableBag| {
            let (keys, links) = table.bags();
            keys.iter().map(|bag| bag.bytes()).sum::<usize>() + links.iter().map(|bag| bag.bytes()).sum::<usize>()
        };
        if self.tables.iter_mut().map(held).sum::<usize>() + self.rows.bytes() <= share {
            return;
        }
        self.failed = self.write_out().err();
    }

    fn write_out(&mut self) -> anyhow::Result<()> {
        let store = &self.keys.store;
        let (mut keys, mut links) = (Sorting::default(), Sorting::default());
        for table in &mut self.tables {
            let (of_keys, of_links) = table.bags();
            of_keys.into_iter().try_for_each(|bag| write_out(bag, store, &mut keys))?;
            of_links.into_iter().try_for_each(|bag| write_out(bag, store, &mut links))?;
        }
        write_out(&mut self.rows, store, &mut keys)
    }

    /// The next pages belong to this table; their file's first row has this number.
    pub fn begin_file(&mut self, table: usize, base_row: u64) {
        self.table = table;
        self.base_row = base_row;
        self.account = Account::default();
        self.sample.clear();
    }

    /// Reads a column of dates.
    fn dates(&mut self, page: &Page<'_>, position: usize, combined: bool) {
        let table = &self.plan[self.table];
        let plan = &table.columns[position];
        let bag = &mut self.tables[self.table].columns[position];
        let keyed = self.keys.of_kind(plan.kind);
        let [created, born] = [table.created, table.birth].map(|column| table.divided && column == Some(position));
        let repaired_before = self.scratch.repaired;
        // One thing at a time: loops whose steps do not wait for one another.
        self.days.clear();
        let (mut filled, mut valid) = (0, 0);
        for record in 0..page.len() {
            let mut found = None;
            if let Some(content) = table.content(page, record, position, &mut self.scratch) {
                filled += 1;
                found = Days::read(content, plan.region, &mut self.buffer);
                if found.is_none() {
                    bag.others.push(keyed.fingerprint(content));
                }
            }
            self.days.push(found);
        }
        for &day in self.days.iter().flatten() {
            valid += 1;
            if bag.days.count(day) {
                bag.keys.push(keyed.fingerprint(&day.key()));
            }
        }
        for (months, _) in [(&mut self.months, created), (&mut self.births, born)].into_iter().filter(|(_, is)| *is) {
            for (month, day) in months.iter_mut().zip(&self.days) {
                *month = day.map_or(*month, Day::months);
            }
        }
        if combined {
            let found = self.days.iter().map(|day| day.map_or(0, |day| bag.days.fingerprint(day, keyed)));
            self.fingerprints[position].extend(found);
        }
        bag.repaired += self.scratch.repaired - repaired_before;
        bag.filled += filled;
        bag.valid += valid;
    }

    fn column(&mut self, page: &Page<'_>, position: usize, combined: bool) {
        if self.plan[self.table].columns[position].kind.is_some_and(|kind| kind.id == date::KIND.id) {
            return self.dates(page, position, combined);
        }
        let table = &self.plan[self.table];
        let plan = &table.columns[position];
        let bag = &mut self.tables[self.table].columns[position];
        let keyed = self.keys.of_kind(plan.kind);
        let rank = plan.kind.map_or(Rank::Attribute, |kind| kind.rank);
        let part = Part {
            kind: plan.kind,
            region: plan.region,
            keyed,
            raw: &self.keys.raw,
            // Passwords and hashes speak of one record only when they are rare; the other informative kinds always.
            sometimes: matches!(rank, Rank::Password | Rank::Hash),
            divided: table.divided && plan.linked,
        };
        let person = table.people && matches!(rank, Rank::Document | Rank::Tax | Rank::Phone | Rank::Email);
        let informative = (table.people || part.divided) && rank != Rank::Attribute;
        let all_linked = plan.linked && !part.sometimes;
        let remember =
            !all_linked && !person && !part.divided && plan.repair.is_none() && table.columns.len() <= REMEMBERED_MOST;
        let first_row = self.base_row + page.first_record;
        let repaired_before = self.scratch.repaired;
        // One thing at a time: every loop below does little, and its steps do not wait for one another.
        let tagged = table.tags && plan.kind.is_some_and(|kind| kind.id == email::KIND.id);
        // Of what is remembered the content is not looked at again.
        let remember = remember && !tagged && bag.seen.helps();
        if remember {
            self.names.clear();
            self.names.extend((0..page.len()).map(|record| {
                let content = table.content(page, record, position, &mut self.scratch);
                content.map_or(0, |content| part.name(content))
            }));
            // A link needs its fingerprint however often the value is met.
            bag.seen.find(&self.names, combined || (informative && plan.linked), &mut self.known);
        }
        let (mut filled, mut invalid, mut wrong_check, mut fillers) = (0, 0, 0, 0);
        self.reads.clear();
        self.new.clear();
        for record in 0..page.len() {
            let known = if remember { self.known.get(record) } else { None };
            let content = match known {
                Some(_) => Some(&[][..]),
                None => table.content(page, record, position, &mut self.scratch),
            };
            let Some(content) = content else {
                self.reads.push(Read::default());
                continue;
            };
            filled += 1;
            if tagged && memchr::memchr(b'+', content).is_some() {
                self.tagged.push((record, position));
            }
            let new = known.is_none();
            let read = known.unwrap_or_else(|| part.read(content, &mut self.buffer));
            if remember && new {
                bag.seen.keep(self.names[record], read);
            }
            self.reads.push(read);
            if !read.valid {
                invalid += 1;
                wrong_check += u64::from(read.wrong_check);
                fillers += u64::from(read.filler);
                if new {
                    bag.others.push(read.fingerprint);
                }
            } else if new && !all_linked {
                self.new.push(read.fingerprint);
            }
        }
        bag.keys.extend(&self.new);
        if combined {
            let valid = |read: &Read| if read.valid { read.fingerprint } else { 0 };
            self.fingerprints[position].extend(self.reads.iter().map(valid));
        }
        if informative {
            self.links.clear();
            self.new.clear();
            for (record, read) in self.reads.iter().enumerate().filter(|(_, read)| read.valid && read.telling) {
                self.informative[record] = true;
                let names = person && !std::mem::replace(&mut self.named[record], true);
                let row = first_row + record as u64;
                if part.divided {
                    let series = u32::from(read.series);
                    let stratum = Stratum::new(series, self.months[record], row, table.rows_about);
                    let stratum = stratum.of_born(self.births[record]);
                    self.links.push(Link::new(read.fingerprint, stratum.place(), false));
                } else if plan.linked {
                    self.links.push(Link::new(read.fingerprint, row as u32, names));
                } else if names {
                    self.new.push(read.fingerprint);
                }
            }
            bag.links.extend(&self.links);
            bag.people.extend(&self.new);
        }
        bag.repaired += self.scratch.repaired - repaired_before;
        bag.filled += filled;
        bag.valid += filled - invalid;
        bag.wrong_check += wrong_check;
        bag.fillers += fillers;
    }

    fn combinations(&mut self, page: &Page<'_>) {
        let plan = &self.plan[self.table];
        let bag = &mut self.tables[self.table];
        for (set, records) in plan.records.iter().zip(&mut bag.records) {
            let columns: Vec<Vec<usize>> = set.iter().map(|(id, _)| plan.columns_of(id).collect()).collect();
            self.new.clear();
            'record: for record in 0..page.len() {
                let mut all = 0;
                for of_kind in &columns {
                    match all_of(&self.fingerprints, of_kind, record) {
                        0 => continue 'record,
                        found => all = combine(all, found),
                    }
                }
                self.new.push(all);
            }
            records.extend(&self.new);
        }
        for (id, columns) in plan.repeated() {
            let holds = |record: &usize| columns.iter().any(|&column| self.fingerprints[column][*record] != 0);
            *bag.rows_with.entry(id).or_default() += (0..page.len()).filter(holds).count() as u64;
        }
        if let Some((login, secret)) = plan.login {
            for record in 0..page.len() {
                let (login, secret) = (self.fingerprints[login][record], self.fingerprints[secret][record]);
                if login == 0 || secret == 0 {
                    continue;
                }
                let both = combine(combine(0, login), secret);
                if plan.linked {
                    let row = (self.base_row + page.first_record + record as u64) as u32;
                    bag.login_links.push(Link::new(both, row, false));
                } else {
                    bag.logins.push(both);
                }
            }
        }
    }

    /// Keeps the beginning of this block if its turn has come: every block at first, then ever fewer, whatever the threads do.
    fn keep_sample(&mut self, page: &Page<'_>) {
        let block = (page.offset / BLOCK_BYTES as u64) as usize;
        if page.is_empty() || !block.is_multiple_of(sample_stride(block)) {
            return;
        }
        let begin = page.index.record(0).0;
        let mut end = begin;
        for record in 0..page.len() {
            let record_end = page.index.record(record).1;
            if record_end - begin > SAMPLE_BYTES {
                break;
            }
            end = record_end;
        }
        let mut bytes = page.bytes[begin..end].to_vec();
        bytes.push(page.layout.terminator);
        self.sample.insert(block, bytes);
    }
}

/// The distinct valid keys of a record in these columns as one, whatever their order; 0 where there is none.
#[inline]
fn all_of(fingerprints: &[Vec<Fingerprint>], columns: &[usize], record: usize) -> u64 {
    if let [only] = columns {
        return fingerprints[*only][record];
    }
    let mut sum = 0_u64;
    for (place, &column) in columns.iter().enumerate() {
        let found = fingerprints[column][record];
        if columns[..place].iter().all(|&other| fingerprints[other][record] != found) {
            sum = sum.wrapping_add(found);
        }
    }
    sum
}

/// Every how manieth block near this one is sampled.
pub fn sample_stride(block: usize) -> usize {
    (block / SAMPLE_BLOCKS).max(1).next_power_of_two()
}

impl Sink for Collector<'_> {
    fn page(&mut self, page: &Page<'_>) {
        self.account.enter(page);
        self.keep_sample(page);
        let plan = &self.plan[self.table];
        self.fingerprints.resize_with(plan.columns.len().max(self.fingerprints.len()), Vec::new);
        self.fingerprints.iter_mut().for_each(Vec::clear);
        for flags in [&mut self.named, &mut self.informative] {
            flags.clear();
            flags.resize(page.len(), false);
        }
        self.tagged.clear();
        for months in [&mut self.months, &mut self.births] {
            months.clear();
            months.resize(if plan.divided { page.len() } else { 0 }, 0);
        }
        for &(position, combined) in self.orders[self.table].clone().iter() {
            self.column(page, position, combined);
        }
        self.combinations(page);
        let bag = &mut self.tables[self.table];
        if !plan.agreements.is_empty() {
            self.agree.page(page, plan, &mut bag.tallies);
        }
        if !plan.seconds.is_empty() {
            self.second.page(page, self.base_row + page.first_record, plan, self.keys, &mut bag.seconds);
        }
        for &cell in &self.tagged {
            second::count_tag(page, cell, plan, &mut self.scratch, &mut bag.columns[cell.1].tags);
        }
        bag.named += self.named.iter().filter(|&&named| named).count() as u64;
        bag.informative += self.informative.iter().filter(|&&informative| informative).count() as u64;
        if plan.rows {
            self.new.clear();
            self.new.extend((0..page.len()).map(|record| self.keys.row.fingerprint(page.record(record))));
            self.rows.extend(&self.new);
        }
        self.keep_to_the_limit();
    }
}
