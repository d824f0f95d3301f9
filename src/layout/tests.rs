//! Every folder of `fixtures/formats` holds `data.txt` and `expect.toml`: what the sniffer must say of it. All
//! synthetic.

use std::path::Path;

use super::sniff;

#[test]
fn every_fixture_is_read_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats");
    let mut folders: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() >= 40);
    let mut wrong = Vec::new();
    for folder in folders {
        let data = std::fs::read(folder.join("data.txt")).unwrap();
        let expect: toml::Table = std::fs::read_to_string(folder.join("expect.toml")).unwrap().parse().unwrap();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        wrong.extend(differences(&data, &expect).into_iter().map(|difference| format!("{name}: {difference}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(data: &[u8], expect: &toml::Table) -> Vec<String> {
    let text = |key: &str| expect.get(key).and_then(toml::Value::as_str);
    let layout = match (sniff(&[data]), text("error")) {
        (Err(error), Some(word)) if error.contains(word) => return Vec::new(),
        (Err(error), _) => return vec![error],
        (Ok(layout), Some(_)) => return vec![format!("no error but {}", layout.reason)],
        (Ok(layout), None) => layout,
    };
    let byte = |key: &str| text(key).and_then(|text| text.bytes().next());
    let mut found = Vec::new();
    let mut check = |what: &str, same: bool| {
        if !same {
            found.push(format!(
                "{what} differs; {}; runner-up {:?}; header {}",
                layout.reason, layout.runner_up, layout.header
            ));
        }
    };
    check("format", text("format") == Some(layout.format.name()));
    check("delimiter", byte("delimiter") == layout.delimiter);
    check("quote", byte("quote") == layout.quote);
    check("charset", text("charset") == Some(layout.charset.name()));
    check("terminator", byte("terminator").unwrap_or(b'\n') == layout.terminator);
    check("header", expect["header"].as_bool() == Some(layout.header));
    check("width", expect["width"].as_integer() == i64::try_from(layout.width).ok());
    check("names", layout.names.len() == if layout.header { layout.width } else { 0 });
    found
}

#[test]
fn names_are_decoded_trimmed_and_unquoted() {
    let layout = sniff(&[
        b"id,\" full \"\"name\"\" \", E-mail\n1,a,anna@example.com\n2,b,ivan@example.com\n3,c,olena@example.com\n",
    ]);
    assert_eq!(layout.unwrap().names, ["id", "full \"name\"", "E-mail"]);
    let (text, _, _) = encoding_rs::WINDOWS_1251.encode("Прізвище;Телефон\nПетренко;0670001122\nКоваль;0670001123\n");
    assert_eq!(sniff(&[&text]).unwrap().names, ["Прізвище", "Телефон"]);
}

#[test]
fn reasons_hold_no_value() {
    for data in ["canary@example.com:secret\n", "Canary;12\n", "CANARY 123456\n", "a,Canary,\"Canary\"\n"] {
        let layout = sniff(&[data.repeat(20).as_bytes()]).unwrap();
        let told = format!("{} {:?}", layout.reason, layout.runner_up).to_lowercase();
        assert!(!told.contains("canary"), "{told}");
    }
}

#[test]
fn later_samples_count_too() {
    // The first stretch has no quotes; a later one begins inside a quoted cell.
    let plain = "1;abc;2001-02-03\n".repeat(200);
    let quoted = format!("rest\";2001-02-03\n{}", "7;\"x;y\nz\";2001-02-03\n".repeat(200));
    let layout = sniff(&[plain.as_bytes(), quoted.as_bytes()]).unwrap();
    assert_eq!((layout.delimiter, layout.quote, layout.width), (Some(b';'), Some(b'"'), 3));
}

#[test]
fn a_file_of_one_value_or_of_header_alone_is_read() {
    assert_eq!(sniff(&[b"qwerty"]).unwrap().width, 1);
    assert!(!sniff(&[b"qwerty"]).unwrap().header);
    let layout = sniff(&[b"id;name;phone\n"]).unwrap();
    assert_eq!((layout.width, layout.header), (3, true));
    assert_eq!(sniff(&[]).unwrap().reason, "empty");
    assert_eq!(sniff(&[b"\xEF\xBB\xBF"]).unwrap().preface, 3);
}

#[test]
fn a_spreadsheets_separator_line_is_neither_header_nor_row() {
    let rows: String = (0..50).map(|i| format!("+38067{i:07};User {i}\r\n")).collect();
    let layout = sniff(&[format!("\u{feff}sep=;\r\nphone;name\r\n{rows}").as_bytes()]).unwrap();
    assert_eq!((layout.preface, layout.marked, layout.header, layout.width), (10, true, true, 2));
    assert_eq!((layout.delimiter, layout.names[0].as_str()), (Some(b';'), "phone"));
    assert!(layout.reason.starts_with("7 bytes of notes head the file and are no row; "), "{}", layout.reason);
    let list = sniff(&[b"#!comment: of a word list\n123456\nqwerty\n"]).unwrap();
    assert_eq!((list.preface, list.header, list.width), (26, false, 1));
}

/// A heading is shown, a person's name is not.
#[test]
fn a_surname_that_is_a_header_word_heads_no_surnames() {
    let names: String =
        ["Long", "Davis", "Smith", "Müller", "Johnson", "Moore"].map(|name| format!("{name}\n")).concat();
    let has_header = |head: &str, rest: &str| sniff(&[format!("{head}\n{rest}").as_bytes()]).unwrap().header;
    assert!(!has_header("Price", &names.repeat(40)));
    assert!(has_header("Surname", &names.repeat(40)));
    let prices: String = (0..200).map(|i| format!("{i}.50\n")).collect();
    assert!(has_header("Price", &prices));
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let surname = |n: usize| {
        format!(
            "{}{}r{}{}",
            letter(n * 7).to_ascii_uppercase(),
            letter(n * 11),
            letter(n * n),
            ["s", "on", "man"][n % 3]
        )
    };
    let people: String = (0..120)
        .map(|n| format!("{};{}\n", surname(n), ["Anna", "Mary", "Mark", "John", "Alice", "Ruth"][n % 6]))
        .collect();
    assert!(!has_header("Price;Della", &people));
    assert!(has_header("Surname;Name", &people));
    let places: String =
        ["Baker;London;1", "Oxford;Leeds;22", "Abbey;York;7"].map(|place| format!("{place}\n")).concat();
    assert!(has_header("Street;City;House", &places.repeat(40)));
}

#[test]
fn colons_of_addresses_divide_nothing() {
    let group = |n: usize| format!("{:x}", 0x1000 + n % 0xefff);
    for sign in [';', '\t', '|', ','] {
        let rows: String = (1..300)
            .map(|n| {
                let address: Vec<String> = (0..8).map(|place| group(n * (place * 977 + 31))).collect();
                format!("{}{sign}Name {n}\n", address.join(":"))
            })
            .collect();
        let layout = sniff(&[rows.as_bytes()]).unwrap();
        assert_eq!((layout.delimiter, layout.width), (Some(sign as u8), 2), "{}", layout.reason);
    }
    let list: String = (0..300).map(|n| format!("user{n}@example.com:pass;word{n}\n")).collect();
    assert_eq!(sniff(&[list.as_bytes()]).unwrap().delimiter, Some(b':'));
}

#[test]
fn lines_end_outside_quotes() {
    let row =
        |i: usize| format!("\"{i}\",\"+38067{i:07}\",\"{}\"\r", if i.is_multiple_of(3) { "one\nline" } else { "one" });
    let macintosh: String = (0..200).map(row).collect();
    let layout = sniff(&[macintosh.as_bytes()]).unwrap();
    assert_eq!((layout.terminator, layout.width), (b'\r', 3));
    let feeds = macintosh.replace('\n', "|").replace('\r', "\n").replace('|', "\r");
    let layout = sniff(&[feeds.as_bytes()]).unwrap();
    assert_eq!((layout.terminator, layout.width), (b'\n', 3));
    // A lone quote hides little.
    let inches: String = (0..2_000).map(|i| format!("{i},2\" pipe,+38067{i:07}\r")).collect();
    assert_eq!(sniff(&[format!("\"{inches}").as_bytes()]).unwrap().terminator, b'\r');
}

#[test]
fn a_table_of_two_columns_with_quotes_is_no_list_of_passwords() {
    let row = |i: usize| match i % 40 {
        0 => format!("user{i}@example.com;\"north\nside\"\n"),
        1 => format!("user{i}@example.com;\"a;b\"\n"),
        _ => format!("user{i}@example.com;Town{}\n", i % 7),
    };
    let text: String = (0..800).map(row).collect();
    for text in [text.clone(), format!("email;city\n{text}")] {
        let layout = sniff(&[text.as_bytes()]).unwrap();
        assert_eq!(
            (layout.format, layout.quote, layout.width),
            (crate::record::Format::Delimited, Some(b'"'), 2),
            "{}",
            layout.reason
        );
    }
    let quoted = |i: usize| if i.is_multiple_of(40) { format!("\"pass{i}\"") } else { format!("pass{i}") };
    let list: String = (0..800).map(|i| format!("user{i}@example.com;{}\n", quoted(i))).collect();
    let layout = sniff(&[list.as_bytes()]).unwrap();
    assert_eq!((layout.format, layout.quote), (crate::record::Format::LoginPassword, None), "{}", layout.reason);
}

#[test]
fn empty_cells_of_one_column_are_written_as_quotes() {
    let cell = |i: usize| if i.is_multiple_of(2) { "\"\"".into() } else { format!("user{i}@example.com") };
    let text: String = (0..500).map(|i| cell(i) + "\n").collect();
    let layout = sniff(&[format!("email\n{text}").as_bytes()]).unwrap();
    assert_eq!((layout.quote, layout.width, layout.header), (Some(b'"'), 1, true), "{}", layout.reason);
    let passwords: String = (0..500).map(|i| format!("pass\"word{i}\n")).collect();
    assert_eq!(sniff(&[format!("\"\"\n{passwords}").as_bytes()]).unwrap().quote, None);
}

#[test]
fn two_columns_of_one_known_name_have_a_header() {
    let rows: String = (0..50).map(|i| format!("+38067{i:07};+38050{i:07}\n")).collect();
    assert!(sniff(&[format!("phone;phone\n{rows}").as_bytes()]).unwrap().header);
    let licences: String = (0..50).map(|i| format!("ABC{i:06};XYZ{i:06}\n")).collect();
    assert!(sniff(&[format!("driver_licence;driver_licence\n{licences}").as_bytes()]).unwrap().header);
    let words = "zebra;zebra\nlamp;lamp\n".repeat(30);
    assert!(!sniff(&[words.as_bytes()]).unwrap().header);
}

/// Rows of invented people in two columns: words of different lengths that hardly repeat, no shape that tells.
fn pairs(rows: usize, seed: u64) -> String {
    const PARTS: [&str; 8] = ["зра", "тес", "вига", "умо", "дослі", "перша", "ймо", "приклад"];
    let mut random = seed | 1;
    let mut part = || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        PARTS[((random >> 11) % 8) as usize]
    };
    let mut line = |_| {
        let (first, last) = ([part(), part(), part()].concat(), [part(), part(), part()].concat());
        format!("{first}.{};{last} {}\n", part(), part())
    };
    (0..rows).map(&mut line).collect()
}

/// Passwords before logins look like anything: the names above them say that there are two columns.
#[test]
fn known_words_over_two_columns_divide_them() {
    let rows: String =
        (0..200).map(|row| format!("{}{}:tester_{}\n", ["sun", "Wolf!", "19"][row % 3], row * 37, row)).collect();
    let layout = sniff(&[format!("pwd:username\n{rows}").as_bytes()]).unwrap();
    assert_eq!((layout.delimiter, layout.header), (Some(b':'), true), "{}", layout.reason);
}

#[test]
fn short_unknown_words_over_two_columns_are_a_header() {
    for head in ["drv;nm\n", "посв;хто\n", "k;v\n", "dl;pn\n"] {
        for rows in [60, 600] {
            let layout = sniff(&[format!("{head}{}", pairs(rows, 7)).as_bytes()]).unwrap();
            assert!(layout.header, "{head} over {rows} rows");
        }
    }
    for seed in 1..200 {
        assert!(!sniff(&[pairs(60, seed).as_bytes()]).unwrap().header, "{seed}");
        let logins: String = pairs(40, seed).replace(' ', "7").replace(';', ":");
        assert!(!sniff(&[logins.as_bytes()]).unwrap().header, "{seed}");
    }
}

#[test]
fn codes_are_not_cut_by_their_own_signs() {
    let codes: [fn(u32) -> String; 4] = [
        |row| format!("INV-2021-{row:05}"),
        |row| format!("{:03}/{row:04}/21", row * 7 % 900),
        |row| format!("4149****{row:04}"),
        |row| format!("OiD0uldzQouU80Opk{row:05}=="),
    ];
    for code in codes {
        let lines: String = (0..300).map(|row| code(row * 29 % 9999) + "\n").collect();
        let layout = sniff(&[lines.as_bytes()]).unwrap();
        assert_eq!(layout.delimiter, None, "{} {}", code(17), layout.reason);
    }
    // Columns that nothing fills are no codes where the sign is one that divides.
    let rows: String = (0..300).map(|row| format!("{row}:user{row}@example.com::\n")).collect();
    assert_eq!(sniff(&[rows.as_bytes()]).unwrap().width, 4);
}
