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
pub mod claims;
pub mod dates;
pub mod integrity;
pub mod look_ups;
pub mod main_key;
pub mod numbers;
pub mod scope;
pub mod sentences;
pub mod sources;
pub mod whole;
pub mod would_change;

#[cfg(test)]
mod claims_tests;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::evidence::Finding;
pub use crate::evidence::matter::{Known, Matter};
pub use bounds::Bound;
pub use claims::ClaimLine;
pub use integrity::Integrity;
pub use look_ups::LookUpLine;
pub use main_key::MainKey;
pub use scope::Scope;

use crate::evidence::{self, Facts};
use crate::mixture::{Composition, Mixture};
use crate::reference::Role;

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
    /// Windows of extraction are known.
    Dated,
    /// They could not be found.
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
    /// Whether it is known.
    pub status: AgeStatus,
    /// Windows by reference.
    pub windows: Vec<Window>,
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
    /// Upper end in records.
    pub records: u64,
}

/// How much of the service was copied.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceCopiedShare {
    /// Of the records that no other reference holds; null: not estimated.
    pub of_exclusive: Option<CopiedShare>,
    /// Of all its records; null: not estimated.
    pub of_all: Option<CopiedShare>,
}

/// The answer in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Headline {
    /// `insufficient` in this version.
    pub code: String,
    /// For people.
    pub text: String,
}

/// Weight of the evidence for one hypothesis over another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Strength {
    /// Base-10 logarithm of the likelihood ratio; null: not weighed.
    pub log10_lr: Option<f64>,
    /// On the verbal scale.
    pub words: String,
    /// The pair: for, against; empty: not weighed.
    pub hypotheses: Vec<String>,
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
    /// When was it extracted?
    pub age: Age,
    /// Reason of each answer.
    pub because: Because,
    /// The answer in one line.
    pub headline: Headline,
    /// Weight of the evidence.
    pub strength: Strength,
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

/// Judges the matter. Cannot fail.
pub fn judge(matter: &Matter, mixtures: &[Mixture], composition: Option<&Composition>) -> Judgement {
    let main_key = main_key::choose(matter);
    let main = main_key.as_ref().map(|key| key.kind.as_str());
    let facts = Facts { matter, mixtures, main };
    let bounds = bounds::bounds(matter, main);
    let (scope, scope_because) = scope::scope(matter, main);
    let (integrity, integrity_because) = integrity::integrity(matter);
    let (corpora, corpora_because) = corpora(matter);
    let (age, age_because) = age::age(&facts);
    let would_change = would_change::would_change(matter, main);
    let because = Because {
        scope: scope_because,
        service: service_because(matter),
        corpora: corpora_because,
        integrity: integrity_because,
        age: age_because,
    };
    let verdict = Verdict {
        origin: sentences::origin(composition),
        origin_sentence: sentences::origin_sentence(matter, composition),
        overlap: sentences::overlap(matter, main),
        not_shown: sentences::not_shown(matter, main, composition),
        numbers_alone: match matter.dump {
            // Look-ups alone are an answer too, of their own.
            None if matter.size_claim().is_some() || matter.question.look_ups.is_empty() => {
                numbers::sentences(matter, main)
            }
            _ => Vec::new(),
        },
        scope,
        service: Service::Insufficient,
        service_copied_share: ServiceCopiedShare::default(),
        corpora,
        integrity,
        age,
        headline: headline(matter, scope, &would_change),
        strength: Strength { log10_lr: None, words: "not weighed".into(), hypotheses: Vec::new() },
        because,
        would_change,
    };
    let mut findings = findings(matter);
    findings.extend(evidence::TESTS.iter().flat_map(|test| (test.weigh)(&facts)));
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

fn corpora(matter: &Matter) -> (Corpora, String) {
    let compared = |index: usize| matter.key_overlaps().any(|overlap| overlap.reference == index);
    let corpora = matter.references.iter().enumerate().filter(|(_, known)| known.reference.role == Role::Corpus);
    let compared = corpora.filter(|(index, _)| compared(*index)).count();
    if compared == 0 {
        return (Corpora::NotTested, "No older record set was given that shares a kind of key with the dump.".into());
    }
    let why = "Matches are counted and credited; whether a set was copied needs copied shares with their \
         uncertainty, which are not in this version.";
    (Corpora::Undetermined, why.into())
}

fn service_because(matter: &Matter) -> String {
    let Some((_, service)) = matter.service() else { return "No service was named.".into() };
    let id = &service.reference.id;
    if let Some(register) = &service.reference.view_of {
        return format!("{id} shows the records of {register}: membership of records can never part the two.");
    }
    if service.profile.is_none() {
        return format!("No list of {id} was given.");
    }
    "The tests that could say more (exclusive records, control list, versions, planted records) are not in this \
         version."
        .into()
}

fn headline(matter: &Matter, scope: Scope, would_change: &[String]) -> Headline {
    let service = matter.service().map(|(_, known)| known.reference.id.as_str());
    let open = match service {
        Some(id) => format!("between {id}, another holder of the same records, older sets and an unknown source"),
        None => "between the sets given and an unknown source".to_owned(),
    };
    let scope = match (scope, service) {
        (Scope::OnlyServiceRefuted, Some(id)) => format!(" It does show that the dump is not {id}'s records alone."),
        _ => String::new(),
    };
    let missing = would_change.first().map_or(String::new(), |first| format!(" Missing first: {first}"));
    Headline {
        code: "insufficient".into(),
        text: format!("Insufficient evidence: the material does not decide {open}.{scope}{missing}"),
    }
}

/// The tests of which nothing is built or fed yet: a silent test weighs nothing and says why.
fn findings(matter: &Matter) -> Vec<Finding> {
    let given =
        |role: Role| matter.references.iter().any(|known| known.reference.role == role && known.profile.is_some());
    let control = if given(Role::Control) {
        "A control list was given; the comparison with it is not in this version."
    } else {
        "No control list was given, and the comparison with one is not in this version."
    };
    let silent = [
        ("canaries", "No planted records can be given in this version."),
        ("control-list", control),
        ("copied-shares", "Copied shares with their uncertainty are not in this version."),
        (
            "exclusive-records",
            "Records that the service alone holds are counted; the test on them is not in this version.",
        ),
        ("schema-fit", "Comparison with known record layouts is not in this version."),
        ("version-history", "No version history can be given in this version."),
    ];
    silent.map(|(test, why)| Finding::Silent { test: test.to_owned(), silent: why.to_owned() }).to_vec()
}
