//! What one record says, by its labels and the shapes of its values: fields only, no value leaves.
//!
//! A record is a photo's caption or a bot's answer (`label: value` lines), the numbered lines of a driving licence, or cells
//! divided by a semicolon, a tab or a bar; by commas, where pieces between commas tell what they are.

use super::field::{self, FIELDS, Field, Variety};
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
    let lines: Vec<(Option<&str>, &str)> =
        text.lines().map(without_signs).filter(|(_, line)| !line.is_empty()).collect();
    let licence = lines.iter().filter(|(_, line)| numbered(line).is_some()).count() >= NUMBERED_LEAST;
    let mut unknown = 0;
    for line in lines {
        let (sign, line) = line;
        let whole = numbered(line).filter(|_| licence).or_else(|| labelled(line).map(|item| vec![item]));
        let whole = whole.or_else(|| credentials(line)).map(|items| vec![items]);
        let cells =
            || line.split([';', '\t', '|']).map(str::trim).filter(|cell| !cell.is_empty()).map(of_cell).collect();
        let mut parts: Vec<Vec<Vec<&'static str>>> = whole.or_else(|| divided(line)).unwrap_or_else(cells);
        // The picture is the label of what tells nothing alone.
        if parts.iter().flatten().all(Vec::is_empty) {
            parts = sign.and_then(|sign| labelled(&format!("{sign}: {line}"))).map_or(parts, |item| vec![vec![item]]);
        }
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

/// Pictures that bots draw before a value, and the label that each stands for.
const PICTURES: &[(&str, &str)] = &[
    ("📱📞☎", "телефон"),
    ("📧✉📩📨", "email"),
    ("👤", "піб"),
    ("🏠🏡📍", "адреса"),
    ("🔑🔐🔒", "пароль"),
    ("🗂📁📂🗃🗄", "база"),
    ("🎂", "дата народження"),
    ("🪪", "номер посвідчення"),
];

/// A line without the blanks around it and the pictures and branches of trees that bots draw before it, and the label that
/// the last known of the pictures stands for.
fn without_signs(line: &str) -> (Option<&'static str>, &str) {
    let drawn = |character: char| {
        !character.is_alphanumeric() && !character.is_ascii_punctuation() && !"№«“„\"".contains(character)
    };
    let line = line.trim();
    let rest = line.trim_start_matches(drawn);
    let label = |sign: char| PICTURES.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, label)| *label);
    (line[..line.len() - rest.len()].chars().rev().find_map(label), rest)
}

/// An address with its password behind a colon.
fn credentials(line: &str) -> Option<Vec<Vec<&'static str>>> {
    let (address, secret) = line.split_once(':')?;
    let secret = secret.trim();
    let one_word = !secret.is_empty() && !secret.contains(char::is_whitespace);
    (one_word && of_kinds(address.trim()) == ["email"]).then(|| vec![vec!["email"], of_secret(secret)])
}

/// What stands where passwords do: a hash where it is one, else a password.
fn of_secret(secret: &str) -> Vec<&'static str> {
    hashed(secret).unwrap_or_else(|| vec!["password_plain"])
}

/// Cells of a line that colons divide: `name:surname:address:number:password`; `None` where nothing shows that they do: of
/// three or more cells one is an address of mail, and none but that of a page holds a blank or a slash.
fn divided(line: &str) -> Option<Vec<Vec<Vec<&'static str>>>> {
    let (page, rest) = match line.split_once("://") {
        Some((scheme, rest)) => {
            let (host, cells) = rest.split_once(':')?;
            (Some(&line[..scheme.len() + "://".len() + host.len()]), cells)
        }
        None => (None, line),
    };
    let cells: Vec<&str> =
        page.into_iter().chain(rest.split(':')).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    if cells.len() < 3 || (page.is_none() && named_first(cells[0])) {
        return None;
    }
    let last = cells.len() - 1;
    let hashed_last = hashed(cells[last]).is_some();
    // A line of accounts: an address of mail in it, or a hash at its end.
    let mail = match cells.iter().position(|cell| of_kinds(cell) == ["email"]) {
        Some(mail) => mail,
        None if hashed_last => 0,
        None => return None,
    };
    let one = |(at, cell): (usize, &&str)| {
        let found = of_cell(cell);
        let unknown = found.iter().all(Vec::is_empty);
        let secret = at == last && at > mail && !cell.contains(char::is_whitespace);
        if hashed_last && unknown && at < last {
            return vec![of_account(at, cell)];
        }
        if secret && (unknown || hashed(cell).is_some()) { vec![of_secret(cell)] } else { found }
    };
    Some(cells.iter().enumerate().map(one).collect())
}

/// Whether the text before the first colon of a line is a label that is known.
fn named_first(cell: &str) -> bool {
    !named(cell).is_empty()
}

/// What stands before the hash of an account and tells nothing alone: its number in the first place, its name.
fn of_account(at: usize, cell: &str) -> Vec<&'static str> {
    if at == 0 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec!["numeric_id"];
    }
    if Look::Login.fits(&Prepared::of(cell)) { vec!["username"] } else { Vec::new() }
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
    let whole = |piece: &str| !of_kinds(piece).is_empty() || !speeds(piece).is_empty() || prefixed(piece).is_some();
    let telling = |piece: &str| whole(piece) || !among(piece).0.is_empty();
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

/// Words before a speed.
const SPEED: &[&str] = &["скорость", "швидкість", "speed"];

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
    let named = piece.split_once(' ').filter(|(word, _)| SPEED.contains(&word.to_lowercase().as_str()));
    let piece = named.map_or(piece, |(_, number)| number);
    let last = |limit: &str| limit.rsplit(' ').next().is_some_and(is_small);
    let behind = piece.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).filter(|(_, limit)| last(limit));
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
        let kin: Vec<&'static str> = kin.copied().collect();
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
        let short = || of_short_secret(&fields, value);
        return Some(
            hashed(value)
                .map(|kinds| [kinds, short()].concat())
                .unwrap_or_else(|| ids(if narrow.is_empty() { &by_kind } else { &narrow })),
        );
    }
    if !by_look.is_empty() {
        return Some(ids(&by_look));
    }
    // "Number" heads a plate as well as a licence: a value that is none of what its label means speaks for itself. A name
    // stands in no list of a few words.
    let few = fields.iter().all(|field| field.variety == Variety::Few);
    let name = few && Look::Names.fits(&cell);
    let own = if name { vec!["full_name"] } else { of_kinds(value) };
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

/// What is no longer than people's passwords may be one, whatever format it has the shape of.
fn of_short_secret(fields: &[&'static Field], value: &str) -> Vec<&'static str> {
    let plain = fields.iter().any(|field| field.id == "password_plain");
    if plain && value.chars().count() <= CHOSEN_MOST { vec!["password_plain"] } else { Vec::new() }
}

/// Characters of a password that somebody chose, at most.
const CHOSEN_MOST: usize = 16;

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
    // A label that is not known is no part of its value: `Вд: 530660` is no number of a passport.
    if let Some((_, value)) = cell.split_once(": ").filter(|(label, _)| is_label(label)) {
        return of_words(value.trim());
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
    let (mut items, rest) = among(cell);
    let look = of_look(cell);
    // A street bears names of people.
    let street = look.iter().any(|field| ["address", "place", "full_name"].contains(field));
    items.extend(of_name(&rest).filter(|_| !street));
    items.push(look);
    items
}

/// Whether the text before a colon can be a label: one or two words of letters.
fn is_label(text: &str) -> bool {
    let word = |word: &str| word.chars().all(|character| character.is_alphabetic() || ".'’-".contains(character));
    text.split(' ').count() <= 2 && !text.is_empty() && text.split(' ').all(word)
}

/// Words that one value is written in at most: `01 KG 123 ABC`.
const WORDS_MOST: usize = 4;
/// A value among other words must be rarer by chance than this: a caption has a dozen places where one could begin.
const CHANCE_MOST: f64 = 0.1;

/// A name of two to four words with capitals among the words of a sentence (`владелец по базе Тестов Тест`), which are no
/// street.
fn of_name(words: &[&str]) -> Option<Vec<&'static str>> {
    let capital = |word: &&str| {
        let letters = word.chars().skip(1).all(|character| character.is_lowercase() || "-'’".contains(character));
        letters && word.chars().count() > 2 && word.chars().next().is_some_and(char::is_uppercase)
    };
    if words.iter().any(|word| word.ends_with('.')) {
        return None;
    }
    let mut runs = words.split(|word| !capital(word)).filter(|run| (2..=4).contains(&run.len()));
    // Makes of vehicles are written in Latin letters, and so are names there.
    let cyrillic = |run: &&[&str]| run.iter().all(|word| word.chars().all(|c| !c.is_ascii_alphabetic()));
    runs.find(cyrillic).map(|_| vec!["full_name"])
}

/// The values that stand among the words of a line (a photo's caption), longer ones first taken, in their order, and the words
/// that are left.
fn among(line: &str) -> (Vec<Vec<&'static str>>, Vec<&str>) {
    let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches([',', '(', ')'])).collect();
    let (mut items, mut rest) = (Vec::new(), Vec::new());
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
            None => {
                rest.push(words[at]);
                at += 1;
            }
        }
    }
    (items, rest)
}

/// The fields of a value whose kind its own rules tell, the most telling first.
fn of_kinds(value: &str) -> Vec<&'static str> {
    let found = kind::identify(value, Region::Unknown).kinds;
    // Words and passwords of any text, and kinds of chance 1, tell nothing alone; nor do Cyrillic words that look like a code.
    let looks = |kind: &kind::Kind| kind.rank == Rank::Attribute && kind.chance > CHANCE_MOST && !value.is_ascii();
    // A code of a bank is written in capitals: any word of eight letters has its shape, and one without a digit is a word
    // unless a label says otherwise.
    let digit = |byte: u8| byte.is_ascii_digit();
    let word = |kind: &kind::Kind| {
        kind.id == "bic" && (value.bytes().any(|byte| byte.is_ascii_lowercase()) || !value.bytes().any(digit))
    };
    let looks = |kind: &kind::Kind| looks(kind) || word(kind);
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
        // Long digests need not be of passwords.
        let digest = |field: &&&Field| {
            field.kinds.is_empty() && field.looks == [Look::Hex] && cell.chars <= field.length.1.into()
        };
        let long = |field: &&&Field| digest(field) && cell.chars >= field.length.0.into() && Look::Hex.fits(&cell);
        fields.extend(FIELDS.iter().filter(long).map(|field| field.id));
        fields.dedup();
        return fields;
    }
    Vec::new()
}

/// Fields of a cell that no kind knows, by the looks that tell most.
fn of_look(value: &str) -> Vec<&'static str> {
    let cell = Prepared::of(value);
    // Two or three capital letters alone are a series of nothing.
    let tells = |look: &Look| look.worth() >= LOOK_LEAST && *look != Look::Series;
    let told = |field: &&&Field| field.looks.first().is_some_and(|look| tells(look) && look.fits(&cell));
    let fields: Vec<&'static str> = FIELDS.iter().filter(told).map(|field| field.id).collect();
    match fields.is_empty() {
        true if is_settled(&cell) => vec!["place", "address", "city"],
        true if Look::Names.fits(&cell) => vec!["full_name"],
        true => of_document(value),
        false => fields,
    }
}

/// Whether the cell begins with the sign of a town: `г. Бишкек, пр. Чуй`.
fn is_settled(cell: &Prepared) -> bool {
    let town = ["г.", "м.", "с.", "смт ", "пгт ", "город ", "місто "].iter().any(|sign| cell.lower.starts_with(sign));
    town && cell.letters >= TOWN_LETTERS && cell.digits == 0
}

/// Letters of a town with its sign, at least.
const TOWN_LETTERS: usize = 4;

/// The documents whose form a series with a number has that no digit checks: any of them.
fn of_document(value: &str) -> Vec<&'static str> {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.chars().filter(|character| character.is_alphabetic()).count();
    if digits < DOCUMENT_DIGITS || !(2..=3).contains(&letters) {
        return Vec::new();
    }
    let found = kind::identify(value, Region::Unknown).kinds;
    found.into_iter().filter(|(kind, _)| kind.rank == Rank::Document).map(|(kind, _)| kind.id).collect()
}

/// Digits of the number of a document, at least.
const DOCUMENT_DIGITS: usize = 6;

#[cfg(test)]
mod tests;
