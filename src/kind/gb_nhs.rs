//! Patient number of the National Health Service: ten digits, the last one checks.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `gb.nhs`.
pub static KIND: Kind = Kind {
    id: "gb.nhs",
    title: "British patient number (NHS number)",
    plural: "NHS numbers",
    sources: &["NHS Data Model and Dictionary, attribute NHS NUMBER (check digit)", "python-stdnum 2.2, stdnum.gb.nhs"],
    valid: &[
        ("9434765870", "9434765870"),
        ("943 476 5870", "9434765870"),
        ("943-476-5870", "9434765870"),
        ("8810970861", "8810970861"),
        ("9434765870.0", "9434765870"),
    ],
    invalid: &[
        ("9434765871", Mismatch::Check),
        ("0000000000", Mismatch::Part),
        ("943476587", Mismatch::Length),
        ("943.476.5870", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0909,
    width: Some(10.0),
    rank: Rank::Tax,
    // The same weights modulo eleven; book numbers whose last sign would be X are the one in eleven that no patient has.
    same_rule: &["book number (ISBN-10)"],
    headers: &["nhs", "nhsnumber", "nhsno", "nhsnum", "patientnhsnumber"],
    caveat: "One in eleven random ten-digit numbers passes, telephone and Ukrainian taxpayer numbers among them. \
             England, Wales and the Isle of Man; numbers from 999 on are for tests.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<10>(text, b" -")?;
    if &number == b"0000000000" {
        return Err(Mismatch::Part);
    }
    if weighted_remainder(&number, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11) != 0 {
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
