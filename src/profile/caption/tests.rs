//! Captions, answers of bots and bare records give their fields.

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

/// A picture is the label of a value that tells nothing alone; a licence is told by its form.
#[test]
fn a_picture_stands_for_a_label() {
    for line in ["🪪 ВАА 123456", "🪪 ВАА123456", "ВХХ 578221"] {
        assert!(read(line).iter().any(|item| item.contains(&"ua.driver_licence")), "{line}: {:?}", read(line));
    }
    assert_eq!(read("🔑 taras79"), [["password_plain"]]);
    let source = read("🗂 VK");
    assert!(source.iter().any(|item| item.contains(&"source_label")), "{source:?}");
    assert!(read("VK").iter().flatten().all(|field| !field.ends_with("_series")), "two letters are no series");
}

/// A hash is no password in plain text, whatever stands before it.
#[test]
fn a_hash_behind_an_address_is_a_hash() {
    for (secret, kind) in [
        ("5f4dcc3b5aa765d61d8327deb882cf99", "hash.md5"),
        ("$2b$04$P1/cszBmXxNdIOEucaHOCehoCKau4jZ8rrzSc.0SJtvdtfV5XlB2e", "hash.bcrypt"),
    ] {
        let items = read(&format!("a@example.com:{secret}"));
        assert!(items[1].contains(&kind) && !items[1].contains(&"password_plain"), "{items:?}");
    }
}

#[test]
fn a_line_that_colons_divide_gives_its_cells() {
    let items = read_counted("Тарас:Тестенко:taras@example.com:79161234567:qwerty1");
    for field in ["email", "phone", "password_plain"] {
        assert!(items.0.iter().any(|item| item.contains(&field)), "{field}: {items:?}");
    }
    assert_eq!(items.1, 2, "names of one word are not understood, and that is told");
    let items = read("https://example.com/login:taras@example.com:Pass123");
    assert_eq!(items, [vec!["url"], vec!["email"], vec!["password_plain"]]);
}

#[test]
fn a_word_is_no_code_of_a_bank_and_a_speed_no_entry_of_a_court() {
    let items = read("2019-11-29 23:14:05;Telegram;996700123456;Telegram code 48213");
    assert!(items.iter().flatten().all(|field| *field != "bic"), "{items:?}");
    assert_eq!(read("Скорость 87 км/ч (разрешено 60)"), [["speed"], ["speed_limit"]]);
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
    for field in ["surname", "given_name", "patronymic", "birth_date", "issue_date", "ua.driver_licence", "category"] {
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

/// Captions are written as sentences: the owner stands behind `владелец` or the plate, the place behind the moment.
#[test]
fn sentences_give_their_owner_and_place() {
    for line in [
        "01KG777ABC Тестов Бакыт, на фото Toyota Camry, в базе Honda Fit",
        "На снимке камеры: машина с номером 01KG111AAA, владелец по базе Тестов Нурлан, на снимке Lexus RX",
    ] {
        for field in ["kg.plate_2016", "full_name", "brand"] {
            assert!(read(line).iter().any(|item| item.contains(&field)), "{field}: {:?}", read(line));
        }
    }
    for line in ["22.11.2019 08:17 г. Бишкек, пр. Тестовый", "22.11.2019 08:17 г. Бишкек, пр. Тестовый 12"]
    {
        for field in ["violation_time", "place"] {
            assert!(read(line).iter().any(|item| item.contains(&field)), "{field}: {:?}", read(line));
        }
    }
    assert!(read("вул. Лесі Українки").iter().all(|item| !item.contains(&"full_name")), "a street");
}

#[test]
fn a_line_of_an_account_gives_its_number_name_and_hash() {
    let items = read("1234567:tester:0x5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
    assert_eq!(items[..2], [vec!["numeric_id"], vec!["username"]]);
    assert!(items[2].iter().any(|field| field.starts_with("hash.")), "{items:?}");
}

#[test]
fn a_word_in_capitals_is_no_code_of_a_bank_without_its_label() {
    assert!(read("2019-11-29 23:14:05;TELEGRAM;996700123456").iter().flatten().all(|field| *field != "bic"));
    assert!(read("PBANUA2X").iter().flatten().any(|field| *field == "bic"));
}
