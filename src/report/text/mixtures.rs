//! Copied shares with their uncertainty, and what a sample says of the whole.

use std::io;

use super::{UNKNOWN, code};
use crate::report::Report;
use crate::report::page::{
    Align::{Left, Right},
    Page,
};
use crate::report::words::{amount, count, percent};

/// Copied shares, one table a kind.
pub(super) fn mixtures(page: &mut Page, report: &Report) -> io::Result<()> {
    // Of kinds that the dump does not hold there is nothing to tell.
    let told = |mixture: &&crate::report::Mixture| !mixture.parts.is_empty() && mixture.dump > 0;
    let mixtures: Vec<_> = report.mixtures.iter().filter(told).collect();
    if mixtures.is_empty() {
        return Ok(());
    }
    page.heading("KEYS by kind (distinct keys of the dump; unique ≤ credit ≤ total)")?;
    for (number, mixture) in mixtures.into_iter().enumerate() {
        if number > 0 {
            page.gap()?;
        }
        let head = [
            (mixture.kind.as_str(), Left),
            ("held", Right),
            ("unique", Right),
            ("credit", Right),
            ("total", Right),
            ("of it copied", Right),
            ("is", Left),
        ];
        page.table(&head, &rows(mixture))?;
        page.point(&mixture.because)?;
        for part in mixture.parts.iter().filter(|part| !part.inseparable_from.is_empty()) {
            page.point(&format!("{} cannot be told from {}.", part.reference, part.inseparable_from.join(", ")))?;
        }
        for one in &mixture.contained {
            let (part, whole) = (percent(one.share), percent(one.share_of_other));
            page.point(&format!(
                "{} of {} stands in {} ({whole} of that): {} contains it, or it was derived from it.",
                part, one.reference, one.of, one.of
            ))?;
        }
    }
    page.paragraph(2, "Of it copied: share of the set's keys that can tell a source, with its 95 % interval.")
}

/// The sets of one kind, and what none of them holds.
fn rows(mixture: &crate::report::Mixture) -> Vec<Vec<String>> {
    let row = |part: &crate::mixture::KeyPart| {
        vec![
            part.reference.clone(),
            count(part.held),
            count(part.unique),
            amount(part.credit),
            count(part.total),
            copied(part),
            code(&part.state),
        ]
    };
    let none =
        mixture.unattributed.map_or(UNKNOWN.into(), |share| format!("{} of {}", percent(share), count(mixture.dump)));
    let blank = String::new;
    let rest = vec!["held by none".into(), blank(), blank(), none, blank(), blank(), blank()];
    mixture.parts.iter().map(row).chain([rest]).collect()
}

/// A copied share with its interval.
fn copied(part: &crate::mixture::KeyPart) -> String {
    match (part.copied_share, part.low, part.high) {
        (Some(share), Some(low), Some(high)) => format!("{} ({}–{})", percent(share), percent(low), percent(high)),
        _ => UNKNOWN.into(),
    }
}

/// What look-ups and a random sample say: sentences that stand alone.
pub(super) fn sampled(page: &mut Page, report: &Report) -> io::Result<()> {
    if !report.look_ups.is_empty() {
        page.heading("LOOK-UPS (exact intervals, for each group asked for)")?;
        report.look_ups.iter().try_for_each(|line| page.point(&line.sentence))?;
    }
    if !report.whole.is_empty() {
        page.heading("ALL THAT IS CLAIMED (from a random sample)")?;
        report.whole.iter().try_for_each(|line| page.point(&line.sentence))?;
    }
    Ok(())
}
