//! Tests that walk the list of kinds: their examples, their laws, and who takes whose examples.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::*;

/// A small seeded generator of numbers for tests (SplitMix64).
///
/// # Source
/// Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: u64) -> Draw {
        Draw(seed)
    }

    /// Next number in `0..bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // High bits of a product: no bias worth speaking of for test bounds.
        ((u128::from(z ^ (z >> 31)) * u128::from(bound)) >> 64) as u64
    }

    /// One of several.
    pub(crate) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

/// Checks the stated width and chance of a kind against random texts of a mask (`9` a digit, `A` a Latin letter,
/// anything else itself).
pub(crate) fn check_chance(kind: &Kind, mask: &str) {
    let texts = |place| match place {
        b'9' => 10.0_f64,
        b'A' => 26.0,
        _ => 1.0,
    };
    let width: f64 = mask.bytes().map(|place| texts(place).log10()).sum();
    assert!(kind.width.is_some_and(|stated| (stated - width).abs() < 0.05), "{}: the width is {width}", kind.id);
    let rounds = (2_000.0 / kind.chance).clamp(100_000.0, 6_000_000.0);
    let (mut draw, mut text, mut out, mut passed) = (Draw::new(13), Vec::new(), KeyBuf::new(), 0);
    for _ in 0..rounds as usize {
        text.clear();
        text.extend(mask.bytes().map(|place| match place {
            b'9' => b'0' + draw.below(10) as u8,
            b'A' => b'A' + draw.below(26) as u8,
            literal => literal,
        }));
        out.clear();
        passed += usize::from((kind.key)(&text, Region::Unknown, &mut out).is_ok());
    }
    // Four standard deviations, and two hundredths for the digits of the statement.
    let (found, stated) = (passed as f64, kind.chance * rounds);
    assert!((found - stated).abs() <= 4.0 * stated.sqrt() + 0.02 * stated, "{}: {}", kind.id, found / rounds);
}

/// Share of random texts of a mask that a kind accepts: what its `chance` states. In the mask `A` stands for a Latin
/// letter, `Ї` for a Ukrainian one, `Ы` for a Russian one, `9` for a digit, all else for itself.
pub(crate) fn share_of_random(kind: &Kind, mask: &str) -> f64 {
    const TEXTS: usize = 200_000;
    let [latin, ukrainian, russian] =
        ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"]
            .map(|letters| letters.chars().collect::<Vec<char>>());
    let mut draw = Draw::new(19);
    let mut text = |_| -> String {
        let letter = |place| match place {
            'A' => draw.one_of(&latin),
            'Ї' => draw.one_of(&ukrainian),
            'Ы' => draw.one_of(&russian),
            '9' => draw.one_of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
            other => other,
        };
        mask.chars().map(letter).collect()
    };
    (0..TEXTS).filter(|n| spelled(kind, &text(*n)).is_ok()).count() as f64 / TEXTS as f64
}

/// What so many drawn cells of a column show together.
pub(crate) fn shown(kind: &Kind, cells: usize, mut cell: impl FnMut(&mut Draw) -> String) -> Sign {
    let mut draw = Draw::new(23);
    let cells: Vec<String> = (0..cells).map(|_| cell(&mut draw)).collect();
    let cells: Vec<&[u8]> = cells.iter().map(String::as_bytes).collect();
    kind.shows.expect("cells of this kind show something")(&cells)
}

const REGIONS: [Region; 4] = [Region::Unknown, Region::Ua, Region::Kg, Region::Ru];

fn key_of(kind: &Kind, text: &[u8], region: Region) -> Result<KeyBuf, Mismatch> {
    let mut out = KeyBuf::new();
    (kind.key)(text, region, &mut out).map(|()| out)
}

/// The key of a spelling as text, without a region.
pub(crate) fn spelled(kind: &Kind, text: &str) -> Result<String, Mismatch> {
    key_of(kind, text.as_bytes(), Region::Unknown).map(|key| String::from_utf8(key).expect("keys are UTF-8"))
}

/// Checks what holds of every text: the key is UTF-8 and its own key in every region, and `canonical` never errs.
fn check_laws(kind: &Kind, text: &[u8]) {
    let shown = String::from_utf8_lossy(text);
    let canonical = kind.canonical.is_some_and(|test| test(text));
    for region in REGIONS {
        let found = key_of(kind, text, region);
        if canonical {
            assert_eq!(found.as_deref(), Ok(text), "{}: {shown:?} is called canonical", kind.id);
        }
        if let Ok(key) = found {
            assert!(std::str::from_utf8(&key).is_ok(), "{}: key of {shown:?}", kind.id);
            for region in REGIONS {
                assert_eq!(key_of(kind, &key, region).as_ref(), Ok(&key), "{}: {shown:?}", kind.id);
            }
        }
    }
}

#[test]
fn kinds_are_sorted_and_named_as_their_files() {
    assert!(KINDS.is_sorted_by(|left, right| left.id < right.id));
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/kind");
    for kind in KINDS.iter() {
        let family = kind.id.split('.').next().unwrap_or_default();
        let own = folder.join(format!("{}.rs", kind.id.replacen('.', "_", 1)));
        assert!(own.exists() || folder.join(format!("{family}.rs")).exists(), "{}", kind.id);
        assert!(find(kind.id).is_some_and(|found| std::ptr::eq(found, *kind)));
    }
    assert!(find("no.such.kind").is_none());
}

#[test]
fn facts_are_complete() {
    for kind in KINDS.iter() {
        assert!(!kind.title.is_empty() && !kind.plural.is_empty() && !kind.caveat.is_empty(), "{}", kind.id);
        assert!(!kind.sources.is_empty() && !kind.valid.is_empty() && !kind.invalid.is_empty(), "{}", kind.id);
        assert!(kind.chance > 0.0 && kind.chance <= 1.0, "{}", kind.id);
        let pieces = || kind.pieces.iter().flat_map(|piece| piece.headers);
        for header in kind.headers.iter().chain(pieces()) {
            let bare: String = header.to_lowercase().chars().filter(|c| !"_-. ".contains(*c)).collect();
            assert_eq!(*header, bare, "{}", kind.id);
        }
        let mut headers = kind.headers.to_vec();
        headers.sort_unstable();
        headers.dedup();
        assert_eq!(headers.len(), kind.headers.len(), "{}: a header stands twice", kind.id);
        let mut headers: Vec<_> = pieces().collect();
        headers.sort_unstable();
        headers.dedup();
        assert_eq!(headers.len(), pieces().count(), "{}: a header names two pieces", kind.id);
    }
}

#[test]
fn right_examples_give_their_keys() {
    for kind in KINDS.iter() {
        for (text, key) in kind.valid {
            assert_eq!(spelled(kind, text).as_deref(), Ok(*key), "{}: {text:?}", kind.id);
            check_laws(kind, text.as_bytes());
            check_laws(kind, key.as_bytes());
        }
        if let Some(canonical) = kind.canonical {
            assert!(
                kind.valid.iter().any(|(_, key)| canonical(key.as_bytes())),
                "{}: the fast test is never true",
                kind.id
            );
        }
    }
}

/// A value that was divided between its pieces and joined again has its own key, and no piece is taken for another kind's.
#[test]
fn pieces_of_right_examples_give_their_keys() {
    for (id, pieces, key) in [
        ("ua.driver_licence", &["вХE", "123456"][..], "ВХЕ123456"),
        ("ua.passport_booklet", &["Кa", "123456"], "КА123456"),
        ("ua.vrc", &["СXt", "123456"], "СХТ123456"),
        ("ua.military_ticket", &["аб", "123456"], "АБ123456"),
        ("ua.student_card", &["Кв", "12345678"], "КВ12345678"),
        ("kg.passport", &["id", "0123456"], "ID0123456"),
        ("ru.passport", &["45 09", "123456"], "4509123456"),
        ("person_name", &["Зразкова", "Олена", "Тестівна"], "ЗРАЗКОВА ОЛЕНА ТЕСТІВНА"),
        ("person_name", &["О’Зразок", "Іван", "Кузьмич"], "ОЗРАЗОК ІВАН КУЗЬМИЧ"),
        ("phone", &["+380", "67-123-45-67"], "+380671234567"),
    ] {
        let kind = find(id).expect("listed");
        for (piece, text) in kind.pieces.iter().zip(pieces) {
            assert!((piece.fits)(text.as_bytes()), "{id}: {text}");
        }
        assert_eq!(key_of(kind, pieces.join(" ").as_bytes(), Region::Unknown).as_deref(), Ok(key.as_bytes()));
    }
    for (id, piece, texts) in [
        ("ua.driver_licence", 0, &["ВХ", "ВХЕК", "UAH", "123", "ВХЕ1", "", "ВХ\u{419}Щ"][..]),
        ("ua.driver_licence", 1, &["12345", "1234567", "12345А", ""]),
        ("ua.passport_booklet", 0, &["UA", "AT", "шт", "КАК", "К1", ""]),
        ("ua.passport_booklet", 1, &["12345", "1234567", "12345А", ""]),
        ("ua.vrc", 0, &["СХ", "UAH", "СХТК", ""]),
        ("ua.vrc", 1, &["12345", "1234567", ""]),
        ("kg.passport", 0, &["KG", "I", "IDS", "ИД", ""]),
        ("kg.passport", 1, &["123456", "12345678", ""]),
        ("ua.military_ticket", 0, &["UA", "АБВ", ""]),
        ("ua.student_card", 1, &["123456", "123456789", ""]),
        ("ru.passport", 0, &["0009", "4545", "450", "АБ", "45-09", ""]),
        ("ru.passport", 1, &["12345", "1234567", ""]),
        ("person_name", 0, &["Біла Церква", "дім 5", "-", "", "a@example.com"]),
        ("person_name", 2, &["Іван", "Олена", "Садова", "вич1"]),
        ("phone", 0, &["12345", "+", "код", ""]),
        ("phone", 1, &["1234", "123456789012", "+380671234567", ""]),
    ] {
        for text in texts {
            assert!(!(find(id).expect("listed").pieces[piece].fits)(text.as_bytes()), "{id}: {text:?}");
        }
    }
}

#[test]
fn wrong_examples_give_their_mismatch() {
    for kind in KINDS.iter() {
        for (text, mismatch) in kind.invalid {
            assert_eq!(key_of(kind, text.as_bytes(), Region::Unknown), Err(*mismatch), "{}: {text:?}", kind.id);
            check_laws(kind, text.as_bytes());
        }
    }
}

/// What an independent implementation says of many texts: python-stdnum 2.2 unless a file's kind names another in its
/// sources. Where a kind differs on purpose, the line says why.
#[test]
fn agrees_with_the_oracles() {
    #[derive(serde::Deserialize)]
    struct Line {
        input: String,
        valid: bool,
        #[serde(default)]
        differs: Option<String>,
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/kinds/oracle");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let kind = find(&id).unwrap_or_else(|| panic!("no kind {id} for its oracle"));
        let text = std::fs::read_to_string(&path).expect("lines");
        let mut both = [0; 2];
        for line in text.lines() {
            let line: Line = serde_json::from_str(line).expect("a line of the fixture");
            let found = key_of(kind, crate::text::blank::trim(line.input.as_bytes()), Region::Unknown);
            assert_eq!(
                found.is_ok() != line.valid,
                line.differs.is_some(),
                "{id}: {:?} should be {}, found {found:?}; said: {:?}",
                line.input,
                line.valid,
                line.differs
            );
            both[usize::from(line.valid)] += 1;
        }
        // A kind without a check digit is wrong in few of them.
        assert!(both[0] >= 5 && both[1] >= 20, "{id}: {both:?} wrong and right texts prove little");
        files += 1;
    }
    assert!(files > 0);
}

/// Examples cut, joined, doubled, with bytes and characters put in: no panic, and all laws hold.
#[test]
fn damaged_examples_keep_the_laws() {
    const PIECES: [&str; 30] = [
        " ", "\u{A0}", "\u{200B}", "-", "–", ".", ",", "№", "N", "@", "+", "0", "00", "8", ".0", "А", "а", "A", "a",
        "і", "ї", "Ё", "\u{306}", "\u{308}", "'", "ß", "İ", "\u{0}", "T", "\u{FFFD}",
    ];
    let examples: Vec<&str> = KINDS.iter().flat_map(|kind| kind.valid.iter().map(|example| example.0)).collect();
    let mut draw = Draw::new(7);
    for _ in 0..60_000 {
        let mut text = draw.one_of(&examples).as_bytes().to_vec();
        for _ in 0..=draw.below(3) {
            let at = draw.below(text.len() as u64 + 1) as usize;
            match draw.below(6) {
                0 => text.truncate(at),
                1 => text.insert(at, draw.below(256) as u8),
                2 => drop(text.splice(at..at, draw.one_of(&examples).bytes())),
                3 if at < text.len() => text[at] = draw.below(256) as u8,
                _ => drop(text.splice(at..at, draw.one_of(&PIECES).bytes())),
            }
        }
        for kind in KINDS.iter() {
            check_laws(kind, &text);
        }
    }
}

#[test]
fn random_bytes_keep_the_laws() {
    let mut draw = Draw::new(11);
    for round in 0..40_000 {
        let length = draw.below(if round % 100 == 0 { 2_000 } else { 40 });
        let text: Vec<u8> = (0..length).map(|_| draw.below(256) as u8).collect();
        for kind in KINDS.iter() {
            check_laws(kind, &text);
        }
    }
}

/// Letters in the other case or of the other script, blanks and punctuation: one key.
#[test]
fn spellings_of_a_licence_give_one_key() {
    let licence = find("ua.driver_licence").expect("listed");
    let (cyrillic, latin) = ("АВСЕНІКМОРТХ", "ABCEHIKMOPTX");
    let twins: Vec<[char; 4]> = cyrillic
        .chars()
        .zip(latin.chars())
        .map(|(c, l)| [c, c.to_lowercase().next().unwrap_or(c), l, l.to_ascii_lowercase()])
        .collect();
    let between = ["", " ", "\u{A0}", "-", " № ", ".", "\u{200B}", "–", "/", "#"];
    let mut draw = Draw::new(3);
    for _ in 0..20_000 {
        let (mut text, mut expected) = (String::new(), String::new());
        for _ in 0..3 {
            let twin = draw.one_of(&twins);
            expected.push(twin[0]);
            text.push(draw.one_of(&twin));
            text.push_str(between[if draw.below(4) == 0 { draw.below(10) as usize } else { 0 }]);
        }
        text.push_str(draw.one_of(&between));
        let number = format!("{:06}", draw.below(1_000_000));
        text.push_str(&number);
        expected.push_str(&number);
        assert_eq!(key_of(licence, text.as_bytes(), Region::Unknown).as_deref(), Ok(expected.as_bytes()), "{text}");
    }
}

/// Strict keys that a wider key makes one, and those that it keeps apart; a wider key is never that of another kind.
#[test]
fn wider_keys_join_what_they_say() {
    let mut seen = 0;
    for kind in KINDS.iter() {
        for wider in kind.wider {
            let of = |text: &str| {
                assert_eq!(spelled(kind, text).as_deref(), Ok(text), "{}: {text} is no strict key", wider.id);
                let mut out = b"left from before".to_vec();
                assert!((wider.key)(text.as_bytes(), &mut out), "{}: {text}", wider.id);
                out
            };
            for (one, other) in wider.same {
                assert_ne!(one, other);
                assert_eq!(of(one), of(other), "{}: {one} and {other}", wider.id);
            }
            for (one, other) in wider.unlike {
                assert_ne!(of(one), of(other), "{}: {one} and {other}", wider.id);
            }
            assert!(!wider.same.is_empty() && !wider.unlike.is_empty() && wider.id.starts_with(kind.id));
            assert!(find(wider.id).is_none() && find_wider(wider.id).is_some());
            seen += 1;
        }
    }
    assert_eq!(seen, 3);
}

/// What is filled in where nothing is known, and what looks a little like it and is somebody's.
#[test]
fn what_is_filled_in_is_nobodys() {
    for (id, fillers, somebodys) in [
        ("phone", &["+1 212 555 0142"][..], &["380671234567", "380999999999", "79999999999", "+1 212 555 0242"][..]),
        (
            "email",
            &["test@test.com", "admin@example.com", "noemail@ukr.net", "None@none.none"],
            &[
                "admin@firma.com.ua",
                "tester@example.com",
                "anna@example.com",
                "test@ukr.net",
                "aaa@mail.ru",
                "ukr@ukr.net",
            ],
        ),
        ("ru.inn10", &["1111111117", "1234567894"], &["7707083893"]),
        ("pan", &["4111111111111111", "4242 4242 4242 4242"], &["36227206271667"]),
        ("ru.snils", &["111-111-111 45"], &[]),
    ] {
        let kind = find(id).expect("listed");
        let is_filler = kind.filler.expect("known");
        for (texts, wanted) in [(fillers, true), (somebodys, false)] {
            for text in texts.iter().filter_map(|text| spelled(kind, text).ok()) {
                assert_eq!(is_filler(text.as_bytes()), wanted, "{id}: {text}");
            }
            let read = texts.iter().filter(|text| spelled(kind, text).is_ok()).count();
            assert!(read > 0 || texts.is_empty(), "{id}: nothing read");
        }
    }
    for kind in KINDS.iter() {
        let Some(is_filler) = kind.filler else { continue };
        assert!(!is_filler(b"") && !is_filler("їж".as_bytes()), "{}", kind.id);
        // One digit changed, no key is a run.
        let changed = |key: &str| {
            let mut key = key.as_bytes().to_vec();
            let middle = key.len() - key.len().min(5);
            if let Some(digit) = key.get_mut(middle).filter(|byte| byte.is_ascii_digit()) {
                *digit = b'0' + (*digit - b'0' + 5) % 10;
            }
            key
        };
        assert!(kind.valid.iter().any(|(_, key)| !is_filler(&changed(key))), "{}: all are", kind.id);
    }
}

/// Keys with another number of the same series are keys again, so that decoys can be drawn.
#[test]
fn series_hold_for_every_key_of_the_kind() {
    let mut draw = Draw::new(5);
    for kind in KINDS.iter() {
        let Some(series) = kind.series else { continue };
        let mut issued = 0;
        for (_, key) in kind.valid {
            let end = key.len() - series.tail_bytes;
            let number = &key.as_bytes()[series.prefix_bytes..end];
            assert!(!number.is_empty() && number.iter().all(u8::is_ascii_digit), "{}: {key}", kind.id);
            for _ in 0..200 {
                let mut decoy = key.as_bytes().to_vec();
                decoy[series.prefix_bytes..end].fill_with(|| b'0' + draw.below(10) as u8);
                if (series.reseal)(&mut decoy) {
                    issued += 1;
                    assert_eq!(key_of(kind, &decoy, Region::Unknown).as_ref(), Ok(&decoy), "{}", kind.id);
                }
            }
        }
        assert!(issued > 100, "{}: {issued} decoys", kind.id);
    }
}

#[test]
fn identify_lists_the_most_telling_kind_first() {
    let ids = |text: &str, region| {
        let found = identify(text, region);
        let kinds: Vec<&str> = found.kinds.iter().map(|(kind, _)| kind.id).collect();
        let near: Vec<(&str, Mismatch)> = found.near.iter().map(|(kind, mismatch)| (kind.id, *mismatch)).collect();
        (kinds, near)
    };
    // Several countries' numbers check by chance: the list holds them all, the most telling first.
    let (kinds, near) = ids(" 1759013776\u{A0}", Region::Unknown);
    assert!(kinds[..3].contains(&"ua.rntrc") && kinds.last() == Some(&"password"), "{kinds:?}");
    assert!(kinds.is_sorted_by_key(|id| find(id).map(|kind| (kind.chance * 1e9) as u64)), "{kinds:?}");
    assert!(near.contains(&("phone", Mismatch::Part)), "{near:?}");
    let (kinds, near) = ids("1759013770", Region::Unknown);
    assert!(!kinds.contains(&"ua.rntrc") && kinds.contains(&"password"), "{kinds:?}");
    assert!(near.contains(&("phone", Mismatch::Part)) && near.contains(&("ua.rntrc", Mismatch::Check)), "{near:?}");
    let (kinds, _) = ids("8743B52063CD84097A65D1633F5C74F5", Region::Unknown);
    assert_eq!(kinds[..3], ["hash.md5", "hash.ntlm", "hash.lm"]);
    assert!(kinds.contains(&"password"));
    let (kinds, _) = ids("ВХХ 578221", Region::Unknown);
    assert!(kinds.contains(&"ua.driver_licence") && kinds.contains(&"password"));
    assert_eq!(identify("bxx-578221", Region::Unknown).kinds[0].1, "ВХХ578221");
    assert!(ids("0501234567", Region::Ua).0.contains(&"phone"));
    assert!(identify("", Region::Unknown).kinds.is_empty());
}

/// Golden table: of each kind's right examples, how many does each kind accept? Ambiguity that nobody meant shows here.
#[test]
fn confusion_matrix_is_as_recorded() {
    let mut table = String::from("# Of each kind's right examples, those that other kinds accept (Region::Unknown).\n");
    for row in KINDS.iter() {
        let accepted = |kind: &&Kind| {
            let taken = |text: &str| key_of(kind, text.as_bytes(), Region::Unknown).is_ok();
            Some((kind.id, row.valid.iter().filter(|(text, _)| taken(text)).count())).filter(|(_, count)| *count > 0)
        };
        let others = KINDS.iter().copied().filter(|kind| kind.id != row.id);
        let cells: Vec<String> = others.filter_map(|kind| accepted(&kind)).map(|(id, n)| format!("{id} {n}")).collect();
        let cells = if cells.is_empty() { "none".to_owned() } else { cells.join(", ") };
        let _ = writeln!(table, "{} ({}): {cells}", row.id, row.valid.len());
    }
    hold_against("fixtures/kinds/confusion.txt", &table);
}

/// Golden table: header words that stand for several kinds. Such a word decides between them only where their values do.
#[test]
fn shared_headers_are_as_recorded() {
    let mut kinds_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for kind in KINDS.iter() {
        for header in kind.headers {
            kinds_of.entry(header).or_default().push(kind.id);
        }
    }
    let mut table = String::from("# Header words of more than one kind.\n");
    for (header, kinds) in kinds_of.iter().filter(|(_, kinds)| kinds.len() > 1) {
        let _ = writeln!(table, "{header}: {}", kinds.join(", "));
    }
    hold_against("fixtures/kinds/shared_headers.txt", &table);
}

/// Holds a table against its golden file, or writes that anew.
fn hold_against(path: &str, table: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, table).expect("the fixture can be written");
    }
    let recorded = std::fs::read_to_string(&path).expect("a golden file");
    assert_eq!(table, recorded, "run with UPDATE_GOLDENS=1 and review the difference");
}
