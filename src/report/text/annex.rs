//! Findings and weights of evidence, for whoever wants to check.

use std::io;

use crate::report::page::{
    Align::{Left, Right},
    Page,
};
use crate::report::words::percent;
use crate::report::{Finding, Report, Verdict};

/// The likelihood ratios: they stand last, because bounds and counts lead.
pub(super) fn annex(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
    // Cut rather than rounded: a weight is never overstated.
    let signed = |log10: f64| format!("{:+.2}", (log10 * 100.0).trunc() / 100.0 + 0.0);
    let rows: Vec<Vec<String>> = report
        .findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::Weighed { test, group, hypotheses, log10_lr, .. } => {
                let pair = format!("{} : {}", hypotheses[0], hypotheses[1]);
                Some(vec![group.clone(), test.clone(), pair, signed(*log10_lr)])
            }
            Finding::Silent { .. } => None,
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    page.heading("WEIGHT OF EVIDENCE (base-10 logarithms of likelihood ratios, bounded)")?;
    page.table(&[("group", Left), ("test", Left), ("for : against", Left), ("weight", Right)], &rows)?;
    let mut told: Vec<&str> = Vec::new();
    for finding in &report.findings {
        if let Finding::Weighed { test, sentence, .. } = finding
            && !told.contains(&sentence.as_str())
        {
            told.push(sentence);
            page.point(&format!("{test}: {sentence}"))?;
        }
    }
    page.gap()?;
    for weight in &verdict.weights {
        let (Some(log10), [first, second]) = (weight.log10_lr, weight.hypotheses.as_slice()) else { continue };
        let range = weight.sensitivity.map_or(String::new(), |range| {
            format!(", {} to {} under other assumptions", signed(range.low), signed(range.high))
        });
        page.point(&format!("{first} : {second}: {}{range}: {}.", signed(log10), weight.words))?;
    }
    page.paragraph(
        2,
        "A weight of 1 means: the findings are 10 times more probable if the first explanation holds than if the second \
         does. Scale of the ratio: 2 weak, 10 moderate, 100 moderately strong, 1,000 strong, 10,000 very strong.",
    )?;
    for line in &verdict.posteriors {
        let rival = line.against.as_ref().map_or(String::new(), |rival| format!(" against {rival} alone"));
        let (before, after) = (percent(line.prior), percent(line.posterior));
        page.point(&format!("{}{rival}: {before} before, {after} after the evidence.", line.hypothesis))?;
    }
    Ok(())
}
