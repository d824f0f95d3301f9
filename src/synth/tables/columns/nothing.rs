//! Columns that are no kind: whatever fills most tables of the world. Nothing may be sure of them.

use super::super::{Cell, MadeColumn};

pub(in super::super) const COLUMNS: &[MadeColumn] = &[
    MadeColumn::nothing("nothing.town", town),
    MadeColumn::nothing("nothing.price", price),
    MadeColumn::nothing("nothing.comment", comment),
    MadeColumn::nothing("nothing.number", number),
    MadeColumn::nothing("nothing.category", category),
    MadeColumn::nothing("nothing.flag", flag),
    MadeColumn::nothing("nothing.amount", amount),
    MadeColumn::nothing("nothing.time", time),
    MadeColumn::nothing("nothing.product", product),
    MadeColumn::nothing("nothing.company", company),
    MadeColumn::nothing("nothing.job", job),
    MadeColumn::nothing("nothing.country", country),
    MadeColumn::nothing("nothing.article", article),
    MadeColumn::nothing("nothing.measure", measure),
    MadeColumn::nothing("nothing.year", year),
    MadeColumn::nothing("nothing.order", order),
    MadeColumn::nothing("nothing.big_number", big_number),
    MadeColumn::nothing("nothing.version", version),
    MadeColumn::nothing("nothing.title", title),
    MadeColumn::nothing("nothing.colour", colour),
    MadeColumn::nothing("nothing.score", score),
    MadeColumn::nothing("nothing.file", file),
    MadeColumn::nothing("nothing.token", token),
    MadeColumn::nothing("nothing.percent", percent),
];

pub(in super::super) fn town(cell: &mut Cell<'_>) -> String {
    use super::super::Home;
    match cell.person.home {
        Home::Ua => cell.dice.uneven(&[
            "Київ",
            "Харків",
            "Одеса",
            "Дніпро",
            "Львів",
            "Запоріжжя",
            "Кривий Ріг",
            "Миколаїв",
            "Суми",
        ]),
        Home::Ru => cell.dice.uneven(&["Москва", "Санкт-Петербург", "Казань", "Самара", "Пермь", "Тула", "Омск"]),
        Home::Kg => cell.dice.uneven(&["Бишкек", "Ош", "Каракол", "Нарын", "Талас", "Токмок"]),
        Home::World => {
            cell.dice.uneven(&["London", "New York", "Berlin", "Paris", "Madrid", "Springfield", "Warsaw", "San José"])
        }
    }
    .to_owned()
}

pub(in super::super) fn price(cell: &mut Cell<'_>) -> String {
    let (whole, cents) = (cell.dice.between(1, 4000), cell.dice.pick(&["00", "50", "99", "90", "25"]));
    if cell.column_is(6, 70) { format!("{whole}.{cents}") } else { format!("{whole},{cents}") }
}

pub(in super::super) fn comment(cell: &mut Cell<'_>) -> String {
    cell.dice
        .pick(&[
            "call before delivery",
            "подзвонити ввечері",
            "срочно",
            "постоянный клиент",
            "ok",
            "paid in cash",
            "двері зачинені",
            "ask for the manager",
            "возврат по гарантии",
            "без коментарів",
            "left at the door",
            "передзвонити завтра о 10",
            "see note 4",
            "domofon 45",
            "VIP",
            "no answer, tried twice",
            "",
        ])
        .to_owned()
}

pub(in super::super) fn number(cell: &mut Cell<'_>) -> String {
    let start = cell.habit % 200_000;
    (start + cell.row).to_string()
}

pub(in super::super) fn category(cell: &mut Cell<'_>) -> String {
    let words: &[&str] = if cell.column_is(7, 50) { &["A", "B", "C", "D"] } else { &["standard", "premium", "basic"] };
    cell.dice.uneven(words).to_owned()
}

pub(in super::super) fn flag(cell: &mut Cell<'_>) -> String {
    let words = [["0", "1"], ["true", "false"], ["yes", "no"], ["Y", "N"], ["так", "ні"]][(cell.habit % 5) as usize];
    words[cell.dice.below(2) as usize].to_owned()
}

pub(in super::super) fn amount(cell: &mut Cell<'_>) -> String {
    cell.dice.between(0, 250).to_string()
}

pub(in super::super) fn time(cell: &mut Cell<'_>) -> String {
    format!("{:02}:{:02}", cell.dice.below(24), cell.dice.below(60))
}

pub(in super::super) fn product(cell: &mut Cell<'_>) -> String {
    let thing = cell.dice.pick(&[
        "Laptop",
        "Phone case",
        "Charger USB-C",
        "Кружка",
        "Телевізор",
        "Наушники",
        "Desk lamp",
        "Backpack",
    ]);
    format!("{thing} {}", cell.dice.fill("@-###"))
}

pub(in super::super) fn company(cell: &mut Cell<'_>) -> String {
    cell.dice
        .pick(&[
            "ТОВ \"Ромашка\"",
            "ООО Вектор",
            "ПП Світанок",
            "Acme Ltd",
            "Globex GmbH",
            "ОсОО Береке",
            "Initech Inc.",
            "ЗАТ Граніт",
            "ИП Петров",
            "Umbrella S.A.",
        ])
        .to_owned()
}

pub(in super::super) fn job(cell: &mut Cell<'_>) -> String {
    cell.dice
        .pick(&[
            "manager",
            "інженер",
            "водій",
            "accountant",
            "бухгалтер",
            "продавец",
            "teacher",
            "nurse",
            "director",
            "software engineer",
        ])
        .to_owned()
}

pub(in super::super) fn country(cell: &mut Cell<'_>) -> String {
    if cell.column_is(8, 60) {
        cell.dice.uneven(&["UA", "RU", "KG", "US", "DE", "PL", "KZ", "GB"]).to_owned()
    } else {
        cell.dice.uneven(&["Ukraine", "Україна", "Kyrgyzstan", "Germany", "Poland", "United States"]).to_owned()
    }
}

pub(in super::super) fn article(cell: &mut Cell<'_>) -> String {
    cell.dice.fill("@@-####-%").to_uppercase()
}

pub(in super::super) fn measure(cell: &mut Cell<'_>) -> String {
    format!("{}{}.{}", if cell.dice.percent(30) { "-" } else { "" }, cell.dice.below(40), cell.dice.digits(2))
}

pub(in super::super) fn year(cell: &mut Cell<'_>) -> String {
    cell.dice.between(1985, 2021).to_string()
}

/// Running numbers of orders with eight to ten digits.
pub(in super::super) fn order(cell: &mut Cell<'_>) -> String {
    let head = ["20", "1000", "45", "7"][(cell.habit % 4) as usize];
    format!("{head}{:06}", 100_000 + cell.habit % 80_000 + cell.row * 7 + cell.dice.below(6))
}

/// Numbers of nine to thirteen digits that count nothing known.
pub(in super::super) fn big_number(cell: &mut Cell<'_>) -> String {
    let digits = 9 + cell.habit % 5;
    format!("{}{}", cell.dice.between(1, 9), cell.dice.digits(digits as usize - 1))
}

pub(in super::super) fn version(cell: &mut Cell<'_>) -> String {
    format!("{}.{}.{}", cell.dice.below(5), cell.dice.below(20), cell.dice.below(40))
}

pub(in super::super) fn title(cell: &mut Cell<'_>) -> String {
    let (first, second) = (
        cell.dice.pick(&["The", "A", "My", "Old", "Last", "Silent"]),
        cell.dice.pick(&["River", "Garden", "Night", "Winter", "Letter", "House", "Road", "Song"]),
    );
    format!("{first} {second} {}", cell.dice.pick(&["of Stone", "in May", "Returns", "and Fire", "Without End", "II"]))
}

pub(in super::super) fn colour(cell: &mut Cell<'_>) -> String {
    cell.dice.uneven(&["СІРИЙ", "ЧОРНИЙ", "БІЛИЙ", "СИНІЙ", "ЧЕРВОНИЙ", "ЗЕЛЕНИЙ"]).to_owned()
}

pub(in super::super) fn score(cell: &mut Cell<'_>) -> String {
    format!("{}:{}", cell.dice.below(6), cell.dice.below(5))
}

pub(in super::super) fn file(cell: &mut Cell<'_>) -> String {
    format!("IMG_{}.jpg", cell.dice.digits(4))
}

pub(in super::super) fn token(cell: &mut Cell<'_>) -> String {
    cell.dice.letters(20, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}

pub(in super::super) fn percent(cell: &mut Cell<'_>) -> String {
    format!("{}%", cell.dice.below(101))
}
