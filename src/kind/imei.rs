//! International mobile equipment identity: fifteen digits, the last one checks.

use super::check::compact::{Compact, Keep};
use super::check::filler;
use super::check::luhn;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `imei`.
pub static KIND: Kind = Kind {
    id: "imei",
    title: "Mobile device number (IMEI)",
    plural: "IMEIs",
    sources: &["3GPP TS 23.003, section 6.2.1 and annex B (Luhn check digit)", "python-stdnum 2.2, stdnum.imei"],
    valid: &[
        ("354178036859789", "354178036859789"),
        ("490154203237518", "490154203237518"),
        ("35-417803-685978-9", "354178036859789"),
        ("354178 03 685978 9", "354178036859789"),
        ("354178/03/685978/9", "354178036859789"),
        ("354178036859789.0", "354178036859789"),
    ],
    invalid: &[
        ("354178036859781", Mismatch::Check),
        ("000000000000000", Mismatch::Part),
        ("35417803685978", Mismatch::Length),
        ("3541780368597890", Mismatch::Length),
        ("3.54178E+14", Mismatch::Shape),
        ("35417803685978A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.1,
    width: Some(15.0),
    rank: Rank::Thing,
    headers: &["imei", "imei1", "imei2", "deviceimei", "phoneimei", "імеі", "імей", "имеи", "имей", "номерimei"],
    caveat: "The forms of 14 digits (without check digit) and 16 (with a software version) carry no check digit and are not \
             taken. One in ten numbers of 15 digits passes, cards of 15 digits among them. Copied devices share a number.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 8, tail_bytes: 1, reseal }),
    filler: Some(|key| key.get(..14).is_some_and(filler::is_run)),
    ..Kind::COMMON
};

/// Digits of a number.
const DIGITS: usize = 15;

fn judge(digits: &[u8; DIGITS]) -> Result<(), Mismatch> {
    if digits.iter().all(|digit| *digit == b'0') {
        Err(Mismatch::Part)
    } else if luhn::is_valid(digits) {
        Ok(())
    } else {
        Err(Mismatch::Check)
    }
}

fn is_canonical(text: &[u8]) -> bool {
    <&[u8; DIGITS]>::try_from(text).is_ok_and(|digits| digits.iter().all(u8::is_ascii_digit) && judge(digits).is_ok())
}

fn reseal(digits: &mut [u8]) -> bool {
    let Ok(digits) = <&mut [u8; DIGITS]>::try_from(digits) else { return false };
    digits[DIGITS - 1] = luhn::check_digit(&digits[..DIGITS - 1]);
    judge(digits).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_suffix(b".0").filter(|number| number.len() == DIGITS).unwrap_or(text);
    let read = Compact::<{ DIGITS + 1 }>::read(text, Keep::Digits, b"/")?;
    let digits = <&[u8; DIGITS]>::try_from(read.bytes()).map_err(|_| Mismatch::Length)?;
    judge(digits)?;
    out.extend_from_slice(digits);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_check_digit_in_ten_passes() {
        let passed = (0..10_000).filter(|n| is_canonical(format!("35417803685{n:04}").as_bytes())).count();
        assert_eq!(passed as f64, 10_000.0 * KIND.chance);
    }
}
