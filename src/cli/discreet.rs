//! What of a path or a message may be shown: a file's name can hold a person as well as its lines can.
//!
//! Masked are addresses with `@`, digit runs as long as telephone and tax numbers, document numbers (letters and six
//! digits), the name of a home folder, and pairs of capitalised words such as a person's name. All else stays as given.

/// Fewest digits in a row that are taken for a number of a person: national telephone numbers have nine.
/// Dates written together have eight at most and stay.
const DIGITS_LEAST: usize = 9;

/// The mask that stands for what is not shown.
const MASK: &str = "***";

/// A path with its person-like parts masked; the folders' structure and the extensions stay. Masking twice changes nothing.
pub fn path(given: &str) -> String {
    let mut shown = Vec::new();
    let mut home = false;
    for part in given.split('/') {
        shown.push(if home && !part.is_empty() { MASK.to_owned() } else { component(part) });
        home = matches!(part, "home" | "Users") && shown.len() <= 3;
    }
    shown.join("/")
}

/// A message with everything masked that looks like a person's address or number, word by word.
pub fn text(message: &str) -> String {
    message
        .split_inclusive(char::is_whitespace)
        .map(|word| {
            // Marks around a word are not of it; the blank behind it stays, line ends included.
            let core = word.trim_matches(|letter: char| letter.is_whitespace() || "`'\"“”(),;:".contains(letter));
            let (before, after) = word.split_once(core).unwrap_or((word, ""));
            let masked = if core.contains('/') { path(core) } else { marked(core) };
            format!("{before}{}{after}", plain(&masked))
        })
        .collect()
}

/// The text without control characters, which could steer a terminal.
pub fn plain(text: &str) -> String {
    text.chars().filter(|&letter| !letter.is_control() && !steers(letter)).collect()
}

/// Whether a character turns the direction of the text around it, or hides.
pub fn steers(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One folder's or file's name.
fn component(part: &str) -> String {
    let stem_end = part.rfind('.').filter(|&dot| dot > 0).unwrap_or(part.len());
    if looks_like_a_name(&part[..stem_end]) {
        return format!("{MASK}{}", &part[stem_end..]);
    }
    marked(part)
}

/// A word with addresses and numbers masked.
fn marked(word: &str) -> String {
    if word.chars().any(|letter| letter == '@') && word.len() > 1 {
        // Nothing before or after the sign may stay: both halves can name the person. The last extension may.
        let extension = word.rfind('.').map_or("", |dot| if file_extension(&word[dot..]) { &word[dot..] } else { "" });
        return format!("{MASK}@{MASK}{extension}");
    }
    let letters: Vec<char> = word.chars().collect();
    let mut shown = String::with_capacity(word.len());
    let mut at = 0;
    while at < letters.len() {
        let digits = run(&letters[at..], |letter| letter.is_numeric());
        let before = run(&letters[at..], char::is_alphabetic);
        let after_letters = run(&letters[at + before..], |letter| letter.is_numeric());
        if digits >= DIGITS_LEAST {
            shown.push_str(MASK);
            at += digits;
        } else if (2..=3).contains(&before) && after_letters == 6 && starts_a_word(&letters, at) {
            shown.push_str(MASK);
            at += before + after_letters;
        } else {
            let taken = digits.max(before).max(1);
            shown.extend(&letters[at..at + taken]);
            at += taken;
        }
    }
    shown
}

fn run(letters: &[char], is: impl Fn(char) -> bool) -> usize {
    letters.iter().take_while(|&&letter| is(letter)).count()
}

fn starts_a_word(letters: &[char], at: usize) -> bool {
    at == 0 || !letters[at - 1].is_alphanumeric()
}

/// Extensions that say nothing but the form of a file; `.com` in an address is no such.
fn file_extension(extension: &str) -> bool {
    matches!(extension, ".csv" | ".tsv" | ".txt" | ".gz" | ".zst" | ".toml" | ".json" | ".jsonl")
}

/// Two or three capitalised words and nothing else: how people's files name people.
fn looks_like_a_name(stem: &str) -> bool {
    let words: Vec<&str> = stem.split([' ', '_', '-', '.']).collect();
    (2..=3).contains(&words.len()) && words.iter().all(|word| capitalised(word))
}

fn capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() >= 1
        && letters.all(|letter| letter.is_lowercase() || letter == '\'' || letter == '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn person_like_parts_are_masked() {
        for (given, shown) in [
            ("/home/nadia/leak/dump.csv", "/home/***/leak/dump.csv"),
            ("/Users/nadia/dump.csv", "/Users/***/dump.csv"),
            ("in/nadia@example.com.csv", "in/***@***.csv"),
            ("in/380671234567.txt.gz", "in/***.txt.gz"),
            ("in/ABC123456.csv", "in/***.csv"),
            ("in/АБВ123456_old.csv", "in/***_old.csv"),
            ("Synytsia_Nadia/dump.csv", "***/dump.csv"),
            ("in/Синиця Надія.csv", "in/***.csv"),
        ] {
            assert_eq!(path(given), shown);
            assert_eq!(path(shown), shown, "masking twice");
        }
    }

    #[test]
    fn ordinary_paths_stay() {
        for given in [
            "fixtures/cases/diia-2020/dump.csv.gz",
            "-",
            "old/bank_2014-06-30.csv",
            "20200512.csv",
            "a.csv",
            "../b/c.txt",
            "Old_bank.csv",
        ] {
            assert_eq!(path(given), given);
        }
    }

    #[test]
    fn messages_lose_values_and_control_characters() {
        assert_eq!(text("cannot open a/nadia@example.com.csv: gone"), "cannot open a/***@***.csv: gone");
        assert_eq!(text("row 380671234567 \u{1b}[31mred"), "row *** [31mred");
        assert_eq!(text("26,000,000 rows at byte 12345678"), "26,000,000 rows at byte 12345678");
    }
}
