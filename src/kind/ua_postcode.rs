//! Ukrainian postal code: five digits.

use super::check::form::{Form, Run};
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `ua.postcode`.
pub static KIND: Kind = Kind {
    id: "ua.postcode",
    title: "Ukrainian postal code",
    plural: "postal codes",
    sources: &["Ukrposhta, index of post offices; diia-open-source/be-documents-service, sample answer (84110)"],
    valid: &[("01001", "01001"), ("84110", "84110"), ("84 110", "84110"), ("84110.0", "84110")],
    invalid: &[
        ("1001", Mismatch::Length),
        ("841100", Mismatch::Length),
        ("00000", Mismatch::Part),
        ("84-110", Mismatch::Shape),
        ("8411O", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(5.0),
    headers: &[
        "postcode",
        "postalcode",
        "postbox",
        "zip",
        "zipcode",
        "postindex",
        "індекс",
        "поштовийіндекс",
        "индекс",
        "почтовыйиндекс",
    ],
    caveat: "Any number of five digits passes, those of other countries among them: values alone never decide this \
             kind. Codes of Kyiv begin with 0, which spreadsheets drop.",
    key,
    ..Kind::COMMON
};

static FORM: Form = Form::digits(&[Run::Digits(5, 5)]);

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if out == b"00000" { Err(Mismatch::Part) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "99999") > 0.999);
    }
}
