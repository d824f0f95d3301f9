//! Ukrainian bank code (MFO): six digits.

use super::check::form::{Form, Run};
use super::{KeyBuf, Kind, Mismatch, Region};

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
    caveat: "Any number of six digits passes: values alone never decide this kind. The check digit of the old rules \
             was not confirmed. 305299 is a large bank. Next to accounts of fourteen digits it speaks of a base from \
             before 2019.",
    key,
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(6, 6)]);

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out.starts_with(b"0") { Err(Mismatch::Part) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "999999");
        assert!((share - 0.9).abs() < 0.005 && crate::kind::tests::share_of_random(&KIND, "199999") > 0.999, "{share}");
    }
}
