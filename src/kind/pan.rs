//! Number of a payment card: 13 to 19 digits, the last one checks.

use super::check::compact::{Compact, Keep};
use super::check::filler;
use super::check::luhn;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series};

/// The kind `pan`.
pub static KIND: Kind = Kind {
    id: "pan",
    title: "Payment card number (PAN)",
    plural: "payment card numbers",
    sources: &[
        "ISO/IEC 7812-1 (structure, Luhn check digit)",
        "the ranges that Visa, Mastercard, American Express, Mir, UnionPay, JCB, Discover, Diners Club and Maestro publish",
        "python-stdnum 2.2, stdnum.luhn (check digit)",
    ],
    valid: &[
        ("4111111111111111", "4111111111111111"),
        ("5555 5555 5555 4444", "5555555555554444"),
        ("3782-822463-10005", "378282246310005"),
        ("2200\u{A0}0000\u{A0}0000\u{A0}0053", "2200000000000053"),
        ("6011111111111117", "6011111111111117"),
        ("378282246310005.0", "378282246310005"),
        ("36227206271667", "36227206271667"),
    ],
    invalid: &[
        ("4111111111111112", Mismatch::Check),
        ("411111111111111", Mismatch::Length),
        ("41111111111111111111", Mismatch::Length),
        ("411111111111", Mismatch::Length),
        ("1111111111111117", Mismatch::Part),
        ("0000000000000000", Mismatch::Part),
        ("7777777777777777", Mismatch::Part),
        ("411111******1111", Mismatch::Shape),
        ("4.11111E+15", Mismatch::Shape),
        ("4111111111111111.0", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0395,
    width: Some(16.0),
    rank: Rank::Thing,
    headers: &[
        "card",
        "cardnumber",
        "cardno",
        "cardnum",
        "pan",
        "cc",
        "ccnum",
        "ccnumber",
        "creditcard",
        "creditcardnumber",
        "картка",
        "номеркартки",
        "платіжнакартка",
        "номерплатіжноїкартки",
        "карта",
        "номеркарты",
        "банковскаякарта",
        "платежнаякарта",
    ],
    caveat: "One in ten numbers of a card scheme's range passes. Masked numbers (411111******1111) are no keys. Spreadsheets \
             keep 15 digits: longer numbers end in zeros there and are lost. The ranges of Prostir, Elcart, UzCard, Humo, \
             Belkart and Troy are general knowledge.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    series: Some(Series { prefix_bytes: 6, tail_bytes: 1, reseal }),
    filler: Some(is_filler),
    together: Some(|cells| {
        // Cards of banks begin with 2 to 6; numbers of a shop's own cards with 9, those of airlines with 1.
        let of_banks = cells.iter().filter(|cell| matches!(cell.first(), Some(b'2'..=b'6'))).count();
        of_banks * 2 >= cells.len()
    }),
    ..Kind::COMMON
};

/// Fewest and most digits.
const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

/// Most digits that a spreadsheet keeps.
const EXACT_DIGITS: usize = 15;

/// Cards whose first six digits lie between the first two fields: lengths (bit n: n digits) and scheme.
struct Range(u32, u32, u32, &'static str);

const N13_16_19: u32 = 1 << 13 | 1 << 16 | 1 << 19;
const N14_TO_19: u32 = (1 << 20) - (1 << 14);
const N13_TO_19: u32 = (1 << 20) - (1 << 13);
const N15: u32 = 1 << 15;
const N16: u32 = 1 << 16;
const N16_TO_19: u32 = (1 << 20) - (1 << 16);

/// Sorted, disjoint.
///
/// # Source
/// The schemes' published ranges; those of national schemes (see the caveat) are general knowledge.
#[rustfmt::skip]
const RANGES: &[Range] = &[
    Range(220_000, 220_499, N16_TO_19, "Mir"), Range(222_100, 272_099, N16, "Mastercard"),
    Range(300_000, 305_999, N14_TO_19, "Diners Club"), Range(309_500, 309_599, N14_TO_19, "Diners Club"),
    Range(340_000, 349_999, N15, "American Express"), Range(352_800, 358_999, N16_TO_19, "JCB"),
    Range(360_000, 369_999, N14_TO_19, "Diners Club"), Range(370_000, 379_999, N15, "American Express"),
    Range(380_000, 399_999, N14_TO_19, "Diners Club"), Range(400_000, 499_999, N13_16_19, "Visa"),
    Range(500_000, 509_999, N13_TO_19, "Maestro"), Range(510_000, 559_999, N16, "Mastercard"),
    Range(560_000, 601_099, N13_TO_19, "Maestro"), Range(601_100, 601_199, N16_TO_19, "Discover"),
    Range(601_200, 619_999, N13_TO_19, "Maestro"), Range(620_000, 629_999, N16_TO_19, "UnionPay"),
    Range(630_000, 643_999, N13_TO_19, "Maestro"), Range(644_000, 659_999, N16_TO_19, "Discover"),
    Range(660_000, 699_999, N13_TO_19, "Maestro"), Range(860_000, 860_099, N16, "UzCard"),
    Range(911_200, 911_299, N16, "Belkart"), Range(941_700, 941_799, N16, "Elcart"),
    Range(979_200, 979_299, N16, "Troy"), Range(980_400, 980_499, N16, "Prostir"),
    Range(986_000, 986_099, N16, "Humo"),
];

fn range(digits: &[u8]) -> Option<&'static Range> {
    let first = number(digits.get(..6)?)?;
    let after = RANGES.partition_point(|range| range.0 <= first);
    RANGES.get(after.checked_sub(1)?).filter(|range| first <= range.1)
}

fn judge(digits: &[u8]) -> Result<(), Mismatch> {
    if !DIGITS.contains(&digits.len()) {
        return Err(Mismatch::Length);
    }
    match range(digits) {
        None => Err(Mismatch::Part),
        Some(range) if range.2 >> digits.len() & 1 == 0 => Err(Mismatch::Length),
        Some(_) if !luhn::is_valid(digits) => Err(Mismatch::Check),
        Some(_) => Ok(()),
    }
}

fn is_canonical(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit) && judge(text).is_ok()
}

fn reseal(digits: &mut [u8]) -> bool {
    let Some((check, body)) = digits.split_last_mut() else { return false };
    *check = luhn::check_digit(body);
    judge(digits).is_ok()
}

/// The scheme.
fn facts(key: &[u8]) -> Facts {
    Facts { region: range(key).map(|range| range.3), ..Facts::default() }
}

/// Whether nobody has the card: one digit, digits in order, or a number that is published for tests.
///
/// # Source
/// PayPal, "Test credit card account numbers", and Stripe, "Testing": the first numbers of each network.
fn is_filler(key: &[u8]) -> bool {
    let published = matches!(
        key,
        b"4012888888881881"
            | b"4242424242424242"
            | b"4000056655665556"
            | b"5555555555554444"
            | b"5105105105105100"
            | b"378282246310005"
            | b"371449635398431"
            | b"6011111111111117"
            | b"6011000990139424"
            | b"30569309025904"
            | b"3530111333300000"
            | b"3566002020360505"
    );
    published || key.get(1..).is_some_and(filler::is_run)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_suffix(b".0").filter(|number| number.len() <= EXACT_DIGITS).unwrap_or(text);
    let read = Compact::<20>::read(text, Keep::Digits, b"")?;
    judge(read.bytes())?;
    out.extend_from_slice(read.bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::Draw;

    #[test]
    fn ranges_are_sorted_and_named() {
        assert!(RANGES.is_sorted_by(|left, right| left.1 < right.0));
        for (number, scheme) in [
            (&b"4111111111111111"[..], Some("Visa")),
            (b"2720990000000000", Some("Mastercard")),
            (b"2721000000000000", None),
            (b"6011000000000000", Some("Discover")),
            (b"9804", None),
            (b"98040011", Some("Prostir")),
        ] {
            assert_eq!(facts(number).region, scheme);
        }
    }

    #[test]
    fn chance_of_sixteen_digits_is_as_stated() {
        let mut draw = Draw::new(1);
        let passed = (0..400_000).filter(|_| is_canonical(format!("{:016}", draw.below(10_u64.pow(16))).as_bytes()));
        let share = passed.count() as f64 / 4e5;
        assert!((share - KIND.chance).abs() < 0.002, "{share}");
    }
}
