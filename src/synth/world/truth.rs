//! The truth of a written world, counted: overlaps, rows by source, copied shares, and which answers are right.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::cells::{KINDS, Key};
use super::gather::{MADE_UP, World};
use super::plan::{Copied, Cut, Field, Members, Role, Sample, Taste};
use super::print::{Printed, counts};

/// Kinds that alone do not surely tell a source: passwords that many choose, and their digests.
const PASSWORDS: [u8; 3] = [4, 5, 7];

/// A written world.
pub(super) struct Written<'a> {
    pub(super) world: &'a World<'a>,
    /// By place of the set; none where nobody holds it.
    pub(super) sets: Vec<Option<Printed>>,
    pub(super) parts: Vec<Printed>,
}

/// What the dump and a reference share of one kind.
pub(super) struct Shared {
    pub(super) set: usize,
    pub(super) kind: &'static str,
    pub(super) dump: u64,
    pub(super) size: u64,
    pub(super) both: u64,
}

/// Rows that a set explains: surely, and with passwords.
#[derive(Clone, Copy, Default)]
pub(super) struct Span {
    pub(super) least: u64,
    pub(super) most: u64,
}

/// Dump rows by the references that hold their keys.
pub(super) struct Composition {
    /// By place of the set: rows that it alone holds, rows that it holds.
    pub(super) parts: Vec<(usize, Span, Span)>,
    pub(super) unknown: Span,
}

/// The service's part.
pub(super) struct ServicePart {
    pub(super) set: usize,
    /// Records of the true service, and those of them that the dump has.
    pub(super) records: u64,
    pub(super) inside: u64,
    /// Keys of the main kind that the list has and no held corpus or register, and those of them in the dump.
    pub(super) exclusive: u64,
    pub(super) exclusive_hits: u64,
    /// Keys of the main kind in the dump.
    pub(super) dump: u64,
    /// Control keys that no held corpus has, and those of them in the dump.
    pub(super) control: u64,
    pub(super) control_hits: u64,
    pub(super) canary_hits: u64,
    /// Keys of the list that were made before the service began, those of them that no held corpus has, and those in the dump.
    pub(super) early: [u64; 3],
    /// Keys of the main kind in the dump that no reference has.
    pub(super) unheld: u64,
}

impl Written<'_> {
    pub(super) fn references(&self) -> impl Iterator<Item = (usize, &Printed)> {
        self.sets.iter().enumerate().filter_map(|(place, printed)| Some((place, printed.as_ref()?)))
    }

    /// Those that a dump can be copied from.
    fn sources(&self) -> impl Iterator<Item = (usize, &Printed)> {
        let is = |role: Role| matches!(role, Role::Service | Role::Corpus | Role::Register);
        self.references().filter(move |(place, _)| is(self.world.plan.sets[*place].role))
    }

    /// The dump's keys, sorted, each once.
    pub(super) fn dump_keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = self.parts.iter().flat_map(|part| part.distinct.iter().copied()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    pub(super) fn rows(&self) -> u64 {
        self.parts.iter().map(|part| part.rows).sum()
    }

    pub(super) fn distinct_rows(&self) -> u64 {
        let mut rows: Vec<u64> = self.parts.iter().flat_map(|part| part.distinct_rows.iter().copied()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.len() as u64
    }

    /// Every reference and kind that both sides hold.
    pub(super) fn shared(&self) -> Vec<Shared> {
        let dump = self.dump_keys();
        let mut shared = Vec::new();
        let of_dump = counts(&dump);
        for (set, printed) in self.references() {
            let both = counts(&common(&printed.distinct, &dump));
            for (kind, size) in printed.counts() {
                let among = |counts: &[(&str, u64)]| counts.iter().find(|(id, _)| *id == kind).map(|(_, keys)| *keys);
                if let Some(dump) = among(&of_dump) {
                    shared.push(Shared { set, kind, dump, size, both: among(&both).unwrap_or(0) });
                }
            }
        }
        shared
    }

    /// Whether the dump and this set hold keys of a common kind.
    fn is_comparable(&self, printed: &Printed, dump: &[Key]) -> bool {
        let has = |keys: &[Key], kind: u8| keys.iter().any(|key| key.0 == kind);
        (0..KINDS.len() as u8).any(|kind| has(&printed.distinct, kind) && has(dump, kind))
    }

    /// Dump rows by the sources that hold one of their keys.
    pub(super) fn composition(&self) -> Composition {
        let dump = self.dump_keys();
        let sources: Vec<(usize, &Printed)> =
            self.sources().filter(|(_, printed)| self.is_comparable(printed, &dump)).collect();
        let mut holders: Vec<(Key, u64)> = Vec::new();
        for (bit, (_, printed)) in sources.iter().enumerate() {
            holders.extend(printed.distinct.iter().map(|key| (*key, 1u64 << bit)));
        }
        holders.sort_unstable();
        let held = |key: &Key| {
            let from = holders.partition_point(|(other, _)| other < key);
            holders[from..].iter().take_while(|(other, _)| other == key).fold(0, |sum, (_, bit)| sum | bit)
        };
        let mut rows: BTreeMap<(u64, u64), u64> = BTreeMap::new();
        for part in &self.parts {
            for row in 0..part.ends.len() {
                let of = |passwords: bool| {
                    let keys = part.row(row).iter().filter(|key| passwords || !PASSWORDS.contains(&key.0));
                    keys.fold(0, |sum, key| sum | held(key))
                };
                *rows.entry((of(false), of(true))).or_insert(0) += 1;
            }
        }
        // What counts of a row's passwords is for others to say: its sources are the certain ones and any of the
        // possible.
        let count = |surely: &dyn Fn(u64, u64) -> bool, maybe: &dyn Fn(u64, u64) -> bool| {
            let sum = |passes: &dyn Fn(u64, u64) -> bool| {
                rows.iter().filter(|((certain, possible), _)| passes(*certain, *possible)).map(|(_, rows)| rows).sum()
            };
            Span { least: sum(surely), most: sum(maybe) }
        };
        let part = |(place, (set, _)): (usize, &(usize, &Printed))| {
            let bit = 1u64 << place;
            let unique = count(&|certain, possible| certain == bit && possible == bit, &|certain, possible| {
                certain & !bit == 0 && possible & bit != 0
            });
            (*set, unique, count(&|certain, _| certain & bit != 0, &|_, possible| possible & bit != 0))
        };
        let parts = sources.iter().enumerate().map(part).collect();
        Composition { parts, unknown: count(&|_, possible| possible == 0, &|certain, _| certain == 0) }
    }

    /// Dump rows by the set they were truly copied from; made-up rows last.
    pub(super) fn rows_by_source(&self) -> Vec<(usize, u64)> {
        let mut rows: BTreeMap<u16, u64> = BTreeMap::new();
        for row in self.world.parts.iter().flatten() {
            *rows.entry(row.source).or_insert(0) += 1;
        }
        rows.into_iter().map(|(source, rows)| (usize::from(source), rows)).collect()
    }

    /// The main kind's place in [`KINDS`].
    fn main(&self) -> Option<u8> {
        let id = super::main_kind(self.world.plan);
        KINDS.iter().position(|kind| *kind == id).map(|place| place as u8)
    }

    pub(super) fn service(&self) -> Option<ServicePart> {
        let set = self.world.service?;
        let (main, dump) = (self.main()?, self.dump_keys());
        let plan = self.world.plan;
        let of_main =
            |printed: &Printed| -> Vec<Key> { printed.distinct.iter().filter(|key| key.0 == main).copied().collect() };
        let mut held: Vec<Key> = Vec::new();
        for (place, printed) in self.sources().filter(|(place, _)| *place != set) {
            if plan.sets[place].role == Role::Corpus {
                held.extend(of_main(printed));
            }
        }
        held.sort_unstable();
        let list = self.sets[set].as_ref().map_or_else(Vec::new, of_main);
        let exclusive: Vec<Key> = list.into_iter().filter(|key| held.binary_search(key).is_err()).collect();
        let of_role = |role: Role| -> Vec<Key> {
            let mut keys: Vec<Key> = self
                .references()
                .filter(|(place, _)| plan.sets[*place].role == role)
                .flat_map(|(_, printed)| of_main(printed))
                .collect();
            keys.sort_unstable();
            keys
        };
        let (mut control, canaries) = (of_role(Role::Control), of_role(Role::Canary));
        control.retain(|key| held.binary_search(key).is_err());
        let hits = |keys: &[Key]| common(keys, &dump).len() as u64;
        Some(ServicePart {
            set,
            records: self.world.sets[set].records.len() as u64,
            inside: self.world.inside(set).into_iter().filter(|inside| *inside).count() as u64,
            exclusive: exclusive.len() as u64,
            exclusive_hits: hits(&exclusive),
            dump: dump.iter().filter(|key| key.0 == main).count() as u64,
            control: control.len() as u64,
            control_hits: hits(&control),
            canary_hits: hits(&canaries),
            early: self.early(set, main, &held, &dump),
            unheld: self.unheld_keys(main, &dump),
        })
    }

    fn early(&self, set: usize, main: u8, held: &[Key], dump: &[Key]) -> [u64; 3] {
        let Some(printed) = &self.sets[set] else { return [0; 3] };
        let early = self.world.list.iter().enumerate().filter(|(_, record)| record.created < self.world.plan.started);
        let keys = early.flat_map(|(row, _)| printed.row(row).iter().copied()).filter(|key| key.0 == main);
        keys.fold([0; 3], |[all, own, hit], key| {
            let (alone, found) = (held.binary_search(&key).is_err(), dump.binary_search(&key).is_ok());
            [all + 1, own + u64::from(alone), hit + u64::from(found)]
        })
    }

    fn unheld_keys(&self, main: u8, dump: &[Key]) -> u64 {
        let known = |key: &Key| self.references().any(|(_, printed)| printed.distinct.binary_search(key).is_ok());
        dump.iter().filter(|key| key.0 == main && !known(key)).count() as u64
    }

    /// Whether older bases were copied by how visible their people are, and the service has the more visible ones too: its
    /// people are then in the dump more often than others of the same bases, whoever made it.
    pub(super) fn prefers_its_people(&self) -> bool {
        let plan = self.world.plan;
        let by_visibility = |from: &Copied| matches!(from, Copied::Set { cut: Cut::Visible, .. });
        let fond = plan.sets.iter().any(|set| {
            let taste = matches!(set.members, Members::SignUps { by: Taste::Visible | Taste::Young, .. });
            set.role == Role::Service && taste
        });
        fond && plan.visibility > 0 && plan.parts.iter().flat_map(|part| &part.from).any(by_visibility)
    }

    /// Share of each held source that was copied, as records and by kind.
    pub(super) fn copied(&self) -> Vec<Value> {
        let mut parts = Vec::new();
        for (set, printed) in self.sources() {
            let inside = self.world.inside(set);
            let list = self.world.service == Some(set);
            let records = &self.world.sets[set].records;
            let copied = inside.iter().filter(|inside| **inside).count();
            let mut kinds = Map::new();
            if !list || printed.rows == records.len() as u64 {
                let rows = (0..records.len()).filter(|row| inside[*row]);
                let mut keys: Vec<Key> = rows.flat_map(|row| printed.row(row).iter().copied()).collect();
                keys.sort_unstable();
                keys.dedup();
                for (kind, size) in printed.counts() {
                    let some = counts(&keys).into_iter().find(|(of, _)| *of == kind).map_or(0, |(_, some)| some);
                    kinds.insert(kind.to_owned(), json!(some as f64 / size.max(1) as f64));
                }
            }
            parts.push(json!({
                "reference": self.world.plan.sets[set].id,
                "records": copied,
                "of": records.len(),
                "kinds": kinds,
                "nested": self.nested(set),
            }));
        }
        parts
    }

    /// Whether a source's records are in another held one by construction, so that the two cannot be parted.
    fn nested(&self, set: usize) -> bool {
        let sets = &self.world.plan.sets;
        let held = |of: &[usize]| of.iter().any(|part| sets[*part].role != Role::Unheld);
        let has = |members: &Members, part: usize| matches!(members, Members::Union { sets } if sets.contains(&part));
        let whole = matches!(&sets[set].members, Members::Union { sets } if held(sets));
        whole || sets.iter().any(|other| other.role != Role::Unheld && has(&other.members, set))
    }

    /// Whether a current source that nobody holds, other than the service, gave rows: so many.
    pub(super) fn unheld_rows(&self) -> u64 {
        let sets = &self.world.plan.sets;
        let unheld = |source: usize| sets.get(source).is_some_and(|set| set.role == Role::Unheld);
        self.rows_by_source().into_iter().filter(|(source, _)| unheld(*source)).map(|(_, rows)| rows).sum()
    }

    /// Rows that a held register gave.
    pub(super) fn register_rows(&self) -> u64 {
        let sets = &self.world.plan.sets;
        let register = |source: usize| sets.get(source).is_some_and(|set| set.role == Role::Register);
        self.rows_by_source().into_iter().filter(|(source, _)| register(*source)).map(|(_, rows)| rows).sum()
    }

    pub(super) fn made_up_rows(&self) -> u64 {
        let made = |(source, _): &(usize, u64)| *source == usize::from(MADE_UP);
        self.rows_by_source().into_iter().filter(made).map(|(_, rows)| rows).sum()
    }

    /// Of the one file that carries tax numbers: the share of its rows whose number was drawn digit by digit; none where no
    /// file or several carry them.
    pub(super) fn careless_share(&self) -> Option<f64> {
        let parts = self.world.plan.parts.iter().zip(&self.world.parts);
        let mut checked = parts.filter(|(part, _)| part.fields.contains(&Field::Tax)).map(|(_, rows)| rows);
        let (rows, None) = (checked.next()?, checked.next()) else { return None };
        let careless = rows.iter().filter(|row| row.careless).count();
        (!rows.is_empty()).then(|| careless as f64 / rows.len() as f64)
    }

    /// The day on which the service was copied: its records up to then, with their values of then.
    pub(super) fn copied_until(&self) -> Option<u32> {
        let copies = self.world.plan.parts.iter().flat_map(|part| &part.from);
        let mut days = copies.filter_map(|from| match from {
            Copied::Set { set, cut: Cut::Until(day), updated: 1000, at, .. }
                if Some(*set) == self.world.service && at == day =>
            {
                Some(*day)
            }
            _ => None,
        });
        days.next()
    }

    pub(super) fn whole(&self) -> bool {
        self.world.plan.sample == Sample::All
    }
}

/// What two sorted lists have both.
fn common(left: &[Key], right: &[Key]) -> Vec<Key> {
    left.iter().filter(|key| right.binary_search(key).is_ok()).copied().collect()
}
