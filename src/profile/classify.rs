//! Which kind a column is of: its values first, its neighbours and header second.

use super::{Candidate, Decided};
use crate::kind::{Kind, Region};

/// A column's sample: its cells in the rows that were sampled.
#[derive(Debug, Clone, Default)]
pub struct ColumnSample {
    /// Name from the header, raw.
    pub name: Option<String>,
    /// One entry per sampled row: the trimmed, unquoted, decoded cell (UTF-8), empty where the cell is empty or a null word. All columns of a table have the same number.
    pub cells: Vec<Vec<u8>>,
}

/// The choice for one column.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The decided kind; `None` where only candidates are known.
    pub kind: Option<&'static Kind>,
    /// The kind under which the column is read: the decided one or the best candidate; `None` where nothing fits.
    pub compared_as: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// How it was decided.
    pub decided: Decided,
    /// All kinds that fit, best first, ties by id.
    pub candidates: Vec<Candidate>,
    /// Name, only if it is a known header word (of any kind, or of the general list of column words).
    pub known_name: Option<String>,
    /// Shapes of at least 10 sampled cells.
    pub masks: Vec<(String, u64)>,
}

/// Chooses a kind for each column of one table. `request` is the kind asked for by the user, which decides among candidates.
pub fn classify(_columns: &[ColumnSample], _request: Option<&'static Kind>) -> Vec<Choice> {
    Vec::new()
}
