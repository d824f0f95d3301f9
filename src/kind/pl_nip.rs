//! Polish tax number: ten digits, the last one checks.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `pl.nip`.
pub static KIND: Kind = Kind {
    id: "pl.nip",
    title: "Polish tax number (NIP)",
    plural: "NIP numbers",
    sources: &[
        "Ustawa z dnia 13 października 1995 r. o zasadach ewidencji i identyfikacji podatników i płatników (NIP)",
        "python-stdnum 2.2, stdnum.pl.nip",
    ],
    valid: &[
        ("8567346215", "8567346215"),
        ("856-734-62-15", "8567346215"),
        ("PL 8567346215", "8567346215"),
        ("pl8567346215", "8567346215"),
        ("856 734 62 15", "8567346215"),
        ("8567346215.0", "8567346215"),
    ],
    invalid: &[
        ("8567346216", Mismatch::Check),
        ("0000000000", Mismatch::Part),
        ("856734621", Mismatch::Length),
        ("856.734.62.15", Mismatch::Shape),
        ("DE8567346215", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0909,
    width: Some(10.0),
    rank: Rank::Attribute,
    headers: &["nip", "nipnumber", "numernip", "nrnip", "vatpl", "ніп", "нип"],
    caveat: "One in eleven random ten-digit numbers passes, telephone and Ukrainian taxpayer numbers among them. \
             Companies and sole traders have it; persons without a trade had one until 2011.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<10>(spelling::without_prefix(text, b"PL"), b" -")?;
    if &number == b"0000000000" {
        return Err(Mismatch::Part);
    }
    if weighted_remainder(&number, &[6, 5, 7, 2, 3, 4, 5, 6, 7, -1], 11) != 0 {
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
