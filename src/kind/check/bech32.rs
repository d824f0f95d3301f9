//! Bech32 and Bech32m: the newer spelling of Bitcoin addresses, with a checksum of 30 bits.

/// Remainder that a right Bech32 text leaves.
const BECH32: u32 = 1;

/// Remainder that a right Bech32m text leaves.
const BECH32M: u32 = 0x2BC8_30A3;

/// Value of a small letter or digit, or 255.
static VALUE: [u8; 128] = {
    let alphabet = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let mut table = [255; 128];
    let mut at = 0;
    while at < alphabet.len() {
        table[alphabet[at] as usize] = at as u8;
        at += 1;
    }
    table
};

/// Whether every byte is a character of the data part (small letters and digits without 1, b, i, o).
pub fn is_alphabet(text: &[u8]) -> bool {
    text.iter().all(|&byte| VALUE.get(usize::from(byte)).is_some_and(|&value| value < 32))
}

/// Whether `data` (small letters) is the data part of a witness address behind `prefix` and `1`: a version of 0 to 16, its
/// program, and the checksum that the version asks for.
///
/// # Source
/// BIP 173 (checksum, lengths, padding), BIP 350 (Bech32m for versions above 0).
pub fn is_witness(prefix: &[u8], data: &[u8]) -> bool {
    if !is_alphabet(data) || data.len() < 8 {
        return false;
    }
    let value = |byte: &u8| u32::from(VALUE[usize::from(*byte)]);
    let high = prefix.iter().map(|byte| u32::from(byte >> 5));
    let low = prefix.iter().map(|byte| u32::from(byte & 31));
    let rest = polymod(high.chain([0]).chain(low).chain(data.iter().map(value)));
    let version = value(&data[0]);
    let groups = data.len() - 7;
    let (bytes, spare) = (groups * 5 / 8, groups * 5 % 8);
    let padded = value(&data[groups]) & ((1 << spare) - 1) == 0 && spare < 5;
    let sized = if version == 0 { bytes == 20 || bytes == 32 } else { (2..=40).contains(&bytes) };
    version <= 16 && padded && sized && rest == if version == 0 { BECH32 } else { BECH32M }
}

fn polymod(values: impl Iterator<Item = u32>) -> u32 {
    const GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    values.fold(1, |rest, value| {
        let top = rest >> 25;
        let shifted = (rest & 0x01FF_FFFF) << 5 ^ value;
        (0..5).filter(|bit| top >> bit & 1 == 1).fold(shifted, |rest, bit| rest ^ GENERATOR[bit])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vectors of BIP 173 and BIP 350.
    #[test]
    fn published_addresses_check() {
        for right in [
            &b"qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"[..],
            b"pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
            b"sw50qgdz25j",
            b"p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert!(is_witness(b"bc", right));
            assert!(!is_witness(b"tb", right));
        }
        for wrong in [
            &b"qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"[..],
            // Version 1 with the checksum of version 0.
            b"p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
            // Version 17, a program of one byte, one of 41.
            b"38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
            b"pw5dgrnzv",
            b"gmk9yu",
        ] {
            assert!(!is_witness(b"bc", wrong));
        }
    }
}
