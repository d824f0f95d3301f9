//! What a sampled cell looks like: coarse shapes that tell a right division into cells from a wrong one.

/// Coarse shape of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or a null word.
    Empty,
    /// An integer or decimal number, a share or sum.
    Number,
    /// A calendar date, with or without a time.
    Date,
    /// A time of day.
    Time,
    /// An e-mail address.
    Email,
    /// A telephone number with a plus, blanks, brackets or hyphens.
    Phone,
    /// At least 16 hexadecimal digits or a UUID.
    Hex,
    /// A web address.
    Url,
    /// An IP or MAC address.
    Net,
    /// Letters and digits without a blank, or a document number (few letters, blank, digits).
    Code,
    /// Letters, blanks, apostrophes and hyphens only, at most 6 words.
    Words,
    /// Other text.
    Text,
    /// Text that holds quotes or frequent delimiters: probably divided wrongly.
    Odd,
}

/// Number of shapes.
pub(super) const SHAPES: usize = 13;

impl Shape {
    /// Worth of a cell of this shape, 0..=1. Source: chosen by hand, tested on public files with known dialects.
    pub fn worth(self) -> f64 {
        match self {
            Shape::Empty => 0.6,
            Shape::Number | Shape::Date | Shape::Time | Shape::Email | Shape::Phone => 1.0,
            Shape::Hex | Shape::Url | Shape::Net => 1.0,
            Shape::Code => 0.8,
            Shape::Words => 0.85,
            Shape::Text => 0.55,
            Shape::Odd => 0.1,
        }
    }

    /// Whether a column of this shape is a sign that the division is meant.
    pub fn anchors(self) -> bool {
        matches!(
            self,
            Shape::Number
                | Shape::Date
                | Shape::Time
                | Shape::Email
                | Shape::Phone
                | Shape::Hex
                | Shape::Url
                | Shape::Net
        )
    }
}

/// Counts of characters in a cell.
#[derive(Default)]
struct Counts {
    digits: usize,
    letters: usize,
    blanks: usize,
    hex: usize,
    ats: usize,
    odd: usize,
    others: usize,
}

/// The shape of a cell (surrounding blanks do not count). Works on UTF-8 and windows-1251: bytes beyond ASCII count as
/// letters.
pub(super) fn shape(bytes: &[u8]) -> Shape {
    let cell = bytes.trim_ascii();
    if is_null(cell) {
        return Shape::Empty;
    }
    let counts = count(cell);
    if counts.digits > 0
        && let Some(shape) = numeric(cell, &counts)
    {
        return shape;
    }
    if counts.ats == 1 && is_email(cell) {
        return Shape::Email;
    }
    if is_hex(cell, &counts) {
        return Shape::Hex;
    }
    if is_url(cell) {
        return Shape::Url;
    }
    if counts.odd > 0 || (cell.len() > 1 && cell[0] == b'\'' && cell.ends_with(b"'")) {
        return Shape::Odd;
    }
    let joined = |byte: &u8| matches!(byte, b'\'' | b'-' | b'.' | b'`');
    if counts.digits == 0 && counts.letters > 0 {
        let free = cell.iter().filter(|byte| joined(byte)).count();
        if counts.others == free && counts.blanks <= 5 && cell.len() <= 120 {
            return Shape::Words;
        }
        return Shape::Text;
    }
    if counts.blanks == 0 && counts.others <= 2 && cell.len() <= 40 {
        return Shape::Code;
    }
    if counts.blanks == 1 && counts.others == 0 && is_document(cell) {
        return Shape::Code;
    }
    Shape::Text
}

/// Empty cells and the words that stand for nothing.
fn is_null(cell: &[u8]) -> bool {
    cell.is_empty()
        || matches!(cell, b"-" | b"\\N" | b"?" | b"--")
        || (cell.len() <= 4
            && [&b"null"[..], b"none", b"nil", b"n/a", b"na", b"nan"]
                .iter()
                .any(|word| cell.eq_ignore_ascii_case(word)))
}

fn count(cell: &[u8]) -> Counts {
    let mut counts = Counts::default();
    for &byte in cell {
        match byte {
            b'0'..=b'9' => {
                counts.digits += 1;
                counts.hex += 1;
            }
            b'a'..=b'f' | b'A'..=b'F' => {
                counts.letters += 1;
                counts.hex += 1;
            }
            b'g'..=b'z' | b'G'..=b'Z' | 0x80.. => counts.letters += 1,
            b' ' => counts.blanks += 1,
            b'@' => {
                counts.ats += 1;
                counts.others += 1;
            }
            b'"' | b';' | b'|' | b'\t' | b'^' | b'~' | 0x01 | 0x1E | 0x1F => {
                counts.odd += 1;
                counts.others += 1;
            }
            _ => counts.others += 1,
        }
    }
    counts
}

/// Shapes that are made of digits and separators.
fn numeric(cell: &[u8], counts: &Counts) -> Option<Shape> {
    if is_number(cell) {
        return Some(Shape::Number);
    }
    if let Some(shape) = date_or_time(cell) {
        return Some(shape);
    }
    if counts.letters == 0 && (9..=15).contains(&counts.digits) {
        let inner = cell.strip_prefix(b"+").unwrap_or(cell);
        let phone = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'(' | b')' | b'-' | b'.');
        if inner.iter().all(phone) && counts.others + counts.blanks <= 8 {
            return Some(Shape::Phone);
        }
    }
    is_net(cell).then_some(Shape::Net)
}

/// A number: sign, digits in one run or in groups of three, one decimal sign, exponent, percent or currency sign.
fn is_number(cell: &[u8]) -> bool {
    let mut text = cell;
    for sign in [&b"-"[..], b"+", b"$", b"\xE2\x82\xAC", b"\xC2\xA3"] {
        text = text.strip_prefix(sign).unwrap_or(text).trim_ascii_start();
    }
    text = text.strip_suffix(b"%").unwrap_or(text).trim_ascii_end();
    if let Some(at) = text.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        let exponent = &text[at + 1..];
        let digits = exponent.strip_prefix(b"-").or(exponent.strip_prefix(b"+")).unwrap_or(exponent);
        if at == 0 || digits.is_empty() || digits.len() > 3 || !digits.iter().all(u8::is_ascii_digit) {
            return false;
        }
        text = &text[..at];
    }
    if text.is_empty() || text.len() > 30 {
        return false;
    }
    if text.iter().all(u8::is_ascii_digit) {
        return true;
    }
    let decimal = text.iter().rposition(|byte| matches!(byte, b'.' | b','));
    if let Some(at) = decimal {
        let (whole, rest) = (&text[..at], &text[at + 1..]);
        // Two long numbers side by side are no decimal number.
        let short = text[at] == b'.' || whole.len() + rest.len() < 16;
        if short
            && rest.iter().all(u8::is_ascii_digit)
            && whole.iter().all(u8::is_ascii_digit)
            && !(whole.is_empty() && rest.is_empty())
        {
            return true;
        }
        if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit) && is_grouped(whole, Some(text[at])) {
            return true;
        }
    }
    is_grouped(text, None)
}

/// Digits in groups of three divided by one and the same separator, which is not the decimal sign.
fn is_grouped(text: &[u8], decimal: Option<u8>) -> bool {
    let Some(&separator) = text.iter().find(|byte| !byte.is_ascii_digit()) else { return false };
    if !matches!(separator, b' ' | b',' | b'.' | b'\'') || Some(separator) == decimal {
        return false;
    }
    text.split(|&byte| byte == separator).enumerate().all(|(index, group)| {
        group.iter().all(u8::is_ascii_digit) && (group.len() == 3 || (index == 0 && (1..=3).contains(&group.len())))
    })
}

/// `1.2.2003`, `2003-02-01`, `01/02/03`, each with or without a time; or a time alone.
fn date_or_time(cell: &[u8]) -> Option<Shape> {
    if is_time(cell) {
        return Some(Shape::Time);
    }
    let end = cell.iter().position(|byte| matches!(byte, b' ' | b'T')).unwrap_or(cell.len());
    let (day, time) = (&cell[..end], cell[end..].get(1..));
    if time.is_some_and(|time| !is_time(time.trim_ascii())) {
        return None;
    }
    let separator = *day.iter().find(|byte| !byte.is_ascii_digit())?;
    if !matches!(separator, b'.' | b'-' | b'/') {
        return None;
    }
    let mut parts = [0usize; 3];
    let mut count = 0;
    for part in day.split(|&byte| byte == separator) {
        if count == 3 || part.is_empty() || part.len() > 4 || !part.iter().all(u8::is_ascii_digit) {
            return None;
        }
        parts[count] = part.len();
        count += 1;
    }
    let fits = count == 3
        && parts[1] <= 2
        && ((parts[0] <= 2 && matches!(parts[2], 2 | 4)) || (parts[0] == 4 && parts[2] <= 2));
    fits.then_some(Shape::Date)
}

/// `12:30`, `12:30:45`, with a fraction, zone or half-day mark.
fn is_time(text: &[u8]) -> bool {
    let upper = text.to_ascii_uppercase();
    let mut body = upper.as_slice();
    for suffix in [&b"AM"[..], b"PM", b"Z", b"UTC"] {
        body = body.strip_suffix(suffix).unwrap_or(body).trim_ascii_end();
    }
    if let Some(at) = body.iter().position(|byte| matches!(byte, b'+' | b'-')) {
        let zone = &body[at + 1..];
        if zone.len() > 6 || !zone.iter().all(|byte| byte.is_ascii_digit() || *byte == b':') {
            return false;
        }
        body = body[..at].trim_ascii_end();
    }
    if let Some(at) = body.iter().position(|byte| matches!(byte, b'.' | b',')) {
        if body.len() - at > 10 || !body[at + 1..].iter().all(u8::is_ascii_digit) {
            return false;
        }
        body = &body[..at];
    }
    let mut count = 0;
    for part in body.split(|&byte| byte == b':') {
        count += 1;
        if part.is_empty() || part.len() > 2 || !part.iter().all(u8::is_ascii_digit) {
            return false;
        }
        if count == 2 && part.len() != 2 {
            return false;
        }
    }
    count == 2 || count == 3
}

/// `name@host.tld` without blanks or frequent delimiters.
pub(super) fn is_email(cell: &[u8]) -> bool {
    let Some(at) = cell.iter().position(|&byte| byte == b'@') else { return false };
    let (local, domain) = (&cell[..at], &cell[at + 1..]);
    let Some(dot) = domain.iter().rposition(|&byte| byte == b'.') else { return false };
    let host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') || *byte >= 0x80;
    let name = |byte: &u8| host(byte) || matches!(byte, b'+' | b'\'' | b'=');
    !local.is_empty()
        && dot > 0
        && domain.len() - dot > 2
        && domain.iter().all(host)
        && local.iter().all(name)
        && domain[dot + 1..].iter().all(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
}

/// A web address without blanks, commas or frequent delimiters.
fn is_url(cell: &[u8]) -> bool {
    let begins = [&b"http://"[..], b"https://", b"ftp://", b"www."].iter().any(|start| cell.starts_with(start));
    begins
        && !cell.iter().any(|byte| matches!(byte, b' ' | b',' | b';' | b'|' | b'\t' | b'"'))
        && !is_followed_by_login(cell)
}

/// `scheme://host/path:login:password`, as lists of stolen logins write it: an address takes in what stands behind it.
fn is_followed_by_login(cell: &[u8]) -> bool {
    let behind = memchr::memmem::find(cell, b"://").map_or(0, |at| at + 3);
    let mut fields = cell[behind..].rsplit(|&byte| byte == b':');
    let (Some(password), Some(login), Some(_)) = (fields.next(), fields.next(), fields.next()) else { return false };
    let is_port = login.len() <= 5 && login.iter().all(u8::is_ascii_digit);
    !password.is_empty() && login.len() >= 3 && !is_port && !login.contains(&b'/')
}

fn is_hex(cell: &[u8], counts: &Counts) -> bool {
    let body = cell.strip_prefix(b"$NT$").unwrap_or(cell);
    if counts.hex == cell.len() && cell.len() >= 16 && counts.digits > 0 && counts.letters > 0 {
        return true;
    }
    if body.len() == 32 && body.iter().all(u8::is_ascii_hexdigit) {
        return true;
    }
    cell.len() == 36 && counts.hex == 32 && [8, 13, 18, 23].iter().all(|&at| cell[at] == b'-')
}

/// IPv4 with or without port, or six hexadecimal pairs.
fn is_net(cell: &[u8]) -> bool {
    let colon = cell.iter().position(|&byte| byte == b':').unwrap_or(cell.len());
    let (host, port) = (&cell[..colon], cell[colon..].get(1..));
    let small = |part: &[u8]| (1..=3).contains(&part.len()) && part.iter().all(u8::is_ascii_digit);
    let four = host.split(|&byte| byte == b'.').count() == 4 && host.split(|&byte| byte == b'.').all(small);
    if four && port.is_none_or(|port| (1..=5).contains(&port.len()) && port.iter().all(u8::is_ascii_digit)) {
        return true;
    }
    // IPv6: eight groups, or fewer around two colons.
    let group = |part: &[u8]| part.len() <= 4 && part.iter().all(u8::is_ascii_hexdigit);
    let groups = cell.split(|&byte| byte == b':').filter(|part| !part.is_empty()).count();
    let shortened = cell.windows(2).any(|pair| pair == b"::") && (1..8).contains(&groups);
    if (shortened || groups == 8) && cell.split(|&byte| byte == b':').all(group) {
        return true;
    }
    let pair = |part: &[u8]| part.len() == 2 && part.iter().all(u8::is_ascii_hexdigit);
    cell.len() == 17 && [b':', b'-'].iter().any(|mark| cell.split(|byte| byte == mark).all(pair))
}

/// A few letters and some digits with one blank between them.
fn is_document(cell: &[u8]) -> bool {
    let mut parts = cell.split(|&byte| byte == b' ');
    let (Some(series), Some(number), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    series.len() <= 8
        && (4..=12).contains(&number.len())
        && number.iter().all(u8::is_ascii_digit)
        && series.iter().all(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
}

/// A telephone number written in digits: an international or national length and beginning.
pub(super) fn is_plain_phone(cell: &[u8]) -> bool {
    let digits = cell.strip_prefix(b"+").unwrap_or(cell);
    let starts = [&b"380"[..], b"996", b"79", b"89", b"77", b"0"].iter().any(|start| digits.starts_with(start));
    (9..=15).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit) && (starts || digits.len() < cell.len())
}

/// A login: Latin letters, digits, dot, underscore, hyphen; at least one letter.
pub(super) fn is_login(cell: &[u8]) -> bool {
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    (2..=40).contains(&cell.len()) && cell.iter().all(allowed) && cell.iter().any(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_told_apart() {
        let cases: &[(&str, Shape)] = &[
            ("12", Shape::Number),
            ("-1,5", Shape::Number),
            ("1 234 567,89", Shape::Number),
            ("1,234.50", Shape::Number),
            ("12.5%", Shape::Number),
            ("1e-5", Shape::Number),
            ("01.02.1990", Shape::Date),
            ("1990-02-01 12:30:00", Shape::Date),
            ("2/1/90", Shape::Date),
            ("12:30", Shape::Time),
            ("anna@example.com", Shape::Email),
            ("+38 (067) 123-45-67", Shape::Phone),
            ("067-123-45-67", Shape::Phone),
            ("5f4dcc3b5aa765d61d8327deb882cf99", Shape::Hex),
            ("https://example.com/a:b", Shape::Url),
            ("https://example.com:8080/a:b", Shape::Url),
            ("192.0.2.1:8080", Shape::Net),
            ("2001:db8:0:12:8a2e:370:7334:1", Shape::Net),
            ("2001:db8::7334", Shape::Net),
            ("00:1b:44:11:3a:b7", Shape::Net),
            ("АВС 123456", Shape::Code),
            ("qwerty12", Shape::Code),
            ("О'Ніл Анна-Марія", Shape::Words),
            ("вул. Садова, 5", Shape::Text),
            ("a;b", Shape::Odd),
            ("", Shape::Empty),
            ("NULL", Shape::Empty),
        ];
        for (text, expected) in cases {
            assert_eq!(shape(text.as_bytes()), *expected, "{text}");
        }
        let with_login = b"https://example.com/a:name@example.com:secret1";
        assert_ne!(shape(with_login), Shape::Url, "an address takes in what stands behind it");
    }
}
