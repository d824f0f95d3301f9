//! One thread's share of an imprint: cells become keys, keys become fingerprints, nothing else stays.

use std::collections::BTreeMap;

use super::cell::{self, Scratch};
use super::plan::TablePlan;
use crate::dump::blocks::BLOCK_BYTES;
use crate::fingerprint::runs::{Bag, Link};
use crate::fingerprint::{Fingerprint, Keyed, Secret, combine};
use crate::kind::rare;
use crate::kind::{Kind, KeyBuf, Rank};
use crate::record::page::{Account, Page};
use crate::record::walk::Sink;

/// Values that a thread remembers of a column, so that a column of few values is normalised rarely.
const SEEN_ENTRIES: usize = 1 << 13;
/// Look-ups after which a memory that does not help is given up.
const SEEN_TRIAL: u32 = 1 << 16;
/// Blocks of a text whose beginnings are kept as a sample, about.
const SAMPLE_BLOCKS: usize = 64;
/// Bytes kept of each.
const SAMPLE_BYTES: usize = 8 * 1024;
/// Months counted: years 0 to 2199.
const MONTHS: usize = 2200 * 12;

/// The keyed hashes of one run, one for each purpose.
pub struct Keys {
    kinds: BTreeMap<&'static str, Keyed>,
    text: Keyed,
    raw: Keyed,
    row: Keyed,
}

impl Keys {
    /// All purposes under one secret.
    pub fn of(secret: &Secret) -> Self {
        Keys {
            kinds: crate::kind::KINDS.iter().map(|kind| (kind.id, secret.of(&format!("kind {}", kind.id)))).collect(),
            text: secret.of("text"),
            raw: secret.of("raw"),
            row: secret.of("row"),
        }
    }

    /// The hash for keys of a kind; plain text where there is none.
    pub fn of_kind(&self, kind: Option<&Kind>) -> &Keyed {
        kind.and_then(|kind| self.kinds.get(kind.id)).unwrap_or(&self.text)
    }
}

/// What a cell turned out to be.
#[derive(Debug, Clone, Copy, Default)]
struct Read {
    fingerprint: Fingerprint,
    valid: bool,
    month: u16,
}

#[derive(Clone, Copy, Default)]
struct SeenEntry {
    raw: u64,
    read: Read,
}

/// The memory of one column.
#[derive(Default)]
struct Seen {
    entries: Vec<SeenEntry>,
    lookups: u32,
    hits: u32,
    given_up: bool,
}

impl Seen {
    #[inline]
    fn slot(&mut self, raw: u64) -> Option<&mut SeenEntry> {
        if self.given_up {
            return None;
        }
        if self.entries.is_empty() {
            self.entries = vec![SeenEntry::default(); SEEN_ENTRIES];
        }
        self.lookups += 1;
        if self.lookups == SEEN_TRIAL {
            self.given_up = self.hits < SEEN_TRIAL / 4;
            (self.lookups, self.hits) = (0, 0);
        }
        self.entries.get_mut(raw as usize & (SEEN_ENTRIES - 1))
    }
}

/// What one thread has of one column.
#[derive(Default)]
pub struct ColumnBag {
    /// Distinct valid keys.
    pub keys: Bag<Fingerprint>,
    /// Informative keys with their rows.
    pub links: Bag<Link>,
    /// Distinct invalid values.
    pub others: Bag<Fingerprint>,
    /// Filled cells, and the valid ones among them.
    pub filled: u64,
    /// Valid cells.
    pub valid: u64,
    /// Rows per month since year 0; empty until a date is read.
    pub months: Vec<u32>,
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
}

/// One thread's share.
pub struct Collector<'a> {
    keys: &'a Keys,
    plan: &'a [TablePlan],
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
}

impl<'a> Collector<'a> {
    /// Nothing collected yet.
    pub fn new(keys: &'a Keys, plan: &'a [TablePlan]) -> Self {
        let tables = plan
            .iter()
            .map(|table| TableBag {
                columns: table.columns.iter().map(|_| ColumnBag::default()).collect(),
                records: table.records.iter().map(|_| Bag::default()).collect(),
                ..TableBag::default()
            })
            .collect();
        Collector {
            keys,
            plan,
            table: 0,
            base_row: 0,
            tables,
            rows: Bag::default(),
            account: Account::default(),
            sample: BTreeMap::new(),
            scratch: Scratch::default(),
            buffer: KeyBuf::new(),
            fingerprints: Vec::new(),
        }
    }

    /// The next pages belong to this table; their file's first row has this number.
    pub fn begin_file(&mut self, table: usize, base_row: u64) {
        self.table = table;
        self.base_row = base_row;
        self.account = Account::default();
        self.sample.clear();
    }

    fn column(&mut self, page: &Page<'_>, position: usize) {
        let plan = self.plan[self.table].columns[position];
        let linked = self.plan[self.table].linked;
        let bag = &mut self.tables[self.table].columns[position];
        let keyed = self.keys.of_kind(plan.kind);
        let rank = plan.kind.map_or(Rank::Attribute, |kind| kind.rank);
        let found = &mut self.fingerprints[position];
        let link_all = linked && rank != Rank::Attribute && rank < Rank::Hash;
        let first_row = self.base_row + page.first_record;
        let (mut filled, mut valid) = (0, 0);
        for record in 0..page.len() {
            let raw = page.cell(record, position);
            let Some(content) = cell::content(raw, page.layout, &mut self.scratch) else {
                found.push(0);
                continue;
            };
            filled += 1;
            let row = (first_row + record as u64) as u32;
            let Some(kind) = plan.kind else {
                let fingerprint = keyed.fingerprint(content);
                valid += 1;
                found.push(fingerprint);
                if let Some(slot) = bag.seen.slot(fingerprint) {
                    if slot.raw == fingerprint {
                        bag.seen.hits += 1;
                        continue;
                    }
                    slot.raw = fingerprint;
                }
                bag.keys.push(fingerprint);
                continue;
            };
            if link_all {
                let (read, _) = read(kind, plan.region, keyed, content, &mut self.buffer);
                found.push(if read.valid { read.fingerprint } else { 0 });
                if read.valid {
                    valid += 1;
                    bag.links.push(Link::new(read.fingerprint, row));
                } else {
                    bag.others.push(read.fingerprint);
                }
                continue;
            }
            // What is linked in part (rare passwords, hashes) looks at every key; the rest may remember.
            let remember = !(linked && rank != Rank::Attribute);
            let raw_hash = if remember && !bag.seen.given_up { self.keys.raw.fingerprint(content) } else { 0 };
            if raw_hash != 0
                && let Some(slot) = bag.seen.slot(raw_hash)
                && slot.raw == raw_hash
            {
                let known = slot.read;
                bag.seen.hits += 1;
                valid += u64::from(known.valid);
                found.push(if known.valid { known.fingerprint } else { 0 });
                if known.month != 0 {
                    bag.months[known.month as usize] += 1;
                }
                continue;
            }
            let (mut read, key) = read(kind, plan.region, keyed, content, &mut self.buffer);
            if read.valid {
                valid += 1;
                bag.keys.push(read.fingerprint);
                found.push(read.fingerprint);
                if kind.id == "date" {
                    read.month = month_of(key);
                    if bag.months.is_empty() {
                        bag.months = vec![0; MONTHS];
                    }
                    if let Some(rows) = bag.months.get_mut(read.month as usize) {
                        *rows += 1;
                    }
                }
                if linked && rank != Rank::Attribute && is_rare(kind, key) {
                    bag.links.push(Link::new(read.fingerprint, row));
                }
            } else {
                found.push(0);
                bag.others.push(read.fingerprint);
            }
            if raw_hash != 0
                && let Some(slot) = bag.seen.slot(raw_hash)
            {
                *slot = SeenEntry { raw: raw_hash, read };
            }
        }
        bag.filled += filled;
        bag.valid += valid;
    }

    fn combinations(&mut self, page: &Page<'_>) {
        let plan = &self.plan[self.table];
        let bag = &mut self.tables[self.table];
        for (set, records) in plan.records.iter().zip(&mut bag.records) {
            let columns: Vec<Vec<usize>> = set.iter().map(|(id, _)| plan.columns_of(id).collect()).collect();
            'record: for record in 0..page.len() {
                let mut all = 0;
                for of_kind in &columns {
                    // Two columns of one kind form one set: their order must not count.
                    let mut sum = 0_u64;
                    for &column in of_kind {
                        let found = self.fingerprints[column][record];
                        if found == 0 {
                            continue 'record;
                        }
                        sum = sum.wrapping_add(found);
                    }
                    all = combine(all, sum);
                }
                records.push(all);
            }
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
                    bag.login_links.push(Link::new(both, row));
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

/// Every how manieth block near this one is sampled.
pub fn sample_stride(block: usize) -> usize {
    (block / SAMPLE_BLOCKS).max(1).next_power_of_two()
}

/// Reads a cell as a kind. The key is in the buffer or is the content itself.
#[inline]
fn read<'b>(
    kind: &Kind,
    region: crate::kind::Region,
    keyed: &Keyed,
    content: &'b [u8],
    buffer: &'b mut KeyBuf,
) -> (Read, &'b [u8]) {
    if kind.canonical.is_some_and(|canonical| canonical(content)) {
        return (Read { fingerprint: keyed.fingerprint(content), valid: true, month: 0 }, content);
    }
    buffer.clear();
    match (kind.key)(content, region, buffer) {
        Ok(()) => (Read { fingerprint: keyed.fingerprint(buffer), valid: true, month: 0 }, buffer),
        Err(_) => (Read { fingerprint: keyed.fingerprint(content), valid: false, month: 0 }, content),
    }
}

/// Months since year 0 of a canonical date.
fn month_of(key: &[u8]) -> u16 {
    let digits = |range: std::ops::Range<usize>| {
        key.get(range).unwrap_or(&[]).iter().fold(0_usize, |n, byte| n * 10 + usize::from(byte.wrapping_sub(b'0') % 10))
    };
    let month = digits(0..4) * 12 + digits(5..7).saturating_sub(1);
    if month < MONTHS { month as u16 } else { 0 }
}

impl Sink for Collector<'_> {
    fn page(&mut self, page: &Page<'_>) {
        self.account.enter(page);
        self.keep_sample(page);
        let plan = &self.plan[self.table];
        self.fingerprints.resize_with(plan.columns.len().max(self.fingerprints.len()), Vec::new);
        for position in 0..plan.columns.len() {
            self.fingerprints[position].clear();
            if plan.columns[position].read {
                self.column(page, position);
            }
        }
        self.combinations(page);
        if plan.rows {
            for record in 0..page.len() {
                self.rows.push(self.keys.row.fingerprint(page.record(record)));
            }
        }
    }
}

/// Whether a password or hash is rare enough to speak of one record.
fn is_rare(kind: &Kind, key: &[u8]) -> bool {
    match kind.rank {
        Rank::Password => rare::is_rare(key),
        Rank::Hash => rare::is_rare_hash(kind.id, key),
        _ => true,
    }
}
