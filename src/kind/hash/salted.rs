//! Hash and salt in one cell, with a colon between them.

use super::shape::Part::{Any, But, Hex, Left, Lit, Maybe, Of};
use super::shape::{ALNUM, WORD};
use super::{Format, Salt};
use crate::kind::{Mismatch, Standing};

formats! {
MD5_PASS_SALT = Format {
    id: "hash.md5_pass_salt",
    title: "MD5(password + salt), hash:salt",
    plural: "MD5(password + salt), hash hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(1, 64)],
    salt: Salt::Random,
    mode: Some(10),
    seen: "many sites; Joomla 1.x",
    valid: &[("b305cadbb3bce54f3aa59c64fec00dea:salt", "b305cadbb3bce54f3aa59c64fec00dea:salt"), ("3d83c8e717ff0e7ecfe187f088d69954:343141", "3d83c8e717ff0e7ecfe187f088d69954:343141")],
    invalid: &[("~3d83c8e717ff0e7ecfe187f088d69954:343141", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["md5passsalt", "md5passsalthash", "passwordmd5passsalt"],
    caveat: "Salt here \"salt\".",
    sources: &["hashcat, src/modules/module_00010.c (self-test)"],
    ..Format::PLAIN
};

MD5_SALT_PASS = Format {
    id: "hash.md5_salt_pass",
    title: "MD5(salt + password), hash:salt",
    plural: "MD5(salt + password), hash hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(1, 64)],
    salt: Salt::Random,
    mode: Some(20),
    seen: "osCommerce (2-char salt, mode 21), PrestaShop (56-char key prefix, mode 11000)",
    behind: Some("hash.md5_pass_salt"),
    valid: &[("67a1e09bb1f83f5007dc119c14d663aa:salt", "67a1e09bb1f83f5007dc119c14d663aa:salt"), ("57ab8499d08c59a7211c77f557bf9425:4247", "57ab8499d08c59a7211c77f557bf9425:4247")],
    invalid: &[("~57ab8499d08c59a7211c77f557bf9425:4247", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["md5saltpass", "md5saltpasshash", "passwordmd5saltpass"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00020.c (self-test)"],
    ..Format::PLAIN
};

JOOMLA1 = Format {
    id: "hash.joomla1",
    title: "Joomla before 2.5.18: MD5(password + 32-char salt)",
    plural: "Joomla before 2.5.18 hashes",
    shape: &[Hex(32, 32), Lit(":"), Of(ALNUM, 32, 32)],
    salt: Salt::Random,
    mode: Some(11),
    seen: "Joomla 1.0.13 - 2.5.17 (#__users.password)",
    valid: &[("b78f863f2c67410c41e617f724e22f34:89384528665349271307465505333378", "b78f863f2c67410c41e617f724e22f34:89384528665349271307465505333378")],
    invalid: &[("~b78f863f2c67410c41e617f724e22f34:89384528665349271307465505333378", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["joomla1", "joomla1hash", "passwordjoomla1"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_00011.c (self-test)"],
    ..Format::PLAIN
};

OSCOMMERCE = Format {
    id: "hash.oscommerce",
    title: "osCommerce / xt:Commerce: MD5(2-char salt + password)",
    plural: "osCommerce / xt hashes",
    shape: &[Hex(32, 32), Lit(":"), Of(ALNUM, 2, 2)],
    salt: Salt::Random,
    mode: Some(21),
    seen: "osCommerce, Zen Cart 1.x",
    valid: &[("e983672a03adcc9767b24584338eb378:00", "e983672a03adcc9767b24584338eb378:00")],
    invalid: &[("~e983672a03adcc9767b24584338eb378:00", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["oscommerce", "oscommercehash", "passwordoscommerce"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_00021.c (self-test)"],
    ..Format::PLAIN
};

VBULLETIN_OLD = Format {
    id: "hash.vbulletin_old",
    title: "vBulletin before 3.8.5: MD5(MD5 hex + 3-char salt)",
    plural: "vBulletin before 3.8.5 hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(3, 3)],
    salt: Salt::Random,
    mode: Some(2611),
    seen: "vBulletin 3",
    valid: &[("f24a0e9ce12069c72f77046ad708b655:abc", "f24a0e9ce12069c72f77046ad708b655:abc"), ("28f9975808ae2bdc5847b1cda26033ea:308", "28f9975808ae2bdc5847b1cda26033ea:308")],
    invalid: &[("~28f9975808ae2bdc5847b1cda26033ea:308", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["vbulletinold", "vbulletinoldhash", "passwordvbulletinold"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_02611.c (self-test)"],
    ..Format::PLAIN
};

VBULLETIN_NEW = Format {
    id: "hash.vbulletin_new",
    title: "vBulletin 3.8.5 and later: MD5(MD5 hex + 30-char salt)",
    plural: "vBulletin 3.8.5 and later hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(30, 30)],
    salt: Salt::Random,
    mode: Some(2711),
    seen: "vBulletin 3.8.5-5; Epic Games forum 2016 (vB), Parapa 2016",
    valid: &[("0844fbb2fdeda31884a7a45ec2010bb6:324410183853308365427804872426", "0844fbb2fdeda31884a7a45ec2010bb6:324410183853308365427804872426")],
    invalid: &[("~0844fbb2fdeda31884a7a45ec2010bb6:324410183853308365427804872426", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["vbulletinnew", "vbulletinnewhash", "passwordvbulletinnew"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_02711.c (self-test)"],
    ..Format::PLAIN
};

IPB_MYBB = Format {
    id: "hash.ipb_mybb",
    title: "IPB 2+/MyBB: MD5(MD5(salt) + MD5(password))",
    plural: "IPB 2+/MyBB hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(5, 8)],
    salt: Salt::Random,
    mode: Some(2811),
    seen: "Invision Power Board (5-char salt), MyBB (8-char salt)",
    valid: &[("c67254fd748a974b5614f38357191fd6:12345", "c67254fd748a974b5614f38357191fd6:12345"), ("022f7e02b3314f7d0968f73c00ba759f:67588", "022f7e02b3314f7d0968f73c00ba759f:67588")],
    invalid: &[("~022f7e02b3314f7d0968f73c00ba759f:67588", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["ipbmybb", "ipbmybbhash", "passwordipbmybb"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_02811.c (self-test)"],
    ..Format::PLAIN
};

SMF = Format {
    id: "hash.smf",
    title: "SMF 1.1+: SHA-1(lower-case username + password)",
    plural: "SMF 1.1+ hashes",
    shape: &[Hex(40, 40), Lit(":"), Any(1, 25)],
    salt: Salt::Name,
    mode: Some(121),
    seen: "Simple Machines Forum",
    behind: Some("hash.sha1_pass_salt"),
    valid: &[("efacc4001e857f7eba4ae781c2932dedf843865e:admin", "efacc4001e857f7eba4ae781c2932dedf843865e:admin"), ("d27c0a627a45db487af161fcc3a4005d88eb8a1f:25551135", "d27c0a627a45db487af161fcc3a4005d88eb8a1f:25551135")],
    invalid: &[("~d27c0a627a45db487af161fcc3a4005d88eb8a1f:25551135", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["smf", "smfhash", "passwordsmf"],
    caveat: "The salt is the member name.",
    sources: &["hashcat, src/modules/module_00121.c (self-test)"],
    ..Format::PLAIN
};

SHA1_PASS_SALT = Format {
    id: "hash.sha1_pass_salt",
    title: "SHA-1(password + salt)",
    plural: "SHA-1(password + salt) hashes",
    shape: &[Hex(40, 40), Lit(":"), Any(1, 255)],
    salt: Salt::Random,
    mode: Some(110),
    seen: "many sites",
    valid: &[("c88e9c67041a74e0357befdff93f87dde0904214:salt", "c88e9c67041a74e0357befdff93f87dde0904214:salt"), ("848952984db93bdd2d0151d4ecca6ea44fcf49e3:30007548152", "848952984db93bdd2d0151d4ecca6ea44fcf49e3:30007548152")],
    invalid: &[("~848952984db93bdd2d0151d4ecca6ea44fcf49e3:30007548152", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["sha1passsalt", "sha1passsalthash", "passwordsha1passsalt"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_00110.c (self-test)"],
    ..Format::PLAIN
};

SHA1_SALT_PASS = Format {
    id: "hash.sha1_salt_pass",
    title: "SHA-1(salt + password)",
    plural: "SHA-1(salt + password) hashes",
    shape: &[Hex(40, 40), Lit(":"), Any(1, 255)],
    salt: Salt::Random,
    mode: Some(120),
    seen: "Zynga 2019 (custom salt arrangement), Tumblr 2013 (site-wide salt, hash only in the file)",
    behind: Some("hash.sha1_pass_salt"),
    valid: &[("59b3e8d637cf97edbe2384cf59cb7453dfe30789:salt", "59b3e8d637cf97edbe2384cf59cb7453dfe30789:salt"), ("a428863972744b16afef28e0087fc094b44bb7b1:465727565", "a428863972744b16afef28e0087fc094b44bb7b1:465727565")],
    invalid: &[("~a428863972744b16afef28e0087fc094b44bb7b1:465727565", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["sha1saltpass", "sha1saltpasshash", "passwordsha1saltpass"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_00120.c (self-test)"],
    ..Format::PLAIN
};

RESTFUL_AUTH = Format {
    id: "hash.restful_auth",
    title: "Ruby on Rails Restful-Authentication (SHA-1, 10 rounds with site key)",
    plural: "Ruby on Rails Restful-Authentication hashes",
    shape: &[Hex(40, 40), Lit(":"), But(b':', 1, 255), Maybe(&[Lit(":"), But(b':', 1, 255)])],
    salt: Salt::Random,
    mode: Some(19500),
    seen: "Kickstarter 2014",
    behind: Some("hash.sha1_pass_salt"),
    standing: Standing::Partly,
    valid: &[("d7d5ea3e09391da412b653ae6c8d7431ec273ea2:238769868762:8962783556527653675", "d7d5ea3e09391da412b653ae6c8d7431ec273ea2:238769868762:8962783556527653675")],
    invalid: &[("~d7d5ea3e09391da412b653ae6c8d7431ec273ea2:238769868762:8962783556527653675", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["restfulauth", "restfulauthhash", "passwordrestfulauth"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_19500.c (self-test)"],
    ..Format::PLAIN
};

REDMINE = Format {
    id: "hash.redmine",
    title: "Redmine SHA-1(salt + SHA-1)",
    plural: "Redmine SHA-1(salt + SHA-1) hashes",
    shape: &[Hex(40, 40), Lit(":"), Hex(32, 32)],
    salt: Salt::Random,
    mode: Some(4521),
    seen: "Redmine",
    valid: &[("c18e826af2a78c7b9b7261452613233417e65817:28246535720688452723483475753333", "c18e826af2a78c7b9b7261452613233417e65817:28246535720688452723483475753333")],
    invalid: &[("~c18e826af2a78c7b9b7261452613233417e65817:28246535720688452723483475753333", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["redmine", "redminehash", "passwordredmine"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_04521.c (self-test)"],
    ..Format::PLAIN
};

WBB3 = Format {
    id: "hash.wbb3",
    title: "Woltlab Burning Board 3",
    plural: "Woltlab Burning Board 3 hashes",
    shape: &[Hex(40, 40), Lit(":"), Hex(40, 40)],
    salt: Salt::Random,
    mode: Some(8400),
    seen: "WBB3",
    valid: &[("7f8d1951fe48ae3266980c2979c141f60e4415e5:5037864764153886517871426607441768004150", "7f8d1951fe48ae3266980c2979c141f60e4415e5:5037864764153886517871426607441768004150")],
    invalid: &[("~7f8d1951fe48ae3266980c2979c141f60e4415e5:5037864764153886517871426607441768004150", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["wbb3", "wbb3hash", "passwordwbb3"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_08400.c (self-test)"],
    ..Format::PLAIN
};

ORACLE7 = Format {
    id: "hash.oracle7",
    title: "Oracle 7-10g H: type",
    plural: "Oracle 7-10g H hashes",
    shape: &[Hex(16, 16), Lit(":"), Of(WORD, 1, 30)],
    salt: Salt::Name,
    mode: Some(3100),
    seen: "dba_users (salt is the user name)",
    valid: &[("792FCB0AE31D8489:7284616727", "792fcb0ae31d8489:7284616727")],
    invalid: &[("~792FCB0AE31D8489:7284616727", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["oracle7", "oracle7hash", "passwordoracle7"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_03100.c (self-test)", "passlib: oracle10"],
    ..Format::PLAIN
};

ORACLE11 = Format {
    id: "hash.oracle11",
    title: "Oracle 11g S: type",
    plural: "Oracle 11g S hashes",
    shape: &[Left("S:"), Hex(40, 40), Left(":"), Hex(20, 20)],
    salt: Salt::Random,
    mode: Some(112),
    seen: "sys.user$.spare4",
    valid: &[("63ec5f6113843f5d229e2d49c068d983a9670d02:57677783202322766743", "63ec5f6113843f5d229e2d49c068d983a9670d0257677783202322766743"), ("S:63ec5f6113843f5d229e2d49c068d983a9670d0257677783202322766743", "63ec5f6113843f5d229e2d49c068d983a9670d0257677783202322766743")],
    invalid: &[("~S:63ec5f6113843f5d229e2d49c068d983a9670d0257677783202322766743", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["oracle11", "oracle11hash", "passwordoracle11"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_00112.c (self-test)", "passlib: oracle11"],
    ..Format::PLAIN
};

DCC = Format {
    id: "hash.dcc",
    title: "Domain cached credentials v1",
    plural: "Domain cached credentials v1 hashes",
    shape: &[Hex(32, 32), Lit(":"), Any(1, 20)],
    salt: Salt::Name,
    mode: Some(1100),
    seen: "Windows",
    behind: Some("hash.md5_pass_salt"),
    valid: &[("c896b3c6963e03c86ade3a38370bbb09:54161084332", "c896b3c6963e03c86ade3a38370bbb09:54161084332")],
    invalid: &[("~c896b3c6963e03c86ade3a38370bbb09:54161084332", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["dcc", "dcchash", "passworddcc"],
    caveat: "Its shape is that of a more usual format: only a header, the user or known pairs tell it.",
    sources: &["hashcat, src/modules/module_01100.c (self-test)", "passlib: msdcc"],
    ..Format::PLAIN
};

SHA256_PASS_SALT = Format {
    id: "hash.sha256_pass_salt",
    title: "SHA-256(password + salt)",
    plural: "SHA-256(password + salt) hashes",
    shape: &[Hex(64, 64), Lit(":"), Any(1, 255)],
    salt: Salt::Random,
    mode: Some(1410),
    seen: "many sites",
    valid: &[("7a37b85c8918eac19a9089c0fa5a2ab4dce3f90528dcdeec108b23ddf3607b99:salt", "7a37b85c8918eac19a9089c0fa5a2ab4dce3f90528dcdeec108b23ddf3607b99:salt"), ("5bb7456f43e3610363f68ad6de82b8b96f3fc9ad24e9d1f1f8d8bd89638db7c0:12480864321", "5bb7456f43e3610363f68ad6de82b8b96f3fc9ad24e9d1f1f8d8bd89638db7c0:12480864321")],
    invalid: &[("~5bb7456f43e3610363f68ad6de82b8b96f3fc9ad24e9d1f1f8d8bd89638db7c0:12480864321", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["sha256passsalt", "sha256passsalthash", "passwordsha256passsalt"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_01410.c (self-test)"],
    ..Format::PLAIN
};

SHA512_PASS_SALT = Format {
    id: "hash.sha512_pass_salt",
    title: "SHA-512(password + salt)",
    plural: "SHA-512(password + salt) hashes",
    shape: &[Hex(128, 128), Lit(":"), Any(1, 255)],
    salt: Salt::Random,
    mode: Some(1710),
    seen: "many sites",
    valid: &[("fa6a2185b3e0a9a85ef41ffb67ef3c1fb6f74980f8ebf970e4e72e353ed9537d593083c201dfd6e43e1c8a7aac2bc8dbb119c7dfb7d4b8f131111395bd70e97f:salt", "fa6a2185b3e0a9a85ef41ffb67ef3c1fb6f74980f8ebf970e4e72e353ed9537d593083c201dfd6e43e1c8a7aac2bc8dbb119c7dfb7d4b8f131111395bd70e97f:salt"), ("3f749c84d00c6f94a6651b5c195c71dacae08f3cea6fed760232856cef701f7bf60d7f38a587f69f159d4e4cbe00435aeb9c8c0a4927b252d76a744e16e87e91:388026522082", "3f749c84d00c6f94a6651b5c195c71dacae08f3cea6fed760232856cef701f7bf60d7f38a587f69f159d4e4cbe00435aeb9c8c0a4927b252d76a744e16e87e91:388026522082")],
    invalid: &[("~3f749c84d00c6f94a6651b5c195c71dacae08f3cea6fed760232856cef701f7bf60d7f38a587f69f159d4e4cbe00435aeb9c8c0a4927b252d76a744e16e87e91:388026522082", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["sha512passsalt", "sha512passsalthash", "passwordsha512passsalt"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_01710.c (self-test)"],
    ..Format::PLAIN
};

PRESTASHOP = Format {
    id: "hash.prestashop",
    title: "PrestaShop: MD5(56-char cookie key + password)",
    plural: "PrestaShop hashes",
    shape: &[Hex(32, 32), Lit(":"), Of(ALNUM, 56, 56)],
    salt: Salt::Random,
    mode: Some(11000),
    seen: "PrestaShop 1.x",
    valid: &[("f22cade043e7214200206dbffca49fd9:27167508161455764247627144160038845437138252877014827848", "f22cade043e7214200206dbffca49fd9:27167508161455764247627144160038845437138252877014827848")],
    invalid: &[("~f22cade043e7214200206dbffca49fd9:27167508161455764247627144160038845437138252877014827848", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["prestashop", "prestashophash", "passwordprestashop"],
    caveat: "The salt is the key of the shop (`_COOKIE_KEY_` in its settings), one for all rows: a pepper. Where a column holds it, the bare hashes are compared.",
    sources: &["hashcat, src/modules/module_11000.c (self-test)"],
    ..Format::PLAIN
};

COLDFUSION10 = Format {
    id: "hash.coldfusion10",
    title: "ColdFusion 10+",
    plural: "ColdFusion 10+ hashes",
    shape: &[Hex(64, 64), Lit(":"), Of(ALNUM, 45, 64)],
    salt: Salt::Random,
    mode: Some(12600),
    seen: "ColdFusion admin",
    standing: Standing::Partly,
    valid: &[("3f3473a071b1fb955544e80c81853ca0f1e4f9ee4ca3bf4d2a8a10b5ef5be1f6:6058321484538505215534207835727413038041028036676832416353152201", "3f3473a071b1fb955544e80c81853ca0f1e4f9ee4ca3bf4d2a8a10b5ef5be1f6:6058321484538505215534207835727413038041028036676832416353152201")],
    invalid: &[("~3f3473a071b1fb955544e80c81853ca0f1e4f9ee4ca3bf4d2a8a10b5ef5be1f6:6058321484538505215534207835727413038041028036676832416353152201", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["coldfusion10", "coldfusion10hash", "passwordcoldfusion10"],
    caveat: "Salt and order of salt and password are not seen in the text: other formats with the same number of digits look alike.",
    sources: &["hashcat, src/modules/module_12600.c (self-test)"],
    ..Format::PLAIN
};
}
