//! What a date, a patronymic or a word for a sex says of a person, to be held against the [`facts`](super::facts) of a number.
//!
//! Facts stay numbers here: no value leaves this file.

use super::check::calendar::day_number;
use super::facts::number;

/// Days from 1899-12-31 to a canonical date (`yyyy-mm-dd`), and to the same with day and month exchanged where that is
/// another day that exists. `None` for days before and for the two dates that stand for no date.
pub fn days(date: &[u8]) -> Option<(u32, Option<u32>)> {
    let part = |range: std::ops::Range<usize>| date.get(range).and_then(number);
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    if day == 1 && month == 1 && matches!(year, 1900 | 1970) {
        return None;
    }
    let exchanged = if day != month { day_number(year, day, month) } else { None };
    Some((day_number(year, month, day)?, exchanged))
}

/// Sex by the ending of the patronymic in a canonical name of three words or more (surname or given name first), or in a
/// patronymic alone: `Some(true)` for men. `None` where no word has such an ending.
///
/// # Source
/// Ukrainian orthography 2019, § 32, and Russian usage: patronymics end in -ович, -евич, -йович, -ич and in -івна, -ївна,
/// -овна, -евна, -ична, -інічна.
pub fn male_by_patronymic(name: &str) -> Option<bool> {
    let words: Vec<&str> = name.split(' ').collect();
    match words.as_slice() {
        [one] => ending(one),
        // The surname may itself end in -ич: the word behind the first decides before the last one does.
        [_, second, third, ..] => ending(second).or_else(|| ending(third)),
        _ => None,
    }
}

fn ending(word: &str) -> Option<bool> {
    let women = ["ІВНА", "ЇВНА", "ОВНА", "ЕВНА", "ЄВНА", "ИЧНА", "ІЧНА", "ЇЧНА"];
    let men = ["ОВИЧ", "ЕВИЧ", "ЄВИЧ", "ЛЬИЧ", "ЛЛІЧ", "МИЧ", "КИЧ", "СИЧ", "ТИЧ"];
    if word.chars().count() < 5 {
        return None;
    }
    if women.iter().any(|ending| word.ends_with(ending)) {
        return Some(false);
    }
    men.iter().any(|ending| word.ends_with(ending)).then_some(true)
}

/// Sex by what stands in a column of sexes, in lower case: `Some(true)` for men.
///
/// # Source
/// ISO/IEC 5218 (1 male, 2 female); the words and letters of Ukrainian, Russian and English forms.
pub fn male_by_word(word: &str) -> Option<bool> {
    match word {
        "1" | "m" | "male" | "man" | "ч" | "чол" | "чоловік" | "чоловіча" | "чоловічий" | "м" | "муж" | "мужчина"
        | "мужской" => Some(true),
        "2" | "f" | "female" | "woman" | "w" | "ж" | "жін" | "жінка" | "жіноча" | "жіночий" | "жен" | "женщина"
        | "женский" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_and_may_be_exchanged() {
        assert_eq!(days(b"1985-03-15"), Some((31_120, None)), "there is no 15th month");
        assert_eq!(days(b"1900-01-02").map(|days| days.0), Some(2));
        assert_eq!(days(b"1900-01-02").and_then(|days| days.1), days(b"1900-02-01").map(|days| days.0));
        assert_eq!(days(b"1970-01-01"), None, "stands for no date");
        assert_eq!(days(b"1899-12-30"), None);
    }

    #[test]
    fn patronymics_tell_the_sex() {
        for (name, male) in [
            ("ЗРАЗКОВА ОЛЕНА ТЕСТІВНА", Some(false)),
            ("ЗРАЗЕНКО ІВАН ТЕСТОВИЧ", Some(true)),
            ("ОЛЕНА ТЕСТІВНА ЗРАЗКОВИЧ", Some(false)),
            ("ІЛЛІЧ", Some(true)),
            ("ПЕТРІВНА", Some(false)),
            ("ЗРАЗКОВИЧ ІРИНА", None),
            ("SAMPLE TEST PERSON", None),
        ] {
            assert_eq!(male_by_patronymic(name), male, "{name}");
        }
        assert_eq!((male_by_word("ч"), male_by_word("female"), male_by_word("0")), (Some(true), Some(false), None));
    }
}
