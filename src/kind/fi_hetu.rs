//! Finnish personal identity code: birth date, a sign for the century, order with the sex, check character.

use super::check::calendar;
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};
use crate::text::blank;

/// The kind `fi.hetu`.
pub static KIND: Kind = Kind {
    id: "fi.hetu",
    title: "Finnish personal identity code (henkilötunnus)",
    plural: "Finnish personal identity codes",
    sources: &[
        "Digital and Population Data Services Agency of Finland, The personal identity code (new signs since 2023)",
        "python-stdnum 2.2, stdnum.fi.hetu",
    ],
    valid: &[
        ("131052-308T", "131052-308T"),
        ("131052-308t", "131052-308T"),
        ("131052\u{2013}308T", "131052-308T"),
        ("150385-1230", "150385-1230"),
        ("290200A2468", "290200A2468"),
        ("290200a2468", "290200A2468"),
        ("150385Y1241", "150385Y1241"),
        ("010105B433P", "010105B433P"),
        ("010100+002H", "010100+002H"),
    ],
    invalid: &[
        ("131052-308U", Mismatch::Check),
        ("310252-308Y", Mismatch::Part),
        ("290201A246H", Mismatch::Part),
        ("150385-9013", Mismatch::Part),
        ("150385-0012", Mismatch::Part),
        ("131052-308", Mismatch::Length),
        ("131052-308TT", Mismatch::Length),
        ("131052G308T", Mismatch::Shape),
        ("131052-308I", Mismatch::Shape),
        ("1310523084T", Mismatch::Shape),
        ("131 052 -30 8T", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00106,
    width: Some(10.0),
    rank: Rank::Tax,
    headers: &[
        "hetu",
        "henkilötunnus",
        "henkilotunnus",
        "sotu",
        "sosiaaliturvatunnus",
        "personbeteckning",
        "hetunumber",
    ],
    caveat: "One in a thousand random texts of the shape passes; the sign in the middle makes it rarer still. \
             Temporary codes (order from 900 on) are not taken.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Places of a code.
const PLACES: usize = 11;

/// Check characters by the remainder modulo 31 of the date and order read as one number.
///
/// # Source
/// Digital and Population Data Services Agency of Finland, The personal identity code (control character).
const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// The century of a sign.
fn century(sign: u8) -> Option<u32> {
    match sign {
        b'+' => Some(1800),
        b'-' | b'U'..=b'Y' => Some(1900),
        b'A'..=b'F' => Some(2000),
        _ => None,
    }
}

fn facts(key: &[u8]) -> Facts {
    let Some(century) = key.get(6).and_then(|sign| century(*sign)).filter(|_| key.len() == PLACES) else {
        return Facts::default();
    };
    let two = |at: usize| spelling::two(key, at);
    Facts {
        birth_day: birth(century + two(4), two(2), two(0)),
        male: Some(key[9] % 2 == 1),
        sequence: number(&key[7..10]),
        ..Facts::default()
    }
}

/// The code in capitals, any dash as a hyphen.
fn spell(text: &[u8]) -> Result<[u8; PLACES], Mismatch> {
    let mut code = [0; PLACES];
    let (mut places, mut at) = (0, 0);
    while let Some(&byte) = text.get(at) {
        let dash = if places == 6 { blank::dash(&text[at..]) } else { 0 };
        let place = if dash > 0 { b'-' } else { byte.to_ascii_uppercase() };
        let fits = match places {
            6 => century(place).is_some(),
            10 => CHECKS.contains(&place),
            0..=9 => place.is_ascii_digit(),
            _ => return Err(if byte.is_ascii_alphanumeric() { Mismatch::Length } else { Mismatch::Shape }),
        };
        if !fits {
            return Err(Mismatch::Shape);
        }
        code[places] = place;
        (places, at) = (places + 1, at + dash.max(1));
    }
    match places {
        PLACES => Ok(code),
        // Without the sign it is any number.
        0..=6 => Err(Mismatch::Shape),
        _ => Err(Mismatch::Length),
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let code = spell(text)?;
    let two = |at: usize| spelling::two(&code, at);
    let year = century(code[6]).unwrap_or(0) + two(4);
    // Both are digits alone.
    let (date, order) = (number(&code[..6]).unwrap_or(0), number(&code[7..10]).unwrap_or(0));
    if !calendar::is_day(year, two(2), two(0)) || !(2..900).contains(&order) {
        return Err(Mismatch::Part);
    }
    if CHECKS[((1000 * date + order) % 31) as usize] != code[10] {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&code);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        let found = facts(b"150385-1230");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(true), Some(123)));
        assert_eq!((facts(b"290200A2468").birth_day, facts(b"290200A2468").male), (birth(2000, 2, 29), Some(false)));
        assert_eq!(facts(b"150385Y1241").birth_day, Some(31_120));
        assert_eq!((facts(b"010100+002H").birth_day, facts(b"150385")), (None, Facts::default()));
    }

    /// The sign at its place, all else random digits; the check character is a digit in ten of 31.
    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999-9999");
    }
}
