//! Cells of tables that are no kind of their own: what registers, shops, networks and logs write beside the numbers.

use super::columns::{cis, names, net, ua};
use super::people::{day_in, dotted, iso};
use super::{Cell, Home};

/// One of a few words, the first more often than the last.
macro_rules! words {
    ($($name:ident: $($word:literal)*;)*) => {
        $(pub(super) fn $name(cell: &mut Cell<'_>) -> String {
            cell.dice.uneven(&[$($word),*]).to_owned()
        })*
    };
}

words! {
    issuer_ua: "Жовтневим РВ УМВС" "Індустріальним РВ ДМУ УМВС" "Київським РВ ГУ МВС" "Ленінським РВ УМВС" "Шевченківським РУ ГУ МВС"
        "Бабушкінським РВ ДМУ" "Міським відділом УМВС";
    marital: "одружений" "заміжня" "не одружений" "розлучена" "вдова";
    education: "вища" "середня" "середня спеціальна" "неповна вища" "два вищих";
    has_car: "немає" "є" "ВАЗ 2107" "Daewoo Lanos" "Opel Astra";
    employer: "ТОВ Мрія" "ВАТ Укртелеком" "СПД" "ЗОШ 12" "Example LLC" "self-employed" "КП Водоканал" "ПАТ Прогрес";
    doc_type: "200 ПОСВІДЧЕННЯ ВОДІЯ УКРАЇНСЬКЕ" "200 ПОСВІДЧЕННЯ ВОДІЯ УКРАЇНСЬКЕ" "201 ПОСВІДЧЕННЯ ВОДІЯ МІЖНАРОДНЕ";
    doc_status: "1 ВИДАНИЙ" "1 ВИДАНИЙ" "1 ВИДАНИЙ" "3 ЗДАНИЙ" "5 ВТРАЧЕНИЙ";
    licence_office: "(6303) ВРЕР ДАІ №3 М.ХАРКІВ" "(8041) ТСЦ 8041" "(1201) МРЕВ ДАІ ДНІПРОПЕТРОВСЬК" "(4641) ТСЦ 4641"
        "(5101) ВРЕР ДАІ ОДЕСА" "(2301) ВРЕР-1 ЗАПОРІЖЖЯ";
    category: "B" "B1,B" "A,B" "B,C" "B,C1,C" "A1,A,B,C,D" "B,C,CE";
    permanence: "permanent" "issuedFirst" "permanent" "renewed";
    brand: "ВАЗ" "DAEWOO" "VOLKSWAGEN" "SKODA" "RENAULT" "TOYOTA" "OPEL" "FORD" "HYUNDAI" "NISSAN" "CHEVROLET" "ГАЗ";
    model: "LANOS" "OCTAVIA" "PASSAT" "2107" "LOGAN" "COROLLA" "ASTRA" "FOCUS" "ACCENT" "SENS" "AVEO" "3110";
    vehicle_kind: "ЛЕГКОВИЙ" "ЛЕГКОВИЙ" "ВАНТАЖНИЙ" "МОТОЦИКЛ" "ПРИЧІП" "АВТОБУС";
    body: "СЕДАН-B" "УНІВЕРСАЛ-B" "ХЕТЧБЕК-B" "ФУРГОН-C" "ЗАГАЛЬНИЙ" "СПЕЦІАЛІЗОВАНИЙ";
    purpose: "ЗАГАЛЬНИЙ" "ЗАГАЛЬНИЙ" "СПЕЦІАЛЬНИЙ" "ТАКСІ";
    fuel: "БЕНЗИН" "ДИЗЕЛЬНЕ ПАЛИВО" "БЕНЗИН АБО ГАЗ" "ГАЗ" "ЕЛЕКТРО";
    operation: "315 - ПЕРЕРЕЄСТРАЦІЯ ПРИ ЗМІНІ ВЛАСНИКА" "100 - ПЕРВИННА РЕЄСТРАЦІЯ Б/В ТЗ" "70 - РЕЄСТРАЦІЯ НОВОГО ТЗ"
        "440 - ПЕРЕРЕЄСТРАЦІЯ НА НОВИЙ НОМЕРНИЙ ЗНАК" "530 - ЗНЯТТЯ З ОБЛІКУ";
    centre: "ТСЦ 6341" "ТСЦ 8041" "ТСЦ 1242" "ТСЦ 4641" "ТСЦ 5141" "ТСЦ 2341";
    parcel: "одяг" "взуття" "запчастини" "документи" "телефон" "косметика" "побутова техніка" "книги";
    bot_base: "VK" "Пошта" "Водії 2018" "Банк" "Виборці" "LinkedIn" "Паспорти";
    relationship: "Single" "Married" "" "In a relationship" "It's complicated" "Engaged" "";
    world_town: "Kyiv, Ukraine" "Lviv, Ukraine" "Cairo, Egypt" "Rome, Italy" "Bishkek, Kyrgyzstan" "Lagos, Nigeria" "";
    headline: "Software Engineer" "Sales Manager at Example" "Recruiter" "Project manager | PMP" "Student" "Owner" "Data analyst";
    hint: "my dog" "usual" "1to6" "name" "mother's maiden name" "the one with numbers" "" "rhymes with assword" "same as ever" "";
    country_code: "US" "UA" "GB" "DE" "BR" "RU" "CA" "IN" "PL";
    browser: "Google_[Chrome]_Default" "Chrome [Default]" "Microsoft_[Edge]_Default" "Mozilla Firefox" "Opera GX";
    stealer_country: "UA" "BR" "IN" "TR" "ID" "Ukraine" "Brazil" "Egypt";
    article_kg: "превышение скорости" "проезд на красный свет" "выезд на встречную полосу" "непристегнутый ремень" "пересечение стоп-линии";
    fine: "1000" "3000" "5500" "7500" "17500";
    nationality: "кыргыз" "кыргыз" "русский" "узбек" "дунган" "кыргызка";
    sms_sender: "Telegram" "996700123456" "O!" "MegaCom" "5005" "Beeline" "WhatsApp" "996555000111";
    message_type: "message" "message" "message" "service";
    message_text: "hello" "ок" "завтра?" "Привіт, як справи" "see you at 7" "дякую!" "👍" "" "надішли адресу" "https://example.com/a";
    camera: "Бишкек, ул. Тестовая / пр. Учебный" "Бишкек, пр. Чуй, 120" "Чуйская обл., трасса 12 км" "Бишкек, ул. Садовая / ул. Лесная"
        "Бишкек, Южная магистраль";
    platform: "iOS" "Android" "Windows" "macOS" "Linux";
    pref: "1" "2" "2" "1" "5";
}

/// A word of six or more signs, as computers call themselves.
pub(super) fn computer(cell: &mut Cell<'_>) -> String {
    let head = cell.dice.pick(&["DESKTOP-", "LAPTOP-", "PC-", "WIN-"]);
    format!("{head}{}", cell.dice.letters(7, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
}

/// 32 hexadecimal capitals of a machine.
pub(super) fn machine(cell: &mut Cell<'_>) -> String {
    cell.dice.hex(32).to_uppercase()
}

pub(super) fn hex_40(cell: &mut Cell<'_>) -> String {
    cell.dice.hex(40)
}

pub(super) fn hex_64(cell: &mut Cell<'_>) -> String {
    cell.dice.hex(64)
}

/// A short salt of letters and digits.
pub(super) fn salt(cell: &mut Cell<'_>) -> String {
    cell.dice.letters(12, "abcdefghijklmnopqrstuvwxyz0123456789")
}

/// Numbers of accounts or records up to 170 million, in no order.
pub(super) fn account(cell: &mut Cell<'_>) -> String {
    cell.dice.between(10_000, 169_999_999).to_string()
}

/// Three letters of a licence, without its number.
pub(super) fn series(cell: &mut Cell<'_>) -> String {
    ua::licence(cell).chars().filter(|sign| sign.is_alphabetic()).collect()
}

pub(super) fn six_digits(cell: &mut Cell<'_>) -> String {
    cell.dice.digits(6)
}

pub(super) fn four_digits(cell: &mut Cell<'_>) -> String {
    format!("{:04}", cell.dice.between(101, 8099))
}

pub(super) fn polling(cell: &mut Cell<'_>) -> String {
    format!("{}0{:03}", cell.dice.pick(&["80", "12", "63", "46", "51"]), cell.dice.between(1, 480))
}

pub(super) fn photo(cell: &mut Cell<'_>) -> String {
    format!("{}{}.jpg", series(cell), cell.dice.digits(6))
}

pub(super) fn photo_number(cell: &mut Cell<'_>) -> String {
    format!("{}_{}.jpg", cell.dice.digits(8), cell.dice.digits(4))
}

/// The day of issue of a document, ISO.
pub(super) fn issued_iso(cell: &mut Cell<'_>) -> String {
    iso(ua::issued(cell))
}

pub(super) fn issued_dotted(cell: &mut Cell<'_>) -> String {
    dotted(ua::issued(cell))
}

/// Ten years after a day of issue.
pub(super) fn expires(cell: &mut Cell<'_>) -> String {
    let (year, month, day) = ua::issued(cell);
    iso((year + 10, month, day))
}

/// A day after the register of identity cards began.
pub(super) fn issued_late(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2016, 2021) as u32;
    iso(day_in(year, &mut cell.dice))
}

pub(super) fn born_iso(cell: &mut Cell<'_>) -> String {
    iso(cell.person.born)
}

pub(super) fn born_dotted(cell: &mut Cell<'_>) -> String {
    dotted(cell.person.born)
}

pub(super) fn sex_letter(cell: &mut Cell<'_>) -> String {
    if cell.person.male { "M" } else { "F" }.to_owned()
}

pub(super) fn sex_word(cell: &mut Cell<'_>) -> String {
    if cell.person.male { "male" } else { "female" }.to_owned()
}

pub(super) fn latin_surname(cell: &mut Cell<'_>) -> String {
    cell.person.latin[0].clone()
}

pub(super) fn latin_given(cell: &mut Cell<'_>) -> String {
    cell.person.latin[1].clone()
}

/// Address, day of registration and codes of the place in one cell.
pub(super) fn registration(cell: &mut Cell<'_>) -> String {
    let (address, code) = (names::address(cell), ua::koatuu(cell));
    format!("{address}; {}; {code}", issued_dotted(cell))
}

/// Town in Ukrainian and Latin letters and the country.
pub(super) fn birth_place(cell: &mut Cell<'_>) -> String {
    cell.dice
        .pick(&["М. КИЇВ/KYIV/UKR", "М. ЛЬВІВ/LVIV/UKR", "М. ХАРКІВ/KHARKIV/UKR", "ОДЕСЬКА ОБЛ./ODESA REGION/UKR"])
        .to_owned()
}

pub(super) fn branch(cell: &mut Cell<'_>) -> String {
    let street = cell.dice.pick(&["Садова", "Миру", "Франка", "Польова"]);
    format!("Відділення №{}: вул. {street}, {}", cell.dice.between(1, 300), cell.dice.between(1, 99))
}

pub(super) fn cubic(cell: &mut Cell<'_>) -> String {
    cell.dice.uneven(&["1498", "1598", "1997", "1390", "1461", "2497", "1299"]).to_owned()
}

pub(super) fn kilograms(cell: &mut Cell<'_>) -> String {
    (cell.dice.between(85, 260) * 10).to_string()
}

pub(super) fn make_year(cell: &mut Cell<'_>) -> String {
    cell.dice.between(1988, 2020).to_string()
}

pub(super) fn brand_model(cell: &mut Cell<'_>) -> String {
    format!("{} {}", brand(cell), model(cell))
}

/// `P` for people, `J` for companies.
pub(super) fn person_type(cell: &mut Cell<'_>) -> String {
    cell.dice.uneven(&["P", "P", "J"]).to_owned()
}

pub(super) fn operation_code(cell: &mut Cell<'_>) -> String {
    cell.dice.uneven(&["315", "100", "70", "440", "530", "308"]).to_owned()
}

/// Fourteen digits of an account of the years before IBAN.
pub(super) fn old_account(cell: &mut Cell<'_>) -> String {
    format!("{}{}", cell.dice.pick(&["2620", "2625", "2600"]), cell.dice.digits(10))
}

/// The phone as the home writes it, digits only.
pub(super) fn phone(cell: &mut Cell<'_>) -> String {
    match cell.person.home {
        Home::Ua => ua::phone(cell),
        Home::Ru => cis::ru_phone(cell),
        Home::Kg => cis::kg_phone(cell),
        Home::World => cell.dice.fill("+1 ###-###-####").replace("+1 0", "+1 4").replace("+1 1", "+1 7"),
    }
}

pub(super) fn bare_phone(cell: &mut Cell<'_>) -> String {
    let pattern = cell.dice.uneven(&[
        "38067#######",
        "38050#######",
        "38063#######",
        "7916#######",
        "996700######",
        "2010########",
    ]);
    cell.dice.fill(pattern)
}

/// `+380 67 123 45 67`, as Telegram writes it.
pub(super) fn spaced_phone(cell: &mut Cell<'_>) -> String {
    let pattern = cell.dice.uneven(&["+380 67 ### ## ##", "+996 700 ## ## ##", "+7 916 ### ## ##"]);
    cell.dice.fill(pattern)
}

/// `5/8/2018 12:00:00 AM`.
pub(super) fn american_day(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2008, 2019) as u32;
    let (year, month, day) = day_in(year, &mut cell.dice);
    format!("{month}/{day}/{year} 12:00:00 AM")
}

pub(super) fn unix(cell: &mut Cell<'_>) -> String {
    cell.dice.between(1_300_000_000, 1_620_000_000).to_string()
}

/// Local day and time with a `T` between.
pub(super) fn local_moment(cell: &mut Cell<'_>) -> String {
    names::moment(cell).replace(' ', "T")
}

pub(super) fn minute(cell: &mut Cell<'_>) -> String {
    let year = cell.dice.between(2019, 2021) as u32;
    format!("{} {:02}:{:02}", dotted(day_in(year, &mut cell.dice)), cell.dice.below(24), cell.dice.below(60))
}

pub(super) fn speed(cell: &mut Cell<'_>) -> String {
    cell.dice.between(62, 140).to_string()
}

pub(super) fn violation(cell: &mut Cell<'_>) -> String {
    format!("{:07}", 12_000 + cell.row * 3 + cell.dice.below(3))
}

pub(super) fn sms_text(cell: &mut Cell<'_>) -> String {
    let code = cell.dice.digits(5);
    match cell.dice.below(4) {
        0 => format!("Telegram code {code}"),
        1 => format!("Код Telegram: {code}"),
        2 => format!("Login code: {code}. Do not give this code to anyone"),
        _ => "Ваш баланс 45.20 сом".to_owned(),
    }
}

pub(super) fn msisdn(cell: &mut Cell<'_>) -> String {
    cell.dice.fill("996700######")
}

pub(super) fn imsi_kg(cell: &mut Cell<'_>) -> String {
    cell.dice.fill("43705##########")
}

pub(super) fn cell_tower(cell: &mut Cell<'_>) -> String {
    format!("{}-{}", cell.dice.between(100, 900), cell.dice.between(10_000, 65_000))
}

pub(super) fn sender_id(cell: &mut Cell<'_>) -> String {
    format!("user{}", cell.dice.between(100_000_000, 2_000_000_000))
}

pub(super) fn message_number(cell: &mut Cell<'_>) -> String {
    (cell.row + 1).to_string()
}

/// The address of a profile in a network of professions.
pub(super) fn profile_link(cell: &mut Cell<'_>) -> String {
    let [surname, given] = cell.person.plain();
    format!("linkedin.com/in/{given}-{surname}-{}", cell.dice.hex(6))
}

pub(super) fn profile_slug(cell: &mut Cell<'_>) -> String {
    let [surname, given] = cell.person.plain();
    format!("{given}-{surname}-{}", cell.dice.hex(6))
}

/// A site, as logs of stolen passwords write it: full link or application.
pub(super) fn site(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(15) {
        return format!("android://{}==@com.example.app/", cell.dice.letters(22, "ABCDEFGHIJabcdefghij0123456789"));
    }
    net::url(cell)
}

/// E-mail address or nickname or telephone.
pub(super) fn login(cell: &mut Cell<'_>) -> String {
    match cell.dice.below(10) {
        0..=6 => net::email(cell),
        7 | 8 => net::nickname(cell),
        _ => bare_phone(cell),
    }
}

/// `0x` and the hash, half of them empty.
pub(super) fn second_hash(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(50) { String::new() } else { format!("0x{}", cell.dice.hex(40).to_uppercase()) }
}

/// Empty in three of four cells.
pub(super) fn rare_email(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(75) { String::new() } else { net::email(cell) }
}

pub(super) fn rare_key(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(80) {
        String::new()
    } else {
        cell.dice.letters(20, "abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789")
    }
}

pub(super) fn rare_url(cell: &mut Cell<'_>) -> String {
    if cell.dice.percent(70) { String::new() } else { net::url(cell) }
}

pub(super) fn zero(_: &mut Cell<'_>) -> String {
    "0".to_owned()
}

pub(super) fn version(cell: &mut Cell<'_>) -> String {
    format!("{}.{}", cell.dice.between(1, 9), cell.dice.below(20))
}

/// The registry's number of a person.
pub(super) fn unzr(cell: &mut Cell<'_>) -> String {
    ua::unzr(cell)
}
