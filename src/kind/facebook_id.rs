//! Number of a Facebook account.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Standing};

/// The kind `facebook.id`.
pub static KIND: Kind = Kind {
    id: "facebook.id",
    title: "Facebook user id",
    plural: "Facebook user ids",
    sources: &["majimboo/fb_createdate_approximator (ranges by date)", "general: 1000... from 2009, 61... lately"],
    valid: &[
        ("4", "4"),
        ("1234567890", "1234567890"),
        ("100012345678901", "100012345678901"),
        ("61551234567890", "61551234567890"),
        ("100012345678901.0", "100012345678901"),
    ],
    invalid: &[
        ("200012345678901", Mismatch::Part),
        ("12345678901234", Mismatch::Part),
        ("012345", Mismatch::Part),
        ("12345678901", Mismatch::Length),
        ("1000123456789012", Mismatch::Length),
        ("1.00012E+14", Mismatch::Shape),
        ("zuck", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(10.0),
    standing: Standing::Partly,
    rank: Rank::Account,
    headers: &["fbid", "facebookid", "facebook", "facebookuserid", "фейсбук", "idfacebook"],
    caveat: "A bare number of up to ten digits, or one of fifteen that begins with 1000: only a header tells this kind. Ids \
             grow with the time of registration.",
    key,
    guise: super::Guise::Anything,
    // Ids are given out one after the other: whoever goes through them hits somebody's.
    series: Some(Series { prefix_bytes: 0, tail_bytes: 0, reseal: |key| judge(key).is_ok() }),
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let digits = text.strip_suffix(b".0").unwrap_or(text);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Mismatch::Shape);
    }
    judge(digits)?;
    out.extend_from_slice(digits);
    Ok(())
}

/// Judges digits.
fn judge(digits: &[u8]) -> Result<(), Mismatch> {
    match digits.len() {
        1..=10 if digits.starts_with(b"0") => Err(Mismatch::Part),
        1..=10 => Ok(()),
        14 if digits.starts_with(b"61") => Ok(()),
        15 if digits.starts_with(b"1000") => Ok(()),
        14 | 15 => Err(Mismatch::Part),
        _ => Err(Mismatch::Length),
    }
}
