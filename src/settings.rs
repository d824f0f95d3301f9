//! Every adjustable number with its unit, default and source.

/// Settings of one run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Worker threads, at least 1. Default: all cores. Never changes a result.
    pub threads: usize,
    /// Whether SHA-256 digests of the inputs are made.
    pub digest: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { threads: std::thread::available_parallelism().map_or(1, usize::from), digest: true }
    }
}
