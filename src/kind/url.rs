//! Address of a page or service: scheme, host, path.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

/// The kind `url`.
pub static KIND: Kind = Kind {
    id: "url",
    title: "Address of a page or service (URL)",
    plural: "URLs",
    sources: &[
        "RFC 3986, section 3 (parts), section 6.2.2.1 (case of scheme and host)",
        "Android asset links (android://hash@package/)",
    ],
    valid: &[
        ("https://example.com/a?b=c", "https://example.com/a?b=c"),
        ("HTTPS://Example.COM/A?b=C", "https://example.com/A?b=C"),
        ("http://example.com/", "http://example.com"),
        ("http://example.com", "http://example.com"),
        ("http://User@Example.com:8080/x", "http://User@example.com:8080/x"),
        ("android://abc==@com.example.app/", "android://abc==@com.example.app"),
        ("https://приклад.укр/сторінка", "https://приклад.укр/сторінка"),
    ],
    invalid: &[
        ("http//example.com", Mismatch::Shape),
        ("example.com", Mismatch::Shape),
        ("https://", Mismatch::Part),
        ("https:///a", Mismatch::Part),
        ("1http://example.com", Mismatch::Shape),
        ("https://exa mple.com", Mismatch::Shape),
        ("a b://example.com", Mismatch::Shape),
        ("mailto:user@example.com", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of all texts with three ASCII signs (32) where `://` stands. A letter must begin it, which is left out of account.
    chance: 3.1e-5,
    width: None,
    rank: Rank::Attribute,
    headers: &[
        "url",
        "website",
        "link",
        "host",
        "site",
        "originurl",
        "href",
        "homepage",
        "profileurl",
        "photourl",
        "avatarurl",
        "посилання",
        "сайт",
        "ссылка",
    ],
    caveat: "Scheme and host are written small and a lone slash behind the host is left out; all else is kept as written, so \
             that two spellings of one page can be two keys.",
    key,
    ..Kind::COMMON
};

/// Most bytes of an address.
const BYTES_MOST: usize = 4096;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let end = memchr::memchr(b':', text).ok_or(Mismatch::Shape)?;
    let (scheme, rest) = (&text[..end], text[end..].strip_prefix(b"://").ok_or(Mismatch::Shape)?);
    let named = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-');
    if !scheme.first().is_some_and(u8::is_ascii_alphabetic) || !scheme.iter().all(named) || text.len() > BYTES_MOST {
        return Err(Mismatch::Shape);
    }
    let gaps = |at: usize| blank::gap(&rest[at..]) > 0;
    if std::str::from_utf8(rest).is_err() || (0..rest.len()).any(gaps) || rest.iter().any(u8::is_ascii_control) {
        return Err(Mismatch::Shape);
    }
    let path = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(path);
    let host = memchr::memrchr(b'@', authority).map_or(0, |at| at + 1);
    if authority.len() == host {
        return Err(Mismatch::Part);
    }
    out.extend(scheme.iter().map(u8::to_ascii_lowercase));
    out.extend_from_slice(b"://");
    out.extend_from_slice(&authority[..host]);
    out.extend(authority[host..].iter().map(u8::to_ascii_lowercase));
    if path != b"/" {
        out.extend_from_slice(path);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_that_of_three_signs() {
        assert!((32.0_f64.powi(-3) / KIND.chance - 1.0).abs() < 0.02);
    }
}
