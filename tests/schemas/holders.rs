//! Every system is asked for its own record, written as people write one down: it is never said that it could not have held it.

use leakprov::profile::caption;
use leakprov::profile::field;
use leakprov::reference::holders::{Holders, holders};
use leakprov::reference::schema::{BUILT_IN, Schema};
use leakprov::synth::tables::systems;

use super::values::{Dice, Row, cell};
use super::{columns, fitted};

/// A language in which labels are written, by its place in [`field::Field::words`].
const LANGUAGES: [usize; 3] = [0, 1, 2];

/// A word for the column in the language: the schema's own, else the field's first, else any.
fn label(schema: &Schema, id: &str, language: usize) -> String {
    let column = schema.columns.iter().find(|column| column.field == id);
    let headers = column.map(|column| &column.headers);
    let own = headers.and_then(|headers| [&headers.uk, &headers.ru, &headers.en][language].first().cloned());
    let of_field = || field::find(id).and_then(|field| field.words[language].split_whitespace().next());
    let any = || headers.and_then(|headers| headers.all().next());
    own.or_else(|| of_field().or_else(any).map(str::to_owned)).unwrap_or_else(|| id.to_owned())
}

fn asked(text: &str) -> Holders {
    holders(&caption::read(text), &BUILT_IN)
}

/// Why the system is said not to have held the record; `None` where it is not.
fn denial(text: &str, id: &str) -> Option<String> {
    let found = asked(text);
    found.could_not.iter().find(|holder| holder.id == id).map(|holder| format!("{:?}", holder.impossible))
}

#[test]
fn no_system_is_denied_its_own_record() {
    let mut dice = Dice(77);
    let mut denied = Vec::new();
    for schema in fitted() {
        let country = schema.country.as_deref().unwrap_or("UA");
        // What a column shows stands under its tell in `columns`: the field is told by the schema.
        let ids = |at: usize, shown: &str| match schema.columns.get(at) {
            Some(column) if column.tell.is_some() && column.field != shown => column.field.clone(),
            _ => shown.to_owned(),
        };
        for _ in 0..4 {
            let row = Row::draw(&mut dice);
            let cells: Vec<(String, String)> = columns(schema)
                .iter()
                .enumerate()
                .map(|(at, (shown, kinds, _))| (ids(at, shown), cell(&mut dice, &row, shown, kinds, country)))
                .collect();
            let mut records: Vec<String> = vec![cells.iter().map(|(_, text)| text.clone() + ";").collect()];
            for language in LANGUAGES {
                let line = |(id, text): &(String, String)| format!("{}: {text}\n", label(schema, id, language));
                records.push(cells.iter().map(line).collect());
            }
            let why = |text: &String| denial(text, &schema.id).map(|why| format!("{}: {why} {text}", schema.id));
            denied.extend(records.iter().filter_map(why));
        }
    }
    assert!(denied.is_empty(), "{}: {}", denied.len(), denied.join("\n"));
}

/// The same of tables that were written down a second time from public sources, spoilt cells and all.
#[test]
fn no_system_is_denied_a_line_of_its_tables() {
    let mut denied = Vec::new();
    for made in [82, 84].into_iter().flat_map(|seed| systems::tables(seed, 5)) {
        for row in &made.table.rows {
            let text = row.join(";");
            denied.extend(denial(&text, made.system.id).map(|why| format!("{}: {why} {text}", made.system.id)));
        }
    }
    assert!(denied.is_empty(), "{}: {}", denied.len(), denied.join("\n"));
}

/// The cipher is what this file has and no other.
#[test]
fn enciphered_passwords_are_what_their_system_always_has() {
    let found = asked("Mail: anna@example.org\nHash: TMsvCbxEUDUCsHe+vPVh7g==\nHint: my dog\n");
    let own = found.could.iter().find(|holder| holder.id == "adobe_2013").expect("it could hold all of it");
    assert!(own.always.iter().any(|field| field == "password_cipher"), "{own:?}");
    assert!(found.could.iter().all(|holder| holder.id == "adobe_2013"), "{:?}", found.could);
}

fn could(text: &str) -> Vec<String> {
    asked(text).could.iter().map(|holder| holder.id.clone()).collect()
}

/// What no named source could hold stands in lists that anybody compiles: they are named.
#[test]
fn a_stolen_login_is_held_by_the_lists_of_stolen_logins() {
    let found = could("Host: https://shop.example.com/login\nUser: anna@example.org\nPwd: 159753\n");
    assert_eq!(found, ["stealer_passwords_txt", "ulp_stealer_list"]);
}

/// Labels that are not known are no part of their values, and a day is no time of the day.
#[test]
fn unknown_labels_invent_nothing() {
    for line in ["Дн: 06.10.1985", "Рожд.: 06.10.1985"] {
        assert_eq!(caption::read(line), [["date"]], "{line}");
    }
    assert!(caption::read("Вд: 530660").is_empty());
    let message = "Дата: 29.11.2019 12:30\nОтправитель: MegaCom\nПолучатель: 996700123456\nТекст: Telegram code 48213";
    assert_eq!(could(message), ["sms_interception_log"]);
    let open = "PERSON: ТЕСТЕНКО ТЕСТ ТЕСТОВИЧ\nN_REG_NEW: АА1234ВВ\n";
    assert!(denial(open, "ua.vehicle_registry_open").is_some(), "open data hold no names");
}

/// A short password has the shape of some old format as well: it is still a password.
#[test]
fn a_short_password_is_one() {
    for label in ["Password", "Пароль", "pass"] {
        let fields = caption::read(&format!("{label}: abcDEF1234567"));
        assert!(fields[0].contains(&"password_plain"), "{label}: {fields:?}");
    }
}
