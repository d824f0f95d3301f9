//! Moldovan state number of a person: the digit 2, year and office of issue, order, check digit.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing, spelling};

/// The kind `md.idnp`.
pub static KIND: Kind = Kind {
    id: "md.idnp",
    title: "Moldovan state number of a person (IDNP)",
    plural: "IDNP numbers",
    sources: &[
        "Government of Moldova, decision 333 of 2002-03-18, annex 2 (2, year, office, order, check digit)",
        "python-stdnum 2.2, stdnum.md.idno (check digit of the numbers of organisations, which have the same form)",
    ],
    valid: &[
        ("2005001123459", "2005001123459"),
        ("2 005 001 12345 9", "2005001123459"),
        ("2005001123459.0", "2005001123459"),
    ],
    invalid: &[
        ("2005001123458", Mismatch::Check),
        ("2395270092667", Mismatch::Part),
        ("1008600038413", Mismatch::Part),
        ("200500112345", Mismatch::Length),
        ("2005-001-123459", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00027,
    width: Some(13.0),
    standing: Standing::Partly,
    rank: Rank::Tax,
    headers: &["idnp", "codpersonal", "codulpersonal", "numarpersonal"],
    caveat: "That persons have the check digit of organisations was not read in its definition. Numbers of the first \
             years began with 0: they are not taken.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The year of issue: the three digits behind the first are the last of it.
fn issued(digits: &[u8]) -> Option<u32> {
    let year = 2000 + digits.get(1..4).and_then(number)?;
    (digits.len() == 13 && digits[0] == b'2' && year <= calendar::LATEST_YEAR).then_some(year)
}

fn facts(key: &[u8]) -> Facts {
    Facts { year: issued(key).map(|year| year as u16), sequence: key.get(7..12).and_then(number), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<13>(text, b" ")?;
    if issued(&number).is_none() {
        return Err(Mismatch::Part);
    }
    let check = weighted_remainder(&number, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 10);
    if check != i32::from(number[12] - b'0') {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_year_of_issue() {
        assert_eq!((facts(b"2005001123459").year, facts(b"2005001123459").sequence), (Some(2005), Some(12_345)));
        assert_eq!((facts(b"2395270092667").year, facts(b"200")), (None, Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999999");
    }
}
