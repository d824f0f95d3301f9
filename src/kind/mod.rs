//! What a value *is*: how to recognise it, check it and bring it to its one canonical spelling.
//!
//! **Comes in:** the bytes of one trimmed cell, as UTF-8. **Goes out:** its [`KeyBuf`] (the canonical spelling) or the
//! [`Mismatch`] that says why it is not of the kind.
//!
//! **Never happens here:** no kind knows records, columns or files; no kind allocates per value (the caller's buffer is
//! reused); no kind keeps or prints a value.
//!
//! **To add one:** `src/kind/<id with _ for .>.rs` with `pub static KIND`, and its name in `kinds!` below; where many
//! differ in numbers only, a row in a family's file (`hash.rs`, its rows in `hash/`). Arithmetic that several share stands in [`check`]. The generic tests in `tests.rs` walk the list: every
//! right example gives its key, keys are idempotent, every wrong example gives exactly its mismatch, ids are sorted and
//! equal the file's stem, and `fixtures/kinds/confusion.txt` shows which kinds take which others' examples
//! (`UPDATE_GOLDENS=1 cargo test kind::tests` writes it anew).

/// Declares a module for each kind and each family of kinds, and lists them all.
macro_rules! kinds {
    (one a file: $($kind:ident)*; families: $($family:ident)*) => {
        $(pub mod $kind;)*
        $(pub mod $family;)*

        /// Every kind, sorted by id.
        pub static KINDS: LazyLock<Vec<&'static Kind>> = LazyLock::new(|| {
            let mut all: Vec<&'static Kind> = vec![$(&$kind::KIND),*];
            $(all.extend($family::KINDS.iter().copied());)*
            all.sort_by_key(|kind| kind.id);
            all
        });
    };
}

kinds! {
    one a file:
        az_voen
        bg_egn
        bic
        br_cnpj
        br_cpf
        btc
        by_unp
        ca_sin
        cn_ric
        date
        de_idnr
        dk_cpr
        ee_ik
        email
        es_dni
        es_nie
        eth
        facebook_id
        family_name
        fi_hetu
        fr_nir
        gb_nhs
        gb_nino
        gb_utr
        geo_latlon
        given_name
        iban
        iccid
        imei
        imsi
        in_aadhaar
        in_pan
        ipv4
        ipv6
        isin
        it_codicefiscale
        kg_driver_licence
        kg_okpo
        kg_passport
        kg_pin
        kg_plate_1994
        kg_plate_2016
        kg_plate_foreign
        kz_iin
        lt_asmens
        lv_pvn
        mac
        md_idno
        md_idnp
        meid
        nl_bsn
        no_fodselsnummer
        nova_poshta_waybill
        pan
        password
        patronymic
        person_name
        phone
        pl_nip
        pl_pesel
        ro_cnp
        ru_driver_licence
        ru_inn10
        ru_inn12
        ru_ogrn
        ru_ogrnip
        ru_passport
        ru_passport_international
        ru_plate
        ru_snils
        se_personnummer
        telegram_chat_id
        telegram_user_id
        telegram_username
        tr_tckimlik
        tron
        ua_driver_licence
        ua_edrpou
        ua_iban
        ua_id_card
        ua_katottg
        ua_koatuu
        ua_mfo
        ua_military_ticket
        ua_passport_booklet
        ua_passport_international
        ua_postcode
        ua_rntrc
        ua_student_card
        ua_unzr
        ua_vat_ipn12
        ua_vehicle_plate_1995
        ua_vehicle_plate_2004
        ua_vehicle_plate_soviet
        ua_vrc
        url
        us_itin
        us_ssn
        username
        uuid
        uz_pinfl
        vin
        vk_id;
    families:
        hash
}

pub mod check;
pub mod facts;
pub mod given;
pub mod mailbox;
pub mod name_match;
pub mod passport_words;
pub mod person;
pub mod plate_words;
pub mod rare;
pub mod spelling;
pub mod stratum;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::LazyLock;

/// The caller's reusable buffer that a kind writes a canonical key into.
pub type KeyBuf = Vec<u8>;

/// Why a value is not of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mismatch {
    /// The characters are not those of the kind.
    Shape,
    /// The characters fit, their number does not.
    Length,
    /// Shape and length fit, the check digit does not.
    Check,
    /// A part (date, area code, placeholder) cannot exist.
    Part,
}

/// The country whose national spellings are understood, where a kind has such (telephone numbers, dates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Region {
    /// Not known: only spellings that are the same everywhere, or fit one country alone, are accepted.
    #[default]
    Unknown,
    /// Ukraine.
    Ua,
    /// Kyrgyzstan.
    Kg,
    /// Russia.
    Ru,
    /// United States: dates with the month first.
    Us,
}

impl Region {
    /// Its code in reports; `None` where it is not known.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Region::Unknown => None,
            Region::Ua => Some("ua"),
            Region::Kg => Some("kg"),
            Region::Ru => Some("ru"),
            Region::Us => Some("us"),
        }
    }

    /// The regions that have national spellings of numbers, in the order in which ties are decided.
    pub const NATIONAL: [Region; 3] = [Region::Ua, Region::Kg, Region::Ru];
}

/// How telling a key is of *one* record, most telling first: the order in which a row's credit is given.
///
/// # Source
/// The project's method, rule 2 of its precedence section: document number > tax number > login with password > phone >
/// e-mail > rare password. A hash of a password stands with passwords; numbers of things (vehicles, cards, bank accounts,
/// devices) stand behind those of persons, because things are shared and sold; accounts in one system stand before phones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Number of an issued document.
    Document,
    /// Number of a person in a state or tax register.
    Tax,
    /// Number of a thing that somebody owns: vehicle, payment card, bank account, device, SIM card.
    Thing,
    /// Login and password together (made from two columns, no kind has it alone).
    Login,
    /// Number or name of an account or record within one system.
    Account,
    /// Telephone number.
    Phone,
    /// E-mail address.
    Email,
    /// Hash of a password, when the password is not a common one.
    Hash,
    /// Password, when it is a rare string.
    Password,
    /// Says something about many records: never a key alone (names, dates).
    Attribute,
}

/// What the cells of a column say together.
pub type Look<Said> = fn(&[&[u8]]) -> Said;

/// What the form of a column's cells says for a kind whose single values prove nothing, see [`Kind::shows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sign {
    /// Nothing.
    #[default]
    Nothing,
    /// Among kinds that explain the column alike, this one is the likelier.
    Leaning,
    /// Nothing else that is known looks so, and random texts of the shape do not.
    Proof,
}

/// One kind: facts plus one function. See the module header.
#[derive(Debug)]
pub struct Kind {
    /// Id in reports and on the command line, e.g. `ua.driver_licence`. File stem with `.` for the first `_` of a
    /// country or family.
    pub id: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Plural noun for sentences, e.g. "driving licences".
    pub plural: &'static str,
    /// Where shape and arithmetic are defined.
    pub sources: &'static [&'static str],
    /// Right examples: spelling, canonical key. For kinds with regions, spelled for [`Region::Unknown`] or
    /// internationally.
    pub valid: &'static [(&'static str, &'static str)],
    /// Wrong examples with their mismatch.
    pub invalid: &'static [(&'static str, Mismatch)],
    /// Share of random text of the right shape that passes, 0..=1: what a pass is worth. The shape is the mask of the value:
    /// a letter of the alphabet (Latin 26, Cyrillic 33, both 59) or a digit (or a hexadecimal one) at each place. 1.0: the
    /// values alone never decide the kind. Each kind's test measures or states it.
    pub chance: f64,
    /// Number of different texts of the shape, as a logarithm to base 10: ten digits 10.0, two Latin letters and six digits
    /// 8.8. Together with `chance` it says how many keys there can be, so that the narrowest kind that explains a column is
    /// told. `None` where texts of any length pass.
    pub width: Option<f64>,
    /// Whether the rule was confirmed: an unconfirmed kind decides nothing alone.
    pub standing: Standing,
    /// Place in the order of credit.
    pub rank: Rank,
    /// What a column of it looks like where values prove nothing.
    pub guise: Guise,
    /// Ids of kinds that stand beside it in the same table and make it likelier where values prove nothing: a vehicle's
    /// number beside the number of its certificate.
    pub beside: &'static [&'static str],
    /// What has the same shape and the same rule of the check digit, so that no value tells it apart: ids of kinds, or words
    /// for numbers that are no kind here. Such a kind is never sure by its values alone.
    pub same_rule: &'static [&'static str],
    /// Words that head such columns in Ukrainian, Russian, English: lower case, `_`, `-`, `.` and blanks removed.
    pub headers: &'static [&'static str],
    /// What a reader must bear in mind; shown by `explain`.
    pub caveat: &'static str,
    /// Fast test that the bytes already are the canonical key, byte for byte; `None` where it would not pay. `true` is
    /// certain for every region; `false` only sends the caller to `key`.
    pub canonical: Option<fn(&[u8]) -> bool>,
    /// Whether `key` heeds the region.
    pub regional: bool,
    /// Writes the canonical key of `text` (trimmed UTF-8) into the cleared buffer, or says why there is none. Any bytes
    /// may be given; the key is UTF-8. After an error the buffer's content means nothing.
    pub key: fn(text: &[u8], region: Region, out: &mut KeyBuf) -> Result<(), Mismatch>,
    /// The region that the cells of a column show together where single ones leave it open; `None` where none does so.
    pub column_region: Option<Look<Region>>,
    /// What a canonical key says of its holder or of itself: birth, sex, region, year, number; `None` where it says nothing.
    pub facts: Option<facts::Read>,
    /// Whether a canonical key is one that is filled in where none is known (see [`check::filler`]): valid by its shape and
    /// nobody's. Such a cell is counted and told, and is never a key. Asked of every cell: a few comparisons of bytes.
    /// `None` where no such keys are known.
    pub filler: Option<fn(&[u8]) -> bool>,
    /// How neighbours of a key are drawn (decoys), where the number space is dense enough for chance hits; `None`
    /// elsewhere.
    pub series: Option<Series>,
    /// The commonest values, where they are a list: whether a strict key is one of them. Of columns of any words it tells
    /// those that hold such values. `None` where there is no list.
    pub typical: Option<fn(&[u8]) -> bool>,
    /// Whether the valid cells of a column look together as a list of such values does, where single values of another thing
    /// pass as well; a column that does not is never sure by its values alone. `None` where nothing is to be asked.
    pub together: Option<Look<bool>>,
    /// What the cells of a column show together for a kind whose single values prove nothing: parts that chance would not fill
    /// so, a form that nothing else has. Asked of columns most of whose cells are valid. `None` where nothing is to be seen.
    pub shows: Option<Look<Sign>>,
    /// The kind whose value this one is a piece of, and which piece, from 0: a column is this kind only where the other pieces
    /// are missing.
    pub piece_of: Option<(&'static str, usize)>,
    /// Wider keys, under which values are one that the strict key keeps apart: another spelling of a name, another address
    /// of a mailbox. Counted beside the strict key, on the attribute level, and never a key alone.
    pub wider: &'static [Wider],
    /// The parts that stand in columns of their own where a file divides the value (series and number, surname and
    /// given name), in the order in which they are joined with a blank; empty where no file does.
    pub pieces: &'static [Piece],
}

/// A wider key of a kind, see [`Kind::wider`].
#[derive(Debug)]
pub struct Wider {
    /// Id in reports: that of the kind, a dot and a word.
    pub id: &'static str,
    /// What is one under it, for people.
    pub title: &'static str,
    /// What a reader must bear in mind; shown by `explain`.
    pub caveat: &'static str,
    /// Where its rules are defined.
    pub sources: &'static [&'static str],
    /// Pairs of strict keys that are one under it.
    pub same: &'static [(&'static str, &'static str)],
    /// Pairs of strict keys that are not.
    pub unlike: &'static [(&'static str, &'static str)],
    /// Writes the wider key of a strict key into the cleared buffer; `false` where it has none. Of what is no strict key,
    /// anything may come out.
    pub key: fn(&[u8], &mut KeyBuf) -> bool,
    /// Whether a strict key makes it worth counting: done only where most sampled keys of some record set say so. `None`:
    /// always.
    pub needed: Option<fn(&[u8]) -> bool>,
}

/// How well a kind's rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Read in its definition, or checked with an independent implementation.
    Confirmed,
    /// Some of it was; the caveat says what was not.
    Partly,
    /// General knowledge: such a kind is a candidate, never sure without a header.
    Unconfirmed,
}

/// What a column of a kind looks like whose values prove nothing: when it may be a candidate without a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guise {
    /// A number or code of a fixed shape: always a candidate where the shape fits; compared only if the shape has letters or
    /// something beside speaks for it.
    Code,
    /// Names of people.
    Name,
    /// Passwords: short texts of all sorts.
    Secret,
    /// A short word, such as a login: never without a header.
    Word,
    /// Any number or text: never without a header.
    Anything,
}

/// A part of a value that may stand in a column of its own.
#[derive(Debug)]
pub struct Piece {
    /// Words that head such columns, written as [`Kind::headers`].
    pub headers: &'static [&'static str],
    /// Whether a cell (trimmed UTF-8, not empty) can be this part.
    pub fits: fn(&[u8]) -> bool,
    /// Whether the value is whole without it.
    pub optional: bool,
    /// Whether its values are so special that columns side by side in the order of the pieces need no header words.
    pub telling: bool,
}

impl Kind {
    /// Words that head columns of it: its own, or those of the piece that it is.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let whole = self.piece_of.and_then(|(whole, piece)| find(whole)?.pieces.get(piece));
        self.headers.iter().chain(whole.map_or(&[][..], |piece| piece.headers)).copied()
    }

    /// What most kinds have in common: a confirmed rule without regions, facts, decoys or pieces. A kind states the rest:
    /// `Kind { id: …, title: …, …, ..Kind::COMMON }`.
    pub const COMMON: Kind = Kind {
        id: "",
        title: "",
        plural: "",
        sources: &[],
        valid: &[],
        invalid: &[],
        chance: 1.0,
        width: None,
        standing: Standing::Confirmed,
        rank: Rank::Attribute,
        guise: Guise::Code,
        beside: &[],
        same_rule: &[],
        headers: &[],
        caveat: "",
        canonical: None,
        regional: false,
        key: |_, _, _| Err(Mismatch::Shape),
        column_region: None,
        facts: None,
        filler: None,
        series: None,
        typical: None,
        together: None,
        shows: None,
        piece_of: None,
        wider: &[],
        pieces: &[],
    };

    /// Whether its values carry a check digit: its wrong examples tell.
    pub fn is_checked(&self) -> bool {
        self.invalid.iter().any(|(_, mismatch)| *mismatch == Mismatch::Check)
    }
}

/// How a canonical key divides into a series and a running number, and how its check digit is renewed.
///
/// Decoys are drawn from the dump's own series and ranges: same prefix, another number between the least and the
/// greatest seen.
#[derive(Debug, Clone, Copy)]
pub struct Series {
    /// Length in bytes of the series prefix of a canonical key; all that follows (less `tail`) are ASCII digits.
    pub prefix_bytes: usize,
    /// Number of trailing bytes that `reseal` renews (check digits), excluded from the running number.
    pub tail_bytes: usize,
    /// Renews the trailing check bytes in place; `false` when the number cannot be issued.
    pub reseal: fn(&mut [u8]) -> bool,
}

/// The kind with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.id == id).copied()
}

/// The wider key with this id, and its kind.
pub fn find_wider(id: &str) -> Option<(&'static Kind, &'static Wider)> {
    KINDS.iter().find_map(|kind| Some((*kind, kind.wider.iter().find(|wider| wider.id == id)?)))
}

/// What one text can be, see [`identify`].
#[derive(Debug)]
pub struct Identified {
    /// Kinds that accept the text, with its key: most telling (smallest chance) first, ties by rank, then id.
    pub kinds: Vec<(&'static Kind, String)>,
    /// Kinds that the text misses by its length, a check digit or a part, never by its shape: in order of id.
    pub near: Vec<(&'static Kind, Mismatch)>,
}

/// Which kinds a text is, and which it nearly is. Blanks around it do not count.
pub fn identify(text: &str, region: Region) -> Identified {
    let mut found = Identified { kinds: Vec::new(), near: Vec::new() };
    for &kind in KINDS.iter() {
        let mut key = KeyBuf::new();
        match (kind.key)(crate::text::blank::trim(text.as_bytes()), region, &mut key) {
            Ok(()) => found.kinds.push((kind, String::from_utf8_lossy(&key).into_owned())),
            Err(Mismatch::Shape) => {}
            Err(mismatch) => found.near.push((kind, mismatch)),
        }
    }
    // Of hashes that look the same the usual ones come first.
    let rare = |kind: &Kind| hash::format(kind.id).is_some_and(|format| format.behind.is_some());
    let told = |kind: &Kind| (kind.rank, rare(kind), kind.id);
    found.kinds.sort_by(|left, right| left.0.chance.total_cmp(&right.0.chance).then(told(left.0).cmp(&told(right.0))));
    found
}
