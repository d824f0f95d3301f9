//! Dumps of nothing but passwords or their hashes: what the mixture says of all of them, common ones included, and which
//! list was made from which.
//!
//! Rows whose password is common tell no source one by one. How many of them each present list has brought is known all the
//! same: a copy takes common and rare ones alike.

use crate::evidence::words;
use crate::kind::{self, Rank};
use crate::mixture::{KeyPart, Mixture, State};

/// Share from which on a list stands in another as a whole, misspellings and lines that were lost aside.
const WHOLE: f64 = 0.95;
/// Keys that can tell a source below which nothing is said of descent.
const TELLING_LEAST: u64 = 50;
/// Times that the larger of two lists must be larger for one to be a part of the other.
const LARGER: f64 = 1.25;

/// Whether the dump holds nothing but passwords and hashes.
pub fn only_secrets(mixtures: &[Mixture]) -> bool {
    let secret = |mixture: &Mixture| {
        kind::find(&mixture.kind).is_some_and(|kind| matches!(kind.rank, Rank::Password | Rank::Hash))
    };
    mixtures.iter().filter(|mixture| mixture.dump > 0).all(secret)
}

/// The mixture of most of the dump's keys, where they are nothing but passwords or hashes.
fn main(mixtures: &[Mixture]) -> Option<&Mixture> {
    let largest = mixtures.iter().filter(|mixture| mixture.dump > 0 && !mixture.parts.is_empty());
    largest.max_by_key(|mixture| mixture.dump).filter(|_| only_secrets(mixtures))
}

/// Keys of the dump that a list has brought: no more than its copied share of all that it holds, so that common ones of a
/// list that was not given are not credited to those that were.
fn brought(part: &KeyPart) -> f64 {
    part.copied_share.map_or(0.0, |share| part.credit.min(share * part.held as f64))
}

fn is_present(part: &KeyPart) -> bool {
    part.state == State::Present || part.together == Some(State::Present)
}

/// Share of the dump's different passwords, common ones included, that present lists have brought, 0..=1; `None` where
/// every one can tell a source, or the dump holds other kinds.
pub fn share(mixtures: &[Mixture]) -> Option<f64> {
    let mixture = main(mixtures).filter(|mixture| mixture.informative < mixture.dump)?;
    let brought: f64 = mixture.parts.iter().filter(|part| is_present(part)).map(brought).sum();
    Some((brought / mixture.dump as f64).min(1.0))
}

/// The same list by list, a clause; `None` where no list is present, or as [`share`].
pub fn told(mixtures: &[Mixture]) -> Option<String> {
    let mixture = main(mixtures).filter(|mixture| mixture.informative < mixture.dump)?;
    let mut present: Vec<&KeyPart> = mixture.parts.iter().filter(|part| is_present(part)).collect();
    present.sort_by(|left, right| brought(right).total_cmp(&brought(left)).then(left.reference.cmp(&right.reference)));
    if present.is_empty() {
        return None;
    }
    let part = |part: &&KeyPart| {
        let share = words::percent(brought(part) / mixture.dump as f64);
        format!("{share} to {}", part.reference)
    };
    Some(format!(
        "of the {} different {}, common ones included, the copied shares credit {}",
        words::count(mixture.dump),
        noun(mixture),
        words::list(&present.iter().map(part).collect::<Vec<_>>())
    ))
}

/// Which lists stand in the dump as a whole, and in which the dump does, in sentences, by id. Whoever holds both knows no
/// direction beyond that: the contained one may have been taken out of the other, or both from a third.
pub fn sentences(mixtures: &[Mixture]) -> Vec<String> {
    let Some(mixture) = main(mixtures) else { return Vec::new() };
    let whole = |part: u64, of: u64, telling: u64, of_telling: u64| {
        of_telling >= TELLING_LEAST && part as f64 >= WHOLE * of as f64 && telling as f64 >= WHOLE * of_telling as f64
    };
    let mut told = Vec::new();
    for part in &mixture.parts {
        let larger = |one: u64, other: u64| one as f64 >= LARGER * other as f64;
        let name = format!("{} (a name that nobody has verified)", part.reference);
        let of_list = words::part_of(part.total, part.held, noun(mixture));
        let of_dump = words::part_of(part.total, mixture.dump, noun(mixture));
        let contains = whole(part.total, part.held, part.informative_total, part.informative_held);
        let contained = whole(part.total, mixture.dump, part.informative_total, mixture.informative);
        if contains && larger(mixture.dump, part.held) {
            told.push(format!(
                "The dump contains {name}: {of_list} of it are in the dump, which holds more besides; it was made from that \
                 list, or both from a common one."
            ));
        } else if contained && larger(part.held, mixture.dump) {
            told.push(format!(
                "The dump stands in {name}: {of_dump} of the dump are there, and it holds more besides; the dump is derived \
                 from it, or from a list that it was compiled from."
            ));
        } else if contains && contained {
            told.push(format!("The dump and {name} are all but the same list: {of_dump} of the dump are there."));
        }
    }
    told
}

fn noun(mixture: &Mixture) -> &'static str {
    match kind::find(&mixture.kind).map(|kind| kind.rank) {
        Some(Rank::Hash) => "hashes",
        _ => "passwords",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{KeyClass, Membership};
    use crate::mixture::{Source, by_kind};

    /// `telling` of each class are rare.
    fn mixture(classes: &[(&[usize], u64, u64)], telling: &[(&[usize], u64, u64)], ids: &[&str]) -> Vec<Mixture> {
        let class =
            |&(members, held, found): &(&[usize], u64, u64)| KeyClass { members: members.to_vec(), held, found };
        let classes: Vec<KeyClass> = classes.iter().map(class).collect();
        let dump = classes.iter().map(|class| class.found).sum();
        let mut membership = Membership::undivided("password", (0..ids.len()).collect(), classes);
        membership.informative = telling.iter().map(class).collect();
        let sources: Vec<Source> = ids.iter().map(|id| Source { id, is_source: true, chance: 0.0 }).collect();
        vec![by_kind(&membership, dump, &sources, None)]
    }

    /// Half of the dump is of one list, three tenths of another, a fifth is noise, all of it rare.
    #[test]
    fn common_passwords_are_credited_by_the_copied_shares() {
        let of = mixture(
            &[(&[], 0, 4_000), (&[0], 90_000, 4_500), (&[0, 1], 20_000, 7_000), (&[1], 10_000, 3_000)],
            &[(&[], 0, 4_000), (&[0], 60_000, 3_000), (&[0, 1], 50, 17), (&[1], 3_000, 900)],
            &["forum", "small"],
        );
        let share = share(&of).unwrap();
        assert!((0.77..0.80).contains(&share), "{share}: a twentieth of the one, three tenths of the other");
        let told = told(&of).unwrap();
        assert!(told.starts_with("of the 18,500 different passwords") && told.contains("to forum"), "{told}");
    }

    /// Common passwords of a list that was not given are not those of one of which a hundredth was copied.
    #[test]
    fn a_list_brings_no_more_than_its_copied_share() {
        let of =
            mixture(&[(&[], 0, 2_000), (&[0], 100_000, 6_000)], &[(&[], 0, 2_000), (&[0], 50_000, 500)], &["forum"]);
        assert!(share(&of).unwrap() < 0.15, "{:?}", share(&of));
    }

    #[test]
    fn descent_has_a_direction() {
        let part = mixture(&[(&[0], 400_000, 10_000)], &[(&[0], 200_000, 5_000)], &["compiled"]);
        let said = sentences(&part).join(" ");
        assert!(said.contains("stands in compiled") && said.contains("derived from it, or from a list"), "{said}");
        let whole = mixture(
            &[(&[], 0, 50_000), (&[0], 9_000, 9_000), (&[1], 9_000, 4_000)],
            &[(&[], 0, 30_000), (&[0], 4_000, 4_000), (&[1], 4_000, 1_500)],
            &["mail", "other"],
        );
        let said = sentences(&whole).join(" ");
        assert!(said.contains("contains mail") && !said.contains("other"), "{said}");
        let same = mixture(&[(&[], 0, 10), (&[0], 9_000, 8_990)], &[(&[], 0, 5), (&[0], 4_000, 3_995)], &["mail"]);
        assert!(sentences(&same).join(" ").contains("all but the same"), "{:?}", sentences(&same));
    }
}
