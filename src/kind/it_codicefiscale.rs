//! Italian tax code of a person: consonants of the names, birth date with the sex, birthplace, a letter that checks.

use super::check::calendar;
use super::facts::{Facts, birth};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `it.codicefiscale`.
pub static KIND: Kind = Kind {
    id: "it.codicefiscale",
    title: "Italian tax code of a person (codice fiscale)",
    plural: "Italian tax codes",
    sources: &[
        "Decreto ministeriale 23 dicembre 1976 (Italy), structure of the codice fiscale and its replaced digits",
        "python-stdnum 2.2, stdnum.it.codicefiscale",
    ],
    valid: &[
        ("RCCMNL83S18D969H", "RCCMNL83S18D969H"),
        ("rccmnl83s18d969h", "RCCMNL83S18D969H"),
        ("XMP LSN 85C15 H501J", "XMPLSN85C15H501J"),
        ("XMPLSN85C55H501N", "XMPLSN85C55H501N"),
        ("XMPLSN8RC15H5L1G", "XMPLSN8RC15H5L1G"),
        ("XMP-LSN-85C-15H-501-J", "XMPLSN85C15H501J"),
    ],
    invalid: &[
        ("RCCMNL83S18D969A", Mismatch::Check),
        ("XMPLSN85D31H501A", Mismatch::Part),
        ("XMPLSN85C72H501H", Mismatch::Part),
        ("XMPLSN85C81H501D", Mismatch::Part),
        ("XMPLSN85F15H501J", Mismatch::Part),
        ("RCCMNL83S18D969", Mismatch::Length),
        ("RCCMNL83S18D969HH", Mismatch::Length),
        ("XMPLSN8AC15H501J", Mismatch::Shape),
        ("12345678903", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0108,
    width: Some(19.73),
    rank: Rank::Tax,
    headers: &["codicefiscale", "codfiscale", "codfisc", "cf", "cfcliente", "fiscalcode", "codicefisc", "taxcodeit"],
    caveat: "The year of birth has two digits: the century is taken as that of the last hundred years. Programs \
             compute the code from a name and a date, so a right code may never have been given out. The \
             eleven-digit code of companies is not of this kind.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Places that hold a digit, or the letter that replaces it where two people would have the same code.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// Letters of the months, January to December.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// What a character counts at the places 1, 3, 5, ...: digits as the first ten letters. At the others it counts by
/// its order.
///
/// # Source
/// Decreto ministeriale 23 dicembre 1976, table of the characters in odd places.
const ODD: [u8; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The digit that a character stands for where letters may replace digits: L for 0 to V for 9, without O.
fn digit(character: u8) -> Option<u32> {
    match character {
        b'0'..=b'9' => Some(u32::from(character - b'0')),
        _ => b"LMNPQRSTUV".iter().position(|letter| *letter == character).map(|value| value as u32),
    }
}

/// Year, month and day, and whether the code is a man's: the days of women have 40 added.
fn date(code: &[u8; 16]) -> Option<(u32, u32, u32, bool)> {
    let two = |at: usize| Some(10 * digit(code[at])? + digit(code[at + 1])?);
    let month = MONTHS.iter().position(|letter| *letter == code[8])? as u32 + 1;
    let day = two(9)?;
    let male = day <= 40;
    Some((calendar::full_year(two(6)?), month, if male { day } else { day - 40 }, male))
}

fn facts(key: &[u8]) -> Facts {
    let code = <&[u8; 16]>::try_from(key).ok();
    let Some((year, month, day, male)) = code.and_then(date) else { return Facts::default() };
    Facts { birth_day: birth(year, month, day), male: Some(male), ..Facts::default() }
}

fn check_letter(code: &[u8]) -> u8 {
    let order = |character: u8| if character.is_ascii_digit() { character - b'0' } else { character - b'A' };
    let value = |(place, character): (usize, &u8)| match place % 2 {
        0 => u32::from(ODD[usize::from(order(*character))]),
        _ => u32::from(order(*character)),
    };
    let sum: u32 = code.iter().enumerate().map(value).sum();
    // The remainder is below 26, so the conversion keeps it.
    b'A' + (sum % 26) as u8
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let code = spelling::read(text, b"AAAAAA**A**A***A", b" -:")?;
    if DIGITS.iter().any(|place| digit(code[*place]).is_none()) {
        return Err(Mismatch::Shape);
    }
    let exists = date(&code).is_some_and(|(year, month, day, _)| calendar::is_day(year, month, day));
    if !exists {
        return Err(Mismatch::Part);
    }
    if check_letter(&code[..15]) != code[15] {
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
        for (code, expected, male) in [
            (b"RCCMNL83S18D969H", birth(1983, 11, 18), true),
            (b"XMPLSN85C55H501N", birth(1985, 3, 15), false),
            (b"XMPLSN8RC15H5L1G", birth(1985, 3, 15), true),
            (b"XMPLSN05A01Z404W", birth(2005, 1, 1), true),
        ] {
            let found = facts(code);
            assert_eq!((found.birth_day, found.male), (expected, Some(male)));
            assert!(expected.is_some());
        }
        assert_eq!(facts(b"RCC"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "AAAAAA99A99A999A");
    }
}
