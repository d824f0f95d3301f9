//! Russian insurance account number (SNILS): nine digits, two check digits.

use super::check::filler;
use super::check::form::{Between, Form, Run};
use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ru.snils`.
pub static KIND: Kind = Kind {
    id: "ru.snils",
    title: "Russian insurance account number (СНИЛС)",
    plural: "insurance account numbers",
    sources: &[
        "Pension Fund of the Russian Federation, resolution 192p of 2006-07-31, annex: the check of insurance numbers \
         above 001-001-998",
    ],
    valid: &[
        ("112-233-445 95", "112-233-445 95"),
        ("087-654-302 00", "087-654-302 00"),
        ("123-456-789 64", "123-456-789 64"),
        ("11223344595", "112-233-445 95"),
        ("112-233-445-95", "112-233-445 95"),
        ("112 233 445 95", "112-233-445 95"),
        ("112–233–445\u{A0}95", "112-233-445 95"),
        ("11223344595.0", "112-233-445 95"),
    ],
    invalid: &[
        ("123-456-789 65", Mismatch::Check),
        ("112-233-445 96", Mismatch::Check),
        ("112-233-445 9", Mismatch::Length),
        ("112-233-445 955", Mismatch::Length),
        ("000-000-000 00", Mismatch::Part),
        ("112.233.445 95", Mismatch::Shape),
        ("1.12233E+10", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // One in 101, and those below 001-001-999, which have no check.
    chance: 0.011,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &[
        "snils",
        "insurancenumber",
        "pensionnumber",
        "снилс",
        "номерснилс",
        "страховойномер",
        "страховоесвидетельство",
        "страховойномериндивидуальноголицевогосчета",
        "снілс",
    ],
    caveat: "One in ninety random eleven-digit numbers passes; Russian telephone numbers, Polish PESEL and Brazilian \
             CPF numbers have eleven digits as well. Numbers up to 001-001-998 carry no check.",
    canonical: Some(is_canonical),
    key,
    filler: Some(is_filler),
    ..Kind::COMMON
};

static FORM: Form = Form { runs: &[Run::Digits(11, 11)], between: Between::Dashes, whole: true };

/// Weights of the nine digits.
///
/// # Source
/// As the kind's: the sum modulo 101, where 100 becomes 0, is the number of the last two digits.
const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, 1];

/// Judges eleven digits.
fn judge(digits: &[u8]) -> Result<(), Mismatch> {
    if digits.starts_with(b"000000000") {
        return Err(Mismatch::Part);
    }
    let check = weighted_remainder(digits, &WEIGHTS, 101) % 100;
    let told = i32::from(digits[9] & 0x0F) * 10 + i32::from(digits[10] & 0x0F);
    if digits[..9] <= b"001001998"[..] || check == told { Ok(()) } else { Err(Mismatch::Check) }
}

fn is_canonical(text: &[u8]) -> bool {
    let Ok([a @ .., b'-', d, e, f, b'-', g, h, i, b' ', j, k]) = <&[u8; 14]>::try_from(text) else { return false };
    let digits: [u8; 11] = [a[0], a[1], a[2], *d, *e, *f, *g, *h, *i, *j, *k];
    digits.iter().all(u8::is_ascii_digit) && judge(&digits).is_ok()
}

/// Whether the nine digits before the check digits are filled in; the key has hyphens between them.
fn is_filler(key: &[u8]) -> bool {
    let [a, b, c, b'-', d, e, f, b'-', g, h, i, ..] = *key else { return false };
    filler::is_run(&[a, b, c, d, e, f, g, h, i])
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)?;
    out.insert(9, b' ');
    out.insert(6, b'-');
    out.insert(3, b'-');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_numbers_carry_no_check() {
        for text in ["00100199812", "00000000155"] {
            assert!(judge(text.as_bytes()).is_ok(), "{text}");
        }
        assert_eq!(judge(b"00100199912"), Err(Mismatch::Check));
        assert!(is_canonical(b"001-001-998 12") && !is_canonical(b"001 001 998 12"));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999999999");
        assert!((share - KIND.chance).abs() < 0.001, "{share}");
    }
}
