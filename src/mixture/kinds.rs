//! The mixture of one kind: classes in, parts with states out.

use std::collections::BTreeMap;

use super::identify::{self, Containment};
use super::noisy_or::{EXACT, Problem};
use super::said::because;
use super::state::KEYS_LEAST;
use super::weighed::{Told, Weighed};
use super::{KeyPart, Mixture, Source, State, credit};
use crate::compare::{KeyClass, Membership};
use crate::stats;

/// Sources of a kind: `of[c]` is the run's reference of column `c`.
pub struct Columns {
    /// By column.
    pub of: Vec<usize>,
    /// By reference.
    pub at: Vec<Option<usize>>,
}

/// The mixture of one kind. `dump` is the number of its distinct keys in the dump, `population` how many exist, where that
/// is stated.
pub fn by_kind(membership: &Membership, dump: u64, sources: &[Source], population: Option<u64>) -> Mixture {
    let columns = Columns::of(membership, sources);
    let all = Tally::of(&membership.classes, &columns);
    let telling = Tally::of(&membership.informative, &columns);
    // The classes may leave out the keys that no reference holds; the dump's own number knows them all.
    let rare = membership.informative != membership.classes;
    let informative = if rare { membership.informative.iter().map(|class| class.found).sum() } else { dump };
    let (single, _) = Problem::of(&membership.informative, &columns.at, columns.of.len());
    let shared = identify::shared(&single);
    let told = Told { rare, informative, population };
    let weighed = (dump >= KEYS_LEAST).then(|| Weighed::of(membership, &columns, &single, &shared, sources, &told));
    // Few keys tell no share that could be stated; how those that several hold divide they tell better than a coin.
    let shares: Option<Vec<f64>> = match &weighed {
        Some(weighed) => Some(weighed.bundle.iter().map(|&bundle| weighed.estimate.shares[bundle]).collect()),
        None => single.classes.iter().any(|class| class.found > 0.0).then(|| single.fit(None, None, EXACT).shares),
    };
    let credits = credits(&membership.classes, &columns, shares.as_deref());
    let parts = columns.of.iter().enumerate().map(|(column, &index)| {
        let mut part = KeyPart {
            reference: sources[index].id.to_owned(),
            held: all.held[column],
            copied_share: None,
            low: None,
            high: None,
            unique: all.unique[column],
            credit: credits[column].clamp(all.unique[column] as f64, all.total[column] as f64),
            total: all.total[column],
            informative_held: telling.held[column],
            informative_unique: telling.unique[column],
            informative_total: telling.total[column],
            share_with_background: None,
            overdispersion: None,
            state: State::Undetermined,
            together: None,
            inseparable_from: Vec::new(),
            because: format!("the dump has fewer than {KEYS_LEAST} keys of the kind"),
        };
        if let Some(weighed) = &weighed {
            weighed.tell(column, &mut part, |other| sources[columns.of[other]].id.to_owned());
        }
        part
    });
    let mut parts: Vec<KeyPart> = parts.collect();
    parts.sort_by(|left, right| left.reference.cmp(&right.reference));
    let id = |column: usize| sources[columns.of[column]].id.to_owned();
    let contained = identify::contained(&shared).into_iter().map(|(one, other, share, share_of_other)| Containment {
        reference: id(one),
        of: id(other),
        share,
        share_of_other,
    });
    let mut contained: Vec<Containment> = contained.collect();
    contained.sort_by(|left, right| (&left.reference, &left.of).cmp(&(&right.reference, &right.of)));
    let mut mixture = Mixture {
        kind: membership.kind.clone(),
        dump,
        informative,
        unattributed: stats::share(dump.saturating_sub(all.found), dump),
        informative_unattributed: stats::share(informative.saturating_sub(telling.found), informative),
        background: weighed.as_ref().and_then(|weighed| weighed.estimate.background),
        strata: weighed.as_ref().map_or_else(Vec::new, |weighed| weighed.strata.clone()),
        parts,
        contained,
        because: String::new(),
    };
    mixture.because = because(&mixture, weighed.is_some_and(|weighed| weighed.estimate.bent));
    mixture
}

/// Counts of keys by column.
struct Tally {
    held: Vec<u64>,
    unique: Vec<u64>,
    total: Vec<u64>,
    /// Keys of the dump that any source holds.
    found: u64,
}

impl Tally {
    fn of(classes: &[KeyClass], columns: &Columns) -> Tally {
        let none = vec![0; columns.of.len()];
        let mut tally = Tally { held: none.clone(), unique: none.clone(), total: none, found: 0 };
        for class in classes {
            let members = columns.members(class);
            for &column in &members {
                tally.held[column] += class.held;
                tally.total[column] += class.found;
            }
            if let [only] = members[..] {
                tally.unique[only] += class.found;
            }
            tally.found += if members.is_empty() { 0 } else { class.found };
        }
        tally
    }
}

impl Columns {
    /// Sums of parts round by their order, and replicates are drawn by it: it is that of what the references hold, so that
    /// neither their names nor the order in which they were given show. Only those that hold and give alike go by id.
    fn of(membership: &Membership, sources: &[Source]) -> Columns {
        let is_source = |&&index: &&usize| sources.get(index).is_some_and(|source| source.is_source);
        let of: Vec<usize> = membership.references.iter().filter(is_source).copied().collect();
        let columns = Columns::numbered(of, sources.len());
        let tally = Tally::of(&membership.informative, &columns);
        let mut order: Vec<usize> = (0..columns.of.len()).collect();
        order.sort_by_key(|&at| (tally.held[at], tally.unique[at], tally.total[at], sources[columns.of[at]].id));
        Columns::numbered(order.into_iter().map(|at| columns.of[at]).collect(), sources.len())
    }

    fn numbered(of: Vec<usize>, references: usize) -> Columns {
        let mut at = vec![None; references];
        of.iter().enumerate().for_each(|(column, &index)| at[index] = Some(column));
        Columns { of, at }
    }

    fn members(&self, class: &KeyClass) -> Vec<usize> {
        let mut members: Vec<usize> = class.members.iter().filter_map(|&member| *self.at.get(member)?).collect();
        members.sort_unstable();
        members
    }
}

/// Credit by column: keys divided by the copied shares of their holders, equally where those are not known.
fn credits(classes: &[KeyClass], columns: &Columns, shares: Option<&[f64]>) -> Vec<f64> {
    let mut credits = vec![0.0; columns.of.len()];
    let mut found: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for class in classes.iter().filter(|class| class.found > 0) {
        *found.entry(columns.members(class)).or_default() += class.found;
    }
    for (members, found) in found {
        let share = |&column: &usize| shares.map_or(0.5, |shares| shares[column]);
        let division = credit::division(&members.iter().map(share).collect::<Vec<_>>());
        members.iter().zip(division).for_each(|(&column, part)| credits[column] += part * found as f64);
    }
    credits
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
pub(super) mod tests;
