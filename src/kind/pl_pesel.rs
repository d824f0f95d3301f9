//! Polish number of a person: birth date with the century in the month, serial with the sex, check digit.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `pl.pesel`.
pub static KIND: Kind = Kind {
    id: "pl.pesel",
    title: "Polish number of a person (PESEL)",
    plural: "PESEL numbers",
    sources: &[
        "Ustawa z dnia 24 września 2010 r. o ewidencji ludności, article 15 (birth date, serial with sex, check digit)",
        "python-stdnum 2.2, stdnum.pl.pesel",
    ],
    valid: &[
        ("44051401359", "44051401359"),
        ("02211307589", "02211307589"),
        ("85031512344", "85031512344"),
        ("850315 12344", "85031512344"),
        ("850315-12344", "85031512344"),
        ("85031512344.0", "85031512344"),
        ("85833112348", "85833112348"),
    ],
    invalid: &[
        ("44051401358", Mismatch::Check),
        ("02381307589", Mismatch::Part),
        ("85131512347", Mismatch::Part),
        ("00000000000", Mismatch::Part),
        ("8503151234", Mismatch::Length),
        ("5431512344", Mismatch::Length),
        ("8503151234X", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01826,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &["pesel", "peselnumber", "numerpesel", "nrpesel", "песель", "песел", "номерпесель", "номерpesel"],
    caveat: "One in fifty-five random eleven-digit numbers passes. Foreigners with stay in Poland have one too. \
             Spreadsheets drop the leading zero of those born in 1900-1909 and from 2000 on.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Year, month and day: the month has 80 added for the 1800s, 20 for the 2000s, 40 and 60 for the two after.
fn date(number: &[u8]) -> (u32, u32, u32) {
    let (month, century) = (spelling::two(number, 2) % 20, spelling::two(number, 2) / 20);
    let centuries = [1900, 2000, 2100, 2200, 1800];
    let year = centuries.get(century as usize).copied().unwrap_or(0) + spelling::two(number, 0);
    (year, month, spelling::two(number, 4))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 11 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[9] % 2 == 1),
        sequence: number(&key[6..10]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b" -")?;
    let (year, month, day) = date(&number);
    if !calendar::is_day(year, month, day) {
        return Err(Mismatch::Part);
    }
    // The weighted sum with the check digit is a multiple of ten.
    if weighted_remainder(&number, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10) != 0 {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        // 15 March 1985 is day 31,120.
        let found = facts(b"85031512344");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(false), Some(1234)));
        assert_eq!((facts(b"02211307589").birth_day, facts(b"44051401359").male), (birth(2002, 1, 13), Some(true)));
        assert_eq!(facts(b"85233112340").birth_day, None, "2085 is to come");
        assert_eq!(facts(b"850"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
