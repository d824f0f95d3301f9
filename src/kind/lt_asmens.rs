//! Lithuanian number of a person: sex and century, birth date, order, check digit; 9 first where there is no date.

use super::check::baltic;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `lt.asmens`.
pub static KIND: Kind = Kind {
    id: "lt.asmens",
    title: "Lithuanian number of a person (asmens kodas)",
    plural: "Lithuanian personal codes",
    sources: &["Gyventojų registro įstatymas (Lithuania), asmens kodas", "python-stdnum 2.2, stdnum.lt.asmens"],
    valid: &[
        ("33309240064", "33309240064"),
        ("38503151239", "38503151239"),
        ("3 850315 1239", "38503151239"),
        ("48503152466", "48503152466"),
        ("98503151234", "98503151234"),
        ("90000001235", "90000001235"),
        ("38503151239.0", "38503151239"),
    ],
    invalid: &[
        ("33309240164", Mismatch::Check),
        ("38502301233", Mismatch::Part),
        ("08503151236", Mismatch::Part),
        ("3850315123", Mismatch::Length),
        ("385-031-512-39", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01292,
    width: Some(11.0),
    rank: Rank::Tax,
    same_rule: &["ee.ik"],
    headers: &["asmenskodas", "asmkodas", "ak", "ltasmenskodas", "personalcode"],
    caveat: "Estonian numbers have the same form and check digit: values alone never tell the two apart. Numbers \
             that begin with 9 need no date, so that one in 77 random eleven-digit numbers passes.",
    key,
    facts: Some(baltic::facts),
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    out.extend_from_slice(&baltic::read(text, Some(b'9'))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::check::baltic::facts;
    use super::super::facts::{Facts, birth};
    use super::*;

    #[test]
    fn holds_birth_and_sex() {
        let found = facts(b"33309240064");
        assert_eq!((found.birth_day, found.male, found.sequence), (birth(1933, 9, 24), Some(true), Some(6)));
        assert_eq!(facts(b"98503151234"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
