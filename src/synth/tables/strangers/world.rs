//! Accounts, finance and games that have addresses and names, and are still no known base.

use super::super::Home::{Ru, Ua, World};
use super::super::cells as c;
use super::super::columns::{cis, names as n, net as w, nothing as x, ua};
use super::{Stranger, table};

pub(super) static TABLES: &[Stranger] = &[
    table(
        "crypto_trades",
        World,
        &[
            ("time", n::moment),
            ("pair", one!("BTC-USD" "ETH-USD" "TRX-USD")),
            ("side", one!("buy" "sell")),
            ("price", dec!(10, 60000)),
            ("amount", dec!(0, 9)),
            ("wallet", w::bitcoin),
        ],
    ),
    table(
        "stock_prices",
        World,
        &[
            ("ticker", pat!("@@@@")),
            ("date", n::recent),
            ("open", dec!(5, 900)),
            ("high", dec!(5, 900)),
            ("low", dec!(5, 900)),
            ("close", dec!(5, 900)),
            ("volume", num!(1000, 9000000)),
        ],
    ),
    table(
        "exchange_rates",
        World,
        &[
            ("date", n::recent),
            ("from", one!("USD" "EUR" "UAH" "KGS")),
            ("to", one!("EUR" "UAH" "USD")),
            ("rate", dec!(0, 99)),
            ("source", x::company),
        ],
    ),
    table(
        "real_estate_ads",
        Ua,
        &[
            ("оголошення", x::order),
            ("місто", x::town),
            ("кімнат", num!(1, 5)),
            ("площа", dec!(18, 190)),
            ("ціна", num!(9000, 300000)),
            ("телефон", ua::phone),
            ("ріелтор", n::given),
        ],
    ),
    table(
        "car_ads",
        Ua,
        &[
            ("марка", c::brand),
            ("модель", c::model),
            ("рік", c::make_year),
            ("пробіг", num!(1, 400)),
            ("ціна", num!(900, 40000)),
            ("місто", x::town),
            ("телефон", ua::phone),
        ],
    ),
    table(
        "tyre_service",
        Ru,
        &[
            ("дата", n::recent),
            ("авто", c::brand_model),
            ("клиент", n::given),
            ("телефон", cis::ru_phone),
            ("работа", one!("переобувка" "баланс" "ремонт")),
            ("сумма", num!(400, 6000)),
        ],
    ),
    table(
        "game_scores",
        World,
        &[
            ("player", w::nickname),
            ("level", num!(1, 99)),
            ("score", num!(10, 900000)),
            ("kills", x::amount),
            ("deaths", x::amount),
            ("last_seen", n::moment),
            ("country", c::country_code),
        ],
    ),
    table(
        "game_purchases",
        World,
        &[
            ("receipt", w::uuid),
            ("player", w::nickname),
            ("item", x::title),
            ("price", x::price),
            ("time", n::moment),
            ("platform", c::platform),
        ],
    ),
    table(
        "app_crashes",
        World,
        &[
            ("time", n::moment),
            ("device", pat!("SM-@###@")),
            ("os", c::version),
            ("app", x::version),
            ("error", one!("NullPointer" "OOM" "Timeout")),
            ("install", w::uuid),
        ],
    ),
    table(
        "email_queue",
        World,
        &[
            ("queued", n::moment),
            ("from", w::email),
            ("to", w::email),
            ("subject", x::title),
            ("size", num!(400, 90000)),
            ("status", one!("sent" "deferred")),
        ],
    ),
    table(
        "podcast_listeners",
        World,
        &[
            ("episode", num!(1, 300)),
            ("time", n::moment),
            ("app", c::browser),
            ("country", x::country),
            ("seconds", num!(3, 5400)),
        ],
    ),
    table(
        "blog_comments",
        World,
        &[
            ("comment", x::number),
            ("author", n::given),
            ("email", w::email),
            ("url", w::url),
            ("time", n::moment),
            ("text", x::comment),
            ("approved", x::flag),
        ],
    ),
    table(
        "translation_memory",
        Ua,
        &[
            ("source", x::title),
            ("target", x::comment),
            ("translator", n::surname),
            ("changed", n::moment),
            ("match", x::percent),
        ],
    ),
    table(
        "survey_ru",
        Ru,
        &[
            ("анкета", x::number),
            ("пол", n::sex),
            ("возраст", num!(16, 90)),
            ("город", x::town),
            ("вопрос1", num!(1, 10)),
            ("вопрос2", x::flag),
            ("комментарий", x::comment),
        ],
    ),
    table(
        "telecom_tariffs",
        Ua,
        &[
            ("номер", ua::phone),
            ("тариф", one!("Базовий" "Преміум" "Смарт")),
            ("активація", n::recent),
            ("баланс", x::price),
            ("трафік", x::amount),
            ("статус", x::flag),
        ],
    ),
    table(
        "internet_subscribers",
        Ua,
        &[
            ("договір", pat!("######")),
            ("абонент", n::full_name),
            ("адреса", n::address),
            ("ip", w::ipv4),
            ("тариф", num!(100, 300)),
            ("борг", x::price),
        ],
    ),
    table(
        "mailing_labels",
        World,
        &[
            ("name", n::latin_name),
            ("street", n::address),
            ("zip", pat!("#####")),
            ("country", x::country),
            ("pieces", num!(1, 4)),
        ],
    ),
    table(
        "charity_sms",
        Ua,
        &[
            ("номер", ua::phone),
            ("сума", num!(5, 50)),
            ("час", n::moment),
            ("код", one!("ДОПОМОГА" "HELP")),
            ("оператор", one!("К" "В" "Л")),
        ],
    ),
    table(
        "pets",
        World,
        &[
            ("chip", pat!("9##0##########")),
            ("pet", one!("Rex" "Luna" "Milo" "Bella")),
            ("species", one!("dog" "cat" "rabbit")),
            ("owner", n::full_name),
            ("phone", c::phone),
            ("vaccinated", n::recent),
        ],
    ),
    table(
        "beehives",
        Ua,
        &[
            ("вулик", num!(1, 120)),
            ("дата", n::recent),
            ("вага", dec!(20, 80)),
            ("мед", dec!(0, 25)),
            ("пасічник", n::surname),
        ],
    ),
    table(
        "translations_of_names",
        Ua,
        &[("ім'я", n::given), ("прізвище", n::surname), ("латиницею", n::latin_name), ("частота", x::amount)],
    ),
];
