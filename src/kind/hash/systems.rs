//! Password hashes of databases, Windows, network devices and programs.

use super::shape::Part::{Account, Any, Blocks, But, Digits, Hex, Lit, Maybe, Of};
use super::shape::{BASE64, BASE64_PADDED, CRYPT};
use super::{Format, Salt};
use crate::kind::{Mismatch, Standing};

formats! {
MSSQL2000 = Format {
    id: "hash.mssql2000",
    title: "MS SQL 2000",
    plural: "MS SQL 2000 hashes",
    shape: &[Lit("0x0100"), Hex(88, 88)],
    salt: Salt::Random,
    mode: Some(131),
    seen: "master..sysxlogins",
    valid: &[("0x0100778883860000000000000000000000000000000000000000eda3604e067a06f2732b05b9cb90b8a710996939", "0x0100778883860000000000000000000000000000000000000000eda3604e067a06f2732b05b9cb90b8a710996939")],
    invalid: &[("0x0100778883860000000000000000000000000000000000", Mismatch::Length), ("x0x0100778883860000000000000000000000000000000000000000eda3604e067a06f2732b05b9cb90b8a710996939", Mismatch::Shape)],
    headers: &["mssql2000", "mssql2000hash", "passwordmssql2000"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_00131.c (self-test)", "passlib: mssql2000"],
    ..Format::PLAIN
};

MSSQL2005 = Format {
    id: "hash.mssql2005",
    title: "MS SQL 2005/2008",
    plural: "MS SQL 2005/2008 hashes",
    shape: &[Lit("0x0100"), Hex(48, 48)],
    salt: Salt::Random,
    mode: Some(132),
    seen: "sys.sql_logins",
    valid: &[("0x010045083578bf13a6e30ca29c40e540813772754d54a5ffd325", "0x010045083578bf13a6e30ca29c40e540813772754d54a5ffd325")],
    invalid: &[("0x010045083578bf13a6e30ca29c", Mismatch::Length), ("x0x010045083578bf13a6e30ca29c40e540813772754d54a5ffd325", Mismatch::Shape)],
    headers: &["mssql2005", "mssql2005hash", "passwordmssql2005"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_00132.c (self-test)", "passlib: mssql2005"],
    ..Format::PLAIN
};

MSSQL2012 = Format {
    id: "hash.mssql2012",
    title: "MS SQL 2012+",
    plural: "MS SQL 2012+ hashes",
    shape: &[Lit("0x0200"), Hex(136, 136)],
    salt: Salt::Random,
    mode: Some(1731),
    seen: "sys.sql_logins",
    valid: &[("0x02003788006711b2e74e7d8cb4be96b1d187c962c5591a02d5a6ae81b3a4a094b26b7877958b26733e45016d929a756ed30d0a5ee65d3ce1970f9b7bf946e705c595f07625b1", "0x02003788006711b2e74e7d8cb4be96b1d187c962c5591a02d5a6ae81b3a4a094b26b7877958b26733e45016d929a756ed30d0a5ee65d3ce1970f9b7bf946e705c595f07625b1")],
    invalid: &[("0x02003788006711b2e74e7d8cb4be96b1d187c962c5591a02d5a6ae81b3a4a094b26b78", Mismatch::Length), ("x0x02003788006711b2e74e7d8cb4be96b1d187c962c5591a02d5a6ae81b3a4a094b26b7877958b26733e45016d929a756ed30d0a5ee65d3ce1970f9b7bf946e705c595f07625b1", Mismatch::Shape)],
    headers: &["mssql2012", "mssql2012hash", "passwordmssql2012"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_01731.c (self-test)"],
    ..Format::PLAIN
};

POSTGRES_MD5 = Format {
    id: "hash.postgres_md5",
    title: "PostgreSQL md5(password + user)",
    plural: "PostgreSQL md5(password + user) hashes",
    shape: &[Lit("md5"), Hex(32, 32)],
    salt: Salt::Name,
    mode: Some(12),
    seen: "pg_shadow / pg_authid in pg_dumpall",
    valid: &[("md532e12f215ba27cb750c9e093ce4b5127", "md532e12f215ba27cb750c9e093ce4b5127")],
    invalid: &[("md532e12f215ba27cb", Mismatch::Length), ("xmd532e12f215ba27cb750c9e093ce4b5127", Mismatch::Shape)],
    headers: &["postgresmd5", "postgresmd5hash", "passwordpostgresmd5"],
    caveat: "User name is the salt; hashcat wants hash:user.",
    sources: &["hashcat, src/modules/module_00012.c (self-test)", "passlib: postgres_md5"],
    ..Format::PLAIN
};

POSTGRES_SCRAM = Format {
    id: "hash.postgres_scram",
    title: "PostgreSQL SCRAM-SHA-256",
    plural: "PostgreSQL SCRAM-SHA-256 hashes",
    shape: &[Lit("SCRAM-SHA-256$"), Digits(1, 32), Lit(":"), Of(BASE64_PADDED, 1, 512), Lit("$"), Of(BASE64_PADDED, 44, 44), Lit(":"), Of(BASE64_PADDED, 44, 44)],
    salt: Salt::Random,
    mode: Some(28600),
    seen: "pg_authid in PostgreSQL 10+",
    valid: &[("SCRAM-SHA-256$4096:IKfxzJ8Nq4PkLJCfgKcPmA==$iRw3qwTp18uaBnsTOEExbtgWdKeBMbSSnZvqD4sdqLQ=:hPciC1CcnBna3szR8Mf3MVc8t0W7QPbIHoMMrh4zRV0=", "SCRAM-SHA-256$4096:IKfxzJ8Nq4PkLJCfgKcPmA==$iRw3qwTp18uaBnsTOEExbtgWdKeBMbSSnZvqD4sdqLQ=:hPciC1CcnBna3szR8Mf3MVc8t0W7QPbIHoMMrh4zRV0=")],
    invalid: &[("SCRAM-SHA-256$4096:IKfxzJ8Nq4PkLJCfgKcPmA==$iRw3qwTp18uaBnsTOEExbtg", Mismatch::Length), ("xSCRAM-SHA-256$4096:IKfxzJ8Nq4PkLJCfgKcPmA==$iRw3qwTp18uaBnsTOEExbtgWdKeBMbSSnZvqD4sdqLQ=:hPciC1CcnBna3szR8Mf3MVc8t0W7QPbIHoMMrh4zRV0=", Mismatch::Shape)],
    headers: &["postgresscram", "postgresscramhash", "passwordpostgresscram"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_28600.c (self-test)", "RFC 7677", "PostgreSQL manual: pg_authid"],
    ..Format::PLAIN
};

MYSQL_CACHING_SHA2 = Format {
    id: "hash.mysql_caching_sha2",
    title: "MySQL 8 caching_sha2_password ($A$)",
    plural: "MySQL 8 caching_sha2_password hashes",
    shape: &[Lit("$"), Maybe(&[Lit("mysql$")]), Lit("A$"), Digits(3, 3), Any(0, 512)],
    salt: Salt::Random,
    mode: Some(7401),
    seen: "mysql.user in MySQL 8",
    standing: Standing::Partly,
    valid: &[("$mysql$A$005*F9CC98CE08892924F50A213B6BC571A2C11778C5*625479393559393965414D45316477456B484F41316E64484742577A2E3162785353526B7554584647562F", "$mysql$A$005*F9CC98CE08892924F50A213B6BC571A2C11778C5*625479393559393965414D45316477456B484F41316E64484742577A2E3162785353526B7554584647562F")],
    invalid: &[("~$mysql$A$005*F9CC98CE08892924F50A213B6BC571A2C11778C5*625479393559393965414D45316477456B484F41316E64484742577A2E3162785353526B7554584647562F", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["mysqlcachingsha2", "mysqlcachingsha2hash", "passwordmysqlcachingsha2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_07401.c (self-test)"],
    ..Format::PLAIN
};

NETNTLMV1 = Format {
    id: "hash.netntlmv1",
    title: "NetNTLMv1",
    plural: "NetNTLMv1 hashes",
    shape: &[Account(0, 255), Lit("::"), Account(0, 255), Lit(":"), Hex(48, 48), Lit(":"), Hex(48, 48), Lit(":"), Hex(16, 16)],
    salt: Salt::Name,
    mode: Some(5500),
    seen: "network captures",
    valid: &[("::5V4T:ada06359242920a500000000000000000000000000000000:0556d5297b5daa70eaffde82ef99293a3f3bb59b7c9704ea:9c23f6c094853920", "::5V4T:ada06359242920a500000000000000000000000000000000:0556d5297b5daa70eaffde82ef99293a3f3bb59b7c9704ea:9c23f6c094853920")],
    invalid: &[("::5V4T:ada06359242920a500000000000000000000000000000000:0556d5297b5daa70eaffde82ef99293a3f3bb59b7c9704ea:9c23f6c09485392", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["netntlmv1", "netntlmv1hash", "passwordnetntlmv1"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_05500.c (self-test)"],
    ..Format::PLAIN
};

NETNTLMV2 = Format {
    id: "hash.netntlmv2",
    title: "NetNTLMv2",
    plural: "NetNTLMv2 hashes",
    shape: &[Account(0, 255), Lit("::"), Account(0, 255), Lit(":"), Hex(16, 16), Lit(":"), Hex(32, 32), Lit(":"), Hex(1, 2048)],
    salt: Salt::Name,
    mode: Some(5600),
    seen: "network captures",
    valid: &[("0UL5G37JOI0SX::6VB1IS0KA74:ebe1afa18b7fbfa6:aab8bf8675658dd2a939458a1077ba08:010100000000000031c8aa092510945398b9f7b7dde1a9fb00000000f7876f2b04b700", "0UL5G37JOI0SX::6VB1IS0KA74:ebe1afa18b7fbfa6:aab8bf8675658dd2a939458a1077ba08:010100000000000031c8aa092510945398b9f7b7dde1a9fb00000000f7876f2b04b700")],
    invalid: &[("0UL5G37JOI0SX:6VB1IS0KA74:ebe1afa18b7fbfa6:aab8bf8675658dd2a939458a1077ba08:010100000000000031c8aa092510945398b9f7b7dde1a9fb00000000f7876f2b04b700", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["netntlmv2", "netntlmv2hash", "passwordnetntlmv2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_05600.c (self-test)"],
    ..Format::PLAIN
};

DCC2 = Format {
    id: "hash.dcc2",
    title: "Domain cached credentials v2",
    plural: "Domain cached credentials v2 hashes",
    shape: &[Lit("$DCC2$"), Digits(1, 32), Lit("#"), But(b'#', 1, 255), Lit("#"), Hex(32, 32)],
    salt: Salt::Name,
    mode: Some(2100),
    seen: "Windows",
    valid: &[("$DCC2$10240#6848#e2829c8af2232fa53797e2f0e35e4626", "$DCC2$10240#6848#e2829c8af2232fa53797e2f0e35e4626")],
    invalid: &[("$DCC2$10240#6848#e2829c8a", Mismatch::Length), ("x$DCC2$10240#6848#e2829c8af2232fa53797e2f0e35e4626", Mismatch::Shape)],
    headers: &["dcc2", "dcc2hash", "passworddcc2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_02100.c (self-test)", "passlib: msdcc2"],
    ..Format::PLAIN
};

PWDUMP = Format {
    id: "hash.pwdump",
    title: "pwdump line",
    plural: "pwdump lines",
    shape: &[Account(1, 255), Lit(":"), Digits(1, 32), Lit(":"), Hex(32, 32), Lit(":"), Hex(32, 32), Lit(":::")],
    lookup: true,
    mode: Some(1000),
    seen: "Windows SAM dumps",
    valid: &[("user:1001:e52cac67419a9a224a3b108f3fa6cb6d:8846f7eaee8fb117ad06bdd830b7586c:::", "user:1001:e52cac67419a9a224a3b108f3fa6cb6d:8846f7eaee8fb117ad06bdd830b7586c:::")],
    invalid: &[("user:1001:e52cac67419a9a224a3b108f3fa6cb6d:8846f7eaee8fb117ad06bdd830b7586c::", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["pwdump", "pwdumphash", "passwordpwdump"],
    caveat: "Name:RID:LM:NTLM:::.",
    sources: &["hashcat, src/modules/module_01000.c (self-test)", "pwdump (Samba documentation: smbpasswd)"],
    ..Format::PLAIN
};

ADOBE_3DES_ECB = Format {
    id: "hash.adobe_3des_ecb",
    title: "Adobe 2013: 3DES-ECB ciphertext, base64",
    plural: "passwords encrypted with one key",
    shape: &[Blocks],
    seen: "Adobe 2013 \"cred\" file",
    unproven: true,
    valid: &[("ioxG6CatHBw=", "ioxG6CatHBw="), ("ioxG6CatHBzmHt2b3oyqBQ==", "ioxG6CatHBzmHt2b3oyqBQ==")],
    invalid: &[("~ioxG6CatHBzmHt2b3oyqBQ==", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["adobe3desecb", "adobe3desecbhash", "passwordadobe3desecb"],
    caveat: "Not a hash: one key for everybody, so equal 8-byte blocks mean equal 8-character pieces of plaintext; the second block ioxG6CatHBw= (empty padding) is very frequent after an 8-character password; passwords cluster and hints explain them.",
    sources: &["press of November 2013 on the file of 153 million rows (Sophos: Anatomy of a password disaster)"],
    ..Format::PLAIN
};

JUNIPER_NETSCREEN = Format {
    id: "hash.juniper_netscreen",
    title: "Juniper/NetScreen admin",
    plural: "Juniper/NetScreen admin hashes",
    shape: &[Lit("n"), Of(BASE64, 5, 5), Lit("r"), Of(BASE64, 5, 5), Lit("c"), Of(BASE64, 4, 4), Lit("s"), Of(BASE64, 5, 5), Lit("t"), Of(BASE64, 5, 5), Lit("n")],
    salt: Salt::Random,
    mode: Some(22),
    seen: "ScreenOS configs",
    valid: &[("nKjiFErqK7TPcZdFZsZMNWPtw4Pv8n", "nKjiFErqK7TPcZdFZsZMNWPtw4Pv8n")],
    invalid: &[("~nKjiFErqK7TPcZdFZsZMNWPtw4Pv8n", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["junipernetscreen", "junipernetscreenhash", "passwordjunipernetscreen"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_00022.c (self-test)"],
    ..Format::PLAIN
};

CISCO_PIX = Format {
    id: "hash.cisco_pix",
    title: "Cisco PIX MD5",
    plural: "Cisco PIX MD5 hashes",
    shape: &[Of(CRYPT, 16, 16)],
    lookup: true,
    mode: Some(2400),
    seen: "PIX configs",
    alike: &["any 16-character token"],
    unproven: true,
    valid: &[("dRRVnUmUHXOTt9nk", "dRRVnUmUHXOTt9nk")],
    invalid: &[("~dRRVnUmUHXOTt9nk", Mismatch::Shape), ("", Mismatch::Shape)],
    headers: &["ciscopix", "ciscopixhash", "passwordciscopix"],
    caveat: "The same password always gives the same text, so that it can be held against other lists.",
    sources: &["hashcat, src/modules/module_02400.c (self-test)", "passlib: cisco_pix"],
    ..Format::PLAIN
};

CISCO8 = Format {
    id: "hash.cisco8",
    title: "Cisco IOS type 8",
    plural: "Cisco IOS type 8 hashes",
    shape: &[Lit("$8$"), Of(CRYPT, 14, 14), Lit("$"), Of(CRYPT, 43, 43)],
    salt: Salt::Random,
    mode: Some(9200),
    seen: "IOS configs",
    valid: &[("$8$84486783037343$pYNyVrtyMalQrZLxRi7ZLQS1Fl.jkYCgASUi5P8JNb2", "$8$84486783037343$pYNyVrtyMalQrZLxRi7ZLQS1Fl.jkYCgASUi5P8JNb2")],
    invalid: &[("$8$84486783037343$pYNyVrtyMalQr", Mismatch::Length), ("x$8$84486783037343$pYNyVrtyMalQrZLxRi7ZLQS1Fl.jkYCgASUi5P8JNb2", Mismatch::Shape)],
    headers: &["cisco8", "cisco8hash", "passwordcisco8"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_09200.c (self-test)"],
    ..Format::PLAIN
};

CISCO9 = Format {
    id: "hash.cisco9",
    title: "Cisco IOS type 9",
    plural: "Cisco IOS type 9 hashes",
    shape: &[Lit("$9$"), Of(CRYPT, 14, 14), Lit("$"), Of(CRYPT, 43, 43)],
    salt: Salt::Random,
    mode: Some(9300),
    seen: "IOS configs",
    valid: &[("$9$87023684531115$phio0TBQwaO7KZ8toQFyGFyDvyOzidaypRWN0uKX0hU", "$9$87023684531115$phio0TBQwaO7KZ8toQFyGFyDvyOzidaypRWN0uKX0hU")],
    invalid: &[("$9$87023684531115$phio0TBQwaO7K", Mismatch::Length), ("x$9$87023684531115$phio0TBQwaO7KZ8toQFyGFyDvyOzidaypRWN0uKX0hU", Mismatch::Shape)],
    headers: &["cisco9", "cisco9hash", "passwordcisco9"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_09300.c (self-test)"],
    ..Format::PLAIN
};

GRUB2 = Format {
    id: "hash.grub2",
    title: "GRUB2 PBKDF2",
    plural: "GRUB2 PBKDF2 hashes",
    shape: &[Lit("grub.pbkdf2.sha512."), Digits(1, 32), Lit("."), Hex(1, 1024), Lit("."), Hex(1, 1024)],
    salt: Salt::Random,
    mode: Some(7200),
    seen: "grub.cfg",
    valid: &[("grub.pbkdf2.sha512.1024.03510507805003756325721848020561235456073188241051876082416068104377357018503082587026352628170170411053726157658716047762755750.aac26b18c2b0c44bcf56514d46aabd52eea097d9c95122722087829982e9dd957b2b641cb1e015d4df16a84d0571e96cf6d3de6361431bdeed4ddb0940f2425b", "grub.pbkdf2.sha512.1024.03510507805003756325721848020561235456073188241051876082416068104377357018503082587026352628170170411053726157658716047762755750.aac26b18c2b0c44bcf56514d46aabd52eea097d9c95122722087829982e9dd957b2b641cb1e015d4df16a84d0571e96cf6d3de6361431bdeed4ddb0940f2425b")],
    invalid: &[("grub.pbkdf2.sha512.1024.", Mismatch::Length), ("xgrub.pbkdf2.sha512.1024.03510507805003756325721848020561235456073188241051876082416068104377357018503082587026352628170170411053726157658716047762755750.aac26b18c2b0c44bcf56514d46aabd52eea097d9c95122722087829982e9dd957b2b641cb1e015d4df16a84d0571e96cf6d3de6361431bdeed4ddb0940f2425b", Mismatch::Shape)],
    headers: &["grub2", "grub2hash", "passwordgrub2"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_07200.c (self-test)", "passlib: grub_pbkdf2_sha512"],
    ..Format::PLAIN
};

TELEGRAM_PASSCODE = Format {
    id: "hash.telegram_passcode",
    title: "Telegram mobile app passcode (SHA-256)",
    plural: "Telegram mobile app passcode hashes",
    shape: &[Lit("$telegram$0*"), Hex(64, 64), Lit("*"), Digits(32, 32)],
    salt: Salt::Random,
    mode: Some(22301),
    seen: "Telegram for Android local passcode",
    valid: &[("$telegram$0*518c001aeb3b4ae96c6173be4cebe60a85f67b1e087b045935849e2f815b5e41*25184098058621950709328221838128", "$telegram$0*518c001aeb3b4ae96c6173be4cebe60a85f67b1e087b045935849e2f815b5e41*25184098058621950709328221838128")],
    invalid: &[("$telegram$0*518c001aeb3b4ae96c6173be4cebe60a85f67b1e087", Mismatch::Length), ("x$telegram$0*518c001aeb3b4ae96c6173be4cebe60a85f67b1e087b045935849e2f815b5e41*25184098058621950709328221838128", Mismatch::Shape)],
    headers: &["telegrampasscode", "telegrampasscodehash", "passwordtelegrampasscode"],
    caveat: "Digits of salt decimal in the self-test.",
    sources: &["hashcat, src/modules/module_22301.c (self-test)"],
    ..Format::PLAIN
};

TELEGRAM_DESKTOP = Format {
    id: "hash.telegram_desktop",
    title: "Telegram Desktop 2.x passcode (PBKDF2-SHA512)",
    plural: "Telegram Desktop 2.x passcode hashes",
    shape: &[Lit("$telegram$2*"), Digits(1, 32), Lit("*"), Hex(1, 2048), Lit("*"), Hex(1, 2048)],
    salt: Salt::Random,
    mode: Some(24500),
    seen: "tdata key file",
    standing: Standing::Partly,
    valid: &[("$telegram$2*100000*ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb*5267768822ee624d48fce15ec5ca79cbd602cb7f4c2157a516556991f22ef8c7b5ef7b18d1ff41c59370efb0858651d44a936c11b7b144c48fe04df3c6a3e8da", "$telegram$2*100000*ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb*5267768822ee624d48fce15ec5ca79cbd602cb7f4c2157a516556991f22ef8c7b5ef7b18d1ff41c59370efb0858651d44a936c11b7b144c48fe04df3c6a3e8da")],
    invalid: &[("$telegram$2*100000*", Mismatch::Length), ("x$telegram$2*100000*ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb*5267768822ee624d48fce15ec5ca79cbd602cb7f4c2157a516556991f22ef8c7b5ef7b18d1ff41c59370efb0858651d44a936c11b7b144c48fe04df3c6a3e8da", Mismatch::Shape)],
    headers: &["telegramdesktop", "telegramdesktophash", "passwordtelegramdesktop"],
    caveat: "The text tells the format, not whether the password is known: a salted hash matches no other list.",
    sources: &["hashcat, src/modules/module_24500.c (self-test)", "hashcat module_24500.c"],
    ..Format::PLAIN
};
}
