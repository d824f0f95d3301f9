//! Hashes of passwords: one family, one row each.
//!
//! A row (a [`Format`]) states how the text is built, whether a salt is in it, and what looks alike; the kind `hash.<id>`
//! is made of it. Rows stand in `bare` (hexadecimal digits alone), `salted` (hash and salt with a colon), `crypt`
//! (self-describing ones) and `systems` (databases, Windows, devices); the four of which unsalted lists are held most
//! stand here.
//!
//! Many formats have one shape, so that a value says a set of formats and never one of them: `behind` names the usual one
//! that stands for the set until a header, the user or known passwords say more.
//!
//! # Source
//! Mode numbers and self-test vectors: hashcat (MIT licence), commit d3983edaf22f5370d1bb136c930460bcad2d9f6e. Shapes:
//! the same, name-that-hash 1.11.0 and hashID 3.1.4, passlib 1.7.4. Which sites used what: descriptions of Have I Been
//! Pwned (CC BY 4.0).

use std::sync::LazyLock;

use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};
use crate::text::blank;
use shape::HEX;
use shape::Part::{self, Hex, Lit};

/// Declares formats and, for each, its kind.
macro_rules! formats {
    ($($name:ident = $format:expr;)*) => {
        $(static $name: Format = $format;)*

        /// The rows of this file with their kinds.
        pub(super) static ROWS: &[(&Format, &crate::kind::Kind)] = &[$({
            fn key(
                text: &[u8],
                _region: crate::kind::Region,
                out: &mut crate::kind::KeyBuf,
            ) -> Result<(), crate::kind::Mismatch> {
                $name.key(text, out)
            }
            fn canonical(text: &[u8]) -> bool {
                $name.is_canonical(text)
            }
            static KIND: crate::kind::Kind = $name.kind(key, canonical);
            (&$name, &KIND)
        }),*];
    };
}

mod bare;
mod crypt;
pub mod digest;
mod salted;
pub mod shape;
mod systems;
mod usual;

/// What is hashed beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Salt {
    /// Nothing: the same password always gives the same hash.
    None,
    /// Random text, another for every person (or one for the whole site).
    Random,
    /// The name of the account.
    Name,
}

/// One format in which passwords are stored.
#[derive(Debug)]
pub struct Format {
    /// Kind id, `hash.<name>`.
    pub id: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Plural noun for sentences.
    pub plural: &'static str,
    /// How its text is built.
    pub shape: &'static [Part],
    /// What is hashed beside the password.
    pub salt: Salt,
    /// Whether a password can be hashed once and looked up in a whole list.
    pub lookup: bool,
    /// Number of the mode in which hashcat takes it; `None` where it takes none.
    pub mode: Option<u32>,
    /// Where it is typically seen.
    pub seen: &'static str,
    /// What else looks alike, besides the formats of the same shape: format ids and words.
    pub alike: &'static [&'static str],
    /// Id of the usual format of the same shape, which is told instead of this one where nothing else decides.
    pub behind: Option<&'static str>,
    /// Key of the empty password, which says nothing; empty where it is not known or salted.
    pub empty: &'static str,
    /// Whether too many other things look like it: its values never decide it, the chance is 1.
    pub unproven: bool,
    /// How well the shape is known.
    pub standing: Standing,
    /// Right examples, as [`Kind::valid`].
    pub valid: &'static [(&'static str, &'static str)],
    /// Wrong examples, as [`Kind::invalid`].
    pub invalid: &'static [(&'static str, Mismatch)],
    /// Words that head such columns, as [`Kind::headers`].
    pub headers: &'static [&'static str],
    /// What a reader must bear in mind.
    pub caveat: &'static str,
    /// Where it is defined.
    pub sources: &'static [&'static str],
}

/// Every format, in the order of ids.
pub static FORMATS: LazyLock<Vec<&'static Format>> = LazyLock::new(|| rows().map(|(format, _)| format).collect());

/// The kinds of the family, in the order of ids.
pub static KINDS: LazyLock<Vec<&'static Kind>> = LazyLock::new(|| rows().map(|(_, kind)| kind).collect());

fn rows() -> impl Iterator<Item = (&'static Format, &'static Kind)> {
    let mut rows = [usual::ROWS, bare::ROWS, salted::ROWS, crypt::ROWS, systems::ROWS].concat();
    rows.sort_by_key(|(format, _)| format.id);
    rows.into_iter()
}

/// The format of a kind; `None` for kinds of other families.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.binary_search_by_key(&id, |format| format.id).ok().map(|at| FORMATS[at])
}

/// Whether a format asks for a mark in front (`0x`, `00000`) that the usual one of its shape does not have.
pub fn is_marked(id: &str) -> bool {
    let usual = |id| format(id).is_some_and(|usual| usual.bare().is_some());
    format(id).is_some_and(|format| matches!(format.shape, [Lit(_), ..]) && format.behind.is_some_and(usual))
}

/// Hexadecimal text this much longer or shorter is reported as of the wrong length, else it is another thing.
const LENGTH_SLACK: usize = 2;

/// Longest text that is looked at, in bytes.
const BYTES_MOST: usize = 8192;

/// Bare hexadecimal digits up to here are a number when no letter is among them: hashes of 16 digits are so once in
/// 1,800 times, card numbers always.
const NUMBER_DIGITS_MOST: usize = 16;

impl Format {
    /// What most formats have in common: no salt, nothing to look up, a confirmed shape.
    const PLAIN: Format = Format {
        id: "",
        title: "",
        plural: "",
        shape: &[],
        salt: Salt::None,
        lookup: false,
        mode: None,
        seen: "",
        alike: &[],
        behind: None,
        empty: "",
        unproven: false,
        standing: Standing::Confirmed,
        valid: &[],
        invalid: &[],
        headers: &[],
        caveat: "",
        sources: &[],
    };

    /// Number of hexadecimal digits where they are all there is.
    pub const fn bare(&self) -> Option<usize> {
        match self.shape {
            [Hex(least, most)] if *least == *most => Some(*least),
            _ => None,
        }
    }

    /// Number of hexadecimal digits and the parts of the salt, where they stand with a colon between them in one cell and
    /// hence may stand in two columns.
    pub fn beside(&self) -> Option<(usize, &'static [Part])> {
        match self.shape {
            [Hex(least, most), Lit(":"), salt @ ..] if least == most && !salt.is_empty() => Some((*least, salt)),
            _ => None,
        }
    }

    /// Formats whose values look the same: those of the same shape, by id, without this one.
    pub fn twins(&self) -> impl Iterator<Item = &'static Format> {
        FORMATS.iter().copied().filter(|other| other.id != self.id && other.accepts_all(self))
    }

    /// Whether every right example of another format is one of this.
    fn accepts_all(&self, other: &Format) -> bool {
        let mut key = KeyBuf::new();
        let mut accepts = |text: &str| {
            key.clear();
            self.key(text.as_bytes(), &mut key).is_ok()
        };
        other.valid.iter().all(|(text, _)| accepts(text))
    }

    /// The kind of the format.
    const fn kind(
        &'static self,
        key: fn(&[u8], Region, &mut KeyBuf) -> Result<(), Mismatch>,
        canonical: fn(&[u8]) -> bool,
    ) -> Kind {
        Kind {
            id: self.id,
            title: self.title,
            plural: self.plural,
            sources: self.sources,
            valid: self.valid,
            invalid: self.invalid,
            chance: if self.unproven { 1.0 } else { shape::chance(self.shape) },
            width: shape::width(self.shape),
            standing: self.standing,
            rank: Rank::Hash,
            headers: self.headers,
            caveat: self.caveat,
            canonical: if self.bare().is_some() { Some(canonical) } else { None },
            key,
            ..Kind::COMMON
        }
    }

    /// As [`Kind::canonical`], for bare digits.
    fn is_canonical(&self, text: &[u8]) -> bool {
        // No early way out: 32 to 64 independent look-ups are faster than as many branches.
        self.bare() == Some(text.len())
            && text.iter().fold(true, |all, &byte| all & (HEX[usize::from(byte)] == byte) & (byte != 0))
            && self.says_something(text)
    }

    /// Whether a key is not that of the empty password, and bare digits are neither one over and over nor a number.
    fn says_something(&self, key: &[u8]) -> bool {
        if key == self.empty.as_bytes() {
            return false;
        }
        let number = key.len() <= NUMBER_DIGITS_MOST && !self.unproven && key.iter().all(u8::is_ascii_digit);
        self.bare().is_none() || (key.iter().any(|&digit| digit != key[0]) && !number)
    }

    /// As [`Kind::key`].
    fn key(&self, text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
        let text = blank::trim(text);
        let read = match self.bare() {
            Some(digits) => read_bare(digits, text, out),
            None if text.len() > BYTES_MOST => Err(Mismatch::Shape),
            None if self.is_divided(text) => self.read_divided(text, out),
            // Only a mark that nothing else begins with tells that a text was cut.
            None => shape::read(self.shape, text, out)
                .map_err(|mismatch| if self.is_marked(text) { mismatch } else { Mismatch::Shape }),
        };
        let mismatch = match read {
            Ok(()) if self.says_something(out) => return Ok(()),
            Ok(()) => Mismatch::Part,
            Err(mismatch) => mismatch,
        };
        out.clear();
        Err(mismatch)
    }

    /// Whether a text is long enough for a hash and its salt with a blank between: cells of two columns that are one value.
    fn is_divided(&self, text: &[u8]) -> bool {
        self.beside().is_some_and(|(digits, _)| text.get(digits) == Some(&b' '))
    }

    /// A hash and its salt from two columns; the key has them as where they stand in one.
    fn read_divided(&self, text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
        let Some((digits, salt)) = self.beside() else { return Err(Mismatch::Shape) };
        let whole = |mismatch| if mismatch == Mismatch::Length { Mismatch::Shape } else { mismatch };
        shape::read(&[Hex(digits, digits)], &text[..digits], out).map_err(whole)?;
        out.push(b':');
        shape::read(salt, blank::trim(&text[digits + 1..]), out).map_err(whole)
    }

    /// Whether a text begins with the mark of the format, of at least three characters that are not all digits.
    fn is_marked(&self, text: &[u8]) -> bool {
        let begins = |mark: &str| {
            let head = text.get(..mark.len());
            mark.len() >= 3
                && !mark.bytes().all(|byte| byte.is_ascii_digit())
                && head.is_some_and(|head| head.eq_ignore_ascii_case(mark.as_bytes()))
        };
        match self.shape {
            [Part::Lit(mark) | Part::Scheme(mark), ..] => begins(mark),
            [Part::One(marks), ..] => marks.iter().any(|mark| begins(mark)),
            _ => false,
        }
    }
}

/// Bare digits, as they are or behind one of the marks of binary data.
fn read_bare(wanted: usize, text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
    if text.len() > wanted + 2 + LENGTH_SLACK || text.len() + LENGTH_SLACK < wanted {
        return Err(Mismatch::Shape);
    }
    let prefix = [b"0x".as_slice(), b"0X", b"\\x"].into_iter().find(|&prefix| text.starts_with(prefix));
    let digits = &text[prefix.map_or(0, <[u8]>::len)..];
    out.extend_from_slice(digits);
    let mut all_hexadecimal = true;
    for byte in out.iter_mut() {
        *byte = HEX[usize::from(*byte)];
        all_hexadecimal &= *byte != 0;
    }
    let number = wanted <= NUMBER_DIGITS_MOST && out.iter().all(u8::is_ascii_digit);
    match digits.len() {
        _ if !all_hexadecimal => Err(Mismatch::Shape),
        length if length == wanted => Ok(()),
        // Numbers of about as many digits are no cut hashes.
        length if length.abs_diff(wanted) > LENGTH_SLACK || number => Err(Mismatch::Shape),
        _ => Err(Mismatch::Length),
    }
}

#[cfg(test)]
mod tests;
