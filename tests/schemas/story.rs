//! Extracts of the systems of the cases this program was written for, as sellers write them: few columns, in three languages.

use super::values::{Dice, Row, cell};

/// A column: its field, its kind where the field has several, its name in Ukrainian, Russian and English.
type Column = (&'static str, &'static str, [&'static str; 3]);

/// An extract of a system.
pub struct Extract {
    /// The schema that it is of.
    pub schema: &'static str,
    country: &'static str,
    columns: &'static [Column],
}

const FULL_NAME: Column = ("full_name", "", ["ПІБ", "ФИО", "full_name"]);
const SURNAME: Column = ("surname", "", ["Прізвище", "Фамилия", "last_name"]);
const GIVEN: Column = ("given_name", "", ["Ім'я", "Имя", "first_name"]);
const PATRONYMIC: Column = ("patronymic", "", ["По батькові", "Отчество", "middle_name"]);
const BORN: Column = ("birth_date", "", ["Дата народження", "Дата рождения", "birth_date"]);
const ISSUED: Column = ("issue_date", "", ["Дата видачі", "Дата выдачи", "issue_date"]);
const EXPIRES: Column = ("expiry_date", "", ["Дійсний до", "Действителен до", "valid_until"]);
const PHONE: Column = ("phone", "", ["Телефон", "Телефон", "phone"]);
const EMAIL: Column = ("email", "", ["Ел. пошта", "Почта", "email"]);
const ADDRESS: Column = ("address", "", ["Адреса", "Адрес", "address"]);
const TAX: Column = ("ua.rntrc", "", ["ІПН", "ИНН", "inn"]);
const LICENCE: Column = ("ua.driver_licence", "", ["Номер посвідчення", "Водительское", "licence_number"]);
const CATEGORY: Column = ("category", "", ["Категорія", "Категории", "category"]);
const PASSPORT: Column = ("ua.passport_booklet", "", ["Паспорт", "Паспорт", "passport"]);
const PASSWORD: Column = ("password_plain", "", ["Пароль", "Пароль", "password"]);
const SHA1: Column = ("password_hash", "hash.sha1", ["Хеш", "Хэш", "hash"]);
const SEX: Column = ("sex", "", ["Стать", "Пол", "gender"]);

/// Every system with the extracts in which it is met.
pub const EXTRACTS: &[Extract] = &[
    Extract { schema: "ua.hsc_driver_licence", country: "UA", columns: &[LICENCE, FULL_NAME, BORN, ISSUED, CATEGORY] },
    Extract {
        schema: "ua.hsc_driver_licence",
        country: "UA",
        columns: &[
            ("licence_series", "", ["Серія", "Серия", "series"]),
            ("licence_number", "", ["Номер", "Номер", "number"]),
            SURNAME,
            GIVEN,
            PATRONYMIC,
            BORN,
            ISSUED,
            EXPIRES,
            CATEGORY,
            ("dept_id_and_name", "", ["Підрозділ", "Подразделение", "department"]),
        ],
    },
    Extract {
        schema: "ua.diia_app",
        country: "UA",
        columns: &[
            ("doc_number", "ua.id_card", ["docNumber", "docNumber", "docNumber"]),
            ("ua.unzr", "", ["УНЗР", "УНЗР", "recordNumber"]),
            SURNAME,
            GIVEN,
            PATRONYMIC,
            BORN,
            SEX,
            ("birth_place", "", ["Місце народження", "Место рождения", "birthPlace"]),
            ISSUED,
            EXPIRES,
            ("department", "", ["Підрозділ", "Подразделение", "department"]),
        ],
    },
    Extract {
        schema: "ua.privatbank_clients",
        country: "UA",
        columns: &[
            SURNAME,
            GIVEN,
            PATRONYMIC,
            BORN,
            TAX,
            PASSPORT,
            ("issued_by", "", ["Ким видано", "Кем выдан", "pasp_org"]),
            PHONE,
            ADDRESS,
        ],
    },
    Extract {
        schema: "ua.privatbank_clients",
        country: "UA",
        columns: &[FULL_NAME, BORN, TAX, PASSPORT, PHONE, ADDRESS],
    },
    Extract {
        schema: "ua.nova_poshta",
        country: "UA",
        columns: &[
            ("full_name", "", ["Одержувач", "Получатель", "RecipientName"]),
            PHONE,
            ("city", "", ["Місто", "Город", "CityDescription"]),
            ("branch", "", ["Відділення", "Отделение", "WarehouseDescription"]),
        ],
    },
    Extract { schema: "vk_2012", country: "RU", columns: &[GIVEN, SURNAME, EMAIL, PHONE, PASSWORD] },
    Extract { schema: "linkedin_2012_full", country: "US", columns: &[EMAIL, SHA1] },
    Extract {
        schema: "linkedin_2021_scrape",
        country: "US",
        columns: &[
            ("social_profile_id", "", ["public_identifier", "public_identifier", "public_identifier"]),
            FULL_NAME,
            EMAIL,
            ("job_title", "", ["Посада", "Должность", "job_title"]),
            ("employer", "", ["Місце роботи", "Место работы", "job_company_name"]),
            ("location", "", ["Місто", "Город", "location_country"]),
            ("url", "", ["Посилання", "Ссылка", "linkedin_url"]),
        ],
    },
    Extract {
        schema: "ua.tg_bot_reply",
        country: "UA",
        columns: &[
            PHONE,
            FULL_NAME,
            BORN,
            PASSPORT,
            TAX,
            ADDRESS,
            LICENCE,
            PASSWORD,
            ("source_label", "", ["База", "База", "source"]),
        ],
    },
    Extract {
        schema: "telegram_desktop_export",
        country: "UA",
        columns: &[
            ("last_active", "", ["last_active", "last_active", "last_active"]),
            ("ip", "", ["IP", "IP", "last_ip"]),
            ("country", "", ["Країна", "Страна", "last_country"]),
            ("application_name", "", ["application_name", "Приложение", "application_name"]),
            ("device_model", "", ["device_model", "Устройство", "device_model"]),
            ("platform", "", ["platform", "Платформа", "platform"]),
            ("session_created", "", ["created", "created", "created"]),
        ],
    },
    Extract {
        schema: "sms_interception_log",
        country: "KG",
        columns: &[
            ("date", "", ["Дата", "Дата", "datetime"]),
            ("caller", "", ["Від", "От", "from"]),
            ("called", "", ["Кому", "Кому", "to"]),
            ("imsi", "", ["IMSI", "IMSI", "imsi"]),
            ("sms_text", "", ["Текст", "Текст", "text"]),
        ],
    },
    Extract {
        schema: "kg.safe_city_violation",
        country: "KG",
        columns: &[
            ("violation_time", "", ["Дата порушення", "Дата и время нарушения", "violation_time"]),
            ("place", "", ["Місце порушення", "Место нарушения", "place"]),
            ("kg.plate_2016", "", ["Номерний знак", "Госномер", "plate"]),
            ("speed", "", ["Швидкість", "Скорость", "speed"]),
            ("full_name", "", ["Власник", "Владелец", "owner"]),
            ("photo_file", "", ["Фото", "Фото", "photo"]),
        ],
    },
    Extract {
        schema: "kg.state_services",
        country: "KG",
        columns: &[
            ("kg.pin", "", ["ПІН", "ПИН", "pin"]),
            SURNAME,
            GIVEN,
            PATRONYMIC,
            BORN,
            SEX,
            ("kg.passport", "", ["Паспорт", "Паспорт", "passport"]),
            ADDRESS,
        ],
    },
];

/// SHA-1 of five of the most common passwords: what is unsalted shows them.
const COMMON: &[&str] = &[
    "7c4a8d09ca3762af61e59520943dc26494f8941b",
    "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8",
    "b1b3773a05c0ed0176787a4f1574ff0075f7521e",
    "7c222fb2927d828af22f592134e8932480637c0d",
    "3d4f2bf07dc1be38b20cd6e46949a1071f9d0e3d",
];

/// The extract as text: with names in a language, or without; in its own order, or in another.
pub fn table(extract: &Extract, language: Option<usize>, shuffled: bool, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut columns: Vec<&Column> = extract.columns.iter().collect();
    for last in (1..columns.len()).rev().filter(|_| shuffled) {
        columns.swap(last, dice.below(last + 1));
    }
    let names =
        |language: usize| columns.iter().map(|(.., names)| names[language]).collect::<Vec<_>>().join(";") + "\n";
    let mut text = language.map(names).unwrap_or_default();
    for _ in 0..200 {
        let row = Row::draw(&mut dice);
        let one = |(field, kind, _): &&Column| {
            let kinds: Vec<String> =
                [kind].iter().filter(|kind| !kind.is_empty()).map(|kind| (**kind).to_owned()).collect();
            if *kind == "hash.sha1" && dice.below(4) == 0 {
                return COMMON[dice.below(COMMON.len())].to_owned();
            }
            cell(&mut dice, &row, field, &kinds, extract.country)
        };
        let cells: Vec<String> = columns.iter().map(one).collect();
        text += &(cells.join(";") + "\n");
    }
    text
}
