//! The report as an analyst or a journalist reads it in a terminal: three sentences first, the tables behind them.

use std::io::{self, Write};

use super::page::Page;
use super::words::count;
use super::{Renderer, Report, Verdict};

mod annex;
mod answers;
mod catalogue;
mod counts;
mod dump;
mod hashes;
mod marks;
mod mixtures;
mod remarks;

/// The renderer.
pub static RENDERER: Renderer = Renderer { id: "text", title: "for people, in a terminal", extension: "txt", render };

/// What stands for a number that is not known.
const UNKNOWN: &str = "—";

fn render(report: &Report, out: &mut dyn Write, columns: usize) -> io::Result<()> {
    let mut page = Page::new(out, columns);
    match &report.verdict {
        Some(verdict) if report.dump.is_none() => return numbers_alone(&mut page, report, verdict),
        Some(verdict) => opening(&mut page, verdict, report.title.as_deref())?,
        None => counts::in_both(&mut page, report)?,
    }
    dump::part(&mut page, report)?;
    marks::part(&mut page, report)?;
    counts::references(&mut page, report)?;
    counts::overlaps(&mut page, report)?;
    counts::bounds(&mut page, report)?;
    counts::composition(&mut page, report)?;
    mixtures::mixtures(&mut page, report)?;
    mixtures::sampled(&mut page, report)?;
    answers::claims(&mut page, report)?;
    if let Some(verdict) = &report.verdict {
        answers::answers(&mut page, report, verdict)?;
    }
    answers::limits(&mut page, report)?;
    match &report.verdict {
        Some(verdict) => annex::annex(&mut page, report, verdict),
        None => next(&mut page, report),
    }
}

/// What an inspection leads to.
fn next(page: &mut Page, report: &Report) -> io::Result<()> {
    if !report.references.is_empty() || report.dump.as_ref().is_none_or(|dump| dump.rows == 0) {
        return Ok(());
    }
    page.gap()?;
    page.paragraph(0, "Next, where its rows come from: leakprov analyze DUMP --service ID=LIST --corpus ID=LIST")
}

/// Without a dump: the sentences are the whole answer.
fn numbers_alone(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
    for sentence in report.look_ups.iter().map(|line| &line.sentence).chain(&verdict.numbers_alone) {
        page.paragraph(0, sentence)?;
    }
    page.paragraph(0, &format!("Scope: {}. {}", verdict.scope.name(), verdict.because.scope))
}

fn opening(page: &mut Page, verdict: &Verdict, title: Option<&str>) -> io::Result<()> {
    page.paragraph(0, &verdict.origin_sentence)?;
    page.paragraph(0, &verdict.overlap.sentence)?;
    let mut not_shown = verdict.not_shown.iter();
    if let Some(first) = not_shown.next() {
        page.paragraph(0, first)?;
    }
    page.gap()?;
    if let Some(title) = title {
        page.paragraph(0, &format!("Case: {title}"))?;
    }
    page.paragraph(0, &verdict.headline.text)?;
    not_shown.try_for_each(|sentence| page.point(sentence))
}

/// A number, or what stands for one that is not known.
fn known(number: Option<u64>) -> String {
    number.map_or(UNKNOWN.into(), count)
}

/// A code as reports write it.
fn code(answer: &impl serde::Serialize) -> String {
    serde_json::to_value(answer).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
