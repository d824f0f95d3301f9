//! Invented Ukrainian names: common given names, patronymics made from them, and surnames put together from syllables.

/// Given names of men with the patronymics of their sons and daughters.
const MEN: &[[&str; 3]] = &[
    ["Олександр", "Олександрович", "Олександрівна"],
    ["Сергій", "Сергійович", "Сергіївна"],
    ["Володимир", "Володимирович", "Володимирівна"],
    ["Микола", "Миколайович", "Миколаївна"],
    ["Андрій", "Андрійович", "Андріївна"],
    ["Іван", "Іванович", "Іванівна"],
    ["Василь", "Васильович", "Василівна"],
    ["Юрій", "Юрійович", "Юріївна"],
    ["Віктор", "Вікторович", "Вікторівна"],
    ["Михайло", "Михайлович", "Михайлівна"],
    ["Петро", "Петрович", "Петрівна"],
    ["Анатолій", "Анатолійович", "Анатоліївна"],
    ["Ігор", "Ігорович", "Ігорівна"],
    ["Олег", "Олегович", "Олегівна"],
    ["Дмитро", "Дмитрович", "Дмитрівна"],
    ["Валерій", "Валерійович", "Валеріївна"],
    ["Роман", "Романович", "Романівна"],
    ["Богдан", "Богданович", "Богданівна"],
    ["Віталій", "Віталійович", "Віталіївна"],
    ["Максим", "Максимович", "Максимівна"],
    ["Григорій", "Григорович", "Григорівна"],
    ["Степан", "Степанович", "Степанівна"],
    ["Тарас", "Тарасович", "Тарасівна"],
    ["Лук'ян", "Лук'янович", "Лук'янівна"],
];

/// Given names of women.
const WOMEN: &[&str] = &[
    "Олена",
    "Наталія",
    "Тетяна",
    "Світлана",
    "Оксана",
    "Ірина",
    "Людмила",
    "Галина",
    "Марія",
    "Ольга",
    "Любов",
    "Валентина",
    "Надія",
    "Катерина",
    "Юлія",
    "Анна",
    "Вікторія",
    "Лариса",
    "Ганна",
    "Лідія",
    "Раїса",
    "Інна",
    "Дар'я",
    "Яна",
];

const ONSETS: &[&str] = &[
    "Бон", "Вер", "Гор", "Дем", "Зах", "Кар", "Лит", "Мар", "Нов", "Оле", "Пав", "Рад", "Сав", "Тим", "Хар", "Чер",
    "Шев", "Яр", "Кос", "Гри", "Бал", "Вол", "Дор", "Луг",
];
const MIDDLES: &[&str] =
    &["", "ан", "ар", "ил", "ин", "им", "ов", "ор", "ут", "ич", "аб", "ед", "ос", "ул", "ет", "ад"];
const ENDINGS: &[[&str; 2]] = &[
    ["енко", "енко"],
    ["чук", "чук"],
    ["ський", "ська"],
    ["юк", "юк"],
    ["ко", "ко"],
    ["ак", "ак"],
    ["ець", "ець"],
    ["ишин", "ишина"],
    ["івський", "івська"],
    ["ун", "ун"],
    ["ій", "ій"],
    ["яненко", "яненко"],
];

/// How letters are written.
#[derive(Clone, Copy)]
pub(super) enum Letters {
    Title,
    Upper,
    Lower,
    Latin,
}

/// One word in the four ways that it is written.
struct Word([String; 4]);

impl Word {
    fn new(title: &str) -> Self {
        Word([title.to_owned(), title.to_uppercase(), title.to_lowercase(), latin(title)])
    }

    fn spelled(&self, letters: Letters) -> &[u8] {
        self.0[letters as usize].as_bytes()
    }
}

/// The name of one person as numbers; [`Names`] spells them.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) male: bool,
    pub(super) surname: usize,
    pub(super) given: usize,
    pub(super) father: usize,
}

/// All names, ready in every spelling.
pub(super) struct Names {
    surnames: [Vec<Word>; 2],
    given: [Vec<Word>; 2],
    fathers: [Vec<Word>; 2],
}

impl Names {
    pub(super) fn new() -> Self {
        let surnames = [0, 1].map(|sex| {
            let mut words = Vec::new();
            for ending in ENDINGS {
                for middle in MIDDLES {
                    words.extend(ONSETS.iter().map(|onset| Word::new(&format!("{onset}{middle}{}", ending[sex]))));
                }
            }
            words
        });
        let fathers = [1, 2].map(|form| MEN.iter().map(|forms| Word::new(forms[form])).collect());
        let men = MEN.iter().map(|forms| Word::new(forms[0])).collect();
        let women = WOMEN.iter().map(|name| Word::new(name)).collect();
        Names { surnames, given: [men, women], fathers }
    }

    /// A name out of 64 bits: some surnames and given names are far more common than others, as in life.
    pub(super) fn pick(&self, bits: u64, male: bool) -> Name {
        let uneven =
            |bits: u64, count: usize| ((((bits & 0xffff) * (bits >> 16 & 0xffff)) * count as u64) >> 32) as usize;
        Name {
            male,
            surname: uneven(bits, self.surnames[0].len()),
            given: uneven(bits >> 32, self.given[usize::from(!male)].len()),
            father: uneven(mix_halves(bits), MEN.len()),
        }
    }

    pub(super) fn surname(&self, name: Name, letters: Letters) -> &[u8] {
        self.surnames[usize::from(!name.male)][name.surname].spelled(letters)
    }

    pub(super) fn given(&self, name: Name, letters: Letters) -> &[u8] {
        self.given[usize::from(!name.male)][name.given].spelled(letters)
    }

    pub(super) fn patronymic(&self, name: Name, letters: Letters) -> &[u8] {
        self.fathers[usize::from(!name.male)][name.father].spelled(letters)
    }
}

fn mix_halves(bits: u64) -> u64 {
    super::random::mix(bits)
}

/// Lower-case Latin letters for a Ukrainian word, as people spell themselves in an e-mail address.
///
/// # Source
/// Letter by letter after the Cabinet of Ministers' resolution 55 of 27 January 2010, without its rules for word
/// beginnings.
fn latin(word: &str) -> String {
    let letter = |letter: char| match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' | 'ї' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    };
    word.to_lowercase().chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_with_sex_and_spelling() {
        let names = Names::new();
        let name = Name { male: false, surname: ONSETS.len() * MIDDLES.len() * 2, given: 22, father: 1 };
        assert_eq!(names.surname(name, Letters::Title), "Бонська".as_bytes());
        assert_eq!(names.surname(name, Letters::Latin), b"bonska");
        assert_eq!(names.given(name, Letters::Upper), "ДАР'Я".as_bytes());
        assert_eq!(names.patronymic(name, Letters::Lower), "сергіївна".as_bytes());
    }

    #[test]
    fn some_names_are_common_and_many_are_rare() {
        let names = Names::new();
        let mut seen = std::collections::BTreeMap::new();
        for index in 0..10_000 {
            *seen.entry(names.pick(super::super::random::mix(index), true).surname).or_insert(0u32) += 1;
        }
        assert!(seen.len() > 2_000, "{} surnames", seen.len());
        assert!(seen.values().max() > Some(&12));
    }
}
