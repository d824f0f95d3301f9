//! How the text of a hash is built, as a row of parts: read from left to right, without regular expressions.

use super::super::{KeyBuf, Mismatch};

/// A part of the text of a hash. Numbers are the fewest and the most characters.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// This text.
    Lit(&'static str),
    /// This text, whatever the case of its letters; the key has it as written here.
    Scheme(&'static str),
    /// One of these texts, longer ones first where one begins with another.
    One(&'static [&'static str]),
    /// This text may stand here; the key goes without.
    Left(&'static str),
    /// These parts may stand here, all or none.
    Maybe(&'static [Part]),
    /// Hexadecimal digits; the key has them in lower case.
    Hex(usize, usize),
    /// Decimal digits.
    Digits(usize, usize),
    /// Letters and digits of the alphabet, and its signs.
    Of(&'static [u8], usize, usize),
    /// Anything but this byte, which follows.
    But(u8, usize, usize),
    /// Anything, up to the end: a salt.
    Any(usize, usize),
    /// The name of a Windows account, of its domain or computer, with a domain before it or without; a colon follows.
    Account(usize, usize),
    /// At most two signs that fill up base64.
    Padding,
    /// Base64 of one to four blocks of eight bytes, with its padding.
    Blocks,
}

/// Signs beside letters and digits in crypt(3).
pub const CRYPT: &[u8] = b"./";
/// Signs beside letters and digits in base64.
///
/// # Source
/// RFC 4648, section 4.
pub const BASE64: &[u8] = b"+/";
/// As [`BASE64`], with padding anywhere.
pub const BASE64_PADDED: &[u8] = b"+/=";
/// Letters and digits alone.
pub const ALNUM: &[u8] = b"";
/// Letters, digits and the underscore.
pub const WORD: &[u8] = b"_";

/// Signs that no name of a Windows account has (a backslash stands between domain and name).
///
/// # Source
/// Microsoft, Active Directory schema: SAM-Account-Name.
const NO_ACCOUNT: &[u8] = b"\"/[]:;|=,+*?<>";

/// Any byte to its lower-case hexadecimal digit, or 0.
pub static HEX: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_hexdigit() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Writes the key of a text behind what the buffer holds, or says why there is none: [`Mismatch::Length`] where all
/// fitted as far as the text went, or it goes on behind the last part; [`Mismatch::Shape`] elsewhere.
///
/// # Errors
/// The text is not built so.
pub fn read(parts: &[Part], text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
    let rest = walk(parts, text, out)?;
    if rest.is_empty() { Ok(()) } else { Err(Mismatch::Length) }
}

/// What is left behind the parts.
fn walk<'a>(parts: &[Part], text: &'a [u8], out: &mut KeyBuf) -> Result<&'a [u8], Mismatch> {
    let mut rest = text;
    for part in parts {
        let taken = match *part {
            Part::Lit(wanted) => literal(wanted.as_bytes(), rest, |a, b| a == b)?,
            Part::Scheme(wanted) => {
                let taken = literal(wanted.as_bytes(), rest, |a, b| a.eq_ignore_ascii_case(&b))?;
                out.extend_from_slice(wanted.as_bytes());
                rest = &rest[taken..];
                continue;
            }
            Part::One(texts) => match texts.iter().find(|wanted| rest.starts_with(wanted.as_bytes())) {
                Some(found) => found.len(),
                None => return Err(Mismatch::Shape),
            },
            Part::Left(left) => {
                rest = rest.strip_prefix(left.as_bytes()).unwrap_or(rest);
                continue;
            }
            Part::Maybe(inner) => {
                let before = out.len();
                match walk(inner, rest, out) {
                    Ok(behind) => rest = behind,
                    Err(_) => out.truncate(before),
                }
                continue;
            }
            Part::Hex(least, most) => {
                let taken = run(rest, least, most, |byte| HEX[usize::from(byte)] != 0)?;
                out.extend(rest[..taken].iter().map(u8::to_ascii_lowercase));
                rest = &rest[taken..];
                continue;
            }
            Part::Digits(least, most) => run(rest, least, most, |byte| byte.is_ascii_digit())?,
            Part::Of(signs, least, most) => {
                run(rest, least, most, |byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))?
            }
            Part::But(stop, least, most) => {
                characters(&rest[..memchr::memchr(stop, rest).unwrap_or(rest.len())], least, most)?
            }
            Part::Any(least, most) => characters(rest, least, most)?,
            Part::Account(least, most) => {
                let name = &rest[..memchr::memchr(b':', rest).unwrap_or(rest.len())];
                if name.iter().any(|byte| NO_ACCOUNT.contains(byte)) {
                    return Err(Mismatch::Shape);
                }
                characters(name, least, most)?
            }
            Part::Padding => rest.iter().take(2).take_while(|byte| **byte == b'=').count(),
            Part::Blocks => blocks(rest)?,
        };
        out.extend_from_slice(&rest[..taken]);
        rest = &rest[taken..];
    }
    Ok(rest)
}

fn literal(wanted: &[u8], text: &[u8], same: fn(u8, u8) -> bool) -> Result<usize, Mismatch> {
    let both = wanted.iter().zip(text).take_while(|(a, b)| same(**a, **b)).count();
    match both {
        _ if both == wanted.len() => Ok(both),
        _ if both == text.len() => Err(Mismatch::Length),
        _ => Err(Mismatch::Shape),
    }
}

fn run(text: &[u8], least: usize, most: usize, fits: impl Fn(u8) -> bool) -> Result<usize, Mismatch> {
    let taken = text.iter().take(most).take_while(|byte| fits(**byte)).count();
    match taken {
        _ if taken >= least => Ok(taken),
        _ if taken == text.len() => Err(Mismatch::Length),
        _ => Err(Mismatch::Shape),
    }
}

/// The bytes of a text of so many characters that can be seen or are blanks.
fn characters(text: &[u8], least: usize, most: usize) -> Result<usize, Mismatch> {
    // A character has at most four bytes.
    if text.len() < least {
        return Err(Mismatch::Length);
    }
    if text.len() > most.saturating_mul(4) {
        return Err(Mismatch::Shape);
    }
    let text = std::str::from_utf8(text).map_err(|_| Mismatch::Shape)?;
    if text.chars().any(char::is_control) {
        return Err(Mismatch::Shape);
    }
    match text.chars().count() {
        count if count < least => Err(Mismatch::Length),
        count if count > most => Err(Mismatch::Shape),
        _ => Ok(text.len()),
    }
}

/// Base64 of 8, 16, 24 or 32 bytes: so many characters, so much padding, and zeros in the bits that are left over.
fn blocks(text: &[u8]) -> Result<usize, Mismatch> {
    let (digits, zero_bits) = match text.len() {
        12 => (11, 2),
        24 => (22, 4),
        32 => (32, 0),
        44 => (43, 2),
        _ => return Err(Mismatch::Shape),
    };
    let (body, padding) = text.split_at(digits);
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let last = body.last().and_then(|byte| value(*byte)).unwrap_or(1);
    let fits = body.iter().all(|byte| value(*byte).is_some())
        && padding.iter().all(|byte| *byte == b'=')
        && last.trailing_zeros() >= zero_bits;
    if fits { Ok(text.len()) } else { Err(Mismatch::Shape) }
}

/// Share of random text of the same mask that is built so: letters (Latin, both cases) and digits at the same places,
/// signs as they are; where digits are hexadecimal, letters and digits are one class.
///
/// # Source
/// Counting: 22 of 62 letters and digits are hexadecimal digits; a letter that is fixed is one of 52, a digit one of 10.
pub const fn chance(parts: &[Part]) -> f64 {
    let mut share = 1.0;
    let mut at = 0;
    while at < parts.len() {
        share *= match parts[at] {
            Part::Lit(text) | Part::Scheme(text) => chance_of_text(text.as_bytes()),
            Part::One(texts) => {
                let (mut sum, mut one) = (0.0, 0);
                while one < texts.len() {
                    sum += chance_of_text(texts[one].as_bytes());
                    one += 1;
                }
                if sum > 1.0 { 1.0 } else { sum }
            }
            Part::Hex(least, _) => power(22.0 / 62.0, least),
            _ => 1.0,
        };
        at += 1;
    }
    share
}

const fn chance_of_text(text: &[u8]) -> f64 {
    let mut share = 1.0;
    let mut at = 0;
    while at < text.len() {
        if text[at].is_ascii_alphabetic() {
            share /= 52.0;
        } else if text[at].is_ascii_digit() {
            share /= 10.0;
        }
        at += 1;
    }
    share
}

const fn power(base: f64, exponent: usize) -> f64 {
    let mut product = 1.0;
    let mut at = 0;
    while at < exponent {
        product *= base;
        at += 1;
    }
    product
}

/// Logarithm to base 10 of the number of texts of the mask; `None` where parts are of any length. What may be left out
/// is counted as left out, and of several texts the first is counted.
pub const fn width(parts: &[Part]) -> Option<f64> {
    // Logarithms to base 10 of 62, 52 and 10: what a place can hold.
    const HEXADECIMAL: f64 = 1.792_391_689_498_254;
    const LETTER: f64 = 1.716_003_343_634_799_2;
    const DIGIT: f64 = 1.0;
    let (mut sum, mut at) = (0.0, 0);
    while at < parts.len() {
        match parts[at] {
            Part::Hex(least, most) | Part::Of(_, least, most) if least == most => sum += HEXADECIMAL * least as f64,
            Part::Digits(least, most) if least == most => sum += DIGIT * least as f64,
            Part::Lit(text) | Part::Scheme(text) | Part::One(&[text, ..]) => {
                let (text, mut place) = (text.as_bytes(), 0);
                while place < text.len() {
                    if text[place].is_ascii_alphabetic() {
                        sum += LETTER;
                    } else if text[place].is_ascii_digit() {
                        sum += DIGIT;
                    }
                    place += 1;
                }
            }
            Part::Left(_) | Part::Maybe(_) => {}
            _ => return None,
        }
        at += 1;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_and_width_are_counted() {
        assert!((chance(&[Part::Hex(2, 2)]) - (22.0_f64 / 62.0).powi(2)).abs() < 1e-12);
        assert!((chance(&[Part::One(&["$P$", "$H$"]), Part::Of(CRYPT, 31, 31)]) - 2.0 / 52.0).abs() < 1e-12);
        assert_eq!(chance(&[Part::Digits(2, 2), Part::Any(1, 9)]), 1.0);
        let both = width(&[Part::Hex(2, 2), Part::Digits(3, 3), Part::Lit("$a1")]);
        assert!((both.unwrap() - ((62.0_f64 * 62.0 * 1000.0 * 52.0 * 10.0).log10())).abs() < 1e-9, "{both:?}");
        assert_eq!(width(&[Part::Hex(32, 32), Part::Lit(":"), Part::Any(1, 64)]), None);
    }

    #[test]
    fn parts_are_read_from_left_to_right() {
        let read = |parts: &[Part], text: &str| {
            let mut out = KeyBuf::new();
            read(parts, text.as_bytes(), &mut out).map(|()| String::from_utf8(out).unwrap())
        };
        let parts = &[Part::Left("*"), Part::Hex(4, 4), Part::Maybe(&[Part::Lit(":"), Part::Any(2, 3)])];
        assert_eq!(read(parts, "*AbCd").as_deref(), Ok("abcd"));
        assert_eq!(read(parts, "abcd:їж").as_deref(), Ok("abcd:їж"));
        assert_eq!(read(parts, "abcd:ї"), Err(Mismatch::Length));
        assert_eq!(read(parts, "abc"), Err(Mismatch::Length));
        assert_eq!(read(parts, "abcx"), Err(Mismatch::Shape));
        assert_eq!(read(&[Part::Blocks], "ioxG6CatHBw=").as_deref(), Ok("ioxG6CatHBw="));
        assert_eq!(read(&[Part::Blocks], "ioxG6CatHBx="), Err(Mismatch::Shape));
        assert_eq!(read(&[Part::Scheme("{SHA}"), Part::Padding], "{sha}==").as_deref(), Ok("{SHA}=="));
        assert_eq!(read(&[Part::But(b':', 1, 3), Part::Lit(":")], "ab\u{7}:"), Err(Mismatch::Shape));
        let account = &[Part::Account(1, 20), Part::Lit(":")];
        assert!(read(account, "DOM\\іван.k:").is_ok());
        for cut in ["0;a@example.org;anna:", "1,anna:", ":", "anna"] {
            assert!(read(account, cut).is_err(), "{cut}");
        }
    }
}
