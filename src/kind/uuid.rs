//! Universally unique identifier: thirty-two hexadecimal digits in five groups.

use super::check::chance::are_most;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Sign};

/// The kind `uuid`.
pub static KIND: Kind = Kind {
    id: "uuid",
    title: "Universally unique identifier (UUID, GUID)",
    plural: "UUIDs",
    sources: &["RFC 9562 (versions 1 to 8, variant 10)"],
    valid: &[
        ("123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
        ("123E4567-E89B-12D3-A456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
        ("{123e4567-e89b-12d3-a456-426614174000}", "123e4567-e89b-12d3-a456-426614174000"),
        ("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"),
        ("919108f7-52d1-4320-9bac-f847db4148a8", "919108f7-52d1-4320-9bac-f847db4148a8"),
        ("919108F752D143209BACF847DB4148A8", "919108f7-52d1-4320-9bac-f847db4148a8"),
    ],
    invalid: &[
        ("123e4567-e89b-92d3-a456-426614174000", Mismatch::Part),
        ("123e4567-e89b-12d3-0456-426614174000", Mismatch::Part),
        ("00000000-0000-0000-0000-000000000000", Mismatch::Part),
        ("123e4567-e89b-12d3-a456-42661417400", Mismatch::Length),
        ("123e4567-e89b-12d3-a456-4266141740000", Mismatch::Length),
        ("123e4567e89b12d3a456426614174000", Mismatch::Shape),
        ("123e4567-e89b-12d3-a456-42661417400g", Mismatch::Shape),
        ("123e-4567-e89b-12d3-a456-426614174000", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Thirty digits, each 10 of 16 a digit or 6 of 16 a letter that must be one of six; eight of ten versions; the variant
    // two of ten digits or two of 26 letters.
    chance: 4.1e-6,
    // 122 bits.
    width: Some(36.7),
    rank: Rank::Account,
    headers: &["uuid", "guid", "deviceuuid", "useruuid", "externalid", "requestid"],
    caveat: "The name of a record in one system. Without hyphens only version 4 is \
             read: one MD5 in 64 looks so too, so that a whole column tells. Versions 1, 6 and 7 hold the \
             time at which they were made.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    shows: Some(|cells| {
        // One hash in 64 has the digits of version and variant by chance: as many as decide a kind never have.
        let versioned = cells.iter().filter(|cell| key(cell, Region::Unknown, &mut KeyBuf::new()).is_ok()).count();
        if are_most(versioned, cells.len()) { Sign::Proof } else { Sign::Nothing }
    }),
    ..Kind::COMMON
};

/// Bytes of a key.
const BYTES: usize = 36;

/// Places of the hyphens.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

fn judge(text: &[u8; BYTES]) -> Result<(), Mismatch> {
    for (place, byte) in text.iter().enumerate() {
        if HYPHENS.contains(&place) != (*byte == b'-') || *byte != b'-' && !byte.is_ascii_hexdigit() {
            return Err(Mismatch::Shape);
        }
    }
    let versioned = (b'1'..=b'8').contains(&text[14]);
    let varied = matches!(text[19].to_ascii_lowercase(), b'8' | b'9' | b'a' | b'b');
    if versioned && varied { Ok(()) } else { Err(Mismatch::Part) }
}

fn is_canonical(text: &[u8]) -> bool {
    <&[u8; BYTES]>::try_from(text).is_ok_and(|text| judge(text).is_ok() && !text.iter().any(u8::is_ascii_uppercase))
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_prefix(b"{").and_then(|rest| rest.strip_suffix(b"}")).unwrap_or(text);
    let head = text.get(..9).is_some_and(|head| head.eq_ignore_ascii_case(b"urn:uuid:"));
    let text = if head { &text[9..] } else { text };
    let Ok(whole) = <&[u8; BYTES]>::try_from(text) else {
        if let Some(joined) = without_hyphens(text) {
            out.extend_from_slice(&joined);
            return Ok(());
        }
        let shaped = text.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'-');
        let hyphens = text.iter().filter(|byte| **byte == b'-').count() == HYPHENS.len();
        return Err(if shaped && hyphens { Mismatch::Length } else { Mismatch::Shape });
    };
    judge(whole)?;
    out.extend(whole.iter().map(u8::to_ascii_lowercase));
    Ok(())
}

/// The key of version 4 without hyphens: 32 hexadecimal digits, the 13th a 4, the 17th of the variant.
fn without_hyphens(text: &[u8]) -> Option<[u8; BYTES]> {
    let digits = <&[u8; BYTES - HYPHENS.len()]>::try_from(text).ok()?;
    if digits[12] != b'4' {
        return None;
    }
    let mut whole = [b'-'; BYTES];
    let places = (0..BYTES).filter(|place| !HYPHENS.contains(place));
    places.zip(digits).for_each(|(place, digit)| whole[place] = digit.to_ascii_lowercase());
    judge(&whole).is_ok().then_some(whole)
}

/// Seconds from 1582-10-15 to 1970-01-01.
///
/// # Source
/// RFC 9562, section 5.1.
const GREGORIAN_SECONDS: u64 = 12_219_292_800;

/// Mean seconds of a Gregorian year: 365.2425 days.
const YEAR_SECONDS: u64 = 31_556_952;

/// The year in which it was made, where the version holds the time.
fn facts(key: &[u8]) -> Facts {
    let field = |from: usize, to: usize| {
        key.get(from..to)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u64::from_str_radix(digits, 16).ok())
    };
    let seconds = || -> Option<u64> {
        let (first, second, third) = (field(0, 8)?, field(9, 13)?, field(15, 18)?);
        match key.get(14)? {
            b'1' => ((third << 48 | second << 32 | first) / 10_000_000).checked_sub(GREGORIAN_SECONDS),
            b'6' => ((first << 28 | second << 12 | third) / 10_000_000).checked_sub(GREGORIAN_SECONDS),
            b'7' => Some((first << 16 | second) / 1000),
            _ => None,
        }
    };
    let year = seconds().map(|seconds| 1970 + seconds / YEAR_SECONDS);
    // Later years are no times of making but chance.
    Facts { year: year.filter(|year| *year < 2100).and_then(|year| u16::try_from(year).ok()), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_with_a_time_hold_the_year() {
        // Those of RFC 9562, appendix A: 2022-02-22.
        assert_eq!(facts(b"c232ab00-9414-11ec-b3c8-9f6bdeced846").year, Some(2022));
        assert_eq!(facts(b"1ec9414c-232a-6b00-b3c8-9f6bdeced846").year, Some(2022));
        assert_eq!(facts(b"017f22e2-79b0-7cc3-98c4-dc0c0c07398f").year, Some(2022));
        assert_eq!(facts(b"919108f7-52d1-4320-9bac-f847db4148a8").year, None);
        assert_eq!(facts(b"x"), Facts::default());
    }

    #[test]
    fn chance_is_that_of_thirty_digits_and_five_bits() {
        let digit: f64 = 10.0 / 16.0 + 6.0 / 16.0 * 6.0 / 26.0;
        // 8 and 9 of the digits, a and b of the letters.
        let variant = 0.5 * 2.0 / 10.0 + 0.5 * 2.0 / 26.0;
        let chance = digit.powi(30) * 0.8 * variant;
        assert!((chance / KIND.chance - 1.0).abs() < 0.02, "{chance}");
    }
}
