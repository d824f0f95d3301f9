//! Every mark is found on a table made with it, not on nine rows of it, and on no clean table.

use super::raw::Raw;
use super::*;
use crate::kind::tests::Draw;
use crate::kind::{self, Mismatch, Rank};

/// A made column: its name, its kind, its cells.
type Made = (Option<&'static str>, Option<&'static Kind>, Vec<Vec<u8>>);

/// A made table.
struct Table {
    columns: Vec<Made>,
    raw: Raw,
    files: Vec<FileFacts>,
    exact: Option<(u64, u64)>,
    mended: Option<(String, u64)>,
}

fn plain_file(rows: u64) -> FileFacts {
    FileFacts { rows, header: true, charset: Charset::Utf8, marked: false }
}

impl Table {
    fn of(columns: Vec<Made>) -> Table {
        let rows = columns[0].2.len() as u64;
        let raw = Raw { lines: rows, ..Raw::default() };
        Table { columns, raw, files: vec![plain_file(rows)], exact: None, mended: None }
    }

    fn found(&self) -> Vec<Found> {
        let column = |(position, (name, kind, cells)): (usize, &'_ Made)| SampledColumn {
            position,
            name: *name,
            kind: *kind,
            region: Region::Ua,
            cells: Box::leak(cells.clone().into_boxed_slice()),
            mended: self.mended.clone(),
            whole: cells.clone().into(),
            exact: self.exact,
        };
        look(&Sample {
            table: 0,
            rows: self.columns[0].2.len() as u64,
            columns: self.columns.iter().enumerate().map(column).collect(),
            raw: &self.raw,
            files: self.files.clone(),
        })
    }

    fn ids(&self) -> Vec<&'static str> {
        self.found().iter().map(|found| found.mark).collect()
    }
}

/// A kind of this id that takes any text, facts included where wanted.
fn any(id: &'static str, facts: Option<kind::facts::Read>) -> &'static Kind {
    let key = |text: &[u8], _: Region, out: &mut kind::KeyBuf| -> Result<(), Mismatch> {
        out.extend_from_slice(text);
        Ok(())
    };
    Box::leak(Box::new(Kind { id, key, facts, rank: Rank::Document, ..Kind::COMMON }))
}

/// Rows that nobody handled: drawn anew for each seed.
fn clean(seed: u64, rows: usize) -> Table {
    const TOWNS: [&str; 6] = ["Київ", "Львів", "Полтава", "Харків", "Ужгород", "Біла Церква"];
    const NAMES: [&str; 6] = ["Зразкова Олена", "Тестенко Іван", "Приклад Ганна", "Вигадько Петро", "Ліс Ія", "Ян О"];
    let mut draw = Draw::new(seed);
    let mut column = |make: &mut dyn FnMut(&mut Draw, usize) -> String| -> Vec<Vec<u8>> {
        (0..rows).map(|row| make(&mut draw, row).into_bytes()).collect()
    };
    let running = column(&mut |_, row| (row + 1).to_string());
    let names = column(&mut |draw, _| draw.one_of(&NAMES).to_owned());
    let towns = column(&mut |draw, _| format!("м. {}, вул. Нова, {}", draw.one_of(&TOWNS), draw.below(200)));
    let phones = column(&mut |draw, _| format!("+38067{:07}", draw.below(500)));
    let mails = column(&mut |draw, _| format!("user{}@example.com", draw.below(5_000_000)));
    let days =
        column(&mut |draw, _| format!("{}.{:02}.{}", draw.below(28) + 1, draw.below(12) + 1, 1950 + draw.below(50)));
    let sums = column(&mut |draw, _| format!("{}.{:02}", draw.below(100_000), draw.below(100)));
    let texts = column(&mut |draw, _| "слово & ще ".repeat(draw.below(9) as usize + 1));
    Table::of(vec![
        (Some("id"), None, running),
        (Some("піб"), kind::find("person_name"), names),
        (Some("адреса"), None, towns),
        (Some("телефон"), kind::find("phone"), phones),
        (Some("email"), kind::find("email"), mails),
        (Some("дата"), kind::find("date"), days),
        (Some("сума"), None, sums),
        (None, None, texts),
    ])
}

#[test]
fn nothing_is_found_where_nobody_was() {
    for seed in 0..20 {
        assert_eq!(clean(seed, 400).ids(), Vec::<&str>::new(), "seed {seed}");
    }
}

/// So many cells that bear the sign, and a third as many that do not.
fn bearing(count: usize, cell: fn(usize) -> String, other: &str) -> Vec<Vec<u8>> {
    let cell = |row: usize| if row % 4 == 3 { other.to_owned() } else { cell(row) };
    (0..).map(cell).take(count * 4 / 3).map(String::into_bytes).collect()
}

/// A mark that a column's cells bear: its id, what such a cell is, another cell, the column's name and kind.
struct InCells {
    mark: &'static str,
    cell: fn(usize) -> String,
    other: &'static str,
    name: Option<&'static str>,
    kind: Option<&'static Kind>,
}

/// A number that holds nothing, for columns that need many different cells.
fn spread(row: usize) -> u64 {
    (row as u64).wrapping_mul(2_654_435_761) % 1_000_003
}

fn in_cells() -> Vec<InCells> {
    let plain = |mark, cell, other| InCells { mark, cell, other, name: None, kind: None };
    let of = |mark, id: &'static str, cell| InCells { mark, cell, other: "", name: None, kind: Some(any(id, None)) };
    vec![
        plain("argon2", |row| format!("$argon2id$v=19$m=65536,t=3,p=4${}", spread(row)), "x"),
        plain("bcrypt", |row| format!("{:.<60}", format!("$2y$10${}", spread(row))), "x"),
        plain("html-entities", |row| format!("Зразок &amp; {}", spread(row)), "Зразок & Ко; &amplitude"),
        of("iban-ukraine", "iban", |row| format!("UA21322313000{}", spread(row))),
        of("id-card-ukraine", "ua.id_card", |row| format!("{:09}", spread(row))),
        of("katottg", "ua.katottg", |row| format!("UA{:017}", spread(row))),
        of("koatuu", "ua.koatuu", |row| format!("{:010}", spread(row))),
        of("kyrgyz-passport-2004", "kg.passport", |row| format!("AN{:07}", spread(row))),
        of("kyrgyz-id-card", "kg.passport", |row| format!("ID{:07}", spread(row))),
        of("kyrgyz-plate-2016", "kg.plate_2016", |row| format!("01KG{:03}ABC", spread(row))),
        InCells {
            mark: "lost-zeros",
            cell: |row| ["100173", "32012313", "412310001", "512310005"][row % 4].to_owned(),
            other: "1759013776",
            name: None,
            kind: Some(nine_or_ten()),
        },
        plain("mojibake", |row| format!("РўРµСЃС‚ {}", spread(row)), "Тест"),
        plain("offices-new", |row| format!("ТСЦ {}", spread(row)), "Полтава"),
        plain("offices-old", |row| format!("ВРЕР {} м. Київ", spread(row)), "Полтава"),
        plain("pandas-nan", |_| "nan".into(), "12"),
        of("phone-073", "phone", |row| format!("+38073{:07}", spread(row))),
        of("plate-ukraine-1995", "ua.vehicle_plate_1995", |row| format!("{:05}АА", spread(row))),
        of("plate-ukraine-2004", "ua.vehicle_plate_2004", |row| format!("АА{:04}АА", spread(row))),
        plain("point-zero", |row| format!("{}.0", spread(row) + 10), "7.5"),
        InCells {
            mark: "spreadsheet-dates",
            cell: |row| (30_000 + spread(row) % 9_999).to_string(),
            other: "15.03.1985",
            name: Some("дата народження"),
            kind: None,
        },
        plain("spreadsheet-floats", |row| format!("3.8050{}E+11", row % 10), "380501234567"),
        plain("sql-escapes", |row| format!("О\\'Зразок {}", spread(row)), "O'Зразок"),
        of("telegram-ids", "telegram.user_id", |row| (5_000_000_000 + spread(row)).to_string()),
        plain("towns-new", |row| format!("м.Бахмут, {}", spread(row)), "Бахмутська вул."),
        plain("towns-old", |row| format!("ДНІПРОПЕТРОВСЬК, {}", spread(row)), "Дніпропетровська обл."),
        of("unzr", "ua.unzr", |row| format!("19850315-{:05}", spread(row))),
        plain("words-for-nothing", |row| ["xxx", "None", "N/A"][row % 3].to_owned(), "12"),
    ]
}

/// Numbers of ten digits of which any that begins with 0 to 5 is right when its last digit is even.
fn nine_or_ten() -> &'static Kind {
    let key = |text: &[u8], _: Region, out: &mut kind::KeyBuf| match text.len() {
        10 => {
            out.extend_from_slice(text);
            Ok(())
        }
        _ => Err(Mismatch::Length),
    };
    Box::leak(Box::new(Kind { id: "tested", key, invalid: &[("1", Mismatch::Check)], ..Kind::COMMON }))
}

#[test]
fn marks_of_cells_are_found_where_they_are() {
    for InCells { mark, cell, other, name, kind } in in_cells() {
        let mut table = clean(1, 60);
        let mut cells = bearing(30, cell, other);
        cells.resize(60, other.as_bytes().to_vec());
        if mark == "spreadsheet-dates" || mark == "point-zero" {
            cells = bearing(45, cell, other);
        }
        if mark == "lost-zeros" {
            cells.iter_mut().filter(|cell| cell.len() != 10).for_each(|cell| *cell = b"412310001".to_vec());
        }
        table.columns.push((name, kind, cells));
        let found = table.found();
        let own: Vec<&Found> = found.iter().filter(|found| found.mark == mark).collect();
        let [one] = own.as_slice() else { panic!("{mark}: {found:?}") };
        assert!(one.count >= 15 && one.count <= 45 && one.of == 60, "{mark}: {one:?}");
        assert_eq!((one.column, one.counted), (Some(8), Counted::SampledRows), "{mark}");
        let aged = find(mark).is_some_and(|mark| mark.class == Class::Age);
        assert_eq!(one.bound.is_some(), aged, "{mark}");
        let others: Vec<&str> = found.iter().map(|found| found.mark).filter(|id| *id != mark).collect();
        assert!(others.is_empty(), "{mark} came with {others:?}");
    }
}

/// Documents keep the name of a place of birth for ever: it bounds no row.
#[test]
fn places_of_birth_are_no_sign_of_age() {
    let towns = |name| {
        let cells: Vec<Vec<u8>> = (0..60).map(|_| "м. Дніпропетровськ".as_bytes().to_vec()).collect();
        Table::of(vec![(Some(name), None, cells)]).ids()
    };
    assert!(towns("Адреса").contains(&"towns-old"));
    for name in ["Місце народження", "Место рождения", "birth_place"] {
        assert!(!towns(name).contains(&"towns-old"), "{name}");
    }
    let bare = |cell: &'static str| alone(None, (0..60).map(move |_| cell.to_owned()));
    assert!(
        bare("М. ДНІПРОПЕТРОВСЬК УКРАЇНА").iter().all(|found| found.mark != "towns-old"),
        "a place of birth, perhaps"
    );
    assert!(bare("м. Дніпропетровськ, вул. Тестова, 5").iter().any(|found| found.mark == "towns-old"));
}

#[test]
fn nine_rows_are_nobodys_business() {
    for InCells { mark, cell, other, name, kind } in in_cells() {
        let cells: Vec<Vec<u8>> = (0..9).map(|row| cell(row).into_bytes()).collect();
        let mut table = Table::of(vec![(name, kind, cells)]);
        assert_eq!(table.ids(), Vec::<&str>::new(), "{mark}");
        table.columns[0].2.extend(vec![other.as_bytes().to_vec(); 40]);
        assert_eq!(table.ids(), Vec::<&str>::new(), "{mark}");
    }
}

/// Marks of files and order: each with a table made for it.
fn others() -> Vec<(&'static str, Table)> {
    let with = |change: fn(&mut Table)| {
        let mut table = clean(2, 400);
        change(&mut table);
        table
    };
    vec![
        ("byte-order-mark", with(|table| table.files[0].marked = true)),
        ("charset-windows-1251", with(|table| table.files[0].charset = Charset::Windows1251)),
        ("deduplicated", with(|table| table.exact = Some((20_000, 20_000)))),
        ("dump-date", with(|table| table.raw.written = Some("2020-05-01".into()))),
        ("line-ends-mixed", with(|table| table.raw.windows = 100)),
        ("line-ends-windows", with(|table| table.raw.windows = 400)),
        ("mysqldump", with(|table| table.raw.mysqldump = true)),
        ("null-escape", with(|table| table.raw.escaped_nulls = vec![0, 9, 12])),
        ("null-word", with(|table| table.raw.nulls = vec![0, 9, 12])),
        (
            "pandas-index",
            with(|table| {
                table.columns[0].0 = Some("Unnamed: 0");
                table.columns[0].2 = (0..400).map(|row| (row * 3).to_string().into_bytes()).collect();
            }),
        ),
        ("phpmyadmin", with(|table| table.raw.phpmyadmin = true)),
        ("sorted", with(|table| table.columns[4].2.sort())),
        ("spreadsheet-rows", with(|table| table.files[0].rows = 1_048_575)),
        (
            "truncated",
            with(|table| {
                let cut = |row: usize| {
                    let text = format!("{} вулиця Зразкова, будинок 12 вулиця Зразкова", 10 + row % 90);
                    text.chars().take((12 + spread(row) as usize % 24).min(25)).collect::<String>().into_bytes()
                };
                table.columns[7].2 = (0..400).map(cut).collect();
            }),
        ),
    ]
}

#[test]
fn marks_of_files_and_order_are_found_where_they_are() {
    for (mark, table) in others() {
        let mut found = table.ids();
        found.dedup();
        assert_eq!(found, [mark]);
    }
}

#[test]
fn near_misses_are_not_found() {
    let mut table = clean(3, 400);
    table.files[0].rows = 1_048_576;
    table.exact = Some((20_000, 19_999));
    table.raw.windows = 5;
    table.columns[0].0 = Some("n");
    table.columns[0].2 = (0..400).map(|row| row.to_string().into_bytes()).collect();
    assert_eq!(table.ids(), Vec::<&str>::new());
}

/// Numbers that hold the day of birth, the year of issue: the youngest that enough rows reach; a few stray ones do not count.
#[test]
fn years_inside_numbers_bound_the_table() {
    fn born(key: &[u8]) -> kind::facts::Facts {
        kind::facts::Facts { birth_day: kind::facts::number(key), ..Default::default() }
    }
    fn issued(key: &[u8]) -> kind::facts::Facts {
        kind::facts::Facts { year: kind::facts::number(key).and_then(|n| u16::try_from(n).ok()), ..Default::default() }
    }
    let cells = |values: &[u32]| values.iter().map(|value| value.to_string().into_bytes()).collect::<Vec<_>>();
    // 31,120 is 15 March 1985.
    let mut days: Vec<u32> = (0..300).map(|row| 31_120 - spread(row) as u32 % 9_000).collect();
    days.extend([31_120; 10]);
    days.extend([60_000; 9]);
    for (mark, facts, values, bound) in [
        ("births", born as kind::facts::Read, days, "1985-03"),
        ("issue-years", issued, [vec![2_011; 50], vec![2_013; 20], vec![2_099; 9]].concat(), "2013"),
    ] {
        let table = Table::of(vec![(None, Some(any("tested", Some(facts))), cells(&values))]);
        let found = table.found();
        assert_eq!(found.len(), 1, "{mark}: {found:?}");
        let not_before = found[0].bound.as_ref().and_then(|bound| bound.not_before.clone());
        assert_eq!((found[0].mark, not_before.as_deref()), (mark, Some(bound)));
    }
    let same = Table::of(vec![(None, Some(any("tested", Some(issued))), cells(&[2_004; 50]))]);
    assert_eq!(same.ids(), Vec::<&str>::new(), "a year that all have is the kind's");
}

/// The alphabet of a database is no order of bytes: і, ї, є stand behind я there.
#[test]
fn orders_are_told_apart() {
    let words: Vec<String> = (0..33 * 4)
        .map(|n| format!("{}{}", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".chars().nth(n / 4).unwrap_or('я'), n % 4))
        .collect();
    let column =
        |cells: Vec<String>| Table::of(vec![(None, None, cells.into_iter().map(String::into_bytes).collect())]);
    let order = |table: Table| table.found().first().and_then(|found| found.detail);
    assert_eq!(order(column(words.clone())), Some("by alphabet"));
    let mut bytes = words;
    bytes.sort();
    assert_eq!(order(column(bytes)), Some("by bytes"));
    let numbers: Vec<String> = (0..200).map(|n| format!("{}", n * n)).collect();
    assert_eq!(order(column(numbers.clone())), None, "running numbers are no sign");
    let mut table = column(numbers);
    table.columns[0].1 = Some(any("tested", None));
    assert_eq!(order(table), Some("by number"));
}

#[test]
fn every_mark_is_whole_and_has_an_example() {
    assert!(MARKS.is_sorted_by(|one, next| one.id < next.id));
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/profile/marks");
    let mut examples: Vec<&str> = in_cells().iter().map(|made| made.mark).collect();
    examples.extend(others().iter().map(|made| made.0));
    examples.extend(["births", "issue-years"]);
    examples.sort_unstable();
    assert_eq!(examples, MARKS.iter().map(|mark| mark.id).collect::<Vec<_>>());
    for mark in MARKS {
        assert!(folder.join(format!("{}.rs", mark.id.replace('-', "_"))).exists(), "{}", mark.id);
        assert!(!mark.title.ends_with('.') && mark.means.ends_with('.') && mark.caveat.ends_with('.'), "{}", mark.id);
        assert!(!mark.sources.is_empty(), "{}", mark.id);
    }
}

/// A table of one column.
fn alone(kind: Option<&'static Kind>, cells: impl Iterator<Item = String>) -> Vec<Found> {
    Table::of(vec![(None, kind, cells.map(String::into_bytes).collect())]).found()
}

#[test]
fn few_values_and_days_of_any_spelling_in_order_are_sorted() {
    let details = |found: Vec<Found>| found.into_iter().map(|found| (found.mark, found.detail)).collect::<Vec<_>>();
    // Forty surnames, each of many rows.
    let names = |step: u64| (0..2_000_u64).map(move |row| format!("Прізвище{:02}", row * step / 50 % 40));
    assert_eq!(details(alone(None, names(1))), [("sorted", Some("by bytes"))]);
    assert_eq!(details(alone(None, names(50 * 7))), [], "the same in no order");
    let born = |row: u64| format!("{:02}.{:02}.{}", row % 28 + 1, row / 28 % 12 + 1, 1950 + row / 336);
    let date = kind::find("date");
    assert_eq!(details(alone(date, (0..400).map(born))), [("sorted", Some("by date"))]);
    assert_eq!(details(alone(date, (0..400).map(|row| born(row * 151 % 997)))), []);
}

/// Systems keep records in the order of their numbers and times: nobody sorted them.
#[test]
fn records_in_the_order_in_which_they_came_are_not_sorted() {
    let numbered: [fn(u64) -> String; 9] = [
        |row| format!("ORD-{row:06}"),
        |row| format!("INV-2020-{row:04}"),
        |row| format!("user{row}"),
        |row| format!("id{}", 1_000 + row * 7),
        |row| format!("{}-{:02}", row / 20 + 1, row % 20 + 1),
        |row| format!("{:08x}{:016x}", 0x5e00_0000 + row * 300, spread(row as usize) * 7_919),
        |row| format!("{:05}", 99_999 - row * row % 7 - row * 8),
        |row| format!("ВХХ{}", 100_000 + row * 3),
        |row| format!("{}", 380_671_000_000 + row * 17),
    ];
    for number in numbered {
        assert_eq!(alone(None, (0..700).map(number)), [], "{}", number(1));
    }
    let document = Some(any("tested", None));
    assert_eq!(alone(document, (0..700).map(numbered[7])), [], "a series that is given out");
    assert_eq!(alone(document, (0..700).map(numbered[8])), [], "a block of numbers");
    let moment = |row: u64| format!("2020-{:02}-{:02} 10:{:02}", row / 200 + 1, row / 8 % 25 + 1, row % 8 * 7);
    assert_eq!(alone(kind::find("date"), (0..700).map(moment)), []);
    // The same numbers where somebody put them in another order, and those of people.
    let mut sorted: Vec<String> = (0..700).map(numbered[2]).collect();
    sorted.sort();
    assert_eq!(alone(None, sorted.into_iter()).len(), 1, "user1, user10, user100");
    let phone = |row: u64| format!("+38067{:07}", row * 9_000 + spread(row as usize) % 8_999);
    assert_eq!(alone(kind::find("phone"), (0..700).map(phone)).len(), 1, "telephone numbers");
}

#[test]
fn texts_that_were_cut_are_told_among_others_nearly_as_long() {
    let word = |row: usize| ["м. Київ, вул. Нова", "м. Суми, просп. Миру, буд.", "вул. Сад"][row % 3];
    let text = |row: usize| {
        format!(
            "{} {} {}",
            10 + row * 7 % 90,
            word(row),
            "12, кв. 34, під'їзд 5".chars().take(row / 3 % 16).collect::<String>()
        )
    };
    let cut = |most: usize| move |row: usize| text(row).chars().take(most).collect::<String>();
    assert!(alone(None, (0..600).map(cut(33))).iter().any(|found| found.mark == "truncated"));
    assert!(alone(None, (0..600).map(cut(99))).is_empty(), "the same texts whole");
    assert!(alone(None, (0..600).map(cut(23))).iter().any(|found| found.mark == "truncated"), "most of them cut");
}

/// Addresses end in a number: those of the greatest length that end within a word were cut, though they make no pile.
#[test]
fn addresses_that_end_within_a_word_are_cut() {
    let town = |row: usize| ["Київ", "Львів", "Полтава", "Черкаси", "Біла Церква", "Кременчук"][row * 7 % 6];
    let street = |row: usize| ["Нова", "Садова", "Шевченка", "Незалежності", "Лесі Українки"][row * 5 / 3 % 5];
    let address = |row: usize| {
        let row = spread(row) as usize;
        format!("м. {}, вул. {}, {}, кв. {}", town(row), street(row / 7), row / 11 % 150 + 1, row / 13 % 200 + 1)
    };
    let cut = |most: usize| (0..900).map(move |row| address(row).chars().take(most).collect::<String>());
    for most in [34, 36, 37] {
        assert!(alone(None, cut(most)).iter().any(|found| found.mark == "truncated"), "{most}");
    }
    assert!(alone(None, cut(99)).iter().all(|found| found.mark != "truncated"), "the same addresses whole");
}

/// Six groups of blood have a longest one that a sixth of the rows bear: nothing was cut. Nor was it where as many are one
/// character shorter.
#[test]
fn a_few_values_that_come_again_and_a_flat_end_are_not_cut() {
    let groups = ["0(I) Rh+", "0(I) Rh-", "A(II) Rh+", "A(II) Rh-", "B(III) Rh+", "AB(IV) Rh-"];
    let group = |row: usize| format!("{}{}", "група ", groups[row % 6]);
    assert!(alone(None, (0..600).map(group)).is_empty());
    let street = |row: usize| format!("м. Суми, вул. Нова, {} {}", row % 90 + 10, &"abcdefgh"[..[1, 2, 7, 8][row % 4]]);
    assert!(alone(None, (0..600).map(street)).is_empty());
}

/// The bare name of an authority is that of a system which somebody asked, no office that issued a paper.
#[test]
fn a_label_of_a_source_is_no_office() {
    let label = |row: usize| ["VK", "ДАІ", "Приват", "Нова Пошта"][row * 7 % 4].to_owned();
    assert!(alone(None, (0..400).map(label)).iter().all(|found| found.mark != "offices-old"));
    let office = |row: usize| format!("ВРЕР ДАІ №{}", row * 7 % 90);
    assert!(alone(None, (0..400).map(office)).iter().any(|found| found.mark == "offices-old"));
}

#[test]
fn addresses_that_end_within_a_domain_are_cut() {
    let whole = |row: usize| {
        let domain = ["mail.example", "post.example", "example.org"][row % 3];
        format!("{}{}@{domain}", &"abcdefghijklmnop"[..4 + row / 7 % 12], row % 90)
    };
    let cut = |most: usize| (0..600).map(move |row| whole(row).chars().take(most).collect::<String>());
    for most in [18, 22, 25] {
        let found = alone(None, cut(most));
        assert!(found.iter().any(|found| found.mark == "truncated"), "{most}: {found:?}");
    }
    assert!(alone(None, cut(99)).is_empty(), "the same addresses whole");
}

#[test]
fn damage_that_was_mended_while_reading_is_counted() {
    let names = ["Олександр", "Володимир", "Ганна", "Юлія", "Петро"];
    let cell = |row: usize| names[row % names.len()].to_owned().into_bytes();
    let mended = |chain: &str| {
        let table = Table::of(vec![(None, None, (0..500).map(cell).collect())]);
        let found = Table { mended: Some((chain.to_owned(), 480)), ..table }.found();
        found.into_iter().map(|found| (found.mark, found.count, found.detail)).collect::<Vec<_>>()
    };
    let told = Some("UTF-8 read as windows-1251");
    assert_eq!(mended("UTF-8 read as windows-1251"), [("mojibake", 480, told)]);
    assert_eq!(mended("KOI8-U read as windows-1251"), [("mojibake", 480, None)], "a way that the mark has no word for");
}
