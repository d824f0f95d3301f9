//! Kyrgyz enterprise code (OKPO): eight digits.

use super::check::form::{Form, Run};
use super::{KeyBuf, Kind, Mismatch, Region, Standing};

/// The kind `kg.okpo`.
pub static KIND: Kind = Kind {
    id: "kg.okpo",
    title: "Kyrgyz enterprise code (ОКПО)",
    plural: "Kyrgyz enterprise codes",
    sources: &["general knowledge; no public definition was found"],
    valid: &[("12345678", "12345678"), ("1234 5678", "12345678"), ("12345678.0", "12345678")],
    invalid: &[
        ("1234567", Mismatch::Length),
        ("123456789", Mismatch::Length),
        ("00000000", Mismatch::Part),
        ("1234-5678", Mismatch::Shape),
        ("1234567A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(8.0),
    standing: Standing::Unconfirmed,
    headers: &["okpo", "кодокпо", "окпо"],
    caveat: "Not confirmed: no public definition was found, and whether the Russian check digit applies is not known. \
             Any eight digits pass, dates among them; a Ukrainian enterprise code has the same shape and a check \
             digit.",
    key,
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(8, 8)]);

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out == b"00000000" { Err(Mismatch::Part) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "99999999") > 0.999);
    }
}
