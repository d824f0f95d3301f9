//! The rows of the scenario `diia-2020`: what each base, the service and each part of the dump write about a person,
//! and what is thereby true.

use sha1::{Digest, Sha1};

use super::diia_2020::{
    EMAIL, EVER, EXISTING, LICENCE, Licences, PASSWORD, PHONE, REFERENCES, REPEATED, SERVICE, SHA1, TAX, licences,
    tally,
};
use super::ledger::{Holders, Tally};
use super::names::{Letters, Name};
use super::person::{Birth, COMMON_PASSWORDS, People};
use super::press::Batch;
use super::random::Bits;
use super::spelling;

/// Purposes of draws about a person, apart from those in `person`.
const BANK_PHONE: u64 = 60;
const ADDRESS: u64 = 61;
const SECOND_MAIL: u64 = 62;
const NO_MAIL: u64 = 63;
const SAME_PASSWORD: u64 = 64;
const SECOND_PHONE: u64 = 65;
const BRANCH: u64 = 66;
/// `COPY + part`: what happens to the row on its way into the dump.
const COPY: u64 = 70;

const CATEGORIES: [&[u8]; 4] = [b"B", b"BC", b"A B", b"BCE"];

/// The password that a person has at one of the two networks.
enum Password {
    Common(usize),
    Rare(u64),
}

/// Writes what a base holds about somebody.
type WriteBase<'a> = fn(&mut Page<'a>, &Somebody);
/// Writes a row of the dump; gives the references that hold its keys: certain ones, and by its password.
type WriteCopy<'a> = fn(&mut Page<'a>, &Somebody) -> (Holders, Holders);

/// One person while being written.
struct Somebody {
    /// Index in the population, and place in the chunk.
    person: u64,
    place: usize,
    role: u32,
    birth: Birth,
    name: Name,
    licences: Licences,
}

/// The text and the truth of one chunk.
pub(super) struct Page<'a> {
    people: &'a People,
    start: u64,
    texts: Vec<Vec<u8>>,
    tally: Tally,
    scratch: Vec<u8>,
}

impl<'a> Page<'a> {
    pub(super) fn new(people: &'a People, start: u64, persons: usize, sheets: usize) -> Self {
        Page { people, start, texts: vec![Vec::new(); sheets], tally: tally(persons), scratch: Vec::new() }
    }

    pub(super) fn close(self) -> Batch<Tally> {
        let rows = self.tally.rows[..self.texts.len()].iter().sum();
        Batch { texts: self.texts, rows, tally: self.tally }
    }

    /// Writes everything that anybody holds about one person: first the references, then the dump.
    pub(super) fn person(&mut self, place: usize, role: u32) {
        if role == 0 {
            return;
        }
        let person = self.start + place as u64;
        let birth = self.people.birth(person);
        let name = self.people.name(person, birth);
        let who = Somebody { person, place, role, birth, name, licences: licences(role) };
        self.register(&who);
        let bases: [WriteBase<'a>; 6] =
            [Self::bank, Self::vk, Self::linkedin, Self::parcels, Self::extract, Self::service];
        for (holder, write) in bases.into_iter().enumerate().filter(|(holder, _)| role >> holder & 1 == 1) {
            write(self, &who);
            self.tally.rows[holder] += 1;
        }
        let parts: [WriteCopy<'a>; 6] =
            [Self::bank_copy, Self::vk_copy, Self::linkedin_copy, Self::parcels_copy, Self::extract_copy, Self::fresh];
        for (part, write) in parts.into_iter().enumerate().filter(|(part, _)| role >> (6 + part) & 1 == 1) {
            self.copy(&who, part, write);
        }
    }

    fn copy(&mut self, who: &Somebody, part: usize, write: WriteCopy<'a>) {
        let sheet = 6 + part;
        let start = self.texts[sheet].len();
        let (certain, possible) = write(self, who);
        let repeated = who.role & (REPEATED << part) != 0;
        if repeated {
            self.texts[sheet].extend_from_within(start..);
            self.tally.repeats[sheet] += 1;
        }
        let rows = 1 + u64::from(repeated);
        self.tally.rows[sheet] += rows;
        *self.tally.certain.entry(certain).or_insert(0) += rows;
        *self.tally.possible.entry(possible | certain).or_insert(0) += rows;
    }

    /// Marks a key as held; gives the references that hold it.
    fn hold(&mut self, kind: usize, who: &Somebody, version: u64, holder: Holders) -> Holders {
        self.tally.marks[kind].add(who.place, version as usize, holder) & REFERENCES
    }

    fn register(&mut self, who: &Somebody) {
        if who.licences.old {
            self.hold(LICENCE, who, 0, EVER);
        }
        if who.licences.new {
            self.hold(LICENCE, who, 1, EVER);
        }
        if who.licences.current {
            self.hold(LICENCE, who, u64::from(who.licences.new), EXISTING);
        }
    }

    fn bits(&self, who: &Somebody, purpose: u64) -> Bits {
        Bits::new(self.people.draw(who.person, purpose))
    }

    fn yes(&self, who: &Somebody, purpose: u64, thousandths: u64) -> bool {
        self.bits(who, purpose).thousandths(thousandths)
    }

    fn put(&mut self, sheet: usize, pieces: &[&[u8]]) {
        for piece in pieces {
            self.texts[sheet].extend_from_slice(piece);
        }
    }

    /// Surname, given name, patronymic, `between` each.
    fn name(&mut self, sheet: usize, who: &Somebody, letters: Letters, between: &[u8]) {
        let names = &self.people.names;
        let (surname, given) = (names.surname(who.name, letters), names.given(who.name, letters));
        let patronymic = names.patronymic(who.name, letters);
        self.put(sheet, &[surname, between, given, between, patronymic]);
    }

    fn bank(&mut self, who: &Somebody) {
        self.hold(TAX, who, 0, 1);
        let people = self.people;
        self.put(0, &[&people.rntrc(who.birth), b";"]);
        self.name(0, who, Letters::Title, b";");
        self.put(0, &[b";", people.calendar.dotted(who.birth.day), b";"]);
        if !self.yes(who, BANK_PHONE, 60) {
            self.hold(PHONE, who, 0, 1);
            spelling::phone(people.phone(who.person, 0), &mut self.texts[0]);
        }
        self.put(0, &[b";"]);
        spelling::address(self.bits(who, ADDRESS), false, &mut self.texts[0]);
        self.put(0, &[b"\n"]);
    }

    fn bank_copy(&mut self, who: &Somebody) -> (Holders, Holders) {
        let (people, part) = (self.people, 1 << 6);
        let mut bits = self.bits(who, COPY);
        let damage = bits.below(1000);
        let letters = match bits.below(1000) {
            0..60 => Letters::Title,
            60..80 => Letters::Lower,
            _ => Letters::Upper,
        };
        self.name(6, who, letters, b";");
        let day = who.birth.day;
        let iso = bits.thousandths(30);
        let date = if iso { people.calendar.iso(day) } else { people.calendar.dotted(day) };
        self.put(6, &[b";", date, b";"]);
        let (mut tax, mut sources) = (people.rntrc(who.birth), 0);
        match damage {
            0..6 => {
                tax[9] = b'0' + (tax[9] - b'0' + 1 + bits.below(9) as u8) % 10;
                self.put(6, &[&tax]);
            }
            6..8 => self.put(6, &[&tax[..9]]),
            _ => {
                sources |= self.hold(TAX, who, 0, part);
                self.put(6, &[if bits.thousandths(20) { b" " } else { b"" }, &tax]);
            }
        }
        self.put(6, &[b";"]);
        if !self.yes(who, BANK_PHONE, 60) {
            sources |= self.phone_copy(6, who, 0, &mut bits, (8..12).contains(&damage), (12..14).contains(&damage));
        }
        self.put(6, &[b";"]);
        spelling::address(self.bits(who, ADDRESS), true, &mut self.texts[6]);
        self.put(6, &[b"\n"]);
        (sources, 0)
    }

    /// Appends a phone as it stands in the dump: one in four messy, some cut by a digit, some mistyped.
    fn phone_copy(
        &mut self,
        sheet: usize,
        who: &Somebody,
        version: u64,
        bits: &mut Bits,
        cut: bool,
        mistyped: bool,
    ) -> Holders {
        let phone = self.people.phone(who.person, version);
        if cut {
            spelling::phone(phone, &mut self.texts[sheet]);
            self.texts[sheet].pop();
            return 0;
        }
        if mistyped {
            let phone = People::mistyped_phone(phone);
            spelling::phone(phone, &mut self.texts[sheet]);
            self.tally.share(PHONE, phone, 1 << sheet);
            return 0;
        }
        if bits.thousandths(250) {
            spelling::messy_phone(phone, bits, &mut self.texts[sheet]);
        } else {
            spelling::phone(phone, &mut self.texts[sheet]);
        }
        self.hold(PHONE, who, version, 1 << sheet)
    }

    /// The password at network 0 or 1: two in five use the first one's at the second.
    fn password(&self, who: &Somebody, network: u64, rare_only: bool) -> Password {
        let same = network == 1 && !rare_only && self.yes(who, SAME_PASSWORD, 400);
        let version = if same { 0 } else { network };
        match self.people.common_password(who.person, version) {
            Some(common) if !rare_only => Password::Common(common),
            _ => Password::Rare(version),
        }
    }

    /// Spells a password into the scratch buffer and marks it as held; gives the references that hold it.
    ///
    /// A common password counts as held by `likely`: whether a small base has it is settled only when everybody is
    /// written.
    fn secret(&mut self, who: &Somebody, secret: &Password, kind: usize, holder: Holders, likely: Holders) -> Holders {
        self.spell(who, secret);
        match *secret {
            Password::Common(common) => {
                self.tally.share(kind, common as u64, holder);
                likely
            }
            Password::Rare(version) => self.hold(kind, who, version, holder),
        }
    }

    fn vk(&mut self, who: &Somebody) {
        self.hold(EMAIL, who, 0, 1 << 1);
        let secret = self.password(who, 0, false);
        self.secret(who, &secret, PASSWORD, 1 << 1, 0);
        self.people.email(who.person, 0, who.name, false, &mut self.texts[1]);
        self.texts[1].push(b':');
        self.texts[1].extend_from_slice(&self.scratch);
        self.texts[1].push(b'\n');
    }

    fn vk_copy(&mut self, who: &Somebody) -> (Holders, Holders) {
        let mut bits = self.bits(who, COPY + 1);
        let damage = bits.below(1000);
        let certain = self.email_copy(7, who, 0, &mut bits, damage < 4, (4..12).contains(&damage));
        let secret = self.password(who, 0, false);
        let possible = self.secret(who, &secret, PASSWORD, 1 << 7, 1 << 1);
        self.texts[7].push(b':');
        self.texts[7].extend_from_slice(&self.scratch);
        self.texts[7].push(b'\n');
        (certain, possible)
    }

    /// Appends an e-mail address as it stands in the dump: one in five messy, some without their sign, some with a
    /// doubled letter.
    fn email_copy(
        &mut self,
        sheet: usize,
        who: &Somebody,
        version: u64,
        bits: &mut Bits,
        broken: bool,
        stutter: bool,
    ) -> Holders {
        let text = &mut self.texts[sheet];
        let start = text.len();
        self.people.email(who.person, version, who.name, stutter, text);
        match bits.below(1000) {
            0..80 => text[start..].make_ascii_uppercase(),
            80..160 => text[start].make_ascii_uppercase(),
            160..200 => text.push(b' '),
            _ => {}
        }
        if broken {
            if let Some(at) = text[start..].iter().position(|byte| *byte == b'@') {
                text.remove(start + at);
            }
            return 0;
        }
        if stutter {
            self.tally.share(EMAIL, who.person << 2 | version, 1 << sheet);
            return 0;
        }
        self.hold(EMAIL, who, version, 1 << sheet)
    }

    /// Which address a person gave to the second network, if it is known: more than half the one of the first.
    fn second_email(&self, who: &Somebody) -> Option<u64> {
        (!self.yes(who, NO_MAIL, 100)).then(|| u64::from(self.yes(who, SECOND_MAIL, 450)))
    }

    fn linkedin(&mut self, who: &Somebody) {
        let email = self.second_email(who);
        match email {
            Some(version) => {
                self.hold(EMAIL, who, version, 1 << 2);
                self.people.email(who.person, version, who.name, false, &mut self.texts[2]);
            }
            None => self.texts[2].extend_from_slice(b"null"),
        }
        // A row without an address has a password of its own, so that no two rows are alike by chance.
        let secret = self.password(who, 1, email.is_none());
        self.secret(who, &secret, SHA1, 1 << 2, 0);
        let hash = sha1_hex(&self.scratch);
        self.put(2, &[b":", &hash, b"\n"]);
    }

    fn linkedin_copy(&mut self, who: &Somebody) -> (Holders, Holders) {
        let mut bits = self.bits(who, COPY + 2);
        let damage = bits.below(1000);
        let (email, mut certain) = (self.second_email(who), 0);
        if let Some(version) = email {
            certain = self.email_copy(8, who, version, &mut bits, false, (3..11).contains(&damage));
        }
        let secret = self.password(who, 1, email.is_none());
        let cut = usize::from(damage < 3);
        let possible =
            if cut == 0 { self.secret(who, &secret, SHA1, 1 << 8, 1 << 2) } else { self.spell(who, &secret) };
        let mut hash = sha1_hex(&self.scratch);
        if bits.thousandths(150) {
            hash.make_ascii_uppercase();
        }
        self.put(8, &[b",", &hash[cut..], b"\n"]);
        (certain, possible)
    }

    /// Spells a password into the scratch buffer; no reference holds what becomes of it.
    fn spell(&mut self, who: &Somebody, secret: &Password) -> Holders {
        self.scratch.clear();
        match *secret {
            Password::Common(common) => self.scratch.extend_from_slice(COMMON_PASSWORDS[common].as_bytes()),
            Password::Rare(version) => self.people.rare_password(who.person, version, &mut self.scratch),
        }
        0
    }

    /// Which number a person gave to the parcel company: three in five the one that the bank has.
    fn parcel_phone(&self, who: &Somebody) -> u64 {
        u64::from(self.yes(who, SECOND_PHONE, 400))
    }

    fn parcels(&mut self, who: &Somebody) {
        let version = self.parcel_phone(who);
        self.hold(PHONE, who, version, 1 << 3);
        spelling::phone(self.people.phone(who.person, version), &mut self.texts[3]);
        self.texts[3].push(b';');
        self.name(3, who, Letters::Title, b" ");
        self.texts[3].push(b';');
        self.branch(3, who, b";", "Відділення №");
    }

    fn parcels_copy(&mut self, who: &Somebody) -> (Holders, Holders) {
        let mut bits = self.bits(who, COPY + 3);
        let damage = bits.below(1000);
        let version = self.parcel_phone(who);
        let sources = self.phone_copy(9, who, version, &mut bits, damage < 6, (6..9).contains(&damage));
        self.texts[9].push(b'|');
        let letters = if bits.thousandths(100) { Letters::Lower } else { Letters::Title };
        self.name(9, who, letters, b" ");
        self.texts[9].push(b'|');
        self.branch(9, who, b"|", "№");
        (sources, 0)
    }

    fn branch(&mut self, sheet: usize, who: &Somebody, between: &[u8], words: &str) {
        let mut bits = self.bits(who, BRANCH);
        spelling::town(&mut bits, false, &mut self.texts[sheet]);
        self.put(sheet, &[between, words.as_bytes()]);
        super::person::number(bits.below(90) + 1, 1, &mut self.texts[sheet]);
        self.texts[sheet].push(b'\n');
    }

    fn extract(&mut self, who: &Somebody) {
        self.hold(LICENCE, who, 0, 1 << 4);
        let people = self.people;
        spelling::licence(people, people.old_licence(who.person), &mut self.texts[4]);
        self.put(4, &[b";", people.calendar.dotted(people.issued(who.person, who.birth, false)), b";"]);
        self.name(4, who, Letters::Title, b";");
        self.put(4, &[b";", people.calendar.dotted(who.birth.day), b"\n"]);
    }

    fn extract_copy(&mut self, who: &Somebody) -> (Holders, Holders) {
        let people = self.people;
        let mut bits = self.bits(who, COPY + 4);
        let damage = bits.below(1000);
        let licence = people.old_licence(who.person);
        let mut sources = 0;
        match damage {
            0..6 => {
                let wrong = spelling::misread_licence(people, licence, &mut self.texts[10]);
                self.tally.share(LICENCE, wrong, 1 << 10);
            }
            6..11 => {
                spelling::licence(people, licence, &mut self.texts[10]);
                self.texts[10].pop();
            }
            _ => {
                sources = self.hold(LICENCE, who, 0, 1 << 10);
                if bits.thousandths(300) {
                    spelling::messy_licence(people, licence, &mut bits, &mut self.texts[10]);
                } else {
                    spelling::licence(people, licence, &mut self.texts[10]);
                }
            }
        }
        self.texts[10].push(b'\t');
        self.name(10, who, if bits.thousandths(50) { Letters::Lower } else { Letters::Upper }, b"\t");
        let born: &[u8] =
            if (11..13).contains(&damage) { b"00.00.0000" } else { people.calendar.dotted(who.birth.day) };
        let issued = people.calendar.dotted(people.issued(who.person, who.birth, false));
        let category = CATEGORIES[(people.draw(who.person, BRANCH) % 4) as usize];
        self.put(10, &[b"\t", born, b"\t", issued, b"\t", category, b"\n"]);
        (sources, 0)
    }

    fn service(&mut self, who: &Somebody) {
        self.hold(LICENCE, who, u64::from(who.licences.new), SERVICE);
        service_row(self.people, who.person, who.licences, &mut self.texts[5]);
    }

    fn fresh(&mut self, who: &Somebody) -> (Holders, Holders) {
        let mut bits = self.bits(who, COPY + 5);
        self.email_copy(11, who, 2, &mut bits, false, false);
        self.texts[11].push(b',');
        self.phone_copy(11, who, 2, &mut bits, false, false);
        self.texts[11].push(b',');
        self.name(11, who, Letters::Title, b" ");
        self.texts[11].push(b'\n');
        (0, 0)
    }
}

/// Appends what the service shows about somebody who has a valid licence.
pub(super) fn service_row(people: &People, person: u64, licences: Licences, out: &mut Vec<u8>) {
    let birth = people.birth(person);
    let name = people.name(person, birth);
    let licence = if licences.new { people.new_licence(person) } else { people.old_licence(person) };
    spelling::licence(people, licence, out);
    let names = &people.names;
    let (surname, given) = (names.surname(name, Letters::Title), names.given(name, Letters::Title));
    let (patronymic, born) = (names.patronymic(name, Letters::Title), people.calendar.iso(birth.day));
    let issued = people.calendar.iso(people.issued(person, birth, licences.new));
    let category = CATEGORIES[(people.draw(person, BRANCH) % 4) as usize];
    let sex = if birth.male { "Ч" } else { "Ж" }.as_bytes();
    for piece in [surname, given, patronymic, born, issued, category, sex] {
        out.push(b';');
        out.extend_from_slice(piece);
    }
    out.push(b'\n');
}

fn sha1_hex(text: &[u8]) -> [u8; 40] {
    let digest = Sha1::digest(text);
    let mut hex = [0; 40];
    for (pair, byte) in hex.chunks_exact_mut(2).zip(digest) {
        pair[0] = b"0123456789abcdef"[usize::from(byte >> 4)];
        pair[1] = b"0123456789abcdef"[usize::from(byte & 15)];
    }
    hex
}
