//! One skeleton for a word in Cyrillic and in every usual Latin spelling of it.
//!
//! Tables of transliteration differ in how they write a sound, hardly ever in which sounds they write. The skeleton
//! keeps what all of them agree on, one ASCII capital a sound, and lets go of the rest: soft signs, apostrophes, doubled
//! letters, whether an *i* is и, і, ї, й, ы or j, whether an *e* has an *i* before it, whether an *h* is г, ґ or х, whether an
//! *e* or an *o* stands behind ж, ч, ш, щ or a soft sign, and in -лов, -нов, -ров.
//!
//! | sign | what leads to it |
//! |---|---|
//! | `A` `E` `I` `O` `U` | vowels; `IA` `IU` я ю; є ё йо yo je are `E` |
//! | `H` | г ґ х, and g h gh kh ğ, x at the beginning |
//! | `J` | ж, and зг, zh zg zgh ž |
//! | `C` `Q` `X` | ц (ts tc tz t͡s), ч (ch tch tsch č), ш with щ (sh sch šč ŝ shch chtch schtsch) |
//! | others | the consonant itself; `V` w too, `K` c and q too |
//!
//! Letters of other scripts stay as they are. Where a word itself shows by which table it was written, *ch* and *j* are
//! read so: with *tch* it is French (*ch* is ш, *j* is ж), with *tsch*, *cz*, *sz*, č, š or ž *ch* is х. What the skeleton
//! cannot tell is told by nobody who reads the one spelling alone: German *s* for з, *z* for ц, *ch* for х and *j* for ж in
//! words without such a mark, *c* for к before *e* and *i*.
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
    let mut soft = false;
    while let Some(&byte) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        if cyrillic::is_pair(byte, next) {
            let lower = cyrillic::LOWER[usize::from(cyrillic::cell(byte, next))];
            let [mut first, second] = SOUNDS[usize::from(lower)];
            // Ukrainian ьо is Russian ё.
            if lower == SMALL_O && soft {
                first = b'E';
            }
            soft = lower == SOFT_SIGN;
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
    if out.len() - start >= 5 {
        end_alike(out);
    }
}

/// Cells of the small о and of the soft sign.
const SMALL_O: u8 = 0x3E;
const SOFT_SIGN: u8 = 0x4C;

/// Makes one of the endings of a surname that two languages write in two ways: Зелена and Зеленая, Кривий and Кривой; Ковальов,
/// which is Kovalov in Latin letters, and Ковалёв.
fn end_alike(out: &mut Vec<u8>) {
    let length = out.len();
    if out.ends_with(b"AIA") {
        out.truncate(length - 2);
    } else if out.ends_with(b"OI") {
        out.truncate(length - 2);
        out.push(b'I');
    } else {
        let vowel = if out.ends_with(b"OVA") { length - 3 } else { length - 2 };
        if out[vowel..].starts_with(b"OV") && matches!(out[vowel - 1], b'L' | b'N' | b'R') {
            out[vowel] = b'E';
        }
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
        // Чорний and Чёрный, Жовнір and Жевнир.
        (b'Q' | b'X' | b'J', b'O') => {
            out.push(b'E');
            return;
        }
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
    // Russian passports from 2013 on write ъ as ie: before я and ю it is no sound.
    if (begins(rest, b"ieia") || begins(rest, b"ieiu")) && is_consonant(before(word, at)) {
        return 2;
    }
    if begins(rest, b"ch") && !begins(rest, b"chtch") {
        push(sound_of_ch(word), start, out);
        return 2;
    }
    for (letters, sound) in TOGETHER {
        if begins(rest, letters) {
            push(sound, start, out);
            return letters.len();
        }
    }
    let letter = rest[0].to_ascii_lowercase();
    match letter {
        b'b' => push(b'B', start, out),
        b'c' => push_c(word, at, start, out),
        b'j' if begins(rest, b"jou") || is_french(word) => push(b'J', start, out),
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

/// Whether a text begins with these small letters, in any case.
#[inline]
fn begins(text: &[u8], letters: &[u8]) -> bool {
    text.len() >= letters.len() && text[..letters.len()].eq_ignore_ascii_case(letters)
}

/// Whether a word holds these small letters together.
fn holds(word: &[u8], letters: &[u8]) -> bool {
    word.windows(letters.len()).any(|part| part.eq_ignore_ascii_case(letters))
}

/// Whether a word is written as French does: ч is tch.
fn is_french(word: &[u8]) -> bool {
    holds(word, b"tch")
}

/// What ch stands for in a word: ш beside the French tch, х beside the German tsch, Polish cz and sz and the learned č, š
/// and ž; ч in all others.
fn sound_of_ch(word: &[u8]) -> u8 {
    const MARKS: [[u8; 2]; 6] = [*b"\xC4\x8D", *b"\xC4\x8C", *b"\xC5\xA1", *b"\xC5\xA0", *b"\xC5\xBE", *b"\xC5\xBD"];
    let marked = || word.windows(2).any(|pair| MARKS.iter().any(|mark| mark == pair));
    if is_french(word) {
        b'X'
    } else if holds(word, b"tsch") || holds(word, b"cz") || holds(word, b"sz") || marked() {
        b'H'
    } else {
        b'Q'
    }
}

/// The endings of -цкий and -цкая in which ц is written as c: -cky would be English (Becky).
const ENDINGS_OF_CK: [&[u8]; 10] =
    [b"cki", b"ckiy", b"ckij", b"ckii", b"ckyi", b"ckyj", b"cka", b"ckaia", b"ckaya", b"ckaja"];

/// The letter c: ц in most tables, к in the passports of 2004 and in names from the West.
fn push_c(word: &[u8], at: usize, start: usize, out: &mut Vec<u8>) {
    let rest = &word[at + 1..];
    if ENDINGS_OF_CK.iter().any(|ending| word[at..].eq_ignore_ascii_case(ending)) {
        push(b'C', start, out);
        return;
    }
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
        assert_eq!((tables, right, exceptions), (1168, 1152, 15), "98.6 of 100");
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
            ("Шевченко", "Chevtchenko"),
            ("Жуков", "Joukov"),
            ("Хрущов", "Chruschtschow"),
            ("Хрущов", "Chruszczow"),
            ("Хомич", "Chomyč"),
            ("Михальчук", "Mychaľčuk"),
            ("Левицкий", "Levickiy"),
            ("Хмельницкая", "Hmelnickaya"),
            ("Подъячев", "Podieiachev"),
            ("Матвеева", "Matvieieva"),
            ("Чайка", "Chaika"),
            ("Ковальов", "Ковалёв"),
            ("Ковальова", "Kovaleva"),
            ("Ковалёв", "Kovalov"),
            ("Корольов", "Королев"),
            ("Сьомін", "Сёмин"),
            ("Тьоткін", "Тёткин"),
            ("Чорний", "Чёрный"),
            ("Чорновол", "Chernovol"),
            ("Кривий", "Кривой"),
            ("Толстой", "Tolstoy"),
            ("Жанибеков", "Žanybekov"),
            ("Өмүров", "Омуров"),
            ("გიორგი", "გიორგი"),
        ] {
            assert_eq!(of(one), of(other), "{one} {other}");
        }
        for (one, other) in [
            ("Жук", "Шук"),
            ("Коза", "Коса"),
            ("Зразков", "Зразкова"),
            ("Лис", "Лес"),
            ("Ткач", "Ткаш"),
            ("Котов", "Котев"),
            ("Лой", "Лий"),
            ("Сома", "Сема"),
        ] {
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
