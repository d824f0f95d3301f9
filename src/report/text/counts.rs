//! What was counted against the references: sizes, overlaps, bounds, rows by source.

use std::io;

use super::{UNKNOWN, known};
use crate::report::page::{
    Align::{Left, Right},
    Page,
};
use crate::report::words::{amount, count, percent, unit_noun};
use crate::report::{Basis, LimitIs, Report};

/// The references as they were given.
pub(super) fn references(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.references.is_empty() {
        return Ok(());
    }
    page.heading("REFERENCES")?;
    let rows: Vec<Vec<String>> = report
        .references
        .iter()
        .map(|reference| {
            let keys: Vec<String> = reference
                .keys
                .iter()
                .map(|(kind, distinct)| format!("{} {}", count(*distinct), unit_noun(kind)))
                .collect();
            let sizes: Vec<String> =
                reference.sizes.iter().map(|size| format!("said to hold {}", count(size.count))).collect();
            let from = reference.obtained_from.iter().map(|from| format!("obtained from: {from}")).collect();
            let what = [keys, sizes, from].concat().join(", ");
            let name = format!("{} ({})", reference.id, reference.provenance);
            vec![name, reference.role.clone(), known(reference.rows), what]
        })
        .collect();
    page.table(&[("held under the name", Left), ("role", Left), ("rows", Right), ("distinct keys", Left)], &rows)
}

/// What two record sets share, in a sentence, where nothing but that was asked: by the kind of which they share most.
pub(super) fn in_both(page: &mut Page, report: &Report) -> io::Result<()> {
    let [reference] = &report.references[..] else { return Ok(()) };
    let keys = report.overlaps.iter().filter(|of| of.reference == reference.id && of.level == "key");
    let best = keys.max_by_key(|overlap| (overlap.shared, overlap.dump));
    let counted = best.and_then(|best| Some((best, best.kind.as_deref()?, best.shared?)));
    let Some((best, kind, shared)) = counted else {
        let why = report.refusals.iter().find(|refusal| refusal.reference == reference.id);
        let why = why.map_or_else(String::new, |refusal| format!(": {}", refusal.hint));
        let id = &reference.id;
        return page
            .paragraph(0, &format!("The first record set (below: the dump) and {id} could not be compared{why}."));
    };
    let share = |share: Option<f64>| share.map_or(UNKNOWN.to_owned(), percent);
    let chance = best.expected_by_chance.filter(|chance| *chance >= 0.5);
    let chance = chance.map_or_else(String::new, |chance| format!("; chance alone gives {}", amount(chance)));
    page.paragraph(
        0,
        &format!(
            "Of {} {} in the first record set (below: the dump) and {} in {}, {} are in both: {} of the first's, {} of \
             the second's{chance}.",
            known(best.dump),
            unit_noun(kind),
            known(best.reference_size),
            reference.id,
            count(shared),
            share(best.share_of_dump),
            share(best.share_of_reference)
        ),
    )
}

/// What the dump and each reference share.
pub(super) fn overlaps(page: &mut Page, report: &Report) -> io::Result<()> {
    let counted: Vec<_> = report.overlaps.iter().filter(|overlap| overlap.shared.is_some()).collect();
    if !counted.is_empty() {
        page.heading("OVERLAPS")?;
        let rows: Vec<Vec<String>> = counted
            .iter()
            .map(|overlap| {
                let what = overlap.kind.clone().unwrap_or_else(|| match overlap.kinds.is_empty() {
                    true => overlap.level.clone(),
                    false => format!("{}: {}", overlap.level, overlap.kinds.join(" ")),
                });
                let mark = if overlap.assumed { "?" } else { "" };
                vec![
                    overlap.reference.clone(),
                    format!("{what}{mark}"),
                    known(overlap.shared),
                    of(overlap.dump, overlap.share_of_dump),
                    of(overlap.reference_size, overlap.share_of_reference),
                    overlap.expected_by_chance.map_or(UNKNOWN.into(), amount),
                ]
            })
            .collect();
        let head = [
            ("reference", Left),
            ("on", Left),
            ("shared", Right),
            ("of dump's", Right),
            ("of reference's", Right),
            ("chance", Right),
        ];
        page.table(&head, &rows)?;
        if counted.iter().any(|overlap| overlap.assumed) {
            page.paragraph(2, "?: a column was compared under an assumed kind; name it with --key.")?;
        }
        super::remarks::second_keys(page, report)?;
    }
    for refusal in &report.refusals {
        page.point(&format!("{}: {}. {}", refusal.reference, refusal.reason, refusal.hint))?;
    }
    if let Some(key) = &report.main_key {
        page.gap()?;
        page.paragraph(2, &format!("Main key: {}. {}", key.kind, key.why))?;
        let others = if key.shared_kinds.is_empty() { "none".to_owned() } else { key.shared_kinds.join(", ") };
        page.paragraph(2, &format!("Shared kinds: {others}."))?;
        if let Some(warning) = &key.warning {
            page.paragraph(2, &format!("Warning: {warning}"))?;
        }
    }
    Ok(())
}

fn of(whole: Option<u64>, share: Option<f64>) -> String {
    let whole = known(whole);
    share.map_or(whole.clone(), |share| format!("{whole} ({})", percent(share)))
}

/// What sizes and populations allow.
pub(super) fn bounds(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.bounds.is_empty() {
        return Ok(());
    }
    page.heading("BOUNDS (arithmetic, no probability)")?;
    for bound in &report.bounds {
        let things = unit_noun(&bound.unit);
        let basis = if bound.basis == Basis::Claimed { "claimed" } else { "counted" };
        let limit = match bound.limit_is {
            LimitIs::ServiceSize => format!("held by {}", bound.reference.as_deref().unwrap_or("the service")),
            LimitIs::InExistence => "in existence".to_owned(),
            LimitIs::EverIssued => "ever issued".to_owned(),
        };
        let condition = match bound.conditional_on.as_slice() {
            [] => String::new(),
            conditions => format!(", if {}", conditions.join(", and if ")),
        };
        let sides = format!("{} {things} {basis}, {} {limit}", count(bound.dump), count(bound.limit));
        if bound.excess_at_least == 0 {
            page.point(&format!("{sides}: all of them can be among these."))?;
            continue;
        }
        let share = bound.share_at_most.map_or(UNKNOWN.into(), percent);
        let excess = count(bound.excess_at_least);
        page.point(&format!(
            "{sides}: at most {share} of them can be among these, at least {excess} cannot{condition}."
        ))?;
    }
    Ok(())
}

/// Rows by the references that hold them.
pub(super) fn composition(page: &mut Page, report: &Report) -> io::Result<()> {
    let Some(composition) = &report.composition else { return Ok(()) };
    page.heading(&format!("COMPOSITION of {} rows (unique ≤ credit ≤ total)", count(composition.rows)))?;
    let mut parts: Vec<_> = composition.parts.iter().collect();
    parts
        .sort_by(|left, right| right.credit.total_cmp(&left.credit).then_with(|| left.reference.cmp(&right.reference)));
    let share = |share: Option<f64>| share.map_or(UNKNOWN.into(), percent);
    let mut rows: Vec<Vec<String>> = parts
        .iter()
        .map(|part| {
            vec![
                part.reference.clone(),
                count(part.unique),
                amount(part.credit),
                count(part.total),
                share(part.share),
                format!("{}–{}", share(part.low), share(part.high)),
            ]
        })
        .collect();
    let unknown = count(composition.unknown);
    rows.push(vec![
        "unknown".into(),
        String::new(),
        unknown,
        String::new(),
        share(composition.unknown_share),
        String::new(),
    ]);
    let head = [
        ("reference", Left),
        ("unique", Right),
        ("credit", Right),
        ("total", Right),
        ("share", Right),
        ("possible", Right),
    ];
    page.table(&head, &rows)?;
    page.paragraph(
        2,
        &format!(
            "{} rows carry a key that can tell a source; {} carry none and are counted as unknown.",
            count(composition.informative_rows),
            count(composition.uninformative_rows)
        ),
    )
}
