//! What people call columns of each kind, in English, Ukrainian, Russian and Kyrgyz, whole and abbreviated; and what is written
//! over columns that are something else.
//!
//! # Source
//! Forms, registers and exports as the public sees them; nothing here is read from the model's own words.

use super::super::dice::Dice;
use super::super::{Home, MadeColumn, Tells};
use super::all;

/// What stands over a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A word for what it is.
    Own,
    /// A word for many things: "number", "code", "document".
    General,
    /// Nothing, or nothing that means anything: "F7".
    Unknown,
    /// A word for something else: the header slipped by a column, or somebody erred.
    Misleading,
}

/// Id, words in English or Latin letters, Ukrainian, Russian, Kyrgyz. An id without words is named in general only.
type Words = (&'static str, [&'static [&'static str]; 4]);

const PLATE: [&[&str]; 4] = [
    &["plate", "plate_number", "reg_number", "car_plate", "Nomer avto"],
    &["Номерний знак", "Держ. номер", "д.н.з.", "Номер авто"],
    &["Госномер", "гос. номер", "ГРЗ", "Номер авто"],
    &["Унаа номери", "Мамлекеттик номери"],
];
const PHONE: [&[&str]; 4] = [
    &["phone", "tel", "mobile", "phone_number", "Phone No", "MOB"],
    &["Телефон", "тел.", "моб. тел.", "Номер телефону"],
    &["Телефон", "тел.", "сот. тел.", "Номер телефона", "моб."],
    &["Телефону", "тел."],
];

#[rustfmt::skip]
const WORDS: &[Words] = &[
    ("ua.rntrc", [&["inn", "ipn", "tax_id", "RNOKPP", "TIN"], &["ІПН", "РНОКПП", "ідент. код", "Ідентифікаційний код"], &["ИНН", "идент. код", "ІПН"], &[]]),
    ("ua.unzr", [&["unzr", "record_no"], &["УНЗР", "Запис № (УНЗР)"], &["УНЗР"], &[]]),
    ("ua.edrpou", [&["edrpou", "EDRPOU code", "okpo"], &["ЄДРПОУ", "Код ЄДРПОУ"], &["ЕГРПОУ", "ОКПО", "код ЕДРПОУ"], &[]]),
    ("ua.vat_ipn12", [&["vat_no", "vat_number", "ipn_pdv"], &["ІПН платника ПДВ", "Номер платника ПДВ"], &["ИНН плательщика НДС"], &[]]),
    ("ua.passport_booklet", [&["passport", "pasp", "passport_no"], &["Паспорт", "Серія та номер паспорта", "серія, № паспорта"], &["Паспорт", "Серия и номер паспорта", "пасп."], &[]]),
    ("ua.id_card", [&["id_card", "idcard_number"], &["ID-картка", "Номер ID-картки"], &["ID-карта", "номер ID-карты"], &[]]),
    ("ua.passport_international", [&["foreign_passport", "international_passport", "travel_passport"], &["Закордонний паспорт", "Загранпаспорт", "закорд. паспорт"], &["Загранпаспорт", "загран. паспорт"], &[]]),
    ("ua.driver_licence", [&["driver_license", "driving_licence", "DL number", "licence_no"], &["Посвідчення водія", "Водійське посвідчення", "посв. водія"], &["Водительское удостоверение", "вод. удостоверение", "ВУ"], &[]]),
    ("ua.vehicle_plate_2004", PLATE),
    ("ua.vehicle_plate_1995", PLATE),
    ("ua.vehicle_plate_soviet", PLATE),
    ("kg.plate_2016", PLATE),
    ("kg.plate_1994", PLATE),
    ("kg.plate_foreign", PLATE),
    ("ru.plate", PLATE),
    ("ua.vrc", [&["techpassport", "registration_certificate", "vrc"], &["Техпаспорт", "Свідоцтво про реєстрацію ТЗ", "техпасп."], &["Техпаспорт", "СТС", "свидетельство о регистрации ТС"], &[]]),
    ("ua.iban", [&["iban", "account_iban"], &["IBAN", "Рахунок IBAN"], &["IBAN", "счет IBAN"], &[]]),
    ("ua.mfo", [&["mfo", "bank_mfo"], &["МФО", "МФО банку"], &["МФО", "МФО банка"], &[]]),
    ("ua.phone", PHONE),
    ("kg.phone", PHONE),
    ("ru.phone", PHONE),
    ("phone.e164", PHONE),
    ("ua.student_card", [&["student_card", "student_id_card"], &["Студентський квиток", "студ. квиток"], &["Студенческий билет", "студ. билет"], &[]]),
    ("ua.military_ticket", [&["military_id", "military_ticket"], &["Військовий квиток", "військ. квиток"], &["Военный билет", "воен. билет"], &[]]),
    ("ua.katottg", [&["katottg"], &["КАТОТТГ", "Код КАТОТТГ"], &["КАТОТТГ"], &[]]),
    ("ua.koatuu", [&["koatuu", "REG_ADDR_KOATUU"], &["КОАТУУ", "Код КОАТУУ"], &["КОАТУУ"], &[]]),
    ("ua.postcode", [&["postcode", "zip", "postal_code", "zip_code"], &["Поштовий індекс", "Індекс", "пошт. індекс"], &["Почтовый индекс", "Индекс"], &[]]),
    ("nova_poshta.waybill", [&["ttn", "waybill", "tracking_number"], &["ТТН", "Номер накладної", "ЕН"], &["ТТН", "Номер накладной"], &[]]),
    ("kg.pin", [&["pin", "inn", "personal_number"], &["ПІН"], &["ПИН", "ИНН", "персональный номер"], &["ПИН", "Жеке номери"]]),
    ("kg.passport", [&["passport", "passport_number", "pasp_no"], &["Паспорт"], &["Паспорт", "Серия и номер паспорта", "№ паспорта"], &["Паспорту", "Паспорттун номери"]]),
    ("kg.driver_licence", [&["driver_license", "driving_licence"], &["Посвідчення водія"], &["Водительское удостоверение", "ВУ"], &["Айдоочулук күбөлүк"]]),
    ("kg.okpo", [&["okpo", "okpo_code"], &["ОКПО"], &["ОКПО", "Код ОКПО", "код по ОКПО"], &["ОКПО"]]),
    ("ru.passport", [&["passport", "passport_no", "pasport"], &["Паспорт"], &["Паспорт", "Серия и номер паспорта", "паспорт РФ"], &["Паспорту"]]),
    ("ru.passport_international", [&["foreign_passport", "zagranpasport", "international_passport"], &["Закордонний паспорт"], &["Загранпаспорт", "Заграничный паспорт", "загран. паспорт"], &[]]),
    ("ru.inn10", [&["inn", "org_inn", "INN"], &["ІПН"], &["ИНН", "ИНН организации", "ИНН юр. лица"], &[]]),
    ("ru.inn12", [&["inn", "INN", "tax_id"], &["ІПН"], &["ИНН", "ИНН физ. лица"], &[]]),
    ("ru.snils", [&["snils", "SNILS"], &["СНІЛС"], &["СНИЛС", "страховой номер"], &[]]),
    ("ru.ogrn", [&["ogrn"], &["ОГРН"], &["ОГРН"], &[]]),
    ("ru.ogrnip", [&["ogrnip"], &["ОГРНІП"], &["ОГРНИП"], &[]]),
    ("ru.driver_licence", [&["driver_license", "driving_licence"], &["Посвідчення водія"], &["Водительское удостоверение", "ВУ", "права"], &[]]),
    ("kz.iin", [&["iin"], &["ІІН"], &["ИИН", "ЖСН"], &[]]),
    ("uz.pinfl", [&["pinfl", "jshshir"], &["ПІНФЛ"], &["ПИНФЛ", "ЖШШИР"], &[]]),
    ("md.idno", [&["idno"], &[], &["IDNO"], &[]]),
    ("us.ssn", [&["ssn", "SSN", "social_security_number"], &[], &[], &[]]),
    ("br.cpf", [&["cpf", "CPF"], &[], &[], &[]]),
    ("br.cnpj", [&["cnpj"], &[], &[], &[]]),
    ("in.aadhaar", [&["aadhaar", "aadhar_no"], &[], &[], &[]]),
    ("in.pan", [&["pan", "pan_no"], &[], &[], &[]]),
    ("pl.pesel", [&["pesel"], &[], &[], &[]]),
    ("pl.nip", [&["nip"], &[], &[], &[]]),
    ("es.dni", [&["dni", "nif"], &[], &[], &[]]),
    ("es.nie", [&["nie"], &[], &[], &[]]),
    ("it.codicefiscale", [&["codice_fiscale", "cf"], &[], &[], &[]]),
    ("gb.nino", [&["nino", "ni_number"], &[], &[], &[]]),
    ("gb.nhs", [&["nhs_number", "nhs_no"], &[], &[], &[]]),
    ("fr.nir", [&["nir", "numero_securite_sociale"], &[], &[], &[]]),
    ("de.idnr", [&["steuer_id", "idnr"], &[], &[], &[]]),
    ("nl.bsn", [&["bsn"], &[], &[], &[]]),
    ("ro.cnp", [&["cnp"], &[], &[], &[]]),
    ("bg.egn", [&["egn", "ЕГН"], &[], &[], &[]]),
    ("ee.ik", [&["isikukood"], &[], &[], &[]]),
    ("lt.asmens", [&["asmens_kodas", "asmens kodas"], &[], &[], &[]]),
    ("tr.tckimlik", [&["tckn", "tc_kimlik_no"], &[], &[], &[]]),
    ("cn.ric", [&["id_number", "sfz", "shenfenzheng"], &[], &[], &[]]),
    ("vin", [&["vin", "VIN code", "vin_code"], &["VIN", "VIN-код", "номер кузова"], &["VIN", "Номер кузова", "кузов"], &["VIN"]]),
    ("pan", [&["card_number", "pan", "card", "credit_card"], &["Номер картки", "Картка"], &["Номер карты", "Карта"], &["Карта номери"]]),
    ("iban", [&["iban", "IBAN"], &["IBAN"], &["IBAN"], &["IBAN"]]),
    ("imei", [&["imei", "IMEI"], &["IMEI"], &["IMEI"], &["IMEI"]]),
    ("imsi", [&["imsi", "IMSI"], &["IMSI"], &["IMSI"], &["IMSI"]]),
    ("iccid", [&["iccid", "sim_number"], &["ICCID"], &["ICCID", "номер сим-карты"], &["ICCID"]]),
    ("mac", [&["mac", "mac_address", "MAC addr"], &["MAC-адреса"], &["MAC-адрес"], &["MAC"]]),
    ("email", [&["email", "e-mail", "mail", "EMAIL_ADDR"], &["Ел. пошта", "Електронна пошта", "Пошта"], &["Почта", "Эл. почта", "электронная почта"], &["Электрондук почта", "Почтасы"]]),
    ("ipv4", [&["ip", "ip_address", "last_ip"], &["IP", "IP-адреса"], &["IP", "IP-адрес"], &["IP"]]),
    ("ipv6", [&["ip", "ipv6"], &["IP", "IP-адреса"], &["IP", "IP-адрес"], &["IP"]]),
    ("uuid", [&["uuid", "guid"], &["UUID"], &["UUID"], &["UUID"]]),
    ("url", [&["url", "link", "website"], &["Посилання", "Сайт"], &["Ссылка", "Сайт"], &["Шилтеме"]]),
    ("geo.latlon", [&["coordinates", "lat_lon", "gps"], &["Координати"], &["Координаты"], &["Координаталар"]]),
    ("username", [&["username", "login", "nick", "user_name"], &["Логін", "Нік"], &["Логин", "Ник", "Никнейм"], &["Логин"]]),
    ("telegram.username", [&["telegram", "tg_username", "telegram_username"], &["Телеграм", "Telegram"], &["Телеграм", "Ник в телеграм"], &["Телеграм"]]),
    ("telegram.user_id", [&["telegram_id", "tg_id", "telegram_user_id"], &["Telegram ID"], &["Telegram ID", "айди телеграм"], &["Telegram ID"]]),
    ("telegram.chat_id", [&["chat_id", "telegram_chat_id"], &["chat_id"], &["chat_id"], &["chat_id"]]),
    ("vk.id", [&["vk", "vk_id"], &["VK"], &["ВК", "ВКонтакте", "id вк"], &["ВК"]]),
    ("facebook.id", [&["facebook_id", "fb_id", "fbid"], &["Facebook ID"], &["id фейсбук", "Facebook ID"], &["Facebook ID"]]),
    ("btc", [&["btc", "bitcoin", "btc_address"], &["Біткоїн-гаманець", "BTC"], &["Биткоин", "BTC кошелек"], &["BTC"]]),
    ("eth", [&["eth", "ethereum", "eth_address"], &["ETH", "гаманець ETH"], &["ETH", "кошелек ETH"], &["ETH"]]),
    ("tron", [&["tron", "trx_address", "usdt_trc20"], &["TRON", "гаманець TRC20"], &["TRON", "кошелек TRC20"], &["TRON"]]),
    ("surname", [&["last_name", "surname", "LASTNAME", "FAM"], &["Прізвище", "прізв."], &["Фамилия", "фам."], &["Фамилиясы"]]),
    ("given_name", [&["first_name", "given_name", "FNAME", "IM"], &["Ім'я", "Ім’я"], &["Имя"], &["Аты"]]),
    ("patronymic", [&["middle_name", "patronymic", "OTCH"], &["По батькові", "по-батькові"], &["Отчество", "отч."], &["Атасынын аты"]]),
    ("person_name", [&["full_name", "fio", "customer_name", "PIB", "name"], &["ПІБ", "П.І.Б.", "Прізвище, ім'я, по батькові"], &["ФИО", "Ф.И.О.", "Владелец"], &["Аты-жөнү", "ФАА"]]),
    ("date", [&["birth_date", "dob", "birthday", "DATE_R"], &["Дата народження", "Дата нар.", "д.н."], &["Дата рождения", "Дата рожд.", "д.р."], &["Туулган күнү", "Туулган датасы"]]),
    ("sex", [&["sex", "gender"], &["Стать"], &["Пол"], &["Жынысы"]]),
    ("address", [&["address", "addr", "residence"], &["Адреса", "Адреса проживання"], &["Адрес", "Адрес проживания", "прописка"], &["Дареги"]]),
    ("password", [&["password", "pass", "pwd", "passwd"], &["Пароль"], &["Пароль", "пасс"], &["Сырсөз"]]),
    ("nothing.town", [&["city", "town"], &["Місто", "Нас. пункт"], &["Город", "Нас. пункт"], &["Шаары"]]),
    ("nothing.price", [&["price", "amount"], &["Ціна", "Сума"], &["Цена", "Сумма"], &["Баасы"]]),
    ("nothing.comment", [&["comment", "note"], &["Коментар", "Примітка"], &["Комментарий", "Примечание", "прим."], &["Эскертүү"]]),
    ("nothing.number", [&["no", "row", "nr"], &["№", "№ п/п"], &["№", "№ п/п"], &["№"]]),
    ("nothing.category", [&["category", "class"], &["Категорія"], &["Категория"], &["Категориясы"]]),
    ("nothing.flag", [&["active", "is_blocked"], &["Активний"], &["Активен"], &["Активдүү"]]),
    ("nothing.amount", [&["quantity", "qty", "count"], &["Кількість", "к-сть"], &["Количество", "кол-во"], &["Саны"]]),
    ("nothing.time", [&["time", "hour"], &["Час"], &["Время"], &["Убактысы"]]),
    ("nothing.product", [&["product", "item"], &["Товар", "Назва товару"], &["Товар", "Наименование"], &["Товар"]]),
    ("nothing.company", [&["company", "employer"], &["Підприємство", "Місце роботи"], &["Организация", "Место работы"], &["Уюм"]]),
    ("nothing.job", [&["job", "position", "job_title"], &["Посада"], &["Должность"], &["Кызматы"]]),
    ("nothing.country", [&["country", "country_code"], &["Країна"], &["Страна"], &["Өлкө"]]),
    ("nothing.article", [&["sku", "article", "part_no"], &["Артикул"], &["Артикул"], &["Артикул"]]),
    ("nothing.measure", [&["temperature", "value"], &["Показник"], &["Показание"], &["Көрсөткүч"]]),
    ("nothing.year", [&["year", "make_year"], &["Рік", "Рік випуску"], &["Год", "Год выпуска"], &["Жылы"]]),
    ("nothing.order", [&["order_id", "order_no"], &["№ замовлення", "Замовлення"], &["№ заказа", "Заказ"], &["Буйрутма"]]),
    ("nothing.big_number", [&["barcode", "ref_no"], &["Штрих-код"], &["Штрихкод"], &["Штрих-код"]]),
    ("nothing.version", [&["version", "app_version"], &["Версія"], &["Версия"], &["Версиясы"]]),
    ("nothing.title", [&["title", "book"], &["Назва"], &["Название"], &["Аталышы"]]),
    ("nothing.colour", [&["color", "colour"], &["Колір"], &["Цвет"], &["Түсү"]]),
    ("nothing.score", [&["score", "result"], &["Рахунок матчу"], &["Счет матча"], &["Эсеп"]]),
    ("nothing.file", [&["file", "photo", "image"], &["Файл", "Фото"], &["Файл", "Фото"], &["Файл"]]),
    ("nothing.token", [&["token", "session"], &["Токен"], &["Токен"], &["Токен"]]),
    ("nothing.percent", [&["percent", "discount"], &["Знижка", "Відсоток"], &["Скидка", "Процент"], &["Пайызы"]]),
];

/// Over columns of hashed passwords: what is hashed, not how.
const HASHED: [&[&str]; 4] = [
    &["password", "passwd", "pass_hash", "hash", "password_hash", "user_pass", "PWD"],
    &["Пароль", "Хеш пароля", "Хеш"],
    &["Пароль", "Хэш пароля", "хеш"],
    &["Сырсөз"],
];

/// Words that many columns have.
const GENERAL: [&[&str]; 4] = [
    &["number", "code", "id", "value", "document", "num", "data"],
    &["Номер", "Код", "Документ", "Значення", "Дані"],
    &["Номер", "Код", "Документ", "Значение", "Данные"],
    &["Номери", "Коду", "Документи"],
];

/// Words that mean nothing.
const UNKNOWN: &[&str] = &["F7", "col_12", "поле3", "Unnamed: 4", "x1", "", "zzz", "столбец 5", "??", "A"];

/// Shares of a hundred columns: named as what they are, in general, by nothing; the rest misleads.
const OWN: u64 = 70;
const IN_GENERAL: u64 = 10;
const BY_NOTHING: u64 = 10;

/// A name for each column of a table in one language (now and then a word of another slips in), and what it is.
pub(super) fn named(columns: &[MadeColumn], home: Home, dice: &mut Dice) -> Vec<(String, Naming)> {
    let language = match (home, dice.below(3)) {
        (Home::World, _) | (_, 0) => 0,
        (Home::Ua, 1) => 1,
        (Home::Kg, 1) => 3,
        _ => 2,
    };
    let mut names: Vec<(String, Naming)> = Vec::new();
    for column in columns {
        let language = if dice.percent(5) { dice.below(4) } else { language } as usize;
        let (name, naming) = name(column, columns, language, dice);
        let taken = !name.is_empty() && names.iter().any(|(other, _)| *other == name);
        names.push((if taken { format!("{name}{}", names.len()) } else { name }, naming));
    }
    names
}

fn name(column: &MadeColumn, beside: &[MadeColumn], language: usize, dice: &mut Dice) -> (String, Naming) {
    let turn = dice.below(100);
    if turn < OWN {
        // What a password is hashed with, no header says.
        let naming = if column.id.starts_with("hash.") { Naming::General } else { Naming::Own };
        return (word(column.id, language, dice), naming);
    }
    if turn < OWN + IN_GENERAL {
        return (dice.pick(GENERAL[language]).to_owned(), Naming::General);
    }
    if turn < OWN + IN_GENERAL + BY_NOTHING {
        return (dice.pick(UNKNOWN).to_owned(), Naming::Unknown);
    }
    let own = word(column.id, language, dice);
    let every: Vec<&MadeColumn> = if dice.percent(50) { beside.iter().collect() } else { all().collect() };
    for _ in 0..20 {
        let other = every[dice.below(every.len() as u64) as usize];
        let wrong = word(other.id, language, dice);
        if !alike(column, other) && wrong != own && !words(column.id).iter().any(|list| list.contains(&wrong.as_str()))
        {
            return (wrong, Naming::Misleading);
        }
    }
    (own, Naming::Own)
}

/// Whether nobody could tell the one from the other by its values, or they are kinds of one thing.
fn alike(one: &MadeColumn, other: &MadeColumn) -> bool {
    let lists = |one: &MadeColumn, other: &MadeColumn| match one.tells {
        Tells::Among(ids) | Tells::Tested(ids) => ids.contains(&other.id),
        Tells::Values | Tells::Nothing => false,
    };
    let thing = |id: &'static str| match id {
        // Over hashes stands what they are hashes of.
        id if id.starts_with("hash.") => "login",
        id if id.ends_with("phone") || id == "phone.e164" => "phone",
        "iban" | "ua.iban" => "iban",
        "username" | "telegram.username" | "password" => "login",
        "surname" | "given_name" | "patronymic" | "person_name" => "name",
        id => id,
    };
    lists(one, other) || lists(other, one) || thing(one.id) == thing(other.id)
}

fn words(id: &str) -> &'static [&'static [&'static str]; 4] {
    const NONE: [&[&str]; 4] = [&[]; 4];
    if id.starts_with("hash.") {
        return &HASHED;
    }
    WORDS.iter().find(|(listed, _)| *listed == id).map_or(&NONE, |(_, words)| words)
}

/// A word for a kind in a language, else in English.
fn word(id: &str, language: usize, dice: &mut Dice) -> String {
    let words = words(id);
    let list = if words[language].is_empty() { words[0] } else { words[language] };
    if list.is_empty() { dice.pick(GENERAL[0]).to_owned() } else { dice.pick(list).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_column_has_words() {
        for column in all() {
            assert!(!words(column.id)[0].is_empty(), "{}", column.id);
        }
        for (id, _) in WORDS {
            assert!(all().any(|column| column.id == *id), "{id}");
        }
    }

    #[test]
    fn a_misleading_word_is_none_of_the_column() {
        let columns: Vec<MadeColumn> = all().take(40).copied().collect();
        let (mut seen, mut dice) = ([0; 4], Dice::new(7));
        for _ in 0..40 {
            for (column, (name, naming)) in columns.iter().zip(named(&columns, Home::Ua, &mut dice)) {
                let own = words(column.id).iter().any(|list| list.contains(&name.as_str()));
                assert!(!(naming == Naming::Misleading && own), "{}: {name}", column.id);
                seen[naming as usize] += 1;
            }
        }
        assert!(seen.iter().all(|count| *count > 40), "{seen:?}");
    }
}
