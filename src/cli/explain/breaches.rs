//! The catalogue of known breaches, as `leakprov explain` shows it.

use super::{Shelf, line, section};
use crate::evidence::words::count;
use crate::reference::catalogue::{self, Breach};

/// Every entry by name or domain; none is listed.
pub static SHELF: Shelf = Shelf { title: "Known breaches", list: |_| Vec::new(), show: of_breaches };

/// Entries of the catalogue of known breaches: those of the name in full, others that begin so by their names.
fn of_breaches(id: &str) -> Option<String> {
    let found = catalogue::look_up(id);
    let mut text: String = found.exact.iter().map(|breach| of_breach(breach)).collect::<Vec<_>>().join("\n");
    let other = if text.is_empty() { "Known breaches with such a name" } else { "Others of the name" };
    section(
        &mut text,
        other,
        found.near.iter().map(|near| format!("{}: {}, {}", near.name, near.title, near.breach_date)),
    );
    if text.is_empty() {
        return None;
    }
    section(&mut text, "Source", std::iter::once(catalogue::ATTRIBUTION.to_owned()));
    Some(text.trim_start().to_owned())
}

fn of_breach(breach: &Breach) -> String {
    let mut text = format!("{}: a known breach\n\n{}\n", breach.name, breach.title);
    let known = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    line(&mut text, "Domain", &known(breach.domain));
    line(&mut text, "Day of the breach", breach.breach_date);
    line(&mut text, "In the catalogue since", breach.added);
    line(&mut text, "Accounts", &format!("{} distinct addresses, no rows", count(breach.accounts)));
    line(&mut text, "Data classes", &breach.classes.join(", "));
    line(&mut text, "Passwords stored as (keywords)", &known(&breach.storage.join(", ")));
    let flags = [
        (!breach.verified, "not verified"),
        (breach.fabricated, "known to be made up"),
        (breach.spam_list, "a list of addresses for spam"),
        (breach.stealer_log, "gathered from infected computers"),
        (breach.malware, "a list of victims of malware"),
        (breach.sensitive, "sensitive: named only when asked for"),
    ];
    let flags: Vec<&str> = flags.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag).collect();
    if !flags.is_empty() {
        line(&mut text, "Marks", &flags.join("; "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::Listing;
    use super::*;

    #[test]
    fn a_breach_is_explained_and_the_sensitive_ones_by_their_name_alone() {
        let text = (SHELF.show)("ogusers").unwrap();
        for said in ["OGUsers: a known breach", "Domain: ogusers.com", "OGUsers2022", "CC BY 4.0", "md5_salted"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!((SHELF.show)("AshleyMadison").unwrap().contains("sensitive: named only when asked for"));
        assert!(
            (SHELF.show)("ashley").is_none() && !format!("{:?}", (SHELF.list)(Listing::default())).contains("Ashley")
        );
    }
}
