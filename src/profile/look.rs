//! How a cell looks where no kind tells what it is: words of small closed lists, shapes, lengths.
//!
//! **Comes in:** one cell. **Goes out:** whether it looks so. A look proves nothing alone: each has a worth below 1.
//!
//! **To add one:** a variant, its line in [`Look::ALL`], its test in `Look::fits` and its worth.

use std::sync::LazyLock;

/// Declares the looks and lists them.
macro_rules! looks {
    ($($(#[$meaning:meta])* $look:ident,)*) => {
        /// A look of a cell.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the name says it all; `Look::fits` is the definition")]
        pub enum Look {
            $($(#[$meaning])* $look,)*
        }

        impl Look {
            /// Every look, in the order of names.
            pub const ALL: [Look; [$(stringify!($look)),*].len()] = [$(Look::$look),*];
        }
    };
}

looks! {
    Address,
    Base64,
    Body,
    Branch,
    Cipher,
    Code,
    Colour,
    Company,
    Computer,
    Coordinate,
    Country,
    /// Hash that names its own function: `$2a$…`, `{SSHA}…`, `pbkdf2_sha256$…`.
    Crypt,
    Device,
    Digits,
    Education,
    Email,
    FromId,
    Fuel,
    Goods,
    Handle,
    Hex,
    Hint,
    Image,
    Ip,
    Job,
    Json,
    Letter,
    LicenceClass,
    Link,
    Login,
    LoginCode,
    /// Address at mail.ru, inbox.ru, list.ru, bk.ru: one provider.
    MailRu,
    MessageKind,
    Moment,
    Money,
    Name,
    Names,
    Nation,
    Number,
    Office,
    Patronymic,
    Place,
    Platform,
    Purpose,
    /// Address at rambler.ru and its sister domains.
    Rambler,
    Relation,
    Score,
    Sender,
    Sentence,
    Series,
    Sex,
    Software,
    SourceLabel,
    Speed,
    Status,
    Token,
    UnixTime,
    Uuid,
    Vehicle,
    VehicleKind,
    Violation,
    Word,
    /// Address at yandex.ru or ya.ru.
    Yandex,
    Year,
    YesNo,
    /// 40 hexadecimal digits of which the first five are zeros.
    ZeroedHash,
}

use Look::*;

/// Words, in lower case, of which a cell must be one, by look.
const ONE_OF: &[(Look, &str)] = &[
    (
        Sex,
        "m f м ж ч male female man woman чоловіча жіноча чол жін мужской женский муж жен чоловік жінка мужчина женщина",
    ),
    (YesNo, "так ні да нет yes no true false є немає есть 0 1 + -"),
    (
        Colour,
        "білий чорний сірий синій червоний зелений жовтий коричневий бежевий срібний фіолетовий оранжевий білa \
              белый черный чёрный серый синий красный зеленый зелёный желтый жёлтый коричневый бежевый серебристый \
              фиолетовый голубой вишневый black white grey gray silver blue red green yellow brown beige orange \
              блакитний золотистий",
    ),
    (
        Relation,
        "single married divorced widowed engaged complicated одружений одружена неодружений неодружена розлучений \
                розлучена заміжня незаміжня холост женат замужем разведен разведена вдова вдовец вдівець неженат \
                незамужем холостой вільний",
    ),
    (
        Education,
        "вища середня базова неповна спеціальна професійна высшее среднее неполное специальное higher secondary \
                 bachelor master технікум вуз школа",
    ),
    (MessageKind, "message service unsupported"),
    (
        Nation,
        "українець українка кыргыз кыргызка русский русская узбек узбечка казах казашка украинец украинка дунган \
              уйгур таджик татарин киргиз киргизка росіянин росіянка",
    ),
    (Platform, "windows android ios macos linux desktop web iphone ipad tdesktop"),
    (
        Country,
        "ua ukraine україна украина ru russia росія россия kg kyrgyzstan киргизстан кыргызстан кыргызская us usa \
               gb uk de germany pl poland kz kazakhstan казахстан by belarus fr france it italy es spain br brazil in \
               india cn china tr turkey ca canada au australia jp japan nl netherlands mx id indonesia vn ph eg pk",
    ),
];

/// Beginnings of words, in lower case, of which a cell must hold one, by look.
const HOLDS: &[(Look, &str)] = &[
    (
        Address,
        "вул. вул ул. ул пров просп пр-т пр. бульв б-р пер. кв. буд. street st. avenue road мкр м-н обл. р-н \
               вулиця улица шосе шоссе проспект площа площадь",
    ),
    (Branch, "відділення отделение поштомат почтомат склад warehouse пункт"),
    (
        Office,
        "врер мрев дап дав даі гаи тсц рв рвк мвд мвс рувд ров ровд умвс гу дмс увс овс міліції милиции мкк мин \
              срс управління сервісний відділ гунп",
    ),
    (
        Company,
        "тов ооо пп чп пат ват зат ооо llc ltd inc corp gmbh company group фоп завод лікарня школа банк університет \
               bank university school college",
    ),
    (
        Job,
        "engineer manager director developer consultant analyst assistant teacher sales owner specialist designer \
           accountant officer student менеджер інженер инженер директор вчитель учитель водій водитель бухгалтер \
           лікар врач продавець продавец лікарка слюсар",
    ),
    (VehicleKind, "легков вантаж грузов мотоцикл причіп прицеп автобус напівпричіп полуприцеп car truck bus trailer"),
    (
        Body,
        "седан хетчбек хэтчбек універсал универсал купе кабріолет кабриолет фургон пікап пикап бортов самоскид \
            самосвал sedan hatchback wagon coupe загальний-в",
    ),
    (Purpose, "загальний спеціалізований спеціальний общий специальный specialised общего"),
    (Fuel, "бензин дизель газ електро электро гібрид гибрид petrol diesel electric hybrid lpg"),
    (
        Status,
        "виданий видано недійсний дійсний дійсне активний active inactive valid expired permanent issued видан \
              действителен недействителен blocked deleted посвідчення водительск id українське зареєстр permanent \
              issuedfirst temporary анульов",
    ),
    (
        Violation,
        "перевищення превышение проїзд проезд стоянк стоянк порушен нарушен ст. стаття статья разметк светофор \
                 скорост швидк ремен паркув парков красн червон кк",
    ),
    (
        Software,
        "chrome firefox opera edge brave yandex telegram android desktop ios macos filezilla outlook vivaldi web \
                mozilla",
    ),
    (
        Device,
        "samsung iphone ipad xiaomi huawei pixel redmi galaxy macbook desktop laptop lenovo asus nokia pc dell hp \
              thinkpad oneplus honor",
    ),
    (
        Goods,
        "одяг взуття документи книги запчастини телефон іграшки косметика товар посуд аксесуари одежда обувь документы \
             запчасти игрушки аксессуары clothes shoes spare documents books товари",
    ),
    (SourceLabel, "база baza base banks банк vk пошта почта поліс дмс мвс mvs мвд нп гібдд даі податк leaks db"),
    (LoginCode, "code код login пароль parol"),
    (
        Vehicle,
        "toyota bmw audi mercedes opel ford skoda volkswagen vw renault honda nissan hyundai kia mazda mitsubishi \
               lexus chevrolet daewoo ваз заз газ уаз lada зіл камаз маз peugeot citroen fiat subaru suzuki volvo \
               porsche jeep tesla chery geely infiniti",
    ),
];

impl Look {
    /// What the look is worth as a sign of a field, 0..=1: a closed list says much, "some number" little.
    ///
    /// # Source
    /// Chosen by hand; held by the golden matrix of schemas and by tables of unknown origin, which must not fit any.
    pub fn worth(self) -> f64 {
        match self {
            Address | Branch | Coordinate | Crypt | Email | FromId | Image | Ip | Json | LicenceClass | Link
            | MailRu | MessageKind | Moment | Nation | Office | Patronymic | Rambler | Relation | Series | Sex
            | Uuid | Vehicle | VehicleKind | Yandex | ZeroedHash | Fuel | Body | Colour | UnixTime | LoginCode
            | Violation => 0.9,
            Base64 | Cipher | Computer | Country | Device | Education | Goods | Hex | Job | Company | Platform
            | Purpose | Software | SourceLabel | Status | Year | Names | Score | Handle => 0.75,
            Code | Digits | Letter | Money | Name | Place | Sender | Sentence | Speed | YesNo => 0.55,
            Hint | Login | Number | Token | Word => 0.4,
        }
    }

    /// Whether a cell (trimmed, not empty) looks so.
    pub fn fits(self, cell: &Prepared) -> bool {
        match self {
            Sex | YesNo | Colour | Relation | Education | MessageKind | Nation | Platform | Country => {
                one_of(self, cell)
            }
            Branch | Office | Company | Job | VehicleKind | Body | Purpose | Fuel | Status | Violation | Software
            | Device | Goods | SourceLabel | Vehicle => holds(self, cell),
            _ => self.shaped(cell) || self.shaped_too(cell),
        }
    }

    /// Shapes of some looks; the others never fit here.
    fn shaped(self, cell: &Prepared) -> bool {
        let text = cell.text;
        match self {
            Address => address(cell),
            Base64 => {
                cell.chars >= 200 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
            }
            Cipher => cipher(cell),
            Code => (5..=24).contains(&cell.chars) && cell.digits >= 4 && cell.blanks <= 1 && cell.others <= 2,
            Computer => (4..=20).contains(&cell.chars) && cell.blanks == 0 && text.contains('-') && !text.contains('@'),
            Coordinate => coordinate(text),
            Crypt => {
                cell.blanks == 0
                    && cell.chars >= 20
                    && (text.starts_with('$') || text.starts_with('{') || text.matches('$').count() >= 2)
                    && cell.letters > 0
                    && !text.ends_with('}')
            }
            Digits => cell.digits == cell.chars && (3..=20).contains(&cell.chars),
            Email => {
                text.contains('@')
                    && text.rsplit('@').next().is_some_and(|domain| domain.contains('.'))
                    && cell.blanks == 0
            }
            FromId => ["user", "chat", "channel"].iter().any(|start| all_digits(text.strip_prefix(start))),
            Handle => text.starts_with('@') && cell.chars >= 5 && cell.blanks == 0,
            Hex => (16..=130).contains(&cell.chars) && hex(text.strip_prefix("0x").unwrap_or(text)),
            Hint => cell.letters > 0 && cell.chars <= 60,
            Image => [".jpg", ".jpeg", ".png", ".bmp", ".webp"].iter().any(|end| cell.lower.ends_with(end)),
            Ip => text.parse::<std::net::IpAddr>().is_ok(),
            Json => (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']')),
            Letter => cell.chars == 1 && cell.letters == 1,
            LicenceClass => licence_class(text),
            Link => link(cell),
            Login => login(cell),
            LoginCode => cell.blanks >= 1 && cell.digits >= 4 && cell.digits <= 12 && holds(LoginCode, cell),
            MailRu => domain(cell, &["mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"]),
            Rambler => domain(cell, &["rambler.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru"]),
            Yandex => domain(cell, &["yandex.ru", "ya.ru", "yandex.com", "yandex.ua", "yandex.by", "yandex.kz"]),
            Moment => cell.digits >= 8 && text.matches(':').count() >= 1 && cell.letters <= 4,
            _ => false,
        }
    }

    /// Shapes of the other looks; those of [`Look::shaped`] never fit here.
    fn shaped_too(self, cell: &Prepared) -> bool {
        let text = cell.text;
        match self {
            Money => amount(text),
            Name => words(cell).is_some_and(|words| words == 1) && capital(text),
            Names => words(cell).is_some_and(|words| (2..=4).contains(&words)) && capital(text),
            Number => {
                cell.digits > 0 && cell.digits + cell.others == cell.chars && cell.digits <= 9 && cell.others <= 1
            }
            Patronymic => patronymic(&cell.lower),
            Place => place(cell),
            Score => amount(text.trim_end_matches(['%', ' '])) && cell.digits <= 5,
            Sender => {
                (cell.letters >= 2 && cell.chars <= 15 && cell.blanks <= 1)
                    || (cell.digits >= 3 && cell.digits + 1 >= cell.chars && cell.chars <= 16)
            }
            Sentence => cell.blanks >= 2 && cell.letters >= 6,
            Series => (2..=3).contains(&cell.letters) && cell.letters == cell.chars && capital(text),
            Speed => {
                all_digits(text.split(' ').next())
                    && (2..=3).contains(&text.split(' ').next().map_or(0, str::len))
                    && cell.chars <= 8
            }
            Token => (4..=32).contains(&cell.chars) && cell.blanks == 0,
            UnixTime => cell.chars == 10 && cell.digits == 10 && (b'1'..=b'2').contains(&text.as_bytes()[0]),
            Uuid => {
                (cell.chars == 36 && text.matches('-').count() == 4 && hex(&text.replace('-', "")))
                    || (cell.chars == 32 && hex(text))
            }
            Word => cell.letters >= 1 && cell.blanks <= 2 && cell.chars <= 25,
            Year => cell.chars == 4 && text.parse::<u16>().is_ok_and(|year| (1900..=2035).contains(&year)),
            ZeroedHash => cell.chars == 40 && text.starts_with("00000") && hex(text),
            _ => false,
        }
    }
}

/// A cell with the counts that several looks ask for.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// Its text, trimmed, not empty.
    pub text: &'a str,
    /// The text in lower case.
    pub lower: String,
    /// Characters.
    pub chars: usize,
    /// ASCII digits.
    pub digits: usize,
    /// Letters of any alphabet.
    pub letters: usize,
    /// Blanks.
    pub blanks: usize,
    /// Everything else.
    pub others: usize,
    /// Words in lower case, of letters, digits, dots and hyphens.
    words: Vec<String>,
}

impl<'a> Prepared<'a> {
    /// Counts a cell.
    pub fn of(text: &'a str) -> Prepared<'a> {
        let lower = text.to_lowercase();
        let joint = |character: char| character.is_alphanumeric() || character == '.' || character == '-';
        // Long cells hold prose: its first words tell enough.
        let words = lower.split(|character| !joint(character)).filter(|word| !word.is_empty()).take(12);
        let words = words.map(str::to_owned).collect();
        let mut cell = Prepared { text, lower, chars: 0, digits: 0, letters: 0, blanks: 0, others: 0, words };
        for character in text.chars() {
            cell.chars += 1;
            match character {
                '0'..='9' => cell.digits += 1,
                ' ' => cell.blanks += 1,
                letter if letter.is_alphabetic() => cell.letters += 1,
                _ => cell.others += 1,
            }
        }
        cell
    }
}

fn listed(table: &'static [(Look, &'static str)], look: Look) -> impl Iterator<Item = &'static str> {
    table.iter().filter(move |(of, _)| *of == look).flat_map(|(_, words)| words.split_whitespace())
}

/// Whether the cell is one of the look's words, or made of them; of a few looks the first word suffices (`Windows 10`).
fn one_of(look: Look, cell: &Prepared) -> bool {
    let plain = cell.lower.trim_matches(['.', ',']).replace('-', "");
    let known = |word: &str| listed(ONE_OF, look).any(|own| own == word);
    let mut words = plain.split([' ', '/']).filter(|word| !word.is_empty());
    let first_tells = matches!(look, Platform | Relation | Education);
    cell.chars <= 40 && (known(&plain) || if first_tells { words.next().is_some_and(known) } else { words.all(known) })
}

/// A look with the words that its cells begin with, and how long each is.
type Beginnings = (Look, Vec<(&'static str, usize)>);

/// The words of each look of [`HOLDS`], with their number of letters.
static BEGINNINGS: LazyLock<Vec<Beginnings>> = LazyLock::new(|| {
    let of = |words: &'static str| words.split_whitespace().map(|word| (word, word.chars().count())).collect();
    HOLDS.iter().map(|(look, words)| (*look, of(words))).collect()
});

/// Whether a word of the cell begins with one of the look's words.
fn holds(look: Look, cell: &Prepared) -> bool {
    let begins = |word: &str, (known, letters): &(&str, usize)| match letters {
        // Short words begin too many others.
        0..=3 => word.trim_end_matches('.') == known.trim_end_matches('.'),
        _ => word.starts_with(known),
    };
    let mut lists = BEGINNINGS.iter().filter(|(of, _)| *of == look);
    lists.any(|(_, list)| cell.words.iter().any(|word| list.iter().any(|known| begins(word, known))))
}

fn address(cell: &Prepared) -> bool {
    (8..=200).contains(&cell.chars)
        && cell.blanks >= 1
        && cell.letters >= 4
        && cell.digits >= 1
        && !cell.text.contains('@')
        && (cell.text.contains(',') || holds(Address, cell))
}

fn cipher(cell: &Prepared) -> bool {
    // Whole blocks of eight bytes, in base 64.
    let (body, fill) = (cell.text.trim_end_matches('='), cell.text.ends_with('='));
    cell.chars.is_multiple_of(4)
        && (12..=88).contains(&cell.chars)
        && fill
        && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
}

fn coordinate(text: &str) -> bool {
    let part = |part: &str| {
        part.trim().parse::<f64>().is_ok_and(|degrees| degrees.abs() <= 180.0)
            && part.contains('.')
            && part.rsplit('.').next().is_some_and(|digits| digits.len() >= 3)
    };
    text.split([',', ';', ' ']).filter(|part| !part.is_empty()).all(part)
}

fn all_digits(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn hex(text: &str) -> bool {
    text.len() >= 16
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic() || byte == b'0')
}

/// Categories of licences in Latin or Cyrillic letters: `B`, `B1, C`, `А,В`, `BE`.
fn licence_class(text: &str) -> bool {
    let one = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().is_some_and(|letter| "ABCDTАВСТMМ".contains(letter));
        let rest = letters.as_str();
        first && (rest.is_empty() || ["1", "E", "Е", "1E", "1Е", "M", "М"].contains(&rest))
    };
    let mut parts = text.split([',', ' ', ';', '/', '+']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| part.eq_ignore_ascii_case("категорія") || part == "КАТЕГОРІЯ" || one(part))
}

fn link(cell: &Prepared) -> bool {
    let text = cell.lower.as_str();
    cell.blanks == 0
        && !text.contains('@')
        && (text.contains("://")
            || text.starts_with("www.")
            || (text.contains('.') && text.contains('/') && cell.letters >= 5))
}

fn login(cell: &Prepared) -> bool {
    (3..=30).contains(&cell.chars)
        && cell.letters >= 1
        && cell.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn domain(cell: &Prepared, domains: &[&str]) -> bool {
    cell.lower.rsplit_once('@').is_some_and(|(_, domain)| domains.contains(&domain))
}

fn amount(text: &str) -> bool {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    all_digits(Some(whole)) && all_digits(Some(part)) && whole.len() <= 9 && part.len() <= 4
}

/// Words of letters, hyphens and apostrophes; `None` where there is anything else.
fn words(cell: &Prepared) -> Option<usize> {
    let right = |character: char| character.is_alphabetic() || " -'’ʼ`.".contains(character);
    (cell.letters >= 2 && cell.text.chars().all(right)).then_some(cell.blanks + 1)
}

fn capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

fn patronymic(lower: &str) -> bool {
    let ends = ["ович", "евич", "івна", "ївна", "овна", "евна", "йович", "ївич", "ична", "ич"];
    !lower.contains(' ') && ends.iter().any(|end| lower.ends_with(end))
        || lower.ends_with("уулу")
        || lower.ends_with("кызы")
}

fn place(cell: &Prepared) -> bool {
    let prefix = ["м.", "г.", "с.", "смт", "місто", "город"].iter().any(|start| cell.lower.starts_with(start));
    (2..=60).contains(&cell.chars)
        && cell.letters >= 2
        && cell.digits == 0
        && cell.blanks <= 5
        && (capital(cell.text) || prefix)
        && !cell.text.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_know_their_own_and_not_their_neighbours() {
        for (look, right, wrong) in [
            (Address, "м. Київ, вул. Тестова, 1, кв. 2", "Київ"),
            (Branch, "Відділення №12: вул. Тестова, 3", "Київ"),
            (Office, "(6303) ВРЕР ДАІ №3", "Тестенко"),
            (LicenceClass, "B, C1", "Black"),
            (Sex, "F ЖІНОЧА", "Female lead"),
            (Moment, "2020-03-15 12:30:00", "2020-03-15"),
            (ZeroedHash, "000001e4c9b93f3f0682250b6cf8331b7ee68fd8", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"),
            (Cipher, "EQ7fIpT7i/Q=", "password1234"),
            (MailRu, "test@mail.ru", "test@example.com"),
            (FromId, "user123456", "123456"),
            (LoginCode, "Telegram code 12345", "hello there"),
            (Speed, "84", "8400"),
            (Image, "ВХХ000000.jpg", "ВХХ000000"),
            (Series, "ВХХ", "Вхх1"),
            (Coordinate, "42.8746, 74.5698", "2020"),
            (Patronymic, "Тестович", "Тестенко"),
            (Vehicle, "SKODA OCTAVIA", "OSCAR"),
        ] {
            assert!(look.fits(&Prepared::of(right)), "{look:?}: {right}");
            assert!(!look.fits(&Prepared::of(wrong)), "{look:?}: {wrong}");
        }
    }

    #[test]
    fn every_look_is_listed_once_and_worth_less_than_proof() {
        let mut all = Look::ALL.to_vec();
        all.sort_by_key(|look| format!("{look:?}"));
        all.dedup();
        assert_eq!(all.len(), Look::ALL.len());
        assert!(Look::ALL.iter().all(|look| (0.3..1.0).contains(&look.worth())));
        assert!(ONE_OF.iter().chain(HOLDS).all(|(_, words)| words.chars().all(|letter| !letter.is_uppercase())));
    }
}
