//! How far a long step has come, for whoever wants to show it.

/// Told how far a long step has come. The library never prints; the caller may.
pub trait Watch: Sync {
    /// A step begins; `total_bytes` where it is known. Steps follow each other, they do not nest.
    fn begin(&self, step: &str, total_bytes: Option<u64>);
    /// So many more bytes are done.
    fn advance(&self, bytes: u64);
    /// The step is over.
    fn end(&self);
}

/// A watch that says nothing.
pub struct Silent;

impl Watch for Silent {
    fn begin(&self, _: &str, _: Option<u64>) {}
    fn advance(&self, _: u64) {}
    fn end(&self) {}
}
