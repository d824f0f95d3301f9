//! Public lists, transport, technology: records of things, some with people in them.

use super::super::Home::{Kg, Ru, Ua, World};
use super::super::cells as c;
use super::super::columns::{hashes as h, names as n, net as w, nothing as x, ua};
use super::{Stranger, table};

pub(super) static TABLES: &[Stranger] = &[
    table("sensor_log", World, &[
        ("time", n::moment), ("sensor", pat!("TH-##")), ("temperature", x::measure), ("humidity", dec!(20, 95)), ("battery", dec!(2, 3)),
        ("ok", x::flag),
    ]),
    table("weather_days", World, &[
        ("station", pat!("##0##")), ("date", n::recent), ("tmin", x::measure), ("tmax", x::measure), ("rain", dec!(0, 40)), ("wind", dec!(0, 25)),
        ("sun_h", dec!(0, 15)),
    ]),
    table("web_server_log", World, &[
        ("ip", w::ipv4), ("time", n::moment), ("method", one!("GET" "POST" "HEAD")), ("url", w::url), ("status", one!("200" "404" "301" "500")),
        ("bytes", num!(120, 900000)), ("ms", x::amount),
    ]),
    table("firewall_log", World, &[
        ("time", n::moment), ("src", w::ipv4), ("dst", w::ipv4), ("sport", num!(1024, 65535)), ("dport", one!("443" "80" "22" "3389")),
        ("action", one!("DROP" "ACCEPT")), ("bytes", num!(40, 90000)),
    ]),
    table("dns_log", World, &[
        ("time", n::moment), ("client", w::ipv4), ("name", one!("example.com" "mail.example.org" "cdn.example.net")), ("type", one!("A" "AAAA" "MX")),
        ("answer", w::ipv4), ("ms", x::amount),
    ]),
    table("login_audit", World, &[
        ("time", n::moment), ("user", w::nickname), ("ip", w::ipv4), ("result", one!("ok" "bad password" "locked")), ("agent", c::browser),
        ("session", w::uuid),
    ]),
    table("git_commits", World, &[
        ("commit", c::hex_40), ("author", n::full_name), ("email", w::email), ("date", n::moment), ("files", x::amount), ("message", x::title),
    ]),
    table("file_hashes", World, &[
        ("path", pat!("/srv/data/%%%%%/%%%%%%.bin")), ("size", num!(100, 9000000)), ("md5", h::random_32), ("sha256", c::hex_64), ("mtime", n::moment),
    ]),
    table("tweets", World, &[
        ("id", pat!("13################")), ("user", w::nickname), ("time", n::moment), ("text", x::comment), ("likes", x::amount), ("retweets", x::amount),
        ("lang", one!("en" "uk" "ru")),
    ]),
    table("forum_posts", Ru, &[
        ("post", x::number), ("thread", num!(10, 9000)), ("user", w::nickname), ("time", n::moment), ("text", x::comment), ("rating", x::measure),
    ]),
    table("video_statistics", World, &[
        ("video", pat!("@%#@%#@%%#@")), ("title", x::title), ("channel", w::nickname), ("views", num!(10, 900000)), ("likes", x::amount),
        ("published", n::moment), ("seconds", num!(12, 7200)),
    ]),
    table("city_list", World, &[
        ("city", x::town), ("country", x::country), ("lat", dec!(35, 60)), ("lon", dec!(5, 60)), ("population", num!(3000, 9000000)), ("area", dec!(3, 900)),
    ]),
    table("postal_codes_ua", Ua, &[
        ("індекс", ua::postcode), ("місто", x::town), ("вулиця", one!("Садова" "Лісова" "Миру" "Франка")), ("відділення", num!(1, 99)),
    ]),
    table("flights", World, &[
        ("flight", pat!("@@####")), ("date", n::recent), ("from", pat!("@@@")), ("to", pat!("@@@")), ("dep", x::time), ("arr", x::time),
        ("delay", x::amount), ("aircraft", one!("A320" "B738" "E190")),
    ]),
    table("airline_passengers", World, &[
        ("pnr", pat!("@@@##@")), ("name", n::full_name), ("seat", pat!("1#C")), ("flight", pat!("@@###")), ("bags", num!(0, 3)), ("meal", x::category),
    ]),
    table("train_tickets", Ua, &[
        ("квиток", pat!("000#####-####-####-0001")), ("поїзд", pat!("##О")), ("вагон", num!(1, 18)), ("місце", num!(1, 54)), ("пасажир", n::full_name),
        ("відправлення", n::moment), ("ціна", x::price),
    ]),
    table("vessel_positions", World, &[
        ("mmsi", pat!("27#######")), ("name", x::title), ("time", n::moment), ("lat", dec!(35, 60)), ("lon", dec!(5, 60)), ("speed", dec!(0, 22)),
        ("course", num!(0, 359)),
    ]),
    table("parking_lot", Ua, &[
        ("в'їзд", n::moment), ("виїзд", n::moment), ("місце", num!(1, 300)), ("тариф", x::category), ("сума", x::price), ("касир", n::surname),
    ]),
    table("road_works", Kg, &[
        ("участок", c::camera), ("начало", n::recent), ("конец", n::recent), ("подрядчик", x::company), ("стоимость", num!(100000, 9000000)),
    ]),
    table("court_hearings", Ua, &[
        ("справа", pat!("###/####/2#-ц")), ("суддя", n::full_name), ("позивач", n::full_name), ("відповідач", x::company), ("дата", n::recent),
        ("зал", num!(1, 30)),
    ]),
    table("public_tenders", Ua, &[
        ("id", pat!("UA-2020-0#-1#-00####-b")), ("замовник", x::company), ("предмет", c::parcel), ("сума", x::price), ("дата", n::recent),
        ("учасників", num!(1, 9)),
    ]),
    table("company_register", Ua, &[
        ("edrpou", ua::edrpou_cell), ("назва", x::company), ("директор", n::full_name), ("адреса", n::address), ("статус", one!("зареєстровано" "припинено")),
        ("квед", pat!("##.##")),
    ]),
    table("land_plots", Ua, &[
        ("кадастровий", pat!("32########:0#:00#:####")), ("площа", dec!(0, 40)), ("призначення", one!("ОСГ" "забудова" "садівництво")),
        ("власність", one!("приватна" "комунальна")), ("оцінка", x::price),
    ]),
    table("election_results", World, &[
        ("district", num!(1, 225)), ("candidate", n::full_name), ("party", x::company), ("votes", num!(12, 90000)), ("share", x::percent),
    ]),
    table("species_observations", World, &[
        ("observed", n::moment), ("species", one!("Parus major" "Turdus merula" "Corvus corax")), ("count", x::amount), ("lat_lon", w::place),
        ("observer", n::full_name),
    ]),
    table("museum_objects", World, &[
        ("inventory", pat!("A.19##.###")), ("title", x::title), ("artist", n::full_name), ("year", x::year), ("material", one!("oil" "bronze" "paper")),
        ("height_cm", dec!(5, 300)),
    ]),
];
