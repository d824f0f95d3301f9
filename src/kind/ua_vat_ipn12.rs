//! Ukrainian number of a VAT payer (legal person): twelve digits, the last one checks.

use super::check::form::{Form, Run};
use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Region, Standing};

/// The kind `ua.vat_ipn12`.
pub static KIND: Kind = Kind {
    id: "ua.vat_ipn12",
    title: "Ukrainian number of a VAT payer, legal person (ІПН платника ПДВ)",
    plural: "VAT payer numbers",
    sources: &[
        "drimacus182/ukrainian_codes (weights and check digit); State Tax Service of Ukraine, register of VAT payers",
    ],
    valid: &[
        ("328559626501", "328559626501"),
        ("3285 5962 6501", "328559626501"),
        ("328559626501.0", "328559626501"),
        ("328559626501\u{A0}", "328559626501"),
    ],
    invalid: &[
        ("328559626502", Mismatch::Check),
        ("32855962650", Mismatch::Length),
        ("3285596265011", Mismatch::Length),
        ("000000000000", Mismatch::Part),
        ("3285-5962-6501", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.1,
    width: Some(12.0),
    standing: Standing::Partly,
    headers: &["ipnpdv", "vatnumber", "vatid", "vat", "іпнпдв", "іпнплатникапдв", "номерплатникапдв", "иннндс"],
    caveat: "One in ten random twelve-digit numbers passes; Russian and Kazakh personal numbers and telephone numbers \
             with 380 or 996 have twelve digits as well. The rule was read in one public source. The first seven \
             digits are those of the enterprise code, the next four the region and tax office.",
    key,
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(12, 12)]);

/// Weights of the first eleven digits, and those that are taken where the remainder modulo 11 is 10; 10 again is 0.
///
/// # Source
/// drimacus182/ukrainian_codes.
const WEIGHTS: [[i32; 11]; 2] =
    [[11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47], [13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]];

fn check_digit(number: &[u8]) -> u8 {
    let remainder = WEIGHTS.iter().map(|weights| weighted_remainder(number, weights, 11)).find(|found| *found < 10);
    // The remainder is 0..=9, so the conversion keeps it.
    b'0' + remainder.unwrap_or(0) as u8
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out.starts_with(b"0000000") {
        Err(Mismatch::Part)
    } else if check_digit(out) != out[11] {
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
        let share = crate::kind::tests::share_of_random(&KIND, "999999999999");
        assert!((share - KIND.chance).abs() < 0.004, "{share}");
    }
}
