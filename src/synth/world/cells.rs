//! A record's cells as text, and the keys that they are.

use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::super::names::Letters;
use super::super::person::{LOOK_ALIKES, Licence, number};
use super::super::random::{Bits, draw, mix};
use super::super::spelling;
use super::folk::{Folk, Person};
use super::gather::Record;
use super::plan::{Field, Form, Header, Misspelling};

/// Kinds of keys, as reports name them.
pub(super) const KINDS: [&str; 8] =
    ["ua.driver_licence", "ua.rntrc", "phone", "email", "password", "hash.sha1", "hash.sha256", "hash.md5"];

/// A key: its kind's place in [`KINDS`] and what stands for its canonical spelling.
pub(super) type Key = (u8, u64);

/// How one file is spelled.
pub(super) struct Hand<'a> {
    pub(super) folk: &'a Folk,
    pub(super) form: &'a Form,
    pub(super) fields: &'a [Field],
    pub(super) main: Field,
    pub(super) seed: u64,
    /// Places of the source's columns of a record (for mistakes made there).
    pub(super) sources: &'a dyn Fn(u16) -> &'a [Field],
    pub(super) fault: Option<Misspelling>,
}

impl Hand<'_> {
    /// Appends the header line.
    pub(super) fn header(&self, out: &mut Vec<u8>) {
        let language = match self.form.header {
            Header::None => return,
            Header::Ukrainian => 0,
            Header::Russian => 1,
            Header::English => 2,
            Header::Own(line) => {
                out.extend_from_slice(line.as_bytes());
                out.push(b'\n');
                return;
            }
        };
        for (place, field) in self.fields.iter().enumerate() {
            if place > 0 {
                out.push(self.form.delimiter);
            }
            out.extend_from_slice(heads(*field)[language].as_bytes());
        }
        out.push(b'\n');
    }

    /// Appends a row; gives its keys. The same record is the same row.
    pub(super) fn row(&self, record: &Record, out: &mut Vec<u8>, keys: &mut Vec<Key>) {
        let person = self.folk.person(record.person);
        let mut bits = Bits::new(draw(self.seed, u64::from(record.person), u64::from(record.slips[1])));
        for (place, field) in self.fields.iter().enumerate() {
            if place > 0 {
                out.push(self.form.delimiter);
            }
            let slips = self.slips(record, place, *field);
            if let Some(key) = self.cell(*field, record, &person, slips, &mut bits, out) {
                keys.push(key);
            }
        }
        out.push(b'\n');
    }

    /// Noise for the mistakes in this cell: the source's and the copier's.
    fn slips(&self, record: &Record, place: usize, field: Field) -> [u32; 2] {
        let of = |slip: u32| (slip & 0xff_ffff) | 1 << 24;
        let column = |slip: u32| (slip >> 24) as usize;
        let [first, second] = record.slips;
        let there = column(first).checked_sub(1).and_then(|at| (self.sources)(record.source).get(at));
        [if there == Some(&field) { of(first) } else { 0 }, if column(second) == place + 1 { of(second) } else { 0 }]
    }

    fn cell(
        &self,
        field: Field,
        record: &Record,
        person: &Person,
        slips: [u32; 2],
        bits: &mut Bits,
        out: &mut Vec<u8>,
    ) -> Option<Key> {
        let folk = self.folk;
        match field {
            Field::Licence => self.licence(folk.licence(person, record.at), record.careless, slips, bits, out),
            Field::Tax => self.tax(person, record.careless, slips, out),
            Field::Phone => self.phone(folk.phone(person, record.at), slips, bits, out),
            Field::SomeMail if draw(0x9e, 0, u64::from(person.index)) % 1000 < 332 => None,
            Field::Email | Field::SomeMail => {
                let from = out.len();
                folk.email(person, record.at, out);
                slips.into_iter().filter(|slip| *slip != 0).for_each(|slip| mistype_letter(&mut out[from..], slip));
                Some((3, text_key(&out[from..])))
            }
            Field::Password => {
                let from = out.len();
                folk.password(person, record.at, out);
                Some((4, text_key(&out[from..])))
            }
            Field::Sha1 => {
                let mut password = Vec::new();
                folk.password(person, record.at, &mut password);
                hex(&Sha1::digest(&password), out);
                Some((5, text_key(&password)))
            }
            Field::Digest => {
                let text = self.canonical(person, record.at);
                hex(&Sha256::digest(&text), out);
                Some((6, text_key(&text)))
            }
            Field::Guess | Field::Worn => {
                let from = out.len();
                match field {
                    Field::Worn => folk.worn_password(person, u64::from(record.source), out),
                    _ => folk.guess(person, self.seed, out),
                }
                Some((4, text_key(&out[from..])))
            }
            Field::Md5Mail => {
                let mut address = Vec::new();
                folk.email(person, record.at, &mut address);
                hex(&Md5::digest(&address), out);
                Some((7, text_key(&address)))
            }
            _ => {
                self.words(field, record, person, slips, out);
                None
            }
        }
    }

    /// The main key as those spell it who hash it; a faulty list has another spelling.
    fn canonical(&self, person: &Person, at: u32) -> Vec<u8> {
        let mut text = Vec::new();
        match self.main {
            Field::Licence => {
                let licence = self.folk.licence(person, at);
                for letter in self.folk.people.series(licence) {
                    let (cyrillic, latin) = LOOK_ALIKES[letter];
                    match self.fault {
                        Some(_) => text.push(latin),
                        None => text.extend_from_slice(cyrillic.as_bytes()),
                    }
                }
                number(licence.number, 6, &mut text);
            }
            Field::Tax => text.extend_from_slice(&self.folk.people.rntrc(person.birth)),
            _ => number(self.folk.phone(person, at), 9, &mut text),
        }
        if self.fault.is_some() {
            text.push(b' ');
        }
        text
    }

    fn licence(
        &self,
        mut licence: Licence,
        careless: bool,
        slips: [u32; 2],
        bits: &mut Bits,
        out: &mut Vec<u8>,
    ) -> Option<Key> {
        for slip in slips.into_iter().filter(|slip| *slip != 0) {
            licence.number = mistyped(licence.number, 6, slip);
        }
        if careless {
            licence.series = licence.series.min(39);
        }
        let people = &self.folk.people;
        let letters = people.series(licence);
        let series = letters.into_iter().fold(0, |sum, letter| sum * 16 + letter as u64);
        let key = (0, series << 32 | licence.number);
        match self.fault {
            Some(Misspelling::Cut) => {
                number(licence.number, 6, out);
                return None;
            }
            Some(Misspelling::Misread) => {
                spelling::misread_licence(people, licence, out);
                return Some((0, (series | 0xf) << 32 | licence.number));
            }
            _ => {}
        }
        if bits.thousandths(u64::from(self.form.latin)) {
            let whole = bits.thousandths(500);
            for (place, letter) in letters.into_iter().enumerate() {
                let (cyrillic, latin) = LOOK_ALIKES[letter];
                if whole || place == 1 { out.push(latin) } else { out.extend_from_slice(cyrillic.as_bytes()) }
            }
            number(licence.number, 6, out);
        } else if bits.thousandths(u64::from(self.form.messy)) {
            spelling::messy_licence(people, licence, bits, out);
        } else {
            spelling::licence(people, licence, out);
        }
        Some(key)
    }

    fn tax(&self, person: &Person, careless: bool, slips: [u32; 2], out: &mut Vec<u8>) -> Option<Key> {
        let mut digits = self.folk.people.rntrc(person.birth);
        if careless {
            digits[9] = b'0' + (mix(u64::from(person.index)) % 10) as u8;
        }
        let mut value = digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        for slip in slips.into_iter().filter(|slip| *slip != 0) {
            value = mistyped(value, 10, slip);
        }
        match self.fault {
            Some(Misspelling::Cut) => {
                number(value / 10, 9, out);
                return None;
            }
            // The serial's digits in another order, sealed anew: well formed, and somebody else's.
            Some(Misspelling::Misread) => {
                let body = value / 10;
                let (day, serial) = (body / 10_000, body % 10_000);
                value = sealed(day * 10_000 + (serial * 7 + 5_003) % 10_000);
            }
            _ => {}
        }
        number(value, 10, out);
        (sealed(value / 10) == value && value >= 100_000).then_some((1, value))
    }

    fn phone(&self, mut national: u64, slips: [u32; 2], bits: &mut Bits, out: &mut Vec<u8>) -> Option<Key> {
        for slip in slips.into_iter().filter(|slip| *slip != 0) {
            national = national / 10_000_000 * 10_000_000 + mistyped(national % 10_000_000, 7, slip);
        }
        if let Some(fault) = self.fault {
            let rest = (national % 10_000_000 * 3 + 1) % 10_000_000;
            match fault {
                Misspelling::Cut => {
                    number(national % 10_000_000, 7, out);
                    return None;
                }
                _ => national = national / 10_000_000 * 10_000_000 + rest,
            }
        }
        if bits.thousandths(u64::from(self.form.messy)) {
            spelling::messy_phone(national, bits, out);
        } else {
            spelling::phone(national, out);
        }
        Some((2, national))
    }

    /// Cells that are no keys.
    fn words(&self, field: Field, record: &Record, person: &Person, slips: [u32; 2], out: &mut Vec<u8>) {
        let letters = if self.form.capitals { Letters::Upper } else { Letters::Title };
        let names = &self.folk.people.names;
        let from = out.len();
        match field {
            Field::Surname => out.extend_from_slice(names.surname(person.name, letters)),
            Field::Given => out.extend_from_slice(names.given(person.name, letters)),
            Field::Father => out.extend_from_slice(names.patronymic(person.name, letters)),
            Field::FullName => {
                out.extend_from_slice(names.surname(person.name, letters));
                out.push(b' ');
                out.extend_from_slice(names.given(person.name, letters));
            }
            Field::Birth => self.date(person.birth.day, out),
            Field::Issued => self.date(self.folk.issued(person, record.at), out),
            Field::Created => self.date(record.created, out),
            Field::Site => {
                let place = draw(self.seed, 0x9c, u64::from(person.index)) % 40;
                out.extend_from_slice(b"https://site");
                number(place, 2, out);
                out.extend_from_slice(b".example.org/login");
            }
            Field::Street => {
                let mut bits = Bits::new(draw(self.seed, 0x9d, u64::from(person.index)));
                out.extend_from_slice(STREETS[bits.below(STREETS.len() as u64) as usize].as_bytes());
                out.extend_from_slice(b" street ");
                number(bits.below(400) + 1, 1, out);
            }
            Field::Segment => {
                let place = draw(self.folk.people.draw(u64::from(person.index), 60), 0, 0) % SEGMENTS.len() as u64;
                out.extend_from_slice(SEGMENTS[place as usize].as_bytes());
            }
            Field::Code => {
                let mut bits = Bits::new(self.folk.people.draw(u64::from(person.index), 61));
                out.extend((0..7).map(|turn| match turn % 3 {
                    0 => b'0' + bits.below(10) as u8,
                    _ => b'G' + bits.below(18) as u8,
                }));
            }
            _ => spelling::town(&mut Bits::new(u64::from(person.region)), self.form.capitals, out),
        }
        let is_name = matches!(field, Field::Surname | Field::Given | Field::Father | Field::FullName);
        if is_name && slips != [0, 0] && out.len() >= from + 6 {
            // Two letters in the wrong order (every letter of a name has two bytes).
            let place = from + 2 * (slips[0].max(slips[1]) as usize % ((out.len() - from) / 2 - 1));
            if out[place] >= 0xd0 && out[place + 2] >= 0xd0 {
                out.swap(place, place + 2);
                out.swap(place + 1, place + 3);
            }
        }
    }

    fn date(&self, day: u32, out: &mut Vec<u8>) {
        let calendar = &self.folk.people.calendar;
        out.extend_from_slice(if self.form.iso { calendar.iso(day) } else { calendar.dotted(day) });
    }
}

/// A tax number from its first nine digits.
///
/// # Source
/// python-stdnum `ua.rntrc`, as in [`super::super::person::People::rntrc`].
fn sealed(body: u64) -> u64 {
    let weights = [-1i64, 5, 7, 9, 4, 6, 10, 5, 7];
    let digit = |place: u32| (body / 10u64.pow(8 - place) % 10) as i64;
    let sum: i64 = (0..9).zip(weights).map(|(place, weight)| weight * digit(place)).sum();
    body * 10 + (sum.rem_euclid(11) % 10) as u64
}

/// The number with one digit hit beside its key, on the upper row or on the block.
fn mistyped(value: u64, digits: u32, slip: u32) -> u64 {
    const NEAR: [&[u8]; 10] = [
        &[9, 1],
        &[2, 4],
        &[1, 3, 5],
        &[2, 4, 6],
        &[3, 5, 7],
        &[4, 6, 8],
        &[5, 7, 9],
        &[6, 8, 4],
        &[7, 9, 5],
        &[8, 0, 6],
    ];
    let unit = 10u64.pow(slip % digits);
    let digit = value / unit % 10;
    let near = NEAR[digit as usize];
    let hit = u64::from(near[(slip >> 8) as usize % near.len()]);
    let changed = value - digit * unit + hit * unit;
    if changed == 0 { value } else { changed }
}

/// One letter of the part before `@` hit beside its key.
fn mistype_letter(text: &mut [u8], slip: u32) {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let end = text.iter().position(|byte| *byte == b'@').unwrap_or(0);
    let letters: Vec<usize> = (0..end).filter(|place| text[*place].is_ascii_lowercase()).collect();
    if letters.is_empty() {
        return;
    }
    let place = letters[slip as usize % letters.len()];
    for row in ROWS {
        if let Some(at) = row.iter().position(|key| *key == text[place]) {
            text[place] = row[if at + 1 < row.len() { at + 1 } else { at - 1 }];
            return;
        }
    }
}

fn hex(digest: &[u8], out: &mut Vec<u8>) {
    for byte in digest {
        out.extend([byte >> 4, byte & 15].map(|half| b"0123456789abcdef"[half as usize]));
    }
}

/// 64 bits for a text.
pub(super) fn text_key(text: &[u8]) -> u64 {
    let mut sum = text.len() as u64;
    for piece in text.chunks(8) {
        let mut word = [0; 8];
        word[..piece.len()].copy_from_slice(piece);
        sum = mix(sum ^ u64::from_le_bytes(word));
    }
    sum
}

/// Invented words: streets, and groups of customers.
const STREETS: [&str; 8] = ["Alder", "Brook", "Cedar", "Dale", "Elm", "Fen", "Grove", "Hollow"];
const SEGMENTS: [&str; 9] = ["A01", "A02", "B03", "B04", "C05", "D06", "E07", "F08", "K11"];

/// Header words: Ukrainian, Russian, English.
fn heads(field: Field) -> [&'static str; 3] {
    match field {
        Field::Licence => ["Посвідчення водія", "Водительское удостоверение", "driver_licence"],
        Field::Tax => ["РНОКПП", "ИНН", "tax_id"],
        Field::Phone => ["Телефон", "ТЕЛЕФОН", "phone"],
        Field::Email | Field::SomeMail => ["Електронна пошта", "Электронная почта", "email"],
        Field::Password => ["Пароль", "Пароль", "password"],
        Field::Sha1 => ["sha1", "sha1", "sha1"],
        Field::Digest => ["sha256", "sha256", "sha256"],
        Field::Surname => ["Прізвище", "Фамилия", "last_name"],
        Field::Given => ["Ім'я", "Имя", "first_name"],
        Field::Father => ["По батькові", "Отчество", "patronymic"],
        Field::FullName => ["ПІБ", "ФИО", "full_name"],
        Field::Birth => ["Дата народження", "Дата рождения", "birth_date"],
        Field::Issued => ["Дата видачі", "Дата выдачи", "issue_date"],
        Field::Created => ["Дата реєстрації", "Дата регистрации", "registration_date"],
        Field::Town => ["Місто", "Город", "city"],
        Field::Md5Mail => ["md5", "md5", "md5"],
        Field::Guess | Field::Worn => ["Пароль", "Пароль", "password"],
        Field::Site => ["Сайт", "Сайт", "url"],
        Field::Street => ["Адреса", "Адрес", "address"],
        Field::Segment => ["Група", "Группа", "segment"],
        Field::Code => ["Код клієнта", "Код клиента", "customer_code"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_stay_beside_the_key() {
        assert_eq!(sealed(175_901_377), 1_759_013_776);
        for slip in 0..5_000 {
            let wrong = mistyped(123_456, 6, slip);
            assert!(wrong < 1_000_000 && wrong > 0);
            let mut mail = *b"petro1@example.com";
            mistype_letter(&mut mail, slip);
            assert_eq!(mail.iter().zip(b"petro1@example.com").filter(|(new, old)| new != old).count(), 1);
        }
    }
}
