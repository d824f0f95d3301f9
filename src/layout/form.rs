//! Forms that are not lines of text: named, so that the reader knows what to do.

/// First bytes of forms that cannot be read, what they are, and what to do.
///
/// # Source
/// The published format descriptions of each form (APPNOTE for zip, RFC 8878 and RFC 1952 for zstd and gzip, and so
/// on).
const MAGICS: &[(&[u8], &str, &str)] = &[
    (b"PK\x03\x04", "a zip archive or an office document (xlsx, docx)", "unpack it, or save the sheet as CSV"),
    (b"PK\x05\x06", "an empty zip archive", "check the file"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it first (7z x)"),
    (b"Rar!\x1A\x07", "a rar archive", "unpack it first (unrar x)"),
    (b"\xFD7zXZ\x00", "an xz stream", "unpack it first (xz -d)"),
    (b"BZh", "a bzip2 stream", "unpack it first (bzip2 -d)"),
    (b"\x04\x22\x4D\x18", "an lz4 stream", "unpack it first (lz4 -d)"),
    (b"\x1F\x8B\x08", "a gzip stream", "unpack it first (gzip -d)"),
    (b"\x28\xB5\x2F\xFD", "a zstd stream", "unpack it first (zstd -d)"),
    (b"\x1F\x9D", "a compress stream", "unpack it first (uncompress)"),
    (b"SQLite format 3\x00", "an SQLite database", "export its tables as CSV (sqlite3 -csv -header)"),
    (b"PAR1", "a Parquet file", "export it as CSV"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document (xls, doc)", "save the sheet as CSV"),
    (b"%PDF-", "a PDF document", "extract its tables as CSV"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x7FELF", "a program", "check the file"),
    (b"MZ\x90\x00", "a program", "check the file"),
    (b"\x89PNG", "a picture", "check the file"),
    (b"\xFF\xD8\xFF", "a picture", "check the file"),
    (b"GIF8", "a picture", "check the file"),
    (b"PGDMP", "a PostgreSQL archive", "restore it and export its tables as CSV (pg_restore, then COPY)"),
];

/// Beginnings of lines in SQL dumps, upper case.
const SQL: &[&str] = &["INSERT INTO ", "CREATE TABLE ", "-- MYSQL DUMP", "-- POSTGRESQL DATABASE DUMP", "DROP TABLE "];

/// Names the form if the bytes are not lines of text.
///
/// # Errors
/// One sentence: what it is and what to do. It holds no byte of the data.
pub(super) fn check(samples: &[&[u8]]) -> Result<(), String> {
    let start = samples.first().copied().unwrap_or_default();
    for (magic, what, hint) in MAGICS {
        if start.starts_with(magic) && !looks_like_text(magic, start) {
            return Err(format!("this is {what}, not text: {hint}"));
        }
    }
    if start.get(257..262) == Some(b"ustar") {
        return Err("this is a tar archive, not text: unpack it first (tar -x)".into());
    }
    wide_text(start)?;
    control_bytes(samples)?;
    markup(start)
}

/// Magics of printable characters may begin an honest list: then no control byte follows.
fn looks_like_text(magic: &[u8], start: &[u8]) -> bool {
    let printable = magic.iter().all(|byte| (0x20..0x7F).contains(byte));
    let telling = magic.starts_with(b"%PDF") || magic.starts_with(b"{\\rtf");
    let head = &start[..start.len().min(512)];
    printable && !telling && !head.iter().any(|&byte| byte < 0x09)
}

/// UTF-16 and UTF-32, by byte order mark or by where the NUL bytes lie.
fn wide_text(start: &[u8]) -> Result<(), String> {
    let told = |name: &str| {
        Err(format!("this is {name} text, which is not read: convert it to UTF-8 (iconv -f {name} -t UTF-8)"))
    };
    if start.starts_with(b"\xFF\xFE\x00\x00") || start.starts_with(b"\x00\x00\xFE\xFF") {
        return told("UTF-32");
    }
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        return told("UTF-16");
    }
    let head = &start[..start.len().min(4096) & !3];
    if head.len() < 8 {
        return Ok(());
    }
    let mut nul = [0usize; 4];
    for (index, &byte) in head.iter().enumerate() {
        nul[index % 4] += usize::from(byte == 0);
    }
    let quarter = head.len() / 4;
    let mostly = |count: usize| count * 10 >= quarter * 9;
    let rarely = |count: usize| count * 10 <= quarter;
    if nul.iter().filter(|&&count| mostly(count)).count() >= 2
        && (rarely(nul[0]) || rarely(nul[3]))
        && mostly(nul[1])
        && mostly(nul[2])
    {
        return told("UTF-32");
    }
    // Latin text has a NUL in every second byte; Cyrillic text has one at blanks, digits and punctuation only.
    let (even, odd) = (nul[0] + nul[2], nul[1] + nul[3]);
    let (more, less) = (even.max(odd), even.min(odd));
    if more >= 4 && more * 16 >= head.len() && less * 50 <= more {
        return told("UTF-16");
    }
    Ok(())
}

/// NULs in a row that are no content: a stretch that was set aside and never written, or lost and not recovered.
const HOLE: usize = 512;

/// Many NULs or control bytes: some binary form.
fn control_bytes(samples: &[&[u8]]) -> Result<(), String> {
    let mut control = 0usize;
    let mut total = 0usize;
    for sample in samples {
        for piece in sample[..sample.len().min(64 * 1024)].chunk_by(|one, other| (*one == 0) == (*other == 0)) {
            if piece[0] == 0 && piece.len() >= HOLE {
                continue;
            }
            total += piece.len();
            // Bytes 01 and 1C to 1F serve as delimiters; tab, line feed, form feed and carriage return are text.
            let odd = |byte: &u8| matches!(byte, 0x00 | 0x02..=0x08 | 0x0E..=0x1A | 0x7F);
            control += piece.iter().filter(|byte| odd(byte)).count();
        }
    }
    // A NUL here and there is a fault of its cell, no sign of a binary file.
    if control * 20 > total || (total == 0 && samples.iter().any(|sample| !sample.is_empty())) {
        return Err("this is a binary form, not lines of text: find out what wrote it and export it as CSV".into());
    }
    Ok(())
}

/// JSON, XML and SQL are text, but their lines are no records of cells.
fn markup(start: &[u8]) -> Result<(), String> {
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let text = text.trim_ascii_start();
    let head = &text[..text.len().min(64 * 1024)];
    let lines = || head.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()).take(200);
    let count = lines().count();
    let upper = String::from_utf8_lossy(&head[..head.len().min(64)]).to_ascii_uppercase();
    if upper.starts_with("<?XML") || upper.starts_with("<HTML") || upper.starts_with("<!DOCTYPE") {
        return Err("this is XML or HTML, which is not read: export it as CSV".into());
    }
    let json = |line: &&[u8]| {
        matches!(line[0], b'{' | b'}' | b'[' | b']')
            || (line[0] == b'"' && memchr::memmem::find(line, b"\":").is_some())
    };
    if matches!(head.first(), Some(b'{' | b'['))
        && memchr::memmem::find(head, b"\":").is_some()
        && lines().filter(json).count() * 10 >= count * 8
    {
        return Err("this is JSON, which is not read: export it as CSV (for instance with jq -r '... | @csv')".into());
    }
    let sql = |line: &&[u8]| {
        let line = &line[..line.len().min(32)];
        SQL.iter().any(|word| line.len() >= word.len() && line[..word.len()].eq_ignore_ascii_case(word.as_bytes()))
    };
    if lines().take(50).filter(sql).count() >= 2 {
        return Err("this is an SQL dump, which is not read: restore it and export its tables as CSV".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_text_is_named() {
        let text = "name;phone\r\nА;1\r\n".repeat(10);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let four: Vec<u8> = text.chars().flat_map(|character| (character as u32).to_le_bytes()).collect();
        for (bytes, name) in [(&little, "UTF-16"), (&big, "UTF-16"), (&four, "UTF-32")] {
            assert!(check(&[bytes]).unwrap_err().contains(name));
        }
        let cyrillic: Vec<u8> = "Петренко Іван; 1\n".repeat(30).encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(check(&[&cyrillic]).unwrap_err().contains("UTF-16"));
    }

    #[test]
    fn archives_and_binaries_are_named() {
        assert!(check(&[b"PK\x03\x04\x14\x00\x00\x00"]).unwrap_err().contains("zip"));
        assert!(check(&[b"SQLite format 3\x00abc"]).unwrap_err().contains("SQLite"));
        assert!(check(&[b"BZh91AY&SY\x01\x02\x03"]).unwrap_err().contains("bzip2"));
        assert!(check(&[&[7u8; 1000]]).unwrap_err().contains("binary"));
        assert!(check(&[b"{\"a\":1}\n{\"a\":2}\n"]).unwrap_err().contains("JSON"));
        assert!(check(&[b"CREATE TABLE a (b int);\nINSERT INTO a VALUES (1);\n"]).unwrap_err().contains("SQL"));
    }

    #[test]
    fn text_with_a_few_nuls_or_a_telling_word_is_text() {
        assert_eq!(check(&[b"BZhuk\nPAR1\nqwerty\n"]), Ok(()));
        let mut rows = b"a;b;c\n".repeat(100);
        rows[8] = 0;
        assert_eq!(check(&[&rows]), Ok(()));
        assert_eq!(check(&[b"{pass}\n[word]\n{x\n"]), Ok(()));
        let hole = [0u8; 4096];
        assert_eq!(check(&[&[&rows[..], &hole].concat()]), Ok(()));
        assert!(check(&[&hole]).unwrap_err().contains("binary"));
        assert_eq!(check(&[]), Ok(()));
    }
}
