//! What one record says, by its labels and the shapes of its values: fields only, no value leaves.
//!
//! A record is a photo's caption or a bot's answer (`label: value` lines), or cells divided by a semicolon, a tab or a bar.

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
    let mut items: Vec<Vec<&'static str>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let found = match labelled(line) {
            Some(item) => vec![item],
            None => line.split([';', '\t', '|']).flat_map(|cell| of_cell(cell.trim())).collect(),
        };
        for item in found.into_iter().filter(|item| !item.is_empty()) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    items
}

/// The fields of `label: value`; `None` where no known label stands before a colon.
fn labelled(line: &str) -> Option<Vec<&'static str>> {
    let (label, value) = line.split_once(':')?;
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
    let cell = Prepared::of(value);
    let by_look: Vec<&Field> =
        fields.iter().copied().filter(|field| field.looks.iter().any(|look| look.fits(&cell))).collect();
    if !by_kind.is_empty() {
        return Some(ids(&by_kind));
    }
    if !by_look.is_empty() {
        return Some(ids(&by_look));
    }
    // "Number" heads a plate as well as a licence: a value that is none of what its label means speaks for itself.
    let own = of_kinds(value);
    Some(if own.is_empty() { ids(&fields) } else { own })
}

fn named(label: &str) -> Vec<&'static Field> {
    let whole = field::named(label);
    if !whole.is_empty() {
        return whole.to_vec();
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
fn of_cell(cell: &str) -> Vec<Vec<&'static str>> {
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
    // Words and passwords of any text, and kinds of chance 1, tell nothing alone.
    let telling = found.iter().filter(|(kind, _)| kind.chance < 1.0 && kind.rank != Rank::Password);
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
    fn a_bare_record_gives_fields() {
        let items = read("test@example.com;2020-03-15 12:30;Київ");
        assert_eq!(items[0], ["email"]);
        assert!(items[1].contains(&"date"), "{items:?}");
        assert!(read("").is_empty() && read("просто слова").is_empty());
    }
}
