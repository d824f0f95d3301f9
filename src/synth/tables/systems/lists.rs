//! Mail providers' lists, lists of logins and passwords, logs of stolen passwords, a messenger's export.

use super::super::Cell;
use super::super::Home;
use super::super::cells::*;
use super::super::columns::{names, net};
use super::{Field, System, may, must};

const EMAIL: Field = must("email", "email", net::email);
const USER: Field = must("username", "username", net::username);
const PASSWORD: Field = must("password", "password", names::password);

/// Lists of logins and passwords. Mail providers' lists hold their own addresses; nobody knows whose the others were.
pub(super) static LOGIN_LISTS: &[System] = &[
    System { id: "combolist_email_pass", also: &[&[USER, PASSWORD]], home: Home::Ru, fields: &[EMAIL, PASSWORD] },
    System {
        id: "mailru_2014",
        also: &[],
        home: Home::Ru,
        fields: &[must("email", "email", |cell| at(cell, &["mail.ru", "inbox.ru", "bk.ru", "list.ru"])), PASSWORD],
    },
    System {
        id: "yandex_2014",
        also: &[],
        home: Home::Ru,
        fields: &[must("email", "email", |cell| at(cell, &["yandex.ru", "ya.ru", "yandex.ru"])), PASSWORD],
    },
    System { id: "myfitnesspal_2018", also: &[], home: Home::Ru, fields: &[EMAIL, PASSWORD] },
    System { id: "cafepress_2019", also: &[], home: Home::Ru, fields: &[EMAIL, PASSWORD] },
    System { id: "rambler_2014", also: &[&[RAMBLER, PASSWORD]], home: Home::Ru, fields: &[USER, PASSWORD] },
];

const RAMBLER: Field = must("email", "email", |cell| at(cell, &["rambler.ru", "lenta.ru", "ro.ru"]));

/// An address that nobody has, at one of a provider's domains.
fn at(cell: &mut Cell<'_>, domains: &[&str]) -> String {
    let number = cell.dice.below(100_000);
    format!("nobody.{}{number:05}@{}", cell.dice.letters(3, "abcdefghijklmnopqrstuvwxyz"), cell.dice.uneven(domains))
}

pub(super) static SYSTEMS: &[System] = &[
    System { id: "qip_2011", also: &[], home: Home::Ru, fields: &[USER, EMAIL, PASSWORD] },
    System {
        id: "livejournal_2017",
        also: &[],
        home: Home::Ru,
        fields: &[must("id", "id", account), EMAIL, USER, PASSWORD],
    },
    System {
        id: "ulp_stealer_list",
        also: &[],
        home: Home::World,
        fields: &[must("url", "url", site), must("username", "login", login), PASSWORD],
    },
    System {
        id: "stealer_passwords_txt",
        also: &[],
        home: Home::World,
        fields: &[
            must("application", "Application", browser),
            must("url", "URL", site),
            must("username", "Username", login),
            must("password", "Password", names::password),
        ],
    },
    System {
        id: "stealer_system_txt",
        also: &[],
        home: Home::World,
        fields: &[
            must("machine", "HWID", machine),
            must("computer", "ComputerName", computer),
            must("username", "UserName", net::username),
            must("ip", "IP", net::ipv4),
            must("country", "Country", stealer_country),
            must("date", "Log date", names::moment),
        ],
    },
    System {
        id: "telegram_desktop_export",
        also: &[],
        home: Home::Ua,
        fields: &[
            must("id", "id", message_number),
            must("type", "type", message_type),
            must("date", "date", local_moment),
            must("unix", "date_unixtime", unix),
            must("full_name", "from", names::full_name),
            must("from_id", "from_id", sender_id),
            must("text", "text", message_text),
            may("reply", "reply_to_message_id", |cell| {
                if cell.dice.percent(80) { String::new() } else { cell.row.to_string() }
            }),
            may("file", "file", |cell| if cell.dice.percent(90) { String::new() } else { photo_number(cell) }),
        ],
    },
];
