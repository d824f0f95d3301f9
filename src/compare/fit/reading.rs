//! What one column of the dump may mean, and how like a schema's column it is.

use super::forms::Want;
use crate::imprint::plan::WITHOUT_SALT;
use crate::kind;
use crate::profile::classify::hashes::{self, HashShare};
use crate::profile::field::{self, Field, Variety};
use crate::profile::look::Look;
use crate::profile::{ColumnProfile, Decided, words};
use crate::reference::schema::{Column, Presence, Salts};

/// One column of the dump as it is compared.
pub struct Reading<'a> {
    /// The column.
    pub column: &'a ColumnProfile,
    /// Its known name, normalised; `None` where it has none.
    word: Option<String>,
    /// The divided value that it takes part in: the field of the whole, and which part it is.
    piece: Option<(&'static field::Whole, usize)>,
    /// The field that it most probably is.
    meaning: Option<&'static str>,
    /// Whether a name, a kind or a look that few columns have says so.
    sure: bool,
}

/// Parts of the similarity of two columns, each weighed as the method says.
///
/// # Source
/// The project's method, section 6.2: type, header, shapes, empty share, distinct share, lengths.
const WEIGHTS: [f64; 6] = [0.30, 0.20, 0.20, 0.10, 0.10, 0.10];
/// What a word is worth that heads such columns anywhere, beside the system's own name for it.
const WORD: f64 = 0.9;
/// Least worth of a look that contradicts a name.
const PLAIN_LEAST: f64 = 0.9;
/// Least share of cells with the look by which a field is seen: one in ten messages brings a code to sign in.
const SHOWN_LEAST: f64 = 0.1;
/// Least support by type or header for two columns to be alike at all, 0..=1: full cells of the right length are no sign.
const SUPPORT_LEAST: f64 = 0.3;
/// What is left of a likeness where the sign that tells the system is missing.
const UNTOLD: f64 = 0.3;
/// Cells below which the share of different ones says nothing.
const CELLS_LEAST: u64 = 30;
/// Share of different cells below which a column numbers nothing.
const NUMBERS_LEAST: f64 = 0.1;
/// Least score of what cells without a name mean for it to be told.
const SURE_LEAST: f64 = 0.75;
/// How surely cells that people may have chosen are passwords.
const CHOSEN: f64 = 0.5;
/// Digits from which on numbers of one length are codes.
const CODE_LEAST: u16 = 5;
/// What is left of a likeness where days without a time of the day stand under a field of moments.
const MOMENTLESS: f64 = 0.5;
/// Fields of which people take one word for another.
const NEAR: &[&str] = &["city", "location", "place"];
/// What is left of a likeness where the column does not number what its field numbers.
const UNNUMBERED: f64 = 0.3;
/// What is left of a likeness where the cells are hashes of other functions than the system's.
const OTHER_HASH: f64 = 0.2;
/// What is left of a likeness where hashes are said to be without salts and none is that of a common password; and the rows
/// from which on that is told.
const UNPROVED_HASH: f64 = 0.6;
const HASHES_LEAST: u64 = 150;
/// Characters of a password from which on all have as many where none was chosen by anybody.
const ONE_LENGTH_LEAST: u16 = 13;
/// Share of the hashes that are of a system's formats from which all are: the others are dirt.
const NEARLY_ALL: f64 = 0.95;
/// What is left of a likeness where the hashes bear a mark that the system's do not.
const OTHER_MARK: f64 = 0.6;

impl<'a> Reading<'a> {
    /// Reads a column.
    pub fn of(column: &'a ColumnProfile) -> Reading<'a> {
        Reading {
            column,
            word: column.name.as_deref().map(words::normalise),
            piece: piece(column),
            meaning: None,
            sure: false,
        }
    }

    /// Whether another column tells its value: it is the second or a later part of one.
    pub fn follows(&self) -> bool {
        self.piece.is_some_and(|(_, part)| part > 0)
    }

    /// The field that the column most probably is: by its name and cells; `None` where nothing tells. Only fields with a
    /// share of at least a half are told.
    pub fn field(&self) -> Option<&'static str> {
        self.meaning
    }

    /// The same, where more than a look that many columns have says so.
    pub fn sure_field(&self) -> Option<&'static str> {
        self.meaning.filter(|_| self.sure)
    }

    fn mean(&mut self) {
        let scored = field::FIELDS.iter().map(|field| {
            let header = if self.named(field) { 1.0 } else { 0.0 };
            let numbers = field.variety != Variety::Each || !self.repeats();
            let own = self.type_of(field, field.kinds, false) * if numbers { 1.0 } else { UNNUMBERED };
            // A name alone tells a field that no kind or look contradicts.
            let score = if header > 0.0 { 0.6 + 0.4 * own } else { own * 0.95 };
            (score, header > 0.0, field.id)
        });
        let best = scored.filter(|(score, ..)| *score > 0.5).max_by(|one, other| {
            // Of two fields alike that of the kind itself, else the first by id: a role beside it is only one of its uses.
            let plain = |id: &str| self.column.kind == Some(id);
            one.0.total_cmp(&other.0).then(plain(one.2).cmp(&plain(other.2))).then(other.2.cmp(one.2))
        });
        self.sure = best.is_none_or(|(score, named, _)| named || score >= SURE_LEAST);
        self.meaning = best.map(|(.., id)| id).or(self.column.kind);
    }

    /// Whether its name heads such columns.
    pub fn is_named(&self, field: &str) -> bool {
        field::find(field).is_some_and(|field| self.named(field))
    }

    /// Whether it has a name that the schema itself writes.
    pub fn is_called(&self, want: &Want) -> bool {
        self.word.as_deref().is_some_and(|word| want.names.iter().any(|name| name == word))
    }

    /// Whether more than a look says that it is this column: its own field, or a kind that the schema names.
    pub fn is_surely(&self, want: &Want) -> bool {
        let kind = self.column.kind.is_some_and(|kind| want.kinds.split_whitespace().any(|own| own == kind));
        kind || self.sure_field() == Some(want.column.field.as_str())
    }

    /// Whether the column shows the field: where its cells have a look of their own some of them have it, else its name or
    /// kind says so.
    pub fn shows(&self, want: &Want) -> bool {
        match want.field.and_then(|field| field.looks.first()) {
            Some(look) if look.worth() >= PLAIN_LEAST => self.column.texture.share(*look) >= SHOWN_LEAST,
            // Numbers of polling stations have six digits, those of blocks of houses one or two.
            _ => {
                let long = want.field.is_none_or(|field| inside(self.column.texture.length, field.length) >= 0.5);
                (self.is_surely(want) || self.is_named(&want.column.field)) && long
            }
        }
    }

    fn named(&self, field: &Field) -> bool {
        self.word.as_deref().is_some_and(|word| field.is_headed_by(word)) && !self.is_refuted(field)
    }

    /// Whether the cells are no passwords in plain text, whatever the column's name says.
    fn is_refuted(&self, field: &Field) -> bool {
        field.id == "password_plain" && (self.is_hashed() || self.column.texture.share(Look::Handle) >= 0.8)
    }

    /// How alike the column and a schema's column are, 0..=1, and whether a tell of the schema was seen.
    pub fn likeness(&self, want: &Want) -> (f64, bool) {
        let column = &want.column;
        let Some(field) = want.field else { return self.bare_likeness(want) };
        let shows = |tell: crate::reference::schema::Tell| self.column.texture.share(tell.look) >= tell.share;
        let told = column.tell.map(|tell| (shows(tell), tell.sometimes));
        let type_ = self.type_of(field, if want.kinds.is_empty() { field.kinds } else { &want.kinds }, true);
        let mut header = if self.is_refuted(field) { Some(0.0) } else { self.header(want) };
        if header >= Some(WORD) && type_ < SUPPORT_LEAST && (self.looks_like_another(field) || self.refutes(field)) {
            header = Some(0.3);
        }
        let mut like = self.weigh(type_, header, want);
        if field.variety == Variety::Each && self.repeats() {
            like *= UNNUMBERED;
        }
        like *= self.hashed_likeness(want);
        (if told == Some((false, false)) { like * UNTOLD } else { like }, told.is_some_and(|(shown, _)| shown))
    }

    /// Whether the same few cells come again and again.
    pub fn repeats(&self) -> bool {
        self.column.texture.cells >= CELLS_LEAST && self.column.texture.distinct < NUMBERS_LEAST
    }

    /// Its hashes by format.
    fn hashes(&self) -> impl Iterator<Item = &HashShare> {
        let stands_for_none = |share: &&HashShare| {
            share.formats.first().is_none_or(|first| [hashes::PLAIN, hashes::EMPTY].contains(first))
        };
        self.column.hashes.shares.iter().filter(move |share| !stands_for_none(share))
    }

    /// Share of the column's hashes that are of a format that the system stores, 0..=1; `None` where it holds no hashes or
    /// the system's are not known.
    fn rightly_hashed(&self, want: &Want) -> Option<f64> {
        let known = want.kinds.split_whitespace().any(|kind| kind.starts_with("hash."));
        let takes = |format: &&'static str| want.kinds.split_whitespace().any(|kind| is_stored_as(kind, format));
        let all: u64 = self.hashes().map(|share| share.rows).sum();
        // The most likely format of zeroed hashes bears a mark that one system's have: what else they could be does not count.
        let anothers = |id: &&'static str| kind::hash::is_marked(id) && !takes(id);
        let right =
            |share: &&HashShare| !share.formats.first().is_some_and(anothers) && share.formats.iter().any(&takes);
        let right = self.hashes().filter(right).map(|share| share.rows).sum::<u64>();
        (known && all > 0).then(|| right as f64 / all as f64)
    }

    /// Whether its hashes are of two functions or more, of each at least this share, and all of them the system's.
    pub fn mixes_hashes(&self, want: &Want, least: f64) -> bool {
        let all: u64 = self.hashes().map(|share| share.rows).sum();
        let several = self.hashes().filter(|share| share.rows as f64 >= least * all as f64).count() > 1;
        several && self.rightly_hashed(want).is_some_and(|right| right >= NEARLY_ALL)
    }

    /// What is left of a likeness where some of the hashes are of no format that the system stores, or bear a mark that only
    /// the format of another system has (`0x`).
    fn hashed_likeness(&self, want: &Want) -> f64 {
        let bears = |share: &HashShare| share.formats.iter().any(|id| kind::hash::is_marked(id));
        if want.column.field == "salt" && self.hashes().any(bears) {
            return OTHER_MARK;
        }
        let Some(right) = self.rightly_hashed(want) else { return 1.0 };
        let right = if right >= NEARLY_ALL { 1.0 } else { right };
        (OTHER_HASH + (1.0 - OTHER_HASH) * right) * if self.is_marked_otherwise(want) { OTHER_MARK } else { 1.0 }
    }

    /// Whether hashes bear a mark that the system's do not.
    fn is_marked_otherwise(&self, want: &Want) -> bool {
        let takes = |format: &str| want.kinds.split_whitespace().any(|kind| is_stored_as(kind, format));
        let marked = |share: &HashShare| share.formats.iter().any(|id| !takes(id) && kind::hash::is_marked(id));
        self.rightly_hashed(want).is_some() && self.hashes().any(marked)
    }

    /// Whether most of the column's hashes are of formats that the system does not store.
    fn is_otherwise_hashed(&self, want: &Want) -> bool {
        self.rightly_hashed(want).is_some_and(|right| right < 0.5)
    }

    /// Whether nearly all cells are hashes of whatever formats: no passwords, whatever the column's name says.
    fn is_hashed(&self) -> bool {
        let rows: u64 = self.hashes().map(|share| share.rows).sum();
        let plain = self.column.hashes.shares.iter().filter(|share| share.formats.first() == Some(&hashes::PLAIN));
        let candidate = |one: &crate::profile::Candidate| one.kind.starts_with("hash.") && one.confidence >= NEARLY_ALL;
        (rows >= CELLS_LEAST && rows >= 4 * plain.map(|share| share.rows).sum::<u64>())
            || (self.column.texture.cells >= CELLS_LEAST && self.column.candidates.iter().any(candidate))
            || self.is_of_one_length()
    }

    /// Whether all cells are of one length that nobody would choose: people do not agree on it.
    fn is_of_one_length(&self) -> bool {
        let (shortest, _, longest) = self.column.texture.length;
        self.column.texture.cells >= CELLS_LEAST && shortest == longest && shortest >= ONE_LENGTH_LEAST
    }

    /// Whether its passwords cannot be stored as the system stores them: hashes of another function or with other salts,
    /// enciphered instead of plain or hashed.
    pub fn contradicts(&self, want: &Want, salts: Option<Salts>) -> bool {
        match want.column.field.as_str() {
            "password_hash" => {
                let salted = || self.salted_likeness("password_hash", salts) <= OTHER_HASH;
                self.is_ciphered() || self.is_otherwise_hashed(want) || self.is_marked_otherwise(want) || salted()
            }
            "password_plain" => self.is_ciphered() || self.is_hashed(),
            _ => false,
        }
    }

    /// Whether nearly all cells are whole enciphered blocks.
    fn is_ciphered(&self) -> bool {
        self.column.texture.share(Look::Cipher) >= 0.8
    }

    /// What hashes of common passwords say of where the salts are, as what is left of a likeness.
    pub fn salted_likeness(&self, field: &str, salts: Option<Salts>) -> f64 {
        let common: u64 = self.hashes().map(|share| share.common).sum();
        match field {
            "password_hash" => {}
            // What is the hash of a common password again and again is no salt.
            "salt" if common > 0 => return OTHER_HASH,
            _ => return 1.0,
        }
        // Of one format by its look alone, or of few rows: common passwords say nothing.
        let untold =
            self.hashes().any(|share| share.formats.len() > 1 && share.common == 0 && share.rows >= HASHES_LEAST);
        match salts {
            Some(Salts::None) if untold && common == 0 => UNPROVED_HASH,
            Some(Salts::Within | Salts::Beside | Salts::Elsewhere) if common > 0 => OTHER_HASH,
            _ => 1.0,
        }
    }

    /// Whether the cells are plainly something else than the field: its name alone is not believed.
    fn looks_like_another(&self, field: &Field) -> bool {
        let plainly =
            |(look, share): &(Look, f64)| look.worth() >= PLAIN_LEAST && *share >= 0.8 && !field.looks.contains(look);
        let kind = self.column.kind.is_some_and(|kind| !field.takes(kind)) && self.column.decided == Decided::Values;
        kind || self.column.texture.looks.iter().any(plainly)
    }

    /// Whether the field is one of telephone numbers and the cells are names of accounts: nicknames under `from` and `to` are
    /// no subscribers.
    fn refutes(&self, field: &Field) -> bool {
        let texture = &self.column.texture;
        let phone = |candidate: &crate::profile::Candidate| field.takes(candidate.kind);
        field.kinds == "phone"
            && texture.cells >= CELLS_LEAST
            && texture.share(Look::Login) >= 0.5
            && field.looks.iter().all(|look| texture.share(*look) < 0.05)
            && !self.column.candidates.iter().any(phone)
    }

    /// A column of a kind that no role names.
    fn bare_likeness(&self, want: &Want) -> (f64, bool) {
        let type_ = self.by_kind(&want.column.field).unwrap_or(0.0);
        (self.weigh(type_, self.header(want), want), false)
    }

    fn weigh(&self, type_: f64, header: Option<f64>, want: &Want) -> f64 {
        let field = want.field;
        let support = type_.max(header.unwrap_or(0.0) * 0.9);
        if support < SUPPORT_LEAST || (header == Some(0.0) && type_ < 0.7) {
            return 0.0;
        }
        let texture = &self.column.texture;
        let known = texture.cells > 0;
        let full = known.then(|| if want.column.presence == Presence::Must { texture.filled } else { 1.0 });
        let distinct =
            (texture.cells >= CELLS_LEAST).then(|| variety(field.map(|field| field.variety), texture.distinct));
        let length = known.then(|| field.map_or(1.0, |field| inside(texture.length, field.length)));
        let parts = [Some(type_), header, self.shapes(&want.column), full, distinct, length];
        let sum: f64 = parts.iter().zip(WEIGHTS).filter_map(|(part, weight)| Some((*part)? * weight)).sum();
        let of: f64 = parts.iter().zip(WEIGHTS).filter(|(part, _)| part.is_some()).map(|(_, weight)| weight).sum();
        sum / of * (0.4 + 0.6 * support)
    }

    /// What the name says: 1 the system's own name, a little less another word for it, 0 the name of something else; `None` where it has no known name.
    fn header(&self, want: &Want) -> Option<f64> {
        let (word, field) = (self.word.as_deref()?, want.field);
        if want.names.iter().any(|name| name == word) {
            return Some(1.0);
        }
        if field.is_some_and(|field| field.is_headed_by(word)) {
            return Some(WORD);
        }
        let named = field::named(word);
        if let Some(field) = field {
            let near = |other: &Field| NEAR.contains(&other.id) && NEAR.contains(&field.id);
            let related = |other: &&Field| near(other) || other.kinds.split_whitespace().any(|kind| field.takes(kind));
            return (!named.is_empty()).then(|| if named.iter().any(related) { 0.3 } else { 0.0 });
        }
        (!named.is_empty()).then_some(0.0)
    }

    /// What the cells say, 0..=1.
    fn type_of(&self, field: &Field, kinds: &str, wanted: bool) -> f64 {
        if let Some((whole, part)) = self.piece {
            if whole.parts.get(part) == Some(&field.id) {
                return 1.0;
            }
            return if whole.id == field.id && part == 0 { 1.0 } else { 0.0 };
        }
        if self.is_refuted(field) {
            return 0.0;
        }
        let own: Vec<&str> = kinds.split_whitespace().collect();
        let by_kind = own
            .iter()
            .filter_map(|kind| self.by_kind(kind))
            .fold(None, |best: Option<f64>, found| Some(best.map_or(found, |best| best.max(found))));
        let texture = &self.column.texture;
        // What begins as one system's numbers begin, and whole enciphered blocks, are more than the shape of their kind.
        let precise = field.looks.iter().filter(|look| [Look::FacebookId, Look::Cipher].contains(look));
        let seen = precise.map(|look| texture.share(*look) * look.worth()).fold(0.0, f64::max);
        if let Some(share) = by_kind {
            return share.max(seen) * self.moment(field) * self.era(field);
        }
        let right_length = inside(texture.length, field.length);
        let of_look = |look: &Look| {
            // A few small numbers, again and again, without a name: flags, states, counts of anything.
            if !wanted && self.repeats() && matches!(look, Look::Digits | Look::Money | Look::Number | Look::Score) {
                return 0.0;
            }
            // Of numbers and codes the length tells more than that they are numbers.
            let codes = matches!(look, Look::Digits | Look::Number | Look::Hex | Look::Code);
            let length = if codes { 0.3 + 0.7 * right_length } else { 1.0 };
            // Any few words are a sentence.
            let loose = if *look == Look::Sentence { 0.7 } else { 1.0 };
            // As many digits in every cell: a code, and no amount of anything.
            let (shortest, _, longest) = texture.length;
            let counted = matches!(look, Look::Money | Look::Number | Look::Score);
            let code = if counted && shortest == longest && shortest >= CODE_LEAST { 0.4 } else { 1.0 };
            // 0 and 1 answer no question that is known.
            let bits = *look == Look::YesNo && texture.share(Look::Number) > 0.5;
            texture.share(*look) * look.worth() * length * loose * code * if bits { 0.5 } else { 1.0 }
        };
        let mut by_look: f64 = field.looks.iter().map(of_look).fold(0.0, f64::max);
        if wanted && field.id == "password_plain" && self.looks_chosen() {
            return by_look.max(CHOSEN);
        }
        if wanted && !own.is_empty() && own.iter().all(|id| kind::find(id).is_some()) {
            // The kind is known and was not found in the cells.
            by_look = (by_look * 0.4).max(seen);
        }
        match (self.column.kind, self.column.decided) {
            // Another kind was found: by its values it is that.
            (Some(_), Decided::Values | Decided::Neighbours) => by_look * 0.3,
            _ => by_look,
        }
    }

    /// Whether people may have chosen the cells as passwords: some are all digits, some hold letters, nothing is long or
    /// the same everywhere.
    fn looks_chosen(&self) -> bool {
        let texture = &self.column.texture;
        let (shortest, _, longest) = texture.length;
        texture.share(Look::Token) >= 0.9
            && (0.1..=0.6).contains(&texture.share(Look::Digits))
            && texture.share(Look::Word) >= 0.3
            && texture.distinct >= 0.4
            && shortest >= 4
            && longest > shortest
            && longest <= 20
    }

    /// How surely the cells are of the kind, 0..=1; `None` where they are not.
    fn by_kind(&self, named: &str) -> Option<f64> {
        let column = self.column;
        if column.kind.is_some_and(|kind| is_stored_as(named, kind)) {
            return Some(1.0);
        }
        let candidate = column.candidates.iter().find(|candidate| is_stored_as(named, candidate.kind));
        let share = candidate.map(|candidate| candidate.confidence)?;
        // Any number has the shape of an account's: it says little.
        let account = |kind: &kind::Kind| kind.guise == kind::Guise::Anything;
        let vague = column.kind.is_some() || candidate.and_then(|one| kind::find(one.kind)).is_some_and(account);
        Some(if vague { share * 0.4 } else { 0.4 + 0.5 * share })
    }

    /// Times of the day are kept where events are, days where papers are.
    fn moment(&self, field: &Field) -> f64 {
        if field.kinds != "date" {
            return 1.0;
        }
        let share = self.column.texture.share(Look::Moment);
        if field.looks.contains(&Look::Moment) {
            MOMENTLESS + (1.0 - MOMENTLESS) * share
        } else if matches!(field.id, "date" | "registration_date") {
            1.0
        } else {
            1.0 - 0.3 * share
        }
    }

    /// Whether the span of dates can be that of the field.
    fn era(&self, field: &Field) -> f64 {
        let (Some(first), Some(last)) = (&self.column.earliest, &self.column.latest) else { return 1.0 };
        let (first, last) = (first.as_str(), last.as_str());
        let right = match field.id {
            "birth_date" => first < "1992" && last < "2021",
            "expiry_date" => last > "2012" && first > "1992",
            "issue_date" | "category_open_date" => first > "1960",
            "date" | "registration_date" => first > "1985",
            "violation_time" | "last_active" | "session_created" => first > "2000",
            _ => true,
        };
        if right { 1.0 } else { 0.45 }
    }

    /// Share of the column's shapes that the schema names; `None` where it names none.
    fn shapes(&self, want: &Column) -> Option<f64> {
        let all: u64 = self.column.masks.iter().map(|(_, rows)| rows).sum();
        if want.masks.is_empty() || all == 0 {
            return None;
        }
        let known: u64 =
            self.column.masks.iter().filter(|(mask, _)| want.masks.contains(mask)).map(|(_, rows)| rows).sum();
        Some(known as f64 / all as f64)
    }
}

/// The divided value that a column takes part in, by the kind of its first part.
fn piece(column: &ColumnProfile) -> Option<(&'static field::Whole, usize)> {
    let part = column.parts.iter().position(|&part| part == column.position)?;
    let whole = |whole: &&field::Whole| match column.compared_as {
        Some(kind) => field::find(whole.id).is_some_and(|field| field.takes(kind)),
        // The parts behind the first carry no kind: they are told by what they are parts of, elsewhere.
        None => false,
    };
    field::WHOLES.iter().find(whole).map(|whole| (whole, part))
}

/// Reads all columns of a table; the later parts of a divided value learn from its first what they are parts of.
pub fn read<'a>(columns: &[&'a ColumnProfile]) -> Vec<Reading<'a>> {
    let mut readings: Vec<Reading> = columns.iter().map(|column| Reading::of(column)).collect();
    let firsts: Vec<(Vec<usize>, &'static field::Whole)> =
        readings.iter().filter_map(|reading| Some((reading.column.parts.clone(), reading.piece?.0))).collect();
    for reading in &mut readings {
        let own = &reading.column.parts;
        let (Some((_, whole)), Some(part)) = (
            firsts.iter().find(|(parts, _)| !own.is_empty() && parts == own),
            own.iter().position(|&part| part == reading.column.position),
        ) else {
            continue;
        };
        reading.piece = Some((whole, part));
    }
    readings.iter_mut().for_each(Reading::mean);
    readings
}

/// How well a share of different cells suits a column, 0..=1.
fn variety(wanted: Option<Variety>, distinct: f64) -> f64 {
    match wanted {
        Some(Variety::Few) => 1.0 - distinct,
        Some(Variety::Each) => distinct,
        Some(Variety::Many) => 1.0 - (0.6 - distinct).max(0.0),
        None => 1.0,
    }
}

/// How much of the span of lengths lies inside the usual one, 0..=1.
fn inside((low, middle, high): (u16, u16, u16), (least, most): (u16, u16)) -> f64 {
    let fits = |length: u16| if (least..=most).contains(&length) { 1.0 } else { 0.0 };
    0.5 * fits(middle) + 0.25 * (fits(low) + fits(high))
}

/// Whether hashes of this format are what a schema calls by this kind: the same, or as many digits, made with a salt of the
/// row. Schemas name the function and say beside it whether it is salted; which of the two stands first, few know.
fn is_stored_as(named: &str, id: &str) -> bool {
    let digits = || WITHOUT_SALT.iter().find(|(_, kind, _)| *kind == named).map(|(.., digits)| *digits);
    field::same_kind(named, id) || (salted_digits(id).is_some() && salted_digits(id) == digits())
}

/// Hexadecimal digits of a format that is made with a salt of the row.
fn salted_digits(id: &str) -> Option<usize> {
    let format =
        kind::hash::FORMATS.iter().find(|format| format.id == id && format.salt == kind::hash::Salt::Random)?;
    match format.shape.first() {
        Some(kind::hash::shape::Part::Hex(least, most)) if least == most => Some(*most),
        _ => None,
    }
}
