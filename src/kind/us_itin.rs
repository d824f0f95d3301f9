//! Individual taxpayer number of the United States, for those who cannot have a Social Security number.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `us.itin`.
pub static KIND: Kind = Kind {
    id: "us.itin",
    title: "individual taxpayer identification number (United States, ITIN)",
    plural: "individual taxpayer numbers",
    sources: &[
        "Internal Revenue Service, Internal Revenue Manual 3.21.263 (ITIN: 9 first, fourth and fifth digit in range)",
        "python-stdnum 2.2, stdnum.us.itin",
    ],
    valid: &[
        ("912-90-3456", "912903456"),
        ("912903456", "912903456"),
        ("912 90 3456", "912903456"),
        ("970986006", "970986006"),
    ],
    invalid: &[
        ("123-45-6789", Mismatch::Part),
        ("912-93-4567", Mismatch::Part),
        ("912-89-4567", Mismatch::Part),
        ("912-69-4567", Mismatch::Part),
        ("91290345", Mismatch::Length),
        ("9129-03456", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.028,
    width: Some(9.0),
    rank: Rank::Tax,
    headers: &["itin", "itinnumber", "individualtaxpayeridentificationnumber", "ssnitin"],
    caveat: "No check digit; three of a hundred random nine-digit numbers pass. It stands in columns of Social \
             Security numbers. Groups 50-65 are also in use by now: such numbers are not taken here.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read_grouped(text, b"999999999", b" -", &[3, 5])?;
    let issued = matches!(spelling::two(&number, 3), 70..=88 | 90..=92 | 94..=99);
    if number[0] != b'9' || !issued {
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
        crate::kind::tests::check_chance(&KIND, "999999999");
    }
}
