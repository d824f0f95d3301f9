//! `leakprov check`: cases against what they expect.
use super::{Talk, errors::{Exit, Failure}};
/// Stub.
#[derive(Debug, clap::Args)]
pub struct Args { cases: Vec<std::path::PathBuf> }
pub fn run(_: &Args, _: &Talk) -> Result<Exit, Failure> { Ok(Exit::Done) }
pub struct Case { pub request: crate::pipeline::Request }
pub fn case(_: &std::path::Path) -> Result<Case, Failure> { Ok(Case { request: Default::default() }) }
pub struct Condition;
pub fn condition(_: &str) -> Result<Condition, Failure> { Ok(Condition) }
pub fn holds(_: &Condition, _: &crate::report::Report) -> Result<bool, Failure> { Ok(false) }
