//! The answers one by one, the claims, and what stayed unexamined.

use std::io;

use super::code;
use crate::report::page::{Align::Left, Page};
use crate::report::words::{count, percent, unit_noun};
use crate::report::{Finding, Report, Verdict};

/// Each claim with its outcome.
pub(super) fn claims(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.claims.is_empty() {
        return Ok(());
    }
    page.heading("CLAIMS")?;
    for line in &report.claims {
        page.point(&format!("{}: \"{}\": {}. {}", line.by, line.claim, line.outcome.name(), line.because))?;
    }
    Ok(())
}

/// The answers one by one.
pub(super) fn answers(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
    page.heading("ANSWERS")?;
    let integrity: Vec<String> = verdict.integrity.iter().map(code).collect();
    let rows = [
        ("scope", code(&verdict.scope), &verdict.because.scope),
        ("service", code(&verdict.service), &verdict.because.service),
        ("corpora", code(&verdict.corpora), &verdict.because.corpora),
        ("integrity", integrity.join(", "), &verdict.because.integrity),
        ("age", code(&verdict.age.status), &verdict.because.age),
    ];
    let rows: Vec<Vec<String>> = rows.map(|(answer, code, why)| vec![answer.to_owned(), code, why.clone()]).to_vec();
    page.table(&[("answer", Left), ("is", Left), ("because", Left)], &rows)?;
    service_part(page, report, verdict)?;
    page.heading("NOT TESTED")?;
    for finding in &report.findings {
        if let Finding::Silent { test, silent } = finding {
            page.point(&format!("{test}: {silent}"))?;
        }
    }
    if !verdict.would_change.is_empty() {
        page.heading("WHAT WOULD CHANGE THE ANSWER (best first)")?;
        verdict.would_change.iter().try_for_each(|sentence| page.point(sentence))?;
    }
    Ok(())
}

/// How much of the service was copied at most.
fn service_part(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
    let things = report.main_key.as_ref().map_or_else(|| "records".to_owned(), |key| unit_noun(&key.kind));
    let shares = [
        (&verdict.service_copied_share.of_exclusive, "that no older set holds"),
        (&verdict.service_copied_share.of_all, "in its whole list"),
    ];
    for (share, which) in shares {
        if let Some(share) = share {
            page.point(&format!(
                "Copied into the dump of the service's {things} {which}: {} to {}, at most {} {things} ({} people), at 95 % \
                 confidence.",
                percent(share.low),
                percent(share.high),
                count(share.records),
                count(share.people)
            ))?;
        }
    }
    Ok(())
}

/// The code of an answer as the JSON report writes it.
pub(super) fn limits(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.complete {
        return Ok(());
    }
    page.heading("LIMITS HIT: part of the input was not examined")?;
    for limit in &report.limits {
        page.point(&format!("{}: {} {}. hint: {}", limit.place, limit.limit, limit.value, limit.hint))?;
    }
    Ok(())
}
