//! From the content of a cell to the fingerprints of its name's match keys, with a memory for words.
//!
//! Names are many, their words are few: what a word is and stands for is worked out once and looked up by its hash from then
//! on. A match key becomes a fingerprint without being written: the fingerprints of its sorted signs are combined. Two names
//! have one fingerprint where the keys that [`name_match`] writes are one, and only there (test below).

use crate::fingerprint::{Fingerprint, Keyed, combine};
use crate::kind::name_match::{self, PARTS_MOST, Word, find_father, look_at};
use crate::kind::{KeyBuf, Region, person_name};
use crate::text::translit::skeleton;

/// Words that are remembered: 1.5 MiB a thread, so that common names and the surnames of most people are among them.
const WORDS: usize = 1 << 15;

/// The fingerprints of a name's match keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names {
    /// Of surname, given name and patronymic.
    pub whole: Fingerprint,
    /// Without the patronymic.
    pub short: Fingerprint,
}

/// What is known of a word.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Fingerprint of the word as it was read; 0: nothing is known.
    name: Fingerprint,
    /// Of its sign; 0 where the word has no letters.
    sign: Fingerprint,
    /// Of the father's sign, if it is a patronymic, and if the word behind it says "son of".
    father: [Fingerprint; 2],
    patronymic: Option<bool>,
    child_of: Option<bool>,
}

/// The words that one thread has met.
#[derive(Default)]
pub struct Memory {
    words: Vec<Known>,
    sounds: Vec<u8>,
}

impl Memory {
    /// The fingerprints of a name (trimmed UTF-8); `None` for what is no name. `buffer` is for the strict key where it is
    /// needed.
    #[inline]
    pub fn keys(&mut self, content: &[u8], keyed: &Keyed, buffer: &mut KeyBuf) -> Option<Names> {
        if is_plain(content) {
            return self.keys_of(content, keyed);
        }
        buffer.clear();
        (person_name::KIND.key)(content, Region::Unknown, buffer).ok()?;
        self.keys_of(buffer, keyed)
    }

    fn keys_of(&mut self, name: &[u8], keyed: &Keyed) -> Option<Names> {
        let (mut parts, mut known) = ([Word::default(); PARTS_MOST], [Known::default(); PARTS_MOST]);
        let mut count = 0;
        for (word, number, alone) in name_match::words(name) {
            let found = self.word(word, keyed);
            if found.sign == 0 {
                continue;
            }
            if count == PARTS_MOST {
                return None;
            }
            parts[count] = Word { number, alone, patronymic: found.patronymic, child_of: found.child_of };
            known[count] = found;
            count += 1;
        }
        let father = find_father(&parts[..count]);
        let mut signs = [0; PARTS_MOST];
        let mut used = 0;
        let mut of_father = 0;
        for (at, found) in known[..count].iter().enumerate() {
            match father {
                Some(father) if father.named_behind && father.at + 1 == at => {}
                Some(father) if father.at == at => {
                    of_father = combine(1 + u64::from(father.male), found.father[usize::from(father.named_behind)]);
                }
                _ => {
                    signs[used] = found.sign;
                    used += 1;
                }
            }
        }
        let signs = &mut signs[..used];
        signs.sort_unstable();
        let short = signs.iter().fold(0, |all, &sign| combine(all, sign));
        let whole = if of_father == 0 { short } else { combine(short, of_father) };
        // A father's name alone has a whole key, as it would be written, and no short one: it is left out of both.
        (used > 0).then_some(Names { whole, short })
    }

    #[inline]
    fn word(&mut self, word: &[u8], keyed: &Keyed) -> Known {
        if self.words.is_empty() {
            self.words = vec![Known::default(); WORDS];
        }
        let name = keyed.fingerprint(word);
        let place = name as usize % WORDS;
        if self.words[place].name != name {
            self.words[place] = self.learn(word, name, keyed);
        }
        self.words[place]
    }

    #[cold]
    fn learn(&mut self, word: &[u8], name: Fingerprint, keyed: &Keyed) -> Known {
        self.sounds.clear();
        skeleton(word, &mut self.sounds);
        let sounds = &self.sounds[..];
        if sounds.is_empty() {
            return Known { name, ..Known::default() };
        }
        let looked = look_at(sounds, 0, true);
        let father = |behind| keyed.fingerprint(name_match::father_sign(sounds, behind));
        Known {
            name,
            sign: keyed.fingerprint(name_match::sign(sounds)),
            father: [father(false), father(true)],
            patronymic: looked.patronymic,
            child_of: looked.child_of,
        }
    }
}

/// Whether a text is a name in the commonest spelling: two to five words of letters of one alphabet, a blank between. What
/// else is a name has to be spelled first, because letters of two alphabets may look alike.
#[inline]
fn is_plain(text: &[u8]) -> bool {
    let (mut latin, mut cyrillic, mut blanks, mut last) = (false, false, 0, b' ');
    let (mut run, mut longest) = (0, 0);
    for &byte in text {
        run = if byte == b' ' { 0 } else { run + 1 };
        longest = longest.max(run);
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => latin = true,
            // Lead bytes of the letters from Ѐ to ӿ less the few signs among them, and what follows a lead byte.
            0xD0 | 0xD1 | 0x80..=0xBF => cyrillic = true,
            b' ' if last != b' ' => blanks += 1,
            _ => return false,
        }
        last = byte;
    }
    // Initials alone are no name: one word has two letters at least.
    let two = if cyrillic { 4 } else { 2 };
    latin != cyrillic && last != b' ' && (1..5).contains(&blanks) && longest >= two && text.len() <= 128
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Secret;
    use std::collections::BTreeMap;

    /// Fingerprints are one exactly where the written keys are.
    #[test]
    fn fingerprints_agree_with_written_keys() {
        const SURNAMES: [&str; 8] =
            ["Зразкова", "ЗРАЗКОВА", "Zrazkova", "Гнатюк", "Hnatiuk", "Перша-Друга", "Д'Зразкович", "Persha Druha"];
        const GIVEN: [&str; 7] = ["Олена", "Елена", "Olena", "Сергій", "Sergey", "Мар’яна", "Марьяна"];
        const FATHERS: [&str; 9] =
            ["", "Тестівна", "Тестовна", "Testivna", "Миколайович", "Nikolaevich", "Асан уулу", "Лукич", "Зpaзович"];
        let secret = Secret::draw().unwrap();
        let keyed = secret.of("names");
        let (mut memory, mut buffer) = (Memory::default(), KeyBuf::new());
        let (mut whole, mut short) = (BTreeMap::new(), BTreeMap::new());
        let mut read = 0;
        for (at, surname) in SURNAMES.iter().enumerate() {
            for given in GIVEN {
                for father in FATHERS {
                    let name = match at % 2 {
                        0 => format!("{surname} {given} {father}"),
                        _ => format!("{given} {father} {surname}"),
                    };
                    let name = name.replace("  ", " ");
                    let name = name.trim();
                    let (mut strict, mut key) = (KeyBuf::new(), KeyBuf::new());
                    (person_name::KIND.key)(name.as_bytes(), Region::Unknown, &mut strict).unwrap();
                    let found = memory.keys(name.as_bytes(), &keyed, &mut buffer).unwrap();
                    assert!(name_match::with_father(&strict, &mut key));
                    assert_eq!(*whole.entry(key.clone()).or_insert(found.whole), found.whole, "{name}");
                    assert!(name_match::without_father(&strict, &mut key));
                    assert_eq!(*short.entry(key.clone()).or_insert(found.short), found.short, "{name}");
                    read += 1;
                }
            }
        }
        for keys in [whole, short] {
            let fingerprints: std::collections::BTreeSet<_> = keys.values().collect();
            assert_eq!(fingerprints.len(), keys.len());
            assert!(keys.len() > 10 && keys.len() < read / 2, "{}", keys.len());
        }
        assert_eq!(memory.keys("вулиця 5".as_bytes(), &keyed, &mut buffer), None);
        for text in ["Київ", "Т Г", "T G", " Зразкова", "\u{D0}\u{90}"] {
            let strict = (person_name::KIND.key)(text.as_bytes(), Region::Unknown, &mut KeyBuf::new()).is_ok();
            assert_eq!(memory.keys(text.as_bytes(), &keyed, &mut buffer).is_some(), strict, "{text}");
        }
    }
}
