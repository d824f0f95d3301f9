//! Norwegian birth number, and the D and H numbers of its form: birth date, order with century and sex, two check
//! digits.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `no.fodselsnummer`.
pub static KIND: Kind = Kind {
    id: "no.fodselsnummer",
    title: "Norwegian birth number (fødselsnummer)",
    plural: "Norwegian birth numbers",
    sources: &[
        "Skatteetaten (Norway), Fødselsnummer og D-nummer; folkeregisterforskriften, chapter 2",
        "python-stdnum 2.2, stdnum.no.fodselsnummer",
    ],
    valid: &[
        ("15108695088", "15108695088"),
        ("151086 95088", "15108695088"),
        ("151086-95088", "15108695088"),
        ("15038510190", "15038510190"),
        ("41019010110", "41019010110"),
        ("01419010029", "01419010029"),
        ("15038510190.0", "15038510190"),
    ],
    invalid: &[
        ("15108695077", Mismatch::Check),
        ("29020110048", Mismatch::Part),
        ("81129010061", Mismatch::Part),
        ("00000000000", Mismatch::Part),
        ("1510869508", Mismatch::Length),
        ("151086.95088", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00095,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &["fodselsnummer", "fødselsnummer", "fnr", "personnummer", "fodselsnr", "fødselsnr", "fnrdnr", "dnummer"],
    caveat: "One in a thousand random eleven-digit numbers passes. D numbers (foreigners: day and 40) and H numbers \
             (aid numbers: month and 40) are of this kind; FH numbers of hospitals and synthetic test numbers (month \
             and 80) are not.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Year, month and day; `None` where year and order belong to no century.
fn date(spelled: &[u8]) -> Option<(u32, u32, u32)> {
    let two = |at: usize| spelling::two(spelled, at);
    let without_mark = |part: u32| if part > 40 { part - 40 } else { part };
    let century = match (number(&spelled[6..9])?, two(4)) {
        (0..500, _) | (900..1000, 40..) => 1900,
        (500..750, 54..) => 1800,
        (500..1000, 0..40) => 2000,
        _ => return None,
    };
    Some((century + two(4), without_mark(two(2)), without_mark(two(0))))
}

fn facts(key: &[u8]) -> Facts {
    let Some((year, month, day)) = Some(key).filter(|key| key.len() == 11).and_then(date) else {
        return Facts::default();
    };
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[8] % 2 == 1),
        sequence: number(&key[6..9]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b" -:")?;
    let lives = |(year, month, day)| year <= calendar::LATEST_YEAR && calendar::is_day(year, month, day);
    if !date(&number).is_some_and(lives) {
        return Err(Mismatch::Part);
    }
    // The weighted sums with the check digits are multiples of 11.
    let first = weighted_remainder(&number, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1], 11);
    let second = weighted_remainder(&number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11);
    if (first, second) != (0, 0) {
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
        let found = facts(b"15038510190");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(true), Some(101)));
        assert_eq!(
            (facts(b"41019010110").birth_day, facts(b"01419010029").birth_day),
            (birth(1990, 1, 1), birth(1990, 1, 1))
        );
        assert_eq!(
            (date(b"15108660088"), date(b"15104560088"), facts(b"15")),
            (Some((1886, 10, 15)), None, Facts::default())
        );
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
