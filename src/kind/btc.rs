//! Bitcoin address: Base58Check, Bech32 or Bech32m.

use super::check::{base58, bech32};
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `btc`.
pub static KIND: Kind = Kind {
    id: "btc",
    title: "Bitcoin address",
    plural: "Bitcoin addresses",
    sources: &[
        "Bitcoin Wiki, Base58Check encoding",
        "BIP 173 and BIP 350 (Bech32, Bech32m)",
        "python-stdnum 2.2, stdnum.bitcoin",
    ],
    valid: &[
        ("1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD"),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"),
        ("bc1qardv855yjngspvxuttq897aqca3lxju2y69jce", "bc1qardv855yjngspvxuttq897aqca3lxju2y69jce"),
        ("BC1QARDV855YJNGSPVXUTTQ897AQCA3LXJU2Y69JCE", "bc1qardv855yjngspvxuttq897aqca3lxju2y69jce"),
        (
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ),
        ("bitcoin:1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD"),
    ],
    invalid: &[
        ("1NEDqZPvTWRaoho48qXuLLsrYomMXPABfX", Mismatch::Check),
        ("bc1qardv855yjngspvxuttq897aqca3lxju2y69jcf", Mismatch::Check),
        ("Bc1qardv855yjngspvxuttq897aqca3lxju2y69jce", Mismatch::Shape),
        ("1NEDqZPvTWRaoho48qXuLLsr", Mismatch::Length),
        ("1NEDqZPvTWRaoho48qXuLLsrYomMXPABfDDD", Mismatch::Length),
        ("2NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", Mismatch::Shape),
        ("1NEDqZPvTWRaoho48qXu0LsrYomMXPABfD", Mismatch::Shape),
        ("bc1q", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    // Of texts of the alphabet: four bytes of checksum, or thirty bits; the greater.
    chance: 9.4e-10,
    // 160 bits.
    width: Some(48.2),
    rank: Rank::Account,
    headers: &[
        "btc",
        "wallet",
        "bitcoin",
        "btcaddress",
        "bitcoinaddress",
        "btcwallet",
        "walletaddress",
        "гаманець",
        "кошелек",
    ],
    caveat: "Exchanges and services hold addresses for many people, and one person has many.",
    key,
    ..Kind::COMMON
};

/// Version bytes of pay-to-public-key-hash and pay-to-script-hash.
const VERSIONS: [u8; 2] = [0, 5];

/// Characters of an address: Base58 and Bech32.
const BASE58: std::ops::RangeInclusive<usize> = 26..=35;
const BECH32: std::ops::RangeInclusive<usize> = 14..=74;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_prefix(b"bitcoin:").unwrap_or(text);
    if text.starts_with(b"bc1") || text.starts_with(b"BC1") {
        return segwit(text, out);
    }
    if !matches!(text.first(), Some(b'1' | b'3')) || !base58::is_alphabet(text) {
        return Err(Mismatch::Shape);
    }
    if !BASE58.contains(&text.len()) {
        return Err(Mismatch::Length);
    }
    if !base58::version(text).is_some_and(|version| VERSIONS.contains(&version)) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(text);
    Ok(())
}

/// An address of one case that begins with `bc1`.
fn segwit(text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
    let mixed = text.iter().any(u8::is_ascii_uppercase) && text.iter().any(u8::is_ascii_lowercase);
    if mixed || !text.is_ascii() {
        return Err(Mismatch::Shape);
    }
    out.extend(text.iter().map(u8::to_ascii_lowercase));
    let data = out.get(3..).unwrap_or_default();
    if !bech32::is_alphabet(data) {
        return Err(Mismatch::Shape);
    }
    if !BECH32.contains(&text.len()) {
        return Err(Mismatch::Length);
    }
    if bech32::is_witness(b"bc", data) { Ok(()) } else { Err(Mismatch::Check) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::spelled;

    /// Every other last character is refused.
    #[test]
    fn the_checksum_finds_every_wrong_character() {
        let right = "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD";
        for place in 1..right.len() {
            let mut wrong = right.to_owned();
            let other = if &right[place..=place] == "z" { "y" } else { "z" };
            wrong.replace_range(place..=place, other);
            assert_eq!(spelled(&KIND, &wrong), Err(Mismatch::Check), "{wrong}");
        }
        assert!((KIND.chance * 2.0_f64.powi(30) - 1.0).abs() < 0.02);
    }
}
