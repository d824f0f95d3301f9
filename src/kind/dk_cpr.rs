//! Danish personal number: birth date, and four digits that hold the century and the sex.

use super::check::calendar;
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `dk.cpr`.
pub static KIND: Kind = Kind {
    id: "dk.cpr",
    title: "Danish personal number (CPR)",
    plural: "CPR numbers",
    sources: &[
        "CPR-kontoret (Denmark), Personnummeret i CPR (century by the seventh digit; no check digit since 2007-10-01)",
        "python-stdnum 2.2, stdnum.dk.cpr",
    ],
    valid: &[
        ("211062-5629", "2110625629"),
        ("2110625629", "2110625629"),
        ("211062 5629", "2110625629"),
        ("150385-1234", "1503851234"),
        ("150305-4321", "1503054321"),
        ("100-786-645-7", "1007866457"),
        ("2110625629.0", "2110625629"),
    ],
    invalid: &[
        ("511062-5629", Mismatch::Part),
        ("311198-1234", Mismatch::Part),
        ("2110525629", Mismatch::Part),
        ("0000000000", Mismatch::Part),
        ("050388703", Mismatch::Length),
        ("211062.5629", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0314,
    width: Some(10.0),
    rank: Rank::Tax,
    headers: &["cpr", "cprnr", "cprnummer", "personnummer", "cprno", "cprnumber"],
    caveat: "A birth date and nothing that checks: three in a hundred random ten-digit numbers pass, so values alone \
             never decide. Until 2007 the last digit checked modulo 11.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Year, month and day: the seventh digit tells the century, for some of its values with the year.
fn date(number: &[u8]) -> (u32, u32, u32) {
    let two = |at: usize| spelling::two(number, at);
    let century = match (number[6], two(4)) {
        (b'0'..=b'3', _) | (b'4' | b'9', 37..) => 1900,
        (b'5'..=b'8', 58..) => 1800,
        _ => 2000,
    };
    (century + two(4), two(2), two(0))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 10 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[9] % 2 == 1),
        sequence: number(&key[6..]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<10>(text, b" -")?;
    let (year, month, day) = date(&number);
    if year > calendar::LATEST_YEAR || !calendar::is_day(year, month, day) {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        let found = facts(b"1503851234");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(false), Some(1234)));
        assert_eq!((facts(b"1503054321").birth_day, facts(b"1503054321").male), (birth(2005, 3, 15), Some(true)));
        assert_eq!((facts(b"2110625629").birth_day, facts(b"21")), (None, Facts::default()), "1862");
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999");
    }
}
