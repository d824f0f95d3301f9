//! UTF-8 or windows-1251, and a refusal for other Cyrillic encodings that would be read as rubbish.

use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_U, WINDOWS_1251, X_MAC_CYRILLIC};

use crate::record::Charset;

/// Bytes looked at per decoding trial.
const TRIAL_BYTES: usize = 16 * 1024;

/// Letters a trial needs before another Cyrillic encoding may be named.
const TRIAL_LETTERS: usize = 200;

/// How frequent a Cyrillic letter is in Ukrainian and Russian text; only the order of magnitude matters here.
///
/// # Source
/// Letter frequencies of both languages as published in Wikipedia, "Letter frequency" (Russian) and "Ukrainian
/// alphabet".
fn frequency(lower: char) -> f64 {
    match lower {
        'о' | 'а' | 'и' | 'е' | 'н' | 'т' | 'р' | 'в' | 'і' | 'с' | 'л' => 1.0,
        'ё' | 'ґ' | 'ъ' | 'э' | 'ф' | 'щ' => -0.3,
        _ => 0.4,
    }
}

/// Other Cyrillic encodings, by the name that iconv takes, and by how much each must read better than windows-1251;
/// small
/// samples need more.
///
/// # Source
/// Measured on public pages of known encoding: texts in one of the first three read better as such by 0.24 to 1, texts
/// in
/// windows-1251 worse by 0.19 or more; Mac text differs from windows-1251 in its capitals alone (0.05 to 0.21).
static FOREIGN: [(&Encoding, &str, f64); 4] = [
    (KOI8_U, "KOI8-U", 0.12),
    (IBM866, "IBM866", 0.12),
    (ISO_8859_5, "ISO-8859-5", 0.12),
    (X_MAC_CYRILLIC, "MAC-CYRILLIC", 0.05),
];

/// How well decoded text reads as Ukrainian or Russian.
struct Reading {
    /// Cyrillic letters.
    letters: usize,
    /// Characters beyond ASCII that are more than blanks, dashes, quotes and №.
    telling: usize,
    /// Mean value of a character beyond ASCII: frequent letters near 1, other characters and odd case below 0.
    score: f64,
}

/// The charset of the samples.
///
/// # Errors
/// A sentence when the text is Cyrillic in an encoding that is not read.
pub(super) fn detect(samples: &[&[u8]]) -> Result<Charset, String> {
    if samples.iter().all(|sample| simdutf8::basic::from_utf8(sample).is_ok()) {
        return Ok(Charset::Utf8);
    }
    let (mut bad, mut good) = (0usize, 0usize);
    let mut foreign: Vec<u8> = Vec::new();
    for sample in samples {
        for line in sample.split(|&byte| byte == b'\n' || byte == b'\r') {
            if line.is_ascii() {
                continue;
            }
            if simdutf8::basic::from_utf8(line).is_ok() {
                good += 1;
            } else {
                bad += 1;
                if foreign.len() < TRIAL_BYTES {
                    foreign.extend_from_slice(&line[..line.len().min(TRIAL_BYTES)]);
                    foreign.push(b'\n');
                }
            }
        }
    }
    // A few broken records in UTF-8 text stay faults of those records.
    if good >= bad {
        return Ok(Charset::Utf8);
    }
    let windows = read_as(WINDOWS_1251, &foreign);
    for (encoding, name, margin) in FOREIGN {
        let other = read_as(encoding, &foreign);
        if other.letters >= TRIAL_LETTERS && other.score > windows.score + margin + 2.0 / (other.letters as f64).sqrt()
        {
            return Err(format!(
                "this is {name} text, which is not read: convert it to UTF-8 (iconv -f {name} -t UTF-8)"
            ));
        }
    }
    // Blanks, dashes and quotes of Windows alone are the same in all its charsets, and none of them in UTF-8.
    if are_twins(&foreign) || windows.telling == 0 {
        return Ok(Charset::Windows1251);
    }
    // Western letters stand alone among Latin ones and read as rare or odd Cyrillic.
    Ok(if windows.score > 0.3 { Charset::Windows1251 } else { Charset::Utf8 })
}

/// Whether the bytes beyond ASCII are, as good as all, Cyrillic letters that look like Latin ones, of four kinds or
/// more: typed among Latin letters, as in addresses and document numbers, where the same bytes as Western letters (ñ, ó,
/// å, ð, õ, î, à, ³; Â, Ê, Ì, Í, Î, Ð, Ñ, Ò, Õ, À, Å, ²) are of no one language. Only bytes that stand alone count: a Cyrillic word, as in a header, is no such letter.
fn are_twins(bytes: &[u8]) -> bool {
    const TWINS: &[u8] = b"\xE0\xF1\xE5\xB3\xEE\xF0\xF5\xF3\xC0\xC2\xC5\xB2\xCA\xCC\xCD\xCE\xD0\xD1\xD2\xD5";
    let (mut all, mut twins, mut counts) = (0usize, 0usize, [0usize; TWINS.len()]);
    let ascii = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        if !ascii(at.checked_sub(1)) || !ascii(at.checked_add(1)) {
            continue;
        }
        all += 1;
        if let Some(at) = TWINS.iter().position(|twin| twin == byte) {
            twins += 1;
            counts[at] += 1;
        }
    }
    twins * 20 >= all * 19 && counts.iter().filter(|&&count| count * 20 >= all.max(1)).count() >= 4
}

fn is_cyrillic(lower: char) -> bool {
    matches!(lower, 'а'..='я' | 'ё' | 'і' | 'ї' | 'є' | 'ґ')
}

fn read_as(encoding: &'static Encoding, bytes: &[u8]) -> Reading {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut reading = Reading { letters: 0, telling: 0, score: 0.0 };
    let mut total = 0.0;
    let characters: Vec<char> = text.chars().collect();
    let at = |index: usize| characters.get(index).copied().unwrap_or(' ');
    for (index, &character) in characters.iter().enumerate() {
        if character.is_ascii() {
            continue;
        }
        if matches!(character, '№' | '«' | '»' | '’' | '–' | '—' | '\u{a0}') {
            continue;
        }
        reading.telling += 1;
        let before = if index == 0 { ' ' } else { at(index - 1) };
        let after = at(index + 1);
        let lower = character.to_lowercase().next().unwrap_or(character);
        total += if !is_cyrillic(lower) {
            -1.0
        } else if before.is_ascii()
            && after.is_ascii()
            && !before.is_ascii_alphanumeric()
            && !after.is_ascii_alphanumeric()
        {
            // A letter alone is a mark in a table of such.
            0.4
        } else if before.is_ascii_alphabetic() || (before.is_ascii() && after.is_ascii()) {
            // Alone beside Latin letters or digits: a letter or sign of another encoding.
            -1.0
        } else if before.is_lowercase() && character.is_uppercase() {
            -0.7
        } else {
            frequency(lower)
        };
        reading.letters += usize::from(is_cyrillic(lower));
    }
    reading.score = if reading.telling == 0 { 0.0 } else { total / reading.telling as f64 };
    reading
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Петренко Іван Васильович;вулиця Садова, 5;Київ\nКОВАЛЕНКО ОЛЕНА ІВАНІВНА;проспект Миру, 7;Львів\n";

    #[test]
    fn cyrillic_text_is_told_apart() {
        let (windows, _, _) = WINDOWS_1251.encode(TEXT);
        assert_eq!(detect(&[&windows]), Ok(Charset::Windows1251));
        assert_eq!(detect(&[TEXT.as_bytes()]), Ok(Charset::Utf8));
        let russian = TEXT.replace(['І', 'і', 'ї'], "и").repeat(20);
        for encoding in [KOI8_U, IBM866] {
            // encoding_rs writes no IBM866: build it by looking each character up.
            let bytes: Vec<u8> = russian
                .chars()
                .map(|character| {
                    (0..=255u8)
                        .find(|&byte| encoding.decode_without_bom_handling(&[byte]).0.starts_with(character))
                        .unwrap()
                })
                .collect();
            assert!(detect(&[&bytes]).is_err());
        }
    }

    #[test]
    fn few_bad_records_stay_utf8_and_so_does_western_text() {
        let mut bytes = TEXT.repeat(50).into_bytes();
        bytes.extend_from_slice(b"\xC0\xD1\xE5\xF0;x\n");
        assert_eq!(detect(&[&bytes]), Ok(Charset::Utf8));
        let western = b"Jos\xE9;Mu\xF1oz\nFran\xE7ois;Caf\xE9\n".repeat(10);
        assert_eq!(detect(&[&western]), Ok(Charset::Utf8));
        assert_eq!(detect(&[b"plain;ascii\n"]), Ok(Charset::Utf8));
    }

    #[test]
    fn look_alikes_in_addresses_make_windows_1251() {
        let (text, _, _) = WINDOWS_1251.encode("sаmple@example.com\nоther@example.com\nplain@example.org\n");
        let (more, _, _) = WINDOWS_1251.encode("sеcond@example.com\nfirst@eхample.com\ntуpist@example.com\n");
        assert_eq!(detect(&[&text, &more]), Ok(Charset::Windows1251));
        let (header, _, _) = WINDOWS_1251.encode("Телефон;Електронна пошта\n");
        assert_eq!(detect(&[&header, &text, &more]), Ok(Charset::Windows1251));
        let spanish = b"mu\xF1oz@example.com\nl\xF3pez@example.com\nn\xFA\xF1ez@example.com\n";
        assert_eq!(detect(&[spanish]), Ok(Charset::Utf8));
    }

    #[test]
    fn look_alikes_in_document_numbers_make_windows_1251() {
        let numbers = "AВC123456\nBСH654321\nHОK112233\nEТM445566\nKАX778899\nMІP001122\nAAA000111\n";
        let (text, _, _) = WINDOWS_1251.encode(numbers);
        assert_eq!(detect(&[&text]), Ok(Charset::Windows1251));
        // Capitals of Western languages: French, Spanish, Nordic.
        for western in [
            &b"H\xD4TEL\nFOR\xCAT\nCIT\xC9\nGAR\xC7ON\n\xC9COLE\n"[..],
            b"MU\xD1OZ\nG\xD3MEZ\nP\xC9REZ\nN\xDA\xD1EZ\nGARC\xCDA\n",
            b"\xC5NGSTR\xD6M\nBJ\xD6RK\n\xD8STBY\nS\xC6TER\nG\xC5RD\n",
        ] {
            assert_eq!(detect(&[&western.repeat(9)]), Ok(Charset::Utf8), "{western:?}");
        }
    }

    #[test]
    fn blanks_and_dashes_of_windows_among_digits_are_no_broken_utf8() {
        let numbers = b"2530414071\xA0;050\x96123\x964567\n1759013776;0501234567\n".repeat(20);
        assert_eq!(detect(&[&numbers]), Ok(Charset::Windows1251));
        let licences = b"AAA \xB9123456\nBBB \xB9654321\n".repeat(20);
        assert_eq!(detect(&[&licences]), Ok(Charset::Windows1251));
        let broken = b"plain\n\xC3\n\xE2\x82\n".repeat(20);
        assert_eq!(detect(&[&broken]), Ok(Charset::Utf8));
    }

    #[test]
    fn rare_cyrillic_records_among_ascii_make_windows_1251() {
        let (name, _, _) = WINDOWS_1251.encode("оксана1985\n");
        let mut bytes = b"qwerty\n".repeat(500);
        bytes.extend_from_slice(&name);
        assert_eq!(detect(&[&bytes]), Ok(Charset::Windows1251));
    }
}
