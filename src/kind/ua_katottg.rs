//! Ukrainian code of a place (KATOTTG): UA and seventeen digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::Alphabet;
use super::check::ua_regions;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `ua.katottg`.
pub static KIND: Kind = Kind {
    id: "ua.katottg",
    title: "Ukrainian code of a place (КАТОТТГ)",
    plural: "codes of places",
    sources: &[
        "Ministry of Development of Communities of Ukraine, order 290 of 2020-11-26, codifier of administrative units",
        "diia-open-source/be-documents-service, sample answer (UA80000000000093317, Kyiv)",
    ],
    valid: &[
        ("UA80000000000093317", "UA80000000000093317"),
        ("ua80000000000093317", "UA80000000000093317"),
        ("UA80 000 000 000 0 93317", "UA80000000000093317"),
        ("UА63120270010096107", "UA63120270010096107"),
    ],
    invalid: &[
        ("UA8000000000009331", Mismatch::Length),
        ("UA800000000000933170", Mismatch::Length),
        ("UA02000000000093317", Mismatch::Part),
        ("80000000000093317", Mismatch::Shape),
        ("RU80000000000093317", Mismatch::Shape),
        ("UU80000000000093317", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // 27 regions of a hundred, one pair of letters of 676.
    chance: 0.0004,
    width: Some(19.83),
    headers: &["katottg", "katotth", "addresskatottg", "regaddrkatottg", "катоттг", "кодкатоттг", "катоттх"],
    caveat: "In use from November 2020: data with it are not older. It names a place, not a person.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The letters of the country's code.
static UA: Alphabet = Alphabet::latin("UA");

static FORM: Form =
    Form { runs: &[Run::Letters(&UA, 2, 2), Run::Digits(17, 17)], between: Between::Dashes, whole: false };

fn region(key: &[u8]) -> Option<&'static str> {
    ua_regions::region(number(key.get(2..4)?)?)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    if !out.starts_with(b"UA") {
        Err(Mismatch::Shape)
    } else if region(out).is_none() {
        Err(Mismatch::Part)
    } else {
        Ok(())
    }
}

fn facts(key: &[u8]) -> Facts {
    Facts { region: region(key), year: region(key).map(|_| 2020), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_region() {
        assert_eq!(
            (facts(b"UA80000000000093317").region, facts(b"UA80000000000093317").year),
            (Some("Kyiv"), Some(2020))
        );
        assert_eq!(facts(b"UA"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "UA99999999999999999") / 26.0;
        assert!((share / KIND.chance - 1.0).abs() < 0.08, "{share}");
    }
}
