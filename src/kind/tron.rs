//! Tron address: Base58Check of version 0x41.

use super::check::base58;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};

/// The kind `tron`.
pub static KIND: Kind = Kind {
    id: "tron",
    title: "Tron address",
    plural: "Tron addresses",
    sources: &["developers.tron.network, Accounts (Base58Check, version 0x41, 34 characters)"],
    valid: &[
        // The contract of Tether on Tron, as its issuer publishes it.
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
    ],
    invalid: &[
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", Mismatch::Check),
        ("T123", Mismatch::Length),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6tt", Mismatch::Length),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgj0j6t", Mismatch::Shape),
        ("1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Four bytes of checksum.
    chance: 2.3e-10,
    // 160 bits.
    width: Some(48.2),
    standing: Standing::Partly,
    rank: Rank::Account,
    headers: &["tron", "trx", "trc20", "tronaddress", "usdttrc20", "wallet", "walletaddress", "гаманець", "кошелек"],
    caveat: "Exchanges and services hold addresses for many people, and one person has many.",
    key,
    ..Kind::COMMON
};

/// Characters of an address.
const CHARACTERS: usize = 34;

/// Version byte of an address.
const VERSION: u8 = 0x41;

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if !text.starts_with(b"T") || !base58::is_alphabet(text) {
        return Err(Mismatch::Shape);
    }
    if text.len() != CHARACTERS {
        return Err(Mismatch::Length);
    }
    if base58::version(text) != Some(VERSION) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(text);
    Ok(())
}
