//! Password in clear: the text as it is.
//!
//! Lists that are UTF-8 for the most part hold single lines in other encodings. Their bytes are read as windows-1251, so
//! that such a password has the key of its spelling in a file that is windows-1251 throughout; bytes of KOI8 give another
//! text, but always the same one.

use super::{Guise, KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;
use crate::text::charset::decode_windows_1251;

/// The kind `password`.
pub static KIND: Kind = Kind {
    id: "password",
    title: "Password in clear",
    plural: "passwords",
    sources: &["RFC 8265 (OpaqueString: the case of a password is kept)"],
    valid: &[
        ("k7-Zebra.lamp", "k7-Zebra.lamp"),
        ("K7-Zebra.lamp", "K7-Zebra.lamp"),
        ("пароль з пробілами", "пароль з пробілами"),
        ("1", "1"),
        ("a:b;c,d", "a:b;c,d"),
    ],
    invalid: &[
        ("", Mismatch::Length),
        (" \u{A0}", Mismatch::Shape),
        ("tab\there", Mismatch::Shape),
        ("\u{7F}", Mismatch::Shape),
        ("c1\u{9B}", Mismatch::Shape),
    ],
    chance: 1.0,
    rank: Rank::Password,
    headers: &[
        "password",
        "pass",
        "passwd",
        "pwd",
        "passwordplain",
        "plaintext",
        "plain",
        "plainpassword",
        "psw",
        "passphrase",
        "пароль",
        "паролі",
        "пароли",
    ],
    caveat: "Any short text passes: header or neighbours decide. Common passwords say nothing of where a list comes \
             from; only rare ones count.",
    canonical: Some(is_canonical),
    key,
    guise: Guise::Secret,
    ..Kind::COMMON
};

/// Most bytes of a password; longer text is not one.
const BYTES_MOST: usize = 256;

fn is_canonical(text: &[u8]) -> bool {
    judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if simdutf8::basic::from_utf8(text).is_ok() {
        judge(text)?;
        out.extend_from_slice(text);
        return Ok(());
    }
    if text.len() > BYTES_MOST {
        return Err(Mismatch::Length);
    }
    let undefined = decode_windows_1251(text, out);
    if undefined > 0 { Err(Mismatch::Shape) } else { judge(out) }
}

fn judge(text: &[u8]) -> Result<(), Mismatch> {
    if text.is_empty() || text.len() > BYTES_MOST {
        return Err(Mismatch::Length);
    }
    // Bits: 1 a control character, 2 not ASCII, 4 seen (neither blank nor control).
    let marks = text.iter().fold(0, |marks, &byte| marks | MARKS[usize::from(byte)]);
    let fine = match marks {
        4 => true,
        6 | 2 => is_text(text),
        _ => false,
    };
    if fine { Ok(()) } else { Err(Mismatch::Shape) }
}

static MARKS: [u8; 256] = {
    let mut table = [4; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            0..=0x1F | 0x7F => 1,
            b' ' => 0,
            0x80.. => 2,
            _ => 4,
        };
        byte += 1;
    }
    table
};

/// UTF-8, not only blanks, without the control characters U+0080..U+009F.
fn is_text(text: &[u8]) -> bool {
    simdutf8::basic::from_utf8(text).is_ok()
        && !text.windows(2).any(|pair| pair[0] == 0xC2 && pair[1] < 0xA0)
        && !blank::trim(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(text: &[u8]) -> Result<KeyBuf, Mismatch> {
        let mut out = KeyBuf::new();
        key(text, Region::Unknown, &mut out).map(|()| out)
    }

    #[test]
    fn bytes_of_other_encodings_have_a_key() {
        let (text, _, _) = encoding_rs::WINDOWS_1251.encode("пароль1");
        assert_eq!(key_of(&text).as_deref(), Ok("пароль1".as_bytes()));
        assert!(!is_canonical(&text));
        let (first, second) = (encoding_rs::KOI8_U.encode("пароль1").0, encoding_rs::KOI8_U.encode("пароль2").0);
        assert!(key_of(&first).is_ok() && key_of(&first) != key_of(&second));
        // What windows-1251 leaves undefined would fall together.
        assert_eq!(key_of(b"ab\x98"), Err(Mismatch::Shape));
        assert_eq!(key_of(b"ab\xE0\x07"), Err(Mismatch::Shape));
        assert_eq!(key_of(&[0xE0; 200]), Err(Mismatch::Length));
    }
}
