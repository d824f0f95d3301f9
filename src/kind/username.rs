//! Name under which somebody signs in to some system.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `username`.
pub static KIND: Kind = Kind {
    id: "username",
    title: "User name",
    plural: "user names",
    sources: &["general: the characters that most systems allow (POSIX portable user names: letters, digits, . _ -)"],
    valid: &[
        ("john_doe", "john_doe"),
        ("User.Name-99", "user.name-99"),
        ("x1", "x1"),
        ("_test_", "_test_"),
        ("@example", "example"),
    ],
    invalid: &[
        ("a b", Mismatch::Shape),
        ("user@example.com", Mismatch::Shape),
        ("іван", Mismatch::Shape),
        ("123456", Mismatch::Shape),
        ("a", Mismatch::Length),
        ("abcdefghijabcdefghijabcdefghijabcdefghija", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: None,
    rank: Rank::Attribute,
    headers: &[
        "username",
        "login",
        "user",
        "nick",
        "nickname",
        "screenname",
        "loginname",
        "userlogin",
        "account",
        "accountname",
        "логін",
        "нік",
        "користувач",
        "імякористувача",
        "логин",
        "ник",
        "никнейм",
        "пользователь",
        "имяпользователя",
    ],
    caveat: "Any word of Latin letters passes: only a header tells this kind. One name on two systems need not be one person. \
             Names of digits alone are not taken.",
    key,
    guise: super::Guise::Word,
    ..Kind::COMMON
};

/// Fewest and most characters.
const CHARACTERS: std::ops::RangeInclusive<usize> = 2..=40;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_prefix(b"@").unwrap_or(text);
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    if !text.iter().all(fits) || !text.iter().any(u8::is_ascii_alphabetic) {
        return Err(Mismatch::Shape);
    }
    if !CHARACTERS.contains(&text.len()) {
        return Err(Mismatch::Length);
    }
    out.extend(text.iter().map(u8::to_ascii_lowercase));
    Ok(())
}
