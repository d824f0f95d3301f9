//! From the content of a cell to its fingerprint, and a memory for columns of few values.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::stratum::stratum;
use crate::kind::{KeyBuf, Kind, Mismatch, Rank, Region, rare};

/// Months counted: years 0 to 2199.
pub const MONTHS: usize = 2200 * 12;
/// Values that a thread remembers of a column at first, and when that proves too few. 16 bytes each.
const ENTRIES_FIRST: usize = 1 << 16;
const ENTRIES_THEN: usize = 1 << 19;
/// Look-ups between two judgements of a memory.
const TRIAL: u32 = 1 << 17;
/// Bits of an entry's tag that hold what is known of the value; the others are the upper bits of its hash.
const META_BITS: u32 = 17;

/// What a cell turned out to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Read {
    /// Of its key; of its content where it is not valid.
    pub fingerprint: Fingerprint,
    /// Whether it is of the kind.
    pub valid: bool,
    /// Whether the key speaks of one record (rare passwords and their hashes; every key of the other kinds).
    pub telling: bool,
    /// Months since year 0 of a date; 0 for other kinds.
    pub month: u16,
    /// Whether it is not valid by its check digit alone.
    pub wrong_check: bool,
    /// What the key tells of its part of the population, where that was asked for; else 0.
    pub series: u8,
}

/// How the cells of one column are read.
pub struct Part<'a> {
    /// Their kind; `None`: their content is counted as it is.
    pub kind: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// The hash of the kind's keys.
    pub keyed: &'a Keyed,
    /// The hash of contents.
    pub raw: &'a Keyed,
    /// Whether keys have to be looked at to know whether they are telling.
    pub sometimes: bool,
    /// Whether the key's stratum is asked for.
    pub divided: bool,
}

impl Part<'_> {
    /// Reads a cell.
    #[inline]
    pub fn read(&self, content: &[u8], buffer: &mut KeyBuf) -> Read {
        let Some(kind) = self.kind else {
            return Read { fingerprint: self.keyed.fingerprint(content), valid: true, ..Read::default() };
        };
        let key: &[u8] = if kind.canonical.is_some_and(|canonical| canonical(content)) {
            content
        } else {
            buffer.clear();
            if let Err(mismatch) = (kind.key)(content, self.region, buffer) {
                let wrong_check = mismatch == Mismatch::Check;
                return Read { fingerprint: self.keyed.fingerprint(content), wrong_check, ..Read::default() };
            }
            buffer
        };
        let telling = !self.sometimes || is_rare(kind, key);
        let month = if kind.id == "date" { month_of(key) } else { 0 };
        let series = if self.divided { stratum(kind, key) as u8 } else { 0 };
        Read { fingerprint: self.keyed.fingerprint(key), valid: true, telling, month, wrong_check: false, series }
    }

    /// The hash under which a content is remembered. Never 0.
    #[inline]
    pub fn name(&self, content: &[u8]) -> u64 {
        self.raw.fingerprint(content)
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

/// Months since year 0 of a canonical date (`yyyy-mm-dd`).
fn month_of(key: &[u8]) -> u16 {
    let digits = |range: std::ops::Range<usize>| {
        key.get(range).unwrap_or(&[]).iter().fold(0_usize, |n, byte| n * 10 + usize::from(byte.wrapping_sub(b'0') % 10))
    };
    let month = digits(0..4) * 12 + digits(5..7).saturating_sub(1);
    if month < MONTHS { month as u16 } else { 0 }
}

#[derive(Clone, Copy, Default)]
struct Entry {
    /// Upper bits of the content's hash, and below them what is known: valid, telling, month.
    tag: u64,
    fingerprint: Fingerprint,
}

impl Entry {
    /// What is known, if the entry is that of this name.
    #[inline]
    fn read(&self, name: u64) -> Option<Read> {
        let meta = self.tag & ((1 << META_BITS) - 1);
        (self.tag >> META_BITS == name >> META_BITS && name != 0).then_some(Read {
            fingerprint: self.fingerprint,
            valid: meta & 1 == 1,
            // What is valid may be telling; what is not may miss it by its check digit alone: one bit serves both.
            telling: meta & 3 == 3,
            wrong_check: meta & 3 == 2,
            month: (meta >> 2) as u16,
            // Columns that are divided are not remembered.
            series: 0,
        })
    }
}

/// What a thread remembers of a column: a table of contents by hash, the latest one in each place.
///
/// A content is taken for another only if 63 bits of their keyed hashes agree.
#[derive(Default)]
pub struct Seen {
    entries: Vec<Entry>,
    fetched: Vec<Entry>,
    lookups: u32,
    hits: u32,
    given_up: bool,
}

impl Seen {
    /// Whether remembering pays.
    pub fn helps(&self) -> bool {
        !self.given_up
    }

    /// Looks up many contents by name (0: none), in their order.
    ///
    /// One after the other each look-up would wait for memory; in a loop that does nothing else they wait together.
    pub fn find(&mut self, names: &[u64], found: &mut Vec<Option<Read>>) {
        found.clear();
        let mask = self.entries.len().wrapping_sub(1);
        if self.entries.is_empty() {
            found.resize(names.len(), None);
        } else {
            self.fetched.clear();
            self.fetched.extend(names.iter().map(|&name| self.entries[name as usize & mask]));
            found.extend(names.iter().zip(&self.fetched).map(|(&name, entry)| entry.read(name)));
        }
        self.lookups += names.len() as u32;
        self.hits += found.iter().flatten().count() as u32;
        if self.lookups >= TRIAL {
            self.judge();
        }
    }

    /// Remembers a content by name.
    #[inline]
    pub fn keep(&mut self, name: u64, read: Read) {
        if self.entries.is_empty() {
            self.entries = vec![Entry::default(); ENTRIES_FIRST];
        }
        let meta =
            u64::from(read.valid) | u64::from(read.telling || read.wrong_check) << 1 | u64::from(read.month) << 2;
        let place = name as usize & (self.entries.len() - 1);
        self.entries[place] = Entry { tag: name >> META_BITS << META_BITS | meta, fingerprint: read.fingerprint };
    }

    /// A memory that seldom helps is made larger once, then given up.
    fn judge(&mut self) {
        let tried = self.lookups;
        if self.hits < tried / 2 && self.entries.len() < ENTRIES_THEN {
            self.entries = vec![Entry::default(); ENTRIES_THEN];
        } else if self.hits < tried / 4 {
            self.given_up = true;
            self.entries = Vec::new();
        }
        (self.lookups, self.hits) = (0, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Secret;
    use crate::kind;

    #[test]
    fn remembering_changes_nothing() {
        let secret = Secret::draw().unwrap();
        let (keyed, raw) = (secret.of("a"), secret.of("b"));
        for id in ["date", "password", "ua.driver_licence"] {
            let kind = kind::find(id);
            let part = Part {
                kind,
                region: Region::Ua,
                keyed: &keyed,
                raw: &raw,
                sometimes: id == "password",
                divided: false,
            };
            let (mut seen, mut buffer) = (Seen::default(), KeyBuf::new());
            let (mut found, mut remembered) = (Vec::new(), 0);
            for i in 0..400_000_u32 {
                let text = match id {
                    "date" => format!("{:02}.{:02}.{}", i % 33, i % 14, 1950 + i % 60),
                    "password" => format!("qwerty{}", i % 100_000),
                    _ => format!("ААА{:06}", i % 300_000),
                };
                let name = part.name(text.as_bytes());
                seen.find(&[name, 0], &mut found);
                let read = part.read(text.as_bytes(), &mut buffer);
                assert!(found[0].is_none_or(|known| known == read) && found[1].is_none());
                remembered += usize::from(found[0].is_some());
                seen.keep(name, read);
            }
            assert!(remembered > 100_000 || !seen.helps(), "{id}: {remembered}");
        }
    }
}
