//! Surname, in a column of its own.

use super::check::places;
use super::person_name::words_key;
use super::{KeyBuf, Kind, Mismatch, Region, Sign, given};

/// The kind `family_name`.
pub static KIND: Kind = Kind {
    id: "family_name",
    title: "Surname",
    plural: "surnames",
    sources: &[
        "Family Code of Ukraine, articles 145 to 147 (surname, given name, patronymic)",
        "Unicode Technical Standard 39, confusables.txt (look-alike letters)",
    ],
    valid: &[
        ("Зразкова", "ЗРАЗКОВА"),
        ("О'Зразок", "ОЗРАЗОК"),
        ("Перша - Друга", "ПЕРША-ДРУГА"),
        ("Зpaзенко", "ЗРАЗЕНКО"),
        ("Sample", "SAMPLE"),
    ],
    invalid: &[
        ("Зразкова Олена", Mismatch::Shape),
        ("Київ 5", Mismatch::Shape),
        ("a@example.com", Mismatch::Shape),
        ("А.", Mismatch::Length),
        ("", Mismatch::Shape),
    ],
    caveat: "Any word looks like a surname: a header or the names beside it say that a column holds them, or the endings of surnames of Ukraine, Poland, Russia and the countries south of them, where most words have one. Its header words are those of the first piece of person_name.",
    beside: &["given_name", "patronymic"],
    key,
    shows: Some(are_surnames),
    piece_of: Some(("person_name", 0)),
    guise: super::Guise::Word,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if words_key(text, out)? == 1 { Ok(()) } else { Err(Mismatch::Shape) }
}

/// Endings of surnames that hardly any other word has, in capitals; in no two places does a word end in more than one.
///
/// # Source
/// Ukrainian Orthography 2019, sections 38 and 142; P. Chuchka, "Прізвища закарпатських українців" (2005), on the suffixes
/// -енко, -ук (-юк, -чук), -ів, -ак; Rospond, "Słownik nazwisk śląskich" (1967), on -ski, -cki, -wicz, -czyk.
const ENDINGS: &[&str] = &[
    "ЕНКО",
    "ЄНКО",
    "ЧУК",
    "ЩУК",
    "ЮК",
    "НУК",
    "ЛУК",
    "ДУК",
    "ТУК",
    "МУК",
    "ОВИЧ",
    "ЕВИЧ",
    "КЕВИЧ",
    "ІВ",
    "ЇВ",
    "ИШИН",
    "ШИН",
    "WICZ",
    "CZYK",
    "CZAK",
    "ENKO",
    "CHUK",
    "IUK",
    "YUK",
    "IEV",
];
/// Those of men that have women's forms, and these.
const MEN: &[&str] = &["ОВ", "ЕВ", "ЄВ", "ЁВ", "ЙОВ", "ЬОВ", "ИН", "ІН", "ЇН", "OV", "EV"];
const WOMEN: &[&str] = &["ОВА", "ЕВА", "ЄВА", "ЁВА", "ИНА", "ІНА", "ЇНА", "OVA", "EVA"];
/// Adjectives: of languages and districts in one form, of people in two.
const MASCULINE: &[&str] =
    &["СЬКИЙ", "ЦЬКИЙ", "ЗЬКИЙ", "СКИЙ", "ЦКИЙ", "ЦКІЙ", "SKI", "CKI", "DZKI", "SKYI", "SKY", "SKIY"];
const FEMININE: &[&str] = &["СЬКА", "ЦЬКА", "ЗЬКА", "СКАЯ", "ЦКАЯ", "SKA", "CKA", "DZKA", "SKAIA", "SKAYA"];

/// Share of the words that must end so; most that may be listed given names (Галина, Марина) or names of towns (Харків).
const ENDING_LEAST: f64 = 0.5;
const OTHERS_MOST: f64 = 0.15;
/// Fewest different words, and the least part of the words with two forms that must be men's: streets are named in the genitive
/// (Пушкина), which looks like a woman's.
const WORDS_LEAST: usize = 25;
const MEN_LEAST: f64 = 0.15;
/// Most of the words that may be adjectives of one form alone.
const ADJECTIVES_MOST: f64 = 0.3;

/// Whether the words of a column end as surnames do.
fn are_surnames(cells: &[&[u8]]) -> Sign {
    let (mut words, mut counts, mut others, mut all) = (std::collections::BTreeSet::new(), [0_usize; 5], 0, 0);
    let mut out = KeyBuf::new();
    for cell in cells {
        out.clear();
        if key(cell, Region::Unknown, &mut out).is_err() {
            continue;
        }
        let Ok(word) = std::str::from_utf8(&out) else { continue };
        all += 1;
        if given::is_listed(&out) || places::place(word).is_some() {
            others += 1;
            continue;
        }
        let forms = [FEMININE, MASCULINE, WOMEN, MEN, ENDINGS];
        let ends =
            |endings: &&[&str]| endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
        if let Some(form) = forms.iter().position(ends) {
            counts[form] += 1;
            words.insert(out.clone());
        }
    }
    let [feminine, masculine, women, men, own] = counts.map(|count| count as f64);
    let all = all as f64;
    let formed = feminine + masculine + women + men + own;
    let of_people = (feminine.min(masculine) > 0.0 || masculine + feminine <= ADJECTIVES_MOST * all)
        && men + own >= MEN_LEAST * (women + men + own);
    let others_few = (others as f64) <= OTHERS_MOST * all;
    let surnames = formed >= ENDING_LEAST * all && words.len() >= WORDS_LEAST && of_people && others_few;
    if surnames { Sign::Proof } else { Sign::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, shown};

    const STEMS: &[&str] = &[
        "Зраз",
        "Тест",
        "Вигад",
        "Примір",
        "Умов",
        "Проб",
        "Склад",
        "Вимис",
        "Уявн",
        "Плод",
        "Зерн",
        "Камін",
        "Терп",
        "Ковб",
        "Стеб",
        "Шавл",
        "Лобод",
        "Гречк",
    ];

    fn of(endings: &'static [&'static str]) -> Sign {
        shown(&KIND, 200, |draw: &mut Draw| format!("{}{}", draw.one_of(STEMS), draw.one_of(endings)))
    }

    #[test]
    fn endings_of_surnames_are_told_from_towns_streets_and_languages() {
        assert_eq!(of(&["енко", "чук", "овський", "овська", "ак"]), Sign::Proof);
        assert_eq!(of(&["ов", "ова", "ин", "ина", "ий"]), Sign::Proof);
        assert_eq!(of(&["ова", "ина"]), Sign::Nothing, "streets");
        assert_eq!(of(&["івський", "анський"]), Sign::Nothing, "districts");
        assert_eq!(of(&["ка", "не", "івка", "ове", "енко"]), Sign::Nothing, "villages");
        let few = |draw: &mut Draw| format!("Зраз{}", draw.one_of(&["енко", "чук", "ов", "ова"]));
        assert_eq!(shown(&KIND, 200, few), Sign::Nothing, "four words");
    }
}
