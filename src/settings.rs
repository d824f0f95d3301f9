//! Every adjustable number with its unit, default and source.

/// Settings of one run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Worker threads, at least 1. Default: all cores. Never changes a result.
    pub threads: usize,
    /// Whether SHA-256 digests of the inputs are made.
    pub digest: bool,
    /// Whether known systems and breaches whose name alone can harm the people in them are named.
    pub sensitive: bool,
    /// Whether second keys are counted in record sets of any size.
    pub second_keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            digest: true,
            sensitive: false,
            second_keys: false,
        }
    }
}

/// Longest record in bytes. Longer ones are a fault and are not read.
///
/// # Source
/// The project's limits for hostile input (16 MiB a record).
pub const RECORD_BYTES_MOST: usize = 16 * 1024 * 1024;

/// Share of valid cells below which the whole set refutes a column's kind. The sample needs as much to choose it.
pub const REFUTED_SHARE: f64 = 0.5;
