//! Number of a Telegram group or channel as the Bot API writes it: negative.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

/// The kind `telegram.chat_id`.
pub static KIND: Kind = Kind {
    id: "telegram.chat_id",
    title: "Telegram chat id (Bot API)",
    plural: "Telegram chat ids",
    sources: &[
        "core.telegram.org/bots/api, Chat",
        "core.telegram.org/api/bots/ids (-100 before channels and supergroups)",
    ],
    valid: &[
        ("-1001234567890", "-1001234567890"),
        ("-123456789", "-123456789"),
        ("−1001234567890", "-1001234567890"),
        ("-123456789.0", "-123456789"),
    ],
    invalid: &[
        ("1001234567890", Mismatch::Shape),
        ("-12345", Mismatch::Length),
        ("-12345678901234567", Mismatch::Length),
        ("-0123456789", Mismatch::Part),
        ("-100 1234567890", Mismatch::Shape),
        ("--1234567", Mismatch::Shape),
        ("-", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(13.0),
    rank: Rank::Account,
    headers: &["chatid", "telegramchatid", "tgchatid", "peerid", "channelid", "idчату", "idчата"],
    caveat: "A negative number: only a header tells this kind. A group that grows into a supergroup gets another id.",
    key,
    guise: super::Guise::Anything,
    ..Kind::COMMON
};

/// Fewest and most digits behind the minus, those of -100 included.
const DIGITS: std::ops::RangeInclusive<usize> = 6..=16;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_suffix(b".0").unwrap_or(text);
    let sign = blank::dash(text);
    let digits = &text[sign..];
    if sign == 0 || digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Mismatch::Shape);
    }
    if !DIGITS.contains(&digits.len()) {
        return Err(Mismatch::Length);
    }
    if digits.starts_with(b"0") {
        return Err(Mismatch::Part);
    }
    out.push(b'-');
    out.extend_from_slice(digits);
    Ok(())
}
