//! Latvian personal code, and VAT number of organisations, which share eleven digits.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing, spelling};

/// The kind `lv.pvn`.
pub static KIND: Kind = Kind {
    id: "lv.pvn",
    title: "Latvian personal code or VAT number (personas kods, PVN)",
    plural: "Latvian personal codes",
    sources: &[
        "Fizisko personu reģistra likums (Latvia): codes with 32 first and no birth date since 2017-07-01",
        "python-stdnum 2.2, stdnum.lv.pvn (check digits)",
    ],
    valid: &[
        ("40003521600", "40003521600"),
        ("LV 4000 3521 600", "40003521600"),
        ("161175-19997", "16117519997"),
        ("16117519997", "16117519997"),
        ("328673-00679", "32867300679"),
        ("150385-11239", "15038511239"),
        ("290200-20017", "29020020017"),
    ],
    invalid: &[
        ("40003521601", Mismatch::Check),
        ("328673-00677", Mismatch::Check),
        ("161375-19997", Mismatch::Part),
        ("150385-81237", Mismatch::Part),
        ("151385-11236", Mismatch::Part),
        ("00000000000", Mismatch::Part),
        ("1103022086", Mismatch::Length),
        ("161175.19997", Mismatch::Shape),
        ("LT40003521600", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0566,
    width: Some(11.0),
    standing: Standing::Partly,
    rank: Rank::Tax,
    headers: &["personaskods", "pk", "perskods", "pvn", "pvnnumurs", "lvpersonaskods", "registracijasnumurs", "vatlv"],
    caveat: "The check rule of persons is known from use only. One in eighteen random eleven-digit numbers passes; \
             those that begin with 4 to 9 are organisations. With a hyphen after the sixth digit it is a person's.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Year, month and day of a code with a birth date: day, month, year, century (0 the 1800s, 1 the 1900s, 2 the 2000s).
fn date(number: &[u8]) -> Option<(u32, u32, u32)> {
    let century = match number[6] {
        digit @ b'0'..=b'2' => 1800 + 100 * u32::from(digit - b'0'),
        _ => return None,
    };
    let two = |at: usize| spelling::two(number, at);
    Some((century + two(4), two(2), two(0))).filter(|(year, month, day)| calendar::is_day(*year, *month, *day))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 11 || key[0] > b'3' {
        return Facts::default();
    }
    let Some((year, month, day)) = date(key) else { return Facts::default() };
    Facts { birth_day: birth(year, month, day), sequence: number(&key[7..10]), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(spelling::without_prefix(text, b"LV"), b" -")?;
    let right = if number[0] > b'3' {
        weighted_remainder(&number, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1], 11) == 3
    } else if number.starts_with(b"32") || date(&number).is_some() {
        let rest = weighted_remainder(&number, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9], 11);
        (rest + 1) % 11 % 10 == i32::from(number[10] - b'0')
    } else {
        return Err(Mismatch::Part);
    };
    if !right {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_birth_of_older_codes() {
        assert_eq!((facts(b"15038511239").birth_day, facts(b"15038511239").sequence), (Some(31_120), Some(123)));
        assert_eq!(facts(b"29020020017").birth_day, birth(2000, 2, 29));
        for without in [&b"40003521600"[..], b"32867300679", b"150"] {
            assert_eq!(facts(without), Facts::default());
        }
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
