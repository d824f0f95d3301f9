//! From the content of a cell to its fingerprint, and a memory for columns of few values.

use crate::fingerprint::{Fingerprint, Keyed};
use crate::kind::{KeyBuf, Kind, Mismatch, Rank, Region, rare, stratum};

/// Places for values of like hash, side by side: a look-up waits for memory once, and a full set forgets the oldest.
const WAYS: usize = 4;
/// Sets that a thread has for a column at first, and at most: 128 KiB, which stay near the processor whatever else it does,
/// and 2 MiB; twice that where fingerprints are wanted. (Four times as many took an analysis 5 % longer: reading a rarer name
/// anew costs less than a wait for a table that no near cache holds.)
const SETS_FIRST: usize = 1 << 12;
const SETS_MOST: usize = 1 << 16;
/// So many times larger a table becomes that forgets too much.
const GROWTH: usize = 4;
/// Look-ups between two judgements of a memory.
const TRIAL: u32 = 1 << 17;
/// Look-ups whose sets are fetched together: they fit in the processor's nearest cache.
const FETCHED: usize = 256;
/// Bits of an entry's tag that hold what is known of the value; the others are the upper bits of its hash.
const META_BITS: u32 = 3;

/// What a cell turned out to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Read {
    /// Of its key; of its content where it is not valid.
    pub fingerprint: Fingerprint,
    /// Whether it is of the kind.
    pub valid: bool,
    /// Whether the key speaks of one record (rare passwords and their hashes; every key of the other kinds).
    pub telling: bool,
    /// Whether it is not valid by its check digit alone.
    pub wrong_check: bool,
    /// Whether it is nobody's: filled in where nothing is known. Such a cell is not valid.
    pub filler: bool,
    /// What the key tells of its part of the population, where that was asked for; else 0.
    pub series: u16,
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
        if kind.filler.is_some_and(|filler| filler(key)) {
            return Read { fingerprint: self.keyed.fingerprint(content), filler: true, ..Read::default() };
        }
        let telling = !self.sometimes || is_rare(kind, key);
        let series = if self.divided { stratum::part(kind, key) as u16 } else { 0 };
        Read { fingerprint: self.keyed.fingerprint(key), valid: true, telling, series, ..Read::default() }
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
            filler: tag & 4 != 0,
            // Columns that are divided are not remembered.
            series: 0,
        })
    }
}

/// What a thread remembers of a column: a table of contents by hash, the latest few in each set.
///
/// A content is taken for another only if 61 bits of their keyed hashes agree.
#[derive(Default)]
pub struct Seen {
    table: Table,
    lookups: u32,
    hits: u32,
    /// Contents that were forgotten for others.
    forgotten: u32,
    given_up: bool,
    /// Nothing: what [`Seen::fetch`] has read must go somewhere.
    touched: u64,
}

/// A table, with fingerprints where they are wanted: the keys of most columns are counted once and not needed again.
enum Table {
    Plain(Vec<Plain>),
    Paired(Vec<Pairs>),
}

impl Default for Table {
    fn default() -> Self {
        Table::Plain(Vec::new())
    }
}

/// Contents by the upper bits of their hashes, and below them what is known: valid, telling. 0: nothing.
type Tags = [u64; WAYS];

/// One set of contents.
#[derive(Clone, Copy, Default)]
#[repr(align(32))]
struct Plain(Tags);

/// One set of contents with the fingerprints of their keys: a cache line.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct Pairs {
    tags: Tags,
    fingerprints: [Fingerprint; WAYS],
}

/// All bits where the content of this name has the tag, else none. No branch: what is found is a coin toss.
#[inline]
fn mask(tag: u64, name: u64) -> u64 {
    u64::from((tag ^ name) >> META_BITS == 0).wrapping_neg()
}

/// The tag of the content of this name in a set; 0 where it is not there.
#[inline]
fn tag_of(tags: &Tags, name: u64) -> u64 {
    tags.iter().fold(0, |found, &tag| found | (tag & mask(tag, name)))
}

/// Puts the newest first; says whether the oldest had to go.
#[inline]
fn push_front(list: &mut [u64; WAYS], newest: u64) -> bool {
    let oldest = list[WAYS - 1];
    list.copy_within(..WAYS - 1, 1);
    list[0] = newest;
    oldest != 0
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
        if self.sets() == 0 {
            self.clear(SETS_FIRST, wanted);
        }
        let place = self.sets() - 1;
        for names in names.chunks(FETCHED) {
            self.fetch(names, place);
            self.find_near(names, place, found);
        }
        self.lookups += names.len() as u32;
        self.hits += found.tags.iter().filter(|&&tag| tag != 0).count() as u32;
        if self.lookups >= TRIAL {
            self.judge(wanted);
        }
    }

    /// Touches the sets of these names. In a loop as short as this one many waits for memory overlap.
    fn fetch(&mut self, names: &[u64], place: usize) {
        let touched = match &self.table {
            Table::Plain(sets) => names.iter().fold(0, |sum, &name| sum ^ sets[name as usize & place].0[0]),
            Table::Paired(sets) => names.iter().fold(0, |sum, &name| sum ^ sets[name as usize & place].tags[0]),
        };
        self.touched ^= touched;
    }

    /// Looks up names whose sets are near.
    fn find_near(&mut self, names: &[u64], place: usize, found: &mut Known) {
        match &self.table {
            Table::Plain(sets) => {
                found.tags.extend(names.iter().map(|&name| tag_of(&sets[name as usize & place].0, name)));
            }
            Table::Paired(sets) => {
                let both = names.iter().map(|&name| {
                    let Pairs { tags, fingerprints } = &sets[name as usize & place];
                    let ways = tags.iter().zip(fingerprints);
                    ways.fold((0, 0), |found, (&tag, &fingerprint)| {
                        let mask = mask(tag, name);
                        (found.0 | (tag & mask), found.1 | (fingerprint & mask))
                    })
                });
                found.tags.reserve(names.len());
                found.fingerprints.reserve(names.len());
                both.for_each(|(tag, fingerprint)| {
                    found.tags.push(tag);
                    found.fingerprints.push(fingerprint);
                });
            }
        }
    }

    /// Remembers a content by name.
    #[inline]
    pub fn keep(&mut self, name: u64, read: Read) {
        let meta =
            u64::from(read.valid) | u64::from(read.telling || read.wrong_check) << 1 | u64::from(read.filler) << 2;
        let tag = name >> META_BITS << META_BITS | meta;
        let place = name as usize & self.sets().wrapping_sub(1);
        // What was met twice since the look-up is there already.
        let forgotten = match &mut self.table {
            Table::Plain(sets) => match sets.get_mut(place) {
                Some(set) if tag_of(&set.0, name) == 0 => push_front(&mut set.0, tag),
                _ => false,
            },
            Table::Paired(sets) => match sets.get_mut(place) {
                Some(set) if tag_of(&set.tags, name) == 0 => {
                    push_front(&mut set.fingerprints, read.fingerprint);
                    push_front(&mut set.tags, tag)
                }
                _ => false,
            },
        };
        self.forgotten += u32::from(forgotten);
    }

    fn sets(&self) -> usize {
        match &self.table {
            Table::Plain(sets) => sets.len(),
            Table::Paired(sets) => sets.len(),
        }
    }

    fn clear(&mut self, sets: usize, wanted: bool) {
        self.table = match wanted {
            true => Table::Paired(vec![Pairs::default(); sets]),
            false => Table::Plain(vec![Plain::default(); sets]),
        };
    }

    /// A memory that forgets much is made larger, or given up where it seldom helps: at once where hardly any content comes
    /// again soon, else when it cannot become larger.
    fn judge(&mut self, wanted: bool) {
        let (tried, sets) = (self.lookups, self.sets());
        if self.forgotten > tried / 16 {
            let least = if sets < SETS_MOST { tried / 64 } else { tried / 4 };
            if self.hits < least {
                self.given_up = true;
                self.table = Table::default();
            } else if sets < SETS_MOST {
                self.clear(sets * GROWTH, wanted);
            }
        }
        (self.lookups, self.hits, self.forgotten) = (0, 0, 0);
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
        for (id, wanted) in
            wanted_or_not.flat_map(|w| ["categories", "password", "ua.driver_licence"].map(|id| (id, w)))
        {
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
                    "categories" => format!("A, B{}", i % 7),
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
