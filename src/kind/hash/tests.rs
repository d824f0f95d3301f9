//! Tests of the formats of password hashes.

use super::*;
use crate::kind::tests::spelled;

#[test]
fn every_format_is_a_kind_of_its_own() {
    assert_eq!(FORMATS.len(), 100);
    for format in FORMATS.iter() {
        let kind = crate::kind::find(format.id).expect("listed");
        assert_eq!((kind.rank, kind.title), (Rank::Hash, format.title), "{}", format.id);
        assert!(std::ptr::eq(super::format(format.id).expect("found"), *format));
        assert!(!format.seen.is_empty(), "{}", format.id);
        assert_eq!(format.lookup, format.salt == Salt::None && format.id != "hash.adobe_3des_ecb", "{}", format.id);
        assert_eq!(kind.chance >= 1.0, format.unproven, "{}", format.id);
        if let Some(usual) = format.behind {
            let usual = super::format(usual).expect("listed");
            assert!(usual.behind.is_none(), "{} stands behind one that stands behind another", format.id);
            assert!(format.valid.iter().any(|(_, key)| spelled(crate::kind::find(usual.id).unwrap(), key).is_ok()));
        }
    }
    assert!(format("email").is_none());
}

#[test]
fn formats_of_one_shape_know_each_other() {
    let twins = |id: &str| format(id).expect("listed").twins().map(|twin| twin.id).collect::<Vec<_>>();
    assert_eq!(
        twins("hash.md4"),
        [
            "hash.adobe_3des_ecb",
            "hash.lm",
            "hash.md5",
            "hash.md5_md5",
            "hash.md5_md5_md5",
            "hash.md5_sha1",
            "hash.md5_upper_md5",
            "hash.md5_utf16",
            "hash.ntlm",
            "hash.radmin2"
        ]
    );
    assert_eq!(twins("hash.bcrypt"), ["hash.bcrypt_md5"]);
    assert_eq!(twins("hash.vbulletin_old"), ["hash.dcc", "hash.md5_pass_salt", "hash.md5_salt_pass"]);
    assert!(twins("hash.argon2").is_empty());
}

#[test]
fn a_salt_beside_its_hash_is_known_by_its_length() {
    let (digits, salt) = format("hash.vbulletin_old").and_then(Format::beside).expect("two parts");
    let fits = |text: &str| shape::read(salt, text.as_bytes(), &mut KeyBuf::new()).is_ok();
    assert_eq!((digits, fits("a%9"), fits("ab"), fits("abcd")), (32, true, false, false));
    assert!(format("hash.bcrypt").and_then(Format::beside).is_none());
}

#[test]
fn a_hash_and_its_salt_have_one_key_in_one_cell_and_in_two() {
    let kind = crate::kind::find("hash.redmine").expect("listed");
    let (hash, salt) = ("c18e826af2a78c7b9b7261452613233417e65817", "28246535720688452723483475753333");
    let joined = spelled(kind, &format!("{hash} {salt}"));
    assert_eq!(joined, spelled(kind, &format!("{hash}:{salt}")));
    assert!(joined.is_ok());
    assert_eq!(spelled(kind, hash), Err(Mismatch::Shape));
    assert_eq!(spelled(kind, &format!("{hash} {}", &salt[1..])), Err(Mismatch::Shape));
}

#[test]
fn numbers_are_no_hashes_of_sixteen_digits() {
    let mysql = crate::kind::find("hash.mysql323").expect("listed");
    assert_eq!(spelled(mysql, "4111111111111111"), Err(Mismatch::Part));
    assert_eq!(spelled(mysql, "411111111111111a").as_deref(), Ok("411111111111111a"));
}

#[test]
fn a_cut_hash_is_nearly_one_and_its_key_is_one_spelling() {
    let kind = |id: &str| crate::kind::find(id).expect("listed");
    assert_eq!(spelled(kind("hash.bcrypt"), "$2y$10$abcdefghijklmnopqrstuu"), Err(Mismatch::Length));
    assert_eq!(spelled(kind("hash.md5_pass_salt"), "8743b52063cd84097a65d1633f5c74f5"), Err(Mismatch::Shape));
    let star = spelled(kind("hash.mysql41"), "*FCF7C1B8749CF99D88E5F34271D636178FB5D130");
    assert_eq!(star, spelled(kind("hash.mysql41"), "fcf7c1b8749cf99d88e5f34271d636178fb5d130"));
}
