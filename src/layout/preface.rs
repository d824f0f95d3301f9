//! What stands before the first record and is none: a byte order mark, a spreadsheet's `sep=` line, the comments that
//! head a word list.

/// UTF-8 byte order mark.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The line by which a spreadsheet is told the delimiter of the file it opens; it is no row and no header.
///
/// # Source
/// Microsoft Excel reads and removes a first line `sep=` with one sign; exports made for it carry one.
const SEPARATOR: &[u8] = b"sep=";

/// How a comment line begins in the word lists that John the Ripper reads.
///
/// # Source
/// Openwall, `password.lst` of John the Ripper, whose wordlist mode skips such lines.
const COMMENT: &[u8] = b"#!comment";

/// The bytes before the first record of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Preface {
    /// How many, line ends included.
    pub bytes: usize,
    /// Whether they begin with a byte order mark.
    pub marked: bool,
}

impl Preface {
    /// The beginning of a layout's reason: what was left out, unless it is a byte order mark alone.
    pub(super) fn told(self) -> String {
        let lines = self.bytes - if self.marked { MARK.len() } else { 0 };
        if lines == 0 { String::new() } else { format!("{lines} bytes of notes head the file and are no row; ") }
    }
}

/// Looks at the start of a file.
pub(super) fn preface(start: &[u8]) -> Preface {
    let marked = start.starts_with(MARK);
    let mut bytes = if marked { MARK.len() } else { 0 };
    bytes += separator_line(&start[bytes..]);
    while start[bytes..].starts_with(COMMENT) {
        bytes += line(&start[bytes..]).1;
    }
    Preface { bytes, marked }
}

/// Bytes of a `sep=` line: nothing but one sign (or a tab by name) may follow, else it is data.
fn separator_line(start: &[u8]) -> usize {
    let (content, whole) = line(start);
    let content = content.strip_prefix(b"\"").and_then(|inner| inner.strip_suffix(b"\"")).unwrap_or(content);
    let named = content.len() >= SEPARATOR.len() && content[..SEPARATOR.len()].eq_ignore_ascii_case(SEPARATOR);
    let sign = content.get(SEPARATOR.len()..).unwrap_or_default();
    let one = sign.len() == 1 && !sign[0].is_ascii_alphanumeric() || sign == b"\\t";
    if named && one && whole > content.len() { whole } else { 0 }
}

/// The first line without its end, and its bytes with the end.
fn line(start: &[u8]) -> (&[u8], usize) {
    let Some(end) = memchr::memchr2(b'\n', b'\r', start) else { return (start, start.len()) };
    let both = start[end] == b'\r' && start.get(end + 1) == Some(&b'\n');
    (&start[..end], end + 1 + usize::from(both))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_heads_a_file_is_no_record() {
        for (start, bytes, marked) in [
            (&b"sep=;\r\nid;name\r\n"[..], 7, false),
            (b"\xEF\xBB\xBFSEP=,\nid,name\n", 9, true),
            (b"\"sep=;\"\nid;name\n", 8, false),
            (b"sep=\t\nid\tname\n", 6, false),
            (b"sep=|\rid|name\r", 6, false),
            (b"#!comment: a list\n#!comment:\n123456\n", 29, false),
            (b"\xEF\xBB\xBFid\n", 3, true),
            // Values that only look so.
            (b"sep=tember\nx\n", 0, false),
            (b"sep=a\nb\n", 0, false),
            (b"sep=;", 0, false),
            (b"#1password\n", 0, false),
            (b"", 0, false),
        ] {
            assert_eq!(preface(start), Preface { bytes, marked }, "{:?}", String::from_utf8_lossy(start));
        }
        assert_eq!(preface(b"#!comment: all there is").bytes, 23);
    }
}
