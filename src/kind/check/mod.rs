//! What kinds share: calendars, check digits, numbering plans, alphabets of look-alike letters, forms of letters and digits,
//! regions by their numbers.
//!
//! **Comes in:** digits, or a spelling and its form. **Goes out:** whether they can be, and the letters and digits without what
//! stood between. **Never happens here:** no kind is known.
//!
//! **To add one:** a file here; the kinds call it.

pub mod calendar;
pub mod form;
pub mod letters;
pub mod numbering;
pub mod plans;
pub mod ru_regions;
pub mod ua_regions;
pub mod weighted;
