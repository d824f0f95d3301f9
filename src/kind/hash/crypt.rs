//! Self-describing hashes of websites and of Unix: a mark, cost, salt and hash in one text.

use super::shape::Part::{Digits, Hex, Lit, Maybe, Of, One, Padding, Scheme};
use super::shape::{ALNUM, BASE64, BASE64_PADDED, CRYPT};
use super::{Format, Salt};
use crate::kind::{Mismatch, Standing};

formats! {
LDAP_SHA = Format {
    id: "hash.ldap_sha",
    title: "LDAP {SHA} base64",
    plural: "LDAP {SHA} base64 hashes",
    shape: &[Scheme("{SHA}"), Of(BASE64, 27, 27), Lit("=")],
    lookup: true,
    mode: Some(101),
    seen: "LDAP directories, Netscape/389 DS",
    valid: &[("{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="), ("{SHA}uJ6qx+YUFzQbcQtyd2gpTQ5qJ3s=", "{SHA}uJ6qx+YUFzQbcQtyd2gpTQ5qJ3s=")],
    invalid: &[("{SHA}uJ6qx+YUFzQb", Mismatch::Length), ("x{SHA}uJ6qx+YUFzQbcQtyd2gpTQ5qJ3s=", Mismatch::Shape)],
    headers: &["ldapsha", "ldapshahash", "passwordldapsha"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["hashcat, src/modules/module_00101.c (self-test)", "RFC 2307", "OpenLDAP Administrator's Guide, section 14.4"],
    ..Format::PLAIN
};

LDAP_MD5 = Format {
    id: "hash.ldap_md5",
    title: "LDAP {MD5} base64",
    plural: "LDAP {MD5} base64 hashes",
    shape: &[Scheme("{MD5}"), Of(BASE64, 22, 22), Lit("==")],
    lookup: true,
    seen: "LDAP directories",
    valid: &[("{MD5}X03MO1qnZdYdgyfeuILPmQ==", "{MD5}X03MO1qnZdYdgyfeuILPmQ==")],
    invalid: &[("{MD5}X03MO1qnZd", Mismatch::Length), ("x{MD5}X03MO1qnZdYdgyfeuILPmQ==", Mismatch::Shape)],
    headers: &["ldapmd5", "ldapmd5hash", "passwordldapmd5"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["RFC 2307", "OpenLDAP Administrator's Guide, section 14.4"],
    ..Format::PLAIN
};

LDAP_SSHA = Format {
    id: "hash.ldap_ssha",
    title: "LDAP {SSHA} base64 (SHA-1 + salt)",
    plural: "LDAP {SSHA} base64 hashes",
    shape: &[Scheme("{SSHA}"), Of(BASE64, 28, 512), Padding],
    salt: Salt::Random,
    mode: Some(111),
    seen: "LDAP directories",
    valid: &[("{SSHA}FLzWcQqyle6Mo7NvrwXCMAmRzXQxNjYxMTYzNw==", "{SSHA}FLzWcQqyle6Mo7NvrwXCMAmRzXQxNjYxMTYzNw=="), ("{ssha}FLzWcQqyle6Mo7NvrwXCMAmRzXQxNjYxMTYzNw==", "{SSHA}FLzWcQqyle6Mo7NvrwXCMAmRzXQxNjYxMTYzNw==")],
    invalid: &[("{ssha}FLzWcQqyle6Mo7Nvrw", Mismatch::Length), ("x{ssha}FLzWcQqyle6Mo7NvrwXCMAmRzXQxNjYxMTYzNw==", Mismatch::Shape)],
    headers: &["ldapssha", "ldapsshahash", "passwordldapssha"],
    caveat: "Salt is everything after the first 20 decoded bytes.",
    sources: &["hashcat, src/modules/module_00111.c (self-test)", "OpenLDAP Administrator's Guide, section 14.4"],
    ..Format::PLAIN
};

LDAP_SSHA256 = Format {
    id: "hash.ldap_ssha256",
    title: "LDAP {SSHA256}",
    plural: "LDAP {SSHA256} hashes",
    shape: &[Scheme("{SSHA256}"), Of(BASE64, 44, 512), Padding],
    salt: Salt::Random,
    mode: Some(1411),
    seen: "LDAP directories",
    valid: &[("{SSHA256}L5Wk0zPY2lmoR5pH20zngq37KkxFwgTquEhx95rxfVk3Ng==", "{SSHA256}L5Wk0zPY2lmoR5pH20zngq37KkxFwgTquEhx95rxfVk3Ng==")],
    invalid: &[("{SSHA256}L5Wk0zPY2lmoR5pH20zn", Mismatch::Length), ("x{SSHA256}L5Wk0zPY2lmoR5pH20zngq37KkxFwgTquEhx95rxfVk3Ng==", Mismatch::Shape)],
    headers: &["ldapssha256", "ldapssha256hash", "passwordldapssha256"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_01411.c (self-test)"],
    ..Format::PLAIN
};

LDAP_SSHA512 = Format {
    id: "hash.ldap_ssha512",
    title: "LDAP {SSHA512}",
    plural: "LDAP {SSHA512} hashes",
    shape: &[Scheme("{SSHA512}"), Of(BASE64, 88, 512), Padding],
    salt: Salt::Random,
    mode: Some(1711),
    seen: "LDAP directories",
    valid: &[("{SSHA512}Bz8w5q6qEtB1Nnc8b1jfTvTXVTwohWag33oghQGOtLChnkZTw/cuJaHQlLJEI3AWKZGCRyLA6Phujdxo+is7AjA2MDcyNjY1Mg==", "{SSHA512}Bz8w5q6qEtB1Nnc8b1jfTvTXVTwohWag33oghQGOtLChnkZTw/cuJaHQlLJEI3AWKZGCRyLA6Phujdxo+is7AjA2MDcyNjY1Mg==")],
    invalid: &[("{SSHA512}Bz8w5q6qEtB1Nnc8b1jfTvTXVTwohWag33oghQGOtLChnk", Mismatch::Length), ("x{SSHA512}Bz8w5q6qEtB1Nnc8b1jfTvTXVTwohWag33oghQGOtLChnkZTw/cuJaHQlLJEI3AWKZGCRyLA6Phujdxo+is7AjA2MDcyNjY1Mg==", Mismatch::Shape)],
    headers: &["ldapssha512", "ldapssha512hash", "passwordldapssha512"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_01711.c (self-test)"],
    ..Format::PLAIN
};

PHPS = Format {
    id: "hash.phps",
    title: "PHPS: MD5(MD5 hex + salt), prefixed",
    plural: "PHPS hashes",
    shape: &[Lit("$PHPS$"), Hex(1, 512), Lit("$"), Hex(32, 32)],
    salt: Salt::Random,
    mode: Some(2612),
    seen: "PHPS",
    valid: &[("$PHPS$30353031383437363132$f02b0b2f25e5754edb04522c346ba243", "$PHPS$30353031383437363132$f02b0b2f25e5754edb04522c346ba243")],
    invalid: &[("$PHPS$30353031383437363132$f02", Mismatch::Length), ("x$PHPS$30353031383437363132$f02b0b2f25e5754edb04522c346ba243", Mismatch::Shape)],
    headers: &["phps", "phpshash", "passwordphps"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_02612.c (self-test)"],
    ..Format::PLAIN
};

PHPASS = Format {
    id: "hash.phpass",
    title: "phpass portable ($P$ WordPress, $H$ phpBB3)",
    plural: "phpass portable hashes",
    shape: &[One(&["$P$", "$H$"]), Of(CRYPT, 31, 31)],
    salt: Salt::Random,
    mode: Some(400),
    seen: "WordPress before 6.8, phpBB3, Joomla 2.5.18+; Forbes 2014 (WordPress users table)",
    valid: &[("$P$946647711V1klyitUYhtB8Yw5DMA/w.", "$P$946647711V1klyitUYhtB8Yw5DMA/w.")],
    invalid: &[("$P$946647711V1klyi", Mismatch::Length), ("x$P$946647711V1klyitUYhtB8Yw5DMA/w.", Mismatch::Shape)],
    headers: &["phpass", "phpasshash", "passwordphpass"],
    caveat: "4th character codes log2 of the rounds.",
    sources: &["hashcat, src/modules/module_00400.c (self-test)", "passlib: phpass"],
    ..Format::PLAIN
};

WORDPRESS_BCRYPT = Format {
    id: "hash.wordpress_bcrypt",
    title: "WordPress 6.8+ bcrypt over SHA-384-HMAC",
    plural: "WordPress 6.8+ bcrypt over SHA-384-HMAC hashes",
    shape: &[Lit("$wp$2y$"), Digits(2, 2), Lit("$"), Of(CRYPT, 53, 53)],
    salt: Salt::Random,
    seen: "WordPress 6.8+ (2025)",
    standing: Standing::Partly,
    valid: &[("$wp$2y$05$abcdefghijklmnopqrstuuWeZ142Zn.8rIBwYaasclF5IpiuxxXCi", "$wp$2y$05$abcdefghijklmnopqrstuuWeZ142Zn.8rIBwYaasclF5IpiuxxXCi")],
    invalid: &[("$wp$2y$05$abcdefghijklmnopqrstuu", Mismatch::Length), ("x$wp$2y$05$abcdefghijklmnopqrstuuWeZ142Zn.8rIBwYaasclF5IpiuxxXCi", Mismatch::Shape)],
    headers: &["wordpressbcrypt", "wordpressbcrypthash", "passwordwordpressbcrypt"],
    caveat: "Not in the hashcat snapshot read; shape from WordPress 6.8 behaviour, unconfirmed here.",
    sources: &["WordPress 6.8 developer notes: password hashing with bcrypt"],
    ..Format::PLAIN
};

DRUPAL7 = Format {
    id: "hash.drupal7",
    title: "Drupal 7 ($S$)",
    plural: "Drupal 7 hashes",
    shape: &[Lit("$S$"), Of(CRYPT, 52, 52)],
    salt: Salt::Random,
    mode: Some(7900),
    seen: "Drupal 7",
    valid: &[("$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh", "$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh")],
    invalid: &[("$S$C20340258nzjDWpoQthrdNTR0", Mismatch::Length), ("x$S$C20340258nzjDWpoQthrdNTR02f0pmev0K/5/Nx80WSkOQcPEQRh", Mismatch::Shape)],
    headers: &["drupal7", "drupal7hash", "passworddrupal7"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_07900.c (self-test)"],
    ..Format::PLAIN
};

MEDIAWIKI_B = Format {
    id: "hash.mediawiki_b",
    title: "MediaWiki B type: MD5(salt - MD5)",
    plural: "MediaWiki B type hashes",
    shape: &[Lit("$B$"), Of(ALNUM, 1, 512), Lit("$"), Hex(32, 32)],
    salt: Salt::Random,
    mode: Some(3711),
    seen: "MediaWiki",
    valid: &[("$B$2152187716$8c8b39c3602b194eeeb6cac78eea2742", "$B$2152187716$8c8b39c3602b194eeeb6cac78eea2742")],
    invalid: &[("$B$2152187716$8c8b39c360", Mismatch::Length), ("x$B$2152187716$8c8b39c3602b194eeeb6cac78eea2742", Mismatch::Shape)],
    headers: &["mediawikib", "mediawikibhash", "passwordmediawikib"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_03711.c (self-test)", "MediaWiki manual: $wgPasswordSalt"],
    ..Format::PLAIN
};

DJANGO_SHA1 = Format {
    id: "hash.django_sha1",
    title: "Django SHA-1",
    plural: "Django SHA-1 hashes",
    shape: &[Lit("sha1$"), Of(ALNUM, 1, 512), Lit("$"), Hex(40, 40)],
    salt: Salt::Random,
    mode: Some(124),
    seen: "Django before 1.4",
    valid: &[("sha1$fe76b$02d5916550edf7fc8c886f044887f4b1abf9b013", "sha1$fe76b$02d5916550edf7fc8c886f044887f4b1abf9b013")],
    invalid: &[("sha1$fe76b$02d5916550edf7f", Mismatch::Length), ("xsha1$fe76b$02d5916550edf7fc8c886f044887f4b1abf9b013", Mismatch::Shape)],
    headers: &["djangosha1", "djangosha1hash", "passworddjangosha1"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_00124.c (self-test)", "Django manual: password management"],
    ..Format::PLAIN
};

DJANGO_PBKDF2 = Format {
    id: "hash.django_pbkdf2",
    title: "Django PBKDF2-SHA256",
    plural: "Django PBKDF2-SHA256 hashes",
    shape: &[Lit("pbkdf2_sha256$"), Digits(1, 32), Lit("$"), Of(ALNUM, 1, 512), Lit("$"), Of(BASE64_PADDED, 44, 44)],
    salt: Salt::Random,
    mode: Some(10000),
    seen: "Django 1.4+",
    valid: &[("pbkdf2_sha256$10000$1135411628$bFYX62rfJobJ07VwrUMXfuffLfj2RDM2G6/BrTrUWkE=", "pbkdf2_sha256$10000$1135411628$bFYX62rfJobJ07VwrUMXfuffLfj2RDM2G6/BrTrUWkE=")],
    invalid: &[("pbkdf2_sha256$10000$1135411628$bFYX62r", Mismatch::Length), ("xpbkdf2_sha256$10000$1135411628$bFYX62rfJobJ07VwrUMXfuffLfj2RDM2G6/BrTrUWkE=", Mismatch::Shape)],
    headers: &["djangopbkdf2", "djangopbkdf2hash", "passworddjangopbkdf2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_10000.c (self-test)", "Django manual: password management"],
    ..Format::PLAIN
};

WERKZEUG_PBKDF2 = Format {
    id: "hash.werkzeug_pbkdf2",
    title: "Werkzeug/Flask PBKDF2",
    plural: "Werkzeug/Flask PBKDF2 hashes",
    shape: &[Lit("pbkdf2:sha"), One(&["256", "512", "1"]), Maybe(&[Lit(":"), Digits(1, 32)]), Lit("$"), Of(ALNUM, 1, 512), Lit("$"), Hex(40, 128)],
    salt: Salt::Random,
    seen: "Flask apps",
    valid: &[("pbkdf2:sha256:1000$saltsalt$e5daaa6fcb8e91100bee3143a0db0ee6eba75ef4fbf16ffc8d06f9f03a2a05ef", "pbkdf2:sha256:1000$saltsalt$e5daaa6fcb8e91100bee3143a0db0ee6eba75ef4fbf16ffc8d06f9f03a2a05ef")],
    invalid: &[("pbkdf2:sha256:1000$saltsalt$e5daaa6fcb8e91100be", Mismatch::Length), ("xpbkdf2:sha256:1000$saltsalt$e5daaa6fcb8e91100bee3143a0db0ee6eba75ef4fbf16ffc8d06f9f03a2a05ef", Mismatch::Shape)],
    headers: &["werkzeugpbkdf2", "werkzeugpbkdf2hash", "passwordwerkzeugpbkdf2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["Werkzeug manual: security helpers"],
    ..Format::PLAIN
};

WERKZEUG_SHA256 = Format {
    id: "hash.werkzeug_sha256",
    title: "Werkzeug HMAC-SHA256 (sha256$salt$hex)",
    plural: "Werkzeug HMAC-SHA256 hashes",
    shape: &[Lit("sha256$"), Of(ALNUM, 1, 512), Lit("$"), Hex(64, 64)],
    salt: Salt::Random,
    mode: Some(30120),
    seen: "old Flask apps",
    valid: &[("sha256$70108387805$8b9472281c36c3a693703de0e0f1ffab8fc0ecdd3bc5ead04c76dd74ef431e49", "sha256$70108387805$8b9472281c36c3a693703de0e0f1ffab8fc0ecdd3bc5ead04c76dd74ef431e49")],
    invalid: &[("sha256$70108387805$8b9472281c36c3a693703de", Mismatch::Length), ("xsha256$70108387805$8b9472281c36c3a693703de0e0f1ffab8fc0ecdd3bc5ead04c76dd74ef431e49", Mismatch::Shape)],
    headers: &["werkzeugsha256", "werkzeugsha256hash", "passwordwerkzeugsha256"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_30120.c (self-test)", "Werkzeug manual: security helpers"],
    ..Format::PLAIN
};

NETBSD_SHA1CRYPT = Format {
    id: "hash.netbsd_sha1crypt",
    title: "NetBSD sha1crypt",
    plural: "NetBSD sha1crypt hashes",
    shape: &[Lit("$sha1$"), Digits(1, 32), Lit("$"), Of(CRYPT, 0, 64), Lit("$"), Of(CRYPT, 28, 28)],
    salt: Salt::Random,
    mode: Some(15100),
    seen: "NetBSD, Junos",
    valid: &[("$sha1$20000$75552156$HhYMDdaEHiK3eMIzTldOFPnw.s2Q", "$sha1$20000$75552156$HhYMDdaEHiK3eMIzTldOFPnw.s2Q")],
    invalid: &[("$sha1$20000$75552156$HhYM", Mismatch::Length), ("x$sha1$20000$75552156$HhYMDdaEHiK3eMIzTldOFPnw.s2Q", Mismatch::Shape)],
    headers: &["netbsdsha1crypt", "netbsdsha1crypthash", "passwordnetbsdsha1crypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_15100.c (self-test)", "passlib: sha1_crypt"],
    ..Format::PLAIN
};

PBKDF2_PASSLIB = Format {
    id: "hash.pbkdf2_passlib",
    title: "passlib PBKDF2",
    plural: "passlib PBKDF2 hashes",
    shape: &[Lit("$pbkdf2"), Maybe(&[One(&["-sha256", "-sha512"])]), Lit("$"), Digits(1, 32), Lit("$"), Of(CRYPT, 1, 512), Lit("$"), Of(CRYPT, 1, 512)],
    salt: Salt::Random,
    mode: Some(20300),
    seen: "Python apps",
    valid: &[("$pbkdf2-sha256$1000$c2FsdHNhbHRzYWx0c2FsdA$8nX7hwFEzIB8aPajJTYK8weHQc5Ngz0pFVAKvSu4jQA", "$pbkdf2-sha256$1000$c2FsdHNhbHRzYWx0c2FsdA$8nX7hwFEzIB8aPajJTYK8weHQc5Ngz0pFVAKvSu4jQA"), ("$pbkdf2-sha256$29000$x9h7j/Ge8x6DMEao1VqrdQ$kra3R1wEnY8mPdDWOpTqOTINaAmZvRMcYd8u5OBQP9A", "$pbkdf2-sha256$29000$x9h7j/Ge8x6DMEao1VqrdQ$kra3R1wEnY8mPdDWOpTqOTINaAmZvRMcYd8u5OBQP9A")],
    invalid: &[("$pbkdf2-sha256$29", Mismatch::Length), ("x$pbkdf2-sha256$29000$x9h7j/Ge8x6DMEao1VqrdQ$kra3R1wEnY8mPdDWOpTqOTINaAmZvRMcYd8u5OBQP9A", Mismatch::Shape)],
    headers: &["pbkdf2passlib", "pbkdf2passlibhash", "passwordpbkdf2passlib"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_20300.c (self-test)", "passlib: pbkdf2_digest"],
    ..Format::PLAIN
};

ASPNET_IDENTITY_V3 = Format {
    id: "hash.aspnet_identity_v3",
    title: "ASP.NET Identity v3 (base64 starting AQAAAA)",
    plural: "ASP.NET Identity v3 hashes",
    shape: &[Lit("AQAAAA"), Of(BASE64, 76, 86), Padding],
    salt: Salt::Random,
    seen: "ASP.NET Core",
    standing: Standing::Partly,
    valid: &[("AQAAAAEAACcQAAAAEHNhbHRzYWx0c2FsdHNhbHQOQOgMGl6a3SYgeBzuW6wKbxrYHI/d3BYPddBhwraO3w==", "AQAAAAEAACcQAAAAEHNhbHRzYWx0c2FsdHNhbHQOQOgMGl6a3SYgeBzuW6wKbxrYHI/d3BYPddBhwraO3w==")],
    invalid: &[("AQAAAAEAACcQAAAAEHNhbHRzYWx0c2FsdHNhbHQOQOg", Mismatch::Length), ("xAQAAAAEAACcQAAAAEHNhbHRzYWx0c2FsdHNhbHQOQOgMGl6a3SYgeBzuW6wKbxrYHI/d3BYPddBhwraO3w==", Mismatch::Shape)],
    headers: &["aspnetidentityv3", "aspnetidentityv3hash", "passwordaspnetidentityv3"],
    caveat: "V2 hashes are 68 characters of base64 starting with \"A\" (byte 0x00); length figure 84 for default parameters.",
    sources: &["ASP.NET Core: PasswordHasher (source code)"],
    ..Format::PLAIN
};

MD5CRYPT = Format {
    id: "hash.md5crypt",
    title: "md5crypt $1$",
    plural: "md5crypt $1$ hashes",
    shape: &[Lit("$1$"), Of(CRYPT, 0, 8), Lit("$"), Of(CRYPT, 22, 22)],
    salt: Salt::Random,
    mode: Some(500),
    seen: "Linux shadow, Cisco IOS type 5",
    valid: &[("$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/", "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/"), ("$1$38652870$DUjsu4TTlTsOe/xxZ05uf/", "$1$38652870$DUjsu4TTlTsOe/xxZ05uf/")],
    invalid: &[("$1$38652870$DUjsu4", Mismatch::Length), ("x$1$38652870$DUjsu4TTlTsOe/xxZ05uf/", Mismatch::Shape)],
    headers: &["md5crypt", "md5crypthash", "passwordmd5crypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_00500.c (self-test)", "passlib: md5_crypt"],
    ..Format::PLAIN
};

APR1 = Format {
    id: "hash.apr1",
    title: "Apache APR1 md5",
    plural: "Apache APR1 md5 hashes",
    shape: &[Lit("$apr1$"), Of(CRYPT, 0, 8), Lit("$"), Of(CRYPT, 22, 22)],
    salt: Salt::Random,
    mode: Some(1600),
    seen: "htpasswd",
    valid: &[("$apr1$saltsalt$yAAkm4libquA.ZWLHbSBq/", "$apr1$saltsalt$yAAkm4libquA.ZWLHbSBq/"), ("$apr1$62722340$zGjeAwVP2KwY6MtumUI1N/", "$apr1$62722340$zGjeAwVP2KwY6MtumUI1N/")],
    invalid: &[("$apr1$62722340$zGje", Mismatch::Length), ("x$apr1$62722340$zGjeAwVP2KwY6MtumUI1N/", Mismatch::Shape)],
    headers: &["apr1", "apr1hash", "passwordapr1"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_01600.c (self-test)", "passlib: apr_md5_crypt"],
    ..Format::PLAIN
};

DESCRYPT = Format {
    id: "hash.descrypt",
    title: "DES crypt",
    plural: "DES crypt hashes",
    shape: &[Of(CRYPT, 13, 13)],
    salt: Salt::Random,
    mode: Some(1500),
    seen: "Unix passwd, Gawker 2010",
    alike: &["any 13-character token"],
    unproven: true,
    valid: &[("abJnggxhB/yWI", "abJnggxhB/yWI"), ("24leDr0hHfb3A", "24leDr0hHfb3A")],
    invalid: &[("~24leDr0hHfb3A", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["descrypt", "descrypthash", "crypt", "cryptpassword", "cryptedpassword", "passwordhash", "passhash", "hash", "хеш", "хэш", "хешпароля"],
    caveat: "Only the first 8 characters count; any 13-character token fits this shape, so require a whole column.",
    sources: &["hashcat, src/modules/module_01500.c (self-test)", "passlib: des_crypt"],
    ..Format::PLAIN
};

BSDICRYPT = Format {
    id: "hash.bsdicrypt",
    title: "BSDi extended DES",
    plural: "BSDi extended DES hashes",
    shape: &[Lit("_"), Of(CRYPT, 19, 19)],
    salt: Salt::Random,
    mode: Some(12400),
    seen: "BSD",
    unproven: true,
    valid: &[("_GW..8841inaTltazRsQ", "_GW..8841inaTltazRsQ")],
    invalid: &[("~_GW..8841inaTltazRsQ", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["bsdicrypt", "bsdicrypthash", "passwordbsdicrypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_12400.c (self-test)", "passlib: bsdi_crypt"],
    ..Format::PLAIN
};

SHA256CRYPT = Format {
    id: "hash.sha256crypt",
    title: "sha256crypt $5$",
    plural: "sha256crypt $5$ hashes",
    shape: &[Lit("$5$"), Maybe(&[Lit("rounds="), Digits(1, 32), Lit("$")]), Of(CRYPT, 0, 16), Lit("$"), Of(CRYPT, 43, 43)],
    salt: Salt::Random,
    mode: Some(7400),
    seen: "Linux shadow",
    valid: &[("$5$7777657035274252$XftMj84MW.New1/ViLY5V4CM4Y7EBvfETaZsCW9vcJ8", "$5$7777657035274252$XftMj84MW.New1/ViLY5V4CM4Y7EBvfETaZsCW9vcJ8")],
    invalid: &[("$5$7777657035274252$XftMj84MW.Ne", Mismatch::Length), ("x$5$7777657035274252$XftMj84MW.New1/ViLY5V4CM4Y7EBvfETaZsCW9vcJ8", Mismatch::Shape)],
    headers: &["sha256crypt", "sha256crypthash", "passwordsha256crypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_07400.c (self-test)", "passlib: sha256_crypt"],
    ..Format::PLAIN
};

SHA512CRYPT = Format {
    id: "hash.sha512crypt",
    title: "sha512crypt $6$",
    plural: "sha512crypt $6$ hashes",
    shape: &[Lit("$6$"), Maybe(&[Lit("rounds="), Digits(1, 32), Lit("$")]), Of(CRYPT, 0, 16), Lit("$"), Of(CRYPT, 86, 86)],
    salt: Salt::Random,
    mode: Some(1800),
    seen: "Linux shadow",
    valid: &[("$6$72820166$U4DVzpcYxgw7MVVDGGvB2/H5lRistD5.Ah4upwENR5UtffLR4X4SxSzfREv8z6wVl0jRFX40/KnYVvK4829kD1", "$6$72820166$U4DVzpcYxgw7MVVDGGvB2/H5lRistD5.Ah4upwENR5UtffLR4X4SxSzfREv8z6wVl0jRFX40/KnYVvK4829kD1")],
    invalid: &[("$6$72820166$U4DVzpcYxgw7MVVDGGvB2/H5lRistD5.Ah4upw", Mismatch::Length), ("x$6$72820166$U4DVzpcYxgw7MVVDGGvB2/H5lRistD5.Ah4upwENR5UtffLR4X4SxSzfREv8z6wVl0jRFX40/KnYVvK4829kD1", Mismatch::Shape)],
    headers: &["sha512crypt", "sha512crypthash", "passwordsha512crypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_01800.c (self-test)", "passlib: sha512_crypt"],
    ..Format::PLAIN
};

BCRYPT = Format {
    id: "hash.bcrypt",
    title: "bcrypt",
    plural: "bcrypt hashes",
    shape: &[One(&["$2a$", "$2b$", "$2x$", "$2y$", "$2$"]), Digits(2, 2), Lit("$"), Of(CRYPT, 53, 53)],
    salt: Salt::Random,
    mode: Some(3200),
    seen: "Ashley Madison 2015; Dropbox 2012 (half); Canva 2019; Patreon 2015; Dailymotion 2016; Edmodo 2017; Wattpad 2020; Nitro PDF 2020",
    valid: &[("$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm", "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm"), ("$2a$05$MBCzKhG1KhezLh.0LRa0Kuw12nLJtpHy6DIaU.JAnqJUDYspHC.Ou", "$2a$05$MBCzKhG1KhezLh.0LRa0Kuw12nLJtpHy6DIaU.JAnqJUDYspHC.Ou")],
    invalid: &[("$2a$05$MBCzKhG1KhezLh.0LRa0Kuw1", Mismatch::Length), ("x$2a$05$MBCzKhG1KhezLh.0LRa0Kuw12nLJtpHy6DIaU.JAnqJUDYspHC.Ou", Mismatch::Shape)],
    headers: &["bcrypt", "bcrypthash", "passwordbcrypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_03200.c (self-test)", "Provos, Mazières: A Future-Adaptable Password Scheme (USENIX 1999)", "passlib: bcrypt"],
    ..Format::PLAIN
};

BCRYPT_MD5 = Format {
    id: "hash.bcrypt_md5",
    title: "bcrypt over MD5 hex",
    plural: "bcrypt over MD5 hex hashes",
    shape: &[One(&["$2a$", "$2b$", "$2x$", "$2y$", "$2$"]), Digits(2, 2), Lit("$"), Of(CRYPT, 53, 53)],
    salt: Salt::Random,
    mode: Some(25600),
    seen: "migrated forums",
    behind: Some("hash.bcrypt"),
    valid: &[("$2a$05$/VT2Xs2dMd8GJKfrXhjYP.DkTjOVrY12yDN7/6I8ZV0q/1lEohLru", "$2a$05$/VT2Xs2dMd8GJKfrXhjYP.DkTjOVrY12yDN7/6I8ZV0q/1lEohLru")],
    invalid: &[("$2a$05$/VT2Xs2dMd8GJKfrXhjYP.Dk", Mismatch::Length), ("x$2a$05$/VT2Xs2dMd8GJKfrXhjYP.DkTjOVrY12yDN7/6I8ZV0q/1lEohLru", Mismatch::Shape)],
    headers: &["bcryptmd5", "bcryptmd5hash", "passwordbcryptmd5"],
    caveat: "Same shape as bcrypt.",
    sources: &["hashcat, src/modules/module_25600.c (self-test)"],
    ..Format::PLAIN
};

YESCRYPT = Format {
    id: "hash.yescrypt",
    title: "yescrypt $y$",
    plural: "yescrypt $y$ hashes",
    shape: &[Lit("$y$"), Of(CRYPT, 1, 512), Lit("$"), Of(CRYPT, 0, 86), Lit("$"), Of(CRYPT, 43, 43)],
    salt: Salt::Random,
    seen: "Debian 11+, Ubuntu 22.04+, Fedora",
    valid: &[("$y$j9T$abcdefgh$bJ3qQ4jgXr1yUQRdILiBjfXmv.URxN0JdF9mSv7boj/", "$y$j9T$abcdefgh$bJ3qQ4jgXr1yUQRdILiBjfXmv.URxN0JdF9mSv7boj/")],
    invalid: &[("$y$j9T$abcdefgh$bJ3qQ4jgXr1yUQ", Mismatch::Length), ("x$y$j9T$abcdefgh$bJ3qQ4jgXr1yUQRdILiBjfXmv.URxN0JdF9mSv7boj/", Mismatch::Shape)],
    headers: &["yescrypt", "yescrypthash", "passwordyescrypt"],
    caveat: "Not in the hashcat snapshot.",
    sources: &["crypt(5) of libxcrypt"],
    ..Format::PLAIN
};

SCRYPT = Format {
    id: "hash.scrypt",
    title: "scrypt (hashcat notation)",
    plural: "scrypt hashes",
    shape: &[Lit("SCRYPT:"), Digits(1, 32), Lit(":"), Digits(1, 32), Lit(":"), Digits(1, 32), Lit(":"), Of(BASE64_PADDED, 1, 512), Lit(":"), Of(BASE64_PADDED, 1, 512)],
    salt: Salt::Random,
    mode: Some(8900),
    seen: "various",
    valid: &[("SCRYPT:16384:8:1:OTEyNzU0ODg=:Cc8SPjRH1hFQhuIPCdF51uNGtJ2aOY/isuoMlMUsJ8c=", "SCRYPT:16384:8:1:OTEyNzU0ODg=:Cc8SPjRH1hFQhuIPCdF51uNGtJ2aOY/isuoMlMUsJ8c=")],
    invalid: &[("SCRYPT:163", Mismatch::Length), ("xSCRYPT:16384:8:1:OTEyNzU0ODg=:Cc8SPjRH1hFQhuIPCdF51uNGtJ2aOY/isuoMlMUsJ8c=", Mismatch::Shape)],
    headers: &["scrypt", "scrypthash", "passwordscrypt"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_08900.c (self-test)", "RFC 7914"],
    ..Format::PLAIN
};

ARGON2 = Format {
    id: "hash.argon2",
    title: "Argon2",
    plural: "Argon2 hashes",
    shape: &[One(&["$argon2id$", "$argon2i$", "$argon2d$"]), Lit("v="), Digits(1, 32), Lit("$m="), Digits(1, 32), Lit(",t="), Digits(1, 32), Lit(",p="), Digits(1, 32), Lit("$"), Of(BASE64, 1, 512), Lit("$"), Of(BASE64, 1, 512)],
    salt: Salt::Random,
    mode: Some(34000),
    seen: "modern apps",
    valid: &[("$argon2id$v=19$m=65536,t=3,p=1$FBMjI4RJBhIykCgol1KEJA$2ky5GAdhT1kH4kIgPN/oERE3Taiy43vNN70a3HpiKQU", "$argon2id$v=19$m=65536,t=3,p=1$FBMjI4RJBhIykCgol1KEJA$2ky5GAdhT1kH4kIgPN/oERE3Taiy43vNN70a3HpiKQU")],
    invalid: &[("$argon2id$", Mismatch::Length), ("x$argon2id$v=19$m=65536,t=3,p=1$FBMjI4RJBhIykCgol1KEJA$2ky5GAdhT1kH4kIgPN/oERE3Taiy43vNN70a3HpiKQU", Mismatch::Shape)],
    headers: &["argon2", "argon2hash", "passwordargon2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_34000.c (self-test)", "RFC 9106"],
    ..Format::PLAIN
};

AUTHME = Format {
    id: "hash.authme",
    title: "AuthMe Minecraft $SHA$salt$hash",
    plural: "AuthMe Minecraft $SHA$salt$hash hashes",
    shape: &[Lit("$SHA$"), Hex(16, 16), Lit("$"), Hex(64, 64)],
    salt: Salt::Random,
    mode: Some(20711),
    seen: "Minecraft servers",
    valid: &[("$SHA$7218532375810603$bfede293ecf6539211a7305ea218b9f3f608953130405cda9eaba6fb6250f824", "$SHA$7218532375810603$bfede293ecf6539211a7305ea218b9f3f608953130405cda9eaba6fb6250f824")],
    invalid: &[("$SHA$7218532375810603$bfede293ecf6539211a730", Mismatch::Length), ("x$SHA$7218532375810603$bfede293ecf6539211a7305ea218b9f3f608953130405cda9eaba6fb6250f824", Mismatch::Shape)],
    headers: &["authme", "authmehash", "passwordauthme"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_20711.c (self-test)"],
    ..Format::PLAIN
};
}
