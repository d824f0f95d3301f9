//! Dutch citizen service number: nine digits, the last one checks; written with eight where the first is a zero.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `nl.bsn`.
pub static KIND: Kind = Kind {
    id: "nl.bsn",
    title: "Dutch citizen service number (BSN, earlier sofi number)",
    plural: "citizen service numbers",
    sources: &[
        "Besluit burgerservicenummer (Netherlands), article 1 (eleven test)",
        "python-stdnum 2.2, stdnum.nl.bsn (eight digits)",
    ],
    valid: &[
        ("111222333", "111222333"),
        ("1112.22.333", "111222333"),
        ("111-222-333", "111222333"),
        ("78551821", "078551821"),
        ("078551821", "078551821"),
        ("111 222 333", "111222333"),
        ("288798594.0", "288798594"),
    ],
    invalid: &[
        ("111252333", Mismatch::Check),
        ("78551822", Mismatch::Check),
        ("000000000", Mismatch::Part),
        ("1112223", Mismatch::Length),
        ("1112223334", Mismatch::Length),
        ("NL111222333", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0909,
    width: Some(9.0),
    rank: Rank::Tax,
    headers: &["bsn", "bsnnummer", "burgerservicenummer", "sofi", "sofinummer", "sofinr", "bsnnr"],
    caveat: "One in eleven random numbers of nine digits passes, Ukrainian identity cards among them. By custom \
             numbers with a leading zero are written with eight digits too: that is no loss here.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = match spelling::digits::<9>(text, b" -.") {
        Err(Mismatch::Length) => {
            let short = spelling::digits::<8>(text, b" -.")?;
            let mut number = [b'0'; 9];
            number[1..].copy_from_slice(&short);
            number
        }
        read => read?,
    };
    if &number == b"000000000" {
        return Err(Mismatch::Part);
    }
    if weighted_remainder(&number, &[9, 8, 7, 6, 5, 4, 3, 2, -1], 11) != 0 {
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
