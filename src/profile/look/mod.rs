//! How a cell looks where no kind tells what it is: words of small closed lists, shapes, lengths.
//!
//! **Comes in:** one cell. **Goes out:** whether it looks so. A look proves nothing alone: each has a worth below 1.
//!
//! **Never happens here:** no column is judged, no kind is known.
//!
//! **To add one:** a variant in `looks!`, its worth, and its test: words of a closed list stand in `lists`, a shape is an arm of
//! `Look::shaped` with its function in `shapes`.

mod lists;
mod shapes;

use lists::{holds, one_of};
use shapes::{
    address, all_digits, amount, capital, cipher, clock, coordinate, domain, hex, licence_class, link, login, page,
    patronymic, place, words,
};

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
    /// Page of a person in a network for careers: its host and path stand in `pages.txt`.
    CareerPage,
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
    /// Number of an account of Facebook as they were given from 2009 on: `1000` and eleven more digits.
    ///
    /// # Source
    /// Addresses of public pages (`profile.php?id=1000…`).
    FacebookId,
    /// Page of a person or group at facebook.com.
    FacebookPage,
    FromId,
    Fuel,
    Goods,
    Handle,
    Hex,
    Hint,
    Image,
    /// Page of a person at instagram.com.
    InstagramPage,
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
    /// Page of a person at ok.ru.
    OkPage,
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
    /// Page of a person or group at vk.com.
    VkPage,
    Word,
    /// Address at yandex.ru or ya.ru.
    Yandex,
    Year,
    YesNo,
    /// 40 hexadecimal digits of which the first five are zeros.
    ZeroedHash,
}

use Look::*;

impl Look {
    /// What the look is worth as a sign of a field, 0..=1: a closed list says much, "some number" little.
    ///
    /// # Source
    /// Chosen by hand; held by the golden matrix of schemas and by tables of unknown origin, which must not fit any.
    pub fn worth(self) -> f64 {
        match self {
            Address | Branch | Coordinate | Crypt | Email | FacebookPage | FromId | Image | InstagramPage | Ip
            | Json | LicenceClass | Link | CareerPage | MailRu | MessageKind | Moment | Nation | Office | OkPage
            | Patronymic | Rambler | Relation | Series | Sex | Uuid | Vehicle | VehicleKind | VkPage | Yandex
            | ZeroedHash | Fuel | Body | Colour | UnixTime | LoginCode | Violation => 0.9,
            Base64 | Cipher | Computer | Country | Device | Education | Goods | Hex | Job | Company | Platform
            | FacebookId | Purpose | Software | SourceLabel | Status | Year | Names | Handle => 0.75,
            Code | Digits | Letter | Money | Name | Place | Score | Sender | Sentence | Speed | YesNo => 0.55,
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
            CareerPage | FacebookPage | InstagramPage | OkPage | VkPage => page(self, cell),
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
            FacebookId => cell.chars == 15 && cell.digits == 15 && text.starts_with("1000"),
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
            Moment => cell.digits >= 8 && cell.letters <= 4 && clock(text),
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
            Score => {
                // Up to a hundred, with a sign that it is a share: any small number is one of anything.
                let bare = text.trim_end_matches(['%', ' ']);
                let whole = bare.split(['.', ',']).next().and_then(|whole| whole.parse::<u16>().ok());
                let share = bare.len() < text.len() || bare.contains(['.', ',']);
                share && amount(bare) && cell.digits <= 5 && whole.is_some_and(|whole| whole <= 100)
            }
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
            (VkPage, "vk.com/id1234567", "vk.com"),
            (VkPage, "https://m.vk.com/test_example", "https://vk.company/test"),
            (FacebookPage, "http://www.facebook.com/profile.php?id=100000", "facebook.com/"),
            (InstagramPage, "instagram.com/test.example", "instagram test"),
            (OkPage, "https://ok.ru/profile/123456", "https://book.ru/profile/123456"),
        ] {
            assert!(look.fits(&Prepared::of(right)), "{look:?}: {right}");
            assert!(!look.fits(&Prepared::of(wrong)), "{look:?}: {wrong}");
        }
    }

    /// The host and path of a page stand as data.
    #[test]
    fn a_page_is_told_by_its_host_and_path_with_or_without_a_scheme() {
        let place = shapes::pages().find(|(look, _)| *look == CareerPage).unwrap().1;
        let (host, path) = place.split_once('/').unwrap();
        let fits = |text: &str| CareerPage.fits(&Prepared::of(text));
        assert!(fits(&format!("{place}test-example-1a2b3c")) && fits(&format!("https://uk.{place}test-example/")));
        assert!(fits(&format!("WWW.{}/{path}test", host.to_uppercase())));
        for wrong in
            [format!("{host}/company/example"), format!("https://example.com/{place}test"), format!("not{place}test")]
        {
            assert!(!fits(&wrong), "{wrong}");
        }
    }

    #[test]
    fn every_look_is_listed_once_and_worth_less_than_proof() {
        let mut all = Look::ALL.to_vec();
        all.sort_by_key(|look| format!("{look:?}"));
        all.dedup();
        assert_eq!(all.len(), Look::ALL.len());
        assert!(Look::ALL.iter().all(|look| (0.3..1.0).contains(&look.worth())));
        assert!(
            lists::ONE_OF
                .iter()
                .chain(lists::HOLDS)
                .all(|(_, words)| words.chars().all(|letter| !letter.is_uppercase()))
        );
    }
}
