//! The person that a row is about, so that the columns of one row agree with each other: name, sex, day of birth, home.

use super::super::calendar;
use super::dice::Dice;

/// Where the people of a table live: their names, telephones and habits of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// Ukraine.
    Ua,
    /// Russia, and who writes Russian.
    Ru,
    /// Kyrgyzstan.
    Kg,
    /// Anywhere that writes Latin letters.
    World,
}

/// A day: year, month, day of the month.
pub(super) type Day = (u32, u32, u32);

/// Somebody who does not exist.
pub(super) struct Person {
    pub(super) home: Home,
    pub(super) male: bool,
    pub(super) born: Day,
    /// Surname, given name, patronymic (empty where there is none) as the home spells them.
    pub(super) surname: String,
    pub(super) given: String,
    pub(super) patronymic: String,
    /// Surname and given name in Latin letters.
    pub(super) latin: [String; 2],
    /// Chance that belongs to the person alone: number within the day of birth, favourite digits.
    pub(super) mark: u64,
}

/// Given name of a man, patronymics of his son and daughter, in Ukrainian and Russian, and the name in Latin letters.
type Man = [&'static str; 7];

const MEN: &[Man] = &[
    ["Олександр", "Олександрович", "Олександрівна", "Александр", "Александрович", "Александровна", "Oleksandr"],
    ["Сергій", "Сергійович", "Сергіївна", "Сергей", "Сергеевич", "Сергеевна", "Serhii"],
    ["Володимир", "Володимирович", "Володимирівна", "Владимир", "Владимирович", "Владимировна", "Volodymyr"],
    ["Микола", "Миколайович", "Миколаївна", "Николай", "Николаевич", "Николаевна", "Mykola"],
    ["Андрій", "Андрійович", "Андріївна", "Андрей", "Андреевич", "Андреевна", "Andrii"],
    ["Іван", "Іванович", "Іванівна", "Иван", "Иванович", "Ивановна", "Ivan"],
    ["Василь", "Васильович", "Василівна", "Василий", "Васильевич", "Васильевна", "Vasyl"],
    ["Юрій", "Юрійович", "Юріївна", "Юрий", "Юрьевич", "Юрьевна", "Yurii"],
    ["Віктор", "Вікторович", "Вікторівна", "Виктор", "Викторович", "Викторовна", "Viktor"],
    ["Михайло", "Михайлович", "Михайлівна", "Михаил", "Михайлович", "Михайловна", "Mykhailo"],
    ["Петро", "Петрович", "Петрівна", "Пётр", "Петрович", "Петровна", "Petro"],
    ["Анатолій", "Анатолійович", "Анатоліївна", "Анатолий", "Анатольевич", "Анатольевна", "Anatolii"],
    ["Ігор", "Ігорович", "Ігорівна", "Игорь", "Игоревич", "Игоревна", "Ihor"],
    ["Олег", "Олегович", "Олегівна", "Олег", "Олегович", "Олеговна", "Oleh"],
    ["Дмитро", "Дмитрович", "Дмитрівна", "Дмитрий", "Дмитриевич", "Дмитриевна", "Dmytro"],
    ["Валерій", "Валерійович", "Валеріївна", "Валерий", "Валерьевич", "Валерьевна", "Valerii"],
    ["Роман", "Романович", "Романівна", "Роман", "Романович", "Романовна", "Roman"],
    ["Богдан", "Богданович", "Богданівна", "Богдан", "Богданович", "Богдановна", "Bohdan"],
    ["Віталій", "Віталійович", "Віталіївна", "Виталий", "Витальевич", "Витальевна", "Vitalii"],
    ["Максим", "Максимович", "Максимівна", "Максим", "Максимович", "Максимовна", "Maksym"],
    ["Ілля", "Ілліч", "Іллівна", "Илья", "Ильич", "Ильинична", "Illia"],
    ["Артем", "Артемович", "Артемівна", "Артём", "Артёмович", "Артёмовна", "Artem"],
    ["В'ячеслав", "В'ячеславович", "В'ячеславівна", "Вячеслав", "Вячеславович", "Вячеславовна", "Viacheslav"],
    ["Євген", "Євгенович", "Євгенівна", "Евгений", "Евгеньевич", "Евгеньевна", "Yevhen"],
];

/// Given names of women in Ukrainian, Russian and Latin letters.
const WOMEN: &[[&str; 3]] = &[
    ["Олена", "Елена", "Olena"],
    ["Наталія", "Наталья", "Nataliia"],
    ["Тетяна", "Татьяна", "Tetiana"],
    ["Світлана", "Светлана", "Svitlana"],
    ["Оксана", "Оксана", "Oksana"],
    ["Ірина", "Ирина", "Iryna"],
    ["Людмила", "Людмила", "Liudmyla"],
    ["Галина", "Галина", "Halyna"],
    ["Марія", "Мария", "Mariia"],
    ["Ольга", "Ольга", "Olha"],
    ["Любов", "Любовь", "Liubov"],
    ["Валентина", "Валентина", "Valentyna"],
    ["Надія", "Надежда", "Nadiia"],
    ["Катерина", "Екатерина", "Kateryna"],
    ["Юлія", "Юлия", "Yuliia"],
    ["Анна", "Анна", "Anna"],
    ["Вікторія", "Виктория", "Viktoriia"],
    ["Лариса", "Лариса", "Larysa"],
    ["Дар'я", "Дарья", "Daria"],
    ["Анастасія", "Анастасия", "Anastasiia"],
];

/// Surnames: Ukrainian of a man and a woman, Russian of a man and a woman, Latin of a man. Invented or everybody's.
const SURNAMES: &[[&str; 5]] = &[
    ["Бондаренко", "Бондаренко", "Бондаренко", "Бондаренко", "Bondarenko"],
    ["Ткаченко", "Ткаченко", "Ткаченко", "Ткаченко", "Tkachenko"],
    ["Ковальчук", "Ковальчук", "Ковальчук", "Ковальчук", "Kovalchuk"],
    ["Шевчук", "Шевчук", "Шевчук", "Шевчук", "Shevchuk"],
    ["Мельник", "Мельник", "Мельник", "Мельник", "Melnyk"],
    ["Кравець", "Кравець", "Кравец", "Кравец", "Kravets"],
    ["Лисенко", "Лисенко", "Лысенко", "Лысенко", "Lysenko"],
    ["Гончар", "Гончар", "Гончар", "Гончар", "Honchar"],
    ["Левицький", "Левицька", "Левицкий", "Левицкая", "Levytskyi"],
    ["Яворський", "Яворська", "Яворский", "Яворская", "Yavorskyi"],
    ["Дем'яненко", "Дем'яненко", "Демьяненко", "Демьяненко", "Demianenko"],
    ["Рудий", "Руда", "Рудой", "Рудая", "Rudyi"],
    ["Іванов", "Іванова", "Иванов", "Иванова", "Ivanov"],
    ["Петров", "Петрова", "Петров", "Петрова", "Petrov"],
    ["Смирнов", "Смирнова", "Смирнов", "Смирнова", "Smyrnov"],
    ["Кузнєцов", "Кузнєцова", "Кузнецов", "Кузнецова", "Kuznietsov"],
    ["Попович", "Попович", "Попович", "Попович", "Popovych"],
    ["Савчук", "Савчук", "Савчук", "Савчук", "Savchuk"],
    ["Заєць", "Заєць", "Заяц", "Заяц", "Zaiets"],
    ["Чорний", "Чорна", "Черный", "Черная", "Chornyi"],
    ["Волошин", "Волошина", "Волошин", "Волошина", "Voloshyn"],
    ["Гриценко", "Гриценко", "Гриценко", "Гриценко", "Hrytsenko"],
    ["Степаненко", "Степаненко", "Степаненко", "Степаненко", "Stepanenko"],
    ["Литвин", "Литвин", "Литвин", "Литвин", "Lytvyn"],
    ["Соколов", "Соколова", "Соколов", "Соколова", "Sokolov"],
    ["Морозов", "Морозова", "Морозов", "Морозова", "Morozov"],
    ["Новак", "Новак", "Новак", "Новак", "Novak"],
    ["Павленко", "Павленко", "Павленко", "Павленко", "Pavlenko"],
    ["Федорук", "Федорук", "Федорук", "Федорук", "Fedoruk"],
    ["Сидоренко", "Сидоренко", "Сидоренко", "Сидоренко", "Sydorenko"],
    ["Орлов", "Орлова", "Орлов", "Орлова", "Orlov"],
    ["Тарасюк", "Тарасюк", "Тарасюк", "Тарасюк", "Tarasiuk"],
    ["Білоус", "Білоус", "Белоус", "Белоус", "Bilous"],
    ["Щербак", "Щербак", "Щербак", "Щербак", "Shcherbak"],
    ["Журавель", "Журавель", "Журавель", "Журавель", "Zhuravel"],
    ["Марченко", "Марченко", "Марченко", "Марченко", "Marchenko"],
];

/// Kyrgyz given names of men and women and surnames, Russian spelling and Latin letters.
const KG_MEN: &[[&str; 2]] = &[
    ["Азамат", "Azamat"],
    ["Бакыт", "Bakyt"],
    ["Нурлан", "Nurlan"],
    ["Эркин", "Erkin"],
    ["Талант", "Talant"],
    ["Улан", "Ulan"],
    ["Мирлан", "Mirlan"],
    ["Данияр", "Daniiar"],
    ["Чынгыз", "Chyngyz"],
    ["Эмил", "Emil"],
];
const KG_WOMEN: &[[&str; 2]] = &[
    ["Айгуль", "Aigul"],
    ["Гулзат", "Gulzat"],
    ["Нургуль", "Nurgul"],
    ["Жылдыз", "Zhyldyz"],
    ["Асель", "Asel"],
    ["Чолпон", "Cholpon"],
    ["Бермет", "Bermet"],
    ["Мээрим", "Meerim"],
    ["Динара", "Dinara"],
];
const KG_SURNAMES: &[[&str; 2]] = &[
    ["Асанов", "Asanov"],
    ["Токтогулов", "Toktogulov"],
    ["Мамытов", "Mamytov"],
    ["Жумабаев", "Zhumabaev"],
    ["Осмонов", "Osmonov"],
    ["Сыдыков", "Sydykov"],
    ["Бейшеналиев", "Beishenaliev"],
    ["Абдыкадыров", "Abdykadyrov"],
    ["Исаков", "Isakov"],
    ["Калыков", "Kalykov"],
];

const WORLD_MEN: &[&str] = &[
    "James", "John", "Robert", "Michael", "David", "Thomas", "Daniel", "Paul", "Mark", "Carlos", "José", "Luis", "Jan",
    "Piotr", "Marco", "Luca", "Pierre", "Hans", "Ahmed", "Ravi",
];
const WORLD_WOMEN: &[&str] = &[
    "Mary",
    "Patricia",
    "Jennifer",
    "Linda",
    "Sarah",
    "Anna",
    "Laura",
    "Maria",
    "Sofia",
    "Claire",
    "Emma",
    "Julia",
    "Katarzyna",
    "Giulia",
    "Fatima",
    "Priya",
    "Ingrid",
    "Helen",
];
const WORLD_SURNAMES: &[&str] = &[
    "Smith", "Johnson", "Brown", "Miller", "Davis", "Wilson", "Taylor", "Clark", "Walker", "Young", "King", "Garcia",
    "Martinez", "Silva", "Santos", "Kowalski", "Nowak", "Rossi", "Bianchi", "Dubois", "Martin", "Müller", "Schmidt",
    "De Vries", "O'Connor", "Yilmaz", "Kumar", "Patel", "Popescu", "Horvat",
];

/// Days of a year that people without papers are given, and that clerks type: the first of January, mostly.
const ASSIGNED: u64 = 2;

impl Person {
    pub(super) fn of(home: Home, dice: &mut Dice) -> Person {
        let male = dice.percent(49);
        let [surname, given, patronymic, latin_surname, latin_given] = names(home, male, dice);
        let born = born(dice);
        Person {
            home,
            male,
            born,
            surname,
            given,
            patronymic,
            latin: [latin_surname, latin_given],
            mark: dice.below(1 << 40),
        }
    }

    /// Surname, given name and patronymic in this order.
    pub(super) fn full(&self) -> String {
        let mut text = format!("{} {}", self.surname, self.given);
        if !self.patronymic.is_empty() {
            text.push(' ');
            text.push_str(&self.patronymic);
        }
        text
    }

    /// The name in Latin letters without anything but a to z, for addresses and nicknames.
    pub(super) fn plain(&self) -> [String; 2] {
        [0, 1].map(|part| {
            let letters = self.latin[part].chars().filter(|letter| letter.is_ascii_alphabetic());
            letters.collect::<String>().to_lowercase()
        })
    }
}

fn names(home: Home, male: bool, dice: &mut Dice) -> [String; 5] {
    let texts = |texts: [&str; 5]| texts.map(str::to_owned);
    match home {
        Home::Ua | Home::Ru => {
            let russian = home == Home::Ru;
            let surname = SURNAMES[dice.below(SURNAMES.len() as u64) as usize];
            let father = MEN[dice.below(MEN.len() as u64) as usize];
            let surname_at = usize::from(russian) * 2 + usize::from(!male);
            let patronymic = father[usize::from(russian) * 3 + 1 + usize::from(!male)];
            let (given, latin) = if male {
                let man = MEN[dice.below(MEN.len() as u64) as usize];
                (man[usize::from(russian) * 3], man[6])
            } else {
                let woman = WOMEN[dice.below(WOMEN.len() as u64) as usize];
                (woman[usize::from(russian)], woman[2])
            };
            texts([surname[surname_at], given, patronymic, surname[4], latin])
        }
        Home::Kg => {
            let surname = KG_SURNAMES[dice.below(KG_SURNAMES.len() as u64) as usize];
            let father = KG_MEN[dice.below(KG_MEN.len() as u64) as usize][0];
            let givens = if male { KG_MEN } else { KG_WOMEN };
            let given = givens[dice.below(givens.len() as u64) as usize];
            let end = if male { "" } else { "а" };
            let patronymic = match dice.below(10) {
                0..=3 => format!("{father}{}", if male { "ович" } else { "овна" }),
                4..=6 => format!("{father} {}", if male { "уулу" } else { "кызы" }),
                _ => String::new(),
            };
            let latin = if male { surname[1].to_owned() } else { format!("{}a", surname[1]) };
            [format!("{}{end}", surname[0]), given[0].to_owned(), patronymic, latin, given[1].to_owned()]
        }
        Home::World => {
            let given = dice.uneven(if male { WORLD_MEN } else { WORLD_WOMEN });
            let surname = dice.pick(WORLD_SURNAMES);
            texts([surname, given, "", surname, given])
        }
    }
}

/// Days of birth as in a grown-up population: most between 1960 and 2000, few older than 85, some on the first of
/// January.
fn born(dice: &mut Dice) -> Day {
    let year = 1936 + ((dice.below(35) + dice.below(35)) as u32).min(70);
    if dice.percent(ASSIGNED) {
        return (year, 1, 1);
    }
    day_in(year, dice)
}

/// Any day of a year.
pub(super) fn day_in(year: u32, dice: &mut Dice) -> Day {
    let month = dice.between(1, 12) as u32;
    let last = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (year, month, dice.between(1, last) as u32)
}

/// Days since 31 December 1899, as the Ukrainian tax number counts them.
pub(super) fn since_1900(day: Day) -> u32 {
    calendar::day(day.0, day.1, day.2)
}

/// `1985-03-15`.
pub(super) fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.0, day.1, day.2)
}

/// `15.03.1985`.
pub(super) fn dotted(day: Day) -> String {
    format!("{:02}.{:02}.{:04}", day.2, day.1, day.0)
}
