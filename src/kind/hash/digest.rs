//! The hash of a password in clear, as the lists that hold unsalted hashes have it.

use md5::Digest;

use super::super::KeyBuf;

/// Ids under which hashes and passwords in clear are compared, with the kind of the hash.
pub const COMPARED: [(&str, &str); 4] = [
    ("password.md5", "hash.md5"),
    ("password.ntlm", "hash.ntlm"),
    ("password.sha1", "hash.sha1"),
    ("password.sha256", "hash.sha256"),
];

/// Writes the hash of a password (a canonical key of kind `password`) into the cleared buffer, as the canonical key of the
/// kind `kind_id`: one of those of [`COMPARED`], else nothing is written.
///
/// # Source
/// RFC 1321 (MD5), RFC 1320 and Microsoft MS-NLMP 3.3.1 (NTLM: MD4 of UTF-16LE), FIPS 180-4 (SHA-1, SHA-256).
pub fn of_password(kind_id: &str, password: &[u8], out: &mut KeyBuf) {
    match kind_id {
        "hash.md5" => hex(&md5::Md5::digest(password), out),
        "hash.ntlm" => {
            let text = String::from_utf8_lossy(password);
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            hex(&md4::Md4::digest(wide), out);
        }
        "hash.sha1" => hex(&sha1::Sha1::digest(password), out),
        "hash.sha256" => hex(&sha2::Sha256::digest(password), out),
        _ => {}
    }
}

fn hex(digest: &[u8], out: &mut KeyBuf) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in digest {
        out.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_are_the_published_ones() {
        let of = |kind: &str, password: &str| {
            let mut out = KeyBuf::new();
            of_password(kind, password.as_bytes(), &mut out);
            String::from_utf8(out.to_vec()).unwrap()
        };
        assert_eq!(of("hash.md5", "abc"), "900150983cd24fb0d6963f7d28e17f72", "RFC 1321, A.5");
        assert_eq!(of("hash.sha1", "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d", "FIPS 180");
        assert_eq!(
            of("hash.sha256", "abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "FIPS 180"
        );
        assert_eq!(of("hash.ntlm", "Password"), "a4f49c406510bdcab6824ee7c30fd852", "MS-NLMP 4.2.2.1.2");
        assert_eq!(of("hash.bcrypt", "abc"), "");
    }

    #[test]
    fn every_compared_hash_is_a_kind() {
        for (id, kind) in COMPARED {
            assert!(crate::kind::find(kind).is_some() && crate::kind::find(id).is_none(), "{id}");
        }
    }
}
