//! What goes wrong in one cell of twenty: nothing there, a stand-in for nothing, cut off, another field's value, a typo.

use super::dice::Dice;

/// Stand-ins for nothing, as they are found in real files.
const STAND_INS: &[&str] =
    &["-", "NULL", "null", "0", "н/д", "нет", "немає", "n/a", "xxx", "?", "\\N", "0000000000", "—"];

/// Values of other fields that slip into a column when a row is shifted.
const STRAYS: &[&str] = &[
    "Київ",
    "ул. Садовая 12",
    "user77@example.com",
    "380501112233",
    "15.03.1985",
    "Іваненко",
    "1",
    "M",
    "Бишкек",
    "активний",
    "12.50",
    "Smith",
];

/// The cell, spoilt.
pub(super) fn spoilt(value: &str, dice: &mut Dice) -> String {
    let letters: Vec<char> = value.chars().collect();
    match dice.below(20) {
        0..=6 => String::new(),
        7..=9 => dice.pick(STAND_INS).to_owned(),
        10..=12 => dice.pick(STRAYS).to_owned(),
        13..=15 => letters[..letters.len().saturating_sub(dice.between(1, 3) as usize)].iter().collect(),
        _ if letters.len() < 3 => value.to_owned(),
        16 | 17 => {
            let mut typo = letters;
            let at = dice.below(typo.len() as u64) as usize;
            typo[at] = if typo[at].is_ascii_digit() { dice.letter("0123456789") } else { dice.letter("eaolk0") };
            typo.into_iter().collect()
        }
        _ => {
            let mut typo = letters;
            let at = dice.below(typo.len() as u64 - 1) as usize;
            typo.swap(at, at + 1);
            typo.into_iter().collect()
        }
    }
}
