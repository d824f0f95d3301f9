//! Name of a person: two to five words, or a surname with initials.

use super::{Guise, KeyBuf, Kind, Mismatch, Piece, Rank, Region, Sign};
use crate::text::{blank, cyrillic};

/// The kind `person_name`.
pub static KIND: Kind = Kind {
    id: "person_name",
    title: "Name of a person",
    plural: "names",
    sources: &[
        "Family Code of Ukraine, articles 145 to 148 (surname, given name, patronymic; double surnames)",
        "Unicode Technical Standard 39, confusables.txt (look-alike letters)",
    ],
    valid: &[
        ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ЗРАЗКОВА ОЛЕНА ТЕСТІВНА"),
        ("Зразкова Олена Тестівна", "ЗРАЗКОВА ОЛЕНА ТЕСТІВНА"),
        ("зразкова,  олена\u{A0}тестівна", "ЗРАЗКОВА ОЛЕНА ТЕСТІВНА"),
        ("Зpaзкова Олена Тестiвна", "ЗРАЗКОВА ОЛЕНА ТЕСТІВНА"),
        ("Зразенко Т. Г.", "ЗРАЗЕНКО Т Г"),
        ("Зразенко T.Г.", "ЗРАЗЕНКО Т Г"),
        ("Т.Г.Зразенко", "Т Г ЗРАЗЕНКО"),
        ("В'ялий Лук’ян", "ВЯЛИЙ ЛУКЯН"),
        ("В*ялий Лук″ян", "ВЯЛИЙ ЛУКЯН"),
        ("Перша - Друга Ганна", "ПЕРША-ДРУГА ГАННА"),
        ("Sample, Tеst", "SAMPLE TEST"),
        ("Exämple Zoë", "EXÄMPLE ZOË"),
        ("Тестовъ Ёжиков", "ТЕСТОВЪ ЁЖИКОВ"),
    ],
    invalid: &[
        ("Зразкова", Mismatch::Shape),
        ("Т. Г.", Mismatch::Shape),
        ("user1 name", Mismatch::Shape),
        ("З*** О***", Mismatch::Shape),
        ("a@example.com", Mismatch::Shape),
        ("раз два три чотири п'ять шість", Mismatch::Length),
        ("15.03.1985", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    rank: Rank::Attribute,
    headers: &[
        "name",
        "атыжөнү",
        "фаа",
        "fullname",
        "fio",
        "pib",
        "personname",
        "clientname",
        "customername",
        "піб",
        "прізвищеімяпобатькові",
        "прізвищетаімя",
        "прізвищеімя",
        "імя",
        "клієнт",
        "фио",
        "фамилияимяотчество",
        "фамилияимя",
        "имя",
        "клиент",
    ],
    caveat: "Many people share a name, and any two words look like one: never a key alone. The order of the words \
             is kept; Ё and Е, and Ukrainian and Russian forms of a name, are different: spellings of one name in \
             two languages or alphabets are counted beside it, as person_name.match.",
    canonical: Some(is_canonical),
    key,
    wider: super::name_match::WIDER,
    pieces: &[
        Piece { headers: SURNAME_HEADERS, fits: is_word, optional: false, telling: false },
        Piece { headers: GIVEN_HEADERS, fits: is_word, optional: false, telling: false },
        Piece { headers: PATRONYMIC_HEADERS, fits: is_patronymic, optional: true, telling: true },
    ],
    guise: Guise::Name,
    typical: Some(is_typical),
    shows: Some(are_people),
    ..Kind::COMMON
};

/// Whether a word of the key is a known given name.
fn is_typical(key: &[u8]) -> bool {
    key.split(|&byte| matches!(byte, b' ' | b'-')).any(super::given::is_listed)
}

/// Share of names that must hold a listed given name, initials or a patronymic; fewest different ones.
const TOLD_LEAST: f64 = 0.6;
const NAMES_LEAST: usize = 20;

/// Whether most cells hold what only names of people do: a listed given name, two initials with full stops, a patronymic.
fn are_people(cells: &[&[u8]]) -> Sign {
    let mut names = std::collections::BTreeSet::new();
    let (mut out, mut told) = (KeyBuf::new(), 0);
    for cell in cells {
        out.clear();
        if key(cell, Region::Unknown, &mut out).is_err() {
            continue;
        }
        let patronymic = std::str::from_utf8(&out)
            .is_ok_and(|name| super::person::male_by_patronymic(name).is_some() && name.contains(' '));
        if patronymic || is_typical(&out) || has_initials(cell) {
            told += 1;
            names.insert(out.clone());
        }
    }
    let most = told as f64 >= TOLD_LEAST * cells.len() as f64;
    if most && names.len() >= NAMES_LEAST { Sign::Proof } else { Sign::Nothing }
}

/// Whether two single capitals with a full stop each stand beside a word.
fn has_initials(cell: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(cell) else { return false };
    let parts = || text.split_inclusive(['.', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let is_initial = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none()
    };
    let words = parts()
        .filter(|part| part.chars().count() > 2 && part.chars().all(|c| c.is_alphabetic() || "-'’ʼ".contains(c)));
    parts().filter(is_initial).count() == 2 && words.count() == 1 && parts().count() == 3
}

/// Words that head columns of surnames, given names and patronymics alone.
const SURNAME_HEADERS: &[&str] =
    &["surname", "lastname", "familyname", "lname", "secondname", "прізвище", "фамилия", "прізв", "фам"];
const GIVEN_HEADERS: &[&str] = &["givenname", "firstname", "forename", "fname", "name", "імя", "имя"];
const PATRONYMIC_HEADERS: &[&str] = &["patronymic", "patronym", "middlename", "mname", "побатькові", "отчество"];

/// One word of letters, with hyphens and apostrophes.
fn is_word(text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let apart = |character: char| matches!(character, '-' | '\'' | '’' | 'ʼ' | '`' | '.');
    text.len() <= BYTES_MOST
        && text.chars().any(char::is_alphabetic)
        && text.chars().all(|character| character.is_alphabetic() || apart(character))
}

/// A word that ends as patronymics do.
///
/// # Source
/// Ukrainian Orthography 2019, section 32 (patronymics in -ович, -івна, -ївна); Russian ones in -ович, -евич, -ич,
/// -овна, -евна, -ична; with Latin spellings of the same. Kazakhstan: Code on Marriage and Family, article 63 (-ұлы, -қызы, as
/// Russian files write them too).
fn is_patronymic(text: &[u8]) -> bool {
    const ENDINGS: [&str; 17] = [
        "ович",
        "евич",
        "йович",
        "лич",
        "мич",
        "івна",
        "ївна",
        "овна",
        "евна",
        "ична",
        "ovych",
        "ovich",
        "ivna",
        "ұлы",
        "қызы",
        "улы",
        "кызы",
    ];
    let lower = std::str::from_utf8(text).unwrap_or("").to_lowercase();
    is_word(text) && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Words of a name.
const WORDS: std::ops::RangeInclusive<usize> = 2..=5;

/// Most bytes of a spelling and of a key; longer text is not a name.
const BYTES_MOST: usize = 192;

/// Quick test for the two commonest forms: capitals of one script, one blank between words.
fn is_canonical(text: &[u8]) -> bool {
    if text.len() > BYTES_MOST {
        return false;
    }
    let (mut words, mut letters, mut longest) = (1, 0, 0);
    let mut cyrillic_seen = false;
    let mut latin_seen = false;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b' ' if letters > 0 => {
                words += 1;
                letters = 0;
                continue;
            }
            b'A'..=b'Z' => latin_seen = true,
            0xD0..=0xD3 if text.get(at).is_some_and(|&next| is_capital(byte, next)) => {
                at += 1;
                cyrillic_seen = true;
            }
            _ => return false,
        }
        letters += 1;
        longest = letters.max(longest);
    }
    letters > 0 && longest >= 2 && WORDS.contains(&words) && !(cyrillic_seen && latin_seen)
}

fn is_capital(lead: u8, next: u8) -> bool {
    let cell = cyrillic::cell(lead, next);
    cyrillic::is_pair(lead, next) && cyrillic::is_letter(cell) && cyrillic::UPPER[usize::from(cell)] == cell
}

/// What stood between the last letter and the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    Gap,
    Dash,
}

/// What was read of a name.
#[derive(Default)]
struct Tally {
    words: usize,
    /// Letters of the word that is being read, and of the longest so far.
    letters: usize,
    longest: usize,
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if text.len() > BYTES_MOST {
        return Err(Mismatch::Length);
    }
    let tally = match read_plain(text, out) {
        Some(tally) => tally,
        None => {
            out.clear();
            let tally = read(text, out)?;
            // Counted in what was written: capitals of a rare letter can be of another script than the letter.
            let (cyrillic, latin) = scripts(out);
            if cyrillic > 0 && latin > 0 && out.len() <= BYTES_MOST {
                unmix(out);
            }
            tally
        }
    };
    if tally.words < *WORDS.start() || tally.longest < 2 {
        return Err(Mismatch::Shape);
    }
    if tally.words > *WORDS.end() || out.len() > BYTES_MOST { Err(Mismatch::Length) } else { Ok(()) }
}

/// Writes the words that a text is as they would stand in a name, and counts them; one letter alone is no name.
pub(super) fn words_key(text: &[u8], out: &mut KeyBuf) -> Result<usize, Mismatch> {
    if text.len() > BYTES_MOST {
        return Err(Mismatch::Length);
    }
    let tally = read(text, out)?;
    let (cyrillic, latin) = scripts(out);
    if cyrillic > 0 && latin > 0 && out.len() <= BYTES_MOST {
        unmix(out);
    }
    match tally.words {
        0 => Err(Mismatch::Shape),
        _ if tally.longest < 2 || out.len() > BYTES_MOST => Err(Mismatch::Length),
        words => Ok(words),
    }
}

/// Reads the commonest spelling in place: Cyrillic letters of any case, single blanks between words. `None` for any
/// other.
#[inline]
fn read_plain(text: &[u8], out: &mut KeyBuf) -> Option<Tally> {
    out.extend_from_slice(text);
    let mut tally = Tally { words: 1, ..Tally::default() };
    let mut at = 0;
    while let Some([lead, next, ..]) = out.get_mut(at..) {
        if cyrillic::is_pair(*lead, *next) {
            let cell = cyrillic::UPPER[usize::from(cyrillic::cell(*lead, *next))];
            if !cyrillic::is_letter(cell) {
                return None;
            }
            [*lead, *next] = cyrillic::pair(cell);
            tally.letters += 1;
            at += 2;
        } else if *lead == b' ' && tally.letters > 0 {
            tally.words += 1;
            tally.longest = tally.longest.max(tally.letters);
            tally.letters = 0;
            at += 1;
        } else {
            return None;
        }
    }
    tally.longest = tally.longest.max(tally.letters);
    // Nothing left over, and no blank at the end.
    (at == out.len() && tally.letters > 0).then_some(tally)
}

/// Writes the words in capitals, with one blank between two.
fn read(text: &[u8], out: &mut KeyBuf) -> Result<Tally, Mismatch> {
    let mut tally = Tally::default();
    let mut between = Between::Gap;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte.is_ascii_alphabetic() {
            begin(&mut tally, &mut between, out);
            out.push(byte.to_ascii_uppercase());
            at += 1;
        } else if let Some(&next) = text.get(at + 1).filter(|&&next| cyrillic::is_pair(byte, next)) {
            let cell = cyrillic::cell(byte, next);
            if !cyrillic::is_letter(cell) {
                return Err(Mismatch::Shape);
            }
            begin(&mut tally, &mut between, out);
            out.extend_from_slice(&cyrillic::pair(cyrillic::UPPER[usize::from(cell)]));
            at += 2;
        } else if matches!(byte, b' ' | b'.' | b',') {
            if byte != b' ' || between == Between::Nothing {
                between = Between::Gap;
            }
            at += 1;
        } else {
            at += match beside(&text[at..], &mut between) {
                0 => {
                    begin(&mut tally, &mut between, out);
                    other_letter(&text[at..], out)?
                }
                length => length,
            };
        }
    }
    tally.longest = tally.longest.max(tally.letters);
    Ok(tally)
}

/// Makes ready for a letter: what stood before it becomes a blank, a hyphen or nothing.
#[inline]
fn begin(tally: &mut Tally, between: &mut Between, out: &mut KeyBuf) {
    match *between {
        Between::Nothing => {}
        Between::Dash if tally.words > 0 => out.push(b'-'),
        _ => {
            if tally.words > 0 {
                out.push(b' ');
            }
            tally.words += 1;
            tally.longest = tally.longest.max(tally.letters);
            tally.letters = 0;
        }
    }
    *between = Between::Nothing;
    tally.letters += 1;
}

/// Length of the character between letters that `rest` begins with, or 0: rarer blanks and dashes; apostrophes, which
/// leave no trace.
#[cold]
fn beside(rest: &[u8], between: &mut Between) -> usize {
    let apostrophe = blank::apostrophe(rest);
    if apostrophe > 0 {
        return apostrophe;
    }
    // Old bank and register data have an asterisk for it; several stand for hidden letters.
    if matches!(rest, [b'*', next, ..] if next.is_ascii_alphabetic() || *next >= 0x80) && *between == Between::Nothing {
        return 1;
    }
    let dash = blank::dash(rest);
    if dash > 0 {
        *between = Between::Dash;
        return dash;
    }
    let gap = blank::gap(rest);
    // Characters without width part no words.
    let thin =
        matches!(rest, [0xC2, 0xAD, ..] | [0xE2, 0x80, 0x8B..=0x8F, ..] | [0xE2, 0x81, 0xA0..=0xBF, ..] | [0xEF, ..]);
    if gap > 0 && !thin && *between == Between::Nothing {
        *between = Between::Gap;
    }
    gap
}

/// Writes the capital of a letter of another script, or a combining mark as it is. Returns the bytes read.
#[cold]
fn other_letter(rest: &[u8], out: &mut KeyBuf) -> Result<usize, Mismatch> {
    let length = match rest[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return Err(Mismatch::Shape),
    };
    let bytes = rest.get(..length).ok_or(Mismatch::Shape)?;
    let character = std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next()).ok_or(Mismatch::Shape)?;
    if ('\u{300}'..='\u{36F}').contains(&character) {
        add_mark(bytes, out);
    } else if character.is_alphabetic() {
        let mut bytes = [0; 4];
        for upper in character.to_uppercase() {
            out.extend_from_slice(upper.encode_utf8(&mut bytes).as_bytes());
        }
    } else {
        return Err(Mismatch::Shape);
    }
    Ok(length)
}

/// Adds a combining mark; Й, Ї and Ё become one letter, as keyboards give them (file names and some scripts take them
/// apart).
fn add_mark(mark: &[u8], out: &mut KeyBuf) {
    for (plain, with, whole) in [("И", "\u{306}", "Й"), ("І", "\u{308}", "Ї"), ("Е", "\u{308}", "Ё")] {
        if mark == with.as_bytes() && out.ends_with(plain.as_bytes()) {
            out.truncate(out.len() - plain.len());
            out.extend_from_slice(whole.as_bytes());
            return;
        }
    }
    out.extend_from_slice(mark);
}

/// Folds look-alike letters: words of both scripts to the script that has a letter of its own in them, where only one has;
/// else to that of most of their letters; then words of the rarer script that have only look-alikes to that of the name. Ties
/// go to Cyrillic.
#[cold]
fn unmix(out: &mut KeyBuf) {
    rewrite(out, |word| match scripts(word) {
        (0, _) | (_, 0) => None,
        (cyrillic, latin) => match (folds_whole(word, Of::Latin), folds_whole(word, Of::Cyrillic)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => Some(latin > cyrillic),
        },
    });
    let (cyrillic, latin) = scripts(out);
    let to_latin = latin > cyrillic;
    rewrite(out, |word| {
        let strange = if to_latin { scripts(word).1 == 0 } else { scripts(word).0 == 0 };
        (strange && folds_whole(word, Of::Both)).then_some(to_latin)
    });
}

/// Rewrites each word to Latin (`true`) or Cyrillic (`false`) look-alikes where `choose` says so.
fn rewrite(out: &mut KeyBuf, choose: impl Fn(&[u8]) -> Option<bool>) {
    // One rewriting at most doubles the bytes, and the second reads what the first wrote.
    let mut copy = [0_u8; 2 * BYTES_MOST];
    let length = out.len().min(copy.len());
    copy[..length].copy_from_slice(&out[..length]);
    out.clear();
    for (at, word) in copy[..length].split(|&byte| byte == b' ').enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        match choose(word) {
            Some(to_latin) => fold(word, to_latin, out),
            None => out.extend_from_slice(word),
        }
    }
}

/// Number of Cyrillic and of ASCII letters.
fn scripts(text: &[u8]) -> (usize, usize) {
    let cyrillic = text.iter().filter(|&&byte| byte & 0xFC == 0xD0).count();
    (cyrillic, text.iter().filter(|byte| byte.is_ascii_alphabetic()).count())
}

/// Which letters of a word are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Latin,
    Cyrillic,
    Both,
}

/// Whether every letter of a word, or every one of this script, looks like one of the other script.
fn folds_whole(word: &[u8], of: Of) -> bool {
    let mut at = 0;
    while let Some(&byte) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        let (length, folds) = if cyrillic::is_pair(byte, next) {
            (2, of == Of::Latin || cyrillic::LATIN[usize::from(cyrillic::cell(byte, next))] != 0)
        } else {
            let folds = byte < 0x80 && cyrillic::CYRILLIC[usize::from(byte)] != 0;
            (1, byte == b'-' || of == Of::Cyrillic || folds)
        };
        if !folds {
            return false;
        }
        at += length;
    }
    true
}

fn fold(word: &[u8], to_latin: bool, out: &mut KeyBuf) {
    let mut at = 0;
    while let Some(&byte) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        if cyrillic::is_pair(byte, next) {
            match cyrillic::LATIN[usize::from(cyrillic::cell(byte, next))] {
                letter if letter != 0 && to_latin => out.push(letter),
                _ => out.extend_from_slice(&[byte, next]),
            }
            at += 2;
            continue;
        }
        if byte == 0xCC && !to_latin {
            // A combining mark: the letter before it may have become Cyrillic just now.
            add_mark(&[byte, next], out);
            at += 2;
            continue;
        }
        match if byte < 0x80 { cyrillic::CYRILLIC[usize::from(byte)] } else { 0 } {
            cell if cell != 0 && !to_latin => out.extend_from_slice(&cyrillic::pair(cell)),
            _ => out.push(byte),
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Result<String, Mismatch> {
        crate::kind::tests::spelled(&KIND, text)
    }

    #[test]
    fn initials_and_patronymics_are_of_people() {
        use crate::kind::tests::shown;
        const STEMS: &[&str] = &["Зраз", "Тест", "Вигад", "Примір", "Умов", "Проб", "Склад", "Уявн"];
        const LETTERS: &[&str] = &["А", "Б", "В", "Г", "Д", "Є", "Ж"];
        let of = |form: &str| {
            shown(&KIND, 200, |draw| {
                let word = format!("{}{}", draw.one_of(STEMS), draw.one_of(&["енко", "чук", "ина", "овська"]));
                form.replace('W', &word).replace('L', draw.one_of(LETTERS)).replace('M', draw.one_of(LETTERS))
            })
        };
        for people in ["W L.M.", "W L. M.", "L.M. W", "W Зміна Вигадівна", "W Олена"] {
            assert_eq!(of(people), Sign::Proof, "{people}");
        }
        for other in ["W L M", "W Садова", "ТОВ W", "W та син"] {
            assert_eq!(of(other), Sign::Nothing, "{other}");
        }
    }

    #[test]
    fn look_alikes_go_to_the_script_of_the_word_and_of_the_name() {
        assert_eq!(spelled("Tестова Ганна").as_deref(), Ok("ТЕСТОВА ГАННА"));
        assert_eq!(spelled("Sаmplе Bob").as_deref(), Ok("SAMPLE BOB"));
        // Most letters are Latin look-alikes, and one of the others has no Latin one.
        assert_eq!(spelled("Cepгiївнa Кpaвчук").as_deref(), Ok("СЕРГІЇВНА КРАВЧУК"));
        assert_eq!(spelled("Robеrt Sаmрlе").as_deref(), Ok("ROBERT SAMPLE"));
        // A whole word of look-alikes follows the rest of the name; one with a letter of its own stays.
        assert_eq!(spelled("Зразенко TAMAPA").as_deref(), Ok("ЗРАЗЕНКО ТАМАРА"));
        assert_eq!(spelled("Samples ТОМ").as_deref(), Ok("SAMPLES TOM"));
        assert_eq!(spelled("Зразенко Max-Zed").as_deref(), Ok("ЗРАЗЕНКО MAX-ZED"));
    }

    #[test]
    fn marks_that_stand_apart_are_joined() {
        assert_eq!(spelled("Зразковии\u{306} Юрії").as_deref(), Ok("ЗРАЗКОВИЙ ЮРІЇ"));
        assert_eq!(spelled("Зразенко Юрі\u{308}").as_deref(), Ok("ЗРАЗЕНКО ЮРЇ"));
        // The Latin i becomes Cyrillic first.
        assert_eq!(spelled("Зразенко Юрi\u{308}").as_deref(), Ok("ЗРАЗЕНКО ЮРЇ"));
    }

    #[test]
    fn dashes_and_invisible_characters() {
        assert_eq!(spelled("-Перша–Друга Ганна -").as_deref(), Ok("ПЕРША-ДРУГА ГАННА"));
        assert_eq!(spelled("Зраз\u{AD}кова\u{200B} Ган\u{FEFF}на").as_deref(), Ok("ЗРАЗКОВА ГАННА"));
        assert_eq!(spelled(&"Довга ".repeat(40)), Err(Mismatch::Length));
        assert_eq!(spelled(&format!("Аб {}", "В".repeat(95))), Err(Mismatch::Length));
    }
}
