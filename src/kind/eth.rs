//! Ethereum address: forty hexadecimal digits whose letter case can be their checksum.

use sha3::{Digest, Keccak256};

use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `eth`.
pub static KIND: Kind = Kind {
    id: "eth",
    title: "Ethereum address",
    plural: "Ethereum addresses",
    sources: &["Ethereum Yellow Paper, section 4.1", "EIP-55 (checksum by letter case, vectors)"],
    valid: &[
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"),
        ("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb"),
    ],
    invalid: &[
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", Mismatch::Check),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", Mismatch::Length),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0", Mismatch::Length),
        ("0x0000000000000000000000000000000000000000", Mismatch::Part),
        ("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", Mismatch::Shape),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Forty digits, each 10 of 16 a digit or 6 of 16 a letter that must be one of six; one case has no checksum.
    chance: 1.2e-6,
    // 160 bits.
    width: Some(48.2),
    rank: Rank::Account,
    headers: &["eth", "wallet", "ethereum", "ethaddress", "ethwallet", "erc20", "walletaddress", "гаманець", "кошелек"],
    caveat: "SHA-1 hashes that a database writes with 0x look the same when all letters are of one case.",
    canonical: Some(is_canonical),
    key,
    ..Kind::COMMON
};

/// Digits of an address.
const DIGITS: usize = 40;

fn is_canonical(text: &[u8]) -> bool {
    let small = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
    text.len() == DIGITS + 2
        && text.starts_with(b"0x")
        && text[2..].iter().all(small)
        && text[2..].iter().any(|byte| *byte != b'0')
}

/// Whether every letter has the case that the hash of the small digits asks for.
///
/// # Source
/// EIP-55: a letter is a capital where the hexadecimal digit of the hash at its place is 8 or more.
fn is_cased(digits: &[u8; DIGITS]) -> bool {
    let hash = Keccak256::digest(digits.map(|digit| digit.to_ascii_lowercase()));
    digits.iter().enumerate().all(|(place, digit)| {
        let high = hash[place / 2] >> (4 * (1 - place % 2)) & 8 != 0;
        !digit.is_ascii_alphabetic() || digit.is_ascii_uppercase() == high
    })
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let digits = text.strip_prefix(b"0x").or_else(|| text.strip_prefix(b"0X")).ok_or(Mismatch::Shape)?;
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return Err(Mismatch::Shape);
    }
    let digits = <&[u8; DIGITS]>::try_from(digits).map_err(|_| Mismatch::Length)?;
    if digits.iter().all(|digit| *digit == b'0') {
        return Err(Mismatch::Part);
    }
    let mixed = digits.iter().any(u8::is_ascii_uppercase) && digits.iter().any(u8::is_ascii_lowercase);
    if mixed && !is_cased(digits) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(b"0x");
    out.extend(digits.iter().map(u8::to_ascii_lowercase));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_that_of_forty_digits() {
        let digit: f64 = 10.0 / 16.0 + 6.0 / 16.0 * 6.0 / 26.0;
        assert!((digit.powi(40) / KIND.chance - 1.0).abs() < 0.05);
    }
}
