//! Match keys of names: one for the Ukrainian, Russian and Latin spellings of one person's name, in any order of words.
//!
//! Every word becomes its skeleton ([`crate::text::translit`]); a listed given name becomes the sign of that name
//! ([`super::given`]), a patronymic the father's sign with the sex that it tells; the signs are sorted.

use super::{KeyBuf, Wider, given, person};
use crate::text::translit::skeleton;

/// Id of the key of surname, given name and patronymic.
pub const WHOLE: &str = "person_name.match";
/// Id of the key of surname and given name.
pub const SHORT: &str = "person_name.short";

/// The wider keys of `person_name`.
pub const WIDER: &[Wider] = &[
    Wider {
        id: WHOLE,
        title: "Names that are one in another language, alphabet or order of words",
        caveat: "Whoever has the same surname, given name and patronymic has the same key: it says how many names agree, \
                 never that people do. Of surnames alike but for г and х, и and ы, doubled letters or soft signs the key \
                 is one. 98.6 of 100 official and old Latin spellings lead to the key of the Cyrillic one; German s for \
                 з, ch for х and z for ц do not.",
        sources: SOURCES,
        same: &[
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ЗРАЗКОВА ЕЛЕНА ТЕСТОВНА"),
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "OLENA TESTIVNA ZRAZKOVA"),
            ("ГНАТЮК СЕРГІЙ МИКОЛАЙОВИЧ", "HNATIUK SERHII MYKOLAIOVYCH"),
            ("ГНАТЮК СЕРГІЙ МИКОЛАЙОВИЧ", "СЕРГЕЙ НИКОЛАЕВИЧ ГНАТЮК"),
            ("ГНАТЮК СЕРГІЙ МИКОЛАЙОВИЧ", "GNATYUK SERGEY NIKOLAEVICH"),
            ("ЗЕЛЕНА ГАННА ВАСИЛІВНА", "ЗЕЛЕНАЯ АННА ВАСИЛЬЕВНА"),
            ("ЩЕРБИНА МАРЯНА ІЛЛІВНА", "SHCHERBYNA MARIANA ILLIVNA"),
            ("ЗРАЗЕНКО ІЛЛЯ ЯКОВИЧ", "ЗРАЗЕНКО ИЛЬЯ ЯКОВЛЕВИЧ"),
            ("ПЕРША-ДРУГА ЮЛІЯ", "YULIYA PERSHA DRUHA"),
            ("ЗРАЗОВ АЛІ ГАСАН ОГЛИ", "ЗРАЗОВ АЛИ ГАСАН-ОГЛЫ"),
            ("ЗРАЗОВ АЙДАР СЕРІКҰЛЫ", "ZRAZOV AIDAR SERIKULY"),
            ("JANE SAMPLE", "SAMPLE JANE"),
        ],
        unlike: &[
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ЗРАЗКОВА ОЛЕНА ПЕТРІВНА"),
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ЗРАЗКОВА ОЛЬГА ТЕСТІВНА"),
            ("ЗРАЗКОВ ОЛЕКСАНДР ТЕСТОВИЧ", "ЗРАЗКОВА ОЛЕКСАНДРА ТЕСТІВНА"),
            ("ЗРАЗКОВИЧ ІВАН", "ЗРАЗ ІВАН"),
            ("ЗРАЗКОВ МАРК ПЕТРОВИЧ", "ЗРАЗКОВ ПЕТРО МАРКОВИЧ"),
        ],
        key: with_father,
        needed: None,
    },
    Wider {
        id: SHORT,
        title: "The same by surname and given name alone",
        caveat: "Patronymics are left out, because some record sets have none and others do: thousands of people share a surname \
                 and a given name.",
        sources: SOURCES,
        same: &[("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ZRAZKOVA OLENA"), ("ОЛЕНА ЗРАЗКОВА", "ЗРАЗКОВА ЕЛЕНА ТЕСТОВНА")],
        unlike: &[("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", "ЗРАЗЕНКО ОЛЕНА ТЕСТІВНА")],
        key: without_father,
        needed: Some(has_no_father),
    },
];

const SOURCES: &[&str] = &[
    "the tables of transliteration listed in src/text/translit.rs",
    "Ukrainian Orthography 2019, section 32 (patronymics)",
    "registers of civil status: given names in two official languages",
];

/// Most words of a name with the parts of its double words.
pub const PARTS_MOST: usize = 12;
/// Most bytes of the skeletons of a name: names have at most 192 bytes, and a byte gives at most two sounds.
const BYTES_MOST: usize = 512;

/// Surname, given name and patronymic.
pub fn with_father(name: &[u8], out: &mut KeyBuf) -> bool {
    write(name, true, out)
}

/// Surname and given name.
pub fn without_father(name: &[u8], out: &mut KeyBuf) -> bool {
    write(name, false, out)
}

fn has_no_father(name: &[u8]) -> bool {
    let mut out = KeyBuf::new();
    !(with_father(name, &mut out) && out.starts_with(b"+"))
}

/// What one word of a name, or one half of a double word, can be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Which blank-divided word of the name it is of, and whether it is all of it.
    pub number: usize,
    /// Whether no hyphen parts it from another half.
    pub alone: bool,
    /// Whether it ends like a patronymic, and then like that of a man.
    pub patronymic: Option<bool>,
    /// Whether it says "son of" (`true`) or "daughter of" of the word before it.
    pub child_of: Option<bool>,
}

/// Where the father's name stands among the words of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Father {
    /// Which word.
    pub at: usize,
    /// Whether the word behind it says "son of" or "daughter of": then it has no ending of its own.
    pub named_behind: bool,
    /// Whether the holder is a man.
    pub male: bool,
}

/// Finds the patronymic: a word before "son of", else the second of three words or more, else a later one with its
/// ending. Surnames in -ович are no patronymics: the first word never is one, and of two words only a daughter's.
pub fn find_father(parts: &[Word]) -> Option<Father> {
    let behind = parts.iter().enumerate().skip(1).find_map(|(at, part)| Some((at, part.child_of?)));
    if let Some((at, male)) = behind {
        return Some(Father { at: at - 1, named_behind: true, male });
    }
    let several = parts.last().is_some_and(|part| part.number > 1);
    let ends = |(at, part): (usize, &Word)| {
        let male = part.patronymic.filter(|_| part.alone && part.number > 0)?;
        (several || !male).then_some(Father { at, named_behind: false, male })
    };
    parts.iter().enumerate().find_map(ends)
}

/// The sign of a word that is no patronymic, by its skeleton.
pub fn sign(sounds: &[u8]) -> &[u8] {
    given::sign(sounds).unwrap_or(sounds)
}

/// The sign of the father, by the skeleton of the word; `named_behind` as in [`Father`].
pub fn father_sign(sounds: &[u8], named_behind: bool) -> &[u8] {
    let stem = if named_behind { sounds } else { person::father(sounds).map_or(sounds, |(_, stem)| stem) };
    given::father_sign(stem).unwrap_or(stem)
}

/// What a word can be, by its skeleton.
pub fn look_at(sounds: &[u8], number: usize, alone: bool) -> Word {
    let patronymic = person::father(sounds).map(|(male, _)| male);
    Word { number, alone, patronymic, child_of: person::child_of(sounds) }
}

/// The words of a name in capitals, with their numbers, and whether no hyphen parts them.
pub fn words(name: &[u8]) -> impl Iterator<Item = (&[u8], usize, bool)> {
    name.split(|&byte| byte == b' ').enumerate().flat_map(|(number, word)| {
        let halves = move || word.split(|&byte| byte == b'-').filter(|half| !half.is_empty());
        let alone = halves().nth(1).is_none();
        halves().map(move |half| (half, number, alone))
    })
}

fn write(name: &[u8], fathers: bool, out: &mut KeyBuf) -> bool {
    let (mut parts, mut ends) = ([Word::default(); PARTS_MOST], [0; PARTS_MOST]);
    let mut count = 0;
    out.clear();
    for (word, number, alone) in words(name) {
        let begin = out.len();
        skeleton(word, out);
        if out.len() == begin {
            continue;
        }
        if count == PARTS_MOST {
            return false;
        }
        parts[count] = look_at(&out[begin..], number, alone);
        ends[count] = out.len();
        count += 1;
    }
    let mut sounds = [0_u8; BYTES_MOST];
    let Some(copy) = sounds.get_mut(..out.len()) else { return false };
    copy.copy_from_slice(out);
    out.clear();
    let father = find_father(&parts[..count]);
    let mut signs: [(&[u8], &[u8]); PARTS_MOST] = [(b"", b""); PARTS_MOST];
    let mut used = 0;
    for at in 0..count {
        let own = &sounds[if at == 0 { 0 } else { ends[at - 1] }..ends[at]];
        signs[used] = match father {
            Some(father) if father.named_behind && father.at + 1 == at => continue,
            Some(father) if father.at == at && !fathers => continue,
            Some(father) if father.at == at => {
                (if father.male { b"+M" } else { b"+F" }, father_sign(own, father.named_behind))
            }
            _ => (b"", sign(own)),
        };
        used += 1;
    }
    let signs = &mut signs[..used];
    signs.sort_unstable_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(b.1)));
    for (at, (prefix, sign)) in signs.iter().enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        out.extend_from_slice(prefix);
        out.extend_from_slice(sign);
    }
    used > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> String {
        let (mut name_key, mut out) = (KeyBuf::new(), KeyBuf::new());
        (super::super::person_name::KIND.key)(name.as_bytes(), super::super::Region::Unknown, &mut name_key)
            .unwrap_or_else(|_| panic!("{name}"));
        assert!(with_father(&name_key, &mut out));
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn signs_are_sorted_and_the_father_stands_first() {
        assert_eq!(of("Зразкова Олена Тестівна"), "+FTEST OLENA ZRAZKOVA");
        assert_eq!(of("Гнатюк Сергій Миколайович"), "+MMIKOLA HNATIUK SERHI");
        assert_eq!(of("Асан уулу Бакыт"), "+MASAN BAKIT");
        assert_eq!(of("Зразенко Т. Г."), "H T ZRAZENKO");
        assert_eq!(of("Олена Тестівна"), "+FTEST OLENA");
    }

    /// In every official table the whole name leads to the key of the Cyrillic one, whatever the order and the form of
    /// the apostrophe: 30 given names and surnames of the fixture in each table.
    #[test]
    fn twelve_apostrophes_are_one() {
        let forms = ["'", "’", "ʼ", "`", "´", "‘", "′", "\"", "*", "ь", "ъ", ""];
        for form in forms {
            let name = format!("Лук{form}янець Мар{form}яна В{form}ячеславівна");
            assert_eq!(of(&name), of("ЛУК'ЯНЕЦЬ МАР'ЯНА В'ЯЧЕСЛАВІВНА"), "{name}");
        }
    }

    #[test]
    fn patronymics_of_every_listed_pair_agree() {
        for (one, other) in [
            ("Сергійович", "Сергеевич"),
            ("Юріївна", "Юрьевна"),
            ("Васильович", "Васильевич"),
            ("Василівна", "Vasylivna"),
            ("Григорович", "Григорьевич"),
            ("Дмитрівна", "Дмитриевна"),
            ("Павлівна", "Pavlovna"),
            ("Петрович", "Petrovych"),
            ("Андріївна", "Andreevna"),
            ("Йосипович", "Иосифович"),
            ("Лукич", "Lukych"),
            ("Михайлівна", "Михайловна"),
            ("В'ячеславович", "Vyacheslavovich"),
            ("Євгенівна", "Евгеньевна"),
            ("Львівна", "Львовна"),
            ("Олексіївна", "Алексеевна"),
            ("Олександрович", "Александрович"),
            ("Володимирівна", "Vladimirovna"),
            ("Ігорович", "Игоревич"),
            ("Іллівна", "Ильинична"),
            ("Тимофійович", "Тимофеевич"),
        ] {
            assert_eq!(of(&format!("Зразенко Яна {one}")), of(&format!("Зразенко Яна {other}")), "{one}");
        }
    }

    /// Distinct surnames that become one: stated here, because whoever reads a count of matches must know it.
    #[test]
    fn distinct_names_of_the_fixture_stay_distinct() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/transliteration.tsv");
        let text = std::fs::read_to_string(path).expect("the fixture");
        let mut keys = std::collections::BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let word = line.split('\t').next().expect("a word");
            keys.entry(of(&format!("{word} Зразенко"))).or_insert_with(std::collections::BTreeSet::new).insert(word);
        }
        let merged: Vec<_> = keys.values().filter(|words| words.len() > 1).collect();
        let pairs = ["Олександр", "Андрій", "Сергій"];
        assert!(pairs.iter().all(|name| merged.iter().any(|words| words.contains(name))));
        // What is merged is one name in two languages and nothing else.
        for words in &merged {
            let signs: std::collections::BTreeSet<_> = words.iter().map(|word| sign_of(word)).collect();
            assert_eq!(signs.len(), 1, "{words:?}");
            assert!(signs.iter().all(Option::is_some), "{words:?}");
        }
    }

    fn sign_of(word: &str) -> Option<&'static [u8]> {
        let mut sounds = Vec::new();
        skeleton(word.as_bytes(), &mut sounds);
        given::sign(&sounds)
    }
}
