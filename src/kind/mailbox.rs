//! Which addresses are one mailbox: dots, tags behind a plus sign and domains that providers do not tell apart.

use super::{KeyBuf, Wider};

/// The wider key of `email`.
pub const MAILBOX: Wider = Wider {
    id: "email.mailbox",
    title: "Addresses of one mailbox",
    caveat: "What a provider does may change, and a domain of one's own may be served by any of them: the strict key is \
             counted first, this one explains near misses. A tag behind + is left out at every domain but those whose \
             providers are known to count it.",
    sources: &[
        "RFC 5233 (subaddressing: the part behind a plus sign)",
        "Help pages of Gmail (dots, googlemail.com), Yandex (dots and hyphens, one mailbox under all its domains), Proton \
         (dots, hyphens, underscores; proton.me, protonmail.com, pm.me), iCloud (icloud.com, me.com, mac.com): as \
         commonly described, unconfirmed",
    ],
    same: &[
        ("first.last+news@gmail.com", "firstlast@googlemail.com"),
        ("first-last@ya.ru", "first.last+x@yandex.ua"),
        ("fi_rst.last@pm.me", "first-last@protonmail.com"),
        ("user@me.com", "user+shop@icloud.com"),
        ("user+shop@example.com", "user@example.com"),
    ],
    unlike: &[
        ("first.last@example.com", "firstlast@example.com"),
        ("user@mail.ru", "user@bk.ru"),
        ("user@hotmail.com", "user@outlook.com"),
        ("first_last@yandex.ru", "first-last@yandex.ru"),
        ("+380671234567@example.com", "user@example.com"),
    ],
    key,
    needed: None,
};

/// What a provider does with an address.
struct Provider {
    domains: &'static [&'static [u8]],
    /// Characters of the local part that count for nothing.
    ignored: &'static [u8],
    /// Whether a dot is a hyphen.
    dot_is_hyphen: bool,
}

/// Providers that tell fewer addresses apart than are written; the first domain stands in the key.
const PROVIDERS: [Provider; 4] = [
    Provider { domains: &[b"gmail.com", b"googlemail.com"], ignored: b".", dot_is_hyphen: false },
    Provider {
        domains: &[b"yandex.ru", b"ya.ru", b"yandex.com", b"yandex.ua", b"yandex.by", b"yandex.kz", b"narod.ru"],
        ignored: b"",
        dot_is_hyphen: true,
    },
    Provider { domains: &[b"proton.me", b"protonmail.com", b"pm.me"], ignored: b".-_", dot_is_hyphen: false },
    Provider { domains: &[b"icloud.com", b"me.com", b"mac.com"], ignored: b"", dot_is_hyphen: false },
];

/// Where the tag of a local part begins: at the first plus sign that is not its first character.
fn tag_at(local: &[u8]) -> Option<usize> {
    memchr::memchr(b'+', local.get(1..)?).map(|at| at + 1)
}

/// The tag of a strict key, without the plus sign; `None` where it has none.
pub fn tag(address: &[u8]) -> Option<&[u8]> {
    let local = &address[..memchr::memrchr(b'@', address)?];
    Some(&local[tag_at(local)? + 1..])
}

fn key(address: &[u8], out: &mut KeyBuf) -> bool {
    let Some(at) = memchr::memrchr(b'@', address) else { return false };
    let (local, domain) = (&address[..at], &address[at + 1..]);
    let local = &local[..tag_at(local).unwrap_or(local.len())];
    out.clear();
    let Some(provider) = PROVIDERS.iter().find(|provider| provider.domains.contains(&domain)) else {
        out.extend_from_slice(local);
        out.extend_from_slice(&address[at..]);
        return true;
    };
    out.extend(local.iter().filter(|byte| !provider.ignored.contains(byte)).map(|&byte| match byte {
        b'.' if provider.dot_is_hyphen => b'-',
        byte => byte,
    }));
    if out.is_empty() {
        // Nothing but dots: no mailbox.
        return false;
    }
    out.push(b'@');
    out.extend_from_slice(provider.domains[0]);
    true
}

/// Services that people name in tags, one a line, sorted: a tag is shown only if it is one of them and many rows have it.
const SERVICES: &str = include_str!("tag_services.txt");

/// The listed service that a tag is, if it is one.
pub fn service(tag: &[u8]) -> Option<&'static str> {
    SERVICES.lines().find(|service| service.as_bytes() == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_and_only_known_words_are_told() {
        assert_eq!(tag(b"user+facebook@example.com"), Some(&b"facebook"[..]));
        assert_eq!(tag(b"user+a+b@example.com"), Some(&b"a+b"[..]));
        assert_eq!((tag(b"user@example.com"), tag(b"+user@example.com"), tag(b"user+")), (None, None, None));
        assert_eq!((service(b"facebook"), service(b"ivan"), service(b"")), (Some("facebook"), None, None));
    }

    #[test]
    fn dots_alone_are_no_mailbox() {
        let mut out = KeyBuf::new();
        assert!(!key(b"..@gmail.com", &mut out));
        assert!(!key(b"no address", &mut out));
        assert!(key(b"a@b.example.com", &mut out));
        assert_eq!(out, b"a@b.example.com");
    }
}
