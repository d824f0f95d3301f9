//! The composition over rows.

use std::collections::BTreeMap;

use super::spread::{End, Spread, TWO_SIDED};
use super::{Composition, KeyPart, Mixture, RowPart, Source};
use crate::compare::{Repeat, RowClass, Rows};
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

/// Part of the rows that another holds as well which that other gave although they are better explained here: mistyped
/// keys, accidents.
///
/// # Source
/// Own measurement on worlds of correlated lists copied side by side: off by at most one row in 300 of the rows that two hold.
const ANOTHER: f64 = 0.003;

/// Rows of one reference.
#[derive(Default, Clone)]
struct Purse {
    unique: u64,
    total: u64,
    credit: Sum,
    low: Sum,
    high: Sum,
    /// Variance of its rows, given all shares.
    chance: Sum,
}

impl Purse {
    fn put(&mut self, end: End, rows: f64, share: f64) {
        match end {
            End::Middle => {
                self.credit.0.push(rows * share);
                self.chance.0.push(rows * share * (1.0 - share));
            }
            End::Least => self.low.0.push(rows * share),
            End::Most => self.high.0.push(rows * share),
        }
    }
}

/// Parts that are summed in the order of their size, so that nothing else shows in a rounding.
#[derive(Default, Clone)]
struct Sum(Vec<f64>);

impl Sum {
    fn total(&self) -> f64 {
        let mut parts = self.0.clone();
        parts.sort_by(f64::total_cmp);
        parts.iter().fold(0.0, |sum, part| sum + part)
    }
}

/// The composition over rows. `listed` are the references that get a part, `copied[i]` is what is known of reference `i`.
///
/// A row was given by one that explains the most of it: of the references that hold any of its keys those that hold the
/// most of its kinds share its credit, by the copied shares, each by its own most specific estimate; the most specific kind
/// decides only between those that hold as many. Which file of the dump the row stands in, and by which kinds it is held,
/// tells more than how much was copied in all: a set whose own rows all stand elsewhere gave none here. The ends come from
/// the least share of the one with the greatest of the others, and the reverse: the division rises with a reference's own
/// share and falls with all others. What chance does to so many rows comes on top.
pub fn of_rows(rows: &Rows, listed: &[usize], sources: &[Source], copied: &[Copied]) -> Composition {
    let is_source = |index: &usize| sources.get(*index).is_some_and(|source| source.is_source);
    let mut purses: Vec<Purse> = vec![Purse::default(); sources.len()];
    // By what is known of them: neither their names nor the order in which they were given show in a rounding.
    let order = order(rows, sources, copied);
    let own: Vec<RowClass> = rows.classes.iter().map(|class| of_sources(class, &order)).collect();
    let classes: Vec<&RowClass> = own.iter().filter(|class| !class.members.is_empty()).collect();
    let repeats: Vec<Vec<Repeat>> = rows.repeats.iter().map(|repeats| renumbered(repeats, &order)).collect();
    let known: Vec<Copied> = order.iter().map(|&index| copied.get(index).copied().unwrap_or(Copied::UNKNOWN)).collect();
    let spread = Spread::of(&classes, &repeats, &known);
    let mut shared: BTreeMap<Shared, f64> = BTreeMap::new();
    for class in &classes {
        for &member in &class.members {
            purses[order[member]].total += class.rows;
        }
        if let [only] = class.members[..] {
            purses[order[only]].unique += class.rows;
        }
        for &member in &class.members {
            for end in [End::Middle, End::Least, End::Most] {
                let givers = spread.givers(class, member, end);
                if givers.contains(&member) {
                    *shared.entry((member, end as u8, class.part, givers)).or_default() += class.rows as f64;
                }
            }
        }
    }
    for ((member, end, part, givers), rows) in shared {
        let end = [End::Middle, End::Least, End::Most].into_iter().find(|&other| other as u8 == end);
        let place = givers.iter().position(|&giver| giver == member);
        if let (Some(end), Some(place)) = (end, place) {
            let share = spread.division(part, &givers, member, end)[place];
            purses[order[member]].put(end, rows, share);
        }
    }
    let held_rows: u64 = classes.iter().map(|class| class.rows).sum();
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

/// Rows that these may have given, as they stand for one of them and one of its ends: the one, the end, the part, all.
type Shared = (usize, u8, usize, Vec<usize>);

/// The sources by what is known of them and what they hold.
fn order(rows: &Rows, sources: &[Source], copied: &[Copied]) -> Vec<usize> {
    let mut totals = vec![(0_u64, 0_u64); sources.len()];
    for class in &rows.classes {
        for &member in &class.members {
            if let Some(total) = totals.get_mut(member) {
                total.0 += class.rows;
                total.1 += if class.members.len() == 1 { class.rows } else { 0 };
            }
        }
    }
    let mut order: Vec<usize> = (0..sources.len()).filter(|&index| sources[index].is_source).collect();
    let known = |index: usize| copied.get(index).copied().unwrap_or(Copied::UNKNOWN);
    order.sort_by(|&left, &right| {
        let (one, other) = (known(left), known(right));
        let by = |of: fn(Copied) -> f64| of(one).total_cmp(&of(other));
        let by = by(|copied| copied.share).then(by(|copied| copied.low)).then(by(|copied| copied.high));
        by.then(totals[left].cmp(&totals[right])).then(sources[left].id.cmp(sources[right].id))
    });
    order
}

/// A class with its sources by place in the order. A row that only others hold most specifically is shared by its holders.
fn of_sources(class: &RowClass, order: &[usize]) -> RowClass {
    let place = |index: &usize| order.iter().position(|other| other == index);
    let members = class.members.iter().zip(&class.kinds).filter_map(|(member, kinds)| Some((place(member)?, *kinds)));
    let mut members: Vec<(usize, u8)> = members.collect();
    members.sort_unstable();
    let (members, kinds) = members.into_iter().unzip();
    let mut credited: Vec<usize> = class.credited.iter().filter_map(place).collect();
    credited.sort_unstable();
    RowClass { members, credited, kinds, part: class.part, rows: class.rows }
}

fn renumbered(repeats: &[Repeat], order: &[usize]) -> Vec<Repeat> {
    let place = |index: &usize| order.iter().position(|other| other == index);
    let of = |repeat: &Repeat| Repeat { members: repeat.members.iter().filter_map(place).collect(), ..*repeat };
    repeats.iter().map(of).collect()
}

fn row_part(id: &str, purse: &Purse, rows: &Rows, uninformative_rows: u64) -> RowPart {
    // Sums of parts may miss the bounds by a rounding.
    let bounded = |value: f64| value.clamp(purse.unique as f64, purse.total as f64);
    let (credit, all) = (bounded(purse.credit.total()), rows.rows as f64);
    let contested = purse.total.saturating_sub(purse.unique) as f64;
    let chance = TWO_SIDED * purse.chance.total().max(0.0).sqrt() + ANOTHER * contested;
    let low = bounded(purse.low.total() - chance).min(credit);
    let high = (bounded(purse.high.total() + chance).max(credit) + uninformative_rows as f64).min(all);
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

    fn known(share: f64) -> Copied {
        Copied { share, low: share, high: share }
    }

    #[test]
    fn of_as_many_kinds_the_most_specific_decides() {
        let rows = Rows {
            rows: 100,
            informative: 90,
            classes: vec![
                RowClass::of_one_kind(&[], &[], 30),
                RowClass::of_one_kind(&[0], &[0], 40),
                RowClass::of_one_kind(&[0, 1], &[1], 20),
                RowClass::of_one_kind(&[0, 1], &[0, 1], 10),
            ],
            repeats: vec![],
        };
        let composition = of_rows(&rows, &[0, 1], &sources(&["old", "bank"]), &[Copied::UNKNOWN; 2]);
        let parts: Vec<_> =
            composition.parts.iter().map(|p| (p.reference.as_str(), p.unique, p.credit, p.total)).collect();
        assert_eq!(parts, [("bank", 0, 25.0, 30), ("old", 40, 45.0, 70)]);
        assert_eq!((composition.unknown, composition.uninformative_rows), (30, 10));
        let low = composition.parts[0].low.unwrap();
        assert!((0.16..0.2).contains(&low), "{low}: chance may give less than the 20 that only it explains");
        assert_eq!(composition.parts[0].high, Some(0.4), "rows that can tell nothing may be anybody's");
        assert_eq!(composition.parts[0].share_of_informative, Some(25.0 / 90.0));
        let shares = [known(0.0), known(0.5)];
        let composition = of_rows(&rows, &[0, 1], &sources(&["old", "bank"]), &shares);
        assert_eq!(composition.parts[0].credit, 30.0, "what was not copied gave nothing that another may have given");
        let low = composition.parts[0].low.unwrap();
        assert!((0.299..0.3).contains(&low), "{low}");
    }

    fn credits(rows: &Rows, copied: &[Copied]) -> Vec<f64> {
        let composition = of_rows(rows, &[0, 1], &sources(&["a", "b"]), copied);
        composition.parts.iter().map(|part| part.credit).collect()
    }

    fn class(members: &[usize], credited: &[usize], kinds: &[u8], part: usize, rows: u64) -> RowClass {
        RowClass { members: members.to_vec(), credited: credited.to_vec(), kinds: kinds.to_vec(), part, rows }
    }

    fn all(classes: Vec<RowClass>, repeats: Vec<Vec<Repeat>>) -> Rows {
        let rows = classes.iter().map(|class| class.rows).sum();
        Rows { rows, informative: rows, classes, repeats }
    }

    /// Telephone and e-mail of the one; the other holds the telephone, the more specific kind, of some of them too.
    #[test]
    fn who_holds_more_of_a_row_explains_it() {
        let rows = all(vec![class(&[0], &[0], &[2], 0, 600), class(&[0, 1], &[0, 1], &[2, 1], 0, 400)], vec![]);
        assert_eq!(credits(&rows, &[known(0.8), known(0.8)]), [1000.0, 0.0]);
        // A large register holds everything of everybody; what was put together came from others.
        let rows = all(vec![class(&[0, 1], &[0, 1], &[1, 4], 0, 1000)], vec![]);
        assert_eq!(credits(&rows, &[known(0.9), known(0.001)]), [1000.0, 0.0]);
    }

    /// Two lists of one kind in two files. Who has no row of its own in a file gave none of the shared ones there.
    #[test]
    fn where_rows_stand_tells_who_gave_them() {
        let rows = all(
            vec![
                class(&[0], &[0], &[1], 0, 500),
                class(&[0, 1], &[0, 1], &[1, 1], 0, 500),
                class(&[1], &[1], &[1], 1, 400),
                class(&[0, 1], &[0, 1], &[1, 1], 1, 400),
            ],
            vec![],
        );
        let credits = credits(&rows, &[known(0.5), known(0.4)]);
        assert!((credits[0] - 1000.0).abs() < 1.0 && (credits[1] - 800.0).abs() < 1.0, "{credits:?}");
    }

    /// Nine and three tenths of two lists, half of whose keys both hold, put together: 1,350 keys in 2,400 rows are both's.
    #[test]
    fn a_key_that_two_gave_stands_twice_or_once() {
        let repeat = |members: &[usize], keys, rows| Repeat { members: members.to_vec(), keys, rows };
        let of = |rows: u64| {
            let own = [(0, 1_800), (1, 600)].map(|(one, own)| class(&[one], &[one], &[1], 0, own));
            let shared = class(&[0, 1], &[0, 1], &[1, 1], 0, rows);
            let repeats = vec![vec![repeat(&[0], 1_800, 1_800), repeat(&[1], 600, 600), repeat(&[0, 1], 1_860, rows)]];
            credits(&all(own.into_iter().chain([shared]).collect(), repeats), &[known(0.9), known(0.3)])
        };
        let twice = of(2_400);
        assert!((twice[0] - 3_600.0).abs() < 1.0, "put together each gave its rows: {twice:?}");
        let once = of(1_860);
        assert!((once[0] - 3_330.0).abs() < 1.0, "of rows that stand once each has half of what both gave: {once:?}");
    }

    #[test]
    fn what_only_serves_a_test_has_no_rows() {
        let class = |members: &[usize], rows| RowClass::of_one_kind(members, members, rows);
        let rows =
            Rows { rows: 30, informative: 30, classes: vec![class(&[0, 1], 10), class(&[1], 20)], repeats: vec![] };
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
                let kinds = members.iter().map(|_| 1 + draw(3) as u8).collect();
                rows.classes.push(RowClass { members, credited, kinds, part: draw(3) as usize, rows: held });
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
