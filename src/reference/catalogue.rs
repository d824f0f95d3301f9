//! Known breaches: what was taken, when, how much of it and how its passwords were stored. Names and counts, no records.
//!
//! The list is data (`catalogue/breaches.tsv`, one line a breach), read when it is first asked for. An entry that somebody
//! may come to harm by is *sensitive*: it is told to those who ask for it by its name, and never named otherwise.
//!
//! # Source
//! Have I Been Pwned, metadata of breaches as of 2025-03-15, CC BY 4.0.

use std::sync::LazyLock;

/// What the licence asks to be said wherever entries are shown.
pub const ATTRIBUTION: &str =
    "Have I Been Pwned (https://haveibeenpwned.com), CC BY 4.0, as of 2025-03-15; descriptions left out";

/// One known breach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Its name, unique, letters and digits mostly: what it is asked for by.
    pub name: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// Domain of the system; empty where there is none.
    pub domain: &'static str,
    /// Day on which it happened, ISO 8601; often the month or year alone is known and its first day stands here.
    pub breach_date: &'static str,
    /// Day on which it entered the catalogue, ISO 8601.
    pub added: &'static str,
    /// Distinct e-mail addresses (or telephone numbers) in it: no rows.
    pub accounts: u64,
    /// What was taken, in the words of the catalogue.
    pub classes: Vec<&'static str>,
    /// Keywords for how passwords were stored (`sha1_unsalted`, `bcrypt`, `plaintext`); several may stand for one breach.
    pub storage: Vec<&'static str>,
    /// Kind id of the format of its passwords, where that is known from nowhere else; empty elsewhere.
    pub format: &'static str,
    /// Whether the catalogue calls it genuine beyond reasonable doubt.
    pub verified: bool,
    /// Whether it is known to be made up.
    pub fabricated: bool,
    /// Whether it is a list of addresses for spam.
    pub spam_list: bool,
    /// Whether it was gathered from infected computers.
    pub stealer_log: bool,
    /// Whether it is a list of victims of malware.
    pub malware: bool,
    /// Whether it is named only when it is asked for.
    pub sensitive: bool,
}

impl Breach {
    /// Year, month and so on as one number: 201205 for May 2012.
    pub fn month(&self) -> u32 {
        let digits: String = self.breach_date.chars().filter(char::is_ascii_digit).take(6).collect();
        digits.parse().unwrap_or(0)
    }

    /// Whether its people, not its lists of addresses, make it up: neither spam nor the booty of malware.
    pub fn is_of_a_system(&self) -> bool {
        !(self.spam_list || self.stealer_log || self.malware)
    }
}

/// Every entry, in the order of names without regard to case.
pub static BREACHES: LazyLock<Vec<Breach>> = LazyLock::new(|| {
    let classes: Vec<&'static str> = include_str!("catalogue/data_classes.txt").lines().collect();
    let lines = include_str!("catalogue/breaches.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| read(line, &classes)).collect()
});

/// One line of the data; `None` if it is not as it should be, which a test rules out.
fn read(line: &'static str, all: &[&'static str]) -> Option<Breach> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let (name, title, domain, breach_date, added) = (next()?, next()?, next()?, next()?, next()?);
    let accounts = next()?.parse().ok()?;
    let class = |number: &str| all.get(number.parse::<usize>().ok()?).copied();
    let classes = next()?.split(',').map(class).collect::<Option<Vec<_>>>()?;
    let storage = next()?.split(',').filter(|word| !word.is_empty()).collect();
    let flags = next()?;
    Some(Breach {
        name,
        title,
        domain,
        breach_date,
        added,
        accounts,
        classes,
        storage,
        format: next().unwrap_or_default(),
        verified: flags.contains('v'),
        fabricated: flags.contains('f'),
        spam_list: flags.contains('s'),
        stealer_log: flags.contains('l'),
        malware: flags.contains('m'),
        sensitive: flags.contains('x'),
    })
}

/// What was found for a name.
#[derive(Debug, Default)]
pub struct Found {
    /// The entries of exactly this name, title or domain; sensitive ones too.
    pub exact: Vec<&'static Breach>,
    /// Others whose name begins so or is of the same domain; no sensitive ones.
    pub near: Vec<&'static Breach>,
}

/// The entries for a name, title or domain, whatever its case and punctuation.
pub fn look_up(text: &str) -> Found {
    let wanted = plain(text);
    let mut found = Found::default();
    if wanted.is_empty() {
        return found;
    }
    let named = |breach: &&Breach| plain(breach.name) == wanted || plain(breach.title) == wanted;
    found.exact = BREACHES.iter().filter(named).collect();
    if found.exact.is_empty() {
        found.exact = BREACHES.iter().filter(|breach| plain(breach.domain) == wanted).collect();
    }
    let domains: Vec<&str> =
        found.exact.iter().map(|breach| breach.domain).filter(|domain| !domain.is_empty()).collect();
    let begins = |breach: &Breach| wanted.chars().count() >= 4 && plain(breach.name).starts_with(&wanted);
    let near = |breach: &&Breach| begins(breach) || domains.contains(&breach.domain);
    let exact = |breach: &Breach| found.exact.iter().any(|other| other.name == breach.name);
    found.near = BREACHES.iter().filter(|breach| near(breach) && !exact(breach) && !breach.sensitive).collect();
    found
}

/// Letters and digits alone, in lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_entry_with_its_own_name() {
        let lines = include_str!("catalogue/breaches.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!((BREACHES.len(), lines), (875, 875));
        let names: Vec<String> = BREACHES.iter().map(|breach| breach.name.to_lowercase()).collect();
        assert!(names.is_sorted() && names.windows(2).all(|pair| pair[0] != pair[1]));
        for breach in BREACHES.iter() {
            assert!((200_001..=202_503).contains(&breach.month()), "{}", breach.name);
            assert!(breach.format.is_empty() || crate::kind::hash::format(breach.format).is_some(), "{}", breach.name);
            assert!(!breach.classes.is_empty() && breach.accounts > 0, "{}", breach.name);
        }
        assert!(include_str!("catalogue/breaches.tsv").contains("licence CC BY 4.0"));
    }

    #[test]
    fn an_entry_is_as_it_was_published() {
        let canva = look_up("CANVA").exact[0];
        assert_eq!((canva.domain, canva.breach_date, canva.accounts), ("canva.com", "2019-05-24", 137_272_116));
        assert!(canva.classes.contains(&"Usernames") && canva.storage.contains(&"bcrypt") && canva.verified);
        assert!(look_up("Zoosk").exact[0].fabricated && BREACHES.iter().any(|breach| breach.spam_list));
    }

    #[test]
    fn names_titles_and_domains_find_and_near_ones_are_listed() {
        for text in ["last.fm", "Lastfm", "LAST FM"] {
            assert_eq!(look_up(text).exact.iter().map(|breach| breach.name).collect::<Vec<_>>(), ["Lastfm"], "{text}");
        }
        let near = look_up("OGUsers");
        assert_eq!((near.exact.len(), near.near.len()), (1, 3));
        assert_eq!(look_up("ogus").near.len(), 4);
        assert!(
            look_up("no such system").exact.is_empty() && look_up("").exact.is_empty() && look_up("..").near.is_empty()
        );
    }

    #[test]
    fn the_sensitive_ones_are_found_by_their_name_alone() {
        for name in
            ["AshleyMadison", "Badoo", "Fling", "Vastaamo", "VTech", "MuslimMatch", "xHamster", "mSpy", "Guntrader"]
        {
            assert!(look_up(name).exact[0].sensitive, "{name}");
        }
        let harmful = ["Sexual orientations", "Sexual fetishes", "HIV statuses", "Drug habits", "Personal health data"];
        let unmarked =
            |breach: &&Breach| !breach.sensitive && breach.classes.iter().any(|class| harmful.contains(class));
        assert!(!BREACHES.iter().any(|breach| unmarked(&breach)));
        assert!(look_up("ashley").exact.is_empty() && look_up("ashley").near.is_empty());
        assert!(look_up("AdultFriendFinder").near.is_empty(), "the other one of the name is not named");
        let share = BREACHES.iter().filter(|breach| breach.sensitive).count();
        assert!((90..200).contains(&share), "{share}");
    }
}
