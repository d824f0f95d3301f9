//! Tables of nobody that is known: shops, hospitals, clubs.

use super::values::{Dice, Row, cell};

/// Columns of a stranger's table: header and field; fields that begin with `*` are of no schema.
const STRANGERS: &[&str] = &[
    "order_id:record_id customer:full_name phone:phone email:email product:*product price:*price date:date",
    "Прізвище:surname Ім'я:given_name По батькові:patronymic Дата народження:birth_date Телефон:phone Діагноз:*diagnosis Лікар:*doctor Палата:*room",
    "id:record_id email:email plan:*plan amount:*price created:registration_date country:country",
    "guest:full_name phone:phone room:*room arrival:date departure:date breakfast:*yes",
    "ПІБ:full_name Посада:job_title Оклад:*price Відділ:*department Телефон:phone Ел. пошта:email",
    "name:full_name email:email subject:*product grade:*grade group:*group",
    "vin:vin policy:*policy owner:full_name phone:phone premium:*price start:date end:expiry_date",
    "device:*device serial:*policy customer:full_name phone:phone repair:*product price:*price",
    "title:*product author:*doctor reader:full_name taken:date due:date",
    "login:username email:email ip:ip posts:*count registered:registration_date last:date avatar:photo_file",
    "pet:*pet owner:full_name phone:phone chip:*chip vaccine:*product date:date",
    "address:address area:*count floor:*grade rooms:*grade price:*price phone:phone",
    "first_name:given_name last_name:surname email:email company:employer phone:phone source:*plan",
    "ФИО:full_name Телефон:phone Рост:*height Вес:*height Абонемент:*plan Дата:date",
    "sku:*policy name:*product stock:*count price:*price supplier:employer",
    "sensor:*policy time:date temperature:*height humidity:*height",
    "student:full_name birth_date:birth_date school:employer class:*group parent_phone:phone address:address",
    "ІПН:ua.rntrc ПІБ:full_name Сума:*price Договір:*policy Дата:date Стан:*plan",
    "email:email name:full_name city:city donation:*price date:date",
    "username:username email:email level:*grade gold:*count guild:*group last_seen:date",
    "taxi:*policy driver:full_name plate:ua.vehicle_plate_2004 phone:phone rating:*height",
    "url:url title:*product visits:*count date:date",
    "card:*chip name:full_name bonus:*count phone:phone birthday:birth_date shop:*department",
    "ticket:*policy passenger:full_name passport:ua.passport_booklet train:*room seat:*grade date:date price:*price",
];

fn stranger(dice: &mut Dice, field: &str) -> String {
    let list = |dice: &mut Dice, words: &str| {
        let words: Vec<&str> = words.split('|').collect();
        words[dice.below(words.len())].to_owned()
    };
    match field {
        "*product" => list(dice, "lamp|table 60x40|чайник електричний|green tea|notebook A5|стілець|window cleaning"),
        "*diagnosis" => list(dice, "J06.9|I10|K29.3|E11|M54.5"),
        "*doctor" => list(dice, "Приклад О. О.|Зразок Т. Т.|Модель К. В."),
        "*room" => (100 + dice.below(60)).to_string(),
        "*price" => format!("{}.{:02}", 10 + dice.below(5000), dice.below(100)),
        "*plan" => list(dice, "basic|premium|trial|річний|promo"),
        "*yes" => list(dice, "yes|no"),
        "*department" => list(dice, "Центр|Північ|Склад 2|Каса 1"),
        "*grade" => (1 + dice.below(12)).to_string(),
        "*group" => list(dice, "7-А|7-Б|8-А|Lions|Bears"),
        "*policy" => format!("{}-{:06}", list(dice, "AB|CX|PL"), dice.below(999_999)),
        "*device" => list(dice, "washing machine|kettle|dishwasher|oven"),
        "*count" => dice.below(5000).to_string(),
        "*pet" => list(dice, "cat|dog|parrot|hamster"),
        "*chip" => format!("9000{:011}", dice.below(999_999_999)),
        _ => format!("{}.{}", 20 + dice.below(160), dice.below(10)),
    }
}

/// How many strangers there are.
pub fn count() -> usize {
    STRANGERS.len()
}

/// The table of one stranger, with or without its header.
pub fn table(number: usize, headers: bool, rows: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let (mut names, mut fields) = (Vec::new(), Vec::new());
    // Headers may hold blanks; the field stands behind the colon.
    let mut rest = STRANGERS[number];
    while let Some((name, tail)) = rest.split_once(':') {
        let (field, next) = tail.split_once(' ').unwrap_or((tail, ""));
        names.push(name.to_owned());
        fields.push(field.to_owned());
        rest = next;
    }
    let mut text = if headers { names.join(";") + "\n" } else { String::new() };
    for _ in 0..rows {
        let row = Row::draw(&mut dice);
        let one = |dice: &mut Dice, field: &String| match field.starts_with('*') {
            true => stranger(dice, field),
            false => cell(dice, &row, field, &[], "UA"),
        };
        let cells: Vec<String> = fields.iter().map(|field| one(&mut dice, field)).collect();
        text += &(cells.join(";") + "\n");
    }
    text
}
