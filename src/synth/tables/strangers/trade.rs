//! Shops, stores, offices, money.

use super::super::Home::{Kg, Ru, Ua, World};
use super::super::cells as c;
use super::super::columns::{cis, hashes as h, money as m, names as n, net as w, nothing as x, ua};
use super::{Stranger, table};

pub(super) static TABLES: &[Stranger] = &[
    table("shop_orders", Ua, &[
        ("order_no", x::order), ("ordered_at", n::moment), ("customer", n::full_name), ("phone", ua::phone), ("total", x::price),
        ("status", one!("нове" "відправлено" "виконано" "скасовано")),
    ]),
    table("order_lines", World, &[
        ("order", x::order), ("line", num!(1, 9)), ("sku", x::article), ("title", x::product), ("qty", num!(1, 6)), ("price", x::price),
    ]),
    table("product_catalogue", World, &[
        ("sku", x::article), ("name", x::product), ("category", x::category), ("price", x::price), ("stock", x::amount),
        ("weight_g", num!(20, 9000)), ("ean", pat!("482##########")),
    ]),
    table("invoices", World, &[
        ("invoice", pat!("INV-2021-#####")), ("date", n::recent), ("company", x::company), ("net", x::price), ("vat", x::price),
        ("due", n::recent), ("paid", x::flag),
    ]),
    table("supplier_list", Ua, &[
        ("name", x::company), ("edrpou", pat!("3#######")), ("contact", n::full_name), ("phone", ua::phone), ("email", w::email),
        ("terms", one!("30 днів" "передоплата" "14 днів")),
    ]),
    table("payroll", Ua, &[
        ("tab_no", x::number), ("employee", n::full_name), ("position", x::job), ("rate", num!(6000, 42000)), ("bonus", x::price),
        ("tax", x::price), ("paid_out", x::price),
    ]),
    table("payroll_ru", Ru, &[
        ("табельный", x::number), ("сотрудник", n::full_name), ("отдел", one!("склад" "офис" "цех 1" "транспорт")),
        ("оклад", num!(20000, 120000)), ("налог", x::price), ("к выплате", x::price),
    ]),
    table("bank_statement", Ua, &[
        ("date", n::recent), ("iban", ua::iban_cell), ("counterparty", x::company), ("amount", x::price), ("currency", one!("UAH" "USD" "EUR")),
        ("purpose", x::comment),
    ]),
    table("card_transactions", World, &[
        ("time", n::moment), ("card", m::card), ("merchant", x::company), ("mcc", pat!("5###")), ("amount", x::price), ("approved", x::flag),
    ]),
    table("gift_cards", World, &[
        ("code", pat!("@@@@-####-@@@@")), ("value", num!(10, 200)), ("issued", n::recent), ("buyer_email", w::email), ("used", x::flag),
    ]),
    table("loyalty_points", Ru, &[
        ("карта", pat!("27##########")), ("имя", n::given), ("телефон", cis::ru_phone), ("баллы", x::amount), ("уровень", x::category),
        ("последняя покупка", n::recent),
    ]),
    table("newsletter", World, &[
        ("email", w::email), ("name", n::given), ("subscribed", n::moment), ("source", one!("footer" "popup" "checkout" "import")),
        ("opens", x::amount), ("unsubscribed", x::flag),
    ]),
    table("support_tickets", World, &[
        ("ticket", x::number), ("opened", n::moment), ("requester", n::full_name), ("email", w::email), ("subject", x::title),
        ("priority", one!("normal" "high" "low")), ("minutes", x::amount),
    ]),
    table("call_centre", Ua, &[
        ("time", n::moment), ("caller", ua::phone), ("agent", n::surname), ("seconds", num!(3, 1800)), ("result", x::comment), ("queue", x::category),
    ]),
    table("crm_leads", World, &[
        ("lead", x::number), ("company", x::company), ("contact", n::full_name), ("job", x::job), ("email", w::email), ("phone", c::phone),
        ("stage", one!("new" "qualified" "won" "lost")), ("value", x::price),
    ]),
    table("reviews", World, &[
        ("product", x::product), ("stars", num!(1, 5)), ("nick", w::nickname), ("date", n::recent), ("text", x::comment), ("helpful", x::amount),
    ]),
    table("warehouse_moves", Ua, &[
        ("doc", pat!("ПН-######")), ("from", one!("склад 1" "склад 2" "магазин")), ("to", one!("магазин" "склад 2" "брак")), ("sku", x::article),
        ("qty", x::amount), ("clerk", n::surname), ("date", n::recent),
    ]),
    table("rental_cars", World, &[
        ("contract", pat!("RC######")), ("renter", n::full_name), ("car", c::brand_model), ("from", n::recent), ("to", n::recent),
        ("mileage", num!(300, 90000)), ("deposit", x::price),
    ]),
    table("restaurant_bookings", Ua, &[
        ("date", n::recent), ("time", x::time), ("guests", num!(1, 12)), ("name", n::given), ("phone", ua::phone), ("table", num!(1, 40)),
        ("note", x::comment),
    ]),
    table("hotel_guests", World, &[
        ("room", num!(101, 740)), ("guest", n::full_name), ("country", x::country), ("arrival", n::recent), ("nights", num!(1, 14)),
        ("email", w::email), ("board", one!("BB" "HB" "RO")),
    ]),
    table("taxi_rides", Kg, &[
        ("заказ", x::order), ("время", n::moment), ("откуда", n::address), ("куда", n::address), ("телефон", cis::kg_phone),
        ("водитель", n::full_name), ("сумма", num!(80, 900)),
    ]),
    table("software_licences", World, &[
        ("key", pat!("@####-@####-@####-#@@@#")), ("product", x::title), ("user", n::full_name), ("email", w::email), ("expires", n::recent),
        ("seats", num!(1, 50)),
    ]),
    table("web_shop_sessions", World, &[
        ("session", w::uuid), ("ip", w::ipv4), ("started", n::moment), ("pages", x::amount), ("referrer", w::url), ("cart", x::price),
    ]),
    table("api_keys", World, &[
        ("client", x::company), ("key", h::hex_key), ("scope", one!("read" "write" "admin")), ("created", n::moment), ("last_ip", w::ipv4),
        ("calls", num!(0, 900000)),
    ]),
];
