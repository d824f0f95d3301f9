//! Containers: which layers lie between the stored bytes and the text, and a reader through all of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};

use super::Evidence;

/// Deepest nesting of containers.
///
/// # Source
/// Between Autopsy (4) and Tika (10); the project's limit for hostile input.
pub const NESTING_MOST: usize = 8;
/// Most decoded bytes per stored byte, once [`EXPANSION_FLOOR_BYTES`] are decoded.
pub const EXPANSION_MOST: u64 = 1100;
/// Decoded bytes below which no ratio is tested. Plain gzip reaches 1030:1 on honest repetitive text.
pub const EXPANSION_FLOOR_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a packed file that are looked at before its layout is chosen; it can be read again if they mislead.
pub const HEAD_BYTES: usize = 1024 * 1024;
/// The same of what can be read once only.
const HEAD_BYTES_ONCE: usize = 8 * HEAD_BYTES;
/// Largest zstd window (2²⁷ bytes, the decoder's own default): larger ones reserve memory of the sender's choice.
const ZSTD_WINDOW_LOG_MOST: u32 = 27;
const PIPE_BYTES: usize = 256 * 1024;

/// A container that is read through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Gzip,
    Zstd,
}

impl Container {
    const ALL: [Container; 2] = [Container::Gzip, Container::Zstd];

    fn name(self) -> &'static str {
        match self {
            Container::Gzip => "gzip",
            Container::Zstd => "zstd",
        }
    }

    /// First bytes. Sources: RFC 1952 section 2.3.1; RFC 8878 section 3.1.1.
    fn magic(self) -> &'static [u8] {
        match self {
            Container::Gzip => &[0x1F, 0x8B, 0x08],
            Container::Zstd => &[0x28, 0xB5, 0x2F, 0xFD],
        }
    }

    /// The container that begins so. Input that ends within the magic bytes is one that was cut, unless what there is of
    /// them could be text (the first byte of zstd is a bracket, that of gzip a control character).
    fn of(head: &[u8]) -> Option<Self> {
        let telling = head.len() >= 2 || head.first().is_some_and(u8::is_ascii_control);
        let cut = |magic: &[u8]| telling && magic.starts_with(head);
        let begins = |container: &Self| head.starts_with(container.magic()) || cut(container.magic());
        Self::ALL.into_iter().find(begins).or_else(|| Self::skippable(head).then_some(Container::Zstd))
    }

    /// Whether a frame comes first that decoders of zstd skip: pzstd and seekable archives begin so.
    ///
    /// # Source
    /// RFC 8878 section 3.1.2: magic numbers 0x184D2A50 to 0x184D2A5F, lowest byte first.
    fn skippable(head: &[u8]) -> bool {
        matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..])
    }

    fn decode(self, reader: Box<dyn BufRead + Send>) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            // All members: concatenated gzip files are one text.
            Container::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(reader)),
            Container::Zstd => {
                let mut decoder = zstd::stream::read::Decoder::with_buffer(reader)?;
                decoder.window_log_max(ZSTD_WINDOW_LOG_MOST)?;
                Box::new(decoder)
            }
        })
    }
}

/// An input, opened.
pub enum Opened {
    /// A regular file of text: any part can be read at any time.
    Plain {
        /// The file.
        file: File,
        /// Its size in bytes.
        bytes: u64,
    },
    /// Something that is read from begin to end.
    Stream(Stream),
}

/// A decoded stream.
pub struct Stream {
    /// Containers from the outside in.
    pub containers: Vec<&'static str>,
    /// The first bytes of text, [`HEAD_BYTES`] or more (fewer when the text is shorter), still to be read again from
    /// `reader`.
    pub head: Vec<u8>,
    /// The text.
    pub reader: Box<dyn Read + Send>,
    /// Bytes taken from each layer that is not the text, from the outside in (stored bytes first).
    pub taken: Vec<Arc<AtomicU64>>,
    /// Bytes that each container gave, from the outside in: what the next one did not take of them was left over.
    pub given: Vec<Arc<AtomicU64>>,
    /// The stored bytes.
    pub stored: Stored,
}

/// The stored bytes of a stream: their number and digest.
#[derive(Clone)]
pub struct Stored {
    inner: Arc<Mutex<StoredInner>>,
}

struct StoredInner {
    source: Box<dyn Read + Send>,
    bytes: u64,
    digest: Option<Sha256>,
}

impl Stored {
    fn new(source: Box<dyn Read + Send>, digest: bool) -> Self {
        let digest = digest.then(Sha256::new);
        Stored { inner: Arc::new(Mutex::new(StoredInner { source, bytes: 0, digest })) }
    }

    /// Reads what the decoder left over and gives the number of stored bytes and their digest.
    ///
    /// # Errors
    /// When the rest cannot be read.
    pub fn finish(&self) -> io::Result<(u64, Option<String>)> {
        let mut reader = self.clone();
        io::copy(&mut reader, &mut io::sink())?;
        let inner = reader.inner.lock().map_err(|_| io::Error::other("reader failed"))?;
        Ok((inner.bytes, inner.digest.clone().map(|digest| hex(&digest.finalize()))))
    }
}

impl Read for Stored {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut inner = self.inner.lock().map_err(|_| io::Error::other("reader failed"))?;
        let count = inner.source.read(out)?;
        inner.bytes += count as u64;
        if let Some(digest) = &mut inner.digest {
            digest.update(&out[..count]);
        }
        Ok(count)
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Counts the bytes that a decoder really took, not those that lie in the buffer.
struct Counted<R> {
    inner: R,
    taken: Arc<AtomicU64>,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.taken.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.taken.fetch_add(amount as u64, Ordering::Relaxed);
        self.inner.consume(amount);
    }
}

/// Counts what a decoder gives, and says its error again and again: decoders tell a failure once, and the one who looks
/// ahead must not swallow it.
struct Insistent<R> {
    inner: R,
    given: Arc<AtomicU64>,
    failed: Option<(io::ErrorKind, String)>,
}

impl<R: Read> Read for Insistent<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some((kind, why)) = &self.failed {
            return Err(io::Error::new(*kind, why.clone()));
        }
        let result = self.inner.read(out);
        if let Err(error) = &result
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.failed = Some((error.kind(), error.to_string()));
        }
        self.given.fetch_add(*result.as_ref().unwrap_or(&0) as u64, Ordering::Relaxed);
        result
    }
}

/// Opens an input and looks through its containers.
///
/// # Errors
/// When it cannot be opened or its first bytes cannot be read. Of containers nested deeper than [`NESTING_MOST`] the text is what
/// the last one read holds: one more container, which no layout reads.
pub fn open(evidence: &Evidence, digest: bool) -> io::Result<Opened> {
    let source: Box<dyn Read + Send> = if evidence.path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let file = File::open(&evidence.path)?;
        let meta = file.metadata()?;
        if meta.is_dir() {
            return Err(io::Error::other("is a folder"));
        }
        if meta.is_file() {
            let mut head = [0; 4];
            let count = read_full(&mut &file, &mut head)?;
            if Container::of(&head[..count]).is_none() {
                return Ok(Opened::Plain { file, bytes: meta.len() });
            }
            io::Seek::rewind(&mut &file)?;
        }
        Box::new(file)
    };
    let head_bytes = if evidence.rereadable() { HEAD_BYTES } else { HEAD_BYTES_ONCE };
    stream(Stored::new(source, digest), head_bytes).map(Opened::Stream)
}

fn stream(stored: Stored, head_bytes: usize) -> io::Result<Stream> {
    let mut reader: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(PIPE_BYTES, stored.clone()));
    let (mut containers, mut taken, mut given) = (Vec::new(), Vec::new(), Vec::new());
    // A short first read of a pipe must not hide the magic bytes: they are put together before they are looked at.
    while let Some(container) = {
        let (head, late) = read_lenient(&mut reader, 4);
        let found = Container::of(&head);
        reader = Box::new(BufReader::with_capacity(PIPE_BYTES, Cursor::new(head).chain(late).chain(reader)));
        found.filter(|_| containers.len() < NESTING_MOST)
    } {
        let (input, output) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        containers.push(container.name());
        taken.push(Arc::clone(&input));
        given.push(Arc::clone(&output));
        let decoder = container.decode(Box::new(Counted { inner: reader, taken: input }))?;
        let insistent = Insistent { inner: decoder, given: output, failed: None };
        reader = Box::new(BufReader::with_capacity(PIPE_BYTES, insistent));
    }
    // A damaged stream still has its good beginning; the damage is met again when the text is read.
    let (head, late) = read_lenient(&mut reader, head_bytes);
    let reader = Box::new(Cursor::new(head.clone()).chain(late).chain(reader));
    Ok(Stream { containers, head, reader, taken, given, stored })
}

fn read_full(reader: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    let mut count = 0;
    while count < out.len() {
        match reader.read(&mut out[count..]) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

/// Gives an error that was met ahead of its time, once: a decoder that has told its error once may be silent about it later.
struct Late(Option<io::Error>);

impl Read for Late {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// As much as can be read of `most` bytes before the end or the first error, and that error.
fn read_lenient(reader: &mut impl Read, most: usize) -> (Vec<u8>, Late) {
    let (mut out, mut count) = (vec![0; most], 0);
    let mut late = None;
    while count < most {
        match reader.read(&mut out[count..]) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                late = Some(error);
                break;
            }
        }
    }
    out.truncate(count);
    (out, Late(late))
}
