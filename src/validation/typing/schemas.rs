//! placeholder
/// x
pub struct Fits;
/// x
pub struct SystemLine;
/// x
pub fn fit_tables() {}
