//! Synthetic columns of hashes: mixtures, salts in the cell and beside it, and columns that hold none.

use super::*;
use crate::kind::tests::Draw;
use crate::profile::classify::classify;

const HEX: &[u8] = b"0123456789abcdef";
const CRYPT: &[u8] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SEEN: &[u8] = b"!#$%&()*+-./0123456789<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

fn text(draw: &mut Draw, signs: &[u8], length: usize) -> String {
    (0..length).map(|_| char::from(draw.one_of(signs))).collect()
}

fn rows(count: u64, mut cell: impl FnMut(&mut Draw, u64) -> String) -> Vec<Vec<u8>> {
    let mut draw = Draw::new(count);
    (0..count).map(|row| cell(&mut draw, row).into_bytes()).collect()
}

fn mixed(cells: &[Vec<u8>]) -> Vec<HashShare> {
    mixture(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>(), None)
}

fn told(shares: &[HashShare]) -> Vec<(&'static str, usize, u64)> {
    shares.iter().map(|share| (share.formats[0], share.formats.len(), share.rows)).collect()
}

fn bcrypt(draw: &mut Draw) -> String {
    format!("$2y$10${}", text(draw, CRYPT, 53))
}

#[test]
fn a_mixture_is_told_with_its_shares_plain_text_and_empty_cells_last() {
    let cells = rows(1000, |draw, row| match row % 20 {
        0..12 => bcrypt(draw),
        12..18 => text(draw, HEX, 32),
        18 => format!("fox{row}!"),
        _ => String::new(),
    });
    let shares = mixed(&cells);
    assert_eq!(told(&shares), [("hash.bcrypt", 2, 600), ("hash.md5", 10, 300), ("plain", 1, 50), ("empty", 1, 50)]);
    assert!(shares.iter().all(|share| share.of == 1000 && share.common == 0));
    assert_eq!(shares[1].formats[..2], ["hash.md5", "hash.ntlm"]);
    assert!(!shares[1].formats.contains(&"hash.adobe_3des_ecb"));
}

#[test]
fn hashes_of_common_passwords_settle_the_function() {
    // SHA-1 and NTLM of "password", published vectors, among others.
    for (common, digits, id) in [
        ("5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", 40, "hash.sha1"),
        ("8846f7eaee8fb117ad06bdd830b7586c", 32, "hash.ntlm"),
        ("5f4dcc3b5aa765d61d8327deb882cf99", 32, "hash.md5"),
    ] {
        let cells = rows(400, |draw, row| if row % 80 == 0 { common.to_owned() } else { text(draw, HEX, digits) });
        let shares = mixed(&cells);
        assert_eq!((told(&shares), shares[0].common), (vec![(id, 1, 400)], 5));
    }
}

/// Common passwords of two functions stand in one column where two sites' lists were put together.
#[test]
fn two_functions_of_one_length_are_told_in_the_ratio_of_their_common_passwords() {
    let (md5, ntlm) = ("5f4dcc3b5aa765d61d8327deb882cf99", "8846f7eaee8fb117ad06bdd830b7586c");
    let cells = rows(600, |draw, row| match row % 40 {
        0..=2 => md5.to_owned(),
        3 => ntlm.to_owned(),
        _ => text(draw, HEX, 32),
    });
    let shares = mixed(&cells);
    assert_eq!(told(&shares), [("hash.md5", 1, 450), ("hash.ntlm", 1, 150)]);
    assert_eq!((shares[0].common, shares[1].common), (45, 15));
    let choice = &classify(&[sample(None, cells)], None)[0];
    assert!(choice.kind.is_none(), "{:?}", choice.kind.map(|kind| kind.id));
    // SHA-1 of "password", and of that hash as MySQL stores it without its star.
    let (sha1, mysql) = ("5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", "2470c0c06dee42fd1618bb99005adca2ec9d1e19");
    let cells = rows(600, |draw, row| match row % 40 {
        0 | 1 => sha1.to_owned(),
        2 => mysql.to_owned(),
        _ => text(draw, HEX, 40),
    });
    assert_eq!(told(&mixed(&cells)), [("hash.sha1", 1, 400), ("hash.mysql41", 1, 200)]);
    assert!(classify(&[sample(None, cells)], None)[0].kind.is_none());
    // MD5 of the MD5 of "password" in hexadecimal digits.
    let twice = "696d29e0940a4957748fe3fc9efd22a3";
    let cells = rows(600, |draw, row| if row % 40 == 0 { twice.to_owned() } else { text(draw, HEX, 32) });
    assert_eq!(told(&mixed(&cells)), [("hash.md5_md5", 1, 600)]);
}

#[test]
fn short_passwords_betray_lm_hashes_and_keep_a_mixture_open() {
    let lm = |draw: &mut Draw| format!("{}aad3b435b51404ee", text(draw, HEX, 16));
    let alone = rows(600, |draw, row| if row % 3 == 0 { lm(draw) } else { text(draw, HEX, 32) });
    assert_eq!(told(&mixed(&alone)), [("hash.lm", 1, 600)]);
    let ntlm = "8846f7eaee8fb117ad06bdd830b7586c";
    let both = rows(600, |draw, row| match row % 20 {
        0 => ntlm.to_owned(),
        1..4 => lm(draw),
        _ => text(draw, HEX, 32),
    });
    let shares = mixed(&both);
    assert!(shares.len() == 1 && shares[0].common == 0 && shares[0].formats.len() > 2, "{shares:?}");
}

/// Common passwords have ten small characters at most: they part MySpace's hashes from SHA-1 as little as the mark does.
#[test]
fn a_mark_of_one_system_stays_beside_the_function_that_is_settled() {
    let common = "0x5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";
    let cells = rows(400, |draw, row| match row % 80 {
        0 => common.to_owned(),
        _ => format!("0x{}", text(draw, HEX, 40)),
    });
    let shares = mixed(&cells);
    assert_eq!((told(&shares), shares[0].common), (vec![("hash.sha1", 2, 400)], 5));
    assert_eq!(shares[0].formats[1], "hash.myspace_sha1");
}

#[test]
fn the_format_that_a_header_names_stands_first() {
    let hashes = sample(Some("NTLM"), rows(300, |draw, _| text(draw, HEX, 32)));
    let found = paired(&[hashes]);
    assert_eq!(found[0].shares[0].formats[..2], ["hash.ntlm", "hash.md5"]);
}

#[test]
fn zeroed_hashes_are_a_share_of_their_own() {
    let cells = rows(500, |draw, row| match row % 5 {
        0..3 => format!("00000{}", text(draw, HEX, 35)),
        _ => text(draw, HEX, 40),
    });
    let shares = mixed(&cells);
    assert_eq!(shares.iter().map(|share| share.rows).collect::<Vec<_>>(), [300, 200]);
    assert_eq!(shares[0].formats[..2], ["hash.linkedin_zeroed_sha1", "hash.sha1"]);
    assert!(!shares[1].formats.contains(&"hash.linkedin_zeroed_sha1"));
    let cells: Vec<&[u8]> = cells.iter().map(Vec::as_slice).collect();
    let named = mixture(&cells, crate::kind::find("hash.sha1"));
    assert_eq!(named[0].formats[..2], ["hash.linkedin_zeroed_sha1", "hash.sha1"], "whatever is said of the column");
}

#[test]
fn the_lengths_of_salts_in_the_cell_narrow_the_formats() {
    let salted = |lengths: &'static [usize]| {
        rows(600, |draw, row| {
            let length = lengths[row as usize % lengths.len()];
            format!("{}:{}", text(draw, HEX, 32), text(draw, SEEN, length))
        })
    };
    let forum = mixed(&salted(&[3]));
    assert_eq!(forum.len(), 1);
    assert_eq!(
        forum[0].formats,
        ["hash.vbulletin_old", "hash.md5_pass_salt", "hash.dcc", "hash.md5_salt_pass"],
        "the narrow one first"
    );
    let two = mixed(&salted(&[3, 30]));
    assert_eq!(told(&two), [("hash.vbulletin_new", 3, 300), ("hash.vbulletin_old", 4, 300)]);
    let any = mixed(&salted(&[3, 4, 6, 9, 10, 11, 12, 14, 30]));
    assert_eq!(told(&any)[0].0, "hash.md5_pass_salt", "lengths that no forum uses");
    assert_eq!(any.len(), 1, "{any:?}");
}

#[test]
fn what_is_no_hash_has_no_mixture() {
    let columns: [Vec<Vec<u8>>; 6] = [
        rows(300, |draw, _| text(draw, b"0123456789", 16)),
        rows(300, |draw, _| format!("202001{:02}", 1 + draw.below(28))),
        rows(300, |draw, _| text(draw, CRYPT, 13)),
        rows(300, |draw, _| format!("fox{}", draw.below(10_000))),
        rows(300, |_, row| format!("fox{row}@example.com")),
        Vec::new(),
    ];
    for cells in &columns {
        assert_eq!(mixed(cells), []);
    }
    let named = crate::kind::find("hash.descrypt");
    let cells: Vec<&[u8]> = columns[2].iter().map(Vec::as_slice).collect();
    assert_eq!(told(&mixture(&cells, named)), [("hash.descrypt", 1, 300)], "said to be theirs");
}

fn sample(name: Option<&str>, cells: Vec<Vec<u8>>) -> ColumnSample {
    ColumnSample { name: name.map(str::to_owned), cells }
}

fn paired(columns: &[ColumnSample]) -> Vec<ColumnHashes> {
    of_table(columns, &classify(columns, None))
}

#[test]
fn a_column_of_salts_beside_bare_hashes_brings_the_salted_formats_in() {
    for (signs, length, first) in [
        (SEEN, 3, "hash.vbulletin_old"),
        (SEEN, 30, "hash.vbulletin_new"),
        (SEEN, 5, "hash.ipb_mybb"),
        (CRYPT, 2, "hash.oscommerce"),
        (&CRYPT[2..], 32, "hash.joomla1"),
    ] {
        let columns = [
            sample(None, rows(400, |_, row| format!("fox{row}@example.com"))),
            sample(None, rows(400, |draw, _| text(draw, HEX, 32))),
            sample(None, rows(400, |draw, _| text(draw, if length == 2 { &CRYPT[2..] } else { signs }, length))),
        ];
        let found = paired(&columns);
        assert_eq!((found[1].salt, found[2].salt), (Some(2), None), "{first}");
        let formats = &found[1].shares[0].formats;
        assert_eq!(formats[0], first);
        assert!(formats.contains(&"hash.md5_pass_salt") && formats.contains(&"hash.md5"), "{formats:?}");
        assert!(!formats.contains(&"hash.dcc"), "a name is no salt column");
    }
}

#[test]
fn short_hexadecimal_salts_and_very_long_ones_are_salts() {
    for (signs, length, first) in [(HEX, 2, "hash.oscommerce"), (&CRYPT[2..], 56, "hash.prestashop")] {
        let columns = [
            sample(None, rows(400, |draw, _| text(draw, HEX, 32))),
            sample(None, rows(400, |draw, _| text(draw, signs, length))),
        ];
        let found = paired(&columns);
        assert_eq!((found[0].salt, found[0].shares[0].formats.contains(&first)), (Some(1), true), "{first}");
    }
}

#[test]
fn salts_are_left_where_a_site_went_over_to_another_format() {
    let old = |row: u64| row % 10 < 3;
    let columns = [
        sample(None, rows(1000, |draw, row| if old(row) { text(draw, HEX, 32) } else { bcrypt(draw) })),
        sample(None, rows(1000, |draw, row| if old(row) { text(draw, SEEN, 3) } else { String::new() })),
    ];
    let found = paired(&columns);
    assert_eq!((found[0].salt, found[0].shares.len()), (Some(1), 2));
    assert_eq!((found[0].shares[0].formats[0], found[0].shares[0].rows), ("hash.bcrypt", 700));
    assert_eq!((found[0].shares[1].formats[0], found[0].shares[1].rows), ("hash.vbulletin_old", 300));
}

#[test]
fn a_header_says_salt_where_the_look_does_not() {
    let hashes = || rows(60, |draw, _| text(draw, HEX, 40));
    let salts = || rows(60, |draw, _| text(draw, HEX, 40));
    let of = |name: Option<&str>| paired(&[sample(None, hashes()), sample(name, salts())])[0].salt;
    assert_eq!((of(Some("Salt")), of(Some("token")), of(Some("сіль"))), (Some(1), None, Some(1)));
}

/// Redmine, Woltlab Burning Board 3 and Restful-Authentication draw salts as long as hashes.
#[test]
fn salts_that_look_like_hashes_leave_both_orders_open() {
    for (salt_digits, own, other) in
        [(32, "hash.redmine", "hash.md5_pass_salt"), (40, "hash.wbb3", "hash.restful_auth")]
    {
        let hashes = || sample(None, rows(300, |draw, _| text(draw, HEX, 40)));
        let salts = || sample(None, rows(301, |draw, _| text(draw, HEX, salt_digits)).split_off(1));
        for (columns, hash) in [([hashes(), salts()], 0), ([salts(), hashes()], 1)] {
            let choices = classify(&columns, None);
            let found = of_table(&columns, &choices);
            let (one, two) = (&found[hash], &found[1 - hash]);
            assert_eq!((one.salt, two.salt, one.either && two.either), (Some(1 - hash), Some(hash), true), "{own}");
            assert_eq!(one.shares[0].formats[0], "hash.sha1", "tokens beside unsalted hashes are the commoner thing");
            assert!(one.shares[0].formats.contains(&own) && two.shares[0].formats.contains(&other), "{one:?} {two:?}");
            assert!(choices.iter().all(|choice| choice.kind.is_none()), "neither is sure");
        }
    }
}

#[test]
fn hashes_that_come_again_and_settled_ones_have_no_salts_that_look_like_hashes() {
    let salts = || sample(None, rows(401, |draw, _| text(draw, HEX, 32)).split_off(1));
    let again = rows(400, |draw, row| if row % 40 == 0 { "ab".repeat(16) } else { text(draw, HEX, 32) });
    let common = "5f4dcc3b5aa765d61d8327deb882cf99";
    let settled = rows(400, |draw, row| if row % 120 == 0 { common.to_owned() } else { text(draw, HEX, 32) });
    for hashes in [again, settled] {
        assert!(paired(&[sample(None, hashes), salts()]).iter().all(|column| column.salt.is_none()));
    }
}

#[test]
fn neighbours_that_are_no_salts_are_not_taken_for_any() {
    let hashes = sample(None, rows(300, |draw, _| text(draw, HEX, 32)));
    for other in [
        rows(300, |draw, _| text(draw, b"0123456789", 6)),
        rows(300, |draw, _| format!("AA{}BB", text(draw, b"0123456789", 4))),
        rows(300, |draw, _| draw.one_of(&["UA", "KG", "DE"]).to_owned()),
        rows(300, |draw, _| format!("{}fox{}", draw.one_of(&["sunny", "Tiger", "a"]), draw.below(1000))),
        rows(300, |_, row| format!("fox{row}@example.com")),
        rows(300, |draw, _| format!("+38067{}", text(draw, b"0123456789", 7))),
    ] {
        let found = paired(&[hashes.clone(), sample(None, other.clone())]);
        assert_eq!(found[0].salt, None, "{:?}", String::from_utf8_lossy(&other[0]));
        assert_eq!(told(&found[0].shares), [("hash.md5", 10, 300)]);
    }
}

/// Names that people sign in by stand behind hashes as often as salts do; of one length each, they are built like words.
#[test]
fn names_of_accounts_beside_hashes_are_no_salts() {
    const NAMES: &[&str] = &["alex", "ivan", "olga", "nick", "dima", "oleg", "lena", "kate", "mike", "yura"];
    let mut draw = Draw::new(3);
    let mut name = |_: usize| {
        let first = NAMES[usize::from(draw.one_of(b"0123456789") - b'0')];
        format!("{first}{}{}", char::from(draw.one_of(b"aeiou")), text(&mut draw, b"0123456789", 3)).into_bytes()
    };
    let names: Vec<Vec<u8>> = (0..400).map(&mut name).collect();
    assert!(!like_salts(&names.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    let salts = rows(400, |draw, _| text(draw, CRYPT, 8));
    assert!(like_salts(&salts.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    let short = rows(400, |draw, _| text(draw, b"0123456789abcdefghijklmnopqrstuvwxyz", 3));
    assert!(like_salts(&short.iter().map(Vec::as_slice).collect::<Vec<_>>()), "as short as they come");
}

/// SMF: SHA-1(lower(login) + password); vBulletin: MD5(MD5(password) + salt). One person in ten has a common password.
#[test]
fn common_passwords_settle_salted_functions() {
    use md5::Digest;
    let hex = |digest: &[u8]| digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let password = |row: usize| if row % 10 == 0 { "123456".to_owned() } else { format!("k7-Zebra{row}") };
    let logins: Vec<String> = (0..300).map(|row| format!("Fox{}", row * 37 % 1_000)).collect();
    let smf = |row: usize| hex(&sha1::Sha1::digest(format!("{}{}", logins[row].to_lowercase(), password(row))));
    let columns = [
        sample(None, logins.iter().map(|login| login.clone().into_bytes()).collect()),
        sample(None, (0..300).map(|row| smf(row).into_bytes()).collect()),
    ];
    let mut choices = classify(&columns, None);
    let found = pair(&columns, &mut choices);
    assert_eq!(
        (&found[1].shares[0].formats[..], found[1].shares[0].common, found[1].salt),
        (&["hash.smf"][..], 30, None)
    );
    assert_eq!(choices[1].kind.map(|kind| kind.id), Some("hash.smf"));
    assert_eq!(choices[1].compared_as.map(|kind| kind.id), Some("hash.sha1"), "the salt is no column of its own");
    let salts: Vec<String> = (0..300).map(|row| format!("{:03x}", (row * 2_654_435_761_usize) % 4_093)).collect();
    let vbulletin =
        |row: usize| hex(&md5::Md5::digest(format!("{}{}", hex(&md5::Md5::digest(password(row))), salts[row])));
    let columns = [
        sample(None, (0..300).map(|row| vbulletin(row).into_bytes()).collect()),
        sample(Some("salt"), salts.iter().map(|salt| salt.clone().into_bytes()).collect()),
    ];
    let mut choices = classify(&columns, None);
    let found = pair(&columns, &mut choices);
    assert_eq!((&found[0].shares[0].formats[..], found[0].salt), (&["hash.vbulletin_old"][..], Some(1)));
    assert_eq!(choices[0].kind.map(|kind| kind.id), Some("hash.vbulletin_old"));
    assert_eq!(choices[0].parts, [0, 1], "hash and salt are one value");
}

/// PrestaShop: one key of 56 characters in every row is no salt of a row.
#[test]
fn one_key_for_all_rows_is_paired_and_not_joined() {
    let hashes = rows(300, |draw, _| text(draw, HEX, 32));
    let key = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7nP9rS1uV3xY5aB7cD";
    let columns = [sample(None, hashes), sample(None, rows(300, |_, _| key.to_owned()))];
    let mut choices = classify(&columns, None);
    let found = pair(&columns, &mut choices);
    assert_eq!((found[0].salt, found[0].shares[0].formats[0]), (Some(1), "hash.prestashop"));
    assert!(choices[0].parts.is_empty() && choices[1].parts.is_empty());
    assert_eq!(choices[0].compared_as.map(|kind| kind.id), Some("hash.md5"));
}

/// Gravatar's form: the address and its MD5 in one row. The digests of other rows are hashes as any.
#[test]
fn digests_of_the_address_beside_them_are_no_hashes_of_passwords() {
    let digest = |mail: &str| {
        let mut out = KeyBuf::new();
        hash::digest::of_password("hash.md5", mail.as_bytes(), &mut out);
        out.to_vec()
    };
    let mails: Vec<String> = (0..300).map(|row| format!("Tester{row}@example.com")).collect();
    let column = |cells: Vec<Vec<u8>>| ColumnSample { name: None, cells };
    let own: Vec<Vec<u8>> = mails.iter().map(|mail| digest(&mail.to_lowercase())).collect();
    let others: Vec<Vec<u8>> = mails.iter().rev().map(|mail| digest(&format!("{mail}x"))).collect();
    let text = || column(mails.iter().map(|mail| mail.clone().into_bytes()).collect());
    for (cells, hashes) in [(own, false), (others, true)] {
        let columns = [text(), column(cells)];
        let mut choices = classify(&columns, None);
        let found = pair(&columns, &mut choices);
        assert_eq!(!found[1].shares.is_empty(), hashes);
        assert_eq!(!choices[1].candidates.is_empty(), hashes, "{:?}", choices[1]);
    }
}
