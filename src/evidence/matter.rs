//! What the judgement sees: counts and statements, by the questions that are asked of them.

use super::question::{Claim, Question};
use crate::compare::{Counts, Level, Overlap};
use crate::kind;
use crate::profile::Profile;
use crate::reference::{Reference, Role};

/// A reference with what was read of it.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The reference as it was named.
    pub reference: &'a Reference,
    /// Its profile; `None` where only a size is stated.
    pub profile: Option<&'a Profile>,
}

/// Everything that is weighed. Counts and statements only: no value, no file.
#[derive(Debug, Clone)]
pub struct Matter<'a> {
    /// The dump's profile; `None`: answer from the numbers alone.
    pub dump: Option<&'a Profile>,
    /// The run's references, in the order that [`Counts`] indexes.
    pub references: Vec<Known<'a>>,
    /// What was counted between them.
    pub counts: Option<&'a Counts>,
    /// What is said of them.
    pub question: &'a Question,
    /// Kind id asked for with `--key`.
    pub key: Option<&'a str>,
}

/// How many records the service is known or said to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceSize {
    /// Records: distinct keys of the list, or the greatest stated size.
    pub records: u64,
    /// Half width of the rounding of a stated size, in records.
    pub rounding: u64,
    /// Whether `records` was counted in the service's list.
    pub measured: bool,
}

impl<'a> Matter<'a> {
    /// The service, first by id where several are named, with its index.
    pub fn service(&self) -> Option<(usize, Known<'a>)> {
        self.references
            .iter()
            .enumerate()
            .filter(|(_, known)| known.reference.role == Role::Service)
            .min_by(|left, right| left.1.reference.id.cmp(&right.1.reference.id))
            .map(|(index, known)| (index, *known))
    }

    /// The reference with this id, with its index.
    pub fn reference(&self, id: &str) -> Option<(usize, Known<'a>)> {
        self.references.iter().enumerate().find(|(_, known)| known.reference.id == id).map(|(i, known)| (i, *known))
    }

    /// Ids of the references in the order that [`Counts`] indexes.
    pub fn ids(&self) -> Vec<&'a str> {
        self.references.iter().map(|known| known.reference.id.as_str()).collect()
    }

    /// Distinct things of `unit` (`rows`, `people`, a kind id) in the dump; `None` where they were not counted or none
    /// of its columns is of the kind.
    pub fn distinct(&self, unit: &str) -> Option<u64> {
        let dump = self.dump?;
        if unit == "rows" {
            return Some(dump.rows);
        }
        dump.units.iter().find(|known| known.unit == unit).map(|known| known.distinct)
    }

    /// Whether the dump was read to its last byte.
    pub fn complete(&self) -> bool {
        self.dump.is_none_or(|dump| dump.limits.is_empty())
    }

    /// Overlaps on the level of keys, in the order of the counts.
    pub fn key_overlaps(&self) -> impl Iterator<Item = &'a Overlap> {
        let all: &'a [Overlap] = self.counts.map_or(&[], |counts| &counts.overlaps);
        all.iter().filter(|overlap| overlap.level == Level::Key)
    }

    /// What the dump and one reference share on one kind.
    pub fn overlap(&self, reference: usize, kind: &str) -> Option<&'a Overlap> {
        self.key_overlaps().find(|overlap| overlap.reference == reference && overlap.kind.as_deref() == Some(kind))
    }

    /// The service's size in keys of `kind`: counted in its list where the list holds the kind, else the greatest
    /// stated size (a service only ever held more than a smaller statement says). `None` where neither is known.
    pub fn service_size(&self, kind: Option<&str>) -> Option<ServiceSize> {
        let (index, service) = self.service()?;
        if let Some(overlap) = kind.and_then(|kind| self.overlap(index, kind)) {
            return Some(ServiceSize { records: overlap.reference_size, rounding: 0, measured: true });
        }
        let listed = |unit: &&crate::profile::Unit| Some(unit.unit) == kind;
        if let Some(unit) = service.profile.and_then(|profile| profile.units.iter().find(listed)) {
            return Some(ServiceSize { records: unit.distinct, rounding: 0, measured: true });
        }
        self.stated_size()
    }

    /// The greatest stated size of the service.
    pub fn stated_size(&self) -> Option<ServiceSize> {
        let (_, service) = self.service()?;
        let greatest = service.reference.sizes.iter().max_by_key(|size| size.count + size.rounding.unwrap_or(0))?;
        let rounding = greatest.rounding.unwrap_or(0);
        Some(ServiceSize { records: greatest.count, rounding, measured: false })
    }

    /// First day on which the dump is known to have existed: as stated, else the earliest date of a claim.
    pub fn dump_date(&self) -> Option<&'a str> {
        let stated = self.question.dump_date.as_deref();
        stated.or_else(|| self.question.claims.iter().filter_map(|claim| claim.date.as_deref()).min())
    }

    /// Whether a reference is dated after the day on which the dump is known to have existed.
    pub fn is_younger(&self, reference: usize) -> bool {
        let date = self.references.get(reference).and_then(|known| known.reference.date.as_deref());
        // A month or year alone may hold the dump's day.
        date.zip(self.dump_date()).is_some_and(|(date, dump)| date > dump && !date.starts_with(dump))
    }

    /// Whether the service's list covers all it ever held up to the day on which the dump is known to have existed.
    pub fn service_list_complete(&self) -> bool {
        let Some((_, service)) = self.service() else { return false };
        match (&service.reference.complete_to, self.dump_date()) {
            // A month or year alone ends later than each of its days: `~` sorts behind `-`.
            (Some(day), Some(dump)) if dump.len() < 10 => *day >= format!("{dump}~"),
            (Some(day), Some(dump)) => day.as_str() >= dump,
            _ => false,
        }
    }

    /// The claim of size that matters most: the first that counts a kind, else the first that counts anything.
    pub fn size_claim(&self) -> Option<&'a Claim> {
        let sized = || self.question.claims.iter().filter(|claim| claim.records.is_some());
        sized().find(|claim| claim.unit.as_deref().is_some_and(is_kind)).or_else(|| sized().next())
    }
}

/// Whether a unit is a kind (and not rows or people).
pub fn is_kind(unit: &str) -> bool {
    !matches!(unit, "rows" | "people" | "records") && !unit.is_empty()
}

/// Whether a kind says something about many records only (names, dates) and never tells one.
pub fn is_attribute(kind: &str) -> bool {
    kind::find(kind).is_some_and(|kind| kind.rank == kind::Rank::Attribute)
}
