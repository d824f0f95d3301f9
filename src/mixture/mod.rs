//! Which references hold which keys and rows of the dump, and how the credit divides.
//!
//! **Comes in:** classes of keys and rows ([`Membership`], [`Rows`]) and the ids of the references. **Goes out:** one
//! [`Mixture`] per kind and the [`Composition`] over rows, in which `unique <= credit <= total` always holds.
//!
//! **Never happens here:** no key is read, no word is chosen; no state is claimed before its uncertainty is known.
//!
//! **To add one:** a way of dividing credit is a function from classes to parts, with the law tests below.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::compare::{Membership, Rows};
use crate::stats;

mod credit;
mod noisy_or;
mod profile;
mod solve;

/// What is known of a reference's presence in the dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Copied in part or whole, by more than an effect size.
    Present,
    /// A small part was copied.
    Trace,
    /// No more than a negligible part was copied.
    Absent,
    /// Not decided.
    Undetermined,
    /// Cannot be told from another reference.
    Inseparable,
}

/// Which references explain the dump's keys of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mixture {
    /// Kind id.
    pub kind: String,
    /// Distinct valid keys of the kind in the dump.
    #[schemars(extend("minimum" = 0))]
    pub dump: u64,
    /// One per reference that holds the kind, by reference id.
    pub parts: Vec<KeyPart>,
    /// Share of the dump's keys that no reference holds, 0..=1; null where the dump has no key of the kind.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub unattributed: Option<f64>,
    /// Why the states are as they are, one sentence.
    pub because: String,
}

/// One reference's part in the dump's keys of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KeyPart {
    /// Reference id.
    pub reference: String,
    /// Distinct keys of the kind that the reference holds.
    pub held: u64,
    /// Share of the reference's keys that was copied into the dump, 0..=1; null: not estimated.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub copied_share: Option<f64>,
    /// Lower end of the 95 % interval of `copied_share`, 0..=1; null: not estimated.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: Option<f64>,
    /// Upper end of the 95 % interval of `copied_share`, 0..=1; null: not estimated.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: Option<f64>,
    /// Distinct keys of the dump that this reference alone holds.
    pub unique: u64,
    /// Distinct keys credited to it, shared keys divided equally among their holders; `unique <= credit <= total`.
    #[schemars(range(min = 0.0))]
    pub credit: f64,
    /// Distinct keys of the dump that it holds.
    pub total: u64,
    /// What is known of its presence.
    pub state: State,
}

/// Which references hold the dump's rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Composition {
    /// Always `rows`.
    #[schemars(extend("const" = "rows"))]
    pub unit: String,
    /// Rows of the dump.
    pub rows: u64,
    /// Rows that carry at least one key that can tell a source.
    pub informative_rows: u64,
    /// Rows that carry none; they could be anybody's and are counted in `unknown`.
    pub uninformative_rows: u64,
    /// One per comparable reference, by reference id.
    pub parts: Vec<RowPart>,
    /// Rows that no reference holds, `uninformative_rows` among them.
    pub unknown: u64,
    /// `unknown / rows`, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub unknown_share: Option<f64>,
}

/// One reference's part in the dump's rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RowPart {
    /// Reference id.
    pub reference: String,
    /// Rows that this reference alone holds.
    pub unique: u64,
    /// Rows credited to it: a row goes to the holders of its most specific held key, in equal parts.
    #[schemars(range(min = 0.0))]
    pub credit: f64,
    /// Rows of which it holds any key that can tell a source.
    pub total: u64,
    /// `credit / rows`, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Option<f64>,
    /// `unique / rows`, 0..=1: no way of dividing the shared rows gives less. Null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: Option<f64>,
    /// `(total + uninformative_rows) / rows`, at most 1: nothing that was counted allows more. Null where the dump has
    /// no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: Option<f64>,
    /// `credit / informative_rows`, 0..=1; null where no row can tell a source.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_of_informative: Option<f64>,
}

/// Why no state is given: the same for every kind.
const UNDETERMINED: &str = "How much of each set was copied is undetermined: this version counts matches and divides \
     shared \
     keys equally; it does not yet estimate copied shares with their uncertainty.";

/// Unique, shared and total things of one reference, the shared ones by the number of their holders.
#[derive(Default)]
struct Purse {
    unique: u64,
    total: u64,
    /// `shared[m]`: things that are credited to this and `m - 1` other references.
    shared: Vec<u64>,
}

impl Purse {
    fn credit_with(&mut self, things: u64, holders: usize) {
        if self.shared.len() <= holders {
            self.shared.resize(holders + 1, 0);
        }
        self.shared[holders] += things;
    }

    /// Whole counts are summed before any division, so that `unique <= credit <= total` holds exactly.
    fn credit(&self) -> f64 {
        self.shared.iter().enumerate().skip(1).map(|(holders, things)| *things as f64 / holders as f64).sum()
    }
}

/// The mixture of one kind. `ids[i]` is the id of the run's reference `i`.
pub fn by_kind(membership: &Membership, dump: u64, ids: &[&str]) -> Mixture {
    let mut purses: Vec<(Purse, u64)> = Vec::new();
    purses.resize_with(ids.len(), Default::default);
    for class in &membership.classes {
        for &member in class.members.iter().filter(|&&member| member < ids.len()) {
            let (purse, held) = &mut purses[member];
            *held += class.held;
            purse.total += class.found;
            purse.credit_with(class.found, class.members.len());
            if class.members.len() == 1 {
                purse.unique += class.found;
            }
        }
    }
    let found: u64 = membership.classes.iter().filter(|class| !class.members.is_empty()).map(|class| class.found).sum();
    let mut parts: Vec<KeyPart> = membership
        .references
        .iter()
        .filter_map(|&index| Some((ids.get(index)?, purses.get(index)?)))
        .map(|(id, (purse, held))| KeyPart {
            reference: (*id).to_owned(),
            held: *held,
            copied_share: None,
            low: None,
            high: None,
            unique: purse.unique,
            credit: purse.credit(),
            total: purse.total,
            state: State::Undetermined,
        })
        .collect();
    parts.sort_by(|left, right| left.reference.cmp(&right.reference));
    let unattributed = stats::share(dump.saturating_sub(found), dump);
    Mixture { kind: membership.kind.clone(), dump, parts, unattributed, because: UNDETERMINED.to_owned() }
}

/// The composition over rows. `listed` are the references that get a part, `ids[i]` is the id of reference `i`.
pub fn of_rows(rows: &Rows, listed: &[usize], ids: &[&str]) -> Composition {
    let mut purses: Vec<Purse> = Vec::new();
    purses.resize_with(ids.len(), Default::default);
    let mut held_rows = 0;
    for class in rows.classes.iter().filter(|class| !class.members.is_empty()) {
        held_rows += class.rows;
        // A row that is held has holders of its most specific held key; were they missing, all its holders share it.
        let credited = if class.credited.is_empty() { &class.members } else { &class.credited };
        for &member in class.members.iter().filter(|&&member| member < ids.len()) {
            purses[member].total += class.rows;
            if class.members.len() == 1 {
                purses[member].unique += class.rows;
            }
        }
        for &holder in credited.iter().filter(|&&holder| holder < ids.len()) {
            purses[holder].credit_with(class.rows, credited.len());
        }
    }
    let uninformative_rows = rows.rows.saturating_sub(rows.informative);
    let mut parts: Vec<RowPart> = listed
        .iter()
        .filter_map(|&index| Some((ids.get(index)?, purses.get(index)?)))
        .map(|(id, purse)| row_part(id, purse, rows, uninformative_rows))
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

fn row_part(id: &str, purse: &Purse, rows: &Rows, uninformative_rows: u64) -> RowPart {
    let credit = purse.credit();
    let possible = (purse.total + uninformative_rows).min(rows.rows);
    RowPart {
        reference: id.to_owned(),
        unique: purse.unique,
        credit,
        total: purse.total,
        share: stats::ratio(credit, rows.rows as f64),
        low: stats::share(purse.unique, rows.rows),
        high: stats::share(possible, rows.rows),
        share_of_informative: stats::ratio(credit, rows.informative as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{KeyClass, RowClass};

    fn key_class(members: &[usize], held: u64, found: u64) -> KeyClass {
        KeyClass { members: members.to_vec(), held, found }
    }

    #[test]
    fn keys_are_counted_by_class() {
        let classes =
            vec![key_class(&[], 0, 40), key_class(&[0], 100, 30), key_class(&[0, 2], 50, 20), key_class(&[2], 10, 10)];
        let membership = Membership::undivided("email", vec![0, 2], classes);
        let mixture = by_kind(&membership, 100, &["zeta", "unused", "alpha"]);
        let parts: Vec<_> =
            mixture.parts.iter().map(|p| (p.reference.as_str(), p.held, p.unique, p.credit, p.total)).collect();
        assert_eq!(parts, [("alpha", 60, 10, 20.0, 30), ("zeta", 150, 30, 40.0, 50)]);
        assert_eq!(mixture.unattributed, Some(0.4));
        assert!(mixture.parts.iter().all(|part| part.state == State::Undetermined && part.copied_share.is_none()));
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
        let composition = of_rows(&rows, &[0, 1], &["old", "bank"]);
        let parts: Vec<_> =
            composition.parts.iter().map(|p| (p.reference.as_str(), p.unique, p.credit, p.total)).collect();
        assert_eq!(parts, [("bank", 0, 25.0, 30), ("old", 40, 45.0, 70)]);
        assert_eq!((composition.unknown, composition.uninformative_rows), (30, 10));
        assert_eq!(composition.parts[0].high, Some(0.4), "rows that can tell nothing may be anybody's");
        assert_eq!(composition.parts[0].share_of_informative, Some(25.0 / 90.0));
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
            let composition = of_rows(&rows, &listed, &ids);
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
        let composition = of_rows(&Rows::default(), &[0], &["old"]);
        assert_eq!(composition.unknown_share, None);
        assert_eq!(composition.parts[0].share, None);
    }
}
