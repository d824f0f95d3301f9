//! Which of the older sets explain the dump's rows?

use super::Corpora;
use super::contained;
use super::descent::{self, only_secrets};
use crate::evidence::Matter;
use crate::evidence::words;
use crate::mixture::{Composition, KeyPart, Mixture, State};
use crate::reference::Role;

/// Credited share of the rows that one set must reach to explain the dump alone.
const SINGLE: f64 = 0.90;
/// The same for several together.
const COMPOSITE: f64 = 0.50;
/// The same for explaining a part; below it none does.
const PARTIAL: f64 = 0.10;
/// Share of the rows with nothing but passwords or hashes that no set may hold, for none to be known: strangers share rare
/// strings now and then.
const STRANGERS: f64 = 0.50;
/// Rows below which nothing is said.
const ROWS_LEAST: u64 = 100;
/// Share of the rows that must be able to tell a source before those that can speak for the dump.
const TELLING: f64 = 0.50;

/// The answer by the present sets and their credit over the rows that can tell a source, with its reason.
///
/// # Source
/// The project's method, section 5.5 C with rule 4 of its precedence section: `partial` is also what is left from a tenth
/// up. Rows that carry no telling key count for no side, unless they are most of the dump: then the few that can tell
/// speak for themselves, and their share is one of all rows. Of lists with nothing but passwords or hashes most rows are
/// like anybody's.
pub fn corpora(matter: &Matter, mixtures: &[Mixture], composition: Option<&Composition>) -> (Corpora, String) {
    let answer = by_credit(matter, mixtures, composition);
    let (answer, mut because) = super::hashed::told(matter, mixtures, answer);
    if let Some(younger) = younger(matter) {
        because = format!("{because} {younger}");
    }
    if answer != Corpora::NotTested {
        for sentence in descent::sentences(mixtures) {
            because = format!("{because} {sentence}");
        }
    }
    (answer, because)
}

/// That sets are younger than the dump; `None` where none is.
fn younger(matter: &Matter) -> Option<String> {
    let overlaps = |index: usize| matter.key_overlaps().any(|overlap| overlap.reference == index);
    let corpora = matter.references.iter().enumerate();
    let corpora = corpora.filter(|(_, known)| known.reference.role == Role::Corpus);
    let younger = corpora.filter(|(index, _)| matter.is_younger(*index) && overlaps(*index));
    let named: Vec<String> = younger
        .filter_map(|(_, known)| Some(format!("{} (dated {})", known.reference.id, known.reference.date.as_deref()?)))
        .collect();
    (!named.is_empty()).then(|| {
        let (are, they) = if named.len() == 1 { ("is", "it") } else { ("are", "they") };
        format!(
            "{} {are} younger than the dump, which existed on {}: {they} may hold the dump, and the dump cannot come from there as \
             {they} {are}.",
            words::list(&named),
            matter.dump_date().unwrap_or_default()
        )
    })
}

/// Part of the rows from which on what is credited to sets that are not shown to be present is told, 0..=1: below it
/// nothing shows in whole per cents.
const SHOWN: f64 = 0.005;

fn by_credit(matter: &Matter, mixtures: &[Mixture], composition: Option<&Composition>) -> (Corpora, String) {
    let corpora: Vec<&str> = matter
        .references
        .iter()
        .enumerate()
        .filter(|(index, known)| {
            known.reference.role == Role::Corpus
                && !matter.is_younger(*index)
                && matter.key_overlaps().any(|overlap| overlap.reference == *index)
        })
        .map(|(_, known)| known.reference.id.as_str())
        .collect();
    let Some(composition) = composition.filter(|_| !corpora.is_empty()) else {
        return (Corpora::NotTested, "No older record set was given that shares a kind of key with the dump.".into());
    };
    if composition.informative_rows < ROWS_LEAST {
        let why = format!(
            "Cannot tell: {} carry a key that could tell a source, and fewer than {ROWS_LEAST} are not weighed.",
            words::part_of(composition.informative_rows, composition.rows, "rows")
        );
        return (Corpora::Undetermined, why);
    }
    let present =
        groups(mixtures, &corpora, |part| part.state == State::Present || part.together == Some(State::Present));
    let few_tell = !only_secrets(mixtures) && (composition.informative_rows as f64) < TELLING * composition.rows as f64;
    let credit = |ids: &[String]| -> f64 {
        let parts = composition.parts.iter().filter(|part| ids.contains(&part.reference));
        parts.filter_map(|part| if few_tell { part.share } else { part.share_of_informative }).sum()
    };
    // Of common passwords no row tells, yet all of them together do.
    let of_all = descent::share(mixtures).filter(|_| !present.is_empty());
    let of_present = of_all.unwrap_or_else(|| credit(&present.concat()));
    let named: Vec<String> = present.iter().map(|ids| with_containers(matter, ids)).collect();
    let whose = match of_all {
        Some(_) => "of the different passwords, common ones included,",
        None if few_tell => "of all rows, most of which can tell no source,",
        None => "of the rows that can tell a source",
    };
    let told = format!("{whose} are credited to {}", words::list(&named));
    match present.len() {
        1 if of_present >= SINGLE => {
            (Corpora::Single, format!("{} {told}, the only set that is present.", share(of_present)))
        }
        2.. if of_present >= COMPOSITE => {
            (Corpora::Composite, format!("{} {told}; each of them is present.", share(of_present)))
        }
        1.. if of_present >= PARTIAL => {
            // Where keys are counted instead of rows, who has the rest is not told by rows.
            let others: Vec<String> = composition.parts.iter().map(|part| part.reference.clone()).collect();
            let others: Vec<String> = others.into_iter().filter(|id| !present.concat().contains(id)).collect();
            let open = if of_all.is_none() { credit(&others) } else { 0.0 };
            let rest = match (share(open), open >= SHOWN) {
                (open, true) => format!("{open} to sets that match but are not shown to be present, the rest to none"),
                _ => "the rest is not explained by sets that are shown to be present".to_owned(),
            };
            (Corpora::Partial, format!("{} {told}; {rest}.", share(of_present)))
        }
        0 => none_present(mixtures, composition, &corpora),
        _ => (Corpora::Undetermined, format!("Only {} {told}.", share(of_present))),
    }
}

/// Sets that cannot be told apart, and those that they may have been picked out of.
fn with_containers(matter: &Matter, ids: &[String]) -> String {
    let mut others: Vec<String> = ids.iter().flat_map(|id| contained::containers_of(matter, id)).collect();
    others.retain(|other| !ids.contains(other));
    others.sort();
    others.dedup();
    let named = ids.join(" or ");
    if others.is_empty() { named } else { format!("{named} (or picked out of {})", words::list(&others)) }
}

fn none_present(mixtures: &[Mixture], composition: &Composition, corpora: &[&str]) -> (Corpora, String) {
    let held = composition.rows.saturating_sub(composition.unknown);
    let matched = held as f64 / composition.informative_rows as f64;
    let open = groups(mixtures, corpora, |part| matches!(part.state, State::Inseparable));
    let most = if only_secrets(mixtures) { STRANGERS } else { PARTIAL };
    if open.is_empty() && matched < most {
        let why = format!(
            "No set is present, and {} of the rows that can tell a source match none: they come from a source that was not \
             given.",
            share(1.0 - matched)
        );
        return (Corpora::NoneKnown, why);
    }
    let why = if open.is_empty() {
        format!(
            "{} of the rows that can tell a source match some set, but no set is shown to be present.",
            share(matched)
        )
    } else {
        let named: Vec<String> = open.iter().map(|ids| ids.join(" or ")).collect();
        format!("Cannot be told apart by the keys held: {}.", words::list(&named))
    };
    (Corpora::Undetermined, why)
}

/// Sets of which some kind's part is `wanted`, those that cannot be told from each other together, by first id.
fn groups(mixtures: &[Mixture], corpora: &[&str], wanted: impl Fn(&KeyPart) -> bool) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for part in mixtures.iter().flat_map(|mixture| &mixture.parts).filter(|part| wanted(part)) {
        if !corpora.contains(&part.reference.as_str()) {
            continue;
        }
        let mut group = vec![part.reference.clone()];
        if part.state == State::Inseparable {
            // The credit of sets that are all but the same divides by convention: whatever they are, it is theirs together.
            group.extend(part.inseparable_from.iter().cloned());
        }
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|known| known.iter().any(|id| group.contains(id)));
        joined.push(group);
        let mut joined = joined.concat();
        joined.sort_unstable();
        joined.dedup();
        groups = apart;
        groups.push(joined);
    }
    groups.sort_unstable();
    groups
}

fn share(share: f64) -> String {
    words::percent(share.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Counts, KeyClass, Membership, RowClass, Rows};
    use crate::verdict::sample::{World, key_overlap, profile, reference};

    /// One old list of mail addresses of which 135 rows are in the dump, beside `rest` rows of which `told` can tell a source.
    fn of(rest: u64, told: u64, kind: &'static str) -> Corpora {
        let class = |members: &[usize], held, found| KeyClass { members: members.to_vec(), held, found };
        let classes = vec![class(&[], 0, told), class(&[0], 2_700, 135)];
        let rows = |members: &[usize], rows| RowClass::of_one_kind(members, members, rows);
        let all = Rows {
            rows: 135 + rest,
            informative: 135 + told,
            classes: vec![rows(&[], rest), rows(&[0], 135)],
            repeats: vec![],
        };
        let world = World {
            dump: Some(profile("dump.csv", 135 + rest, &[(kind, 135 + told, 135 + told)])),
            references: vec![(reference("social", Role::Corpus), None)],
            counts: Some(Counts {
                overlaps: vec![key_overlap(0, kind, 135 + told, 2_700, 135)],
                memberships: vec![Membership::undivided(kind, vec![0], classes)],
                rows: Some(all),
                ..Counts::default()
            }),
            ..World::default()
        };
        let sources = [crate::mixture::Source { id: "social", is_source: true, chance: 0.0 }];
        let counts = world.counts.as_ref().unwrap();
        let mixtures = [crate::mixture::by_kind(&counts.memberships[0], 135 + told, &sources, None)];
        let copied = crate::mixture::copied(&mixtures, &["social"]);
        let composition = crate::mixture::of_rows(counts.rows.as_ref().unwrap(), &[0], &sources, &copied);
        corpora(&world.matter(), &mixtures, Some(&composition)).0
    }

    #[test]
    fn a_few_rows_that_can_tell_do_not_speak_for_all() {
        assert_eq!(of(5, 0, "email"), Corpora::Single);
        assert_eq!(of(100, 0, "email"), Corpora::Single, "most rows tell, and all of those are its");
        assert_eq!(of(4_850, 0, "email"), Corpora::Undetermined, "3 of 100 rows");
        assert_eq!(of(400, 0, "email"), Corpora::Partial, "a quarter of the rows, and nothing else can tell");
        assert_eq!(of(4_850, 4_850, "email"), Corpora::NoneKnown, "another list of the same people has as many");
        assert_eq!(of(4_850, 0, "password"), Corpora::Single, "common passwords are anybody's");
    }
}
