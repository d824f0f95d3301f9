//! What a number says of its holder, and what a date, a patronymic or a word for a sex says of a person: the two must agree.
//!
//! Facts stay numbers here: no value leaves this file.

use super::check::calendar::day_number;

/// What a number holds of the person it was given to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Day of birth, in days since 1899-12-31.
    pub birth_day: Option<u32>,
    /// Whether the holder is a man.
    pub male: Option<bool>,
}

/// Reads the facts of a canonical key.
pub type Read = fn(&[u8]) -> Facts;

/// Kinds whose canonical keys hold facts of a person, with the function that reads them; by id.
///
/// # Source
/// `ua.rntrc`: State Tax Service of Ukraine, registration number of the taxpayer's account card: the first five digits are
/// the days from 1899-12-31 to the birth, the ninth is odd for men.
static HOLDERS: &[(&str, Read)] = &[("ua.rntrc", |key| Facts {
    birth_day: key.get(..5).and_then(number).filter(|day| *day > 0),
    male: key.get(8).filter(|digit| digit.is_ascii_digit()).map(|digit| digit % 2 == 1),
})];

/// Reads the facts of a canonical key of this kind; `None` where keys of the kind hold none.
pub fn reader(kind: &str) -> Option<Read> {
    HOLDERS.iter().find(|(id, _)| *id == kind).map(|(_, read)| *read)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, digit| {
        digit.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
    })
}

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
    fn a_tax_number_holds_birth_and_sex() {
        let read = reader("ua.rntrc").expect("a reader");
        // 1 January 1900 is day 1; 15 March 1985 day 31,120.
        assert_eq!(read(b"3112012316"), Facts { birth_day: Some(31_120), male: Some(true) });
        assert_eq!(read(b"3112012326").male, Some(false));
        assert_eq!(days(b"1985-03-15"), Some((31_120, None)), "there is no 15th month");
        assert_eq!(days(b"1900-01-02").map(|days| days.0), Some(2));
        assert_eq!(days(b"1900-01-02").and_then(|days| days.1), days(b"1900-02-01").map(|days| days.0));
        assert_eq!(days(b"1970-01-01"), None, "stands for no date");
        assert_eq!(days(b"1899-12-30"), None);
        assert!(reader("phone").is_none());
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
