//! The report as an analyst or a journalist reads it in a terminal: three sentences first, the tables behind them.

use std::io::{self, Write};

use super::page::{Align, Page};
use super::words::{amount, count, percent, unit_noun};
use super::{Basis, Finding, LimitIs, Verdict};
use super::{Renderer, Report, dump};

/// The renderer.
pub static RENDERER: Renderer = Renderer { id: "text", title: "for people, in a terminal", extension: "txt", render };

use Align::{Left, Right};

/// What stands for a number that is not known.
const UNKNOWN: &str = "—";

fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(out);
    match &report.verdict {
        Some(verdict) if report.dump.is_none() => return numbers_alone(&mut page, report, verdict),
        Some(verdict) => opening(&mut page, verdict, report.title.as_deref())?,
        None => {}
    }
    dump_part(&mut page, report)?;
    references(&mut page, report)?;
    overlaps(&mut page, report)?;
    bounds(&mut page, report)?;
    composition(&mut page, report)?;
    mixtures(&mut page, report)?;
    sampled(&mut page, report)?;
    claims(&mut page, report)?;
    if let Some(verdict) = &report.verdict {
        answers(&mut page, report, verdict)?;
    }
    limits(&mut page, report)?;
    match &report.verdict {
        Some(verdict) => annex(&mut page, report, verdict),
        None => Ok(()),
    }
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

fn dump_part(page: &mut Page, report: &Report) -> io::Result<()> {
    let Some(dump) = &report.dump else { return Ok(()) };
    page.heading("DUMP")?;
    let repaired = format!("{} repaired, {} faulty", count(dump.rows_repaired), count(dump.rows_faulty));
    page.paragraph(2, &format!("{} usable rows ({repaired}).", count(dump.rows)))?;
    let distinct = match (dump.distinct_rows, dump.identical_rows_factor) {
        (Some(distinct), Some(factor)) => {
            format!("{} distinct rows; each occurs {} times on average.", count(distinct), factor_of(factor))
        }
        _ => "Distinct rows were not counted.".to_owned(),
    };
    page.paragraph(2, &distinct)?;
    page.paragraph(
        2,
        &format!(
            "{} bytes of text = {} usable + {} faulty + {} framing.",
            count(dump.bytes),
            count(dump.bytes_usable),
            count(dump.bytes_faulty),
            count(dump.bytes_framing)
        ),
    )?;
    let units: Vec<Vec<String>> = dump.units.iter().filter(|unit| unit.unit != "rows").map(unit_row).collect();
    if !units.is_empty() {
        page.gap()?;
        let head = [
            ("unit", Left),
            ("rows with", Right),
            ("distinct valid", Right),
            ("with invalid", Right),
            ("per key", Right),
        ];
        page.table(&head, &units)?;
    }
    layouts(page, &dump.layouts)?;
    columns(page, dump)?;
    super::likeness::sentences(dump).iter().try_for_each(|line| page.point(line))
}

/// A factor of at least 1, with three decimals where it is near 1.
fn factor_of(factor: f64) -> String {
    if factor < 10.0 { format!("{factor:.3}") } else { amount(factor) }
}

fn unit_row(unit: &dump::Unit) -> Vec<String> {
    vec![
        unit.unit.clone(),
        count(unit.rows_with),
        known(unit.distinct),
        known(unit.distinct_raw),
        unit.duplicate_factor.map_or(UNKNOWN.into(), |factor| format!("{factor:.2}")),
    ]
}

fn known(number: Option<u64>) -> String {
    number.map_or(UNKNOWN.into(), count)
}

fn layouts(page: &mut Page, layouts: &[dump::Layout]) -> io::Result<()> {
    for layout in layouts {
        page.gap()?;
        let rows = format!("{} rows, {} bytes", count(layout.rows), count(layout.bytes));
        page.paragraph(2, &format!("{}: {rows}", layout.path))?;
        page.paragraph(4, &format!("read as {}", how(layout)))?;
        if let Some(reason) = &layout.reason {
            page.paragraph(4, &format!("because: {reason}"))?;
        }
        let runner_up = layout.runner_up.as_deref().unwrap_or("none");
        page.paragraph(4, &format!("runner-up: {runner_up}"))?;
        for fault in &layout.faults {
            let first = fault.places.first().map_or(String::new(), |place| format!(", first at {place}"));
            page.paragraph(
                4,
                &format!("fault {}: {} rows, {} bytes{first}", fault.reason, count(fault.rows), count(fault.bytes)),
            )?;
        }
    }
    Ok(())
}

fn how(layout: &dump::Layout) -> String {
    let Some(format) = &layout.format else { return "nothing: it could not be read".into() };
    let mut parts: Vec<String> = layout.containers.clone();
    parts.push(layout.charset.clone().unwrap_or_default());
    parts.push(format.clone());
    parts.extend(layout.delimiter.as_deref().map(|delimiter| format!("delimiter {}", character(delimiter))));
    parts.push(layout.quote.as_deref().map_or("no quotes".into(), |quote| format!("quote {}", character(quote))));
    parts.push(if layout.header == Some(true) { "header" } else { "no header" }.into());
    parts.join(", ")
}

fn character(text: &str) -> String {
    match text {
        "\t" => "tab".into(),
        " " => "blank".into(),
        other => other.to_owned(),
    }
}

fn columns(page: &mut Page, dump: &dump::Dump) -> io::Result<()> {
    if dump.columns.is_empty() {
        return Ok(());
    }
    page.gap()?;
    let tables = dump.columns.iter().any(|column| column.table > 0);
    let rows: Vec<Vec<String>> = dump
        .columns
        .iter()
        .map(|column| {
            let place = place_of(column);
            let place = if tables { format!("{}.{place}", column.table + 1) } else { place };
            vec![
                place,
                column.name.clone().unwrap_or(UNKNOWN.into()),
                kind_of(column),
                column.decided.clone(),
                count(column.filled),
                count(column.valid),
                count(column.distinct),
                months(column),
            ]
        })
        .collect();
    let head = [
        ("column", Right),
        ("name", Left),
        ("kind", Left),
        ("decided by", Left),
        ("filled", Right),
        ("valid", Right),
        ("distinct", Right),
        ("months", Left),
    ];
    page.table(&head, &rows)
}

/// Whether the value that the column takes part in is told at another one.
fn is_follower(column: &dump::Column) -> bool {
    column.parts.first().is_some_and(|&first| first != column.position)
}

/// Number of the column, with those that are joined to it: `4+5`.
fn place_of(column: &dump::Column) -> String {
    if column.parts.is_empty() || is_follower(column) {
        return (column.position + 1).to_string();
    }
    column.parts.iter().map(|part| (part + 1).to_string()).collect::<Vec<_>>().join("+")
}

fn kind_of(column: &dump::Column) -> String {
    if is_follower(column) {
        return format!("part of {}", column.parts[0] + 1);
    }
    match (&column.kind, &column.compared_as) {
        (Some(kind), _) => kind.clone(),
        (None, Some(assumed)) => format!("{assumed}?"),
        (None, None) if column.candidates.is_empty() => UNKNOWN.into(),
        (None, None) => {
            column.candidates.iter().map(|candidate| format!("{}?", candidate.kind)).collect::<Vec<_>>().join(" ")
        }
    }
}

fn months(column: &dump::Column) -> String {
    match (&column.earliest, &column.latest) {
        (Some(earliest), Some(latest)) => format!("{earliest}–{latest}"),
        _ => String::new(),
    }
}

fn references(page: &mut Page, report: &Report) -> io::Result<()> {
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

fn overlaps(page: &mut Page, report: &Report) -> io::Result<()> {
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
            ("of the dump's", Right),
            ("of the reference's", Right),
            ("by chance", Right),
        ];
        page.table(&head, &rows)?;
        if counted.iter().any(|overlap| overlap.assumed) {
            page.paragraph(2, "?: a column was compared under an assumed kind; name it with --key.")?;
        }
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

fn bounds(page: &mut Page, report: &Report) -> io::Result<()> {
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

fn composition(page: &mut Page, report: &Report) -> io::Result<()> {
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

fn mixtures(page: &mut Page, report: &Report) -> io::Result<()> {
    // Of kinds that the dump does not hold there is nothing to tell.
    let told = |mixture: &&super::Mixture| !mixture.parts.is_empty() && mixture.dump > 0;
    let mixtures: Vec<_> = report.mixtures.iter().filter(told).collect();
    if mixtures.is_empty() {
        return Ok(());
    }
    page.heading("KEYS by kind (distinct keys of the dump; unique ≤ credit ≤ total)")?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for mixture in &mixtures {
        for part in &mixture.parts {
            rows.push(vec![
                mixture.kind.clone(),
                part.reference.clone(),
                count(part.held),
                count(part.unique),
                amount(part.credit),
                count(part.total),
                copied(part),
                code(&part.state),
            ]);
        }
        let none = mixture
            .unattributed
            .map_or(UNKNOWN.into(), |share| format!("{} of {}", percent(share), count(mixture.dump)));
        let blank = String::new;
        rows.push(vec![mixture.kind.clone(), "held by none".into(), blank(), blank(), blank(), none, blank(), blank()]);
    }
    let head = [
        ("kind", Left),
        ("reference", Left),
        ("held", Right),
        ("unique", Right),
        ("credit", Right),
        ("total", Right),
        ("of it copied", Right),
        ("is", Left),
    ];
    page.table(&head, &rows)?;
    for mixture in mixtures {
        page.point(&format!("{}: {}", mixture.kind, mixture.because))?;
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

/// A copied share with its interval.
fn copied(part: &crate::mixture::KeyPart) -> String {
    match (part.copied_share, part.low, part.high) {
        (Some(share), Some(low), Some(high)) => format!("{} ({}–{})", percent(share), percent(low), percent(high)),
        _ => UNKNOWN.into(),
    }
}

/// What look-ups and a random sample say: sentences that stand alone.
fn sampled(page: &mut Page, report: &Report) -> io::Result<()> {
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

fn claims(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.claims.is_empty() {
        return Ok(());
    }
    page.heading("CLAIMS")?;
    for line in &report.claims {
        page.point(&format!("{}: \"{}\": {}. {}", line.by, line.claim, line.outcome.name(), line.because))?;
    }
    Ok(())
}

fn answers(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
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

/// The likelihood ratios: they stand last, because bounds and counts lead.
fn annex(page: &mut Page, report: &Report, verdict: &Verdict) -> io::Result<()> {
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

/// The code of an answer as the JSON report writes it.
fn code(answer: &impl serde::Serialize) -> String {
    serde_json::to_value(answer).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn limits(page: &mut Page, report: &Report) -> io::Result<()> {
    if report.complete {
        return Ok(());
    }
    page.heading("LIMITS HIT: part of the input was not examined")?;
    for limit in &report.limits {
        page.point(&format!("{}: {} {}. hint: {}", limit.place, limit.limit, limit.value, limit.hint))?;
    }
    Ok(())
}
