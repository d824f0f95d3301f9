//! Lithuanian number of a person: sex and century, birth date, order, check digit; 9 first where there is no date.

use super::check::{baltic, calendar};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

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
    headers: &["asmenskodas", "asmkodas", "ak", "ltasmenskodas", "personalcode"],
    caveat: "Estonian numbers have the same form and check digit: values alone never tell the two apart. Numbers \
             that begin with 9 need no date, so that one in 77 random eleven-digit numbers passes.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

fn facts(key: &[u8]) -> Facts {
    let code = <&[u8; 11]>::try_from(key).ok();
    let Some((code, (year, month, day))) = code.and_then(|code| Some((code, baltic::date(code)?))) else {
        return Facts::default();
    };
    Facts {
        birth_day: birth(year, month, day),
        male: Some(code[0] % 2 == 1),
        sequence: number(&code[7..10]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b" ")?;
    let dated = baltic::date(&number).is_some_and(|(year, month, day)| calendar::is_day(year, month, day));
    if !dated && number[0] != b'9' {
        return Err(Mismatch::Part);
    }
    if baltic::check_digit(&number) != number[10] {
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
        let found = facts(b"33309240064");
        assert_eq!((found.birth_day, found.male, found.sequence), (birth(1933, 9, 24), Some(true), Some(6)));
        assert_eq!(facts(b"98503151234"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
