//! Number of a Telegram group or channel as the Bot API writes it: negative.

use super::check::chance::are_most;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Sign};
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
    caveat: "A negative number: only a header tells this kind, or that nearly all begin with -100 and have ten digits behind it, as \
             those of channels and large groups. A group that grows into a supergroup gets another id.",
    key,
    shows: Some(are_channels),
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

/// Whether most are numbers of channels and large groups: -100 and ten digits, which one in ten thousand negative numbers of
/// thirteen digits has.
///
/// # Source
/// core.telegram.org/api/bots/ids: such a number is -1000000000000 less that of the channel, which is at most 997852516352.
fn are_channels(cells: &[&[u8]]) -> Sign {
    let mut out = KeyBuf::new();
    let mut is_channel = |cell: &&&[u8]| {
        out.clear();
        key(cell, Region::Unknown, &mut out).is_ok()
            && out.strip_prefix(b"-100").is_some_and(|rest| rest.len() == CHANNEL_DIGITS && !rest.starts_with(b"0"))
    };
    let channels = cells.iter().filter(&mut is_channel).count();
    if are_most(channels, cells.len()) { Sign::Proof } else { Sign::Nothing }
}

/// Digits of a channel's own number.
const CHANNEL_DIGITS: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::shown;

    #[test]
    fn channels_are_known_by_what_stands_before_their_numbers() {
        assert_eq!(shown(&KIND, 60, |draw| format!("-100{}", 1_000_000_000 + draw.below(1_500_000_000))), Sign::Proof);
        assert_eq!(
            shown(&KIND, 60, |draw| format!("-{}", 1_000_000_000_000 + draw.below(8_000_000_000_000))),
            Sign::Nothing
        );
        assert_eq!(shown(&KIND, 60, |draw| format!("-{}", 1_000_000 + draw.below(99_000_000))), Sign::Nothing);
    }
}
