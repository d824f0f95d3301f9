//! Words that head columns, in Ukrainian, Russian and English.
//!
//! **Comes in:** a column's name as it stands in a file. **Goes out:** whether it is a known word, so that it may be
//! shown.
//!
//! **Never happens here:** no name that is not on a list passes; a name in a file may be a person's datum.
//!
//! **To add one:** as the word of a field ([`field`]) where it has a meaning, else in `GENERAL`, normalised (lower case; blanks, `_`, `-`, `.` and apostrophes removed), in
//! order of its bytes.

use super::field;
use crate::kind::{KINDS, Kind, Piece, Rank};

/// General words for columns, normalised, sorted. Words for one kind alone stand with the kind as well.
static GENERAL: &str = "\
    account accountid accountname accountnumber active addr address age amount apartment balance birth birthdate \
    birthday branch brand building car card cardnumber carnumber categories category cell cellphone city cleartext \
    client clientid clientname code comment comments company contact contacts cost count country created createdat \
    createddate currency customer customerid date dateofbirth dateofissue datetime day department desc description \
    digest displayname district dl dob doc docnumber doctype document documentnumber documenttype domain driver \
    driverlicence driverlicense driverslicence driverslicense drivinglicence drivinglicense email emailaddress \
    employer enabled expirationdate expires expiry expirydate familyname fax file first firstname flag flat \
    frequency fullname gender givenname group guid handle hash hashpassword host house iban id idx index inn ip \
    ipaddress issued issuedate issuedby job key kind lang language last lastip lastlogin lastname lastvisit lat \
    latitude level licence licencenumber license licensenumber link lng location login lon longitude mail \
    mailaddress make md5 message middlename mobile mobilephone model modified month msisdn name nick nickname no \
    note notes nr nthash ntlm num number oblast occupation office organisation organization owner pass passhash \
    passport passportnumber passportseries passwd password passwordhash passwort patronymic person phone phonenumber \
    place plain plaintext plate platenumber port position postalcode postcode price profession pwd qty quantity rank \
    recipient recordid regdate region registered registrationdate role rowid salary salt score screenname sender \
    serial serialnumber series sex sha1 sha256 site skype snils source ssn state status street subject sum surname \
    tag tags taxid taxnumber tel telegram telephone text time timestamp tin title total town type uid updated \
    updatedat url user useragent userid username userpassword uuid validfrom validto value vehicle viber village vin \
    website whatsapp year zip zipcode абонент авто автомобиль автомобіль адрес адреса адресапроживання \
    адресареєстрації адресдоставки адреспроживания адресрегистрации баланс буд будинок вага валюта вартість вес вид \
    видано владелец власник водитель водительскоеудостоверение водій водійськепосвідчення возраст впу время ву \
    вулиця выдан відділ відділення відправник вік год город госномер гражданин громадянин група группа дата \
    датавидано датавидачі датавыдачи датанар датанародження датаобновления датаоновлення датарегистрации \
    датареєстрації датарождения датасоздания датастворення действителендо день деньрождения держномер джерело \
    документ должность дом дійснадо дійснийдо електроннаадреса електроннапошта емайл емейл ид идентификатор \
    идентификационныйкод идентификационныйномер имейл имя имяотчество инд индекс источник карта картка категории \
    категория категорія категорії кв квартира кемвыдан кимвидано клиент ключ клієнт код количество коментар \
    комментарий компания компанія контакт контакти контактнийтелефон контактныйтелефон контакты користувач країна \
    кількість лицо логин логін майл марка мейл местожительства местопроживания месторабаоты местоработы месяц моб \
    мобильный мобильныйтелефон мобільний мобільнийтелефон модель місто місцепроживання місцереєстрації місцероботи \
    місяць назва название наименование найменування накладна накладная налоговыйномер народився населенийпункт \
    населенныйпункт ник никнейм номер номердокумента номердокументу номеркартки номеркарты номернийзнак \
    номерпаспорта номерпосвідчення номертелефона номертелефону номерудостоверения область одержувач опис описание \
    организация організація особа отдел отделение отправитель отримувач отчество пароль пас паспорт пин побатькові \
    податковийномер пол получатель пользователь посада посвідчення посвідченняводія посвідченняномер поселок \
    посилання посилка посылка посёлок почта почтовыйиндекс пошта поштовийіндекс права предприятие примечание \
    примітка примітки профессия професія прізвище прізвищеімя прізвищеімяпобатькові піб підприємство піп работа \
    район рахунок регион регіон республика рнкпп рнокп рнокпп робота рождения роль рівень рік сайт селище село серия \
    серияиномер серияномер серияпаспорта серія серіядокумента серіяномер серіяпаспорта серіяіномер снилс состояние \
    сотовый срокдействия ссылка стан статус стать стоимость страна сума сумма счет счёт тел телефон телефони \
    телефоны термін терміндії тип ттн удостоверение улица унзр уровень файл фамилия фамилияимя фамилияимяотчество \
    фио хеш хешпароля хэш хэшпароля цена ціна час электроннаяпочта электронныйадрес єдрпоу ід ідентифікатор \
    ідентифікаційнийкод ідентифікаційнийномер імейл імя імяпобатькові індекс інн іпн";

/// General words for columns that hold people, normalised, sorted.
static PEOPLE: &str = "\
    client clientname contact customer displayname driver fullname name owner person recipient sender user username \
    абонент владелец власник водитель водій гражданин громадянин имя имяотчество клиент клієнт контакт користувач \
    лицо одержувач особа отправитель отримувач получатель пользователь прізвище прізвищеімя прізвищеімяпобатькові \
    піб піп фамилия фамилияимя фио імя імяпобатькові";

/// General words for columns that hold documents of any sort, normalised, sorted.
static DOCUMENTS: &str = "\
    code dl doc docnumber document documentnumber key licence licencenumber license licensenumber no num number \
    passport passportnumber serial serialnumber series впу ву документ код номер номердокумента номердокументу \
    номерпосвідчення номерудостоверения посвідчення посвідченняномер права серия серияиномер серияномер серія \
    серіяномер серіяіномер удостоверение";

/// General words for columns that hold passwords in any form, normalised, sorted.
static PASSWORDS: &str = "\
    digest hash hashpassword pass passhash passwd password passwordhash passwort pwd пароль хеш хешпароля хэш \
    хэшпароля";

/// Words for any column: they say nothing against any kind.
static NEUTRAL: &str = "\
    code data doc document field id idx key no nr num number text value данные дані документ значение значення ид \
    код номер поле текст ід";

/// Words for the day on which a record was made (issued, registered), normalised, sorted.
static CREATED: &str = "\
    created createdat createddate dateofissue issued issuedate regdate registered registrationdate validfrom \
    датавидано датавидачі датавыдачи датарегистрации датареєстрації датасоздания датастворення";

/// Whether a column's name says that it holds the day on which each record was made.
pub fn tells_creation(name: &str) -> bool {
    name.len() <= 128 && holds(CREATED, &normalise(name))
}

/// A header word in its compared form: lower case, without blanks, `_`, `-`, `.` and apostrophes.
pub fn normalise(name: &str) -> String {
    name.chars().filter(|character| !is_joint(*character)).flat_map(char::to_lowercase).collect()
}

/// Whether a column's name is a known word of any kind or of the general list.
pub fn is_known(name: &str) -> bool {
    // Longest known words have about 30 letters; anything much longer is no header word.
    if name.len() > 128 {
        return false;
    }
    let word = normalise(name);
    let of_kind =
        |kind: &Kind| lists(kind.headers, &word) || kind.pieces.iter().any(|piece| lists(piece.headers, &word));
    !word.is_empty() && (holds(GENERAL, &word) || field::knows(&word) || KINDS.iter().any(|kind| of_kind(kind)))
}

/// Whether a column's name is one of the header words of a piece of a value.
pub fn names(piece: &Piece, name: &str) -> bool {
    name.len() <= 128 && lists(piece.headers, &normalise(name))
}

/// Whether a column's name is a known word that speaks against the kind: a word of another kind, or a general word for
/// something that the kind's values are not (a city where people are looked for).
pub fn contradicts(kind: &Kind, name: &str) -> bool {
    let word = normalise(name);
    let general = match kind.rank {
        Rank::Attribute => PEOPLE,
        Rank::Document => DOCUMENTS,
        Rank::Hash => PASSWORDS,
        _ => "",
    };
    let meant = field::named(name).iter().any(|field| field.takes(kind.id));
    is_known(name) && !listed(kind, &word) && !holds(general, &word) && !holds(NEUTRAL, &word) && !meant
}

/// Whether a column's name is a header word of this kind and of no other kind of hashes: what says "hash" alone says not
/// which.
pub fn singles_out(kind: &Kind, name: &str) -> bool {
    let word = normalise(name);
    let others = || KINDS.iter().filter(|other| other.rank == Rank::Hash && other.id != kind.id);
    kind.rank != Rank::Hash || !others().any(|other| listed(other, &word))
}

/// Whether a column's name is one of the header words of a kind.
pub fn heads(kind: &Kind, name: &str) -> bool {
    name.len() <= 128 && listed(kind, &normalise(name))
}

/// Whether a word, normalised, is one of the header words of a kind. Kinds may write their words with an apostrophe.
fn listed(kind: &Kind, word: &str) -> bool {
    !word.is_empty()
        && kind.words().any(|header| header.chars().filter(|character| !is_joint(*character)).eq(word.chars()))
}

/// Whether a list of words divided by blanks holds the word.
fn holds(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

fn lists(headers: &[&str], word: &str) -> bool {
    // Kinds may write their words with an apostrophe.
    !word.is_empty()
        && headers.iter().any(|header| header.chars().filter(|character| !is_joint(*character)).eq(word.chars()))
}

fn is_joint(character: char) -> bool {
    character.is_whitespace() || matches!(character, '_' | '-' | '.' | '\'' | '’' | 'ʼ' | '`' | '‘' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_normalised() {
        for list in [NEUTRAL, GENERAL, PEOPLE, DOCUMENTS, PASSWORDS, CREATED] {
            let words: Vec<&str> = list.split(' ').collect();
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(words.iter().all(|word| normalise(word) == **word && (list == NEUTRAL || is_known(word))));
        }
    }

    #[test]
    fn spellings_of_a_word_are_one() {
        for name in ["E-mail", "Ім'я", "ІМʼЯ", "По батькові", "first_name", "Дата народження", " Тел. "]
        {
            assert!(is_known(name), "{name}");
        }
        for name in ["", "Петренко", "anna@example.com", "qwerty", "0671234567"] {
            assert!(!is_known(name), "{name}");
        }
    }
}
