//! How often two cells of a row agree about the person they speak of: counts only, made while reading.

/// What two columns of one row say of the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// The day of birth inside a number, and in a column of dates.
    BirthDate,
    /// The sex inside a number, and in a patronymic or a column of sexes.
    Sex,
}

impl Matter {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Matter::BirthDate => "birth-date",
            Matter::Sex => "sex",
        }
    }
}

/// Rows of one table in which two columns say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// Index of the table.
    pub table: usize,
    /// What both speak of.
    pub matter: Matter,
    /// Position of the column whose numbers hold it.
    pub number: usize,
    /// Position of the column that says it openly.
    pub other: usize,
    /// The counts.
    pub tally: Tally,
}

/// Rows counted; `agree + swapped <= tested`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows in which both say something.
    pub tested: u64,
    /// Rows in which they say the same.
    pub agree: u64,
    /// Rows in which they would with day and month exchanged.
    pub swapped: u64,
}

impl Tally {
    /// Adds another thread's counts.
    pub fn add(&mut self, other: &Tally) {
        self.tested += other.tested;
        self.agree += other.agree;
        self.swapped += other.swapped;
    }
}

/// The last digits of a column's valid numbers, in a sample spread over the whole set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LastDigits {
    /// Valid numbers looked at.
    pub valid: u64,
    /// Those that end in 0.
    pub zero: u64,
}

/// What else the cells are whose check digit alone is wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rival {
    /// Kind id.
    pub kind: &'static str,
    /// Sampled cells with a wrong check digit.
    pub of: u64,
    /// Those that are valid for the kind.
    pub valid: u64,
    /// As many, with every digit drawn anew, that would be valid for it.
    pub by_chance: u64,
}

/// Addresses with a tag behind a plus sign, as people give them to tell who passed an address on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagCount {
    /// Rows with a tag.
    pub rows: u64,
    /// Rows whose tag is the word of a known service.
    pub of_services: u64,
    /// Words of known services that at least 10 rows share, most frequent first, ties by word; rows of each.
    pub services: Vec<(&'static str, u64)>,
}

/// That the cells of a column were decoded wrongly once or twice before they came into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mojibake {
    /// What happened to the text, in words: `windows-1251 read as windows-1252`.
    pub chain: String,
    /// Sampled cells that it explains.
    pub explained: u64,
    /// Sampled cells with letters beyond ASCII.
    pub of: u64,
    /// Cells in which it was undone while reading.
    pub repaired: u64,
}
