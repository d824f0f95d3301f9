//! British taxpayer reference: ten digits, the first one checks.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `gb.utr`.
pub static KIND: Kind = Kind {
    id: "gb.utr",
    title: "British unique taxpayer reference (UTR)",
    plural: "taxpayer references",
    sources: &[
        "OECD, Tax Identification Numbers, United Kingdom (ten digits, K beside them in self assessment)",
        "python-stdnum 2.2, stdnum.gb.utr (check digit)",
    ],
    valid: &[
        ("1955839661", "1955839661"),
        ("19558 39661", "1955839661"),
        ("1955839661K", "1955839661"),
        ("k1955839661", "1955839661"),
        ("8439509980", "8439509980"),
    ],
    invalid: &[
        ("2955839661", Mismatch::Check),
        ("2000000000", Mismatch::Part),
        ("195583966", Mismatch::Length),
        ("19558-39661", Mismatch::Shape),
        ("K", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.1,
    width: Some(10.0),
    rank: Rank::Tax,
    headers: &["utr", "utrnumber", "uniquetaxpayerreference", "taxpayerreference", "sautr"],
    caveat: "One in ten random ten-digit numbers passes, telephone and Ukrainian taxpayer numbers among them. The \
             check rule is known from use, not from a publication of the tax office. Companies and trusts have one \
             too.",
    standing: super::Standing::Partly,
    key,
    ..Kind::COMMON
};

/// Check digit (ASCII) by the remainder modulo 11.
///
/// # Source
/// python-stdnum 2.2, stdnum.gb.utr, with its weights.
const CHECKS: &[u8; 11] = b"21987654321";
const WEIGHTS: [i32; 9] = [6, 7, 8, 9, 10, 5, 4, 3, 2];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let bare = spelling::without_prefix(text, b"K");
    let number = spelling::digits::<10>(bare.strip_suffix(b"K").or(bare.strip_suffix(b"k")).unwrap_or(bare), b" ")?;
    if &number[1..] == b"000000000" {
        return Err(Mismatch::Part);
    }
    // The remainder is 0..=10, a place of the table.
    if CHECKS[weighted_remainder(&number[1..], &WEIGHTS, 11) as usize] != number[0] {
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
