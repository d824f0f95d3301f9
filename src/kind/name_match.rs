//! Match keys of names: one for the Ukrainian, Russian and Latin spellings of one person's name, in any order of words.
//!
//! Every word becomes its skeleton ([`crate::text::translit`]); a listed given name becomes the sign of that name
//! ([`super::given`]), a patronymic the father's sign with the sex that it tells; the signs are sorted.

use super::{KeyBuf, Wider, given, person};
use crate::text::translit::skeleton;

/// The wider keys of `person_name`.
pub const WIDER: &[Wider] = &[
    Wider {
        id: "person_name.match",
        title: "Names that are one in another language, alphabet or order of words",
        caveat: "Whoever has the same surname, given name and patronymic has the same key: it says how many names agree, \
                 never that people do. Of surnames alike but for г and х, и and ы, doubled letters or soft signs the key \
                 is one. 98.5 of 100 official and old Latin spellings lead to the key of the Cyrillic one; German s for \
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
        id: "person_name.short",
        title: "The same by surname and given name alone",
        caveat: "Patronymics are left out, because one of the record sets has none: thousands of people share a surname \
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
const PARTS_MOST: usize = 12;
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

/// A word or half of a double word: where its skeleton stands, and which word it is of.
#[derive(Clone, Copy, Default)]
struct Part {
    begin: usize,
    end: usize,
    word: usize,
}

/// A sign in the key: the father's first, with the sex.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Sign<'a> {
    prefix: &'static [u8],
    sign: &'a [u8],
}

fn write(name: &[u8], fathers: bool, out: &mut KeyBuf) -> bool {
    let mut parts = [Part::default(); PARTS_MOST];
    let mut count = 0;
    let mut words = 0;
    out.clear();
    for word in name.split(|&byte| byte == b' ') {
        for half in word.split(|&byte| byte == b'-').filter(|half| !half.is_empty()) {
            let begin = out.len();
            skeleton(half, out);
            if out.len() == begin {
                continue;
            }
            let Some(part) = parts.get_mut(count) else { return false };
            *part = Part { begin, end: out.len(), word: words };
            count += 1;
        }
        words += 1;
    }
    let parts = &parts[..count];
    let mut sounds = [0_u8; BYTES_MOST];
    let Some(copy) = sounds.get_mut(..out.len()) else { return false };
    copy.copy_from_slice(out);
    let sounds = &*copy;
    out.clear();
    let father = find_father(parts, words, sounds);
    let mut signs = [Sign::default(); PARTS_MOST];
    let mut used = 0;
    for (at, part) in parts.iter().enumerate() {
        let own = &sounds[part.begin..part.end];
        signs[used] = match father {
            Some(found) if found.behind == Some(at) => continue,
            Some(found) if found.at == at && !fathers => continue,
            Some(found) if found.at == at => Sign {
                prefix: if found.male { b"+M" } else { b"+F" },
                sign: given::father_sign(found.stem).unwrap_or(found.stem),
            },
            _ => Sign { prefix: b"", sign: given::sign(own).unwrap_or(own) },
        };
        used += 1;
    }
    let signs = &mut signs[..used];
    signs.sort_unstable_by(|a, b| b.prefix.cmp(a.prefix).then(a.sign.cmp(b.sign)));
    for (at, sign) in signs.iter().enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        out.extend_from_slice(sign.prefix);
        out.extend_from_slice(sign.sign);
    }
    used > 0
}

/// The father's name among the parts of a name.
#[derive(Clone, Copy)]
struct Father<'a> {
    /// Which part.
    at: usize,
    /// The part behind it that says "son of" or "daughter of".
    behind: Option<usize>,
    male: bool,
    /// Skeleton of the father's name without ending.
    stem: &'a [u8],
}

/// The patronymic: a word before "son of", else the second of three words or more, else a later one with its ending.
/// Surnames in -ович are no patronymics: the first word never is one, and of two words only a daughter's.
fn find_father<'a>(parts: &[Part], words: usize, sounds: &'a [u8]) -> Option<Father<'a>> {
    let of = |part: &Part| &sounds[part.begin..part.end];
    let behind = parts.iter().enumerate().skip(1).find_map(|(at, part)| Some((at, person::child_of(of(part))?)));
    if let Some((at, male)) = behind {
        return Some(Father { at: at - 1, behind: Some(at), male, stem: of(&parts[at - 1]) });
    }
    let alone = |part: &Part| parts.iter().filter(|other| other.word == part.word).count() == 1;
    let ends = |(at, part): (usize, &Part)| {
        let (male, stem) = person::father(of(part)).filter(|_| alone(part))?;
        (words > 2 || !male).then_some(Father { at, behind: None, male, stem })
    };
    parts.iter().enumerate().filter(|(_, part)| part.word > 0).find_map(ends)
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
