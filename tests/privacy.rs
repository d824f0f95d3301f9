//! Nothing of the data comes out: values that occur nowhere else are planted in every kind of input, every command is run
//! in every way that prints, and everything it writes is searched for them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

mod support;
use support::{Run, leakprov, leakprov_reading};

/// What is planted. Invented, and unlike anything that the program says by itself.
struct Canaries {
    email: &'static str,
    phone: &'static str,
    licence: &'static str,
    licence_cyrillic: &'static str,
    tax: &'static str,
    surname: &'static str,
    given: &'static str,
    surname_cyrillic: &'static str,
    password: &'static str,
    street: &'static str,
    hash: &'static str,
    header: &'static str,
}

const PLANTED: Canaries = Canaries {
    email: "kanarkova.zx@qvist.example.org",
    phone: "+380671938274",
    licence: "BXK918273",
    licence_cyrillic: "ВХК918273",
    tax: "3918273640",
    surname: "Kanarkovenko",
    given: "Zxenobia",
    surname_cyrillic: "Канарковенко",
    password: "kN4r!kova:Pw#77",
    street: "Qvistgatan",
    hash: "9f1d3c5b7a8e6d4c2b0a1f3e5d7c9b8a",
    header: "Geheimspalte",
};

/// A planted value and every form in which it could slip out.
fn forms(value: &str) -> BTreeSet<Vec<u8>> {
    let bare: String = value.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let mut texts = vec![
        value.to_owned(),
        value.to_lowercase(),
        value.to_uppercase(),
        bare.clone(),
        bare.to_lowercase(),
        bare.to_uppercase(),
    ];
    texts.push(value.chars().filter(|letter| !letter.is_whitespace()).collect());
    texts.push(value.chars().rev().collect());
    // Quoted and escaped as a debug print or JSON would.
    texts.push(value.escape_unicode().to_string());
    texts.push(
        value
            .encode_utf16()
            .map(|unit| if unit < 128 { char::from(unit as u8).to_string() } else { format!("\\u{unit:04x}") })
            .collect(),
    );
    let mut found: BTreeSet<Vec<u8>> = BTreeSet::new();
    for text in &texts {
        found.insert(text.clone().into_bytes());
        for bytes in [text.clone().into_bytes(), cp1251(text), text.encode_utf16().flat_map(u16::to_le_bytes).collect()]
        {
            found.insert(hex(&bytes).into_bytes());
            found.insert(hex(&bytes).to_uppercase().into_bytes());
            // As `{:?}` prints bytes.
            found.insert(format!("{bytes:?}").trim_matches(['[', ']']).to_owned().into_bytes());
            found.extend(base64_inside(&bytes));
            found.insert(bytes);
        }
    }
    found.retain(|form| form.len() >= 6);
    found
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn cp1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

/// Base64 of the bytes at each of the three offsets at which they can stand in something longer, less the ends that
/// depend on their neighbours.
fn base64_inside(bytes: &[u8]) -> Vec<Vec<u8>> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    (0..3)
        .map(|shift| {
            let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(bytes.iter().copied()).collect();
            let mut text = Vec::new();
            for group in padded.chunks_exact(3) {
                let number = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
                text.extend((0..4).map(|digit| DIGITS[(number >> (18 - 6 * digit)) as usize & 63]));
            }
            text.split_off(if shift == 0 { 0 } else { 4.min(text.len()) })
        })
        .collect()
}

#[test]
fn the_search_finds_every_form() {
    let value = PLANTED.surname;
    for slip in [
        format!("x{value}y"),
        value.to_uppercase(),
        format!("{:?}", value.as_bytes()),
        hex(value.as_bytes()),
        "eHgg".to_owned() + "S2FuYXJrb3ZlbmtvIHh4", // "xx " + the name + " xx"
    ] {
        assert!(!slips(&[value], slip.as_bytes()).is_empty(), "{slip}");
    }
    assert!(slips(&[value], b"26,000,000 rows of canaries").is_empty());
}

/// The planted values that occur in what was written.
fn slips<'a>(planted: &[&'a str], written: &[u8]) -> Vec<&'a str> {
    let finder = |form: &Vec<u8>| memchr::memmem::find(written, form).is_some();
    planted.iter().copied().filter(|value| forms(value).iter().any(finder)).collect()
}

fn values() -> Vec<&'static str> {
    let Canaries {
        email,
        phone,
        licence,
        licence_cyrillic,
        tax,
        surname,
        given,
        surname_cyrillic,
        password,
        street,
        hash,
        header,
    } = PLANTED;
    vec![
        email,
        "kanarkova",
        "qvist.example",
        phone,
        "671938274",
        licence,
        licence_cyrillic,
        "918273",
        tax,
        surname,
        given,
        surname_cyrillic,
        password,
        street,
        hash,
        header,
    ]
}

/// One row of invented filler, so that columns have a kind.
fn filler(number: u32) -> [String; 7] {
    [
        format!("user{number}@example.com"),
        format!("+38050{:07}", 1_000_000 + number * 37),
        format!("AAA{:06}", 200_000 + number),
        format!("Person{}", char::from(b'a' + (number % 26) as u8)),
        format!("pass{number}word"),
        format!("Street {number}"),
        format!("{:032x}", u128::from(number) * 0x1234_5678_9abc_def1_2345),
    ]
}

fn planted_row() -> [String; 7] {
    let p = &PLANTED;
    [
        p.email,
        p.phone,
        p.licence,
        &format!("{} {}", p.surname, p.given),
        p.password,
        &format!("{} 17", p.street),
        p.hash,
    ]
    .map(str::to_owned)
}

/// All rows as text; the planted one comes again and again, so that no rule about rare things alone protects it.
fn table(delimiter: &str, header: Option<&str>, times: usize) -> String {
    let mut text = header.map(|header| format!("{header}\n")).unwrap_or_default();
    for number in 0..300 {
        text += &(filler(number).join(delimiter) + "\n");
        if number.is_multiple_of(20) {
            for _ in 0..times {
                text += &(planted_row().join(delimiter) + "\n");
            }
        }
    }
    text
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// Writes every kind of input and returns their names.
fn plant(folder: &Path) -> Vec<String> {
    let header = format!("email;phone;licence;{};password;address;md5", PLANTED.header);
    let plain = table(";", Some(&header), 2);
    let names = [
        "headed.csv",
        "bare.csv",
        "combo.txt",
        "hashes.txt",
        "packed.csv.gz",
        "packed.csv.zst",
        "cyrillic.csv",
        "ragged.csv",
        "cut.csv.gz",
        "quotes.csv",
        "noise.bin",
        "one.txt",
    ];
    let combo: String = (0..200)
        .map(|number| {
            format!("user{number}@example.com:pw{number}x\n")
                + if number % 9 == 0 { "kanarkova.zx@qvist.example.org:kN4r!kova:Pw#77\n" } else { "" }
        })
        .collect();
    let hashes: String = (0..200)
        .map(|number| {
            filler(number)[6].clone() + "\n" + if number % 9 == 0 { "9f1d3c5b7a8e6d4c2b0a1f3e5d7c9b8a\n" } else { "" }
        })
        .collect();
    let cyrillic: String = (0..200)
        .map(|number| format!("Особа{number};ААА{:06};39182{:05}\n", 300_000 + number, number))
        .chain((0..20).map(|_| {
            format!("{} {};{};{}\n", PLANTED.surname_cyrillic, "Зенобія", PLANTED.licence_cyrillic, PLANTED.tax)
        }))
        .collect();
    let mut ragged = plain.clone()
        + "kanarkova.zx@qvist.example.org\n"
        + "BXK918273;Kanarkovenko;;;;;;;;;;;\n"
        + "\"Kanarkovenko;BXK918273\n";
    ragged.push_str("Kanar\u{0}kovenko;+380671938274\n");
    let mut noise = ragged.clone().into_bytes();
    noise.extend_from_slice(b"\xff\xfe\x00Kanarkovenko\x80\x81;BXK918273\xff\n");
    let packed = gzip(plain.as_bytes());
    let contents: [Vec<u8>; 12] = [
        plain.clone().into_bytes(),
        table(",", None, 1).into_bytes(),
        combo.into_bytes(),
        hashes.into_bytes(),
        packed.clone(),
        zstd::encode_all(plain.as_bytes(), 3).unwrap(),
        cp1251(&cyrillic),
        ragged.into_bytes(),
        packed[..packed.len() * 2 / 3].to_vec(),
        plain.replace("Kanarkovenko", "\"Kanarkovenko\"\"; \nQvistgatan\"").into_bytes(),
        noise,
        "Kanarkovenko Zxenobia\n".into(),
    ];
    for (name, bytes) in names.iter().zip(&contents) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    // A folder and a file that are named after a person.
    let person = folder.join("Kanarkovenko_Zxenobia");
    std::fs::create_dir(&person).unwrap();
    std::fs::write(person.join("kanarkova.zx@qvist.example.org.csv"), &plain).unwrap();
    std::fs::write(person.join("380671938274.csv"), &plain).unwrap();
    names.iter().map(|name| (*name).to_owned()).chain(["Kanarkovenko_Zxenobia".to_owned()]).collect()
}

fn assert_clean(what: &[&str], run: &Run, folder: &Path, made: &[&str]) {
    assert_ne!(run.code, Some(101), "{what:?}: an internal error: {}", run.stderr);
    assert!(run.code.is_some(), "{what:?}: ended by a signal");
    let mut places = vec![
        ("standard output".to_owned(), run.stdout.clone().into_bytes()),
        ("standard error".to_owned(), run.stderr.clone().into_bytes()),
    ];
    for name in made {
        places.extend(std::fs::read(folder.join(name)).ok().map(|bytes| ((*name).to_owned(), bytes)));
    }
    for (place, bytes) in places {
        let found = slips(&values(), &bytes);
        assert!(found.is_empty(), "{what:?}: {found:?} on {place}:\n{}", String::from_utf8_lossy(&bytes));
    }
}

/// Runs a command with every combination of form and talk, its fault list and its report file included, and searches all.
fn search(folder: &Path, args: &[&str]) {
    let made = ["faults.jsonl", "report.out"];
    for extra in [
        &["--format", "text", "-v"][..],
        &["--format", "json", "-v", "--no-digest"],
        &["--format", "json", "--out", "report.out", "--force"],
    ] {
        let all = [args, extra, &["--faults", "faults.jsonl"]].concat();
        let run = leakprov(folder, &all);
        assert!(matches!(run.code, Some(0 | 1 | 3)), "{all:?}: {:?} {}", run.code, run.stderr);
        assert_clean(&all, &run, folder, &made);
    }
}

#[test]
fn no_value_comes_out_of_inspect() {
    let folder = tempfile::tempdir().unwrap();
    for name in plant(folder.path()) {
        search(folder.path(), &["inspect", &name]);
    }
}

#[test]
fn no_value_comes_out_of_inspect_on_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    for name in plant(folder.path()) {
        let Ok(bytes) = std::fs::read(folder.path().join(&name)) else { continue };
        for format in ["text", "json"] {
            let args = ["inspect", "-", "-v", "--format", format];
            assert_clean(&args, &leakprov_reading(folder.path(), &args, &bytes), folder.path(), &[]);
        }
    }
}

#[test]
fn no_value_comes_out_of_overlap() {
    let folder = tempfile::tempdir().unwrap();
    plant(folder.path());
    for (a, b) in [
        ("headed.csv", "packed.csv.gz"),
        ("headed.csv", "combo.txt"),
        ("ragged.csv", "noise.bin"),
        ("headed.csv", "cyrillic.csv"),
    ] {
        search(folder.path(), &["overlap", a, b]);
    }
    search(folder.path(), &["overlap", "headed.csv", "bare.csv", "--key", "email"]);
}

#[test]
fn no_value_comes_out_of_analyze_and_check() {
    let folder = tempfile::tempdir().unwrap();
    plant(folder.path());
    search(
        folder.path(),
        &[
            "analyze",
            "headed.csv",
            "ragged.csv",
            "Kanarkovenko_Zxenobia",
            "--service",
            "portal=packed.csv.gz",
            "--corpus",
            "lists=combo.txt",
            "--corpus",
            "hashes=hashes.txt",
            "--register",
            "reg=cyrillic.csv",
            "--control",
            "ctl=bare.csv",
            "--canary",
            "planted=hashes.txt",
            "--member",
            "known=cyrillic.csv",
            "--selection",
            "random",
            "--claim-records",
            "5000",
            "--fail-if",
            "dump.rows > 1",
        ],
    );
    let case = "title = \"t\"\n[dump]\nfiles = [\"*.csv\"]\n[[reference]]\nid = \"portal\"\nrole = \"service\"\nfiles = [\"packed.csv.zst\"]\n[expect]\n\"dump.rows\" = 1\n\"complete\" = true\n";
    std::fs::write(folder.path().join("case.toml"), case).unwrap();
    search(folder.path(), &["analyze", "--case", "case.toml"]);
    for format in ["text", "json"] {
        let args = ["check", "case.toml", "-v", "--format", format];
        assert_clean(&args, &leakprov(folder.path(), &args), folder.path(), &[]);
    }
}

#[test]
fn identify_shows_values_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let all = values().join("\n") + "\n";
    let args = ["identify", "-v"];
    let run = leakprov_reading(folder.path(), &args, all.as_bytes());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_clean(&args, &run, folder.path(), &[]);
    let shown = leakprov_reading(folder.path(), &["identify", "--reveal"], all.as_bytes());
    assert!(shown.stdout.contains(PLANTED.email) && shown.stdout.contains(PLANTED.phone), "{}", shown.stdout);
}

/// Errors name what was tried and where, and nothing that was read; names of people in paths are masked there too.
#[test]
fn no_value_comes_out_of_errors() {
    let folder = tempfile::tempdir().unwrap();
    plant(folder.path());
    let place = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    // Data where a case file should be: a parser of TOML likes to quote what it could not understand.
    std::fs::write(folder.path().join("data.toml"), "kanarkova.zx@qvist.example.org;BXK918273;Kanarkovenko\n").unwrap();
    std::fs::write(folder.path().join("typed.toml"), "title = 5\n[dump]\nfiles = \"Kanarkovenko\"\n").unwrap();
    std::fs::write(folder.path().join("strange.toml"), "[dump]\nselection = [\"BXK918273\"]\n").unwrap();
    // Data where look-ups should be.
    std::fs::write(folder.path().join("asked.toml"), "[dump]\nlook_ups = \"headed.csv\"\n").unwrap();
    let probes = "group,asked,found\nKanarkovenko Zxenobia,BXK918273,0\n";
    std::fs::write(folder.path().join("probes.csv"), probes).unwrap();
    std::fs::write(folder.path().join("probed.toml"), "[dump]\nlook_ups = \"probes.csv\"\n").unwrap();
    let gone = "Kanarkovenko_Zxenobia/kanarkova.zx@qvist.example.org.txt";
    let report = "Kanarkovenko_Zxenobia/380671938274.csv";
    for args in [
        &["inspect", gone][..],
        &["inspect", &place(gone)],
        &["inspect", "headed.csv", "--out", report],
        &["inspect", "headed.csv", "--out", &place(report)],
        &["inspect", "headed.csv", "--faults", gone.trim_end_matches(".txt")],
        &["analyze", "--case", "headed.csv"],
        &["analyze", "--case", "data.toml"],
        &["analyze", "--case", "typed.toml"],
        &["analyze", "--case", "strange.toml"],
        &["analyze", "--case", "asked.toml"],
        &["analyze", "--case", "probed.toml"],
        &["analyze", "--case", "noise.bin"],
        &["analyze", "--case", gone],
        &["check", "data.toml", "typed.toml"],
        &["check", "headed.csv"],
        &["overlap", "hashes.txt", "one.txt"],
        &["overlap", "headed.csv", "hashes.txt", "--key", "ua.driver_licence"],
        &["overlap", "headed.csv", gone],
        &["analyze", "headed.csv", "--service", &format!("portal={gone}")],
        &["analyze", "headed.csv", "--key", "kanarkova.zx@qvist.example.org"],
        &["analyze", "headed.csv", "--service", "kanarkova.zx@qvist.example.org"],
        &["analyze", "headed.csv", "--claim-records", "+380671938274x"],
        &["identify", "--region", "+380671938274"],
        &["explain", "kanarkova.zx@qvist.example.org"],
        &["synth", "380671938274", "--out", "world"],
    ] {
        let run = leakprov(folder.path(), args);
        assert_clean(args, &run, folder.path(), &[]);
        assert!(!run.stderr.is_empty() || run.code == Some(0), "{args:?} fails without a word");
    }
}
