//! What of a message may be shown: a path or a parser's complaint can hold a person as well as the data can.

pub use crate::imprint::path::printable as path;
use crate::report::printable;

/// Fewest digits in a row of a message that are taken for a number of a person: national telephone numbers have nine.
/// Dates written together have eight at most, counts are written in groups.
const DIGITS_LEAST: usize = 9;

/// A message with everything masked that looks like a person's address, number or named file, word by word, and without
/// characters that could steer a terminal.
pub fn text(message: &str) -> String {
    message
        .split_inclusive(char::is_whitespace)
        .map(|word| {
            // Marks around a word are not of it; the blank behind it stays, line ends included.
            let core = word.trim_matches(|letter: char| letter.is_whitespace() || "`'\"“”(),;:".contains(letter));
            let (before, after) = word.split_once(core).unwrap_or((word, ""));
            format!("{before}{}{after}", plain(&masked(core)))
        })
        .collect()
}

/// The text without characters that a terminal would obey.
pub fn plain(text: &str) -> String {
    text.chars().filter(|&letter| printable(letter)).collect()
}

fn masked(word: &str) -> String {
    let is_path = word.contains(['/', '_']) && !word.contains('=');
    if is_path || word.contains('@') {
        return path(word);
    }
    let mut shown = String::with_capacity(word.len());
    let mut digits = String::new();
    for letter in word.chars() {
        if letter.is_numeric() {
            digits.push(letter);
            continue;
        }
        shown.push_str(&number(&std::mem::take(&mut digits)));
        shown.push(letter);
    }
    shown + &number(&digits)
}

fn number(digits: &str) -> String {
    let count = digits.chars().count();
    if count >= DIGITS_LEAST { "#".repeat(count) } else { digits.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_person_is_masked() {
        for (said, secret) in [
            ("cannot open a/nadia@example.com.csv: gone", "nadia"),
            ("cannot open `nadia@example.com`", "nadia"),
            ("cannot list Synytsia_Nadia: gone", "Nadia"),
            ("cannot open (in/380671234567.txt.gz)", "380671234567"),
            ("row 380671234567.", "380671234567"),
        ] {
            let shown = text(said);
            assert!(!shown.contains(secret), "{shown}");
            assert!(shown.starts_with(&said[..4]), "{shown}");
            assert_eq!(text(&shown), shown, "masking twice");
        }
    }

    #[test]
    fn the_rest_of_a_message_stays() {
        for said in [
            "26,000,000 rows at byte 12345678\nhint: see `leakprov explain`",
            "there is no kind; did you mean `ua.driver_licence`?",
            "--population ua.driver_licence=9500000x",
            "in fixtures/cases/diia-2020/case.toml: no such key",
        ] {
            assert_eq!(text(said), said);
        }
        assert_eq!(text("a\u{1b}[31mred\u{202e}"), "a[31mred");
    }
}
