//! Base58Check: the spelling of wallet addresses with a checksum of four bytes.

use sha2::{Digest, Sha256};

/// Bytes of an address: version, hash of 20 bytes, checksum of four.
const BYTES: usize = 25;

/// Value of a character, or 255.
static VALUE: [u8; 128] = {
    let alphabet = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut table = [255; 128];
    let mut at = 0;
    while at < alphabet.len() {
        table[alphabet[at] as usize] = at as u8;
        at += 1;
    }
    table
};

/// Whether every byte is a character of the alphabet (no 0, O, I, l).
pub fn is_alphabet(text: &[u8]) -> bool {
    text.iter().all(|&byte| VALUE.get(usize::from(byte)).is_some_and(|&value| value < 58))
}

/// The version byte of an address of 25 bytes whose checksum is right; `None` for all else.
///
/// # Source
/// Bitcoin Wiki, Base58Check encoding: the first four bytes of SHA-256 applied twice; leading zero bytes are written
/// as one `1` each.
pub fn version(text: &[u8]) -> Option<u8> {
    let mut bytes = [0_u8; BYTES];
    for &character in text {
        let mut carry = u32::from(*VALUE.get(usize::from(character))?);
        if carry >= 58 {
            return None;
        }
        for byte in bytes.iter_mut().rev() {
            carry += u32::from(*byte) * 58;
            *byte = carry as u8;
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    let ones = text.iter().take_while(|&&character| character == b'1').count();
    if ones != bytes.iter().take_while(|&&byte| byte == 0).count() {
        return None;
    }
    let (body, checksum) = bytes.split_at(BYTES - 4);
    (Sha256::digest(Sha256::digest(body))[..4] == *checksum).then_some(body[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_addresses_check() {
        assert_eq!(version(b"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"), Some(0));
        assert_eq!(version(b"3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"), Some(5));
        assert_eq!(version(b"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"), None);
        assert_eq!(version(b"11BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"), None, "a one too many");
        assert_eq!(version("zЖ".as_bytes()), None);
        assert_eq!(version(&[b'z'; 60]), None, "more than fits");
        assert!(is_alphabet(b"19Az") && !is_alphabet(b"0") && !is_alphabet(b"l") && !is_alphabet(&[200]));
    }
}
