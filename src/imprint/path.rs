//! How a path may be printed: no person-like part of it leaves the program.

/// The path as reports show it. An absolute path is cut to its last part; parts that look like a person's data are masked:
/// anything with an `@`, six or more digits in a row, two or more capitalised words. Control characters become `?`.
pub fn printable(path: &str) -> String {
    let path = if path.starts_with('/') { path.rsplit('/').next().unwrap_or("") } else { path };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn part(part: &str) -> String {
    let (stem, extensions) = part.find('.').filter(|&at| at > 0).map_or((part, ""), |at| part.split_at(at));
    let (stem, extensions) = if part.contains('@') { (part, "") } else { (stem, extensions) };
    let capitalised = stem
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| {
            word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
        })
        .count();
    let hide_letters = stem.contains('@') || capitalised >= 2;
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
}
