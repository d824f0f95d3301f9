//! What is left of a system's table when somebody took a column out of it, and what only looks like a system's table.

use super::values::{Dice, Row, cell};

/// Rows of a table.
const ROWS: usize = 200;

/// A table of columns: header, field, and the kind of its cells where the field does not tell.
fn table(columns: &[(&str, &str, &str)], separator: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let names: Vec<&str> = columns.iter().map(|(name, ..)| *name).collect();
    let mut text = names.join(separator) + "\n";
    for _ in 0..ROWS {
        let row = Row::draw(&mut dice);
        let one = |(_, field, kind): &(&str, &str, &str)| match *field {
            "*few" => (1 + dice.below(9)).to_string(),
            "*speed" => (61 + dice.below(60)).to_string(),
            "*word" => ["note", "home", "work", "mail"][dice.below(4)].to_owned(),
            "*nick" => format!("nick_{}", ["ann", "bob", "eve", "joe"][dice.below(4)].repeat(1 + dice.below(2))),
            "*words" => ["see you later", "where are you now", "call me back soon"][dice.below(3)].to_owned(),
            "*half" if dice.below(2) == 0 => cell(&mut dice, &row, "password_hash", &["hash.bcrypt".into()], "US"),
            "*half" => cell(&mut dice, &row, "password_hash", &["hash.sha1".into()], "US"),
            "*most" if dice.below(5) < 2 => cell(&mut dice, &row, "password_hash", &["hash.bcrypt".into()], "US"),
            "*most" => {
                let long: Vec<String> =
                    (0..4).map(|_| cell(&mut dice, &row, "password_hash", &["hash.md5".into()], "US")).collect();
                format!("{}:{}", long.concat(), dice.below(90_000_000) + 10_000_000)
            }
            "*marked" => {
                format!("0x{}", cell(&mut dice, &row, "password_hash", &["hash.sha1".into()], "US").to_uppercase())
            }
            "*zeroed" => {
                let hash = cell(&mut dice, &row, "password_hash", &["hash.sha1".into()], "US");
                if dice.below(100) < 57 { format!("00000{}", &hash[5..]) } else { hash }
            }
            field => cell(&mut dice, &row, field, &[(*kind).to_owned()], "US"),
        };
        let cells: Vec<String> = columns.iter().map(one).collect();
        text += &(cells.join(separator) + "\n");
    }
    text
}

fn first(columns: &[(&str, &str, &str)]) -> (String, bool) {
    let found = super::fits(&table(columns, ";", 7));
    found.first().map_or_else(Default::default, |first| (first.id.clone(), first.accepted))
}

/// A column that only one system has says more than one that is missing.
#[test]
fn a_column_left_out_does_not_hide_the_system() {
    let hint = [("id", "numeric_id", ""), ("email", "email", ""), ("hint", "password_hint", "")];
    assert_eq!(first(&hint).0, "adobe_2013");
    let nameless = [
        ("name", "full_name", ""),
        ("x", "*few", ""),
        ("x2", "*few", ""),
        ("password", "*most", ""),
        ("email", "email", ""),
    ];
    assert_eq!(first(&nameless).0, "houzz_2018");
    assert_eq!(first(&nameless[..4]).0, "houzz_2018", "its e-mail addresses left out");
    let place = [
        ("id", "numeric_id", ""),
        ("username", "username", ""),
        ("email", "email", ""),
        ("city", "city", ""),
        ("password", "password_hash", "hash.bcrypt"),
    ];
    assert_eq!(first(&place).0, "canva_2019", "its names left out");
    let voters = [
        ("last_name", "surname", ""),
        ("first_name", "given_name", ""),
        ("middle_name", "patronymic", ""),
        ("birthday", "birth_date", ""),
        ("address", "address", ""),
    ];
    assert_eq!(first(&voters).0, "ua.voters", "its polling stations left out");
}

/// The page of a profile, written without `https://`, tells the scrape of a network, with and without names of columns: a
/// table of accounts that lacks its passwords stands behind it.
#[test]
fn the_page_of_a_profile_tells_the_scrape_of_its_network() {
    let columns = [
        ("full_name", "full_name", ""),
        ("email", "email", ""),
        ("linkedin_profile", "career-page", ""),
        ("phone", "phone", ""),
        ("title", "*words", ""),
        ("company", "surname", ""),
        ("location", "city", ""),
        ("industry", "*word", ""),
    ];
    for seed in [7, 8] {
        let named = table(&columns, ";", seed);
        let bare = named.split_once('\n').unwrap().1;
        for text in [&named, bare] {
            let found = super::fits(text);
            assert_eq!(found[0].id, "linkedin_2021_scrape", "{found:?}");
        }
    }
    // A page of anybody else's is no sign of it.
    let other = columns.map(|column| if column.1 == "career-page" { ("link", "url", "") } else { column });
    assert!(super::fits(&table(&other, ";", 7)).iter().all(|fit| fit.id != "linkedin_2021_scrape" || !fit.accepted));
}

/// Hashes of two functions under `password` are no passwords; hashes with a mark are not those of a system without one.
#[test]
fn hashes_tell_by_their_functions_and_marks() {
    assert_eq!(first(&[("email", "email", ""), ("password", "*half", "")]), ("dropbox_2012".to_owned(), true));
    let marked = [("a", "numeric_id", ""), ("b", "email", ""), ("c", "username", ""), ("d", "*marked", "")];
    assert_eq!(first(&marked).0, "myspace_2008");
    // Zeroed hashes are the mark of one list: with addresses beside them they are no other system's table.
    for name in ["password_hash", "x"] {
        let zeroed = [(name, "*zeroed", ""), ("email", "email", "")];
        assert_eq!(first(&zeroed), ("linkedin_2012_full".to_owned(), true));
        assert_eq!(first(&zeroed[..1]).0, "linkedin_2012_hashes");
    }
}

/// A form that anybody writes is told by holding this and nothing else; nicknames are no telephone numbers.
#[test]
fn exports_of_browsers_and_chats_are_no_logs() {
    let browser =
        [("name", "*word", ""), ("url", "url", ""), ("username", "email", ""), ("password", "password_plain", "")];
    assert!(!first(&browser).1, "passwords that a browser saved, with the names of the sites");
    assert_eq!(first(&browser[1..]), ("ulp_stealer_list".to_owned(), true));
    let chat = [("ts", "date", ""), ("from", "*nick", ""), ("to", "*nick", ""), ("text", "*words", "")];
    assert!(!first(&chat).1, "a log of a chat");
    let messages = [("ts", "date", ""), ("from", "phone", ""), ("to", "phone", ""), ("text", "sms_text", "")];
    assert_eq!(first(&messages).0, "sms_interception_log");
}

/// A view of a register is not taken for the source of what the register holds.
#[test]
fn a_register_stands_before_what_only_shows_it() {
    let columns = [
        ("УНЗР", "ua.unzr", ""),
        ("РНОКПП", "ua.rntrc", ""),
        ("Прізвище", "surname", ""),
        ("Ім'я", "given_name", ""),
        ("По батькові", "patronymic", ""),
        ("Дата народження", "birth_date", ""),
        ("Номер документа", "ua.id_card", ""),
        ("Дата видачі", "issue_date", ""),
        ("Стать", "sex", ""),
    ];
    let found = super::fits(&table(&columns, ";", 7));
    assert_eq!(found[0].id, "ua.edr_passport", "{found:#?}");
    assert!(!found.iter().any(|fit| fit.id == "ua.diia_app" && fit.accepted));
}

/// Who renamed the columns, left some out or added others has the register's table still; the view, which adds nothing of its
/// own, is told by what it alone shows.
#[test]
fn a_view_is_never_taken_for_the_source_of_a_register_s_table() {
    let columns = [
        ("УНЗР", "ua.unzr", ""),
        ("ИНН", "ua.rntrc", ""),
        ("Фамилия", "surname", ""),
        ("Имя", "given_name", ""),
        ("Отчество", "patronymic", ""),
        ("Дата рождения", "birth_date", ""),
        ("Номер документа", "ua.id_card", ""),
        ("Дата выдачи", "issue_date", ""),
        ("Орган выдачи", "issuer_code", ""),
        ("Пол", "sex", ""),
    ];
    let mut reversed = columns;
    reversed.reverse();
    let without =
        |at: usize| columns.iter().enumerate().filter(|(own, _)| *own != at).map(|(_, c)| *c).collect::<Vec<_>>();
    for columns in [columns.to_vec(), reversed.to_vec(), without(3), without(8), without(1)] {
        let found = super::fits(&table(&columns, ";", 7));
        assert_ne!(found[0].id, "ua.diia_app", "{columns:?}: {found:#?}");
        assert!(!found.iter().any(|fit| fit.id == "ua.diia_app" && fit.accepted));
    }
    let shown =
        [("docStatus", "doc_status", ""), ("Дійсний до", "expiry_date", ""), ("Місце народження", "birth_place", "")];
    let view: Vec<_> = shown.iter().chain(&without(1)).copied().collect();
    assert_eq!(super::fits(&table(&view, ";", 7))[0].id, "ua.diia_app");
}

/// Logins, addresses, names and hashes stand in the tables of all sites: none is known by them, and the systems that write such
/// tables are named together.
#[test]
fn a_table_of_any_site_s_accounts_is_accepted_as_nobody_s() {
    let id = ("id", "numeric_id", "");
    let (user, mail, name) = (("username", "username", ""), ("email", "email", ""), ("name", "full_name", ""));
    let (md5, sha1) = (("password", "password_hash", "hash.md5"), ("password", "password_hash", "hash.sha1"));
    let (plain, ip, phone) = (("password", "password_plain", ""), ("ip", "ip", ""), ("phone", "phone", ""));
    let tables = [
        vec![user, mail, md5],
        vec![mail, sha1],
        vec![id, user, mail, md5],
        vec![id, mail, sha1],
        vec![id, mail, plain],
        vec![name, mail, ip, plain],
        vec![name, mail, phone, plain],
    ];
    for columns in tables {
        let found = super::fits(&table(&columns, ":", 7));
        assert!(found[0].fit >= 0.55 && found[0].ordinary && !found[0].accepted, "{columns:?}: {found:#?}");
    }
    // What few sites keep, or a mixture of the system's own functions, still tells.
    assert!(first(&[id, mail, ("c", "password_cipher", ""), ("hint", "password_hint", "")]).1);
    assert!(first(&[mail, ("password", "*half", "")]).1);
}

/// People with their work and where to find them are no accounts without the passwords.
#[test]
fn a_scrape_is_not_taken_for_accounts_without_passwords() {
    let scrape = [
        ("full_name", "full_name", ""),
        ("email", "email", ""),
        ("url", "url", ""),
        ("phone", "phone", ""),
        ("title", "job_title", ""),
        ("company", "employer", ""),
        ("location", "location", ""),
        ("industry", "*few", ""),
    ];
    for columns in [&scrape[..], &scrape[..7], &scrape[1..]] {
        let found = super::fits(&table(columns, ",", 7));
        assert_eq!(found[0].id, "linkedin_2021_scrape", "{columns:?}: {found:#?}");
    }
}

/// An address on the web alone is no list of stolen logins.
#[test]
fn a_form_that_anybody_writes_needs_all_of_its_columns() {
    let columns = [("name", "full_name", ""), ("link", "url", ""), ("job", "job_title", ""), ("mail", "email", "")];
    assert_ne!(first(&columns).0, "ulp_stealer_list");
}

/// What nobody has said of a column, a derived schema does not say either.
#[test]
fn a_derived_schema_invents_no_meaning() {
    let columns =
        [("Дата візиту", "birth_date", ""), ("Гість", "phone", ""), ("Сума", "*few", ""), ("Пошта", "email", "")];
    let file = tempfile::NamedTempFile::new().unwrap();
    let request = super::request(&table(&columns, ";", 7), &file);
    let sample = leakprov::pipeline::profile(&request, &leakprov::pipeline::Silent).unwrap();
    let derived = leakprov::compare::fit::derive::derive(&sample, "own_visits");
    let fields: Vec<&str> = derived.columns.iter().map(|column| column.field.as_str()).collect();
    assert_eq!(fields, ["date", "phone", "email"]);
}

/// A bank, a car park and another carrier have the numbers of a country's people and vehicles and columns of their own: they
/// are taken for none of its known systems.
#[test]
fn tables_of_the_same_people_with_other_matters_are_taken_for_none() {
    let bank = [
        ("номер_договору", "*few", ""),
        ("ПІБ", "full_name", ""),
        ("Дата народження", "birth_date", ""),
        ("ІПН", "ua.rntrc", ""),
        ("Паспорт", "ua.passport_booklet", ""),
        ("Телефон", "phone", ""),
        ("Адреса", "address", ""),
        ("сума_кредиту", "*few", ""),
        ("ставка", "*few", ""),
    ];
    let station = [
        ("дата", "violation_time", ""),
        ("азс", "address", ""),
        ("госномер", "kg.plate_2016", ""),
        ("литры", "*few", ""),
        ("марка_топлива", "*word", ""),
        ("сумма", "*few", ""),
    ];
    let carrier = [
        ("ПІБ", "full_name", ""),
        ("Телефон", "phone", ""),
        ("Місто", "city", ""),
        ("Відділення", "branch", ""),
        ("вага", "*few", ""),
        ("наложка", "*few", ""),
        ("код", "*word", ""),
    ];
    for columns in [&bank[..], &station[..], &carrier[..]] {
        let found = super::fits(&table(columns, ";", 8));
        assert!(found.iter().all(|fit| !fit.accepted), "{:?}", found.first());
    }
}

/// Ciphers under `password` are no passwords in plain text.
#[test]
fn ciphers_under_a_password_are_no_plain_text() {
    let columns =
        [("id", "numeric_id", ""), ("email", "email", ""), ("user_password", "password_hash", "hash.bsdicrypt")];
    let found = super::fits(&table(&columns, ";", 8));
    assert!(found.iter().all(|fit| !fit.matched.iter().any(|field| field == "password_plain")), "{found:?}");
}

/// What anybody keeps of vehicles, owners and messages is neither a record of a camera nor a log of intercepted messages.
#[test]
fn a_system_is_seen_by_what_it_alone_deals_with() {
    let insurer = [
        ("ПИН", "kg.pin", ""),
        ("марка", "brand_model", ""),
        ("премия", "parcel_cost", ""),
        ("госномер", "kg.plate_2016", ""),
        ("страхователь", "full_name", ""),
        ("дата", "birth_date", ""),
        ("полис", "record_id", ""),
    ];
    let camera = [
        ("дата", "last_active", ""),
        ("место", "place", ""),
        ("госномер", "kg.plate_2016", ""),
        ("скорость", "*speed", ""),
        ("владелец", "full_name", ""),
    ];
    assert!(!first(&insurer).1, "an insurer's list");
    assert_eq!(first(&camera), ("kg.safe_city_violation".to_owned(), true));
    assert!(!first(&camera[..3]).1, "any car park has a time, a place and a plate");
    let messages = |text| [("msisdn", "phone", ""), ("sender", "*word", ""), ("text", text, ""), ("sent", "date", "")];
    assert!(!first(&messages("*words")).1, "a shop's messages");
    assert_eq!(first(&messages("sms_text")), ("sms_interception_log".to_owned(), true));
}

/// A carrier, a housing block and another bank have the same people: their own numbers are not those of the system.
#[test]
fn numbers_of_another_form_are_another_s() {
    let carrier =
        [("Одержувач", "full_name", ""), ("Телефон", "phone", ""), ("Місто", "city", ""), ("Відділення", "branch", "")];
    let waybill = [&carrier[..], &[("ТТН", "nova_poshta.waybill", "")]].concat();
    assert!(!first(&carrier).1, "any carrier has these");
    assert_eq!(first(&waybill), ("ua.nova_poshta".to_owned(), true));
    let people = |number| {
        [
            ("дільниця", number, ""),
            ("Прізвище", "surname", ""),
            ("Ім'я", "given_name", ""),
            ("По батькові", "patronymic", ""),
            ("Дата народження", "birth_date", ""),
            ("Адреса", "address", ""),
        ]
    };
    assert!(!first(&people("*few")).1, "parts of a housing block");
    assert_eq!(first(&people("polling_station")), ("ua.voters".to_owned(), true));
}

/// A column of anything between address and password is no sign of a system whose file has one there of which nobody knows
/// what it holds.
#[test]
fn a_nameless_column_among_accounts_proves_nothing() {
    let forum = [
        ("id", "numeric_id", ""),
        ("login", "username", ""),
        ("mail", "email", ""),
        ("status", "*few", ""),
        ("pass", "password_hash", "hash.sha1"),
    ];
    assert!(!first(&forum).1);
    let site = [
        ("name", "full_name", ""),
        ("level", "*few", ""),
        ("lang", "*word", ""),
        ("pass", "password_hash", "hash.bcrypt"),
        ("email", "email", ""),
    ];
    assert!(!first(&site).1);
}

/// What the system cannot hold keeps its table from being taken for its, however well its structure is known, and whatever
/// use the value might have elsewhere.
#[test]
fn a_table_with_what_its_system_cannot_hold_is_taken_for_none() {
    let log = [
        ("ts", "date", ""),
        ("from", "caller", ""),
        ("to", "called", ""),
        ("imsi", "imsi", ""),
        ("text", "sms_text", ""),
        ("mail", "email", ""),
    ];
    assert!(!first(&log).1);
    assert_eq!(first(&log[..5]), ("sms_interception_log".to_owned(), true));
}

/// A salt stands beside a hash: what is alone is the hash.
#[test]
fn a_salt_without_a_hash_is_none() {
    let found = super::fits(&table(&[("a", "email", ""), ("b", "password_hash", "hash.md5")], ";", 9));
    assert!(found.iter().all(|fit| !fit.matched.iter().any(|field| field == "salt")), "{found:#?}");
}

/// Pages with logins and passwords are what was stolen from people, and no site's own accounts; a table with a number beside
/// login and password is rather one with a column left out than one with a column put in.
#[test]
fn a_column_more_is_explained_rather_than_left_over() {
    let stolen = [("пароль", "password_plain", ""), ("сайт", "url", ""), ("логин", "username", "")];
    assert_eq!(first(&stolen).0, "ulp_stealer_list");
    let numbered = [("пароль", "password_plain", ""), ("логін", "username", ""), ("ід", "numeric_id", "")];
    assert_eq!(first(&numbered).0, "livejournal_2017");
    assert_eq!(first(&[("passwd", "*half", ""), ("mail", "email", "")]), ("dropbox_2012".to_owned(), true));
    // Tables of one export, joined by whoever passed them on.
    let joined = [
        ("", "phone", ""),
        ("", "device_model", ""),
        ("", "telegram.username", ""),
        ("", "bio", ""),
        ("", "ip", ""),
        ("", "session_created", ""),
        ("", "user_id", ""),
    ];
    assert_eq!(first(&joined).0, "telegram_desktop_export");
    let member = [
        ("ід", "numeric_id", ""),
        ("логін", "username", ""),
        ("пошта", "email", ""),
        ("хеш", "password_hash", "hash.bcrypt"),
        ("телефон", "phone", ""),
        ("адреса", "address", ""),
        ("уподобання", "*few", ""),
    ];
    assert_eq!(first(&member).0, "ashleymadison_2015");
    let bare = [("a", "email", ""), ("b", "*marked", ""), ("c", "*marked", "")];
    assert_eq!(super::fits(&table(&bare, ";", 7))[0].id, "myspace_2008");
}
