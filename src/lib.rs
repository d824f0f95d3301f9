//! leakprov says where a dump of leaked records probably came from, how sure one can be, and what would change the answer.
//!
//! # The story of the data
//!
//! ```text
//! Dump → text → Records + Faults → Columns(Kind) → Keys → Fingerprints ⇒ IMPRINT ⇒ classes, overlaps ⇒ Mixture → Verdict → Report
//! └──────────────── take: reads, can fail ─────────────────────────────┘   └ join: sorted runs ┘  └─ weigh: counts only ─┘
//! ```

pub mod case;
pub mod cli;
pub mod compare;
pub mod dump;
pub mod fingerprint;
pub mod imprint;
pub mod kind;
pub mod layout;
pub mod mixture;
pub mod pipeline;
pub mod profile;
pub mod record;
pub mod reference;
pub mod report;
pub mod settings;
pub mod stats;
pub mod synth;
pub mod text;
pub mod verdict;
