//! Social Insurance Number of Canada.

use super::check::luhn;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `ca.sin`.
pub static KIND: Kind = Kind {
    id: "ca.sin",
    title: "Social Insurance Number (Canada, SIN)",
    plural: "Canadian Social Insurance Numbers",
    sources: &[
        "Employment and Social Development Canada, Social Insurance Number Code of Practice (nine digits; 9 first: \
         temporary residents)",
        "ISO/IEC 7812-1, annex B (the check digit)",
        "python-stdnum 2.2, stdnum.ca.sin",
    ],
    valid: &[("123-456-782", "123456782"), ("123 456 782", "123456782"), ("123456782", "123456782")],
    invalid: &[
        ("123-456-783", Mismatch::Check),
        ("046-454-286", Mismatch::Part),
        ("12345678", Mismatch::Length),
        ("1234-56782", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Eight first digits of ten, one check digit of ten.
    chance: 0.08,
    width: Some(9.0),
    rank: Rank::Tax,
    same_rule: &["French company number (SIREN)", "numbers of customers with the same check digit"],
    headers: &["sin", "sinnumber", "socialinsurancenumber", "canadasin"],
    caveat: "One nine-digit number in twelve passes. Numbers that begin with 0 are not given out, those with 8 are \
             business numbers.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read_grouped(text, b"999999999", b" -", &[3, 6])?;
    if matches!(number[0], b'0' | b'8') {
        return Err(Mismatch::Part);
    }
    if !luhn::is_valid(&number) {
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
        crate::kind::tests::check_chance(&KIND, "999999999");
    }
}
