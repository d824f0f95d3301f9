//! Which known breaches a dump looks like, from the outside alone: what it holds, how much, how its passwords are stored,
//! up to when. A hint where to look, never a match: no record is compared, and who made a list up can have read the
//! catalogue too.
//!
//! # Source
//! The catalogue, and weights counted from it: an agreement is worth the base-2 logarithm of how rare it is among all
//! entries. The thresholds were chosen by hand.

use crate::kind::{self, Rank, hash};
use crate::profile::classify::hashes::{HashShare, PLAIN};
use crate::profile::{ColumnProfile, Decided, Profile, words};
use crate::reference::catalogue::{BREACHES, Breach};

/// Candidates told at most.
const TOLD_MOST: usize = 5;
/// Weight from which an agreement is expected less than once in the catalogue: log2 of its length.
const WEIGHT_LEAST: f64 = 9.8;
/// Weight of the storage alone from which it stands out where the data classes are the same.
const STORAGE_RARE: f64 = 6.0;
/// Weight by which a told candidate may stand behind the first.
const BEHIND_MOST: f64 = 4.0;
/// Weight within which entries cannot be told apart: more of them than are told at most, and none is.
const CLOSE: f64 = 1.5;
/// What is taken off for a data class that the breach does not hold, for one that the dump does not, for passwords that
/// are stored in another way, for dates after the breach.
const FOREIGN: f64 = 4.0;
const MISSING: f64 = 1.0;
const STORED_OTHERWISE: f64 = 4.0;
const TOO_LATE: f64 = 8.0;
/// What is taken off for a domain of another country than that of the dump's documents; and domains of countries that are
/// used everywhere.
///
/// # Source
/// The second: ICANN's and Google's lists of country domains that are used as general ones.
const ELSEWHERE: f64 = 8.0;
const EVERYWHERE: &[&str] = &["ai", "cc", "co", "fm", "gg", "im", "io", "is", "la", "ly", "me", "to", "tv", "vc", "ws"];
/// Months before a breach in which its dates end: a copy was made some time before it came out, and any month of a year does.
const NEAR_MONTHS: i64 = 11;
/// Weight of a format that is known from one breach alone.
const OWN_FORMAT: f64 = 8.0;
/// Fewest accounts whose number says something.
const ACCOUNTS_LEAST: u64 = 1000;
/// Share of a column's rows, or of repeated hashes, that says something.
const PART: f64 = 0.1;
const REPEATED: f64 = 0.005;
/// Share of a column's cells of the shape of a hash from which none is a password in plain text.
const HASHED: f64 = 0.95;
/// Hashes of which some are those of common passwords, were they without salts: half of a thousandth of accounts have one.
const HASHES_LEAST: u64 = 150;

/// One known breach that the dump looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The entry.
    pub breach: &'static Breach,
    /// Why, short: `data classes 2 of 2`, `size within 3 %`, `storage sha1`.
    pub reasons: Vec<String>,
}

/// What the catalogue says of a dump.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hint {
    /// The candidates, best first, at most five; sensitive ones among them, whom a report names to those only who ask.
    pub candidates: Vec<Likeness>,
    /// Where none stands out and at most five breaches hold all that the dump holds: these, best first, sensitive ones among
    /// them.
    pub alike: Vec<Likeness>,
    /// What came out; `None` where the dump holds nothing that the catalogue is of.
    pub outcome: Option<Outcome>,
}

/// What came out of holding a dump against the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Some breaches stand out.
    Candidates,
    /// None stands out; so many hold all that the dump holds and store passwords so.
    NoneStandsOut(usize),
}

impl Hint {
    /// Why there are no candidates, or what must be known of them, one sentence; sensitive breaches by name only where
    /// `named`. `None` where the dump holds nothing that the catalogue is of.
    pub fn note(&self, named: bool) -> Option<String> {
        let named = |one: &&Likeness| named || !one.breach.sensitive;
        let alike: Vec<&str> = self.alike.iter().filter(named).map(|one| one.breach.name).collect();
        let alike = if alike.is_empty() { String::new() } else { format!(" ({})", alike.join(", ")) };
        Some(match self.outcome? {
            Outcome::Candidates if self.candidates.iter().any(|one| named(&one)) => {
                "A hint where to look, not a match: no record was compared with any breach.".to_owned()
            }
            Outcome::Candidates => {
                "The breaches that look so from the outside are sensitive: none is named.".to_owned()
            }
            Outcome::NoneStandsOut(0) => "No known breach has all that this dump has; none stands out.".to_owned(),
            Outcome::NoneStandsOut(1) => {
                format!("1 known breach has data classes and storage like these{alike}; nothing more points to it.")
            }
            Outcome::NoneStandsOut(more) => format!(
                "{more} known breaches have data classes and storage like these{alike}; nothing tells them apart."
            ),
        })
    }
}

/// What is seen of a dump from the outside.
struct Outside {
    /// Data classes, in the catalogue's words, sorted, each with its rarity.
    classes: Vec<(&'static str, f64)>,
    /// Words for the storage of passwords that fit, each with its rarity.
    storage: Vec<(&'static str, f64)>,
    /// Formats of hashes in at least a tenth of a column.
    formats: Vec<&'static str>,
    /// Distinct addresses, else telephone numbers; `None` where too few.
    accounts: Option<u64>,
    /// Last month of what is no day of birth: 201205.
    latest: Option<u32>,
    /// Country of all numbers of documents and registers, as their kinds write it; `None` where there are none or several.
    country: Option<&'static str>,
}

/// Compares what is seen of a dump with every entry of the catalogue.
pub fn hint(profile: &Profile) -> Hint {
    let outside = Outside::of(profile);
    let about_accounts = ["Email addresses", "Passwords", "Phone numbers", "Usernames"];
    if !outside.classes.iter().any(|(class, _)| about_accounts.contains(class)) {
        return Hint::default();
    }
    let mut scored: Vec<Scored> = BREACHES.iter().map(|breach| outside.score(breach)).collect();
    scored.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.breach.name.cmp(other.breach.name)));
    let first = scored.first().map_or(f64::MIN, |scored| scored.weight);
    let stands_out = |scored: &&Scored| scored.stands_out && scored.weight >= first - BEHIND_MOST;
    let best: Vec<&Scored> = scored.iter().filter(stands_out).take(TOLD_MOST).collect();
    let close = scored.iter().filter(|scored| scored.weight >= first - CLOSE).count();
    let candidate = |scored: &Scored| Likeness { breach: scored.breach, reasons: scored.reasons.clone() };
    if best.is_empty() || close > TOLD_MOST {
        let alike: Vec<&Scored> = scored.iter().filter(|scored| scored.holds_all).collect();
        let outcome = Some(Outcome::NoneStandsOut(alike.len()));
        let few = if alike.len() <= TOLD_MOST { alike.into_iter().map(candidate).collect() } else { Vec::new() };
        return Hint { candidates: Vec::new(), alike: few, outcome };
    }
    let candidates = best.into_iter().map(candidate).collect();
    Hint { candidates, alike: Vec::new(), outcome: Some(Outcome::Candidates) }
}

/// An entry held against a dump.
struct Scored {
    breach: &'static Breach,
    weight: f64,
    reasons: Vec<String>,
    /// Whether more than the data classes of many agrees.
    stands_out: bool,
    /// Whether it holds all that the dump holds and stores passwords so.
    holds_all: bool,
}

/// How rare it is among all entries, as the base-2 logarithm of one in how many.
fn rarity(agrees: impl Fn(&Breach) -> bool) -> f64 {
    let count = BREACHES.iter().filter(|breach| agrees(breach)).count();
    (BREACHES.len() as f64 / count.max(1) as f64).log2()
}

impl Outside {
    fn of(profile: &Profile) -> Outside {
        let told =
            || profile.columns.iter().filter(|column| column.parts.first().is_none_or(|&part| part == column.position));
        let mut classes: Vec<&'static str> = told().filter_map(class_of).collect();
        classes.sort_unstable();
        classes.dedup();
        let shares = || told().flat_map(|column| column.hashes.shares.iter().map(move |share| (column, share)));
        let shares = || shares().filter(|(_, share)| share.rows as f64 >= PART * share.of as f64);
        let mut storage: Vec<&'static str> = shares().flat_map(|(column, share)| stored(column, share)).collect();
        let hashed = |column: &ColumnProfile| {
            column.candidates.iter().any(|one| one.kind.starts_with("hash.") && one.confidence >= HASHED)
        };
        let plain = |column: &ColumnProfile| {
            kind_of(column) == Some("password") && column.hashes.shares.is_empty() && !hashed(column)
        };
        if told().any(plain) {
            storage.push("plaintext");
        }
        let formats = shares().flat_map(|(_, share)| share.formats.iter().copied()).collect();
        let distinct = |id: &str| profile.units.iter().find(|unit| unit.unit == id).map(|unit| unit.distinct);
        let accounts = distinct("email").or_else(|| distinct("phone")).filter(|count| *count >= ACCOUNTS_LEAST);
        let month = |text: &String| text.replace('-', "").get(..6)?.parse::<u32>().ok();
        let later = told().filter(|column| class_of(column).is_none()).filter_map(|column| column.latest.as_ref());
        storage.sort_unstable();
        storage.dedup();
        let classes = classes.iter().map(|class| (*class, rarity(|breach| breach.classes.contains(class)))).collect();
        let storage = storage.iter().map(|word| (*word, rarity(|breach| breach.storage.contains(word)))).collect();
        Outside {
            classes,
            storage,
            formats,
            accounts,
            latest: later.filter_map(month).max(),
            country: country(profile),
        }
    }

    /// Whether the entry is of a system of another country than the dump's documents: its domain says so.
    fn is_elsewhere(&self, breach: &Breach) -> bool {
        let last = breach.domain.rsplit('.').next().unwrap_or("");
        let own = |country: &str| last == country || (country == "gb" && last == "uk");
        last.len() == 2 && !EVERYWHERE.contains(&last) && self.country.is_some_and(|country| !own(country))
    }

    fn score(&self, breach: &'static Breach) -> Scored {
        let mut reasons = Vec::new();
        let held: Vec<f64> =
            self.classes.iter().filter(|(class, _)| breach.classes.contains(class)).map(|(_, rare)| *rare).collect();
        let foreign = self.classes.len() - held.len();
        let missing = breach.classes.len() - held.len();
        let mut weight: f64 = held.iter().sum::<f64>() - FOREIGN * foreign as f64 - MISSING * missing as f64;
        let lacking = if foreign > 0 { format!(", {foreign} that it lacks") } else { String::new() };
        reasons.push(format!("data classes {} of {}{lacking}", held.len(), breach.classes.len()));
        let size = self.accounts.and_then(|accounts| size_agrees(accounts, breach));
        if let Some((agrees, reason)) = &size {
            weight += agrees;
            reasons.push(reason.clone());
        }
        let storage = self.storage_agrees(breach);
        match &storage {
            Some((agrees, word)) => {
                weight += agrees;
                reasons.push(format!("storage {word}"));
            }
            None if self.is_stored_otherwise(breach) => weight -= STORED_OTHERWISE,
            None => {}
        }
        let dated = self.latest.and_then(|latest| dates_agree(latest, breach, &mut reasons));
        weight += dated.unwrap_or(0.0);
        let elsewhere = self.is_elsewhere(breach);
        weight -= if elsewhere { ELSEWHERE } else { 0.0 };
        if !breach.verified {
            reasons.push(if breach.fabricated { "known to be made up" } else { "not verified" }.to_owned());
        }
        let same = foreign == 0 && missing == 0;
        let rare =
            storage.as_ref().is_some_and(|(agrees, _)| *agrees >= STORAGE_RARE && (same || *agrees >= OWN_FORMAT));
        let more = size.is_some() || storage.is_some() || dated.is_some_and(|agrees| agrees > 0.0);
        Scored {
            breach,
            weight,
            reasons,
            stands_out: breach.is_of_a_system()
                && foreign == 0
                && !elsewhere
                && (rare || (more && weight >= WEIGHT_LEAST)),
            holds_all: foreign == 0 && !elsewhere && !self.is_stored_otherwise(breach),
        }
    }

    /// The rarest word for the storage that both have, with its weight.
    fn storage_agrees(&self, breach: &Breach) -> Option<(f64, &'static str)> {
        if let Some(own) = self.formats.iter().find(|format| **format == breach.format) {
            return Some((OWN_FORMAT, own));
        }
        // An entry that says both leaves open whether there was salt, as one does that says neither.
        let open = |word: &str| {
            let function = word.strip_suffix("_unsalted").or(word.strip_suffix("_salted"));
            function.is_some_and(|function| {
                ["_unsalted", "_salted"]
                    .iter()
                    .all(|salt| breach.storage.contains(&format!("{function}{salt}").as_str()))
            })
        };
        // Hashes that are known to be salted are not those of an entry that is known to have no salts.
        let otherwise = |word: &str| {
            let own = |word: &str| self.storage.iter().any(|(own, _)| *own == word);
            let (with, without) = (format!("{word}_salted"), format!("{word}_unsalted"));
            let entry = |word: &String| breach.storage.contains(&word.as_str());
            own(&with) && !own(&without) && entry(&without) && !entry(&with)
        };
        let both =
            self.storage.iter().filter(|(word, _)| breach.storage.contains(word) && !open(word) && !otherwise(word));
        both.map(|(word, rare)| (*rare, *word)).max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(one.1)))
    }

    /// Whether the passwords of both are known to be stored, in two ways.
    fn is_stored_otherwise(&self, breach: &Breach) -> bool {
        let vague = breach.storage.is_empty() || breach.storage.contains(&"hashed_unknown");
        !self.storage.is_empty() && !vague && self.storage_agrees(breach).is_none()
    }
}

/// The country of the dump's numbers of documents and registers that their values decide.
fn country(profile: &Profile) -> Option<&'static str> {
    let of = |column: &ColumnProfile| {
        let kind = kind::find(column.kind.filter(|_| column.decided == Decided::Values)?)?;
        let (family, _) = kind.id.split_once('.').filter(|(family, _)| family.len() == 2)?;
        matches!(kind.rank, Rank::Document | Rank::Tax).then_some(family)
    };
    let mut all = profile.columns.iter().filter_map(of);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whether the number of accounts is the same but for a few hundredths, and what that is worth.
fn size_agrees(accounts: u64, breach: &Breach) -> Option<(f64, String)> {
    let apart = |size: u64| (accounts as f64 - size as f64).abs() / size as f64;
    let [near, nearer] = [0.1, 0.03];
    let within = [nearer, near].into_iter().find(|within| apart(breach.accounts) <= *within)?;
    let worth = rarity(|other| apart(other.accounts) <= within);
    Some((worth, format!("size within {:.0} %", within * 100.0)))
}

/// What it is worth that the dump's dates end in the year before the breach; less than nothing where they go on after it.
fn dates_agree(latest: u32, breach: &Breach, reasons: &mut Vec<String>) -> Option<f64> {
    let months = |month: u32| i64::from(month / 100) * 12 + i64::from(month % 100);
    let before = |breach: &Breach| months(breach.month()) - months(latest);
    // The day of a breach is often known to the month or the year alone.
    match before(breach) {
        ..=-13 => Some(-TOO_LATE),
        0..=NEAR_MONTHS => {
            let date = breach.breach_date.get(..7).unwrap_or(breach.breach_date);
            reasons.push(format!("its dates end {}-{:02}, the breach is of {date}", latest / 100, latest % 100));
            Some(rarity(|other| (0..=NEAR_MONTHS).contains(&before(other))))
        }
        _ => None,
    }
}

fn kind_of(column: &ColumnProfile) -> Option<&'static str> {
    column.kind.or(column.compared_as)
}

/// The words of the catalogue for the storage of a share of hashes.
fn stored(column: &ColumnProfile, share: &HashShare) -> Vec<&'static str> {
    let repeated = column.valid.saturating_sub(column.distinct) as f64 >= REPEATED * column.valid.max(1) as f64;
    let usual = |id: &&&str| hash::format(id).is_some_and(|format| format.behind.is_none());
    let of_format = |id: &&'static str| -> Vec<&'static str> {
        let format = hash::format(id);
        let bare = format.is_some_and(|format| format.bare().is_some());
        // The same word in every hash hides the passwords, and equal ones stay equal.
        let hidden = bare && share.common == 0 && repeated && share.rows >= HASHES_LEAST;
        let unsalted = bare && !hidden && (share.common > 0 || (repeated && column.hashes.salt.is_none()));
        let name = id.strip_prefix("hash.").unwrap_or(id);
        match name {
            PLAIN => vec!["plaintext"],
            "md5" if hidden => vec!["md5_salted", "md5"],
            "sha1" if hidden => vec!["sha1_salted", "sha1"],
            "md5" if unsalted => vec!["md5_unsalted", "md5"],
            "sha1" | "linkedin_zeroed_sha1" | "myspace_sha1" if unsalted => vec!["sha1_unsalted", "sha1"],
            "md5" => vec!["md5"],
            "sha1" | "linkedin_zeroed_sha1" | "myspace_sha1" => vec!["sha1"],
            "vbulletin_old" | "vbulletin_new" => vec!["vbulletin", "md5_salted", "md5"],
            "ipb_mybb" => vec!["ip_board", "mybb", "md5_salted", "md5"],
            "phpass" => vec!["wordpress", "phpbb"],
            "adobe_3des_ecb" => vec!["encrypted_reversible"],
            "bcrypt" | "wordpress_bcrypt" => vec!["bcrypt"],
            "argon2" => vec!["argon2"],
            "scrypt" => vec!["scrypt"],
            "django_pbkdf2" | "werkzeug_pbkdf2" | "pbkdf2_passlib" | "aspnet_identity_v3" => vec!["pbkdf2"],
            _ if name.starts_with("sha512") => vec!["sha512"],
            _ if name.starts_with("sha256") => vec!["sha256"],
            _ if format.and_then(hash::Format::beside).is_some_and(|(digits, _)| digits == 40) => {
                vec!["sha1_salted", "sha1"]
            }
            _ if format.and_then(hash::Format::beside).is_some_and(|(digits, _)| digits == 32) => {
                vec!["md5_salted", "md5"]
            }
            _ => Vec::new(),
        }
    };
    let mut words: Vec<&'static str> = share.formats.iter().filter(usual).flat_map(of_format).collect();
    words.dedup();
    words
}

/// Header words (normalised) for data classes that no kind tells.
const HEADED: &[(&str, &[&str])] = &[
    (
        "Dates of birth",
        &["birth", "birthdate", "birthday", "bday", "dateofbirth", "dob", "датанародження", "датарождения"],
    ),
    ("Employers", &["company", "companyname", "employer", "organisation", "organization", "компания", "компанія"]),
    ("Genders", &["gender", "sex", "пол", "стать"]),
    ("Geographic locations", &["city", "country", "region", "state", "город", "країна", "місто", "область", "страна"]),
    ("IP addresses", &["ip", "ipaddress", "lastip"]),
    ("Job titles", &["job", "jobtitle", "position", "должность", "посада"]),
    (
        "Names",
        &["firstname", "fullname", "lastname", "name", "surname", "имя", "имʼя", "піб", "фио", "фамилия", "прізвище"],
    ),
    ("Phone numbers", &["mobile", "phone", "phonenumber", "tel", "телефон"]),
    ("Physical addresses", &["address", "street", "zip", "zipcode", "postcode", "адрес", "адреса", "індекс", "индекс"]),
    ("Social media profiles", &["facebook", "skype", "telegram", "vk"]),
    ("Usernames", &["login", "nick", "nickname", "screenname", "user", "username", "логин", "логін"]),
];

/// The data class that a column holds, in the catalogue's words.
fn class_of(column: &ColumnProfile) -> Option<&'static str> {
    let id = kind_of(column).unwrap_or_default();
    let rank = kind::find(id).map(|kind| kind.rank);
    let family = id.split('.').next().unwrap_or_default();
    let word = column.name.as_deref().map(words::normalise).unwrap_or_default();
    let headed = HEADED.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(class, _)| *class);
    let holds = |part: &str| id.contains(part);
    match (family, rank) {
        ("email", _) => Some("Email addresses"),
        ("phone", _) => Some("Phone numbers"),
        ("password" | "hash", _) => Some("Passwords"),
        ("person_name", _) => Some("Names"),
        ("ipv4" | "ipv6", _) => Some("IP addresses"),
        ("username", _) => Some("Usernames"),
        ("facebook" | "vk" | "telegram", _) => Some("Social media profiles"),
        ("vin", _) => Some("Vehicle identification numbers (VINs)"),
        ("geo", _) => Some("Geographic locations"),
        ("pan", _) => Some("Credit cards"),
        ("iban", _) => Some("Bank account numbers"),
        ("imei", _) => Some("IMEI numbers"),
        ("imsi", _) => Some("IMSI numbers"),
        ("mac", _) => Some("MAC addresses"),
        ("btc" | "eth" | "tron", _) => Some("Cryptocurrency wallet addresses"),
        _ if id == "us.ssn" => Some("Social security numbers"),
        _ if holds("plate") => Some("Licence plates"),
        _ if holds("driver_licence") => Some("Driver's licenses"),
        _ if holds("passport") => Some("Passport numbers"),
        (_, Some(Rank::Document | Rank::Tax)) => Some("Government issued IDs"),
        _ => headed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::sample::profile;

    const WHOLE: u64 = 137_272_116;

    fn names(hint: &Hint) -> Vec<&'static str> {
        hint.candidates.iter().map(|found| found.breach.name).collect()
    }

    /// Addresses, names and bcrypt in the number of one known breach.
    fn like_canva(accounts: u64) -> Profile {
        let columns =
            [("email", accounts, accounts), ("person_name", accounts, 1000), ("hash.bcrypt", accounts, accounts)];
        let mut profile = profile("dump.csv", accounts, &columns);
        let share = HashShare { formats: vec!["hash.bcrypt", "hash.bcrypt_md5"], rows: 90, of: 100, common: 0 };
        profile.columns[2].hashes.shares = vec![share];
        profile
    }

    #[test]
    fn size_data_classes_and_storage_together_point_to_a_breach() {
        let found = hint(&like_canva(WHOLE - WHOLE / 50));
        assert_eq!(names(&found)[0], "Canva");
        let reasons = &found.candidates[0].reasons;
        assert_eq!(reasons, &["data classes 3 of 5", "size within 3 %", "storage bcrypt"]);
        assert_eq!(hint(&like_canva(3000)).candidates, [], "common data and common storage alone point to none");
    }

    /// An entry that says no more than `md5` agrees with hashes that are known to have no salt, and has all that the dump has.
    #[test]
    fn what_an_entry_leaves_open_does_not_speak_against_it() {
        let entry = BREACHES.iter().find(|breach| breach.name == "123RF").unwrap();
        assert_eq!(entry.storage, ["md5"]);
        let column = |class: &str| match class {
            "Email addresses" => Some("email"),
            "Names" => Some("person_name"),
            "Passwords" => Some("hash.md5"),
            "Phone numbers" => Some("phone"),
            "IP addresses" => Some("ipv4"),
            "Usernames" => Some("username"),
            _ => None,
        };
        let kinds: Vec<(&'static str, u64, u64)> =
            entry.classes.iter().filter_map(|class| Some((column(class)?, 5_000, 4_900))).collect();
        let mut dump = profile("dump.csv", 5_000, &kinds);
        for column in &mut dump.columns {
            if column.kind == Some("hash.md5") {
                column.hashes.shares =
                    vec![HashShare { formats: vec!["hash.md5"], rows: 5_000, of: 5_000, common: 40 }];
            }
        }
        let address = ColumnProfile {
            name: Some("address".into()),
            kind: None,
            compared_as: None,
            hashes: Default::default(),
            ..dump.columns[0].clone()
        };
        dump.columns.push(address);
        assert_eq!(entry.classes.len(), dump.columns.len());
        // Others hold the same and one class more: none of them is named before it.
        assert!(names(&hint(&dump)).first().is_none_or(|name| *name == "123RF"), "{:?}", hint(&dump));
    }

    /// Where a few breaches hold all that the dump holds and nothing points to one, they are named; sensitive ones to those who
    /// ask.
    #[test]
    fn a_few_that_nothing_tells_apart_are_named() {
        let likeness = |sensitive: bool| {
            let breach = BREACHES.iter().find(|breach| breach.sensitive == sensitive).unwrap();
            Likeness { breach, reasons: Vec::new() }
        };
        let (open, hidden) = (likeness(false), likeness(true));
        let alike = vec![hidden.clone(), open.clone()];
        let hint = Hint { candidates: Vec::new(), alike, outcome: Some(Outcome::NoneStandsOut(2)) };
        let (told, all) = (hint.note(false).unwrap(), hint.note(true).unwrap());
        assert!(told.contains(&format!("({})", open.breach.name)) && told.starts_with("2 known"), "{told}");
        assert!(all.contains(&format!("({}, {})", hidden.breach.name, open.breach.name)), "{all}");
        let hint = Hint { candidates: vec![hidden], alike: Vec::new(), outcome: Some(Outcome::Candidates) };
        assert!(hint.note(false).unwrap().contains("none is named") && hint.note(true).unwrap().contains("A hint"));
    }

    #[test]
    fn dates_after_the_breach_speak_against_it() {
        let mut later = like_canva(WHOLE);
        later.columns.push(ColumnProfile {
            name: None,
            kind: Some("date"),
            latest: Some("2022-03".into()),
            ..later.columns[0].clone()
        });
        assert!(!names(&hint(&later)).contains(&"Canva"));
    }

    /// Hashes that come again without one of a common password among them are hidden by a word that all have: an entry without
    /// salts is not told by them, nor one of plain text by a column of ciphers.
    #[test]
    fn hashes_that_no_common_password_has_are_not_those_of_an_entry_without_salts() {
        let dump = |common: u64| {
            let mut dump = profile(
                "dump.csv",
                5_000,
                &[("email", 5_000, 5_000), ("username", 5_000, 5_000), ("hash.md5", 5_000, 4_000)],
            );
            let share = HashShare { formats: vec!["hash.md5"], rows: 5_000, of: 5_000, common };
            dump.columns[2].hashes.shares = vec![share];
            Outside::of(&dump)
        };
        let entry = BREACHES.iter().find(|breach| breach.name == "Lifeboat").unwrap();
        assert!(dump(0).storage_agrees(entry).is_none() && dump(0).is_stored_otherwise(entry));
        assert!(dump(40).storage_agrees(entry).is_some());
    }

    /// A breach that holds all and no more is before one that holds three classes more and whose month is nearer.
    #[test]
    fn dates_that_end_before_a_breach_do_not_outweigh_what_it_holds() {
        let (own, other) = ("Luxottica", "MMGFusion");
        let entry = |name: &str| BREACHES.iter().find(|breach| breach.name == name).unwrap();
        let classes = entry(own).classes.iter().map(|class| (*class, rarity(|breach| breach.classes.contains(class))));
        let outside = Outside {
            country: None,
            classes: classes.collect(),
            storage: Vec::new(),
            formats: Vec::new(),
            accounts: None,
            latest: Some(202_011),
        };
        let weight = |name: &str| outside.score(entry(name)).weight;
        assert!(weight(own) > weight(other) + 2.0, "{} {}", weight(own), weight(other));
    }

    /// Tax numbers of Ukraine are in no breach of a South African service.
    #[test]
    fn an_entry_of_another_country_is_no_hint() {
        let columns =
            [("email", 9000, 9000), ("person_name", 9000, 9000), ("phone", 9000, 9000), ("ua.rntrc", 9000, 9000)];
        let mut profile = profile("dump.csv", 9000, &columns);
        profile.columns[3].decided = Decided::Values;
        let outside = Outside::of(&profile);
        assert_eq!(outside.country, Some("ua"));
        let entry = |end: &str| BREACHES.iter().find(|breach| breach.domain.ends_with(end)).unwrap();
        for (end, elsewhere) in [(".co.za", true), (".com", false), (".io", false)] {
            assert_eq!(outside.is_elsewhere(entry(end)), elsewhere, "{end}");
        }
        let (here, there) =
            (outside.score(entry(".co.za")), Outside { country: None, ..outside }.score(entry(".co.za")));
        assert!(here.weight < there.weight && !here.stands_out && !here.holds_all);
    }

    #[test]
    fn a_dump_of_papers_is_nothing_that_the_catalogue_is_of() {
        let licences = profile("dump.csv", 9000, &[("ua.driver_licence", 9000, 9000)]);
        assert_eq!(hint(&licences), Hint::default());
    }
}
