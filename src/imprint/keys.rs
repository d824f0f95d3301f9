//! The keyed hashes of a run.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fingerprint::runs::Store;
use crate::fingerprint::{Keyed, Secret};
use crate::kind::Kind;

/// What all record sets of a run share: the keyed hashes, one for each purpose, and where fingerprints lie.
pub struct Keys {
    /// Where fingerprints lie.
    pub store: Arc<Store>,
    kinds: BTreeMap<&'static str, Keyed>,
    text: Keyed,
    /// The hash of contents, under which they are remembered.
    pub(super) raw: Keyed,
    /// The hash of byte-exact rows.
    pub(super) row: Keyed,
}

impl Keys {
    /// All purposes under one secret.
    pub fn of(secret: &Secret, store: Store) -> Self {
        Keys {
            store: Arc::new(store),
            kinds: crate::kind::KINDS.iter().map(|kind| (kind.id, secret.of(&format!("kind {}", kind.id)))).collect(),
            text: secret.of("text"),
            raw: secret.of("raw"),
            row: secret.of("row"),
        }
    }

    /// The hash for keys of a kind; plain text where there is none.
    pub fn of_kind(&self, kind: Option<&Kind>) -> &Keyed {
        kind.and_then(|kind| self.kinds.get(kind.id)).unwrap_or(&self.text)
    }
}
