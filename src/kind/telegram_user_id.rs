//! Number of a Telegram account.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `telegram.user_id`.
pub static KIND: Kind = Kind {
    id: "telegram.user_id",
    title: "Telegram user id",
    plural: "Telegram user ids",
    sources: &[
        "core.telegram.org/bots/api, User (at most 52 significant bits)",
        "telegramdesktop/tdesktop, JSON export (user123456789)",
    ],
    valid: &[
        ("123456789", "123456789"),
        ("5123456789", "5123456789"),
        ("user123456789", "123456789"),
        ("123456789.0", "123456789"),
    ],
    invalid: &[
        ("1234", Mismatch::Length),
        ("51234567890", Mismatch::Length),
        ("0123456789", Mismatch::Part),
        ("-5", Mismatch::Shape),
        ("5.12E+09", Mismatch::Shape),
        ("123 456 789", Mismatch::Shape),
        ("username", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(10.0),
    rank: Rank::Account,
    headers: &[
        "tgid",
        "telegramid",
        "telegramuserid",
        "fromid",
        "tguserid",
        "idтелеграм",
        "idтелеграма",
        "телеграмid",
        "idтг",
    ],
    caveat: "A bare number: only a header tells this kind. Ids grow with the time of registration.",
    key,
    guise: super::Guise::Anything,
    // Ids are given out one after the other: whoever goes through them hits somebody's.
    series: Some(Series { prefix_bytes: 0, tail_bytes: 0, reseal: |key| !key.starts_with(b"0") }),
    ..Kind::COMMON
};

/// Fewest and most digits.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=10;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_suffix(b".0").unwrap_or(text);
    let digits = text.strip_prefix(b"user").unwrap_or(text);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Mismatch::Shape);
    }
    if !DIGITS.contains(&digits.len()) {
        return Err(Mismatch::Length);
    }
    if digits.starts_with(b"0") {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(digits);
    Ok(())
}
