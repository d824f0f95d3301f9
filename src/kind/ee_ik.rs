//! Estonian number of a person: sex and century, birth date, order, check digit.

use super::check::baltic;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ee.ik`.
pub static KIND: Kind = Kind {
    id: "ee.ik",
    title: "Estonian number of a person (isikukood)",
    plural: "Estonian personal codes",
    sources: &["Rahvastikuregistri seadus (Estonia), section 39; standard EVS 585", "python-stdnum 2.2, stdnum.ee.ik"],
    valid: &[
        ("36805280109", "36805280109"),
        ("38503151239", "38503151239"),
        ("3 850315 1239", "38503151239"),
        ("48503152466", "48503152466"),
        ("60402292467", "60402292467"),
        ("38503151239.0", "38503151239"),
    ],
    invalid: &[
        ("36805280108", Mismatch::Check),
        ("38502301233", Mismatch::Part),
        ("08503151236", Mismatch::Part),
        ("98503151234", Mismatch::Part),
        ("3850315123", Mismatch::Length),
        ("385-031-512-39", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00292,
    width: Some(11.0),
    rank: Rank::Tax,
    same_rule: &["lt.asmens"],
    headers: &["isikukood", "ik", "eeik", "personalcode", "eestiisikukood"],
    caveat: "Lithuanian numbers have the same form and check digit: values alone never tell the two apart. One in \
             340 random eleven-digit numbers passes.",
    key,
    facts: Some(baltic::facts),
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    out.extend_from_slice(&baltic::read(text, None)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::check::baltic::facts;
    use super::super::facts::{Facts, birth};
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        let found = facts(b"38503151239");
        assert_eq!((found.birth_day, found.male, found.sequence), (Some(31_120), Some(true), Some(123)));
        assert_eq!((facts(b"60402292467").birth_day, facts(b"60402292467").male), (birth(2004, 2, 29), Some(false)));
        assert_eq!(facts(b"385"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
