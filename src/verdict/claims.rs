//! What somebody said, line by line, and how it stands: denials are tested as hard as accusations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::scope::{SIZE_TOLERANCE, Scope};
use super::{Service, ServiceCopiedShare, dates, sources};
use crate::evidence::matter::{Matter, is_kind};
use crate::evidence::question::{Claim, Selection};
use crate::evidence::words;
use crate::mixture::{Composition, Mixture};

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimOutcome {
    /// The count agrees with it.
    Supported,
    /// The count cannot be brought into agreement with it.
    Contradicted,
    /// It holds or falls with something that the material does not show.
    Conditional,
    /// Nothing here can test it.
    NotTested,
}

impl ClaimOutcome {
    /// The code in reports.
    pub fn name(self) -> &'static str {
        match self {
            ClaimOutcome::Supported => "supported",
            ClaimOutcome::Contradicted => "contradicted",
            ClaimOutcome::Conditional => "conditional",
            ClaimOutcome::NotTested => "not-tested",
        }
    }
}

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// How many records.
    Size,
    /// How many times the service.
    Ratio,
    /// Which sets it is made of.
    Content,
    /// Where it comes from.
    Origin,
    /// When it was collected.
    Date,
    /// That it is all of something.
    Completeness,
    /// That the service holds nothing of its own.
    HoldsNoRecords,
}

/// A number, or a day or month in ISO 8601.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Said {
    /// A count or ratio.
    Number(Number),
    /// A day or month.
    Text(String),
}

impl From<u64> for Said {
    fn from(number: u64) -> Said {
        Said::Number(number.into())
    }
}

impl ClaimLine {
    /// Outcome and reason in one.
    pub fn told(&self) -> String {
        format!("{}. {}", self.outcome.name(), self.because)
    }
}

/// The answers that claims are held against: they are judged first.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// The kind that the answers are given in.
    pub main: Option<&'a str>,
    /// Answer A.
    pub scope: Scope,
    /// Answer B.
    pub service: Service,
    /// How much of the service was copied.
    pub copied: &'a ServiceCopiedShare,
    /// Which references explain the keys of each kind.
    pub mixtures: &'a [Mixture],
    /// Which hold the rows.
    pub composition: Option<&'a Composition>,
}

/// One line of a claim with its outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimLine {
    /// Who says it.
    pub by: String,
    /// What the line is about.
    pub about: About,
    /// What is said, in words.
    pub claim: String,
    /// The number or day said; null where none is.
    pub stated: Option<Said>,
    /// The same as counted; null where it was not counted. For `content`: rows credited to the set; for `date`: the bound
    /// of the dump's age, or the newest month, that it was held against.
    pub measured: Option<Said>,
    /// Unit of both: `rows`, `people`, `times`, `months` or a kind id; null where there is neither.
    pub unit: Option<String>,
    /// How it stands.
    pub outcome: ClaimOutcome,
    /// Why, with the numbers.
    pub because: String,
}

/// Every line of every claim, in the order said; within a claim size, ratio, content, origin, completeness, date, records
/// held.
pub fn claim_lines(matter: &Matter, heard: &Heard) -> Vec<ClaimLine> {
    let mut lines = Vec::new();
    for claim in &matter.question.claims {
        // None of a source's records is a denial of the source, not a size of the dump.
        let none = (claim.records == Some(0) && claim.source.is_some() && !claim.complete).then(|| Claim {
            records: None,
            denies: true,
            ..claim.clone()
        });
        let claim = none.as_ref().unwrap_or(claim);
        lines.extend(claim.records.map(|records| size_line(matter, claim, records, heard)));
        lines.extend(claim.ratio_at_least.map(|ratio| ratio_line(matter, claim, ratio, heard.main)));
        lines.extend(sources::content_lines(matter, claim, heard));
        // A number with a source is one line: that of its size, which tells of the source too. Beside a day the source says whose
        // records the day is of, and nobody claims that the dump holds any; who denies the source says so beside a day too.
        let dated = claim.collected_before.is_some() || claim.collected_after.is_some();
        let source = claim.source.as_deref().filter(|_| !claim.complete && claim.records.is_none());
        let source = source.filter(|_| !dated || claim.denies);
        lines.extend(source.map(|source| sources::origin_line(matter, claim, source, heard)));
        lines.extend(claim.complete.then(|| sources::complete_line(matter, claim, heard)));
        lines.extend(dates::date_lines(matter, claim));
        lines.extend(claim.holds_no_records.map(|none| records_line(matter, claim, none)));
    }
    lines
}

fn size_line(matter: &Matter, claim: &Claim, records: u64, heard: &Heard) -> ClaimLine {
    let unit = claim.unit.as_deref().filter(|unit| *unit != "records").unwrap_or("rows");
    let things = words::unit_noun(unit);
    let measured = matter.distinct(unit);
    let (outcome, because) = size_outcome(matter, claim, records, unit, measured);
    let ceiling = ceiling(matter, claim, records, unit);
    let (outcome, because) = match ceiling {
        Some((true, why)) => (ClaimOutcome::Contradicted, format!("{why} {because}")),
        Some((false, why)) => (outcome, format!("{because} {why}")),
        None => (outcome, because),
    };
    let (said, because) = match &claim.source {
        Some(source) => (
            format!("the dump holds {} {things} of {source}", words::count(records)),
            format!(
                "{because} Where they come from does not show in their number. That they come from {source}: {}",
                sources::origin_line(matter, claim, source, heard).told()
            ),
        ),
        None => (format!("the dump holds {} {things}", words::count(records)), because),
    };
    ClaimLine {
        by: claim.by.clone(),
        about: About::Size,
        claim: said,
        stated: Some(records.into()),
        measured: measured.map(Said::from),
        unit: Some(unit.to_owned()),
        outcome,
        because,
    }
}

/// Counted against stated, both in the claim's own unit.
fn size_outcome(m: &Matter, claim: &Claim, records: u64, unit: &str, measured: Option<u64>) -> (ClaimOutcome, String) {
    let things = words::unit_noun(unit);
    let different = if is_kind(unit) { "different " } else { "" };
    if m.dump.is_none() {
        return (ClaimOutcome::NotTested, "There is no dump to count.".into());
    }
    let Some(found) = measured else {
        return uncounted(m, records, &things);
    };
    let tolerance = (records as f64 * SIZE_TOLERANCE).max(claim.rounding.unwrap_or(0) as f64);
    let counted = format!(
        "{} {different}{things} were counted where {} are claimed.",
        words::count(found),
        words::count(records)
    );
    let unread = !m.complete();
    if (found as f64 - records as f64).abs() <= tolerance {
        return (ClaimOutcome::Supported, counted);
    }
    if found > records {
        return (ClaimOutcome::Contradicted, format!("{counted} There are more than claimed."));
    }
    if unread {
        return (ClaimOutcome::Conditional, format!("{counted} Part of the dump was not examined and may hold more."));
    }
    match m.question.selection {
        Selection::All => {
            (ClaimOutcome::Contradicted, format!("{counted} The dump is said to be all that the claim is about."))
        }
        selection => {
            let why = format!(
                "{counted} Whether the dump is all that the claim is about is not known (selection: {}).",
                selection.name()
            );
            (ClaimOutcome::Conditional, why)
        }
    }
}

/// Stated in a unit that no column of the dump was found to hold: its cells may be fewer all the same.
fn uncounted(m: &Matter, records: u64, things: &str) -> (ClaimOutcome, String) {
    let none = format!("No column of the dump was found to hold {things}, so none were counted.");
    let dump = m.dump.filter(|_| m.complete());
    let rows = dump.map_or(0, |dump| dump.rows);
    let cells = rows.saturating_mul(dump.map_or(0, |dump| dump.columns.len()) as u64);
    if dump.is_none() || cells >= records {
        return (ClaimOutcome::NotTested, none);
    }
    let few = format!(
        "{none} {} rows have {} cells in all, fewer than the {} {things} claimed.",
        words::count(rows),
        words::count(cells),
        words::count(records)
    );
    match m.question.selection {
        Selection::All => {
            (ClaimOutcome::Contradicted, format!("{few} The dump is said to be all that the claim is about."))
        }
        selection => {
            let why = format!(
                "{few} If these files are all that the claim is about, it is contradicted (selection: {}).",
                selection.name()
            );
            (ClaimOutcome::Conditional, why)
        }
    }
}

/// A claimed number above what can exist: `true` where no condition is left.
fn ceiling(matter: &Matter, claim: &Claim, records: u64, unit: &str) -> Option<(bool, String)> {
    let population = matter.question.populations.get(unit)?;
    let things = words::unit_noun(unit);
    let least = records.saturating_sub(claim.rounding.unwrap_or(0));
    let above =
        |stock: &crate::evidence::question::Stock| least > stock.count.saturating_add(stock.rounding.unwrap_or(0));
    if let Some(stock) = population.ever_issued.as_ref().filter(|stock| above(stock)) {
        let why = format!(
            "Only {} {things} were ever issued, fewer than the {} claimed.",
            words::count(stock.count),
            words::count(records)
        );
        return Some((true, why));
    }
    let stock = population.in_existence.as_ref().filter(|stock| above(stock))?;
    let why = format!(
        "Only {} {things} are in existence: of {} different ones at least {} would be lapsed, replaced or never \
             issued.",
        words::count(stock.count),
        words::count(records),
        words::count(least - stock.count - stock.rounding.unwrap_or(0)),
    );
    Some((false, why))
}

fn ratio_line(matter: &Matter, claim: &Claim, ratio: f64, main: Option<&str>) -> ClaimLine {
    let unit = claim.unit.as_deref().filter(|unit| is_kind(unit)).or(main);
    let size = matter.service_size(unit);
    let dump = unit.and_then(|unit| matter.distinct(unit));
    let measured = dump.zip(size.as_ref()).filter(|(_, size)| size.records > 0);
    let measured = measured.map(|(dump, size)| dump as f64 / size.records as f64);
    let (outcome, because) = ratio_outcome(matter, ratio, unit, measured);
    let service = matter.service().map_or("the service", |(_, known)| known.reference.id.as_str());
    ClaimLine {
        by: claim.by.clone(),
        about: About::Ratio,
        claim: format!("the dump holds at least {} times the records of {service}", words::amount(ratio)),
        stated: Number::from_f64(ratio).map(Said::Number),
        measured: measured.and_then(Number::from_f64).map(Said::Number),
        unit: Some("times".into()),
        outcome,
        because,
    }
}

fn ratio_outcome(matter: &Matter, ratio: f64, unit: Option<&str>, measured: Option<f64>) -> (ClaimOutcome, String) {
    let size = matter.service_size(unit);
    let (Some(unit), Some(found), Some(size)) = (unit, measured, size) else {
        let missing = match (matter.dump, matter.service_size(unit)) {
            (None, _) => "There is no dump to count.",
            (_, None) => "No size of the service is known.",
            _ => "No kind was found to count both sides in.",
        };
        return (ClaimOutcome::NotTested, missing.into());
    };
    let counted = format!(
        "In {} the dump is {} times the service ({} to {}).",
        words::unit_noun(unit),
        words::amount(found),
        words::count(matter.distinct(unit).unwrap_or(0)),
        words::count(size.records),
    );
    let enough = found >= ratio * (1.0 - SIZE_TOLERANCE);
    if !size.measured {
        return (
            ClaimOutcome::Conditional,
            format!("{counted} The service's size is stated, and its unit taken to be the same."),
        );
    }
    match (enough, matter.question.selection, matter.complete()) {
        (true, _, _) => (ClaimOutcome::Supported, counted),
        (false, Selection::All, true) => {
            (ClaimOutcome::Contradicted, format!("{counted} Rows and other kinds are other units."))
        }
        (false, ..) => (
            ClaimOutcome::Conditional,
            format!("{counted} Whether the dump is all that the claim is about is not known."),
        ),
    }
}

fn records_line(matter: &Matter, claim: &Claim, none: bool) -> ClaimLine {
    let service = matter.service();
    let id = service.map_or("the service", |(_, known)| known.reference.id.as_str());
    let view = service.and_then(|(_, known)| known.reference.view_of.as_deref());
    let (outcome, because) = match view {
        Some(register) => (
            ClaimOutcome::Conditional,
            format!(
                "{id} is said to show the records of {register}. If so, membership of records can never tell {id} \
                     from {register}."
            ),
        ),
        None => (ClaimOutcome::NotTested, "What a service stores does not show in the records of a dump.".to_owned()),
    };
    let what = if none { "holds no records of its own" } else { "holds records of its own" };
    ClaimLine {
        by: claim.by.clone(),
        about: About::HoldsNoRecords,
        claim: format!("{id} {what}"),
        stated: None,
        measured: None,
        unit: None,
        outcome,
        because,
    }
}
