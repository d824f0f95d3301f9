//! Numbers as people write them.

/// A count of records, at least 1: `26000000`, `26_000_000`, `26,000,000`, `26 000 000`, `26M`, `6.5M`, `500k`, `2.9B`.
///
/// # Errors
/// Anything else, with what would be right. `26,5` is refused: it could mean two things.
pub fn count(text: &str) -> Result<u64, String> {
    let refused = || {
        format!(
            "write a whole number of records, such as 26000000, 26_000_000, 26,000,000 or 26M (not `{}`)",
            super::discreet::text(text)
        )
    };
    let text = text.trim();
    let (digits, unit) = match text.char_indices().next_back() {
        Some((at, 'k' | 'K')) => (&text[..at], 1_000),
        Some((at, 'm' | 'M')) => (&text[..at], 1_000_000),
        Some((at, 'b' | 'B')) => (&text[..at], 1_000_000_000),
        _ => (text, 1_u64),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) if unit > 1 && !fraction.is_empty() => (whole, fraction),
        Some(_) => return Err(refused()),
        None => (digits, ""),
    };
    let whole = grouped(whole).ok_or_else(refused)?;
    let mut records = whole.checked_mul(unit).ok_or_else(refused)?;
    let mut place = unit;
    for digit in fraction.chars() {
        let digit = digit.to_digit(10).ok_or_else(refused)?;
        if place % 10 != 0 {
            return Err(refused());
        }
        place /= 10;
        records = records.checked_add(place * u64::from(digit)).ok_or_else(refused)?;
    }
    if records == 0 { Err(refused()) } else { Ok(records) }
}

/// A size in bytes, in powers of 1,024: `536870912`, `512M`, `2G`, `1.5GiB`; at least 1 MiB.
///
/// # Errors
/// Anything else, with what would be right.
pub fn size(text: &str) -> Result<u64, String> {
    let refused = || format!("write a size of 1M or more, such as 512M or 4G (not `{}`)", super::discreet::text(text));
    let lower = text.trim().to_ascii_lowercase();
    let bare = lower.strip_suffix("ib").or(lower.strip_suffix('b')).unwrap_or(&lower);
    let (digits, unit) = match bare.char_indices().next_back() {
        Some((at, 'k')) => (&bare[..at], 1_u64 << 10),
        Some((at, 'm')) => (&bare[..at], 1 << 20),
        Some((at, 'g')) => (&bare[..at], 1 << 30),
        Some((at, 't')) => (&bare[..at], 1 << 40),
        _ => (bare, 1),
    };
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: f64 = digits.parse().ok().filter(|_| plain).ok_or_else(refused)?;
    let bytes = number * unit as f64;
    if (1_048_576.0..1e18).contains(&bytes) { Ok(bytes as u64) } else { Err(refused()) }
}

/// Digits, plain or in groups of three behind the first one to three, one separator throughout. `_` may stand anywhere between.
fn grouped(text: &str) -> Option<u64> {
    let separator = text.chars().find(|letter| matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''));
    let plain: String = match separator {
        None => text.replace('_', ""),
        Some(separator) => {
            let groups: Vec<&str> = text.split(separator).collect();
            let (first, rest) = groups.split_first()?;
            if first.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3) {
                return None;
            }
            groups.concat()
        }
    };
    if plain.is_empty()
        || !plain.bytes().all(|byte| byte.is_ascii_digit())
        || text.starts_with('_')
        || text.ends_with('_')
    {
        return None;
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_bytes() {
        for (text, bytes) in
            [("2G", 2 << 30), ("512M", 512 << 20), ("1.5GiB", 3 << 29), ("1048576", 1 << 20), ("64mb", 64 << 20)]
        {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for text in ["", "M", "0", "1k", "-2G", "1e3G", "2 G", "NaN", "9999999T"] {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn people_write_numbers_in_many_ways() {
        for text in [
            "26000000",
            "26_000_000",
            "26,000,000",
            "26 000 000",
            "26\u{a0}000\u{a0}000",
            "26M",
            "26m",
            "26.0M",
            "0.026B",
            "26000k",
            " 26M ",
        ] {
            assert_eq!(count(text), Ok(26_000_000), "{text}");
        }
        assert_eq!(count("6.5M"), Ok(6_500_000));
        assert_eq!(count("1"), Ok(1));
        assert_eq!(count("18446744073709551615"), Ok(u64::MAX));
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        for text in [
            "",
            "0",
            "26,5",
            "26.5",
            "2,60,000",
            "26,000 000",
            "-1",
            "26MM",
            "M",
            "6.M",
            ".5M",
            "1.0000001M",
            "0.0001k",
            "18446744073709551616",
            "1e6",
            "_1",
            "٢٦",
        ] {
            assert!(count(text).is_err(), "{text}");
        }
    }
}
