//! The kinds, as `leakprov explain` shows them.

use super::{Listing, Shelf, line, section};
use crate::kind::facts::Facts;
use crate::kind::{Guise, KINDS, Kind, Rank, Standing, Wider, find_wider, hash};

/// Every kind.
pub static SHELF: Shelf = Shelf {
    title: "Kinds (what a value is)",
    list: |Listing { verbose, .. }| {
        let says = |kind: &Kind| match verbose {
            true => format!("{}\nchance {}", kind.title, worth(kind.chance)),
            false => kind.title.to_owned(),
        };
        KINDS.iter().map(|kind| (kind.id.to_owned(), says(kind))).collect()
    },
    show: |id| KINDS.iter().find(|kind| kind.id == id).map(|kind| definition(kind)),
};

fn definition(kind: &Kind) -> String {
    let mut text = format!("{}: a kind\n\n{}\n", kind.id, kind.title);
    line(&mut text, "In sentences", kind.plural);
    line(&mut text, "Tells", tells(kind));
    line(&mut text, "Chance", &worth(kind.chance));
    // A hash has as many values as its bits say, in two cases of letters: its texts are not its keys.
    if let Some(width) = kind.width.filter(|_| kind.rank != Rank::Hash) {
        let keys = width + kind.chance.log10();
        line(&mut text, "Keys", &format!("about 10^{keys:.1} of the 10^{width:.1} texts of its shape"));
    }
    line(
        &mut text,
        "Rule",
        match kind.standing {
            Standing::Confirmed => "confirmed in its definition or with an independent implementation",
            Standing::Partly => "confirmed in part",
            Standing::Unconfirmed => "not confirmed: it decides nothing without a header",
        },
    );
    if let Some(format) = hash::format(kind.id) {
        of_hash(&mut text, format);
    }
    if kind.regional {
        line(&mut text, "Region", "national spellings need their country (identify --region)");
    }
    if kind.filler.is_some() {
        line(
            &mut text,
            "Placeholders",
            "numbers and names filled in where none is known are counted and are never keys",
        );
    }
    section(&mut text, "Its numbers say of themselves", held(kind).into_iter());
    section(&mut text, "May stand in columns of its own", pieces(kind).into_iter());
    section(
        &mut text,
        "Right spellings → the one canonical key",
        kind.valid.iter().map(|(text, key)| format!("{text:?} → {key}")),
    );
    section(
        &mut text,
        "Wrong, and why",
        kind.invalid.iter().map(|(text, why)| format!("{text:?}: {}", format!("{why:?}").to_lowercase())),
    );
    section(
        &mut text,
        "Words that head such columns",
        std::iter::once(kind.headers.join(", ")).filter(|words| !words.is_empty()),
    );
    section(&mut text, "Likelier beside", std::iter::once(kind.beside.join(", ")).filter(|kinds| !kinds.is_empty()));
    section(&mut text, "Looks the same", looks_the_same(kind).into_iter());
    section(&mut text, "Bear in mind", std::iter::once(kind.caveat.to_owned()));
    section(&mut text, "Sources", kind.sources.iter().map(|source| (*source).to_owned()));
    text
}

fn tells(kind: &Kind) -> &'static str {
    match (kind.rank, kind.guise) {
        (Rank::Attribute, _) => "many records: never identifies one alone",
        (Rank::Thing, _) => "one thing, and through it the record of whoever has it",
        (_, Guise::Secret) => "one record if it is rare, nothing if it is common",
        _ => "one record",
    }
}

/// What a pass of a kind's checks is worth, in words.
fn worth(chance: f64) -> String {
    if chance >= 1.0 {
        return "1: the values alone never decide the kind; a header or known neighbours must".to_owned();
    }
    format!("{chance:.2e}: of random text of the right shape, one in {:.0} passes", 1.0 / chance)
}

/// What the first right example says of itself, named.
fn held(kind: &Kind) -> Vec<String> {
    let Some(read) = kind.facts else { return Vec::new() };
    let found: Vec<(&str, Facts)> = kind.valid.iter().map(|(_, key)| (*key, read(key.as_bytes()))).collect();
    let named = found.iter().find(|(_, facts)| *facts != Facts::default());
    let shown = named
        .map(|(key, facts)| facts.named().iter().map(|(what, value)| format!("{what}: {value} (of {key})")).collect());
    shown.unwrap_or_default()
}

fn pieces(kind: &Kind) -> Vec<String> {
    let shown = |(number, piece): (usize, &crate::kind::Piece)| {
        let optional = if piece.optional { ", may be missing" } else { "" };
        format!("part {}{optional}, headed {}", number + 1, piece.headers.join(", "))
    };
    kind.pieces.iter().enumerate().map(shown).collect()
}

/// Kinds that take at least half of the kind's right spellings too, but those that take any text.
fn looks_the_same(kind: &Kind) -> Option<String> {
    let takes = |other: &Kind| {
        let mut key = Vec::new();
        let taken = |(text, _): &&(&str, &str)| {
            key.clear();
            (other.key)(text.as_bytes(), crate::kind::Region::Unknown, &mut key).is_ok()
        };
        kind.valid.iter().filter(taken).count() * 2 >= kind.valid.len()
    };
    let alike = |other: &&&'static Kind| other.id != kind.id && other.guise != Guise::Secret && takes(other);
    let ids: Vec<&str> = KINDS.iter().filter(alike).map(|other| other.id).collect();
    (!ids.is_empty()).then(|| ids.join(", "))
}

/// Every second key.
pub static WIDER: Shelf = Shelf {
    title: "Second keys (overlaps on the attribute level)",
    list: |_| {
        let all = KINDS.iter().flat_map(|kind| kind.wider);
        all.map(|wider| (wider.id.to_owned(), wider.title.to_owned())).collect()
    },
    show: |id| find_wider(id).map(|(kind, wider)| of_wider(kind, wider)),
};

fn of_wider(kind: &Kind, wider: &Wider) -> String {
    let mut text = format!("{}: a second key of the kind {}\n\n{}\n", wider.id, kind.id, wider.title);
    line(&mut text, "Tells", "how many agree under a wider reading: never a key alone");
    section(&mut text, "One under it", wider.same.iter().map(|(one, other)| format!("{one} = {other}")));
    section(&mut text, "Not one", wider.unlike.iter().map(|(one, other)| format!("{one} ≠ {other}")));
    section(&mut text, "Bear in mind", std::iter::once(wider.caveat.to_owned()));
    section(&mut text, "Sources", wider.sources.iter().map(|source| (*source).to_owned()));
    text
}

/// What is known of a format of password hashes beyond its kind.
fn of_hash(text: &mut String, format: &hash::Format) {
    let salted = match format.salt {
        hash::Salt::None => "no",
        hash::Salt::Random => "yes, with random text",
        hash::Salt::Name => "yes, with the name of the account",
    };
    line(text, "Salted", salted);
    let look_up = if format.lookup { "yes" } else { "no: the same password has another text in every list" };
    line(text, "Can be looked up in other lists", look_up);
    line(text, "Mode of hashcat", &format.mode.map_or("none".to_owned(), |mode| mode.to_string()));
    line(text, "Seen in", format.seen);
    let alike: Vec<&str> = format.twins().map(|twin| twin.id).chain(format.alike.iter().copied()).collect();
    if !alike.is_empty() {
        line(text, "Looks like", &alike.join(", "));
    }
    if let Some(usual) = format.behind {
        line(text, "Told as", &format!("{usual}, unless a header, --key or known passwords say more"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_tells_its_salt_its_mode_and_what_it_looks_like() {
        let text = (SHELF.show)("hash.vbulletin_old").unwrap();
        for said in
            ["Salted: yes, with random text", "Mode of hashcat: 2611", "Looks like: hash.dcc, hash.md5_pass_salt"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!((SHELF.show)("hash.md4").unwrap().contains("Told as: hash.md5"));
    }
}
