//! German tax identification number: ten digits that mean nothing and one that checks.

use super::check::iso7064::mod_11_10;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `de.idnr`.
pub static KIND: Kind = Kind {
    id: "de.idnr",
    title: "German tax identification number (IdNr)",
    plural: "tax identification numbers",
    sources: &[
        "Abgabenordnung (Germany), sections 139a and 139b; Steueridentifikationsnummerverordnung, section 1",
        "python-stdnum 2.2, stdnum.de.idnr (which digits may repeat)",
    ],
    valid: &[
        ("36574261809", "36574261809"),
        ("36 574 261 809", "36574261809"),
        ("36.574.261.809", "36574261809"),
        ("36-574-261-809", "36574261809"),
        ("44507824366", "44507824366"),
        ("36574261809.0", "36574261809"),
    ],
    invalid: &[
        ("36574261890", Mismatch::Check),
        ("36554266806", Mismatch::Part),
        ("06574261809", Mismatch::Part),
        ("11111111111", Mismatch::Part),
        ("3657426180", Mismatch::Length),
        ("36574261809X", Mismatch::Length),
        ("DE36574261809", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00343,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &[
        "idnr",
        "steuerid",
        "steueridnr",
        "steueridentifikationsnummer",
        "steuernummer",
        "taxidde",
        "identifikationsnummer",
    ],
    caveat: "Given to everybody from birth since 2008. The local tax number (Steuernummer) is another, without a \
             common form, and stands under the same headers.",
    key,
    ..Kind::COMMON
};

/// Whether exactly one digit of the first ten stands there twice or thrice, and no other more than once.
fn repeats_rightly(number: &[u8]) -> bool {
    let mut counts = [0_u8; 10];
    for digit in &number[..10] {
        counts[usize::from(digit - b'0')] += 1;
    }
    let mut repeated = counts.iter().filter(|count| **count > 1);
    matches!((repeated.next(), repeated.next()), (Some(2 | 3), None))
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b" -./,")?;
    if number[0] == b'0' || !repeats_rightly(&number) {
        return Err(Mismatch::Part);
    }
    if mod_11_10(&number[..10]) != number[10] {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
