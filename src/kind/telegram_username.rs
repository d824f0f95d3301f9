//! Public name of a Telegram account, group or channel.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `telegram.username`.
pub static KIND: Kind = Kind {
    id: "telegram.username",
    title: "Telegram user name",
    plural: "Telegram user names",
    sources: &["core.telegram.org/method/account.checkUsername (a-z, 0-9, _; 5 to 32 characters)", "fragment.com (4)"],
    valid: &[
        ("@example_user", "example_user"),
        ("Example_User", "example_user"),
        ("https://t.me/example_user", "example_user"),
        ("t.me/example_user/", "example_user"),
        ("telegram.me/Example1", "example1"),
        ("@abcd", "abcd"),
    ],
    invalid: &[
        ("@ab", Mismatch::Length),
        ("@abcdefghijabcdefghijabcdefghijabc", Mismatch::Length),
        ("@1abcd", Mismatch::Shape),
        ("@example user", Mismatch::Shape),
        ("t.me/+abcdefgh", Mismatch::Shape),
        ("t.me/joinchat/abcdefgh", Mismatch::Shape),
        ("example-user", Mismatch::Shape),
        ("123456789", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: None,
    rank: Rank::Account,
    headers: &[
        "username",
        "telegram",
        "tg",
        "tgusername",
        "telegramusername",
        "tgnick",
        "телеграм",
        "юзернейм",
        "нік",
        "ник",
        "никтелеграм",
        "телега",
    ],
    caveat: "Any word of Latin letters passes: only a header or the sign @ tells this kind. Names are given up and taken by \
             others; the numeric id is not.",
    key,
    beside: &["telegram.user_id"],
    guise: super::Guise::Word,
    ..Kind::COMMON
};

/// Fewest and most characters.
const CHARACTERS: std::ops::RangeInclusive<usize> = 4..=32;

/// What may stand before a name: addresses of its page.
const PAGES: [&[u8]; 3] = [b"t.me/", b"telegram.me/", b"telegram.dog/"];

/// `text` without the page's address, if it has one.
fn bare(text: &[u8]) -> &[u8] {
    let starts =
        |text: &[u8], head: &[u8]| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    let schemes: [&[u8]; 2] = [b"https://", b"http://"];
    let host = schemes.iter().find(|scheme| starts(text, scheme)).map_or(text, |scheme| &text[scheme.len()..]);
    match PAGES.iter().find(|page| starts(host, page)) {
        Some(page) => host[page.len()..].strip_suffix(b"/").unwrap_or(&host[page.len()..]),
        None => text.strip_prefix(b"@").unwrap_or(text),
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let name = bare(text);
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    if !name.first().is_some_and(u8::is_ascii_alphabetic) || !name.iter().all(fits) {
        return Err(Mismatch::Shape);
    }
    if !CHARACTERS.contains(&name.len()) {
        return Err(Mismatch::Length);
    }
    out.extend(name.iter().map(u8::to_ascii_lowercase));
    Ok(())
}
