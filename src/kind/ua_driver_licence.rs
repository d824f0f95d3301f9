//! Ukrainian driving licence: series of three letters, number of six digits.

use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series};
use crate::text::{blank, cyrillic};

/// The kind `ua.driver_licence`.
pub static KIND: Kind = Kind {
    id: "ua.driver_licence",
    title: "Ukrainian driving licence, series and number",
    plural: "driving licences",
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 340 of 1993-05-08, with its later forms of the licence",
        "diia-open-source/be-documents-service, sample answer of the register of drivers (series ВХХ, number 578221)",
    ],
    valid: &[
        ("ВХХ578221", "ВХХ578221"),
        ("ААА123456", "ААА123456"),
        ("AAA123456", "ААА123456"),
        ("вхх 578221", "ВХХ578221"),
        ("bxX №578221", "ВХХ578221"),
        ("ЇЄҐ-000 001", "ЇЄҐ000001"),
        ("ВАА\u{A0}N 000001", "ВАА000001"),
    ],
    invalid: &[
        ("АА123456", Mismatch::Length),
        ("ВХХ57822", Mismatch::Length),
        ("ВХХ5782211", Mismatch::Length),
        ("ВХХ", Mismatch::Length),
        ("АААА123456", Mismatch::Length),
        ("ДЖU123456", Mismatch::Shape),
        ("ЫЭЪ123456", Mismatch::Shape),
        ("123456ВХХ", Mismatch::Shape),
        ("ВХХ578221 (дублікат)", Mismatch::Shape),
        ("578221", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    rank: Rank::Document,
    headers: &[
        "driverlicense",
        "driverlicence",
        "driverslicense",
        "driverslicence",
        "drivinglicense",
        "drivinglicence",
        "licensenumber",
        "licencenumber",
        "licenseno",
        "licenceno",
        "посвідченняводія",
        "номерпосвідченняводія",
        "водійськепосвідчення",
        "водійськіправа",
        "водительскоеудостоверение",
        "номерводительскогоудостоверения",
        "водительскиеправа",
        "ву",
        "номерву",
        "права",
    ],
    caveat: "There is no check digit, and vehicle registration certificates have the same shape: values alone never \
             decide this kind. Soviet licences share it too.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 6, tail_bytes: 0, reseal: |_| true }),
    pieces: &[
        Piece { headers: SERIES_HEADERS, fits: is_series, optional: false, telling: true },
        Piece { headers: NUMBER_HEADERS, fits: is_number, optional: false, telling: false },
    ],
    width: Some(9.6),
    ..Kind::COMMON
};

/// Words that head the series where it stands in a column of its own.
const SERIES_HEADERS: &[&str] = &[
    "series",
    "seria",
    "docseries",
    "documentseries",
    "dlseries",
    "licenseseries",
    "licenceseries",
    "driverlicenseseries",
    "driverlicenceseries",
    "серія",
    "серіядокумента",
    "серіядокументу",
    "серіяпосвідчення",
    "серіяпосвідченняводія",
    "серіяву",
    "серия",
    "сериядокумента",
    "серияудостоверения",
    "серияводительскогоудостоверения",
    "серияправ",
    "серияву",
];

/// Words that head the number where it stands in a column of its own.
const NUMBER_HEADERS: &[&str] = &[
    "number",
    "num",
    "no",
    "nr",
    "docnumber",
    "documentnumber",
    "dlnumber",
    "licensenumber",
    "licencenumber",
    "licenseno",
    "licenceno",
    "driverlicense",
    "driverlicence",
    "driverlicensenumber",
    "driverlicencenumber",
    "номер",
    "номердокумента",
    "номердокументу",
    "номерпосвідчення",
    "номерпосвідченняводія",
    "посвідченняномер",
    "посвідчення",
    "посвідченняводія",
    "номерудостоверения",
    "номерводительскогоудостоверения",
    "удостоверение",
    "номерправ",
    "номерву",
    "ву",
];

/// Three letters of either alphabet.
fn is_series(text: &[u8]) -> bool {
    // As if the number stood behind them: letters are read two bytes at a time.
    let mut padded = [b'0'; 2 * LETTERS + 1];
    text.len() < padded.len() && {
        padded[..text.len()].copy_from_slice(text);
        letters(&padded).is_some_and(|(_, at, good)| good && at == text.len())
    }
}

/// Six digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 6 && text.iter().all(u8::is_ascii_digit)
}

/// Length of a canonical key in bytes: three letters of two, six digits of one.
const KEY_BYTES: usize = 12;

/// Letters of a key.
const LETTERS: usize = 3;

/// No spelling is longer; a cell that is is not one.
const INPUT_BYTES_MOST: usize = 96;

/// What a byte of ASCII is in a spelling: a letter's cell in upper case (0x06..=0x25, all in U+0400..), or one of
/// these.
const OTHER: u8 = 0;
const DIGIT: u8 = 1;
const SKIP: u8 = 2;

/// Classes of ASCII.
static ASCII: [u8; 128] = {
    let mut table = [OTHER; 128];
    let mut byte = 0;
    while byte < 128 {
        let letter = (byte as u8).to_ascii_uppercase();
        table[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b' ' | b'\t'..=b'\r' | b'-' | b'.' | b',' | b'/' | b'\\' | b'#' | b'_' | b':' | b';' | b'\'' | b'"' => SKIP,
            b'(' | b')' | b'*' | b'|' => SKIP,
            // Y stands on no document beside the twelve letters of the series.
            b'Y' | b'y' => OTHER,
            _ => cyrillic::CYRILLIC[letter as usize],
        };
        byte += 1;
    }
    table
};

/// Cyrillic cell to the cell of its capital where that is a letter of a series, else 0.
static SERIES_LETTER: [u8; 256] = {
    let mut table = [0; 256];
    let mut cell = 0;
    while cell < 256 {
        let upper = cyrillic::UPPER[cell];
        table[cell] = if is_series_letter(upper) { upper } else { 0 };
        cell += 1;
    }
    table
};

/// А..Щ, Ь, Ю, Я, Ґ, Є, І, Ї: the Ukrainian alphabet.
const fn is_series_letter(upper: u8) -> bool {
    matches!(upper, 0x10..=0x29 | 0x2C | 0x2E | 0x2F | 0x90 | 0x04 | 0x06 | 0x07)
}

fn is_canonical(text: &[u8]) -> bool {
    let Ok(text) = <&[u8; KEY_BYTES]>::try_from(text) else { return false };
    let letter = |at: usize| {
        let cell = cyrillic::cell(text[at], text[at + 1]);
        cyrillic::is_pair(text[at], text[at + 1]) && SERIES_LETTER[usize::from(cell)] == cell && is_series_letter(cell)
    };
    letter(0) && letter(2) && letter(4) && text[6..].iter().all(u8::is_ascii_digit)
}

/// Letters and digits in the order in which they were read.
#[derive(Default)]
struct Read {
    key: [u8; KEY_BYTES],
    letters: usize,
    digits: usize,
}

impl Read {
    #[inline]
    fn letter(&mut self, cell: u8) -> Result<(), Mismatch> {
        if self.digits > 0 {
            return Err(Mismatch::Shape);
        }
        if self.letters < LETTERS {
            [self.key[2 * self.letters], self.key[2 * self.letters + 1]] = cyrillic::pair(cell);
        }
        self.letters += 1;
        Ok(())
    }

    #[inline]
    fn digit(&mut self, digit: u8) {
        if let Some(place) = self.key.get_mut(2 * LETTERS + self.digits) {
            *place = digit;
        }
        self.digits += 1;
    }
}

/// Three letters of either alphabet and case, at most one blank, six digits: nearly all spellings, read without a branch that
/// depends on them (which letters are Latin is a coin toss in hand-typed bases).
fn plain_key(text: &[u8]) -> Option<[u8; KEY_BYTES]> {
    let (mut key, mut at, mut good) = letters(text)?;
    at += usize::from(text.get(at) == Some(&b' '));
    let digits = <[u8; 6]>::try_from(text.get(at..)?).ok()?;
    good &= digits.iter().all(u8::is_ascii_digit);
    key[2 * LETTERS..].copy_from_slice(&digits);
    good.then_some(key)
}

/// A key that has its letters so far, the bytes that they took, and whether all are letters of a series.
#[inline]
fn letters(text: &[u8]) -> Option<([u8; KEY_BYTES], usize, bool)> {
    let (mut key, mut at, mut good) = ([0; KEY_BYTES], 0, true);
    for letter in 0..LETTERS {
        let (first, second) = (*text.get(at)?, *text.get(at + 1)?);
        let wide = cyrillic::is_pair(first, second);
        let narrow = LATIN_LETTER[usize::from(first)];
        let cell = if wide { SERIES_LETTER[usize::from(cyrillic::cell(first, second))] } else { narrow };
        good &= cell != 0;
        [key[2 * letter], key[2 * letter + 1]] = cyrillic::pair(cell);
        at += 1 + usize::from(wide);
    }
    Some((key, at, good))
}

/// A byte to the cell of the capital that its Latin letter looks like, else 0.
static LATIN_LETTER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if !matches!(ASCII[byte], OTHER | DIGIT | SKIP) {
            table[byte] = ASCII[byte];
        }
        byte += 1;
    }
    table
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if let Some(key) = plain_key(text) {
        out.extend_from_slice(&key);
        return Ok(());
    }
    if text.len() > INPUT_BYTES_MOST {
        return Err(Mismatch::Shape);
    }
    let mut read = Read::default();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte < 0x80 {
            at += 1;
            match ASCII[usize::from(byte)] {
                DIGIT => read.digit(byte),
                SKIP => {}
                // N before the number stands for №.
                OTHER if matches!(byte, b'N' | b'n') && read.letters == LETTERS && read.digits == 0 => {}
                OTHER => return Err(Mismatch::Shape),
                cell => read.letter(cell)?,
            }
        } else if let Some(&next) = text.get(at + 1).filter(|&&next| cyrillic::is_pair(byte, next)) {
            at += 2;
            match SERIES_LETTER[usize::from(cyrillic::cell(byte, next))] {
                0 => return Err(Mismatch::Shape),
                cell => read.letter(cell)?,
            }
        } else {
            match separator(&text[at..]) {
                0 => return Err(Mismatch::Shape),
                length => at += length,
            }
        }
    }
    match (read.letters, read.digits) {
        (LETTERS, 6) => out.extend_from_slice(&read.key),
        (0, _) => return Err(Mismatch::Shape),
        _ => return Err(Mismatch::Length),
    }
    Ok(())
}

/// Length of the separator beyond ASCII that `bytes` begins with, or 0: blanks, dashes, apostrophes, the number sign №.
#[cold]
fn separator(bytes: &[u8]) -> usize {
    if bytes.starts_with("№".as_bytes()) {
        return "№".len();
    }
    blank::gap(bytes).max(blank::dash(bytes)).max(blank::apostrophe(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Result<String, Mismatch> {
        crate::kind::tests::spelled(&KIND, text)
    }

    #[test]
    fn every_look_alike_folds_in_both_cases() {
        for (latin, cyrillic) in "ABCEHIKMOPTX".chars().zip("АВСЕНІКМОРТХ".chars()) {
            let expected = Ok(format!("{cyrillic}ДЖ123456"));
            assert_eq!(spelled(&format!("{latin}дж123456")), expected);
            assert_eq!(spelled(&format!("{}ДЖ123456", latin.to_ascii_lowercase())), expected);
        }
        for latin in "DFGJLQRSUVWYZN".chars() {
            assert_eq!(spelled(&format!("{latin}ДЖ123456")), Err(Mismatch::Shape), "{latin}");
        }
    }

    #[test]
    fn the_whole_alphabet_and_nothing_else() {
        for letter in "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ".chars() {
            let expected = format!("{letter}ХХ123456");
            assert_eq!(spelled(&expected).as_deref(), Ok(expected.as_str()));
            assert!(is_canonical(expected.as_bytes()), "{letter}");
            assert!(!is_canonical(expected.to_lowercase().as_bytes()), "{letter}");
        }
        for letter in "ЁЪЫЭЎЂѢ".chars() {
            assert_eq!(spelled(&format!("{letter}ХХ123456")), Err(Mismatch::Shape), "{letter}");
            assert!(!is_canonical(format!("{letter}ХХ123456").as_bytes()), "{letter}");
        }
    }

    #[test]
    fn n_is_a_number_sign_only_before_the_number() {
        assert_eq!(spelled("ААА N 123456").as_deref(), Ok("ААА123456"));
        assert_eq!(spelled("АNА 123456"), Err(Mismatch::Shape));
        assert_eq!(spelled("ААА 123N456"), Err(Mismatch::Shape));
    }
}
