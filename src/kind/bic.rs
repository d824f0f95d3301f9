//! Business identifier code of a bank (SWIFT code): eight characters, or eleven with a branch.

use super::check::compact::{Compact, Keep};
use super::check::countries;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `bic`.
pub static KIND: Kind = Kind {
    id: "bic",
    title: "Business identifier code of a bank (BIC, SWIFT code)",
    plural: "bank codes",
    sources: &["ISO 9362", "python-stdnum 2.2, stdnum.bic"],
    valid: &[
        ("AGRIFRPP882", "AGRIFRPP882"),
        ("ABNA BE 2A", "ABNABE2A"),
        ("agriFRPP", "AGRIFRPP"),
        ("AGRIFRPPXXX", "AGRIFRPP"),
        ("АGRI-FR-РР", "AGRIFRPP"),
    ],
    invalid: &[
        ("AGRIFRPP8", Mismatch::Length),
        ("AGRI", Mismatch::Length),
        ("AGRIF2PP", Mismatch::Shape),
        ("12345678", Mismatch::Shape),
        ("AGRIQQPP", Mismatch::Part),
        ("AGRIFRPP88/", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Some 250 of 676 pairs of letters are a country.
    chance: 0.37,
    // Eight letters.
    width: Some(11.3),
    rank: Rank::Attribute,
    headers: &["bic", "swift", "swiftcode", "biccode", "swiftbic", "bicswift", "кодswift", "свіфт", "свифт"],
    caveat: "There is no check digit: one in three words of eight Latin letters passes, so that values alone say little. \
             A code with the branch XXX is the head office's, and its key that of eight characters. The Russian БИК is \
             another thing.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The country.
fn facts(key: &[u8]) -> Facts {
    Facts { region: key.get(4..).and_then(countries::name), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<11>::read(text, Keep::Letters, b"")?;
    let bytes = read.bytes();
    if !bytes.iter().take(6).all(u8::is_ascii_uppercase) {
        return Err(Mismatch::Shape);
    }
    if read.count != 8 && read.count != 11 {
        return Err(Mismatch::Length);
    }
    if countries::name(&bytes[4..]).is_none() {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(bytes.strip_suffix(b"XXX").filter(|head| head.len() == 8).unwrap_or(bytes));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_country_and_chance_is_as_stated() {
        assert_eq!((facts(b"AGRIFRPP882").region, facts(b"AG").region), (Some("France"), None));
        assert!((countries::COUNT as f64 / 676.0 - KIND.chance).abs() < 0.005);
    }
}
