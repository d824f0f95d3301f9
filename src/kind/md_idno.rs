//! Moldovan state number of an organisation or person: register, year, office, order, check digit.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `md.idno`.
pub static KIND: Kind = Kind {
    id: "md.idno",
    title: "Moldovan state number (IDNO of organisations; that of persons has its form)",
    plural: "Moldovan state numbers",
    sources: &[
        "Government of Moldova, decision 333 of 2002-03-18, annex 2 (IDNP: 2, year, office, order, check digit)",
        "python-stdnum 2.2, stdnum.md.idno (check digit)",
    ],
    valid: &[
        ("1008600038413", "1008600038413"),
        ("1 008 600 038 413", "1008600038413"),
        ("2005001123459", "2005001123459"),
        ("2395270092667", "2395270092667"),
        ("1008600038413.0", "1008600038413"),
    ],
    invalid: &[
        ("1008600038412", Mismatch::Check),
        ("0000000000000", Mismatch::Part),
        ("100860003841", Mismatch::Length),
        ("1-008-600-038-413", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.1,
    width: Some(13.0),
    rank: Rank::Attribute,
    headers: &["idno", "codfiscal", "codulfiscal", "numarulidentificare", "фискальныйкод"],
    caveat: "One in ten random thirteen-digit numbers passes; the Ukrainian number of the demographic register, \
             written without its hyphen, checks by the same rule. It begins with 1 for organisations and with 2 for \
             persons, the year of issue follows.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The year in which a number that begins with 1 (organisation) or 2 (person) was given out: the three digits behind
/// are the last of it.
fn facts(key: &[u8]) -> Facts {
    let issued = || -> Option<u16> {
        let year = 2000 + key.get(1..4).and_then(number)?;
        (key.len() == 13 && matches!(key[0], b'1' | b'2') && year <= calendar::LATEST_YEAR).then_some(year as u16)
    };
    Facts { year: issued(), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<13>(text, b" ")?;
    if &number == b"0000000000000" {
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
        assert_eq!((facts(b"1008600038413").year, facts(b"2005001123459").year), (Some(2008), Some(2005)));
        assert_eq!((facts(b"2395270092667").year, facts(b"100")), (None, Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999999");
    }
}
