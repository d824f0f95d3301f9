//! Turkish identity number: nine digits that mean nothing and two that check.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `tr.tckimlik`.
pub static KIND: Kind = Kind {
    id: "tr.tckimlik",
    title: "Turkish identity number (T.C. kimlik numarası)",
    plural: "Turkish identity numbers",
    sources: &[
        "Nüfus ve Vatandaşlık İşleri (Turkey), T.C. Kimlik Numarası (since 2000, eleven digits)",
        "python-stdnum 2.2, stdnum.tr.tckimlik (check digits)",
    ],
    valid: &[
        ("17291716060", "17291716060"),
        ("10000000146", "10000000146"),
        ("98765432150", "98765432150"),
        ("17291716060.0", "17291716060"),
    ],
    invalid: &[
        ("17291716050", Mismatch::Check),
        ("17291716061", Mismatch::Check),
        ("07291716092", Mismatch::Part),
        ("1729171606", Mismatch::Length),
        ("172 917 160 60", Mismatch::Shape),
        ("172-917-160-60", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.009,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &[
        "tckimlik",
        "tckimlikno",
        "tckimliknumarası",
        "tckimliknumarasi",
        "tcno",
        "tckn",
        "kimlikno",
        "kimliknumarası",
        "tc",
        "tcnumarası",
    ],
    caveat: "One in 110 random eleven-digit numbers passes. It is written without blanks: digits in groups are not \
             taken. Numbers of foreigners begin with 99.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b"")?;
    if number[0] == b'0' {
        return Err(Mismatch::Part);
    }
    let first = weighted_remainder(&number, &[7, -1, 7, -1, 7, -1, 7, -1, 7], 10);
    let second = weighted_remainder(&number, &[1; 10], 10);
    if [first, second] != [number[9], number[10]].map(|digit| i32::from(digit - b'0')) {
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
