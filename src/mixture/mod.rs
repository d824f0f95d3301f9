//! Which references the dump's keys and rows were copied from, with what is not known of it.
//!
//! **Comes in:** classes of keys and rows ([`Membership`](crate::compare::Membership), [`Rows`](crate::compare::Rows)) and
//! what each reference is ([`Source`]). **Goes out:** one [`Mixture`] per kind ([`by_kind`]) and the [`Composition`] over
//! rows ([`of_rows`]), in which `unique <= credit <= total` always holds.
//!
//! **Never happens here:** no key is read; no reference that only serves a test (control list, planted or known records)
//! enters a mixture; no state is claimed without its interval.
//!
//! **To add one:** a theme is a file: the likelihood in `noisy_or`, its intervals in `profile` and `strata`, what they are
//! of in `estimate`, what cannot be told in `identify`, the division of credit in `credit`, over the parts of
//! the dump in `spread`, lists of passwords in `decoys`,
//! sources that were not given in `stranger`, thresholds in `state`. `weighed` puts the estimates together, `kinds` and `rows`
//! the mixtures, `said` their sentences.

mod credit;
mod decoys;
mod estimate;
mod identify;
mod kinds;
mod noisy_or;
mod profile;
mod rows;
mod said;
mod solve;
mod spread;
mod state;
mod stranger;
mod strata;
mod weighed;

#[cfg(test)]
mod coverage_tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use identify::Containment;
pub use kinds::by_kind;
pub use rows::{Copied, copied, of_rows};
pub use said::reconciled;

/// What a reference is to a mixture; one for each of the run's references, in their order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source<'a> {
    /// Reference id.
    pub id: &'a str,
    /// Whether a dump can have been copied from it (a control list, planted and known records are no sources).
    pub is_source: bool,
    /// Share of decoys of the kind that it holds, 0..=1; 0 where none were drawn.
    pub chance: f64,
}

/// What is known of a reference's presence in the dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Copied in part or whole, by more than an effect size.
    Present,
    /// A small part was copied.
    Trace,
    /// No more than a negligible part was copied.
    Absent,
    /// Not decided.
    Undetermined,
    /// Cannot be told from another reference.
    Inseparable,
}

/// Which references explain the dump's keys of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mixture {
    /// Kind id.
    pub kind: String,
    /// Distinct valid keys of the kind in the dump.
    #[schemars(extend("minimum" = 0))]
    pub dump: u64,
    /// Those of them that can tell a source: all, but of passwords and their hashes the rare ones. The copied shares and
    /// states are of these.
    #[schemars(extend("minimum" = 0))]
    pub informative: u64,
    /// One per reference that holds the kind and can be a source, by reference id.
    pub parts: Vec<KeyPart>,
    /// References of which at least half stands in another of them, by id of the contained, then of the other.
    pub contained: Vec<Containment>,
    /// Share of all held keys that is found for other reasons than the references, 0..=1, in a run that allows for it;
    /// null: fewer than two separable references.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub background: Option<f64>,
    /// By what the keys were divided into strata for the intervals; empty: they were not, and clumped copying may make the
    /// intervals too narrow.
    pub strata: Vec<Stratum>,
    /// Share of the dump's keys that no reference holds, 0..=1; null where the dump has no key of the kind.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub unattributed: Option<f64>,
    /// Share of the informative keys that no reference holds, 0..=1; null where there are none.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub informative_unattributed: Option<f64>,
    /// Why the states are as they are, in sentences.
    pub because: String,
}

/// By what keys are divided into strata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stratum {
    /// What the key itself tells: series, birth decade, network code, domain.
    Series,
    /// Place in the reference's file.
    Block,
    /// Month in which the record was made.
    Month,
}

/// One reference's part in the dump's keys of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KeyPart {
    /// Reference id.
    pub reference: String,
    /// Distinct keys of the kind that the reference holds.
    pub held: u64,
    /// Share of the reference's informative keys that was copied into the dump, 0..=1; null: not estimated. For references
    /// that are all but the same it is that of all of them together.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub copied_share: Option<f64>,
    /// Lower end of its 95 % interval, 0..=1; null: not estimated.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: Option<f64>,
    /// Upper end of its 95 % interval, 0..=1; null: not estimated.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: Option<f64>,
    /// Distinct keys of the dump that this reference alone holds.
    pub unique: u64,
    /// Distinct keys credited to it, shared keys divided by the copied shares of their holders; `unique <= credit <= total`.
    #[schemars(range(min = 0.0))]
    pub credit: f64,
    /// Distinct keys of the dump that it holds.
    pub total: u64,
    /// Distinct informative keys that it holds.
    pub informative_held: u64,
    /// Those that no other reference holds, found in the dump.
    pub informative_unique: u64,
    /// Those that are in the dump.
    pub informative_total: u64,
    /// `copied_share` in the run that allows for keys found for other reasons, 0..=1; null: as `background`.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_with_background: Option<f64>,
    /// How much more its found keys scatter over strata than single draws would, at least 1; null: no strata.
    #[schemars(range(min = 1.0))]
    pub overdispersion: Option<f64>,
    /// What is known of its presence.
    pub state: State,
    /// Of references that are all but the same, the state of all of them together; null: it is not such a one.
    pub together: Option<State>,
    /// References that it cannot be told from, by id.
    pub inseparable_from: Vec<String>,
    /// Why the state is as it is, a clause.
    pub because: String,
}

/// Which references hold the dump's rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Composition {
    /// Always `rows`.
    #[schemars(extend("const" = "rows"))]
    pub unit: String,
    /// Rows of the dump.
    pub rows: u64,
    /// Rows that carry at least one key that can tell a source.
    pub informative_rows: u64,
    /// Rows that carry none; they could be anybody's and are counted in `unknown`.
    pub uninformative_rows: u64,
    /// One per comparable reference, by reference id.
    pub parts: Vec<RowPart>,
    /// Rows that no reference holds, `uninformative_rows` among them.
    pub unknown: u64,
    /// `unknown / rows`, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub unknown_share: Option<f64>,
}

/// One reference's part in the dump's rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RowPart {
    /// Reference id.
    pub reference: String,
    /// Rows that this reference alone holds.
    pub unique: u64,
    /// Rows credited to it: a row goes to those that hold the most of its kinds (of as many, the most specific one), divided
    /// by how much of each was copied into its part of the dump.
    #[schemars(range(min = 0.0))]
    pub credit: f64,
    /// Rows of which it holds any key that can tell a source.
    pub total: u64,
    /// `credit / rows`, 0..=1; null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Option<f64>,
    /// Least share that the 95 % intervals of the copied shares allow, 0..=1, at least `unique / rows`. Null where the dump
    /// has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: Option<f64>,
    /// Greatest share that they allow with all `uninformative_rows`, 0..=1, at most `(total + uninformative_rows) / rows`.
    /// Null where the dump has no rows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: Option<f64>,
    /// `credit / informative_rows`, 0..=1; null where no row can tell a source.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_of_informative: Option<f64>,
}
