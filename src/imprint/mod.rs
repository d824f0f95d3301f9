//! Everything kept of a record set: its profile and its fingerprints. Enough to repeat every comparison without one raw value.
//!
//! **Comes in:** [`survey::Survey`] (layouts and kinds from a sample) and a [`plan`]. **Goes out:** [`Imprint`]. Dump, historical corpus and
//! service are the same type; only what is asked of them differs (links to rows, identical rows).
//!
//! **Never happens here:** no raw value outlives [`collect`]; nothing is written; no clock, no thread count enters a profile.

mod again;
pub mod agree;
pub mod cell;
mod checked;
pub mod collect;
mod column;
mod days;
pub mod decoy;
mod draft;
mod file;
pub mod keys;
mod marks;
mod names;
mod neighbours;
pub mod path;
pub mod plan;
mod raw;
mod running;
mod sealed;
pub mod second;
mod seen;
pub mod stratum;
pub mod survey;
mod take;

pub use file::CHANGED;
pub use take::take;

use std::collections::BTreeMap;

use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Entry, Link, Runs, Sorted};
use crate::profile::Profile;
use plan::TablePlan;

/// Runs of keys, wherever they lie.
pub type KeyRuns = Box<dyn Runs<Fingerprint>>;
/// Runs of links, wherever they lie.
pub type LinkRuns = Box<dyn Runs<Link>>;

/// Everything kept of a record set.
pub struct Imprint {
    /// What it looks like.
    pub profile: Profile,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Byte-exact rows, where they were counted.
    pub rows: Option<KeyRuns>,
    /// Candidates for decoys by kind id: keys beside those of this set.
    pub decoys: BTreeMap<&'static str, Vec<decoy::Candidate>>,
    /// Neighbours of its keys by kind id, in order, where the hits on them accuse somebody; some may be in it all the same.
    pub neighbours: BTreeMap<&'static str, Vec<Fingerprint>>,
}

/// The fingerprints of one table.
pub struct Table {
    /// As what it was read.
    pub plan: TablePlan,
    /// By position.
    pub columns: Vec<Column>,
    /// One per kind set of the plan.
    pub records: Vec<KeyRuns>,
    /// Login with password.
    pub logins: Keyring,
    /// One per second key of the plan.
    pub seconds: Vec<SecondRuns>,
    /// Rows that a person key names.
    pub named: u64,
    /// Rows with at least one informative key.
    pub informative: u64,
    /// Rows with at least one valid key of a kind that stands in several columns.
    pub rows_with: BTreeMap<&'static str, u64>,
}

/// The runs of one second key (see [`second`]).
pub struct SecondRuns {
    /// Distinct keys.
    pub keys: KeyRuns,
    /// Keys that nobody in the set has: the same name, another day of the same month. Empty for wider keys.
    pub decoys: KeyRuns,
}

/// The keys of one column.
pub type Column = Keyring;

/// Keys, and which rows the informative ones stand in.
pub struct Keyring {
    /// Distinct keys that are not all linked.
    pub keys: KeyRuns,
    /// Informative keys with their rows (of the dump) or their strata (of a reference).
    pub links: LinkRuns,
    /// Distinct keys that name a row and are not linked.
    pub people: KeyRuns,
}

impl Keyring {
    /// Distinct keys of one partition, sorted: those of `keys` and those of `links`.
    ///
    /// # Errors
    /// When a run cannot be read.
    pub fn distinct(&self, partition: usize) -> anyhow::Result<Sorted<'_, Fingerprint>> {
        let links = self.links.partition(partition)?;
        // A column is either linked throughout or keeps its distinct keys beside the links of some of them.
        if links.is_empty() || !self.keys.is_empty() {
            return self.keys.partition(partition);
        }
        let mut keys = Vec::with_capacity(links.len());
        for chunk in links.chunks() {
            keys.extend(chunk.iter().map(Entry::fingerprint));
        }
        keys.dedup();
        Ok(Sorted::Made(keys))
    }

    /// Whether none of its keys stands beside its links.
    pub fn is_linked(&self) -> bool {
        self.keys.is_empty()
    }

    /// Number of distinct keys.
    pub fn count(&self) -> u64 {
        if self.keys.is_empty() { self.links.distinct().0 } else { self.keys.len() }
    }
}

impl Imprint {
    /// All columns compared as this kind.
    pub fn columns_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Column> + 'a {
        self.tables
            .iter()
            .flat_map(move |table| table.plan.columns_of(id).map(move |position| &table.columns[position]))
    }

    /// Ids of the kinds that any column is compared as, ascending.
    pub fn kinds(&self) -> std::collections::BTreeSet<&'static str> {
        self.tables.iter().flat_map(|table| table.plan.kinds().into_keys()).collect()
    }
}
