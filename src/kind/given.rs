//! Given names of Ukraine, Russia and their neighbours: which spellings are one name, and which father a patronymic names.
//!
//! The list holds formal names in Ukrainian and Russian, and the Latin forms that no table of transliteration makes
//! from either. It is no list of people: it says that Олександр, Александр and Alexander are one name, and that a column of
//! such words is one of given names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use xxhash_rust::xxh3::Xxh3Builder;

use crate::text::translit::skeleton;

/// Names of men: each line one name, its spellings divided by blanks; behind a `+` stems of the patronymic that do not
/// follow from a spelling.
///
/// # Source
/// Pairs of names in two official languages as registers of civil status give them in both; patronymics: Ukrainian
/// Orthography 2019, section 32. Common Latin forms: usage.
const MEN: &str = "\
Олександр Александр Alexander Alexandr Alexsandr Aleksander Oleksander
Олексій Алексей Alexey Alexei Alexiy Alexy Oleksy
Анатолій Анатолий Anatoly Anatol
Андрій Андрей Andrew Andrii
Антон Anthony
Аркадій Аркадий
Арсен
Арсеній Арсений
Артем Артём Artyom
Артур Arthur
Богдан
Борис
Вадим
Валентин
Валерій Валерий Valery
Василь Василий Vasily Vasyl
Віктор Виктор Victor Viktor
Віталій Виталий Vitaly
Владислав
В'ячеслав Вячеслав Viacheslav
Володимир Владимир Wladimir
Всеволод
Гаврило Гаврил Гавриил
Геннадій Геннадий Gennady Genadiy
Георгій Георгий George Georgy
Гліб Глеб
Григорій Григорий Gregory +ГРИГОР
Давид David
Данило Данил Даниил Daniel Danil +ДАНИЛ ДАНИИЛ
Денис Dennis
Дмитро Дмитрий Dmitry Dimitri Dmytro
Едуард Эдуард Edward Eduard
Євген Евгений Eugene Evgen Evgeny Yevgeny
Захар
Зиновій Зиновий
Іван Иван
Ігор Игорь Igor
Ілля Илья Ilya Elijah +ІЛ ІЛЛ ИЛЬ
Йосип Иосиф Осип Joseph Yosyp +ЙОСИП ИОСИФ ОСИП
Кирило Кирилл Cyril Kirill
Костянтин Константин Constantine Constantin
Кузьма
Лев Leo +ЛЬВ
Леонід Леонид
Лука Luke
Лук'ян Лукьян
Любомир
Макар
Максим Maxim Maksym Maxym
Марк Mark Marc
Мар'ян Марьян Marian
Матвій Матвей Matthew
Микита Никита Nikita Mykyta
Микола Николай Nicholas Nikolay Nikolai Nicolas Mykola
Мирослав
Митрофан
Михайло Михаил Michael Mixail Myxajlo Mychajlo Mykhailo Mihail
Назар
Назарій Назарий
Нестор
Олег Oleh
Омелян Емельян
Онисим
Орест
Остап
Павло Павел Paul Pavel Pavlo
Пантелеймон
Петро Пётр Петр Peter Petr Petro Piotr
Пилип Филипп Philip
Платон
Прохор
Радислав
Ринат
Роман
Ростислав
Руслан
Савва +САВ САВЕЛ
Святослав
Семен Семён Simon
Сергій Сергей Serge Sergey Sergei Serhiy
Соломон
Станіслав Станислав Stanislaw
Степан Stephan Stephen
Тарас
Тимофій Тимофей Timothy
Тимур
Трохим Трофим
Федір Фёдор Федор Theodor Fedir Fyodor
Фелікс Феликс Felix
Хома Фома Thomas
Юліан Юлиан
Юрій Юрий Yuri Yury
Юхим Ефим
Яким Аким
Яків Яков Jacob Iakiv +ЯК ЯКОВЛ ЯКІВ
Ян
Ярослав Jaroslaw
Азамат
Айбек
Акмаль
Алішер Алишер
Асан
Бакит Бакыт
Бекзат
Данияр
Ельдар Эльдар
Ернест Эрнест
Жаныш
Ібрагім Ибрагим
Ісмаїл Исмаил
Кубанычбек
Марат
Мурат
Нурлан
Рашид
Рустам
Талант
Темір Темир
Улан
Ермек Эрмек";

/// Names of women, as [`MEN`].
const WOMEN: &str = "\
Олександра Александра Alexandra
Алла
Альона Алёна Alyona Aliona
Аліна Алина
Аліса Алиса Alice
Анастасія Анастасия Anastasia Nastasia
Ангеліна Ангелина
Анжела Angela
Анжеліка Анжелика Angelika
Антоніна Антонина
Валентина
Валерія Валерия Valeria
Варвара Barbara
Василина
Віра Вера
Вероніка Вероника
Вікторія Виктория Victoria Viktoria
Віталіна Виталина
Віолетта Виолетта
Ганна Анна Anna Hanna Anne Ann
Галина
Дарина
Дар'я Дарія Дарья Дария Daria Darya
Діана Диана
Ева Єва Eve
Євгенія Евгения Eugenia
Евеліна Эвелина
Єлизавета Елизавета Elizabeth Yelyzaveta
Емілія Эмилия Emilia
Жанна
Зінаїда Зинаида
Злата
Зоряна
Зоя
Інна Инна
Іванна
Ірина Ирина Irene Iryna Irina
Камілла Камилла Camilla
Катерина Екатерина Catherine Katherine Ekaterina Caterina
Кіра Кира
Клавдія Клавдия
Христина Кристина Christina Kristina
Ксенія Ксения Аксинья Xenia Kseniia
Лариса Larissa
Леся
Лідія Лидия Lydia
Ліля Лилия Лілія Lilia
Любов Любовь
Людмила Ludmila Ludmyla
Маргарита Margaret
Марина
Марія Мария Марья Maria Mary Mariya
Мар'яна Марьяна
Марта Marfa
Мілана Милана
Мирослава
Надія Надежда Nadejda Nadia
Наталія Наталья Наталія Natalia Natalie Nataliya
Неля Нелли Неллі
Ніна Нина
Оксана Oxana
Олена Елена Helen Helena Olena Elena Yelena
Олеся Олесья
Ольга Olga Olha
Поліна Полина Pauline
Раїса Раиса
Регіна Регина
Римма
Роксолана
Руслана
Світлана Светлана
Соломія Соломия
Софія София Софья Sophia Sofia Sofya
Стефанія Стефания
Таїсія Таисия
Тамара
Тетяна Татьяна Tatiana Tatyana
Уляна Ульяна
Юліана Юлиана
Юлія Юлия Julia Yulia Ulia
Яна
Ярина
Ярослава
Айгуль
Айнура
Бермет
Гульнара
Жылдыз
Нургуль";

/// One name: its sign in match keys.
struct Given {
    /// Skeletons of spellings to the number of the name, men's from 0 on, women's behind them.
    names: HashMap<Vec<u8>, u16, Xxh3Builder>,
    /// Skeletons of patronymics without their ending to the number of the father's name.
    fathers: HashMap<Vec<u8>, u16, Xxh3Builder>,
    /// By number: the skeleton of the first spelling.
    signs: Vec<Vec<u8>>,
    men: u16,
}

static GIVEN: LazyLock<Given> = LazyLock::new(|| {
    let mut given = Given { names: HashMap::default(), fathers: HashMap::default(), signs: Vec::new(), men: 0 };
    for (list, men) in [(MEN, true), (WOMEN, false)] {
        for line in list.lines() {
            let number = given.signs.len() as u16;
            let (spellings, stems) = line.split_once('+').unwrap_or((line, ""));
            for spelling in spellings.split_whitespace() {
                let sounds = of(spelling);
                if given.signs.len() == usize::from(number) {
                    given.signs.push(sounds.clone());
                }
                if men {
                    given.fathers.entry(stem(&sounds).to_vec()).or_insert(number);
                }
                given.names.entry(sounds).or_insert(number);
            }
            for explicit in stems.split_whitespace() {
                given.fathers.insert(of(explicit), number);
            }
        }
        if men {
            given.men = given.signs.len() as u16;
        }
    }
    given
});

fn of(word: &str) -> Vec<u8> {
    let mut out = Vec::new();
    skeleton(word.as_bytes(), &mut out);
    out
}

/// The name without the vowels at its end: what stands before the ending of a patronymic.
fn stem(sounds: &[u8]) -> &[u8] {
    let end = sounds.iter().rposition(|sound| !b"AEIOU".contains(sound)).map_or(0, |at| at + 1);
    &sounds[..end]
}

/// The one sign of a given name, by the skeleton of any of its spellings; `None` for names that are not listed.
pub fn sign(skeleton: &[u8]) -> Option<&'static [u8]> {
    let given = &*GIVEN;
    Some(&given.signs[usize::from(*given.names.get(skeleton)?)])
}

/// The sign of the father's name, by the skeleton of a patronymic less its ending (see [`super::person::father`]);
/// `None` for names that are not listed.
pub fn father_sign(without_ending: &[u8]) -> Option<&'static [u8]> {
    let given = &*GIVEN;
    let number = given.fathers.get(stem(without_ending))?;
    Some(&given.signs[usize::from(*number)])
}

/// Whether a listed name is a man's, by the skeleton of any of its spellings; `None` for names that are not listed.
pub fn is_male(skeleton: &[u8]) -> Option<bool> {
    let given = &*GIVEN;
    Some(*given.names.get(skeleton)? < given.men)
}

/// Whether a word (UTF-8, any case and alphabet) is a listed given name.
pub fn is_listed(word: &[u8]) -> bool {
    let mut sounds = Vec::with_capacity(word.len());
    skeleton(word, &mut sounds);
    GIVEN.names.contains_key(&sounds) || is_worldly(word)
}

/// Common given names of the rest of the world in Latin letters, sorted: they tell that a column holds names, no more.
///
/// # Source
/// General knowledge of the commonest names in the registers of births of the United States, the United Kingdom, Germany,
/// France, Italy, Spain, Poland, Turkey and others; none is a person's.
const WORLD: &str = "\
    aaron abigail adam agnieszka ahmed ahmet aisha alan albert alejandro aleksandra alessandro alessia alexandru \
    alexis ali alice amanda amber amit amy ana anders andrea andrei andrew andris andrzej angela anja anjali ann \
    anna anne anthony antoine antonio archie arjun arthur ashley astrid austin ayse barbara beatriz benjamin betty \
    beverly billy birgit birgitta bobby bradley brandon brenda brian brittany bruce bruno bryan camila camille \
    carl carlos carmen carol carolyn catherine charles charlie charlotte cheryl chiara chloe christian christina \
    christine christopher claudia cristina cynthia daniel danielle david deborah debra deepak denise dennis diana \
    diane diego dimitar donald donna doris dorothy douglas dylan edward elena elif elizabeth emily emine emma emre \
    eric erik ethan eugene eva evelyn ewa fatima fatma federica felipe felix fernanda fernando florian frances \
    francesca francesco francoise frank freddie gabriel gary george georgi gerald gheorghe giorgia giovanni giulia \
    giuseppe gloria grace graham gregory gustavo hannah hans harold harry hasan hassan hatice heather heike helen \
    henry hugo hui huseyin ian ibrahim ilze ines ingrid ioana ion isabel isabella isabelle ivan jack jacob \
    jacqueline jacques jakub james jan jana janet janice janis jari jaroslav jason javier jean jeanne jeffrey \
    jennifer jens jeremy jerry jesse jessica jing jiri joan joanna joao joe johan johanna john johnny jonas \
    jonathan jordan jose josef joseph joshua joyce juan judith judy juha julia julian julie julien jurgen justin \
    karen karin katarzyna katherine kathleen kathryn katrin kayla keith kelly kenneth kevin khalid kimberly klaus \
    krzysztof kyle larry lars laura lauren lawrence lea lena lenka leo li liisa linda lisa logan lorenzo louis \
    luca lucas lucia lucy luigi luis lukas madison magdalena magnus malgorzata manon mantas manuel marcin marco \
    margaret margus maria mariana marie marilyn mario mark martha martina mary maryam mateusz matteo matthew matti \
    maximilian megan mehmet melissa merve michael michal michel michelle miguel mihaela mihai mika milan ming \
    mohammed monika muhammad murat mustafa nancy natalie nathalie nathan neil nicholas nicolas nicole nikolay nils \
    noah oliver olivia omar oscar pablo pamela paola paolo patricia patrick paul pawel pedro peter petra philip \
    philippe pierre pilar piotr pooja priya rachel rafael rahul raj ralph randy rasa raymond rebecca richard \
    robert roberto roger ronald roy russell ruth ryan sabine samantha samuel sandra sanjay sara sarah scott sean \
    sebastian sergio sharon shirley simon sofia sophia sophie stefan stefano stephanie stephen steven stoyan \
    sunita susan teresa tereza terry theresa thomas tiago tiina timothy tobias tomas tomasz toomas tuula tyler \
    ursula uwe valentina vasile victoria vijay vincent virginia walter wayne wei william willie wojciech wolfgang \
    xin yusuf zainab zeynep zofia";

/// The words of [`WORLD`].
static WORLDLY: LazyLock<HashSet<&'static str, Xxh3Builder>> = LazyLock::new(|| WORLD.split_whitespace().collect());

fn is_worldly(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| WORLDLY.contains(word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_listed_once_and_lower_case() {
        let words: Vec<&str> = WORLD.split_whitespace().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())));
        assert!(is_listed(b"JAMES") && is_listed(b"Giulia") && !is_listed(b"BLUE") && !is_listed(b"GARDEN"));
    }

    /// No spelling leads to two names, and no stem to two fathers.
    #[test]
    fn every_spelling_is_of_one_name() {
        let (mut names, mut fathers) = (HashMap::new(), HashMap::new());
        for line in MEN.lines().chain(WOMEN.lines()) {
            let (spellings, stems) = line.split_once('+').unwrap_or((line, ""));
            for spelling in spellings.split_whitespace() {
                let other = names.insert(of(spelling), line);
                assert!(other.is_none_or(|other| other == line), "{spelling}: {line} | {other:?}");
                if MEN.contains(line) {
                    // Sons of Арсен and Арсений, of Назар and Назарий have one patronymic in some tables.
                    let stem = stem(&of(spelling)).to_vec();
                    let shared = [&b"ARSEN"[..], b"NAZAR"].contains(&&stem[..]);
                    let other = fathers.insert(stem, line);
                    assert!(shared || other.is_none_or(|other| other == line), "{spelling}: {line} | {other:?}");
                }
            }
            for explicit in stems.split_whitespace() {
                let other = fathers.insert(of(explicit), line);
                assert!(other.is_none_or(|other| other == line), "stem {explicit}: {line} | {other:?}");
            }
        }
        assert!(names.len() > 250, "{}", names.len());
    }

    #[test]
    fn pairs_of_names_in_two_languages_are_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/pairs.tsv");
        let text = std::fs::read_to_string(path).expect("the fixture");
        let mut pairs = 0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let spellings: Vec<&str> = line.split('\t').collect();
            let first = sign(&of(spellings[0])).unwrap_or_else(|| panic!("{line}"));
            for other in &spellings[1..] {
                assert_eq!(sign(&of(other)), Some(first), "{line}");
            }
            pairs += 1;
        }
        assert_eq!(pairs, 55);
    }

    #[test]
    fn sexes_and_strangers() {
        assert_eq!(is_male(&of("ОЛЕКСАНДР")), Some(true));
        assert_eq!(is_male(&of("Alexandra")), Some(false));
        assert_eq!((is_male(&of("Київ")), is_listed("Вулиця".as_bytes())), (None, false));
        assert!(is_listed("Oleksij".as_bytes()) && is_listed("ДАР`Я".as_bytes()));
        assert_eq!(father_sign(b"MIKOLA"), father_sign(b"NIKOLA"));
        assert_ne!(father_sign(b"PETR"), father_sign(b"PAVL"));
    }
}
