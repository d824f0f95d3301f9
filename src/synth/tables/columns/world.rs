//! Columns of the world's most leaked personal numbers.
//!
//! # Source
//! Check arithmetic: python-stdnum 2.2 (`br.cpf`, `br.cnpj`, `in_.aadhaar`, `in_.pan`, `pl.pesel`, `pl.nip`, `es.dni`,
//! `es.nie`, `it.codicefiscale`, `gb.nhs`, `fr.nir`, `de.idnr`, `nl.bsn`, `ro.cnp`, `bg.egn`, `ee.ik`, `lt.asmens`,
//! `tr.tckimlik`, `cn.ric`), the Social Security Administration's randomisation of 2011, HMRC manual NIM39110.

use super::super::dice::{digits_of, swapped, weighed};
use super::super::{Cell, MadeColumn};

pub(super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::tested("us.ssn", &["ua.id_card", "nl.bsn"], ssn),
    MadeColumn::telling("br.cpf", cpf),
    MadeColumn::telling("br.cnpj", cnpj),
    MadeColumn::telling("in.aadhaar", aadhaar),
    MadeColumn::telling("in.pan", pan_in),
    MadeColumn::telling("pl.pesel", pesel),
    MadeColumn::telling("pl.nip", nip),
    MadeColumn::telling("es.dni", dni),
    MadeColumn::telling("es.nie", nie),
    MadeColumn::telling("it.codicefiscale", codice),
    MadeColumn::telling("gb.nino", nino),
    MadeColumn::telling("gb.nhs", nhs),
    MadeColumn::telling("fr.nir", nir),
    MadeColumn::telling("de.idnr", idnr),
    MadeColumn::telling("nl.bsn", bsn),
    MadeColumn::telling("ro.cnp", cnp),
    MadeColumn::telling("bg.egn", egn),
    MadeColumn::tested("ee.ik", &["lt.asmens"], isikukood),
    MadeColumn::tested("lt.asmens", &["ee.ik"], isikukood),
    MadeColumn::telling("tr.tckimlik", kimlik),
    MadeColumn::telling("cn.ric", ric),
];

/// Draws until a number can be issued.
fn until(mut draw: impl FnMut() -> Option<String>) -> String {
    loop {
        if let Some(number) = draw() {
            return number;
        }
    }
}

fn ssn(cell: &mut Cell<'_>) -> String {
    let area = until(|| {
        let area = cell.dice.between(1, 772);
        (area != 666).then(|| format!("{area:03}"))
    });
    let (group, serial) = (cell.dice.between(1, 99), cell.dice.between(1, 9999));
    match cell.form(3) {
        1 => format!("{area}{group:02}{serial:04}"),
        2 => format!("{area} {group:02} {serial:04}"),
        _ => format!("{area}-{group:02}-{serial:04}"),
    }
}

fn cpf(cell: &mut Cell<'_>) -> String {
    let body = cell.dice.digits(9);
    let digit = |body: &str, most: u64| {
        let weights: Vec<u64> = (2..=most).rev().collect();
        (11 - weighed(&digits_of(body), &weights) % 11) % 11 % 10
    };
    let body = format!("{body}{}", digit(&body, 10));
    let all = format!("{body}{}", digit(&body, 11));
    if cell.form(2) == 0 {
        return format!("{}.{}.{}-{}", &all[..3], &all[3..6], &all[6..9], &all[9..]);
    }
    all
}

fn cnpj(cell: &mut Cell<'_>) -> String {
    let body = format!("{:08}000{}", cell.dice.between(100_000, 45_999_999), cell.dice.uneven(&["1", "1", "2", "3"]));
    let digit = |body: &str, weights: &[u64]| (11 - weighed(&digits_of(body), weights) % 11) % 11 % 10;
    let body = format!("{body}{}", digit(&body, &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
    let all = format!("{body}{}", digit(&body, &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
    if cell.form(2) == 0 {
        return format!("{}.{}.{}/{}-{}", &all[..2], &all[2..5], &all[5..8], &all[8..12], &all[12..]);
    }
    all
}

/// Multiplication in the dihedral group of order ten: 0 to 4 are turns, 5 to 9 are flips.
fn dihedral(left: u64, right: u64) -> u64 {
    match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right - 5) % 5,
        (false, true) => 5 + (left - 5 + 5 - right) % 5,
        (false, false) => (left + 5 - right) % 5,
    }
}

/// Verhoeff's check digit.
///
/// # Source
/// J. Verhoeff, "Error Detecting Decimal Codes", 1969: the permutation (1 5 8 9 4 2 7 0)(3 6) once more at each place.
fn verhoeff(body: &str) -> u64 {
    let turned = |digit: u64| [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit as usize];
    let mut sum = 0;
    for (place, digit) in digits_of(body).iter().rev().enumerate() {
        let digit = (0..(place + 1) % 8).fold(*digit, |digit, _| turned(digit));
        sum = dihedral(sum, digit);
    }
    (0..10).find(|check| dihedral(sum, *check) == 0).unwrap_or(0)
}

fn aadhaar(cell: &mut Cell<'_>) -> String {
    let body = format!("{}{}", cell.dice.between(2, 9), cell.dice.digits(10));
    let all = format!("{body}{}", verhoeff(&body));
    if cell.form(2) == 0 { format!("{} {} {}", &all[..4], &all[4..8], &all[8..]) } else { all }
}

fn pan_in(cell: &mut Cell<'_>) -> String {
    let holder = cell.dice.uneven(&["P", "P", "P", "C", "H", "F", "T"]);
    let initial = cell.person.plain()[0].chars().next().unwrap_or('k').to_ascii_uppercase();
    let text =
        format!("{}{holder}{initial}{:04}{}", cell.dice.fill("@@@"), cell.dice.between(1, 9999), cell.dice.fill("@"));
    if cell.form(4) == 1 { text.to_lowercase() } else { text }
}

fn pesel(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let month = if year >= 2000 { month + 20 } else { month };
    let serial = cell.person.mark % 500 * 2 % 1000;
    let body = format!(
        "{:02}{month:02}{day:02}{serial:03}{}",
        year % 100,
        cell.dice.below(5) * 2 + u64::from(cell.person.male)
    );
    format!("{body}{}", (10 - weighed(&digits_of(&body), &[1, 3, 7, 9]) % 10) % 10)
}

fn nip(cell: &mut Cell<'_>) -> String {
    let all = until(|| {
        let office = cell
            .dice
            .uneven(&["525", "527", "521", "526", "113", "951", "676", "679", "782", "897", "583", "634", "725"]);
        let body = format!("{office}{}", cell.dice.digits(6));
        let check = weighed(&digits_of(&body), &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
        (check < 10).then(|| format!("{body}{check}"))
    });
    match cell.form(2) {
        0 => all,
        _ => format!("{}-{}-{}-{}", &all[..3], &all[3..6], &all[6..8], &all[8..]),
    }
}

fn dni_letter(number: u64) -> char {
    "TRWAGMYFPDXBNJZSQVHLCKE".chars().nth((number % 23) as usize).unwrap_or('T')
}

fn dni(cell: &mut Cell<'_>) -> String {
    let number = cell.dice.between(1_000_000, 79_999_999);
    let letter = dni_letter(number);
    match cell.form(3) {
        1 => format!("{number:08}-{letter}"),
        2 => format!("{number:08}{}", letter.to_ascii_lowercase()),
        _ => format!("{number:08}{letter}"),
    }
}

fn nie(cell: &mut Cell<'_>) -> String {
    let (head, number) = (cell.dice.below(2), cell.dice.between(1, 9_999_999));
    let letter = dni_letter(head * 10_000_000 + number);
    let first = ["X", "Y"][head as usize];
    if cell.form(3) == 1 { format!("{first}-{number:07}-{letter}") } else { format!("{first}{number:07}{letter}") }
}

/// Three letters of a name: consonants, then vowels, then X.
fn three(name: &str) -> String {
    let is_vowel = |letter: &char| "aeiou".contains(*letter);
    let consonants = name.chars().filter(|letter| !is_vowel(letter));
    consonants.chain(name.chars().filter(is_vowel)).chain("xxx".chars()).take(3).collect::<String>().to_uppercase()
}

fn codice(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let [surname, given] = cell.person.plain();
    let month = "ABCDEHLMPRST".chars().nth(month as usize - 1).unwrap_or('A');
    let day = if cell.person.male { day } else { day + 40 };
    let place = cell
        .dice
        .uneven(&["H501", "F205", "L219", "F839", "G273", "D969", "A944", "A662", "D612", "L736", "Z129", "Z138"]);
    let body = format!("{}{}{:02}{month}{day:02}{place}", three(&surname), three(&given), year % 100);
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let sum: usize = body
        .bytes()
        .enumerate()
        .map(|(at, sign)| {
            let value = usize::from(if sign.is_ascii_digit() { sign - b'0' } else { sign - b'A' });
            if at % 2 == 0 { odd[value] } else { value }
        })
        .sum();
    let text = format!("{body}{}", char::from(b'A' + (sum % 26) as u8));
    if cell.form(4) == 1 { text.to_lowercase() } else { text }
}

fn nino(cell: &mut Cell<'_>) -> String {
    let prefix = until(|| {
        let first = cell.dice.letter("ABCEGHJKLMNOPRSTWXYZ");
        let second = cell.dice.letter("ABCEGHJKLMNPRSTWXYZ");
        let prefix = format!("{first}{second}");
        (!["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix.as_str())).then_some(prefix)
    });
    let (digits, suffix) = (cell.dice.digits(6), cell.dice.letter("ABCD"));
    match cell.form(3) {
        1 => format!("{prefix} {} {} {} {suffix}", &digits[..2], &digits[2..4], &digits[4..]),
        2 => format!("{}{digits}{}", prefix.to_lowercase(), suffix.to_ascii_lowercase()),
        _ => format!("{prefix}{digits}{suffix}"),
    }
}

fn nhs(cell: &mut Cell<'_>) -> String {
    let all = until(|| {
        let body = format!("{}{}", cell.dice.pick(&["4", "6", "7"]), cell.dice.digits(8));
        let check = (11 - weighed(&digits_of(&body), &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        (check < 10).then(|| format!("{body}{check}"))
    });
    if cell.form(2) == 0 { all } else { format!("{} {} {}", &all[..3], &all[3..6], &all[6..]) }
}

fn nir(cell: &mut Cell<'_>) -> String {
    let (year, month, _) = cell.person.born;
    let sex = if cell.person.male { 1 } else { 2 };
    let department = cell.dice.uneven(&["75", "13", "59", "69", "92", "93", "33", "31", "44", "62", "2A", "2B", "99"]);
    let body = format!(
        "{sex}{:02}{month:02}{department}{:03}{:03}",
        year % 100,
        cell.dice.between(1, 560),
        cell.dice.between(1, 400)
    );
    let number: u64 = body.replace("2A", "19").replace("2B", "18").parse().unwrap_or(0);
    let check = 97 - number % 97;
    if cell.form(3) == 1 {
        return format!(
            "{sex} {} {} {} {} {} {check:02}",
            &body[1..3],
            &body[3..5],
            &body[5..7],
            &body[7..10],
            &body[10..13]
        );
    }
    format!("{body}{check:02}")
}

/// Eleven digits; of the first ten one stands twice (or thrice), another not at all.
fn idnr(cell: &mut Cell<'_>) -> String {
    let mut digits: Vec<u64> = (0..10).collect();
    for at in (1..10).rev() {
        digits.swap(at, cell.dice.below(at as u64 + 1) as usize);
    }
    digits[9] = digits[cell.dice.below(9) as usize];
    if digits[0] == 0 {
        let other = digits.iter().position(|digit| *digit != 0).unwrap_or(0);
        digits.swap(0, other);
    }
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    digits.push((11 - product) % 10);
    let all: String = digits.iter().map(u64::to_string).collect();
    if cell.form(3) == 1 { format!("{} {} {} {}", &all[..2], &all[2..5], &all[5..8], &all[8..]) } else { all }
}

fn bsn(cell: &mut Cell<'_>) -> String {
    until(|| {
        let body = format!("{}{}", cell.dice.between(1, 2), cell.dice.digits(7));
        let check = weighed(&digits_of(&body), &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        (check < 10).then(|| format!("{body}{check}"))
    })
}

fn cnp(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let first = if year < 2000 { 1 } else { 5 } + u64::from(!cell.person.male);
    let county = cell
        .dice
        .pick(&["40", "41", "42", "43", "44", "01", "05", "08", "12", "13", "16", "22", "26", "29", "35", "51"]);
    let body = format!("{first}{:02}{month:02}{day:02}{county}{:03}", year % 100, cell.dice.between(1, 999));
    let check = weighed(&digits_of(&body), &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    format!("{body}{}", if check == 10 { 1 } else { check })
}

fn egn(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let month = if year >= 2000 { month + 40 } else { month };
    let body = format!("{:02}{month:02}{day:02}{:03}", year % 100, cell.dice.between(0, 999));
    format!("{body}{}", weighed(&digits_of(&body), &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10)
}

fn isikukood(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let first = if year < 2000 { 3 } else { 5 } + u64::from(!cell.person.male);
    let body = format!("{first}{:02}{month:02}{day:02}{:03}", year % 100, cell.dice.between(1, 999));
    let digits = digits_of(&body);
    let mut check = weighed(&digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    if check == 10 {
        check = weighed(&digits, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
    }
    format!("{body}{check}")
}

fn kimlik(cell: &mut Cell<'_>) -> String {
    let body = format!("{}{}", cell.dice.between(1, 6), cell.dice.digits(8));
    let digits = digits_of(&body);
    let odd: u64 = digits.iter().step_by(2).sum();
    let even: u64 = digits.iter().skip(1).step_by(2).sum();
    let tenth = (7 * odd + 100 - even) % 10;
    format!("{body}{tenth}{}", (odd + even + tenth) % 10)
}

fn ric(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = cell.person.born;
    let place = cell
        .dice
        .pick(&["110101", "310115", "440305", "360426", "510104", "420106", "330106", "320102", "370202", "610113"]);
    let serial = cell.dice.below(499) * 2 + u64::from(cell.person.male);
    let body = format!("{place}{year:04}{month:02}{day:02}{serial:03}");
    let rest = digits_of(&body).iter().fold(0, |rest, digit| (rest + digit) * 2 % 11);
    let check = (12 - rest) % 11;
    let last = if check == 10 { "X".to_owned() } else { check.to_string() };
    let text = format!("{body}{last}");
    if cell.form(4) == 1 { swapped(&text, "X", "x") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_agree_with_published_numbers() {
        assert_eq!(verhoeff("23412341234"), 6);
        assert_eq!(dni_letter(54_362_315), 'K');
        assert_eq!((three("ricci"), three("emmanuel")), ("RCC".to_owned(), "MMN".to_owned()));
    }
}
