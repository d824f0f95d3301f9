//! The second door: sorted runs of the dump and of all references are merged, partition by partition, into counts.
//!
//! Every partition is joined on its own, on any thread; what is added up are whole numbers, so the order does not show.
//! Keys that two sets hold both are counted in `overlaps.rs`, rows of the dump in `composition.rs`, people and keys of
//! one set in `units.rs`.

use std::collections::BTreeSet;

use super::composition::compose;
use super::held::Held;
use super::overlaps::{classes, logins, membership, overlaps, records, rows};
use super::seconds::{left_out, seconds};
use super::strata::strata;
use super::{Counts, Overlap, Refusal};
use crate::imprint::Imprint;
use crate::reference::Role;

/// Why two sets without a common kind were not compared.
pub const NO_SHARED_KIND: &str = "no-shared-kind";

/// Joins the dump with its references; `roles[i]` is the role of reference `i`.
///
/// # Errors
/// When a run cannot be read; runs in memory never fail.
pub fn join(dump: &Imprint, references: &[Held<'_>], roles: &[Role]) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    let kinds = dump.kinds();
    for &(reference, imprint) in references {
        if imprint.kinds().is_disjoint(&kinds) {
            counts.refusals.push(refusal(reference, &kinds, &imprint.kinds()));
        }
    }
    let all: BTreeSet<&'static str> = references.iter().flat_map(|(_, imprint)| imprint.kinds()).collect();
    for id in all {
        let holders: Vec<Held<'_>> = references.iter().copied().filter(|(_, i)| i.kinds().contains(id)).collect();
        let service = holders.iter().position(|(reference, _)| roles.get(*reference) == Some(&Role::Service));
        // Windows are for control records: without any, no key is counted by them.
        let role = |held: &Held<'_>| roles.get(held.0);
        let asked = holders.iter().any(|held| matches!(role(held), Some(Role::Control | Role::Register)));
        let is_older = |place: usize, role: Option<&Role>| match role {
            _ if !asked => true,
            Some(Role::Corpus) => true,
            Some(Role::Service) => Some(place) != service,
            _ => false,
        };
        let older = holders.iter().enumerate().map(|(place, (reference, _))| is_older(place, roles.get(*reference)));
        let divided = strata(id, dump, &holders, service, &older.collect::<Vec<_>>())?;
        let classes = classes(id, dump, &holders, divided.as_ref())?;
        if kinds.contains(id) {
            counts.overlaps.extend(overlaps(id, dump, &holders, &classes));
        }
        let mut membership = membership(id, &holders, classes);
        if let Some(divided) = divided {
            (membership.informative, membership.cells) = (divided.classes, divided.cells);
            (membership.parts, membership.places) = (divided.parts, divided.places);
            membership.windows = divided.windows;
        }
        counts.memberships.push(membership);
    }
    for &(reference, imprint) in references {
        counts.overlaps.extend(logins(reference, dump, imprint)?);
        counts.overlaps.extend(seconds(reference, dump, imprint)?);
        counts.refusals.extend(left_out(reference, imprint));
        counts.overlaps.extend(records(reference, dump, imprint)?);
        counts.overlaps.extend(rows(reference, dump, imprint)?);
    }
    counts.overlaps.sort_by(|a, b| {
        let order = |overlap: &Overlap| (overlap.reference, overlap.level, std::cmp::Reverse(overlap.kinds.len()));
        (order(a), &a.kind, &a.kinds).cmp(&(order(b), &b.kind, &b.kinds))
    });
    if dump.tables.iter().any(|table| table.plan.people) {
        // Control lists and planted records explain no row: nothing can have been copied from them.
        let source = |reference: usize| roles.get(reference).is_none_or(|role| role.is_source());
        let sources: Vec<Held<'_>> = references.iter().copied().filter(|(index, _)| source(*index)).collect();
        counts.rows = Some(compose(dump, &sources, &counts.memberships)?);
    }
    Ok(counts)
}

fn refusal(reference: usize, dump: &BTreeSet<&str>, own: &BTreeSet<&str>) -> Refusal {
    let list = |ids: &BTreeSet<&str>| match ids.len() {
        0 => "no kind that is known".to_owned(),
        _ => ids.iter().copied().collect::<Vec<_>>().join(", "),
    };
    Refusal {
        reference,
        reason: NO_SHARED_KIND,
        hint: format!(
            "it holds {}, the dump {}; a list with a kind in common would make them comparable",
            list(own),
            list(dump)
        ),
    }
}
