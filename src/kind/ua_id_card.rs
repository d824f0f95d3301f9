//! Ukrainian identity card (passport as a card): nine digits.

use super::check::chance::are_most;
use super::check::form::{Form, Run};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Sign};

/// The kind `ua.id_card`.
pub static KIND: Kind = Kind {
    id: "ua.id_card",
    title: "Ukrainian identity card (passport as a card), number",
    plural: "identity cards",
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 302 of 2015-03-25, on the passport of a citizen with a chip",
        "diia-open-source/be-documents-service, sample answer of the register (000031886, issued 2016-03-09)",
    ],
    valid: &[
        ("000031886", "000031886"),
        ("001234567", "001234567"),
        ("001 234 567", "001234567"),
        ("123456789.0", "123456789"),
        ("00\u{A0}1234567\u{200B}", "001234567"),
    ],
    invalid: &[
        ("00003188", Mismatch::Length),
        ("0000318861", Mismatch::Length),
        ("000000000", Mismatch::Part),
        ("АА123456", Mismatch::Shape),
        ("123-45-6789", Mismatch::Shape),
        ("123456789.5", Mismatch::Shape),
        ("1.23E+08", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(9.0),
    rank: Rank::Document,
    headers: &[
        "idcard",
        "idcardnumber",
        "idcardno",
        "identitycard",
        "nationalid",
        "docnumber",
        "documentnumber",
        "idкартка",
        "idкартки",
        "номерidкартки",
        "айдікартка",
        "паспортідкартка",
        "номердокумента",
        "номердокументу",
        "idкарта",
        "номерidкарты",
        "айдикарта",
    ],
    caveat: "Any nine digits have this shape: US social security numbers, Russian passports for travel abroad, Dutch \
             citizen numbers, telephone numbers without their leading zero. Values alone never decide this kind. \
             Leading zeros are usual, and spreadsheets drop them. Issued from January 2016.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    shows: Some(are_low),
    series: Some(Series { prefix_bytes: 0, tail_bytes: 0, reseal: |number| is_issued(number) }),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(9, 9)]);

/// Whether most numbers are below ten million, two zeros before them: as many cards were issued by now, and neither Russian
/// passports nor US social security numbers begin so. Numbers of clients are filled up with zeros too.
///
/// # Source
/// diia-open-source/be-documents-service, sample answer of the register (000031886, issued 2016-03-09).
fn are_low(cells: &[&[u8]]) -> Sign {
    let low = cells.iter().filter(|cell| cell.starts_with(b"00")).count();
    if are_most(low, cells.len()) { Sign::Leaning } else { Sign::Nothing }
}

/// Nine zeros are a placeholder.
fn is_issued(number: &[u8]) -> bool {
    number != b"000000000"
}

fn facts(key: &[u8]) -> Facts {
    Facts { year: Some(2016), sequence: number(key), ..Facts::default() }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && is_issued(text)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if is_issued(out) { Ok(()) } else { Err(Mismatch::Part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_running_number_and_the_earliest_year() {
        let found = facts(b"000031886");
        assert_eq!((found.sequence, found.year, found.birth_day), (Some(31_886), Some(2016), None));
    }

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "999999999") > 0.999);
    }

    #[test]
    fn low_numbers_lean_to_cards() {
        use crate::kind::tests::shown;
        assert_eq!(shown(&KIND, 60, |draw| format!("00{:07}", draw.below(10_000_000))), Sign::Leaning);
        assert_eq!(shown(&KIND, 60, |draw| format!("{:09}", draw.below(1_000_000_000))), Sign::Nothing);
    }
}
