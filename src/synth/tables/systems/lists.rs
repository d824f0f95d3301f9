//! Mail providers' lists, lists of logins and passwords, logs of stolen passwords, a messenger's export.

use super::super::Home;
use super::super::cells::*;
use super::super::columns::{names, net};
use super::{Field, System, may, must};

const EMAIL: Field = must("email", "email", net::email);
const USER: Field = must("username", "username", net::username);
const PASSWORD: Field = must("password", "password", names::password);

/// Lists of logins and passwords: domains would part the providers', and here all addresses end in reserved names.
macro_rules! logins {
    ($($id:literal: $login:ident;)*) => {
        &[$(System { id: $id, alike: LOGINS, home: Home::Ru, fields: &[$login, PASSWORD] }),*]
    };
}

const LOGINS: &[&str] =
    &["combolist_email_pass", "mailru_2014", "yandex_2014", "myfitnesspal_2018", "cafepress_2019", "rambler_2014"];

pub(super) static LOGIN_LISTS: &[System] = logins! {
    "combolist_email_pass": EMAIL;
    "mailru_2014": EMAIL;
    "yandex_2014": EMAIL;
    "myfitnesspal_2018": EMAIL;
    "cafepress_2019": EMAIL;
    "rambler_2014": USER;
};

pub(super) static SYSTEMS: &[System] = &[
    System { id: "qip_2011", alike: &[], home: Home::Ru, fields: &[USER, EMAIL, PASSWORD] },
    System {
        id: "livejournal_2017",
        alike: &[],
        home: Home::Ru,
        fields: &[must("id", "id", account), EMAIL, USER, PASSWORD],
    },
    System {
        id: "ulp_stealer_list",
        alike: &["stealer_passwords_txt"],
        home: Home::World,
        fields: &[must("url", "url", site), must("username", "login", login), PASSWORD],
    },
    System {
        id: "stealer_passwords_txt",
        alike: &["ulp_stealer_list"],
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
        alike: &[],
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
        alike: &[],
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
