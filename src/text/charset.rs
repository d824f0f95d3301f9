//! Single-byte charsets into UTF-8.

/// What a byte that a charset leaves undefined becomes: U+FFFD.
const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];

/// Appends `cell`, read as windows-1251, to `out` as UTF-8. Returns how many bytes windows-1251 leaves undefined
/// (0x98); each of them became U+FFFD.
///
/// # Source
/// Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1251.TXT.
pub fn decode_windows_1251(cell: &[u8], out: &mut Vec<u8>) -> usize {
    let mut undefined = 0;
    let mut rest = cell;
    while let Some(&byte) = rest.first() {
        if byte.is_ascii() {
            let run = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            out.extend_from_slice(&rest[..run]);
            rest = &rest[run..];
            continue;
        }
        let [length, first, second, third] = WINDOWS_1251[usize::from(byte & 0x7F)];
        undefined += usize::from(byte == 0x98);
        match length {
            2 => out.extend_from_slice(&[first, second]),
            _ => out.extend_from_slice(&[first, second, third]),
        }
        rest = &rest[1..];
    }
    undefined
}

/// Upper half of windows-1251: number of UTF-8 bytes, and the bytes.
static WINDOWS_1251: [[u8; 4]; 128] = windows_1251();

/// 0x80..0xBF as code points; 0xC0..0xFF are А to я in order.
const MIDDLE: [u16; 64] = [
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
    0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A,
    0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
    0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
    0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
];

const fn windows_1251() -> [[u8; 4]; 128] {
    let mut table = [[0; 4]; 128];
    let mut at = 0;
    while at < 128 {
        let code = if at < 64 { MIDDLE[at] } else { 0x0410 + (at as u16 - 64) };
        table[at] = match code {
            0x0080..=0x07FF => [2, 0xC0 | (code >> 6) as u8, 0x80 | (code & 0x3F) as u8, 0],
            0xFFFD => [3, REPLACEMENT[0], REPLACEMENT[1], REPLACEMENT[2]],
            _ => [3, 0xE0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3F) as u8, 0x80 | (code & 0x3F) as u8],
        };
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another implementation as the oracle: every byte but the undefined one.
    #[test]
    fn every_byte_agrees_with_encoding_rs() {
        for byte in 0..=255_u8 {
            let mut out = Vec::new();
            let undefined = decode_windows_1251(&[byte], &mut out);
            if byte == 0x98 {
                assert_eq!((undefined, out.as_slice()), (1, &REPLACEMENT[..]));
            } else {
                let cell = [byte];
                let (expected, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(&cell);
                assert_eq!((undefined, out.as_slice()), (0, expected.as_bytes()), "byte {byte:#x}");
            }
        }
    }

    #[test]
    fn appends_mixed_text_and_counts_undefined_bytes() {
        let mut out = b"> ".to_vec();
        let cell = b"id \xCF\xE5\xF2\xF0\xE5\xED\xEA\xEE\x98, \xB2.\x98";
        assert_eq!(decode_windows_1251(cell, &mut out), 2);
        assert_eq!(String::from_utf8(out).unwrap(), "> id Петренко\u{FFFD}, І.\u{FFFD}");
        let mut empty = Vec::new();
        assert_eq!(decode_windows_1251(b"", &mut empty), 0);
        assert!(empty.is_empty());
    }
}
