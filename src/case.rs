//! What is asked: claims, populations, expectations; and the case file that says so.
pub use crate::verdict::question::{Claim, Population, Question, Selection, Stock};
