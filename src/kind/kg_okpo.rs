//! Kyrgyz enterprise code (OKPO): eight digits, the last one checks.

use super::check::form::{Form, Run};
use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Region, Standing};

/// The kind `kg.okpo`.
pub static KIND: Kind = Kind {
    id: "kg.okpo",
    title: "Kyrgyz enterprise code (ОКПО)",
    plural: "Kyrgyz enterprise codes",
    sources: &[
        "PR 50.1.024-2005 (Rosstandart), check number of the codes of ОКПО: the rule that the codes of all former Soviet \
         republics began with",
        "eleven of twelve codes that Kyrgyz companies publish on their pages beside their tax numbers keep it (read in 2026); \
         one code in ten would by chance",
    ],
    valid: &[
        ("20000002", "20000002"),
        ("31234565", "31234565"),
        ("2000 0002", "20000002"),
        ("20000002.0", "20000002"),
        ("20\u{A0}000002", "20000002"),
    ],
    invalid: &[
        ("20000003", Mismatch::Check),
        ("31234561", Mismatch::Check),
        ("1234567", Mismatch::Length),
        ("123456789", Mismatch::Length),
        ("00000000", Mismatch::Part),
        ("2000-0002", Mismatch::Shape),
        ("2000000A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0952,
    width: Some(8.0),
    standing: Standing::Partly,
    same_rule: &["ua.edrpou", "Russian enterprise code (ОКПО)"],
    headers: &["okpo", "кодокпо", "окпо"],
    caveat: "No Kyrgyz definition was found: the check digit is that of Russian codes, which published Kyrgyz codes keep. \
             Ukrainian codes outside 30000000 to 60000000 have it too: values alone never tell the three apart. One in ten \
             random eight-digit numbers passes, dates among them.",
    key,
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(8, 8)]);

const WEIGHTS: [i32; 7] = [1, 2, 3, 4, 5, 6, 7];

/// The check digit (ASCII): the weighted sum modulo 11; where that is 10, the sum with weights greater by two; 10 again is 0.
///
/// # Source
/// PR 50.1.024-2005.
fn check_digit(code: &[u8]) -> u8 {
    let first = weighted_remainder(code, &WEIGHTS, 11);
    let remainder =
        if first < 10 { first } else { weighted_remainder(code, &WEIGHTS.map(|weight| weight + 2), 11) % 10 };
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + remainder as u8
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out == b"00000000" {
        Err(Mismatch::Part)
    } else if check_digit(out) != out[7] {
        Err(Mismatch::Check)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999999");
        assert!((share - 0.1).abs() < 0.006 && (share - KIND.chance).abs() < 0.008, "{share}");
    }
}
