//! Blanks, dashes and characters that are not seen, as UTF-8 byte sequences.

/// Length in bytes of the blank or invisible character that `bytes` begins with; 0 if it begins with none.
///
/// Blanks are those of Unicode (White_Space); invisible ones are the soft hyphen, zero-width characters, marks of
/// writing direction and the byte order mark.
///
/// # Source
/// Unicode Character Database: PropList.txt (White_Space), DerivedCoreProperties.txt
/// (Default_Ignorable_Code_Point), those of them that spreadsheets, messengers and web pages leave in copied text.
#[inline]
pub fn gap(bytes: &[u8]) -> usize {
    match *bytes {
        [b' ' | b'\t'..=b'\r', ..] => 1,
        // U+0085 next line, U+00A0 no-break space, U+00AD soft hyphen.
        [0xC2, 0x85 | 0xA0 | 0xAD, ..] => 2,
        // U+1680 Ogham space, U+180E Mongolian vowel separator.
        [0xE1, 0x9A, 0x80, ..] | [0xE1, 0xA0, 0x8E, ..] => 3,
        // U+2000..200F spaces, zero width, direction; U+2028..202F separators, embedding, narrow no-break space.
        [0xE2, 0x80, 0x80..=0x8F | 0xA8..=0xAF, ..] => 3,
        // U+205F medium space, U+2060..2064 word joiner and kin, U+2066..206F isolates.
        [0xE2, 0x81, 0x9F..=0xA4 | 0xA6..=0xAF, ..] => 3,
        // U+3000 ideographic space, U+FEFF byte order mark.
        [0xE3, 0x80, 0x80, ..] | [0xEF, 0xBB, 0xBF, ..] => 3,
        _ => 0,
    }
}

/// Length in bytes of the dash that `bytes` begins with; 0 if it begins with none.
///
/// # Source
/// Unicode Character Database: PropList.txt (Dash), those in use between letters and digits.
#[inline]
pub fn dash(bytes: &[u8]) -> usize {
    match *bytes {
        [b'-', ..] => 1,
        // U+2010..2015 hyphens and dashes, U+2212 minus, U+FE58 and U+FE63 small forms, U+FF0D full width.
        [0xE2, 0x80, 0x90..=0x95, ..] | [0xE2, 0x88, 0x92, ..] => 3,
        [0xEF, 0xB9, 0x98 | 0xA3, ..] | [0xEF, 0xBC, 0x8D, ..] => 3,
        _ => 0,
    }
}

/// Length in bytes of the apostrophe that `bytes` begins with, in any of the forms it is typed; 0 if it begins with
/// none.
///
/// The double quote is among them: some dumps have it in names where an apostrophe was meant.
#[inline]
pub fn apostrophe(bytes: &[u8]) -> usize {
    match *bytes {
        [b'\'' | b'`' | b'"', ..] => 1,
        // U+00B4 acute accent; U+02B9 to U+02BC modifier letters (prime, double prime, turned comma, apostrophe).
        [0xC2, 0xB4, ..] | [0xCA, 0xB9..=0xBC, ..] => 2,
        // U+2018, U+2019, U+201B quotation marks; U+2032 prime, U+2033 double prime.
        [0xE2, 0x80, 0x98 | 0x99 | 0x9B | 0xB2 | 0xB3, ..] => 3,
        _ => 0,
    }
}

/// `bytes` without blanks and invisible characters at either end.
pub fn trim(bytes: &[u8]) -> &[u8] {
    let mut start = 0;
    loop {
        match gap(&bytes[start..]) {
            0 => break,
            length => start += length,
        }
    }
    let mut end = bytes.len();
    'shrink: while end > start {
        // Sequences are 1 to 3 bytes long: the last character is a gap if one of the three tails is exactly one.
        for length in 1..=3.min(end - start) {
            if gap(&bytes[end - length..end]) == length {
                end -= length;
                continue 'shrink;
            }
        }
        break;
    }
    &bytes[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every blank that Rust knows (White_Space) is a gap, no letter or digit is one.
    #[test]
    fn gaps_cover_white_space() {
        let mut bytes = [0; 4];
        for character in '\0'..='\u{FFFF}' {
            let text = character.encode_utf8(&mut bytes).as_bytes();
            let length = gap(text);
            assert!(length == 0 || length == text.len(), "{character:?}");
            if character.is_whitespace() {
                assert_eq!(length, text.len(), "{character:?}");
            }
            if character.is_alphanumeric() {
                assert_eq!((length, dash(text)), (0, 0), "{character:?}");
            }
        }
    }

    #[test]
    fn trims_both_ends_and_only_them() {
        assert_eq!(trim("\u{FEFF} \u{A0}a b\u{200B}\t".as_bytes()), b"a b");
        assert_eq!(trim(" \u{3000}".as_bytes()), b"");
        assert_eq!(trim(b""), b"");
        assert_eq!(trim(&[0x80, 0xA0]), &[0x80, 0xA0]);
    }

    #[test]
    fn dashes_and_apostrophes() {
        for text in ["-", "–", "—", "−", "‑"] {
            assert_eq!(dash(text.as_bytes()), text.len(), "{text}");
        }
        for text in ["'", "’", "ʼ", "`", "´", "‘"] {
            assert_eq!(apostrophe(text.as_bytes()), text.len(), "{text}");
        }
        assert_eq!(dash(b"_"), 0);
        assert_eq!(apostrophe("«".as_bytes()), 0);
    }
}
