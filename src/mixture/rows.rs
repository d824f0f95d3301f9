//! The composition over rows.

use std::collections::BTreeMap;

use super::{Composition, KeyPart, Mixture, RowPart, Source, credit};
use crate::compare::Rows;
use crate::kind;
use crate::stats;

/// What is known of the copied share of a reference, for the division of rows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Copied {
    /// Copied share, 0..=1.
    pub share: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Copied {
    /// Nothing is known: any share.
    pub const UNKNOWN: Copied = Copied { share: 0.5, low: 0.0, high: 1.0 };
}

/// What the mixtures say of each reference, by its most specific kind that was estimated. Where none was, by the kind of
/// which the dump has most of its keys, however few: as a middle only, between any ends. Any share where there are none.
pub fn copied(mixtures: &[Mixture], ids: &[&str]) -> Vec<Copied> {
    let of = |id: &&str| {
        let parts = || mixtures.iter().filter_map(|mixture| Some((mixture, part(mixture, id)?)));
        let told = parts().filter_map(|(mixture, part)| {
            let rank = kind::find(&mixture.kind).map(|kind| kind.rank)?;
            let copied = Copied { share: part.copied_share?, low: part.low?, high: part.high? };
            Some((rank, copied))
        });
        let few = || {
            let (_, most) = parts().filter(|(_, part)| part.total > 0).max_by_key(|(_, part)| part.total)?;
            Some(Copied { share: (most.credit / most.held.max(1) as f64).min(1.0), ..Copied::UNKNOWN })
        };
        told.min_by_key(|(rank, _)| *rank).map(|(_, copied)| copied).or_else(few).unwrap_or(Copied::UNKNOWN)
    };
    ids.iter().map(of).collect()
}

fn part<'a>(mixture: &'a Mixture, id: &str) -> Option<&'a KeyPart> {
    mixture.parts.iter().find(|part| part.reference == id)
}

/// Rows of one reference.
#[derive(Default, Clone)]
struct Purse {
    unique: u64,
    total: u64,
    credit: Sum,
    low: Sum,
    high: Sum,
}

/// Parts that are summed in the order of their size, so that nothing else shows in a rounding.
#[derive(Default, Clone)]
struct Sum(Vec<f64>);

impl Sum {
    fn total(&self) -> f64 {
        let mut parts = self.0.clone();
        parts.sort_by(f64::total_cmp);
        parts.iter().sum()
    }
}

/// The composition over rows. `listed` are the references that get a part, `copied[i]` is what is known of reference `i`.
///
/// A row says which references hold its most specific held key, not of which kind that key is. Its credit is divided by
/// the copied shares of those references, each by its own most specific estimate: a copy takes whole records, so that a
/// reference's share is nearly the same whichever kind it is counted by, and the more specific the kind the fewer keys
/// two people share. The ends come from the least share of the one with the greatest of the others, and the reverse:
/// the division rises with a reference's own share and falls with all others, so that nothing in the intervals gives less
/// or more.
pub fn of_rows(rows: &Rows, listed: &[usize], sources: &[Source], copied: &[Copied]) -> Composition {
    let is_source = |index: &usize| sources.get(*index).is_some_and(|source| source.is_source);
    let mut purses: Vec<Purse> = vec![Purse::default(); sources.len()];
    let mut by_holders: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    let mut held_rows = 0;
    for class in &rows.classes {
        let members: Vec<usize> = class.members.iter().copied().filter(is_source).collect();
        if members.is_empty() {
            continue;
        }
        held_rows += class.rows;
        for &member in &members {
            purses[member].total += class.rows;
        }
        if let [only] = members[..] {
            purses[only].unique += class.rows;
        }
        let credited: Vec<usize> = class.credited.iter().copied().filter(is_source).collect();
        // A row that is held has holders of its most specific held key; were they no sources, all its holders share it.
        let holders = if credited.is_empty() { members } else { credited };
        let mut holders = holders;
        holders.sort_unstable();
        *by_holders.entry(holders).or_default() += class.rows;
    }
    for (mut holders, rows) in by_holders {
        let known = |holder: &usize| copied.get(*holder).copied().unwrap_or(Copied::UNKNOWN);
        // By what is known of them: neither their names nor the order in which they were given show in a rounding.
        holders.sort_by(|left, right| {
            let (left, right) = (known(left), known(right));
            let by = |of: fn(Copied) -> f64| of(left).total_cmp(&of(right));
            by(|copied| copied.share).then(by(|copied| copied.low)).then(by(|copied| copied.high))
        });
        share_out(&mut purses, &holders, rows as f64, copied);
    }
    let uninformative_rows = rows.rows.saturating_sub(rows.informative);
    let mut parts: Vec<RowPart> = listed
        .iter()
        .filter(|index| is_source(index))
        .map(|&index| row_part(sources[index].id, &purses[index], rows, uninformative_rows))
        .collect();
    parts.sort_by(|left, right| left.reference.cmp(&right.reference));
    let unknown = rows.rows.saturating_sub(held_rows);
    Composition {
        unit: "rows".into(),
        rows: rows.rows,
        informative_rows: rows.informative,
        uninformative_rows,
        parts,
        unknown,
        unknown_share: stats::share(unknown, rows.rows),
    }
}

fn share_out(purses: &mut [Purse], holders: &[usize], rows: f64, copied: &[Copied]) {
    let known = |index: usize| copied.get(index).copied().unwrap_or(Copied::UNKNOWN);
    let divide =
        |share: &dyn Fn(usize) -> f64| credit::division(&holders.iter().map(|&h| share(h)).collect::<Vec<_>>());
    let middle = divide(&|holder| known(holder).share);
    for (place, &holder) in holders.iter().enumerate() {
        let least = divide(&|other| if other == holder { known(other).low } else { known(other).high })[place];
        let most = divide(&|other| if other == holder { known(other).high } else { known(other).low })[place];
        let purse = &mut purses[holder];
        purse.credit.0.push(rows * middle[place]);
        purse.low.0.push(rows * least.min(middle[place]));
        purse.high.0.push(rows * most.max(middle[place]));
    }
}

fn row_part(id: &str, purse: &Purse, rows: &Rows, uninformative_rows: u64) -> RowPart {
    // Sums of parts may miss the bounds by a rounding.
    let bounded = |value: f64| value.clamp(purse.unique as f64, purse.total as f64);
    let (credit, all) = (bounded(purse.credit.total()), rows.rows as f64);
    let low = bounded(purse.low.total()).min(credit);
    let high = (bounded(purse.high.total()).max(credit) + uninformative_rows as f64).min(all);
    RowPart {
        reference: id.to_owned(),
        unique: purse.unique,
        credit,
        total: purse.total,
        share: stats::ratio(credit, all),
        low: stats::ratio(low, all),
        high: stats::ratio(high, all),
        share_of_informative: stats::ratio(credit, rows.informative as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::super::kinds::tests::sources;
    use super::*;
    use crate::compare::RowClass;

    fn known(share: f64) -> Copied {
        Copied { share, low: share, high: share }
    }

    #[test]
    fn a_row_goes_to_the_holders_of_its_most_specific_key() {
        let rows = Rows {
            rows: 100,
            informative: 90,
            classes: vec![
                RowClass { members: vec![], credited: vec![], rows: 30 },
                RowClass { members: vec![0], credited: vec![0], rows: 40 },
                RowClass { members: vec![0, 1], credited: vec![1], rows: 20 },
                RowClass { members: vec![0, 1], credited: vec![0, 1], rows: 10 },
            ],
        };
        let composition = of_rows(&rows, &[0, 1], &sources(&["old", "bank"]), &[Copied::UNKNOWN; 2]);
        let parts: Vec<_> =
            composition.parts.iter().map(|p| (p.reference.as_str(), p.unique, p.credit, p.total)).collect();
        assert_eq!(parts, [("bank", 0, 25.0, 30), ("old", 40, 45.0, 70)]);
        assert_eq!((composition.unknown, composition.uninformative_rows), (30, 10));
        assert_eq!(composition.parts[0].low, Some(0.2), "rows that only it is credited with are its own");
        assert_eq!(composition.parts[0].high, Some(0.4), "rows that can tell nothing may be anybody's");
        assert_eq!(composition.parts[0].share_of_informative, Some(25.0 / 90.0));
        let shares = [known(0.0), known(0.5)];
        let composition = of_rows(&rows, &[0, 1], &sources(&["old", "bank"]), &shares);
        assert_eq!(composition.parts[0].credit, 30.0, "what was not copied gave nothing that another may have given");
        assert_eq!(composition.parts[0].low, Some(0.3));
    }

    #[test]
    fn what_only_serves_a_test_has_no_rows() {
        let class = |members: &[usize], rows| RowClass { members: members.to_vec(), credited: members.to_vec(), rows };
        let rows = Rows { rows: 30, informative: 30, classes: vec![class(&[0, 1], 10), class(&[1], 20)] };
        let mut sources = sources(&["old", "control"]);
        sources[1].is_source = false;
        let composition = of_rows(&rows, &[0, 1], &sources, &[Copied::UNKNOWN; 2]);
        assert_eq!(composition.parts.len(), 1);
        assert_eq!((composition.parts[0].unique, composition.unknown), (10, 20));
    }

    /// Any classes whatever: the parts and the rest sum to the rows, and unique <= credit <= total.
    #[test]
    fn credit_and_the_rest_make_up_the_rows() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..300 {
            let references = 1 + draw(7) as usize;
            let ids: Vec<String> = (0..references).map(|index| format!("r{index}")).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let mut rows = Rows::default();
            for mask in 0..(1_u64 << references) {
                let members: Vec<usize> = (0..references).filter(|index| mask >> index & 1 == 1).collect();
                let mut credited: Vec<usize> = members.iter().copied().filter(|_| draw(2) == 1).collect();
                if credited.is_empty() {
                    credited.clone_from(&members);
                }
                let held = draw(1_000_003);
                rows.rows += held;
                rows.classes.push(RowClass { members, credited, rows: held });
            }
            rows.informative = rows.rows - draw(rows.classes[0].rows + 1);
            let listed: Vec<usize> = (0..references).collect();
            let copied: Vec<Copied> = (0..references)
                .map(|_| {
                    let mut ends = [draw(101) as f64 / 100.0, draw(101) as f64 / 100.0, draw(101) as f64 / 100.0];
                    ends.sort_by(f64::total_cmp);
                    Copied { low: ends[0], share: ends[1], high: ends[2] }
                })
                .collect();
            let composition = of_rows(&rows, &listed, &sources(&ids), &copied);
            let credit: f64 = composition.parts.iter().map(|part| part.credit).sum();
            let all = credit + composition.unknown as f64;
            assert!((all - rows.rows as f64).abs() <= 1e-9 * rows.rows as f64, "{all} of {} rows", rows.rows);
            for part in &composition.parts {
                assert!(part.unique as f64 <= part.credit && part.credit <= part.total as f64, "{part:?}");
                assert!(part.low <= part.share && part.share <= part.high, "{part:?}");
            }
        }
    }

    #[test]
    fn nothing_has_no_shares() {
        let composition = of_rows(&Rows::default(), &[0], &sources(&["old"]), &[]);
        assert_eq!(composition.unknown_share, None);
        assert_eq!(composition.parts[0].share, None);
    }
}
