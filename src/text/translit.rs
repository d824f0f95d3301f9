//! One skeleton for a word in Cyrillic and in every usual Latin spelling of it.
//!
//! Tables of transliteration differ in how they write a sound, hardly ever in which sounds they write. The skeleton
//! keeps what all of them agree on, one ASCII capital a sound, and lets go of the rest: soft signs, apostrophes, doubled
//! letters, whether an *i* is и, і, ї, й, ы or j, whether an *e* has an *i* before it, whether an *h* is г, ґ or х.
//!
//! | sign | what leads to it |
//! |---|---|
//! | `A` `E` `I` `O` `U` | vowels; `IA` `IU` я ю; є ё йо yo je are `E` |
//! | `H` | г ґ х, and g h gh kh ğ, x at the beginning |
//! | `J` | ж, and зг, zh zg zgh ž |
//! | `C` `Q` `X` | ц (ts tc tz t͡s), ч (ch tch tsch č), ш with щ (sh sch šč ŝ shch chtch schtsch) |
//! | others | the consonant itself; `V` w too, `K` c and q too |
//!
//! Letters of other scripts stay as they are. What the skeleton cannot tell is told by nobody who reads the one
//! spelling alone: German *s* for з, *z* for ц and *ch* for х, French *j* for ж, *c* for к before *e* and *i*.
//!
//! # Source
//! Ukraine: Cabinet of Ministers' resolution 55 of 27 January 2010; passport tables of 2004 and 2007; DSTU 9112:2021
//! (A and B); GOST 16876-71 and GOST 7.79-2000 (ISO 9:1995); BGN/PCGN 1965 and 2019; ALA-LC; UNGEGN; the British, French
//! and German traditions. Russia: orders of the Ministry of the Interior on passports (1997, 2000 on), GOST R
//! 52535.1-2006, ICAO Doc 9303. What each table writes was taken from the Python package translitua (MIT licence); a
//! trimmed set of its answers is held by a test. Kyrgyz and Kazakh letters: ISO 9:1995.

use super::cyrillic;

/// Appends the skeleton of one word (UTF-8, any case) to `out`. Marks that are no letters leave nothing.
pub fn skeleton(word: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    let mut at = 0;
    while let Some(&byte) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        if cyrillic::is_pair(byte, next) {
            let lower = cyrillic::LOWER[usize::from(cyrillic::cell(byte, next))];
            let [first, second] = SOUNDS[usize::from(lower)];
            if first != 0 {
                push(first, start, out);
            }
            if second != 0 {
                push(second, start, out);
            }
            at += 2;
        } else if byte.is_ascii_alphabetic() {
            at += latin(word, at, start, out);
        } else {
            at += other(&word[at..], start, out);
        }
    }
    // Adjectives: Зелена and Зеленая are one name.
    if out.len() - start >= 5 && out.ends_with(b"AIA") {
        out.truncate(out.len() - 2);
    }
}

/// Adds a sound; what tables write in several ways becomes one.
#[inline]
fn push(sound: u8, start: usize, out: &mut Vec<u8>) {
    let last = if out.len() > start { out[out.len() - 1] } else { 0 };
    let joined = match (last, sound) {
        (last, sound) if last == sound => return,
        (b'X', b'Q') => return,
        (b'I', b'E' | b'O') => b'E',
        (b'Z', b'H') => b'J',
        (b'T', b'S' | b'C') => b'C',
        _ => {
            out.push(sound);
            return;
        }
    };
    out.pop();
    push(joined, start, out);
}

/// Cell of a small Cyrillic letter (see [`cyrillic`]) to its sounds; zeros: none.
const SOUNDS: [[u8; 2]; 256] = {
    let mut table = [[0; 2]; 256];
    // From U+0430 on, in the order of the alphabet: а to я, then ѐ to џ.
    let plain = b"ABVHDEJZIIKLMNOPRSTUFHCQXX\0I\0E";
    let mut at = 0;
    while at < plain.len() {
        table[0x30 + at][0] = plain[at];
        at += 1;
    }
    (table[0x4E], table[0x4F]) = (*b"IU", *b"IA");
    let serbian = b"EEDHEZIIILNQKIUJ";
    at = 0;
    while at < serbian.len() {
        table[0x50 + at][0] = serbian[at];
        at += 1;
    }
    table[0x5F] = *b"DJ";
    // Old letters, then those of Ukrainian, Kazakh and Kyrgyz behind them: ѣ ѳ ѵ ґ ғ җ қ ң ү ұ ҳ һ ә ө.
    let more = b"\x63E\x73F\x75I\x91H\x93H\x97J\x9BK\xAFU\xB1U\xB3H\xBBH\xD9A\xE9O";
    at = 0;
    while at < more.len() {
        table[more[at] as usize][0] = more[at + 1];
        at += 2;
    }
    table[0xA3] = *b"NH";
    table
};

/// Latin letters that stand for one sound together, longest first.
const TOGETHER: [(&[u8], u8); 16] = [
    (b"schtsch", b'X'),
    (b"chtch", b'X'),
    (b"tsch", b'Q'),
    (b"tch", b'Q'),
    (b"sch", b'X'),
    (b"shh", b'X'),
    (b"sh", b'X'),
    (b"sz", b'X'),
    (b"ch", b'Q'),
    (b"cz", b'Q'),
    (b"kh", b'H'),
    (b"gh", b'H'),
    (b"tz", b'C'),
    (b"tc", b'C'),
    (b"ou", b'U'),
    (b"ph", b'F'),
];

/// ASCII letters from A on: the sound of each where it stands alone.
const ALONE: &[u8; 26] = b"AQCDEFHHIIKLMNOPKRSTUVVXIZ";

/// Adds the sound that begins with the ASCII letter at `at`; returns the bytes read.
fn latin(word: &[u8], at: usize, start: usize, out: &mut Vec<u8>) -> usize {
    let rest = &word[at..];
    for (letters, sound) in TOGETHER {
        if rest.len() >= letters.len() && rest[..letters.len()].eq_ignore_ascii_case(letters) {
            push(sound, start, out);
            return letters.len();
        }
    }
    let letter = rest[0].to_ascii_lowercase();
    match letter {
        b'b' => push(b'B', start, out),
        b'c' => push_c(word, at, start, out),
        // Between consonants and behind the last one, a j is a soft sign.
        b'j' if is_consonant(before(word, at)) && !is_vowel(rest.get(1)) => {}
        // At the beginning х, within a word кс.
        b'x' if out.len() == start => push(b'H', start, out),
        b'x' => {
            push(b'K', start, out);
            push(b'S', start, out);
        }
        _ => push(ALONE[usize::from(letter - b'a')], start, out),
    }
    1
}

/// The letter c: ц in most tables, к in the passports of 2004 and in names from the West.
fn push_c(word: &[u8], at: usize, start: usize, out: &mut Vec<u8>) {
    let rest = &word[at + 1..];
    let soft = rest.first().is_some_and(|next| matches!(next.to_ascii_lowercase(), b'e' | b'i' | b'y'));
    let behind_s = before(word, at) == Some(b's');
    // Apostrophes and primes behind it count for nothing.
    let ending = rest
        .iter()
        .all(|letter| matches!(letter.to_ascii_lowercase(), b'i' | b'y' | b'j') || !letter.is_ascii_alphabetic());
    match (soft, behind_s) {
        // -scyi is -ський; elsewhere sc before a soft vowel is щ.
        (true, true) if !ending => {
            out.pop();
            push(b'X', start, out);
        }
        (true, false) => push(b'C', start, out),
        (false, _) if ending && before(word, at) == Some(b'e') => push(b'C', start, out),
        _ => push(b'K', start, out),
    }
}

/// The ASCII letter before this place, small; apostrophes between are passed over.
fn before(word: &[u8], at: usize) -> Option<u8> {
    let letter = word[..at].iter().rev().find(|letter| !matches!(letter, b'\'' | b'`'))?;
    letter.is_ascii_alphabetic().then_some(letter.to_ascii_lowercase())
}

fn is_consonant(letter: Option<u8>) -> bool {
    letter.is_some_and(|letter| !is_vowel(Some(&letter)))
}

/// Whether a letter is a vowel; letters beyond ASCII are taken for one, because most of those that tables write are.
fn is_vowel(letter: Option<&u8>) -> bool {
    letter.is_some_and(|letter| {
        matches!(letter.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !letter.is_ascii()
    })
}

/// Adds a Latin letter with a mark, or a letter of another script as it is; returns the bytes read.
#[cold]
fn other(rest: &[u8], start: usize, out: &mut Vec<u8>) -> usize {
    let length = match rest[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return 1,
    };
    let Some(character) = rest.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next()) else {
        return 1;
    };
    let lower = character.to_lowercase().next().unwrap_or(character);
    if let Some((_, sounds)) = MARKED.iter().find(|(letters, _)| letters.contains(lower)) {
        sounds.bytes().for_each(|sound| push(sound, start, out));
    } else if lower.is_alphabetic() && !is_modifier(lower) {
        let upper = character.to_uppercase();
        let mut bytes = [0; 4];
        upper.for_each(|upper| out.extend_from_slice(upper.encode_utf8(&mut bytes).as_bytes()));
    }
    length
}

/// Modifier letters and combining marks: apostrophes, primes and ties of the learned tables.
fn is_modifier(character: char) -> bool {
    ('\u{2B0}'..='\u{36F}').contains(&character)
}

/// Small Latin letters with marks, and their sounds.
const MARKED: [(&str, &str); 20] = [
    ("áàãäåāăąǎ", "A"),
    ("â", "IA"),
    ("éèêëēĕėęěẹ", "E"),
    ("íìîïīĭįıỳýÿȳǐĵ", "I"),
    ("óòôõöōŏőøơ", "O"),
    ("úùüūŭůűųư", "U"),
    ("û", "IU"),
    ("çćĉċč", "Q"),
    ("šŝşșś", "X"),
    ("žżźẑ", "J"),
    ("ğĝġģǧǵĥḩḫħ", "H"),
    ("ďđð", "D"),
    ("ķ", "K"),
    ("ĺļľł", "L"),
    ("ñńņň", "N"),
    ("ŕŗř", "R"),
    ("ß", "S"),
    ("ťŧ", "T"),
    ("ţț", "C"),
    ("ŵ", "V"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> String {
        let mut out = Vec::new();
        skeleton(word.as_bytes(), &mut out);
        String::from_utf8(out).expect("ASCII, or letters as they were")
    }

    /// What each table writes for each word: 98 of 100 lead to the skeleton of the Cyrillic spelling. Those that do not
    /// are listed in the fixture, so that no other one joins them unseen.
    #[test]
    fn tables_lead_to_the_skeleton_of_the_cyrillic_word() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/transliteration.tsv");
        let text = std::fs::read_to_string(path).expect("the fixture");
        let (mut tables, mut right, mut exceptions) = (0, 0, 0);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [word, spelling, number, outcome] = fields[..] else { panic!("{line}") };
            let number: u32 = number.parse().expect("a number of tables");
            let same = of(word) == of(spelling);
            assert_eq!(same, outcome == "same", "{word} {} {spelling} {}", of(word), of(spelling));
            tables += number;
            right += if same { number } else { 0 };
            exceptions += u32::from(!same);
        }
        assert_eq!((tables, right, exceptions), (1168, 1150, 17), "98.5 of 100");
    }

    #[test]
    fn ukrainian_and_russian_spellings_of_a_surname_are_one() {
        for (one, other) in [
            ("ЗЕЛЕНСЬКА", "Зеленская"),
            ("Зелена", "ЗЕЛЕНАЯ"),
            ("Соловйов", "Соловьёв"),
            ("Мельник", "МЕЛЬНИК"),
            ("Мар*яненко", "Марьяненко"),
            ("Щербак", "Scherbak"),
            ("Їжак", "Yizhak"),
            ("Цуканов", "Tsoukanov"),
            ("Жанибеков", "Žanybekov"),
            ("Өмүров", "Омуров"),
            ("გიორგი", "გიორგი"),
        ] {
            assert_eq!(of(one), of(other), "{one} {other}");
        }
        for (one, other) in
            [("Жук", "Шук"), ("Коза", "Коса"), ("Зразков", "Зразкова"), ("Лис", "Лес"), ("Ткач", "Ткаш")]
        {
            assert_ne!(of(one), of(other), "{one} {other}");
        }
        assert_eq!((of(""), of("'-5")), (String::new(), String::new()));
    }

    #[test]
    fn any_bytes_are_read() {
        let mut out = b"begun ".to_vec();
        skeleton(b"\xD0\xFF\xE2\x82\xC3\xF0scx\xC3", &mut out);
        assert!(out.starts_with(b"begun "));
    }
}
