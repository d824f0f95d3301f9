//! From the raw bytes of a cell to the bytes that a kind reads: blanks off, quotes off, decoded.

use crate::record::{Charset, Format, Layout};
use crate::text::mojibake::Repair;

/// Buffers that are reused from cell to cell.
#[derive(Default)]
pub struct Scratch {
    unquoted: Vec<u8>,
    decoded: Vec<u8>,
    joined: Vec<u8>,
    mended: Vec<u8>,
    /// Cells in which a wrong decoding was undone so far.
    pub repaired: u64,
}

/// Words that databases write where nothing is. In lists they are what somebody chose: "null" is a common password.
///
/// # Source
/// MySQL and PostgreSQL: `NULL` and, in text exports, `\N`.
fn is_null(cell: &[u8], format: Format) -> bool {
    cell.is_empty() || (format == Format::Delimited && matches!(cell, b"NULL" | b"null" | b"\\N"))
}

/// The content of a raw cell as UTF-8; `None` where there is none. Invalid bytes stay as they are: no kind accepts them.
#[inline(always)]
pub fn content<'a>(raw: &'a [u8], layout: &Layout, scratch: &'a mut Scratch) -> Option<&'a [u8]> {
    let (Some(&first), Some(&last)) = (raw.first(), raw.last()) else { return None };
    let plain = first > b' ' && last > b' ' && Some(first) != layout.quote;
    if plain && (layout.charset == Charset::Utf8) {
        return (raw.len() > 4 || !is_null(raw, layout.format)).then_some(raw);
    }
    slow(raw, layout, scratch)
}

/// The content of a raw cell, with a wrong decoding undone where the column went through one.
#[inline(always)]
pub fn mended<'a>(
    raw: &'a [u8],
    layout: &Layout,
    repair: Option<Repair>,
    scratch: &'a mut Scratch,
) -> Option<&'a [u8]> {
    match repair {
        None => content(raw, layout, scratch),
        Some(repair) => undone(raw, layout, repair, scratch),
    }
}

#[inline(never)]
fn undone<'a>(raw: &'a [u8], layout: &Layout, repair: Repair, scratch: &'a mut Scratch) -> Option<&'a [u8]> {
    let mut mended = std::mem::take(&mut scratch.mended);
    let undone = content(raw, layout, scratch).is_some_and(|content| repair.mend(content, &mut mended));
    scratch.mended = mended;
    scratch.repaired += u64::from(undone);
    if undone { Some(&scratch.mended) } else { content(raw, layout, scratch) }
}

/// The contents of several cells of a record, a blank between those that hold something; `None` where none does.
pub fn joined<'a>(
    cells: impl Iterator<Item = (&'a [u8], Option<Repair>)>,
    layout: &Layout,
    scratch: &'a mut Scratch,
) -> Option<&'a [u8]> {
    let mut joined = std::mem::take(&mut scratch.joined);
    joined.clear();
    for (raw, repair) in cells {
        if let Some(content) = mended(raw, layout, repair, scratch) {
            if !joined.is_empty() {
                joined.push(b' ');
            }
            joined.extend_from_slice(content);
        }
    }
    scratch.joined = joined;
    Some(scratch.joined.as_slice()).filter(|joined| !joined.is_empty())
}

#[inline(never)]
fn slow<'a>(raw: &'a [u8], layout: &Layout, scratch: &'a mut Scratch) -> Option<&'a [u8]> {
    let mut cell = raw.trim_ascii();
    if let Some(quote) = layout.quote {
        let quoted = raw.first() == Some(&quote) && raw.len() >= 2 && raw.last() == Some(&quote);
        if quoted {
            cell = &raw[1..raw.len() - 1];
            if memchr::memchr(quote, cell).is_some() {
                undouble(cell, quote, &mut scratch.unquoted);
                cell = &scratch.unquoted;
            }
            cell = cell.trim_ascii();
        }
    }
    if is_null(cell, layout.format) {
        return None;
    }
    if layout.charset == Charset::Windows1251 && !cell.is_ascii() {
        let (text, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(cell);
        scratch.decoded.clear();
        scratch.decoded.extend_from_slice(text.as_bytes());
        cell = &scratch.decoded;
    }
    Some(cell)
}

fn undouble(cell: &[u8], quote: u8, out: &mut Vec<u8>) {
    out.clear();
    let mut bytes = cell.iter().peekable();
    while let Some(&byte) = bytes.next() {
        out.push(byte);
        if byte == quote {
            bytes.next_if(|next| **next == quote);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_quotes_blanks_and_null_words() {
        let mut layout = Layout {
            charset: Charset::Utf8,
            preface: 0,
            marked: false,
            format: Format::Delimited,
            delimiter: Some(b';'),
            quote: Some(b'"'),
            terminator: b'\n',
            header: false,
            names: vec![],
            width: 1,
            reason: String::new(),
            runner_up: None,
        };
        let mut scratch = Scratch::default();
        let mut read = |raw: &str, layout: &Layout| {
            content(raw.as_bytes(), layout, &mut scratch).map(|cell| String::from_utf8_lossy(cell).into_owned())
        };
        for (raw, wanted) in [
            ("a", Some("a")),
            (" a b ", Some("a b")),
            ("\"a\"\"b\"", Some("a\"b")),
            ("\" a \"", Some("a")),
            ("\"", Some("\"")),
            ("\"open", Some("\"open")),
            ("\"\"", None),
            ("NULL", None),
            ("\\N", None),
            ("", None),
            ("  ", None),
            ("Null1", Some("Null1")),
        ] {
            assert_eq!(read(raw, &layout).as_deref(), wanted, "{raw}");
        }
        layout.quote = None;
        layout.format = Format::Lines;
        assert_eq!(read("null", &layout).as_deref(), Some("null"));
        assert_eq!(read("\"a\"", &layout).as_deref(), Some("\"a\""));
    }

    #[test]
    fn decodes_windows_1251() {
        let layout = Layout {
            charset: Charset::Windows1251,
            preface: 0,
            marked: false,
            format: Format::Lines,
            delimiter: None,
            quote: None,
            terminator: b'\n',
            header: false,
            names: vec![],
            width: 1,
            reason: String::new(),
            runner_up: None,
        };
        let mut scratch = Scratch::default();
        assert_eq!(content(b"\xC0\xA3\xBF", &layout, &mut scratch), Some("АЈї".as_bytes()));
    }
}
