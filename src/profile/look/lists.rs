//! Looks of closed lists of words: sex, colours, makes of cars, words that addresses and offices begin with.

use std::sync::LazyLock;

use super::Look::{self, *};
use super::Prepared;

/// Words, in lower case, of which a cell must be one, by look.
pub(super) const ONE_OF: &[(Look, &str)] = &[
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
pub(super) const HOLDS: &[(Look, &str)] = &[
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
           accountant officer student administrator adviser advisor architect broker buyer chemist clerk editor \
           executive geologist journalist lawyer lecturer librarian nurse operator pharmacist physicist planner \
           programmer psychologist recruiter researcher scientist solicitor surgeon surveyor technician therapist \
           trader менеджер інженер инженер директор вчитель учитель водій водитель бухгалтер \
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

fn listed(table: &'static [(Look, &'static str)], look: Look) -> impl Iterator<Item = &'static str> {
    table.iter().filter(move |(of, _)| *of == look).flat_map(|(_, words)| words.split_whitespace())
}

/// Whether the cell is one of the look's words, or made of them; of a few looks the first word suffices (`Windows 10`).
pub(super) fn one_of(look: Look, cell: &Prepared) -> bool {
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
pub(super) fn holds(look: Look, cell: &Prepared) -> bool {
    let begins = |word: &str, (known, letters): &(&str, usize)| match letters {
        // Short words begin too many others.
        0..=3 => word.trim_end_matches('.') == known.trim_end_matches('.'),
        _ => word.starts_with(known),
    };
    let mut lists = BEGINNINGS.iter().filter(|(of, _)| *of == look);
    lists.any(|(_, list)| cell.words.iter().any(|word| list.iter().any(|known| begins(word, known))))
}
