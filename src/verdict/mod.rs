//! The answers: what can be said of the question, what cannot, and what would change it.
//!
//! **Comes in:** [`Matter`]: profiles, counts, statements. **Goes out:** [`Judgement`]: main key, bounds, claims,
//! findings and the [`Verdict`], each answer with its reason.
//!
//! **Never happens here:** no input or output, no failure, no raw value; no answer without the test it needs: what is
//! not built or not fed is `not-tested` and says so. No sentence says who did it, or that a service was or was not
//! broken into.
//!
//! **To add one:** an answer is a file with its type and one function over [`Matter`]; it joins [`judge`] below and its
//! sentences pass the test of forbidden words in `tests`.

pub mod age;
pub mod bounds;
pub mod catalogue;
pub mod claims;
mod clear;
mod contained;
pub mod corpora;
pub mod dates;
mod descent;
mod hashed;
pub mod headline;
pub mod integrity;
mod look_alikes;
pub mod look_ups;
pub mod main_key;
pub mod numbers;
pub mod posterior;
pub mod sampled;
pub mod scope;
pub mod sentences;
pub mod service;
pub mod sources;
pub mod strength;
pub mod whole;
pub mod would_change;

#[cfg(test)]
mod age_tests;
#[cfg(test)]
mod claims_tests;
#[cfg(test)]
mod hidden_tests;
#[cfg(test)]
mod other_kinds_tests;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod service_tests;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::evidence::Finding;
pub use crate::evidence::matter::{Known, Matter};
pub use bounds::Bound;
pub use claims::ClaimLine;
pub use headline::Headline;
pub use integrity::{Integrity, MadeUpShare};
pub use look_ups::LookUpLine;
pub use main_key::MainKey;
pub use posterior::Posterior;
pub use scope::Scope;
pub use strength::Strength;

use crate::evidence::age_bounds::AgeBound;
use crate::evidence::held::Held;
use crate::evidence::{self, Facts};
use crate::mixture::{Composition, Mixture};

/// A reference's part in the rows of the dump, or the unknown rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// Reference id, or `unknown`.
    pub id: String,
    /// Credited share of the rows, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Option<f64>,
    /// Least share that any division of shared rows gives, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: Option<f64>,
    /// Greatest share that the counts allow, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: Option<f64>,
}

/// The overlap with the service on the main key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceOverlap {
    /// Id of the service; null where none was named.
    pub reference: Option<String>,
    /// Main key, or the most telling kind that both hold where they do not share the main key; null where there is none.
    pub kind: Option<String>,
    /// Distinct keys in both; null where it was not counted.
    pub shared: Option<u64>,
    /// Distinct keys in the dump; null where the dump has none of the kind.
    pub dump: Option<u64>,
    /// Distinct keys in the service's list; null where no list was given.
    pub reference_size: Option<u64>,
    /// Keys that would match by chance; null where it was not measured.
    pub expected_by_chance: Option<f64>,
    /// "Overlap with …", both directions.
    pub sentence: String,
}

/// What the material says of the service's part in the dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// Too little to say.
    Insufficient,
    /// No more than a negligible share of its records was copied.
    Bounded,
    /// Current data that the service holds, but so do others.
    CurrentDataSourceOpen,
    /// Records that it never held occur as often as those it holds.
    NotServiceAlone,
    /// Content that only the service holds.
    ServiceSpecific,
}

/// What the material says of the known older sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Corpora {
    /// One of them explains the dump.
    Single,
    /// Several do.
    Composite,
    /// They explain part of it.
    Partial,
    /// None of them does.
    NoneKnown,
    /// Not decided.
    Undetermined,
    /// None was given that could be compared.
    NotTested,
}

/// Whether the dump's age is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AgeStatus {
    /// A window of extraction is known.
    Dated,
    /// None could be found; one side may be bounded all the same.
    Undated,
    /// Not tested.
    NotTested,
}

/// When a part of the dump was extracted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Window {
    /// Reference or cluster of rows.
    pub reference: String,
    /// First possible day, ISO 8601.
    pub from: String,
    /// Last possible day, ISO 8601.
    pub to: String,
}

/// When the dump was extracted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Age {
    /// Whether a window is known.
    pub status: AgeStatus,
    /// Windows closed on both sides: that of the whole dump (`dump`), and of the part that a reference shares.
    pub windows: Vec<Window>,
    /// The dump was not put together before this (`yyyy`, `yyyy-mm` or `yyyy-mm-dd`); null: nothing bounds it.
    pub not_before: Option<String>,
    /// Not after this; null: nothing bounds it.
    pub not_after: Option<String>,
    /// Everything that bounds it: marks, columns, statements, in this order.
    pub bounds: Vec<AgeLine>,
    /// Bounds that exclude each other, and records that end long before the dump is said to be from; sentences.
    pub at_odds: Vec<String>,
}

/// One bound on when the dump was put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgeLine {
    /// Where it comes from.
    #[schemars(extend("enum" = ["mark", "column", "stated"]))]
    pub basis: String,
    /// Id of the mark; null for other bases.
    pub mark: Option<String>,
    /// Index of the table; null where it is the file's.
    pub table: Option<u64>,
    /// 0-based position of the column; null where it is the file's.
    pub column: Option<u64>,
    /// Not before this; null: no bound.
    pub not_before: Option<String>,
    /// Not after this; null: no bound.
    pub not_after: Option<String>,
    /// Rows that carry it; null where it is stated.
    pub rows: Option<u64>,
    /// Rows looked at; null where it is stated.
    pub of: Option<u64>,
    /// `decides`; `births`: it holds, but days of birth bound a register of adults decades too early; `shown`: unconfirmed, or
    /// of rows and not of the file.
    #[schemars(extend("enum" = ["decides", "births", "shown"]))]
    pub weight: String,
    /// What it is and how many rows carry it.
    pub reason: String,
}

impl From<AgeBound> for AgeLine {
    fn from(bound: AgeBound) -> AgeLine {
        AgeLine {
            basis: bound.basis.name().to_owned(),
            mark: bound.mark.map(str::to_owned),
            table: bound.place.map(|(table, _)| table as u64),
            column: bound.place.map(|(_, column)| column as u64),
            not_before: bound.not_before,
            not_after: bound.not_after,
            rows: bound.rows.map(|(rows, _)| rows),
            of: bound.rows.map(|(_, of)| of),
            weight: bound.weight.name().to_owned(),
            reason: bound.reason,
        }
    }
}

/// An interval of a copied share, also as records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CopiedShare {
    /// Lower end, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: f64,
    /// Upper end, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: f64,
    /// Upper end in keys of the main kind.
    pub records: u64,
    /// Upper end as people: those whom the keys stand for, of all that the service is said to have where that is more
    /// than its list.
    pub people: u64,
}

/// How much of the service was copied.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceCopiedShare {
    /// Of the records that no other reference holds; null: not estimated.
    pub of_exclusive: Option<CopiedShare>,
    /// Of all its records; null: not estimated.
    pub of_all: Option<CopiedShare>,
}

/// Why each answer is what it is, one or two sentences each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Because {
    /// Reason of `scope`.
    pub scope: String,
    /// Reason of `service`.
    pub service: String,
    /// Reason of `corpora`.
    pub corpora: String,
    /// Reason of `integrity`.
    pub integrity: String,
    /// Reason of `age`.
    pub age: String,
}

/// The answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Parts of the rows, largest first; empty without a dump or comparable references.
    pub origin: Vec<Origin>,
    /// "Probable origin: …".
    pub origin_sentence: String,
    /// With the service, on the main key where both hold it.
    pub overlap: ServiceOverlap,
    /// What this does not show; the first begins with these words.
    pub not_shown: Vec<String>,
    /// The whole answer in at most four sentences where there is no dump; empty where there is one.
    pub numbers_alone: Vec<String>,
    /// Can the dump be the service's records and nothing else?
    pub scope: Scope,
    /// What of the service is in it?
    pub service: Service,
    /// How much of the service was copied.
    pub service_copied_share: ServiceCopiedShare,
    /// Which older sets explain it?
    pub corpora: Corpora,
    /// Signs of made-up records; never empty.
    pub integrity: Vec<Integrity>,
    /// Share of values that no issuer made, in the columns that show most of it; null where nothing could be tested.
    pub made_up_share: Option<MadeUpShare>,
    /// When was it extracted?
    pub age: Age,
    /// Reason of each answer.
    pub because: Because,
    /// The answer in one line.
    pub headline: Headline,
    /// Weight of the evidence on the service against its best rival.
    pub strength: Strength,
    /// The weights of all pairs of explanations, in the order of the explanations.
    pub weights: Vec<Strength>,
    /// Probabilities after the evidence, each beside the one before it; empty where none was given beforehand.
    pub posteriors: Vec<Posterior>,
    /// Which missing input would decide what is open, best first.
    pub would_change: Vec<String>,
}

/// Everything that is judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The kind that the answers are given in.
    pub main_key: Option<MainKey>,
    /// Arithmetic bounds.
    pub bounds: Vec<Bound>,
    /// Findings by test.
    pub findings: Vec<Finding>,
    /// Claims with their outcomes.
    pub claims: Vec<ClaimLine>,
    /// The answers.
    pub verdict: Verdict,
}

/// The kind in which more can be said of the service than in the main one, and the reason of its answer there: where the main
/// kind does not show the service's content and another does. `None` where there is none.
fn telling_more(facts: &Facts) -> Option<(String, String)> {
    let answered = |facts: &Facts| {
        let findings = strength::findings(facts);
        service::answer(facts, &findings, &strength::pairs(facts, &findings))
    };
    let place = |service: Service| match service {
        Service::Insufficient | Service::Bounded => 0,
        Service::CurrentDataSourceOpen => 1,
        Service::NotServiceAlone => 2,
        Service::ServiceSpecific => 3,
    };
    let kinds = main_key::hit_elsewhere(facts);
    if kinds.is_empty() || place(answered(facts).service) > 0 {
        return None;
    }
    let others = kinds.into_iter().map(|kind| (kind, answered(&Facts { main: Some(kind), ..*facts })));
    let (kind, best) = others.rev().max_by_key(|(_, answer)| place(answer.service))?;
    (place(best.service) > 0).then(|| (kind.to_owned(), best.because))
}

/// Judges the matter. Cannot fail.
pub fn judge(matter: &Matter, mixtures: &[Mixture], composition: Option<&Composition>) -> Judgement {
    let mut main_key = main_key::choose(matter);
    let chosen = main_key.as_ref().map(|key| key.kind.clone());
    let facts = Facts { matter, mixtures, main: chosen.as_deref(), assumed: evidence::Assumed::default() };
    if let Some((kind, answer)) = telling_more(&facts) {
        match &mut main_key {
            Some(key) if !main_key::is_named(matter) => {
                key.why = format!(
                    "Of the kinds shared with the service, most keys of the dump are {}, which tell less of it.",
                    crate::evidence::words::unit_noun(&key.kind)
                );
                key.kind = kind;
            }
            Some(key) => {
                let said = format!(
                    "Of {} the answer about the service would be another (--key {kind}): {answer}",
                    crate::evidence::words::unit_noun(&kind)
                );
                key.warning = Some(key.warning.take().map_or(said.clone(), |warning| format!("{warning} {said}")));
            }
            None => {}
        }
    }
    let main = main_key.as_ref().map(|key| key.kind.as_str());
    let facts = Facts { main, ..facts };
    let bounds = bounds::bounds(matter, main);
    let (scope, scope_because) = scope::scope(matter, main);
    let (integrity, integrity_because, made_up_share) = integrity::integrity(matter);
    let (corpora, corpora_because) = corpora::corpora(matter, mixtures, composition);
    let (age, age_because) = age::age(&facts);
    let mut findings = strength::findings(&facts);
    let pairs = strength::pairs(&facts, &findings);
    let answer = service::answer(&facts, &findings, &pairs);
    let held = Held::of(&facts);
    let would_change = would_change::would_change(matter, main, held.as_ref(), answer.service);
    let because = Because {
        scope: scope_because,
        service: answer.because,
        corpora: corpora_because,
        integrity: integrity_because,
        age: age_because,
    };
    let mut verdict = Verdict {
        origin: sentences::origin(composition),
        origin_sentence: sentences::origin_sentence(matter, mixtures, composition),
        overlap: sentences::overlap(matter, main),
        not_shown: sentences::not_shown(matter, main, composition, answer.service),
        numbers_alone: match matter.dump {
            // Look-ups alone are an answer too, of their own.
            None if matter.size_claim().is_some() || matter.question.look_ups.is_empty() => {
                numbers::sentences(matter, main)
            }
            _ => Vec::new(),
        },
        scope,
        service: answer.service,
        service_copied_share: answer.copied,
        corpora,
        integrity,
        made_up_share,
        age,
        headline: Headline::default(),
        strength: answer.strength,
        weights: pairs.iter().map(strength::Pair::strength).collect(),
        posteriors: posterior::posteriors(matter.question.prior.as_ref(), &pairs),
        because,
        would_change,
    };
    verdict.headline = headline::headline(matter, &verdict);
    findings.sort_by(|left, right| left.test().cmp(right.test()));
    // What was said is held against the answers, so it comes last.
    let heard = claims::Heard {
        main,
        scope: verdict.scope,
        service: verdict.service,
        copied: &verdict.service_copied_share,
        mixtures,
        composition,
    };
    let claims = claims::claim_lines(matter, &heard);
    Judgement { main_key, bounds, findings, claims, verdict }
}
