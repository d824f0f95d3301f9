//! leakprov says where a dump of leaked records probably came from, how sure one can be, and what would change the answer.
//!
//! This page is the map for newcomers. `src/pipeline.rs` is the whole analysis on one page; read it next.
//!
//! # The story of the data
//!
//! ```text
//! Dump → Blocks → Records + Faults → Columns (Kind) → Keys → Fingerprints ⇒ IMPRINT ⇒ overlaps, classes ⇒ credits ⇒ Verdict → Report
//! └───────────────── take: reads the input, can fail ───────────────────┘   └ join: sorted ┘  └─ weigh: counts only, no I/O, ─┘
//!                                                                             runs, may be        cannot fail
//!                                                                             on disk one day
//! ```
//!
//! | room | what happens there |
//! |---|---|
//! | [`dump`] | inputs are opened (only here), containers looked through, text handed out in blocks |
//! | [`layout`] | a sample decides charset, delimiter, quotes, header; the runner-up is told |
//! | [`record`] | blocks become records and faults; every byte is usable, faulty or framing |
//! | [`text`], [`kind`] | what a value is, and its one canonical spelling |
//! | [`profile`] | what a record set looks like without any of its values; which kind a column is of |
//! | [`fingerprint`] | keys become 64 keyed bits; runs of them are partitioned and sorted |
//! | [`imprint`] | everything kept of a record set; dump, corpus and service are this one type |
//! | [`reference`](mod@reference) | the names and roles under which imprints are compared |
//! | [`compare`] | sorted runs are merged into counts |
//! | [`mixture`] | counts become copied shares, credits and states, each with its uncertainty |
//! | [`evidence`] | one test a file: a question put to the counts, a finding or a silence with its reason |
//! | [`verdict`] | findings become bounds, answers and sentences |
//! | [`report`] | the whole result as plain data, and one renderer per file |
//! | [`case`] | an investigation as a file, and what its report must say |
//! | [`synth`] | worlds with known truth; knows nothing of the model |
//! | [`validation`] | random worlds are analysed; how often the answers are right |
//! | [`cli`] | arguments, terminal, exit codes; nothing else knows them |
//!
//! # The words
//!
//! A *record set* is a dump, a corpus, a register or a service's list: all are read alike. A *kind* is what a value is, a *key* its
//! canonical spelling, a *fingerprint* what stands for a key. A *layout* is how bytes turn into records, a *fault* a stretch
//! that could not be read as expected, an *imprint* what is kept. *Shared* is what two sets hold both; *credit* divides a row among the
//! sets that hold its most telling key; a *bound* is arithmetic, no measurement.
//!
//! # The rules (tests in `tests/tidy.rs` hold them)
//!
//! 1. Imports go leftwards in this order: `stats settings | dump | text | kind | record | profile layout | fingerprint | imprint |
//!    reference | compare | mixture | evidence | verdict | report | pipeline case synth | validation | cli`.
//! 2. Only `cli` knows clap, indicatif, the streams, the environment and exit codes. The library never prints.
//! 3. No raw value right of `imprint`. Names of columns only if they are known header words, paths only through one mask.
//! 4. No clock, no thread count, no secret shows in a result: same input, same bytes out.
//! 5. `unsafe` stands in `record/scan/lanes.rs` alone, with its scalar twin and a differential test.
//! 6. Nothing outside `synth`, fixtures and the data in `reference/schemas/` names a system of a case.
//!
//! # Where this house differs from its first plan, and why
//!
//! * A fingerprint's kind is not stored beside it: the runs are kept per column, and each kind has a secret of its own.
//! * Rows are attributed through *links* (fingerprint and row number, 12 bytes, sorted like keys), so that composition over rows
//!   is a merge of sorted runs like everything else and needs no second reading of the dump.
//! * What is claimed (`Question`, `Claim`) lives in [`verdict`], left of [`case`], because the judgement must not know files.
//! * A thread guesses where the first record of its block begins and is told by the thread before it whether that was right
//!   (`record/walk.rs`): quoted line ends are read exactly, in parallel, in one pass.

pub mod case;
pub mod cli;
pub mod compare;
pub mod dump;
pub mod evidence;
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
pub mod validation;
pub mod verdict;
