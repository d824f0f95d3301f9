//! The whole result as plain data.
/// The report.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Report {}
