//! Indian resident's number: eleven digits that mean nothing and one that checks.

use super::check::verhoeff;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `in.aadhaar`.
pub static KIND: Kind = Kind {
    id: "in.aadhaar",
    title: "Indian resident's number (Aadhaar)",
    plural: "Aadhaar numbers",
    sources: &[
        "Unique Identification Authority of India, A UID Numbering Scheme (2010)",
        "python-stdnum 2.2, stdnum.in_.aadhaar",
    ],
    valid: &[
        ("234123412346", "234123412346"),
        ("2341 2341 2346", "234123412346"),
        ("2341-2341-2346", "234123412346"),
        ("2341\u{A0}2341\u{A0}2346", "234123412346"),
        ("721446172092", "721446172092"),
        ("234123412346.0", "234123412346"),
    ],
    invalid: &[
        ("234123412347", Mismatch::Check),
        ("123412341234", Mismatch::Part),
        ("222222222222", Mismatch::Part),
        ("643343121", Mismatch::Length),
        ("XXXX XXXX 2346", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.08,
    width: Some(12.0),
    rank: Rank::Tax,
    headers: &[
        "aadhaar",
        "aadhar",
        "adhar",
        "adhaar",
        "aadhaarnumber",
        "aadhaarno",
        "aadharno",
        "aadharnumber",
        "uid",
        "uidai",
    ],
    caveat: "One in twelve random twelve-digit numbers passes, telephone numbers with a country code among them. \
             Files often show the last four digits only: these are not the number.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<12>(text, b" -")?;
    let is_palindrome = number.iter().eq(number.iter().rev());
    if number[0] < b'2' || is_palindrome {
        return Err(Mismatch::Part);
    }
    if !verhoeff::is_right(&number) {
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
        crate::kind::tests::check_chance(&KIND, "999999999999");
    }
}
