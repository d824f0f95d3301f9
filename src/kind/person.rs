//! What a date, a patronymic or a word for a sex says of a person, to be held against the [`facts`](super::facts) of a number.
//!
//! Facts stay numbers here: no value leaves this file.

use super::check::calendar::day_number;
use super::facts::number;

/// Days from 1899-12-31 to a canonical date (`yyyy-mm-dd`), and to the same with day and month exchanged where that is
/// another day that exists. `None` for days before and for the two dates that stand for no date.
pub fn days(date: &[u8]) -> Option<(u32, Option<u32>)> {
    let part = |range: std::ops::Range<usize>| date.get(range).and_then(number);
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    if day == 1 && month == 1 && matches!(year, 1900 | 1970) {
        return None;
    }
    let exchanged = if day != month { day_number(year, day, month) } else { None };
    Some((day_number(year, month, day)?, exchanged))
}

/// Sex by the ending of the patronymic in a canonical name of three words or more (surname or given name first), or in a
/// patronymic alone, in Cyrillic or Latin letters: `Some(true)` for men. `None` where no word has such an ending. Words
/// that say "son of" and "daughter of" (уулу, кызы, оглы) tell it in any place behind the first.
///
/// # Source
/// Ukrainian orthography 2019, § 32, and Russian usage: patronymics end in -ович, -евич, -йович, -ич and in -івна, -ївна,
/// -овна, -евна, -ична, -інічна. Kazakhstan: Code on Marriage and Family, article 63 (-ұлы and -қызы behind the father's name,
/// in one word).
pub fn male_by_patronymic(name: &str) -> Option<bool> {
    let words: Vec<&str> = name.split(' ').collect();
    if let Some(male) = words.iter().skip(1).find_map(|word| by_word_behind(word)) {
        return Some(male);
    }
    match words.as_slice() {
        [one] => ending(one),
        // The surname may itself end in -ич: the word behind the first decides before the last one does.
        [_, second, third, ..] => ending(second).or_else(|| ending(third)),
        _ => None,
    }
}

fn by_word_behind(word: &str) -> Option<bool> {
    match word {
        "УУЛУ" | "ОГЛЫ" | "ОГЛИ" | "УЛЫ" | "ҰЛЫ" | "UULU" | "OGLY" | "OGLU" | "ULY" => Some(true),
        "КЫЗЫ" | "ҚЫЗЫ" | "ГЫЗЫ" | "КИЗИ" | "KYZY" | "GYZY" | "QIZI" => Some(false),
        _ => None,
    }
}

fn ending(word: &str) -> Option<bool> {
    let women = ["ІВНА", "ЇВНА", "ОВНА", "ЕВНА", "ЄВНА", "ИЧНА", "ІЧНА", "ЇЧНА", "ҚЫЗЫ", "КЫЗЫ"];
    let men = ["ОВИЧ", "ЕВИЧ", "ЄВИЧ", "ЛЬИЧ", "ЛЛІЧ", "МИЧ", "КИЧ", "СИЧ", "ТИЧ", "ҰЛЫ", "УЛЫ"];
    if word.chars().count() < 5 {
        return None;
    }
    if word.is_ascii() {
        let mut skeleton = Vec::new();
        crate::text::translit::skeleton(word.as_bytes(), &mut skeleton);
        return father(&skeleton).map(|(male, _)| male);
    }
    if women.iter().any(|ending| word.ends_with(ending)) {
        return Some(false);
    }
    men.iter().any(|ending| word.ends_with(ending)).then_some(true)
}

/// Endings of patronymics in the skeleton of a word ([`crate::text::translit`]), the longest first: daughters, sons; then the
/// Kazakh ones.
const ENDINGS: [(&[u8], bool); 17] = [
    (b"INIQNA", false),
    (b"OVNA", false),
    (b"EVNA", false),
    (b"IVNA", false),
    (b"IQNA", false),
    (b"OVIQ", true),
    (b"EVIQ", true),
    (b"IVIQ", true),
    (b"LIQ", true),
    (b"MIQ", true),
    (b"KIQ", true),
    (b"SIQ", true),
    (b"TIQ", true),
    (b"FIQ", true),
    (b"KIZI", false),
    (b"HIZI", false),
    (b"ULI", true),
];

/// Words behind a father's name that say "son of" and "daughter of", as skeletons.
///
/// # Source
/// Kyrgyz уулу, кызы; Azerbaijani оглы (oğlu), кызы (qızı); Kazakh ұлы, қызы; Turkmen гызы; Uzbek ўғли is written оглы.
const CHILD_OF: [(&[u8], bool); 6] =
    [(b"OHLI", true), (b"OHLU", true), (b"ULU", true), (b"ULI", true), (b"KIZI", false), (b"HIZI", false)];

/// What the skeleton of a patronymic in any alphabet says: whether of a man, and the father's name without ending.
/// `None` where the word does not end like one; surnames in -ович do.
///
/// # Source
/// As [`male_by_patronymic`].
pub fn father(skeleton: &[u8]) -> Option<(bool, &[u8])> {
    ENDINGS.iter().find_map(|(ending, male)| {
        let stem = skeleton.strip_suffix(*ending)?;
        // Of -лич, -кич and the like the consonant is the father's (Лукич, Ілліч).
        let own = if ending.ends_with(b"IQ") && ending.len() == 3 { &skeleton[..skeleton.len() - 2] } else { stem };
        // Short words with the letters of a Kazakh ending are words of their own.
        let least = if ending.ends_with(b"I") { 3 } else { 2 };
        (own.len() >= least).then_some((*male, own))
    })
}

/// Whether the skeleton is a word that makes the name before it a father's, and whether of a man.
pub fn child_of(skeleton: &[u8]) -> Option<bool> {
    CHILD_OF.iter().find(|(word, _)| *word == skeleton).map(|(_, male)| *male)
}

/// Sex by what stands in a column of sexes, in lower case: `Some(true)` for men.
///
/// # Source
/// ISO/IEC 5218 (1 male, 2 female); the words and letters of Ukrainian, Russian, English, Polish (kobieta, mężczyzna), Turkish
/// (kadın, erkek), Kyrgyz (аял, эркек) and Kazakh (әйел, еркек) forms. No form writes K for a man.
pub fn male_by_word(word: &str) -> Option<bool> {
    match word {
        "1" | "m" | "male" | "man" | "ч" | "чол" | "чоловік" | "чоловіча" | "чоловічий" | "м" | "муж" | "мужчина"
        | "мужской" | "mężczyzna" | "mezczyzna" | "erkek" | "эркек" | "еркек" => Some(true),
        "2" | "f" | "female" | "woman" | "w" | "ж" | "жін" | "жінка" | "жіноча" | "жіночий" | "жен" | "женщина"
        | "женский" | "k" | "kobieta" | "kadın" | "аял" | "әйел" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_and_may_be_exchanged() {
        assert_eq!(days(b"1985-03-15"), Some((31_120, None)), "there is no 15th month");
        assert_eq!(days(b"1900-01-02").map(|days| days.0), Some(2));
        assert_eq!(days(b"1900-01-02").and_then(|days| days.1), days(b"1900-02-01").map(|days| days.0));
        assert_eq!(days(b"1970-01-01"), None, "stands for no date");
        assert_eq!(days(b"1899-12-30"), None);
    }

    #[test]
    fn patronymics_tell_the_sex() {
        for (name, male) in [
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", Some(false)),
            ("ЗРАЗЕНКО ІВАН ТЕСТОВИЧ", Some(true)),
            ("ОЛЕНА ТЕСТІВНА ЗРАЗКОВИЧ", Some(false)),
            ("ІЛЛІЧ", Some(true)),
            ("ПЕТРІВНА", Some(false)),
            ("ЗРАЗКОВИЧ ІРИНА", None),
            ("SAMPLE TEST PERSON", None),
            ("ZRAZKOVA OLENA TESTIVNA", Some(false)),
            ("Ivan Petrovich Sample", Some(true)),
            ("АСАН УУЛУ БАКЫТ", Some(true)),
            ("МАМЕДОВА АЛИЯ ГАСАН КЫЗЫ", Some(false)),
        ] {
            assert_eq!(male_by_patronymic(name), male, "{name}");
        }
        assert_eq!(father(b"ILIQ"), Some((true, &b"IL"[..])));
        assert_eq!(father(b"TESTIVNA"), Some((false, &b"TEST"[..])));
        assert_eq!((father(b"IVAN"), father(b"OVNA"), child_of(b"OHLI")), (None, None, Some(true)));
        assert_eq!(
            (male_by_word("k"), male_by_word("mężczyzna"), male_by_word("аял")),
            (Some(false), Some(true), Some(false))
        );
        assert_eq!((male_by_word("ч"), male_by_word("female"), male_by_word("0")), (Some(true), Some(false), None));
    }
}
