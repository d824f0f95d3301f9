//! How a path may be printed: no person-like part of it leaves the program.

use crate::kind::given;

/// Words that files are named by; beside one of them a given name may be a town, a month or a brand.
const OF_FILES: &[&str] = &[
    "accounts",
    "backup",
    "base",
    "bases",
    "bank",
    "breach",
    "case",
    "cases",
    "clients",
    "combo",
    "corpus",
    "customers",
    "data",
    "database",
    "dump",
    "dumps",
    "emails",
    "export",
    "file",
    "files",
    "full",
    "hashes",
    "leak",
    "leaks",
    "list",
    "mail",
    "mails",
    "members",
    "merged",
    "names",
    "new",
    "old",
    "orders",
    "part",
    "passwords",
    "phones",
    "records",
    "sample",
    "service",
    "source",
    "table",
    "test",
    "unique",
    "users",
];
/// Endings that files have.
const EXTENSIONS: &[&str] =
    &["csv", "txt", "tsv", "gz", "zst", "json", "jsonl", "sql", "log", "lst", "dat", "zip", "toml", "bz2", "xz", "db"];
/// Endings of surnames that hardly any other word has.
///
/// # Source
/// General knowledge of how surnames end; Georgian -shvili is "child of".
const SURNAMES: &[&str] = &["enko", "енко", "єнко", "chuk", "чук", "щук", "wicz", "czyk", "shvili", "швили", "швілі"];
/// Endings of surnames that other words have as well: they tell beside a given name.
const SURNAMES_BESIDE: &[&str] = &[
    "ov",
    "ova",
    "ev",
    "eva",
    "ов",
    "ова",
    "ев",
    "ева",
    "єв",
    "єва",
    "ін",
    "іна",
    "ин",
    "ина",
    "sky",
    "ski",
    "ska",
    "ський",
    "ська",
    "ский",
    "ская",
];
/// Letters of a word that are looked at, at least, and of a surname.
const LETTERS_LEAST: usize = 3;
const SURNAME_LEAST: usize = 6;

/// The path as reports show it. An absolute path is cut to its last part; parts that look like a person's data are masked:
/// anything with an `@`, six or more digits in a row, two or more capitalised words, a surname, a given name beside another
/// name. Control characters become `?`.
pub fn printable(path: &str) -> String {
    let path = if path.starts_with('/') { path.rsplit('/').next().unwrap_or("") } else { path };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn part(part: &str) -> String {
    let (stem, extensions) = if part.contains('@') { (part, "") } else { part.split_at(stem(part)) };
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let capitalised = |word: &&&str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    let hide_letters = stem.contains('@') || words.iter().filter(capitalised).count() >= 2 || name_somebody(&words);
    let masked: String = stem
        .chars()
        .map(|c| match c {
            c if c.is_control() => '?',
            c if hide_letters && c.is_alphanumeric() => 'x',
            c => c,
        })
        .collect();
    let extensions: String = extensions.chars().map(|c| if c.is_control() { '?' } else { c }).collect();
    format!("{}{}", mask_digits(&masked), mask_digits(&extensions))
}

/// Where the endings of a file begin.
fn stem(part: &str) -> usize {
    let mut end = part.len();
    while let Some((before, extension)) = part[..end].rsplit_once('.') {
        if before.is_empty() || !EXTENSIONS.contains(&extension.to_lowercase().as_str()) {
            break;
        }
        end = before.len();
    }
    end
}

/// Whether words name somebody, whatever their case.
fn name_somebody(words: &[&str]) -> bool {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let long = |word: &str, least: usize| word.chars().count() >= least;
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if words.iter().any(|word| long(word, SURNAME_LEAST) && ends(word, SURNAMES)) {
        return true;
    }
    let names = |word: &str| !OF_FILES.contains(&word) && long(word, LETTERS_LEAST);
    let others: Vec<&String> = words.iter().filter(|word| names(word)).collect();
    let given = |word: &&&String| given::is_listed(word.as_bytes());
    let Some(first) = others.iter().position(|word| given(&word)) else { return false };
    // A given name and a surname are two words; among more, the other has to look like a name.
    others
        .iter()
        .enumerate()
        .any(|(place, word)| place != first && (words.len() == 2 || given(&word) || ends(word, SURNAMES_BESIDE)))
}

fn mask_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        out.push_str(&if digits.len() >= 6 { "#".repeat(digits.len()) } else { std::mem::take(&mut digits) });
        digits.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn person_like_parts_are_masked() {
        assert_eq!(printable("dump/part-1.csv.gz"), "dump/part-1.csv.gz");
        assert_eq!(printable("x/someone@example.com.txt"), "x/xxxxxxx@xxxxxxx.xxx.xxx");
        assert_eq!(printable("380501234567.csv"), "############.csv");
        assert_eq!(printable("Some_Body.csv"), "xxxx_xxxx.csv");
        assert_eq!(printable("/somewhere/else/dump.csv"), "dump.csv");
        assert_eq!(printable("a\u{1b}[31m.csv"), "a?[31m.csv");
    }

    #[test]
    fn names_are_masked_whatever_their_case() {
        for (path, shown) in [
            ("made_up/petrenko_ivan/x.txt", "made_up/xxxxxxxx_xxxx/x.txt"),
            ("петренко.csv", "xxxxxxxx.csv"),
            ("john.smith", "xxxx.xxxxx"),
            ("smith_john.csv.gz", "xxxxx_xxxx.csv.gz"),
            ("list of john petrov 2.txt", "xxxx xx xxxx xxxxxx x.txt"),
        ] {
            assert_eq!(printable(path), shown);
        }
        for path in [
            "bank2014.csv",
            "list_anna.csv",
            "old-licences.csv.gz",
            "nova-poshta/part.1.csv",
            "dump.csv",
            "service.csv",
        ] {
            assert_eq!(printable(path), path);
        }
    }
}
