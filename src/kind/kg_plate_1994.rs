//! Kyrgyz number plates of 1994 to 2016: letter of the region, three or four digits, one or two letters.

use super::check::form::{Between, Form, Run};
use super::check::letters::{Alphabet, LATIN};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};

/// The kind `kg.plate_1994`.
pub static KIND: Kind = Kind {
    id: "kg.plate_1994",
    title: "Kyrgyz number plate of 1994 to 2016",
    plural: "old Kyrgyz number plates",
    sources: &[
        "Wikipedia, Kfz-Kennzeichen (Kirgisistan): a letter, digits, up to two letters",
        "autokennzeichen.de (letters of the regions)",
    ],
    valid: &[
        ("B1234AB", "B1234AB"),
        ("S0001K", "S0001K"),
        ("b 1234 ab", "B1234AB"),
        ("В1234АВ", "B1234AB"),
        ("S 123 KG", "S123KG"),
        ("Z-1234-A", "Z1234A"),
    ],
    invalid: &[
        ("G1234AB", Mismatch::Shape),
        ("BB1234AB", Mismatch::Length),
        ("B12AB", Mismatch::Length),
        ("B12345AB", Mismatch::Length),
        ("B1234ABC", Mismatch::Length),
        ("B1234", Mismatch::Length),
        ("B0000AB", Mismatch::Part),
        ("B.1234.AB", Mismatch::Shape),
        ("1234AB", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Eleven of 26 Latin letters before the number.
    chance: 0.423,
    width: Some(8.24),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "Little more than a shape: a letter of eleven, a number, one or two letters. Soviet plates typed in Latin \
             letters and many codes of goods pass.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Letters of the regions.
static REGION: Alphabet = Alphabet::latin("ABCDEINOSTZ");

static FORM: Form = Form {
    runs: &[Run::Letters(&REGION, 1, 1), Run::Digits(3, 4), Run::Letters(&LATIN, 1, 2)],
    between: Between::Dashes,
    whole: false,
};

/// Whether the number is more than zeros.
fn is_issued(key: &[u8]) -> bool {
    key.iter().filter(|byte| byte.is_ascii_digit()).any(|digit| *digit != b'0')
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

/// The region by its letter (source: as the kind's), the year of the system, the number.
fn facts(key: &[u8]) -> Facts {
    let region = match key.first() {
        Some(b'A') => "Batken",
        Some(b'B' | b'E') => "Bishkek",
        Some(b'C' | b'S') => "Chui",
        Some(b'D') => "Jalal-Abad",
        Some(b'I') => "Issyk-Kul",
        Some(b'N') => "Naryn",
        Some(b'O') => "Osh region",
        Some(b'T') => "Talas",
        Some(b'Z') => "Osh",
        _ => return Facts::default(),
    };
    let year = if key.starts_with(b"Z") { 2000 } else { 1994 };
    let digits = key[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    Facts { region: Some(region), year: Some(year), sequence: number(&key[1..=digits]), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_region_year_and_number() {
        let found = facts(b"B1234AB");
        assert_eq!((found.region, found.year, found.sequence), (Some("Bishkek"), Some(1994), Some(1234)));
        assert_eq!((facts(b"Z123A").year, facts(b"Z123A").sequence), (Some(2000), Some(123)));
        assert_eq!((facts(b"T"), facts(b"")), (Facts { sequence: None, ..facts(b"T1") }, Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "A9999AA");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
    }
}
