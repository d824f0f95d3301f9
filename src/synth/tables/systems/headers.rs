//! What people call columns: other words than the systems' own, in three languages and in between.

use super::super::Home;
use super::super::dice::Dice;
use super::Field;

/// Role, words in English or Latin letters, Ukrainian, Russian.
type Words = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// What columns are called, by role. A role that is missing keeps its own name.
const WORDS: &[Words] = &[
    ("surname", &["surname", "last_name", "lname", "FAM", "familia"], &["Прізвище", "прізв."], &["Фамилия", "фам"]),
    ("given_name", &["first_name", "given_name", "fname", "IM", "imya"], &["Ім'я"], &["Имя"]),
    ("patronymic", &["middle_name", "patronymic", "OT", "otch"], &["По батькові"], &["Отчество", "отч"]),
    ("full_name", &["full_name", "fio", "pib", "customer_name"], &["ПІБ"], &["ФИО"]),
    (
        "birth_date",
        &["dob", "birthday", "birth_date", "DR", "date_of_birth"],
        &["Дата народження"],
        &["Дата рождения", "др"],
    ),
    ("sex", &["sex", "gender"], &["Стать"], &["Пол"]),
    (
        "phone",
        &["phone", "tel", "mobile", "TEL", "phone_number"],
        &["Телефон", "моб."],
        &["Телефон", "тел", "моб. тел."],
    ),
    ("email", &["email", "e_mail", "mail", "EMAIL"], &["Ел. пошта", "Пошта"], &["Почта", "Эл. почта"]),
    ("address", &["address", "addr", "ADRES", "residence"], &["Адреса"], &["Адрес", "Прописка"]),
    ("birth_place", &["birth_place", "place_of_birth", "born_in"], &["Місце народження"], &["Место рождения"]),
    ("tax_number", &["inn", "ipn", "tax_id", "INN"], &["ІПН", "РНОКПП", "Код"], &["ИНН", "идент. код"]),
    (
        "passport",
        &["passport", "pasp", "PASP", "doc_number"],
        &["Паспорт", "Серія та номер"],
        &["Паспорт", "Серия и номер"],
    ),
    ("issued_by", &["issued_by", "pasp_org", "issuer"], &["Ким видано"], &["Кем выдан"]),
    ("issue_date", &["issue_date", "date_issued", "issued"], &["Дата видачі"], &["Дата выдачи"]),
    ("expiry_date", &["expiry", "valid_until", "expires"], &["Дійсне до", "Дійсний до"], &["Действительно до"]),
    ("document_number", &["document_number", "doc_num"], &["Номер документа"], &["Номер документа"]),
    ("employer", &["employer", "work", "company", "workplace"], &["Місце роботи"], &["Место работы"]),
    ("education", &["education", "edu"], &["Освіта"], &["Образование"]),
    ("marital", &["marital", "family_status"], &["Сімейний стан"], &["Семейное положение"]),
    ("car", &["auto", "has_car"], &["Наявність авто"], &["Авто"]),
    ("account", &["account", "card"], &["Рахунок"], &["Счет", "карта"]),
    ("licence_series", &["series", "ser"], &["Серія"], &["Серия"]),
    ("licence_number", &["number", "num"], &["Номер"], &["Номер"]),
    (
        "licence",
        &["licence", "driver_license", "dl_number"],
        &["Водійське посвідчення", "Посвідчення"],
        &["Водительское", "ВУ"],
    ),
    ("category", &["categories", "category"], &["Категорії"], &["Категории"]),
    ("department", &["department", "office", "issuing_centre"], &["Підрозділ"], &["Подразделение"]),
    (
        "plate",
        &["plate", "reg_number", "plate_number", "NOMER"],
        &["Номерний знак", "Держ. номер"],
        &["Госномер", "ГРЗ"],
    ),
    ("vin", &["vin", "vin_code", "KUZOV"], &["VIN", "Номер кузова"], &["Кузов", "VIN"]),
    ("brand", &["brand", "make", "MARKA"], &["Марка"], &["Марка"]),
    ("model", &["model"], &["Модель"], &["Модель"]),
    ("make_year", &["year", "make_year"], &["Рік", "Рік випуску"], &["Год", "Год выпуска"]),
    ("colour", &["color", "colour"], &["Колір"], &["Цвет"]),
    ("certificate", &["tech_passport", "certificate"], &["Техпаспорт"], &["Техпаспорт", "СТС"]),
    ("registration_date", &["registered", "reg_date"], &["Дата реєстрації"], &["Дата регистрации"]),
    ("city", &["city", "town", "GOROD"], &["Місто"], &["Город"]),
    ("branch", &["warehouse", "branch", "office"], &["Відділення"], &["Отделение"]),
    ("waybill", &["waybill", "tracking", "ttn"], &["ТТН", "Накладна"], &["ТТН", "Накладная"]),
    ("polling", &["polling_station", "precinct"], &["Дільниця", "ДВК"], &["Участок"]),
    ("password", &["password", "pass", "pwd", "passwd"], &["Пароль"], &["Пароль"]),
    ("password_hash", &["hash", "passhash", "password_hash", "pwd"], &["Хеш"], &["Хэш"]),
    ("salt", &["salt", "password_salt"], &["Сіль"], &["Соль"]),
    ("username", &["username", "login", "nick", "user_name"], &["Логін", "Нік"], &["Логин", "Ник"]),
    ("id", &["id", "uid", "user_id", "member_id", "ID"], &["№"], &["№"]),
    ("ip", &["ip", "ip_address", "last_ip", "regip"], &["IP"], &["IP"]),
    ("country", &["country", "country_code"], &["Країна"], &["Страна"]),
    ("url", &["url", "link", "host", "site"], &["Посилання", "Сайт"], &["Ссылка", "Сайт"]),
    ("date", &["date", "created", "datetime", "joined_at"], &["Дата"], &["Дата", "Дата и время"]),
    ("place", &["place", "location", "where"], &["Місце"], &["Место", "Место нарушения"]),
    ("speed", &["speed", "km_h"], &["Швидкість"], &["Скорость"]),
    ("fine", &["fine", "amount", "penalty"], &["Штраф"], &["Сумма штрафа", "Штраф"]),
    ("pin", &["pin", "personal_number", "inn"], &["ПІН"], &["ПИН", "ИНН"]),
    ("nationality", &["nationality", "ethnicity"], &["Національність"], &["Национальность"]),
    ("text", &["text", "message", "body"], &["Текст"], &["Текст", "Сообщение"]),
    ("job_title", &["job_title", "headline", "position"], &["Посада"], &["Должность"]),
    ("photo", &["photo", "picture", "img"], &["Фото"], &["Фото"]),
    ("noise", &["field1", "extra", "col_7", "tmp", "remark"], &["примітка"], &["прим."]),
];

/// Whether people have other words for the role; else the system's own name stays.
pub(super) fn has_words(role: &str) -> bool {
    WORDS.iter().any(|(own, ..)| *own == role)
}

/// A name for each field in one language (now and then a word of another slips in), none twice.
pub(super) fn renamed(fields: &[Field], home: Home, dice: &mut Dice) -> Vec<String> {
    let language = match (home, dice.below(3)) {
        (Home::World, _) | (_, 0) => 0,
        (Home::Ua, 1) => 1,
        _ => 2,
    };
    let mut names: Vec<String> = Vec::new();
    for field in fields {
        let language = if dice.percent(5) && home != Home::World { dice.below(3) } else { language };
        let known = WORDS.iter().find(|(role, ..)| *role == field.role);
        let words = known.map_or(&[][..], |(_, latin, uk, ru)| [*latin, *uk, *ru][language as usize]);
        let mut name = if words.is_empty() { field.own.to_owned() } else { dice.pick(words).to_owned() };
        if names.contains(&name) {
            name = format!("{name}{}", names.len());
        }
        names.push(name);
    }
    names
}
