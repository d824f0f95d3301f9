//! Text that was decoded wrongly once or twice before it came into a file: recognised, and undone where nothing was lost.
//!
//! A *chain* says what happened: the bytes of one charset were read as another, perhaps twice. Undoing it goes backwards
//! and must lose nothing; whether the result is better is judged by its letters: pairs of letters that Ukrainian and
//! Russian words have, capitals at the beginning or throughout, no letters of other alphabets within a word.
//!
//! One cell proves little: a column is taken for damaged by many ([`detect`]). Texts without letters beyond ASCII are
//! never touched.
//!
//! # Source
//! Charset tables: WHATWG Encoding Standard (windows-1251, windows-1252, KOI8-U, IBM866, ISO-8859-5, x-mac-cyrillic), with
//! ISO-8859-1 for the bytes 80 to 9F that windows-1252 shows otherwise. The chains are those that old data bases, mail
//! gateways and doubled UTF-8 leave behind.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_U, UTF_8, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC};

/// Bytes in one charset that were read as another.
#[derive(Debug, Clone, Copy)]
struct Step {
    written: &'static Encoding,
    read: &'static Encoding,
}

/// What happened to a text, in the order in which it happened.
#[derive(Debug)]
pub struct Chain {
    steps: &'static [Step],
}

const fn step(written: &'static Encoding, read: &'static Encoding) -> Step {
    Step { written, read }
}

static A: [Step; 1] = [step(WINDOWS_1251, WINDOWS_1252)];
static B: [Step; 1] = [step(UTF_8, WINDOWS_1251)];
static C: [Step; 1] = [step(UTF_8, WINDOWS_1252)];
static D: [Step; 2] = [step(UTF_8, WINDOWS_1251), step(UTF_8, WINDOWS_1251)];
static E: [Step; 2] = [step(UTF_8, WINDOWS_1252), step(UTF_8, WINDOWS_1252)];
static F: [Step; 2] = [step(WINDOWS_1251, WINDOWS_1252), step(UTF_8, WINDOWS_1251)];
static G: [Step; 1] = [step(IBM866, WINDOWS_1251)];
static H: [Step; 1] = [step(WINDOWS_1251, IBM866)];
static I: [Step; 1] = [step(KOI8_U, WINDOWS_1251)];
static J: [Step; 1] = [step(WINDOWS_1251, KOI8_U)];
static K: [Step; 1] = [step(ISO_8859_5, WINDOWS_1251)];
static L: [Step; 1] = [step(X_MAC_CYRILLIC, WINDOWS_1251)];
static M: [Step; 1] = [step(KOI8_U, WINDOWS_1252)];
static N: [Step; 1] = [step(IBM866, WINDOWS_1252)];
static O: [Step; 1] = [step(UTF_8, IBM866)];
static P: [Step; 1] = [step(UTF_8, KOI8_U)];

/// Every chain, the commonest first.
pub static CHAINS: [Chain; 16] = [
    Chain { steps: &A },
    Chain { steps: &B },
    Chain { steps: &C },
    Chain { steps: &D },
    Chain { steps: &E },
    Chain { steps: &F },
    Chain { steps: &G },
    Chain { steps: &H },
    Chain { steps: &I },
    Chain { steps: &J },
    Chain { steps: &K },
    Chain { steps: &L },
    Chain { steps: &M },
    Chain { steps: &N },
    Chain { steps: &O },
    Chain { steps: &P },
];

impl Chain {
    /// What happened, in words: `windows-1251 read as windows-1252, then UTF-8 read as windows-1251`.
    pub fn name(&self) -> String {
        let steps = self.steps.iter().map(|step| format!("{} read as {}", step.written.name(), step.read.name()));
        steps.collect::<Vec<_>>().join(", then ")
    }

    /// The text before it happened; `None` where it cannot have happened to this one, or lost something.
    pub fn undo(&self, text: &str) -> Option<String> {
        let mut text = text.to_owned();
        for step in self.steps.iter().rev() {
            let bytes = bytes_of(&text, step.read)?;
            text = step.written.decode_without_bom_handling_and_without_replacement(&bytes)?.into_owned();
        }
        (!text.contains('\u{FFFD}')).then_some(text)
    }
}

/// The bytes that a charset shows as the text; `None` where it has no such letter.
fn bytes_of<'a>(text: &'a str, charset: &'static Encoding) -> Option<Cow<'a, [u8]>> {
    if charset != WINDOWS_1252 {
        let (bytes, _, unmappable) = charset.encode(text);
        return (!unmappable).then_some(bytes);
    }
    // Programs that say windows-1252 and those that say ISO-8859-1 are undone alike.
    let mut bytes = Vec::with_capacity(text.len());
    let mut letter = [0; 4];
    for character in text.chars() {
        match u8::try_from(u32::from(character)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => {
                let (byte, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut letter));
                bytes.extend_from_slice(Some(byte).filter(|_| !unmappable)?.as_ref());
            }
        }
    }
    Some(bytes.into())
}

/// How a column is mended.
#[derive(Debug, Clone, Copy)]
pub struct Repair {
    /// What happened.
    pub chain: &'static Chain,
    /// Whether it happened to nearly all cells: cells too short to be judged are mended too.
    pub whole: bool,
}

impl PartialEq for Repair {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.chain, other.chain) && self.whole == other.whole
    }
}

impl Repair {
    /// Writes the mended text of a cell (UTF-8) into the cleared buffer; `false` where it is left as it is.
    pub fn mend(&self, cell: &[u8], out: &mut Vec<u8>) -> bool {
        if cell.is_ascii() {
            return false;
        }
        let Ok(text) = std::str::from_utf8(cell) else { return false };
        let Some(mended) = self.chain.undo(text) else { return false };
        let (before, after) = (Letters::of(text), Letters::of(&mended));
        let short = self.whole && after.pairs < 2 && after.odd == 0 && before.good < 2;
        if !after.beats(&before) && !short {
            return false;
        }
        out.clear();
        out.extend_from_slice(mended.as_bytes());
        true
    }
}

impl Chain {
    /// The name of a column whose cells it happened to, before it happened; `None` where that gives no words either.
    pub fn undo_name(&self, name: &str) -> Option<String> {
        let mended = self.undo(name)?;
        let (before, after) = (Letters::of(name), Letters::of(&mended));
        let letters = mended.chars().any(|letter| place(letter).is_some());
        (letters && after.odd == 0 && !before.is_clean()).then_some(mended)
    }

    /// Whether no text that went another way can be undone by it: its bytes prove themselves (UTF-8), or what it shows is of
    /// another alphabet.
    pub fn proves_itself(&self) -> bool {
        let last = self.steps.last();
        last.is_some_and(|step| step.written == UTF_8 || step.read == WINDOWS_1252)
    }
}

/// What the sample of a column says.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// How it is mended.
    pub repair: Repair,
    /// Cells that the chain explains.
    pub explained: u64,
    /// Cells with letters beyond ASCII.
    pub of: u64,
}

/// Cells that must speak for a chain where not nearly all do.
const CELLS_LEAST: u64 = 10;
/// Share of the cells with letters beyond ASCII that must, and share from which it happened to all.
const SHARE_LEAST: f64 = 0.2;
const SHARE_WHOLE: f64 = 0.9;
/// The share where the cells hold nothing that words could not have.
const SHARE_ALIKE: f64 = 0.5;
/// Usual pairs of letters that must come out, all cells together, in either case.
const PAIRS_STRANGE: u64 = 6;
const PAIRS_ALIKE: u64 = 30;
/// Cells looked at.
const CELLS_MOST: usize = 1000;

/// Whether the cells (UTF-8) of a column were decoded wrongly, and how: the chain that explains most of them, of two that
/// explain as many the one with the better words.
pub fn detect(cells: &[Vec<u8>]) -> Option<Found> {
    let beyond = |cell: &&Vec<u8>| !cell.is_ascii();
    let count = cells.iter().filter(beyond).count();
    let stride = count.div_ceil(CELLS_MOST).max(1);
    let texts: Vec<&str> =
        cells.iter().filter(beyond).step_by(stride).filter_map(|cell| std::str::from_utf8(cell).ok()).collect();
    let before: Vec<Letters> = texts.iter().map(|text| Letters::of(text)).collect();
    let clean = before.iter().filter(|letters| letters.is_clean()).count();
    if texts.is_empty() || clean as f64 > (1.0 - SHARE_LEAST) * texts.len() as f64 {
        return None;
    }
    let mut best: Option<Tried> = None;
    for chain in &CHAINS {
        let mut tried = Tried { chain, explained: 0, good: 0, judged: 0, strange: 0 };
        for (text, before) in texts.iter().zip(&before) {
            let Some(after) = chain.undo(text).map(|text| Letters::of(&text)) else {
                tried.judged += 1;
                continue;
            };
            tried.judged += u64::from(after.pairs >= 2 || after.odd > 0);
            if after.beats(before) {
                tried.explained += 1;
                tried.good += after.good;
                tried.strange += u64::from(before.odd > 0);
            }
        }
        if best.as_ref().is_none_or(|best| (tried.explained, tried.good) > (best.explained, best.good)) {
            best = Some(tried);
        }
    }
    let best = best?;
    let of = texts.len() as u64;
    // Where one Cyrillic letter stands for another, nothing but unusual pairs speaks: codes have such pairs too.
    let strange = best.strange * 2 > best.explained;
    let (share, pairs) = if strange { (SHARE_LEAST, PAIRS_STRANGE) } else { (SHARE_ALIKE, PAIRS_ALIKE) };
    let whole = best.explained > 0 && best.explained as f64 >= SHARE_WHOLE * best.judged as f64;
    let many = best.explained >= CELLS_LEAST && best.explained as f64 >= share * of as f64;
    let found = (many || whole) && best.good >= pairs;
    found.then_some(Found { repair: Repair { chain: best.chain, whole }, explained: best.explained, of })
}

/// What one chain makes of a column.
struct Tried {
    chain: &'static Chain,
    explained: u64,
    /// Usual pairs of letters in the cells that it explains.
    good: u64,
    /// Cells of which it can be told whether it explains them.
    judged: u64,
    /// Explained cells that hold letters or signs where no word has them.
    strange: u64,
}

/// What the letters of a text look like.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Letters {
    /// Pairs of Cyrillic letters side by side in words of four letters or more (shorter ones are codes as often as words),
    /// and those of them that words have.
    pairs: u64,
    good: u64,
    /// Letters where no word has them: signs and letters of other alphabets within words, capitals behind small letters.
    odd: u64,
}

/// Letters of a word that is judged.
const WORD_LEAST: u64 = 4;

/// Share of pairs that words must have.
const GOOD: f64 = 0.7;

impl Letters {
    fn of(text: &str) -> Letters {
        let pairs = &*PAIRS;
        let mut letters = Letters::default();
        let mut last: Option<char> = None;
        let mut rest = text.chars();
        // Of the word that is being read.
        let mut word = (1, 0, 0);
        while let Some(character) = rest.next() {
            let cyrillic = place(character).is_some();
            let begins = last.is_none_or(|before| place(before).is_none());
            let ends = rest.as_str().chars().next().is_none_or(|next| place(next).is_none());
            // Apostrophes stand within words, other marks around them.
            let expected = match character {
                '’' | 'ʼ' | '‘' | '′' | '´' => !begins,
                '“' | '”' | '«' | '»' | '–' | '—' | '№' | '…' => begins || ends,
                '€' | '·' | '•' => begins && ends,
                _ => cyrillic || character.is_ascii(),
            };
            letters.odd += u64::from(!expected || (character.is_control() && character != '\t'));
            if let Some(before) = last {
                let both = (place(before), place(character));
                if let (Some(one), Some(other)) = both {
                    word = (word.0 + 1, word.1 + 1, word.2 + u64::from(pairs[one] >> other & 1 == 1));
                    letters.odd += u64::from(before.is_lowercase() && character.is_uppercase());
                }
                // Letters of two alphabets side by side.
                let mixed = |a: char, b: char| a.is_ascii_alphabetic() && place(b).is_some();
                letters.odd += u64::from(mixed(before, character) || mixed(character, before));
            }
            if ends {
                let counts = word.0 >= WORD_LEAST;
                letters.pairs += if counts { word.1 } else { 0 };
                letters.good += if counts { word.2 } else { 0 };
                word = (1, 0, 0);
            }
            last = Some(character);
        }
        letters
    }

    fn share(&self) -> f64 {
        self.good as f64 / (self.pairs + self.odd).max(1) as f64
    }

    /// Whether it looks like words of these languages as it stands.
    fn is_clean(&self) -> bool {
        self.odd == 0 && self.share() >= GOOD
    }

    /// Whether this text is what the other one was meant to be.
    fn beats(&self, other: &Letters) -> bool {
        let more = if other.odd > 0 { 0.0 } else { 0.2 };
        self.pairs >= 2 && self.odd == 0 && self.share() >= GOOD && self.share() > other.share() + more
    }
}

/// Number of a letter of the Ukrainian and Russian alphabets, below 64, the same for both cases.
fn place(letter: char) -> Option<usize> {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    match lower {
        'а'..='я' => Some(lower as usize - 'а' as usize),
        'ё' => Some(32),
        'і' => Some(33),
        'ї' => Some(34),
        'є' => Some(35),
        'ґ' => Some(36),
        _ => None,
    }
}

/// Pairs of letters that ordinary words have: by the first, one bit for each second.
static PAIRS: LazyLock<[u64; 37]> = LazyLock::new(|| {
    let mut pairs = [0_u64; 37];
    for word in WORDS.split_whitespace() {
        let mut last = None;
        for letter in word.chars().map(place) {
            if let (Some(one), Some(other)) = (last, letter) {
                pairs[one] |= 1 << other;
            }
            last = letter;
        }
    }
    pairs
});

/// Ordinary words, names and headers of both languages, for their pairs of letters.
const WORDS: &str = "\
    людина народилася дата народження місце проживання номер телефону адреса пошта вулиця будинок квартира область район \
    місто село паспорт виданий посвідчення водія серія категорія прізвище імя батькові стать громадянство україна київ \
    львів харків одеса дніпро запоріжжя вінниця полтава чернігів черкаси суми житомир хмельницький рівне луцьк тернопіль \
    ужгород миколаїв херсон кропивницький чернівці шевченко коваленко бондаренко ткаченко кравченко олійник поліщук \
    ковальчук савченко гончаренко іваненко петренко сидоренко мельник бойко клименко захарченко пономаренко левченко \
    олександр андрій сергій володимир микола василь дмитро іван михайло юрій євген віктор тетяна наталія ірина олена \
    світлана людмила катерина ганна марія олександрівна миколаївна сергійович юрійович васильович григорович ілліч \
    привіт пароль користувач відправник одержувач рахунок картка сума дійсний зареєстрований організація підприємство \
    ґанок ґудзик їжак єдність щастя цукор чоловік жінка дитина робота школа університет лікарня держава служба \
    человек родился дата рождения место жительства номер телефона адрес почта улица дом квартира область район город \
    посёлок паспорт выдан удостоверение водителя серия категория фамилия имя отчество пол гражданство россия москва \
    петербург новосибирск екатеринбург казань нижний самара челябинск бишкек кыргызстан ташкент алматы минск \
    иванов петров сидоров смирнов кузнецов попов васильев соколов михайлов новиков фёдоров морозов волков алексеев \
    лебедев семёнов егоров павлов козлов степанов александр андрей сергей владимир николай василий дмитрий иван михаил \
    юрий евгений виктор татьяна наталья ирина елена светлана людмила екатерина анна мария александровна николаевна \
    сергеевич юрьевич васильевич григорьевич ильич привет пароль пользователь отправитель получатель счёт карта сумма \
    действительный зарегистрирован организация предприятие подъезд объявление съезд вход мужской женский школа больница \
    государство служба безопасность управление министерство который также может только после между через чтобы";

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Vector {
        plain: String,
        chain: Vec<(String, String)>,
        shown: String,
        lossless: bool,
    }

    fn vectors() -> Vec<Vector> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/mojibake.jsonl");
        let text = std::fs::read_to_string(path).expect("the fixture");
        text.lines().map(|line| serde_json::from_str(line).expect("a line")).collect()
    }

    /// Ten words through each chain: the column is recognised, and every word that lost nothing comes back.
    #[test]
    fn columns_are_recognised_and_every_lossless_word_comes_back() {
        let mut columns: std::collections::BTreeMap<String, Vec<Vector>> = std::collections::BTreeMap::new();
        for vector in vectors() {
            columns.entry(format!("{:?}", vector.chain)).or_default().push(vector);
        }
        let (mut right, mut all) = (0, 0);
        for (name, column) in &columns {
            let cells: Vec<Vec<u8>> =
                column.iter().filter(|v| v.lossless).map(|v| v.shown.clone().into_bytes()).collect();
            let found = detect(&cells).unwrap_or_else(|| panic!("{name} is not recognised"));
            assert!(found.repair.whole, "{name}");
            for vector in column.iter().filter(|vector| vector.lossless) {
                let mut out = Vec::new();
                let mended = found.repair.mend(vector.shown.as_bytes(), &mut out);
                let back = if mended { String::from_utf8(out).expect("UTF-8") } else { vector.shown.clone() };
                assert_eq!(back, vector.plain, "{name}, undone as {}", found.repair.chain.name());
                right += 1;
            }
            all += column.len();
        }
        assert_eq!((right, all), (132, 140));
    }

    /// UTF-8 shown by a console, and by an old mail reader.
    #[test]
    fn doubled_bytes_of_consoles_and_mail_readers_are_undone() {
        for read in [IBM866, KOI8_U] {
            let names = ["Ковальчук Микола", "Шевченко Ганна", "Їжак Софія", "Смирнова Ольга"];
            let shown = |name: &&str| read.decode_without_bom_handling(name.as_bytes()).0.into_owned();
            let cells: Vec<Vec<u8>> = names.iter().map(|name| shown(name).into_bytes()).collect();
            let found = detect(&cells).expect("damaged");
            for (cell, name) in cells.iter().zip(names) {
                let mut out = Vec::new();
                assert!(found.repair.mend(cell, &mut out), "{name}");
                assert_eq!(out, name.as_bytes(), "{}", read.name());
            }
        }
    }

    /// Names, words of headers and words of three languages stay as they are, as columns and one by one.
    #[test]
    fn clean_text_is_left_alone() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/transliteration.tsv");
        let names = std::fs::read_to_string(path).expect("the fixture");
        let cyrillic: Vec<&str> = names.lines().skip(2).filter_map(|line| line.split('\t').next()).collect();
        let latin: Vec<&str> = names.lines().skip(2).filter_map(|line| line.split('\t').nth(1)).collect();
        let other = "Größe Müller Straße café Émile naïve Łódź Kraków señor Ørsted Žižek Dvořák İstanbul Çelik Gürbüz \
                     საქართველო 东京 القاهرة αβγ Ыйлаш Өмүрбек Үсөн Жаңыл Қазақ Ұлы";
        let other: Vec<&str> = other.split_whitespace().collect();
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        for column in [&cyrillic, &latin, &other, &words] {
            let cells: Vec<Vec<u8>> = column.iter().map(|word| word.as_bytes().to_vec()).collect();
            assert!(detect(&cells).is_none(), "{:?}", detect(&cells).map(|found| found.repair.chain.name()));
            let upper: Vec<Vec<u8>> = column.iter().map(|word| word.to_uppercase().into_bytes()).collect();
            assert!(detect(&upper).is_none(), "{:?}", detect(&upper).map(|found| found.repair.chain.name()));
            for word in column.iter().chain(&cyrillic) {
                let found = detect(&[word.as_bytes().to_vec()]);
                assert!(found.is_none(), "{word}: {:?}", found.map(|found| found.repair.chain.name()));
            }
        }
    }

    /// Series of documents and plates have pairs that words do not have.
    #[test]
    fn codes_are_no_words() {
        let series = ["ВХЕ", "ААС", "ВАХ", "МКО", "РТІ", "ЄЖГ", "ФЩЦ", "НЮБ"];
        let codes: Vec<Vec<u8>> =
            (0..400).map(|row| format!("{}{:06}", series[row % 8], row * 97).into_bytes()).collect();
        let plates: Vec<Vec<u8>> = (0..400)
            .map(|row| format!("{}{:04}{}", &series[row % 5][..4], row * 7, &series[row % 3][..4]).into_bytes())
            .collect();
        for column in [&codes[..], &codes[..1], &plates, &plates[..1]] {
            assert!(detect(column).is_none());
        }
    }

    #[test]
    fn a_column_of_both_is_mended_where_it_is_damaged() {
        let damaged = "²âàíåíêî Îëåíà";
        let cells: Vec<Vec<u8>> =
            (0..30).map(|row| if row % 2 == 0 { damaged } else { "Зразкова Олена" }.as_bytes().to_vec()).collect();
        let found = detect(&cells).expect("half of it is damaged");
        assert_eq!((found.explained, found.of, found.repair.whole), (15, 30, false));
        let mut out = Vec::new();
        assert!(found.repair.mend(damaged.as_bytes(), &mut out));
        assert_eq!(out, "Іваненко Олена".as_bytes());
        assert!(!found.repair.mend("Зразкова Олена".as_bytes(), &mut out));
        assert!(!found.repair.mend(b"plain", &mut out) && !found.repair.mend(b"\xff\xfe", &mut out));
    }
}
