//! Azerbaijani taxpayer number: eight digits, a check digit, and one that tells organisation from person.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `az.voen`.
pub static KIND: Kind = Kind {
    id: "az.voen",
    title: "Azerbaijani taxpayer number (VÖEN)",
    plural: "VÖEN numbers",
    sources: &[
        "Tax Code of Azerbaijan, article 33; State Tax Service, structure of the VÖEN",
        "python-stdnum 2.2, stdnum.az.voen (check digit, nine digits where the first is a zero)",
    ],
    valid: &[
        ("1401555071", "1401555071"),
        ("140 155 5071", "1401555071"),
        ("1401555072", "1401555072"),
        ("0012345691", "0012345691"),
        ("554421772", "0554421772"),
        ("1401555071.0", "1401555071"),
    ],
    invalid: &[
        ("1401555081", Mismatch::Check),
        ("1400057424", Mismatch::Part),
        ("0000000000", Mismatch::Part),
        ("0000000001", Mismatch::Part),
        ("14015550", Mismatch::Length),
        ("14015550711", Mismatch::Length),
        ("140-155-5071", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01818,
    width: Some(10.0),
    rank: Rank::Attribute,
    headers: &["voen", "vöen", "вöен", "воен", "taxidaz", "vergiödəyicisi"],
    caveat: "One in 55 random ten-digit numbers passes. The last digit is 1 for organisations and 2 for persons. \
             Nine digits are read as a number whose leading zero was left out, which is common.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = match spelling::digits::<10>(text, b" ") {
        Err(Mismatch::Length) => {
            let short = spelling::digits::<9>(text, b" ")?;
            let mut number = [b'0'; 10];
            number[1..].copy_from_slice(&short);
            number
        }
        read => read?,
    };
    if !matches!(number[9], b'1' | b'2') || number.starts_with(b"00000000") {
        return Err(Mismatch::Part);
    }
    if weighted_remainder(&number, &[4, 1, 8, 6, 2, 7, 5, 3], 11) != i32::from(number[8] - b'0') {
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
        crate::kind::tests::check_chance(&KIND, "9999999999");
    }
}
