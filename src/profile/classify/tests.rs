//! Synthetic columns of every kind and of none: with and without headers, shuffled, with dirt and look-alike letters.

use super::*;
use crate::kind::{KeyBuf, find};

/// A small generator of pseudo-random numbers (xorshift), so that every run sees the same columns.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }

    fn hex(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"0123456789abcdef"[self.below(16) as usize])).collect()
    }
}

const SURNAMES: &[&str] =
    &["Зразенко", "Тестюк", "Приклад", "Вигадько", "Умовний", "Ймовірко", "О'Зразок", "Дослідна-Перша"];
const GIVEN: &[&str] = &["Іван", "Олена", "Марія", "Андрій", "Оксана", "Тарас", "Юлія", "Богдан"];
const FATHERS: &[&str] = &["Іванович", "Петрівна", "Андрійович", "Василівна", "Тарасович", "Олегівна"];
const CITIES: &[&str] = &["Київ", "Львів", "Одеса", "Харків", "Біла Церква", "Кривий Ріг", "Івано-Франківськ", "Суми"];
const NOUNS: &[&str] = &["fox", "river", "stone", "tiger", "cloud", "maple", "engine", "robot", "sunny", "brave"];
const SERIES: &[&str] = &["А", "В", "С", "Е", "Н", "І", "К", "М", "О", "Р", "Т", "Х"];

/// Days from 1899-12-31 to a date written `yyyy-mm-dd`.
fn days_since_1900(key: &[u8]) -> Option<i64> {
    let parts: Vec<u32> = std::str::from_utf8(key).ok()?.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let &[year, month, day] = parts.as_slice() else { return None };
    crate::kind::facts::day(year, month, day).map(i64::from)
}

/// A birthday as (days since 1899-12-31, dd.mm.yyyy); months of 28 days keep the arithmetic plain.
fn birthday(random: &mut Seeded) -> (i64, String) {
    let (year, month, day) = (1950 + random.below(50), 1 + random.below(12), 1 + random.below(28));
    let days = days_since_1900(format!("{year:04}-{month:02}-{day:02}").as_bytes()).unwrap();
    (days, format!("{day:02}.{month:02}.{year:04}"))
}

/// A made-up tax number that begins with a day and checks.
fn tax_number(days: i64, random: &mut Seeded) -> String {
    loop {
        let body = format!("{days:05}{}", random.digits(4));
        let found = (0..10).map(|check| format!("{body}{check}")).find(|number| valid("ua.rntrc", number));
        if let Some(number) = found {
            return number;
        }
    }
}

fn valid(kind: &str, text: &str) -> bool {
    let mut key = KeyBuf::new();
    let kind = find(kind).unwrap();
    [Region::Unknown, Region::Ua].iter().any(|&region| {
        key.clear();
        (kind.key)(text.as_bytes(), region, &mut key).is_ok()
    })
}

fn cell(kind: &str, random: &mut Seeded) -> String {
    let r = random;
    match kind {
        "email" => format!("{}.{}{}@example.{}", r.pick(NOUNS), r.pick(NOUNS), r.digits(3), r.pick(&["com", "org"])),
        "phone" => format!("067{}", r.digits(7)),
        "phone.international" => format!("+38067{}", r.digits(7)),
        "ua.rntrc" => {
            let (days, _) = birthday(r);
            tax_number(days, r)
        }
        "ua.driver_licence" => format!("{}{}{} {}", r.pick(SERIES), r.pick(SERIES), r.pick(SERIES), r.digits(6)),
        "person_name" => format!("{} {} {}", r.pick(SURNAMES), r.pick(GIVEN), r.pick(FATHERS)),
        "date" => birthday(r).1,
        "password" => match r.below(5) {
            0 => format!("{}{}", r.pick(NOUNS), r.digits(3)),
            1 => format!("{}{}!", r.pick(NOUNS).to_uppercase(), r.digits(2)),
            2 => r.digits(8),
            3 => format!("{}{}", r.pick(NOUNS), r.pick(NOUNS)),
            _ => format!("{}#{}{}", r.pick(NOUNS), r.digits(1), r.pick(NOUNS)),
        },
        "hash.md5" => r.hex(32),
        "hash.sha1" => r.hex(40),
        "hash.sha256" => r.hex(64),
        "city" => r.pick(CITIES).to_string(),
        "address" => format!("м. {}, вул. {}, {}", r.pick(CITIES), r.pick(&["Садова", "Миру", "Нова"]), r.digits(2)),
        "id" => r.below(900_000).to_string(),
        "category" => r.pick(&["Фізична особа", "Юридична особа", "ФОП", "Нерезидент України"]).to_string(),
        "company" => format!("ТОВ {}", r.pick(SURNAMES)),
        "login" => format!("{}_{}{}", r.pick(NOUNS), r.pick(NOUNS), r.digits(2)),
        "amount" => format!("{},{}", r.digits(4), r.digits(2)),
        other => panic!("no generator for {other}"),
    }
}

fn column(kind: &str, name: Option<&str>, rows: usize, seed: u64) -> ColumnSample {
    let mut random = Seeded(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let cells = (0..rows).map(|_| cell(kind, &mut random).into_bytes()).collect();
    ColumnSample { name: name.map(str::to_string), cells }
}

/// Every twentieth cell becomes rubbish, another twentieth empty.
fn dirty(mut column: ColumnSample) -> ColumnSample {
    for (index, cell) in column.cells.iter_mut().enumerate() {
        match index % 20 {
            3 => *cell = b"???".to_vec(),
            7 => cell.clear(),
            _ => {}
        }
    }
    column
}

fn kinds(choices: &[Choice]) -> Vec<&'static str> {
    choices.iter().map(|choice| choice.kind.map_or("-", |kind| kind.id)).collect()
}

const BY_VALUES: &[(&str, &str)] = &[
    ("email", "email"),
    ("phone", "phone"),
    ("phone.international", "phone"),
    ("ua.rntrc", "ua.rntrc"),
    ("date", "date"),
];

const NEVER: &[&str] = &["city", "address", "id", "category", "company", "amount"];

#[test]
fn values_decide_without_header_with_dirt_and_few_rows() {
    for &(made, expected) in BY_VALUES {
        for rows in [12, 60, 3000] {
            for sample in [column(made, None, rows, 7), dirty(column(made, None, rows.max(20), 8))] {
                let choice = &classify(&[sample], None)[0];
                assert_eq!(
                    (choice.kind.map(|kind| kind.id), choice.decided),
                    (Some(expected), Decided::Values),
                    "{made} {rows}"
                );
                assert_eq!(choice.compared_as.map(|kind| kind.id), Some(expected));
                assert!(choice.candidates[0].confidence > 0.8 && choice.candidates[0].confidence <= 1.0);
            }
        }
    }
}

#[test]
fn values_outweigh_a_wrong_header() {
    let choice = &classify(&[column("email", Some("Телефон"), 100, 3)], None)[0];
    assert_eq!((choice.kind.map(|kind| kind.id), choice.decided), (Some("email"), Decided::Values));
}

/// One spelling that two countries share is decided by the country of all the others.
#[test]
fn one_spelling_in_thousands_decides_the_region() {
    let mut cells: Vec<String> = (0..1_900).map(|i| format!("+38067{i:07}")).collect();
    cells.push("(050) 319-18-20".into());
    let column = ColumnSample { name: None, cells: cells.iter().map(|cell| cell.as_bytes().to_vec()).collect() };
    let choice = &classify(&[column], None)[0];
    assert_eq!((choice.kind.map(|kind| kind.id), choice.region), (Some("phone"), Region::Ua));
}

#[test]
fn the_region_of_national_spellings_is_found() {
    let choice = &classify(&[column("phone", None, 100, 5)], None)[0];
    assert_eq!((choice.kind.map(|kind| kind.id), choice.region), (Some("phone"), Region::Ua));
    assert_eq!(classify(&[column("phone.international", None, 100, 5)], None)[0].region, Region::Unknown);
}

#[test]
fn other_columns_are_of_no_kind() {
    for &made in NEVER {
        for rows in [12, 60, 3000] {
            let table = [column("email", None, rows, 1), column(made, None, rows, 2), column("phone", None, rows, 3)];
            let choice = &classify(&table, None)[1];
            assert_eq!((choice.kind.map(|kind| kind.id), choice.decided), (None, Decided::Nothing), "{made} {rows}");
            assert!(choice.compared_as.is_none(), "{made} {:?}", choice.candidates);
            let alone = &classify(&[column(made, None, rows, 2)], None)[0];
            assert_eq!((alone.compared_as.is_none(), alone.decided), (true, Decided::Nothing), "{made} {rows}");
        }
    }
}

#[test]
fn licences_alone_stay_a_candidate() {
    let choice = &classify(&[column("ua.driver_licence", None, 300, 5)], None)[0];
    assert_eq!((choice.kind.is_none(), choice.decided), (true, Decided::Assumed));
    assert_eq!(choice.compared_as.map(|kind| kind.id), Some("ua.driver_licence"));
    let ids: Vec<&str> = choice.candidates.iter().map(|candidate| candidate.kind).collect();
    assert_eq!(ids, ["ua.driver_licence", "ua.vrc"], "a vehicle's certificate has the same shape");
    let asked = &classify(&[column("ua.driver_licence", None, 300, 5)], find("ua.driver_licence"))[0];
    assert_eq!((asked.kind.map(|kind| kind.id), asked.decided), (Some("ua.driver_licence"), Decided::Request));
    let elsewhere = &classify(&[column("ua.driver_licence", None, 300, 5)], find("email"))[0];
    assert_eq!(elsewhere.decided, Decided::Assumed);
}

#[test]
fn licences_are_decided_by_header_or_neighbours() {
    for name in ["Посвідчення водія", "driver_licence"] {
        let choice = &classify(&[dirty(column("ua.driver_licence", Some(name), 300, 5))], None)[0];
        assert_eq!(
            (choice.kind.map(|kind| kind.id), choice.decided),
            (Some("ua.driver_licence"), Decided::Header),
            "{name}"
        );
    }
    // Beside persons it is compared as a licence, and may still be the certificate of a vehicle that they own.
    for other in ["person_name", "date", "phone", "ua.rntrc", "email"] {
        let table = [column(other, None, 200, 1), dirty(column("ua.driver_licence", None, 200, 2))];
        let choice = &classify(&table, None)[1];
        assert_eq!((choice.kind.map(|kind| kind.id), choice.decided), (None, Decided::Assumed), "{other}");
        assert_eq!(choice.compared_as.map(|kind| kind.id), Some("ua.driver_licence"), "{other}");
    }
    let table = [column("city", None, 200, 1), column("ua.driver_licence", None, 200, 2)];
    assert_eq!(classify(&table, None)[1].decided, Decided::Assumed);
}

#[test]
fn look_alike_letters_do_not_hide_licences() {
    let mut sample = column("ua.driver_licence", None, 200, 9);
    for cell in sample.cells.iter_mut().step_by(2) {
        *cell = String::from_utf8_lossy(cell).replace('А', "A").replace('С', "C").replace('Е', "E").into_bytes();
    }
    let choices = classify(&[column("person_name", None, 200, 4), sample], None);
    assert_eq!(kinds(&choices), ["person_name", "-"]);
    assert_eq!(choices[1].candidates[0].kind, "ua.driver_licence");
    assert!(choices[1].candidates[0].confidence > 0.45);
}

#[test]
fn names_are_known_by_given_names_or_need_a_header() {
    let headed = &classify(&[dirty(column("person_name", Some("П.І.Б."), 300, 5))], None)[0];
    assert_eq!((headed.kind.map(|kind| kind.id), headed.decided), (Some("person_name"), Decided::Header));
    assert_eq!(headed.known_name.as_deref(), Some("П.І.Б."));
    let mut commas = column("person_name", None, 300, 5);
    commas.cells.iter_mut().for_each(|cell| {
        let name = String::from_utf8_lossy(cell).replacen(' ', ", ", 1);
        *cell = name.into_bytes();
    });
    assert_eq!(kinds(&classify(&[commas, column("phone", None, 300, 6)], None)), ["person_name", "phone"]);
    // Given names that everybody knows say what stands beside says too.
    let alone = &classify(&[column("person_name", None, 300, 5)], None)[0];
    assert_eq!((alone.kind.map(|kind| kind.id), alone.decided), (Some("person_name"), Decided::Values));
    let mut unknown = column("person_name", None, 300, 5);
    unknown.cells.iter_mut().enumerate().for_each(|(at, cell)| {
        let letter = |at: usize| char::from_u32(0x430 + at as u32 % 32).unwrap();
        *cell = format!("Невідом{}{} Незнан{}{}", letter(at / 32), letter(at), letter(at), letter(at / 3)).into_bytes();
    });
    let alone = &classify(&[unknown], None)[0];
    assert_eq!((alone.kind.is_none(), alone.decided), (true, Decided::Assumed));
}

#[test]
fn passwords_need_a_login_a_header_or_a_file_of_their_own() {
    for first in ["email", "login", "phone", "hash.md5"] {
        let choice = &classify(&[column(first, None, 200, 1), column("password", None, 200, 2)], None)[1];
        assert_eq!(
            (choice.kind.map(|kind| kind.id), choice.decided),
            (Some("password"), Decided::Neighbours),
            "{first}"
        );
    }
    let headed = classify(
        &[column("id", Some("id"), 90, 1), column("password", Some("Пароль"), 90, 2), column("city", None, 90, 3)],
        None,
    );
    assert_eq!((kinds(&headed), headed[1].decided), (vec!["-", "password", "-"], Decided::Header));
    let alone = &classify(&[column("password", None, 500, 2)], None)[0];
    assert_eq!((alone.kind.is_none(), alone.compared_as.map(|kind| kind.id)), (true, Some("password")));
    assert_eq!(alone.decided, Decided::Assumed);
    let asked = &classify(&[column("password", None, 500, 2)], find("password"))[0];
    assert_eq!((asked.kind.map(|kind| kind.id), asked.decided), (Some("password"), Decided::Request));
    let table =
        [column("login", Some("login"), 200, 1), column("city", Some("city"), 200, 2), column("phone", None, 200, 3)];
    assert_eq!(kinds(&classify(&table, None)), ["username", "-", "phone"]);
}

#[test]
fn hashes_of_one_length_tie_until_a_header_or_request_says() {
    let alone = &classify(&[column("hash.md5", None, 200, 2)], None)[0];
    assert_eq!((alone.kind.is_none(), alone.decided), (true, Decided::Assumed));
    assert_eq!(alone.compared_as.map(|kind| kind.id), Some("hash.md5"));
    let ids: Vec<&str> = alone.candidates.iter().map(|candidate| candidate.kind).collect();
    assert!(ids.starts_with(&["hash.md5", "hash.ntlm"]) && ids.contains(&"hash.md4"), "the whole set is told: {ids:?}");
    // Others share the shape of SHA-1 and SHA-256: they are compared as the usual one, and sure by common passwords only.
    for (kind, usual) in [("hash.sha1", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"), ("hash.sha256", "")] {
        let mut hashes = column(kind, None, 200, 2);
        let choice = &classify(std::slice::from_ref(&hashes), None)[0];
        assert_eq!((choice.kind.is_none(), choice.compared_as.map(|kind| kind.id)), (true, Some(kind)));
        if !usual.is_empty() {
            hashes.cells[..3].fill(usual.as_bytes().to_vec());
            assert_eq!(classify(&[hashes], None)[0].decided, Decided::Values, "hashes of common passwords");
        }
    }
    let headed = &classify(&[column("hash.md5", Some("NTLM"), 200, 2)], None)[0];
    assert_eq!((headed.kind.map(|kind| kind.id), headed.decided), (Some("hash.ntlm"), Decided::Header));
    let asked = &classify(&[column("hash.md5", None, 200, 2)], find("hash.ntlm"))[0];
    assert_eq!((asked.kind.map(|kind| kind.id), asked.decided), (Some("hash.ntlm"), Decided::Request));
}

/// Numbers that are right as telephone and as tax number alike.
fn both(rows: usize) -> Vec<Vec<u8>> {
    let mut random = Seeded(77);
    let mut found = Vec::new();
    while found.len() < rows {
        let number = format!("067{}", random.digits(7));
        if valid("ua.rntrc", &number) && valid("phone", &number) {
            found.push(number.into_bytes());
        }
    }
    found
}

#[test]
fn telephones_that_pass_as_tax_numbers_stay_open_without_help() {
    let cells = both(60);
    let choice = &classify(&[ColumnSample { name: None, cells: cells.clone() }], None)[0];
    assert_eq!((choice.kind.is_none(), choice.decided), (true, Decided::Assumed));
    let mut first: Vec<&str> = choice.candidates[..2].iter().map(|candidate| candidate.kind).collect();
    first.sort_unstable();
    assert_eq!(first, ["phone", "ua.rntrc"]);
    let headed = &classify(&[ColumnSample { name: Some("Телефон".into()), cells: cells.clone() }], None)[0];
    assert_eq!((headed.kind.map(|kind| kind.id), headed.decided), (Some("phone"), Decided::Header));
    let headed = &classify(&[ColumnSample { name: Some("ІПН".into()), cells }], None)[0];
    assert_eq!((headed.kind.map(|kind| kind.id), headed.decided), (Some("ua.rntrc"), Decided::Header));
}

#[test]
fn a_birthday_beside_makes_it_a_tax_number() {
    let mut random = Seeded(5);
    let (mut dates, mut numbers) = (Vec::new(), Vec::new());
    for number in both(40) {
        let days: i64 = std::str::from_utf8(&number[..5]).unwrap().parse().unwrap();
        // Days of 1918: `067..` read as a day of birth.
        let day = (1u64..=31).flat_map(|day| (1u64..=12).map(move |month| (day, month))).find_map(|(day, month)| {
            (1910..1925)
                .map(|year| format!("{year:04}-{month:02}-{day:02}"))
                .find(|date| days_since_1900(date.as_bytes()) == Some(days) && valid("date", date))
        });
        dates.push(day.unwrap_or_else(|| birthday(&mut random).1).into_bytes());
        numbers.push(number);
    }
    let table = [ColumnSample { name: None, cells: dates }, ColumnSample { name: None, cells: numbers }];
    let choices = classify(&table, None);
    assert_eq!((kinds(&choices), choices[1].decided), (vec!["date", "ua.rntrc"], Decided::Neighbours));
}

#[test]
fn a_whole_table_keeps_its_kinds_when_shuffled() {
    let made = ["person_name", "date", "ua.rntrc", "phone", "ua.driver_licence", "address", "email", "id", "city"];
    let expected = ["person_name", "date", "ua.rntrc", "phone", "-", "-", "email", "-", "-"];
    for turn in 0..made.len() {
        let table: Vec<ColumnSample> = (0..made.len())
            .map(|place| dirty(column(made[(place + turn) % made.len()], None, 500, place as u64 + 20)))
            .collect();
        let wanted: Vec<&str> = (0..made.len()).map(|place| expected[(place + turn) % made.len()]).collect();
        assert_eq!(kinds(&classify(&table, None)), wanted);
    }
}

#[test]
fn unknown_names_stay_unseen_and_empty_columns_are_of_no_kind() {
    let choice = &classify(&[column("email", Some("Зразенко Іван"), 20, 1)], None)[0];
    assert_eq!(choice.known_name, None);
    let empty = ColumnSample { name: Some("email".into()), cells: vec![Vec::new(); 50] };
    let choice = &classify(&[empty, ColumnSample::default()], None)[0];
    assert_eq!((choice.kind.is_none(), choice.decided), (true, Decided::Nothing));
}

#[test]
fn a_list_is_what_the_user_says_it_is() {
    let list = |texts: &dyn Fn(u64) -> String| {
        let cells = (0..60).map(|at| texts(at).into_bytes()).collect();
        ColumnSample { name: None, cells }
    };
    let asked = |column: &ColumnSample, kind: &str| classify(std::slice::from_ref(column), find(kind)).remove(0);
    let lists = [
        list(&|at| format!("{:06}", at * 7919)),
        list(&|at| format!("{:02}.01.19{:02}", 1 + at % 28, 40 + at)),
        list(&|at| GIVEN[at as usize % 8].to_owned()),
        list(&|at| format!("067{:07}", at * 31)),
    ];
    for column in &lists {
        let choice = asked(column, "password");
        assert_eq!((choice.kind.map(|kind| kind.id), choice.decided), (Some("password"), Decided::Request));
        assert_ne!(asked(column, "person_name").kind.map(|kind| kind.id), Some("person_name"), "no cell is one");
    }
    assert_eq!(asked(&column("email", None, 60, 1), "password").decided, Decided::Values);
    let hashes = asked(&column("hash.sha1", None, 60, 1), "password");
    assert_eq!(hashes.compared_as.map(|kind| kind.id), Some("hash.sha1"));
    let named = ColumnSample { name: Some("Місто".into()), ..lists[2].clone() };
    assert_eq!(asked(&named, "password").kind.map(|kind| kind.id), None);
    // Beside others it is the only column that nothing is known of.
    let table = [column("email", None, 60, 1), lists[0].clone()];
    assert_eq!(kinds(&classify(&table, find("password"))), ["email", "password"]);
    let table = [column("email", None, 60, 1), lists[0].clone(), lists[2].clone()];
    assert_eq!(kinds(&classify(&table, find("password"))), ["email", "-", "-"]);
}

/// The decision and the candidates for one column of a table.
fn told(table: &[ColumnSample], at: usize) -> (Option<&'static str>, Decided, Vec<&'static str>) {
    let choice = classify(table, None).remove(at);
    let candidates = choice.candidates.iter().map(|candidate| candidate.kind).collect();
    (choice.kind.map(|kind| kind.id), choice.decided, candidates)
}

fn listed(cells: impl IntoIterator<Item = String>, name: Option<&str>) -> ColumnSample {
    ColumnSample { name: name.map(str::to_string), cells: cells.into_iter().map(String::into_bytes).collect() }
}

#[test]
fn behind_a_hash_a_salt_is_no_password() {
    let mut random = Seeded(91);
    let signs = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut drawn = |length: usize| -> String {
        (0..length).map(|_| char::from(signs[random.below(signs.len() as u64) as usize])).collect()
    };
    let salts = listed((0..300).map(|_| drawn(6)), None);
    let table = |second: ColumnSample| [column("hash.md5", None, 300, 5), second];
    assert_ne!(told(&table(salts), 1).0, Some("password"));
    assert_ne!(
        told(&table(column("login", None, 300, 3)), 1).0,
        Some("password"),
        "the name of the account salts as well"
    );
    assert_eq!(told(&table(column("password", None, 300, 3)), 1).0, Some("password"), "a list of found passwords");
}

#[test]
fn a_hash_with_a_mark_of_its_own_is_told() {
    let mut random = Seeded(17);
    let zeroed: Vec<String> = (0..200).map(|_| format!("00000{}", random.hex(35))).collect();
    let (kind, decided, _) = told(&[listed(zeroed.clone(), None)], 0);
    assert_eq!((kind, decided), (Some("hash.linkedin_zeroed_sha1"), Decided::Values));
    let half = zeroed.into_iter().take(100).chain((0..100).map(|_| random.hex(40)));
    assert_eq!(told(&[listed(half, None)], 0).2[0], "hash.sha1");
    let marked = listed((0..200).map(|_| format!("0x{}", random.hex(40).to_uppercase())), None);
    let (kind, _, candidates) = told(&[marked], 0);
    let place = |id: &str| candidates.iter().position(|candidate| *candidate == id);
    assert!(kind.is_none() && place("hash.myspace_sha1") < place("eth"), "{candidates:?}");
}

#[test]
fn a_mixture_of_hashes_is_no_column_of_passwords_whatever_its_name() {
    let mut random = Seeded(23);
    let signs = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut bcrypt = || {
        let salt: String = (0..21).map(|_| char::from(signs[random.below(64) as usize])).collect();
        let rest: String = (0..30).map(|_| char::from(signs[random.below(64) as usize])).collect();
        format!("$2a$08${salt}.{rest}O")
    };
    let cells: Vec<String> = (0..150).map(|_| bcrypt()).collect();
    let mut random = Seeded(29);
    let cells = cells.into_iter().chain((0..150).map(|_| random.hex(40)));
    let table = [column("email", Some("email"), 300, 3), listed(cells, Some("password"))];
    let (kind, decided, candidates) = told(&table, 1);
    assert_eq!((kind, decided), (None, Decided::Assumed));
    assert!(candidates.contains(&"hash.bcrypt") && candidates.contains(&"hash.sha1"), "{candidates:?}");
    assert!(!candidates.contains(&"password"));
}

#[test]
fn twelve_bare_hexadecimal_digits_are_devices_where_makers_repeat() {
    let mut random = Seeded(31);
    let any = listed((0..300).map(|_| random.hex(12)), None);
    let (kind, _, candidates) = told(&[any], 0);
    assert_eq!((kind, candidates[0]), (None, "mac"));
    let makers = ["d05099", "001b63", "f4f5d8", "3c5ab4"];
    let devices: Vec<String> = (0..300).map(|_| format!("{}{}", random.pick(&makers), random.hex(6))).collect();
    assert_eq!(told(&[listed(devices, None)], 0).0, Some("mac"));
    let parted = |_| (0..6).map(|_| random.hex(2)).collect::<Vec<_>>().join(":");
    assert_eq!(told(&[listed((0..300).map(parted), None)], 0).0, Some("mac"));
}

#[test]
fn a_list_of_passwords_of_one_length_keeps_that_candidate() {
    let mut random = Seeded(37);
    let signs = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let mut drawn = |length: usize, of: u64| -> String {
        (0..length).map(|_| char::from(signs[random.below(of) as usize])).collect()
    };
    let twelve = listed((0..2000).map(|_| drawn(12, 62)), None);
    let eight = listed((0..2000).map(|_| drawn(8, 26)), None);
    for list in [twelve, eight] {
        let (kind, decided, candidates) = told(std::slice::from_ref(&list), 0);
        assert!(kind.is_none() && decided == Decided::Assumed && candidates.contains(&"password"), "{candidates:?}");
    }
    let plates =
        listed((0..2000).map(|_| format!("{}{}", drawn(2, 26).to_uppercase(), random_digits(&mut drawn))), None);
    assert!(!told(&[plates], 0).2.contains(&"password"), "codes of one shape");
}

fn random_digits(drawn: &mut dyn FnMut(usize, u64) -> String) -> String {
    drawn(6, 10).bytes().map(|letter| char::from(b'0' + (letter - b'a') % 10)).collect()
}

#[test]
fn numbers_of_patients_and_of_books_are_not_told_apart() {
    let mut random = Seeded(41);
    let cells = std::iter::repeat_with(|| random.digits(10)).filter(|text| valid("gb.nhs", text)).take(200);
    let (kind, decided, candidates) = told(&[listed(cells.collect::<Vec<_>>(), None)], 0);
    assert_eq!((kind, decided, candidates[0]), (None, Decided::Assumed, "gb.nhs"));
}

#[test]
fn names_of_streets_beside_people_are_no_people() {
    let given = ["William", "James", "Mary", "Linda", "Robert", "Michael", "Anna", "Oliver", "Emma", "Thomas"];
    let family = ["Carter", "Hughes", "Barnes", "Coleman", "Jenkins", "Perry", "Powell", "Long", "Foster", "Sanders"];
    let ends = ["Drive", "Keys", "Street", "Avenue", "Crest", "Lane", "Parkway", "Mills"];
    let mut random = Seeded(43);
    let mut two = |last: &[&str]| -> Vec<String> {
        (0..300)
            .map(|_| format!("{}{} {}", random.pick(&given), random.pick(&["", " Jo"]), random.pick(last)))
            .collect()
    };
    let (streets, people) = (two(&ends), two(&family));
    let beside = column("phone.international", None, 300, 7);
    assert_eq!(told(&[listed(streets, None), beside.clone()], 0).0, None);
    assert_eq!(told(&[listed(people, None), beside], 0).0, Some("person_name"));
}
