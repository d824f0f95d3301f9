//! Invented cells for every field, so that a table can be written from a schema.

/// A stream of dice.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below
    }

    fn pick(&mut self, list: &str) -> String {
        let words: Vec<&str> = list.split('|').collect();
        words[self.below(words.len())].to_owned()
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }

    fn hex(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"0123456789abcdef"[self.below(16)])).collect()
    }

    fn letters(&mut self, alphabet: &str, count: usize) -> String {
        let all: Vec<char> = alphabet.chars().collect();
        (0..count).map(|_| all[self.below(all.len())]).collect()
    }
}

/// One person (or thing) of a row, so that its cells agree.
pub struct Row {
    surname: String,
    given: String,
    patronymic: String,
    male: bool,
    born: (usize, usize, usize),
}

const ROOTS: &str = "Зразк|Тестов|Приклад|Вигад|Неспр|Умов|Макет|Пробн|Ескіз|Шаблон|Кресл|Начерк|Модел|Муляж|Взірц|Копій|Довід|Перевір|Навчал|Учбов|Штучн|Мовч|Гуд|Криниц|Березн|Калин|Дубов|Ліщин|Вербиц|Осик";
const ENDS: &str = "енко|ук|ський|юк|ець|ко|ич|ан";
const MEN: &str = "Олег|Іван|Петро|Андрій|Сергій|Микола|Тарас|Богдан|Роман|Юрій|Максим|Денис|Павло|Ігор";
const WOMEN: &str = "Олена|Ірина|Марія|Ганна|Оксана|Наталія|Тетяна|Юлія|Світлана|Катерина|Людмила|Софія";
const FATHERS: &str = "Іван|Петр|Андрі|Сергі|Микола|Тарас|Богдан|Роман|Максим|Денис|Павл";
const LATIN: &str = "Test|Sample|Example|Model|Draft|Mock|Proof|Trial|Pattern|Sketch|Figure|Outline";
const LATIN_GIVEN: &str = "Anna|Ben|Clara|David|Emma|Frank|Grace|Henry|Iris|John|Kate|Leo|Mary|Nick|Olga|Paul";
const CITIES: &str =
    "Київ|Львів|Харків|Одеса|Дніпро|Луцьк|Рівне|Суми|Полтава|Чернігів|Вінниця|Житомир|Херсон|Ужгород|Тернопіль|Черкаси";
const STREETS: &str = "Тестова|Зразкова|Садова|Лісова|Шкільна|Польова|Нова|Зелена|Миру|Центральна|Перемоги";
const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";

impl Row {
    pub fn draw(dice: &mut Dice) -> Row {
        let male = dice.below(2) == 0;
        let father = dice.pick(FATHERS);
        Row {
            surname: dice.pick(ROOTS) + &dice.pick(ENDS),
            given: if male { dice.pick(MEN) } else { dice.pick(WOMEN) },
            patronymic: father + if male { "ович" } else { "івна" },
            male,
            born: (1940 + dice.below(60), 1 + dice.below(12), 1 + dice.below(28)),
        }
    }
}

fn date(dice: &mut Dice, from: usize, to: usize, iso: bool) -> String {
    let (year, month, day) = (from + dice.below(to - from), 1 + dice.below(12), 1 + dice.below(28));
    if iso { format!("{year}-{month:02}-{day:02}") } else { format!("{day:02}.{month:02}.{year}") }
}

fn moment(dice: &mut Dice, from: usize, to: usize) -> String {
    format!("{} {:02}:{:02}:{:02}", date(dice, from, to, true), dice.below(24), dice.below(60), dice.below(60))
}

/// Ukrainian tax number of a person, with its check digit.
fn rntrc(dice: &mut Dice, row: &Row) -> String {
    let (year, month, day) = (row.born.0 as i64, row.born.1 as i64, row.born.2 as i64);
    let (y, m) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = |y: i64, m: i64, d: i64| 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d;
    let number = days(y, m, day) - days(1899, 9, 31);
    let base = format!("{number:05}{}{}", dice.digits(3), dice.below(5) * 2 + usize::from(row.male));
    let weights = [-1_i64, 5, 7, 9, 4, 6, 10, 5, 7];
    let sum: i64 = base.bytes().zip(weights).map(|(digit, weight)| i64::from(digit - b'0') * weight).sum();
    format!("{base}{}", sum.rem_euclid(11) % 10)
}

fn unzr(dice: &mut Dice, row: &Row) -> String {
    let base = format!("{}{:02}{:02}{}", row.born.0, row.born.1, row.born.2, dice.digits(4));
    let sum: usize = base.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(d, w)| usize::from(d - b'0') * w).sum();
    format!("{}-{}{}", &base[..8], &base[8..], sum % 10)
}

fn email(dice: &mut Dice) -> String {
    let domain = dice.pick("example.com|example.org|mail.example.net|example.com.ua|post.example.org");
    format!("{}{}@{domain}", dice.letters(LOWER, 6), dice.below(90))
}

fn password(dice: &mut Dice) -> String {
    let signs = ["", "!", "_", "."][dice.below(4)];
    let count = 5 + dice.below(4);
    format!("{}{signs}{}", dice.letters("abcdefghijkmnopqrstuvwxyzABCDEFGH", count), dice.below(999))
}

fn bcrypt(dice: &mut Dice, cost: &str) -> String {
    format!("$2a${cost}${}", dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./", 53))
}

fn phone(dice: &mut Dice, country: &str) -> String {
    match country {
        "KG" => format!("996{}{}", dice.pick("700|550|777|555|505"), dice.digits(6)),
        "RU" => format!("79{}{}", dice.pick("16|03|26|05|10"), dice.digits(7)),
        _ => format!("380{}{}", dice.pick("50|67|63|93|95|97|66|68"), dice.digits(7)),
    }
}

const CYRILLIC: &str = "АВЕКМНОРСТХ";

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// An invented cell of the field in a schema of the country; `kinds` narrows it.
pub fn cell(dice: &mut Dice, row: &Row, field: &str, kinds: &[String], country: &str) -> String {
    if let Some(text) = person(dice, row, field).or_else(|| paper(dice, row, field, kinds)) {
        return text;
    }
    thing(dice, field, country)
        .or_else(|| account(dice, field, kinds, country))
        .or_else(|| event(dice, field, country))
        .unwrap_or_else(|| panic!("no cells for `{field}`"))
}

fn person(dice: &mut Dice, row: &Row, field: &str) -> Option<String> {
    Some(match field {
        "surname" => row.surname.clone(),
        "given_name" => row.given.clone(),
        "patronymic" => row.patronymic.clone(),
        "full_name" => format!("{} {} {}", row.surname, row.given, row.patronymic),
        "name_ru" | "name_en" | "message_from" => format!("{} {}", dice.pick(LATIN_GIVEN), dice.pick(LATIN)),
        "birth_date" => format!("{:02}.{:02}.{}", row.born.2, row.born.1, row.born.0),
        "sex" => if row.male { "M" } else { "F" }.to_owned(),
        "birth_place" | "location" | "city" | "region" => lower_first(&dice.pick(CITIES)),
        "address" | "registration_address" | "place" => {
            format!(
                "м. {}, вул. {}, буд. {}, кв. {}",
                dice.pick(CITIES),
                dice.pick(STREETS),
                1 + dice.below(99),
                1 + dice.below(200)
            )
        }
        "country" | "citizenship" => dice.pick("UA|US|GB|DE|FR|PL|RU"),
        "nationality" => dice.pick("кыргыз|русский|узбек|казах"),
        "employer" | "educational_institution" => dice.pick(
            "ТОВ Зразок|ПП Приклад|Школа 5|Лікарня 2|Завод Модель|Банк Зразок|Example LLC|Sample Group|Test Company",
        ),
        "job_title" => dice
            .pick("sales manager|software engineer|teacher|accountant|director|designer|consultant|менеджер|інженер"),
        "education" => dice.pick("вища|середня|неповна вища|середня спеціальна"),
        "marital_status" | "relationship" => dice.pick("одружений|неодружений|розлучена|single|married|divorced"),
        "sexual_preference" => dice.below(6).to_string(),
        "car_owned" => dice.pick("так|ні"),
        "bio" => format!("I like {} and {}", dice.letters(LOWER, 5), dice.letters(LOWER, 7)),
        _ => return None,
    })
}

fn paper(dice: &mut Dice, row: &Row, field: &str, kinds: &[String]) -> Option<String> {
    let kind = kinds.first().map_or(field, String::as_str);
    Some(match (field, kind) {
        ("ua.rntrc", _) => rntrc(dice, row),
        ("ua.unzr", _) => unzr(dice, row),
        ("doc_number" | "document_number", "ua.driver_licence") | ("ua.driver_licence", _) => {
            format!("{}{}", dice.letters(CYRILLIC, 3), dice.digits(6))
        }
        ("doc_number" | "document_number", "ua.id_card") | ("ua.id_card", _) => format!("00{}", dice.digits(7)),
        ("doc_number", "ua.passport_international") => format!("F{}{}", dice.pick("A|B|E|F"), dice.digits(6)),
        ("doc_number", "ua.student_card") | ("ua.student_card", _) => {
            format!("{} {}", dice.letters("КВНРТ", 2), dice.digits(8))
        }
        ("ua.passport_booklet" | "doc_number" | "ua.military_ticket", _) => {
            format!("{}{}", dice.letters(CYRILLIC, 2), dice.digits(6))
        }
        ("kg.passport", _) => format!("{}{}", dice.pick("ID|AN"), dice.digits(7)),
        ("kg.pin", _) => {
            format!("{}{:02}{:02}{}{}", 1 + usize::from(row.male), row.born.2, row.born.1, row.born.0, dice.digits(5))
        }
        ("licence_series", _) => dice.pick("ВХХ|АКВ|КІА|РІА|ВАА"),
        ("licence_number", _) => dice.digits(6),
        ("doc_type" | "document_type", _) => dice.pick("ID|P|200 ПОСВІДЧЕННЯ ВОДІЯ УКРАЇНСЬКЕ"),
        ("doc_status" | "status", _) => dice.pick("1 ВИДАНИЙ|2 НЕДІЙСНИЙ|active"),
        ("type", _) => dice.pick("permanent|issuedFirst"),
        ("issue_date", _) => date(dice, 2004, 2019, true),
        ("expiry_date", _) => date(dice, 2024, 2049, true),
        ("registration_date", _) => moment(dice, 2008, 2014),
        ("category_open_date", _) => date(dice, 1995, 2018, true),
        ("issued_by", _) => format!("{} РВ УМВС України", dice.pick(CITIES)),
        ("issuer_code", _) => dice.digits(4),
        ("department" | "dept_id_and_name", _) => {
            format!("({}) {} №{}", dice.digits(4), dice.pick("ВРЕР ДАІ|ТСЦ МВС"), dice.below(9))
        }
        ("dept_code", _) => dice.pick("12345|12290|12295|15443|12304"),
        ("dept_name", _) => format!("ТСЦ {}", dice.pick("6341|8041|1244|5141|0541")),
        ("category", _) => dice.pick("B|B, C|A, B|B, C, CE|A1, B"),
        ("record_id" | "client_id", _) => dice.digits(7),
        ("full_name_hash", _) => dice.hex(64),
        ("photo_base64", _) => dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/", 300),
        ("photo_file", _) => format!("{}{}.jpg", dice.letters("ABCEHIKM", 3), dice.digits(6)),
        ("polling_station", _) => dice.pick("800001|800002|630111|511203|050044|050045"),
        ("ua.koatuu", _) => dice.pick("6310100000|8000000000|5110100000|1210100000|4610100000"),
        ("person_type", _) => dice.pick("P|P|P|J"),
        _ => return None,
    })
}

fn thing(dice: &mut Dice, field: &str, country: &str) -> Option<String> {
    Some(match field {
        "ua.vehicle_plate_2004" => {
            format!("{}{}{}", dice.pick("AX|AA|BC|KA|BH"), dice.digits(4), dice.letters("ABCEHIKMOPTX", 2))
        }
        "kg.plate_2016" => format!("0{}KG{}{}", 1 + dice.below(8), dice.digits(3), dice.letters("ABCDEH", 3)),
        "ua.vrc" => format!("{}{}", dice.letters(CYRILLIC, 3), dice.digits(6)),
        "vin" => format!("WVWZZZ1KZ{}{}", dice.letters("ABCDEFGH", 1), dice.digits(7)),
        "brand" => dice.pick("SKODA|ВАЗ|TOYOTA|BMW|RENAULT|OPEL|FORD"),
        "model" => dice.pick("OCTAVIA|2107|CAMRY|X5|LOGAN|ASTRA|FOCUS|FABIA"),
        "brand_model" => dice.pick("SKODA OCTAVIA|ВАЗ 2107|TOYOTA CAMRY|BMW X5|OPEL ASTRA"),
        "year" => (1985 + dice.below(34)).to_string(),
        "colour" => dice.pick("СІРИЙ|БІЛИЙ|ЧОРНИЙ|СИНІЙ|ЗЕЛЕНИЙ"),
        "vehicle_kind" => dice.pick("ЛЕГКОВИЙ|ВАНТАЖНИЙ|МОТОЦИКЛ|ПРИЧІП"),
        "body" => dice.pick("СЕДАН-B|УНІВЕРСАЛ-B|ХЕТЧБЕК-B|ФУРГОН-D"),
        "purpose" => dice.pick("ЗАГАЛЬНИЙ|СПЕЦІАЛІЗОВАНИЙ"),
        "fuel" => dice.pick("БЕНЗИН|ДИЗЕЛЬНЕ ПАЛИВО|БЕНЗИН АБО ГАЗ|ЕЛЕКТРО"),
        "engine_cc" => (900 + dice.below(3000)).to_string(),
        "weight" => (800 + dice.below(2500)).to_string(),
        "operation_code" => dice.pick("315|440|100|530|308"),
        "operation_name" => dice.pick(
            "315 - ПЕРЕРЕЄСТРАЦІЯ НА НОВОГО ВЛАСНИКА|440 - ПЕРЕРЕЄСТРАЦІЯ ПРИ ЗАМІНІ|100 - ПЕРВИННА РЕЄСТРАЦІЯ НОВОГО",
        ),
        "geo.latlon" => format!("42.{}, 74.{}", dice.digits(5), dice.digits(5)),
        "branch" => format!("Відділення №{}: вул. {}, {}", 1 + dice.below(200), dice.pick(STREETS), 1 + dice.below(90)),
        "nova_poshta.waybill" => format!("2045{}", dice.digits(10)),
        "parcel_description" => dice.pick("одяг|взуття|документи|книги та інше|запчастини до авто|косметика"),
        "parcel_cost" => (100 + dice.below(3000)).to_string(),
        "uuid" | "machine_id" => {
            format!("{}-{}-{}-{}-{}", dice.hex(8), dice.hex(4), dice.hex(4), dice.hex(4), dice.hex(12))
        }
        "card_or_account" => format!("26{}", dice.digits(12)),
        "payment" => format!("{}.{}", dice.below(300), dice.digits(2)),
        "phone" | "called" => phone(dice, country),
        "caller" => {
            if dice.below(2) == 0 {
                "Telegram".into()
            } else {
                phone(dice, country)
            }
        }
        "imsi" => format!("43705{}", dice.digits(10)),
        "imei" => luhn(&format!("35{}", dice.digits(12))),
        "cell" => format!("{}-{}", dice.digits(4), dice.digits(5)),
        "sms_centre" => dice.pick("996700000001|996550000002"),
        "computer_name" => format!("DESKTOP-{}", dice.letters("ABCDEFGHJKLM0123456789", 7)),
        "application" => dice.pick("Google_[Chrome]_Default|Firefox|Microsoft_[Edge]_Default|Opera"),
        _ => return None,
    })
}

fn luhn(base: &str) -> String {
    let sum: u32 = base
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        })
        .sum();
    format!("{base}{}", (10 - sum % 10) % 10)
}

fn account(dice: &mut Dice, field: &str, kinds: &[String], country: &str) -> Option<String> {
    Some(match field {
        "email" | "email2" => email(dice),
        "mail-ru" => {
            format!("{}{}@{}", dice.letters(LOWER, 6), dice.below(90), dice.pick("mail.ru|bk.ru|inbox.ru|list.ru"))
        }
        "yandex" => format!("{}{}@yandex.ru", dice.letters(LOWER, 6), dice.below(90)),
        "career-page" => format!("linkedin.com/in/{}-{}", dice.letters(LOWER, 7), dice.digits(6)),
        "rambler" => format!("{}{}@rambler.ru", dice.letters(LOWER, 6), dice.below(90)),
        "zeroed-hash" => {
            if dice.below(100) < 57 {
                format!("00000{}", dice.hex(35))
            } else {
                dice.hex(40)
            }
        }
        "username" | "nicename" | "login" => format!("{}_{}", dice.letters(LOWER, 5), dice.below(9999)),
        "password_plain" => password(dice),
        "password_hash" | "password_hash2" => match kinds.first().map_or("", String::as_str) {
            "hash.md5" => dice.hex(32),
            "hash.bcrypt" => bcrypt(dice, "10"),
            "hash.bsdicrypt" => {
                format!("_J9..{}", dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789./", 15))
            }
            "hash.phpass" => format!("$P$B{}", dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789./", 30)),
            _ => dice.hex(40),
        },
        // Whole blocks of eight bytes: the last character has two bits to spare.
        "password_cipher" => {
            let first = dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789+/", 10);
            format!("{first}{}=", dice.letters("AEIMQUYcgkosw048", 1))
        }
        "password_hint" => dice.pick("dog|my cat|usual|first car|mother|the same as ever"),
        "salt" => dice.hex(40),
        "key" => dice.letters("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789", 20),
        "ip" => format!("203.0.113.{}", dice.below(255)),
        "url" => format!("https://{}.example.com/login", dice.letters(LOWER, 6)),
        "numeric_id" => (100_000 + dice.below(900_000_000)).to_string(),
        "user_id" => (100_000_000 + dice.below(900_000_000)).to_string(),
        "telegram.username" => format!("@{}_{}", dice.letters(LOWER, 6), dice.below(99)),
        "facebook.id" => format!("1000{}", dice.digits(11)),
        "vk.id" => (1_000_000 + dice.below(150_000_000)).to_string(),
        "social_profile_id" => format!("{}-{}-{}", dice.letters(LOWER, 5), dice.letters(LOWER, 7), dice.hex(6)),
        "date" => moment(dice, 2010, 2019),
        "last_active" | "session_created" => moment(dice, 2019, 2021),
        "device_model" => dice.pick("Samsung Galaxy S9|iPhone 8|Xiaomi Redmi 5|PC 64bit desktop|Huawei P20"),
        "platform" => dice.pick("Windows 10|Android|iOS 13|macOS"),
        "application_name" => dice.pick("Telegram Desktop|Telegram Android|Telegram iOS"),
        _ => {
            let _ = country;
            return None;
        }
    })
}

fn event(dice: &mut Dice, field: &str, country: &str) -> Option<String> {
    Some(match field {
        "violation_id" => format!("00{}", dice.digits(6)),
        "violation_type" => dice.pick("превышение скорости|проезд на красный свет|нарушение разметки"),
        "violation_time" => format!("{} {:02}:{:02}", date(dice, 2019, 2021, false), dice.below(24), dice.below(60)),
        "camera_id" => format!("VK-{}", 100 + dice.below(110)),
        "speed" => (61 + dice.below(80)).to_string(),
        "speed_limit" => dice.pick("40|60|90"),
        "fine" => dice.pick("1000|3000|5500"),
        "face_match" => format!("0.{}", dice.digits(2)),
        "sms_text" => format!("Telegram code {}", dice.digits(5)),
        "messages" => format!(
            "{} {} {} {}",
            dice.letters(LOWER, 4),
            dice.letters(LOWER, 2),
            dice.letters(LOWER, 6),
            dice.letters(LOWER, 5)
        ),
        "message_id" => (1 + dice.below(900_000)).to_string(),
        "from_id" => format!("user{}", 100_000_000 + dice.below(90) * 1_000_003),
        "date_unixtime" => (1_500_000_000 + dice.below(100_000_000)).to_string(),
        "message_kind" => dice.pick("message|message|message|service"),
        "source_label" => dice.pick("База VK|База банку|База пошти|Базa МВС"),
        "criminal_record" => dice.pick("ст. 185 ч. 1 КК|ст. 190 ч. 2 КК"),
        _ => {
            let _ = country;
            return None;
        }
    })
}
