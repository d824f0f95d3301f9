//! E-mail address.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::{blank, cyrillic};

/// The kind `email`.
pub static KIND: Kind = Kind {
    id: "email",
    title: "E-mail address",
    plural: "e-mail addresses",
    sources: &[
        "WHATWG HTML, section Email state (characters of the local part, labels of the domain)",
        "RFC 5321, section 4.5.3.1.3 (254 characters), RFC 6531 (addresses beyond ASCII)",
    ],
    valid: &[
        ("a@example.com", "a@example.com"),
        ("First.Last+Tag@Example.COM", "first.last+tag@example.com"),
        ("mailto:user@example.org", "user@example.org"),
        ("<User@Example.org>;", "user@example.org"),
        ("Ім'я <a@example.com>", "a@example.com"),
        ("\"User, A.\" <a@example.com>,", "a@example.com"),
        ("usеr@ехample.оrg", "user@example.org"),
        ("ІВАН@Приклад.РФ", "іван@приклад.рф"),
        ("іван@example.com", "іван@example.com"),
        ("user\u{200B}@example.com.", "user@example.com"),
        ("user@mail-1.example.co.uk", "user@mail-1.example.co.uk"),
        ("user@xn--e1afmkfd.xn--p1ai", "user@xn--e1afmkfd.xn--p1ai"),
    ],
    invalid: &[
        ("a@b", Mismatch::Part),
        ("a@example..com", Mismatch::Part),
        ("a@-example.com", Mismatch::Part),
        ("a@example.c", Mismatch::Part),
        ("a@127.0.0.1", Mismatch::Part),
        ("@example.com", Mismatch::Part),
        ("a@@example.com", Mismatch::Shape),
        ("a b@example.com", Mismatch::Shape),
        ("a,b@example.com", Mismatch::Shape),
        ("a@exa_mple.com", Mismatch::Shape),
        ("Ім'я <a>", Mismatch::Shape),
        ("example.com", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00024,
    rank: Rank::Email,
    headers: &[
        "email",
        "почтасы",
        "электрондукпочта",
        "электрондукпочтасы",
        "emailaddress",
        "mail",
        "emails",
        "useremail",
        "login",
        "epost",
        "елпошта",
        "пошта",
        "електроннапошта",
        "електроннаадреса",
        "имейл",
        "емейл",
        "почта",
        "элпочта",
        "электроннаяпочта",
        "мейл",
        "емайл",
    ],
    caveat: "Domains beyond ASCII are kept as written (U-labels): their xn-- form is another key. Dots and +tags \
             that some providers ignore are kept, so that no two addresses are made one: addresses of one mailbox \
             are counted beside it, as email.mailbox.",
    canonical: Some(is_canonical),
    key,
    wider: &[super::mailbox::MAILBOX],
    filler: Some(is_filler),
    ..Kind::COMMON
};

/// Most bytes of an address.
const BYTES_MOST: usize = 254;

/// Marks of a byte: what it is not allowed to be.
const NOT_LOCAL: u8 = 1;
const NOT_DOMAIN: u8 = 2;
const UPPER: u8 = 4;
const WIDE: u8 = 8;
const DIGIT: u8 = 16;

static MARKS: [u8; 256] = {
    let mut table = [NOT_LOCAL | NOT_DOMAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'-' | b'.' => 0,
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' => UPPER,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => NOT_DOMAIN,
            0x80.. => WIDE,
            _ => NOT_LOCAL | NOT_DOMAIN,
        };
        byte += 1;
    }
    table
};

/// All marks of a text at once.
#[inline]
fn marks(text: &[u8]) -> u8 {
    text.iter().fold(0, |marks, &byte| marks | MARKS[usize::from(byte)])
}

fn is_canonical(text: &[u8]) -> bool {
    let Some(at) = memchr::memchr(b'@', text) else { return false };
    let (local, domain) = (&text[..at], &text[at + 1..]);
    text.len() <= BYTES_MOST
        && bare(text).len() == text.len()
        && marks(local) & (NOT_LOCAL | UPPER | WIDE) == 0
        && !local.is_empty()
        && (is_common(domain) || (marks(domain) & (NOT_DOMAIN | UPPER | WIDE) == 0 && is_domain(domain)))
}

/// No name that is filled in is longer.
const FILLER_BYTES_MOST: usize = 16;

/// Whether nobody has the address: its name says that there is none, or is the name of its domain (`test@test.com`), or the
/// first user of a domain for examples. Other names may be anybody's.
///
/// # Source
/// Own list: what stands in the field of an address that may not be left empty. RFC 2606: example.com, .net, .org and the
/// ends `.test`, `.example`, `.invalid`.
fn is_filler(key: &[u8]) -> bool {
    let start = &key[..key.len().min(FILLER_BYTES_MOST + 1)];
    let Some(at) = memchr::memchr(b'@', start) else { return false };
    let (name, domain) = (&key[..at], &key[at + 1..]);
    let of_examples = || {
        domain.starts_with(b"example.")
            || [b".test".as_slice(), b".example", b".invalid"].iter().any(|end| domain.ends_with(end))
    };
    let namesake = |rest: &[u8]| rest.starts_with(b".") && NAMELESS.contains(&name);
    domain.strip_prefix(name).is_some_and(namesake)
        || match name {
            b"noemail" | b"no-email" | b"no_email" | b"no.email" | b"nomail" | b"no-mail" | b"no_mail" => true,
            b"noreply" | b"no-reply" | b"no_reply" | b"donotreply" | b"withoutemail" | b"undefined" => true,
            b"admin" | b"user" | b"mail" | b"email" | b"name" | b"info" | b"root" | b"example" | b"test" => {
                of_examples()
            }
            _ => false,
        }
}

/// Names that are filled in with a domain of the same name.
const NAMELESS: [&[u8]; 10] =
    [b"no", b"na", b"net", b"test", b"none", b"null", b"asdf", b"fake", b"qwerty", b"unknown"];

/// Whether the domain is one of a few that most addresses of this part of the world have. They need not be looked at letter
/// by letter, which is a third of what an address costs.
fn is_common(domain: &[u8]) -> bool {
    match domain.len() {
        4 => domain == b"i.ua",
        5 => domain == b"bk.ru",
        7 => matches!(domain, b"ukr.net" | b"meta.ua" | b"mail.ru" | b"list.ru"),
        8 => domain == b"inbox.ru",
        9 => matches!(domain, b"gmail.com" | b"yahoo.com" | b"yandex.ru" | b"yandex.ua"),
        10 => matches!(domain, b"bigmir.net" | b"icloud.com" | b"rambler.ru"),
        11 => matches!(domain, b"hotmail.com" | b"outlook.com"),
        _ => false,
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = bare(text);
    let at = memchr::memchr(b'@', text).ok_or(Mismatch::Shape)?;
    if text.len() > 2 * BYTES_MOST {
        return Err(Mismatch::Length);
    }
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let (local_marks, domain_marks) = (marks(local), marks(domain));
    if local_marks & NOT_LOCAL | domain_marks & NOT_DOMAIN != 0 {
        return Err(Mismatch::Shape);
    }
    if (local_marks | domain_marks) & WIDE == 0 {
        out.extend_from_slice(text);
        out.make_ascii_lowercase();
        return judge(&out[..at], &out[at + 1..]);
    }
    let latin = text.iter().any(u8::is_ascii_alphabetic);
    widen(local, latin, out)?;
    let at = out.len();
    out.push(b'@');
    widen(domain, latin, out)?;
    judge(&out[..at], &out[at + 1..])
}

/// Checks both parts as they will stand in the key, of characters known to be allowed.
#[inline]
fn judge(local: &[u8], domain: &[u8]) -> Result<(), Mismatch> {
    if local.len() + 1 + domain.len() > BYTES_MOST {
        Err(Mismatch::Length)
    } else if local.is_empty() || !is_domain(domain) {
        Err(Mismatch::Part)
    } else {
        Ok(())
    }
}

/// The address without what often stands around it: `mailto:`, angle brackets with a name before them, quotes, blanks;
/// punctuation behind it.
fn bare(mut text: &[u8]) -> &[u8] {
    loop {
        text = match text {
            [rest @ .., b'>'] => &rest[memchr::memrchr(b'<', rest).map_or(0, |at| at + 1)..],
            [rest @ .., b';' | b',' | b'.'] => rest,
            [b'<' | b'"' | b'\'', rest @ ..] => rest,
            [rest @ .., b'"' | b'\''] => rest,
            [b'm' | b'M', ..] if text.len() > 7 && text[..7].eq_ignore_ascii_case(b"mailto:") => &text[7..],
            [b' ' | b'\t' | 0x80.., ..] | [.., b' ' | b'\t' | 0x80..] => match blank::trim(text) {
                trimmed if trimmed.len() < text.len() => trimmed,
                _ => return text,
            },
            _ => return text,
        };
    }
}

/// At least two labels of the right form, the last one of at least two letters. Bytes beyond ASCII are taken for
/// letters.
#[inline]
fn is_domain(domain: &[u8]) -> bool {
    let mut top = None;
    let mut last = b'.';
    for (at, &byte) in domain.iter().enumerate() {
        // A label neither begins nor ends with a hyphen, and is never empty.
        if (byte == b'.' && matches!(last, b'.' | b'-')) || (byte == b'-' && last == b'.') {
            return false;
        }
        if byte == b'.' {
            top = Some(at + 1);
        }
        last = byte;
    }
    last != b'-' && top.is_some_and(|top| is_top(&domain[top..]))
}

/// Whether a label can be a top-level domain: letters, or the ASCII form of letters beyond ASCII.
///
/// # Source
/// RFC 3696, section 2 (not all digits), ICANN's root zone (letters alone, two or more, or `xn--`).
fn is_top(label: &[u8]) -> bool {
    let letters = marks(label) & DIGIT == 0 && !label.contains(&b'-');
    if label.is_ascii() {
        label.len() >= 2 && (letters || label.starts_with(b"xn--"))
    } else {
        // Two characters beyond ASCII take at least four bytes.
        label.len() >= 3 && letters
    }
}

/// Writes a part that is not all ASCII in lower case, without invisible characters. Cyrillic letters become the Latin
/// ones that they look like, if all of them do and the address has Latin letters: typed by hand, not meant. A part
/// without a Latin letter of its own is a Cyrillic word, unless its small letters look alike too (`оса`, not `нет`).
#[cold]
fn widen(part: &[u8], latin: bool, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = simdutf8::basic::from_utf8(part).map_err(|_| Mismatch::Shape)?;
    let wide = || part.iter().enumerate().filter(|(_, byte)| **byte >= 0xC0);
    let invisible = |at: usize| blank::gap(&part[at..]) > 0;
    let twin = |at: usize| match part[at..] {
        [lead, next, ..] if cyrillic::is_pair(lead, next) => cyrillic::LATIN[usize::from(cyrillic::cell(lead, next))],
        _ => 0,
    };
    let twins = if part.iter().any(u8::is_ascii_alphabetic) { &b"abcehikmoptxysj"[..] } else { b"aceiopxysj" };
    let fold = latin && wide().all(|(at, _)| twins.contains(&twin(at).to_ascii_lowercase()) || invisible(at));
    let mut bytes = [0; 4];
    for (at, character) in text.char_indices() {
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase() as u8);
        } else if invisible(at) {
            if character.is_whitespace() {
                return Err(Mismatch::Shape);
            }
        } else if fold {
            out.push(twin(at).to_ascii_lowercase());
        } else if character.is_alphanumeric() || is_mark(character) {
            for lower in character.to_lowercase() {
                // The Kelvin sign and İ become ASCII letters: nobody's address has them.
                if lower.is_ascii() {
                    return Err(Mismatch::Shape);
                }
                out.extend_from_slice(lower.encode_utf8(&mut bytes).as_bytes());
            }
        } else {
            return Err(Mismatch::Shape);
        }
    }
    Ok(())
}

/// Combining marks U+0300..U+036F, which belong to the letter before them.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::Draw;

    fn spelled(text: &str) -> Result<String, Mismatch> {
        crate::kind::tests::spelled(&KIND, text)
    }

    #[test]
    fn the_longest_address_and_one_more() {
        let longest = format!("{}@example.com", "a".repeat(BYTES_MOST - 12));
        assert_eq!(spelled(&longest).as_deref(), Ok(longest.as_str()));
        assert_eq!(spelled(&format!("a{longest}")), Err(Mismatch::Length));
        assert_eq!(spelled(&format!("{}@example.com", "a".repeat(10_000))), Err(Mismatch::Length));
    }

    #[test]
    fn words_of_another_alphabet_are_not_folded() {
        // Half of its letters have no Latin twin: a Cyrillic word on purpose.
        assert_eq!(spelled("Пошта@example.com").as_deref(), Ok("пошта@example.com"));
        // No Latin letter anywhere: a Cyrillic address on purpose.
        assert_eq!(spelled("ОСА@рос.сом").as_deref(), Ok("оса@рос.сом"));
        assert_eq!(spelled("ОСА@site.com").as_deref(), Ok("oca@site.com"));
        assert_eq!(spelled("jürgen@Größe.de").as_deref(), Ok("jürgen@größe.de"));
    }

    #[test]
    fn common_domains_are_domains() {
        let common = "i.ua bk.ru ukr.net meta.ua mail.ru list.ru inbox.ru gmail.com yahoo.com yandex.ru yandex.ua \
                      bigmir.net icloud.com rambler.ru hotmail.com outlook.com";
        for domain in common.split(' ') {
            assert!(is_common(domain.as_bytes()) && is_domain(domain.as_bytes()), "{domain}");
            assert!(is_canonical(format!("a.b@{domain}").as_bytes()), "{domain}");
            let spoilt = domain.replace('.', "-");
            assert!(!is_common(spoilt.as_bytes()) && !is_canonical(format!("a@{spoilt}").as_bytes()), "{domain}");
            assert!(!is_canonical(format!("A@{domain}").as_bytes()) && !is_canonical(format!("@{domain}").as_bytes()));
        }
    }

    /// Share of random text of the right shape that passes: 20 printable characters with one @ among them, not at an
    /// end.
    #[test]
    fn chance_is_the_share_of_random_text_around_an_at_sign() {
        let mut draw = Draw::new(20_260_103);
        let mut passed = 0_u32;
        for _ in 0..2_000_000 {
            let mut text = [0_u8; 20];
            // Printable ASCII less @ itself.
            text.fill_with(|| match b'!' + draw.below(93) as u8 {
                byte if byte >= b'@' => byte + 1,
                byte => byte,
            });
            text[1 + draw.below(18) as usize] = b'@';
            let mut out = KeyBuf::new();
            passed += u32::from(key(&text, Region::Unknown, &mut out).is_ok());
        }
        let share = f64::from(passed) / 2e6;
        assert!((share - KIND.chance).abs() < 0.00004, "{share}");
    }
}
