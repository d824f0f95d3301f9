//! Password in clear: the bytes as they are.

use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

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
    series: None,
    pieces: &[],
};

/// Most bytes of a password; longer text is not one.
const BYTES_MOST: usize = 256;

fn is_canonical(text: &[u8]) -> bool {
    judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    judge(text)?;
    out.extend_from_slice(text);
    Ok(())
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
