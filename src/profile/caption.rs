//! What one record says, by its labels and the shapes of its values: fields only, no value leaves.
//!
//! A record is a photo's caption or a bot's answer (`label: value` lines), the numbered lines of a driving licence, or cells
//! divided by a semicolon, a tab or a bar; by commas, where pieces between commas tell what they are.

use super::field::{self, FIELDS, Field};
use super::look::{Look, Prepared};
use super::words;
use crate::kind::{self, Rank, Region};

/// Characters of a label at most: what is longer is prose.
const LABEL_MOST: usize = 60;
/// Least worth of a look by which a cell without a label is told.
const LOOK_LEAST: f64 = 0.9;

/// What each part of a text can be: for each part the fields, the most probable first; parts of which nothing is known
/// are left out. A label stands for its value; a value for itself.
pub fn read(text: &str) -> Vec<Vec<&'static str>> {
    read_counted(text).0
}

/// The same, and how many lines and cells hold something of which nothing is known.
pub fn read_counted(text: &str) -> (Vec<Vec<&'static str>>, usize) {
    let mut items: Vec<Vec<&'static str>> = Vec::new();
    let lines: Vec<&str> = text.lines().map(without_signs).filter(|line| !line.is_empty()).collect();
    let licence = lines.iter().filter(|line| numbered(line).is_some()).count() >= NUMBERED_LEAST;
    let mut unknown = 0;
    for line in lines {
        let whole = numbered(line).filter(|_| licence).or_else(|| labelled(line).map(|item| vec![item]));
        let whole = whole.or_else(|| credentials(line));
        let parts = match whole {
            Some(items) => vec![items],
            None => line.split([';', '\t', '|']).map(str::trim).filter(|cell| !cell.is_empty()).map(of_cell).collect(),
        };
        for part in parts {
            let told = part.iter().any(|item| !item.is_empty());
            unknown += usize::from(!told && numbered(line).is_none());
            for item in part.into_iter().filter(|item| !item.is_empty()) {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
    }
    (items, unknown)
}

/// A line without the blanks around it and the pictures and branches of trees that bots draw before it.
fn without_signs(line: &str) -> &str {
    let drawn = |character: char| {
        !character.is_alphanumeric() && !character.is_ascii_punctuation() && !"№«“„\"".contains(character)
    };
    line.trim().trim_start_matches(drawn)
}

/// An address with its password behind a colon.
fn credentials(line: &str) -> Option<Vec<Vec<&'static str>>> {
    let (address, secret) = line.split_once(':')?;
    let secret = secret.trim();
    let one_word = !secret.is_empty() && !secret.contains(char::is_whitespace);
    (one_word && of_kinds(address.trim()) == ["email"]).then(|| vec![vec!["email"], vec!["password_plain"]])
}

/// Numbered lines that make a text a driving licence.
const NUMBERED_LEAST: usize = 4;

/// What the numbers on a driving licence stand for.
///
/// # Source
/// Directive 2006/126/EC, annex I; the model of the Convention on Road Traffic (Vienna, 1968), annex 6.
const NUMBERED: &[(&str, &[&str])] = &[
    ("1", &["surname"]),
    ("2", &["given_name"]),
    ("3", &["birth_date"]),
    ("4a", &["issue_date"]),
    ("4b", &["expiry_date"]),
    ("4c", &["issued_by", "department"]),
    ("4d", &[]),
    ("5", &["licence_number"]),
    ("8", &["address"]),
    ("9", &["category"]),
];

/// The fields of a line that begins with a number of a driving licence: `4a. 10.03.2015`. What the value's own rules tell
/// stands first.
fn numbered(line: &str) -> Option<Vec<Vec<&'static str>>> {
    let (number, value) = line.split_once([' ', '\t'])?;
    let number =
        number.trim_end_matches(['.', ')', ':']).to_lowercase().replace('а', "a").replace('в', "b").replace('с', "c");
    let (_, fields) = NUMBERED.iter().find(|(own, _)| *own == number)?;
    let value = value.trim();
    if !fields.is_empty() && *fields != ["licence_number"] {
        let more = *fields == ["given_name"] && value.split(' ').nth(1).is_some();
        return Some(std::iter::once(fields.to_vec()).chain(more.then(|| vec!["patronymic"])).collect());
    }
    // The number is of a licence: which country's, its own form says.
    let own: Vec<&'static str> = kinds(value).into_iter().filter(|kind| kind.ends_with(".driver_licence")).collect();
    Some(vec![if own.is_empty() { fields.to_vec() } else { own }])
}

/// What a cell can be: as a whole; or else the pieces between its commas, where some of them tell what they are.
fn of_cell(cell: &str) -> Vec<Vec<&'static str>> {
    let telling = |piece: &str| !of_kinds(piece).is_empty() || !speeds(piece).is_empty() || prefixed(piece).is_some();
    let pieces: Vec<&str> = cell.split(',').flat_map(|piece| moment_first(piece.trim())).collect();
    if pieces.len() < 2 || !of_kinds(cell).is_empty() || !pieces.iter().any(|piece| telling(piece)) {
        return of_words(cell);
    }
    // What tells nothing alone stands together: an address has commas of its own.
    let (mut items, mut rest) = (Vec::new(), Vec::<&str>::new());
    for piece in pieces {
        if telling(piece) || piece.is_empty() {
            items.extend(of_words(&rest.join(", ")));
            items.extend(of_words(piece));
            rest.clear();
        } else if Look::Violation.fits(&Prepared::of(piece)) {
            items.push(vec!["violation_type"]);
        } else {
            rest.push(piece);
        }
    }
    items.extend(of_words(&rest.join(", ")));
    born(&mut items);
    items
}

/// The only bare day in a line with a name is often that of birth.
fn born(items: &mut [Vec<&'static str>]) {
    let named = items.iter().any(|item| item.contains(&"full_name"));
    let days: Vec<usize> = (0..items.len()).filter(|&at| items[at] == ["date"]).collect();
    if let (true, [day]) = (named, &days[..]) {
        items[*day].push("birth_date");
    }
}

/// A number with the unit of a speed.
fn is_speed(piece: &str) -> bool {
    let unit = ["км/ч", "км/год", "km/h"].iter().find_map(|unit| piece.strip_suffix(unit));
    unit.is_some_and(is_small)
}

/// A number of one to three digits.
fn is_small(number: &str) -> bool {
    (1..=3).contains(&number.trim().len()) && number.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// The fields of a speed with its unit, and of the one allowed in brackets behind it: `96 km/h (60)`.
fn speeds(piece: &str) -> Vec<Vec<&'static str>> {
    let behind = piece.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).filter(|(_, limit)| is_small(limit));
    let (speed, limit) = behind.map_or((piece, false), |(speed, _)| (speed.trim(), true));
    match is_speed(speed) {
        true if limit => vec![vec!["speed"], vec!["speed_limit"]],
        true => vec![vec!["speed"]],
        false => Vec::new(),
    }
}

/// A day and time at the beginning of a piece, and what stands behind it.
fn moment_first(piece: &str) -> Vec<&str> {
    let behind = piece.match_indices(' ').nth(1).map(|(at, _)| at);
    match behind.map(|at| piece.split_at(at)).filter(|(moment, _)| Look::Moment.fits(&Prepared::of(moment))) {
        Some((moment, rest)) => vec![moment, rest.trim()],
        None => vec![piece],
    }
}

/// The fields of `label: value`; `None` where no known label stands before a colon.
fn labelled(line: &str) -> Option<Vec<&'static str>> {
    let (label, value) = line.split_once(':').or_else(|| DASHES.iter().find_map(|dash| line.split_once(dash)))?;
    // Bots set signs and branches of trees before their labels.
    let label = label.trim_matches(|character: char| !character.is_alphanumeric() && character != '№');
    if label.len() > LABEL_MOST * 2 {
        return None;
    }
    let fields = named(label);
    if fields.is_empty() {
        return None;
    }
    let value = value.trim();
    let ids = |fields: &[&'static Field]| fields.iter().map(|field| field.id).collect::<Vec<_>>();
    if value.is_empty() {
        return Some(ids(&fields));
    }
    // Of several fields of one label those stand that the value can be; else all of them.
    let kinds = kinds(value);
    let by_kind: Vec<&Field> =
        fields.iter().copied().filter(|field| kinds.iter().any(|kind| field.takes(kind))).collect();
    if by_kind.is_empty() && fields.iter().all(|field| is_of_documents(field)) {
        // What no document of the label can be may be one of its kin; else it is nothing that is known.
        let kin = kinds.iter().filter(|id| kind::find(id).is_some_and(|kind| kind.rank == Rank::Document));
        let kin: Vec<&'static str> = kin.filter_map(|id| field::find(id).map(|field| field.id)).collect();
        let told = value.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_TOLD;
        if !kin.is_empty() || told {
            return Some(kin);
        }
    }
    let cell = Prepared::of(value);
    let by_look: Vec<&Field> =
        fields.iter().copied().filter(|field| field.looks.iter().any(|look| look.fits(&cell))).collect();
    if !by_kind.is_empty() {
        // A field of this kind alone says more than one of several kinds.
        let narrow: Vec<&Field> = by_kind.iter().copied().filter(|field| !field.kinds.contains([' ', '*'])).collect();
        return Some(hashed(value).unwrap_or_else(|| ids(if narrow.is_empty() { &by_kind } else { &narrow })));
    }
    if !by_look.is_empty() {
        return Some(ids(&by_look));
    }
    // "Number" heads a plate as well as a licence: a value that is none of what its label means speaks for itself.
    let own = of_kinds(value);
    Some(if own.is_empty() { ids(&fields) } else { own })
}

/// What stands between a label and its value where there is no colon.
const DASHES: &[&str] = &[" - ", " – ", " — ", " = "];

/// Digits from which on a value under the label of a document is no hint that one was left out.
const DIGITS_TOLD: usize = 4;

/// Whether the field holds numbers of documents and nothing else.
fn is_of_documents(field: &Field) -> bool {
    let document = |id: &str| kind::find(id).is_some_and(|kind| kind.rank == Rank::Document);
    !field.kinds.is_empty() && field.kinds.split_whitespace().all(document)
}

/// Fields of bare numbers that are told by the word before them alone: `Камера 12`.
const NUMBERED_THINGS: &[&str] = &["camera_id", "speed", "speed_limit", "year"];

/// Words of a label without a colon, at most.
const LABEL_WORDS: usize = 3;

/// The fields of `label value` without a colon, as captions and messages are written (`паспорт МЕ123456`, `тел. 067…`): what
/// follows the words of a label must be of a kind that the label means.
fn prefixed(piece: &str) -> Option<Vec<&'static str>> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    (1..words.len().min(LABEL_WORDS + 1)).find_map(|count| {
        let (label, value) = (words[..count].join(" "), words[count..].join(" "));
        let kinds = kinds(&value);
        let number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        let fits = named(&label).iter().any(|field| {
            let counts = NUMBERED_THINGS.contains(&field.id) && number;
            counts || kinds.iter().any(|kind| field.takes(kind) && *kind != "password")
        });
        let digits = value.bytes().any(|byte| byte.is_ascii_digit());
        (fits && digits).then(|| labelled(&format!("{label}: {value}"))).flatten()
    })
}

/// The formats of a hash, where the value can be of a few only: systems are told apart by them.
fn hashed(value: &str) -> Option<Vec<&'static str>> {
    let kinds = kind::identify(value, Region::Unknown).kinds;
    // The kinds stand most telling first: any text can be a password or a login.
    let hash = kinds.first().is_some_and(|(kind, _)| kind.rank == Rank::Hash);
    hash.then(|| kinds.iter().filter(|(kind, _)| kind.rank == Rank::Hash).map(|(kind, _)| kind.id).collect())
}

/// Words for a password.
const PASSWORDS: &[&str] = &["пароль", "password", "passwd", "pwd"];

fn named(label: &str) -> Vec<&'static Field> {
    let whole = field::named(label);
    if !whole.is_empty() {
        return whole.to_vec();
    }
    // Whose password it is stands beside the word, in any order: `Пароль от почты`, `VK password`.
    let lower = label.to_lowercase();
    if PASSWORDS.iter().any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|own| own == *word)) {
        return field::find("password_plain").into_iter().collect();
    }
    // A kind's own words, which no role repeats.
    let of_kind = kind::KINDS.iter().filter(|kind| words::heads(kind, label));
    of_kind.filter_map(|kind| FIELDS.iter().copied().find(|field| field.takes(kind.id))).collect()
}

/// Kinds of a value that identify something, most telling first.
fn kinds(value: &str) -> Vec<&'static str> {
    kind::identify(value, Region::Unknown).kinds.into_iter().map(|(kind, _)| kind.id).collect()
}

/// What a cell without a label says: as one value, else the values that stand among its words, and what it looks like.
fn of_words(cell: &str) -> Vec<Vec<&'static str>> {
    if cell.is_empty() {
        return Vec::new();
    }
    if let Some(item) = prefixed(cell) {
        return vec![item];
    }
    let speeds = speeds(cell);
    if !speeds.is_empty() {
        return speeds;
    }
    let whole = of_kinds(cell);
    if !whole.is_empty() {
        return vec![whole];
    }
    let mut items = among(cell);
    items.push(of_look(cell));
    items
}

/// Words that one value is written in at most: `01 KG 123 ABC`.
const WORDS_MOST: usize = 4;
/// A value among other words must be rarer by chance than this: a caption has a dozen places where one could begin.
const CHANCE_MOST: f64 = 0.1;

/// The values that stand among the words of a line (a photo's caption), longer ones first taken, in their order.
fn among(line: &str) -> Vec<Vec<&'static str>> {
    let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches([',', '(', ')'])).collect();
    let mut items = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let most = WORDS_MOST.min(words.len() - at);
        let found = (1..=most).rev().find_map(|count| {
            let value = words[at..at + count].join(" ");
            let telling = |kind: &kind::Kind| kind.chance <= CHANCE_MOST && kind.rank != Rank::Password;
            let known = kind::identify(&value, Region::Unknown).kinds.first().is_some_and(|(kind, _)| telling(kind));
            known.then(|| (of_kinds(&value), count))
        });
        match found {
            Some((fields, count)) => {
                items.push(fields);
                at += count;
            }
            None => at += 1,
        }
    }
    items
}

/// The fields of a value whose kind its own rules tell, the most telling first.
fn of_kinds(value: &str) -> Vec<&'static str> {
    let found = kind::identify(value, Region::Unknown).kinds;
    // Words and passwords of any text, and kinds of chance 1, tell nothing alone; nor do Cyrillic words that look like a code.
    let looks = |kind: &kind::Kind| kind.rank == Rank::Attribute && kind.chance > CHANCE_MOST && !value.is_ascii();
    let telling = found.iter().filter(|(kind, _)| kind.chance < 1.0 && kind.rank != Rank::Password && !looks(kind));
    let kinds: Vec<&str> = telling.map(|(kind, _)| kind.id).collect();
    if let Some(first) = kinds.first() {
        let cell = Prepared::of(value);
        if *first == "date" && Look::Moment.fits(&cell) {
            return vec!["violation_time", "date"];
        }
        let mut fields: Vec<&'static str> = Vec::new();
        for kind in kinds {
            let id = field::find(kind).map(|field| field.id);
            let of_kind = FIELDS.iter().find(|field| field.takes(kind) && field.kinds == kind).map(|field| field.id);
            fields.extend(id.or(of_kind).or_else(|| kind::find(kind).map(|kind| kind.id)));
        }
        fields.dedup();
        return fields;
    }
    Vec::new()
}

/// Fields of a cell that no kind knows, by the looks that tell most.
fn of_look(value: &str) -> Vec<&'static str> {
    let cell = Prepared::of(value);
    let told = |field: &&&Field| field.looks.first().is_some_and(|look| look.worth() >= LOOK_LEAST && look.fits(&cell));
    let fields: Vec<&'static str> = FIELDS.iter().filter(told).map(|field| field.id).collect();
    if fields.is_empty() && Look::Names.fits(&cell) { vec!["full_name"] } else { fields }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_gives_fields() {
        let text = "Госномер: 01KG123ABC\nСкорость: 84\nМесто нарушения: Бишкек, ул. Тестовая\nВладелец: Тестов Тест\n";
        let items = read(text);
        assert_eq!(items.len(), 4, "{items:?}");
        for (item, field) in items.iter().zip(["kg.plate_2016", "speed", "place", "full_name"]) {
            assert!(item.contains(&field), "{item:?}: {field}");
        }
    }

    /// A label that means other numbers does not hide what the value is.
    #[test]
    fn a_plate_under_a_general_label_is_a_plate() {
        assert!(read("Номер: 01KG 123 ABC")[0].contains(&"kg.plate_2016"));
        assert!(!read("Номер: 123456")[0].contains(&"kg.plate_2016"));
    }

    #[test]
    fn an_answer_of_a_bot_gives_fields() {
        let items = read("📱 Телефон: 380501234567\n├ ПІБ: Тестенко Тест Тестович\n🔑 Пароль: abc\n\nслова: нічого\n");
        assert_eq!(items, [vec!["phone"], vec!["full_name"], vec!["password_plain"]]);
    }

    /// Most bots write no labels at all, but a picture before each line.
    #[test]
    fn pictures_before_a_line_hide_nothing() {
        let items = read("👤 Тестенко Тест Тестович, 01.02.1985\n📱 +380501234567\n├ 📧 test@example.com : qwerty85");
        for field in ["full_name", "birth_date", "phone", "email", "password_plain"] {
            assert!(items.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
        }
        assert!(!read("test@example.com: два слова").contains(&vec!["password_plain"]));
    }

    /// The line that a camera burns into its picture has no labels.
    #[test]
    fn values_are_found_among_words() {
        let items = read("15.03.2020 12:30:11 Бишкек, ул. Тестовая 01 KG 123 ABC");
        for field in ["date", "kg.plate_2016"] {
            assert!(items.iter().any(|item| item.contains(&field)), "{items:?}: {field}");
        }
        assert_eq!(read("писав test@example.com у березні"), [["email"]]);
        assert!(read("у 2020 році було 12 345 випадків").is_empty());
    }

    #[test]
    fn a_caption_in_one_line_is_divided_by_its_commas() {
        let items = read("05.12.2019 14:32 Бишкек, пр. Тестовый 120, 01KG123ABC, 84 км/ч, превышение скорости");
        for field in ["violation_time", "place", "kg.plate_2016", "speed", "violation_type"] {
            assert!(items.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
        }
        assert_eq!(read("м. Київ, вул. Тестова, 1, кв. 2").len(), 1, "an address is one value");
    }

    #[test]
    fn the_numbered_lines_of_a_licence_give_its_fields() {
        let items = read(
            "1. ТЕСТЕНКО\n2. ТЕСТ ТЕСТОВИЧ\n3. 12.05.1985\n4a. 10.03.2015\n4б) невідомо\n4c. ТСЦ 0000\n5. ВХХ000000\n9. B, C",
        );
        for field in
            ["surname", "given_name", "patronymic", "birth_date", "issue_date", "ua.driver_licence", "category"]
        {
            assert!(items.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
        }
        assert!(read("1. яблука\n2. груші").iter().all(|item| !item.contains(&"surname")), "a list is no licence");
    }

    #[test]
    fn an_address_of_mail_is_no_login_and_a_hash_is_one_of_its_shape() {
        assert_eq!(read("Email: test@example.com"), [vec!["email"]]);
        let items = read("Hash: 5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8");
        assert!(items[0].contains(&"hash.sha1") && !items[0].contains(&"hash.bcrypt"), "{items:?}");
    }

    #[test]
    fn a_document_is_what_its_number_can_be() {
        let items = read("Паспорт: 001234567");
        assert!(items[0].contains(&"ua.id_card") && !items[0].contains(&"ua.passport_booklet"), "{items:?}");
        assert!(read("Паспорт: МЕ123456")[0].contains(&"ua.passport_booklet"));
        assert_eq!(read_counted("Паспорт: 12345"), (Vec::new(), 1), "no passport has five digits");
    }

    #[test]
    fn labels_without_a_colon_are_read_and_the_rest_is_counted() {
        let line = "Тестов Тест Тестович, 12.03.1985, паспорт МЕ123456, ИНН 2530414071, тел. 067-123-45-67";
        let items = read(line);
        for field in ["full_name", "date", "ua.passport_booklet", "ua.rntrc", "phone"] {
            assert!(items.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
        }
        assert_eq!(read("тел. 067-123-45-67"), [["phone"]]);
        let (items, unknown) = read_counted("Email: test@example.com\nЗріст: сто вісімдесят\nслова: нічого");
        assert_eq!((items.len(), unknown), (1, 2));
    }

    #[test]
    fn a_password_is_told_whatever_else_its_label_says() {
        for label in ["Пароль сайта:", "Пароль от Example:", "forum пароль:", "пароль (форум) -"]
        {
            assert_eq!(read(&format!("{label} qwerty1985")), [["password_plain"]], "{label}");
        }
        assert_ne!(read("Парольна фраза: qwerty1985"), [["password_plain"]]);
    }

    #[test]
    fn what_a_camera_writes_is_no_code_of_a_bank() {
        let items = read("КАМЕРА 12 | 14/11/2019 18:42:11 | 96 km/h (60) | IMG_0042.jpg");
        for field in ["camera_id", "violation_time", "speed", "speed_limit", "photo_file"] {
            assert!(items.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
        }
        assert!(!items.iter().any(|item| item.contains(&"bic")), "{items:?}");
    }

    #[test]
    fn a_day_beside_a_name_may_be_that_of_birth() {
        for line in ["Тестов Тест Тестович, 12.03.1985, тел. 067-123-45-67", "12.03.1985, Тестов Тест Тестович"]
        {
            assert!(read(line).contains(&vec!["date", "birth_date"]), "{line}: {:?}", read(line));
        }
        assert!(read("067-123-45-67, 12.03.1985").iter().all(|item| !item.contains(&"birth_date")));
    }

    #[test]
    fn a_bare_record_gives_fields() {
        let items = read("test@example.com;2020-03-15 12:30;Київ");
        assert_eq!(items[0], ["email"]);
        assert!(items[1].contains(&"date"), "{items:?}");
        assert!(read("").is_empty() && read("просто слова").is_empty());
    }
}
