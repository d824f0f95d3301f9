//! From the content of a cell to its fingerprint, and a memory for columns of few values.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::stratum::stratum;
use crate::kind::{KeyBuf, Kind, Mismatch, Rank, Region, rare};

/// Months counted: years 0 to 2199.
pub const MONTHS: usize = 2200 * 12;
/// Places for values of like hash. Two lie side by side, so that the second costs no wait for memory; with one alone a
/// column of 20,000 values forgot every seventh time what it had just learnt.
const WAYS: usize = 2;
/// Sets of such places that a thread has for a column at first, and when that proves too few. 8 bytes a place, and 8 more
/// where fingerprints are wanted.
const SETS_FIRST: usize = 1 << 16;
const SETS_THEN: usize = 1 << 18;
/// Look-ups between two judgements of a memory.
const TRIAL: u32 = 1 << 17;
/// Bits of an entry's tag that hold what is known of the value; the others are the upper bits of its hash.
const META_BITS: u32 = 17;
const MONTH_MOST: u16 = (1 << (META_BITS - 2)) - 1;

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

/// What is known of the contents that were looked up.
#[derive(Default)]
pub struct Known {
    tags: Vec<u64>,
    fingerprints: Vec<Fingerprint>,
}

impl Known {
    /// What is known of this one. The fingerprint is 0 where none was wanted.
    #[inline]
    pub fn get(&self, at: usize) -> Option<Read> {
        let tag = *self.tags.get(at)?;
        (tag != 0).then(|| Read {
            fingerprint: self.fingerprints.get(at).copied().unwrap_or(0),
            valid: tag & 1 == 1,
            // What is valid may be telling; what is not may miss it by its check digit alone: one bit serves both.
            telling: tag & 3 == 3,
            wrong_check: tag & 3 == 2,
            month: (tag >> 2) as u16 & MONTH_MOST,
            // Columns that are divided are not remembered.
            series: 0,
        })
    }
}

/// What a thread remembers of a column: a table of contents by hash, the latest two in each place.
///
/// A content is taken for another only if 63 bits of their keyed hashes agree.
#[derive(Default)]
pub struct Seen {
    /// Upper bits of each content's hash, and below them what is known: valid, telling, month. 0: nothing.
    tags: Vec<[u64; WAYS]>,
    /// Of the same contents, where they are wanted: the keys of most columns are counted once and not needed again.
    fingerprints: Vec<[Fingerprint; WAYS]>,
    lookups: u32,
    hits: u32,
    given_up: bool,
}

impl Seen {
    /// Whether remembering pays.
    pub fn helps(&self) -> bool {
        !self.given_up
    }

    /// Looks up many contents by name (0: none), in their order, with their fingerprints where those are wanted (the same
    /// answer every time).
    ///
    /// One after the other each look-up would wait for memory; in a loop that does nothing else, and has no branch on
    /// what it finds, they wait together.
    pub fn find(&mut self, names: &[u64], wanted: bool, found: &mut Known) {
        found.tags.clear();
        found.fingerprints.clear();
        if self.tags.is_empty() {
            self.clear(SETS_FIRST, wanted);
        }
        let mask = self.tags.len() - 1;
        let same = |tag: u64, name: u64| u64::from((tag ^ name) >> META_BITS == 0 && name != 0).wrapping_neg();
        found.tags.extend(names.iter().map(|&name| {
            let [one, two] = self.tags[name as usize & mask];
            (one & same(one, name)) | (two & same(two, name))
        }));
        if wanted {
            let places = names.iter().zip(&found.tags);
            found.fingerprints.extend(places.map(|(&name, &tag)| {
                let place = name as usize & mask;
                self.fingerprints[place][usize::from(self.tags[place][0] != tag)]
            }));
        }
        self.lookups += names.len() as u32;
        self.hits += found.tags.iter().filter(|&&tag| tag != 0).count() as u32;
        if self.lookups >= TRIAL {
            self.judge(wanted);
        }
    }

    /// Remembers a content by name.
    #[inline]
    pub fn keep(&mut self, name: u64, read: Read) {
        let meta =
            u64::from(read.valid) | u64::from(read.telling || read.wrong_check) << 1 | u64::from(read.month) << 2;
        let place = name as usize & self.tags.len().wrapping_sub(1);
        if let Some(tags) = self.tags.get_mut(place) {
            *tags = [name >> META_BITS << META_BITS | meta, tags[0]];
        }
        if let Some(fingerprints) = self.fingerprints.get_mut(place) {
            *fingerprints = [read.fingerprint, fingerprints[0]];
        }
    }

    fn clear(&mut self, sets: usize, wanted: bool) {
        self.tags = vec![[0; WAYS]; sets];
        self.fingerprints = vec![[0; WAYS]; if wanted { sets } else { 0 }];
    }

    /// A memory that forgets too much is made larger once, then given up if it seldom helps.
    fn judge(&mut self, wanted: bool) {
        let tried = self.lookups;
        if self.hits < tried / 8 * 7 && self.tags.len() < SETS_THEN {
            self.clear(SETS_THEN, wanted);
        } else if self.hits < tried / 4 {
            self.given_up = true;
            (self.tags, self.fingerprints) = (Vec::new(), Vec::new());
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
        let wanted_or_not = [true, false].into_iter();
        for (id, wanted) in wanted_or_not.flat_map(|w| ["date", "password", "ua.driver_licence"].map(|id| (id, w))) {
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
            let (mut found, mut remembered) = (Known::default(), 0);
            for i in 0..400_000_u32 {
                let text = match id {
                    "date" => format!("{:02}.{:02}.{}", i % 33, i % 14, 1950 + i % 60),
                    "password" => format!("qwerty{}", i % 100_000),
                    _ => format!("ААА{:06}", i % 300_000),
                };
                let name = part.name(text.as_bytes());
                seen.find(&[name, 0], wanted, &mut found);
                let read = part.read(text.as_bytes(), &mut buffer);
                let same = Read { fingerprint: if wanted { read.fingerprint } else { 0 }, ..read };
                assert!(found.get(0).is_none_or(|known| known == same) && found.get(1).is_none());
                remembered += usize::from(found.get(0).is_some());
                seen.keep(name, read);
            }
            assert!(remembered > 100_000 || !seen.helps(), "{id}: {remembered}");
        }
    }
}
