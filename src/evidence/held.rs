//! What the service holds alone, what it shares with older sets, and what it never held: counts on the main kind.

use std::collections::BTreeMap;

use super::Facts;
use super::matter::{Matter, is_attribute};
use crate::compare::{By, Dimension, KeyClass, Membership};
use crate::profile::Profile;
use crate::reference::Role;
use crate::stats;
pub use crate::stats::control::Hits;

/// Share of true matches that the key matcher finds, 0..=1.
///
/// # Source
/// The method's default, to be measured on injected typing errors.
pub const SENSITIVITY: f64 = 0.95;

/// Keys below which shares and weights are silent.
///
/// # Source
/// The project's method, section 10, rule 8.
pub const KEYS_LEAST: u64 = 100;

/// Copied share below which nothing that matters was copied, 0..=1.
///
/// # Source
/// The project's method, section 5.5: `bounded` means below one in a hundred.
pub const NEGLIGIBLE: f64 = 0.01;

/// Fewest exclusive records of which finding none says that less than `share` was copied.
pub fn least(share: f64) -> u64 {
    stats::exclusive::least_records(share, SENSITIVITY).unwrap_or(u64::MAX)
}

/// Hits on exclusive records up to so many times their chance expectation are noise: keys that nobody holds are taken as
/// spread over the dump's own ranges, which is known no better than that.
const NOISE_TIMES: f64 = 1.5;

/// Records that the service never held, of the same population.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// Ids of the lists that they come from.
    pub from: Vec<String>,
    /// Whether they are a register's other records rather than a control list.
    pub register: bool,
    /// Those that no older set holds.
    pub hits: Hits,
}

/// Keys that the same older sets hold, by whether the service holds them too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sides {
    /// Held by the service too.
    pub with: Hits,
    /// Not held by it.
    pub without: Hits,
    /// Those of `without` that are control records.
    pub control: Hits,
}

/// The service's keys in one stratum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stratum {
    /// All of them.
    pub all: Hits,
    /// Those that no older set holds.
    pub exclusive: Hits,
    /// Control records of the stratum.
    pub control: Hits,
}

/// Records known to be the service's, against its list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Members {
    /// Given.
    pub given: u64,
    /// In the list.
    pub listed: u64,
    /// Not in the list, and in the dump though no older set holds them.
    pub missing_in_dump: u64,
}

/// The counts of the main kind from the service's side.
#[derive(Debug, Clone)]
pub struct Held<'a> {
    matter: &'a Matter<'a>,
    membership: &'a Membership,
    /// Index of the service.
    pub service: usize,
    /// The main kind.
    pub kind: &'a str,
    /// All keys of the service's list.
    pub all: Hits,
    /// Those that no corpus and no other service holds.
    pub exclusive: Hits,
    /// Keys of the dump that no reference holds.
    pub unheld: u64,
}

impl<'a> Held<'a> {
    /// The counts; `None` where the service's list and the dump were not compared on the main kind.
    pub fn of(facts: &Facts<'a>) -> Option<Held<'a>> {
        // Different people bear one name and one birthday: such keys are nobody's records.
        let (matter, kind) = (facts.matter, facts.main.filter(|kind| !is_attribute(kind))?);
        let (service, _) = matter.service()?;
        matter.overlap(service, kind)?;
        let membership = matter.counts?.memberships.iter().find(|membership| membership.kind == kind)?;
        let unheld =
            membership.informative.iter().filter(|class| class.members.is_empty()).map(|class| class.found).sum();
        let none = Hits { found: 0, of: 0 };
        let mut held = Held { matter, membership, service, kind, all: none, exclusive: none, unheld };
        held.all = held.sum(|held, class| held.ours(class));
        held.exclusive = held.sum(|held, class| held.ours(class) && held.older(class).is_empty());
        Some(held)
    }

    fn role(&self, reference: usize) -> Option<Role> {
        self.matter.references.get(reference).map(|known| known.reference.role)
    }

    fn has(&self, class: &KeyClass, role: Role) -> bool {
        class.members.iter().any(|member| self.role(*member) == Some(role))
    }

    fn ours(&self, class: &KeyClass) -> bool {
        class.members.contains(&self.service)
    }

    /// The other sets from which a dump may have these keys: corpora, and services that were named beside this one.
    fn older(&self, class: &KeyClass) -> Vec<usize> {
        self.older_of(&class.members)
    }

    /// A set that is younger than the dump may have its records from it, and explains none of them.
    fn older_of(&self, members: &[usize]) -> Vec<usize> {
        let is = |member: &&usize| match self.role(**member) {
            Some(Role::Corpus) => !self.matter.is_younger(**member),
            Some(Role::Service) => **member != self.service,
            _ => false,
        };
        members.iter().filter(is).copied().collect()
    }

    /// Never held by the service, as far as is known: not listed, not planted there, no known member.
    fn foreign(&self, class: &KeyClass) -> bool {
        !self.ours(class) && !self.has(class, Role::Canary) && !self.has(class, Role::Member)
    }

    fn sum(&self, is: impl Fn(&Self, &KeyClass) -> bool) -> Hits {
        let classes = self.membership.informative.iter().filter(|class| !class.members.is_empty());
        let picked = classes.filter(|class| is(self, class));
        picked.fold(Hits { found: 0, of: 0 }, |sum, class| Hits {
            found: sum.found + class.found,
            of: sum.of + class.held,
        })
    }

    /// References in this role that hold the main kind, as indices.
    pub fn holders(&self, role: Role) -> Vec<usize> {
        self.membership.references.iter().copied().filter(|index| self.role(*index) == Some(role)).collect()
    }

    /// Ids of references, sorted.
    pub fn ids(&self, of: &[usize]) -> Vec<String> {
        let known = of.iter().filter_map(|index| self.matter.references.get(*index));
        let mut ids: Vec<String> = known.map(|known| known.reference.id.clone()).collect();
        ids.sort();
        ids
    }

    /// Keys that any of `sets` holds.
    pub fn union(&self, sets: &[usize]) -> u64 {
        self.sum(|_, class| class.members.iter().any(|member| sets.contains(member))).of
    }

    /// Keys that the service and any of `sets` hold.
    pub fn shared_with(&self, sets: &[usize]) -> u64 {
        self.sum(|held, class| held.ours(class) && class.members.iter().any(|member| sets.contains(member))).of
    }

    /// Keys that both of two references hold.
    pub fn both(&self, one: usize, other: usize) -> u64 {
        self.sum(|_, class| class.members.contains(&one) && class.members.contains(&other)).of
    }

    /// What is known of the lists on both sides of a control: the service's, and those of the control records.
    pub fn sides(&self) -> impl Iterator<Item = &'a Profile> {
        let lists = self.holders(self.control_role()).into_iter().chain([self.service]);
        let profiles: Vec<&'a Profile> = lists.filter_map(|list| self.matter.references.get(list)?.profile).collect();
        profiles.into_iter()
    }

    /// Where control records come from: the control lists, else the registers that hold the kind.
    fn control_role(&self) -> Role {
        if self.holders(Role::Control).is_empty() { Role::Register } else { Role::Control }
    }

    fn in_control(&self, class: &KeyClass) -> bool {
        self.foreign(class) && self.has(class, self.control_role())
    }

    /// The control records; `None` where there is neither a control list nor a register that holds the kind.
    pub fn control(&self) -> Option<Control> {
        let role = self.control_role();
        let from = self.ids(&self.holders(role));
        let hits = self.sum(|held, class| held.in_control(class) && held.older(class).is_empty());
        (!from.is_empty()).then_some(Control { from, register: role == Role::Register, hits })
    }

    /// All control records that any older set or register holds, and all control records.
    pub fn control_known(&self) -> (u64, u64) {
        let known = |held: &Self, class: &KeyClass| !held.older(class).is_empty() || held.has(class, Role::Register);
        let all = self.sum(|held, class| held.in_control(class)).of;
        (self.sum(|held, class| held.in_control(class) && known(held, class)).of, all)
    }

    /// How alike the series of the control records and of the service's own keys are: the common part of both
    /// distributions, 0..=1. `None` where keys were not divided by series.
    ///
    /// # Source
    /// Histogram intersection: `Σ min(p, q)`.
    pub fn control_alike(&self) -> Option<f64> {
        let strata = self.strata(Dimension::Series)?;
        let whole = |of: fn(&Stratum) -> u64| strata.values().map(of).sum::<u64>() as f64;
        let (control, own) = (whole(|stratum| stratum.control.of), whole(|stratum| stratum.all.of));
        let common = |stratum: &Stratum| (stratum.control.of as f64 / control).min(stratum.all.of as f64 / own);
        (control > 0.0 && own > 0.0).then(|| strata.values().map(common).sum())
    }

    /// Share of the service's keys that any older set or register holds, 0..=1.
    pub fn known_share(&self) -> f64 {
        let known = |held: &Self, class: &KeyClass| !held.older(class).is_empty() || held.has(class, Role::Register);
        stats::share(self.sum(|held, class| held.ours(class) && known(held, class)).of, self.all.of).unwrap_or(0.0)
    }

    /// The keys that older sets hold, by exactly which of them.
    pub fn by_older(&self) -> BTreeMap<Vec<usize>, Sides> {
        let mut sides: BTreeMap<Vec<usize>, Sides> = BTreeMap::new();
        for class in &self.membership.informative {
            let older = self.older(class);
            if older.is_empty() {
                continue;
            }
            let side = sides.entry(older).or_default();
            if self.ours(class) {
                add(&mut side.with, class.found, class.held);
            } else if self.foreign(class) {
                add(&mut side.without, class.found, class.held);
                if self.in_control(class) {
                    add(&mut side.control, class.found, class.held);
                }
            }
        }
        sides
    }

    /// Rows of the dump by the older sets that hold their most specific held key, with the service and without it; empty
    /// where the rows were not linked.
    pub fn rows_by_older(&self) -> BTreeMap<Vec<usize>, [u64; 2]> {
        let mut rows: BTreeMap<Vec<usize>, [u64; 2]> = BTreeMap::new();
        for class in self.matter.counts.and_then(|counts| counts.rows.as_ref()).iter().flat_map(|rows| &rows.classes) {
            let older = self.older_of(&class.credited);
            if !older.is_empty() {
                let without = usize::from(!class.credited.contains(&self.service));
                rows.entry(older).or_default()[without] += class.rows;
            }
        }
        rows
    }

    /// The service's keys and the control records by stratum; `None` where they were not all divided so, or not at all.
    pub fn strata(&self, dimension: Dimension) -> Option<BTreeMap<u32, Stratum>> {
        let mut strata: BTreeMap<u32, Stratum> = BTreeMap::new();
        for cell in self.membership.cells.iter().filter(|cell| cell.dimension == dimension) {
            let class = self.membership.informative.get(cell.class)?;
            let alone = self.older(class).is_empty();
            let stratum = strata.entry(cell.stratum).or_default();
            if self.ours(class) {
                add(&mut stratum.all, cell.found, cell.held);
                if alone {
                    add(&mut stratum.exclusive, cell.found, cell.held);
                }
            } else if alone && self.in_control(class) {
                add(&mut stratum.control, cell.found, cell.held);
            }
        }
        let divided: u64 = strata.values().map(|stratum| stratum.all.of).sum();
        (divided > 0 && divided == self.all.of).then_some(strata)
    }

    /// The records that the service alone holds, and those that a control list alone holds, by parts of their series.
    pub fn parts(&self) -> BTreeMap<u32, Stratum> {
        let mut parts: BTreeMap<u32, Stratum> = BTreeMap::new();
        for cell in &self.membership.parts {
            let Some(class) = self.membership.informative.get(cell.class) else { continue };
            let part = parts.entry(cell.stratum).or_default();
            if self.ours(class) {
                add(&mut part.exclusive, cell.found, cell.held);
            } else if self.in_control(class) && self.older(class).is_empty() {
                add(&mut part.control, cell.found, cell.held);
            }
        }
        parts
    }

    /// The service's keys that no older set holds, and the control records that none does, by the days that their holders know; 0:
    /// not known.
    pub fn windows(&self, by: By) -> BTreeMap<u32, Stratum> {
        let mut windows: BTreeMap<u32, Stratum> = BTreeMap::new();
        for cell in self.membership.windows.iter().filter(|cell| cell.by == by) {
            let Some(class) = self.membership.informative.get(cell.class) else { continue };
            let window = windows.entry(cell.stratum).or_default();
            if !self.older(class).is_empty() {
                continue;
            }
            if self.ours(class) {
                add(&mut window.exclusive, cell.found, cell.held);
            } else if self.in_control(class) {
                add(&mut window.control, cell.found, cell.held);
            }
        }
        windows
    }

    /// Records known to be the service's; `None` where none were given on this kind.
    pub fn members(&self) -> Option<Members> {
        let given = self.sum(|held, class| held.has(class, Role::Member)).of;
        let listed = self.sum(|held, class| held.has(class, Role::Member) && held.ours(class)).of;
        let missing = self.sum(|held, class| {
            held.has(class, Role::Member)
                && !held.ours(class)
                && held.older(class).is_empty()
                && !held.has(class, Role::Register)
        });
        (given > 0).then_some(Members { given, listed, missing_in_dump: missing.found })
    }

    /// Share of random keys near the dump's own that the service's list holds, 0..=1; 0 where none could be drawn.
    pub fn chance_rate(&self) -> f64 {
        let overlap = self.matter.overlap(self.service, self.kind);
        let drawn = overlap.and_then(|overlap| overlap.chance_hits.zip(overlap.decoys));
        drawn.and_then(|(hits, decoys)| stats::share(hits, decoys)).unwrap_or(0.0)
    }

    /// Greatest share of the exclusive records that was copied, at 95 %, 0..=1: every other source could only add hits.
    pub fn upper(&self, sensitivity: f64) -> f64 {
        stats::exclusive::upper_copied_share(self.exclusive.found, self.exclusive.of, sensitivity)
    }

    /// Whether the hits on exclusive records are what chance brings in so dense a space of numbers.
    pub fn exclusive_is_noise(&self) -> bool {
        let expected = self.exclusive_by_chance();
        let hits = self.exclusive.found as f64;
        hits > 0.0 && hits <= (NOISE_TIMES * expected).max(expected + 3.0 * expected.sqrt())
    }

    /// Exclusive records that mistyped and made-up keys of the dump would hit by chance: only a key that no other set
    /// explains can be one.
    pub fn exclusive_by_chance(&self) -> f64 {
        let part = stats::share(self.exclusive.of, self.all.of).unwrap_or(0.0);
        let spread = (self.unheld + self.exclusive.found) as f64 * self.chance_rate() * part;
        spread.max(self.density() * self.exclusive.of as f64)
    }

    /// How densely the dump fills the places in which the service's keys stand: share of the neighbours of its keys that
    /// nobody holds and that are in the dump, 0..=1; 0 where none could be drawn.
    pub fn density(&self) -> f64 {
        let near = self.matter.overlap(self.service, self.kind).and_then(|overlap| overlap.neighbours);
        near.and_then(|(free, found)| stats::share(found, free)).unwrap_or(0.0)
    }
}

fn add(hits: &mut Hits, found: u64, of: u64) {
    *hits = Hits { found: hits.found + found, of: hits.of + of };
}
