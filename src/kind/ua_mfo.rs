//! Ukrainian bank code (MFO): six digits.

use super::check::chance::is_ruled_out;
use super::check::form::{Form, Run};
use super::{KeyBuf, Kind, Mismatch, Region, Sign};

/// The kind `ua.mfo`.
pub static KIND: Kind = Kind {
    id: "ua.mfo",
    title: "Ukrainian bank code (МФО)",
    plural: "bank codes",
    sources: &[
        "IBAN registry of SWIFT, entry UA (bank code of six digits); National Bank of Ukraine, directory of banks",
    ],
    valid: &[("305299", "305299"), ("300001", "300001"), ("322 313", "322313"), ("305299.0", "305299")],
    invalid: &[
        ("30529", Mismatch::Length),
        ("3052991", Mismatch::Length),
        ("005299", Mismatch::Part),
        ("305-299", Mismatch::Shape),
        ("30529A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Nine in ten texts, but numbers have no leading zero anyway: nothing is told.
    chance: 1.0,
    width: Some(6.0),
    headers: &["mfo", "bankcode", "bankmfo", "мфо", "мфобанку", "кодбанку", "мфобанка", "кодбанка"],
    caveat: "Any number of six digits passes. The sixth digit is a check digit by the codes of banks, which no rule that \
             was found states: no code is refused for it, and a column in which it holds for all codes is told. 305299 is a large bank. Next to accounts of fourteen digits it speaks of a base from \
             before 2019.",
    key,
    shows: Some(are_checked),
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(6, 6)]);

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out.starts_with(b"0") { Err(Mismatch::Part) } else { Ok(()) }
}

/// Weights of the first five digits; seven times their sum ends in the sixth.
///
/// # Source
/// Counted on the codes of fifteen banks (general knowledge: those of the test below; 322313 is that of the example in the
/// IBAN registry of SWIFT): it holds for all, by chance once in 10^15. The rule itself was not found in public.
const WEIGHTS: [u32; 5] = [1, 3, 7, 1, 3];

fn is_checked(code: &[u8]) -> bool {
    let digits = || code.iter().map(|digit| u32::from(digit & 0x0F));
    let sum: u32 = digits().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits().nth(5) == Some(sum * 7 % 10)
}

/// Cells that a code must fill at least to be looked at, and the share of cells that such codes must fill: dirt comes once,
/// banks again and again.
const TWICE: usize = 2;
const AGAIN: f64 = 0.8;

/// Whether codes that come again are checked, far beyond chance.
fn are_checked(cells: &[&[u8]]) -> Sign {
    let mut counts: std::collections::BTreeMap<KeyBuf, usize> = std::collections::BTreeMap::new();
    let mut code = KeyBuf::new();
    for cell in cells {
        code.clear();
        if key(cell, Region::Unknown, &mut code).is_ok() {
            *counts.entry(code.clone()).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= TWICE);
    let again: usize = counts.values().sum();
    let checked = counts.keys().filter(|code| is_checked(code)).count();
    let clear = again as f64 >= AGAIN * cells.len() as f64 && checked * 20 >= counts.len() * 19;
    if clear && is_ruled_out(checked, counts.len(), 0.1) { Sign::Proof } else { Sign::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::shown;

    const BANKS: [&str; 15] = [
        "300001", "300335", "300346", "300528", "300614", "305299", "320478", "322001", "322313", "325365", "328209",
        "334851", "351005", "380281", "380805",
    ];

    #[test]
    fn codes_of_banks_are_told_by_their_check_digits() {
        assert!(BANKS.iter().all(|code| is_checked(code.as_bytes())));
        assert_eq!(shown(&KIND, 200, |draw| draw.one_of(&BANKS).to_owned()), Sign::Proof);
        assert_eq!(shown(&KIND, 200, |draw| draw.one_of(&BANKS[..4]).to_owned()), Sign::Nothing, "four are too few");
        assert_eq!(shown(&KIND, 400, |draw| format!("3{:05}", draw.below(100_000))), Sign::Nothing, "random ones");
        assert_eq!(shown(&KIND, 400, |draw| format!("3000{:02}", draw.below(30))), Sign::Nothing, "a few random ones");
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999");
        assert!((share - 0.9).abs() < 0.005 && crate::kind::tests::share_of_random(&KIND, "199999") > 0.999, "{share}");
    }
}
