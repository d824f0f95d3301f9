//! From counts to the report: no input, no output, no failure.

use super::{Input, Limit, Overlap, REPORT_VERSION, Reference, Refusal, Report, Size, Tool, dump};
use crate::compare::{self, Level};
use crate::evidence::matter::is_attribute;
use crate::evidence::words;
use crate::mixture::{self, Composition, Mixture, Source, State};
use crate::profile::Profile;
use crate::stats;
use crate::verdict::{Known, Matter, Service, judge};

/// Which parts of the report are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Everything (`analyze`).
    All,
    /// What the dump is (`inspect`).
    Dump,
    /// What two sets share (`overlap`).
    Overlaps,
}

/// Weighs the matter: the report with the parts asked for.
pub fn weigh(matter: &Matter, parts: Parts) -> Report {
    let mut order: Vec<usize> = (0..matter.references.len()).collect();
    order.sort_by(|left, right| matter.references[*left].reference.id.cmp(&matter.references[*right].reference.id));
    let profiles = || matter.dump.into_iter().chain(order.iter().filter_map(|&index| matter.references[index].profile));
    let limits: Vec<Limit> = profiles().flat_map(|profile| &profile.limits).map(Limit::from).collect();
    let mixtures = if parts == Parts::All { mixtures(matter) } else { Vec::new() };
    let composition = if parts == Parts::All { composition(matter, &mixtures) } else { None };
    let mut report = Report {
        report_version: REPORT_VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION").into() },
        title: matter.question.title.clone(),
        selection: matter.question.selection.name().to_owned(),
        inputs: inputs(matter, &order),
        complete: limits.is_empty(),
        limits,
        dump: matter.dump.map(dump::describe),
        references: order.iter().map(|&index| reference(matter, matter.references[index])).collect(),
        main_key: None,
        overlaps: overlaps(matter, &order, parts),
        refusals: refusals(matter),
        bounds: Vec::new(),
        mixtures: Vec::new(),
        composition: None,
        findings: Vec::new(),
        look_ups: Vec::new(),
        whole: Vec::new(),
        claims: Vec::new(),
        verdict: None,
    };
    if parts == Parts::All {
        let judgement = judge(matter, &mixtures, composition.as_ref());
        report.main_key = judgement.main_key;
        report.bounds = judgement.bounds;
        report.findings = judgement.findings;
        report.claims = judgement.claims;
        report.look_ups = crate::verdict::look_ups::lines(&matter.question.look_ups);
        report.whole = crate::verdict::sampled::whole(matter, composition.as_ref());
        let service = judgement.verdict.service;
        report.verdict = Some(judgement.verdict);
        report.mixtures = rivalled(mixtures, matter, service);
        report.composition = composition;
    }
    report
}

fn inputs(matter: &Matter, order: &[usize]) -> Vec<Input> {
    let of = |id: &str, role: &str, profile: &Profile| -> Vec<Input> {
        let mut inputs: Vec<Input> = profile
            .files
            .iter()
            .map(|file| Input {
                id: id.to_owned(),
                role: role.to_owned(),
                path: file.path.clone(),
                bytes: file.bytes,
                sha256: file.sha256.clone(),
            })
            .collect();
        inputs.sort_by(|left, right| left.path.cmp(&right.path));
        inputs
    };
    let mut all = matter.dump.map(|profile| of("dump", "dump", profile)).unwrap_or_default();
    for known in order.iter().map(|&index| matter.references[index]) {
        let (id, role) = (&known.reference.id, known.reference.role.name());
        all.extend(known.profile.map(|profile| of(id, role, profile)).unwrap_or_default());
    }
    all
}

fn reference(matter: &Matter, known: Known) -> Reference {
    let reference = known.reference;
    let provenance = match reference.provenance {
        crate::reference::Provenance::Verified => "verified",
        crate::reference::Provenance::Unverified => "unverified",
        crate::reference::Provenance::Fabricated => "fabricated",
    };
    let units = known.profile.map_or(&[][..], |profile| &profile.units);
    Reference {
        id: reference.id.clone(),
        role: reference.role.name().to_owned(),
        provenance: provenance.to_owned(),
        rows: known.profile.map(|profile| profile.rows),
        date: reference.date.clone(),
        started: reference.started.clone(),
        complete_to: reference.complete_to.clone(),
        obtained_from: matter.question.obtained_from.get(&reference.id).cloned(),
        view_of: reference.view_of.clone(),
        sizes: reference
            .sizes
            .iter()
            .map(|size| Size { count: size.count, date: size.date.clone(), rounding: size.rounding })
            .collect(),
        keys: units
            .iter()
            .filter(|unit| unit.unit != "people")
            .map(|unit| (unit.unit.to_owned(), unit.distinct))
            .collect(),
    }
}

fn overlaps(matter: &Matter, order: &[usize], parts: Parts) -> Vec<Overlap> {
    let Some(counts) = matter.counts else { return Vec::new() };
    let mut all: Vec<(usize, Level, Overlap)> = Vec::new();
    for counted in &counts.overlaps {
        let Some(known) = matter.references.get(counted.reference) else { continue };
        all.push((counted.reference, counted.level, overlap(counted, known.reference)));
    }
    if parts == Parts::All {
        // The contract promises a line on record level for every reference that is compared at all.
        for &index in order {
            let mut of_this = counts.overlaps.iter().filter(|overlap| overlap.reference == index);
            let compared = of_this.clone().any(|overlap| overlap.level == Level::Key);
            if compared && !of_this.any(|overlap| overlap.level == Level::Record) {
                all.push((index, Level::Record, uncounted(matter.references[index].reference)));
            }
        }
    }
    all.sort_by(|left, right| {
        let order = |(_, level, overlap): &(usize, Level, Overlap)| {
            let fewer = std::cmp::Reverse(overlap.kinds.len());
            (overlap.reference.clone(), *level, overlap.kind.clone(), fewer, overlap.kinds.clone())
        };
        order(left).cmp(&order(right))
    });
    all.into_iter().map(|(_, _, overlap)| overlap).collect()
}

fn overlap(counted: &compare::Overlap, reference: &crate::reference::Reference) -> Overlap {
    let compare::Overlap { dump, reference_size, shared, decoys, chance_hits, .. } = *counted;
    let chance = decoys.zip(chance_hits);
    Overlap {
        reference: reference.id.clone(),
        role: reference.role.name().to_owned(),
        kind: counted.kind.clone(),
        level: level_name(counted.level).to_owned(),
        kinds: counted.kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        dump: Some(dump),
        reference_size: Some(reference_size),
        shared: Some(shared),
        share_of_dump: stats::share(shared, dump),
        share_of_reference: stats::share(shared, reference_size),
        jaccard: stats::jaccard(dump, reference_size, shared),
        size_ratio: stats::share(dump, reference_size),
        expected_by_chance: chance.and_then(|(decoys, hits)| stats::expected_by_chance(dump, hits, decoys)),
        decoys,
        chance_hits,
        expected_hash_collisions: Some(stats::expected_hash_collisions(dump, reference_size)),
        assumed: counted.assumed,
    }
}

/// The record level of a reference that shares fewer than two kinds: there is nothing to agree.
fn uncounted(reference: &crate::reference::Reference) -> Overlap {
    Overlap {
        reference: reference.id.clone(),
        role: reference.role.name().to_owned(),
        kind: None,
        level: level_name(Level::Record).to_owned(),
        kinds: Vec::new(),
        dump: None,
        reference_size: None,
        shared: None,
        share_of_dump: None,
        share_of_reference: None,
        jaccard: None,
        size_ratio: None,
        expected_by_chance: None,
        decoys: None,
        chance_hits: None,
        expected_hash_collisions: None,
        assumed: false,
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Key => "key",
        Level::Attribute => "attribute",
        Level::Record => "record",
        Level::Row => "row",
    }
}

fn refusals(matter: &Matter) -> Vec<Refusal> {
    let counted = matter.counts.map_or(&[][..], |counts| &counts.refusals);
    let mut all: Vec<Refusal> = counted
        .iter()
        .filter_map(|refusal| Some((matter.references.get(refusal.reference)?, refusal)))
        .map(|(known, refusal)| Refusal {
            reference: known.reference.id.clone(),
            reason: refusal.reason.to_owned(),
            hint: asked(matter, known, refusal).unwrap_or_else(|| refusal.hint.clone()),
        })
        .collect();
    all.sort_by(|left, right| (&left.reference, &left.reason).cmp(&(&right.reference, &right.reason)));
    all
}

/// Which of the two lacks the kind that was asked for: it alone was read.
fn asked(matter: &Matter, known: &Known, refusal: &compare::Refusal) -> Option<String> {
    let kind = matter.key.filter(|_| refusal.reason == compare::join::NO_SHARED_KIND)?;
    let holds = |profile: Option<&Profile>| {
        profile.is_some_and(|profile| profile.columns.iter().any(|column| column.compared_as == Some(kind)))
    };
    let (keys, id) = (words::unit_noun(kind), &known.reference.id);
    match (holds(matter.dump), holds(known.profile)) {
        (false, false) => {
            Some(format!("neither the dump nor {id} holds {keys}; leave --key out to compare what they hold"))
        }
        (true, false) => Some(format!("{id} holds no {keys}; leave --key out to compare what both hold")),
        (false, true) => Some(format!("the dump holds no {keys}; leave --key out to compare what both hold")),
        (true, true) => None,
    }
}

fn mixtures(matter: &Matter) -> Vec<Mixture> {
    let memberships = matter.counts.map_or(&[][..], |counts| &counts.memberships);
    let mut all: Vec<Mixture> = memberships
        .iter()
        // Names and dates are no keys: who else has them says nothing of where a record comes from.
        .filter(|membership| !is_attribute(&membership.kind))
        .map(|membership| {
            // The classes may leave out the keys that no reference holds; the profile knows them all.
            let counted = membership.classes.iter().map(|class| class.found).sum();
            let dump = matter.distinct(&membership.kind).unwrap_or(counted);
            let stated = matter.question.populations.get(&membership.kind);
            let stock = stated.and_then(|known| known.ever_issued.as_ref().or(known.in_existence.as_ref()));
            let sources = sources(matter, Some(&membership.kind));
            mixture::by_kind(membership, dump, &sources, stock.map(|stock| stock.count))
        })
        .collect();
    all.sort_by(|left, right| left.kind.cmp(&right.kind));
    mixture::reconciled(all)
}

/// That the service's keys are in the dump does not say that they were copied from it: another holder of the same records
/// gives the same. Only the answer on the service tells more.
fn rivalled(mut mixtures: Vec<Mixture>, matter: &Matter, answer: Service) -> Vec<Mixture> {
    let Some((_, service)) = matter.service().filter(|_| answer != Service::ServiceSpecific) else { return mixtures };
    let parts = mixtures.iter_mut().flat_map(|mixture| &mut mixture.parts);
    for part in parts.filter(|part| part.reference == service.reference.id && part.state == State::Present) {
        part.state = State::Undetermined;
        part.because = "its own keys are in the dump; another holder of the same records would give the same".into();
    }
    mixtures
}

/// What each reference is to a mixture of `kind`.
fn sources<'a>(matter: &Matter<'a>, kind: Option<&str>) -> Vec<Source<'a>> {
    let of = |(index, known): (usize, &Known<'a>)| {
        let overlap = kind.and_then(|kind| matter.overlap(index, kind));
        let chance = overlap.and_then(|overlap| stats::share(overlap.chance_hits?, overlap.decoys?));
        Source { id: &known.reference.id, is_source: known.reference.role.is_source(), chance: chance.unwrap_or(0.0) }
    };
    matter.references.iter().enumerate().map(of).collect()
}

fn composition(matter: &Matter, mixtures: &[Mixture]) -> Option<Composition> {
    let rows = matter.counts?.rows.as_ref()?;
    // A reference that shares only names or dates tells nothing of any row: no part, rather than a part of 0.
    let telling = |overlap: &&compare::Overlap| !overlap.kind.as_deref().is_some_and(is_attribute);
    let mut listed: Vec<usize> = matter.key_overlaps().filter(telling).map(|overlap| overlap.reference).collect();
    listed.extend(rows.classes.iter().flat_map(|class| class.members.iter().copied()));
    listed.sort_unstable();
    listed.dedup();
    Some(mixture::of_rows(rows, &listed, &sources(matter, None), &mixture::copied(mixtures, &matter.ids())))
}
