//! International bank account number.

use super::check::compact::{Compact, Keep};
use super::check::countries;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `iban`.
pub static KIND: Kind = Kind {
    id: "iban",
    title: "International bank account number (IBAN)",
    plural: "IBANs",
    sources: &[
        "ISO 13616-1, SWIFT IBAN registry, release 101 (lengths and structure by country)",
        "ISO/IEC 7064, MOD 97-10",
        "python-stdnum 2.2, stdnum.iban",
    ],
    valid: &[
        ("GR1601101050000010547023795", "GR1601101050000010547023795"),
        ("BE31435411161155", "BE31435411161155"),
        ("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"),
        ("gb82west12345698765432", "GB82WEST12345698765432"),
        ("IBAN: BE31 4354 1116 1155", "BE31435411161155"),
        ("ВЕ31\u{A0}4354-1116-1155", "BE31435411161155"),
        ("UA213223130000026007233566001", "UA213223130000026007233566001"),
    ],
    invalid: &[
        ("GB82WEST12345698765433", Mismatch::Check),
        ("UA213223130000026007233566002", Mismatch::Check),
        ("BE3143541116115", Mismatch::Length),
        ("BE314354111611550", Mismatch::Length),
        ("GB82WES112345698765432", Mismatch::Part),
        ("QQ31435411161155", Mismatch::Part),
        ("BEAA435411161155", Mismatch::Shape),
        ("4111111111111111", Mismatch::Shape),
        ("BE31435411161155;", Mismatch::Shape),
        ("IBAN", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // At most: 89 of the 676 pairs of letters are a country that has them, and one in 97 numbers passes.
    chance: 0.0014,
    // That of a Ukrainian one: two letters, 27 digits.
    width: Some(29.8),
    rank: Rank::Thing,
    headers: &[
        "iban",
        "ibannumber",
        "ibancode",
        "bankaccount",
        "accountiban",
        "рахунокiban",
        "іban",
        "ібан",
        "рахунок",
        "номеррахунку",
        "банківськийрахунок",
        "ибан",
        "счет",
        "счёт",
        "номерсчета",
        "банковскийсчет",
    ],
    caveat: "National check digits inside the account number (Spain, Belgium, Norway, Montenegro) are not checked.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Most characters.
const CHARACTERS_MOST: usize = 34;

/// Country, and what stands behind its two check digits: so many digits (n), letters (a), either (c).
///
/// # Source
/// SWIFT IBAN registry, release 101; neighbouring parts of the same alphabet are joined.
#[rustfmt::skip]
const STRUCTURES: &[([u8; 2], &str)] = &[
    (*b"AD", "8n 12c"), (*b"AE", "19n"), (*b"AL", "8n 16c"), (*b"AT", "16n"), (*b"AZ", "4a 20c"), (*b"BA", "16n"),
    (*b"BE", "12n"), (*b"BG", "4a 6n 8c"), (*b"BH", "4a 14c"), (*b"BI", "23n"), (*b"BR", "23n 1a 1c"),
    (*b"BY", "4c 4n 16c"), (*b"CH", "5n 12c"), (*b"CR", "18n"), (*b"CY", "8n 16c"), (*b"CZ", "20n"), (*b"DE", "18n"),
    (*b"DJ", "23n"), (*b"DK", "14n"), (*b"DO", "4c 20n"), (*b"EE", "16n"), (*b"EG", "25n"), (*b"ES", "20n"),
    (*b"FI", "14n"), (*b"FK", "2a 12n"), (*b"FO", "14n"), (*b"FR", "10n 11c 2n"), (*b"GB", "4a 14n"),
    (*b"GE", "2a 16n"), (*b"GI", "4a 15c"), (*b"GL", "14n"), (*b"GR", "7n 16c"), (*b"GT", "24c"), (*b"HN", "4a 20n"),
    (*b"HR", "17n"), (*b"HU", "24n"), (*b"IE", "4a 14n"), (*b"IL", "19n"), (*b"IQ", "4a 15n"), (*b"IS", "22n"),
    (*b"IT", "1a 10n 12c"), (*b"JO", "4a 4n 18c"), (*b"KW", "4a 22c"), (*b"KZ", "3n 13c"), (*b"LB", "4n 20c"),
    (*b"LC", "4a 24c"), (*b"LI", "5n 12c"), (*b"LT", "16n"), (*b"LU", "3n 13c"), (*b"LV", "4a 13c"), (*b"LY", "21n"),
    (*b"MC", "10n 11c 2n"), (*b"MD", "20c"), (*b"ME", "18n"), (*b"MK", "3n 10c 2n"), (*b"MN", "16n"),
    (*b"MR", "23n"), (*b"MT", "4a 5n 18c"), (*b"MU", "4a 19n 3a"), (*b"NI", "4a 20n"), (*b"NL", "4a 10n"),
    (*b"NO", "11n"), (*b"OM", "3n 16c"), (*b"PK", "4a 16c"), (*b"PL", "24n"), (*b"PS", "4a 21c"), (*b"PT", "21n"),
    (*b"QA", "4a 21c"), (*b"RO", "4a 16c"), (*b"RS", "18n"), (*b"RU", "14n 15c"), (*b"SA", "2n 18c"),
    (*b"SC", "4a 20n 3a"), (*b"SD", "14n"), (*b"SE", "20n"), (*b"SI", "15n"), (*b"SK", "20n"),
    (*b"SM", "1a 10n 12c"), (*b"SO", "19n"), (*b"ST", "21n"), (*b"SV", "4a 20n"), (*b"TL", "19n"), (*b"TN", "20n"),
    (*b"TR", "6n 16c"), (*b"UA", "6n 19c"), (*b"VA", "18n"), (*b"VG", "4a 16n"), (*b"XK", "16n"),
    (*b"YE", "4a 4n 18c"),
];

fn structure(country: &[u8]) -> Option<&'static str> {
    let found = STRUCTURES.binary_search_by(|row| row.0[..].cmp(country)).ok()?;
    Some(STRUCTURES[found].1)
}

/// Number and alphabet of each part of a structure.
fn parts(structure: &'static str) -> impl Iterator<Item = (usize, u8)> {
    structure.split(' ').filter_map(|part| {
        let (count, alphabet) = part.split_at_checked(part.len().checked_sub(1)?)?;
        Some((count.parse().ok()?, *alphabet.as_bytes().first()?))
    })
}

/// Judges capital letters and digits.
fn judge(text: &[u8]) -> Result<(), Mismatch> {
    let (Some(head), Some(mut rest)) = (text.get(..4), text.get(4..)) else { return Err(Mismatch::Shape) };
    if !(head[..2].iter().all(u8::is_ascii_uppercase) && head[2..].iter().all(u8::is_ascii_digit)) {
        return Err(Mismatch::Shape);
    }
    let structure = structure(&head[..2]).ok_or(Mismatch::Part)?;
    if rest.len() != parts(structure).map(|(count, _)| count).sum::<usize>() {
        return Err(Mismatch::Length);
    }
    for (count, alphabet) in parts(structure) {
        let (part, behind) = rest.split_at_checked(count).ok_or(Mismatch::Length)?;
        let fits = |byte: &u8| match alphabet {
            b'n' => byte.is_ascii_digit(),
            b'a' => byte.is_ascii_uppercase(),
            _ => true,
        };
        if !part.iter().all(fits) {
            return Err(Mismatch::Part);
        }
        rest = behind;
    }
    if remainder(&text[4..], head) == 1 { Ok(()) } else { Err(Mismatch::Check) }
}

/// Remainder modulo 97 of the digits, letters standing for 10 to 35, head last.
///
/// # Source
/// ISO/IEC 7064, MOD 97-10.
fn remainder(body: &[u8], head: &[u8]) -> u32 {
    body.iter().chain(head).fold(0, |rest, &byte| {
        if byte.is_ascii_digit() {
            (rest * 10 + u32::from(byte - b'0')) % 97
        } else {
            (rest * 100 + u32::from(byte & 0x1F) + 9) % 97
        }
    })
}

fn is_canonical(text: &[u8]) -> bool {
    text.len() <= CHARACTERS_MOST
        && text.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && judge(text).is_ok()
}

/// The country.
fn facts(key: &[u8]) -> Facts {
    Facts { region: countries::name(key), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<40>::read(text, Keep::Letters, b".:")?;
    if read.count > CHARACTERS_MOST + 4 {
        return Err(Mismatch::Shape);
    }
    let bytes = read.bytes();
    let bytes = bytes.strip_prefix(b"IBAN").filter(|rest| !rest.is_empty()).unwrap_or(bytes);
    judge(bytes)?;
    out.extend_from_slice(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_are_sorted_and_readable() {
        assert!(STRUCTURES.is_sorted_by(|left, right| left.0 < right.0));
        for (country, structure) in STRUCTURES {
            assert_eq!(parts(structure).count(), structure.split(' ').count());
            let length: usize = parts(structure).map(|(count, _)| count).sum();
            assert!((11..=30).contains(&length) && countries::name(country).is_some());
        }
        assert_eq!(facts(b"UA213223130000026007233566001").region, Some("Ukraine"));
    }

    /// Of 97 check digits one passes, and of all two-digit numbers at most two.
    #[test]
    fn chance_is_as_stated() {
        let passed = (0..100).filter(|n| is_canonical(format!("UA{n:02}3223130000026007233566001").as_bytes())).count();
        assert_eq!(passed, 1);
        assert!((STRUCTURES.len() as f64 / 676.0 / 97.0 - KIND.chance).abs() < 0.0001);
    }
}
