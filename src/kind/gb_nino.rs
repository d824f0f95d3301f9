//! British National Insurance number: two letters, six digits, a letter; nothing checks.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `gb.nino`.
pub static KIND: Kind = Kind {
    id: "gb.nino",
    title: "British National Insurance number",
    plural: "National Insurance numbers",
    sources: &["HM Revenue and Customs, National Insurance Manual NIM39110 (format and prefixes that are not used)"],
    valid: &[
        ("AB123456C", "AB123456C"),
        ("ab 12 34 56 c", "AB123456C"),
        ("AB-12-34-56-C", "AB123456C"),
        ("JG103759A", "JG103759A"),
        ("AB\u{A0}12\u{A0}34\u{A0}56\u{A0}C", "AB123456C"),
    ],
    invalid: &[
        ("QQ123456C", Mismatch::Part),
        ("GB123456A", Mismatch::Part),
        ("AO123456A", Mismatch::Part),
        ("TN123456A", Mismatch::Part),
        ("AB123456E", Mismatch::Part),
        ("AB123456", Mismatch::Length),
        ("AB1234567", Mismatch::Shape),
        ("A1123456C", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0849,
    width: Some(10.24),
    rank: Rank::Tax,
    headers: &[
        "nino",
        "ninumber",
        "nino1",
        "nationalinsurance",
        "nationalinsurancenumber",
        "nationalinsuranceno",
        "insurancenumber",
    ],
    caveat: "No check digit: one in twelve random texts of the shape passes. Numbers without the last letter, and \
             temporary ones (TN and the birth date), are not taken.",
    key,
    ..Kind::COMMON
};

/// Prefixes of allowed letters that are not used all the same.
const UNUSED: [&[u8; 2]; 7] = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read(text, b"AA999999A", b" -")?;
    let never = |letter: u8| matches!(letter, b'D' | b'F' | b'I' | b'Q' | b'U' | b'V');
    let unused = UNUSED.iter().any(|prefix| number.starts_with(*prefix));
    if never(number[0]) || never(number[1]) || number[1] == b'O' || unused || number[8] > b'D' {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "AA999999A");
    }
}
