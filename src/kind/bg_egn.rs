//! Bulgarian number of a person: birth date with the century in the month, order with region and sex, check digit.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `bg.egn`.
pub static KIND: Kind = Kind {
    id: "bg.egn",
    title: "Bulgarian number of a person (ЕГН)",
    plural: "EGN numbers",
    sources: &[
        "GRAO (civil registration of Bulgaria), structure of the единен граждански номер; Закон за гражданската \
         регистрация, article 11",
        "python-stdnum 2.2, stdnum.bg.egn",
    ],
    valid: &[
        ("7523169263", "7523169263"),
        ("8503151235", "8503151235"),
        ("850315 1235", "8503151235"),
        ("850315-1235", "8503151235"),
        ("0543150444", "0543150444"),
        ("8523159992", "8523159992"),
        ("8503151235.0", "8503151235"),
    ],
    invalid: &[
        ("7523169264", Mismatch::Check),
        ("8019010008", Mismatch::Part),
        ("8513151232", Mismatch::Part),
        ("0000000000", Mismatch::Part),
        ("850315123", Mismatch::Length),
        ("543150444", Mismatch::Length),
        ("7552A10004", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01096,
    width: Some(10.0),
    rank: Rank::Tax,
    headers: &["egn", "егн", "единенгражданскиномер", "egnnumber", "pinbg"],
    caveat: "One in ninety random ten-digit numbers passes. Foreigners with long stay have another number (ЛНЧ). The \
             region that the order tells is that of the birth, by a custom that has exceptions.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Last order number of each region of birth, from 000 on; beyond are people of no known region.
///
/// # Source
/// Order numbers by region as several public programs for the EGN have them (the first: georgi.unixsol.org, egn.php).
#[rustfmt::skip]
const REGIONS: [(u32, &str); 28] = [
    (43, "Blagoevgrad"), (93, "Burgas"), (139, "Varna"), (169, "Veliko Tarnovo"), (183, "Vidin"), (217, "Vratsa"),
    (233, "Gabrovo"), (281, "Kardzhali"), (301, "Kyustendil"), (319, "Lovech"), (341, "Montana"), (377, "Pazardzhik"),
    (395, "Pernik"), (435, "Pleven"), (501, "Plovdiv"), (527, "Razgrad"), (555, "Ruse"), (575, "Silistra"),
    (601, "Sliven"), (623, "Smolyan"), (721, "Sofia"), (751, "Sofia region"), (789, "Stara Zagora"), (821, "Dobrich"),
    (843, "Targovishte"), (871, "Haskovo"), (903, "Shumen"), (925, "Yambol"),
];

/// Year, month and day: the month has 20 added for the 1800s, 40 for the 2000s.
fn date(number: &[u8]) -> (u32, u32, u32) {
    let (month, century) = match spelling::two(number, 2) {
        month @ 41.. => (month - 40, 2000),
        month @ 21.. => (month - 20, 1800),
        month => (month, 1900),
    };
    (century + spelling::two(number, 0), month, spelling::two(number, 4))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 10 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    let order = number(&key[6..9]);
    let of = |order: u32| REGIONS.iter().find(|(last, _)| order <= *last).map(|(_, name)| *name);
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[8].is_multiple_of(2)),
        region: order.and_then(of),
        sequence: order,
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<10>(text, b" -.")?;
    let (year, month, day) = date(&number);
    if !calendar::is_day(year, month, day) {
        return Err(Mismatch::Part);
    }
    if weighted_remainder(&number, &[2, 4, 8, 5, 10, 9, 7, 3, 6], 11) % 10 != i32::from(number[9] - b'0') {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_region() {
        let found = facts(b"8503151235");
        assert_eq!((found.birth_day, found.male, found.region), (Some(31_120), Some(false), Some("Varna")));
        let found = facts(b"0543150444");
        assert_eq!((found.birth_day, found.male, found.region), (birth(2005, 3, 15), Some(true), Some("Burgas")));
        assert_eq!((facts(b"8523159992").birth_day, facts(b"8523159992").region), (None, None));
        assert_eq!(facts(b"850"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999");
    }
}
