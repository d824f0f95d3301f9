//! The records of one block, and the account of their bytes.

use super::scan::Index;
use super::{Charset, FaultCount, Faults, Layout, Reason};

/// Places kept of each reason.
pub const PLACES_MOST: usize = 10;

/// The records of one block. Cells are borrowed; nothing here can be printed or stored.
pub struct Page<'a> {
    /// The bytes that positions refer to.
    pub bytes: &'a [u8],
    /// Place of the first of them in the text.
    pub offset: u64,
    /// Where records and cells lie.
    pub index: &'a Index,
    /// The layout of the text.
    pub layout: &'a Layout,
    /// Number of the first record in the file, the header not counted.
    pub first_record: u64,
    /// Bytes of too long records in this block, how many such records begin here, and the place of the first.
    pub too_long: (u64, u64, u64),
}

impl<'a> Page<'a> {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// The raw bytes of a cell, quotes included; empty where the record has fewer cells.
    #[inline]
    pub fn cell(&self, record: usize, column: usize) -> &'a [u8] {
        self.index.cell(record, column).map_or(&[], |(begin, end)| &self.bytes[begin..end])
    }

    /// The raw bytes of a record without its end.
    #[inline]
    pub fn record(&self, record: usize) -> &'a [u8] {
        let (begin, end) = self.index.record(record);
        &self.bytes[begin..end]
    }
}

/// The account of one text: every byte is usable, faulty or framing.
#[derive(Debug, Clone, Default)]
pub struct Account {
    /// Usable records.
    pub rows: u64,
    /// Usable records in which something was repaired.
    pub rows_repaired: u64,
    /// Records that could not be used.
    pub rows_faulty: u64,
    /// Bytes of records that carry content.
    pub usable: u64,
    /// Bytes that carry none.
    pub faulty: u64,
    /// Bytes that only frame: byte order mark, header, record ends, blank lines.
    pub framing: u64,
    /// Faults by reason.
    pub faults: Faults,
    touched: Vec<u32>,
}

impl Account {
    /// Enters one page.
    pub fn enter(&mut self, page: &Page<'_>) {
        let records = page.len();
        self.rows += records as u64;
        self.framing += page.index.framing;
        // What was scanned is records and framing, nothing else.
        self.usable += (page.index.end - page.index.from) as u64 - page.index.framing;
        self.touched.clear();
        self.ragged(page);
        for &record in &page.index.stray {
            if (record as usize) < records {
                self.note(page, Reason::StrayQuote, record as usize, 0, page.record(record as usize).len() as u64);
            }
        }
        if page.index.nuls {
            self.nuls(page);
        }
        match page.layout.charset {
            Charset::Utf8 => self.utf8(page),
            Charset::Windows1251 => self.windows_1251(page),
        }
        self.touched.sort_unstable();
        self.touched.dedup();
        self.rows_repaired += self.touched.len() as u64;
        let (bytes, begun, place) = page.too_long;
        if bytes > 0 {
            self.faulty += bytes;
            self.rows_faulty += begun;
            let fault = self.faults.entry(Reason::RecordTooLong).or_default();
            fault.rows += begun;
            fault.bytes += bytes;
            if begun > 0 {
                keep_first(&mut fault.places, (place, Some(page.first_record + records as u64)));
            }
        }
    }

    fn ragged(&mut self, page: &Page<'_>) {
        let width = page.layout.width as u32;
        for (record, pair) in page.index.first.windows(2).enumerate() {
            if pair[1] - pair[0] != width {
                self.note(page, Reason::RaggedRow, record, 0, page.record(record).len() as u64);
            }
        }
    }

    fn nuls(&mut self, page: &Page<'_>) {
        for record in 0..page.len() {
            let bytes = page.record(record);
            if let Some(at) = memchr::memchr(0, bytes) {
                let count = memchr::memchr_iter(0, bytes).count() as u64;
                self.note(page, Reason::NulByte, record, at, count);
                self.lose(count);
            }
        }
    }

    fn utf8(&mut self, page: &Page<'_>) {
        let Some(begin) = page.index.begins.first().map(|&b| b as usize).filter(|_| page.index.irregular) else {
            return;
        };
        // One pass at memory speed over the whole page; record by record only where it fails.
        let end = page.index.end.min(page.bytes.len());
        if simdutf8::basic::from_utf8(&page.bytes[begin..end]).is_ok() {
            return;
        }
        for record in 0..page.len() {
            let (mut bytes, mut at, mut first, mut count) = (page.record(record), 0, None, 0);
            while let Err(error) = simdutf8::compat::from_utf8(bytes) {
                let bad = error.error_len().unwrap_or(bytes.len() - error.valid_up_to());
                first = first.or(Some(at + error.valid_up_to()));
                count += bad as u64;
                at += error.valid_up_to() + bad;
                bytes = &bytes[error.valid_up_to() + bad..];
            }
            if let Some(first) = first {
                self.note(page, Reason::InvalidBytes, record, first, count);
                self.lose(count);
            }
        }
    }

    /// 0x98 is the one byte that windows-1251 does not define (WHATWG Encoding, index windows-1251, maps it to U+0098).
    fn windows_1251(&mut self, page: &Page<'_>) {
        let Some(begin) = page.index.begins.first().map(|&b| b as usize) else { return };
        let end = page.index.end.min(page.bytes.len());
        if memchr::memchr(0x98, &page.bytes[begin..end]).is_none() {
            return;
        }
        for record in 0..page.len() {
            let bytes = page.record(record);
            if let Some(at) = memchr::memchr(0x98, bytes) {
                let count = memchr::memchr_iter(0x98, bytes).count() as u64;
                self.note(page, Reason::InvalidBytes, record, at, count);
                self.lose(count);
            }
        }
    }

    /// These bytes of a usable record carry nothing.
    fn lose(&mut self, bytes: u64) {
        self.usable -= bytes;
        self.faulty += bytes;
    }

    fn note(&mut self, page: &Page<'_>, reason: Reason, record: usize, within: usize, bytes: u64) {
        let fault = self.faults.entry(reason).or_default();
        fault.rows += 1;
        fault.bytes += bytes;
        let place = page.offset + (page.index.record(record).0 + within) as u64;
        keep_first(&mut fault.places, (place, Some(page.first_record + record as u64)));
        self.touched.push(record as u32);
    }

    /// Adds the account of another thread.
    pub fn add(&mut self, other: &Account) {
        self.rows += other.rows;
        self.rows_repaired += other.rows_repaired;
        self.rows_faulty += other.rows_faulty;
        self.usable += other.usable;
        self.faulty += other.faulty;
        self.framing += other.framing;
        for (&reason, count) in &other.faults {
            let fault: &mut FaultCount = self.faults.entry(reason).or_default();
            fault.rows += count.rows;
            fault.bytes += count.bytes;
            count.places.iter().for_each(|&place| keep_first(&mut fault.places, place));
        }
    }
}

/// Keeps the first places, in order.
fn keep_first(places: &mut Vec<(u64, Option<u64>)>, place: (u64, Option<u64>)) {
    if places.len() == PLACES_MOST && places.last().is_some_and(|last| *last <= place) {
        return;
    }
    let at = places.partition_point(|other| *other < place);
    places.insert(at, place);
    places.truncate(PLACES_MOST);
}
