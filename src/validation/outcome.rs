//! What was so in a world, beside what was answered: the one line that is kept of it.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::case::Expectation;
use crate::case::expect;
use crate::mixture::State;
use crate::report::Report;

/// The parts of `truth.json` that are needed here.
#[derive(Debug, Deserialize)]
pub struct Truth {
    dump: TruthDump,
    composition: TruthComposition,
    copied: Vec<TruthCopied>,
    unheld_rows: u64,
    made_up_rows: u64,
    careless_share: Option<f64>,
    overlaps: Vec<TruthOverlap>,
    service: Option<TruthService>,
}

#[derive(Debug, Deserialize)]
struct TruthDump {
    rows: u64,
    /// Different keys by kind.
    keys: BTreeMap<String, u64>,
    sources: Vec<TruthSource>,
}

#[derive(Debug, Deserialize)]
struct TruthSource {
    source: String,
    held: bool,
    rows: u64,
}

#[derive(Debug, Deserialize)]
struct TruthComposition {
    parts: Vec<TruthPart>,
}

#[derive(Debug, Deserialize)]
struct TruthPart {
    reference: String,
    unique: TruthSpan,
}

#[derive(Debug, Deserialize)]
struct TruthSpan {
    min: u64,
}

#[derive(Debug, Deserialize)]
struct TruthCopied {
    reference: String,
    records: u64,
    of: u64,
    kinds: BTreeMap<String, f64>,
    nested: bool,
}

#[derive(Debug, Deserialize)]
struct TruthOverlap {
    reference: String,
    kind: String,
    shared: u64,
}

#[derive(Debug, Deserialize)]
struct TruthService {
    reference: String,
    kind: String,
    records: u64,
    inside: u64,
    exclusive: u64,
    exclusive_hits: u64,
    control: u64,
    canary_hits: u64,
    bought_elsewhere: bool,
    detectable: bool,
    boundable: bool,
    copied_until: Option<String>,
    list: String,
}

impl TruthService {
    /// Whether the list is whole and its own records are in the dump about as often as all of them.
    fn tells(&self) -> bool {
        let share = |part: u64, whole: u64| part as f64 / whole.max(1) as f64;
        let (own, all) = (share(self.exclusive_hits, self.exclusive), share(self.inside, self.records));
        self.list == "sound" && (all < 0.01 || own > all / 2.0)
    }

    /// Whether a weight can be given at all.
    fn is_weighable(&self, truth: &Truth, report: &Report) -> bool {
        let of_role = |role: &str| report.references.iter().any(|r| r.role == role && r.rows.is_some());
        let control = self.control >= KEYS_LEAST || self.control == 0 && of_role("register");
        let view = report.references.iter().any(|r| r.id == self.reference && r.view_of.is_some());
        let keys = truth.dump.keys.get(&self.kind).copied().unwrap_or(0);
        self.list == "sound" && control && !view && report.selection == "all" && keys >= KEYS_LEAST
    }
}

/// One world: truth and answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// Class of worlds.
    pub class: String,
    /// Its seed.
    pub seed: u64,
    /// Share of the service's records that the dump holds, 0..=1.
    pub inside: f64,
    /// Whether others sold what is inside: content of the service, and no leak of it.
    pub bought_elsewhere: bool,
    /// Whether a control list was held, or a register whose other records serve as one.
    pub control: bool,
    /// Whether planted records are in the dump.
    pub canaries: bool,
    /// Share of the records that only the service's list holds that are in the dump, whoever brought them; 0..=1.
    pub exclusive_hits: f64,
    /// Share of the dump's rows from sources that nobody holds, made-up rows included; 0..=1.
    pub unheld: f64,
    /// Whether the material suffices to find the service's content.
    pub detectable: bool,
    /// Whether it suffices to bound the service's part.
    pub boundable: bool,
    /// Whether it is of the hard mix, in which a weight for the service's content can be given at all: control records are
    /// held, the service's list is sound and no view of a register, the dump is whole and has at least 100 of its keys. What
    /// is not weighed there is weighed as nothing.
    ///
    /// # Source
    /// The project's method: the weight is 0 by rule without control records (section 2.2), for views and samples (section
    /// 10, rules 6 and 7), below 100 keys (rule 8), and with lists that cannot be trusted (rule 5). The rest, with the many
    /// cases that nobody can tell, is what section 7.1 asks a cost of at most 0.3 bits of.
    pub weighable: bool,
    /// Answers, by their codes in the report.
    pub answer: Answer,
    /// Sum of the differences between counted and true overlaps, in keys; null where no overlap is known.
    pub overlap_error: Option<u64>,
    /// When the copy of the service was taken, where one was taken on a known day.
    pub taken: Option<Taken>,
    /// Of the one file with check digits, the share of its rows that is made up without care for them.
    pub made_up: Option<MadeUp>,
    /// Answers with inputs taken away, by what was taken; empty for most worlds.
    pub without: BTreeMap<String, Ablated>,
    /// Expectations of counts that the report does not meet.
    pub wrong_counts: u64,
    /// Whether the answer about the service is none of those that the truth allows …
    pub wrong_service: bool,
    /// … and the one about the held files.
    pub wrong_corpora: bool,
    /// Held sources but the service: whether copied from, and whether found.
    pub presence: Vec<Presence>,
    /// Copied shares, by reference and kind.
    pub copied: Vec<Copied>,
    /// Whether every source of the dump is held, and the copy of the service, if there is one, does not avoid the records
    /// that tell it: only then do keys say whose a row is.
    pub divisible: bool,
    /// Half the sum of the differences between credited and true shares of rows, 0..=1; null where nothing was credited,
    /// or held files contain each other.
    pub credit_error: Option<f64>,
}

/// The answers of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// About the service.
    pub service: String,
    /// About the held files.
    pub corpora: String,
    /// Weight for the service's content over the best rival, log10; null: not weighed.
    pub log10_lr: Option<f64>,
}

/// The answers to the same dump with an input less.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ablated {
    /// The answers.
    pub answer: Answer,
    /// Whether the one about the held files is none of those that the truth allows.
    pub wrong_corpora: bool,
}

impl Ablated {
    /// The answers of a report.
    ///
    /// # Errors
    /// The report cannot be made into JSON.
    pub fn of(wanted: &[Expectation], report: &Report) -> Result<Ablated> {
        let unmet = expect::unmet(wanted, &serde_json::to_value(report)?);
        let wrong_corpora = unmet.iter().any(|unmet| unmet.path == "verdict.corpora");
        Ok(Ablated { answer: answer(report), wrong_corpora })
    }
}

/// The day on which a copy was taken, in days since 1970-01-01, against the window told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// In truth.
    pub truth: i64,
    /// First and last day of the window; null: none was told.
    pub window: Option<(i64, i64)>,
    /// Dated records that dump and list share.
    pub shared: u64,
}

/// A share of made-up rows, 0..=1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MadeUp {
    /// In truth.
    pub truth: f64,
    /// As estimated; null: nothing was told.
    pub estimate: Option<f64>,
}

/// A held source in one world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Presence {
    /// Its id.
    pub reference: String,
    /// Whether records were copied from it.
    pub copied: bool,
    /// Whether enough that it must be found: a twentieth of it, and a hundredth of the dump is nobody else's.
    pub ample: bool,
    /// Whether the report says `present`.
    pub found: bool,
}

/// A copied share in one world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Copied {
    /// In truth, 0..=1.
    pub truth: f64,
    /// As estimated, 0..=1.
    pub estimate: f64,
    /// Ends of the interval, 0..=1; null: none given.
    pub interval: Option<(f64, f64)>,
}

/// Keys and control records below which nothing is weighed.
const KEYS_LEAST: u64 = 100;

/// Kinds in which a share says little: many people have the same.
const SHARED_KINDS: [&str; 3] = ["password", "hash.sha1", "person_name"];

impl World {
    /// Compares a report with the truth.
    ///
    /// # Errors
    /// The report cannot be made into JSON.
    pub fn of(class: &str, seed: u64, truth: &Truth, wanted: &[Expectation], report: &Report) -> Result<World> {
        let unmet = expect::unmet(wanted, &serde_json::to_value(report)?);
        let misses = |path: &str| unmet.iter().any(|unmet| unmet.path == path);
        let service = truth.service.as_ref();
        let share = |part: u64, whole: u64| part as f64 / whole.max(1) as f64;
        let of = |count: fn(&TruthService) -> (u64, u64)| {
            service.map_or(0.0, |service| {
                let (part, whole) = count(service);
                share(part, whole)
            })
        };
        Ok(World {
            class: class.to_owned(),
            seed,
            inside: of(|service| (service.inside, service.records)),
            bought_elsewhere: service.is_some_and(|service| service.bought_elsewhere),
            control: service.is_some_and(|service| service.control > 0)
                || report.references.iter().any(|reference| reference.role == "register" && reference.rows.is_some()),
            canaries: service.is_some_and(|service| service.canary_hits > 0),
            exclusive_hits: of(|service| (service.exclusive_hits, service.exclusive)),
            unheld: share(truth.unheld_rows + truth.made_up_rows, truth.dump.rows),
            detectable: service.is_some_and(|service| service.detectable),
            boundable: service.is_some_and(|service| service.boundable),
            weighable: service.is_some_and(|service| service.is_weighable(truth, report)),
            answer: answer(report),
            overlap_error: overlap_error(truth, wanted, report),
            taken: taken(truth, report),
            made_up: truth.careless_share.filter(|share| *share > 0.0).map(|truth| MadeUp {
                truth,
                estimate: report.verdict.as_ref().and_then(|verdict| Some(verdict.made_up_share.as_ref()?.share)),
            }),
            without: BTreeMap::new(),
            wrong_counts: unmet.iter().filter(|unmet| !unmet.path.starts_with("verdict.")).count() as u64,
            wrong_service: misses("verdict.service"),
            wrong_corpora: misses("verdict.corpora"),
            presence: presence(truth, report),
            copied: copied(truth, report),
            divisible: truth.unheld_rows == 0 && service.is_none_or(TruthService::tells),
            credit_error: credit_error(truth, report),
        })
    }
}

fn code(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

fn answer(report: &Report) -> Answer {
    let Some(verdict) = &report.verdict else {
        return Answer { service: "none".to_owned(), corpora: "none".to_owned(), log10_lr: None };
    };
    let weight = verdict.strength.log10_lr;
    let speaks = |place: usize| verdict.strength.hypotheses.get(place).is_some_and(|text| text.contains("service"));
    // The pair may be stated with the service's content first or second.
    let log10_lr = weight.map(|weight| if !speaks(0) && speaks(1) { -weight } else { weight });
    Answer { service: code(verdict.service), corpora: code(verdict.corpora), log10_lr }
}

fn presence(truth: &Truth, report: &Report) -> Vec<Presence> {
    let service = truth.service.as_ref().map_or("", |service| service.reference.as_str());
    let sources = truth.copied.iter().filter(|copied| copied.reference != service && !copied.nested);
    sources
        .map(|copied| {
            let unique = truth.composition.parts.iter().find(|part| part.reference == copied.reference);
            let alone = unique.map_or(0, |part| part.unique.min);
            let parts = report.mixtures.iter().flat_map(|mixture| &mixture.parts);
            Presence {
                reference: copied.reference.clone(),
                copied: copied.records > 0,
                ample: copied.records * 20 >= copied.of && alone * 100 >= truth.dump.rows && alone >= 100,
                found: parts.filter(|part| part.reference == copied.reference).any(|part| part.state == State::Present),
            }
        })
        .collect()
}

fn copied(truth: &Truth, report: &Report) -> Vec<Copied> {
    let mut shares = Vec::new();
    for mixture in report.mixtures.iter().filter(|mixture| !SHARED_KINDS.contains(&mixture.kind.as_str())) {
        for part in &mixture.parts {
            let copied = truth.copied.iter().find(|copied| copied.reference == part.reference && !copied.nested);
            let share = copied.and_then(|copied| copied.kinds.get(&mixture.kind));
            if let (Some(share), Some(estimate)) = (share, part.copied_share) {
                shares.push(Copied { truth: *share, estimate, interval: part.low.zip(part.high) });
            }
        }
    }
    shares
}

/// Counted against true overlaps, of what is expected to be counted at all.
fn overlap_error(truth: &Truth, wanted: &[Expectation], report: &Report) -> Option<u64> {
    let mut error = None;
    for known in &truth.overlaps {
        let path = format!("overlaps[reference={},kind={},level=key].shared", known.reference, known.kind);
        if wanted.iter().any(|wanted| wanted.path == path) {
            let counted = report.overlaps.iter().find(|overlap| {
                overlap.reference == known.reference
                    && overlap.kind.as_deref() == Some(&known.kind)
                    && overlap.level == "key"
            });
            let shared = counted.and_then(|overlap| overlap.shared).unwrap_or(0);
            error = Some(error.unwrap_or(0) + shared.abs_diff(known.shared));
        }
    }
    error
}

fn taken(truth: &Truth, report: &Report) -> Option<Taken> {
    let service = truth.service.as_ref().filter(|service| service.list == "sound" && service.inside > 0)?;
    let truth = days(service.copied_until.as_deref()?, false)?;
    let verdict = report.verdict.as_ref()?;
    let window = verdict.age.windows.iter().find(|window| window.reference == service.reference);
    let window = window.and_then(|window| Some((days(&window.from, false)?, days(&window.to, true)?)));
    let of_kind = verdict.overlap.kind.as_deref() == Some(&service.kind);
    let shared = verdict.overlap.shared.filter(|_| of_kind).unwrap_or(0);
    Some(Taken { truth, window, shared })
}

/// Days since 1970-01-01 of `yyyy-mm-dd`; of a month its first day, or its last.
///
/// # Source
/// H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
fn days(date: &str, last: bool) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next().flatten());
    let from = |year: i64, month: i64, day: i64| {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    };
    Some(match (day, last) {
        (Some(day), _) => from(year, month, day),
        (None, false) => from(year, month, 1),
        (None, true) => from(year + month / 12, month % 12 + 1, 1) - 1,
    })
}

fn credit_error(truth: &Truth, report: &Report) -> Option<f64> {
    let composition = report.composition.as_ref()?;
    if truth.copied.iter().any(|copied| copied.nested) {
        return None;
    }
    let rows = truth.dump.rows.max(1) as f64;
    let copied_from = |id: &str| -> u64 {
        let held = truth.dump.sources.iter().filter(|source| source.held && source.source == id);
        held.map(|source| source.rows).sum()
    };
    let mut difference = 0.0;
    let mut explained = 0;
    for part in &composition.parts {
        let own = copied_from(&part.reference);
        explained += own;
        difference += (part.share.unwrap_or(0.0) - own as f64 / rows).abs();
    }
    let unknown = truth.dump.rows.saturating_sub(explained) as f64 / rows;
    difference += (composition.unknown_share.unwrap_or(1.0) - unknown).abs();
    Some(difference / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days("1970-01-01", false), Some(0));
        assert_eq!(days("2020-02-29", false), Some(18_321));
        assert_eq!(days("2020-02", false), Some(18_293));
        assert_eq!(days("2020-02", true), Some(18_321), "the last day of a month");
        assert_eq!(days("2019-12", true), days("2020-01-01", false).map(|day| day - 1));
        assert_eq!(days("soon", false), None);
    }
}
