//! Belarusian taxpayer number: nine digits, the first two of them letters for persons, the last one checks.

use super::check::weighted::weighted_remainder;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `by.unp`.
pub static KIND: Kind = Kind {
    id: "by.unp",
    title: "Belarusian taxpayer number (УНП)",
    plural: "Belarusian taxpayer numbers",
    sources: &[
        "Ministry of Taxes and Duties of Belarus, instruction on the assignment of the учетный номер плательщика",
        "python-stdnum 2.2, stdnum.by.unp",
    ],
    valid: &[
        ("200988541", "200988541"),
        ("200 988 541", "200988541"),
        ("УНП 200988541", "200988541"),
        ("унп MA1953684", "MA1953684"),
        ("МА1953684", "MA1953684"),
        ("ма 1953684", "MA1953684"),
        ("unp: HB1234568", "HB1234568"),
        ("190123455.0", "190123455"),
    ],
    invalid: &[
        ("200988542", Mismatch::Check),
        ("MA1953685", Mismatch::Check),
        ("100000010", Mismatch::Check),
        ("800123451", Mismatch::Part),
        ("000000013", Mismatch::Part),
        ("PA1953684", Mismatch::Part),
        ("20098854", Mismatch::Length),
        ("2009885411", Mismatch::Length),
        ("2M0988541", Mismatch::Shape),
        ("MF1953684", Mismatch::Shape),
        ("МФ1953684", Mismatch::Shape),
        ("200-988-541", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0636,
    width: Some(9.0),
    rank: Rank::Attribute,
    headers: &["unp", "unn", "унп", "унн", "учетныйномерплательщика", "уліковынумарплацельшчыка", "номерплательщика"],
    caveat: "One in sixteen random nine-digit numbers passes, Ukrainian identity cards among them. Nine digits are \
             an organisation or a trader; two letters first are a person. The letters are typed in either alphabet.",
    key,
    ..Kind::COMMON
};

/// Letters of persons' numbers; the second one counts by its place here.
const LETTERS: &[u8; 10] = b"ABCEHKMOPT";

/// The same letters in Cyrillic, as bytes of UTF-8 (capital, small), in the same order.
const CYRILLIC: [[&str; 2]; 10] = [
    ["А", "а"],
    ["В", "в"],
    ["С", "с"],
    ["Е", "е"],
    ["Н", "н"],
    ["К", "к"],
    ["М", "м"],
    ["О", "о"],
    ["Р", "р"],
    ["Т", "т"],
];

/// Spellings of the number's name that stand in front of it.
const NAMES: [&str; 6] = ["УНП", "унп", "Унп", "UNP", "unp", "Unp"];

/// The text without the number's name, its Cyrillic letters as their Latin look-alikes; `None` if too long.
fn latin(text: &[u8], buffer: &mut [u8; 32]) -> Option<usize> {
    let named = NAMES.iter().find_map(|name| text.strip_prefix(name.as_bytes()));
    let mut rest = named.map_or(text, |rest| crate::text::blank::trim(rest.strip_prefix(b":").unwrap_or(rest)));
    let mut length = 0;
    while let Some(&byte) = rest.first() {
        let look_alike = |pair: &[&str; 2]| pair.iter().any(|letter| rest.starts_with(letter.as_bytes()));
        let (byte, taken) = match CYRILLIC.iter().position(look_alike) {
            Some(letter) => (LETTERS[letter], 2),
            None => (byte, 1),
        };
        *buffer.get_mut(length)? = byte;
        (length, rest) = (length + 1, &rest[taken..]);
    }
    Some(length)
}

/// What the first eight places count; letters only in the first two.
///
/// # Source
/// python-stdnum 2.2, stdnum.by.unp.
const WEIGHTS: [i32; 8] = [29, 23, 19, 17, 13, 7, 5, 3];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let mut buffer = [0; 32];
    let length = latin(text, &mut buffer).ok_or(Mismatch::Shape)?;
    let number = spelling::read(&buffer[..length], b"**9999999", b" ")?;
    let second = LETTERS.iter().position(|letter| *letter == number[1]);
    let first = match (number[0], second) {
        (digit @ b'0'..=b'9', None) if number[1].is_ascii_digit() => i32::from(digit - b'0'),
        (letter, Some(_)) if LETTERS.contains(&letter) => i32::from(letter - b'A') + 10,
        _ => return Err(Mismatch::Shape),
    };
    if !b"1234567ABCEHKM".contains(&number[0]) {
        return Err(Mismatch::Part);
    }
    let second = second.map_or(i32::from(number[1] & 0x0F), |place| place as i32);
    let sum = WEIGHTS[0] * first + WEIGHTS[1] * second + weighted_remainder(&number[2..], &WEIGHTS[2..], 11);
    // A remainder of 10 is no digit: such numbers are not given out.
    if sum % 11 != i32::from(number[8] - b'0') {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_both_alphabets_fold() {
        for (latin, cyrillic) in LETTERS.iter().zip(CYRILLIC) {
            for letter in cyrillic {
                let (mut spelled, mut folded) = (KeyBuf::new(), KeyBuf::new());
                let of = |text: String, out: &mut KeyBuf| key(text.as_bytes(), Region::Unknown, out);
                for check in 0..10 {
                    let one = of(format!("M{}195368{check}", char::from(*latin)), &mut spelled);
                    let other = of(format!("М{letter}195368{check}"), &mut folded);
                    assert_eq!((one, &spelled), (other, &folded), "{letter}");
                }
            }
        }
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999999");
    }
}
